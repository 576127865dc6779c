/**
 * `repr` of containers that contain themselves. What is being written is remembered per thread of host calls, never
 * across a pause: natives run to their end.
 */
import type { VM } from "../objects/machine.ts";
import type { PyObject } from "../objects/values.ts";
import { deeper } from "../operations/depth.ts";

/** Containers being written now, innermost last. Empty whenever no native runs. */
const open: PyObject[] = [];

/** `write()`, or `again` when `self` is being written already. RuntimeError when nested too deep. */
export function guarded(vm: VM, self: PyObject, again: string, write: () => string): string {
  vm.charge(1);
  if (open.includes(self)) return again;
  return deeper(vm, " while getting the repr of an object", () => {
    open.push(self);
    try {
      return write();
    } finally {
      open.pop();
    }
  });
}
