/** For tests: runs a page by itself, with no server around it, to its end. */
import {
  compile,
  createInterpreter,
  createModule,
  defaultLimits,
  encodeUtf8,
  formatTraceback,
  Machine,
  Thread,
} from "../python/index.ts";
import { compileNow } from "./compile-script.ts";
import { pageNatives } from "./page-natives.ts";

/** What a page came to: its text as JavaScript text, and the traceback when it failed. */
export interface RenderedPage {
  output: string;
  error: string;
}

/** Runs `page`, given as text, after the Python program `prelude` in the same namespace. */
export function renderPage(page: string, prelude = ""): RenderedPage {
  const source = encodeUtf8(page);
  const interpreter = createInterpreter();
  const machine = new Machine(interpreter, { now: () => 0, random: () => 0.5 }, defaultLimits);
  const { dict } = createModule(interpreter, "__main__", "page.pih");
  for (const [name, native] of pageNatives) dict.set(name, name, native);
  const before = new Thread();
  machine.start(before, compile(encodeUtf8(prelude), "prelude.py", "exec"), dict);
  machine.run(before, { kind: "end" });
  const thread = new Thread();
  machine.start(thread, compileNow(source, "page.pih"), dict);
  const stop = machine.run(thread, { kind: "end" });
  const sources = (filename: string) => (filename === "page.pih" ? source : undefined);
  const error = stop.kind === "raised" ? formatTraceback(machine, stop, sources) : "";
  return { output: toText(thread.output.join("")), error: toText(error) };
}

function toText(bytes: string): string {
  return new TextDecoder().decode(Uint8Array.from(bytes, (unit) => unit.charCodeAt(0)));
}
