/**
 * The numeric tower: int, long, float and complex under the binary operators (CPython's `intobject.c` … `complexobject.c`).
 *
 * An int is a JavaScript number while it is a safe integer, a `PyInt` up to 64 bits, and turns into a long beyond. A result of two
 * ints is an int again when it fits; a result with a long is a long.
 */
import { NotImplemented, PyComplex, PyFloat, PyInt, PyTuple } from "../objects/builtin-objects.ts";
import { LimitReached, type VM } from "../objects/machine.ts";
import { raiseError, raiseWith } from "../objects/raise.ts";
import type { BinaryOperator, ComparisonOperator } from "../objects/slots.ts";
import { mostBits, type Value } from "../objects/values.ts";
import { unwrap } from "../operations/type-of.ts";
import { type MethodBody, type Signature, wrapped } from "./define.ts";
import { numberKind, toBig } from "./number-kinds.ts";
import { exp, hypot, log, pow } from "./power.ts";

const maxInt = 0x7fff_ffff_ffff_ffffn;
const minInt = -0x8000_0000_0000_0000n;

/** The first that are too long, made when an integer is first looked at: a start makes no long ones. 0 until then. */
let largest = 0n;
let smallest = 0n;

/** The budget's end for a result of at least so many bits, before it is made. */
export function requireBits(bits: number): void {
  if (bits > mostBits)
    throw new LimitReached(
      "memory",
      "it asked for an integer of more than 1,040,000 bits, about 313,000 digits, which is the most.",
    );
}

/** `v`, which may have a few bits too many. */
export function bounded(v: bigint): bigint {
  if (largest === 0n) makeBounds();
  if (v >= largest || v <= smallest) requireBits(Number.POSITIVE_INFINITY);
  return v;
}

function makeBounds(): void {
  largest = 1n << BigInt(mostBits);
  smallest = -largest;
}

/** A big integer as an `int` where it fits 64 bits, else as a `long`. */
export function makeInt(v: bigint): Value {
  const small = Number(v);
  if (Number.isSafeInteger(small)) return small;
  return v >= minInt && v <= maxInt ? new PyInt(v) : v;
}

/** An integral number as an `int` (or `long` when too big). */
export function intFromNumber(v: number): Value {
  return Number.isSafeInteger(v) ? (v === 0 ? 0 : v) : makeInt(BigInt(v));
}

/** An int, long, bool or float as the JavaScript number or big integer of the same value. */
function rawNumber(v: Value): number | bigint | undefined {
  if (typeof v === "number" || typeof v === "bigint") return v;
  if (typeof v === "boolean") return v ? 1 : 0;
  if (v instanceof PyFloat || v instanceof PyInt) return v.value;
  const plain = unwrap(v);
  return plain === v ? undefined : rawNumber(plain);
}

/** A number as a double; OverflowError for a long beyond its range. Undefined for anything else. */
export function toDouble(v: Value): number | undefined {
  const raw = rawNumber(v);
  if (typeof raw !== "bigint") return raw;
  const value = Number(raw);
  if (!Number.isFinite(value)) raiseError("OverflowError", "long int too large to convert to float");
  return value;
}

/** Bits of a big integer; costs a scan of it. */
export function bitLength(v: bigint): number {
  const size = v < 0n ? -v : v;
  if (size === 0n) return 0;
  if (size <= 0xffffffffn) return 32 - Math.clz32(Number(size));
  const hex = size.toString(16);
  return hex.length * 4 - (Math.clz32(Number.parseInt(hex[0] ?? "0", 16)) - 28);
}

/** The slot `compare` of every number type. */
export function compareNumbers(
  vm: VM,
  operator: ComparisonOperator,
  a: Value,
  b: Value,
): boolean | undefined {
  const x = rawNumber(a);
  const y = rawNumber(b);
  if (x === undefined || y === undefined) return undefined;
  if (typeof x === "bigint" && typeof y === "bigint") chargeComparison(vm, x, y);
  switch (operator) {
    case "Lt":
      return x < y;
    case "LtE":
      return x <= y;
    case "Eq":
      // biome-ignore lint/suspicious/noDoubleEquals: between a number and a big integer, == compares values.
      return x == y;
    case "NotEq":
      // biome-ignore lint/suspicious/noDoubleEquals: as above.
      return x != y;
    case "Gt":
      return x > y;
    case "GtE":
      return x >= y;
  }
}

