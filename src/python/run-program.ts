/**
 * Running a whole program to its end, as `python2.7 FILE` does: for tests, fixtures and the command line.
 */
import { createMemoryDisk, memoryFiles } from "./files/memory-files.ts";
import { compile } from "./front/index.ts";
import { wholeLibrary } from "./library/whole-library.ts";
import { createModule } from "./machine/imports.ts";
import { defaultLimits, type Limits } from "./machine/limits.ts";
import { createInterpreter, Machine } from "./machine/machine.ts";
import type { Stop } from "./machine/stops.ts";
import { formatSourceError, formatTraceback } from "./machine/traceback.ts";
import { exceptionType, PyException } from "./objects/exception.ts";
import { Thread } from "./objects/frame.ts";
import type { Interpreter } from "./objects/interpreter.ts";
import type { Host } from "./objects/machine.ts";
import { str } from "./operations/index.ts";
import { SourceError } from "./source-error.ts";

/** How a program is run; every field has a default. */
export interface RunOptions {
  /** As tracebacks name it. */
  filename?: string;
  limits?: Partial<Limits>;
  host?: Partial<Host>;
}

/** What became of a program. Both texts are bytes, one per code unit. */
export interface ProgramResult {
  output: string;
  /** What was written to `sys.stderr`, then the traceback or the sentence of a used-up budget. */
  error: string;
  exitStatus: number;
  thread: Thread;
  interpreter: Interpreter;
  /** How the run ended; undefined when the text could not be compiled. */
  stop: Stop | undefined;
}

/** Compiles `source` (bytes) and runs it as `__main__` to its end. */
export function runPython(source: string, options: RunOptions = {}): ProgramResult {
  const filename = options.filename ?? "program.py";
  const interpreter = createInterpreter();
  const thread = new Thread();
  const errors: string[] = [];
  const host: Host = {
    now: () => 0,
    random: () => 0.5,
    files: memoryFiles(createMemoryDisk(), () => 0),
    library: wholeLibrary(),
    writeError: (text) => errors.push(text),
    ...options.host,
  };
  const machine = new Machine(interpreter, host, { ...defaultLimits, ...options.limits });
  try {
    const code = compile(source, filename, "file");
    machine.start(thread, code, createModule(interpreter, "__main__", filename).dict);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { ...ended(thread, interpreter, undefined), error: formatSourceError(error), exitStatus: 1 };
  }
  const stop = machine.run(thread, { kind: "end" });
  if (thread.softspace && stop.kind !== "limit") machine.emit("\n");
  const report = reportOf(machine, stop, (name) => (name === filename ? source : undefined));
  return { ...ended(thread, interpreter, stop), ...report, error: errors.join("") + report.error };
}

function ended(thread: Thread, interpreter: Interpreter, stop: Stop | undefined) {
  return { output: thread.output.join(""), thread, interpreter, stop };
}

function reportOf(
  machine: Machine,
  stop: Stop,
  sources: (filename: string) => string | undefined,
): { error: string; exitStatus: number } {
  if (stop.kind === "limit")
    return { error: `Stopped at line ${stop.line}: ${stop.message}\n`, exitStatus: 1 };
  if (stop.kind !== "raised") return { error: "", exitStatus: 0 };
  const { exception } = stop;
  if (exception instanceof PyException && exception.type.mro.includes(exceptionType("SystemExit")))
    return exitOf(machine, exception);
  return { error: formatTraceback(machine, stop, sources), exitStatus: 1 };
}

/** `sys.exit(status)`: a number is the status, None is 0, anything else is printed and means 1. */
function exitOf(machine: Machine, exception: PyException): { error: string; exitStatus: number } {
  const status = exception.args[0] ?? null;
  if (status === null) return { error: "", exitStatus: 0 };
  if (typeof status === "number") return { error: "", exitStatus: status };
  return { error: `${str(machine, status)}\n`, exitStatus: 1 };
}
