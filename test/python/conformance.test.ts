/** Skulpt's corpus, as `npm run conformance` counts it: enough programs pass, and each that misses is listed with its reason. */
import { expect, test } from "vitest";
import { libraryWithSqlite } from "../sqlite-library.ts";
import { requiredOfSkulpt, runSkulptCorpus } from "./corpora.ts";
import { readGaps } from "./samples.ts";

test("Skulpt's programs print what CPython 2.7 prints, but for those that failing.txt lists", async () => {
  const outcomes = runSkulptCorpus(await libraryWithSqlite());
  const gaps = readGaps();
  const misses = outcomes.filter(({ passed }) => !passed).map(({ name }) => name);
  expect(misses).toEqual(outcomes.map(({ name }) => name).filter((name) => gaps.has(name)));
  expect(outcomes.length - misses.length).toBeGreaterThanOrEqual(requiredOfSkulpt);
}, 120_000);