/** The slot `binary` of every number type. */
export function binaryNumbers(
  vm: VM,
  operator: BinaryOperator,
  self: Value,
  other: Value,
  reflected: boolean,
): Value | undefined {
  const kind = Math.max(numberKind(self), numberKind(other));
  if (numberKind(self) === 0 || numberKind(other) === 0) return undefined;
  const [a, b] = reflected ? [other, self] : [self, other];
  if (kind === 1) return intBinary(vm, operator, a, b);
  if (kind === 2) return longBinary(vm, operator, toBig(a) ?? 0n, toBig(b) ?? 0n);
  if (kind === 3) {
    if (operator === "Pow") vm.charge(powerCharge);
    const result = floatBinary(operator, toDouble(a) ?? 0, toDouble(b) ?? 0);
    return result === undefined ? undefined : new PyFloat(result);
  }
  if (operator === "Pow") vm.charge(3 * powerCharge);
  return complexBinary(operator, toComplex(a), toComplex(b));
}

/** Steps for a power to the last digit, be it of floats or of big integers; a complex one asks for several functions. */
const powerCharge = 16;

/** Two ints: in doubles where that is exact, else through big integers. */
function intBinary(vm: VM, operator: BinaryOperator, a: Value, b: Value): Value | undefined {
  const x = typeof a === "boolean" ? Number(a) : a;
  const y = typeof b === "boolean" ? Number(b) : b;
  if (typeof a === "boolean" && typeof b === "boolean") {
    if (operator === "BitAnd") return a && b;
    if (operator === "BitOr") return a || b;
    if (operator === "BitXor") return a !== b;
  }
  if (typeof x === "number" && typeof y === "number") {
    const small = smallInt(operator, x, y);
    if (small !== undefined) return small;
  }
  const [p, q] = [toBig(x) ?? 0n, toBig(y) ?? 0n];
  if (operator === "Mod" && leavesInts(p, q)) return 0n;
  const word = wordResult(operator, p, q);
  if (word !== undefined) return makeInt(word);
  const result = longBinary(vm, operator, p, q, "integer");
  return typeof result === "bigint" ? makeInt(result) : result;
}

/**
 * Two of at most 64 bits, where the result is no longer than both: nothing to charge. Undefined for what may fail or grow.
 * @note The cases stand in `longBinary` too; by way of that, which weighs its operands first, such an operation takes measurably longer.
 */
function wordResult(operator: BinaryOperator, x: bigint, y: bigint): bigint | undefined {
  switch (operator) {
    case "Add":
      return x + y;
    case "Sub":
      return x - y;
    case "Mult":
      return x * y;
    case "Mod":
      return y === 0n ? undefined : floorRest(x, y);
    case "BitAnd":
      return x & y;
    case "BitOr":
      return x | y;
    case "BitXor":
      return x ^ y;
    default:
      return undefined;
  }
}

/** The one quotient of ints that is none: CPython goes on with longs, whatever was asked. */
export function leavesInts(x: bigint, y: bigint): boolean {
  return x === minInt && y === -1n;
}

const exactLimit = 2 ** 52;

/** Safe integers whose result is one too; undefined to go on with big integers. */
function smallInt(operator: BinaryOperator, x: number, y: number): number | undefined {
  const result = smallResult(operator, x, y);
  return result !== undefined && Number.isSafeInteger(result) ? (result === 0 ? 0 : result) : undefined;
}

