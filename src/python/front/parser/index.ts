/** The parser's door: a source text becomes a tree. */

import type { Mode } from "../../objects/compiler.ts";
import { CO_FUTURE_UNICODE_LITERALS } from "../../objects/frame.ts";
import type { Mod } from "../ast.ts";
import type { SourceText } from "../source-text.ts";
import { StatementParser } from "./statements.ts";

/**
 * Parses a text.
 *
 * @param flags `CO_FUTURE_*` bits in force from outside.
 * @throws SourceError with CPython 2.7's wording and place.
 */
export function parse(source: SourceText, mode: Mode, flags: number): Mod {
  const parser = new StatementParser(source, flags);
  const tree = rootOf(parser, mode);
  if (parser.usesUnicodeLiterals && (flags & CO_FUTURE_UNICODE_LITERALS) === 0)
    return parse(source, mode, flags | CO_FUTURE_UNICODE_LITERALS);
  parser.finish();
  return tree;
}

function rootOf(parser: StatementParser, mode: Mode): Mod {
  if (mode === "eval") return parser.evalInput();
  return mode === "single" ? parser.singleInput() : parser.fileInput();
}
