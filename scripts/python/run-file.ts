/** Running a file as `python2.7 FILE` does: modules are found beside it, files are real, no budget but the host's own. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Library, ProgramRun } from "../../src/python/index.ts";
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
  /** As tracebacks name it. */
  filename: string;
  /** The program, when it is in no file. */
  source?: string;
  /** `sys.argv`. */
  argv: readonly string[];
  library: Library;
  /** Takes what is written to standard output and standard error, when it is written or soon after. */
  write(stream: "output" | "error", text: string): void;
  /** Reads on in standard input: a line or more, "" at its end. */
  read(): string;
}

/** Steps between two looks at what was written. */
const slice = 200_000;

/** Begins a run of the file; the names in it are relative to the working directory. */
export function startFile(file: FileRun): {
  advance(): boolean;
  interrupt(): void;
  exitStatus(): number;
  hint(): string | null;
} {
  const { filename, source = readFileSync(filename, "latin1"), argv, library } = file;
  const started = process.hrtime.bigint();
  const begun = Date.now() / 1000;
  const folder = dirname(filename);
  // What tracebacks quote.
  const sources = new Map(file.source === undefined ? [[filename, source]] : []);
  let begunRun: ProgramRun | undefined;
  const flush = () => file.write("output", begunRun?.takeOutput() ?? "");
  let typed = "";
  let isAtEnd = false;
  const run = new ProgramRun(source, {
    filename,
    isFile: file.source === undefined,
    limits,
    host: {
      now: () => begun + Number(process.hrtime.bigint() - started) / 1e9,
      random: Math.random,
      argv,
      environment: environment(),
      files: realFiles(process.cwd()),
      library,
      path: [resolve(folder)],
      findModule: (name, place = folder) => {
        const found = findModule(place, name);
        if (found !== undefined) sources.set(found.filename, found.source);
        return found;
      },
      source: (name) => sources.get(name),
      writeError: (text) => {
        flush();
        file.write("error", text);
      },
      input: (length) => {
        flush();
        while (typed.length < length && !isAtEnd) {
          const more = file.read();
          typed += more;
          isAtEnd = more === "";
        }
        return typed;
      },
    },
  });
  begunRun = run;
  return {
    advance: () => {
      const isOver = run.advance(slice);
      flush();
      return isOver;
    },
    interrupt: () => run.interrupt(),
    exitStatus: () => run.result().exitStatus,
    hint: () => run.hint(),
  };
}

/** What the shell handed on, as bytes. */
function environment(): Record<string, string> {
  const entries = Object.entries(process.env).map(([name, value = ""]) => [latin(name), latin(value)]);
  return Object.fromEntries(entries);
}

function latin(text: string): string {
  return Buffer.from(text).toString("latin1");
}

/** Runs a file to its end, with nobody at the keyboard. */
export function runFile({ filename, library }: Pick<FileRun, "filename" | "library">) {
  const written = { output: "", error: "" };
  const run = startFile({
    filename,
    argv: [filename],
    library,
    write: (stream, text) => {
      written[stream] += text;
    },
    read: () => "",
  });
  while (!run.advance());
  return { ...written, exitStatus: run.exitStatus() };
}

/** `a.b` is `a/b.py` or the package `a/b/__init__.py`, beside the program. */
function findModule(folder: string, name: string): { filename: string; source: string } | undefined {
  const base = join(folder, ...name.split("."));
  const filename = [join(base, "__init__.py"), `${base}.py`].find((path) => existsSync(path));
  return filename === undefined ? undefined : { filename, source: readFileSync(filename, "latin1") };
}
