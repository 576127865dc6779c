/** A real CPython 2.7, to compare with: `PYTHON27=/path/to/python2.7`. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** So much of what a text prints is looked at, in bytes: by chance one prints without end. */
export const longestPrinted = 1024 * 1024;

/** So long, in seconds of the processor, and in so many bytes of memory, a text may run. */
const patience = 10;
const mostMemory = 2 * 1024 ** 3;

/** What CPython made of a text. */
export interface Printed {
  /** Bytes: standard output, a traceback at its end. */
  text: string;
  /** It was ended: it had printed more than is looked at, asked for too much memory, or did not come to an end. */
  isEnded: boolean;
}

/**
 * Runs each text as `program.py` would be, in a process of its own, and writes what it printed with its traceback at the end. Levels in the
 * library are left out: they are no lines of ours. Tells how each process ended, 0 if of itself.
 */
const driver = `# -*- coding: utf-8 -*-
import json, linecache, os, resource, signal, sys, traceback, warnings
import collections, copy, encodings.hex_codec, itertools, math, operator, re, string
warnings.simplefilter('ignore')
def some_str(value):
    try: return str(value)
    except Exception: return '<exception str() failed>'
traceback._some_str = some_str
def run(text, path):
    os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    signal.alarm(${10 * patience})
    for kind, most in (resource.RLIMIT_CPU, ${patience}), (resource.RLIMIT_FSIZE, ${longestPrinted}), (resource.RLIMIT_AS, ${mostMemory}):
        resource.setrlimit(kind, (most, most))
    text = text.encode('latin-1')
    linecache.cache['program.py'] = len(text), None, text.splitlines(True), 'program.py'
    try:
        exec compile(text, 'program.py', 'exec') in {'__name__': '__main__', '__doc__': None}
    except:
        kind, value, place = sys.exc_info()
        if sys.stdout.softspace: print
        told = traceback.format_exception(kind, value, place.tb_next)
        sys.stdout.write(''.join(part for part in told if '/lib/python2.7/' not in part))
    else:
        if sys.stdout.softspace: print
    sys.stdout.flush()
ends = []
for at, text in enumerate(json.load(open('texts.json'))):
    child = os.fork()
    if child == 0:
        try:
            run(text, 'out.%d' % at)
            os._exit(0)
        finally: os._exit(1)
    ends.append(os.waitpid(child, 0)[1])
print json.dumps(ends)
`;

/** What CPython prints for each of the texts (bytes). */
export function printedByCPython(python: string, texts: readonly string[]): Printed[] {
  const folder = mkdtempSync(join(tmpdir(), "random-programs-"));
  try {
    writeFileSync(join(folder, "driver.py"), driver);
    writeFileSync(join(folder, "texts.json"), JSON.stringify(texts));
    const run = spawnSync(python, ["driver.py"], { cwd: folder, env: environment, encoding: "utf8" });
    if (run.status !== 0)
      throw new Error(
        `Failed to run ${texts.length} texts: ${python} ended with status ${run.status}. ${run.stderr.slice(-500)}`,
      );
    const ends: number[] = JSON.parse(run.stdout);
    return ends.map((end, at) => ({
      text: readFileSync(join(folder, `out.${at}`), "latin1"),
      isEnded: end !== 0,
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
