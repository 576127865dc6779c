/**
 * Comparison: CPython 2's `PyObject_RichCompare` and `PyObject_Compare`.
 *
 * Rich methods first (the right operand's before the left's when its class is a subclass), then `__cmp__`, then the order of last
 * resort: None, numbers, everything else by the name of its type, and by identity within a type.
 */
import {
  NotImplemented,
  PyComplex,
  PyDict,
  PyFloat,
  PyOldInstance,
  PyTuple,
} from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { ComparisonOperator } from "../objects/slots.ts";
import type { PyType } from "../objects/type.ts";
import { floatType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { callNumberMethod, callSpecial } from "./attributes.ts";
import { identity } from "./identity.ts";
import { isTrue } from "./truth.ts";
import { typeName, typeOf, unwrap } from "./type-of.ts";

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

/** `a is b`. A namespace is one dictionary, however often it is asked for. Equal floats, unicode strings and big numbers that are not one object are not. */
export function is(a: Value, b: Value): boolean {
  return a === b || (a instanceof PyDict && b instanceof PyDict && a.table === b.table);
}

/** `a < b` and its five relatives; a learner's method may return anything. */
export function compare(vm: VM, operator: ComparisonOperator, a: Value, b: Value): Value {
  if (typeof a === "number" && typeof b === "number") return holds(operator, a - b);
  if (typeof a === "string" && typeof b === "string") {
    if (operator === "Eq") return equals(vm, a, b);
    return holds(operator, orderTexts(vm, a, b));
  }
  if (a instanceof PyFloat && b instanceof PyFloat && a.type === b.type && a.type === floatType)
    return holdsOf(operator, a.value, b.value);
  vm.charge(1);
  if (typeOf(a) === typeOf(b) && !(a instanceof PyOldInstance)) {
    const alike = classRich(vm, operator, a, b);
    if (alike !== undefined) return alike;
    const own = classThreeWay(vm, a, b);
    if (own !== undefined) return holds(operator, own);
  }
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
  if (typeof a === "string" && typeof b === "string") {
    if (a.length === b.length && a.length > longText) chargeTexts(vm, a, b);
    return a === b;
  }
  if (a === b) return true;
  if (typeof a === "number" && typeof b === "number") return false;
  return isTrue(vm, compare(vm, "Eq", a, b));
}

/** Shorter texts are compared for nothing. */
const longText = 1024;

/** The order of two texts as a sign; charges for long ones. */
export function orderTexts(vm: VM, a: string, b: string): number {
  if (a.length > longText && b.length > longText) chargeTexts(vm, a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}

function chargeTexts(vm: VM, a: string, b: string): void {
  vm.charge(Math.min(a.length, b.length) >> 7);
}

/** `cmp(a, b)`: negative, zero or positive. */
export function order(vm: VM, a: Value, b: Value): number {
  if (typeof a === "string" && typeof b === "string") return orderTexts(vm, a, b);
  if (a === b) return 0;
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : 1;
  if (typeOf(a) === typeOf(b)) {
    const own = a instanceof PyOldInstance ? halfThreeWay(vm, a, b) : classThreeWay(vm, a, b);
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

/** The same of two doubles: what is no number stands in no relation. */
function holdsOf(operator: ComparisonOperator, x: number, y: number): boolean {
  switch (operator) {
    case "Lt":
      return x < y;
    case "LtE":
      return x <= y;
    case "Eq":
      return x === y;
    case "NotEq":
      return x !== y;
    case "Gt":
      return x > y;
    case "GtE":
      return x >= y;
  }
}

/** `try_rich_compare`: the class of the right operand, if it is a subclass, the class of the left one, that of the right one. */
function tryRich(vm: VM, operator: ComparisonOperator, a: Value, b: Value): Value | undefined {
  const ta = typeOf(a);
  const tb = typeOf(b);
  const isRightFirst = ta !== tb && !tb.builtin && tb.mro.includes(ta);
  const first = isRightFirst ? classRich(vm, swapped[operator], b, a) : undefined;
  if (first !== undefined) return first;
  const left = classRich(vm, operator, a, b);
  return left === undefined ? classRich(vm, swapped[operator], b, a) : left;
}

/** What the class of `a` answers (`tp_richcompare`): one with methods of a learner asks those of the other's too. */
function classRich(vm: VM, operator: ComparisonOperator, a: Value, b: Value): Value | undefined {
  const own = halfRich(vm, operator, a, b);
  if (own !== undefined) return own;
  const isMutual = a instanceof PyOldInstance ? b instanceof PyOldInstance : isGuestly(a) && isGuestly(b);
  return isMutual ? halfRich(vm, swapped[operator], b, a) : undefined;
}

/** Does a learner's new-style class compare in its own way? */
function isGuestly(v: Value): boolean {
  const type = typeOf(v);
  return (
    !type.builtin &&
    Object.values(comparisonMethods).some((name) => type.guest(name, "compare") !== undefined)
  );
}

/** The operator as the class of `a` sees it; undefined for NotImplemented. */
function halfRich(vm: VM, operator: ComparisonOperator, a: Value, b: Value): Value | undefined {
  const type = typeOf(a);
  const guest = type.guest(comparisonMethods[operator], "compare");
  if (guest !== undefined) {
    const result = callSpecial(vm, guest, a, [b]);
    return result === NotImplemented ? undefined : result;
  }
  // CPython's whole numbers have no rich comparison: a learner's methods, of either side, come first.
  if (isWhole(type)) {
    const other = typeOf(b);
    for (const name of ["__cmp__", "__coerce__"])
      if (type.guest(name, "order") !== undefined || other.guest(name, "order") !== undefined)
        return undefined;
    if (other.guest(comparisonMethods[swapped[operator]], "compare") !== undefined) return undefined;
  }
  return type.allSlots.compare?.(vm, operator, unwrap(a) as never, seenBy(a, b));
}

/** The other operand: built-in types look for what it stands for, methods of old-style classes are given itself. */
function seenBy(a: Value, b: Value): Value {
  return a instanceof PyOldInstance ? b : unwrap(b);
}

function isWhole({ layout }: PyType): boolean {
  return layout === "int" || layout === "long";
}

/** The order of two of one new-style class by its `tp_compare`; undefined where it has none. */
function classThreeWay(vm: VM, a: Value, b: Value): number | undefined {
  const own = halfThreeWay(vm, a, b);
  if (own !== undefined || typeOf(a).guest("__cmp__", "order") === undefined) return own;
  return negated(halfThreeWay(vm, b, a)) ?? defaultOrder(vm, a, b);
}

function negated(order: number | undefined): number | undefined {
  return order === undefined ? undefined : -order;
}

/** `__cmp__` of either side; undefined when neither knows. */
function tryThreeWay(vm: VM, a: Value, b: Value): number | undefined {
  if (a instanceof PyOldInstance) return halfThreeWay(vm, a, b);
  if (b instanceof PyOldInstance) return negated(halfThreeWay(vm, b, a));
  const [ta, tb] = [typeOf(a), typeOf(b)];
  const isCoerced =
    ta.layout !== tb.layout &&
    isWhole(ta) &&
    isWhole(tb) &&
    (ta.guest("__cmp__", "order") ?? tb.guest("__cmp__", "order")) === undefined;
  const coerced = isCoerced ? coercedPair(vm, a, b) : undefined;
  if (coerced !== undefined) return halfThreeWay(vm, ...coerced);
  const left = halfThreeWay(vm, a, b);
  if (left !== undefined) return left;
  const right = halfThreeWay(vm, b, a);
  if (right !== undefined) return -right;
  const pair = coercedPair(vm, a, b);
  return pair === undefined || typeOf(pair[0]) !== typeOf(pair[1]) ? undefined : halfThreeWay(vm, ...pair);
}

/** What a learner's `__coerce__` of either makes of both; undefined when there is none that knows. */
export function coercedPair(vm: VM, a: Value, b: Value): [Value, Value] | undefined {
  const own = callNumberMethod(vm, a, "__coerce__", [b]);
  if (own instanceof PyTuple) return [own.items[0] ?? null, own.items[1] ?? null];
  const back = callNumberMethod(vm, b, "__coerce__", [a]);
  return back instanceof PyTuple ? [back.items[1] ?? null, back.items[0] ?? null] : undefined;
}

function halfThreeWay(vm: VM, a: Value, b: Value): number | undefined {
  const type = typeOf(a);
  const guest = type.guest("__cmp__", "order");
  if (guest === undefined && isWhole(type) && typeOf(b).guest("__cmp__", "order") !== undefined)
    return undefined;
  if (guest === undefined) return type.allSlots.order?.(vm, unwrap(a) as never, seenBy(a, b));
  return threeWayResult(callSpecial(vm, guest, a, [b]));
}

/** What `__cmp__` returned, as a sign; undefined for NotImplemented. */
export function threeWayResult(result: Value, problem = "an integer is required"): number | undefined {
  if (result === NotImplemented) return undefined;
  const value = unwrap(result);
  if (value instanceof PyFloat) return Math.sign(Math.trunc(value.value));
  if (typeof value === "number") return Math.sign(value);
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "bigint") {
    if (BigInt.asIntN(64, value) !== value && problem.startsWith("an"))
      raiseError("OverflowError", "Python int too large to convert to C long");
    if (BigInt.asIntN(64, value) !== value) raiseError("TypeError", problem);
    return value < 0n ? -1 : 1;
  }
  raiseError("TypeError", problem);
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
  const [ta, tb] = [typeOf(a), typeOf(b)];
  return Math.sign(place(ta) - place(tb) || identity(vm, ta) - identity(vm, tb));
}

/** Where a type lies in CPython's memory: classes, `bool`, old-style instances, `float`, the other numbers. */
function place(type: PyType): number {
  return type.builtin ? ["bool", "instance", "float", type.name].indexOf(type.name) : -1;
}

/** True for values of the numeric protocol. */
export function isNumber(v: Value): boolean {
  const type = typeOf(v);
  if (v instanceof PyOldInstance) return true;
  return type.lookup("__int__") !== undefined || type.lookup("__float__") !== undefined;
}
