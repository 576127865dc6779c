/**
 * Making the host's compiler acquainted with the machine, before a long program comes.
 *
 * V8 compiles the machine's loop for the values that it has seen so far, and anew when something happens in it for the first time: again and
 * again while a first long program runs. A walk through what most programs do, each thing a few times, spares most of that (`npm run bench --
 * python`, first runs).
 */
import { compile } from "./late.ts";
import { libraryFile } from "./library/manifest.ts";
import { createModule } from "./machine/imports.ts";
import { createInterpreter, Machine } from "./machine/machine.ts";
import type { Stop } from "./machine/stops.ts";
import { Thread } from "./objects/frame.ts";

/** The module of the library whose text is the walk. */
export const warmUpModule = "_warm_up";

/** Few enough that a request that comes in between does not wait. */
const stepsAtOnce = 1000;

/** Runs the walk (the text of the module) in an interpreter of its own, and rests now and then. Gives how it ended. */
export async function warmUp(walk: string, rest: () => Promise<unknown>): Promise<Stop> {
  const interpreter = createInterpreter();
  const thread = new Thread();
  const machine = new Machine(interpreter, { now: () => 0, random: () => 0.5 });
  const code = compile(walk, libraryFile(warmUpModule), "exec");
  machine.start(thread, code, createModule(interpreter, "__main__").dict);
  for (;;) {
    await rest();
    const stop = machine.run(thread, { kind: "end", slice: stepsAtOnce });
    if (stop.kind !== "slice") return stop;
  }
}
