/**
 * Frames: pushing them, entering generators, and the namespaces a frame shows.
 *
 * `thread.frame` is always the innermost frame of the run, `frame.back` the one that waits for it.
 */
import { isLibraryFile } from "../library/manifest.ts";
import {
  type Block,
  CO_OPTIMIZED,
  type PyCode,
  type PyFrame,
  type PyGenerator,
  type Thread,
} from "../objects/frame.ts";
import type { Interpreter } from "../objects/interpreter.ts";
import { raiseError } from "../objects/raise.ts";
import { Table } from "../objects/table.ts";
import type { Value } from "../objects/values.ts";

/** What frames need of the machine. */
interface Stage {
  readonly thread: Thread;
  readonly interpreter: Interpreter;
}

/**
 * The frame of the learner's own code that is at work in `frame`: itself, or below the library's frames the one that called
 * them. Stops and events name its line.
 */
export function ownFrame(frame: PyFrame): PyFrame {
  let own = frame;
  while (isLibraryFile(own.code.filename) && own.back !== null) own = own.back;
  return own;
}

/** Where a run stands, as its stops say it. */
export function placeOf(frame: PyFrame): { line: number; filename: string } {
  const { line, code } = ownFrame(frame);
  return { line, filename: code.filename };
}

/** Makes `frame` the innermost; RuntimeError when there are too many, as in CPython. */
export function pushFrame(machine: Stage, frame: PyFrame): void {
  const thread = machine.thread;
  if (thread.depth >= machine.interpreter.recursionLimit)
    raiseError("RuntimeError", "maximum recursion depth exceeded");
  thread.depth++;
  frame.back = thread.frame;
  thread.frame = frame;
}

/**
 * Makes the frame of a waiting generator the innermost; `sent` becomes the value of its `yield`, undefined leaves the
 * stack alone (an exception is about to be thrown there). `ending` says what becomes of what it yields.
 */
export function enterGenerator(
  machine: Stage,
  generator: PyGenerator,
  sent: Value | undefined,
  ending: number,
): void {
  if (generator.running) raiseError("ValueError", "generator already executing");
  const frame = generator.frame;
  if (frame === null) raiseError("StopIteration", "");
  const fresh = frame.pc === 0;
  if (fresh && sent !== null && sent !== undefined)
    raiseError("TypeError", "can't send non-None value to a just-started generator");
  pushFrame(machine, frame);
  frame.ending = ending;
  generator.running = true;
  if (!fresh && sent !== undefined) frame.stack[frame.sp++] = sent;
}

/** Takes the generator's frame off the thread at a yield: it waits, its stack shows what it holds and no more. */
export function suspendGenerator(thread: Thread, frame: PyFrame, generator: PyGenerator): void {
  thread.frame = frame.back;
  thread.depth--;
  frame.back = null;
  frame.handled = null;
  frame.handledTraceback = null;
  // Taking them off one by one keeps the room that they had.
  while (frame.stack.length > frame.sp) frame.stack.pop();
  generator.running = false;
}

/** Takes `frame` off the thread for good. */
export function popFrame(thread: Thread, frame: PyFrame): void {
  thread.frame = frame.back;
  thread.depth--;
  const generator = frame.generator;
  if (generator === null) return;
  frame.back = null;
  generator.frame = null;
  generator.running = false;
}

/** Forgets operands that are used up, so that equal runs are equal data. Called at every stop. */
export function settle(thread: Thread): void {
  for (let frame = thread.frame; frame !== null; frame = frame.back) frame.stack.length = frame.sp;
}

/** The line of the instruction that `frame` has last begun. */
export function currentLine(frame: PyFrame): number {
  const at = frame.pc === 0 ? 0 : (frame.pc - 2) >> 1;
  return frame.code.lines[at] ?? frame.line;
}

/** `locals()`: the namespace itself of a module or class, a picture of a function's variables otherwise. */
export function localsOf(frame: PyFrame): Table {
  const { varnames, cellvars, freevars, flags } = frame.code;
  const table = frame.names ?? new Table();
  frame.fast.forEach((value, at) => {
    picture(table, varnames[at], value);
  });
  const shown = (flags & CO_OPTIMIZED) === 0 ? cellvars : [...cellvars, ...freevars];
  shown.forEach((name, at) => {
    picture(table, name, frame.cells[at]?.value);
  });
  return table;
}

function picture(table: Table, name: string | undefined, value: Value | undefined): void {
  if (name === undefined || name.startsWith(".")) return;
  if (value === undefined) table.delete(name);
  else table.set(name, name, value);
}

/** CPython's `PyFrame_LocalsToFast`: after `exec` in a function, its variables are what the picture says. */
export function localsToFast(frame: PyFrame, table: Table): void {
  const { varnames, cellvars, freevars } = frame.code;
  varnames.forEach((name, at) => {
    if (table.has(name)) frame.fast[at] = table.get(name);
  });
  [...cellvars, ...freevars].forEach((name, at) => {
    const cell = frame.cells[at];
    if (cell !== undefined && table.has(name)) cell.value = table.get(name);
  });
}

/** Opens a block of `frame`: its end is at `handler`, its stack begins at `level`. */
export function openBlock(frame: PyFrame, kind: Block["kind"], handler: number, level: number): void {
  frame.block = { kind, handler, level, outer: frame.block };
}

/** A local variable without a value. */
export function raiseUnbound(code: PyCode, at: number): never {
  return raiseError(
    "UnboundLocalError",
    `local variable '${code.varnames[at]}' referenced before assignment`,
  );
}

/** A cell without a value: the block's own variable, or one of an outer function. */
export function raiseFree(code: PyCode, at: number): never {
  if (at < code.cellvars.length)
    return raiseError(
      "UnboundLocalError",
      `local variable '${code.cellvars[at]}' referenced before assignment`,
    );
  const name = code.freevars[at - code.cellvars.length];
  return raiseError("NameError", `free variable '${name}' referenced before assignment in enclosing scope`);
}
