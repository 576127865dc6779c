/**
 * Running a whole program to its end, as `python2.7 FILE` does: for tests, fixtures and the command line.
 */

import { createMemoryDisk, memoryFiles } from "./files/memory-files.ts";
import { compile } from "./front/index.ts";
import { hintFor } from "./hints/index.ts";
import { wholeLibrary } from "./library/whole-library.ts";
import { exceptionClass, syntaxError, unwind } from "./machine/exceptions.ts";
import { createModule } from "./machine/imports.ts";
import { defaultLimits, type Limits } from "./machine/limits.ts";
import { createInterpreter, Machine } from "./machine/machine.ts";
import type { Stop } from "./machine/stops.ts";
import { formatSourceError, formatTraceback, type RaisedThere } from "./machine/traceback.ts";
import { PyInt, PyModule, PyUnicode } from "./objects/builtin-objects.ts";
import { exceptionType, PyException } from "./objects/exception.ts";
import { Thread } from "./objects/frame.ts";
import type { Interpreter } from "./objects/interpreter.ts";
import { type Host, LimitReached, Raised } from "./objects/machine.ts";
import { makeException } from "./objects/raise.ts";
import type { Value } from "./objects/values.ts";
import { encodeUtf8 } from "./operations/coding.ts";
import { findAttribute, str } from "./operations/index.ts";
import { syntaxWarnings } from "./operations/warn.ts";
import { SourceError } from "./source-error.ts";

/** How a program is run; every field has a default. */
export interface RunOptions {
  /** As tracebacks name it. */
  filename?: string;
  /** False for a text that is in no file: there is no `__file__`, and tracebacks do not quote it. */
  isFile?: boolean;
  limits?: Partial<Limits>;
  host?: Partial<Host>;
}

/** What became of a program. Both texts are bytes, one per code unit. */
export interface ProgramResult {
  /** What nobody has taken while it ran. */
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
  const run = new ProgramRun(source, options);
  while (!run.advance());
  return run.result();
}

/** A program that runs piece by piece. */
export class ProgramRun {
  readonly #thread = new Thread();
  readonly #machine: Machine;
  readonly #errors: string[] = [];
  #exitStatus = 0;
  #stop: Stop | undefined;
  /** What ended it, when that was an exception. */
  #failure: RaisedThere | null = null;

  /** Compiles `source` (bytes); what is wrong with it is the result. */
  constructor(source: string, options: RunOptions = {}) {
    const { filename = "program.py", isFile = true } = options;
    const host: Host = {
      now: () => 0,
      random: () => 0.5,
      files: memoryFiles(createMemoryDisk(), () => 0),
      library: wholeLibrary(),
      writeError: (text) => this.#errors.push(text),
      source: (name) => (isFile && name === filename ? source : undefined),
      ...options.host,
    };
    const limits = { ...defaultLimits, ...options.limits };
    this.#machine = new Machine(createInterpreter(), host, limits);
    this.#begin(source, filename, isFile);
  }

  #begin(source: string, filename: string, isFile: boolean): void {
    const machine = this.#machine;
    machine.thread = this.#thread;
    try {
      const mode = isFile ? "file" : "exec";
      const code = compile(source, filename, mode, 0, syntaxWarnings(machine, filename));
      const main = createModule(
        machine.interpreter,
        "__main__",
        filename === "<string>" ? undefined : filename,
      );
      machine.start(this.#thread, code, main.dict);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      this.#failure = { exception: syntaxError(error), traceback: null };
      this.#fail(formatSourceError(error));
    }
  }

