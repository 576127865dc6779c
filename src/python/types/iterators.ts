/**
 * The stepping rules of the built-in iterators, and the types that are iterators themselves: `enumerate`, `reversed`,
 * `xrange`'s and the dictionaries'.
 */
import {
  PyClass,
  PyComplex,
  PyDict,
  PyFloat,
  type PyIterator,
  PyList,
  PyOldInstance,
  type PySet,
  PyTuple,
  PyUnicode,
  PyXrange,
} from "../objects/builtin-objects.ts";
import { PyException } from "../objects/exception.ts";
import { PyGenerator, PyTraceback } from "../objects/frame.ts";
import { Raised, type VM } from "../objects/machine.ts";
import { caught, makeException, raiseError, raiseWith } from "../objects/raise.ts";
import type { Keywords } from "../objects/slots.ts";
import { generatorType, PyType, xrangeType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { callNumberMethod } from "../operations/attributes.ts";
import { deeper } from "../operations/depth.ts";
import { address } from "../operations/identity.ts";
import {
  binary,
  equals,
  findSpecial,
  getItem,
  iterate,
  length,
  next,
  typeName,
  unwrap,
} from "../operations/index.ts";
import { asIndex, integerArgument } from "../operations/items.ts";
import { attributes, methods, named, none, one, unpacked } from "./define.ts";
import { fillLater } from "./fill-later.ts";
import { newIterator, stepping } from "./iterator-object.ts";
import { toBig } from "./number-kinds.ts";
import { makeInt } from "./numbers.ts";
import { itemIndex } from "./slicing.ts";

/** Steps over an array that may change meanwhile. */
function stepItems(_vm: VM, it: PyIterator): Value | undefined {
  const { items } = it.source as PyList | PyTuple;
  return it.position < items.length ? items[it.position++] : undefined;
}

stepping("list", "listiterator", stepItems);
stepping("tuple", "tupleiterator", stepItems);

stepping("listreverse", "listreverseiterator", (_vm, it) => {
  const { items } = it.source as PyList;
  it.position++;
  return items[items.length - it.position];
});

stepping("str", "iterator", (_vm, it) => {
  const text = it.source as string;
  return it.position < text.length ? text.charAt(it.position++) : undefined;
});

stepping("unicode", "iterator", (_vm, it) => {
  const { value } = it.source as PyUnicode;
  return it.position < value.length ? new PyUnicode(value.charAt(it.position++)) : undefined;
});

/** The old protocol: `v[0]`, `v[1]`, … until IndexError. */
stepping("sequence", "iterator", (vm, it) => {
  return itemOrEnd(vm, it.source, it.position++);
});

/** `v[at]`; undefined where it raises what ends an iteration. */
function itemOrEnd(vm: VM, v: Value, at: number): Value | undefined {
  try {
    return getItem(vm, v, at);
  } catch (error) {
    if (caught(error, "IndexError") || caught(error, "StopIteration")) return undefined;
    throw error;
  }
}

/** `iter(callable, sentinel)`. */
stepping("callable", "callable-iterator", (vm, it) => {
  it.position++;
  try {
    const item = vm.call(it.source, []);
    return equals(vm, item, it.state) ? undefined : item;
  } catch (error) {
    if (caught(error, "StopIteration")) return undefined;
    throw error;
  }
});

/** Walks a table; `state` is the size at the start, which must stay. */
function tableStep(kind: string, pick: (key: Value, value: Value) => Value) {
  return (vm: VM, it: PyIterator): Value | undefined => {
    const { table } = it.source as PyDict | PySet;
    if (table.size !== it.state) {
      it.state = -1;
      raiseError("RuntimeError", `${kind} changed size during iteration`);
    }
    const at = table.entryFrom(it.position);
    const key = table.keys[at];
    const value = table.values[at];
    // Holes at the front are looked through once.
    if (it.position > 0) vm.charge((at - it.position) >> 6);
    it.position = at + 1;
    return key === undefined || value === undefined ? undefined : pick(key, value);
  };
}

stepping(
  "dictkey",
  "dictionary-keyiterator",
  tableStep("dictionary", (key) => key),
);
stepping(
  "dictvalue",
  "dictionary-valueiterator",
  tableStep("dictionary", (_key, value) => value),
);
stepping(
  "dictitem",
  "dictionary-itemiterator",
  tableStep("dictionary", (key, value) => new PyTuple([key, value])),
);
stepping(
  "set",
  "setiterator",
  tableStep("Set", (key) => key),
);

stepping("xrange", "rangeiterator", (_vm, it) => {
  const range = it.source as PyXrange;
  return it.position < range.length ? range.start + range.step * it.position++ : undefined;
});

/** An index of any size as an int where it fits. */
function firstNumber(vm: VM, start: Value): Value {
  const problem = `'${typeName(start)}' object cannot be interpreted as an index`;
  return makeInt(toBig(unwrap(start)) ?? BigInt(asIndex(vm, start, problem)));
}

/** `enumerate(iterable, start=0)`; `state` is the number to come. */
stepping(
  "enumerate",
  "enumerate",
  (vm, it) => {
    const item = deeper(vm, "", () => next(vm, it.source));
    if (item === undefined) return undefined;
    const number = it.state;
    it.state = binary(vm, "Add", number, 1);
    vm.allocate(96);
    return new PyTuple([number, item]);
  },
  (vm, _cls, args, keywords) => {
    const [iterable, start] = named(1, "sequence", "start")("enumerate", args, keywords);
    const first = firstNumber(vm, start === undefined ? 0 : start);
    return newIterator("enumerate", iterate(vm, iterable ?? null), first);
  },
);

/** `reversed(sequence)`; `state` is the length it began with. */
stepping(
  "reversed",
  "reversed",
  (vm, it) => {
    const at = Number(it.state) - 1 - it.position++;
    return at < 0 ? undefined : itemOrEnd(vm, it.source, at);
  },
  (vm, _cls, args, keywords) => {
    const [sequence = null] = unpacked(1)("reversed", args, keywords);
    const own = findSpecial(vm, sequence, "__reversed__");
    if (own !== undefined) return vm.call(own, []);
    const plain = unwrap(sequence);
    const isSequence = typeof plain === "string" || findSpecial(vm, sequence, "__getitem__") !== undefined;
    if (!isSequence || sequence instanceof PyDict)
      raiseError("TypeError", "argument to reversed() must be a sequence");
    return newIterator("reversed", sequence, length(vm, sequence));
  },
);

/** `xrange(...)`. */
fillLater(xrangeType, () => {
  xrangeType.slots = {
    repr: (_vm, self: PyXrange) => {
      const stop = self.start + self.step * self.length;
      if (self.step !== 1) return `xrange(${self.start}, ${stop}, ${self.step})`;
      return self.start === 0 ? `xrange(${stop})` : `xrange(${self.start}, ${stop})`;
    },
    length: (_vm, self: PyXrange) => self.length,
    truth: (_vm, self: PyXrange) => self.length > 0,
    iterate: (_vm, self: PyXrange) => newIterator("xrange", self),
    getItem: (vm, self: PyXrange, key) =>
      self.start + self.step * itemIndex(vm, key, self.length, "xrange object"),
    construct: (vm, _cls, args, keywords) => xrangeArguments(vm, args, keywords),
  };
  methods(xrangeType, (v) => (v instanceof PyXrange ? v : undefined), {
    __reversed__: [
      none,
      (_vm, self) =>
        newIterator(
          "xrange",
          new PyXrange(self.start + self.step * (self.length - 1), -self.step, self.length),
        ),
    ],
  });
});

/** The arguments of `xrange`, as numbers. */
function xrangeArguments(vm: VM, args: Value[], keywords: Keywords): PyXrange {
  if (keywords !== null && keywords.size > 0)
    raiseError("TypeError", "xrange() does not take keyword arguments");
  if (args.length < 1 || args.length > 3) raiseError("TypeError", "xrange() requires 1-3 int arguments");
  const [first = 0, second, step = 1] = args.map((v) => integerArgument(vm, v));
  if (step === 0) raiseError("ValueError", "xrange() arg 3 must not be zero");
  const [start, stop] = second === undefined ? [0, first] : [first, second];
  const count = Math.max(0, Math.ceil((stop - start) / step));
  if (count > Number.MAX_SAFE_INTEGER) raiseError("OverflowError", "xrange() result has too many items");
  return new PyXrange(start, step, count);
}

/** A whole number for `range`: of any size. */
function rangeArgument(vm: VM, v: Value, place: string): bigint {
  const plain = unwrap(v);
  if (plain instanceof PyComplex) raiseError("TypeError", "can't convert complex to int");
  const known =
    toBig(plain) ??
    (plain instanceof PyFloat ? undefined : toBig(callNumberMethod(vm, v, "__int__") ?? null));
  return known ?? raiseError("TypeError", `range() integer ${place} argument expected, got ${typeName(v)}.`);
}

/** Generators: the machine resumes them. */

const receiveGenerator = (v: Value) => (v instanceof PyGenerator ? v : undefined);

function stopped(item: Value | undefined): Value {
  return item === undefined ? raiseWith("StopIteration", []) : item;
}

/** Raises GeneratorExit inside; the generator must not yield again. */
function closeGenerator(vm: VM, self: PyGenerator): Value {
  if (self.frame === null) return null;
  let item: Value | undefined;
  try {
    item = vm.throwInto(self, new Raised(makeException("GeneratorExit", [])));
  } catch (error) {
    if (caught(error, "GeneratorExit") || caught(error, "StopIteration")) return null;
    throw error;
  }
  return item === undefined ? null : raiseError("RuntimeError", "generator ignored GeneratorExit");
}

/** What `throw` of a generator takes, which says so in words of its own. */
function throwable(v: Value): Value {
  if (
    v instanceof PyType
      ? v.layout === "exception"
      : v instanceof PyClass || v instanceof PyException || v instanceof PyOldInstance
  )
    return v;
  raiseError("TypeError", `exceptions must be classes, or instances, not ${typeName(v)}`);
}

fillLater(generatorType, () => {
  generatorType.slots = {
    repr: (vm, self: PyGenerator) => `<generator object ${self.name} at ${address(vm, self)}>`,
    iterate: (_vm, self: PyGenerator) => self,
    next: (vm, self: PyGenerator) => vm.resume(self, null),
  };
  methods(generatorType, receiveGenerator, {
    send: [one, (vm, self, value: Value) => stopped(vm.resume(self, value))],
    throw: [
      unpacked(1, 3),
      (vm, self, type: Value, value: Value = null, traceback: Value = null) => {
        if (traceback !== null && !(traceback instanceof PyTraceback))
          raiseError("TypeError", "throw() third argument must be a traceback object");
        return stopped(vm.throwInto(self, vm.makeRaised(throwable(type), value, traceback)));
      },
    ],
    close: [none, closeGenerator],
  });
  attributes(generatorType, receiveGenerator, {
    __name__: { get: (_vm, self) => self.name },
    gi_frame: { get: (_vm, self) => self.frame },
    gi_running: { get: (_vm, self) => (self.running ? 1 : 0) },
    gi_code: { get: (_vm, self) => self.frame?.code ?? null },
  });
});

function rangeOfNumbers(vm: VM, start: number, stop: number, step: number): PyList {
  if (step === 0) raiseError("ValueError", "range() step argument must not be zero");
  const count = Math.max(0, Math.ceil((stop - start) / step));
  if (count > 0x7fffffff) raiseError("OverflowError", "range() result has too many items");
  vm.allocate(count * 8);
  vm.charge(count >> 3);
  const items: Value[] = [];
  for (let i = 0; i < count; i++) items.push(start + i * step);
  return new PyList(items);
}

/** `range(…)`; numbers beyond the safe integers are counted as big ones. */
export function rangeList(vm: VM, first: Value, second?: Value, third?: Value): PyList {
  if ([first, second, third].every((v) => v === undefined || typeof v === "number"))
    return rangeOfNumbers(
      vm,
      second === undefined ? 0 : Number(first),
      Number(second ?? first),
      Number(third ?? 1),
    );
  const stop = rangeArgument(vm, second === undefined ? first : second, "end");
  const start = second === undefined ? 0n : rangeArgument(vm, first, "start");
  const step = third === undefined ? 1n : rangeArgument(vm, third, "step");
  if (step === 0n) raiseError("ValueError", "range() step argument must not be zero");
  const distance = step > 0n ? stop - start : start - stop;
  const size = step > 0n ? step : -step;
  const count = distance > 0n ? (distance - 1n) / size + 1n : 0n;
  if (count > 0x7fffffffn) raiseError("OverflowError", "range() result has too many items");
  vm.allocate(Number(count) * 8);
  vm.charge(Number(count >> 3n));
  return new PyList(rangeItems(start, step, Number(count), [start, stop, step].every(isWord)));
}

/** Does it fit a machine word? */
function isWord(v: bigint): boolean {
  return BigInt.asIntN(64, v) === v;
}

/** Numbers from `start` by `step`: ints where the arguments were, else longs. */
function rangeItems(start: bigint, step: bigint, count: number, areInts: boolean): Value[] {
  const items: Value[] = [];
  for (let i = 0; i < count; i++) {
    const value = start + BigInt(i) * step;
    items.push(areInts ? makeInt(value) : value);
  }
  return items;
}