function smallResult(operator: BinaryOperator, x: number, y: number): number | undefined {
  switch (operator) {
    case "Add":
      return x + y;
    case "Sub":
      return x - y;
    case "Mult":
      return x * y;
    case "Div":
    case "FloorDiv":
      return y === 0 || Math.abs(x) > exactLimit || Math.abs(y) > exactLimit
        ? undefined
        : (x - floorMod(x, y)) / y;
    case "Mod":
      return y === 0 ? undefined : floorMod(x, y);
    case "Pow":
      return y < 0 || y > 64 ? undefined : smallPower(x, y);
    case "LShift":
      return y < 0 || y > 52 ? undefined : x * 2 ** y;
    case "RShift":
      return y < 0 ? undefined : y > 60 ? (x < 0 ? -1 : 0) : Math.floor(x / 2 ** y);
    case "BitAnd":
      return isInt32(x) && isInt32(y) ? x & y : undefined;
    case "BitOr":
      return isInt32(x) && isInt32(y) ? x | y : undefined;
    case "BitXor":
      return isInt32(x) && isInt32(y) ? x ^ y : undefined;
    default:
      return undefined;
  }
}

/** By repeated products, which are exact while they are safe integers; `**` may be off by one. */
function smallPower(x: number, y: number): number {
  let result = 1;
  for (let i = 0; i < y; i++) result *= x;
  return result;
}

function isInt32(v: number): boolean {
  return (v | 0) === v;
}

/** The remainder with the sign of the divisor. */
function floorMod(x: number, y: number): number {
  const rest = x % y;
  return rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest;
}

/** Big integers; charges for what grows. `name` begins the division error: "integer" or "long". */
function longBinary(
  vm: VM,
  operator: BinaryOperator,
  x: bigint,
  y: bigint,
  name = "long",
): Value | undefined {
  chargeSum(vm, x, y);
  switch (operator) {
    case "Add":
      return bounded(x + y);
    case "Sub":
      return bounded(x - y);
    case "Mult":
      return product(vm, x, y);
    case "Div":
    case "FloorDiv":
      if (y === 0n) raiseDivision(name);
      chargeProduct(vm, x, y);
      return floorDivide(x, y);
    case "Mod":
      if (y === 0n) raiseDivision(name);
      chargeProduct(vm, x, y);
      return floorRest(x, y);
    case "TrueDiv":
      if (y === 0n) raiseError("ZeroDivisionError", "division by zero");
      chargeProduct(vm, x, y);
      return new PyFloat(trueDivide(x, y, "integer division result too large for a float"));
    case "Pow":
      return bigPower(vm, x, y);
    case "LShift":
      return shiftLeft(vm, x, y);
    case "RShift":
      requireShift(y);
      return x >> y;
    case "BitAnd":
      return bounded(x & y);
    case "BitOr":
      return bounded(x | y);
    case "BitXor":
      return bounded(x ^ y);
  }
}

function raiseDivision(name: string): never {
  raiseError("ZeroDivisionError", `${name} division or modulo by zero`);
}

/** x // y, towards minus infinity. */
function floorDivide(x: bigint, y: bigint): bigint {
  const quotient = x / y;
  return x < 0n !== y < 0n && quotient * y !== x ? quotient - 1n : quotient;
}

const longest = 1n << 1024n;

/** Numbers of unlike size are told apart at once. */
function chargeComparison(vm: VM, x: bigint, y: bigint): void {
  if (!isShort(x) && !isShort(y)) chargeSum(vm, x);
}

/** True when reading all of `v` is no work worth counting. */
function isShort(v: bigint): boolean {
  return v < longest && v > -longest;
}

/** Counts the work of one pass over both; their memory, which soon comes back, only where one could be too big. */
export function chargeSum(vm: VM, x: bigint, y = 0n): void {
  vm.charge(1);
  if (isShort(x) && isShort(y)) return;
  const bytes = (atMostBits(x) + atMostBits(y)) / 8;
  vm.charge(Math.ceil(bytes / 256));
  if (bytes > 65_536) vm.allocate(bytes);
}

/** Powers of two, each as long as two of the one before; made when they are first asked for. */
let powers: readonly bigint[] | null = null;

function makePowers(): readonly bigint[] {
  // Firefox and WebKit have no integers of more than 2 ** 20 bits.
  return Array.from({ length: 10 }, (_, k) => 1n << BigInt(1024 << k));
}

