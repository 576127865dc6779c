/** What is known of an expression before it runs (`expr_constant` of `Python/compile.c`, and its constant tuples). */
import { PyComplex, PyFloat, PyInt, PyTuple, PyUnicode } from "../../objects/builtin-objects.ts";
import { sharedSerial, type Value } from "../../objects/values.ts";
import type { Expr, Num } from "../ast.ts";

/** The truth of a test that needs no running, so that `while 1:` does not test; null when it must run. */
export function constantTruth(test: Expr): boolean | null {
  if (test.kind === "Num") return numberTruth(test.n);
  if (test.kind === "Str") return (test.s instanceof PyUnicode ? test.s.value : test.s) !== "";
  if (test.kind === "Name" && test.id === "__debug__") return true;
  return null;
}

function numberTruth(n: Num["n"]): boolean {
  if (n instanceof PyFloat) return n.value !== 0;
  if (n instanceof PyComplex) return n.real !== 0 || n.imag !== 0;
  return n instanceof PyInt || (n !== 0 && n !== 0n);
}

/** The tuple that `elements` make when all of them are literals, or null. */
export function constantTuple(elements: readonly Expr[]): PyTuple | null {
  const items: Value[] = [];
  for (const element of elements) {
    const value = constantValue(element);
    if (value === undefined) return null;
    items.push(value);
  }
  const made = new PyTuple(items);
  made.serial = sharedSerial;
  return made;
}

function constantValue(node: Expr): Value | undefined {
  if (node.kind === "Num") return node.n;
  if (node.kind === "Str") return node.s;
  if (node.kind === "Name" && node.id === "None") return null;
  if (node.kind === "Tuple") return constantTuple(node.elts) ?? undefined;
  return undefined;
}
