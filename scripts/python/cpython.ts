/** A real CPython 2.7, to compare with: `PYTHON27=/path/to/python2.7`. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const environment = { ...process.env, PYTHONIOENCODING: "utf-8", PYTHONDONTWRITEBYTECODE: "1" };

/** What a run printed. */
export interface Run {
  out: Buffer;
  err: Buffer;
}

/** Runs the file `program` in `folder`, so that tracebacks name it without a path. */
export function runCPython(python: string, folder: string, program: string): Run {
  const run = spawnSync(python, [program], { cwd: folder, env: environment, timeout: 20_000 });
  if (run.error !== undefined) throw new Error(`Failed to run ${python} ${program}: ${run.error.message}.`);
  return { out: run.stdout, err: run.stderr };
}

/** Stands before what each text printed; no program prints it. */
const mark = "\x01text\x01\n";

/** So much of what a text prints is looked at, in bytes: by chance one prints more than a string can hold. */
export const longestPrinted = 1024 * 1024;

/**
 * Runs each text as `program.py` would be, and tells what it printed with its traceback at the end. Levels in the library are left
 * out: they are no lines of ours. Modules that a text imports are those of the texts before it; nothing else of it is left.
 */
const driver = `# -*- coding: utf-8 -*-
import json, linecache, sys, traceback, warnings
warnings.simplefilter('ignore')
def some_str(value):
    try: return str(value)
    except Exception: return '<exception str() failed>'
traceback._some_str = some_str
for text in json.load(open(sys.argv[1])):
    text = text.encode('latin-1')
    linecache.cache['program.py'] = len(text), None, text.splitlines(True), 'program.py'
    sys.stdout.softspace = 0
    sys.stdout.write('\\x01text\\x01\\n')
    try:
        exec compile(text, 'program.py', 'exec') in {'__name__': '__main__', '__doc__': None}
    except:
        kind, value, place = sys.exc_info()
        if sys.stdout.softspace: print
        told = traceback.format_exception(kind, value, place.tb_next)
        sys.stdout.write(''.join(part for part in told if '/lib/python2.7/' not in part))
        kind = value = place = None
    else:
        if sys.stdout.softspace: print
    sys.exc_clear()
`;

/** What CPython prints for each of the texts (bytes), standard output with a traceback at its end. */
export function printedByCPython(python: string, texts: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "random-programs-"));
  try {
    writeFileSync(join(folder, "driver.py"), driver);
    writeFileSync(join(folder, "texts.json"), JSON.stringify(texts));
    const run = spawnSync(python, ["driver.py", "texts.json"], {
      cwd: folder,
      env: environment,
      timeout: 60_000 + texts.length * 100,
      maxBuffer: 2 ** 30,
    });
    const printed = betweenMarks(run.stdout);
    if (printed.length !== texts.length || run.status !== 0)
      throw new Error(
        `Failed to run ${texts.length} texts: ${python} ended in the ${printed.length}th, with status ${run.status}. ${run.stderr.toString("latin1").slice(-500)}`,
      );
    return printed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was printed after each mark, the first part of it. */
function betweenMarks(output: Buffer): string[] {
  const parts: string[] = [];
  for (let at = output.indexOf(mark); at !== -1; ) {
    const from = at + mark.length;
    at = output.indexOf(mark, from);
    const to = Math.min(at === -1 ? output.length : at, from + longestPrinted);
    parts.push(output.toString("latin1", from, to));
  }
  return parts;
}
