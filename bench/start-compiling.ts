/** Our side of `start` where the page is new: the whole Python room, which compiles it before it runs it (without the library's texts). */
import { compile, createInterpreter, createModule, Machine, Thread } from "../src/python/index.ts";
import { page } from "./start-page.ts";

/** Runs the page and gives what it printed. */
export function run(): string {
  const interpreter = createInterpreter();
  const machine = new Machine(interpreter, { now: () => 0, random: () => 0.5 });
  const thread = new Thread();
  const code = compile(page, "debutEssaiSession.pih", "exec");
  machine.start(thread, code, createModule(interpreter, "__main__").dict);
  const stop = machine.run(thread, { kind: "end" });
  return stop.kind === "returned" ? thread.output.join("") : `stopped: ${stop.kind}`;
}
