/**
 * `bytearray`, `buffer` and `memoryview`. Part of what is not needed at first: see `late.ts`.
 */
import { PyClassMethod, PyList, PySlice, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import {
  bufferType,
  bytearrayType,
  bytesOf,
  memoryviewType,
  PyByteArray,
  PyByteView,
} from "../objects/bytes.ts";
import type { VM } from "../objects/machine.ts";
import { PyNative, registerNative } from "../objects/natives.ts";
import { raiseError, raiseWith } from "../objects/raise.ts";
import type { BinaryOperator, ComparisonOperator, Keywords } from "../objects/slots.ts";
import type { PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { holds, orderTexts } from "../operations/comparison.ts";
import { address, textHash } from "../operations/identity.ts";
import { drain, findAttribute, typeName, unwrap, walk } from "../operations/index.ts";
import { asIndex, integerArgument, repeatCount } from "../operations/items.ts";
import { raiseUnhashable } from "../operations/keys.ts";
import { byteCharacters } from "./characters.ts";
import { decode, encode, encodeBytes } from "./codecs.ts";
import { attributes, between, methods, named, none, one, unpacked } from "./define.ts";
import { fillLater } from "./fill-later.ts";
import { newIterator, stepping } from "./iterator-object.ts";
import { toBig } from "./number-kinds.ts";
import { sliceIndices } from "./slicing.ts";
import { codecName, errorMode, repeatText } from "./str.ts";
import { type TextKind, textContains, textMethods } from "./text-methods.ts";
import { bytesRepr } from "./text-repr.ts";

/** The bytes of anything that has some. */
function plainBytes(v: Value): string | undefined {
  return bytesOf(unwrap(v));
}

function requireBytes(_vm: VM, v: Value): string {
  return plainBytes(v) ?? raiseError("TypeError", `Type ${typeName(v)} doesn't support the buffer API`);
}

/** One byte, given as a number or as a str of one. */
function byteOf(vm: VM, v: Value): string {
  const plain = unwrap(v);
  if (typeof plain === "string")
    return plain.length === 1 ? plain : raiseError("ValueError", "string must be of size 1");
  const code = asIndex(vm, v, "an integer or string of size 1 is required");
  if (code < 0 || code > 255) raiseError("ValueError", "byte must be in range(0, 256)");
  return String.fromCharCode(code);
}

/** The bytes of an iterable of numbers, or of what has bytes already. */
function collectBytes(vm: VM, v: Value): string {
  const known = plainBytes(v);
  if (known !== undefined) return known;
  const bytes: string[] = [];
  walk(vm, v, (item) => {
    vm.allocate(1);
    bytes.push(byteOf(vm, item));
    return true;
  });
  return bytes.join("");
}

/** Puts other bytes in; their making is charged here. */
function change(vm: VM, self: PyByteArray, bytes: string): Value {
  vm.charge(bytes.length >> 6);
  vm.allocate(Math.max(0, bytes.length - self.bytes.length));
  self.bytes = bytes;
  return null;
}

function indexOf(vm: VM, self: PyByteArray, key: Value, problem: string): number {
  const at = asIndex(vm, key, problem);
  const real = at < 0 ? at + self.bytes.length : at;
  return real >= 0 && real < self.bytes.length
    ? real
    : raiseError("IndexError", "bytearray index out of range");
}

function getPart(vm: VM, self: PyByteArray, key: Value): Value {
  if (!(key instanceof PySlice))
    return self.bytes.charCodeAt(indexOf(vm, self, key, "bytearray indices must be integers"));
  return new PyByteArray(sliced(vm, self.bytes, key));
}

function sliced(vm: VM, bytes: string, key: PySlice): string {
  const { start, stop, step, count } = sliceIndices(vm, key, bytes.length);
  vm.allocate(count);
  vm.charge(count >> 5);
  if (step === 1) return bytes.slice(start, stop);
  vm.charge(count >> 2);
  return Array.from({ length: count }, (_, i) => bytes.charAt(start + i * step)).join("");
}

/** `self[key] = value`; an undefined value deletes. */
function setPart(vm: VM, self: PyByteArray, key: Value, value: Value | undefined): void {
  const { bytes } = self;
  if (!(key instanceof PySlice)) {
    const at = indexOf(vm, self, key, "bytearray indices must be integer");
    const byte = value === undefined ? "" : byteOf(vm, value);
    change(vm, self, bytes.slice(0, at) + byte + bytes.slice(at + 1));
    return;
  }
  const { start, stop, step, count } = sliceIndices(vm, key, bytes.length);
  const fresh = value === undefined ? "" : assignable(vm, value);
  if (step === 1) {
    change(vm, self, bytes.slice(0, start) + fresh + bytes.slice(Math.max(start, stop)));
    return;
  }
  if (value !== undefined && fresh.length !== count)
    raiseError(
      "ValueError",
      `attempt to assign bytes of size ${fresh.length} to extended slice of size ${count}`,
    );
  vm.charge(bytes.length >> 2);
  const parts = [...bytes];
  for (let i = 0; i < count; i++) parts[start + i * step] = fresh.charAt(i);
  change(vm, self, parts.join(""));
}

function assignable(vm: VM, value: Value): string {
  if (value instanceof PyUnicode || toBig(value) !== undefined)
    raiseError("TypeError", "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  return collectBytes(vm, value);
}

function binaryBytes(
  vm: VM,
  operator: BinaryOperator,
  self: PyByteArray,
  other: Value,
  reflected: boolean,
): Value | undefined {
  if (operator === "Mult") {
    const repeated = repeatText(vm, self.bytes, other);
    return repeated === undefined ? undefined : new PyByteArray(repeated);
  }
  const bytes = operator === "Add" ? plainBytes(other) : undefined;
  if (operator === "Add" && bytes === undefined && !reflected)
    raiseError("TypeError", `can't concat bytearray to ${typeName(other)}`);
  if (bytes === undefined) return undefined;
  vm.allocate(self.bytes.length + bytes.length);
  return new PyByteArray(reflected ? bytes + self.bytes : self.bytes + bytes);
}

function extendInPlace(vm: VM, operator: BinaryOperator, self: PyByteArray, other: Value): Value | undefined {
  const bytes = operator === "Mult" ? repeatText(vm, self.bytes, other) : plainBytes(other);
  if (operator === "Add" && bytes === undefined)
    raiseError("TypeError", `can't concat ${typeName(other)} to bytearray`);
  if (bytes === undefined || (operator !== "Add" && operator !== "Mult")) return undefined;
  change(vm, self, operator === "Mult" ? bytes : self.bytes + bytes);
  return self;
}

/** Bytes are compared with bytes of any kind. */
function compareBytes(vm: VM, operator: ComparisonOperator, self: Value, other: Value): boolean | undefined {
  const [a, b] = [bytesOf(self) ?? "", bytesOf(other)];
  return b === undefined ? undefined : holds(operator, orderTexts(vm, a, b));
}

function fillArray(vm: VM, self: PyByteArray, args: Value[], keywords: Keywords): void {
  const [source, encoding, errors] = named(0, "source", "encoding", "errors")("bytearray", args, keywords);
  const plain = source === undefined ? "" : unwrap(source);
  const [codec, mode] = [codecName(encoding, "bytearray", 2), errorMode(errors, "bytearray", 3)];
  if (plain instanceof PyUnicode) {
    if (encoding === undefined) raiseError("TypeError", "unicode argument without an encoding");
    const coded = encode(plain.value, codec, mode, vm);
    change(vm, self, plainBytes(coded) ?? "");
    return;
  }
  if (encoding !== undefined && typeof plain === "string") {
    change(vm, self, plainBytes(encodeBytes(vm, plain, codec, mode)) ?? "");
    return;
  }
  if ((encoding !== undefined || errors !== undefined) && typeof plain !== "string")
    raiseError("TypeError", "encoding or errors without a string argument");
  const count = source === undefined ? undefined : repeatCount(vm, source);
  if (count === undefined) {
    change(vm, self, collectBytes(vm, plain));
    return;
  }
  if (count < 0) raiseError("ValueError", "negative count");
  vm.allocate(count);
  self.bytes = "\0".repeat(count);
}

const kind: TextKind = {
  name: "bytearray",
  characters: byteCharacters,
  wrap: (bytes) => new PyByteArray(bytes),
  read: requireBytes,
};

const receiveArray = (v: Value) => (v instanceof PyByteArray ? v : undefined);

stepping("bytearray", "bytearrayiterator", (_vm, it) => {
  const { bytes } = it.source as PyByteArray;
  return it.position < bytes.length ? bytes.charCodeAt(it.position++) : undefined;
});

fillLater(bytearrayType, () => {
  bytearrayType.slots = {
    repr: (vm, self: PyByteArray) => {
      vm.charge(self.bytes.length >> 2);
      vm.allocate(self.bytes.length);
      // The single quote is escaped even between double ones.
      const shown = bytesRepr(self.bytes);
      return `bytearray(b${shown.startsWith('"') ? shown.replace(/'/g, "\\'") : shown})`;
    },
    str: (_vm, self: PyByteArray) => self.bytes,
    hash: (_vm, self: PyByteArray) => raiseUnhashable(self),
    length: (_vm, self: PyByteArray) => self.bytes.length,
    compare: compareBytes,
    binary: binaryBytes,
    inplace: extendInPlace,
    iterate: (_vm, self: PyByteArray) => newIterator("bytearray", self),
    contains: (vm, self: PyByteArray, item) =>
      textContains(vm, self.bytes, toBig(item) === undefined ? requireBytes(vm, item) : byteOf(vm, item)),
    getItem: getPart,
    setItem: setPart,
    deleteItem: (vm, self: PyByteArray, key) => setPart(vm, self, key, undefined),
    construct: (_vm, cls: PyType) => new PyByteArray("", cls),
    initialise: fillArray,
  };
  const { __getnewargs__: _, ...texts } = textMethods(kind);
  methods(bytearrayType, (v) => receiveArray(v)?.bytes, {
    ...texts,
    join: [one, joinArrays],
    decode: [
      named(0, "encoding", "errors"),
      (vm, self, encoding?: Value, errors?: Value) =>
        decode(self, codecName(encoding, "decode"), errorMode(errors, "decode"), vm),
    ],
    translate: [
      unpacked(1, 2),
      (vm, self, table: Value, remove?: Value) => {
        const map = table === null ? undefined : requireBytes(vm, table);
        const drop = remove === undefined ? "" : requireBytes(vm, remove);
        if (map !== undefined && map.length !== 256)
          raiseError("ValueError", "translation table must be 256 characters long");
        vm.allocate(self.length);
        vm.charge((self.length + drop.length) >> 1);
        const dropped = new Set(drop);
        const kept = [...self].filter((c) => !dropped.has(c));
        return new PyByteArray(kept.map((c) => map?.charAt(c.charCodeAt(0)) ?? c).join(""));
      },
    ],
    __alloc__: [none, (_vm, self) => self.length + 1],
  });
  methods(bytearrayType, receiveArray, {
    ...changing,
    __reduce__: [
      none,
      (vm, self) =>
        new PyTuple([
          self.type,
          new PyTuple([new PyUnicode(self.bytes), "latin-1"]),
          self.type.builtin ? null : (findAttribute(vm, self, "__dict__") ?? null),
        ]),
    ],
  });
  registerNative("bytearray.fromhex", (vm, args, keywords) => {
    const [v = null] = one("fromhex", args.slice(1), keywords);
    const plain = unwrap(v);
    const text = plain instanceof PyUnicode ? plain.value : plain;
    if (typeof text !== "string")
      raiseError("TypeError", `fromhex() argument 1 must be string or read-only buffer, not ${typeName(v)}`);
    vm.charge(text.length);
    const good = /^( *[0-9a-fA-F]{2})* */.exec(text)?.[0].length ?? 0;
    if (good < text.length)
      raiseError("ValueError", `non-hexadecimal number found in fromhex() arg at position ${good}`);
    const bytes = text
      .replace(/ /g, "")
      .replace(/../g, (hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    return vm.call(args[0] ?? bytearrayType, [bytes]);
  });
  bytearrayType.dict.set(
    "fromhex",
    "fromhex",
    new PyClassMethod(new PyNative("bytearray.fromhex", "fromhex")),
  );
});

function joinArrays(vm: VM, self: string, items: Value): Value {
  if (toBig(items) !== undefined || items === null) raiseError("TypeError", "can only join an iterable");
  const parts = drain(vm, items).map(
    (item, i) =>
      plainBytes(item) ??
      raiseError("TypeError", `can only join an iterable of bytes (item ${i} has type '${typeName(item)}')`),
  );
  const joined = parts.join(self);
  vm.allocate(joined.length);
  return new PyByteArray(joined);
}

/** The methods that change the array. */
const changing: Parameters<typeof methods<PyByteArray>>[2] = {
  append: [one, (vm, self, v: Value) => change(vm, self, self.bytes + byteOf(vm, v))],
  extend: [one, (vm, self, v: Value) => change(vm, self, self.bytes + collectBytes(vm, v))],
  insert: [
    between(2),
    (vm, self, index: Value, v: Value) => {
      const at = integerArgument(vm, index);
      const place = Math.max(0, at < 0 ? at + self.bytes.length : at);
      return change(vm, self, self.bytes.slice(0, place) + byteOf(vm, v) + self.bytes.slice(place));
    },
  ],
  pop: [
    between(0, 1),
    (vm, self, index?: Value) => {
      const { bytes } = self;
      if (bytes === "") raiseError("IndexError", "pop from empty bytearray");
      const given = index === undefined ? -1 : integerArgument(vm, index);
      const at = given < 0 ? given + bytes.length : given;
      if (at < 0 || at >= bytes.length) raiseError("IndexError", "pop index out of range");
      change(vm, self, bytes.slice(0, at) + bytes.slice(at + 1));
      return bytes.charCodeAt(at);
    },
  ],
  remove: [
    one,
    (vm, self, v: Value) => {
      const at = self.bytes.indexOf(byteOf(vm, v));
      if (at < 0) raiseError("ValueError", "value not found in bytearray");
      return change(vm, self, self.bytes.slice(0, at) + self.bytes.slice(at + 1));
    },
  ],
  reverse: [
    none,
    (vm, self) => {
      vm.charge(self.bytes.length >> 2);
      return change(vm, self, [...self.bytes].reverse().join(""));
    },
  ],
};

/* Views ------------------------------------------------------------------------------------------------- */

const receiveView = (type: PyType) => (v: Value) =>
  v instanceof PyByteView && v.type === type ? v : undefined;

/** Position `key` of a view; `problem` is the IndexError. */
function viewIndex(vm: VM, self: PyByteView, key: Value, problem: string): number {
  const { length } = bytesOf(self) ?? "";
  const usual = `cannot index memory using "${typeName(key)}"`;
  const given = asIndex(vm, key, self.type === bufferType ? "sequence index must be integer" : usual);
  const at = given < 0 ? given + length : given;
  return at >= 0 && at < length ? at : raiseError("IndexError", problem);
}

fillLater(bufferType, () => {
  bufferType.slots = {
    repr: (vm, self: PyByteView) =>
      `<read-only buffer for ${address(vm, self.source)}, size ${self.size ?? -1}, offset ${self.start} at ${address(vm, self)}>`,
    str: (_vm, self: PyByteView) => bytesOf(self) ?? "",
    hash: (vm, self: PyByteView) => textHash(vm, bytesOf(self) ?? ""),
    length: (_vm, self: PyByteView) => bytesOf(self)?.length ?? 0,
    compare: (vm, operator, self: PyByteView, other) =>
      other instanceof PyByteView ? compareBytes(vm, operator, self, other) : undefined,
    binary: (vm, operator, self: PyByteView, other, reflected) => {
      const own = bytesOf(self) ?? "";
      if (operator === "Mult") return repeatText(vm, own, other);
      if (operator !== "Add" || reflected) return undefined;
      const bytes = bytesOf(other) ?? raiseError("TypeError", "bad argument type for built-in operation");
      vm.allocate(own.length + bytes.length);
      return own + bytes;
    },
    getItem: (vm, self: PyByteView, key) => {
      const bytes = bytesOf(self) ?? "";
      if (key instanceof PySlice) return sliced(vm, bytes, key);
      return bytes.charAt(viewIndex(vm, self, key, "buffer index out of range"));
    },
    setItem: () => raiseError("TypeError", "buffer is read-only"),
    construct: (vm, _cls, args, keywords) => {
      const [source = null, offset, size] = between(1, 3)("buffer", args, keywords);
      const plain = unwrap(source);
      const start = offset === undefined ? 0 : integerArgument(vm, offset);
      const count = size === undefined ? -1 : integerArgument(vm, size);
      const whole = plain instanceof PyUnicode ? encode(plain.value, "utf-32-le") : plain;
      if (bytesOf(whole) === undefined) raiseError("TypeError", "buffer object expected");
      if (start < 0) raiseError("ValueError", "offset must be zero or positive");
      if (count < -1) raiseError("ValueError", "size must be zero or positive");
      return viewOf(bufferType, whole, start, count < 0 ? null : count);
    },
  };
});

/** A new view; of a view, it is one of what that shows. */
function viewOf(type: PyType, source: Value, start: number, size: number | null): PyByteView {
  if (!(source instanceof PyByteView)) return new PyByteView(type, source, start, size);
  const rest = source.size === null ? null : Math.max(0, source.size - start);
  const shown = rest === null || size === null ? (rest ?? size) : Math.min(rest, size);
  return new PyByteView(type, source.source, source.start + start, shown);
}

function constructView(_vm: VM, _cls: PyType, args: Value[], keywords: Keywords): Value {
  const [source = null] = named(1, "object")("memoryview", args, keywords);
  const plain = unwrap(source);
  const size = bytesOf(plain)?.length;
  if (size === undefined)
    raiseError("TypeError", "cannot make memory view because object does not have the buffer interface");
  return viewOf(memoryviewType, plain, 0, size);
}

/** The array that a view writes to; TypeError when it looks at a str. */
function writable(self: PyByteView): PyByteArray {
  let { source } = self;
  while (source instanceof PyByteView) source = source.source;
  return source instanceof PyByteArray ? source : raiseError("TypeError", "cannot modify read-only memory");
}

function setView(vm: VM, self: PyByteView, key: Value, value: Value): void {
  const array = writable(self);
  const bytes =
    plainBytes(value) ?? raiseError("TypeError", `'${typeName(value)}' does not have the buffer interface`);
  const { start, count } = viewPart(vm, self, key);
  if (bytes.length !== count) raiseError("ValueError", "cannot modify size of memoryview object");
  change(vm, array, array.bytes.slice(0, start) + bytes + array.bytes.slice(start + count));
}

/** Where in the source the part `key` of a view lies. */
function viewPart(vm: VM, self: PyByteView, key: Value): { start: number; count: number } {
  if (!(key instanceof PySlice))
    return { start: self.start + viewIndex(vm, self, key, "index out of bounds"), count: 1 };
  const { start, step, count } = sliceIndices(vm, key, bytesOf(self)?.length ?? 0);
  if (step !== 1) raiseWith("NotImplementedError", []);
  return { start: self.start + start, count };
}

fillLater(memoryviewType, () => {
  memoryviewType.slots = {
    repr: (vm, self: PyByteView) => `<memory at ${address(vm, self)}>`,
    hash: (_vm, self: PyByteView) => raiseUnhashable(self),
    length: (_vm, self: PyByteView) => bytesOf(self)?.length ?? 0,
    compare: (vm, operator, self: PyByteView, other) =>
      operator === "Eq" || operator === "NotEq" ? compareBytes(vm, operator, self, other) : undefined,
    getItem: (vm, self: PyByteView, key) => {
      const { start, count } = viewPart(vm, self, key);
      const view = new PyByteView(memoryviewType, self.source, start, count);
      return key instanceof PySlice ? view : (bytesOf(view) ?? "");
    },
    setItem: setView,
    construct: constructView,
  };
  const receive = receiveView(memoryviewType);
  methods(memoryviewType, receive, {
    tobytes: [none, (_vm, self) => bytesOf(self) ?? ""],
    tolist: [
      none,
      (vm, self) => {
        const bytes = bytesOf(self) ?? "";
        vm.allocate(bytes.length * 8);
        return new PyList(Array.from(bytes, (c) => c.charCodeAt(0)));
      },
    ],
  });
  attributes(memoryviewType, receive, {
    format: { get: () => "B" },
    itemsize: { get: () => 1n },
    ndim: { get: () => 1n },
    readonly: { get: (_vm, self) => !(self.source instanceof PyByteArray) },
    shape: { get: (_vm, self) => new PyTuple([BigInt(bytesOf(self)?.length ?? 0)]) },
    strides: { get: () => new PyTuple([1n]) },
    suboffsets: { get: () => null },
  });
});
