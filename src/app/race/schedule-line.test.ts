import { expect, test } from "vitest";
import { cutAround } from "./schedule-line.tsx";

test("a short schedule is shown whole, a long one around the place that comes next", () => {
  expect(cutAround(10, 3)).toEqual({ start: 0, end: 10 });
  expect(cutAround(400, 0)).toEqual({ start: 0, end: 120 });
  expect(cutAround(400, 200)).toEqual({ start: 140, end: 260 });
  expect(cutAround(400, 400)).toEqual({ start: 280, end: 400 });
});
