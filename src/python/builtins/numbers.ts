/** Built-in functions about numbers and characters: `abs`, `chr`, `divmod`, `hex`, `pow`, `round` … */
import { PyComplex, PyFloat, PyOldInstance, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import { PyByteArray } from "../objects/bytes.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { needsLike, tryBinary } from "../operations/arithmetic.ts";
import { callNumberMethod } from "../operations/attributes.ts";
import { coercedPair } from "../operations/comparison.ts";
import { getAttribute, typeName, typeOf, unwrap } from "../operations/index.ts";
import { asIndex, integerArgument } from "../operations/items.ts";
import { between, named, one, registerFunctions, unpacked } from "../types/define.ts";
import { parts } from "../types/float-text.ts";
import { toRadix } from "../types/int.ts";
import { numberKind, toBig } from "../types/number-kinds.ts";
import { bitLength, chargeSum, coerceNumbers, divmodNumbers, makeInt } from "../types/numbers.ts";
import { binaryByName } from "../types/old-style.ts";
import { hypot } from "../types/power.ts";
import { powerModulo } from "../types/power-modulo.ts";
import { requireDouble } from "../types/require-double.ts";

function abs(vm: VM, v: Value): Value {
  const plain = unwrap(v);
  if (typeof v === "number") return Math.abs(v);
  const own = callNumberMethod(vm, v, "__abs__");
  if (own !== undefined) return own;
  if (plain instanceof PyFloat) return new PyFloat(Math.abs(plain.value));
  if (plain instanceof PyComplex) return new PyFloat(hypot(plain.real, plain.imag));
  const big = toBig(plain);
  if (v instanceof PyOldInstance) getAttribute(vm, v, "__abs__");
  if (big === undefined) raiseError("TypeError", `bad operand type for abs(): '${typeName(v)}'`);
  const size = big < 0n ? -big : big;
  return typeof plain === "bigint" ? size : makeInt(size);
}

function divmod(vm: VM, a: Value, b: Value): Value {
  const own = halfDivmod(vm, a, b, false);
  if (own !== undefined) return own;
  const back = answersFirst(a, b) ? undefined : halfDivmod(vm, b, a, true);
  if (back !== undefined) return back;
  const [x, y] = [unwrap(a), unwrap(b)];
  if (numberKind(x) === 0 || numberKind(y) === 0)
    raiseError(
      "TypeError",
      `unsupported operand type(s) for divmod(): '${typeName(a)}' and '${typeName(b)}'`,
    );
  const result = divmodNumbers(vm, x, y);
  // A long that is smaller than its divisor is itself what remains.
  if (typeof x === "bigint" && result.items[1] === x) result.items[1] = a;
  return result;
}

/** Does the type of `a` know `b`, so that the class of `b` is not asked? */
function answersFirst(a: Value, b: Value): boolean {
  const [ta, tb] = [typeOf(a), typeOf(b)];
  if (ta === tb) return !(a instanceof PyOldInstance);
  return (
    ta.builtin && numberKind(a) >= numberKind(unwrap(b)) && !tb.mro.includes(ta) && numberKind(unwrap(b)) > 0
  );
}

/** What the class of `self` answers; undefined for NotImplemented. */
function halfDivmod(vm: VM, self: Value, other: Value, reflected: boolean): Value | undefined {
  const name = reflected ? "__rdivmod__" : "__divmod__";
  return self instanceof PyOldInstance
    ? binaryByName(vm, name, [self, other], reflected, (a, b) => divmod(vm, a, b))
    : callNumberMethod(vm, self, name, [other]);
}

function pow(vm: VM, a: Value, b: Value, modulus?: Value): Value {
  if (modulus === undefined || modulus === null) {
    const result = tryBinary(vm, "Pow", a, b);
    if (result !== undefined) return result;
    raiseError(
      "TypeError",
      `unsupported operand type(s) for ** or pow(): '${typeName(a)}' and '${typeName(b)}'`,
    );
  }
  if (a instanceof PyOldInstance) getAttribute(vm, a, "__pow__");
  const own = callNumberMethod(vm, a, "__pow__", [b, modulus]);
  if (own !== undefined) return own;
  const kinds = [a, b, modulus].map((v) => numberKind(unwrap(v)));
  const [ofA = 0, ofB = 0] = kinds;
  const widest = ofA > 0 && ofB > 0 ? Math.max(ofA, ofB) : 0;
  if (widest === 4) raiseError("ValueError", "complex modulo");
  if (widest === 3)
    raiseError("TypeError", "pow() 3rd argument not allowed unless all arguments are integers");
  // Beside a modulus of the old kind both are coerced before that fails.
  const names = [a, b, modulus].map(typeName);
  if (widest === 2 && needsLike(modulus)) names.fill("long", 0, 2);
  const shown = names.map((name) => `'${name}'`).join(", ");
  if (kinds.includes(0)) raiseError("TypeError", `unsupported operand type(s) for pow(): ${shown}`);
  if (kinds.includes(4)) raiseError("ValueError", "complex modulo");
  const [x, y, m] = [toBig(a), toBig(b), toBig(modulus)];
  if (x === undefined || y === undefined || m === undefined)
    raiseError("TypeError", "pow() 3rd argument not allowed unless all arguments are integers");
  return powerModulo(
    vm,
    [x, y, m],
    [a, b, modulus].some((v) => typeof unwrap(v) === "bigint"),
  );
}

/** Half away from zero, on the exact decimal value of the double, as CPython 2.7 rounds. */
function round(vm: VM, v: Value, digits?: Value): Value {
  if (v instanceof PyComplex) raiseError("TypeError", "can't convert complex to float");
  const x = requireDouble(vm, v);
  const places =
    digits === undefined
      ? 0
      : asIndex(vm, digits, `'${typeName(digits)}' object cannot be interpreted as an index`);
  if (!Number.isFinite(x) || x === 0 || places > 323) return new PyFloat(x);
  if (places < -308) return new PyFloat(x < 0 ? -0 : 0);
  const exponent = Math.log2(Math.abs(x));
  vm.charge(20 + ((Math.abs(exponent) + 4 * Math.abs(places)) >> 5));
  return new PyFloat(roundTo(x, places));
}

function roundTo(x: number, places: number): number {
  const [mantissa, exponent] = parts(Math.abs(x));
  let numerator = mantissa * (exponent > 0 ? 2n ** BigInt(exponent) : 1n);
  let denominator = exponent < 0 ? 2n ** BigInt(-exponent) : 1n;
  if (places > 0) numerator *= 10n ** BigInt(places);
  else denominator *= 10n ** BigInt(-places);
  const rounded = (2n * numerator + denominator) / (2n * denominator);
  const size = Number(`${rounded}e${-places}`);
  if (!Number.isFinite(size)) raiseError("OverflowError", "rounded value too large to represent");
  return x < 0 ? -size : size;
}

/** `bin`, `hex`, `oct` of anything integral. */
function inRadix(vm: VM, v: Value, name: "hex" | "oct"): Value {
  const own = callNumberMethod(vm, v, `__${name}__`);
  if (own !== undefined && typeof unwrap(own) !== "string")
    raiseError("TypeError", `__${name}__ returned non-string (type ${typeName(own)})`);
  if (own !== undefined) return own;
  if (v instanceof PyOldInstance) getAttribute(vm, v, `__${name}__`);
  const plain = unwrap(v);
  if (toBig(plain) === undefined) raiseError("TypeError", `${name}() argument can't be converted to ${name}`);
  return toRadix(vm, plain, name === "hex" ? 16 : 8);
}

function bin(vm: VM, v: Value): Value {
  const plain = unwrap(v);
  const big =
    toBig(plain) ?? toBig(asIndex(vm, v, `'${typeName(v)}' object cannot be interpreted as an index`)) ?? 0n;
  chargeSum(vm, big);
  vm.allocate(bitLength(big));
  return `${big < 0n ? "-" : ""}0b${(big < 0n ? -big : big).toString(2)}`;
}

function ord(v: Value): Value {
  const plain = unwrap(v);
  const text = plain instanceof PyUnicode ? plain.value : plain instanceof PyByteArray ? plain.bytes : plain;
  if (typeof text !== "string")
    raiseError("TypeError", `ord() expected string of length 1, but ${typeName(v)} found`);
  if (text.length === 1) return text.charCodeAt(0);
  if (plain instanceof PyUnicode && text.length === 2 && (text.codePointAt(0) ?? 0) > 0xffff)
    return text.codePointAt(0) ?? 0;
  raiseError("TypeError", `ord() expected a character, but string of length ${text.length} found`);
}

function chr(vm: VM, v: Value): Value {
  const code = integerArgument(vm, v);
  if (code < 0 || code > 255) raiseError("ValueError", "chr() arg not in range(256)");
  return String.fromCharCode(code);
}

function unichr(vm: VM, v: Value): Value {
  const code = integerArgument(vm, v);
  if (code < 0 || code > 0x10ffff)
    raiseError("ValueError", "unichr() arg not in range(0x110000) (wide Python build)");
  return new PyUnicode(String.fromCodePoint(code));
}

/** `coerce(a, b)`: the learner's `__coerce__`, else both numbers as values of the wider type. */
function coerce(vm: VM, a: Value, b: Value): Value {
  const pair = coercedPair(vm, a, b);
  if (pair !== undefined) return new PyTuple([...pair]);
  if (typeOf(a) === typeOf(b) && needsLike(a)) return new PyTuple([a, b]);
  const [x, y] = [unwrap(a), unwrap(b)];
  if (numberKind(x) === 0 || numberKind(y) === 0) raiseError("TypeError", "number coercion failed");
  return coerceNumbers(a, b);
}

registerFunctions("", {
  abs: [one, abs],
  bin: [one, bin],
  chr: [between(1), chr],
  coerce: [unpacked(2), coerce],
  divmod: [unpacked(2), divmod],
  hex: [one, (vm, v: Value) => inRadix(vm, v, "hex")],
  oct: [one, (vm, v: Value) => inRadix(vm, v, "oct")],
  ord: [one, (_vm, v: Value) => ord(v)],
  pow: [unpacked(2, 3), pow],
  round: [named(1, "number", "ndigits"), round],
  unichr: [between(1), unichr],
});
