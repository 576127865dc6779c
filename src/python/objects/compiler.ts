/**
 * Text to code, for whoever may come to need it while a program runs: `exec`, `eval`, `import`. The compiler itself (`front/`) is not among
 * what a first page needs, so it is known here from when it is loaded.
 */
import type { PyCode } from "./frame.ts";
import type { VM } from "./machine.ts";

/**
 * What a text is read as: a module, a module that is a file, one expression, or one interactive statement. CPython reads a file
 * line by line, and where it ends too soon names the line after the last.
 */
export type Mode = "exec" | "file" | "eval" | "single";

/**
 * Compiles `source` (a byte string) as the built-in `compile` does; `flags` are the future statements to compile under, and `warn` hears the
 * SyntaxWarnings. Throws SourceError when the text is not Python 2.7.
 */
export type Compile = (
  source: string,
  filename: string,
  mode: Mode,
  flags?: number,
  warn?: (message: string, line: number) => void,
) => PyCode;

/** Counts the work of compiling `source`, before it is done. */
export function chargeCompilation(vm: VM, source: string): void {
  vm.charge(40 + source.length * 4);
  vm.allocate(source.length * 16);
}

/** See `Compile`. */
export let compile: Compile = (_source, filename) => {
  throw new Error(`Failed to compile ${filename}: the compiler is not here yet.`);
};

/** Makes the compiler known. */
export function registerCompiler(compiler: Compile): void {
  compile = compiler;
}
