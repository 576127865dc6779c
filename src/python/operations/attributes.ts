/**
 * Attribute access: CPython's `PyObject_GenericGetAttr`, `type_getattro` and descriptor protocol.
 *
 * Order for an instance: a data descriptor of the class, the instance's own dictionary, anything else of the class,
 * `__getattr__`. A built-in type may answer first through its `getAttribute` slot.
 */
import { PyInstance, PyList, PyOldInstance, PyProperty, PyTuple } from "../objects/builtin-objects.ts";
import { PyFunction, PyMethod } from "../objects/frame.ts";
import type { VM } from "../objects/machine.ts";
import { nativeImplementation, PyGetSet, PyMethodDescriptor, PyNative } from "../objects/natives.ts";
import { caught, raiseError } from "../objects/raise.ts";
import { Table } from "../objects/table.ts";
import { methodWrapperType, objectType, PyType } from "../objects/type.ts";
import { PyObject, type Value } from "../objects/values.ts";
import { guestSpecial, lookupType, slotOf, typeOf } from "./type-of.ts";

/** `v.name`; AttributeError in CPython's words when there is none. */
export function getAttribute(vm: VM, v: Value, name: string): Value {
  const found = findAttribute(vm, v, name);
  return found === undefined ? raiseNoAttribute(v, name) : found;
}

/** `v.name`, or undefined when there is none. Runs the learner's hooks, whose AttributeErrors count as "none". */
export function findAttribute(vm: VM, v: Value, name: string): Value | undefined {
  const type = typeOf(v);
  if (type.builtin) return genericAttribute(vm, v, type, name);
  const hook = guestSpecial(type, "__getattribute__", "getAttribute");
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

/** The learner's `__getattr__`; undefined when the class has none. */
function missingAttribute(vm: VM, v: Value, type: PyType, name: string): Value | undefined {
  const hook = lookupType(type, "__getattr__");
  return hook === undefined ? undefined : vm.call(bind(vm, hook, v, type), [name]);
}

/** `object.__getattribute__`: everything but the learner's hooks. */
export function genericAttribute(vm: VM, v: Value, type: PyType, name: string): Value | undefined {
  const slot = slotOf(type, "getAttribute");
  if (slot !== undefined) {
    const found = slot(vm, v as never, name);
    if (found !== undefined) return found;
  }
  const ofClass = lookupType(type, name);
  if (ofClass !== undefined && isDataDescriptor(ofClass)) return bind(vm, ofClass, v, type);
  const own = v instanceof PyObject ? v.attributes?.get(name) : undefined;
  if (own !== undefined) return own;
  return ofClass === undefined ? undefined : bind(vm, ofClass, v, type);
}

/** The descriptor protocol: what reading `found` in the class of `instance` (undefined: in a class) gives. */
export function bind(vm: VM, found: Value, instance: Value | undefined, owner: PyType): Value {
  if (!(found instanceof PyObject)) return found;
  if (found instanceof PyFunction) return new PyMethod(found, instance, owner);
  if (found instanceof PyMethodDescriptor)
    return instance === undefined ? found : bindNative(found, instance);
  if (found instanceof PyGetSet)
    return instance === undefined ? found : nativeImplementation(found.getter)(vm, [instance], null);
  const type = found.type;
  if (type.builtin) {
    const get = type.slots.get;
    return get === undefined ? found : get(vm, found as never, instance, owner);
  }
  const get = lookupType(type, "__get__");
  if (get !== undefined) return vm.call(bind(vm, get, found, type), [instance ?? null, owner]);
  const slot = slotOf(type, "get");
  return slot === undefined ? found : slot(vm, found as never, instance, owner);
}

/** A built-in method bound to its receiver; a special one is a "method-wrapper" to learners. */
function bindNative(method: PyMethodDescriptor, instance: Value): PyNative {
  const bound = new PyNative(method.key, method.name, instance);
  if (method.name.startsWith("__")) bound.type = methodWrapperType;
  return bound;
}

/** True for descriptors that also handle assignment: they come before the instance's dictionary. */
function isDataDescriptor(v: Value): boolean {
  if (!(v instanceof PyObject)) return false;
  if (v instanceof PyGetSet || v instanceof PyProperty) return true;
  if (v instanceof PyFunction || v instanceof PyMethodDescriptor) return false;
  if (v.type.builtin) return v.type.slots.set !== undefined;
  return lookupType(v.type, "__set__") !== undefined || slotOf(v.type, "set") !== undefined;
}

/** `v.name = value`. */
export function setAttribute(vm: VM, v: Value, name: string, value: Value): void {
  const type = typeOf(v);
  const hook = guestSpecial(type, "__setattr__", "setAttribute");
  if (hook !== undefined) {
    vm.call(bind(vm, hook, v, type), [name, value]);
    return;
  }
  genericSetAttribute(vm, v, type, name, value);
}

/** `object.__setattr__`. */
export function genericSetAttribute(vm: VM, v: Value, type: PyType, name: string, value: Value): void {
  const slot = slotOf(type, "setAttribute");
  if (slot?.(vm, v as never, name, value)) return;
  const ofClass = lookupType(type, name);
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
    nativeImplementation(descriptor.setter)(vm, [v, value], null);
    return;
  }
  const type = typeOf(descriptor);
  const set = type.builtin ? undefined : lookupType(type, "__set__");
  if (set !== undefined) vm.call(bind(vm, set, descriptor, type), [v, value]);
  else slotOf(type, "set")?.(vm, descriptor as never, v, value);
}

