/**
 * The less common instructions: those that `loop.ts` leaves to this function, so that the host has a small loop to make fast.
 *
 * They find `pc` (after the instruction) and `sp` in the frame and leave them there.
 */
import { PyDict, PySet, PySlice, type PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import { Ending, type PyCell, type PyCode, type PyFrame, PyFunction } from "../objects/frame.ts";
import type { Interpreter } from "../objects/interpreter.ts";
import { raiseError, raiseWith } from "../objects/raise.ts";
import type { Table } from "../objects/table.ts";
import type { Value } from "../objects/values.ts";
import {
  deleteAttribute,
  deleteItem,
  deleteSlice,
  getSlice,
  repr,
  setSlice,
  tableSet,
  unary,
} from "../operations/index.ts";
import { invoke } from "./calls.ts";
import { enterContext, exitContext, startExec } from "./cases.ts";
import { leaveBlocks, leaveLoop, makeRaised, reraised, unwind, Why } from "./exceptions.ts";
import { openBlock, popFrame, raiseUnbound } from "./frames.ts";
import { importFrom, importName, importStar, starNamespace } from "./imports.ts";
import { buildClass, checkInit } from "./instances.ts";
import { stepsReached } from "./limits.ts";
import type { Machine } from "./machine.ts";
import { collectSpreadCall } from "./operands.ts";
import { printExpression, printItem, printNewline } from "./printing.ts";
import type { Stop } from "./stops.ts";

/** What an empty set and a function weigh about, in bytes. */
const tableSize = 320;
const functionSize = 160;

/**
 * Carries out the instruction `op` with the argument `arg` in `frame`, the innermost. Afterwards another frame may be innermost.
 * Gives the final stop where the run above `floor` is over.
 */
export function perform(
  machine: Machine,
  floor: PyFrame | null,
  frame: PyFrame,
  op: number,
  arg: number,
): Stop | undefined {
  const thread = machine.thread;
  const stepLimit = machine.limits.steps;
  const { code, fast, stack } = frame;
  const { names } = code;
  let { pc, sp } = frame;
  switch (op) {
    case 5: {
      // ROT_FOUR
      const top = stack[sp - 1];
      stack[sp - 1] = stack[sp - 2];
      stack[sp - 2] = stack[sp - 3];
      stack[sp - 3] = stack[sp - 4];
      stack[sp - 4] = top;
      break;
    }
    case 9: // NOP
      break;
    case 10: // UNARY_POSITIVE
      stack[sp - 1] = unary(machine, "UAdd", stack[sp - 1] as Value);
      break;
    case 11: // UNARY_NEGATIVE
      stack[sp - 1] = unary(machine, "USub", stack[sp - 1] as Value);
      break;
    case 13: // UNARY_CONVERT
      stack[sp - 1] = repr(machine, stack[sp - 1] as Value);
      break;
    case 15: // UNARY_INVERT
      stack[sp - 1] = unary(machine, "Invert", stack[sp - 1] as Value);
      break;
    case 30: // SLICE+0
    case 31: // SLICE+1
    case 32: // SLICE+2
    case 33: {
      // SLICE+3
      const which = op - 30;
      const upper = which & 2 ? (stack[--sp] as Value) : undefined;
      const lower = which & 1 ? (stack[--sp] as Value) : undefined;
      stack[sp - 1] = getSlice(machine, stack[sp - 1] as Value, lower, upper);
      break;
    }
    case 40: // STORE_SLICE+0
    case 41: // STORE_SLICE+1
    case 42: // STORE_SLICE+2
    case 43: {
      // STORE_SLICE+3
      const which = op - 40;
      const upper = which & 2 ? (stack[--sp] as Value) : undefined;
      const lower = which & 1 ? (stack[--sp] as Value) : undefined;
      sp -= 2;
      setSlice(machine, stack[sp + 1] as Value, lower, upper, stack[sp] as Value);
      break;
    }
    case 50: // DELETE_SLICE+0
    case 51: // DELETE_SLICE+1
    case 52: // DELETE_SLICE+2
    case 53: {
      // DELETE_SLICE+3
      const which = op - 50;
      const upper = which & 2 ? (stack[--sp] as Value) : undefined;
      const lower = which & 1 ? (stack[--sp] as Value) : undefined;
      sp--;
      deleteSlice(machine, stack[sp] as Value, lower, upper);
      break;
    }
    case 61: // DELETE_SUBSCR
      sp -= 2;
      deleteItem(machine, stack[sp] as Value, stack[sp + 1] as Value);
      break;
    case 70: // PRINT_EXPR
      printExpression(machine, stack[--sp] as Value);
      break;
    case 71: // PRINT_ITEM
      printItem(machine, null, stack[--sp] as Value);
      break;
    case 72: // PRINT_NEWLINE
      printNewline(machine, null);
      break;
    case 73: {
      // PRINT_ITEM_TO
      sp -= 2;
      printItem(machine, stack[sp + 1] as Value, stack[sp] as Value);
      break;
    }
    case 74: // PRINT_NEWLINE_TO
      printNewline(machine, stack[--sp] as Value);
      break;
    case 80: // BREAK_LOOP
      leaveBlocks(frame, Why.break, null);
      pc = frame.pc;
      sp = frame.sp;
      break;
    case 81: {
      // WITH_CLEANUP
      frame.pc = pc;
      frame.sp = sp;
      exitContext(machine, frame);
      sp = frame.sp;
      break;
    }
    case 82: // LOAD_LOCALS
      stack[sp++] = new PyDict(frame.names ?? frame.globals);
      break;
    case 84: // IMPORT_STAR
      importStar(machine, stack[--sp] as Value, starNamespace(frame));
      break;
    case 85: // EXEC_STMT
      sp -= 3;
      frame.pc = pc;
      frame.sp = sp;
      startExec(machine, frame, stack[sp] as Value, stack[sp + 1] as Value, stack[sp + 2] as Value);
      return undefined;
    case 88: {
      // END_FINALLY
      const v = stack[--sp];
      if (v === null) break;
      if (typeof v === "number") {
        const value = v === Why.break ? null : stack[--sp];
        frame.pc = pc;
        frame.sp = sp;
        if (leaveBlocks(frame, v, value)) {
          pc = frame.pc;
          sp = frame.sp;
          break;
        }
        return leaveFrame(machine, floor, frame, value as Value);
      }
      sp -= 2;
      frame.pc = pc;
      return unwind(machine, floor, stack[sp + 1] as never, stack[sp] as never, true);
    }
    case 89: {
      // BUILD_CLASS
      sp -= 3;
      frame.pc = pc;
      frame.sp = sp;
      const cls = buildClass(
        machine,
        stack[sp] as string,
        stack[sp + 1] as PyTuple,
        stack[sp + 2] as PyDict,
        frame.globals,
      );
      if (cls === undefined) return undefined;
      stack[sp++] = cls;
      break;
    }
    case 91: {
      // DELETE_NAME
      const name = names[arg] as string;
      if (!(frame.names ?? frame.globals).delete(name))
        raiseError("NameError", `name '${name}' is not defined`);
      break;
    }
    case 96: {
      // DELETE_ATTR
      const target = stack[sp - 1] as Value;
      const name = names[arg] as string;
      sp--;
      deleteAttribute(machine, target, name);
      break;
    }
    case 97: {
      // STORE_GLOBAL
      const name = names[arg] as string;
      frame.globals.set(name, name, stack[--sp] as Value);
      break;
    }
    case 98: {
      // DELETE_GLOBAL
      const name = names[arg] as string;
      if (!frame.globals.delete(name)) raiseError("NameError", `global name '${name}' is not defined`);
      break;
    }
    case 99: // DUP_TOPX
      for (let i = 0; i < arg; i++) stack[sp + i] = stack[sp + i - arg];
      sp += arg;
      break;
    case 104: {
      // BUILD_SET
      machine.allocate(tableSize + arg * 24);
      sp -= arg;
      const set = new PySet();
      for (let i = 0; i < arg; i++)
        tableSet(machine, set.table, stack[sp + i] as Value, stack[sp + i] as Value);
      stack[sp++] = set;
      break;
    }
    case 108: // IMPORT_NAME
      sp--;
      frame.pc = pc;
      stack[sp - 1] = importName(machine, names[arg] as string, {
        fromList: stack[sp] as Value,
        level: stack[sp - 1] as number,
        globals: frame.globals,
      });
      break;
    case 109: // IMPORT_FROM
      stack[sp] = importFrom(machine, stack[sp - 1] as Value, names[arg] as string);
      sp++;
      break;
    case 119: // CONTINUE_LOOP
      if (++thread.steps > stepLimit) throw stepsReached(machine.limits);
      frame.sp = sp;
      leaveBlocks(frame, Why.continue, arg);
      pc = frame.pc;
      sp = frame.sp;
      break;
    case 126: // DELETE_FAST
      if (fast[arg] === undefined) raiseUnbound(code, arg);
      fast[arg] = undefined;
      break;
    case 130: {
      // RAISE_VARARGS
      const traceback = arg > 2 ? (stack[--sp] as Value) : null;
      const value = arg > 1 ? (stack[--sp] as Value) : null;
      const type = arg > 0 ? (stack[--sp] as Value) : null;
      frame.pc = pc;
      frame.sp = sp;
      const raised = arg === 0 ? reraised(machine) : makeRaised(machine, type, value, traceback);
      return unwind(machine, floor, raised.exception, raised.traceback, raised.traceback !== null);
    }
    case 132: // MAKE_FUNCTION
    case 134: {
      // MAKE_CLOSURE
      machine.allocate(functionSize);
      const block = stack[--sp] as PyCode;
      const cells = op === 134 ? ((stack[--sp] as PyTuple).items as Value[]) : [];
      sp -= arg;
      stack[sp] = makeFunction(block, frame, stack.slice(sp, sp + arg) as Value[], cells);
      sp++;
      break;
    }
    case 133: {
      // BUILD_SLICE
      const step = arg === 3 ? (stack[--sp] as Value) : null;
      sp--;
      stack[sp - 1] = new PySlice(stack[sp - 1] as Value, stack[sp] as Value, step);
      break;
    }
    case 135: // LOAD_CLOSURE
      stack[sp++] = frame.cells[arg];
      break;
    case 140: // CALL_FUNCTION_VAR
    case 141: // CALL_FUNCTION_KW
    case 142: {
      // CALL_FUNCTION_VAR_KW

      if (++thread.steps > stepLimit) throw stepsReached(machine.limits);
      const call = collectSpreadCall(machine, stack, sp, arg, op - 139);
      sp = call.base;
      frame.pc = pc;
      frame.sp = sp;
      const result = invoke(machine, call.callee, call.args, call.keywords);
      if (result === undefined) return undefined;
      stack[sp++] = result;
      break;
    }
    case 143: {
      // SETUP_WITH
      const enter = enterContext(machine, stack[sp - 1] as Value);
      stack[sp - 1] = enter.exit;
      openBlock(frame, "with", arg, sp);
      frame.pc = pc;
      frame.sp = sp;
      const result = invoke(machine, enter.enter, [], null);
      if (result === undefined) return undefined;
      stack[sp++] = result;
      break;
    }
    case 146: {
      // SET_ADD
      sp--;
      const item = stack[sp] as Value;
      tableSet(machine, (stack[sp - arg] as PySet).table, item, item);
      break;
    }
    case 147: // MAP_ADD
      sp -= 2;
      tableSet(machine, (stack[sp - arg] as PyDict).table, stack[sp + 1] as Value, stack[sp] as Value);
      break;
    default:
      throw new Error(`Failed to run ${code.filename}: ${op} is no instruction.`);
  }
  frame.pc = pc;
  frame.sp = sp;
  return undefined;
}

/** Takes a frame off that has returned `value`, and gives the value to whoever waits; the final stop above `floor`. */
export function leaveFrame(
  machine: Machine,
  floor: PyFrame | null,
  frame: PyFrame,
  value: Value,
): Stop | undefined {
  const back = frame.back;
  const { ending, instance } = frame;
  const ofGenerator = frame.generator !== null;
  popFrame(machine.thread, frame);
  if (ofGenerator && ending === Ending.next) raiseWith("StopIteration", []);
  const result = instance === undefined ? value : checkInit(value, instance);
  if (back === floor || back === null) return { kind: "returned", value: result };
  if (ofGenerator) leaveLoop(back);
  else if (ending === Ending.push) back.stack[back.sp++] = result;
  return undefined;
}

/** MAKE_FUNCTION: the docstring is the first constant, when that is a string. */
function makeFunction(code: PyCode, frame: PyFrame, defaults: Value[], cells: Value[]): PyFunction {
  const first = code.constants[0];
  const doc = typeof first === "string" || first instanceof PyUnicode ? first : null;
  return new PyFunction(code, frame.globals, defaults, cells as PyCell[], doc);
}

/**
 * The value of a name that was not where it was last found: in `table`, else in the globals, else a built-in one. `kind` is how
 * the NameError calls it.
 */
export function findName(
  { builtins }: Interpreter,
  { code, globals }: PyFrame,
  table: Table,
  arg: number,
  kind: string,
): Value {
  const name = code.names[arg] ?? "";
  const at = table.find(name);
  if (at !== -1) {
    code.places[arg] = at;
    return table.values[at] ?? null;
  }
  const value = globals.get(name);
  if (value !== undefined) return value;
  const builtin = builtins.get(name);
  return builtin === undefined ? raiseError("NameError", `${kind}name '${name}' is not defined`) : builtin;
}