/** Less than twice the bits of a long number, found without reading it where it is not very long. */
function atMostBits(v: bigint): number {
  const size = v < 0n ? -v : v;
  powers ??= makePowers();
  const at = powers.findIndex((power) => size < power);
  return at < 0 ? bitLength(size) : 1024 << at;
}

/** x % y, with the sign of y. */
function floorRest(x: bigint, y: bigint): bigint {
  const rest = x % y;
  return rest !== 0n && rest < 0n !== y < 0n ? rest + y : rest;
}

/** Counts the work of a product or quotient of these sizes; tells the bits of both. */
export function chargeProduct(vm: VM, x: bigint, y: bigint): number {
  const bits = bitLength(x) + bitLength(y);
  const words = bits / 64;
  vm.charge(2);
  if (words < 16) return bits;
  vm.charge(Math.ceil((words / 12) ** 1.6));
  vm.allocate(words * 8);
  return bits;
}

/** x * y. */
function product(vm: VM, x: bigint, y: bigint): bigint {
  requireBits(chargeProduct(vm, x, y) - 1);
  return bounded(x * y);
}

function requireShift(y: bigint): void {
  if (y > maxInt || y < minInt) raiseError("OverflowError", "long int too large to convert to int");
  if (y < 0n) raiseError("ValueError", "negative shift count");
}

function shiftLeft(vm: VM, x: bigint, y: bigint): bigint {
  requireShift(y);
  if (x === 0n) return 0n;
  const by = Number(y);
  if (by + atMostBits(x) > mostBits) requireBits(by + bitLength(x));
  vm.allocate(by / 8);
  vm.charge(Math.floor(by / 4096));
  return x << y;
}

/** x ** y of integers; a float when y is negative. */
function bigPower(vm: VM, x: bigint, y: bigint): Value {
  if (y < 0n) return new PyFloat(floatPower(Number(x), Number(y)));
  if (x === 0n || x === 1n || y === 0n) return y === 0n ? 1n : x;
  if (x === -1n) return (y & 1n) === 0n ? 1n : -1n;
  requireBits(powerBits(x, y));
  const bits = bitLength(x) * Number(y);
  vm.allocate(bits / 8);
  vm.charge(powerCharge + Math.floor(2.3 * (bits / 1024) ** 1.6));
  return bounded(x ** y);
}

/** The bits of x ** y, found from the first of x; one less where it is near a power of two. */
function powerBits(x: bigint, y: bigint): number {
  const rest = Math.max(0, bitLength(x) - 53);
  const first = Math.abs(Number(x >> BigInt(rest)));
  return Math.floor(Number(y) * (Math.log2(first) + rest) - 1e-6) + 1;
}

/** x / y as the nearest double; OverflowError with `problem` beyond the largest. */
export function trueDivide(x: bigint, y: bigint, problem = "long int too large to convert to float"): number {
  const a = Number(x);
  const b = Number(y);
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) return a / b;
  const negative = x < 0n !== y < 0n;
  const [p, q] = [x < 0n ? -x : x, y < 0n ? -y : y];
  const size = bitLength(p) - bitLength(q);
  if (size < -1021) return (negative ? -1 : 1) * Number(roundedQuotient(p << 1074n, q)) * 2 ** -1074;
  // Keep 66 or more bits of the quotient, the last one sticky, so that rounding to 53 happens once.
  const shift = BigInt(Math.max(-1100, 66 - size));
  const [numerator, denominator] = shift >= 0n ? [p << shift, q] : [p, q << -shift];
  let quotient = numerator / denominator;
  if (numerator % denominator !== 0n) quotient |= 1n;
  // In two steps, since the power alone may be smaller than any double.
  const value = Number(quotient) * 2 ** -64 * 2 ** (64 - Number(shift));
  if (!Number.isFinite(value)) raiseError("OverflowError", problem);
  return negative ? -value : value;
}

