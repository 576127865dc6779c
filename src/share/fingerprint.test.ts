import { expect, test } from "vitest";
import { fingerprintOf } from "./fingerprint.ts";

test("a fingerprint is the same for ever, because published links name it", () => {
  expect(fingerprintOf(new Map())).toBe("ga7o2D");
  expect(fingerprintOf(new Map([["index.html", "<h1>Été</h1>\n"]]))).toBe("d-i4vs");
});

test("paths, texts and their order count", () => {
  const sites = [
    [
      ["a", "1"],
      ["b", "2"],
    ],
    [
      ["b", "2"],
      ["a", "1"],
    ],
    [
      ["a", "2"],
      ["b", "1"],
    ],
    [
      ["a", "1"],
      ["b", "2 "],
    ],
    [["a", "1\0b\x002"]],
    [["a", "1"]],
  ] as const;
  expect(new Set(sites.map((files) => fingerprintOf(new Map(files)))).size).toBe(sites.length);
});

test("twenty thousand texts that differ in one character have twenty thousand fingerprints", () => {
  const names = Array.from({ length: 20_000 }, (_, at) =>
    fingerprintOf(new Map([["a.pih", `<% print ${at} %>`]])),
  );
  expect(new Set(names).size).toBe(names.length);
});
