/**
 * The front of Python 2.7: from source text to code objects.
 *
 * Source is a *byte string*: a JavaScript string whose code units are bytes 0…255, because Python 2's `str` literals
 * are bytes (`len('é') == 2`). Give a page's UTF-8 bytes, not its text. Failures are `SourceError`s with CPython 2.7's
 * own wording.
 */
import { type Mode, registerCompiler } from "../objects/compiler.ts";
import type { PyCode } from "../objects/frame.ts";
import type { Module } from "./ast.ts";
import { compileModule } from "./compiler/index.ts";
import { parse } from "./parser/index.ts";
import { SourceText } from "./source-text.ts";

export type * as ast from "./ast.ts";

export { disassemble } from "./disassemble.ts";
export { parse } from "./parser/index.ts";
export { SourceText } from "./source-text.ts";

/**
 * Parses a module.
 *
 * @throws SourceError when the text is not Python 2.7.
 */
export function parseModule(source: string, filename: string): Module {
  const tree = parse(new SourceText(source, filename, "exec"), "exec", 0);
  if (tree.kind !== "Module") throw new Error("Failed to parse a module: the parser gave another root.");
  return tree;
}

/**
 * Compiles `source` (a byte string) to a code object, as the built-in `compile`.
 *
 * @param mode `exec` for a module, `eval` for one expression (whose value the code returns), `single` for an
 *   interactive statement (expression statements print their value).
 * @param flags `CO_FUTURE_*` bits to compile under, as if the source began with those future statements. The bits that
 *   hold for the result are in its `flags`.
 * @param warn Hears the SyntaxWarnings.
 * @throws SourceError when the text is not Python 2.7.
 */
export function compile(
  source: string,
  filename: string,
  mode: Mode,
  flags = 0,
  warn?: (message: string, line: number) => void,
): PyCode {
  const text = new SourceText(source, filename, mode);
  text.warn = warn;
  return compileModule(parse(text, mode, flags), text, flags);
}

registerCompiler(compile);
