/**
 * How fast Python runs: ours against Skulpt (Python 2 mode), MicroPython and Pyodide, in one run.
 *
 * The programs of `bench/python/programs` mean the same in Python 2 and 3. Each side runs in a process of its own, turn by turn; a program is run
 * once, as a page that was just edited is, and then again, as a page that is visited often. All sides must print the same. Ours can be stopped at any statement, and counts its
 * steps and bytes; the others run through.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundle } from "../scripts/bundle-ts.mjs";
import { median } from "./median.ts";

const TURNS = 3;
const folder = "bench/python/programs";

/** What one process of a side measured; all times in milliseconds. */
interface Turn {
  start: number;
  small: number;
  results: { first: number; best: number; output: string }[];
}

/** A side: how it is called, its engine's file, and how many times faster than it we must be. */
interface Side {
  name: string;
  engine: string;
  required: number;
  turns: Turn[];
}

/** Prints each program's medians and the geometric means of the ratios; (!) marks what is less than required. */
export async function python(): Promise<void> {
  const bundled = await bundle("bench/python/ours.ts", { minify: true });
  const ours = side("ours", bundled, 1);
  const peers = [
    side("skulpt", "bench/python/skulpt.mjs", 1.5),
    side("micropython", "bench/python/micropython.mjs", 2.5),
    side("pyodide", "bench/python/pyodide.mjs", 1 / 1.5),
  ];
  const programs = chosenPrograms();
  for (let turn = 0; turn < TURNS; turn++)
    for (const each of [ours, ...peers]) each.turns.push(runTurn(each, programs));
  report("first run", programs, ours, peers, (turn, at) => turn.results[at]?.first ?? Number.NaN);
  report("run again", programs, ours, peers, (turn, at) => turn.results[at]?.best ?? Number.NaN);
  reportOne("start and a first line", ours, peers, ({ start }) => start);
  reportOne("a small script, warm", ours, peers, ({ small }) => small);
  rmSync(dirname(bundled), { recursive: true });
}

function side(name: string, engine: string, required: number): Side {
  return { name, engine, required, turns: [] };
}

/** All, or those that the command line names after the benchmark. */
function chosenPrograms(): string[] {
  const named = process.argv.slice(3);
  const all = readdirSync(folder).filter((file) => file.endsWith(".py"));
  return all.filter((file) => named.length === 0 || named.includes(file.slice(0, -".py".length)));
}

function runTurn({ name, engine, turns }: Side, programs: readonly string[]): Turn {
  const files = programs.map((file) => join(folder, file));
  const child = spawnSync(process.execPath, ["bench/python/child.mjs", engine, ...files], {
    encoding: "utf8",
  });
  if (child.status !== 0) throw new Error(`Failed to run ${name}: ${child.stderr}`);
  const turn: Turn = JSON.parse(child.stdout);
  for (const [at, { output }] of (turns[0] ?? turn).results.entries())
    if (output !== turn.results[at]?.output)
      throw new Error(`Failed to compare: ${programs[at]} printed two things.`);
  return turn;
}

type Clock = (turn: Turn, program: number) => number;

function report(
  title: string,
  programs: readonly string[],
  ours: Side,
  peers: readonly Side[],
  clock: Clock,
): void {
  console.log(`\n${title}, milliseconds (and how many times ours)`);
  for (const [at, program] of programs.entries()) {
    requireSameOutput(program, at, ours, peers);
    const cells = peers.map(
      (peer) => `${peer.name} ${show(peer, at, clock)} (${ratio(peer, ours, at, clock).toFixed(2)})`,
    );
    console.log(`  ${program.slice(0, -3).padEnd(15)} ours ${show(ours, at, clock)}  ${cells.join("  ")}`);
  }
  for (const peer of peers) {
    const mean = geometricMean(programs.map((_, at) => ratio(peer, ours, at, clock)));
    const isEnough = mean >= peer.required;
    console.log(
      `  geometric mean: ${mean.toFixed(2)} x as fast as ${peer.name}, required ${peer.required.toFixed(2)}${isEnough ? "" : " (!)"}`,
    );
  }
}

function reportOne(title: string, ours: Side, peers: readonly Side[], clock: (turn: Turn) => number): void {
  const cells = [ours, ...peers].map((each) => `${each.name} ${show(each, 0, clock, 2)}`);
  console.log(`${title}, milliseconds: ${cells.join("  ")}`);
}

function requireSameOutput(program: string, at: number, ours: Side, peers: readonly Side[]): void {
  const expected = ours.turns[0]?.results[at]?.output;
  for (const peer of peers)
    if (peer.turns[0]?.results[at]?.output !== expected)
      throw new Error(`Failed to compare: ${peer.name} prints something else for ${program}.`);
}

function show({ turns }: Side, at: number, clock: Clock, digits = 0): string {
  return median(turns.map((turn) => clock(turn, at)))
    .toFixed(digits)
    .padStart(5);
}

function ratio(peer: Side, ours: Side, at: number, clock: Clock): number {
  const middle = ({ turns }: Side) => median(turns.map((turn) => clock(turn, at)));
  return middle(peer) / middle(ours);
}

function geometricMean(numbers: readonly number[]): number {
  return Math.exp(numbers.reduce((sum, n) => sum + Math.log(n), 0) / numbers.length);
}
