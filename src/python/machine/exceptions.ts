/**
 * Exceptions: making them, matching them, and unwinding frames with them, as CPython's `ceval.c` does.
 *
 * A block stack in each frame says where `except`, `finally`, `with` and loops stand. Leaving a block early has a
 * reason (`Why`): an exception, `return`, `break` or `continue`. A handler finds on the operand stack either an exception
 * (traceback, value, type on top), or the reason as a number (with the value returned below it), or None.
 */
import { PyClass as OldClass, type PyClass, PyOldInstance, PyTuple } from "../objects/builtin-objects.ts";
import { baseExceptionType, exceptionType, PyException, type Throwable } from "../objects/exception.ts";
import { type Block, Ending, type PyFrame, PyTraceback } from "../objects/frame.ts";
import { LimitReached, Raised, type VM } from "../objects/machine.ts";
import { makeException, raiseError } from "../objects/raise.ts";
import { PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { SETUP_WITH } from "../opcodes.ts";
import { someOf } from "../operations/classes.ts";
import { isInstance, isSubclass, typeName } from "../operations/index.ts";
import { SourceError } from "../source-error.ts";
import { currentLine, popFrame } from "./frames.ts";
import type { Stop } from "./stops.ts";

/** Why a block is left early, as END_FINALLY finds it on the stack. */
export const Why = { return: 1, break: 2, continue: 3 } as const;

/** The class of a raised value: what `except` compares and `sys.exc_info()[0]` gives. */
export function exceptionClass(exception: Throwable): PyType | PyClass {
  return exception instanceof PyOldInstance ? exception.cls : exception.type;
}

/** True for what may stand after `raise` as a class. */
function isExceptionClass(value: Value): value is PyType | PyClass {
  return value instanceof OldClass || (value instanceof PyType && value.mro.includes(baseExceptionType));
}

/** The exception that `raise type, value, traceback` raises (Python 2.7 reference, §6.9). */
export function makeRaised(vm: VM, type: Value, value: Value, traceback: Value): Raised {
  if (traceback !== null && !(traceback instanceof PyTraceback))
    raiseError("TypeError", "raise: arg 3 must be a traceback or None");
  let raised = type;
  while (raised instanceof PyTuple && raised.items[0] !== undefined) raised = raised.items[0];
  if (isExceptionClass(raised)) return new Raised(instantiate(vm, raised, value), traceback);
  if (!(raised instanceof PyException || raised instanceof PyOldInstance))
    raiseError(
      "TypeError",
      `exceptions must be old-style classes or derived from BaseException, not ${typeName(raised)}`,
    );
  if (value !== null) raiseError("TypeError", "instance exception may not have a separate value");
  return new Raised(raised, traceback);
}

/** `raise type, value`: the value itself when it is an instance of the class, else `type(*value)`. */
function instantiate(vm: VM, type: PyType | PyClass, value: Value): Throwable {
  if ((value instanceof PyException || value instanceof PyOldInstance) && isInstance(vm, value, type))
    return value;
  const args = value === null ? [] : value instanceof PyTuple ? value.items : [value];
  const made = vm.call(type, [...args]);
  if (made instanceof PyException || made instanceof PyOldInstance) return made;
  return raiseError(
    "TypeError",
    `calling ${type.name}() should have returned an instance of BaseException, not '${typeName(made)}'`,
  );
}

/** `raise` alone: the exception being handled, with the traceback it has. */
export function reraised(vm: VM): Raised {
  const handled = vm.handled();
  if (handled === undefined) return makeRaised(vm, null, null, null);
  return new Raised(handled.value, handled.traceback);
}

/** COMPARE_OP "exception match": does an exception of class `type` belong to `candidate`, a class or a tuple of them? */
export function matches(vm: VM, type: Value, candidate: Value): boolean {
  if (candidate instanceof PyTuple) return someOf(vm, candidate, "", (each) => matches(vm, type, each));
  if (isExceptionClass(type) && isExceptionClass(candidate)) return isSubclass(vm, type, candidate);
  return type === candidate;
}

/**
 * What a host `catch` at the machine's door has got, as a guest exception. Source errors of `exec` and `import` become
 * SyntaxErrors; the host's own stack overflow becomes CPython's RuntimeError. Anything else is our mistake: rethrown.
 */
export function toRaised(vm: VM, error: unknown): Raised {
  if (error instanceof Raised) {
    vm.charge(hostSteps);
    return error;
  }
  if (error instanceof LimitReached) throw error;
  if (error instanceof SourceError) return new Raised(syntaxError(error));
  if (isHostOverflow(error))
    return new Raised(makeException("RuntimeError", ["maximum recursion depth exceeded"]));
  throw error;
}

/**
 * V8 and JavaScriptCore say RangeError, SpiderMonkey InternalError. A net below `limits.nesting`, not a plan.
 * @note No regular expression here: V8 aborts the process when it has to compile one with the stack used up.
 */
function isHostOverflow(error: unknown): boolean {
  if (!(error instanceof Error) || error.name === "Error") return false;
  return error.message.includes("call stack") || error.message.includes("recursion");
}

/** The Python exception for a text that cannot be compiled. */
export function syntaxError(error: SourceError): PyException {
  const { span, filename, offset } = error;
  if (error.kind === "MemoryError") return makeException("MemoryError", []);
  if (error.kind === "ValueError" || error.kind === "TypeError")
    return makeException(error.kind, [error.message]);
  const line = sourceLine(error);
  const place = new PyTuple([filename, span.line, offset, line]);
  const kind = error.kind === "PihError" ? "SyntaxError" : error.kind;
  return makeException(kind, [error.message, place]);
}

/**
 * The line a SyntaxError quotes. For errors found after parsing, which have no offset, CPython reads it from the file:
 * without its indentation, and not at all for `<string>`.
 */
function sourceLine({ span, text, offset, filename, isUnended }: SourceError): string | null {
  if (text === null) return null;
  if (offset !== null) return isUnended || span.line === 0 ? text : `${text}\n`;
  if (filename.startsWith("<")) return null;
  return isUnended ? text.trimStart() : `${text.trimStart()}\n`;
}

/** What an exception costs is as much as so many steps. */
const raisingSteps = 24;
/** What the host's own throw costs besides. */
const hostSteps = 12;
/** The same of each frame that an exception leaves: it has a traceback of its own. */
const leavingSteps = 2;

/**
 * Raises `exception` in the innermost frame and unwinds to the first handler above `floor`: undefined when one took it
 * (the loop goes on with `thread.frame`), else the final stop. `again` is true for a re-raise, which adds no
 * traceback level for the frame where it stands.
 */
export function unwind(
  vm: VM,
  floor: PyFrame | null,
  exception: Throwable,
  traceback: PyTraceback | null,
  again: boolean,
): Stop | undefined {
  const thread = vm.thread;
  vm.charge(raisingSteps);
  let trace = traceback;
  let skip = again && trace !== null;
  for (let frame = thread.frame; frame !== null && frame !== floor; frame = thread.frame) {
    if (!skip) trace = new PyTraceback(frame, currentLine(frame), trace);
    skip = false;
    if (exception instanceof PyException) exception.traceback = trace;
    if (handle(frame, exception, trace)) return undefined;
    popFrame(thread, frame);
    vm.charge(leavingSteps);
    frame.stack.length = 0;
    if (endsLoop(thread.frame, frame, exception)) return undefined;
  }
  return { kind: "raised", exception, traceback: trace };
}

/** Gives the exception to the nearest handler of this frame; false when it has none. */
function handle(frame: PyFrame, exception: Throwable, traceback: PyTraceback | null): boolean {
  for (let { block } = frame; block !== null; block = block.outer) {
    frame.block = block.outer;
    if (block.kind === "loop" || isUnentered(frame, block)) continue;
    frame.sp = block.level;
    frame.pc = block.handler;
    frame.stack[frame.sp++] = traceback;
    frame.stack[frame.sp++] = exception;
    frame.stack[frame.sp++] = exceptionClass(exception);
    frame.handled = exception;
    frame.handledTraceback = traceback;
    return true;
  }
  return false;
}

/** A `with` whose `__enter__` fails: its block stands already, but is not entered yet. */
function isUnentered(frame: PyFrame, block: Block): boolean {
  const { instructions } = frame.code;
  return instructions[frame.pc - 2] === SETUP_WITH && instructions[frame.pc - 1] === block.handler;
}

/** StopIteration out of a generator that a `for` drives ends the loop. */
function endsLoop(caller: PyFrame | null, frame: PyFrame, exception: Throwable): boolean {
  if (frame.ending !== Ending.iterate || caller === null) return false;
  if (!exception.type.mro.includes(exceptionType("StopIteration"))) return false;
  leaveLoop(caller);
  return true;
}

/** FOR_ITER of the waiting `caller` finds its iterator exhausted. */
export function leaveLoop(caller: PyFrame): void {
  caller.sp--;
  caller.pc = caller.code.instructions[caller.pc - 1] ?? caller.pc;
}

/**
 * `return`, `break` or `continue` through the blocks of `frame`: true when the frame goes on at its `pc` (a `finally`
 * first, or the loop's place), false when `return` leaves it. `value` is what is returned, or where to continue.
 */
export function leaveBlocks(frame: PyFrame, why: number, value: unknown): boolean {
  for (;;) {
    const { block } = frame;
    if (block === null) return false;
    if (block.kind === "loop" && why === Why.continue) {
      frame.pc = value as number;
      return true;
    }
    frame.block = block.outer;
    frame.sp = block.level;
    if (block.kind === "loop" && why === Why.break) {
      frame.pc = block.handler;
      return true;
    }
    if (block.kind !== "finally" && block.kind !== "with") continue;
    if (why !== Why.break) frame.stack[frame.sp++] = value;
    frame.stack[frame.sp++] = why;
    frame.pc = block.handler;
    return true;
  }
}
