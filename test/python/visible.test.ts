/**
 * Stopping before every visible operation, writing the world to bytes there and going on with what is read back, changes nothing
 * of what a program does.
 */
import { expect, test } from "vitest";
import { createCatalogue, read, write } from "../../src/image/index.ts";
import { createMemoryDisk, memoryFiles } from "../../src/python/files/memory-files.ts";
import {
  compile,
  createInterpreter,
  createModule,
  formatTraceback,
  Machine,
  pythonNamed,
  pythonShapes,
  type StepUntil,
  Thread,
} from "../../src/python/index.ts";
import { libraryWithSqlite } from "../sqlite-library.ts";
import { readSamples, type Sample } from "./samples.ts";

const catalogue = createCatalogue({ shapes: pythonShapes, named: pythonNamed() });
const library = await libraryWithSqlite();

function createWorld() {
  return { interpreter: createInterpreter(), thread: new Thread(), disk: createMemoryDisk() };
}

type World = ReturnType<typeof createWorld>;

function machineOf({ interpreter, disk }: World): Machine {
  const files = memoryFiles(disk, () => 0);
  return new Machine(interpreter, { now: () => 0, random: () => 0.5, files, library });
}

function readBack(world: World): World {
  const result = read(write(world, catalogue), catalogue);
  if (!result.ok) throw new Error(result.reason);
  return result.root as World;
}

interface Run {
  output: string;
  error: string;
  operations: string[];
}

function run({ source, filename }: Sample, until: StepUntil, through = (world: World): World => world): Run {
  let world = createWorld();
  const { dict } = createModule(world.interpreter, "__main__", filename);
  machineOf(world).start(world.thread, compile(source, filename, "exec"), dict);
  for (const operations: string[] = []; ; ) {
    const machine = machineOf(world);
    const stop = machine.run(world.thread, until);
    if (stop.kind === "returned" || stop.kind === "raised" || stop.kind === "limit") {
      const sources = (name: string) => (name === filename ? source : undefined);
      const error = stop.kind === "raised" ? formatTraceback(machine, stop, sources) : stop.kind;
      return { output: world.thread.output.join(""), error, operations };
    }
    if (stop.kind !== "operation") continue;
    operations.push(JSON.stringify(stop));
    world = through(world);
  }
}

const samples = readSamples().filter(({ name }) =>
  /^(?:files|functions|scope|session|sqlite|threading|with)-/.test(name),
);

test.each(samples.map((sample) => [sample.name, sample] as const))("%s", (_, sample) => {
  const { output, error } = run(sample, { kind: "end" });
  const stopped = run(sample, { kind: "operation" }, readBack);
  expect(stopped).toEqual({ output, error, operations: stopped.operations });
  expect(run(sample, { kind: "statement", before: "all" })).toEqual(stopped);
});
