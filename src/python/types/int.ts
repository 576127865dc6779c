/** `int`, `long` and `bool`. */
import {
  PyComplex,
  PyFloat,
  PyInstance,
  PyOldInstance,
  PyTuple,
  PyUnicode,
} from "../objects/builtin-objects.ts";
import { bytesOf } from "../objects/bytes.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Keywords, UnaryOperator } from "../objects/slots.ts";
import { boolType, intType, longType, type PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { callNumberMethod } from "../operations/attributes.ts";
import { findSpecial, getAttribute, isTrue, typeName, unwrap } from "../operations/index.ts";
import { integerArgument } from "../operations/items.ts";
import { attributes, methods, named, none, optional, wrapped } from "./define.ts";
import { fillLater } from "./fill-later.ts";
import { toBig } from "./number-kinds.ts";
import { numberText, requireInteger } from "./number-text.ts";
import {
  binaryNumbers,
  bitLength,
  bounded,
  chargeSum,
  compareNumbers,
  intFromNumber,
  makeInt,
  numberMethods,
} from "./numbers.ts";

/** A whole number's decimal digits; charges for long ones. */
export function decimal(vm: VM, v: bigint): string {
  if (v > -1000000000000000000n && v < 1000000000000000000n) return v.toString();
  const bits = bitLength(v);
  vm.charge(4 + (bits >> 6));
  if (bits > 512) vm.charge(Math.ceil(bits / 32 + (bits / 512) ** 2));
  return v.toString();
}

function unaryInt(vm: VM, operator: UnaryOperator, self: Value): Value | undefined {
  const v = toBig(self);
  if (v === undefined) return undefined;
  chargeSum(vm, v);
  const result = operator === "Invert" ? bounded(-v - 1n) : operator === "USub" ? -v : v;
  return typeof self === "bigint" ? result : makeInt(result);
}

/** The result of `int(v)` or `long(v)` for any v but text with a base. */
export function truncate(vm: VM, v: Value, kind: "int" | "long"): Value {
  if (typeof v === "number") return v;
  // `-0` is the int 0.
  if (typeof v === "string" && /^[+-]?\d{1,15}$/.test(v)) return Number(v) + 0;
  if (typeof v === "string") return integerIn(vm, v, kind);
  if (v instanceof PyFloat && v.type.builtin) return truncateFloat(v.value);
  const plain = unwrap(v);
  const names = v instanceof PyOldInstance && kind === "long" ? ["__long__", "__int__"] : [`__${kind}__`];
  for (const name of names) {
    const converted = callNumberMethod(vm, v, name);
    if (converted !== undefined) return checkConverted(converted, name);
  }
  const big = toBig(plain);
  if (big !== undefined) return kind === "long" || typeof plain === "bigint" ? makeInt(big) : makeInt(big);
  if (plain instanceof PyFloat) return truncateFloat(plain.value);
  if (plain instanceof PyComplex) raiseError("TypeError", `can't convert complex to ${kind}`);
  if (bytesOf(plain) !== undefined || plain instanceof PyUnicode) return integerIn(vm, plain, kind);
  const method = findSpecial(vm, v, "__trunc__");
  if (method !== undefined) return checkConverted(vm.call(method, []), "__trunc__");
  if (v instanceof PyOldInstance) getAttribute(vm, v, "__trunc__");
  raiseError("TypeError", `${kind}() argument must be a string or a number, not '${typeName(v)}'`);
}

/** The whole number that a text of any kind says. */
function integerIn(vm: VM, text: Value, kind: "int" | "long"): Value {
  return makeInt(requireInteger(vm, text, numberText(vm, text) ?? "", 10, kind));
}

function checkConverted(v: Value, name: string): Value {
  const big = toBig(v);
  if (big !== undefined) return v;
  raiseError(
    "TypeError",
    `${name} returned non-${name === "__long__" ? "long" : "int"} (type ${typeName(v)})`,
  );
}

function truncateFloat(v: number): Value {
  if (Number.isNaN(v)) raiseError("ValueError", "cannot convert float NaN to integer");
  if (!Number.isFinite(v)) raiseError("OverflowError", "cannot convert float infinity to integer");
  return intFromNumber(Math.trunc(v));
}

/** `int(x=0, base=10)`, or `long(...)`. */
function convert(vm: VM, kind: "int" | "long", args: Value[], keywords: Keywords): Value {
  if (args.length === 1 && keywords === null) return truncate(vm, args[0] ?? null, kind);
  const [x, base] = named(0, "x", "base")(kind, args, keywords);
  if (x === undefined && base !== undefined) raiseError("TypeError", `${kind}() missing string argument`);
  if (x === undefined) return 0;
  if (base === undefined) return truncate(vm, x, kind);
  const radix = integerArgument(vm, base);
  if (radix !== (radix | 0))
    raiseError(
      "OverflowError",
      `signed integer is ${radix < 0 ? "less than minimum" : "greater than maximum"}`,
    );
  const text = numberText(vm, unwrap(x));
  if (text === undefined) raiseError("TypeError", `${kind}() can't convert non-string with explicit base`);
  return makeInt(requireInteger(vm, unwrap(x), text, radix, kind));
}

/** A value of a built-in type, or an instance of a subclass that stands for it. */
export function instanceOf(cls: PyType, builtin: PyType, value: Value): Value {
  return cls === builtin ? value : new PyInstance(cls, value);
}

function orderIntegers(vm: VM, a: Value, b: Value): number | undefined {
  if (toBig(b) === undefined) return undefined;
  return compareNumbers(vm, "Lt", a, b) ? -1 : compareNumbers(vm, "Gt", a, b) ? 1 : 0;
}

function asLong(v: Value): bigint {
  return toBig(v) ?? 0n;
}

fillLater(intType, () => {
  integerMethods(intType);
  intType.slots = {
    repr: (vm, self: Value) => (typeof self === "number" ? String(self) : decimal(vm, asLong(self))),
    compare: compareNumbers,
    order: orderIntegers,
    binary: binaryNumbers,
    unary: unaryInt,
    hash: (_vm, self: Value) => Number(asLong(self) & 0x1fffffffffffffn),
    construct: (vm, cls: PyType, args, keywords) =>
      instanceOf(cls, intType, convert(vm, "int", args, keywords)),
  };
});

fillLater(longType, () => {
  integerMethods(longType);
  longType.slots = {
    repr: (vm, self: bigint) => `${decimal(vm, self)}L`,
    str: (vm, self: bigint) => decimal(vm, self),
    compare: compareNumbers,
    order: orderIntegers,
    binary: binaryNumbers,
    unary: unaryInt,
    hash: (_vm, self: Value) => Number(asLong(self) & 0x1fffffffffffffn),
    construct: (vm, cls: PyType, args, keywords) =>
      instanceOf(cls, longType, asLong(convert(vm, "long", args, keywords))),
  };
});

/** The methods of both whole-number types. */
function integerMethods(type: PyType): void {
  const isLong = type === longType;
  const receiver = (v: Value): Value | undefined => {
    const plain = unwrap(v);
    return (typeof plain === "bigint") === isLong && toBig(plain) !== undefined ? plain : undefined;
  };
  const self = (_vm: VM, v: Value): Value => (typeof v === "boolean" ? Number(v) : v);
  const asOwn = (v: bigint): Value => (isLong ? v : makeInt(v));
  methods(type, receiver, {
    bit_length: [
      none,
      (vm, v) => {
        chargeSum(vm, asLong(v));
        const bits = bitLength(asLong(v));
        vm.charge(bits >> 7);
        return intFromNumber(bits);
      },
    ],
    conjugate: [none, self],
    __int__: [wrapped(0), (_vm, v) => makeInt(asLong(v))],
    __long__: [wrapped(0), (_vm, v) => asLong(v)],
    __float__: [wrapped(0), (_vm, v) => new PyFloat(Number(asLong(v)))],
    __index__: [wrapped(0), self],
    __trunc__: [none, self],
    __abs__: [
      wrapped(0),
      (vm, v) => {
        chargeSum(vm, asLong(v));
        return asOwn(asLong(v) < 0n ? -asLong(v) : asLong(v));
      },
    ],
    __nonzero__: [wrapped(0), (_vm, v) => asLong(v) !== 0n],
    __oct__: [wrapped(0), (vm, v) => toRadix(vm, v, 8)],
    __hex__: [wrapped(0), (vm, v) => toRadix(vm, v, 16)],
    __getnewargs__: [none, (_vm, v) => new PyTuple([v])],
    ...numberMethods(),
  });
  attributes(type, receiver, {
    real: { get: self },
    imag: { get: () => (isLong ? 0n : 0) },
    numerator: { get: self },
    denominator: { get: () => (isLong ? 1n : 1) },
  });
}

fillLater(boolType, () => {
  boolType.slots = {
    repr: (_vm, self: boolean) => (self ? "True" : "False"),
    construct: (vm, _cls, args, keywords) => {
      const x = optional("bool", "x", args, keywords);
      return x !== undefined && isTrue(vm, x);
    },
  };
});

/** `hex(v)`, `oct(v)`: Python 2's spelling, with the L of a long. */
export function toRadix(vm: VM, v: Value, radix: 8 | 16): string {
  const value = asLong(v);
  chargeSum(vm, value);
  vm.charge(bitLength(value) >> 7);
  const digits = (value < 0n ? -value : value).toString(radix);
  const prefix = radix === 16 ? "0x" : value === 0n ? "" : "0";
  return `${value < 0n ? "-" : ""}${prefix}${digits}${typeof v === "bigint" ? "L" : ""}`;
}