/** p / q rounded to a whole number, a half to the even one. */
function roundedQuotient(p: bigint, q: bigint): bigint {
  const quotient = p / q;
  const twice = (p % q) * 2n;
  return twice > q || (twice === q && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

function floatBinary(operator: BinaryOperator, x: number, y: number): number | undefined {
  switch (operator) {
    case "Add":
      return x + y;
    case "Sub":
      return x - y;
    case "Mult":
      return x * y;
    case "Div":
    case "TrueDiv":
      if (y === 0) raiseError("ZeroDivisionError", "float division by zero");
      return x / y;
    case "FloorDiv":
      if (y === 0) raiseError("ZeroDivisionError", "float divmod()");
      return floatDivmod(x, y)[0];
    case "Mod":
      if (y === 0) raiseError("ZeroDivisionError", "float modulo");
      return floatDivmod(x, y)[1];
    case "Pow":
      return floatPower(x, y);
    default:
      return undefined;
  }
}

/** `divmod(x, y)` of two numbers. */
export function divmodNumbers(vm: VM, x: Value, y: Value): PyTuple {
  if (numberKind(x) !== 3 && numberKind(y) !== 3) {
    const quotient = binaryNumbers(vm, "FloorDiv", x, y, false);
    return new PyTuple([quotient ?? null, binaryNumbers(vm, "Mod", x, y, false) ?? null]);
  }
  if (Math.max(numberKind(x), numberKind(y)) === 4) return divmodNumbers(vm, toComplex(x), toComplex(y));
  const divisor = toDouble(y) ?? 0;
  if (divisor === 0) raiseError("ZeroDivisionError", "float divmod()");
  const [quotient, rest] = floatDivmod(toDouble(x) ?? 0, divisor);
  return new PyTuple([new PyFloat(quotient), new PyFloat(rest)]);
}

/** Both numbers as values of the wider type. */
export function coerceNumbers(a: Value, b: Value): Value {
  const kind = Math.max(numberKind(unwrap(a)), numberKind(unwrap(b)));
  const widen = (given: Value): Value => {
    const v = unwrap(given);
    if (numberKind(v) === kind) return given;
    if (kind === 3) return new PyFloat(toDouble(v) ?? 0);
    if (kind === 4) return toComplex(v);
    return kind === 2 ? (toBig(v) ?? v) : v;
  };
  return new PyTuple([widen(a), widen(b)]);
}

/** What every type of numbers has besides its operators. A wider number is left to the other's own method. */
export function numberMethods(): Record<string, readonly [Signature, MethodBody<Value>]> {
  const narrower =
    (answer: (vm: VM, self: Value, other: Value) => Value): MethodBody<Value> =>
    (vm, self, given: Value) => {
      const other = unwrap(given);
      const kind = numberKind(other);
      return kind === 0 || kind > numberKind(self) ? NotImplemented : answer(vm, self, other);
    };
  return {
    __divmod__: [wrapped(1), narrower(divmodNumbers)],
    __rdivmod__: [wrapped(1), narrower((vm, self, other) => divmodNumbers(vm, other, self))],
    __coerce__: [wrapped(1), narrower((_vm, self, other) => coerceNumbers(self, other))],
  };
}

/** Quotient and remainder of floats as `float_divmod` computes them. */
function floatDivmod(x: number, y: number): [number, number] {
  let mod = x % y;
  let div = (x - mod) / y;
  if (mod !== 0) {
    if (y < 0 !== mod < 0) {
      mod += y;
      div -= 1;
    }
  } else mod = y < 0 ? -0 : 0;
  if (div === 0) return [isSignNegative(x / y) ? -0 : 0, mod];
  const floor = Math.floor(div);
  return [div - floor > 0.5 ? floor + 1 : floor, mod];
}

function isSignNegative(v: number): boolean {
  return v < 0 || Object.is(v, -0);
}

/** x ** y of floats, with Python's errors. */
function floatPower(x: number, y: number): number {
  if (x === 0 && y < 0) raiseError("ZeroDivisionError", "0.0 cannot be raised to a negative power");
  if (x === 1 || y === 0) return 1;
  if (x === -1 && !Number.isFinite(y) && !Number.isNaN(y)) return 1;
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y))
    raiseError("ValueError", "negative number cannot be raised to a fractional power");
  const result = pow(x, y);
  if (!Number.isFinite(result) && Number.isFinite(x) && Number.isFinite(y))
    raiseWith("OverflowError", [34, "Numerical result out of range"]);
  return result;
}

