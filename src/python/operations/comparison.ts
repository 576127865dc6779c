/**
 * Comparison: CPython 2's `PyObject_RichCompare` and `PyObject_Compare`.
 *
 * Rich methods first (the right operand's before the left's when its class is a subclass), then `__cmp__`, then the order of last
 * resort: None, numbers, everything else by the name of its type, and by identity within a type.
 */
import { NotImplemented, PyComplex, PyFloat, PyInt, PyUnicode } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { ComparisonOperator } from "../objects/slots.ts";
import { PyObject, type Value } from "../objects/values.ts";
import { callSpecial } from "./attributes.ts";
import { identity } from "./identity.ts";
import { isTrue } from "./truth.ts";
import { guestSpecial, slotOf, typeName, typeOf, unwrap } from "./type-of.ts";

/** The special method of each comparison. */
export const comparisonMethods: Record<ComparisonOperator, string> = {
  Lt: "__lt__",
  LtE: "__le__",
  Eq: "__eq__",
  NotEq: "__ne__",
  Gt: "__gt__",
  GtE: "__ge__",
};

const swapped: Record<ComparisonOperator, ComparisonOperator> = {
  Lt: "Gt",
  LtE: "GtE",
  Eq: "Eq",
  NotEq: "NotEq",
  Gt: "Lt",
  GtE: "LtE",
};

/** `a is b`. Equal floats, unicode strings and big numbers that are not one object are not. */
export function is(a: Value, b: Value): boolean {
  return a === b;
}

/** `a < b` and its five relatives; a learner's method may return anything. */
export function compare(vm: VM, operator: ComparisonOperator, a: Value, b: Value): Value {
  if (typeof a === "number" && typeof b === "number") return holds(operator, a - b);
  if (typeof a === "string" && typeof b === "string") return holds(operator, a < b ? -1 : a > b ? 1 : 0);
  const rich = tryRich(vm, operator, a, b);
  if (rich !== undefined) return rich;
  const three = tryThreeWay(vm, a, b);
  if (three !== undefined) return holds(operator, three);
  if (operator === "Eq") return a === b;
  if (operator === "NotEq") return a !== b;
  return holds(operator, defaultOrder(vm, a, b));
}

/** `a == b` as the containers see it: the same object is equal. */
export function equals(vm: VM, a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a === "string" && typeof b === "string") return false;
  if (typeof a === "number" && typeof b === "number") return false;
  return isTrue(vm, compare(vm, "Eq", a, b));
}

/** `cmp(a, b)`: negative, zero or positive. */
export function order(vm: VM, a: Value, b: Value): number {
  if (a === b) return 0;
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : 1;
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : 1;
  if (typeOf(a) === typeOf(b)) {
    const own = halfThreeWay(vm, a, b);
    if (own !== undefined) return own;
  }
  for (const [operator, result] of threeQuestions) {
    const answer = tryRich(vm, operator, a, b);
    if (answer !== undefined && isTrue(vm, answer)) return result;
  }
  return tryThreeWay(vm, a, b) ?? defaultOrder(vm, a, b);
}

const threeQuestions = [
  ["Eq", 0],
  ["Lt", -1],
  ["Gt", 1],
] as const;

/** Whether `difference` (of any size; NaN means unordered) satisfies the operator. */
export function holds(operator: ComparisonOperator, difference: number): boolean {
  switch (operator) {
    case "Lt":
      return difference < 0;
    case "LtE":
      return difference <= 0;
    case "Eq":
      return difference === 0;
    case "NotEq":
      return difference !== 0;
    case "Gt":
      return difference > 0;
    case "GtE":
      return difference >= 0;
  }
}

function tryRich(vm: VM, operator: ComparisonOperator, a: Value, b: Value): Value | undefined {
  const ta = typeOf(a);
  const tb = typeOf(b);
  const rightFirst = ta !== tb && !tb.builtin && tb.mro.includes(ta);
  if (rightFirst) {
    const result = halfRich(vm, swapped[operator], b, a);
    if (result !== undefined) return result;
  }
  const result = halfRich(vm, operator, a, b);
  if (result !== undefined || rightFirst) return result;
  return halfRich(vm, swapped[operator], b, a);
}

/** The operator as the class of `a` sees it; undefined for NotImplemented. */
function halfRich(vm: VM, operator: ComparisonOperator, a: Value, b: Value): Value | undefined {
  const type = typeOf(a);
  const guest = guestSpecial(type, comparisonMethods[operator], "compare");
  if (guest !== undefined) {
    const result = callSpecial(vm, guest, a, [b]);
    return result === NotImplemented ? undefined : result;
  }
  // A learner's __cmp__ on a subclass of a built-in type comes before that type's own comparison.
  if (!type.builtin && guestSpecial(type, "__cmp__", "compare") !== undefined) return undefined;
  return slotOf(type, "compare")?.(vm, operator, unwrap(a) as never, unwrap(b));
}

/** `__cmp__` of either side; undefined when neither knows. */
function tryThreeWay(vm: VM, a: Value, b: Value): number | undefined {
  const left = halfThreeWay(vm, a, b);
  if (left !== undefined) return left;
  const right = halfThreeWay(vm, b, a);
  return right === undefined ? undefined : -right;
}

function halfThreeWay(vm: VM, a: Value, b: Value): number | undefined {
  const type = typeOf(a);
  const guest = guestSpecial(type, "__cmp__", "order");
  if (guest === undefined) return slotOf(type, "order")?.(vm, unwrap(a) as never, unwrap(b));
  return threeWayResult(callSpecial(vm, guest, a, [b]));
}

/** What `__cmp__` returned, as a sign; undefined for NotImplemented. */
export function threeWayResult(result: Value): number | undefined {
  if (result === NotImplemented) return undefined;
  const value = unwrap(result);
  if (typeof value === "number") return Math.sign(value);
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "bigint") return value < 0n ? -1 : value > 0n ? 1 : 0;
  raiseError("TypeError", "an integer is required");
}

/** The order of last resort (`default_3way_compare`). */
function defaultOrder(vm: VM, a: Value, b: Value): number {
  if (a === b) return 0;
  if (a instanceof PyComplex || b instanceof PyComplex)
    if (isNumber(a) && isNumber(b))
      raiseError("TypeError", "no ordering relation is defined for complex numbers");
  if (typeOf(a) === typeOf(b)) return Math.sign(identity(vm, a) - identity(vm, b));
  if (a === null) return -1;
  if (b === null) return 1;
  const na = isNumber(a) ? "" : typeName(a);
  const nb = isNumber(b) ? "" : typeName(b);
  if (na !== nb) return na < nb ? -1 : 1;
  return Math.sign(identity(vm, typeOf(a)) - identity(vm, typeOf(b)));
}

/** True for values of the numeric protocol. */
function isNumber(v: Value): boolean {
  const value = unwrap(v);
  if (typeof value === "string" || value === null) return false;
  if (!(value instanceof PyObject)) return true;
  if (value instanceof PyUnicode) return false;
  return value instanceof PyFloat || value instanceof PyInt || value instanceof PyComplex;
}
