/**
 * One of the sides of `bench -- python`: our machine, with budgets that no program of the benchmark reaches, warmed up as the worker
 * does it when the first page is out.
 */
import { readFileSync } from "node:fs";
import {
  compile,
  createInterpreter,
  createModule,
  defaultLimits,
  Machine,
  Thread,
  warmUp,
  warmUpModule,
} from "../../src/python/index.ts";

const limits = { ...defaultLimits, steps: 1e12, memory: 1e12, objectMemory: 1e9, output: 1e9 };

await warmUp(readFileSync(`src/python/lib/${warmUpModule}.py`, "latin1"), async () => {});

/** Runs `source` as a fresh process and gives what it printed. */
export function run(source: string): string {
  const interpreter = createInterpreter();
  const thread = new Thread();
  const machine = new Machine(interpreter, { now: () => 0, random: () => 0.5 }, limits);
  machine.start(thread, compile(source, "program.py", "exec"), createModule(interpreter, "__main__").dict);
  const stop = machine.run(thread, { kind: "end" });
  if (stop.kind !== "returned") throw new Error(`The program did not end: ${stop.kind}.`);
  return thread.output.join("");
}
