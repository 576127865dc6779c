/** Truth and callability. */
import { PyClass } from "../objects/builtin-objects.ts";
import { PyFunction, PyMethod } from "../objects/frame.ts";
import type { VM } from "../objects/machine.ts";
import { PyMethodDescriptor, PyNative } from "../objects/natives.ts";
import { raiseError } from "../objects/raise.ts";
import { PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { callSpecial } from "./attributes.ts";
import { guestSpecial, lookupType, slotOf, typeName, typeOf, unwrap } from "./type-of.ts";

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
  const guest = guestSpecial(type, "__nonzero__", "truth");
  if (guest !== undefined) return truthResult(callSpecial(vm, guest, v, []), "__nonzero__");
  const truth = slotOf(type, "truth");
  if (truth !== undefined) return truth(vm, unwrap(v) as never);
  const guestLength = guestSpecial(type, "__len__", "length");
  if (guestLength !== undefined) return callSpecial(vm, guestLength, v, []) !== 0;
  const length = slotOf(type, "length");
  if (length !== undefined) return length(vm, unwrap(v) as never) !== 0;
  const primitive = unwrap(v);
  return primitive === v ? true : isTrue(vm, primitive);
}

function truthResult(result: Value, method: string): boolean {
  const value = unwrap(result);
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  raiseError("TypeError", `${method} should return bool or int, returned ${typeName(result)}`);
}

/** `callable(v)`. */
export function isCallable(vm: VM, v: Value): boolean {
  if (v instanceof PyType || v instanceof PyMethod || v instanceof PyFunction) return true;
  if (v instanceof PyNative || v instanceof PyMethodDescriptor || v instanceof PyClass) return true;
  const type = typeOf(v);
  if (guestSpecial(type, "__call__", "call") !== undefined) return true;
  if (type.name === "instance") return hasOldCall(vm, v);
  return slotOf(type, "call") !== undefined || lookupType(type, "__call__") !== undefined;
}

/** An old-style instance is callable when it has a `__call__`. */
function hasOldCall(vm: VM, v: Value): boolean {
  return slotOf(typeOf(v), "getAttribute")?.(vm, v as never, "__call__") !== undefined;
}
