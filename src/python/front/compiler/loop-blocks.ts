/**
 * Which loops need a block at run time. A `break` or `continue` that leaves a `try` or `with` must unwind, and finds its
 * loop by the block that SETUP_LOOP pushed; any other is a plain jump, and the loop does without the block.
 */
import type { Stmt } from "../ast.ts";

/** Whether a `break` or `continue` of the loop around `body` stands inside a `try` or `with` of it. */
export function needsLoopBlock(body: readonly Stmt[], isGuarded = false): boolean {
  return body.some((statement) => statementNeedsBlock(statement, isGuarded));
}

function statementNeedsBlock(statement: Stmt, isGuarded: boolean): boolean {
  switch (statement.kind) {
    case "Break":
    case "Continue":
      return isGuarded;
    case "If":
      return ifNeedsBlock(statement, isGuarded);
    case "For":
    case "While":
      return needsLoopBlock(statement.orelse, isGuarded);
    case "With":
      return needsLoopBlock(statement.body, true);
    case "TryFinally":
      return needsLoopBlock(statement.body, true) || needsLoopBlock(statement.finalbody, true);
    case "TryExcept":
      return [statement.body, ...statement.handlers.map((handler) => handler.body), statement.orelse].some(
        (part) => needsLoopBlock(part, true),
      );
    default:
      return false;
  }
}

/** An `elif` chain may be thousands long, so it is walked, not recursed into. */
function ifNeedsBlock(statement: Stmt & { kind: "If" }, isGuarded: boolean): boolean {
  let clause = statement;
  for (;;) {
    if (needsLoopBlock(clause.body, isGuarded)) return true;
    const [next] = clause.orelse;
    if (clause.orelse.length !== 1 || next?.kind !== "If") return needsLoopBlock(clause.orelse, isGuarded);
    clause = next;
  }
}
