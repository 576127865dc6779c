/**
 * What pages that were compiled when the app was built ask of built-in types: they print text and lists of text, and how they failed. All else that types
 * do comes late (`late.ts`), before any other page is run.
 */
import { type PyList, PyTuple } from "../objects/builtin-objects.ts";
import { baseExceptionType, type PyException } from "../objects/exception.ts";
import type { VM } from "../objects/machine.ts";
import { giveFirstSlots, listType, strType, tupleType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { repr, str } from "../operations/index.ts";
import { guarded } from "./recursion.ts";
import { bytesRepr } from "./text-repr.ts";

/** `repr` of a str. */
export function reprStr(vm: VM, self: string): string {
  vm.charge(self.length >> 2);
  vm.allocate(self.length);
  return bytesRepr(self);
}

/** `repr` of a list. */
export function reprList(vm: VM, self: PyList): string {
  return guarded(vm, self, "[...]", () => `[${reprItems(vm, self.items)}]`);
}

/** `repr` of a tuple. */
export function reprTuple(vm: VM, self: PyTuple): string {
  return guarded(
    vm,
    self,
    "(...)",
    () => `(${reprItems(vm, self.items)}${self.items.length === 1 ? "," : ""})`,
  );
}

function reprItems(vm: VM, items: readonly Value[]): string {
  const parts: string[] = [];
  // A repr may change the list.
  for (let i = 0; i < items.length; i++) {
    vm.charge(1);
    const part = repr(vm, items[i] ?? null);
    vm.allocate(part.length + 2);
    vm.charge(part.length >> 6);
    parts.push(part);
  }
  return parts.join(", ");
}

/** `str` of an exception that has no other. */
export function baseStr(vm: VM, self: PyException): string {
  const [only] = self.args;
  if (only === undefined) return "";
  return self.args.length === 1 ? str(vm, only) : repr(vm, new PyTuple(self.args));
}

giveFirstSlots(strType, { repr: reprStr });
giveFirstSlots(listType, { repr: reprList });
giveFirstSlots(tupleType, { repr: reprTuple });
giveFirstSlots(baseExceptionType, { str: baseStr });
