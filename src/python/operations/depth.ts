/**
 * How deep natives follow values inside values. Each level uses the host's own stack, which is small in a service worker and
 * of another size in each browser: the bound is ours, so that a run ends alike everywhere. It is counted per thread of host
 * calls and is 0 whenever no native runs.
 */
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";

/** NOT-PYTHON: CPython follows as many levels as `sys.getrecursionlimit()` says, 1000. */
const deepest = 200;

/** What it costs to leave a level by an error. */
const levelSteps = 20;

let depth = 0;

/** A native calls back into Python: a level too, until `leave`. The machine itself bounds how many there are. */
export function enter(): void {
  depth++;
}

export function leave(): void {
  depth--;
}

/** Does `work` one level deeper; RuntimeError "maximum recursion depth exceeded" and `doing` when that is too deep. */
export function deeper<T>(vm: VM, doing: string, work: () => T): T {
  if (depth >= deepest) {
    // The error passes through every level.
    vm.charge(levelSteps * deepest);
    raiseError("RuntimeError", `maximum recursion depth exceeded${doing}`);
  }
  depth++;
  try {
    return work();
  } finally {
    depth--;
  }
}
