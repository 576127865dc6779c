import { expect, test } from "vitest";
import { enLater as words } from "../words/en-later.ts";
import { refusePath } from "./file-names.ts";

test("names that cannot be are refused in words", () => {
  const paths = ["a.pih"];
  expect(refusePath("", paths, words)).toBe(words.fileNameEmpty);
  expect(refusePath("a.pih", paths, words)).toBe(words.fileExists("a.pih"));
  expect(refusePath("../x", paths, words)).toBe(words.fileNameBad("../x"));
  expect(refusePath("b.pih", paths, words)).toBeNull();
  expect(refusePath("a.pih", paths, words, "a.pih")).toBeNull();
});
