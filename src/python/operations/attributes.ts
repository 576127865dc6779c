/**
 * Attribute access: CPython's `PyObject_GenericGetAttr`, `type_getattro` and descriptor protocol.
 *
 * Order for an instance: a data descriptor of the class, the instance's own dictionary, anything else of the class,
 * `__getattr__`. A built-in type may answer first through its `getAttribute` slot.
 */
import { NotImplemented, PyInstance, PyOldInstance, PyProperty } from "../objects/builtin-objects.ts";
import { PyFunction, PyGenerator, PyMethod } from "../objects/frame.ts";
import type { VM } from "../objects/machine.ts";
import {
  isOperation,
  nativeImplementation,
  PyGetSet,
  PyMethodDescriptor,
  PyNative,
} from "../objects/natives.ts";
import { caught, raiseError } from "../objects/raise.ts";
import { Table } from "../objects/table.ts";
import { methodWrapperType, objectType, PyType } from "../objects/type.ts";
import { PyObject, type Value } from "../objects/values.ts";
import { typeOf } from "./type-of.ts";

/** `v.name`; AttributeError in CPython's words when there is none. */
export function getAttribute(vm: VM, v: Value, name: string): Value {
  if (v instanceof PyInstance && v.type.readsPlainly) {
    const ofClass = v.type.lookup(name);
    if (ofClass === undefined || ofClass instanceof PyFunction) {
      const own = v.attributes?.get(name);
      if (own !== undefined) return own;
      if (ofClass !== undefined) return new PyMethod(ofClass, v, v.type);
    }
  }
  const found = findAttribute(vm, v, name);
  return found === undefined ? raiseNoAttribute(v, name) : found;
}

/** `v.name`, or undefined when there is none. Runs the learner's hooks, whose AttributeErrors count as "none". */
export function findAttribute(vm: VM, v: Value, name: string): Value | undefined {
  const type = typeOf(v);
  if (type.builtin) return genericAttribute(vm, v, type, name);
  const hook = type.guest("__getattribute__", "getAttribute");
  if (hook === undefined) {
    const found = genericAttribute(vm, v, type, name);
    return found === undefined ? missingAttribute(vm, v, type, name) : found;
  }
  try {
    return vm.call(bind(vm, hook, v, type), [name]);
  } catch (error) {
    if (!caught(error, "AttributeError")) throw error;
    const found = missingAttribute(vm, v, type, name);
    if (found === undefined) throw error;
    return found;
  }
}

/** `v.name` for a special method, or undefined: a `__getattr__` that refuses it counts as none. */
export function findSpecial(vm: VM, v: Value, name: string): Value | undefined {
  try {
    return findAttribute(vm, v, name);
  } catch (error) {
    if (caught(error, "AttributeError")) return undefined;
    throw error;
  }
}

/** The learner's `__getattr__`; undefined when the class has none. */
function missingAttribute(vm: VM, v: Value, type: PyType, name: string): Value | undefined {
  const hook = type.lookup("__getattr__");
  return hook === undefined ? undefined : vm.call(bind(vm, hook, v, type), [name]);
}

/** `object.__getattribute__`: everything but the learner's hooks. */
export function genericAttribute(vm: VM, v: Value, type: PyType, name: string): Value | undefined {
  const slot = type.allSlots.getAttribute;
  if (slot !== undefined) {
    const found = slot(vm, v as never, name);
    // What `object` has, no old-style instance has.
    if (found !== undefined || v instanceof PyOldInstance) return found;
  }
  const ofClass = type.lookup(name);
  if (ofClass !== undefined && isDataDescriptor(ofClass)) {
    // One without `__get__` gives itself: the instance comes first.
    const got = bind(vm, ofClass, v, type);
    if (got !== ofClass) return got;
  }
  const own = v instanceof PyObject ? v.attributes?.get(name) : undefined;
  if (own !== undefined) return own;
  return ofClass === undefined ? undefined : bind(vm, ofClass, v, type);
}

/**
 * The function or built-in method of the class that `v.name` binds to `v` and does no more: a call can do without the bound
 * method. Undefined when reading the attribute is something else, or when there is none.
 */
export function findMethod(v: Value, name: string): PyFunction | PyMethodDescriptor | undefined {
  const type = typeOf(v);
  if (!type.readsPlainly) return undefined;
  const found = type.lookup(name);
  if (!(found instanceof PyFunction || found instanceof PyMethodDescriptor)) return undefined;
  if (typeof v !== "object" || v === null) return found;
  // The methods of a generator push its frame.
  return v.attributes?.has(name) || v instanceof PyGenerator ? undefined : found;
}

