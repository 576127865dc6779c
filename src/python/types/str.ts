/**
 * `str`: byte strings. A method given a unicode argument goes over to unicode: the receiver is decoded as ASCII and the
 * unicode method does the work, as in CPython 2.
 */
import { PyList, PySlice, PyUnicode } from "../objects/builtin-objects.ts";
import { bytesOf } from "../objects/bytes.ts";
import type { VM } from "../objects/machine.ts";
import { nativeImplementation } from "../objects/natives.ts";
import { raiseError } from "../objects/raise.ts";
import type { BinaryOperator } from "../objects/slots.ts";
import { basestringType, type PyType, strType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { decodeAscii, encodeAscii } from "../operations/coding.ts";
import { holds, orderTexts } from "../operations/comparison.ts";
import { textHash } from "../operations/identity.ts";
import { argumentName, str, typeName, unwrap } from "../operations/index.ts";
import { asIndex, integerArgument } from "../operations/items.ts";
import { textResult } from "../operations/text.ts";
import { byteCharacters } from "./characters.ts";
import { decode, encodeBytes } from "./codecs.ts";
import {
  between,
  type MethodBody,
  methods,
  named,
  one,
  optional,
  rawMethod,
  type Signature,
  unpacked,
} from "./define.ts";
import { eachCharacter } from "./each-character.ts";
import { fillLater } from "./fill-later.ts";
import { reprStr } from "./first.ts";
import { formatString, formatValue } from "./format.ts";
import { instanceOf } from "./int.ts";
import { newIterator } from "./iterator-object.ts";
import { percentFormat } from "./percent.ts";
import { clampBounds, itemIndex, sliceIndices } from "./slicing.ts";
import {
  joinItems,
  joinTexts,
  type TextKind,
  type TextMethods,
  textContains,
  textMethods,
} from "./text-methods.ts";

const bytesKind: TextKind = {
  name: "string",
  characters: byteCharacters,
  wrap: (text) => text,
  read: (_vm, v) =>
    bytesOf(unwrap(v)) ?? raiseError("TypeError", "expected a string or other character buffer object"),
};

/** `items` times in a row; also for unicode. Charges for the result. */
export function repeatText(
  vm: VM,
  text: string,
  times: Value,
  limit = "cannot fit 'long' into an index-sized integer",
): string | undefined {
  const plain = unwrap(times);
  if (typeof plain !== "number" && typeof plain !== "boolean" && typeof plain !== "bigint") return undefined;
  const n = Math.max(0, asIndex(vm, plain, limit));
  if (n > 0x7fffffffffff) raiseError("OverflowError", limit);
  vm.allocate(text.length * n);
  vm.charge((text.length * n) >> 6);
  return text.repeat(n);
}

function binaryStr(
  vm: VM,
  operator: BinaryOperator,
  self: string,
  other: Value,
  reflected: boolean,
): Value | undefined {
  if (operator === "Add" && typeof other === "string" && !reflected) {
    vm.allocate(self.length + other.length);
    return self + other;
  }
  if (operator === "Mult") return repeatText(vm, self, other);
  if (operator === "Mod" && !reflected) return percentFormat(vm, self, other, false);
  return undefined;
}

/** `text[key]` for both kinds of text; the result unwrapped. */
export function textItem(vm: VM, text: string, key: Value, kind: "string" | "unicode"): string {
  if (!(key instanceof PySlice)) return text.charAt(itemIndex(vm, key, text.length, kind));
  const { start, stop, step, count } = sliceIndices(vm, key, text.length);
  vm.allocate(count);
  vm.charge(count >> 5);
  if (step === 1) return text.slice(start, stop);
  vm.charge(count >> 2);
  let out = "";
  for (let i = 0, at = start; i < count; i++, at += step) out += text.charAt(at);
  return out;
}

function plainStr(vm: VM, v: Value): string {
  const text = str(vm, v);
  return typeof text === "string" ? text : textResult(text, "__str__");
}

fillLater(basestringType, () => {
  basestringType.slots = {
    construct: () => raiseError("TypeError", "The basestring type cannot be instantiated"),
  };
});

/** The receiver of a str method. */
function receiveStr(v: Value): string | undefined {
  const plain = unwrap(v);
  return typeof plain === "string" ? plain : undefined;
}

/** Goes over to the unicode method of the same name when an argument is unicode. */
function promoting(name: string, [signature, body]: readonly [Signature, MethodBody<string>]) {
  const hasTwoTexts = name === "replace" || name === "translate";
  const plain = body as (vm: VM, self: string, ...args: unknown[]) => Value;
  const promoted = (vm: VM, self: string, first?: Value, second?: Value, third?: Value): Value => {
    if (!(first instanceof PyUnicode || (hasTwoTexts && second instanceof PyUnicode)))
      return plain(vm, self, first, second, third);
    if (/index|find|count/.test(name)) clampBounds(vm, 0, second, third);
    const limit = name === "replace" ? third : /^r?split$/.test(name) ? second : undefined;
    if (limit !== undefined) integerArgument(vm, limit);
    if (name === "translate" && second !== undefined) {
      if (!(first instanceof PyUnicode)) plain(vm, self, first);
      raiseError("TypeError", "deletions are implemented differently for unicode");
    }
    if (name === "replace" && !(first instanceof PyUnicode)) bytesKind.read(vm, first ?? null);
    const given = [first, second, third].filter((arg) => arg !== undefined);
    return nativeImplementation(`unicode.${name}`)(vm, [new PyUnicode(decodeAscii(self)), ...given], null);
  };
  return [signature, promoted] as const;
}

const promotable = new Set(
  "find rfind index rindex count split rsplit partition rpartition strip lstrip rstrip replace".split(" "),
);

/** The methods of both text types; some go over to unicode. */
function sharedMethods(): TextMethods {
  const methods = textMethods(bytesKind);
  for (const [name, method] of Object.entries(methods))
    if (promotable.has(name)) methods[name] = promoting(name, method);
  return methods;
}

fillLater(strType, () => {
  strType.slots = {
    repr: reprStr,
    str: (_vm, self: string) => self,
    hash: (vm, self: string) => textHash(vm, self),
    length: (_vm, self: string) => self.length,
    compare: (vm, operator, self: string, other) =>
      typeof other === "string" ? holds(operator, orderTexts(vm, self, other)) : undefined,
    binary: binaryStr,
    iterate: (_vm, self: string) => newIterator("str", self),
    contains: (vm, self: string, item) => {
      const plain = unwrap(item);
      if (plain instanceof PyUnicode) return textContains(vm, decodeAscii(self), plain.value);
      if (typeof plain !== "string")
        raiseError("TypeError", `'in <string>' requires string as left operand, not ${typeName(item)}`);
      return textContains(vm, self, plain);
    },
    getItem: (vm, self: string, key) => textItem(vm, self, key, "string"),
    construct: (vm, cls: PyType, args, keywords) => {
      const v = optional("str", "object", args, keywords);
      return instanceOf(cls, strType, v === undefined ? "" : plainStr(vm, v));
    },
  };
  methods(strType, receiveStr, {
    ...sharedMethods(),
    join: [one, joinBytes],
    encode: [
      named(0, "encoding", "errors"),
      (vm, self, encoding?: Value, errors?: Value) =>
        encodeBytes(vm, self, codecName(encoding), errorMode(errors)),
    ],
    decode: [
      named(0, "encoding", "errors"),
      (vm, self, encoding?: Value, errors?: Value) => {
        return decode(self, codecName(encoding, "decode"), errorMode(errors, "decode"), vm);
      },
    ],
    translate: promoting("translate", [unpacked(1, 2), translate]),
    __format__: [one, (vm, self, spec: Value) => formatValue(vm, self, str(vm, spec), false)],
    __str__: [between(0), (_vm, self) => self],
  });
  rawMethod(strType, "format", (vm, args, keywords) => {
    const self = receiveStr(args[0] ?? null);
    if (self === undefined) raiseError("TypeError", "descriptor 'format' requires a 'str' object");
    return formatString(vm, self, args.slice(1), keywords, false);
  });
});

/** The name of a codec argument; the default is ASCII. */
export function codecName(v: Value | undefined, caller = "encode", place = 1): string {
  if (v === undefined) return "ascii";
  const plain = unwrap(v);
  if (plain instanceof PyUnicode) return encodeAscii(plain.value);
  if (typeof plain === "string" && plain.includes("\0"))
    raiseError("TypeError", `${caller}() argument ${place} must be string without null bytes, not str`);
  return typeof plain === "string"
    ? plain
    : raiseError("TypeError", `${caller}() argument ${place} must be string, not ${argumentName(v)}`);
}

/** The name of an error mode argument. */
export function errorMode(v: Value | undefined, caller = "encode", place = 2): string {
  return v === undefined ? "strict" : codecName(v, caller, place);
}

function joinBytes(vm: VM, self: string, sequence: Value): Value {
  const items = joinItems(vm, sequence);
  const texts: string[] = [];
  for (const [i, item] of items.entries()) {
    const plain = unwrap(item);
    if (plain instanceof PyUnicode)
      return nativeImplementation("unicode.join")(
        vm,
        // What was walked may not be walked again; what stands between items is not looked at when there is one.
        [new PyUnicode(items.length > 1 ? decodeAscii(self) : ""), new PyList(items)],
        null,
      );
    if (typeof plain !== "string")
      raiseError("TypeError", `sequence item ${i}: expected string, ${typeName(item)} found`);
    texts.push(plain);
  }
  return joinTexts(vm, self, texts);
}

function translate(vm: VM, self: string, table: Value, remove?: Value): Value {
  const map = unwrap(table);
  if (map !== null && typeof map !== "string")
    raiseError("TypeError", "expected a string or other character buffer object");
  if (typeof map === "string" && map.length !== 256)
    raiseError("ValueError", "translation table must be 256 characters long");
  const drop = remove === undefined ? "" : bytesKind.read(vm, remove);
  vm.charge(self.length >> 1);
  vm.allocate(self.length);
  vm.charge(drop.length >> 3);
  const dropped = new Set(drop);
  const other = (c: string) => (map === null ? c : map.charAt(c.charCodeAt(0)));
  return eachCharacter(self, (c) => (dropped.has(c) ? "" : other(c)));
}
