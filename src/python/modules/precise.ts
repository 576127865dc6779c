/**
 * Functions of angles, rounded as the C library of Linux rounds them (see `types/power.ts`): the host's
 * result, made right by a step of Newton.
 */
import {
  add,
  divide,
  isInner,
  isUsual,
  multiply,
  negative,
  type Pair,
  reduce,
  rounded,
  series,
} from "../types/power.ts";

/** A quarter turn in parts. */
const quarter = [
  1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21, 8.4784276603689e-32,
] as const;

/** The sine and cosine of |x| < 1e15. */
function sinCosPair(x: number): readonly [Pair, Pair] {
  const n = Math.round(x / (Math.PI / 2));
  const r = reduce([x, 0], n, quarter);
  const s = series(r, 1, 2, -1, 27);
  const c = series(r, 0, 2, -1, 28);
  const turn = n & 3;
  if (turn === 0) return [s, c];
  if (turn === 1) return [c, negative(s)];
  return turn === 2 ? [negative(s), negative(c)] : [negative(c), s];
}

export function sin(x: number): number {
  return isUsual(x, 1e15) ? rounded(sinCosPair(x)[0]) : Math.sin(x);
}

export function cos(x: number): number {
  return isUsual(x, 1e15) ? rounded(sinCosPair(x)[1]) : Math.cos(x);
}

export function tan(x: number): number {
  return isUsual(x, 1e15) ? rounded(divide(...sinCosPair(x))) : Math.tan(x);
}

export function atan2(y: number, x: number): number {
  const angle = Math.atan2(y, x);
  if (!isInner(x) || !isInner(y)) return angle;
  const [s, c] = sinCosPair(angle);
  const lack = add(multiply([y, 0], c), negative(multiply([x, 0], s)));
  return angle + lack[0] / (x * c[0] + y * s[0]);
}

export function atan(x: number): number {
  return atan2(x, 1);
}

export function asin(x: number): number {
  const angle = Math.asin(x);
  if (!isUsual(x, 0.999999)) return angle;
  const [s, c] = sinCosPair(angle);
  return angle + add([x, 0], negative(s))[0] / c[0];
}

export function acos(x: number): number {
  const angle = Math.acos(x);
  if (!isUsual(x, 0.999999)) return angle;
  const [s, c] = sinCosPair(angle);
  return angle + add(c, [-x, 0])[0] / s[0];
}
