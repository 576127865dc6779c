/**
 * The machine's own modules by name: those that need the host language. The others are written in Python, in `lib`.
 *
 * Some of the machine's own are there for the library alone: no program finds them, as CPython has no `_math` either.
 */
import type { PyModule } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { makeFuture } from "./future.ts";
import { makeSys } from "./sys.ts";

/** Makes a module for one interpreter, when it is first imported. */
export type ModuleMaker = (vm: VM) => PyModule;

/** The modules that every program finds. */
export const builtinModules: ReadonlyMap<string, ModuleMaker> = new Map<string, ModuleMaker>([
  ["__future__", makeFuture],
  ["sys", makeSys],
]);

const registered = new Map<string, ModuleMaker>();

/** Makes `makers` known to the library; gives their names. */
export function registerModules(makers: Readonly<Record<string, ModuleMaker>>): readonly string[] {
  for (const [name, make] of Object.entries(makers)) registered.set(name, make);
  return Object.keys(makers);
}

/** How many modules are there for the library. */
export function countModules(): number {
  return registered.size;
}

/** Makes the module `name` of those that are there for the library. */
export function libraryModuleMaker(name: string): ModuleMaker | undefined {
  return registered.get(name);
}
