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
import type { Value } from "../objects/values.ts";
import { callSpecial } from "./attributes.ts";
import { guestSpecial, lookupType, slotOf, typeName, typeOf, unwrap } from "./type-of.ts";

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
  return result === undefined ? raiseOperands(operator, a, b, "") : result;
}

/** Small ints and strings, without looking anything up. */
function fastBinary(operator: BinaryOperator, a: Value, b: Value): Value | undefined {
  if (typeof a === "number" && typeof b === "number") {
    const result =
      operator === "Add" ? a + b : operator === "Sub" ? a - b : operator === "Mult" ? a * b : Number.NaN;
    return Number.isSafeInteger(result) ? (result === 0 ? 0 : result) : undefined;
  }
  if (a instanceof PyFloat && b instanceof PyFloat && a.type.builtin && b.type.builtin) {
    if (operator === "Add") return new PyFloat(a.value + b.value);
    if (operator === "Mult") return new PyFloat(a.value * b.value);
    if (operator === "Sub") return new PyFloat(a.value - b.value);
  }
  return undefined;
}

/** The operator without its error: undefined when neither side knows. */
export function tryBinary(vm: VM, operator: BinaryOperator, a: Value, b: Value): Value | undefined {
  const ta = typeOf(a);
  const tb = typeOf(b);
  if (ta !== tb && !tb.builtin && tb.mro.includes(ta)) {
    const result = half(vm, operator, b, a, true);
    return result === undefined ? half(vm, operator, a, b, false) : result;
  }
  const result = half(vm, operator, a, b, false);
  if (result !== undefined) return result;
  if (ta !== tb || ta.name === "instance") return half(vm, operator, b, a, true);
  return ta.builtin ? undefined : slotHalf(vm, operator, b, a, true);
}

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
  const guest = guestSpecial(type, reflected ? `__r${method}__` : `__${method}__`, "binary");
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
  return slotOf(typeOf(self), "binary")?.(vm, operator, unwrap(self) as never, unwrap(other), reflected);
}

/** `a += b` and its relatives: the in-place method, else the ordinary operator. */
export function inplace(vm: VM, operator: BinaryOperator, a: Value, b: Value): Value {
  const fast = fastBinary(operator, a, b);
  if (fast !== undefined) return fast;
  const own = tryInplace(vm, operator, a, b);
  if (own !== undefined) return own;
  const result = tryBinary(vm, operator, a, b);
  return result === undefined ? raiseOperands(operator, a, b, "=") : result;
}

function tryInplace(vm: VM, operator: BinaryOperator, a: Value, b: Value): Value | undefined {
  const type = typeOf(a);
  const guest = guestSpecial(type, `__i${operators[operator][1]}__`, "inplace");
  if (guest === undefined) return slotOf(type, "inplace")?.(vm, operator, a as never, b);
  const result = callSpecial(vm, guest, a, [b]);
  return result === NotImplemented ? undefined : result;
}

/** Symbol-less errors of the sequence protocol, else CPython's "unsupported operand type(s)". */
function raiseOperands(operator: BinaryOperator, a: Value, b: Value, suffix: string): never {
  if (operator === "Add") checkConcatenation(a, b);
  if (operator === "Mult") checkRepetition(a, b);
  const [symbol] = operators[operator];
  const shown = operator === "Pow" && suffix === "" ? "** or pow()" : symbol + suffix;
  raiseError("TypeError", `unsupported operand type(s) for ${shown}: '${typeName(a)}' and '${typeName(b)}'`);
}

function checkConcatenation(a: Value, b: Value): void {
  const left = unwrap(a);
  const other = typeName(b);
  if (typeof left === "string") raiseError("TypeError", `cannot concatenate 'str' and '${other}' objects`);
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
function isSequence(v: Value): boolean {
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
  const guest = guestSpecial(type, method, "unary");
  if (guest !== undefined) return callSpecial(vm, guest, v, []);
  const result = slotOf(type, "unary")?.(vm, operator, unwrap(v) as never);
  if (result !== undefined) return result;
  raiseError("TypeError", `bad operand type for ${symbol}: '${type.name}'`);
}

/** A special method of the number protocol on any value (`__int__`, `__index__`, `__abs__` …); undefined when it has none. */
export function callNumberMethod(vm: VM, v: Value, name: string, args: Value[] = []): Value | undefined {
  if (v === null || typeof v !== "object") return undefined;
  if (v.type.builtin) {
    if (v.type.name !== "instance") return undefined;
    const found = slotOf(v.type, "getAttribute")?.(vm, v as never, name);
    return found === undefined ? undefined : vm.call(found, args);
  }
  const found = lookupType(v.type, name);
  return found === undefined || isBuiltinMethod(found) ? undefined : callSpecial(vm, found, v, args);
}

/** A built-in type's own method is no learner's special method. */
function isBuiltinMethod(v: Value): boolean {
  return typeName(v) === "method_descriptor";
}
