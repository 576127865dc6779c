/**
 * `_math`: the functions of doubles that the host has, for `math.py`.
 *
 * NOT-PYTHON: the last digit of a transcendental function is JavaScript's, which may differ from the C library's.
 */
import { PyFloat, type PyModule } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { type FunctionBody, functions, one, type Signature, unpacked } from "../types/define.ts";
import { requireDouble } from "../types/float.ts";
import { isNegative } from "../types/float-text.ts";
import { makeModule } from "./define.ts";

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

const hostFunctions = [
  "acos acosh asin asinh atan atanh ceil cos cosh exp expm1 floor log1p sin sinh sqrt tan tanh".split(" "),
  "atan2 hypot".split(" "),
].flatMap((names, at) =>
  names.map((name) => [name, real(at + 1, Math[name as keyof Math] as (...x: number[]) => number)] as const),
);

const mathFunctions = functions("_math", {
  ...Object.fromEntries(hostFunctions),
  copysign: real(2, (x = 0, y = 0) => (isNegative(y) ? -Math.abs(x) : Math.abs(x))),
  fmod: real(2, (x = 0, y = 0) => x % y),
  ldexp: real(2, (x = 0, y = 0) => x * 2 ** y),
  log: real(1, (x = 0) => (x > 0 ? Math.log(x) : Number.NaN)),
  log10: real(1, (x = 0) => (x > 0 ? Math.log10(x) : Number.NaN)),
  pow: real(2, (x = 0, y = 0) => (x === 1 ? 1 : x === 0 && y < 0 ? Number.NaN : x ** y)),
});

/** The module for one interpreter. */
export function makeMath(): PyModule {
  return makeModule("_math", mathFunctions, [
    ["pi", new PyFloat(Math.PI)],
    ["e", new PyFloat(Math.E)],
  ]);
}
