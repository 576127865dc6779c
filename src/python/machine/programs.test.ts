/**
 * Whole programs about the machine's own work: calls, blocks, exceptions, generators, names, classes.
 * The expected outputs are what `python2.7 NAME.py` of CPython 2.7.18 printed on both its streams, run in `programs/`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runPython } from "../run-program.ts";

const folder = new URL("./programs/", import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".py"))
  .map((file) => file.slice(0, -3));

test.each(names)("%s prints what CPython 2.7 prints", (name) => {
  const source = readFileSync(new URL(`${name}.py`, folder), "latin1");
  const expected = readFileSync(new URL(`${name}.out`, folder), "latin1");
  const { output, error } = runPython(source, { filename: `${name}.py` });
  expect(output + error).toBe(expected);
});
