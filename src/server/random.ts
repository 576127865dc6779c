/**
 * A source of chance: xoshiro128** (Blackman and Vigna, 2018). A workspace's is seeded once from the browser's own randomness, a request's
 * from the server's. Its four words are part of the world, so that a world read back draws the same numbers.
 */
export class Random {
  a: number;
  b: number;
  c: number;
  d: number;
  constructor(a: number, b: number, c: number, d: number) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }
}

/** A generator from four 32-bit words, not all zero. */
export function createRandom(seed: ArrayLike<number>): Random {
  return new Random(seed[0] ?? 1, seed[1] ?? 2, seed[2] ?? 3, seed[3] ?? 4);
}

/** The next number in [0, 1), with 53 random bits. */
export function nextRandom(random: Random): number {
  const high = nextWord(random) >>> 5;
  const low = nextWord(random) >>> 6;
  return (high * 67_108_864 + low) / 9_007_199_254_740_992;
}

function nextWord(state: Random): number {
  const result = Math.imul(rotate(Math.imul(state.b, 5), 7), 9);
  const shifted = state.b << 9;
  state.c ^= state.a;
  state.d ^= state.b;
  state.b ^= state.c;
  state.a ^= state.d;
  state.c ^= shifted;
  state.d = rotate(state.d, 11);
  return result >>> 0;
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
