/** Subscripts, slices, length and membership. */
import { PyComplex, PyFloat, PyInt, PyOldInstance, PySlice } from "../objects/builtin-objects.ts";
import { PyMethod } from "../objects/frame.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { callNumberMethod, callSpecial, findSpecial } from "./attributes.ts";
import { equals } from "./comparison.ts";
import { walk } from "./iteration.ts";
import { isTrue, lengthResult } from "./truth.ts";
import { typeName, typeOf, unwrap } from "./type-of.ts";

/** `v[key]`. */
export function getItem(vm: VM, v: Value, key: Value): Value {
  const type = typeOf(v);
  const guest = type.guest("__getitem__", "getItem");
  if (guest !== undefined) return callSpecial(vm, guest, v, [key]);
  const slot = type.allSlots.getItem;
  if (slot !== undefined) return slot(vm, (type.layout === "dict" ? v : unwrap(v)) as never, key);
  if (isIndex(key) && (!type.builtin || lacksIndexes(type)))
    raiseError("TypeError", `'${type.name}' object does not support indexing`);
  raiseError("TypeError", `'${type.name}' object has no attribute '__getitem__'`);
}

/** `v[key] = value`. */
export function setItem(vm: VM, v: Value, key: Value, value: Value): void {
  const type = typeOf(v);
  const guest = type.guest("__setitem__", "setItem");
  if (guest !== undefined) {
    callSpecial(vm, guest, v, [key, value]);
    return;
  }
  const slot = type.allSlots.setItem;
  if (slot === undefined) {
    requirePartner(type, "__setitem__", "__delitem__");
    raiseError("TypeError", `'${type.name}' object does not support item assignment`);
  }
  slot(vm, v as never, key, value);
}

/** Has items, but no places. */
function lacksIndexes(type: PyType): boolean {
  return type.layout === "set" || type.layout === "frozenset" || type.name.startsWith("dict_");
}

/** A class that defines one of the two methods answers for both: AttributeError for the one it lacks. */
function requirePartner(type: PyType, name: string, other: string): void {
  if (type.lookup(other) !== undefined) raiseError("AttributeError", name);
}

/** A whole number. */
function isIndex(v: Value): boolean {
  const plain = unwrap(v);
  return (
    typeof plain === "number" ||
    typeof plain === "boolean" ||
    typeof plain === "bigint" ||
    plain instanceof PyInt
  );
}

/** `del v[key]`. */
export function deleteItem(vm: VM, v: Value, key: Value): void {
  const type = typeOf(v);
  const guest = type.guest("__delitem__", "deleteItem");
  if (guest !== undefined) {
    callSpecial(vm, guest, v, [key]);
    return;
  }
  const slot = type.allSlots.deleteItem;
  if (slot === undefined) {
    requirePartner(type, "__delitem__", "__setitem__");
    const isSequence = !type.builtin || type.allSlots.getItem !== undefined || lacksIndexes(type);
    const verb = isSequence && isIndex(key) ? "doesn't" : "does not";
    raiseError("TypeError", `'${type.name}' object ${verb} support item deletion`);
  }
  slot(vm, v as never, key);
}

/** `v[start:stop]`; a bound that was not written is undefined. Old `__getslice__` methods count. */
export function getSlice(vm: VM, v: Value, start: Value | undefined, stop: Value | undefined): Value {
  const type = typeOf(v);
  const guest = guestSlice(vm, v, "__getslice__", start, stop);
  if (guest !== undefined) return callSlice(vm, guest.method, v, guest.bounds);
  const slot = type.builtin ? undefined : type.allSlots.getItem;
  if (
    slot !== undefined &&
    /^(list|tuple|str|unicode|exception)$/.test(type.layout) &&
    isBound(start) &&
    isBound(stop)
  )
    return slot(vm, unwrap(v) as never, plainSlice(vm, v, start, stop));
  if (type.allSlots.getItem === undefined && type.lookup("__getitem__") === undefined)
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
  else {
    const slot = ofList(v, start, stop) ? typeOf(v).allSlots.setItem : undefined;
    (slot ?? setItem)(vm, v as never, plainSlice(vm, v, start, stop), value);
  }
}

/** `del v[start:stop]`. */
export function deleteSlice(vm: VM, v: Value, start: Value | undefined, stop: Value | undefined): void {
  const guest = guestSlice(vm, v, "__delslice__", start, stop);
  if (guest !== undefined) callSlice(vm, guest.method, v, guest.bounds);
  else {
    const slot = ofList(v, start, stop) ? typeOf(v).allSlots.deleteItem : undefined;
    (slot ?? deleteItem)(vm, v as never, plainSlice(vm, v, start, stop));
  }
}

/** Do the slice methods of `list` answer, whatever a learner's `__setitem__` says? */
function ofList(v: Value, start: Value | undefined, stop: Value | undefined): boolean {
  return typeOf(v).layout === "list" && isBound(start) && isBound(stop);
}

/** The bound CPython passes for "to the end": `sys.maxint`. */
function maxInt(): PyInt {
  return new PyInt(0x7fff_ffff_ffff_ffffn);
}

