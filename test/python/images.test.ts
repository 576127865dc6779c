/**
 * The law of the machine: a run stopped at any statement can be copied, fingerprinted, written to bytes and read back,
 * and whichever of these worlds goes on, in a new machine, prints the same to the end.
 *
 * It is tried at random steps of every sample program and of every one of Skulpt's programs that count. Whenever a copy
 * has been made the original runs on to its end first, so that anything the two still share would be spoilt. The seed
 * stands in the tests' names; `IMAGES_SEED=n` tries another.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copy, createCatalogue, difference, fingerprint, read, write } from "../../src/image/index.ts";
import { createMemoryDisk, type MemoryDisk, memoryFiles } from "../../src/python/files/memory-files.ts";
import {
  compile,
  createInterpreter,
  createModule,
  defaultLimits,
  formatTraceback,
  type Host,
  type Interpreter,
  Machine,
  pythonNamed,
  pythonShapes,
  SourceError,
  type Stop,
  Thread,
} from "../../src/python/index.ts";
import { libraryWithSqlite } from "../sqlite-library.ts";
import { skulptPrograms } from "./corpora.ts";
import { readSamples } from "./samples.ts";

const { IMAGES_SEED = "66" } = process.env;
const seed = Number(IMAGES_SEED);

/** How many times each of our samples is stopped, and each of Skulpt's programs. */
const STOPS = 4;
const SKULPT_STOPS = 1;
/** Enough for every sample; keeps a program that never ends short. */
const limits = { steps: 300_000 };

const skulptFolder = join("node_modules", "skulpt", "test", "run");

const catalogue = createCatalogue({ shapes: pythonShapes, named: pythonNamed() });
const library = await libraryWithSqlite();

interface World {
  interpreter: Interpreter;
  thread: Thread;
  disk: MemoryDisk;
}

interface Program {
  name: string;
  source: string;
}

