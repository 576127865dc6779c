import { expect, test } from "vitest";
import { siteTime } from "./site-time.ts";

test.each([
  [0, "0:00"],
  [-5, "0:00"],
  [7_999, "0:07"],
  [65_000, "1:05"],
  [3_750_000, "1:02:30"],
])("%i milliseconds are %s", (time, text) => {
  expect(siteTime(time)).toBe(text);
});
