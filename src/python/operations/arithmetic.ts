/**
 * The operators: CPython's `binary_op1`, `binary_iop1` and their relatives.
 *
 * The learner's methods and the slots are asked left first, then right reflected; a right operand whose class is a
 * subclass of the left's goes first. When nobody knows, the error is the one CPython's sequence or number protocol gives.
 */
import { NotImplemented, PyFloat, PyList, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import { PyByteArray } from "../objects/bytes.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { BinaryOperator, UnaryOperator } from "../objects/slots.ts";
import { floatType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { callSpecial } from "./attributes.ts";
import { coercedPair } from "./comparison.ts";
import { repeatCount } from "./items.ts";
import { typeName, typeOf, unwrap } from "./type-of.ts";

/** Symbol and special method (without underscores) of each operator. */
export const operators: Record<BinaryOperator, readonly [symbol: string, method: string]> = {
  Add: ["+", "add"],
  Sub: ["-", "sub"],
  Mult: ["*", "mul"],
  Div: ["/", "div"],
  TrueDiv: ["/", "truediv"],
  FloorDiv: ["//", "floordiv"],
  Mod: ["%", "mod"],
  Pow: ["**", "pow"],
  LShift: ["<<", "lshift"],
  RShift: [">>", "rshift"],
  BitOr: ["|", "or"],
  BitXor: ["^", "xor"],
  BitAnd: ["&", "and"],
};

/** `a + b` and its relatives. */
export function binary(vm: VM, operator: BinaryOperator, a: Value, b: Value): Value {
  const fast = fastBinary(operator, a, b);
  if (fast !== undefined) return fast;
  const result = tryBinary(vm, operator, a, b);
  return result === undefined ? lastResort(vm, operator, a, b, "") : result;
}

/** Small ints and floats, without looking anything up; undefined where the types are to say. */
function fastBinary(operator: BinaryOperator, a: Value, b: Value): Value | undefined {
  if (typeof a === "number" && typeof b === "number") {
    const result = fastInt(operator, a, b);
    return Number.isSafeInteger(result) ? result || 0 : undefined;
  }
  const x = plainDouble(a);
  const y = plainDouble(b);
  return x === undefined || y === undefined ? undefined : fastFloat(operator, x, y);
}

/** NaN where it is not for sure that the result is this integer. */
function fastInt(operator: BinaryOperator, a: number, b: number): number {
  switch (operator) {
    case "Add":
      return a + b;
    case "Sub":
      return a - b;
    case "Mult":
      return a * b;
    case "Div":
    case "FloorDiv":
      return a >= 0 && b > 0 ? (a - (a % b)) / b : Number.NaN;
    case "Mod":
      return a >= 0 && b > 0 ? a % b : Number.NaN;
    case "BitAnd":
      return areShort(a, b) ? a & b : Number.NaN;
    case "BitOr":
      return areShort(a, b) ? a | b : Number.NaN;
    case "BitXor":
      return areShort(a, b) ? a ^ b : Number.NaN;
    default:
      return Number.NaN;
  }
}

/** What the host's bitwise operators take as they are. */
function areShort(a: number, b: number): boolean {
  return (a | 0) === a && (b | 0) === b;
}

/** A small int, or a float of no learner's class. */
function plainDouble(v: Value): number | undefined {
  if (typeof v === "number") return v;
  return v instanceof PyFloat && v.type === floatType ? v.value : undefined;
}

function fastFloat(operator: BinaryOperator, x: number, y: number): PyFloat | undefined {
  switch (operator) {
    case "Add":
      return new PyFloat(x + y);
    case "Sub":
      return new PyFloat(x - y);
    case "Mult":
      return new PyFloat(x * y);
    case "Div":
    case "TrueDiv":
      return y === 0 ? undefined : new PyFloat(x / y);
    default:
      return undefined;
  }
}

/** The operator without its error: undefined when neither side knows. */
export function tryBinary(vm: VM, operator: BinaryOperator, a: Value, b: Value): Value | undefined {
  const ta = typeOf(a);
  const tb = typeOf(b);
  if (
    (!ta.builtin || !tb.builtin) &&
    (operator === "Add" || operator === "Mult") &&
    ta !== tb &&
    isSequence(a)
  ) {
    // A sequence is no number: it is asked after the other's own method.
    const result =
      ta.guest(`__${operators[operator][1]}__`, "binary") === undefined
        ? tb.builtin
          ? coercedBinary(vm, operator, a, b)
          : guestHalf(vm, operator, b, a)
        : undefined;
    if (result !== undefined) return result;
  }
  if (ta !== tb && !tb.builtin && tb.mro.includes(ta)) {
    const result = half(vm, operator, b, a, true);
    return result === undefined ? half(vm, operator, a, b, false) : result;
  }
  const result = half(vm, operator, a, b, false);
  if (result !== undefined) return result;
  if (ta !== tb || ta.name === "instance") return half(vm, operator, b, a, true);
  return ta.builtin ? undefined : slotHalf(vm, operator, b, a, true);
}

/** A learner's reflected method, else its `__coerce__`. */
function guestHalf(vm: VM, operator: BinaryOperator, b: Value, a: Value): Value | undefined {
  const guest = typeOf(b).guest(`__r${operators[operator][1]}__`, "binary");
  const result = guest === undefined ? NotImplemented : callSpecial(vm, guest, b, [a]);
  if (result !== NotImplemented) return result;
  // What is left of `__rmul__` is the sequence's own, which takes a number.
  if (operator === "Mult" && isSequence(b) && typeOf(b).guest("__mul__", "binary") !== undefined)
    raiseError("TypeError", `'${typeName(a)}' object cannot be interpreted as an index`);
  return coercedBinary(vm, operator, a, b);
}

/** Types of CPython whose operators take operands as they are; the others ask for `__coerce__` first. */
const checking = /^(int|long|bool|float|complex|str|unicode|set|frozenset|instance)$/;

/** Is it of a built-in type whose operators are asked only with two of a kind? */
export function needsLike(v: Value): boolean {
  return typeOf(v).builtin && !checking.test(typeName(v));
}

/** The operator on what `__coerce__` of a new-style class makes of both, where a type of the old kind takes part. */
function coercedBinary(vm: VM, operator: BinaryOperator, a: Value, b: Value): Value | undefined {
  if (!needsLike(a) && !needsLike(b)) return undefined;
  // Instances of old-style classes have been asked before.
  if (typeName(a) === "instance" || typeName(b) === "instance") return undefined;
  const pair = coercedPair(vm, a, b);
  return pair === undefined || (pair[0] === a && pair[1] === b)
    ? undefined
    : tryBinary(vm, operator, ...pair);
}

/** The layouts of numbers from the narrowest on. */
const widths = ["int", "long", "float"];

/** The operator as the class of `self` sees it. */
function half(
  vm: VM,
  operator: BinaryOperator,
  self: Value,
  other: Value,
  reflected: boolean,
): Value | undefined {
  const type = typeOf(self);
  const method = operators[operator][1];
  const guest = type.guest(reflected ? `__r${method}__` : `__${method}__`, "binary");
  if (guest === undefined) return slotHalf(vm, operator, self, other, reflected);
  const result = callSpecial(vm, guest, self, [other]);
  return result === NotImplemented ? undefined : result;
}

function slotHalf(
  vm: VM,
  operator: BinaryOperator,
  self: Value,
  other: Value,
  reflected: boolean,
): Value | undefined {
  const [own, given] = [typeOf(self), typeOf(other)];
  // A number knows no wider one: that of a learner's class answers itself, or nobody does.
  if (
    !given.builtin &&
    widths.indexOf(own.layout) < widths.indexOf(given.layout) &&
    widths.includes(own.layout)
  )
    return undefined;
  // A format asks the value itself how it is shown.
  const isFormat = operator === "Mod" && (own.layout === "str" || own.layout === "unicode");
  const plain = unwrap(self);
  const result = own.allSlots.binary?.(
    vm,
    operator,
    plain as never,
    isFormat ? other : unwrap(other),
    reflected,
  );
  // A long that is smaller than its divisor is itself what remains.
  return operator === "Mod" && typeof plain === "bigint" && result === plain ? self : result;
}

/** `a += b` and its relatives: the in-place method, else the ordinary operator. */
export function inplace(vm: VM, operator: BinaryOperator, a: Value, b: Value): Value {
  const fast = fastBinary(operator, a, b);
  if (fast !== undefined) return fast;
  // A sequence is no number: the methods of numbers are asked before it is changed in place.
  const right = isSequence(a) ? typeOf(b).guest(`__r${operators[operator][1]}__`, "binary") : undefined;
  const first = right && callSpecial(vm, right, b, [a]);
  if (first !== undefined && first !== NotImplemented) return first;
  const own = tryInplace(vm, operator, a, b);
  if (own !== undefined) return own;
  const result = tryBinary(vm, operator, a, b);
  return result === undefined ? lastResort(vm, operator, a, b, "=") : result;
}

function tryInplace(vm: VM, operator: BinaryOperator, a: Value, b: Value): Value | undefined {
  const type = typeOf(a);
  const guest = type.guest(`__i${operators[operator][1]}__`, "inplace");
  if (guest === undefined) return type.allSlots.inplace?.(vm, operator, a as never, b);
  const result = callSpecial(vm, guest, a, [b]);
  return result === NotImplemented ? undefined : result;
}

/** What a sequence is repeated by may be anything with an `__index__`, when no method knows better. */
function lastResort(vm: VM, operator: BinaryOperator, a: Value, b: Value, suffix: string): Value {
  const coerced = coercedBinary(vm, operator, a, b);
  if (coerced !== undefined) return coerced;
  const [sequence, times] = isSequence(a) ? [a, b] : [b, a];
  if (operator === "Mult" && isSequence(sequence)) {
    const count = repeatCount(vm, times);
    const result = count === undefined ? undefined : slotHalf(vm, operator, sequence, count, false);
    if (result !== undefined) return result;
  }
  raiseOperands(operator, a, b, suffix);
}

/** Symbol-less errors of the sequence protocol, else CPython's "unsupported operand type(s)". */
function raiseOperands(operator: BinaryOperator, a: Value, b: Value, suffix: string): never {
  if (operator === "Add") checkConcatenation(a, b);
  if (operator === "Mult") checkRepetition(a, b);
  const [symbol] = operators[operator];
  const shown = operator === "Pow" ? "** or pow()" : symbol + suffix;
  raiseError("TypeError", `unsupported operand type(s) for ${shown}: '${typeName(a)}' and '${typeName(b)}'`);
}

/** The error of a sequence that nothing but its like can be joined to. */
export function checkConcatenation(a: Value, b: Value): void {
  const left = unwrap(a);
  const other = typeName(b);
  if (typeof left === "string") raiseError("TypeError", `cannot concatenate 'str' and '${other}' objects`);
  if (left instanceof PyUnicode && b instanceof PyByteArray)
    raiseError("TypeError", "decoding bytearray is not supported");
  if (left instanceof PyUnicode)
    raiseError("TypeError", `coercing to Unicode: need string or buffer, ${other} found`);
  if (left instanceof PyList) raiseError("TypeError", `can only concatenate list (not "${other}") to list`);
  if (left instanceof PyTuple)
    raiseError("TypeError", `can only concatenate tuple (not "${other}") to tuple`);
}

function checkRepetition(a: Value, b: Value): void {
  const other = isSequence(a) ? b : isSequence(b) ? a : undefined;
  if (other !== undefined)
    raiseError("TypeError", `can't multiply sequence by non-int of type '${typeName(other)}'`);
}

/** True for the built-in sequences that repeat. */
export function isSequence(v: Value): boolean {
  const value = unwrap(v);
  return (
    typeof value === "string" ||
    value instanceof PyUnicode ||
    value instanceof PyByteArray ||
    value instanceof PyList ||
    value instanceof PyTuple
  );
}

const unaryMethods: Record<UnaryOperator, readonly [symbol: string, method: string]> = {
  Invert: ["unary ~", "__invert__"],
  UAdd: ["unary +", "__pos__"],
  USub: ["unary -", "__neg__"],
};

/** `-v`, `+v`, `~v`. */
export function unary(vm: VM, operator: UnaryOperator, v: Value): Value {
  if (operator === "USub" && typeof v === "number" && v !== 0) return -v;
  const type = typeOf(v);
  const [symbol, method] = unaryMethods[operator];
  const guest = type.guest(method, "unary");
  if (guest !== undefined) return callSpecial(vm, guest, v, []);
  const result = type.allSlots.unary?.(vm, operator, unwrap(v) as never);
  if (result !== undefined) return result;
  raiseError("TypeError", `bad operand type for ${symbol}: '${typeName(v)}'`);
}
