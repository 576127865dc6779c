/** Code objects as text, in the manner of Python's `dis`; for tests and for looking. */
import { comparisons, Op } from "../bytecode.ts";
import { PyFloat, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import { PyCode } from "../objects/frame.ts";
import type { Value } from "../objects/values.ts";

/** An instruction's name, from its number. */
function exactName(op: number): string | undefined {
  return Object.entries(Op).find(([, number]) => number === op)?.[0];
}

const jumps: ReadonlySet<number> = new Set<number>([
  Op.FOR_ITER,
  Op.JUMP_FORWARD,
  Op.JUMP_IF_FALSE_OR_POP,
  Op.JUMP_IF_TRUE_OR_POP,
  Op.JUMP_ABSOLUTE,
  Op.POP_JUMP_IF_FALSE,
  Op.POP_JUMP_IF_TRUE,
  Op.CONTINUE_LOOP,
  Op.SETUP_LOOP,
  Op.SETUP_EXCEPT,
  Op.SETUP_FINALLY,
  Op.SETUP_WITH,
]);
const withName: ReadonlySet<number> = new Set<number>([
  Op.STORE_NAME,
  Op.DELETE_NAME,
  Op.STORE_ATTR,
  Op.DELETE_ATTR,
  Op.STORE_GLOBAL,
  Op.DELETE_GLOBAL,
  Op.LOAD_NAME,
  Op.LOAD_ATTR,
  Op.LOAD_METHOD,
  Op.IMPORT_NAME,
  Op.IMPORT_FROM,
  Op.LOAD_GLOBAL,
]);
const withLocal: ReadonlySet<number> = new Set<number>([Op.LOAD_FAST, Op.STORE_FAST, Op.DELETE_FAST]);
const withCell: ReadonlySet<number> = new Set<number>([Op.LOAD_CLOSURE, Op.LOAD_DEREF, Op.STORE_DEREF]);
const withNumber: ReadonlySet<number> = new Set<number>([
  Op.STATEMENT,
  Op.UNPACK_SEQUENCE,
  Op.LIST_APPEND,
  Op.SET_ADD,
  Op.MAP_ADD,
  Op.DUP_TOPX,
  Op.BUILD_TUPLE,
  Op.BUILD_LIST,
  Op.BUILD_SET,
  Op.BUILD_MAP,
  Op.RAISE_VARARGS,
  Op.CALL_FUNCTION,
  Op.CALL_METHOD,
  Op.MAKE_FUNCTION,
  Op.BUILD_SLICE,
  Op.MAKE_CLOSURE,
  Op.CALL_FUNCTION_VAR,
  Op.CALL_FUNCTION_KW,
  Op.CALL_FUNCTION_VAR_KW,
]);

/**
 * `code` and the code objects among its constants, one instruction a line: where its line changes the line number, then
 * its position, name and what its argument means.
 */
export function disassemble(code: PyCode): string {
  const blocks = [code, ...nestedCode(code)];
  return blocks.map((block) => `${block.name}:\n${listing(block)}`).join("\n");
}

function nestedCode(code: PyCode): PyCode[] {
  const direct = code.constants.filter((constant) => constant instanceof PyCode);
  return direct.flatMap((inner) => [inner, ...nestedCode(inner)]);
}

function listing(code: PyCode): string {
  const rows: string[] = [];
  let previous: number | undefined;
  for (let pc = 0; pc < code.instructions.length; pc += 2) {
    const line = code.lines[pc >> 1];
    const shown = line === previous ? "" : String(line);
    previous = line;
    rows.push(`${shown.padStart(4)} ${String(pc).padStart(4)} ${instruction(code, pc)}`.trimEnd());
  }
  return rows.join("\n");
}

function instruction(code: PyCode, pc: number): string {
  const own = code.instructions[pc] ?? 0;
  // A superinstruction is shown as what it begins with: the others follow.
  const op = own < Op.FAST_ATTR ? own : Op.LOAD_FAST;
  const argument = code.instructions[pc + 1] ?? 0;
  return `${nameOf(op)} ${argumentText(code, op, argument)}`.trimEnd();
}

/** SLICE+0…+3 and their like share one entry of `Op`. */
function nameOf(op: number): string {
  for (let base = op; base >= 0 && base > op - 4; base--) {
    const name = exactName(base);
    if (name !== undefined) return base === op ? name : `${name}+${op - base}`;
  }
  return `<${op}>`;
}

function argumentText(code: PyCode, op: number, argument: number): string {
  if (op === Op.LOAD_CONST) return constantText(code.constants[argument]);
  if (op === Op.COMPARE_OP) return comparisons[argument] ?? "?";
  if (jumps.has(op)) return `to ${argument}`;
  if (withName.has(op)) return code.names[argument] ?? "?";
  if (withLocal.has(op)) return code.varnames[argument] ?? "?";
  if (withCell.has(op)) return [...code.cellvars, ...code.freevars][argument] ?? "?";
  return withNumber.has(op) ? String(argument) : "";
}

function constantText(value: Value | undefined): string {
  if (value === undefined || value === null) return value === null ? "None" : "?";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}L`;
  if (value instanceof PyUnicode) return `u${JSON.stringify(value.value)}`;
  if (value instanceof PyFloat) return String(value.value);
  if (value instanceof PyTuple) return `(${value.items.map(constantText).join(", ")})`;
  if (value instanceof PyCode) return `<code ${value.name}>`;
  return typeof value === "object" ? `<${value.type.name}>` : String(value);
}
