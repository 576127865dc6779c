/**
 * Making instances and classes: `cls(...)` for both kinds of class, and the class statement.
 *
 * A new-style call is `type.__call__`: `__new__` makes the instance, `__init__` fills it. On the way up the mro a
 * learner's class defines them in its namespace, a built-in type by its slots `construct` and `initialise`. The
 * frame of a Python `__init__` remembers the instance, which the call gives instead of None.
 */
import { PyClass, PyDict, PyOldInstance, PyStaticMethod, PyTuple } from "../objects/builtin-objects.ts";
import { PyFunction } from "../objects/frame.ts";
import { caught, raiseError } from "../objects/raise.ts";
import type { Keywords } from "../objects/slots.ts";
import type { Table } from "../objects/table.ts";
import { PyType, typeType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { classSize, lookupOld, oldOrder } from "../operations/classes.ts";
import { createClass, findAttribute, typeName, typeOf } from "../operations/index.ts";
import { enterFunction, invokeSpecial } from "./functions.ts";
import type { Machine } from "./machine.ts";

/** What a plain instance with its namespace weighs, about, in bytes. */
const instanceSize = 320;

/** `cls(*args, **keywords)` of a new-style class; undefined when a frame was pushed. */
export function instantiate(
  machine: Machine,
  cls: PyType,
  args: Value[],
  keywords: Keywords,
): Value | undefined {
  if (cls.builtin && cls !== typeType) return constructBuiltin(machine, cls, args, keywords);
  if (cls === typeType && args.length === 1 && keywords === null) return typeOf(args[0] ?? null);
  if (cls === typeType) {
    const winner = derivedMetatype(args[1] ?? null);
    if (winner !== typeType) return callType(machine, winner, args, keywords);
  }
  if (!cls.type.builtin) {
    const call = guestMethod(cls.type, "__call__");
    if (call !== undefined) return invokeSpecial(machine, call, cls, args, keywords);
  }
  return callType(machine, cls, args, keywords);
}

/** `type.__call__(cls, …)`: what a class call does when no metaclass says otherwise. */
function callType(machine: Machine, cls: PyType, args: Value[], keywords: Keywords): Value | undefined {
  const made = construct(machine, cls, args, keywords);
  if (!typeOf(made).mro.includes(cls)) return made;
  return initialise(machine, made, args, keywords);
}

/** `type(name, bases, dict)` makes the class by the most derived metatype of the bases. */
function derivedMetatype(bases: Value): PyType {
  let winner = typeType;
  if (bases instanceof PyTuple)
    for (const base of bases.items)
      if (base instanceof PyType && base.type.mro.includes(winner)) winner = base.type;
  return winner;
}

function constructBuiltin(machine: Machine, cls: PyType, args: Value[], keywords: Keywords): Value {
  const made = construct(machine, cls, args, keywords);
  if (typeOf(made) === cls) cls.allSlots.initialise?.(machine, made as never, args, keywords);
  return made;
}

/** A learner's definition of `name` before any built-in class of the mro. */
function guestMethod(type: PyType, name: string): Value | undefined {
  for (const each of type.mro) {
    if (each.builtin) return undefined;
    const found = each.dict.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `cls.__new__(cls, …)`. */
function construct(machine: Machine, cls: PyType, args: Value[], keywords: Keywords): Value {
  const guest = cls.guest("__new__", "construct");
  if (guest !== undefined)
    return machine.call(guest instanceof PyStaticMethod ? guest.func : guest, [cls, ...args], keywords);
  const slot = cls.allSlots.construct;
  if (slot === undefined) raiseError("TypeError", `cannot create '${cls.name}' instances`);
  if (!cls.builtin) machine.allocate(instanceSize);
  return slot(machine, cls as never, args, keywords);
}

/** `__init__` of the fresh instance; gives the instance, or undefined when a frame was pushed that will. */
function initialise(machine: Machine, instance: Value, args: Value[], keywords: Keywords): Value | undefined {
  const type = typeOf(instance);
  const guest = type.guest("__init__", "initialise");
  if (guest !== undefined) return runInit(machine, guest, instance, args, keywords);
  type.allSlots.initialise?.(machine, instance as never, args, keywords);
  return instance;
}

/** Calls `__init__`: the instance at once after a native one, else when the pushed frame returns. */
function runInit(
  machine: Machine,
  init: Value,
  instance: Value,
  args: Value[],
  keywords: Keywords,
): Value | undefined {
  const result =
    init instanceof PyFunction
      ? enterFunction(machine, init, [instance, ...args], keywords)
      : invokeSpecial(machine, init, instance, args, keywords);
  const frame = machine.thread.frame;
  if (result !== undefined || frame === null) return checkInit(result ?? null, instance);
  frame.instance = instance;
  return undefined;
}

/** The instance, when its `__init__` returned None as it must. */
export function checkInit(result: Value, instance: Value): Value {
  if (result !== null)
    raiseError(
      "TypeError",
      instance instanceof PyOldInstance
        ? "__init__() should return None"
        : `__init__() should return None, not '${typeName(result)}'`,
    );
  return instance;
}

/** `cls(*args, **keywords)` of an old-style class; undefined when a frame was pushed. */
export function instantiateOld(
  machine: Machine,
  cls: PyClass,
  args: Value[],
  keywords: Keywords,
): Value | undefined {
  machine.allocate(instanceSize);
  const instance = new PyOldInstance(cls);
  const init = lookupOld(cls, "__init__");
  if (init !== undefined) return runInit(machine, bindOld(machine, instance, init), instance, args, keywords);
  if (args.length > 0 || keywords !== null) raiseError("TypeError", "this constructor takes no arguments");
  return instance;
}

/** A plain function stays as it is (it gets the instance first); anything else is bound by attribute access. */
function bindOld(machine: Machine, instance: PyOldInstance, init: Value): Value {
  return init instanceof PyFunction ? init : (findAttribute(machine, instance, "__init__") ?? init);
}

/**
 * BUILD_CLASS, CPython's `build_class`: the metaclass is `__metaclass__` of the body, else the class of the first base,
 * else the global `__metaclass__`, else the old-style `classobj`.
 */
export function buildClass(
  machine: Machine,
  name: string,
  bases: PyTuple,
  namespace: PyDict,
  globals: Table,
): Value | undefined {
  const metaclass = findMetaclass(machine, bases, namespace, globals);
  if (metaclass === undefined) return makeOldClass(machine, name, bases, namespace.table, globals);
  if (metaclass === typeType) return createClass(machine, typeType, name, bases.items, namespace.table);
  try {
    return machine.invoke(metaclass, [name, bases, namespace], null);
  } catch (error) {
    if (!caught(error, "TypeError")) throw error;
    const message = "args" in error.exception ? error.exception.args[0] : undefined;
    if (typeof message !== "string" || message.startsWith("Error when calling")) throw error;
    return raiseError("TypeError", `Error when calling the metaclass bases\n    ${message}`);
  }
}

/** The metaclass that the statement asks for; undefined for an old-style class. */
function findMetaclass(
  machine: Machine,
  bases: PyTuple,
  namespace: PyDict,
  globals: Table,
): Value | undefined {
  const own = namespace.table.get("__metaclass__");
  if (own !== undefined) return own;
  const first = bases.items[0];
  if (first !== undefined) {
    if (first instanceof PyClass)
      return bases.items.find((base) => base instanceof PyType) === undefined ? undefined : typeType;
    return findAttribute(machine, first, "__class__") ?? typeOf(first);
  }
  return globals.get("__metaclass__") ?? machine.interpreter.builtins.get("__metaclass__");
}

/** An old-style class: `classobj(name, bases, namespace)`. */
function makeOldClass(
  machine: Machine,
  name: string,
  bases: PyTuple,
  dict: Table,
  globals: Table,
): Value | undefined {
  const parents: PyClass[] = [];
  for (const base of bases.items) {
    if (base instanceof PyClass) parents.push(base);
    else if (base instanceof PyType) return machine.invoke(base.type, [name, bases, new PyDict(dict)], null);
    else raiseError("TypeError", "PyClass_New: base must be a class");
  }
  if (!dict.has("__doc__")) dict.set("__doc__", "__doc__", null);
  const module = globals.get("__name__");
  if (!dict.has("__module__") && module !== undefined) dict.set("__module__", "__module__", module);
  const made = new PyClass(name, parents, dict);
  const depth = oldOrder(made).length;
  machine.charge(depth);
  machine.allocate(classSize + depth * 8);
  return made;
}
