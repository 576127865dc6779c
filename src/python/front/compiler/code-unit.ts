/**
 * A code object in the making: instructions with labels for jump targets, the tables they index, and the line that each
 * was made for. One unit is open for every block the compiler is inside of.
 */
import { comparisons, Op } from "../../bytecode.ts";
import { PyComplex, PyFloat, PyInt, PyUnicode } from "../../objects/builtin-objects.ts";
import { PyCode } from "../../objects/frame.ts";
import type { Value } from "../../objects/values.ts";
import type { SymbolBlock } from "../symtable.ts";
import { fuse } from "./fuse.ts";
import { stackDepth } from "./stack-depth.ts";

/** A place in the code that jumps may name before it is reached. */
export interface Label {
  position: number;
}

/** A statement that is open around the one being compiled, as `break` and `continue` see it. */
export interface Enclosure {
  kind: "loop" | "except" | "finally-try" | "finally-end";
  /** Where `continue` goes. */
  start: Label;
  /** Where `break` goes, in a loop that has no block at run time; null where BREAK_LOOP must unwind. */
  exit: Label | null;
  /** Whether an iterator lies on the stack while the loop runs. */
  hasIterator: boolean;
}

export class CodeUnit {
  readonly block: SymbolBlock;
  readonly name: string;
  /** The class whose private names are mangled here, or null. */
  readonly className: string | null;
  /** The line instructions are made for; `Compiler` moves it. */
  line: number;
  readonly enclosures: Enclosure[] = [];

  private readonly firstLine: number;
  private readonly instructions: number[] = [];
  private readonly lines: number[] = [];
  private readonly jumps: { at: number; label: Label }[] = [];
  private lastLabelled = -1;
  private readonly constants: Value[] = [];
  private readonly constantPositions: Map<string, number> = new Map();
  private readonly names = new NameTable();
  private readonly varnames: NameTable;
  private readonly cells: NameTable;
  private readonly cellCount: number;

  constructor(block: SymbolBlock, name: string, className: string | null) {
    this.block = block;
    this.name = name;
    this.className = className;
    this.line = Math.max(1, block.line);
    this.firstLine = block.line;
    const cells = block.cells;
    this.varnames = new NameTable(block.parameters);
    this.cells = new NameTable([...cells, ...block.frees]);
    this.cellCount = cells.length;
  }

  emit(op: number, argument = 0): void {
    this.instructions.push(op, argument);
    this.lines.push(this.line);
  }

  emitJump(op: number, label: Label): void {
    this.jumps.push({ at: this.instructions.length + 1, label });
    this.emit(op);
  }

  emitComparison(name: (typeof comparisons)[number]): void {
    this.emit(Op.COMPARE_OP, comparisons.indexOf(name));
  }

  emitConstant(value: Value): void {
    this.emit(Op.LOAD_CONST, this.constant(value));
  }

  emitName(op: number, name: string): void {
    this.emit(op, this.names.position(name));
  }

  emitFast(op: number, name: string): void {
    this.emit(op, this.varnames.position(name));
  }

  emitCell(op: number, name: string): void {
    this.emit(op, this.cells.position(name));
  }

  newLabel(): Label {
    return { position: -1 };
  }

  /** Places `label` before the next instruction. */
  mark(label: Label): void {
    label.position = this.instructions.length;
    this.lastLabelled = label.position;
  }

  /** The position of a constant equal to `value` and of its type, added if need be. */
  constant(value: Value): number {
    const key = constantKey(value);
    const known = key === null ? undefined : this.constantPositions.get(key);
    if (known !== undefined) return known;
    if (key !== null) this.constantPositions.set(key, this.constants.length);
    return this.constants.push(value) - 1;
  }

  /** Adds `return None` where the end can be reached. */
  endWithNone(): void {
    const atLabel = this.lastLabelled === this.instructions.length;
    if (!atLabel && this.instructions.at(-2) === Op.RETURN_VALUE) return;
    this.emitConstant(null);
    this.emit(Op.RETURN_VALUE);
  }

  /** The finished code. */
  finish(details: { filename: string; argcount: number; flags: number }): PyCode {
    for (const { at, label } of this.jumps) this.instructions[at] = label.position;
    threadJumps(this.instructions, this.jumps);
    const code = new PyCode();
    code.instructions = this.instructions;
    code.constants = this.constants;
    code.names = this.names.list;
    code.places = code.names.map(() => 0);
    code.varnames = this.varnames.list;
    code.cellvars = this.cells.list.slice(0, this.cellCount);
    code.freevars = this.cells.list.slice(this.cellCount);
    code.argcount = details.argcount;
    code.flags = details.flags;
    code.name = this.name;
    code.filename = details.filename;
    code.firstLine = this.firstLine > 0 ? this.firstLine : (this.lines[0] ?? 1);
    code.lines = this.lines;
    code.stackSize = stackDepth(this.instructions);
    fuse(this.instructions);
    return code;
  }
}

/** Names in order of first use. */
class NameTable {
  readonly list: string[];
  private readonly positions: Map<string, number>;

  constructor(initial: readonly string[] = []) {
    this.list = [...initial];
    this.positions = new Map(this.list.map((name, position) => [name, position]));
  }

  position(name: string): number {
    const known = this.positions.get(name);
    if (known !== undefined) return known;
    this.positions.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

/** What makes two constants the same one: type and value. Null for those never shared. */
function constantKey(value: Value): string | null {
  if (value === null) return "None";
  if (typeof value === "string") return `s${value}`;
  if (typeof value === "number") return `i${value}`;
  if (typeof value === "bigint") return `l${value}`;
  if (value instanceof PyUnicode) return `u${value.value}`;
  if (value instanceof PyInt) return `i${value.value}`;
  if (value instanceof PyFloat) return `f${floatKey(value.value)}`;
  if (value instanceof PyComplex) return `c${floatKey(value.real)},${floatKey(value.imag)}`;
  return null;
}

function floatKey(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** A jump to an unconditional jump goes where that one goes; JUMP_FORWARD never comes to lead backward. */
function threadJumps(instructions: number[], jumps: readonly { at: number }[]): void {
  for (const { at } of jumps) {
    const op = instructions[at - 1];
    if (keepsTarget(op)) continue;
    let target = instructions[at] ?? 0;
    for (let hops = 0; hops < MAX_HOPS && isPlainJump(instructions[target]); hops++)
      target = instructions[target + 1] ?? 0;
    instructions[at] = target;
    if (op === Op.JUMP_FORWARD && target < at) instructions[at - 1] = Op.JUMP_ABSOLUTE;
  }
}

/** Bounds the walk along a ring of jumps. */
const MAX_HOPS = 8;

function isPlainJump(op: number | undefined): boolean {
  return op === Op.JUMP_ABSOLUTE || op === Op.JUMP_FORWARD;
}

/** @note Their targets are where a block ends or a loop continues, which more than the jump itself relies on. */
function keepsTarget(op: number | undefined): boolean {
  return (
    op === Op.FOR_ITER ||
    op === Op.SETUP_LOOP ||
    op === Op.SETUP_EXCEPT ||
    op === Op.SETUP_FINALLY ||
    op === Op.SETUP_WITH ||
    op === Op.CONTINUE_LOOP
  );
}
