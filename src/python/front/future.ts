/** Future statements of a tree (`Python/future.c`): which are in force, and where the last one stands. */
import {
  CO_FUTURE_ABSOLUTE_IMPORT,
  CO_FUTURE_DIVISION,
  CO_FUTURE_PRINT_FUNCTION,
  CO_FUTURE_UNICODE_LITERALS,
} from "../objects/frame.ts";
import type { ImportFrom, Mod, Stmt } from "./ast.ts";
import { raise, type SourceText } from "./source-text.ts";

/** Feature → its `CO_FUTURE_*` bit; 0 for what Python 2.7 does anyway. */
const features: ReadonlyMap<string, number> = new Map([
  ["nested_scopes", 0],
  ["generators", 0],
  ["with_statement", 0],
  ["division", CO_FUTURE_DIVISION],
  ["absolute_import", CO_FUTURE_ABSOLUTE_IMPORT],
  ["print_function", CO_FUTURE_PRINT_FUNCTION],
  ["unicode_literals", CO_FUTURE_UNICODE_LITERALS],
]);

export interface Future {
  flags: number;
  /** The line of the last future statement, -1 when there is none; a later one in the text is an error. */
  lastLine: number;
}

/**
 * Reads the future statements at the head of `tree`.
 *
 * @throws SourceError for an unknown feature and for a future statement after other code.
 */
export function findFuture(tree: Mod, source: SourceText): Future {
  const future: Future = { flags: 0, lastLine: -1 };
  if (tree.kind === "Expression") return future;
  let done = false;
  let previousLine = 0;
  for (const statement of tree.body) {
    if (done && statement.lineno > previousLine) break;
    previousLine = statement.lineno;
    if (!isFuture(statement)) {
      done ||= !isDocstring(statement);
      continue;
    }
    if (done) failLate(source, statement.lineno);
    heed(statement, future, source);
  }
  return future;
}

/** Raises for a `from __future__ import` where it no longer counts. */
export function failLate(source: SourceText, line: number): never {
  const message = "from __future__ imports must occur at the beginning of the file";
  return raise(source, { line, column: 0 }, message);
}

function isFuture(statement: Stmt): statement is ImportFrom {
  return statement.kind === "ImportFrom" && statement.module === "__future__";
}

/** @note As in CPython any string statement may stand there, not only the first. */
function isDocstring(statement: Stmt): boolean {
  return statement.kind === "Expr" && statement.value.kind === "Str";
}

function heed(statement: ImportFrom, future: Future, source: SourceText): void {
  const span = { line: statement.lineno, column: statement.col_offset };
  for (const { name } of statement.names) {
    if (name === "braces") raise(source, span, "not a chance");
    const bit = features.get(name);
    if (bit === undefined) raise(source, span, `future feature ${name} is not defined`);
    future.flags |= bit;
  }
  future.lastLine = statement.lineno;
}
