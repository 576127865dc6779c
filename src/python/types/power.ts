/**
 * Powers, exponentials and logarithms of doubles, rounded as the C library of Linux rounds them: nearly always to the nearest
 * double. The host's own are right to the last digit only in nine cases of ten; its `10 ** -5` is not 1e-05.
 *
 * They compute with pairs: a double and what it lacks, some 100 bits together (Dekker, 1971). A logarithm is the host's, made
 * right by a step of Newton. Where a pair would leave the range of doubles the host's result stands.
 */

/** A sum of two doubles, the second at most half a unit of the first. */
export type Pair = readonly [number, number];

/** a + b, exactly. */
function sum(a: number, b: number): Pair {
  const s = a + b;
  const t = s - a;
  return [s, a - (s - t) + (b - t)];
}

/** a * b, exactly. */
function product(a: number, b: number): Pair {
  const p = a * b;
  const s = a * 134217729;
  const high = s - (s - a);
  const low = a - high;
  const t = b * 134217729;
  const top = t - (t - b);
  const rest = b - top;
  return [p, low * rest - (p - high * top - low * top - high * rest)];
}

/** a + b. */
export function add(a: Pair, b: Pair): Pair {
  const [s, e] = sum(a[0], b[0]);
  return sum(s, e + a[1] + b[1]);
}

/** a * b. */
export function multiply(a: Pair, b: Pair): Pair {
  const [p, e] = product(a[0], b[0]);
  return sum(p, e + a[0] * b[1] + a[1] * b[0]);
}

/** -a. */
export const negative = (a: Pair): Pair => [-a[0], -a[1]];

/** a / b. */
export function divide(a: Pair, b: Pair): Pair {
  const q = a[0] / b[0];
  const rest = add(a, negative(multiply([q, 0], b)));
  return sum(q, rest[0] / b[0]);
}

const one: Pair = [1, 0];
/** 1 / n!, up to where it no longer counts; worked out when the first of them is asked for. */
let factors: readonly Pair[] | null = null;

function makeFactors(): Pair[] {
  const made = [one];
  for (let n = 1; n < 30; n++) made.push(divide(made[n - 1] ?? one, [n, 0]));
  return made;
}

/** The sum of x ** n / n! for n = first, first + step, … of alternating signs if `sign` is -1. */
export function series(x: Pair, first: number, step: number, sign: number, last: number): Pair {
  const square = step === 2 ? multiply(x, x) : x;
  const signed = sign < 0 ? negative(square) : square;
  factors ??= makeFactors();
  let total: Pair = [0, 0];
  for (let n = last - ((last - first) % step); n >= first; n -= step)
    total = add(multiply(total, signed), factors[n] ?? one);
  return first === 1 ? multiply(total, x) : total;
}

/** The logarithm of 2 in parts. */
const ln2 = [0.6931471803691238, 1.9082149292705877e-10, -5.497923018708371e-27] as const;

/** x less n times the sum of `parts`. */
export function reduce(x: Pair, n: number, parts: readonly number[]): Pair {
  return parts.reduce((rest, part) => add(rest, product(-n, part)), x);
}

/** e ** x, for |x| < 700. */
function expPair(x: Pair): Pair {
  const n = Math.round(x[0] / Math.LN2);
  const r = reduce(x, n, ln2);
  let e = series([r[0] / 16, r[1] / 16], 0, 1, 1, 13);
  for (let i = 0; i < 4; i++) e = multiply(e, e);
  return [e[0] * 2 ** n, e[1] * 2 ** n];
}

/** ln x, for x that `isMiddling`. */
function logPair(x: number): Pair {
  const y = Math.log(x);
  const [t, e] = add(multiply([x, 0], expPair([-y, 0])), [-1, 0]);
  return add([y, 0], sum(t, e - (t * t) / 2));
}

/** Does x lie where pairs lose nothing, and where it counts that the host's result is not exact? */
export const isUsual = (x: number, most: number): boolean => Math.abs(x) < most && Math.abs(x) > 1e-8;
/** Can x be squared? */
export const isInner = (x: number): boolean => Math.abs(x) > 1e-140 && Math.abs(x) < 1e140;
/** Is x far from where doubles end? */
const isMiddling = (x: number): boolean => x > 1e-290 && x < 1e299;
/** The nearest double. */
export const rounded = ([x, e]: Pair): number => x + e;

/** e ** x. */
export function exp(x: number): number {
  return isUsual(x, 700) ? rounded(expPair([x, 0])) : Math.exp(x);
}

/** The logarithm to the base e. */
export function log(x: number): number {
  return isMiddling(x) && x !== 1 ? rounded(logPair(x)) : Math.log(x);
}

/** x ** y. */
export function pow(x: number, y: number): number {
  // The host rounds a product and a root as they should be.
  if (y === 2) return x * x;
  if (y === 0.5 && x > 0) return Math.sqrt(x);
  const guess = x ** y;
  const size = Math.abs(guess);
  if (!isMiddling(size) || !isMiddling(Math.abs(x)) || size === 1) return guess;
  const [high, low] = expPair(multiply([y, 0], logPair(Math.abs(x))));
  // Halfway between two doubles lies many a power of a whole number, and a pair is not exact.
  const step = high + 2 * low - high;
  const result = high + (Math.abs(step - 2 * low) < Math.abs(low) * 1e-9 ? step / 2 : low);
  return guess < 0 ? -result : result;
}

/** The length of (x, y). */
export function hypot(x: number, y: number): number {
  if (!isInner(x) || !isInner(y)) return Math.hypot(x, y);
  const square = add(product(x, x), product(y, y));
  const root = Math.sqrt(square[0]);
  return root + add(square, negative(product(root, root)))[0] / (2 * root);
}
