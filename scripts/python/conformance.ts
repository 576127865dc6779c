/**
 * How near this Python is to CPython 2.7: both corpora, each miss with its reason.
 *
 *     npm run conformance
 *     PYTHON27=/path/to/python2.7 npm run conformance     with a real CPython: also re-checks every expected output with it, then
 *                                                         compares 10,000 random programs
 *     RANDOM_PROGRAMS=n SEED=n                            so many of them, from this seed on
 *     … npm run conformance -- random                     the random programs alone
 *
 * The exit status is 1 when a program misses that `test/python/failing.txt` does not list, or when one is listed that
 * does not; when an expected output is not CPython's; and when a random program prints something else.
 */
import type { Library } from "../../src/python/index.ts";
import { type Outcome, requiredOfSkulpt, runSamples, runSkulptCorpus } from "../../test/python/corpora.ts";
import { readGaps } from "../../test/python/samples.ts";
import { libraryWithSqlite } from "../../test/sqlite-library.ts";
import { changedFixtures } from "./fixture-files.ts";
import { compareRandomPrograms, parting } from "./random-programs.ts";

const { PYTHON27: python, RANDOM_PROGRAMS = "10000", SEED = "1" } = process.env;
const gaps = readGaps();
const library = await libraryWithSqlite();
const isRandomOnly = process.argv[2] === "random";
if (!isRandomOnly) runCorpora();
if (python !== undefined) {
  if (!isRandomOnly) recheckFixtures(python);
  compareRandom(python, library);
}

function runCorpora(): void {
  const skulpt = runSkulptCorpus(library);
  const own = runSamples(library);
  report(`Skulpt's programs (${requiredOfSkulpt} are required)`, skulpt);
  report("Our own samples", own);
  const isSurprise = ({ name, passed }: Outcome) => passed === gaps.has(name);
  if (count(skulpt) < requiredOfSkulpt || [...skulpt, ...own].some(isSurprise)) process.exitCode = 1;
}

function count(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ passed }) => passed).length;
}

function report(title: string, outcomes: readonly Outcome[]): void {
  console.log(`${title}: ${count(outcomes)} of ${outcomes.length} print exactly the expected text`);
  for (const { name, passed, said } of outcomes) {
    const reason = gaps.get(name);
    if (reason !== undefined)
      console.log(`  ${passed ? "passes, though listed" : "misses"}: ${name}: ${reason}`);
    else if (!passed) console.log(`  misses, not listed: ${name}: ${said}`);
  }
}

function recheckFixtures(path: string): void {
  const { programs, changed } = changedFixtures(path);
  console.log(`Expected outputs: ${programs - changed.length} of ${programs} are CPython's`);
  for (const program of changed) console.log(`  is not CPython's: ${program}`);
  if (changed.length > 0) process.exitCode = 1;
}

function compareRandom(path: string, brought: Library): void {
  const total = Number(RANDOM_PROGRAMS);
  let differing = 0;
  let aside = 0;
  compareRandomPrograms(path, brought, {
    from: Number(SEED),
    count: total,
    tell(difference) {
      differing++;
      console.log(`  SEED=${difference.seed} RANDOM_PROGRAMS=1 differs. ${parting(difference)}`);
      console.log(difference.source.replace(/^/gm, "    "));
    },
    setAside(seed, reason) {
      aside++;
      console.log(`  SEED=${seed} RANDOM_PROGRAMS=1 is set aside: ${reason}`);
    },
  });
  const same = total - differing - aside;
  console.log(
    `Random programs from seed ${SEED}: ${same} of ${total} print the same; ${aside} were set aside`,
  );
  if (differing > 0) process.exitCode = 1;
}
