/** A script's text to code, known from when the compiler is loaded, as Python's own: see `python/objects/compiler.ts`. */
import type { PyCode } from "../python/index.ts";

/**
 * Compiles a page, or a plain Python script when `filename` ends in `.py`. `source` is a byte string.
 * Throws SourceError: of kind PihError for a wrong tag, of Python's own kinds for wrong Python, with page lines in both.
 */
export let compileScript = (_source: string, filename: string): PyCode => {
  throw new Error(`Failed to compile ${filename}: the compiler is not here yet.`);
};

/** Makes the compiler known. */
export function registerScriptCompiler(compiler: typeof compileScript): void {
  compileScript = compiler;
}
