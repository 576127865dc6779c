/** Subscripts, slices, length and membership. */
import { PyComplex, PyFloat, PyInt, PySlice } from "../objects/builtin-objects.ts";
import { PyMethod } from "../objects/frame.ts";
import type { VM } from "../objects/machine.ts";
import { caught, raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { callNumberMethod } from "./arithmetic.ts";
import { callSpecial } from "./attributes.ts";
import { equals } from "./comparison.ts";
import { walk } from "./iteration.ts";
import { isTrue } from "./truth.ts";
import { guestSpecial, lookupType, slotOf, typeName, typeOf, unwrap } from "./type-of.ts";

/** `v[key]`. */
export function getItem(vm: VM, v: Value, key: Value): Value {
  const type = typeOf(v);
  const guest = guestSpecial(type, "__getitem__", "getItem");
  if (guest !== undefined) return callSpecial(vm, guest, v, [key]);
  const slot = slotOf(type, "getItem");
  if (slot !== undefined) return slot(vm, (type.layout === "dict" ? v : unwrap(v)) as never, key);
  const isIndex = typeof key === "number" || typeof key === "boolean" || typeof key === "bigint";
  const lacksIndexes = type.layout === "set" || type.layout === "frozenset" || type.name.startsWith("dict_");
  if (isIndex && (!type.builtin || lacksIndexes))
    raiseError("TypeError", `'${type.name}' object does not support indexing`);
  raiseError("TypeError", `'${type.name}' object has no attribute '__getitem__'`);
}

/** `v[key] = value`. */
export function setItem(vm: VM, v: Value, key: Value, value: Value): void {
  const type = typeOf(v);
  const guest = guestSpecial(type, "__setitem__", "setItem");
  if (guest !== undefined) {
    callSpecial(vm, guest, v, [key, value]);
    return;
  }
  const slot = slotOf(type, "setItem");
  if (slot === undefined) raiseError("TypeError", `'${type.name}' object does not support item assignment`);
  slot(vm, v as never, key, value);
}

/** `del v[key]`. */
export function deleteItem(vm: VM, v: Value, key: Value): void {
  const type = typeOf(v);
  const guest = guestSpecial(type, "__delitem__", "deleteItem");
  if (guest !== undefined) {
    callSpecial(vm, guest, v, [key]);
    return;
  }
  const slot = slotOf(type, "deleteItem");
  const verb = slotOf(type, "getItem") === undefined ? "does not" : "doesn't";
  if (slot === undefined) raiseError("TypeError", `'${type.name}' object ${verb} support item deletion`);
  slot(vm, v as never, key);
}

/** `v[start:stop]`; a bound that was not written is undefined. Old `__getslice__` methods count. */
export function getSlice(vm: VM, v: Value, start: Value | undefined, stop: Value | undefined): Value {
  const type = typeOf(v);
  const guest = guestSlice(vm, v, "__getslice__", start, stop);
  if (guest !== undefined) return callSlice(vm, guest.method, v, guest.bounds);
  if (slotOf(type, "getItem") === undefined && lookupType(type, "__getitem__") === undefined)
    raiseError("TypeError", `'${type.name}' object has no attribute '__getitem__'`);
  return getItem(vm, v, plainSlice(vm, v, start, stop));
}

/** `v[start:stop] = value`. */
export function setSlice(
  vm: VM,
  v: Value,
  start: Value | undefined,
  stop: Value | undefined,
  value: Value,
): void {
  const guest = guestSlice(vm, v, "__setslice__", start, stop);
  if (guest !== undefined) callSlice(vm, guest.method, v, [...guest.bounds, value]);
  else setItem(vm, v, plainSlice(vm, v, start, stop), value);
}

/** `del v[start:stop]`. */
export function deleteSlice(vm: VM, v: Value, start: Value | undefined, stop: Value | undefined): void {
  const guest = guestSlice(vm, v, "__delslice__", start, stop);
  if (guest !== undefined) callSlice(vm, guest.method, v, guest.bounds);
  else deleteItem(vm, v, plainSlice(vm, v, start, stop));
}

/** The bound CPython passes for "to the end": `sys.maxint`. */
const maxInt = new PyInt(2n ** 63n - 1n);

/** The learner's old slice method with the bounds it expects: 0 and `sys.maxint` for the missing, length added to negatives. */
function guestSlice(
  vm: VM,
  v: Value,
  name: string,
  start: Value | undefined,
  stop: Value | undefined,
): { method: Value; bounds: Value[] } | undefined {
  const type = typeOf(v);
  const method = type.name === "instance" ? oldSlice(vm, v, name) : guestSpecial(type, name, "getItem");
  if (method === undefined) return undefined;
  const bounds = [sliceBound(vm, v, start, 0), sliceBound(vm, v, stop, maxInt)];
  return { method, bounds };
}

/** An old-style instance's slice method, already bound; callers bind nothing further. */
function oldSlice(vm: VM, v: Value, name: string): Value | undefined {
  try {
    return slotOf(typeOf(v), "getAttribute")?.(vm, v as never, name);
  } catch (error) {
    if (caught(error, "AttributeError")) return undefined;
    throw error;
  }
}

/** Calls a slice method found by `guestSlice`. */
function callSlice(vm: VM, method: Value, v: Value, args: Value[]): Value {
  return method instanceof PyMethod ? vm.call(method, args) : callSpecial(vm, method, v, args);
}

/** The slice object `v[start:stop]` passes; an old-style instance gets numbers for what was not written. */
function plainSlice(vm: VM, v: Value, start: Value | undefined, stop: Value | undefined): PySlice {
  if (typeOf(v).name !== "instance") return new PySlice(start ?? null, stop ?? null, null);
  return new PySlice(sliceBound(vm, v, start, 0), sliceBound(vm, v, stop, maxInt), null);
}

function sliceBound(vm: VM, v: Value, bound: Value | undefined, missing: Value): Value {
  if (bound === undefined || bound === null) return missing;
  const n = asIndex(vm, bound, "slice indices must be integers or None or have an __index__ method");
  return n < 0 ? n + length(vm, v) : n;
}

/** A value as an index: int, long, bool or `__index__`; big ones are clipped. `problem` is the TypeError otherwise. */
export function asIndex(vm: VM, v: Value, problem: string): number {
  if (typeof v === "number") return v;
  const value = unwrap(v);
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "bigint") return clip(value);
  if (value !== null && typeof value === "object" && "value" in value && typeof value.value === "bigint")
    return clip(value.value);
  const converted = callNumberMethod(vm, value, "__index__");
  if (converted === undefined) raiseError("TypeError", problem);
  return asIndex(vm, converted, `__index__ returned non-(int,long) (type ${typeName(converted)})`);
}

