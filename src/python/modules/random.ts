/**
 * `_random`: the Mersenne Twister MT19937 (Matsumoto and Nishimura, `mt19937ar.c`) for `random.py`.
 *
 * The state is a Python list of the library's: 624 words, then the position. Nothing is kept here.
 */
import { PyFloat, PyList, type PyModule } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { functions, unpacked } from "../types/define.ts";
import { toBig } from "../types/number-kinds.ts";
import { chargeSum } from "../types/numbers.ts";
import { makeModule } from "./define.ts";

const size = 624;

function word(state: PyList, at: number): number {
  return Number(state.items[at] ?? 0);
}

/** `init_genrand`. */
function seedWord(state: PyList, seed: number): void {
  state.items = new Array<Value>(size + 1).fill(0);
  let previous = seed >>> 0;
  state.items[0] = previous;
  for (let i = 1; i < size; i++) {
    previous = (Math.imul(1812433253, previous ^ (previous >>> 30)) + i) >>> 0;
    state.items[i] = previous;
  }
  state.items[size] = size;
}

/** `init_by_array`. */
function seedArray(state: PyList, key: number[]): void {
  seedWord(state, 19650218);
  let i = 1;
  let j = 0;
  const mix = (factor: number, add: number) => {
    const previous = word(state, i - 1);
    const mixed = word(state, i) ^ Math.imul(previous ^ (previous >>> 30), factor);
    state.items[i] = (mixed + add) >>> 0;
    if (++i < size) return;
    state.items[0] = word(state, size - 1);
    i = 1;
  };
  for (let k = Math.max(size, key.length); k > 0; k--) {
    mix(1664525, (key[j] ?? 0) + j);
    j = (j + 1) % key.length;
  }
  for (let k = size - 1; k > 0; k--) mix(1566083941, -i);
  state.items[0] = 0x80000000;
}

/** 32 random bits (`genrand_int32`). */
function nextWord(state: PyList): number {
  if (state.items.length !== size + 1) raiseError("ValueError", "state vector is the wrong size");
  let at = word(state, size);
  if (at >= size) {
    refill(state);
    at = 0;
  }
  state.items[size] = at + 1;
  let y = word(state, at);
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  return (y ^ (y >>> 18)) >>> 0;
}

function refill(state: PyList): void {
  for (let k = 0; k < size; k++) {
    const y = (word(state, k) & 0x80000000) | (word(state, (k + 1) % size) & 0x7fffffff);
    state.items[k] = (word(state, (k + 397) % size) ^ (y >>> 1) ^ ((y & 1) === 0 ? 0 : 0x9908b0df)) >>> 0;
  }
}

/** The 32-bit words of a number that is not negative, the lowest first; of None, words from the host's chance. */
function seedWords(vm: VM, seed: Value): number[] {
  const big = toBig(seed);
  if (big === undefined) return [0, 0].map(() => Math.floor(vm.host.random() * 2 ** 32));
  chargeSum(vm, big);
  const digits = big.toString(16);
  vm.charge(digits.length >> 2);
  const words: number[] = [];
  for (let end = digits.length; end > 0; end -= 8)
    words.push(Number.parseInt(digits.slice(Math.max(0, end - 8), end), 16));
  return words;
}

const stateOf = (v: Value): PyList =>
  v instanceof PyList ? v : raiseError("TypeError", "a list is required");

const randomFunctions = functions("_random", {
  seed: [
    unpacked(2),
    (vm, state: Value, seed: Value) => {
      vm.allocate(size * 8);
      seedArray(stateOf(state), seedWords(vm, seed));
      return null;
    },
  ],
  word: [unpacked(1), (_vm, state: Value) => nextWord(stateOf(state))],
  random: [
    unpacked(1),
    (_vm, v: Value) => {
      const state = stateOf(v);
      const high = nextWord(state) >>> 5;
      return new PyFloat((high * 67108864 + (nextWord(state) >>> 6)) / 9007199254740992);
    },
  ],
});

/** The module for one interpreter. */
export function makeRandom(): PyModule {
  return makeModule("_random", randomFunctions);
}
