/**
 * The register of native functions.
 *
 * The Python heap never holds a host closure; it holds a `PyNative`, which names its implementation. The register maps
 * the name to the function, so an image written by one worker runs in the next. What many programs never call is
 * made late, when its key is first called.
 */
import type { NativeFunction, VM } from "./machine.ts";
import type { Keywords, Operation } from "./slots.ts";
import { getsetType, methodDescriptorType, nativeType, type PyType } from "./type.ts";
import { PyObject, type Value } from "./values.ts";

const register = new Map<string, NativeFunction>();
const finders = new Map<string, NativeFinder[]>();

/** Makes the implementation of `PREFIX.name`, or gives undefined when it knows none of that name. */
export type NativeFinder = (name: string) => NativeFunction | undefined;

/** Makes `implementation` known under `key`. Keys are unique: `len`, `list.append`, `math.sqrt`, `server.Session`. */
export function registerNative(key: string, implementation: NativeFunction): void {
  if (register.has(key))
    throw new Error(`Failed to register the native ${key}: the name is taken. Choose another.`);
  register.set(key, implementation);
}

/** Asks `find` for the natives under `prefix` ("" for keys without a dot) when one is first called. */
export function registerNatives(prefix: string, find: NativeFinder): void {
  const known = finders.get(prefix);
  if (known === undefined) finders.set(prefix, [find]);
  else known.push(find);
}

/** Names the visible operation that a call of a native would be; undefined when it would be none. */
export type NativeVisible = (vm: VM, args: Value[], keywords: Keywords) => Operation | undefined;

const visibles = new Map<string, NativeVisible>();

/** Has the native `key` asked before it is called, where a machine stops at visible operations. */
export function registerVisible(key: string, visible: NativeVisible): void {
  visibles.set(key, visible);
}

/** How to ask the native `key`; undefined when no call of it is a visible operation. */
export function nativeVisible(key: string): NativeVisible | undefined {
  return visibles.get(key);
}

/** The implementation registered under `key`. */
export function nativeImplementation(key: string): NativeFunction {
  return register.get(key) ?? findNative(key);
}

/** @note A finder may register more under its own prefix: filling a type does. The loop reaches those too. */
function findNative(key: string): NativeFunction {
  const dot = key.lastIndexOf(".");
  for (const find of finders.get(key.slice(0, Math.max(0, dot))) ?? []) {
    const found = find(key.slice(dot + 1)) ?? register.get(key);
    if (found === undefined) continue;
    register.set(key, found);
    return found;
  }
  throw new Error(`Failed to find the native ${key}: nothing registered it.`);
}

/** A built-in function, or a built-in method bound to `self`. Immutable. */
export class PyNative extends PyObject {
  /** Key in the register. */
  declare key: string;
  /** `__name__`: the part a learner sees. */
  declare name: string;
  /** The bound receiver; undefined for a plain function. */
  declare self: Value | undefined;
  /** What the register gave for `key`, once it was asked. No part of an image. */
  declare implementation: NativeFunction | null;
  constructor(key: string, name: string, self?: Value) {
    super(nativeType);
    this.key = key;
    this.name = name;
    this.self = self;
    this.implementation = null;
  }

  /** The function that it stands for. */
  get run(): NativeFunction {
    this.implementation ??= nativeImplementation(this.key);
    return this.implementation;
  }
}

/** Every function that was declared: shared by all interpreters, so images refer to them by name. */
export const sharedNatives: PyNative[] = [];

/** Functions of the given names, whatever they do. */
export function declareFunctions(prefix: string, names: readonly string[]): PyNative[] {
  const dotted = prefix === "" ? "" : `${prefix}.`;
  const made = names.map((name) => new PyNative(dotted + name, name));
  sharedNatives.push(...made);
  return made;
}

/** Does the native `key` stand for an operation (CPython's `slotdefs`), and is no ordinary method? */
export function isOperation(key: string): boolean {
  const plainMethods =
    /^\w+\.__(format|reduce(_ex)?|getnewargs|setstate|sizeof|trunc|enter|exit|reversed|length_hint|unicode|subclass\w+|instancecheck)__$|^(dict|set|frozenset)\.__contains|^(dict|list)\.__getitem/;
  return /\.__\w+__$/.test(key) && !plainMethods.test(key);
}

/** An unbound method of a built-in type, as found in its `dict`; becomes a `PyNative` when read from an instance. */
export class PyMethodDescriptor extends PyObject {
  declare key: string;
  declare name: string;
  declare owner: PyType;
  /** What the register gave for `key`, once it was asked. No part of an image. */
  declare implementation: NativeFunction | null;
  constructor(key: string, name: string, owner: PyType) {
    super(methodDescriptorType);
    this.key = key;
    this.name = name;
    this.owner = owner;
    this.implementation = null;
  }

  /** The function that it stands for; its first argument is the receiver. */
  get run(): NativeFunction {
    this.implementation ??= nativeImplementation(this.key);
    return this.implementation;
  }
}

/** A computed attribute of a built-in type (`int.real`, `BaseException.message`); getter and setter are natives. */
export class PyGetSet extends PyObject {
  declare name: string;
  declare owner: PyType;
  /** Key of the getter, called with the instance. */
  declare getter: string;
  /** Key of the setter, called with the instance and the value; null when read-only. */
  declare setter: string | null;
  constructor(name: string, owner: PyType, getter: string, setter: string | null) {
    super(getsetType);
    this.name = name;
    this.owner = owner;
    this.getter = getter;
    this.setter = setter;
  }
}

/** Registers `methods` of a built-in type: the receiver arrives as `args[0]`. */
export function defineMethods(owner: PyType, methods: Record<string, NativeFunction>): void {
  registerNatives(owner.name, (name) => methods[name]);
  for (const name of Object.keys(methods))
    owner.dict.set(name, name, new PyMethodDescriptor(`${owner.name}.${name}`, name, owner));
}

/** Registers plain functions under `prefix` and returns them as values by name. */
export function defineFunctions(
  prefix: string,
  functions: Record<string, NativeFunction>,
): Map<string, PyNative> {
  registerNatives(prefix, (name) => functions[name]);
  const made = new Map<string, PyNative>();
  for (const name of Object.keys(functions))
    made.set(name, new PyNative(prefix === "" ? name : `${prefix}.${name}`, name));
  return made;
}
