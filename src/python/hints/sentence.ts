/** Asks the library's module `_hints` for the sentence about an error, in an interpreter that nothing else uses. */

import { libraryFile } from "../library/manifest.ts";
import { createModule } from "../machine/imports.ts";
import { defaultLimits } from "../machine/limits.ts";
import { createInterpreter, Machine } from "../machine/machine.ts";
import { PyList } from "../objects/builtin-objects.ts";
import { LimitReached, Raised } from "../objects/machine.ts";
import type { Value } from "../objects/values.ts";
import { type Fact, factsOf } from "./facts.ts";
import { hintsModule, registerHinter } from "./index.ts";

/** A hint that takes longer is not worth waiting for. */
const limits = { ...defaultLimits, steps: 1_000_000 };

registerHinter((puzzle) => {
  const code = puzzle.library.code(hintsModule);
  if (code === undefined) return null;
  const machine = new Machine(createInterpreter(), { now: () => 0, random: () => 0 }, limits);
  const { dict } = createModule(machine.interpreter, hintsModule, libraryFile(hintsModule));
  try {
    machine.execute(code, dict, dict);
    const said = machine.call(dict.get("sentence") ?? null, factsOf(puzzle).map(toValue));
    return typeof said === "string" ? said : null;
  } catch (error) {
    // A page whose error is stranger than the hints are ready for has its error page all the same.
    if (error instanceof Raised || error instanceof LimitReached) return null;
    throw error;
  }
});

function toValue(fact: Fact): Value {
  return Array.isArray(fact) ? new PyList(fact.map(toValue)) : fact;
}
