/**
 * Runs one side of `bench -- python` in a process of its own: `node child.mjs ENGINE PROGRAM…` prints as JSON how long the
 * engine took to print its first line, what a small script costs then, and for each program the first run and the best of the next.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const NEXT = 3;
/** A program that has taken so long, in milliseconds, is not run again: its next run would be no other. */
const PATIENCE = 3000;
const SMALL = 200;
const small = 'total = 0\nfor i in range(10):\n    total += i\nprint("total: %d" % total)\n';

const [engine, ...programs] = process.argv.slice(2);
const before = performance.now();
const { run } = await import(pathToFileURL(engine).href);
run('print("hello")\n');
const start = performance.now() - before;
const results = programs.map((file) => {
  const source = readFileSync(file, "utf8");
  const first = timed(() => run(source));
  let best = first.milliseconds > PATIENCE ? first.milliseconds : Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < NEXT && first.milliseconds <= PATIENCE; turn++)
    best = Math.min(best, timed(() => run(source)).milliseconds);
  return { first: first.milliseconds, best, output: first.output };
});
const smallRuns = Array.from({ length: SMALL }, () => timed(() => run(small)).milliseconds).sort(
  (a, b) => a - b,
);
console.log(JSON.stringify({ start, small: smallRuns[SMALL / 2], results }));
process.exit(0);

function timed(act) {
  const since = performance.now();
  const output = act();
  return { milliseconds: performance.now() - since, output };
}
