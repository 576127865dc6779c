/**
 * How long until the first page of the manual's example is there, from nothing: our engine against Skulpt.
 *
 * Each side's scripts are minified as they would ship, and run in fresh Node processes, turn by turn. Three clocks:
 * inside the process, from before the scripts are compiled to after the output; the same with V8's code cache on both
 * sides, as Chrome keeps it for a service worker; and around the process, where Node's own start (a process that does
 * nothing, measured in the same turns) is taken off both sides.
 *
 * A last line tells what of ours no engine of this size can save: V8 reading the same script as the body of a function
 * that nobody calls.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { bundle } from "../scripts/bundle-ts.mjs";
import { median } from "./median.ts";
import { expected } from "./start-page.ts";

const TURNS = 15;

interface Side {
  name: string;
  scripts: string[];
  inside: number[];
  cached: number[];
  around: number[];
}

/** Prints medians and their ratios. Fails when a side prints another page. */
export async function start(): Promise<void> {
  const ours = side("ours", [await bundle("bench/start-ours.ts", { minify: true, format: "cjs" })]);
  const skulpt = side("skulpt", await skulptScripts());
  const nothing = side("node", []);
  const unread = side("our script, never called", [neverCalled(ours.scripts[0] ?? "")]);
  for (const each of [ours, skulpt]) runOnce(each, "make");
  runOnce(unread, "make");
  for (let turn = 0; turn < TURNS; turn++) for (const each of [ours, skulpt, nothing, unread]) takeTurn(each);
  report("start", median(ours.inside), median(skulpt.inside));
  report("start, code cached", median(ours.cached), median(skulpt.cached));
  const node = median(nothing.around);
  report("start, whole process less node's own", median(ours.around) - node, median(skulpt.around) - node);
  console.log(`start, of which V8 reads our script: ${median(unread.inside).toFixed(1)} ms`);
  for (const { scripts } of [ours, skulpt]) rmSync(dirname(scripts[0] ?? ""), { recursive: true });
}

function side(name: string, scripts: string[]): Side {
  return { name, scripts, inside: [], cached: [], around: [] };
}

/** Skulpt's scripts beside the one that runs the page, so that their caches lie there too. */
async function skulptScripts(): Promise<string[]> {
  const runner = await bundle("bench/start-skulpt.ts", { minify: true, format: "cjs" });
  const own = ["skulpt.min.js", "skulpt-stdlib.js"].map((file) => {
    const copied = join(dirname(runner), file);
    copyFileSync(join("node_modules/skulpt/dist", file), copied);
    return copied;
  });
  return [...own, runner];
}

/** The script as the body of a function that nobody calls, beside it. */
function neverCalled(script: string): string {
  const file = join(dirname(script), "never-called.cjs");
  const wrapped = `function never(exports) {${readFileSync(script, "utf8")}}`;
  writeFileSync(file, `${wrapped} exports.run = () => ${JSON.stringify(expected)};`);
  return file;
}

function takeTurn(each: Side): void {
  const { inside, around } = runOnce(each, "none");
  each.inside.push(inside);
  each.around.push(around);
  if (each.scripts.length > 0) each.cached.push(runOnce(each, "use").inside);
}

function runOnce(
  { name, scripts }: Side,
  cache: "none" | "make" | "use",
): { inside: number; around: number } {
  const env = { ...process.env, CODE_CACHE: cache };
  const before = performance.now();
  const child = spawnSync(process.execPath, ["--expose-gc", resolve("bench/start-child.mjs"), ...scripts], {
    env,
    encoding: "utf8",
  });
  const around = performance.now() - before;
  if (child.stdout === "") throw new Error(`Failed to run ${name}: ${child.stderr}`);
  const { milliseconds, output, rejected } = JSON.parse(child.stdout);
  if (rejected) throw new Error(`Failed to measure ${name}: V8 refused its code cache.`);
  if (scripts.length > 0 && output !== expected)
    throw new Error(`Failed to compare: ${name} printed ${JSON.stringify(output)}.`);
  return { inside: milliseconds, around };
}

function report(what: string, ours: number, skulpt: number): void {
  const ratio = (skulpt / ours).toFixed(1);
  console.log(`${what}: ours ${ours.toFixed(1)} ms, skulpt ${skulpt.toFixed(1)} ms, ${ratio}x`);
}