/** The descriptor protocol: what reading `found` in the class of `instance` (undefined: in a class) gives. */
export function bind(vm: VM, found: Value, instance: Value | undefined, owner: PyType): Value {
  if (!(found instanceof PyObject)) return found;
  if (found instanceof PyFunction) return new PyMethod(found, instance, owner);
  if (found instanceof PyMethodDescriptor)
    return instance === undefined ? found : bindNative(found, instance);
  if (found instanceof PyGetSet)
    return instance === undefined ? found : nativeImplementation(found.getter)(vm, [instance, found], null);
  const type = found.type;
  if (type.builtin) {
    const get = type.slots.get;
    return get === undefined ? found : get(vm, found as never, instance, owner);
  }
  const get = type.lookup("__get__");
  if (get !== undefined) return vm.call(bind(vm, get, found, type), [instance ?? null, owner]);
  const slot = type.allSlots.get;
  return slot === undefined ? found : slot(vm, found as never, instance, owner);
}

/** A built-in method bound to its receiver; a special one is a "method-wrapper" to learners. */
function bindNative(method: PyMethodDescriptor, instance: Value): PyNative {
  const bound = new PyNative(method.key, method.name, instance);
  if (method.name.startsWith("__") && isOperation(method.key)) bound.type = methodWrapperType;
  return bound;
}

/** True for descriptors that also handle assignment: they come before the instance's dictionary. */
export function isDataDescriptor(v: Value): boolean {
  if (!(v instanceof PyObject)) return false;
  if (v instanceof PyGetSet || v instanceof PyProperty) return true;
  if (v instanceof PyFunction || v instanceof PyMethodDescriptor) return false;
  if (v.type.builtin) return v.type.slots.set !== undefined;
  return (
    v.type.lookup("__set__") !== undefined ||
    v.type.lookup("__delete__") !== undefined ||
    v.type.allSlots.set !== undefined
  );
}

/** `v.name = value`. */
export function setAttribute(vm: VM, v: Value, name: string, value: Value): void {
  const type = typeOf(v);
  const hook = type.writesPlainly ? undefined : type.guest("__setattr__", "setAttribute");
  if (hook !== undefined) {
    vm.call(bind(vm, hook, v, type), [name, value]);
    return;
  }
  genericSetAttribute(vm, v, type, name, value);
}

/** `object.__setattr__`. */
export function genericSetAttribute(vm: VM, v: Value, type: PyType, name: string, value: Value): void {
  const slot = type.allSlots.setAttribute;
  if (slot?.(vm, v as never, name, value)) return;
  const ofClass = type.lookup(name);
  if (ofClass !== undefined && isDataDescriptor(ofClass)) {
    assignThrough(vm, ofClass, v, value);
    return;
  }
  attributesOf(v, type, name).set(name, name, value);
}

/** Hands an assignment to a data descriptor. */
function assignThrough(vm: VM, descriptor: Value, v: Value, value: Value): void {
  if (descriptor instanceof PyGetSet) {
    if (descriptor.setter === null) raiseReadOnly(descriptor);
    nativeImplementation(descriptor.setter)(vm, [v, value, descriptor], null);
    return;
  }
  const type = typeOf(descriptor);
  const set = type.builtin ? undefined : type.lookup("__set__");
  const slot = type.allSlots.set;
  if (set !== undefined) vm.call(bind(vm, set, descriptor, type), [v, value]);
  else if (slot !== undefined) slot(vm, descriptor as never, v, value);
  else raiseError("AttributeError", "__set__");
}

/** Attributes that CPython declares as members, which are refused in other words. */
const members =
  /^(object|code|property|slice|super|complex|traceback|frame|generator|(class|static)method)\.|globals|closure|mro_|base_/;

function raiseReadOnly(descriptor: PyGetSet): never {
  if (members.test(descriptor.getter)) raiseError("TypeError", "readonly attribute");
  raiseError(
    "AttributeError",
    `attribute '${descriptor.name}' of '${descriptor.owner.name}' objects is not writable`,
  );
}

/** `del v.name`. */
export function deleteAttribute(vm: VM, v: Value, name: string): void {
  const type = typeOf(v);
  const hook = type.guest("__delattr__", "deleteAttribute");
  if (hook !== undefined) {
    vm.call(bind(vm, hook, v, type), [name]);
    return;
  }
  genericDeleteAttribute(vm, v, type, name);
}