function raiseReadOnly(descriptor: PyGetSet): never {
  if (descriptor.owner.name === "object") raiseError("TypeError", "readonly attribute");
  raiseError(
    "AttributeError",
    `attribute '${descriptor.name}' of '${descriptor.owner.name}' objects is not writable`,
  );
}

/** `del v.name`. */
export function deleteAttribute(vm: VM, v: Value, name: string): void {
  const type = typeOf(v);
  const hook = guestSpecial(type, "__delattr__", "deleteAttribute");
  if (hook !== undefined) {
    vm.call(bind(vm, hook, v, type), [name]);
    return;
  }
  genericDeleteAttribute(vm, v, type, name);
}

/** `object.__delattr__`. */
export function genericDeleteAttribute(vm: VM, v: Value, type: PyType, name: string): void {
  const slot = slotOf(type, "deleteAttribute");
  if (slot?.(vm, v as never, name)) return;
  const ofClass = lookupType(type, name);
  if (ofClass !== undefined && isDataDescriptor(ofClass)) {
    deleteThrough(vm, ofClass, v, name);
    return;
  }
  const own = v instanceof PyObject ? v.attributes : null;
  if (own?.delete(name)) return;
  if (own === null) attributesOf(v, type, name);
  raiseError("AttributeError", name);
}

function deleteThrough(vm: VM, descriptor: Value, v: Value, name: string): void {
  if (descriptor instanceof PyProperty) {
    if (descriptor.fdel === null) raiseError("AttributeError", "can't delete attribute");
    vm.call(descriptor.fdel, [v]);
    return;
  }
  if (descriptor instanceof PyGetSet) raiseReadOnly(descriptor);
  const type = typeOf(descriptor);
  const remove = lookupType(type, "__delete__");
  if (remove === undefined) raiseError("AttributeError", "__delete__");
  if (!type.builtin) vm.call(bind(vm, remove, descriptor, type), [v]);
  else raiseError("AttributeError", name);
}

/** The dictionary an assignment goes to, made when needed; the error when the value has none. */
function attributesOf(v: Value, type: PyType, name: string): Table {
  if (!(v instanceof PyObject) || !hasDictionary(v, type)) {
    if (lookupType(type, name) !== undefined)
      raiseError("AttributeError", `'${type.name}' object attribute '${name}' is read-only`);
    raiseError("AttributeError", `'${type.name}' object has no attribute '${name}'`);
  }
  if (type.restricted) checkSlots(type, name);
  v.attributes ??= new Table();
  return v.attributes;
}

/** True when instances of `type` may carry attributes: a learner's class, or a built-in that keeps a dictionary. */
export function hasDictionary(v: PyObject, type: PyType): boolean {
  if (v instanceof PyFunction) return true;
  if (v instanceof PyInstance && type === objectType) return false;
  return !type.builtin || type.layout === "exception";
}

/**
 * NOT-PYTHON: `__slots__` keeps its values in the instance's dictionary and makes no member descriptors; it does refuse
 * every other name.
 */
function checkSlots(type: PyType, name: string): void {
  if (!declaresSlot(type, name))
    raiseError("AttributeError", `'${type.name}' object has no attribute '${name}'`);
}

/** True when a class of the mro lists `name` in its `__slots__`. */
function declaresSlot(type: PyType, name: string): boolean {
  return type.mro.some((c) => {
    const slots = c.dict.get("__slots__");
    if (slots instanceof PyTuple || slots instanceof PyList) return slots.items.includes(name);
    return slots === name;
  });
}

/** Raises the AttributeError of a name that is not there. */
export function raiseNoAttribute(v: Value, name: string): never {
  if (v instanceof PyOldInstance)
    raiseError("AttributeError", `${v.cls.name} instance has no attribute '${name}'`);
  if (v instanceof PyMethod) raiseNoAttribute(v.func, name);
  const type = typeOf(v);
  if (type.restricted && declaresSlot(type, name)) raiseError("AttributeError", name);
  const module = type.builtin && type.layout === "exception" ? "exceptions." : "";
  const subject = v instanceof PyType ? `type object '${v.name}'` : `'${module}${type.name}' object`;
  raiseError("AttributeError", `${subject} has no attribute '${name}'`);
}

/** Calls the special method `method` found in the class of `self`, without making a method object where it can. */
export function callSpecial(vm: VM, method: Value, self: Value, args: Value[]): Value {
  if (method instanceof PyFunction) return vm.call(method, [self, ...args]);
  return vm.call(bind(vm, method, self, typeOf(self)), args);
}
