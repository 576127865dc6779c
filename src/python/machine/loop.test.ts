/** The loop's cases carry numbers: they must be those of `bytecode.ts`. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Op } from "../bytecode.ts";

const text = ["loop", "instructions"]
  .map((name) => readFileSync(new URL(`./${name}.ts`, import.meta.url), "utf8"))
  .join("");
const cases = [...text.matchAll(/^ +case (\d+): (?:\{\s*)?\/\/ ([A-Z_]+)(?:\+(\d))?/gm)].map(
  ([, value, name, offset]) => ({ value: Number(value), name: name ?? "", offset: Number(offset ?? 0) }),
);

test("every case of the loop has the number its instruction has", () => {
  const numbers = new Map<string, number>(Object.entries(Op));
  const wrong = cases.filter(({ value, name, offset }) => value !== (numbers.get(name) ?? -1) + offset);
  expect(wrong).toEqual([]);
});

test("every instruction has a case", () => {
  const done = new Set(cases.map(({ name }) => name));
  expect(Object.keys(Op).filter((name) => !done.has(name))).toEqual([]);
});