  /** Goes on for about `steps`; true when the program is over. */
  advance(steps?: number): boolean {
    if (this.#thread.frame === null) return true;
    const stop = this.#machine.run(this.#thread, {
      kind: "end",
      ...(steps !== undefined && { slice: steps }),
    });
    if (stop.kind === "slice") return false;
    this.#end(stop);
    return true;
  }

  /** Raises KeyboardInterrupt where the program is. */
  interrupt(): void {
    if (this.#thread.frame === null) return;
    const exception = makeException("KeyboardInterrupt", []);
    const stop = unwind(this.#machine, null, exception, null, false);
    if (stop !== undefined) this.#end(stop);
  }

  /** Takes what has been written to standard output since it was last taken. */
  takeOutput(): string {
    return this.#thread.output.splice(0).join("");
  }

  result(): ProgramResult {
    return {
      output: this.#thread.output.join(""),
      error: this.#errors.join(""),
      exitStatus: this.#exitStatus,
      thread: this.#thread,
      interpreter: this.#machine.interpreter,
      stop: this.#stop,
    };
  }

  /** A sentence about the exception that ended it, for people, in bytes; null when there is none. */
  hint(): string | null {
    const { interpreter, host } = this.#machine;
    const { library } = host;
    if (this.#failure === null || library === undefined) return null;
    return hintFor({ ...this.#failure, interpreter, library, sources: (name) => host.source?.(name) });
  }

  #fail(text: string): void {
    this.#exitStatus = 1;
    this.#machine.host.writeError?.(text);
  }

  #end(stop: Stop): void {
    this.#stop = stop;
    if (stop.kind === "limit") {
      this.#fail(`Stopped at line ${stop.line}: ${stop.message}\n`);
      return;
    }
    if (this.#thread.softspace) this.#machine.emit("\n");
    if (stop.kind === "raised") this.#reportUncaught(stop);
    this.#callHook("exitfunc", []);
  }

  #reportUncaught(raised: RaisedThere): void {
    const { exception, traceback } = raised;
    if (exception instanceof PyException && exception.type.mro.includes(exceptionType("SystemExit"))) {
      this.#exit(findAttribute(this.#machine, exception, "code") ?? null);
      return;
    }
    this.#exitStatus = 1;
    this.#failure = raised;
    if (this.#callHook("excepthook", [exceptionClass(exception), exception, traceback], raised)) return;
    this.#print(formatTraceback(this.#machine, raised));
  }

  /** `sys.exit(status)`: a number is the status, None is 0, anything else is printed and means 1. */
  #exit(status: Value): void {
    const number = status instanceof PyInt ? status.value : status;
    this.#exitStatus = 1;
    if (["number", "bigint", "boolean"].includes(typeof number) || status === null) {
      const whole = BigInt((number as number | null) ?? 0);
      this.#exitStatus = whole === BigInt.asIntN(64, whole) ? Number(BigInt.asUintN(8, whole)) : 255;
      return;
    }
    const text = status instanceof PyUnicode ? encodeUtf8(status.value) : str(this.#machine, status);
    this.#print(`${text}\n`);
  }

  /** Calls what the program has put in `sys` as `name`; false when there is nothing. Tells what goes wrong in it. */
  #callHook(name: string, args: Value[], original?: RaisedThere): boolean {
    const names = this.#sys;
    const hook = names?.get(name);
    if (hook === undefined || hook === names?.get(`__${name}__`)) return false;
    try {
      this.#machine.call(hook, args);
    } catch (error) {
      if (error instanceof LimitReached) this.#fail(`Stopped: ${error.message}\n`);
      if (error instanceof LimitReached) return true;
      if (!(error instanceof Raised)) throw error;
      this.#print(`Error in sys.${name}:\n${formatTraceback(this.#machine, error)}`);
      if (original !== undefined)
        this.#print(`\nOriginal exception was:\n${formatTraceback(this.#machine, original)}`);
    }
    return true;
  }

  /** Writes to what is `sys.stderr` now. */
  #print(text: string): void {
    const names = this.#sys;
    const stderr = names?.get("stderr");
    if (names === undefined || stderr === names.get("__stderr__")) this.#machine.host.writeError?.(text);
    else if (stderr === undefined || stderr === null) this.#machine.host.writeError?.("lost sys.stderr\n");
    else this.#machine.callMethod(stderr, "write", [text]);
  }

  get #sys() {
    const sys = this.#machine.interpreter.modules.get("sys");
    return sys instanceof PyModule ? sys.dict : undefined;
  }
}
