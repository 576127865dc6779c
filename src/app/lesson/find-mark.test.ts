import { expect, test } from "vitest";
import { findMark } from "./find-mark.ts";

const site = { "a.pih": "one\ntwo\nthree\ntwo" };
const marks = { two: { file: "a.pih", from: 2, to: 3 } };
const lesson = { site: { en: site, fr: site }, marks: { en: marks, fr: marks } };
const find = (text: string | undefined) =>
  findMark(lesson, "en", "two", new Map(text === undefined ? [] : [["a.pih", text]]));

test("lines are where the lesson says as long as nobody has changed the file", () => {
  expect(find(site["a.pih"])).toEqual({ file: "a.pih", from: 2, to: 3 });
});

test("lines that were moved are found where they are now", () => {
  expect(find("new\nnewer\none\ntwo\nthree")).toEqual({ file: "a.pih", from: 4, to: 5 });
});

test("of lines that are there twice, those nearest to the old place are meant", () => {
  expect(find("two\nthree\n\n\n\n\ntwo\nthree")).toEqual({ file: "a.pih", from: 1, to: 2 });
});

test("lines that were rewritten are looked for where they were, inside of the file", () => {
  expect(find("one\n2\n3\n4")).toEqual({ file: "a.pih", from: 2, to: 3 });
  expect(find("one")).toEqual({ file: "a.pih", from: 1, to: 1 });
});

test("a file that is gone has no lines", () => {
  expect(find(undefined)).toBeNull();
});
