/** Running a file as `python2.7 FILE` does: modules are found beside it, files are real, no budget but the host's own. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Library, type ProgramResult, runPython } from "../../src/python/index.ts";
import { realFiles } from "./real-files.ts";

/** Enough for any program that somebody waits for; the machine counts in safe integers. */
const limits = {
  steps: Number.MAX_SAFE_INTEGER - 1,
  memory: Number.MAX_SAFE_INTEGER,
  objectMemory: 512 * 1024 * 1024,
  output: Number.MAX_SAFE_INTEGER,
};

/** How a file is run. */
export interface FileRun {
  /** As the command line and tracebacks name it. */
  filename: string;
  /** `sys.argv[1:]`. */
  args?: readonly string[];
  library: Library;
  /** Hears what is written to standard error while the program runs. */
  writeError?: (text: string) => void;
}

/** Runs the file to its end; the names in it are relative to the working directory. */
export function runFile({ filename, args = [], library, writeError }: FileRun): ProgramResult {
  const started = process.hrtime.bigint();
  const begun = Date.now() / 1000;
  return runPython(readFileSync(filename, "latin1"), {
    filename,
    limits,
    host: {
      now: () => begun + Number(process.hrtime.bigint() - started) / 1e9,
      random: Math.random,
      argv: [filename, ...args],
      files: realFiles(process.cwd()),
      library,
      findModule: (name) => findModule(dirname(filename), name),
      ...(writeError && { writeError }),
    },
  });
}

/** `a.b` is `a/b.py` or the package `a/b/__init__.py`, beside the program. */
function findModule(folder: string, name: string): { filename: string; source: string } | undefined {
  const base = join(folder, ...name.split("."));
  const filename = [join(base, "__init__.py"), `${base}.py`].find((path) => existsSync(path));
  return filename === undefined ? undefined : { filename, source: readFileSync(filename, "latin1") };
}
