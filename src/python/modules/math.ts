/**
 * `_math`: the functions of doubles that the host has, for `math.py`.
 *
 * NOT-PYTHON: a function may differ from the C library's in its last digit, which that rounds wrongly once in a thousand times.
 */
import { PyFloat, type PyModule } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { type FunctionBody, functions, one, type Signature, unpacked } from "../types/define.ts";
import { isNegative } from "../types/float-text.ts";
import { exp, hypot, log, pow } from "../types/power.ts";
import { requireDouble } from "../types/require-double.ts";
import { makeModule } from "./define.ts";
import { acos, asin, atan, atan2, cos, sin, tan } from "./precise.ts";

/** A function of doubles; NaN from numbers is a domain error, infinity from finite ones a range error. */
function real(arity: number, f: (...x: number[]) => number): readonly [Signature, FunctionBody] {
  return [
    arity === 1 ? one : unpacked(arity),
    (vm: VM, ...args: Value[]) => {
      const given = args.map((v) => requireDouble(vm, v));
      const result = f(...given);
      if (Number.isNaN(result) && !given.some(Number.isNaN)) raiseError("ValueError", "math domain error");
      if (Math.abs(result) === Number.POSITIVE_INFINITY && given.every(Number.isFinite))
        raiseError("OverflowError", "math range error");
      return new PyFloat(result);
    },
  ];
}

/** x * 2 ** y, rounded once: by the last factor. */
function ldexp(x = 0, y = 0): number {
  if (x === 0) return x;
  const power = Math.max(-2200, Math.min(y, 2200));
  const last = Math.max(-1000, Math.min(power, 1000));
  const half = Math.trunc((power - last) / 2);
  return x * 2 ** half * 2 ** (power - last - half) * 2 ** last;
}

const unary = {
  atanh: (x = 0) => (Math.abs(x) < 1 ? Math.atanh(x) : Number.NaN),
  ...{ acos, asin, atan, cos, exp, sin, tan },
  log: (x = 0) => (x > 0 ? log(x) : Number.NaN),
};
const binary = {
  ...{ atan2, hypot, ldexp },
  copysign: (x = 0, y = 0) => (isNegative(y) ? -Math.abs(x) : Math.abs(x)),
  fmod: (x = 0, y = 0) => x % y,
  pow: (x = 0, y = 0) =>
    Math.abs(x) === 1 && Math.abs(y) === Number.POSITIVE_INFINITY
      ? 1
      : x === 1
        ? 1
        : x === 0 && y < 0
          ? Number.NaN
          : pow(x, y),
};
const hostNames = [
  "acosh",
  "asinh",
  "ceil",
  "cosh",
  "expm1",
  "floor",
  "log1p",
  "sinh",
  "sqrt",
  "tanh",
] as const;

const mathFunctions = functions("_math", {
  ...Object.fromEntries(hostNames.map((name) => [name, real(1, Math[name])])),
  ...Object.fromEntries(Object.entries(unary).map(([name, f]) => [name, real(1, f)])),
  ...Object.fromEntries(Object.entries(binary).map(([name, f]) => [name, real(2, f)])),
});

/** The module for one interpreter. */
export function makeMath(): PyModule {
  return makeModule("_math", mathFunctions, [
    ["pi", new PyFloat(Math.PI)],
    ["e", new PyFloat(Math.E)],
  ]);
}
