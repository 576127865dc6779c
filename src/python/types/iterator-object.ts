/**
 * The machine's own iterators: one class of plain data, a stepping rule per `kind`.
 *
 * `newIterator(kind, source)` makes one; `stepping(kind, name, step)` declares a kind: the type learners see and what one
 * step does with `source`, `position` and `state`. A rule returns undefined when the iterator is exhausted.
 */
import { PyIterator } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Slots } from "../objects/slots.ts";
import { iteratorType, iteratorTypes, type PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { length } from "../operations/items.ts";
import { methods, none } from "./define.ts";
import { fillLater } from "./fill-later.ts";

type Step = (vm: VM, iterator: PyIterator) => Value | undefined;

const steps = new Map<string, Step>();
const types = new Map<string, PyType>();

/** Declares a kind of iterator; kinds may share one of the types by its name. `construct` makes the type callable. */
export function stepping(kind: string, name: string, step: Step, construct?: Slots["construct"]): void {
  const type = iteratorTypes.find((each) => each.name === name);
  if (type === undefined)
    throw new Error(`Failed to declare the iterator ${name}: it has no type. Add it to \`iteratorTypes\`.`);
  fillLater(type, () => fill(type, construct));
  steps.set(kind, step);
  types.set(kind, type);
}

function fill(type: PyType, construct: Slots["construct"]): void {
  type.slots = {
    iterate: (_vm, self: PyIterator) => self,
    next: nextOf,
    construct: construct ?? (() => raiseError("TypeError", `cannot create '${type.name}' instances`)),
  };
  const receiver = (v: Value) => (v instanceof PyIterator ? v : undefined);
  if (/^(list|tuple|range|set|dictionary-|reversed)/.test(type.name))
    methods(type, receiver, { __length_hint__: [none, (vm, self) => lengthHint(vm, self)] });
}

/** How many items are still to come. */
function lengthHint(vm: VM, self: PyIterator): number {
  return self.position < 0 ? 0 : Math.max(0, length(vm, self.source) - self.position);
}

function nextOf(vm: VM, self: PyIterator): Value | undefined {
  if (self.position < 0) return undefined;
  const step = steps.get(self.kind);
  if (step === undefined)
    throw new Error(`Failed to step an iterator: nothing declared the kind ${self.kind}. Call stepping().`);
  const item = step(vm, self);
  if (item === undefined) self.position = -1;
  return item;
}

/** An iterator of a declared kind. */
export function newIterator(kind: string, source: Value, state: Value = null): PyIterator {
  const iterator = new PyIterator(kind, source, 0, state);
  iterator.type = types.get(kind) ?? iteratorType;
  return iterator;
}
