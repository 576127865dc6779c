/**
 * How near this Python is to CPython 2.7: both corpora, each miss with its reason.
 *
 *     npm run conformance
 *     PYTHON27=/path/to/python2.7 npm run conformance     also compares every expected output with a real CPython
 *
 * The exit status is 1 when a program misses that `test/python/failing.txt` does not list, or when one is listed that
 * does not.
 */
import { type Outcome, requiredOfSkulpt, runSamples, runSkulptCorpus } from "../../test/python/corpora.ts";
import { readGaps } from "../../test/python/samples.ts";
import { libraryWithSqlite } from "../../test/sqlite-library.ts";

const gaps = readGaps();
const library = await libraryWithSqlite();
const skulpt = runSkulptCorpus(library);
const own = runSamples(library);
report(`Skulpt's programs (${requiredOfSkulpt} are required)`, skulpt);
report("Our own samples", own);
const isSurprise = ({ name, passed }: Outcome) => passed === gaps.has(name);
process.exitCode = count(skulpt) < requiredOfSkulpt || [...skulpt, ...own].some(isSurprise) ? 1 : 0;

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
