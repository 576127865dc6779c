/** What may be assigned to or deleted: `set_context` and `forbidden_check` of CPython's `Python/ast.c`. */
import type { Expr } from "../ast.ts";

const namesOfKinds: Partial<Record<Expr["kind"], string>> = {
  Lambda: "lambda",
  Call: "function call",
  BoolOp: "operator",
  BinOp: "operator",
  UnaryOp: "operator",
  GeneratorExp: "generator expression",
  Yield: "yield expression",
  ListComp: "list comprehension",
  SetComp: "set comprehension",
  DictComp: "dict comprehension",
  Dict: "literal",
  Set: "literal",
  Num: "literal",
  Str: "literal",
  Compare: "comparison",
  Repr: "repr",
  IfExp: "conditional expression",
};

/**
 * Marks `target`, and what it is made of, as stored to or deleted.
 *
 * @returns CPython's message when it cannot be, else null.
 */
export function setContext(target: Expr, ctx: "Store" | "Del"): string | null {
  switch (target.kind) {
    case "Attribute":
      target.ctx = ctx;
      return ctx === "Store" ? forbiddenName(target.attr) : null;
    case "Name":
      target.ctx = ctx;
      return ctx === "Store" ? forbiddenName(target.id) : null;
    case "Subscript":
      target.ctx = ctx;
      return null;
    case "Tuple":
    case "List":
      return setContextOfElements(target, ctx);
    default:
      return refusal(namesOfKinds[target.kind] ?? target.kind, ctx);
  }
}

function setContextOfElements(
  target: Expr & { elts: Expr[]; ctx: string },
  ctx: "Store" | "Del",
): string | null {
  if (target.kind === "Tuple" && target.elts.length === 0) return refusal("()", ctx);
  target.ctx = ctx;
  for (const element of target.elts) {
    const problem = setContext(element, ctx);
    if (problem !== null) return problem;
  }
  return null;
}

function refusal(what: string, ctx: "Store" | "Del"): string {
  return `can't ${ctx === "Store" ? "assign to" : "delete"} ${what}`;
}

/** CPython's message for a name that nothing may be called, or null. */
export function forbiddenName(name: string): string | null {
  if (name === "None") return "cannot assign to None";
  if (name === "__debug__") return "cannot assign to __debug__";
  return null;
}
