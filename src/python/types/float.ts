/** `float` and `complex`. */
import { PyClassMethod, PyComplex, PyFloat, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { PyNative, registerNative } from "../objects/natives.ts";
import { raiseError } from "../objects/raise.ts";
import type { Keywords, UnaryOperator } from "../objects/slots.ts";
import { complexType, floatType, type PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { callNumberMethod } from "../operations/attributes.ts";
import { encodeAscii } from "../operations/coding.ts";
import { typeName, unwrap } from "../operations/index.ts";
import { attributes, type MethodBody, methods, named, none, one, optional, wrapped } from "./define.ts";
import { fillLater } from "./fill-later.ts";
import { floatRepr, floatStr, isNegative, parts } from "./float-text.ts";
import { truncate } from "./int.ts";
import { numberKind } from "./number-kinds.ts";
import { numberText, parseSpecial, requireComplex, requireFloat } from "./number-text.ts";
import { binaryNumbers, compareNumbers, makeInt, numberMethods, toComplex, trueDivide } from "./numbers.ts";
import { hypot } from "./power.ts";
import { requireDouble } from "./require-double.ts";

function constructFloat(vm: VM, cls: PyType, args: Value[], keywords: Keywords): Value {
  const x = optional("float", "x", args, keywords);
  if (x === undefined) return new PyFloat(0, cls);
  const problem = "float() argument must be a string or a number";
  const own = callNumberMethod(vm, x, "__float__");
  if (own instanceof PyFloat) return new PyFloat(own.value, cls);
  if (own !== undefined) raiseError("TypeError", `__float__ returned non-float (type ${typeName(own)})`);
  const text = numberText(vm, unwrap(x));
  if (text !== undefined) return new PyFloat(requireFloat(unwrap(x), text), cls);
  return new PyFloat(requireDouble(vm, x, problem), cls);
}

function unaryFloat(_vm: VM, operator: UnaryOperator, self: PyFloat): Value | undefined {
  if (operator === "Invert") return undefined;
  return new PyFloat(operator === "USub" ? -self.value : self.value);
}

function receiveFloat(v: Value): PyFloat | undefined {
  return v instanceof PyFloat ? v : undefined;
}

fillLater(floatType, () => {
  floatType.slots = {
    repr: (vm, self: PyFloat) => {
      vm.charge(4);
      return floatRepr(self.value);
    },
    str: (vm, self: PyFloat) => {
      vm.charge(16);
      return floatStr(self.value);
    },
    truth: (_vm, self: PyFloat) => self.value !== 0,
    compare: compareNumbers,
    binary: binaryNumbers,
    unary: unaryFloat,
    hash: (_vm, self: PyFloat) => Math.trunc(self.value) | 0,
    construct: constructFloat,
  };
  methods(floatType, receiveFloat, {
    is_integer: [none, (_vm, self) => Number.isInteger(self.value)],
    conjugate: [none, (_vm, self) => self],
    hex: [
      none,
      (vm, self) => {
        vm.charge(10);
        return floatHex(self.value);
      },
    ],
    __getformat__: [one, () => "IEEE, little-endian"],
    as_integer_ratio: [none, (vm, self) => integerRatio(vm, self.value)],
    __int__: [wrapped(0), (vm, self) => truncate(vm, self, "int")],
    __long__: [wrapped(0), (vm, self) => truncate(vm, self, "long")],
    __trunc__: [none, (vm, self) => truncate(vm, self, "int")],
    __float__: [wrapped(0), (_vm, self) => self],
    __nonzero__: [wrapped(0), (_vm, self) => self.value !== 0],
    __abs__: [wrapped(0), (_vm, self) => new PyFloat(Math.abs(self.value))],
    __getnewargs__: [none, (_vm, self) => new PyTuple([new PyFloat(self.value)])],
    ...numberMethods(),
  });
  registerNative("float.fromhex", (vm, args, keywords) => {
    const [text = null] = one("fromhex", args.slice(1), keywords);
    const made = new PyFloat(floatFromHex(vm, text));
    return args[0] === floatType ? made : vm.call(args[0] ?? floatType, [made]);
  });
  floatType.dict.set("fromhex", "fromhex", new PyClassMethod(new PyNative("float.fromhex", "fromhex")));
  attributes(floatType, receiveFloat, {
    real: { get: (_vm, self) => self },
    imag: { get: () => new PyFloat(0) },
  });
});

/** C's `%a` with Python's spelling. */
function floatHex(v: number): string {
  if (!Number.isFinite(v)) return floatRepr(v);
  const sign = isNegative(v) ? "-" : "";
  if (v === 0) return `${sign}0x0.0p+0`;
  const [mantissa, exponent] = parts(Math.abs(v));
  const isNormal = mantissa >= 1n << 52n;
  const fraction = (mantissa & ((1n << 52n) - 1n)).toString(16).padStart(13, "0");
  const power = exponent + 52;
  return `${sign}0x${isNormal ? 1 : 0}.${fraction}p${power < 0 ? "" : "+"}${power}`;
}

const hexLiteral = /^([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?$/i;

/** The float that `float.hex` wrote; ValueError, OverflowError. */
function floatFromHex(vm: VM, v: Value): number {
  const given = unwrap(v);
  const text = numberText(vm, given instanceof PyUnicode ? encodeAscii(given.value) : given);
  if (text === undefined) raiseError("TypeError", `expected string or Unicode object, ${typeName(v)} found`);
  const special = parseSpecial(text);
  if (special !== undefined) return special;
  const [, sign, whole = "", fraction = "", power = "0"] = hexLiteral.exec(text) ?? [];
  if (whole + fraction === "") raiseError("ValueError", "invalid hexadecimal floating-point string");
  // As a fraction of whole numbers, whose quotient is rounded once. Of many digits the last stands for all that it takes the place of.
  const digits = (whole + fraction).replace(/^0+(?=.)/, "");
  const kept = digits.slice(0, 40) + (/[^0]/.test(digits.slice(40)) ? "1" : "0");
  const shift = Math.max(
    -9999,
    Math.min(9999, Number(power) + 4 * (digits.length - kept.length - fraction.length)),
  );
  const mantissa = BigInt(`0x${kept}`) << BigInt(Math.max(0, shift));
  const size = trueDivide(
    mantissa,
    1n << BigInt(Math.max(0, -shift)),
    "hexadecimal value too large to represent as a float",
  );
  return sign === "-" ? -size : size;
}

function integerRatio(vm: VM, v: number): Value {
  vm.charge(20);
  if (Number.isNaN(v)) raiseError("ValueError", "Cannot pass NaN to float.as_integer_ratio.");
  if (!Number.isFinite(v)) raiseError("OverflowError", "Cannot pass infinity to float.as_integer_ratio.");
  let [numerator, exponent] = v === 0 ? [0n, 0] : parts(Math.abs(v));
  for (; exponent < 0 && (numerator & 1n) === 0n && numerator !== 0n; exponent++) numerator >>= 1n;
  const size = exponent > 0 ? numerator << BigInt(exponent) : numerator;
  const denominator = exponent < 0 ? 1n << BigInt(-exponent) : 1n;
  return new PyTuple([makeInt(v < 0 ? -size : size), makeInt(denominator)]);
}

/** `1+2j` with each part by `write`; the point of a whole number falls away. */
function complexText(self: PyComplex, write: (v: number) => string): string {
  const part = (v: number) => write(v).replace(/\.0$/, "");
  if (Object.is(self.real, 0)) return `${part(self.imag)}j`;
  const imag = part(self.imag);
  const sign = imag.startsWith("-") ? "" : "+";
  return `(${part(self.real)}${sign}${imag}j)`;
}

function constructComplex(vm: VM, args: Value[], keywords: Keywords): Value {
  const [real, imag] = named(0, "real", "imag")("complex", args, keywords);
  const plain = real === undefined ? 0 : unwrap(real);
  const isText = typeof plain === "string" || plain instanceof PyUnicode;
  if (imag !== undefined && isText)
    raiseError("TypeError", "complex() can't take second arg if first is a string");
  const text = isText ? numberText(vm, plain) : undefined;
  if (text !== undefined) return requireComplex(text);
  const second = imag === undefined ? null : unwrap(imag);
  if (typeof second === "string" || second instanceof PyUnicode)
    raiseError("TypeError", "complex() second arg can't be a string");
  const first = real === undefined ? 0 : real;
  const own = callNumberMethod(vm, first, "__complex__");
  const x = complexPart(vm, own instanceof PyComplex ? own : first);
  if (imag === undefined) return x instanceof PyComplex ? x : new PyComplex(x, 0);
  const y = complexPart(vm, imag);
  const [realOfY, imagOfY] = y instanceof PyComplex ? [y.real, y.imag] : [y, undefined];
  // Zeros are not added where there is nothing to add: they would lose their sign.
  const [realOfX, imagOfX] = x instanceof PyComplex ? [x.real, x.imag] : [x, undefined];
  return new PyComplex(
    imagOfY === undefined ? realOfX : realOfX - imagOfY,
    imagOfX === undefined ? realOfY : realOfY + imagOfX,
  );
}

/** A complex number as it is, else a double. */
function complexPart(vm: VM, v: Value): PyComplex | number {
  const plain = unwrap(v);
  if (plain instanceof PyComplex) return plain;
  return requireDouble(vm, v, "complex() argument must be a string or a number");
}

function refuseComplex(kind: string): MethodBody<PyComplex> {
  return () => raiseError("TypeError", `can't convert complex to ${kind}`);
}

function receiveComplex(v: Value): PyComplex | undefined {
  return v instanceof PyComplex ? v : undefined;
}

fillLater(complexType, () => {
  complexType.slots = {
    repr: (_vm, self: PyComplex) => complexText(self, floatRepr),
    str: (_vm, self: PyComplex) => complexText(self, (part) => floatStr(part, 12, 12)),
    truth: (_vm, self: PyComplex) => self.real !== 0 || self.imag !== 0,
    compare: (_vm, operator, self: PyComplex, other: Value) => {
      if (numberKind(other) === 0) return undefined;
      const right = toComplex(other);
      const same = self.real === right.real && self.imag === right.imag;
      if (operator === "Eq") return same;
      if (operator === "NotEq") return !same;
      return raiseError("TypeError", "no ordering relation is defined for complex numbers");
    },
    binary: binaryNumbers,
    unary: (_vm, operator, self: PyComplex) => {
      if (operator === "Invert") return undefined;
      return operator === "USub" ? new PyComplex(-self.real, -self.imag) : self;
    },
    hash: (_vm, self: PyComplex) => (Math.trunc(self.real) + 1000003 * Math.trunc(self.imag)) | 0,
    construct: (vm, cls, args, keywords) => {
      const made = constructComplex(vm, args, keywords);
      if (!(made instanceof PyComplex) || made.type === cls) return made;
      const own = new PyComplex(made.real, made.imag);
      own.type = cls;
      return own;
    },
  };
  methods(complexType, receiveComplex, {
    conjugate: [none, (_vm, self) => new PyComplex(self.real, -self.imag)],
    __abs__: [wrapped(0), (_vm, self) => new PyFloat(hypot(self.real, self.imag))],
    __nonzero__: [wrapped(0), (_vm, self) => self.real !== 0 || self.imag !== 0],
    __int__: [wrapped(0), refuseComplex("int")],
    __long__: [wrapped(0), refuseComplex("long")],
    __float__: [wrapped(0), refuseComplex("float")],
    __getnewargs__: [none, (_vm, self) => new PyTuple([new PyFloat(self.real), new PyFloat(self.imag)])],
    ...numberMethods(),
  });
  attributes(complexType, receiveComplex, {
    real: { get: (_vm, self) => new PyFloat(self.real) },
    imag: { get: (_vm, self) => new PyFloat(self.imag) },
  });
});
