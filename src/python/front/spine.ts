/**
 * Left spines: `a + b + c + …` and `a.b().c[d]…` are trees that lean to the left, and may be thousands deep. Whoever
 * walks a tree takes such a spine apart with `leftSpine` and stays shallow.
 */
import type { Expr, Node } from "./ast.ts";

/** The child that stands leftmost and is evaluated first, for the kinds that make long chains. */
function leftChild(node: Node): Expr | null {
  switch (node.kind) {
    case "BinOp":
      return node.left;
    case "Call":
      return node.func;
    case "Attribute":
    case "Subscript":
      return node.value;
    default:
      return null;
  }
}

/** `node` and its leftmost descendants, innermost first: the order in which they are evaluated. */
export function leftSpine(node: Expr): Expr[];
export function leftSpine(node: Node): Node[];
export function leftSpine(node: Node): Node[] {
  const spine: Node[] = [];
  for (let at: Node | null = node; at !== null; at = leftChild(at)) spine.push(at);
  return spine.length === 1 ? spine : spine.reverse();
}
