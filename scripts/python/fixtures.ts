/**
 * What CPython 2.7 itself prints for the sample programs of `test/python`.
 *
 *     PYTHON27=/path/to/python2.7 npm run fixtures             writes every .out and .err again
 *     PYTHON27=/path/to/python2.7 npm run fixtures -- --check  only compares
 *
 * Each program runs in its own folder, so that tracebacks name it without a path, and prints UTF-8. `.out` is its
 * standard output, `.err` its standard error; an empty `.err` is not kept.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = "test/python";

interface Run {
  out: Buffer;
  err: Buffer;
}

function runCPython(python: string, program: string): Run {
  const env = { ...process.env, PYTHONIOENCODING: "utf-8", PYTHONDONTWRITEBYTECODE: "1" };
  const run = spawnSync(python, [program], { cwd: folder, env, timeout: 20_000 });
  if (run.error !== undefined) throw new Error(`Failed to run ${python} ${program}: ${run.error.message}.`);
  return { out: run.stdout, err: run.stderr };
}

function keep(path: string, bytes: Buffer, optional: boolean): void {
  if (bytes.length > 0 || !optional) writeFileSync(path, bytes);
  else rmSync(path, { force: true });
}

function differs(path: string, bytes: Buffer): boolean {
  const kept = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  return !kept.equals(bytes);
}

function main(): number {
  const { PYTHON27: python } = process.env;
  if (python === undefined) {
    console.error("Failed to make fixtures: PYTHON27 is not set. Set it to the path of a CPython 2.7.");
    return 2;
  }
  const check = process.argv.includes("--check");
  const programs = readdirSync(folder).filter((name) => name.endsWith(".py"));
  const changed: string[] = [];
  for (const program of programs) {
    const base = join(folder, program.slice(0, -".py".length));
    const { out, err } = runCPython(python, program);
    if (differs(`${base}.out`, out) || differs(`${base}.err`, err)) changed.push(program);
    if (check) continue;
    keep(`${base}.out`, out, false);
    keep(`${base}.err`, err, true);
  }
  for (const program of changed) console.log(`${check ? "differs" : "written"}: ${program}`);
  console.log(`${programs.length} programs, ${changed.length} ${check ? "differ from CPython" : "written"}`);
  return check && changed.length > 0 ? 1 : 0;
}

process.exitCode = main();
