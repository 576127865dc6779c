/**
 * What natives see of the machine: the services a built-in function, a slot or a host room may use.
 *
 * Kept apart from the machine itself so that objects, types and operations depend on this page only.
 */
import type { Throwable } from "./exception.ts";
import type { Files } from "./files.ts";
import type { PyCode, PyTraceback, Thread } from "./frame.ts";
import type { Interpreter } from "./interpreter.ts";
import type { Keywords } from "./slots.ts";
import type { SqliteEngine } from "./sqlite.ts";
import type { Table } from "./table.ts";
import type { PyType } from "./type.ts";
import type { Value } from "./values.ts";

export interface VM {
  /** The process's Python state: modules, builtins, counters. */
  readonly interpreter: Interpreter;
  /** The thread now running. */
  readonly thread: Thread;
  /** The outside world, handed in by whoever steps the machine; never part of the heap. */
  readonly host: Host;

  /** Calls anything callable and runs the call to its end. */
  call(callable: Value, args: Value[], keywords?: Keywords): Value;
  /** Calls `value.name(...)`; undefined when there is no such method. */
  callMethod(value: Value, name: string, args: Value[]): Value | undefined;
  /** Runs a module-like block with these namespaces to its end: `exec`, `eval`, class bodies of natives. */
  execute(code: PyCode, globals: Table, locals: Table): Value;
  /** Resumes a generator until its next yield; undefined when it has finished. */
  resume(generator: Value, sent: Value): Value | undefined;
  /**
   * `generator.throw(…)`: raises `raised` at the yield where the generator waits and runs it until its next yield;
   * undefined when it finished. What it does not catch comes out as a `Raised`.
   */
  throwInto(generator: Value, raised: Raised): Value | undefined;
  /** `locals()` of the innermost frame: its namespace, or a fresh picture of a function's variables. */
  locals(): Table;
  /** `globals()` of the innermost frame. */
  globals(): Table;
  /** `sys.exc_info()`: what is being handled in the innermost frame that handles something, or undefined. */
  handled(): { type: Value; value: Throwable; traceback: PyTraceback | null } | undefined;
  /** `sys.exc_clear()`. */
  clearHandled(): void;
  /**
   * Makes the exception that `raise type, value` would raise (calls the class where one is given), without raising it.
   * TypeError for what cannot be raised.
   */
  makeRaised(type: Value, value: Value, traceback: Value): Raised;

  /**
   * Counts `steps` of native work against the budget; throws the limit error when it is used up.
   * Every native that loops charges for its loop *before* doing it.
   */
  charge(steps: number): void;
  /** Counts an allocation of about `bytes` against the budget, before it is made. */
  allocate(bytes: number): void;
  /** Writes to `sys.stdout` (the thread's page, unless the program replaced it). */
  write(text: string): void;
  /** Appends to the thread's page, whatever `sys.stdout` is now: what `sys.__stdout__.write` does. */
  emit(text: string): void;
  /** Imports a module by its dotted name. */
  import(name: string): Value;
}

/** The outside world of one run. Everything that is not determined by the heap comes from here. */
export interface Host {
  /** Seconds since the epoch, as `time.time()`. */
  now(): number;
  /** A number in [0, 1), recorded by the engine so that runs can be repeated. */
  random(): number;
  /** `sys.argv`; absent, a program has no name: `[""]`. */
  readonly argv?: readonly string[];
  /** What `sys.path` begins with; absent, the folder of the program. */
  readonly path?: readonly string[];
  /** `os.environ`, as byte strings; absent, it is empty. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Takes what is written to `sys.stderr`; absent, it is dropped. */
  writeError?(text: string): void;
  /** The text of a program, module or page as tracebacks name it, for quoting; undefined when it is not known. */
  source?(filename: string): string | undefined;
  /**
   * Standard input: at least its first `length` bytes, fewer only where it ends; there may be more. Absent, nobody types anything.
   */
  input?(length: number): string;
  /** The text of a learner's module `name` (dots as in `import`), beside the program or in a folder of `sys.path`. */
  findModule?(name: string, folder?: string): { filename: string; source: string } | undefined;
  /** The standard modules written in Python that have been brought; absent, there are none. */
  readonly library?: LibraryAtHand;
  /** The files that a program may open; absent, there are none. */
  readonly files?: Files;
  /** Which thread runs: its number, from 1, and its name. Absent: the only one. */
  readonly runner?: { id: number; name: string };
  /** Hears what the running thread does with a lock; `name` says where the lock was made. */
  observeLock?(happening: { kind: "lock-acquired" | "lock-released"; name: string }, vm: VM): void;
  /** Refuses to wait for a lock where nobody could stop the run before it: raises, and says who has it. */
  refuseLock?(name: string, holder: number): void;
  /** A value in words, without running any Python for it. */
  display?(value: Value): string;
}

/** What the machine needs of a `Library`. */
export interface LibraryAtHand {
  /** The code of a module; undefined when its text has not been brought. */
  code(name: string): PyCode | undefined;
  /** Its text. */
  source(name: string): string | undefined;
  /** SQLite, when it has been brought. */
  readonly sqlite?: SqliteEngine | undefined;
}

/**
 * How a guest exception travels through host code: thrown by a native, caught at one door of the machine, which turns
 * it back into a value that unwinds frames. Nothing else may catch it, except natives that CPython specifies to
 * (`hasattr`, `next` with a default, …), through `caught`.
 */
export class Raised {
  /** A `PyException`, or in Python 2 also an instance of an old-style class. */
  declare readonly exception: Throwable;
  /** Where it has been before it was thrown here; null when it starts here. */
  declare readonly traceback: PyTraceback | null;
  constructor(exception: Throwable, traceback: PyTraceback | null = null) {
    this.exception = exception;
    this.traceback = traceback;
  }
}

/** Thrown when a budget is used up. Not a Python exception: no `except:` sees it, every frame is abandoned. */
export class LimitReached {
  declare readonly limit: "steps" | "memory" | "depth" | "output";
  declare readonly message: string;
  constructor(limit: "steps" | "memory" | "depth" | "output", message: string) {
    this.limit = limit;
    this.message = message;
  }
}

/** A native implementation. Registered under a name (`natives.ts`); the heap holds only the name. */
export type NativeFunction = (vm: VM, args: Value[], keywords: Keywords) => Value;

/** A type object whose instances natives test for, re-exported for signatures. */
export type { PyType };
