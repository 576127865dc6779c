/** `list` and `tuple`. */
import { PyList, PySlice, PyTuple } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { BinaryOperator, ComparisonOperator } from "../objects/slots.ts";
import { listType, type PyType, tupleType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { holds } from "../operations/comparison.ts";
import { deeper } from "../operations/depth.ts";
import { compare, drain, equals, hash, repr } from "../operations/index.ts";
import { integerArgument, isIterable, repeatCount } from "../operations/items.ts";
import { raiseUnhashable } from "../operations/keys.ts";
import { between, methods, named, none, one, optional } from "./define.ts";
import { fillLater } from "./fill-later.ts";
import { reprList, reprTuple } from "./first.ts";
import { newIterator } from "./iterator-object.ts";
import { clampBounds, itemIndex, sliceIndices } from "./slicing.ts";
import { sortValues } from "./sorting.ts";

/** Lexicographic comparison of the items, as both types do it. */
function compareItems(vm: VM, operator: ComparisonOperator, a: Value[], b: Value[]): Value {
  if ((operator === "Eq" || operator === "NotEq") && a.length !== b.length) return operator === "NotEq";
  return deeper(vm, " in cmp", () => compareEach(vm, operator, a, b));
}

function compareEach(vm: VM, operator: ComparisonOperator, a: Value[], b: Value[]): Value {
  for (let i = 0; i < a.length && i < b.length; i++) {
    vm.charge(1);
    const x = a[i] ?? null;
    const y = b[i] ?? null;
    if (equals(vm, x, y)) continue;
    if (operator === "Eq") return false;
    if (operator === "NotEq") return true;
    return compare(vm, operator, x, y);
  }
  return holds(operator, a.length - b.length);
}

/** A copy of the items `times` over; undefined when `times` is no integer. */
function repeated(vm: VM, items: Value[], times: Value): Value[] | undefined {
  if (typeof times !== "number" && typeof times !== "boolean" && typeof times !== "bigint") return undefined;
  const asked = Math.max(0, repeatCount(vm, times) ?? 0);
  const n = items.length === 0 ? 0 : asked;
  vm.allocate(items.length * n * 8);
  vm.charge((items.length * n) >> 3);
  const out: Value[] = [];
  for (let i = 0; i < n; i++) for (let at = 0; at < items.length; at++) out.push(items[at] as Value);
  return out;
}

function slicedItems(vm: VM, items: Value[], slice: PySlice): Value[] {
  const { start, stop, step, count } = sliceIndices(vm, slice, items.length);
  vm.allocate(count * 8);
  vm.charge(count >> 4);
  if (step === 1) return items.slice(start, stop);
  const out: Value[] = [];
  for (let i = 0, at = start; i < count; i++, at += step) out.push(items[at] ?? null);
  return out;
}

function containsItem(vm: VM, items: Value[], wanted: Value): boolean {
  vm.charge(items.length >> 2);
  for (let i = 0; i < items.length; i++) if (equals(vm, wanted, items[i] ?? null)) return true;
  return false;
}

function countItems(vm: VM, items: Value[], wanted: Value): number {
  vm.charge(items.length >> 2);
  let count = 0;
  for (let i = 0; i < items.length; i++) if (equals(vm, items[i] ?? null, wanted)) count++;
  return count;
}

/** The first position of `wanted` between the bounds, or -1. */
function findItem(vm: VM, items: Value[], wanted: Value, start?: Value, stop?: Value): number {
  const [from, to] = clampBounds(vm, items.length, start, stop, false);
  vm.charge(Math.max(0, to - from) >> 2);
  for (let i = from; i < to && i < items.length; i++) if (equals(vm, items[i] ?? null, wanted)) return i;
  return -1;
}

function binaryList(
  vm: VM,
  operator: BinaryOperator,
  self: PyList,
  other: Value,
  reflected: boolean,
): Value | undefined {
  if (operator === "Add" && other instanceof PyList && !reflected) {
    vm.allocate((self.items.length + other.items.length) * 8);
    vm.charge((self.items.length + other.items.length) >> 4);
    return new PyList(self.items.concat(other.items));
  }
  if (operator !== "Mult") return undefined;
  const items = repeated(vm, self.items, other);
  return items === undefined ? undefined : new PyList(items);
}

function inplaceList(vm: VM, operator: BinaryOperator, self: PyList, other: Value): Value | undefined {
  if (operator === "Add") {
    extend(vm, self, other);
    return self;
  }
  if (operator !== "Mult") return undefined;
  const items = repeated(vm, self.items, other);
  if (items === undefined) return undefined;
  self.items = items;
  return self;
}

function extend(vm: VM, self: PyList, more: Value): void {
  const items = drain(vm, more);
  for (const item of items) self.items.push(item);
}

function setListItem(vm: VM, self: PyList, key: Value, value: Value): void {
  if (!(key instanceof PySlice)) {
    self.items[itemIndex(vm, key, self.items.length, "list assignment")] = value;
    return;
  }
  const { start, stop, step, count } = sliceIndices(vm, key, self.items.length);
  const items = assignedItems(vm, value, step);
  if (step === 1) {
    const end = Math.max(start, stop);
    vm.charge(self.items.length >> 3);
    self.items = self.items.slice(0, start).concat(items, self.items.slice(end));
    return;
  }
  if (items.length !== count)
    raiseError(
      "ValueError",
      `attempt to assign sequence of size ${items.length} to extended slice of size ${count}`,
    );
  vm.charge(count >> 4);
  for (let i = 0; i < count; i++) self.items[start + i * step] = items[i] ?? null;
}

function assignedItems(vm: VM, value: Value, step: number): Value[] {
  if (!isIterable(value))
    raiseError(
      "TypeError",
      step === 1 ? "can only assign an iterable" : "must assign iterable to extended slice",
    );
  return drain(vm, value);
}

function deleteListItem(vm: VM, self: PyList, key: Value): void {
  if (!(key instanceof PySlice)) {
    vm.charge(self.items.length >> 6);
    self.items.splice(itemIndex(vm, key, self.items.length, "list assignment"), 1);
    return;
  }
  const { start, step, count } = sliceIndices(vm, key, self.items.length);
  vm.charge(self.items.length >> 2);
  vm.charge(count >> 2);
  removeEvery(self.items, step < 0 ? start + (count - 1) * step : start, Math.abs(step), count);
}

/** Takes `count` of the items out: the one at `first` and then each `step` further on. */
function removeEvery(items: Value[], first: number, step: number, count: number): void {
  const end = first + count * step;
  let to = first;
  for (let at = first; at < items.length; at++)
    if (at >= end || (at - first) % step !== 0) items[to++] = items[at] as Value;
  if (count > 0) items.length = to;
}

function receiveList(v: Value): PyList | undefined {
  return v instanceof PyList ? v : undefined;
}

fillLater(listType, () => {
  listType.slots = {
    repr: reprList,
    hash: (_vm, self: PyList) => raiseUnhashable(self),
    length: (_vm, self: PyList) => self.items.length,
    compare: (vm, operator, self: PyList, other) =>
      other instanceof PyList ? compareItems(vm, operator, self.items, other.items) : undefined,
    binary: (vm, operator, self: PyList, other, reflected) =>
      binaryList(vm, operator, self, other, reflected),
    inplace: inplaceList,
    iterate: (_vm, self: PyList) => newIterator("list", self),
    contains: (vm, self: PyList, item) => containsItem(vm, self.items, item),
    getItem: (vm, self: PyList, key) =>
      key instanceof PySlice
        ? new PyList(slicedItems(vm, self.items, key))
        : (self.items[itemIndex(vm, key, self.items.length, "list")] ?? null),
    setItem: setListItem,
    deleteItem: deleteListItem,
    construct: (_vm, cls: PyType) => new PyList([], cls),
    initialise: (vm, self: PyList, args, keywords) => {
      const v = optional("list", "sequence", args, keywords);
      self.items = v === undefined ? [] : drain(vm, v);
    },
  };
  methods(listType, receiveList, {
    append: [
      one,
      (vm, self, item: Value) => {
        vm.allocate(8);
        self.items.push(item);
        return null;
      },
    ],
    extend: [
      one,
      (vm, self, more: Value) => {
        extend(vm, self, more);
        return null;
      },
    ],
    insert: [
      between(2),
      (vm, self, index: Value, item: Value) => {
        const n = integerArgument(vm, index);
        vm.allocate(8);
        vm.charge(self.items.length >> 6);
        self.items.splice(n < 0 ? Math.max(0, n + self.items.length) : n, 0, item);
        return null;
      },
    ],
    pop: [
      between(0, 1),
      (vm, self, index?: Value) => {
        const { items } = self;
        const n = index === undefined ? -1 : integerArgument(vm, index);
        if (items.length === 0) raiseError("IndexError", "pop from empty list");
        if (index === undefined) return items.pop() ?? null;
        const at = n < 0 ? n + items.length : n;
        if (at < 0 || at >= items.length) raiseError("IndexError", "pop index out of range");
        vm.charge(items.length >> 6);
        return items.splice(at, 1)[0] ?? null;
      },
    ],
    remove: [
      one,
      (vm, self, item: Value) => {
        const at = findItem(vm, self.items, item);
        if (at < 0) raiseError("ValueError", "list.remove(x): x not in list");
        self.items.splice(at, 1);
        return null;
      },
    ],
    index: [
      between(1, 3),
      (vm, self, item: Value, start?: Value, stop?: Value) => {
        const at = findItem(vm, self.items, item, start, stop);
        return at < 0 ? raiseError("ValueError", `${repr(vm, item)} is not in list`) : at;
      },
    ],
    count: [one, (vm, self, item: Value) => countItems(vm, self.items, item)],
    reverse: [
      none,
      (vm, self) => {
        vm.charge(self.items.length >> 5);
        self.items.reverse();
        return null;
      },
    ],
    sort: [
      named(0, "cmp", "key", "reverse"),
      (vm, self, cmp?: Value, key?: Value, reverse?: Value) => {
        sortList(
          vm,
          self,
          cmp ?? null,
          key ?? null,
          reverse !== undefined && integerArgument(vm, reverse) !== 0,
        );
        return null;
      },
    ],
    __reversed__: [none, (_vm, self) => newIterator("listreverse", self)],
  });
});

/** Sorts in place; while a learner's comparison runs the list looks empty, and changing it is an error. */
function sortList(vm: VM, self: PyList, cmp: Value, key: Value, reverse: boolean): void {
  const items = self.items;
  const placeholder: Value[] = [];
  self.items = placeholder;
  try {
    const sorted = sortValues(vm, items, { cmp, key, reverse });
    const isModified = self.items !== placeholder || placeholder.length > 0;
    self.items = sorted;
    if (isModified) raiseError("ValueError", "list modified during sort");
  } finally {
    if (self.items === placeholder) self.items = items;
  }
}

fillLater(tupleType, () => {
  tupleType.slots = {
    repr: reprTuple,
    hash: (vm, self: PyTuple) => {
      vm.charge(1 + (self.items.length >> 2));
      let h = 0x345678;
      deeper(vm, "", () => {
        for (const item of self.items) h = (Math.imul(h, 1000003) ^ (hash(vm, item) | 0)) | 0;
      });
      return h;
    },
    length: (_vm, self: PyTuple) => self.items.length,
    compare: (vm, operator, self: PyTuple, other) =>
      other instanceof PyTuple ? compareItems(vm, operator, self.items, other.items) : undefined,
    binary: (vm, operator, self: PyTuple, other, reflected) => {
      if (operator === "Add" && other instanceof PyTuple && !reflected) {
        vm.allocate((self.items.length + other.items.length) * 8);
        vm.charge((self.items.length + other.items.length) >> 4);
        return new PyTuple(self.items.concat(other.items));
      }
      const items = operator === "Mult" ? repeated(vm, self.items, other) : undefined;
      return items === undefined ? undefined : new PyTuple(items);
    },
    iterate: (_vm, self: PyTuple) => newIterator("tuple", self),
    contains: (vm, self: PyTuple, item) => containsItem(vm, self.items, item),
    getItem: (vm, self: PyTuple, key) =>
      key instanceof PySlice
        ? new PyTuple(slicedItems(vm, self.items, key))
        : (self.items[itemIndex(vm, key, self.items.length, "tuple")] ?? null),
    construct: (vm, cls: PyType, args, keywords) => {
      const v = optional("tuple", "sequence", args, keywords);
      if (v instanceof PyTuple && v.type === tupleType && cls === tupleType) return v;
      return new PyTuple(v === undefined ? [] : drain(vm, v), cls);
    },
  };
  methods(tupleType, (v) => (v instanceof PyTuple ? v : undefined), {
    count: [one, (vm, self, item: Value) => countItems(vm, self.items, item)],
    index: [
      between(1, 3),
      (vm, self, item: Value, start?: Value, stop?: Value) => {
        const at = findItem(vm, self.items, item, start, stop);
        return at < 0 ? raiseError("ValueError", "tuple.index(x): x not in tuple") : at;
      },
    ],
    __getnewargs__: [none, (_vm, self) => new PyTuple([new PyTuple(self.items)])],
  });
});
