/**
 * The expected texts of `test/python`: `NAME.out` and, when there is any standard error, `NAME.err`, as CPython 2.7 printed them
 * when it ran `NAME.py` in that folder.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Run, runCPython } from "./cpython.ts";

const folder = "test/python";

/** The programs whose kept texts are not what CPython prints, and how many there are in all. */
export function changedFixtures(python: string): { programs: number; changed: string[] } {
  return compareAll(python, () => {});
}

/** Keeps what CPython prints for every program; the result says for which that is new. */
export function writeFixtures(python: string): { programs: number; changed: string[] } {
  return compareAll(python, (base, { out, err }) => {
    writeFileSync(`${base}.out`, out);
    if (err.length > 0) writeFileSync(`${base}.err`, err);
    else rmSync(`${base}.err`, { force: true });
  });
}

function compareAll(
  python: string,
  keep: (base: string, run: Run) => void,
): { programs: number; changed: string[] } {
  const programs = readdirSync(folder).filter((name) => name.endsWith(".py"));
  const changed = programs.filter((program) => {
    const base = join(folder, program.slice(0, -".py".length));
    const run = runCPython(python, folder, program);
    const isChanged = differs(`${base}.out`, run.out) || differs(`${base}.err`, run.err);
    if (isChanged) keep(base, run);
    return isChanged;
  });
  return { programs: programs.length, changed };
}

function differs(path: string, bytes: Buffer): boolean {
  const kept = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  return !kept.equals(bytes);
}
