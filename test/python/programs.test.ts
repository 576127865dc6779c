/** Every sample program prints what CPython 2.7 prints, and fails with its traceback. */
import { expect, test } from "vitest";
import { runPython } from "../../src/python/index.ts";
import { libraryWithSqlite } from "../sqlite-library.ts";
import { skulptPrograms } from "./corpora.ts";
import { readGaps, readSamples, type Sample } from "./samples.ts";

const samples = readSamples();
const library = await libraryWithSqlite();

function outcome(sample: Sample): { output: string; error: string } {
  const { output, error } = runPython(sample.source, { filename: sample.filename, host: { library } });
  return { output, error };
}

const passing = samples
  .filter(({ gap }) => gap === undefined)
  .map((sample) => [sample.name, sample] as const);
const failing = samples
  .filter(({ gap }) => gap !== undefined)
  .map((sample) => [sample.name, sample] as const);

test.each(passing)("%s", (_, sample) => {
  expect(outcome(sample)).toEqual({ output: sample.output, error: sample.error });
});

test.each(failing)("%s is still a gap", (_, sample) => {
  expect(outcome(sample)).not.toEqual({ output: sample.output, error: sample.error });
});

test("every listed gap names a program and a reason", () => {
  const names = new Set([...samples.map(({ name }) => name), ...skulptPrograms()]);
  for (const [name, reason] of readGaps()) {
    expect(names).toContain(name);
    expect(reason).not.toBe("");
  }
});

test("nearly half of the samples are errors", () => {
  const errors = samples.filter(({ error }) => error !== "");
  expect(errors.length / samples.length).toBeGreaterThan(0.4);
});
