/** `set` and `frozenset`. */
import { PyDict, PyList, PySet, PyTuple } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError, raiseWith } from "../objects/raise.ts";
import type { BinaryOperator, ComparisonOperator, Keywords, Slots } from "../objects/slots.ts";
import { Table } from "../objects/table.ts";
import { frozensetType, type PyType, setType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { deeper } from "../operations/depth.ts";
import { hash, repr, tableDelete, tableHas, tableSet, walk } from "../operations/index.ts";
import { raiseUnhashable } from "../operations/keys.ts";
import { type MethodBody, methods, none, one, type Signature, variadic } from "./define.ts";
import { copyTable, entrySize, tableKeys } from "./dict.ts";
import { fillLater } from "./fill-later.ts";
import { newIterator } from "./iterator-object.ts";
import { guarded } from "./recursion.ts";

function add(vm: VM, table: Table, item: Value): void {
  vm.allocate(entrySize);
  tableSet(vm, table, item, item);
}

/** A fresh table of anything that can be walked. */
export function tableOf(vm: VM, items: Value): Table {
  if (items instanceof PySet) return copyTable(vm, items.table);
  const table = new Table();
  if (items instanceof PyDict) for (const key of tableKeys(items.table)) add(vm, table, key);
  else
    walk(vm, items, (item) => {
      add(vm, table, item);
      return true;
    });
  return table;
}

/** The items themselves, of a set without a copy. */
function asTable(vm: VM, v: Value): Table {
  return v instanceof PySet ? v.table : tableOf(vm, v);
}

function union(vm: VM, a: Table, b: Table): Table {
  const result = copyTable(vm, a);
  vm.charge(b.keys.length);
  for (const key of tableKeys(b)) add(vm, result, key);
  return result;
}

function select(vm: VM, a: Table, keep: (key: Value) => boolean): Table {
  vm.charge(a.size);
  const result = new Table();
  for (const key of tableKeys(a)) if (keep(key)) add(vm, result, key);
  return result;
}

/** The items are those of `b`, unless that is a set and the larger one. */
function intersection(vm: VM, a: Table, b: Table, isSet = true): Table {
  return isSet && b.size > a.size
    ? select(vm, a, (key) => tableHas(vm, b, key))
    : select(vm, b, (key) => tableHas(vm, a, key));
}

function difference(vm: VM, a: Table, b: Table): Table {
  return select(vm, a, (key) => !tableHas(vm, b, key));
}

function symmetricDifference(vm: VM, a: Table, b: Table): Table {
  return union(vm, difference(vm, a, b), difference(vm, b, a));
}

export const setOperations: Partial<Record<BinaryOperator, (vm: VM, a: Table, b: Table) => Table>> = {
  BitOr: union,
  BitAnd: intersection,
  Sub: difference,
  BitXor: symmetricDifference,
};

function isSubset(vm: VM, a: Table, b: Table): boolean {
  vm.charge(a.size);
  return a.size <= b.size && tableKeys(a).every((key) => tableHas(vm, b, key));
}

function compareSets(vm: VM, operator: ComparisonOperator, self: PySet, other: Value): boolean | undefined {
  return other instanceof PySet ? compareTables(vm, operator, self.table, other.table) : undefined;
}

/** Sets are ordered by inclusion. */
export function compareTables(vm: VM, operator: ComparisonOperator, a: Table, b: Table): boolean {
  switch (operator) {
    case "Eq":
      return a.size === b.size && isSubset(vm, a, b);
    case "NotEq":
      return !(a.size === b.size && isSubset(vm, a, b));
    case "LtE":
      return isSubset(vm, a, b);
    case "Lt":
      return a.size < b.size && isSubset(vm, a, b);
    case "GtE":
      return isSubset(vm, b, a);
    case "Gt":
      return b.size < a.size && isSubset(vm, b, a);
  }
}

function like(self: PySet, table: Table): PySet {
  return new PySet(table, self.isFrozen ? frozensetType : setType);
}

/** What both kinds answer. */
const sharedSlots = (): Slots => ({
  repr: (vm, self: PySet) =>
    guarded(vm, self, `${self.type.name}(...)`, () => {
      const parts = tableKeys(self.table).map((key) => {
        const part = repr(vm, key);
        vm.charge(1 + (part.length >> 6));
        vm.allocate(part.length);
        return part;
      });
      return `${self.type.name}([${parts.join(", ")}])`;
    }),
  length: (_vm, self: PySet) => self.table.size,
  compare: compareSets,
  order: (_vm, _self, other) =>
    other instanceof PySet ? raiseError("TypeError", "cannot compare sets using cmp()") : undefined,
  binary: (vm, operator, self: PySet, other, reflected) => {
    const operation = setOperations[operator];
    if (operation === undefined || !(other instanceof PySet)) return undefined;
    const [a, b] = reflected ? [other, self] : [self, other];
    return like(a, operation(vm, a.table, b.table));
  },
  iterate: (_vm, self: PySet) => newIterator("set", self, self.table.size),
  contains: (vm, self: PySet, item) => tableHas(vm, self.table, setKey(item)),
});

/** A set looked for in a set stands for the frozenset of its items. */
function setKey(item: Value): Value {
  return item instanceof PySet && !item.isFrozen ? new PySet(item.table, frozensetType) : item;
}

function checkArguments(name: string, args: Value[], keywords: Keywords): void {
  if (keywords !== null && keywords.size > 0)
    raiseError("TypeError", `${name}() does not take keyword arguments`);
  if (args.length > 1) raiseError("TypeError", `${name} expected at most 1 arguments, got ${args.length}`);
}

type Operation = (vm: VM, a: Table, b: Table, isSet?: boolean) => Table;

type SetMethods = Record<string, readonly [Signature, MethodBody<PySet>]>;

/** A method over any number of other collections. */
function folding(operation: Operation): readonly [Signature, MethodBody<PySet>] {
  return [
    variadic,
    (vm, self, ...others: Value[]) => {
      let table = copyTable(vm, self.table);
      for (const other of others) table = operation(vm, table, asTable(vm, other), other instanceof PySet);
      return like(self, table);
    },
  ];
}

/** What both kinds can do. */
const sharedMethods = (): SetMethods => ({
  union: folding(union),
  intersection: folding(intersection),
  difference: folding(difference),
  symmetric_difference: [
    one,
    (vm, self, other: Value) => like(self, symmetricDifference(vm, self.table, asTable(vm, other))),
  ],
  issubset: [one, (vm, self, other: Value) => isSubset(vm, self.table, asTable(vm, other))],
  issuperset: [one, (vm, self, other: Value) => isSubset(vm, asTable(vm, other), self.table)],
  isdisjoint: [one, (vm, self, other: Value) => intersection(vm, asTable(vm, other), self.table).size === 0],
  copy: [none, (vm, self) => (self.isFrozen ? self : like(self, copyTable(vm, self.table)))],
  __reduce__: [
    none,
    (_vm, self) =>
      new PyTuple([
        self.type,
        new PyTuple([new PyList(tableKeys(self.table))]),
        self.attributes === null ? null : new PyDict(self.attributes),
      ]),
  ],
});

/** An in-place method over any number of other collections. */
function updating(operation: Operation): readonly [Signature, MethodBody<PySet>] {
  return [
    variadic,
    (vm, self, ...others: Value[]) => {
      for (const other of others)
        self.table = operation(vm, self.table, asTable(vm, other), other instanceof PySet);
      return null;
    },
  ];
}

fillLater(setType, () => {
  setType.slots = {
    ...sharedSlots(),
    hash: (_vm, self: PySet) => raiseUnhashable(self),
    inplace: (vm, operator, self: PySet, other) => {
      const operation = setOperations[operator];
      if (operation === undefined || !(other instanceof PySet)) return undefined;
      self.table = operation(vm, self.table, other.table);
      return self;
    },
    construct: (_vm, cls: PyType) => new PySet(new Table(), cls),
    initialise: (vm, self: PySet, args, keywords) => {
      checkArguments("set", args, keywords);
      self.table = args[0] === undefined ? new Table() : tableOf(vm, args[0]);
    },
  };
  methods(setType, (v) => (v instanceof PySet && !v.isFrozen ? v : undefined), {
    ...sharedMethods(),
    add: [
      one,
      (vm, self, item: Value) => {
        add(vm, self.table, item);
        return null;
      },
    ],
    remove: [
      one,
      (vm, self, item: Value) => {
        if (!tableDelete(vm, self.table, setKey(item))) raiseWith("KeyError", [item]);
        return null;
      },
    ],
    discard: [
      one,
      (vm, self, item: Value) => {
        tableDelete(vm, self.table, setKey(item));
        return null;
      },
    ],
    pop: [
      none,
      (vm, self) => {
        const { table } = self;
        if (table.size === 0) raiseError("KeyError", "pop from an empty set");
        const first = table.keys[table.entryFrom(0)] ?? null;
        tableDelete(vm, table, first);
        return first;
      },
    ],
    clear: [
      none,
      (_vm, self) => {
        self.table.clear();
        return null;
      },
    ],
    update: updating(union),
    intersection_update: updating(intersection),
    difference_update: updating(difference),
    symmetric_difference_update: [one, updating(symmetricDifference)[1]],
  });
});

fillLater(frozensetType, () => {
  frozensetType.slots = {
    ...sharedSlots(),
    hash: (vm, self: PySet) => {
      vm.charge(self.table.size + 1);
      let h = self.table.size;
      deeper(vm, "", () => {
        for (const key of tableKeys(self.table)) h = (h + Math.imul(hash(vm, key) | 0, 0x9e3779b1)) | 0;
      });
      return h;
    },
    construct: (vm, cls: PyType, args, keywords) => {
      checkArguments("frozenset", args, keywords);
      const [items] = args;
      if (items instanceof PySet && items.type === frozensetType && cls === frozensetType) return items;
      return new PySet(items === undefined ? new Table() : tableOf(vm, items), cls);
    },
  };
  methods(frozensetType, (v) => (v instanceof PySet && v.isFrozen ? v : undefined), sharedMethods());
});
