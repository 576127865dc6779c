/** Making the module objects of the machine's own modules: a fresh namespace per interpreter, shared natives in it. */
import { PyModule } from "../objects/builtin-objects.ts";
import type { Value } from "../objects/values.ts";

/** A module with these names in it, and `__name__`, `__doc__`. */
export function makeModule(name: string, ...names: Iterable<readonly [string, Value]>[]): PyModule {
  const module = new PyModule(name);
  module.dict.set("__name__", "__name__", name);
  module.dict.set("__doc__", "__doc__", null);
  for (const entries of names) for (const [key, value] of entries) module.dict.set(key, key, value);
  return module;
}
