/**
 * `repr` of containers that contain themselves. What is being written is remembered per thread of host calls, never
 * across a pause: natives run to their end.
 */
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { PyObject } from "../objects/values.ts";

/** Containers being written now, innermost last. Empty whenever no native runs. */
const open: PyObject[] = [];
const deepest = 200;

/** `write()`, or `again` when `self` is being written already. RuntimeError when nested too deep. */
export function guarded(vm: VM, self: PyObject, again: string, write: () => string): string {
  vm.charge(1);
  if (open.includes(self)) return again;
  if (open.length >= deepest)
    raiseError("RuntimeError", "maximum recursion depth exceeded while getting the repr of an object");
  const depth = open.length;
  open.push(self);
  try {
    return write();
  } finally {
    open.length = depth;
  }
}
