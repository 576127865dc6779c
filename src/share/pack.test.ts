import { deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { shop } from "../../test/share/fixtures.ts";
import { codeLengths, pack } from "./pack.ts";
import { vocabulary } from "./vocabulary.ts";

const words = new TextEncoder().encode(vocabulary);

function unpack(packed: Uint8Array, dictionary: Uint8Array): Uint8Array {
  return new Uint8Array(inflateRawSync(packed, dictionary.length === 0 ? {} : { dictionary }));
}

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 2_000 }),
  fc
    .array(fc.constantFrom(...vocabulary.split("\n"), "x".repeat(300), "é"), { maxLength: 30 })
    .map((lines) => new TextEncoder().encode(lines.join("\n"))),
  fc.tuple(fc.nat(255), fc.nat(3_000)).map(([value, length]) => new Uint8Array(length).fill(value)),
);

test("zlib unpacks whatever we pack, with a dictionary and without", () => {
  fc.assert(
    fc.property(bytes, fc.constantFrom(words, new Uint8Array(0)), (content, dictionary) => {
      expect(unpack(pack(content, dictionary), dictionary)).toEqual(content);
    }),
    { numRuns: 100 },
  );
});

test.each([0, 1, 2, 3])("so few bytes as %i are packed", (length) => {
  const content = words.slice(0, length);
  expect(unpack(pack(content, words), words)).toEqual(content);
});

test("counts that grow like Fibonacci's get codes of 15 bits at most, and the codes fill the tree", () => {
  const counts = [1, 1];
  while (counts.length < 40) counts.push((counts.at(-1) ?? 0) + (counts.at(-2) ?? 0));
  const lengths = codeLengths(counts, 15);
  expect(Math.max(...lengths)).toBe(15);
  expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
});

test("from the far end of 32 kB a match is taken, and from beyond none", () => {
  const phrase = new TextEncoder().encode("a phrase that nobody has ever said before");
  for (const gap of [32_768, 32_769]) {
    const dictionary = new Uint8Array(gap);
    for (let at = 0; at < gap; at++) dictionary[at] = (at * 7919) % 251;
    dictionary.set(phrase);
    expect(unpack(pack(phrase, dictionary), dictionary.slice(-32_768))).toEqual(phrase);
  }
});

test("a page is packed at least as small as zlib can", () => {
  for (const text of shop.values()) {
    const page = new TextEncoder().encode(text);
    const theirs = deflateRawSync(page, { level: 9, dictionary: words });
    expect(pack(page, words).length).toBeLessThanOrEqual(theirs.length);
  }
});