/** The learner's old slice method with the bounds it expects: 0 and `sys.maxint` for the missing, length added to negatives. */
function guestSlice(
  vm: VM,
  v: Value,
  name: string,
  start: Value | undefined,
  stop: Value | undefined,
): { method: Value; bounds: Value[] } | undefined {
  const type = typeOf(v);
  const method = type.name === "instance" ? findSpecial(vm, v, name) : type.guest(name, "getItem");
  if (method === undefined) return undefined;
  if (!isBound(start) || !isBound(stop)) return undefined;
  const bounds = [sliceBound(vm, v, start, 0), sliceBound(vm, v, stop, maxInt())];
  return { method, bounds };
}

/** Calls a slice method found by `guestSlice`. */
function callSlice(vm: VM, method: Value, v: Value, args: Value[]): Value {
  return method instanceof PyMethod ? vm.call(method, args) : callSpecial(vm, method, v, args);
}

/** Left out, a whole number, or something with an `__index__`: with any other bound a slice is an ordinary key. */
function isBound(v: Value | undefined): boolean {
  return (
    v === undefined || isIndex(v) || v instanceof PyOldInstance || typeOf(v).lookup("__index__") !== undefined
  );
}

/** The slice object `v[start:stop]` passes; an old-style instance gets numbers for what was not written. */
function plainSlice(vm: VM, v: Value, start: Value | undefined, stop: Value | undefined): PySlice {
  if (typeOf(v).name !== "instance" || !isBound(start) || !isBound(stop))
    return new PySlice(start ?? null, stop ?? null, null);
  return new PySlice(sliceBound(vm, v, start, 0), sliceBound(vm, v, stop, maxInt()), null);
}

function sliceBound(vm: VM, v: Value, bound: Value | undefined, missing: Value): Value {
  if (bound === undefined || bound === null) return missing;
  const n = asIndex(vm, bound, "slice indices must be integers or None or have an __index__ method");
  if (n < 0) return typeOf(v).builtin || typeOf(v).lookup("__len__") !== undefined ? n + length(vm, v) : n;
  return n < Number.MAX_SAFE_INTEGER ? n : maxInt();
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
  const converted = callNumberMethod(vm, v, "__index__");
  if (converted === undefined)
    raiseError(
      "TypeError",
      v instanceof PyOldInstance ? "object cannot be interpreted as an index" : problem,
    );
  return asIndex(vm, converted, `__index__ returned non-(int,long) (type ${typeName(converted)})`);
}

/** How often a sequence is repeated; undefined for what is no index. */
export function repeatCount(vm: VM, v: Value): number | undefined {
  const plain = unwrap(v);
  if (typeof plain === "bigint" && BigInt.asIntN(64, plain) !== plain)
    raiseError("OverflowError", "cannot fit 'long' into an index-sized integer");
  if (isIndex(plain) || v instanceof PyOldInstance) return asIndex(vm, plain, "");
  const converted = callNumberMethod(vm, v, "__index__");
  return converted === undefined ? undefined : repeatCount(vm, converted);
}

/**
 * A whole number as C functions take one (`PyArg_ParseTuple`'s `i`, `l` and `n`): what has an `__int__` will do, a float will not.
 */
export function integerArgument(vm: VM, v: Value): number {
  if (typeof v === "number") return v;
  const plain = unwrap(v);
  if (plain instanceof PyFloat) raiseError("TypeError", "integer argument expected, got float");
  if (plain instanceof PyComplex) raiseError("TypeError", "can't convert complex to int");
  const isOwn = typeof plain === "string" || (isIndex(plain) && typeof plain !== "bigint");
  const whole = isOwn ? plain : (callNumberMethod(vm, v, "__int__") ?? plain);
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
  const guest = type.guest("__len__", "length");
  if (guest !== undefined) return lengthResult(callSpecial(vm, guest, v, []));
  const slot = type.allSlots.length;
  if (slot !== undefined) return slot(vm, unwrap(v) as never);
  raiseError("TypeError", `object of type '${typeName(v)}' has no len()`);
}

/** `item in v`. */
export function contains(vm: VM, v: Value, item: Value): boolean {
  const type = typeOf(v);
  const guest = type.guest("__contains__", "contains");
  if (guest !== undefined) return isTrue(vm, callSpecial(vm, guest, v, [item]));
  const slot = type.allSlots.contains;
  if (slot !== undefined) return slot(vm, unwrap(v) as never, item);
  if (!isIterable(v)) raiseError("TypeError", `argument of type '${type.name}' is not iterable`);
  let found = false;
  walk(vm, v, (candidate) => {
    found = equals(vm, item, candidate);
    return !found;
  });
  return found;
}

/** Is there a way to walk it? */
export function isIterable(v: Value): boolean {
  const type = typeOf(v);
  return (
    type.allSlots.iterate !== undefined ||
    type.lookup("__iter__") !== undefined ||
    type.lookup("__getitem__") !== undefined
  );
}
