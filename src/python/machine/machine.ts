/**
 * The machine: runs a thread's frames, and serves the natives that they call.
 *
 * A `Machine` is transient. All that a paused run is lies in the `Interpreter` (modules, builtins) and the `Thread`
 * (frames, output, what has been used up); a new machine over copies of the two goes on exactly alike. The host (clock,
 * randomness, learners' modules) is handed in and never stored in the heap.
 *
 * `start` pushes the first frame, `run` goes on until the next stop. Natives that call back into Python come in by
 * `call`, which enters the loop again and leaves it when that call is over.
 */
import { createBuiltins } from "../builtins/index.ts";
import type { Throwable } from "../objects/exception.ts";
import { Ending, type PyCode, PyFrame, PyGenerator, type PyTraceback, Thread } from "../objects/frame.ts";
import { Interpreter } from "../objects/interpreter.ts";
import { type Host, LimitReached, Raised, type VM } from "../objects/machine.ts";
import { caught, raiseError } from "../objects/raise.ts";
import type { Keywords } from "../objects/slots.ts";
import type { Table } from "../objects/table.ts";
import type { Value } from "../objects/values.ts";
import { enter, leave } from "../operations/depth.ts";
import { findAttribute, typeName } from "../operations/index.ts";
import { invoke } from "./calls.ts";
import { exceptionClass, makeRaised, unwind } from "./exceptions.ts";
import { enterGenerator, localsOf, placeOf, pushFrame } from "./frames.ts";
import { importModule } from "./imports.ts";
import { defaultLimits, type Limits, memoryReached, outputReached, stepsReached } from "./limits.ts";
import { execute } from "./loop.ts";
import { writeOut } from "./printing.ts";
import type { StepUntil, Stop } from "./stops.ts";
import { forgetAnnounced } from "./visible.ts";

/** Output is kept in pieces of about this many bytes: few enough to copy, short enough to append to. */
const pieceLength = 4096;

/** A fresh Python process: the built-in namespace and no modules yet. */
export function createInterpreter(): Interpreter {
  return new Interpreter(createBuiltins());
}

/** Runs threads of one interpreter. See the head of this file. */
export class Machine implements VM {
  readonly interpreter: Interpreter;
  readonly host: Host;
  readonly limits: Limits;
  /** The thread now running, or the last that did. */
  thread: Thread = new Thread();
  /** The kinds of visible operations to stop at. */
  watched: readonly string[] | "all" = "all";
  /** How many native functions that called back are on the host's stack; 0 at every stop. */
  private nesting = 0;

  constructor(interpreter: Interpreter, host: Host, limits: Limits = defaultLimits) {
    this.interpreter = interpreter;
    this.host = host;
    this.limits = limits;
  }

  /** Makes `code` the next thing that `thread` does, in the namespaces given; `names` is where it stores names. */
  start(thread: Thread, code: PyCode, globals: Table, names: Table = globals): void {
    this.thread = thread;
    pushFrame(this, new PyFrame(code, globals, names));
  }

  /** Goes on with `thread` until it is over or, as `until` says, sooner. A finished thread cannot be run. */
  run(thread: Thread, until: StepUntil): Stop {
    if (thread.frame === null)
      throw new Error("Failed to run the thread: it has nothing to do (any more). Call start first.");
    this.thread = thread;
    const watching = until.kind === "operation" || until.before !== undefined;
    this.watched = until.kind === "operation" ? "all" : (until.before ?? "all");
    if (!watching) forgetAnnounced(thread);
    const pauseAt = until.slice === undefined ? Number.POSITIVE_INFINITY : thread.steps + until.slice;
    try {
      return execute(this, null, until.kind, pauseAt, watching);
    } catch (error) {
      if (error instanceof LimitReached) return this.abandon(error);
      throw error;
    }
  }

  /** A budget is used up: all frames go, nothing of Python runs any more. */
  private abandon(reached: LimitReached): Stop {
    const frame = this.thread.frame;
    this.thread.frame = null;
    this.thread.depth = 0;
    return {
      kind: "limit",
      limit: reached.limit,
      message: reached.message,
      ...(frame === null ? { line: 0, filename: "?" } : placeOf(frame)),
    };
  }

  call(callable: Value, args: Value[], keywords: Keywords = null): Value {
    return this.nested((floor) => {
      const result = invoke(this, callable, args, keywords);
      return result === undefined ? this.finish(floor) : result;
    });
  }

  /** Calls `callable`: a native's result at once, or undefined when a frame was pushed that will give it. */
  invoke(callable: Value, args: Value[], keywords: Keywords): Value | undefined {
    return invoke(this, callable, args, keywords);
  }

  callMethod(value: Value, name: string, args: Value[]): Value | undefined {
    const method = findAttribute(this, value, name);
    return method === undefined ? undefined : this.call(method, args);
  }

