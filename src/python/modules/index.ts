/**
 * The machine's own modules by name: those that need the host language. The others are written in Python, in `lib`.
 *
 * Some of the machine's own are there for the library alone: no program finds them, as CPython has no `_math` either.
 */
import type { PyModule } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";

/** Makes a module for one interpreter, when it is first imported. */
export type ModuleMaker = (vm: VM) => PyModule;

const builtin = new Map<string, ModuleMaker>();

/** The modules that every program finds. They come late: a page that imports one is not among those that are compiled when the app is built. */
export const builtinModules: ReadonlyMap<string, ModuleMaker> = builtin;

/** Makes the module `name` known to every program. */
export function registerBuiltinModule(name: string, make: ModuleMaker): void {
  builtin.set(name, make);
}

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
