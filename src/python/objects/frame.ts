/**
 * Code, frames, threads, generators and tracebacks: a run as plain data on an explicit stack.
 *
 * A thread is a chain of frames, innermost first through `back`. Stopping is leaving the loop; going on is entering it
 * again. Nothing about a paused run lives on the host's stack.
 */
import type { Throwable } from "./exception.ts";
import type { PyLock } from "./lock.ts";
import type { Table } from "./table.ts";
import {
  cellType,
  codeType,
  frameType,
  functionType,
  generatorType,
  methodType,
  tracebackType,
} from "./type.ts";
import { PyObject, type Value } from "./values.ts";

/** Flags of `Code.flags`, CPython's values. */
export const CO_OPTIMIZED = 0x1;
export const CO_NEWLOCALS = 0x2;
export const CO_VARARGS = 0x4;
export const CO_VARKEYWORDS = 0x8;
export const CO_GENERATOR = 0x20;
export const CO_FUTURE_DIVISION = 0x2000;
export const CO_FUTURE_ABSOLUTE_IMPORT = 0x4000;
export const CO_FUTURE_PRINT_FUNCTION = 0x10000;
export const CO_FUTURE_UNICODE_LITERALS = 0x20000;
/** What a text inherits from the code that compiles it. */
export const CO_FUTURES =
  CO_FUTURE_DIVISION | CO_FUTURE_ABSOLUTE_IMPORT | CO_FUTURE_PRINT_FUNCTION | CO_FUTURE_UNICODE_LITERALS;

/** A compiled block: module, class body or function. Immutable once the compiler has returned it. */
export class PyCode extends PyObject {
  /** Pairs: opcode, argument (0 where it has none). Positions (`pc`, jump targets) index this array. */
  instructions: number[] = [];
  constants: Value[] = [];
  /** Names used as globals, attributes, or names of a non-optimised block. */
  names: string[] = [];
  /** Parameters first, then the other locals. */
  varnames: string[] = [];
  /** Locals that inner functions see. */
  cellvars: string[] = [];
  /** Names of outer functions' locals seen here; after the cellvars in a frame's `cells`. */
  freevars: string[] = [];
  argcount = 0;
  flags = 0;
  name = "?";
  filename = "?";
  firstLine = 1;
  /** The line of the instruction at `pc` is `lines[pc >> 1]`. */
  lines: number[] = [];
  /** Deepest operand stack this block needs. */
  stackSize = 0;
  /** Where each of `names` was last found in a namespace: a guess, checked where it is used. No part of an image. */
  places: number[] = [];
  constructor() {
    super(codeType);
  }
}

export class PyCell extends PyObject {
  declare value: Value | undefined;
  constructor(value?: Value) {
    super(cellType);
    this.value = value;
  }
}

export class PyFunction extends PyObject {
  declare code: PyCode;
  declare globals: Table;
  declare defaults: Value[];
  declare closure: PyCell[];
  declare name: string;
  declare doc: Value;
  constructor(code: PyCode, globals: Table, defaults: Value[], closure: PyCell[], doc: Value) {
    super(functionType);
    this.code = code;
    this.globals = globals;
    this.defaults = defaults;
    this.closure = closure;
    this.name = code.name;
    this.doc = doc;
  }
}

/** A bound method, or with `self` undefined an unbound one. */
export class PyMethod extends PyObject {
  declare func: Value;
  declare self: Value | undefined;
  declare owner: Value;
  constructor(func: Value, self: Value | undefined, owner: Value) {
    super(methodType);
    this.func = func;
    this.self = self;
    this.owner = owner;
  }
}

/** An entry of a frame's block stack, as in CPython; `outer` is the one below. */
export interface Block {
  kind: "loop" | "except" | "finally" | "with";
  handler: number;
  level: number;
  outer: Block | null;
}

/** What becomes of a frame's result when the frame is left. */
export const Ending = {
  /** It is pushed on the stack of the frame below. */
  push: 0,
  /** Nothing (`exec`). */
  discard: 1,
  /** A generator driven by FOR_ITER: a yield pushes the value, the end leaves the loop. */
  iterate: 2,
  /** A generator driven by its `next` or `send`: a yield pushes the value, the end raises StopIteration. */
  next: 3,
} as const;

/** One activation of a code object. */
export class PyFrame extends PyObject {
  declare code: PyCode;
  declare globals: Table;
  /** The namespace of a module or class block; null in an optimised function. */
  declare names: Table | null;
  /** Fast locals, by `varnames` position. */
  declare fast: (Value | undefined)[];
  declare cells: PyCell[];
  /** The operand stack; what lies at `sp` and above is used up. */
  declare stack: unknown[];
  declare sp: number;
  declare pc: number;
  /** The line now executing; kept by STATEMENT, exact at every pause. */
  declare line: number;
  /** The innermost block that is open. */
  declare block: Block | null;
  declare back: PyFrame | null;
  /** The generator this frame belongs to. */
  declare generator: PyGenerator | null;
  /** What the frame does with its result when it returns: one of `Ending`. */
  declare ending: number;
  /** The new instance that the call gives instead of its result, when this is the frame of an `__init__`. */
  declare instance: Value | undefined;
  /** The exception last handled here, for a bare `raise` and `sys.exc_info()`. */
  declare handled: Throwable | null;
  /** The traceback that belongs to `handled`. */
  declare handledTraceback: PyTraceback | null;
  constructor(code: PyCode, globals: Table, names: Table | null, cells: PyCell[] = []) {
    super(frameType);
    this.code = code;
    this.globals = globals;
    this.names = names;
    const fast: (Value | undefined)[] = new Array(code.varnames.length);
    for (let i = 0; i < fast.length; i++) fast[i] = undefined;
    this.fast = fast;
    this.cells = cells;
    this.stack = new Array(code.stackSize);
    this.line = code.firstLine;
    this.sp = 0;
    this.pc = 0;
    this.block = null;
    this.back = null;
    this.generator = null;
    this.ending = Ending.push;
    this.instance = undefined;
    this.handled = null;
    this.handledTraceback = null;
  }
}

export class PyGenerator extends PyObject {
  /** Null when finished. */
  declare frame: PyFrame | null;
  declare running: boolean;
  declare name: string;
  constructor(frame: PyFrame) {
    super(generatorType);
    this.frame = frame;
    this.running = false;
    this.name = frame.code.name;
  }
}

/** One level of a traceback, outermost first through `next`. */
export class PyTraceback extends PyObject {
  declare frame: PyFrame;
  declare line: number;
  declare next: PyTraceback | null;
  constructor(frame: PyFrame, line: number, next: PyTraceback | null) {
    super(tracebackType);
    this.frame = frame;
    this.line = line;
    this.next = next;
  }
}

/** A run: the frames of one request (or of one test program), its output and what it has used up. */
export class Thread {
  frame: PyFrame | null = null;
  depth = 0;
  /** Pieces of the page, in order; byte strings. */
  output: string[] = [];
  outputBytes = 0;
  /** Python 2's `softspace` of standard output. */
  softspace = false;
  /** Statement and native steps used. */
  steps = 0;
  /** Bytes charged by `allocate`. */
  allocated = 0;
  /** True when the run stands before a visible operation that has been announced: the next `run` performs it. */
  announced = false;
  /** The value that this operation is made on. */
  target: Value = null;
  /** The locks that it has acquired and not released; a lock that somebody else released says so itself. */
  locks: PyLock[] = [];
  /** What `threading.local` objects hold here, by the object's `id`: dictionaries. */
  locals: Table | null = null;
  /** What the run works for, for instance the server's request; a class known to the image catalogue. */
  owner: object | null = null;
}