/** `object.__delattr__`. */
export function genericDeleteAttribute(vm: VM, v: Value, type: PyType, name: string): void {
  const slot = type.allSlots.deleteAttribute;
  if (slot?.(vm, v as never, name)) return;
  const ofClass = type.lookup(name);
  if (ofClass !== undefined && isDataDescriptor(ofClass)) {
    deleteThrough(vm, ofClass, v, name);
    return;
  }
  const own = v instanceof PyObject ? v.attributes : null;
  if (own?.delete(name)) return;
  // Where there has never been a dictionary, the value is blamed.
  if (own === null) raiseNotOwn(type, name);
  raiseError("AttributeError", name);
}

function deleteThrough(vm: VM, descriptor: Value, v: Value, name: string): void {
  if (descriptor instanceof PyProperty) {
    if (descriptor.fdel === null) raiseError("AttributeError", "can't delete attribute");
    vm.call(descriptor.fdel, [v]);
    return;
  }
  if (descriptor instanceof PyGetSet) {
    deleteComputed(vm, descriptor, v);
    return;
  }
  const type = typeOf(descriptor);
  const remove = type.lookup("__delete__");
  if (remove === undefined) raiseError("AttributeError", "__delete__");
  if (!type.builtin) vm.call(bind(vm, remove, descriptor, type), [v]);
  else raiseError("AttributeError", name);
}

/** Most computed attributes are deleted by assigning None, which those that must have a value refuse. */
function deleteComputed(vm: VM, descriptor: PyGetSet, v: Value): void {
  const { name, owner, setter } = descriptor;
  if (setter === null) raiseReadOnly(descriptor);
  if (v instanceof PyType) raiseError("TypeError", `can't delete ${v.name}.${name}`);
  if (owner !== objectType) nativeImplementation(setter)(vm, [v, undefined as never, descriptor], null);
  else if (name === "__class__") raiseError("TypeError", "can't delete __class__ attribute");
  else if (v instanceof PyFunction) raiseError("TypeError", "function's dictionary may not be deleted");
  else if (v instanceof PyObject) v.attributes = new Table();
}

/** The dictionary an assignment goes to, made when needed; the error when the value has none. */
function attributesOf(v: Value, type: PyType, name: string): Table {
  if (!(v instanceof PyObject) || type.restricted || !hasDictionary(v, type)) raiseNotOwn(type, name);
  v.attributes ??= new Table();
  return v.attributes;
}

/** What can neither be set nor deleted, since there is nothing to keep it in. */
function raiseNotOwn(type: PyType, name: string): never {
  const problem = type.lookup(name) === undefined ? "has no attribute" : "attribute";
  const end = problem === "attribute" ? " is read-only" : "";
  raiseError("AttributeError", `'${type.name}' object ${problem} '${name}'${end}`);
}

/** True when instances of `type` may carry attributes: a learner's class, or a built-in that keeps a dictionary. */
export function hasDictionary(v: PyObject, type: PyType): boolean {
  if (v instanceof PyFunction) return true;
  if (v instanceof PyInstance && type === objectType) return false;
  return !type.builtin || type.layout === "exception";
}

/** Raises the AttributeError of a name that is not there. */
export function raiseNoAttribute(v: Value, name: string): never {
  if (v instanceof PyOldInstance)
    raiseError("AttributeError", `${v.cls.name} instance has no attribute '${name}'`);
  if (v instanceof PyMethod) raiseNoAttribute(v.func, name);
  const type = typeOf(v);
  const module = type.builtin && type.layout === "exception" ? "exceptions." : "";
  const subject = v instanceof PyType ? `type object '${v.name}'` : `'${module}${type.name}' object`;
  raiseError("AttributeError", `${subject} has no attribute '${name}'`);
}

/** Calls the special method `method` found in the class of `self`, without making a method object where it can. */
export function callSpecial(vm: VM, method: Value, self: Value, args: Value[]): Value {
  if (method instanceof PyFunction) return vm.call(method, [self, ...args]);
  return vm.call(bind(vm, method, self, typeOf(self)), args);
}

/** A special method of the number protocol on any value (`__int__`, `__divmod__` …); undefined when it has none that knows. */
export function callNumberMethod(vm: VM, v: Value, name: string, args: Value[] = []): Value | undefined {
  if (v === null || typeof v !== "object") return undefined;
  if (v.type.builtin) {
    if (v.type.name !== "instance") return undefined;
    const found = findSpecial(vm, v, name);
    return found === undefined ? undefined : vm.call(found, args);
  }
  const found = v.type.lookup(name);
  if (found === undefined || found instanceof PyMethodDescriptor) return undefined;
  const result = callSpecial(vm, found, v, args);
  return result === NotImplemented && args.length > 0 ? undefined : result;
}