/** Numbers in [0, 1) that a seed repeats: mulberry32. */
function createRandom(from: number): () => number {
  let state = from | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Before the first statement; undefined when the text is no Python. */
function begin({ name, source }: Program): World | undefined {
  const interpreter = createInterpreter();
  const thread = new Thread();
  const disk = createMemoryDisk();
  try {
    const code = compile(source, name, "exec");
    newMachine({ interpreter, thread, disk }).start(
      thread,
      code,
      createModule(interpreter, "__main__", name).dict,
    );
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
  return { interpreter, thread, disk };
}

function newMachine({ interpreter, disk }: World): Machine {
  const now = () => 1_000_000;
  const host: Host = { now, random: () => 0.25, library, files: memoryFiles(disk, now), findModule };
  return new Machine(interpreter, host, { ...defaultLimits, ...limits });
}

/** The modules beside Skulpt's programs: `a.b` is `a/b.py` or the package `a/b/__init__.py`. */
function findModule(name: string): { filename: string; source: string } | undefined {
  const base = join(skulptFolder, ...name.split("."));
  const filename = [join(base, "__init__.py"), `${base}.py`].find((path) => existsSync(path));
  return filename === undefined ? undefined : { filename, source: readFileSync(filename, "latin1") };
}

/** Runs `statements` more statements, or to the end; the stop is undefined when the program goes on. */
function advance(world: World, statements: number): Stop | undefined {
  const machine = newMachine(world);
  for (let left = statements; left > 0; left--) {
    const stop = machine.run(world.thread, { kind: "statement" });
    if (stop.kind !== "statement") return stop;
  }
  return undefined;
}

/** Runs to the end; all that can be seen of the run, as one text. */
function finish(world: World): string {
  const machine = newMachine(world);
  const stop = machine.run(world.thread, { kind: "end" });
  return outcomeOf(world, stop, machine);
}

function outcomeOf({ thread }: World, stop: Stop, machine: Machine): string {
  const ending = stop.kind === "raised" ? formatTraceback(machine, stop) : stop.kind;
  return `${thread.output.join("")}\n-- ${ending} after ${thread.steps} steps, ${thread.allocated} bytes`;
}

function countStatements(program: Program): number {
  const world = begin(program);
  if (world === undefined) return 0;
  const machine = newMachine(world);
  for (let count = 0; ; count++)
    if (machine.run(world.thread, { kind: "statement" }).kind !== "statement") return count;
}

function reread(world: World): World {
  const result = read(write(world, catalogue), catalogue);
  if (!result.ok) throw new Error(`Failed to read the world back: ${result.reason}.`);
  return result.root as World;
}

/** The fingerprints are equal; when not, says where the worlds differ. */
function expectEqual(left: World, right: World): void {
  if (fingerprint(left, catalogue) === fingerprint(right, catalogue)) return;
  throw new Error(`The fingerprints differ. ${difference(left, right, catalogue) ?? "The worlds do not."}`);
}

/** Stops `program` at random statements, and lets originals, copies and read-back worlds run on from each. */
function obeysTheLaw(program: Program, { random, stops }: { random: () => number; stops: number }): void {
  const statements = countStatements(program);
  const steps = Array.from({ length: stops }, () => Math.floor(random() * statements)).sort((a, b) => a - b);
  let world = begin(program);
  if (world === undefined) return;
  const expected = finish(copy(world, catalogue));
  let at = 0;
  for (const step of steps) {
    const stop = advance(world, step - at);
    at = step;
    expect(stop).toBeUndefined();
    const print = fingerprint(world, catalogue);
    const copied = copy(world, catalogue);
    const restored = reread(world);
    expectEqual(copied, world);
    expectEqual(restored, world);
    expect(finish(world)).toBe(expected);
    expect(fingerprint(copied, catalogue)).toBe(print);
    expect(finish(copied)).toBe(expected);
    world = restored;
  }
  expect(finish(world)).toBe(expected);
}

const samples = readSamples().map(({ filename, source }) => [filename, { name: filename, source }] as const);

test.each(samples)(`%s can be copied at any statement (seed ${seed})`, (_, program) => {
  obeysTheLaw(program, { random: createRandom(seed + program.source.length), stops: STOPS });
});

const corpus = skulptPrograms().map((name): [string, Program] => [
  name,
  { name: `${name}.py`, source: readFileSync(join(skulptFolder, `${name}.py`), "latin1") },
]);

test.each(corpus)(`Skulpt's %s can be copied at any statement (seed ${seed})`, (name, program) => {
  obeysTheLaw(program, {
    random: createRandom(seed + name.length + program.source.length),
    stops: SKULPT_STOPS,
  });
});

test("a world in the middle of a generator, a handler and a loop is a few kilobytes", () => {
  const source = [
    "def g():",
    "    try:",
    "        yield 1",
    "    finally:",
    "        pass",
    "for x in g():",
    "    try:",
    "        1 / 0",
    "    except ZeroDivisionError, e:",
    "        print e",
  ].join("\n");
  const world = begin({ name: "small.py", source });
  if (world === undefined) throw new Error("The program of this test does not compile.");
  const whole = countStatements({ name: "small.py", source });
  advance(world, whole - 1);
  expect(write(world, catalogue).length).toBeLessThan(20_000);
  expect(finish(reread(world))).toBe(finish(world));
});

test("structures far deeper than the host's stack are copied, written and read", () => {
  const source = [
    "a = []; t = (); d = {}; f = g = None; x = iter([])",
    "class A(object): pass",
    "for i in xrange(20000):",
    "    a = [a]; t = (t,); d = {1: d}; o = A(); o.g = g; g = o; x = enumerate(x); f = lambda f=f: f",
    "print len(a), len(t), len(d)",
  ].join("\n");
  const program = { name: "deep.py", source };
  const world = begin(program);
  if (world === undefined) throw new Error("The program of this test does not compile.");
  expect(advance(world, 150_000)).toBeUndefined();
  const expected = fingerprint(world, catalogue);
  expect(fingerprint(copy(world, catalogue), catalogue)).toBe(expected);
  expect(fingerprint(reread(world), catalogue)).toBe(expected);
});

test("asking for an id in one world does not give it away in another", () => {
  const program = {
    name: "ids.py",
    source: "x = 1.5\ny = u'a'\nz = [1]\nprint id(x), id(y), id(z), id(x)\n",
  };
  const world = begin(program);
  if (world === undefined) throw new Error("The program of this test does not compile.");
  advance(world, 3);
  const copied = copy(world, catalogue);
  expect(finish(copied)).toBe(finish(world));
});
