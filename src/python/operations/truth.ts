/** Truth and callability. */
import { PyClass, PyInt } from "../objects/builtin-objects.ts";
import { PyFunction, PyMethod } from "../objects/frame.ts";
import type { VM } from "../objects/machine.ts";
import { PyMethodDescriptor, PyNative } from "../objects/natives.ts";
import { raiseError } from "../objects/raise.ts";
import { PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { callSpecial, findSpecial } from "./attributes.ts";
import { typeName, typeOf, unwrap } from "./type-of.ts";

/** `bool(v)`: `__nonzero__`, else `__len__`, else true. */
export function isTrue(vm: VM, v: Value): boolean {
  switch (typeof v) {
    case "boolean":
      return v;
    case "number":
      return v !== 0;
    case "string":
      return v.length !== 0;
    case "bigint":
      return v !== 0n;
  }
  if (v === null) return false;
  const type = v.type;
  const guest = type.guest("__nonzero__", "truth");
  if (guest !== undefined) return truthResult(callSpecial(vm, guest, v, []), "__nonzero__");
  const truth = type.allSlots.truth;
  if (truth !== undefined) return truth(vm, unwrap(v) as never);
  const primitive = unwrap(v);
  if (primitive !== v && typeof primitive !== "string") return isTrue(vm, primitive);
  const guestLength = type.guest("__len__", "length");
  if (guestLength !== undefined) return lengthResult(callSpecial(vm, guestLength, v, [])) !== 0;
  const length = type.allSlots.length;
  if (length !== undefined) return length(vm, unwrap(v) as never) !== 0;
  return primitive === v ? true : isTrue(vm, primitive);
}

/** What `__len__` may return. */
export function lengthResult(result: Value): number {
  const n = unwrap(result);
  if (typeof n === "bigint" && BigInt.asIntN(64, n) !== n)
    raiseError("OverflowError", "long int too large to convert to int");
  const value = typeof n === "boolean" || typeof n === "bigint" ? Number(n) : n;
  if (typeof value !== "number") raiseError("TypeError", "an integer is required");
  if (value < 0) raiseError("ValueError", "__len__() should return >= 0");
  return value;
}

function truthResult(result: Value, method: string): boolean {
  const value = unwrap(result);
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (value instanceof PyInt) return true;
  raiseError("TypeError", `${method} should return bool or int, returned ${typeName(result)}`);
}

/** `callable(v)`. */
export function isCallable(vm: VM, v: Value): boolean {
  if (v instanceof PyType || v instanceof PyMethod || v instanceof PyFunction) return true;
  if (v instanceof PyNative || v instanceof PyMethodDescriptor || v instanceof PyClass) return true;
  const type = typeOf(v);
  if (type.guest("__call__", "call") !== undefined) return true;
  if (type.name === "instance") return hasOldCall(vm, v);
  return type.allSlots.call !== undefined || type.lookup("__call__") !== undefined;
}

/** An old-style instance is callable when it has a `__call__`. */
function hasOldCall(vm: VM, v: Value): boolean {
  return findSpecial(vm, v, "__call__") !== undefined;
}