/** Any number as a complex one. */
export function toComplex(v: Value): PyComplex {
  return v instanceof PyComplex ? v : new PyComplex(toDouble(v) ?? 0, 0);
}

function complexBinary(operator: BinaryOperator, x: PyComplex, y: PyComplex): Value | undefined {
  switch (operator) {
    case "Add":
      return new PyComplex(x.real + y.real, x.imag + y.imag);
    case "Sub":
      return new PyComplex(x.real - y.real, x.imag - y.imag);
    case "Mult":
      return complexProduct(x, y);
    case "Div":
    case "TrueDiv":
      return complexDivide(x, y);
    case "FloorDiv":
      return new PyComplex(Math.floor(complexDivide(x, y, "complex divmod()").real), 0);
    case "Mod": {
      const whole = new PyComplex(Math.floor(complexDivide(x, y, "complex remainder").real), 0);
      const taken = complexProduct(y, whole);
      return new PyComplex(x.real - taken.real, x.imag - taken.imag);
    }
    case "Pow":
      return complexPower(x, y);
    default:
      return undefined;
  }
}

function complexProduct(x: PyComplex, y: PyComplex): PyComplex {
  return new PyComplex(x.real * y.real - x.imag * y.imag, x.real * y.imag + x.imag * y.real);
}

/** Smith's method, as `c_quot`. */
function complexDivide(x: PyComplex, y: PyComplex, problem = "complex division by zero"): PyComplex {
  if (y.real === 0 && y.imag === 0) raiseError("ZeroDivisionError", problem);
  if (Math.abs(y.real) >= Math.abs(y.imag)) {
    const ratio = y.imag / y.real;
    const denominator = y.real + y.imag * ratio;
    return new PyComplex((x.real + x.imag * ratio) / denominator, (x.imag - x.real * ratio) / denominator);
  }
  const ratio = y.real / y.imag;
  const denominator = y.real * ratio + y.imag;
  return new PyComplex((x.real * ratio + x.imag) / denominator, (x.imag * ratio - x.real) / denominator);
}

/** x ** y; OverflowError when it leaves the doubles. */
function complexPower(x: PyComplex, y: PyComplex): PyComplex {
  const result = unboundedPower(x, y);
  if (
    Math.abs(result.real) === Number.POSITIVE_INFINITY ||
    Math.abs(result.imag) === Number.POSITIVE_INFINITY
  )
    raiseError("OverflowError", "complex exponentiation");
  return result;
}

function unboundedPower(x: PyComplex, y: PyComplex): PyComplex {
  if (y.imag === 0 && Number.isInteger(y.real) && Math.abs(y.real) <= 100) return wholePower(x, y.real);
  if (x.real === 0 && x.imag === 0) {
    if (y.imag !== 0 || y.real < 0) raiseError("ZeroDivisionError", "0.0 to a negative or complex power");
    return new PyComplex(0, 0);
  }
  const size = hypot(x.real, x.imag);
  const angle = Math.atan2(x.imag, x.real);
  const length = pow(size, y.real) * exp(-y.imag * angle);
  const phase = angle * y.real + y.imag * log(size);
  return new PyComplex(length * Math.cos(phase), length * Math.sin(phase));
}

function wholePower(x: PyComplex, n: number): PyComplex {
  let result = new PyComplex(1, 0);
  let square = x;
  // The products in C's order, so that they round as C's do.
  for (let rest = Math.abs(n); rest > 0; rest >>= 1) {
    if (rest & 1) result = complexProduct(result, square);
    square = complexProduct(square, square);
  }
  return n < 0 ? complexDivide(new PyComplex(1, 0), result, "0.0 to a negative or complex power") : result;
}
