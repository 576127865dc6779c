/** `dict`. */
import { PyClassMethod, PyDict, PyList, PyTuple, PyView } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { PyNative, registerNative } from "../objects/natives.ts";
import { raiseError, raiseWith } from "../objects/raise.ts";
import type { ComparisonOperator, Keywords } from "../objects/slots.ts";
import { Table } from "../objects/table.ts";
import { dictItemsType, dictKeysType, dictType, dictValuesType, type PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { callSpecial } from "../operations/attributes.ts";
import { deeper } from "../operations/depth.ts";
import {
  compare,
  drain,
  equals,
  findAttribute,
  getItem,
  order,
  repr,
  setItem,
  tableDelete,
  tableGet,
  tableHas,
  tableSet,
  typeName,
  walk,
} from "../operations/index.ts";
import { isIterable } from "../operations/items.ts";
import { raiseUnhashable } from "../operations/keys.ts";
import { methods, none, one, rawMethod, unpacked } from "./define.ts";
import { fillLater } from "./fill-later.ts";
import { newIterator } from "./iterator-object.ts";
import { guarded } from "./recursion.ts";

/** What an entry weighs, about, in bytes. */
export const entrySize = 64;

/** Calls `visit` for each entry, in order; entries may change meanwhile. */
function eachEntry(table: Table, visit: (key: Value, value: Value) => void): void {
  for (let i = 0; i < table.keys.length; i++) {
    const key = table.keys[i];
    const value = table.values[i];
    if (key !== undefined && value !== undefined) visit(key, value);
  }
}

/** The keys of a table, in order. */
export function tableKeys(table: Table): Value[] {
  return table.keys.filter((key) => key !== undefined);
}

/** A copy that shares keys and values; tokens are copied, not computed again. */
export function copyTable(vm: VM, table: Table): Table {
  vm.charge(table.keys.length);
  vm.allocate(table.size * entrySize);
  return table.copy();
}

function reprDict(vm: VM, self: PyDict): string {
  const parts: string[] = [];
  eachEntry(self.table, (key, value) => {
    const part = `${repr(vm, key)}: ${repr(vm, value)}`;
    vm.charge(1 + (part.length >> 6));
    vm.allocate(part.length);
    parts.push(part);
  });
  return `{${parts.join(", ")}}`;
}

function compareDicts(vm: VM, operator: ComparisonOperator, a: PyDict, b: Value): Value | undefined {
  if (!(b instanceof PyDict) || (operator !== "Eq" && operator !== "NotEq")) return undefined;
  return deeper(vm, " in cmp", () => dictsEqual(vm, a.table, b.table)) === (operator === "Eq");
}

function dictsEqual(vm: VM, a: Table, b: Table): boolean {
  if (a.size !== b.size) return false;
  vm.charge(a.size);
  for (let i = 0; i < a.keys.length; i++) {
    const key = a.keys[i];
    const value = a.values[i];
    if (key === undefined || value === undefined) continue;
    const other = tableGet(vm, b, key);
    if (other === undefined || !equals(vm, value, other)) return false;
  }
  return true;
}

/** The order of two dictionaries: by size, then by the smallest key whose values differ (CPython's `dict_compare`). */
function orderDicts(vm: VM, a: PyDict, b: Value): number | undefined {
  if (!(b instanceof PyDict)) return undefined;
  if (a.table.size !== b.table.size) return a.table.size < b.table.size ? -1 : 1;
  return deeper(vm, " in cmp", () => orderEntries(vm, a, b));
}

function orderEntries(vm: VM, a: PyDict, b: PyDict): number {
  const left = smallestDifference(vm, a.table, b.table);
  if (left === undefined) return 0;
  const right = smallestDifference(vm, b.table, a.table);
  if (right === undefined) return 0;
  return order(vm, left.key, right.key) || order(vm, left.value, right.value);
}

function smallestDifference(vm: VM, a: Table, b: Table): { key: Value; value: Value } | undefined {
  let found: { key: Value; value: Value } | undefined;
  eachEntry(a, (key, value) => {
    vm.charge(1);
    const other = tableGet(vm, b, key);
    if (other !== undefined && equals(vm, value, other)) return;
    if (found === undefined || compare(vm, "Lt", key, found.key) === true) found = { key, value };
  });
  return found;
}

function getDictItem(vm: VM, self: PyDict, key: Value): Value {
  const found = tableGet(vm, self.table, key);
  if (found !== undefined) return found;
  const missing = self.type.builtin ? undefined : self.type.lookup("__missing__");
  if (missing !== undefined) return callSpecial(vm, missing, self, [key]);
  const builtin =
    self.type.builtin && self.type !== dictType ? findAttribute(vm, self, "__missing__") : undefined;
  return builtin === undefined ? raiseWith("KeyError", [key]) : vm.call(builtin, [key]);
}

/** `d.update(other, **keywords)`: another mapping, or pairs. */
function updateDict(vm: VM, self: PyDict, name: string, args: Value[], keywords: Keywords): void {
  if (args.length > 1) raiseError("TypeError", `${name} expected at most 1 arguments, got ${args.length}`);
  const other = args[0];
  if (other !== undefined) mergeInto(vm, self, other);
  for (const [key, value] of keywords ?? []) self.table.set(key, key, value);
}

function mergeInto(vm: VM, self: PyDict, other: Value): void {
  if (other instanceof PyDict) {
    vm.charge(other.table.keys.length);
    vm.allocate(other.table.size * entrySize);
    eachEntry(other.table, (key, value) => tableSet(vm, self.table, key, value));
    return;
  }
  const keys = findAttribute(vm, other, "keys");
  if (keys === undefined) {
    mergePairs(vm, self, other);
    return;
  }
  for (const key of drain(vm, vm.call(keys, []))) {
    vm.allocate(entrySize);
    tableSet(vm, self.table, key, getItem(vm, other, key));
  }
}

function mergePairs(vm: VM, self: PyDict, pairs: Value): void {
  let i = 0;
  walk(vm, pairs, (pair) => {
    const items = pairItems(vm, pair, i);
    if (items.length !== 2)
      raiseError(
        "ValueError",
        `dictionary update sequence element #${i} has length ${items.length}; 2 is required`,
      );
    vm.allocate(entrySize);
    tableSet(vm, self.table, items[0] ?? null, items[1] ?? null);
    i++;
    return true;
  });
}

function pairItems(vm: VM, pair: Value, i: number): Value[] {
  if (!isIterable(pair))
    raiseError("TypeError", `cannot convert dictionary update sequence element #${i} to a sequence`);
  return drain(vm, pair);
}

function receiveDict(v: Value): PyDict | undefined {
  return v instanceof PyDict ? v : undefined;
}

function listOf(vm: VM, self: PyDict, make: (key: Value, value: Value) => Value): Value {
  vm.charge(self.table.keys.length >> 2);
  vm.allocate(self.table.size * 8);
  const items: Value[] = [];
  eachEntry(self.table, (key, value) => items.push(make(key, value)));
  return new PyList(items);
}

fillLater(dictType, () => {
  dictType.slots = {
    repr: (vm, self: PyDict) => guarded(vm, self, "{...}", () => reprDict(vm, self)),
    hash: (_vm, self: PyDict) => raiseUnhashable(self),
    length: (_vm, self: PyDict) => self.table.size,
    compare: compareDicts,
    order: orderDicts,
    iterate: (_vm, self: PyDict) => newIterator("dictkey", self, self.table.size),
    contains: (vm, self: PyDict, key) => tableHas(vm, self.table, key),
    getItem: getDictItem,
    setItem: (vm, self: PyDict, key, value) => {
      vm.allocate(entrySize);
      tableSet(vm, self.table, key, value);
    },
    deleteItem: (vm, self: PyDict, key) => {
      if (!tableDelete(vm, self.table, key)) raiseWith("KeyError", [key]);
    },
    construct: (_vm, cls: PyType) => new PyDict(new Table(), cls),
    initialise: (vm, self: PyDict, args, keywords) => updateDict(vm, self, "dict", args, keywords),
  };
  methods(dictType, receiveDict, {
    keys: [none, (vm, self) => listOf(vm, self, (key) => key)],
    values: [none, (vm, self) => listOf(vm, self, (_key, value) => value)],
    items: [
      none,
      (vm, self) => {
        vm.allocate(self.table.size * 80);
        return listOf(vm, self, (key, value) => new PyTuple([key, value]));
      },
    ],
    iterkeys: [none, (_vm, self) => newIterator("dictkey", self, self.table.size)],
    itervalues: [none, (_vm, self) => newIterator("dictvalue", self, self.table.size)],
    iteritems: [none, (_vm, self) => newIterator("dictitem", self, self.table.size)],
    has_key: [one, (vm, self, key: Value) => tableHas(vm, self.table, key)],
    get: [
      unpacked(1, 2),
      (vm, self, key: Value, otherwise?: Value) => tableGet(vm, self.table, key) ?? otherwise ?? null,
    ],
    setdefault: [
      unpacked(1, 2),
      (vm, self, key: Value, value?: Value) => {
        const found = tableGet(vm, self.table, key);
        if (found !== undefined) return found;
        vm.allocate(entrySize);
        tableSet(vm, self.table, key, value ?? null);
        return value ?? null;
      },
    ],
    pop: [
      unpacked(1, 2),
      (vm, self, key: Value, otherwise?: Value) => {
        // Nothing is looked for in an empty one.
        const found = self.table.size === 0 ? undefined : tableGet(vm, self.table, key);
        if (found === undefined) return otherwise === undefined ? raiseWith("KeyError", [key]) : otherwise;
        tableDelete(vm, self.table, key);
        return found;
      },
    ],
    popitem: [
      none,
      (vm, self) => {
        if (self.table.size === 0) raiseError("KeyError", "popitem(): dictionary is empty");
        let at = self.table.keys.length - 1;
        while (self.table.keys[at] === undefined) at--;
        const key = self.table.keys[at] ?? null;
        const value = self.table.values[at] ?? null;
        tableDelete(vm, self.table, key);
        // The next one need not look through the holes.
        self.table.keys.length = at;
        self.table.values.length = at;
        return new PyTuple([key, value]);
      },
    ],
    viewkeys: [none, (_vm, self) => new PyView(dictKeysType, self)],
    viewvalues: [none, (_vm, self) => new PyView(dictValuesType, self)],
    viewitems: [none, (_vm, self) => new PyView(dictItemsType, self)],
    clear: [
      none,
      (_vm, self) => {
        self.table.clear();
        return null;
      },
    ],
    copy: [none, (vm, self) => new PyDict(copyTable(vm, self.table))],
  });
  rawMethod(dictType, "update", (vm, args, keywords) => {
    const self = receiveDict(args[0] ?? null);
    if (self === undefined)
      raiseError(
        "TypeError",
        `descriptor 'update' requires a 'dict' object but received a '${typeName(args[0] ?? null)}'`,
      );
    updateDict(vm, self, "update", args.slice(1), keywords);
    return null;
  });
  registerNative("dict.fromkeys", (vm, args) => {
    const [cls, ...rest] = args;
    const [keys, value] = unpacked(1, 2)("fromkeys", rest, null);
    const result = vm.call(cls ?? dictType, []);
    walk(vm, keys ?? null, (key) => {
      vm.allocate(entrySize);
      setItem(vm, result, key, value ?? null);
      return true;
    });
    return result;
  });
  dictType.dict.set("fromkeys", "fromkeys", new PyClassMethod(new PyNative("dict.fromkeys", "fromkeys")));
});
