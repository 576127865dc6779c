/**
 * Random regular expressions, tried on random texts here and by a real CPython 2.7; each difference is printed with its seed.
 *
 *     PYTHON27=/path/to/python2.7 node scripts/run-ts.mjs scripts/python/random-patterns.ts [HOW_MANY_PROGRAMS [FIRST_SEED]]
 *
 * A program tries twelve patterns and follows from its seed alone (`random/patterns.ts`). The exit status is 1 when one differs.
 */
import { libraryWithSqlite } from "../../test/sqlite-library.ts";
import { randomPatterns } from "./random/patterns.ts";
import { compareRandomPrograms, parting } from "./random-programs.ts";

const { PYTHON27: python } = process.env;
const [count = 500, from = 1] = process.argv.slice(2).map(Number);
if (python === undefined) {
  console.error("Failed to compare patterns: PYTHON27 is not set. Set it to the path of a CPython 2.7.");
  process.exit(2);
}
let differing = 0;
compareRandomPrograms(python, await libraryWithSqlite(), {
  from,
  count,
  make: randomPatterns,
  tell(difference) {
    differing++;
    console.log(`seed ${difference.seed} differs. ${parting(difference)}`);
    console.log(difference.source.replace(/^/gm, "    "));
  },
  setAside(seed, reason) {
    differing++;
    console.log(`seed ${seed} says nothing: ${reason}`);
  },
});
console.log(`Random patterns from seed ${from}: ${count - differing} of ${count} programs print the same`);
process.exitCode = differing > 0 ? 1 : 0;