/**
 * A whole number as C functions take one (`PyArg_ParseTuple`'s `i`, `l` and `n`): what has an `__int__` will do, a float will not.
 */
export function integerArgument(vm: VM, v: Value): number {
  if (typeof v === "number") return v;
  const plain = unwrap(v);
  if (plain instanceof PyFloat) raiseError("TypeError", "integer argument expected, got float");
  if (plain instanceof PyComplex) raiseError("TypeError", "can't convert complex to int");
  const isWhole = typeof plain !== "object" || plain instanceof PyInt;
  const whole = isWhole ? plain : (callNumberMethod(vm, v, "__int__") ?? null);
  if (typeof whole === "bigint" && BigInt.asIntN(64, whole) !== whole)
    raiseError("OverflowError", "Python int too large to convert to C long");
  return asIndex(vm, whole, "an integer is required");
}

function clip(v: bigint): number {
  const max = BigInt(Number.MAX_SAFE_INTEGER);
  return Number(v > max ? max : v < -max ? -max : v);
}

/** `len(v)`. */
export function length(vm: VM, v: Value): number {
  if (typeof v === "string") return v.length;
  const type = typeOf(v);
  const guest = guestSpecial(type, "__len__", "length");
  if (guest !== undefined) return lengthResult(callSpecial(vm, guest, v, []));
  const slot = slotOf(type, "length");
  if (slot !== undefined) return slot(vm, unwrap(v) as never);
  raiseError("TypeError", `object of type '${type.name}' has no len()`);
}

/** What `__len__` may return. */
export function lengthResult(result: Value): number {
  const n = unwrap(result);
  const value = typeof n === "boolean" ? Number(n) : typeof n === "bigint" ? Number(n) : n;
  if (typeof value !== "number") raiseError("TypeError", `an integer is required`);
  if (value < 0) raiseError("ValueError", "__len__() should return >= 0");
  return value;
}

/** `item in v`. */
export function contains(vm: VM, v: Value, item: Value): boolean {
  const type = typeOf(v);
  const guest = guestSpecial(type, "__contains__", "contains");
  if (guest !== undefined) return isTrue(vm, callSpecial(vm, guest, v, [item]));
  const slot = slotOf(type, "contains");
  if (slot !== undefined) return slot(vm, unwrap(v) as never, item);
  if (!isIterable(v)) raiseError("TypeError", `argument of type '${type.name}' is not iterable`);
  let found = false;
  walk(vm, v, (candidate) => {
    found = equals(vm, candidate, item);
    return !found;
  });
  return found;
}

function isIterable(v: Value): boolean {
  const type = typeOf(v);
  return (
    slotOf(type, "iterate") !== undefined ||
    lookupType(type, "__iter__") !== undefined ||
    lookupType(type, "__getitem__") !== undefined
  );
}
