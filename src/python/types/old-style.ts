/**
 * Old-style classes and their instances (CPython's `classobject.c`): every operation is a lookup of its special method, depth
 * first through the bases, then `__getattr__`.
 */
import {
  NotImplemented,
  PyClass,
  PyDict,
  PyIterator,
  PyOldInstance,
  PyTuple,
} from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { caught, raiseError } from "../objects/raise.ts";
import type { BinaryOperator, ComparisonOperator, Keywords, UnaryOperator } from "../objects/slots.ts";
import { classobjType, instanceType, type PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { binary, inplace, operators } from "../operations/arithmetic.ts";
import { isOldSubclass, lookupOld } from "../operations/classes.ts";
import { comparisonMethods, threeWayResult } from "../operations/comparison.ts";
import { address } from "../operations/identity.ts";
import { equals, hash, identity, isTrue, order, unwrap, walk } from "../operations/index.ts";
import { checkIterator } from "../operations/iteration.ts";
import { textResult } from "../operations/text.ts";
import { lengthResult } from "../operations/truth.ts";
import { argumentName, typeOf } from "../operations/type-of.ts";
import { between, named } from "./define.ts";
import { fillLater } from "./fill-later.ts";
import { toBig } from "./number-kinds.ts";
import { attribute, bindOld, refuse, setInstanceAttribute } from "./old-attributes.ts";

/* classes ---------------------------------------------------------------------------------------------- */

function classAttribute(vm: VM, self: PyClass, name: string): Value | undefined {
  switch (name) {
    case "__dict__":
      return new PyDict(self.dict);
    case "__bases__":
      return new PyTuple(self.bases.slice());
    case "__name__":
      return self.name;
  }
  const found = lookupOld(self, name);
  if (found !== undefined) return bindOld(vm, found, undefined, self);
  raiseError("AttributeError", `class ${self.name} has no attribute '${name}'`);
}

function setClassAttribute(_vm: VM, self: PyClass, name: string, value: Value): boolean {
  if (name === "__name__")
    self.name = typeof value === "string" ? value : refuse("__name__ must be a string object");
  else if (name === "__dict__")
    self.dict = value instanceof PyDict ? value.table : refuse("__dict__ must be a dictionary object");
  else if (name === "__bases__")
    self.bases =
      value instanceof PyTuple ? oldBases(self, value) : refuse("__bases__ must be a tuple object");
  else self.dict.set(name, name, value);
  return true;
}

function oldBases(self: PyClass, { items }: PyTuple): PyClass[] {
  for (const base of items) {
    if (!(base instanceof PyClass)) refuse("__bases__ items must be classes");
    if (isOldSubclass(base, self)) refuse("a __bases__ item causes an inheritance cycle");
  }
  return items as PyClass[];
}

function className(self: PyClass): string {
  const module = self.dict.get("__module__");
  return typeof module === "string" ? `${module}.${self.name}` : `?.${self.name}`;
}

fillLater(classobjType, () => {
  classobjType.slots = {
    repr: (vm, self: PyClass) => `<class ${className(self)} at ${address(vm, self)}>`,
    str: (_vm, self: PyClass) => className(self),
    getAttribute: classAttribute,
    setAttribute: setClassAttribute,
    deleteAttribute: (_vm, self: PyClass, name) => {
      if (!self.dict.delete(name))
        raiseError("AttributeError", `class ${self.name} has no attribute '${name}'`);
      return true;
    },
    construct: (vm, _cls, args, keywords) => {
      const [name, bases, namespace] = named(3, "name", "bases", "dict")("classobj", args, keywords);
      if (typeof name !== "string")
        raiseError("TypeError", `argument 1 must be string, not ${argumentName(name)}`);
      if (!(bases instanceof PyTuple)) raiseError("TypeError", "PyClass_New: bases must be a tuple");
      if (!(namespace instanceof PyDict)) raiseError("TypeError", "PyClass_New: dict must be a dictionary");
      const module = vm.thread.frame?.globals.get("__name__");
      if (!namespace.table.has("__module__") && module !== undefined)
        namespace.table.set("__module__", "__module__", module);
      if (!namespace.table.has("__doc__")) namespace.table.set("__doc__", "__doc__", null);
      const other = bases.items.find((base) => !(base instanceof PyClass));
      if (other !== undefined) return vm.call(typeOf(other), [name, bases, namespace]);
      const parents = bases.items.filter((base) => base instanceof PyClass);
      return new PyClass(name, parents, namespace.table);
    },
  };
});

/* instances -------------------------------------------------------------------------------------------- */

/** A special method; a `__getattr__` that refuses counts as none. */
function special(vm: VM, self: PyOldInstance, name: string): Value | undefined {
  try {
    return attribute(vm, self, name);
  } catch (error) {
    if (caught(error, "AttributeError")) return undefined;
    throw error;
  }
}

function raiseNone(self: PyOldInstance, name: string): never {
  raiseError("AttributeError", `${self.cls.name} instance has no attribute '${name}'`);
}

/** Calls a special method that must be there. */
function require(vm: VM, self: PyOldInstance, name: string, args: Value[]): Value {
  const method = attribute(vm, self, name);
  return method === undefined ? raiseNone(self, name) : vm.call(method, args);
}

function deleteInstanceAttribute(vm: VM, self: PyOldInstance, name: string): boolean {
  if (name === "__class__" || name === "__dict__") return setInstanceAttribute(vm, self, name, null);
  const hook = lookupOld(self.cls, "__delattr__");
  if (hook !== undefined) vm.call(bindOld(vm, hook, self, self.cls), [name]);
  else if (!self.attributes?.delete(name)) raiseNone(self, name);
  return true;
}

function reprInstance(vm: VM, self: PyOldInstance): string {
  const method = special(vm, self, "__repr__");
  if (method !== undefined) return textResult(vm.call(method, []), "__repr__");
  return `<${className(self.cls)} instance at ${address(vm, self)}>`;
}

function binaryInstance(
  vm: VM,
  operator: BinaryOperator,
  self: PyOldInstance,
  other: Value,
  reflected: boolean,
): Value | undefined {
  const name = operators[operator][1];
  const again = (a: Value, b: Value) => binary(vm, operator, a, b);
  return binaryByName(vm, reflected ? `__r${name}__` : `__${name}__`, [self, other], reflected, again);
}

/** What a method makes of an instance and anything else, or `again` of what they are coerced to; undefined for NotImplemented (`half_binop`). */
export function binaryByName(
  vm: VM,
  name: string,
  [self, other]: readonly [PyOldInstance, Value],
  reflected: boolean,
  again: (a: Value, b: Value) => Value,
): Value | undefined {
  const [a, b] = coercedPair(vm, self, other) ?? [self, other];
  if (!(a instanceof PyOldInstance)) return reflected ? again(b, a) : again(a, b);
  const method = special(vm, a, name);
  const result = method === undefined ? NotImplemented : vm.call(method, [b]);
  return result === NotImplemented ? undefined : result;
}

/** What `__coerce__` makes of both; undefined when it does not know. */
function coercedPair(vm: VM, self: PyOldInstance, other: Value): readonly [Value, Value] | undefined {
  const method = special(vm, self, "__coerce__");
  const pair = method === undefined ? null : vm.call(method, [other]);
  if (pair === null || pair === NotImplemented) return undefined;
  if (!(pair instanceof PyTuple) || pair.items.length !== 2)
    raiseError("TypeError", "coercion should return None or 2-tuple");
  return [pair.items[0] ?? null, pair.items[1] ?? null];
}

function compareInstance(
  vm: VM,
  operator: ComparisonOperator,
  self: PyOldInstance,
  other: Value,
): Value | undefined {
  const method = special(vm, self, comparisonMethods[operator]);
  if (method === undefined) return undefined;
  const result = vm.call(method, [other]);
  return result === NotImplemented ? undefined : result;
}

/** The order of an instance and anything else, by either's `__coerce__` or `__cmp__` (`instance_compare`). */
function orderInstance(vm: VM, self: PyOldInstance, other: Value): number | undefined {
  const [a, b] = coercedPair(vm, self, other) ?? coercedBack(vm, self, other) ?? [self, other];
  if (!(a instanceof PyOldInstance || b instanceof PyOldInstance)) return Math.sign(order(vm, a, b));
  const own = orderByMethod(vm, a, b);
  if (own !== undefined) return own;
  const back = orderByMethod(vm, b, a);
  return back === undefined ? undefined : -back;
}

/** What the `__coerce__` of the other one makes of both. */
function coercedBack(vm: VM, self: Value, other: Value): readonly [Value, Value] | undefined {
  const pair = other instanceof PyOldInstance ? coercedPair(vm, other, self) : undefined;
  return pair === undefined ? undefined : [pair[1], pair[0]];
}

function orderByMethod(vm: VM, a: Value, b: Value): number | undefined {
  const method = a instanceof PyOldInstance ? special(vm, a, "__cmp__") : undefined;
  return method === undefined
    ? undefined
    : threeWayResult(vm.call(method, [b]), "comparison did not return an int");
}

function hashInstance(vm: VM, self: PyOldInstance): number {
  const method = special(vm, self, "__hash__");
  if (method !== undefined) {
    const result = vm.call(method, []);
    return toBig(result) === undefined
      ? raiseError("TypeError", "__hash__() should return an int")
      : hash(vm, result);
  }
  if (special(vm, self, "__eq__") !== undefined || special(vm, self, "__cmp__") !== undefined)
    raiseError("TypeError", "unhashable instance");
  return Math.floor(identity(vm, self) / 16);
}

const unaryNames: Record<UnaryOperator, string> = { Invert: "__invert__", UAdd: "__pos__", USub: "__neg__" };

function truthOf(vm: VM, self: PyOldInstance): boolean {
  const method = special(vm, self, "__nonzero__") ?? special(vm, self, "__len__");
  if (method === undefined) return true;
  const result = unwrap(vm.call(method, []));
  if (typeof result !== "number" && typeof result !== "boolean")
    raiseError("TypeError", "__nonzero__ should return an int");
  if (Number(result) < 0) raiseError("ValueError", "__nonzero__ should return >= 0");
  return Boolean(result);
}

function iterateInstance(vm: VM, self: PyOldInstance): Value {
  const method = special(vm, self, "__iter__");
  if (method !== undefined) return checkIterator(vm, vm.call(method, []), "__iter__");
  if (special(vm, self, "__getitem__") !== undefined) return new PyIterator("sequence", self);
  raiseError("TypeError", "iteration over non-sequence");
}

function nextOf(vm: VM, self: PyOldInstance): Value | undefined {
  const method = special(vm, self, "next");
  if (method === undefined) raiseError("TypeError", "instance has no next() method");
  try {
    return vm.call(method, []);
  } catch (error) {
    if (caught(error, "StopIteration")) return undefined;
    throw error;
  }
}

function containsIn(vm: VM, self: PyOldInstance, item: Value): boolean {
  const method = special(vm, self, "__contains__");
  if (method !== undefined) return isTrue(vm, vm.call(method, [item]));
  if (special(vm, self, "__iter__") === undefined && special(vm, self, "__getitem__") === undefined)
    raiseError("TypeError", "argument of type 'instance' is not iterable");
  let found = false;
  walk(vm, iterateInstance(vm, self), (candidate) => {
    found = equals(vm, item, candidate);
    return !found;
  });
  return found;
}

/** `types.InstanceType(cls, dict)`: an instance whose `__init__` is not called. */
function constructInstance(_vm: VM, _cls: PyType, args: Value[], keywords: Keywords): Value {
  const [cls = null, names = null] = between(1, 2)("instance", args, keywords);
  if (!(cls instanceof PyClass))
    raiseError("TypeError", `instance() argument 1 must be classobj, not ${argumentName(cls)}`);
  if (names !== null && !(names instanceof PyDict))
    raiseError("TypeError", "instance() second arg must be dictionary or None");
  const made = new PyOldInstance(cls);
  if (names !== null) made.attributes = names.table;
  return made;
}

fillLater(instanceType, () => {
  instanceType.slots = {
    repr: reprInstance,
    construct: constructInstance,
    str: (vm, self: PyOldInstance) => {
      const method = special(vm, self, "__str__");
      return method === undefined ? reprInstance(vm, self) : textResult(vm.call(method, []), "__str__");
    },
    hash: hashInstance,
    truth: truthOf,
    length: (vm, self: PyOldInstance) => {
      const result = require(vm, self, "__len__", []);
      return toBig(result) === undefined
        ? raiseError("TypeError", "__len__() should return an int")
        : lengthResult(result);
    },
    compare: compareInstance,
    order: orderInstance,
    binary: binaryInstance,
    inplace: (vm, operator, self: PyOldInstance, other) => {
      const name = `__i${operators[operator][1]}__`;
      const result = binaryByName(vm, name, [self, other], false, (a, b) => inplace(vm, operator, a, b));
      if (result !== undefined) return result;
      // Both are asked here, and again as for the operator alone.
      const left = binaryInstance(vm, operator, self, other, false);
      if (left !== undefined || !(other instanceof PyOldInstance)) return left;
      return binaryInstance(vm, operator, other, self, true);
    },
    unary: (vm, operator, self: PyOldInstance) => require(vm, self, unaryNames[operator], []),
    iterate: iterateInstance,
    next: nextOf,
    contains: containsIn,
    getItem: (vm, self: PyOldInstance, key) => require(vm, self, "__getitem__", [key]),
    setItem: (vm, self: PyOldInstance, key, value) => {
      require(vm, self, "__setitem__", [key, value]);
    },
    deleteItem: (vm, self: PyOldInstance, key) => {
      require(vm, self, "__delitem__", [key]);
    },
    getAttribute: attribute,
    setAttribute: setInstanceAttribute,
    deleteAttribute: deleteInstanceAttribute,
    call: (vm, self: PyOldInstance, args, keywords) => {
      const method = special(vm, self, "__call__");
      if (method === undefined)
        raiseError("AttributeError", `${self.cls.name} instance has no __call__ method`);
      return vm.call(method, args, keywords);
    },
  };
});
