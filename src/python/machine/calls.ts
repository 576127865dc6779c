/**
 * Calling: what `callable(*args, **keywords)` does for every kind of callable.
 *
 * `invoke` never runs Python code itself. A native gives its result at once; a Python function's frame is pushed and
 * the answer is undefined: the loop goes on in that frame, and whoever needs the result runs it (`Machine.call`).
 */
import { PyClass, PyDict, PyOldInstance, PyUnicode } from "../objects/builtin-objects.ts";
import { Ending, PyFunction, PyGenerator, PyMethod } from "../objects/frame.ts";
import { PyMethodDescriptor, PyNative } from "../objects/natives.ts";
import { raiseError, raiseWith } from "../objects/raise.ts";
import type { Keywords } from "../objects/slots.ts";
import { PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { deeper } from "../operations/depth.ts";
import {
  bind,
  drain,
  findAttribute,
  findSpecial,
  getItem,
  isInstance,
  typeName,
  typeOf,
} from "../operations/index.ts";
import { keywordName } from "./arguments.ts";
import { enterGenerator } from "./frames.ts";
import { enterFunction } from "./functions.ts";
import { instantiate, instantiateOld } from "./instances.ts";
import type { Machine } from "./machine.ts";

/** Calls `callable`: a native's result, or undefined when a frame was pushed that will give it. */
export function invoke(
  machine: Machine,
  callable: Value,
  args: Value[],
  keywords: Keywords,
): Value | undefined {
  if (callable instanceof PyFunction) return enterFunction(machine, callable, args, keywords);
  if (callable instanceof PyNative) return callNative(machine, callable, args, keywords);
  if (callable instanceof PyMethod) return callMethod(machine, callable, args, keywords);
  if (callable instanceof PyType) return instantiate(machine, callable, args, keywords);
  if (callable instanceof PyClass) return instantiateOld(machine, callable, args, keywords);
  if (callable instanceof PyMethodDescriptor) return callDescriptor(machine, callable, args, keywords);
  return callObject(machine, callable, args, keywords);
}

/** A built-in function or bound method. `next` and `send` of a generator push its frame, so that it can be stopped. */
function callNative(
  machine: Machine,
  native: PyNative,
  args: Value[],
  keywords: Keywords,
): Value | undefined {
  const { self } = native;
  if (self === undefined) return native.run(machine, args, keywords);
  if (self instanceof PyGenerator && keywords === null) {
    const sent = sentBy(native.key, args);
    if (sent !== undefined) {
      if (self.frame === null) raiseWith("StopIteration", []);
      enterGenerator(machine, self, sent, Ending.next);
      return undefined;
    }
  }
  return native.run(machine, [self, ...args], keywords);
}

/** What a call of a generator's method makes of its `yield`; undefined for the other methods and for wrong arguments. */
function sentBy(key: string, args: Value[]): Value | undefined {
  if (key === "generator.next" && args.length === 0) return null;
  return key === "generator.send" && args.length === 1 ? args[0] : undefined;
}

function callMethod(
  machine: Machine,
  method: PyMethod,
  args: Value[],
  keywords: Keywords,
): Value | undefined {
  if (method.self !== undefined) return invoke(machine, method.func, [method.self, ...args], keywords);
  const first = args[0];
  if (first === undefined || !isInstance(machine, first, method.owner)) raiseUnbound(machine, method, first);
  return invoke(machine, method.func, args, keywords);
}

function raiseUnbound(machine: Machine, method: PyMethod, first: Value | undefined): never {
  const got = first === undefined ? "nothing" : `${instanceName(machine, first)} instance`;
  const owner = method.owner instanceof PyType || method.owner instanceof PyClass ? method.owner.name : "?";
  return raiseError(
    "TypeError",
    `unbound method ${functionName(method.func)}() must be called with ${owner} instance as first argument (got ${got} instead)`,
  );
}

function instanceName(machine: Machine, value: Value): string {
  const cls = findAttribute(machine, value, "__class__");
  return cls instanceof PyType || cls instanceof PyClass ? cls.name : typeName(value);
}

/** `str.upper("a")`: the first argument must be of the type that the method belongs to. */
function callDescriptor(
  machine: Machine,
  method: PyMethodDescriptor,
  args: Value[],
  keywords: Keywords,
): Value {
  const { name, owner } = method;
  const first = args[0];
  if (first === undefined)
    raiseError("TypeError", `descriptor '${name}' of '${owner.name}' object needs an argument`);
  if (!typeOf(first).mro.includes(owner))
    raiseError(
      "TypeError",
      `descriptor '${name}' requires a '${owner.layout === "exception" ? "exceptions." : ""}${owner.name}' object but received a '${typeName(first)}'`,
    );
  return method.run(machine, args, keywords);
}

/** Instances with `__call__`, and built-in values with a `call` slot. */
function callObject(machine: Machine, callable: Value, args: Value[], keywords: Keywords): Value | undefined {
  if (callable instanceof PyOldInstance) {
    const method = findSpecial(machine, callable, "__call__");
    if (method === undefined)
      raiseError("AttributeError", `${callable.cls.name} instance has no __call__ method`);
    return invokeDeeper(machine, method, args, keywords);
  }
  const type = typeOf(callable);
  const guest = type.guest("__call__", "call");
  if (guest instanceof PyFunction) return enterFunction(machine, guest, [callable, ...args], keywords);
  if (guest !== undefined) return invokeDeeper(machine, bind(machine, guest, callable, type), args, keywords);
  const slot = type.allSlots.call;
  if (slot !== undefined) return slot(machine, callable as never, args, keywords);
  return raiseError("TypeError", `'${typeName(callable)}' object is not callable`);
}

/** A `__call__` may be an instance that has one itself, and so on. */
function invokeDeeper(
  machine: Machine,
  callable: Value,
  args: Value[],
  keywords: Keywords,
): Value | undefined {
  return deeper(machine, " while calling a Python object", () => invoke(machine, callable, args, keywords));
}

/** CPython's `PyEval_GetFuncName`. */
export function functionName(callable: Value): string {
  if (callable instanceof PyMethod) return functionName(callable.func);
  if (callable instanceof PyFunction || callable instanceof PyNative) return callable.name;
  if (callable instanceof PyClass || callable instanceof PyMethodDescriptor) return callable.name;
  if (callable instanceof PyOldInstance) return callable.cls.name;
  return typeName(callable);
}

/** CPython's `PyEval_GetFuncDesc`. */
function functionKind(callable: Value): string {
  if (callable instanceof PyMethod || callable instanceof PyFunction || callable instanceof PyNative)
    return "()";
  if (callable instanceof PyClass) return " constructor";
  return callable instanceof PyOldInstance ? " instance" : " object";
}

/** The values of `*args` in a call of `callable`. */
export function spreadPositional(machine: Machine, callable: Value, rest: Value): Value[] {
  const type = typeOf(rest);
  const iterable =
    type.slots.iterate !== undefined ||
    findAttribute(machine, rest, "__iter__") !== undefined ||
    type.lookup("__getitem__") !== undefined ||
    findAttribute(machine, rest, "__getitem__") !== undefined;
  if (!iterable)
    raiseError(
      "TypeError",
      `${functionName(callable)}${functionKind(callable)} argument after * must be an iterable, not ${type.name}`,
    );
  return drain(machine, rest);
}

/** Adds what `**named` holds to `keywords`. */
export function spreadKeywords(
  machine: Machine,
  callable: Value,
  named: Value,
  keywords: Map<string, Value>,
): void {
  const name = `${functionName(callable)}${functionKind(callable)}`;
  const add = (key: Value, value: Value) => {
    if (typeof key !== "string" && !(key instanceof PyUnicode))
      raiseError("TypeError", `${name === "()" ? name : functionName(callable)}() keywords must be strings`);
    const text = keywordName(key, name);
    if (keywords.has(text))
      raiseError("TypeError", `${name} got multiple values for keyword argument '${text}'`);
    keywords.set(text, value);
  };
  if (named instanceof PyDict) {
    const { keys, values } = named.table;
    machine.charge(keys.length * 3);
    machine.allocate(keys.length * 32);
    keys.forEach((key, at) => {
      const value = values[at];
      if (key !== undefined && value !== undefined) add(key, value);
    });
    return;
  }
  const keys = machine.callMethod(named, "keys", []);
  if (keys === undefined)
    raiseError("TypeError", `${name} argument after ** must be a mapping, not ${typeName(named)}`);
  for (const key of drain(machine, keys)) add(key, getItem(machine, named, key));
}
