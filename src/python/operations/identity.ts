/**
 * `id()` and the addresses of default reprs.
 *
 * A heap object gets its number from the interpreter when someone first asks, so a run repeats exactly.
 * Objects shared by all interpreters (built-in types, natives) and primitives get one computed from what they are.
 */
import { PyComplex, PyFloat, PyInt, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import { PyCode } from "../objects/frame.ts";
import type { VM } from "../objects/machine.ts";
import { PyMethodDescriptor, PyNative } from "../objects/natives.ts";
import { PyType } from "../objects/type.ts";
import { type PyObject, sharedSerial, type Value } from "../objects/values.ts";

const sharedBase = 0x7e0000000000;

/** `id(v)`. */
export function identity(vm: VM, v: Value): number {
  if (v === null) return sharedBase;
  if (typeof v !== "object") return sharedBase + 64 + textHash(vm, `${typeof v} ${v}`) * 16;
  if (v instanceof PyType && v.builtin) return sharedBase + 64 + textHash(vm, `type ${v.name}`) * 16;
  const shared = sharedText(vm, v);
  if (shared !== undefined) return sharedBase + 64 + textHash(vm, shared) * 16;
  if (v instanceof PyMethodDescriptor || (v instanceof PyNative && v.self === undefined))
    return sharedBase + 64 + textHash(vm, `native ${v.key}`) * 16;
  if (v.serial === 0) {
    v.serial = vm.interpreter.nextSerial;
    vm.interpreter.nextSerial += 16;
  }
  return v.serial;
}

/**
 * What an immutable value that images share between worlds is, as text; undefined for the others.
 * NOT-PYTHON: two equal floats, unicode strings or constant tuples have the same `id`, also where `is` tells them apart.
 */
function sharedText(vm: VM, v: PyObject): string | undefined {
  if (!v.type.builtin) return undefined;
  if (v instanceof PyFloat || v instanceof PyInt) return `${v.type.name} ${v.value}`;
  if (v instanceof PyUnicode) return `unicode ${v.value}`;
  if (v instanceof PyComplex) return `complex ${v.real} ${v.imag}`;
  if (v instanceof PyTuple && v.serial === sharedSerial)
    return `tuple ${v.items.map((item) => identity(vm, item))}`;
  return v instanceof PyCode ? `code ${v.filename} ${v.name} ${v.firstLine}` : undefined;
}

/** The address as `%p` writes it. */
export function address(vm: VM, v: Value): string {
  return `0x${identity(vm, v).toString(16)}`;
}

/** Charges for reading all of a long text, which happens within one step. */
export function chargeText(vm: VM, text: string): void {
  if (text.length > 1024) vm.charge(text.length >> 6);
}

/** A 32-bit hash of a text (FNV-1a); not negative. */
export function textHash(vm: VM, text: string): number {
  chargeText(vm, text);
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
