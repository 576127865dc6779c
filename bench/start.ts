/**
 * How long until the first page of the manual's example is there, from nothing: our engine against Skulpt.
 *
 * Each side's scripts are as they ship, and run in fresh Node processes, turn by turn. Ours is built as the worker is: the compiler is a late part, and
 * the page is code already. Three measures, in milliseconds of the processor: from before the scripts are compiled to after the output; the same with
 * V8's code cache on both sides, as Chrome keeps it for a service worker (this is the start that is to be twenty times as quick); and the whole process, where Node's own start (a process that does nothing,
 * measured in the same turns) is taken off both sides.
 *
 * Then the same for a page that nobody has compiled, with the compiler in our script. A last line tells what of ours no engine of this size can save: V8
 * reading the same script as the body of a function that nobody calls.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { bundle } from "../scripts/bundle-ts.mjs";
import { writeCode } from "../scripts/compiled-pages.ts";
import { compiledPagesPlugin } from "../scripts/compiled-pages-plugin.ts";
import { bundleScript } from "../scripts/worker-script.ts";
import { compile } from "../src/python/index.ts";
import { median } from "./median.ts";
import { expected, page } from "./start-page.ts";

const TURNS = 21;
/** A worker that starts again, as browsers have it do all the time, has its code cached. */
const LEAST_RATIO = 20;

interface Side {
  name: string;
  scripts: string[];
  inside: number[];
  cached: number[];
  whole: number[];
}

/** Prints medians and their ratios. Fails when a side prints another page. */
export async function start(): Promise<void> {
  const ours = side("ours", [await ourScript()]);
  const compiling = side("our compiler", [
    await bundle("bench/start-compiling.ts", { minify: true, format: "cjs" }),
  ]);
  const skulpt = side("skulpt", await skulptScripts());
  const nothing = side("node", []);
  const unread = side("our script, never called", [neverCalled(ours.scripts[0] ?? "")]);
  const all = [ours, skulpt, nothing, compiling, unread];
  for (const each of all) if (each !== nothing) runOnce(each, "make");
  for (let turn = 0; turn < TURNS; turn++) for (const each of all) takeTurn(each);
  report("start", median(ours.inside), median(skulpt.inside));
  report("start, code cached", median(ours.cached), median(skulpt.cached), LEAST_RATIO);
  const node = median(nothing.whole);
  report("start, whole process less node's own", median(ours.whole) - node, median(skulpt.whole) - node);
  report("start of a page that is not compiled yet", median(compiling.inside), median(skulpt.inside));
  report("start of such a page, code cached", median(compiling.cached), median(skulpt.cached));
  console.log(`start, of which V8 reads our script: ${median(unread.inside).toFixed(1)} ms`);
  for (const { scripts } of [ours, compiling, skulpt]) rmSync(dirname(scripts[0] ?? ""), { recursive: true });
}

function side(name: string, scripts: string[]): Side {
  return { name, scripts, inside: [], cached: [], whole: [] };
}

/** The engine as the worker has it, with the page for its only compiled one. */
async function ourScript(): Promise<string> {
  const code = writeCode(compile(page, "debutEssaiSession.pih", "exec"));
  const { code: script } = await bundleScript("bench/start-ours.ts", {
    development: false,
    plugins: [compiledPagesPlugin(() => [["page", code]])],
    define: {},
  });
  const file = resolve("node_modules/.cache/bench/start/ours.cjs");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, script);
  return file;
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
  const { inside, whole } = runOnce(each, "none");
  each.inside.push(inside);
  each.whole.push(whole);
  if (each.scripts.length > 0) each.cached.push(runOnce(each, "use").inside);
}

function runOnce({ name, scripts }: Side, cache: "none" | "make" | "use"): { inside: number; whole: number } {
  const env = { ...process.env, CODE_CACHE: cache };
  const child = spawnSync(process.execPath, ["--expose-gc", resolve("bench/start-child.mjs"), ...scripts], {
    env,
    encoding: "utf8",
  });
  if (child.stdout === "") throw new Error(`Failed to run ${name}: ${child.stderr}`);
  const { inside, whole, output, rejected } = JSON.parse(child.stdout);
  if (rejected) throw new Error(`Failed to measure ${name}: V8 refused its code cache.`);
  if (scripts.length > 0 && output !== expected)
    throw new Error(`Failed to compare: ${name} printed ${JSON.stringify(output)}.`);
  return { inside, whole };
}

/** One comparison in a line, and where there is a `least`, whether the ratio reaches it. */
function report(what: string, ours: number, skulpt: number, least?: number): void {
  const ratio = skulpt / ours;
  const verdict = least === undefined ? "" : ` (at least ${least})${ratio < least ? " (!)" : ""}`;
  console.log(
    `${what}: ours ${ours.toFixed(2)} ms, skulpt ${skulpt.toFixed(2)} ms, ${ratio.toFixed(1)}x${verdict}`,
  );
}
