import { expect, test } from "vitest";
import { Digest } from "./digest.ts";

function digestOf(words: number[]): string {
  const digest = new Digest();
  for (const word of words) digest.word(word);
  return digest.hex();
}

test.each([
  ["0123", "dc378fea485d3536485d3536485d3536"],
  ["I will not buy this record, it is scratched.", "a0a9683b25ac5e40d9af2895890dddf5"],
])("agrees with the published MurmurHash3_x86_128 of '%s'", (text, expected) => {
  expect(digestOf([...new Int32Array(new TextEncoder().encode(text).buffer)])).toBe(expected);
});

test("no words have the digest nought", () => {
  expect(digestOf([])).toBe("0".repeat(32));
});

test("a digest goes on after it was asked for", () => {
  const digest = new Digest();
  digest.word(1);
  digest.hex();
  digest.word(2);
  expect(digest.hex()).toBe(digestOf([1, 2]));
});

test("short runs of words, and their order, are told apart", () => {
  const runs = [[0], [0, 0], [0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0, 0], [1], [0, 1], [1, 0]];
  expect(new Set(runs.map(digestOf)).size).toBe(runs.length);
});
