/** The attributes of old-style instances, as they are read and assigned (CPython's `classobject.c`); what else they do is in `old-style.ts`. */
import { PyClass, PyDict, type PyOldInstance } from "../objects/builtin-objects.ts";
import { PyFunction, PyMethod } from "../objects/frame.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { bind } from "../operations/attributes.ts";
import { lookupOld } from "../operations/classes.ts";

/** What reading a class attribute gives: functions become (un)bound methods, descriptors answer. */
export function bindOld(vm: VM, found: Value, self: PyOldInstance | undefined, cls: PyClass): Value {
  if (found instanceof PyFunction) return new PyMethod(found, self, cls);
  // Descriptors of new-style make work here as in CPython: __get__ only.
  return bind(vm, found, self, cls as never);
}

/** Raises the TypeError of an attribute that wants another value. */
export function refuse(problem: string): never {
  raiseError("TypeError", problem);
}

/** An attribute without `__getattr__`. */
function plainAttribute(vm: VM, self: PyOldInstance, name: string): Value | undefined {
  if (name === "__class__") return self.cls;
  if (name === "__dict__" && self.attributes !== null) return new PyDict(self.attributes);
  const own = self.attributes?.get(name);
  if (own !== undefined) return own;
  const found = lookupOld(self.cls, name);
  return found === undefined ? undefined : bindOld(vm, found, self, self.cls);
}

/** An attribute, `__getattr__` included; undefined when there is none. */
export function attribute(vm: VM, self: PyOldInstance, name: string): Value | undefined {
  const plain = plainAttribute(vm, self, name);
  if (plain !== undefined) return plain;
  const hook = lookupOld(self.cls, "__getattr__");
  return hook === undefined ? undefined : vm.call(bindOld(vm, hook, self, self.cls), [name]);
}

/** Assigns an attribute, by `__setattr__` if the class has one. */
export function setInstanceAttribute(vm: VM, self: PyOldInstance, name: string, value: Value): boolean {
  if (name === "__class__") {
    self.cls = value instanceof PyClass ? value : refuse("__class__ must be set to a class");
    return true;
  }
  if (name === "__dict__") {
    self.attributes = value instanceof PyDict ? value.table : refuse("__dict__ must be set to a dictionary");
    return true;
  }
  const hook = lookupOld(self.cls, "__setattr__");
  if (hook === undefined) self.attributes?.set(name, name, value);
  else vm.call(bindOld(vm, hook, self, self.cls), [name, value]);
  return true;
}
