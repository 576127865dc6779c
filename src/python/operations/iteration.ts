/** Iteration: `iter(v)`, one step, and walking to the end. */
import { PyIterator, PyList, PyTuple } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { caught, raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { callSpecial, findSpecial } from "./attributes.ts";
import { lengthResult } from "./truth.ts";
import { typeName, typeOf, unwrap } from "./type-of.ts";

/** `iter(v)`: `__iter__`, else `__getitem__` from 0 on; TypeError when it has neither. */
export function iterate(vm: VM, v: Value): Value {
  const type = typeOf(v);
  const guest = type.guest("__iter__", "iterate");
  if (guest !== undefined && guest !== null) return checkIterator(vm, callSpecial(vm, guest, v, []));
  const slot = type.allSlots.iterate;
  const isText = type.layout === "str" || type.layout === "unicode";
  if (slot !== undefined && !(isText && type.guest("__getitem__", "getItem") !== undefined))
    return slot(vm, unwrap(v) as never);
  if (guest !== null && type.lookup("__getitem__") !== undefined) return new PyIterator("sequence", v);
  raiseError("TypeError", `'${type.name}' object is not iterable`);
}

/** What a learner's `__iter__` returned, which must have `next`. */
export function checkIterator(vm: VM, v: Value, from = "iter()"): Value {
  const type = typeOf(v);
  if (type.allSlots.next !== undefined || type.lookup("next") !== undefined) return v;
  if (type.name === "instance" && type.allSlots.getAttribute?.(vm, v as never, "next") !== undefined)
    return v;
  raiseError("TypeError", `${from} returned non-iterator of type '${typeName(v)}'`);
}

/** One step of an iterator; undefined when it is exhausted. */
export function next(vm: VM, iterator: Value): Value | undefined {
  const type = typeOf(iterator);
  const guest = type.guest("next", "next");
  if (guest !== undefined) {
    try {
      return callSpecial(vm, guest, iterator, []);
    } catch (error) {
      if (caught(error, "StopIteration")) return undefined;
      throw error;
    }
  }
  const slot = type.allSlots.next;
  if (slot === undefined) raiseError("TypeError", `${type.name} object is not an iterator`);
  return slot(vm, iterator as never);
}

/** Calls `visit` with each item, charging for each. `visit` returns false to stop early. */
export function walk(vm: VM, v: Value, visit: (item: Value) => boolean | undefined): void {
  const iterator = iterate(vm, v);
  for (;;) {
    vm.charge(1);
    const item = next(vm, iterator);
    if (item === undefined || visit(item) === false) return;
  }
}

/** All the items, as a fresh array; charges for them. */
export function drain(vm: VM, v: Value): Value[] {
  if ((v instanceof PyList || v instanceof PyTuple) && v.type.builtin) {
    vm.charge(v.items.length >> 3);
    vm.allocate(v.items.length * 8);
    return v.items.slice();
  }
  const items: Value[] = [];
  const iterator = iterate(vm, v);
  askLength(vm, v);
  for (let item = next(vm, iterator); item !== undefined; item = next(vm, iterator)) {
    vm.charge(1);
    if ((items.length & 63) === 0) vm.allocate(512);
    items.push(item);
  }
  return items;
}

/** CPython asks a learner's `__len__` how much room the items will take: what it prints or raises is noticed. */
function askLength(vm: VM, v: Value): void {
  const type = typeOf(v);
  const isOld = type.name === "instance";
  try {
    const method = isOld ? findSpecial(vm, v, "__len__") : type.guest("__len__", "length");
    if (method !== undefined) lengthResult(isOld ? vm.call(method, []) : callSpecial(vm, method, v, []));
  } catch (error) {
    if (!caught(error, "TypeError") && !caught(error, "AttributeError")) throw error;
  }
}
