/** `_time`: the clock and the calendar, for `time.py`. The clock is the host's; the time zone is UTC. */
import { PyFloat, type PyModule, PyTuple } from "../objects/builtin-objects.ts";
import { raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { functions, none, one, unpacked } from "../types/define.ts";
import { requireDouble } from "../types/float.ts";
import { makeModule } from "./define.ts";

const DAY = 86_400_000;

/** The nine fields of a moment in milliseconds since the epoch (`struct tm`, with the year and month as people count). */
function timeFields(milliseconds: number): number[] {
  const date = new Date(milliseconds);
  const year = date.getUTCFullYear();
  return [
    year,
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
    (date.getUTCDay() + 6) % 7,
    Math.floor((milliseconds - Date.UTC(year, 0, 1)) / DAY) + 1,
    0,
  ];
}

const timeFunctions = functions("_time", {
  time: [none, (vm) => new PyFloat(vm.host.now())],
  clock: [none, (vm) => new PyFloat(vm.thread.steps / 1e6)],
  // NOT-PYTHON: nobody waits, since a page's time is the engine's; sleeping counts as work.
  sleep: [
    one,
    (vm, v: Value) => {
      const seconds = requireDouble(vm, v);
      if (seconds < 0) raiseError("IOError", "[Errno 22] Invalid argument");
      vm.charge(Math.min(100000, Math.ceil(seconds * 1000)));
      return null;
    },
  ],
  fields: [
    one,
    (vm, v: Value) => {
      const seconds = requireDouble(vm, v);
      if (!(Math.abs(seconds) < 8e12)) raiseError("ValueError", "timestamp out of range for platform time_t");
      return new PyTuple(timeFields(Math.floor(seconds) * 1000));
    },
  ],
  seconds: [
    unpacked(6),
    (vm, ...fields: Value[]) => {
      const [year = 1970, month = 1, ...rest] = fields.map((v) => requireDouble(vm, v));
      return new PyFloat(Date.UTC(year, month - 1, ...rest) / 1000);
    },
  ],
});

/** The module for one interpreter. */
export function makeTime(): PyModule {
  return makeModule("_time", timeFunctions);
}
