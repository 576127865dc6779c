/**
 * How built-in methods, attributes and functions are declared: a table from name to how its arguments are taken and what it does.
 *
 * The ways to take arguments are CPython's (`METH_NOARGS`, `METH_O`, `PyArg_ParseTuple`, `PyArg_UnpackTuple`, keywords), because
 * each has its own wording when the count is wrong.
 */
import type { NativeFunction, VM } from "../objects/machine.ts";
import {
  declareFunctions,
  PyGetSet,
  PyMethodDescriptor,
  type PyNative,
  registerNative,
  registerNatives,
} from "../objects/natives.ts";
import { raiseError } from "../objects/raise.ts";
import type { Keywords } from "../objects/slots.ts";
import type { PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { typeName } from "../operations/index.ts";

/** Checks the arguments of a call of `name`, without the receiver, and lays them out by position. */
export interface Signature {
  (name: string, args: Value[], keywords: Keywords): (Value | undefined)[];
  /** From so many to so many arguments without keywords are laid out as they come: there is nothing to check. */
  arity?: readonly [least: number, most: number];
}

/** A signature that takes `least` to `most` positional arguments as they come. */
export function taking(least: number, most: number, lay: Signature): Signature {
  lay.arity = [least, most];
  return lay;
}

/** What a method does; arguments arrive as its signature laid them out. */
export type MethodBody<Self> = (vm: VM, self: Self, ...args: never[]) => Value;

/** What a function does. */
export type FunctionBody = (vm: VM, ...args: never[]) => Value;

/** Finds the receiver in a value, unwrapping a learner's subclass; undefined when the value is of another type. */
export type Receiver<Self> = (v: Value) => Self | undefined;

function refuseKeywords(name: string, keywords: Keywords): void {
  if (keywords !== null && keywords.size > 0) raiseError("TypeError", `${name}() takes no keyword arguments`);
}

/** No arguments (`METH_NOARGS`). */
export const none: Signature = taking(0, 0, (name, args, keywords) => {
  refuseKeywords(name, keywords);
  if (args.length !== 0) raiseError("TypeError", `${name}() takes no arguments (${args.length} given)`);
  return args;
});

/** Exactly one argument (`METH_O`). */
export const one: Signature = taking(1, 1, (name, args, keywords) => {
  refuseKeywords(name, keywords);
  if (args.length !== 1)
    raiseError("TypeError", `${name}() takes exactly one argument (${args.length} given)`);
  return args;
});

/** Between `min` and `max` arguments (`PyArg_ParseTuple`). */
export function between(min: number, max = min): Signature {
  return taking(min, max, (name, args, keywords) => {
    refuseKeywords(name, keywords);
    if (args.length < min || args.length > max) raiseCount(name, min, max, args.length);
    return args;
  });
}

/** The wording of `PyArg_ParseTuple` for a wrong number of arguments. */
export function raiseCount(name: string, min: number, max: number, given: number): never {
  const much = min === max ? "exactly" : given < min ? "at least" : "at most";
  const bound = given < min ? min : max;
  raiseError(
    "TypeError",
    `${name}() takes ${much} ${bound} argument${bound === 1 ? "" : "s"} (${given} given)`,
  );
}

/** `count` arguments of a function that does not give its name (`PyArg_ParseTuple`). */
export function exactly(count: number): Signature {
  return taking(count, count, (name, args, keywords) => {
    refuseKeywords(name, keywords);
    if (args.length === count) return args;
    raiseError(
      "TypeError",
      `function takes exactly ${count} argument${count === 1 ? "" : "s"} (${args.length} given)`,
    );
  });
}

/** Between `min` and `max` arguments (`PyArg_UnpackTuple`). */
export function unpacked(min: number, max = min): Signature {
  return taking(min, max, (name, args, keywords) => {
    refuseKeywords(name, keywords);
    const given = args.length;
    if (given >= min && given <= max) return args;
    const much = min === max ? "" : given < min ? "at least " : "at most ";
    raiseError("TypeError", `${name} expected ${much}${given < min ? min : max} arguments, got ${given}`);
  });
}

/** The arguments of a special method (`wrap_binaryfunc` and its like). */
export function wrapped(count: number): Signature {
  return taking(count, count, (name, args, keywords) => {
    refuseKeywords(name, keywords);
    if (args.length === count) return args;
    raiseError("TypeError", `expected ${count} arguments, got ${args.length}`);
  });
}

/** Any number of arguments, no keywords. */
export const variadic: Signature = taking(0, Number.POSITIVE_INFINITY, (name, args, keywords) => {
  refuseKeywords(name, keywords);
  return args;
});

/** Arguments by position or name (`PyArg_ParseTupleAndKeywords`); the first `required` must be there. */
export function named(required: number, ...names: string[]): Signature {
  return taking(required, names.length, (name, args, keywords) => {
    const given = args.length + (keywords?.size ?? 0);
    if (given > names.length) raiseCount(name, required, names.length, given);
    const laid: (Value | undefined)[] = args.slice();
    for (const [key, value] of keywords ?? []) {
      const at = names.indexOf(key);
      if (at < 0) raiseError("TypeError", `'${key}' is an invalid keyword argument for this function`);
      if (at < args.length)
        raiseError("TypeError", `Argument given by name ('${key}') and position (${at + 1})`);
      laid[at] = value;
    }
    for (let i = 0; i < required; i++)
      if (laid[i] === undefined)
        raiseError("TypeError", `Required argument '${names[i]}' (pos ${i + 1}) not found`);
    return laid;
  });
}

/** What `owner(name=…)` was called with, for a type that can do without; undefined when there was nothing. */
export function optional(owner: string, name: string, args: Value[], keywords: Keywords): Value | undefined {
  if (keywords === null && args.length < 2) return args[0];
  return named(0, name)(owner, args, keywords)[0];
}

/** The arity of a signature that looks at every call. */
const nothing = [1, 0] as const;

/** Fills the namespace of `owner` with methods. */
export function methods<Self>(
  owner: PyType,
  receiver: Receiver<Self>,
  table: Record<string, readonly [Signature, MethodBody<Self>]>,
): void {
  registerNatives(owner.name, (name) => {
    const method = table[name];
    if (method === undefined) return undefined;
    const [signature] = method;
    const body = method[1] as (vm: VM, self: Self, ...args: unknown[]) => Value;
    const [least, most] = signature.arity ?? nothing;
    return (vm, args, keywords) => {
      const self = receive(owner, name, receiver, args);
      const given = args.length - 1;
      const isPlain = keywords === null && given >= least && given <= most;
      // Slicing and spreading cost more than most methods do.
      if (isPlain && given === 0) return body(vm, self);
      if (isPlain && given === 1) return body(vm, self, args[1]);
      if (isPlain && given === 2) return body(vm, self, args[1], args[2]);
      return body(vm, self, ...signature(name, args.slice(1), keywords));
    };
  });
  for (const name of Object.keys(table))
    owner.dict.set(name, name, new PyMethodDescriptor(`${owner.name}.${name}`, name, owner));
}

/** The receiver of a method, which must be of its type. */
function receive<Self>(owner: PyType, name: string, receiver: Receiver<Self>, args: Value[]): Self {
  const first = args[0];
  if (first === undefined)
    raiseError("TypeError", `descriptor '${name}' of '${owner.name}' object needs an argument`);
  const self = receiver(first);
  if (self !== undefined) return self;
  raiseError(
    "TypeError",
    `descriptor '${name}' requires a '${owner.name}' object but received a '${typeName(first)}'`,
  );
}

/** One method whose native takes its arguments raw, receiver first. */
export function rawMethod(owner: PyType, name: string, native: NativeFunction): void {
  const key = `${owner.name}.${name}`;
  registerNative(key, native);
  owner.dict.set(name, name, new PyMethodDescriptor(key, name, owner));
}

/** A computed attribute: a getter and perhaps a setter. */
export interface Attribute<Self> {
  get(vm: VM, self: Self): Value;
  set?(vm: VM, self: Self, value: Value): void;
}

/** Fills the namespace of `owner` with computed attributes. */
export function attributes<Self>(
  owner: PyType,
  receiver: Receiver<Self>,
  table: Record<string, Attribute<Self>>,
): void {
  registerNatives(owner.name, (key) => {
    const name = key.replace("=", "");
    const attribute = table[name];
    if (attribute === undefined) return undefined;
    if (key === name) return (vm, args) => attribute.get(vm, receive(owner, name, receiver, args));
    return (vm, args) => {
      attribute.set?.(vm, receive(owner, name, receiver, args), args[1] ?? null);
      return null;
    };
  });
  for (const [name, { set }] of Object.entries(table)) {
    const key = `${owner.name}.${name}`;
    owner.dict.set(name, name, new PyGetSet(name, owner, key, set === undefined ? null : `${key}=`));
  }
}

/** What a function takes and does, by its name. */
export type FunctionTable = Record<string, readonly [Signature, FunctionBody]>;

/** Makes functions under `prefix`, by name. */
export function functions(prefix: string, table: FunctionTable): Map<string, PyNative> {
  registerFunctions(prefix, table);
  return new Map(declareFunctions(prefix, Object.keys(table)).map((native) => [native.name, native]));
}

/** Says what functions under `prefix` do ("" for the builtins). */
export function registerFunctions(prefix: string, table: FunctionTable): void {
  registerNatives(prefix, (name) => {
    const known = table[name];
    if (known === undefined) return undefined;
    const [signature, body] = known as readonly [Signature, (vm: VM, ...args: unknown[]) => Value];
    const [least, most] = signature.arity ?? nothing;
    return (vm, args, keywords) => {
      // Most cost more than a step does.
      vm.charge(2);
      const given = args.length;
      const isPlain = keywords === null && given >= least && given <= most;
      if (isPlain && given === 1) return body(vm, args[0]);
      if (isPlain && given === 2) return body(vm, args[0], args[1]);
      return body(vm, ...signature(name, args, keywords));
    };
  });
}
