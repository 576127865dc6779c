/**
 * Our side of `start`: the Python room as the worker's own script has it, and the page as code, which was compiled when the app was built.
 *
 * The page's class is old-style, for Skulpt's sake, who has no `Session` of its own. The pages of the example name no such class, so in the worker what
 * is known of them comes late; here their attributes are there from the first, as those of session objects are.
 */
import { createInterpreter, createModule, Machine, Thread } from "../src/python/index.ts";
import { giveFirstSlots, instanceType } from "../src/python/objects/type.ts";
import { attribute, setInstanceAttribute } from "../src/python/types/old-attributes.ts";
import { compiledPages } from "../src/worker/compiled-pages.ts";

giveFirstSlots(instanceType, { getAttribute: attribute, setAttribute: setInstanceAttribute });

declare const module: { exports: unknown };

/** @note `late` is never called. What it brings stays out of the script, but what it needs of the script has to be there, as in the worker. */
module.exports = { run, late: () => import("./start-late.ts") };

/** Runs the page and gives what it printed. */
function run(): string {
  const interpreter = createInterpreter();
  const machine = new Machine(interpreter, { now: () => 0, random: () => 0.5 });
  const thread = new Thread();
  const [code] = compiledPages().values();
  if (code === undefined) throw new Error("Failed to start: the build has no compiled page.");
  machine.start(thread, code, createModule(interpreter, "__main__").dict);
  const stop = machine.run(thread, { kind: "end" });
  return stop.kind === "returned" ? thread.output.join("") : `stopped: ${stop.kind}`;
}