  execute(code: PyCode, globals: Table, locals: Table): Value {
    return this.nested((floor) => {
      pushFrame(this, new PyFrame(code, globals, locals));
      return this.finish(floor);
    });
  }

  resume(generator: Value, sent: Value): Value | undefined {
    const own = expectGenerator(generator);
    if (own.frame === null) return undefined;
    return this.advance(own, (floor) => {
      enterGenerator(this, own, sent, Ending.push);
      return this.finish(floor);
    });
  }

  throwInto(generator: Value, raised: Raised): Value | undefined {
    const own = expectGenerator(generator);
    if (own.frame === null) throw raised;
    // A StopIteration comes out too, not only its news: it may be the very one that went in.
    const value = this.nested((floor) => {
      enterGenerator(this, own, undefined, Ending.push);
      const stop = unwind(this, floor, raised.exception, raised.traceback, false);
      return stop === undefined ? this.finish(floor) : resultOf(stop);
    });
    return own.frame === null ? undefined : value;
  }

  /** Runs a generator by `step`; its yield comes out, undefined when it ended, also by StopIteration. */
  private advance(generator: PyGenerator, step: (floor: PyFrame | null) => Value): Value | undefined {
    try {
      const value = this.nested(step);
      return generator.frame === null ? undefined : value;
    } catch (error) {
      if (generator.frame === null && caught(error, "StopIteration")) return undefined;
      throw error;
    }
  }

  /** Does `work` one level deeper in the host's stack, which is small in a service worker. */
  private nested(work: (floor: PyFrame | null) => Value): Value {
    if (this.nesting >= this.limits.nesting) raiseError("RuntimeError", "maximum recursion depth exceeded");
    this.charge(3);
    this.nesting++;
    enter();
    try {
      return work(this.thread.frame);
    } finally {
      leave();
      this.nesting--;
    }
  }

  /** Runs the frames above `floor` to their end. */
  private finish(floor: PyFrame | null): Value {
    return resultOf(execute(this, floor, "end", Number.POSITIVE_INFINITY));
  }

  locals(): Table {
    return localsOf(this.innermost());
  }

  globals(): Table {
    return this.innermost().globals;
  }

  private innermost(): PyFrame {
    const frame = this.thread.frame;
    if (frame === null) raiseError("SystemError", "no Python frame is running");
    return frame;
  }

  handled(): { type: Value; value: Throwable; traceback: PyTraceback | null } | undefined {
    let depth = 0;
    for (let frame = this.thread.frame; frame !== null; frame = frame.back) {
      if (++depth % 64 === 0) this.charge(1);
      const value = frame.handled;
      if (value !== null) return { type: exceptionClass(value), value, traceback: frame.handledTraceback };
    }
    return undefined;
  }

  clearHandled(): void {
    let depth = 0;
    for (let frame = this.thread.frame; frame !== null; frame = frame.back) {
      if (++depth % 16 === 0) this.charge(1);
      frame.handled = null;
      frame.handledTraceback = null;
    }
  }

  makeRaised(type: Value, value: Value, traceback: Value): Raised {
    return makeRaised(this, type, value, traceback);
  }

  charge(steps: number): void {
    this.thread.steps += steps;
    if (this.thread.steps > this.limits.steps) throw stepsReached(this.limits);
  }

  allocate(bytes: number): void {
    const { memory, objectMemory } = this.limits;
    this.thread.allocated += bytes;
    if (bytes > objectMemory || this.thread.allocated > memory) throw memoryReached(this.limits, bytes);
  }

  write(text: string): void {
    writeOut(this, text);
  }

  /** Appends to the thread's page, whatever `sys.stdout` is now; print sets the softspace again afterwards. */
  emit(text: string): void {
    const thread = this.thread;
    thread.softspace = false;
    thread.outputBytes += text.length;
    if (thread.outputBytes > this.limits.output) throw outputReached(this.limits);
    const last = thread.output.length - 1;
    const piece = thread.output[last];
    if (piece === undefined || piece.length > pieceLength) thread.output.push(text);
    else thread.output[last] = piece + text;
  }

  import(name: string): Value {
    return importModule(this, name);
  }
}

function expectGenerator(value: Value): PyGenerator {
  if (value instanceof PyGenerator) return value;
  return raiseError("TypeError", `a generator is needed, not '${typeName(value)}'`);
}

/** The value a nested run ended with; throws the exception it ended with. */
function resultOf(stop: Stop): Value {
  if (stop.kind === "returned") return stop.value;
  if (stop.kind === "raised") throw new Raised(stop.exception, stop.traceback);
  throw new Error(
    `Failed to finish a nested call: the loop stopped with ${stop.kind}. Nested runs never pause.`,
  );
}
