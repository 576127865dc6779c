/**
 * Writes what CPython 2.7 itself prints for the sample programs of `test/python`; `npm run conformance` checks it.
 *
 *     PYTHON27=/path/to/python2.7 npm run fixtures
 */
import { writeFixtures } from "./fixture-files.ts";

const { PYTHON27: python } = process.env;
if (python === undefined) {
  console.error("Failed to make fixtures: PYTHON27 is not set. Set it to the path of a CPython 2.7.");
  process.exit(2);
}
const { programs, changed } = writeFixtures(python);
for (const program of changed) console.log(`written: ${program}`);
console.log(`${programs} programs, ${changed.length} written`);
