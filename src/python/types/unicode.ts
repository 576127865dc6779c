/** `unicode`. Strings met on the way are decoded as ASCII, strictly. */
import { PyDict, PyUnicode } from "../objects/builtin-objects.ts";
import { bytesOf, PyByteArray } from "../objects/bytes.ts";
import type { VM } from "../objects/machine.ts";
import { caught, raiseError } from "../objects/raise.ts";
import type { BinaryOperator, ComparisonOperator } from "../objects/slots.ts";
import { type PyType, unicodeType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { decodeAscii, encodeAscii, isAscii } from "../operations/coding.ts";
import { holds, orderTexts } from "../operations/comparison.ts";
import { chargeText, textHash } from "../operations/identity.ts";
import { getItem, toUnicode, typeName, unwrap } from "../operations/index.ts";
import { warn } from "../operations/warn.ts";
import { unicodeCharacters } from "./characters.ts";
import { decode, encode } from "./codecs.ts";
import { methods, named, none, one, rawMethod } from "./define.ts";
import { fillLater } from "./fill-later.ts";
import { formatString, formatValue } from "./format.ts";
import { newIterator } from "./iterator-object.ts";
import { toBig } from "./number-kinds.ts";
import { percentFormat } from "./percent.ts";
import { codecName, errorMode, repeatText, textItem } from "./str.ts";
import { joinItems, joinTexts, type TextKind, textContains, textMethods } from "./text-methods.ts";
import { unicodeRepr } from "./text-repr.ts";

const unicodeKind: TextKind = {
  name: "unicode",
  characters: unicodeCharacters,
  wrap: (text) => new PyUnicode(text),
  read: readText,
};

/** A str or unicode as text; TypeError otherwise, UnicodeDecodeError for bytes above 127. */
function readText(vm: VM, v: Value): string {
  const plain = unwrap(v);
  if (plain instanceof PyUnicode) return plain.value;
  if (typeof plain === "string") {
    chargeText(vm, plain);
    return decodeAscii(plain);
  }
  if (plain instanceof PyByteArray) raiseError("TypeError", "decoding bytearray is not supported");
  const bytes = bytesOf(plain);
  if (bytes !== undefined) return decodeAscii(bytes);
  raiseError("TypeError", `coercing to Unicode: need string or buffer, ${typeName(v)} found`);
}

const unconverted = "to convert both arguments to Unicode - interpreting them as being unequal";

function compareUnicode(
  vm: VM,
  operator: ComparisonOperator,
  self: PyUnicode,
  other: Value,
): boolean | undefined {
  const right = other instanceof PyUnicode ? other.value : other;
  if (typeof right !== "string") return undefined;
  if (right === other) vm.charge(right.length >> 5);
  // Bytes above 127 are unequal to any unicode.
  if (right === other && !isAscii(right) && (operator === "Eq" || operator === "NotEq")) {
    const which = operator === "Eq" ? "equal" : "unequal";
    warn(vm, "UnicodeWarning", `Unicode ${which} comparison failed ${unconverted}`);
    return operator === "NotEq";
  }
  const text = right === other ? decodeAscii(right) : right;
  return holds(operator, orderTexts(vm, self.value, text));
}

function binaryUnicode(
  vm: VM,
  operator: BinaryOperator,
  self: PyUnicode,
  other: Value,
  reflected: boolean,
): Value | undefined {
  if (operator === "Add" && (typeof other === "string" || other instanceof PyUnicode)) {
    const text = readText(vm, other);
    vm.allocate((self.value.length + text.length) * 2);
    return new PyUnicode(reflected ? text + self.value : self.value + text);
  }
  if (operator === "Mult") {
    const repeated = repeatText(vm, self.value, other);
    return repeated === undefined ? undefined : new PyUnicode(repeated);
  }
  if (operator === "Mod" && !reflected) return percentFormat(vm, self.value, other, true);
  return undefined;
}

function construct(vm: VM, v: Value | undefined, encoding?: Value, errors?: Value): string {
  if (v === undefined) return "";
  if (encoding === undefined && errors === undefined) return toUnicode(vm, v);
  const [codec, mode] = [codecName(encoding, "unicode", 2), errorMode(errors, "unicode", 3)];
  const plain = unwrap(v);
  if (plain instanceof PyUnicode) raiseError("TypeError", "decoding Unicode is not supported");
  if (plain instanceof PyByteArray) raiseError("TypeError", "decoding bytearray is not supported");
  if (typeof plain !== "string")
    raiseError("TypeError", `coercing to Unicode: need string or buffer, ${typeName(v)} found`);
  if (plain === "") return "";
  const decoded = decode(plain, codec, mode, vm);
  return decoded instanceof PyUnicode
    ? decoded.value
    : raiseError("TypeError", "decoder did not return an unicode object (type=str)");
}

function receiveText(v: Value): string | undefined {
  return v instanceof PyUnicode ? v.value : undefined;
}

fillLater(unicodeType, () => {
  unicodeType.slots = {
    repr: (vm, self: PyUnicode) => {
      vm.charge(self.value.length);
      vm.allocate(self.value.length * 2);
      return unicodeRepr(self.value);
    },
    str: (vm, self: PyUnicode) => {
      chargeText(vm, self.value);
      return encodeAscii(self.value);
    },
    hash: (vm, self: PyUnicode) => textHash(vm, self.value),
    length: (_vm, self: PyUnicode) => self.value.length,
    compare: compareUnicode,
    binary: binaryUnicode,
    iterate: (_vm, self: PyUnicode) => newIterator("unicode", self),
    contains: (vm, self: PyUnicode, item) => {
      const plain = unwrap(item);
      return textContains(vm, self.value, readText(vm, plain));
    },
    getItem: (vm, self: PyUnicode, key) => new PyUnicode(textItem(vm, self.value, key, "unicode")),
    construct: (vm, cls: PyType, args, keywords) => {
      const [v, encoding, errors] = named(0, "string", "encoding", "errors")("unicode", args, keywords);
      return new PyUnicode(construct(vm, v, encoding, errors), cls);
    },
  };
  methods(unicodeType, receiveText, {
    ...textMethods(unicodeKind),
    join: [one, joinUnicode],
    encode: [
      named(0, "encoding", "errors"),
      (vm, self, encoding?: Value, errors?: Value) => {
        return encode(self, codecName(encoding), errorMode(errors), vm);
      },
    ],
    decode: [
      named(0, "encoding", "errors"),
      (vm, self, encoding?: Value, errors?: Value) =>
        decodeAs(vm, self, codecName(encoding, "decode"), errorMode(errors, "decode")),
    ],
    isdecimal: [none, (vm, self) => isMade(vm, self, "\\p{Nd}")],
    // NOT-PYTHON: the numerals of Chinese are letters only.
    isnumeric: [none, (vm, self) => isMade(vm, self, "\\p{N}")],
    translate: [one, translate],
    __format__: [
      one,
      (vm, self, spec: Value) =>
        new PyUnicode(formatValue(vm, new PyUnicode(self), readText(vm, spec), true)),
    ],
  });
  rawMethod(unicodeType, "format", (vm, args, keywords) => {
    const self = args[0];
    if (!(self instanceof PyUnicode))
      raiseError("TypeError", "descriptor 'format' requires a 'unicode' object");
    return new PyUnicode(formatString(vm, self.value, args.slice(1), keywords, true));
  });
});

function decodeAs(vm: VM, text: string, codec: string, mode: string): Value {
  // An unknown codec is told first.
  if (!isAscii(text)) decode("", codec, mode, vm);
  return decode(encodeAscii(text), codec, mode, vm);
}

function isMade(vm: VM, text: string, of: string): boolean {
  vm.charge(text.length >> 3);
  return new RegExp(`^${of}+$`, "u").test(text);
}

function joinUnicode(vm: VM, self: string, sequence: Value): Value {
  const texts = joinItems(vm, sequence).map((item, i) => {
    const plain = unwrap(item);
    if (plain instanceof PyUnicode) return plain.value;
    if (typeof plain === "string") return decodeAscii(plain);
    return raiseError("TypeError", `sequence item ${i}: expected string or Unicode, ${typeName(item)} found`);
  });
  return new PyUnicode(joinTexts(vm, self, texts));
}

/** By a mapping from code point to code point, text or None. */
function translate(vm: VM, self: string, table: Value): Value {
  vm.charge(self.length);
  let out = "";
  for (const c of self) {
    const translated = translateOne(vm, c, table);
    vm.allocate(translated.length);
    out += translated;
  }
  return new PyUnicode(out);
}

function translateOne(vm: VM, c: string, table: Value): string {
  const found = lookUp(vm, table, c.codePointAt(0) ?? 0);
  if (found === undefined) return c;
  if (found === null) return "";
  const plain = unwrap(found);
  if (plain instanceof PyUnicode) return plain.value;
  const point = toBig(plain);
  if (point === undefined) raiseError("TypeError", "character mapping must return integer, None or unicode");
  if (point < 0n || point > 0x10ffffn) raiseError("TypeError", "character mapping must be in range(0x%lx)");
  return String.fromCodePoint(Number(point));
}

function lookUp(vm: VM, table: Value, point: number): Value | undefined {
  if (table instanceof PyDict) return table.table.get(point);
  try {
    return getItem(vm, table, point);
  } catch (error) {
    if (caught(error, "LookupError")) return undefined;
    throw error;
  }
}
