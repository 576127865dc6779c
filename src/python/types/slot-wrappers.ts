/**
 * The special methods of built-in types as learners see them: `list.__len__`, `dict.__setitem__`, `Exception.__init__`.
 *
 * They are derived from the slots once, when all types are filled, so that `super(D, self).__setitem__(k, v)` and
 * `[].__len__()` reach the slot, and `dir([])` lists them.
 */
import { NotImplemented, PySlice, PyStaticMethod } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { PyMethodDescriptor, PyNative, registerNative } from "../objects/natives.ts";
import { raiseError, raiseWith } from "../objects/raise.ts";
import type { BinaryOperator, ComparisonOperator, Keywords, Slots, UnaryOperator } from "../objects/slots.ts";
import { objectType, PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { binary, checkConcatenation, isSequence, operators } from "../operations/arithmetic.ts";
import { comparisonMethods } from "../operations/comparison.ts";
import { typeName, typeOf, unwrap } from "../operations/index.ts";
import { integerArgument, repeatCount } from "../operations/items.ts";
import { exactly, one, raiseCount, type Signature, unpacked, wrapped } from "./define.ts";
import { numberKind, toBig } from "./number-kinds.ts";
import { powerModulo } from "./power-modulo.ts";

/** A wrapper's body: the slots of its type, the receiver, the arguments. */
type Wrapper = (vm: VM, slots: Slots, self: Value, args: Value[], keywords: Keywords) => Value;

interface Wrapped {
  slot: keyof Slots;
  /** Arguments after the receiver; undefined for any number. */
  count?: number;
  body: Wrapper;
}

const arg = (args: Value[], at: number): Value => args[at] ?? null;
const orNotImplemented = (v: Value | undefined): Value => (v === undefined ? NotImplemented : v);

/** The slice that an old slice method means: its bounds are positions already. */
function sliceOf(vm: VM, args: Value[]): PySlice {
  const bound = (at: number) => Math.max(0, integerArgument(vm, arg(args, at)));
  return new PySlice(bound(0), bound(1), null);
}

/** The other operand: how often, where a sequence is repeated. */
function operand(vm: VM, operator: BinaryOperator, self: Value, other: Value): Value {
  return operator !== "Mult" || !isSequence(self) ? other : wordOf(vm, other);
}

/** An index as C's functions take it. */
function wordOf(vm: VM, v: Value): Value {
  return (
    repeatCount(vm, v) ?? raiseError("TypeError", `'${typeName(v)}' object cannot be interpreted as an index`)
  );
}

/** The key of `x.__getitem__(key)`: what has items by number only is given a number. */
function itemKey(vm: VM, self: Value, key: Value): Value {
  const { name, layout } = typeOf(self);
  return layout === "exception" || name === "xrange" ? wordOf(vm, key) : key;
}

/** `x.__pow__(y, modulus)`: NotImplemented for what the type of x does not know. */
function powerOf(vm: VM, self: Value, other: Value, modulus: Value, reflected: boolean): Value {
  const kind = numberKind(self);
  if (kind === 3) raiseError("TypeError", "pow() 3rd argument not allowed unless all arguments are integers");
  if (numberKind(other) === 0 || numberKind(other) > kind) return NotImplemented;
  if (kind === 4) raiseError("ValueError", "complex modulo");
  const [x = 0n, y = 0n] = (reflected ? [other, self] : [self, other]).map(toBig);
  const isKnown = numberKind(modulus) > 0 && numberKind(modulus) <= kind;
  // An int looks at its exponent first.
  if (!isKnown && (kind === 2 || y >= 0n)) return NotImplemented;
  return powerModulo(vm, [x, y, toBig(modulus) ?? 0n], kind === 2);
}

/** How the arguments of a wrapper are counted: by the C function that stands behind it. */
function signatureOf(type: PyType, name: string, count: number, isSequence: boolean): Signature {
  if (/slice__$/.test(name)) return exactly(count);
  const isMethod =
    name === "__contains__" ? /^(dict|(frozen)?set)$/ : name === "__getitem__" ? /^(dict|list)$/ : undefined;
  if (isMethod?.test(type.name)) return one;
  if (/^__r?pow__$/.test(name)) return unpacked(1, 2);
  return count === 2 || (isSequence && /^__[ri]?mul__$/.test(name)) ? unpacked(count) : wrapped(count);
}

/** The wrappers that are one of a kind. */
const makeSingleWrappers = (): Record<string, Wrapped> => ({
  __repr__: { slot: "repr", count: 0, body: (vm, s, self) => s.repr?.(vm, self as never) ?? "" },
  __str__: { slot: "str", count: 0, body: (vm, s, self) => s.str?.(vm, self as never) ?? "" },
  __hash__: { slot: "hash", count: 0, body: (vm, s, self) => s.hash?.(vm, self as never) ?? 0 },
  __len__: { slot: "length", count: 0, body: (vm, s, self) => s.length?.(vm, self as never) ?? 0 },
  __nonzero__: { slot: "truth", count: 0, body: (vm, s, self) => s.truth?.(vm, self as never) ?? true },
  __iter__: { slot: "iterate", count: 0, body: (vm, s, self) => s.iterate?.(vm, self as never) ?? null },
  next: {
    slot: "next",
    count: 0,
    body: (vm, s, self) => {
      const item = s.next?.(vm, self as never);
      return item === undefined ? raiseWith("StopIteration", []) : item;
    },
  },
  __contains__: {
    slot: "contains",
    count: 1,
    body: (vm, s, self, args) => s.contains?.(vm, self as never, arg(args, 0)) ?? false,
  },
  __getitem__: {
    slot: "getItem",
    count: 1,
    body: (vm, s, self, args) => s.getItem?.(vm, self as never, itemKey(vm, self, arg(args, 0))) ?? null,
  },
  __setitem__: {
    slot: "setItem",
    count: 2,
    body: (vm, s, self, args) => {
      s.setItem?.(vm, self as never, arg(args, 0), arg(args, 1));
      return null;
    },
  },
  __delitem__: {
    slot: "deleteItem",
    count: 1,
    body: (vm, s, self, args) => {
      s.deleteItem?.(vm, self as never, arg(args, 0));
      return null;
    },
  },
  __init__: {
    slot: "initialise",
    body: (vm, s, self, args, keywords) => {
      s.initialise?.(vm, self as never, args, keywords);
      return null;
    },
  },
  __cmp__: {
    slot: "order",
    count: 1,
    body: (vm, s, self, args) => {
      const other = unwrap(arg(args, 0));
      const [own, given] = [typeName(self), typeName(other)];
      // A whole number is compared with its own type only.
      const isOwn = numberKind(self) === numberKind(other);
      return (
        (isOwn ? s.order?.(vm, self as never, other) : undefined) ??
        raiseError("TypeError", `${own}.__cmp__(x,y) requires y to be a '${own}', not a '${given}'`)
      );
    },
  },
  __getslice__: {
    slot: "getItem",
    count: 2,
    body: (vm, s, self, args) => s.getItem?.(vm, self as never, sliceOf(vm, args)) ?? null,
  },
  __setslice__: {
    slot: "setItem",
    count: 3,
    body: (vm, s, self, args) => {
      s.setItem?.(vm, self as never, sliceOf(vm, args), arg(args, 2));
      return null;
    },
  },
  __delslice__: {
    slot: "deleteItem",
    count: 2,
    body: (vm, s, self, args) => {
      s.deleteItem?.(vm, self as never, sliceOf(vm, args));
      return null;
    },
  },
  __call__: {
    slot: "call",
    body: (vm, s, self, args, keywords) => s.call?.(vm, self as never, args, keywords) ?? null,
  },
  __get__: {
    slot: "get",
    body: (vm, s, self, args) => s.get?.(vm, self as never, args[0] ?? undefined, arg(args, 1)) ?? null,
  },
  __set__: {
    slot: "set",
    count: 2,
    body: (vm, s, self, args) => {
      s.set?.(vm, self as never, arg(args, 0), arg(args, 1));
      return null;
    },
  },
});

/** Every wrapper by its name: the single ones, then one for each operator and comparison. */
function makeWrappers(): Record<string, Wrapped> {
  const wrappers = makeSingleWrappers();
  for (const [operator, method] of Object.entries(comparisonMethods) as [ComparisonOperator, string][])
    wrappers[method] = {
      slot: "compare",
      count: 1,
      body: (vm, s, self, args) =>
        orNotImplemented(s.compare?.(vm, operator, self as never, unwrap(arg(args, 0)))),
    };

  for (const [operator, [, method]] of Object.entries(operators) as [
    BinaryOperator,
    readonly [string, string],
  ][]) {
    for (const reflected of [false, true])
      wrappers[`__${reflected ? "r" : ""}${method}__`] = {
        slot: "binary",
        count: 1,
        body: (vm, s, self, args) => {
          const other = operand(vm, operator, self, unwrap(arg(args, 0)));
          const modulus = args[1] ?? null;
          if (modulus !== null) return powerOf(vm, self, other, unwrap(modulus), reflected);
          if (numberKind(self) < numberKind(other) && numberKind(self) > 0) return NotImplemented;
          const result = s.binary?.(vm, operator, self as never, other, reflected);
          if (result === undefined && operator === "Add") {
            if (typeof self === "string" && typeOf(other).builtin) return binary(vm, operator, self, other);
            checkConcatenation(self, other);
          }
          return orNotImplemented(result);
        },
      };
    wrappers[`__i${method}__`] = {
      slot: "inplace",
      count: 1,
      body: (vm, s, self, args) =>
        orNotImplemented(s.inplace?.(vm, operator, self as never, operand(vm, operator, self, arg(args, 0)))),
    };
  }

  for (const [operator, method] of [
    ["USub", "__neg__"],
    ["UAdd", "__pos__"],
    ["Invert", "__invert__"],
  ] as [UnaryOperator, string][])
    wrappers[method] = {
      slot: "unary",
      count: 0,
      body: (vm, s, self) => orNotImplemented(s.unary?.(vm, operator, self as never)),
    };
  return wrappers;
}

const comparing = new Set(["__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"]);
const sliced = new Set(["list", "tuple", "str", "unicode", "exception", "buffer"]);

/** Whether `type` has the special method `name` at all: a slot may stand for more than CPython's type has. */
function answers(type: PyType, name: string): boolean {
  // Numbers are compared by `__cmp__`; texts are walked by their indexes; the others have a length, which is their truth.
  if (comparing.has(name)) return type.layout !== "int" && type.layout !== "long";
  if (name === "__iter__") return type.layout !== "str" && type.layout !== "unicode";
  if (name === "__nonzero__") return type.layout !== "other";
  if (/^__...slice__$/.test(name)) return sliced.has(type.layout === "other" ? type.name : type.layout);
  if (/^__inver/.test(name)) return type.layout === "int" || type.layout === "long";
  if (!/^__[ri]?(add|sub|mul|(|true|floor)div|mod|pow|[lr]shift|and|x?or)__$/.test(name)) return true;
  if (type.name === "buffer") return /^__(add|r?mul)__$/.test(name);
  if (type.name.startsWith("dict_")) return /^__r?(sub|and|or|xor)__$/.test(name);
  switch (type.layout) {
    case "list":
    case "tuple":
      return /^__(i?add|[ri]?mul)__$/.test(name);
    case "str":
    case "unicode":
      return /^__(i?add|[ri]?mul|r?mod)__$/.test(name);
    case "set":
    case "frozenset":
      return /^__[ri]?(sub|and|or|xor)__$/.test(name);
    case "float":
      return !/^__r?(lshift|rshift|and|or|xor)__$/.test(name);
    default:
      return type.name !== "complex" || !/^__r?(lshift|rshift|and|or|xor)__$/.test(name);
  }
}

/** Types whose special methods are found by instance, not by class: deriving wrappers would hide them. */
const unwrapped = new Set(["instance", "classobj"]);

const unhashable = new Set(["list", "dict", "set", "bytearray", "dict_keys", "dict_items"]);

let bySlot: Map<string, [string, Wrapped][]> | undefined;

/** The wrappers by their slot: a type has few slots, so going by slot is quick. Made for the first type that is filled. */
function makeBySlot(): Map<string, [string, Wrapped][]> {
  const made = new Map<string, [string, Wrapped][]>();
  for (const entry of Object.entries(makeWrappers())) {
    const known = made.get(entry[1].slot);
    if (known === undefined) made.set(entry[1].slot, [entry]);
    else known.push(entry);
  }
  return made;
}

/** Gives `type` the special methods its slots stand for, and `__new__`. */
export function wrapSlots(type: PyType): void {
  if (unwrapped.has(type.name)) return;
  if (unhashable.has(type.name)) type.dict.set("__hash__", "__hash__", null);
  bySlot ??= makeBySlot();
  // Each exception has an `__init__` of its own, which takes no instance of another.
  const inherited = type.layout === "exception" ? ["initialise"] : [];
  for (const slot of new Set([...Object.keys(type.slots), ...inherited]))
    for (const [name, entry] of bySlot.get(slot) ?? []) wrapSlot(type, name, entry);
  if (type.slots.construct !== undefined && !type.dict.has("__new__")) wrapNew(type);
}

function wrapSlot(type: PyType, name: string, entry: Wrapped): void {
  if (type.dict.has(name) || !answers(type, name)) return;
  const key = `${type.name}.${name}`;
  registerNative(key, (vm, args, keywords) => run(vm, type, name, entry, args, keywords));
  type.dict.set(name, name, new PyMethodDescriptor(key, name, type));
}

function run(vm: VM, type: PyType, name: string, entry: Wrapped, args: Value[], keywords: Keywords): Value {
  const [self, ...rest] = args;
  if (self === undefined)
    raiseError("TypeError", `descriptor '${name}' of '${type.name}' object needs an argument`);
  if (entry.count !== undefined) {
    const signature = signatureOf(type, name, entry.count, isSequence(self));
    signature(signature === one ? name : "", rest, keywords);
  }
  const receiver = type.layout === "exception" || type === objectType ? self : unwrap(self);
  return entry.body(vm, type.allSlots as Slots, receiver, rest, keywords);
}

/** `list.__new__(cls, …)`: a static method that makes the instance without initialising it. */
function wrapNew(type: PyType): void {
  const key = `${type.name}.__new__`;
  registerNative(key, (vm, args, keywords) => {
    const [cls, ...rest] = args;
    if (cls === undefined) raiseCount(`${type.name}.__new__`, 1, 1, 0);
    if (!(cls instanceof PyType))
      raiseError("TypeError", `${type.name}.__new__(X): X is not a type object (${typeName(cls)})`);
    if (!cls.mro.includes(type))
      raiseError(
        "TypeError",
        `${type.name}.__new__(${cls.name}): ${cls.name} is not a subtype of ${type.name}`,
      );
    return type.slots.construct?.(vm, cls as never, rest, keywords) ?? null;
  });
  type.dict.set("__new__", "__new__", new PyStaticMethod(new PyNative(key, "__new__")));
}
