/** Built-in functions about numbers and characters: `abs`, `chr`, `divmod`, `hex`, `pow`, `round` … */
import { PyComplex, PyFloat, PyOldInstance, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { callNumberMethod, tryBinary } from "../operations/arithmetic.ts";
import { getAttribute, typeName, unwrap } from "../operations/index.ts";
import { asIndex, integerArgument } from "../operations/items.ts";
import { between, functions, named, one, unpacked } from "../types/define.ts";
import { requireDouble } from "../types/float.ts";
import { parts } from "../types/float-text.ts";
import { toRadix } from "../types/int.ts";
import {
  bitLength,
  chargeProduct,
  coerceNumbers,
  divmodNumbers,
  makeInt,
  numberKind,
  toBig,
} from "../types/numbers.ts";

function abs(vm: VM, v: Value): Value {
  const plain = unwrap(v);
  if (typeof plain === "number") return Math.abs(plain);
  if (plain instanceof PyFloat) return new PyFloat(Math.abs(plain.value));
  if (plain instanceof PyComplex) return new PyFloat(Math.hypot(plain.real, plain.imag));
  const own = callNumberMethod(vm, v, "__abs__");
  if (own !== undefined) return own;
  const big = toBig(plain);
  if (v instanceof PyOldInstance) getAttribute(vm, v, "__abs__");
  if (big === undefined) raiseError("TypeError", `bad operand type for abs(): '${typeName(v)}'`);
  const size = big < 0n ? -big : big;
  return typeof plain === "bigint" ? size : makeInt(size);
}

function divmod(vm: VM, a: Value, b: Value): Value {
  const own = callNumberMethod(vm, a, "__divmod__", [b]) ?? callNumberMethod(vm, b, "__rdivmod__", [a]);
  if (own !== undefined) return own;
  const pair = coercedPair(vm, a, b);
  if (pair !== undefined && pair[0] !== a) return divmod(vm, ...pair);
  const [x, y] = [unwrap(a), unwrap(b)];
  if (numberKind(x) === 0 || numberKind(y) === 0)
    raiseError(
      "TypeError",
      `unsupported operand type(s) for divmod(): '${typeName(a)}' and '${typeName(b)}'`,
    );
  return divmodNumbers(vm, x, y);
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
  const own = callNumberMethod(vm, a, "__pow__", [b, modulus]);
  if (own !== undefined) return own;
  const kinds = [a, b, modulus].map((v) => numberKind(unwrap(v)));
  if (kinds.includes(0))
    raiseError(
      "TypeError",
      `unsupported operand type(s) for pow(): '${typeName(a)}', '${typeName(b)}', '${typeName(modulus)}'`,
    );
  if (kinds.includes(4)) raiseError("ValueError", "complex modulo");
  const [x, y, m] = [toBig(a), toBig(b), toBig(modulus)];
  if (x === undefined || y === undefined || m === undefined)
    raiseError("TypeError", "pow() 3rd argument not allowed unless all arguments are integers");
  if (y < 0n) raiseError("TypeError", "pow() 2nd argument cannot be negative when 3rd argument specified");
  if (m === 0n) raiseError("ValueError", "pow() 3rd argument cannot be 0");
  const isLong = [a, b, modulus].some((v) => typeof v === "bigint");
  const result = powerModulo(vm, x, y, m);
  return isLong ? result : makeInt(result);
}

function powerModulo(vm: VM, x: bigint, y: bigint, m: bigint): bigint {
  vm.charge(bitLength(y) >> 2);
  let result = 1n;
  let base = x % m;
  for (let rest = y; rest > 0n; rest >>= 1n) {
    chargeProduct(vm, base, base);
    if ((rest & 1n) === 1n) result = (result * base) % m;
    base = (base * base) % m;
  }
  const rest = result % m;
  return rest !== 0n && rest < 0n !== m < 0n ? rest + m : rest;
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
  return `${big < 0n ? "-" : ""}0b${(big < 0n ? -big : big).toString(2)}`;
}

function ord(v: Value): Value {
  const plain = unwrap(v);
  const text = plain instanceof PyUnicode ? plain.value : plain;
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

/** What a learner's `__coerce__` of either makes of both; undefined when there is none that knows. */
function coercedPair(vm: VM, a: Value, b: Value): [Value, Value] | undefined {
  const own = callNumberMethod(vm, a, "__coerce__", [b]);
  if (own instanceof PyTuple) return [own.items[0] ?? null, own.items[1] ?? null];
  const back = callNumberMethod(vm, b, "__coerce__", [a]);
  return back instanceof PyTuple ? [back.items[1] ?? null, back.items[0] ?? null] : undefined;
}

/** `coerce(a, b)`: the learner's `__coerce__`, else both numbers as values of the wider type. */
function coerce(vm: VM, a: Value, b: Value): Value {
  const pair = coercedPair(vm, a, b);
  if (pair !== undefined) return new PyTuple([...pair]);
  const [x, y] = [unwrap(a), unwrap(b)];
  if (numberKind(x) === 0 || numberKind(y) === 0) raiseError("TypeError", "number coercion failed");
  return coerceNumbers(x, y);
}

/** By name, for the `__builtin__` namespace. */
export const numberFunctions = functions("", {
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
