import { expect, test } from "vitest";
import { homePage } from "./home-page.ts";

test("a site is opened at its index page, or else at its first page", () => {
  expect(homePage(["a.pih", "index.pih"], false)).toBe("/index.pih");
  expect(homePage(["notes.txt", "a.pih"], false)).toBe("/a.pih");
  expect(homePage([], false)).toBe("/");
});

test("the first page of a lesson is opened by itself only if it runs nothing, not even in a frame", () => {
  expect(homePage(["a.pih", "index.html"], true)).toBe("/index.html");
  expect(homePage(["index.pih"], true)).toBeNull();
  expect(homePage(["frames.html", "left.pih"], true)).toBeNull();
});
