/** `_time`: the host's clock, for `time.py`. */
import { PyFloat, type PyModule } from "../objects/builtin-objects.ts";
import { raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { between, functions, none } from "../types/define.ts";
import { requireDouble } from "../types/require-double.ts";
import { makeModule } from "./define.ts";

const timeFunctions = functions("_time", {
  time: [none, (vm) => new PyFloat(vm.host.now())],
  clock: [none, (vm) => new PyFloat(vm.thread.steps / 1e6)],
  // NOT-PYTHON: nobody waits, since a page's time is the engine's; sleeping counts as work.
  sleep: [
    between(1),
    (vm, v: Value) => {
      const seconds = requireDouble(vm, v);
      if (seconds < 0) raiseError("IOError", "[Errno 22] Invalid argument");
      vm.charge(Math.min(100000, Math.ceil(seconds * 1000)));
      return null;
    },
  ],
});

/** The module for one interpreter. */
export function makeTime(): PyModule {
  return makeModule("_time", timeFunctions);
}
