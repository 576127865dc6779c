/** What a dictionary shows of itself: `viewkeys`, `viewitems`, which are sets too, and `viewvalues`. */
import { PyList, PySet, PyTuple, PyView } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { ComparisonOperator, Slots } from "../objects/slots.ts";
import { dictItemsType, dictKeysType, dictValuesType, type PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { drain, equals, repr, tableGet, tableHas } from "../operations/index.ts";
import { raiseUnhashable } from "../operations/keys.ts";
import { fillLater } from "./fill-later.ts";
import { newIterator } from "./iterator-object.ts";
import { guarded } from "./recursion.ts";
import { compareTables, setOperations, tableOf } from "./set.ts";

/** What all three answer; `kind` is that of their iterator. */
const viewSlots = (kind: string): Slots => ({
  repr: (vm, self: PyView) =>
    guarded(
      vm,
      self,
      `${self.type.name}(...)`,
      () => `${self.type.name}(${repr(vm, new PyList(drain(vm, self)))})`,
    ),
  length: (_vm, self: PyView) => self.source.table.size,
  iterate: (_vm, self: PyView) => newIterator(kind, self.source, self.source.table.size),
  construct: (_vm, cls: PyType) => raiseError("TypeError", `cannot create '${cls.name}' instances`),
});

/** Keys and items are compared like sets, with sets and with each other. */
function compareViews(vm: VM, operator: ComparisonOperator, self: PyView, other: Value): boolean | undefined {
  const isOther = other instanceof PySet || (other instanceof PyView && other.type !== dictValuesType);
  return isOther ? compareTables(vm, operator, tableOf(vm, self), tableOf(vm, other)) : undefined;
}

/** What keys and items answer besides. */
const setSlots = (): Slots => ({
  hash: (_vm, self: PyView) => raiseUnhashable(self),
  compare: compareViews,
  binary: (vm, operator, self: PyView, other, reflected) => {
    const operation = setOperations[operator];
    if (operation === undefined) return undefined;
    const [a, b] = reflected ? [other, self] : [self, other];
    return new PySet(operation(vm, tableOf(vm, a), tableOf(vm, b)));
  },
});

function containsItem(vm: VM, { source }: PyView, item: Value): boolean {
  if (!(item instanceof PyTuple) || item.items.length !== 2) return false;
  const [key = null, value = null] = item.items;
  const found = tableGet(vm, source.table, key);
  return found !== undefined && equals(vm, value, found);
}

fillLater(dictKeysType, () => {
  dictKeysType.slots = {
    ...viewSlots("dictkey"),
    ...setSlots(),
    contains: (vm, { source }: PyView, key) => tableHas(vm, source.table, key),
  };
});

fillLater(dictItemsType, () => {
  dictItemsType.slots = { ...viewSlots("dictitem"), ...setSlots(), contains: containsItem };
});

fillLater(dictValuesType, () => {
  dictValuesType.slots = viewSlots("dictvalue");
});
