import { expect, test } from "vitest";
import { compareSites, type FileDifference } from "./differences.ts";

/** `+` and `-` before what changed, `…n` for n lines that are not shown. */
const draw = ({ lines }: FileDifference) =>
  lines
    .map((line) => (line.kind === "skipped" ? `…${line.count}` : `${signs[line.kind]}${line.text}`))
    .join("|");
const signs = { kept: " ", added: "+", removed: "-" };

test("two lines stand around a change, and the others are counted", () => {
  const [file] = compareSites({ a: "1\n2\n3\n4\n5\n6\n" }, { a: "1\n2\n3\n4\nfive\n6\n" });
  expect(file).toMatchObject({ path: "a", change: "changed" });
  expect(file && draw(file)).toBe("…2| 3| 4|-5|+five| 6");
});

test("files come and go, and those that are the same are not told", () => {
  const found = compareSites({ gone: "x", same: "y" }, { same: "y", added: "z" });
  expect(found.map(({ path, change }) => [path, change])).toEqual([
    ["added", "added"],
    ["gone", "removed"],
  ]);
});

test("bytes are the same or not, without lines", () => {
  const bytes = (...values: number[]) => new Uint8Array(values);
  expect(compareSites({ p: bytes(1, 2) }, { p: bytes(1, 2) })).toEqual([]);
  expect(compareSites({ p: bytes(1, 2) }, { p: bytes(1, 3) })).toEqual([
    { path: "p", change: "changed", lines: [] },
  ]);
});
