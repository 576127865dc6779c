/**
 * The bombs of `bombs.txt`: programs that want more than a page may have, and how each must end.
 *
 *     steps: while 1: pass                          the ending, and the first line
 *     ends: for x in range(3):
 *             print x                               what belongs to it, four blanks further in than it is
 */
import { readFileSync } from "node:fs";
import { type Limits, PyException, type RunOptions, runPython } from "../../src/python/index.ts";

export interface Bomb {
  /** Its source in one line. */
  name: string;
  source: string;
  /** The budget that stops it, the Python error that it raises, or `ends`. */
  ending: string;
}

/** Every bomb, in the file's order. */
export function readBombs(file = "test/python/bombs.txt"): Bomb[] {
  const bombs: Bomb[] = [];
  for (const line of readFileSync(file, "latin1").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const head = /^(\w+): (.*)$/.exec(line);
    const last = bombs.at(-1);
    if (head !== null) bombs.push({ name: "", source: `${head[2]}\n`, ending: head[1] ?? "" });
    else if (last !== undefined) last.source += `${line.slice(4)}\n`;
  }
  for (const bomb of bombs) bomb.name = bomb.source.trim().replace(/\n\s*/g, " / ");
  return bombs;
}

/** The endings that are used-up budgets. */
const budgets: readonly string[] = ["steps", "memory", "output"] satisfies (keyof Limits)[];

/** True when a budget stops the bomb, and no error that a program could handle. */
export function isStopped({ ending }: Bomb): boolean {
  return budgets.includes(ending);
}

/** The same program again and again, with every error swallowed that can be. */
export function swallowing(source: string): string {
  const inner = source.replace(/^(?=.)/gm, "        ");
  return `while 1:\n    try:\n${inner}    except:\n        pass\n`;
}

/** How a program ends: `ends`, or the name of the budget or of the error; a host error is thrown. */
export function endingOf(source: string, options: RunOptions): string {
  const { stop, error } = runPython(source, options);
  if (stop === undefined) return error.split("\n").at(-2)?.split(":")[0] ?? "";
  if (stop.kind === "limit") return stop.limit;
  if (stop.kind !== "raised") return "ends";
  return stop.exception instanceof PyException ? stop.exception.type.name : "instance";
}
