/**
 * The loop: one case for each instruction of `bytecode.ts`, as CPython's `ceval.c` has it.
 *
 * The outer loop takes up the innermost frame of the thread; the inner one runs its instructions with the frame's `pc`
 * and `sp` in local variables. They are written back at calls, raises and stops, and only then is `frame` true. A call
 * of Python code pushes a frame and goes round the outer loop: the host's stack never grows with Python's.
 * A guest exception raised by a native arrives at the one `catch`.
 *
 * The cases carry numbers, because a host compiles a `switch` on literals to a jump table; `loop.test.ts` holds them
 * against `bytecode.ts`. The operand stack and the fast locals hold what the compiler put there, so what is read
 * from them is asserted (`as Value`) and not checked: this is the one place where that is worth it.
 */
import { isLibraryFile } from "../library/manifest.ts";
import { PyDict, PyList, PySet, PySlice, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import {
  type Block,
  CO_GENERATOR,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  Ending,
  type PyCell,
  type PyCode,
  PyFrame,
  PyFunction,
  PyGenerator,
  PyMethod,
} from "../objects/frame.ts";
import { raiseError, raiseWith } from "../objects/raise.ts";
import type { Operation } from "../objects/slots.ts";
import { dictType, listType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import {
  binary,
  deleteAttribute,
  deleteItem,
  deleteSlice,
  getAttribute,
  getItem,
  getSlice,
  inplace,
  isTrue,
  iterate,
  next,
  repr,
  setAttribute,
  setItem,
  setSlice,
  tableSet,
  unary,
} from "../operations/index.ts";
import { invoke } from "./calls.ts";
import { compareValues, contextExit, enterContext, exitContext, startExec, unpack } from "./cases.ts";
import { leaveBlocks, leaveLoop, makeRaised, reraised, toRaised, unwind, Why } from "./exceptions.ts";
import { enterGenerator, placeOf, popFrame, settle, suspendGenerator } from "./frames.ts";
import { importFrom, importName, importStar, starNamespace } from "./imports.ts";
import { buildClass, checkInit } from "./instances.ts";
import { stepsReached } from "./limits.ts";
import type { Machine } from "./machine.ts";
import { collectCall, collectSpreadCall } from "./operands.ts";
import { printItem, printNewline } from "./printing.ts";
import type { StepUntil, Stop } from "./stops.ts";
import {
  attributeOperation,
  callOperation,
  exitOperation,
  globalOperation,
  methodOperation,
} from "./visible.ts";

/** A function with any of these flags needs more than its arguments copied. */
const notPlain = CO_VARARGS | CO_VARKEYWORDS | CO_GENERATOR;
const maxSafe = Number.MAX_SAFE_INTEGER;
/** What an empty dictionary or set, and a function, weigh about, in bytes. */
const tableSize = 320;
const functionSize = 160;
/** Strings longer than this are charged when they grow by `+`. */
const longString = 1024;

/**
 * Runs the frames above `floor` until they are over or, when `kind` asks for it, until the next stop. `pauseAt` is the
 * number of the step from which on it stops at any statement; `watching` has it stop before visible operations.
 */
export function execute(
  machine: Machine,
  floor: PyFrame | null,
  kind: StepUntil["kind"],
  pauseAt: number,
  watching = false,
): Stop {
  const thread = machine.thread;
  const builtins = machine.interpreter.builtins;
  const stepLimit = machine.limits.steps;
  const depthLimit = machine.limits.depth;
  const checkAt = kind === "statement" ? 0 : Math.min(stepLimit + 1, pauseAt);

  for (;;) {
    const frame = thread.frame;
    if (frame === null || frame === floor)
      throw new Error("Failed to go on: the loop has lost its frame. A frame was popped twice.");
    const code = frame.code;
    const { instructions, constants, names } = code;
    const { fast, stack } = frame;
    let { pc, sp } = frame;
    try {
      running: for (;;) {
        const arg = instructions[pc + 1] as number;
        pc += 2;
        switch (instructions[pc - 2]) {
          case 0: // STATEMENT
            frame.line = arg;
            if (++thread.steps >= checkAt) {
              if (thread.steps > stepLimit) throw stepsReached(machine.limits);
              const inLibrary = isLibraryFile(code.filename);
              // A learner steps through the page, not through the library it calls.
              if (inLibrary && thread.steps < pauseAt) break;
              frame.pc = pc;
              frame.sp = sp;
              settle(thread);
              return { kind: kind === "statement" && !inLibrary ? "statement" : "slice", ...placeOf(frame) };
            }
            break;
          case 1: // POP_TOP
            sp--;
            break;
          case 2: {
            // ROT_TWO
            const top = stack[sp - 1];
            stack[sp - 1] = stack[sp - 2];
            stack[sp - 2] = top;
            break;
          }
          case 3: {
            // ROT_THREE
            const top = stack[sp - 1];
            stack[sp - 1] = stack[sp - 2];
            stack[sp - 2] = stack[sp - 3];
            stack[sp - 3] = top;
            break;
          }
          case 4: // DUP_TOP
            stack[sp] = stack[sp - 1];
            sp++;
            break;
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
          case 12: {
            // UNARY_NOT
            const v = stack[sp - 1] as Value;
            stack[sp - 1] = typeof v === "boolean" ? !v : !isTrue(machine, v);
            break;
          }
          case 13: // UNARY_CONVERT
            stack[sp - 1] = repr(machine, stack[sp - 1] as Value);
            break;
          case 15: // UNARY_INVERT
            stack[sp - 1] = unary(machine, "Invert", stack[sp - 1] as Value);
            break;
          case 19: // BINARY_POWER
            sp--;
            stack[sp - 1] = binary(machine, "Pow", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 20: {
            // BINARY_MULTIPLY
            sp--;
            const a = stack[sp - 1] as Value;
            const b = stack[sp] as Value;
            if (typeof a === "number" && typeof b === "number") {
              const r = a * b;
              if (r <= maxSafe && r >= -maxSafe) {
                stack[sp - 1] = r || 0; // -0 is no int
                break;
              }
            }
            stack[sp - 1] = binary(machine, "Mult", a, b);
            break;
          }
          case 21: {
            // BINARY_DIVIDE
            sp--;
            const a = stack[sp - 1] as Value;
            const b = stack[sp] as Value;
            stack[sp - 1] =
              typeof a === "number" && typeof b === "number" && a >= 0 && b > 0
                ? (a - (a % b)) / b
                : binary(machine, "Div", a, b);
            break;
          }
          case 22: {
            // BINARY_MODULO
            sp--;
            const a = stack[sp - 1] as Value;
            const b = stack[sp] as Value;
            stack[sp - 1] =
              typeof a === "number" && typeof b === "number" && a >= 0 && b > 0
                ? a % b
                : binary(machine, "Mod", a, b);
            break;
          }
          case 23: // BINARY_ADD
          case 55: {
            // INPLACE_ADD
            sp--;
            const a = stack[sp - 1] as Value;
            const b = stack[sp] as Value;
            if (typeof a === "number" && typeof b === "number") {
              const r = a + b;
              if (r <= maxSafe && r >= -maxSafe) {
                stack[sp - 1] = r;
                break;
              }
            } else if (typeof a === "string" && typeof b === "string") {
              const length = a.length + b.length;
              if (length > longString) chargeConcatenation(machine, length, b.length);
              stack[sp - 1] = a + b;
              break;
            }
            stack[sp - 1] =
              instructions[pc - 2] === 23 ? binary(machine, "Add", a, b) : inplace(machine, "Add", a, b);
            break;
          }
          case 24: // BINARY_SUBTRACT
          case 56: {
            // INPLACE_SUBTRACT
            sp--;
            const a = stack[sp - 1] as Value;
            const b = stack[sp] as Value;
            if (typeof a === "number" && typeof b === "number") {
              const r = a - b;
              if (r <= maxSafe && r >= -maxSafe) {
                stack[sp - 1] = r;
                break;
              }
            }
            stack[sp - 1] =
              instructions[pc - 2] === 24 ? binary(machine, "Sub", a, b) : inplace(machine, "Sub", a, b);
            break;
          }
          case 25: {
            // BINARY_SUBSCR
            sp--;
            const a = stack[sp - 1] as Value;
            const b = stack[sp] as Value;
            if (a instanceof PyList && typeof b === "number" && a.type === listType) {
              const item = a.items[b < 0 ? b + a.items.length : b];
              if (item !== undefined) {
                stack[sp - 1] = item;
                break;
              }
            } else if (a instanceof PyDict && typeof b === "string" && a.type === dictType) {
              const item = a.table.get(b);
              if (item !== undefined) {
                stack[sp - 1] = item;
                break;
              }
            }
            stack[sp - 1] = getItem(machine, a, b);
            break;
          }
          case 26: // BINARY_FLOOR_DIVIDE
            sp--;
            stack[sp - 1] = binary(machine, "FloorDiv", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 27: // BINARY_TRUE_DIVIDE
            sp--;
            stack[sp - 1] = binary(machine, "TrueDiv", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 28: // INPLACE_FLOOR_DIVIDE
            sp--;
            stack[sp - 1] = inplace(machine, "FloorDiv", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 29: // INPLACE_TRUE_DIVIDE
            sp--;
            stack[sp - 1] = inplace(machine, "TrueDiv", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 30: // SLICE+0
          case 31: // SLICE+1
          case 32: // SLICE+2
          case 33: {
            // SLICE+3
            const which = (instructions[pc - 2] as number) - 30;
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
            const which = (instructions[pc - 2] as number) - 40;
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
            const which = (instructions[pc - 2] as number) - 50;
            const upper = which & 2 ? (stack[--sp] as Value) : undefined;
            const lower = which & 1 ? (stack[--sp] as Value) : undefined;
            sp--;
            deleteSlice(machine, stack[sp] as Value, lower, upper);
            break;
          }
          case 54: // STORE_MAP
            sp -= 2;
            tableSet(machine, (stack[sp - 1] as PyDict).table, stack[sp + 1] as Value, stack[sp] as Value);
            break;
          case 57: // INPLACE_MULTIPLY
            sp--;
            stack[sp - 1] = inplace(machine, "Mult", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 58: // INPLACE_DIVIDE
            sp--;
            stack[sp - 1] = inplace(machine, "Div", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 59: // INPLACE_MODULO
            sp--;
            stack[sp - 1] = inplace(machine, "Mod", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 60: {
            // STORE_SUBSCR
            sp -= 3;
            const target = stack[sp + 1] as Value;
            const key = stack[sp + 2] as Value;
            if (target instanceof PyList && typeof key === "number" && target.type === listType) {
              if (key >= 0 && key < target.items.length) {
                target.items[key] = stack[sp] as Value;
                break;
              }
            }
            setItem(machine, target, key, stack[sp] as Value);
            break;
          }
          case 61: // DELETE_SUBSCR
            sp -= 2;
            deleteItem(machine, stack[sp] as Value, stack[sp + 1] as Value);
            break;
          case 62: // BINARY_LSHIFT
            sp--;
            stack[sp - 1] = binary(machine, "LShift", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 63: // BINARY_RSHIFT
            sp--;
            stack[sp - 1] = binary(machine, "RShift", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 64: // BINARY_AND
            sp--;
            stack[sp - 1] = binary(machine, "BitAnd", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 65: // BINARY_XOR
            sp--;
            stack[sp - 1] = binary(machine, "BitXor", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 66: // BINARY_OR
            sp--;
            stack[sp - 1] = binary(machine, "BitOr", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 67: // INPLACE_POWER
            sp--;
            stack[sp - 1] = inplace(machine, "Pow", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 68: {
            // GET_ITER
            const v = stack[sp - 1] as Value;
            if (watching) {
              const operation = methodOperation(machine, v, "__iter__");
              if (operation !== undefined) {
                frame.pc = pc - 2;
                frame.sp = sp;
                return announce(machine, frame, operation);
              }
            }
            if (!(v instanceof PyGenerator)) stack[sp - 1] = iterate(machine, v);
            break;
          }
          case 70: {
            // PRINT_EXPR
            const v = stack[--sp] as Value;
            if (v === null) break;
            printItem(machine, null, repr(machine, v));
            printNewline(machine, null);
            break;
          }
          case 71: // PRINT_ITEM
            printItem(machine, null, stack[--sp] as Value);
            break;
          case 72: // PRINT_NEWLINE
            printNewline(machine, null);
            break;
          case 73: {
            // PRINT_ITEM_TO
            if (watching) {
              const operation = methodOperation(machine, stack[sp - 1] as Value, "write");
              if (operation !== undefined) {
                frame.pc = pc - 2;
                frame.sp = sp;
                return announce(machine, frame, operation);
              }
            }
            sp -= 2;
            printItem(machine, stack[sp + 1] as Value, stack[sp] as Value);
            break;
          }
          case 74: // PRINT_NEWLINE_TO
            printNewline(machine, stack[--sp] as Value);
            break;
          case 75: // INPLACE_LSHIFT
            sp--;
            stack[sp - 1] = inplace(machine, "LShift", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 76: // INPLACE_RSHIFT
            sp--;
            stack[sp - 1] = inplace(machine, "RShift", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 77: // INPLACE_AND
            sp--;
            stack[sp - 1] = inplace(machine, "BitAnd", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 78: // INPLACE_XOR
            sp--;
            stack[sp - 1] = inplace(machine, "BitXor", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 79: // INPLACE_OR
            sp--;
            stack[sp - 1] = inplace(machine, "BitOr", stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 80: // BREAK_LOOP
            leaveBlocks(frame, Why.break, null);
            pc = frame.pc;
            sp = frame.sp;
            break;
          case 81: {
            // WITH_CLEANUP
            if (watching) {
              const operation = exitOperation(machine, contextExit(frame.stack, sp));
              if (operation !== undefined) {
                frame.pc = pc - 2;
                frame.sp = sp;
                return announce(machine, frame, operation);
              }
            }
            frame.pc = pc;
            frame.sp = sp;
            exitContext(machine, frame);
            sp = frame.sp;
            break;
          }
          case 82: // LOAD_LOCALS
            stack[sp++] = new PyDict(frame.names ?? frame.globals);
            break;
          case 83: {
            // RETURN_VALUE
            const value = stack[--sp] as Value;
            if (frame.blocks.length > 0 && leaveBlocks(frame, Why.return, value)) {
              pc = frame.pc;
              sp = frame.sp;
              break;
            }
            const back = frame.back;
            if (
              frame.ending === Ending.push &&
              frame.generator === null &&
              frame.instance === undefined &&
              back !== floor &&
              back !== null
            ) {
              thread.frame = back;
              thread.depth--;
              back.stack[back.sp++] = value;
              break running;
            }
            const stop = leaveFrame(machine, floor, frame, value);
            if (stop !== undefined) return stop;
            break running;
          }
          case 84: // IMPORT_STAR
            importStar(machine, stack[--sp] as Value, starNamespace(frame));
            break;
          case 85: // EXEC_STMT
            sp -= 3;
            frame.pc = pc;
            frame.sp = sp;
            startExec(machine, frame, stack[sp] as Value, stack[sp + 1] as Value, stack[sp + 2] as Value);
            break running;
          case 86: {
            // YIELD_VALUE
            const value = stack[--sp] as Value;
            const back = frame.back;
            frame.pc = pc;
            frame.sp = sp;
            if (frame.generator !== null) suspendGenerator(thread, frame, frame.generator);
            if (back === floor || back === null) return { kind: "returned", value };
            back.stack[back.sp++] = value;
            break running;
          }
          case 87: // POP_BLOCK
            frame.blocks.pop();
            break;
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
              const left = leaveFrame(machine, floor, frame, value as Value);
              if (left !== undefined) return left;
              break running;
            }
            sp -= 2;
            frame.pc = pc;
            const stop = unwind(machine, floor, stack[sp + 1] as never, stack[sp] as never, true);
            if (stop !== undefined) return stop;
            break running;
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
            if (cls === undefined) break running;
            stack[sp++] = cls;
            break;
          }
          case 90: {
            // STORE_NAME
            const name = names[arg] as string;
            (frame.names ?? frame.globals).set(name, name, stack[--sp] as Value);
            break;
          }
          case 91: {
            // DELETE_NAME
            const name = names[arg] as string;
            if (!(frame.names ?? frame.globals).delete(name))
              raiseError("NameError", `name '${name}' is not defined`);
            break;
          }
          case 92: {
            // UNPACK_SEQUENCE
            const v = stack[--sp] as Value;
            const items = unpack(machine, v, arg);
            for (let i = arg - 1; i >= 0; i--) stack[sp++] = items[i];
            break;
          }
          case 93: {
            // FOR_ITER
            if (++thread.steps > stepLimit) throw stepsReached(machine.limits);
            const iterator = stack[sp - 1] as Value;
            if (iterator instanceof PyGenerator) {
              frame.pc = pc;
              frame.sp = sp;
              if (iterator.frame === null) {
                leaveLoop(frame);
                pc = frame.pc;
                sp = frame.sp;
                break;
              }
              enterGenerator(machine, iterator, null, Ending.iterate);
              break running;
            }
            const item = next(machine, iterator);
            if (item === undefined) {
              sp--;
              pc = arg;
            } else stack[sp++] = item;
            break;
          }
          case 94: // LIST_APPEND
            sp--;
            (stack[sp - arg] as PyList).items.push(stack[sp] as Value);
            break;
          case 95: {
            // STORE_ATTR
            const target = stack[sp - 1] as Value;
            const name = names[arg] as string;
            if (watching) {
              const value = stack[sp - 2] as Value;
              const operation = attributeOperation(machine, target, { kind: "write", name, value });
              if (operation !== undefined) {
                frame.pc = pc - 2;
                frame.sp = sp;
                return announce(machine, frame, operation);
              }
            }
            sp -= 2;
            setAttribute(machine, target, name, stack[sp] as Value);
            break;
          }
          case 96: {
            // DELETE_ATTR
            const target = stack[sp - 1] as Value;
            const name = names[arg] as string;
            if (watching) {
              const operation = attributeOperation(machine, target, { kind: "delete", name });
              if (operation !== undefined) {
                frame.pc = pc - 2;
                frame.sp = sp;
                return announce(machine, frame, operation);
              }
            }
            sp--;
            deleteAttribute(machine, target, name);
            break;
          }
          case 97: {
            // STORE_GLOBAL
            const name = names[arg] as string;
            if (watching) {
              const value = stack[sp - 1] as Value;
              const operation = globalOperation(machine, frame.globals, { kind: "write", name, value });
              if (operation !== undefined) {
                frame.pc = pc - 2;
                frame.sp = sp;
                return announce(machine, frame, operation);
              }
            }
            frame.globals.set(name, name, stack[--sp] as Value);
            break;
          }
          case 98: {
            // DELETE_GLOBAL
            const name = names[arg] as string;
            if (watching) {
              const operation = globalOperation(machine, frame.globals, { kind: "delete", name });
              if (operation !== undefined) {
                frame.pc = pc - 2;
                frame.sp = sp;
                return announce(machine, frame, operation);
              }
            }
            if (!frame.globals.delete(name)) raiseError("NameError", `global name '${name}' is not defined`);
            break;
          }
          case 99: // DUP_TOPX
            for (let i = 0; i < arg; i++) stack[sp + i] = stack[sp + i - arg];
            sp += arg;
            break;
          case 100: // LOAD_CONST
            stack[sp++] = constants[arg];
            break;
          case 101: {
            // LOAD_NAME
            const name = names[arg] as string;
            let value = frame.names?.get(name);
            if (value === undefined) value = frame.globals.get(name);
            if (value === undefined) value = builtins.get(name);
            if (value === undefined) raiseError("NameError", `name '${name}' is not defined`);
            stack[sp++] = value;
            break;
          }
          case 102: // BUILD_TUPLE
            machine.allocate(80 + arg * 8);
            sp -= arg;
            stack[sp] = new PyTuple(stack.slice(sp, sp + arg) as Value[]);
            sp++;
            break;
          case 103: // BUILD_LIST
            machine.allocate(96 + arg * 8);
            sp -= arg;
            stack[sp] = new PyList(stack.slice(sp, sp + arg) as Value[]);
            sp++;
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
          case 105: // BUILD_MAP
            machine.allocate(tableSize);
            stack[sp++] = new PyDict();
            break;
          case 106: {
            // LOAD_ATTR
            const target = stack[sp - 1] as Value;
            const name = names[arg] as string;
            if (watching) {
              const operation = attributeOperation(machine, target, { kind: "read", name });
              if (operation !== undefined) {
                frame.pc = pc - 2;
                frame.sp = sp;
                return announce(machine, frame, operation);
              }
            }
            stack[sp - 1] = getAttribute(machine, target, name);
            break;
          }
          case 107: {
            // COMPARE_OP
            sp--;
            const a = stack[sp - 1] as Value;
            const b = stack[sp] as Value;
            if (typeof a === "number" && typeof b === "number" && arg < 6) {
              let r: boolean;
              if (arg === 0) r = a < b;
              else if (arg === 1) r = a <= b;
              else if (arg === 2) r = a === b;
              else if (arg === 3) r = a !== b;
              else if (arg === 4) r = a > b;
              else r = a >= b;
              stack[sp - 1] = r;
            } else stack[sp - 1] = compareValues(machine, arg, a, b);
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
          case 110: // JUMP_FORWARD
            pc = arg;
            break;
          case 111: {
            // JUMP_IF_FALSE_OR_POP
            const v = stack[sp - 1] as Value;
            if (typeof v === "boolean" ? v : isTrue(machine, v)) sp--;
            else pc = arg;
            break;
          }
          case 112: {
            // JUMP_IF_TRUE_OR_POP
            const v = stack[sp - 1] as Value;
            if (typeof v === "boolean" ? v : isTrue(machine, v)) pc = arg;
            else sp--;
            break;
          }
          case 113: // JUMP_ABSOLUTE
            if (arg < pc && ++thread.steps > stepLimit) throw stepsReached(machine.limits);
            pc = arg;
            break;
          case 114: {
            // POP_JUMP_IF_FALSE
            const v = stack[--sp] as Value;
            if (!(typeof v === "boolean" ? v : isTrue(machine, v))) pc = arg;
            break;
          }
          case 115: {
            // POP_JUMP_IF_TRUE
            const v = stack[--sp] as Value;
            if (typeof v === "boolean" ? v : isTrue(machine, v)) pc = arg;
            break;
          }
          case 116: {
            // LOAD_GLOBAL
            const name = names[arg] as string;
            if (watching) {
              const operation = globalOperation(machine, frame.globals, { kind: "read", name });
              if (operation !== undefined) {
                frame.pc = pc - 2;
                frame.sp = sp;
                return announce(machine, frame, operation);
              }
            }
            let value = frame.globals.get(name);
            if (value === undefined) {
              value = builtins.get(name);
              if (value === undefined) raiseError("NameError", `global name '${name}' is not defined`);
            }
            stack[sp++] = value;
            break;
          }
          case 119: // CONTINUE_LOOP
            if (++thread.steps > stepLimit) throw stepsReached(machine.limits);
            frame.sp = sp;
            leaveBlocks(frame, Why.continue, arg);
            pc = frame.pc;
            sp = frame.sp;
            break;
          case 120: // SETUP_LOOP
            frame.blocks.push(makeBlock("loop", arg, sp));
            break;
          case 121: // SETUP_EXCEPT
            frame.blocks.push(makeBlock("except", arg, sp));
            break;
          case 122: // SETUP_FINALLY
            frame.blocks.push(makeBlock("finally", arg, sp));
            break;
          case 124: {
            // LOAD_FAST
            const value = fast[arg];
            if (value === undefined) raiseUnbound(code, arg);
            stack[sp++] = value;
            break;
          }
          case 125: // STORE_FAST
            fast[arg] = stack[--sp] as Value;
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
            const stop = unwind(
              machine,
              floor,
              raised.exception,
              raised.traceback,
              raised.traceback !== null,
            );
            if (stop !== undefined) return stop;
            break running;
          }
          case 131: {
            // CALL_FUNCTION
            if (++thread.steps > stepLimit) throw stepsReached(machine.limits);
            if (arg < 256) {
              const at = sp - arg - 1;
              const callee = stack[at];
              const bound = callee instanceof PyMethod && callee.self !== undefined ? callee : undefined;
              const fn = bound === undefined ? callee : bound.func;
              const shift = bound === undefined ? 0 : 1;
              if (fn instanceof PyFunction && isPlain(fn.code, arg + shift)) {
                if (thread.depth >= depthLimit)
                  raiseError("RuntimeError", "maximum recursion depth exceeded");
                const called = new PyFrame(fn.code, fn.globals, null);
                if (bound !== undefined) called.fast[0] = bound.self;
                for (let i = 0; i < arg; i++) called.fast[i + shift] = stack[at + 1 + i] as Value;
                called.cells = fn.closure;
                called.back = frame;
                frame.pc = pc;
                frame.sp = at;
                thread.frame = called;
                thread.depth++;
                break running;
              }
            }
            const call = collectCall(stack, sp, arg);
            if (watching) {
              const operation = callOperation(machine, call.callee, call.args, call.keywords);
              if (operation !== undefined) {
                // It is counted when it is carried out: whoever watches, a run has as many steps.
                thread.steps--;
                frame.pc = pc - 2;
                frame.sp = sp;
                return announce(machine, frame, operation);
              }
            }
            sp = call.base;
            frame.pc = pc;
            frame.sp = sp;
            const result = invoke(machine, call.callee, call.args, call.keywords);
            if (result === undefined) break running;
            stack[sp++] = result;
            break;
          }
          case 132: // MAKE_FUNCTION
          case 134: {
            // MAKE_CLOSURE
            machine.allocate(functionSize);
            const block = stack[--sp] as PyCode;
            const cells = instructions[pc - 2] === 134 ? ((stack[--sp] as PyTuple).items as Value[]) : [];
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
          case 136: {
            // LOAD_DEREF
            const value = frame.cells[arg]?.value;
            if (value === undefined) raiseFree(code, arg);
            stack[sp++] = value;
            break;
          }
          case 137: // STORE_DEREF
            (frame.cells[arg] as PyCell).value = stack[--sp] as Value;
            break;
          case 140: // CALL_FUNCTION_VAR
          case 141: // CALL_FUNCTION_KW
          case 142: {
            // CALL_FUNCTION_VAR_KW
            const { steps } = thread;
            if (++thread.steps > stepLimit) throw stepsReached(machine.limits);
            const call = collectSpreadCall(machine, stack, sp, arg, (instructions[pc - 2] as number) - 139);
            if (watching) {
              const operation = callOperation(machine, call.callee, call.args, call.keywords);
              if (operation !== undefined) {
                thread.steps = steps;
                frame.pc = pc - 2;
                frame.sp = sp;
                return announce(machine, frame, operation);
              }
            }
            sp = call.base;
            frame.pc = pc;
            frame.sp = sp;
            const result = invoke(machine, call.callee, call.args, call.keywords);
            if (result === undefined) break running;
            stack[sp++] = result;
            break;
          }
          case 143: {
            // SETUP_WITH
            if (watching) {
              const operation = methodOperation(machine, stack[sp - 1] as Value, "__enter__");
              if (operation !== undefined) {
                frame.pc = pc - 2;
                frame.sp = sp;
                return announce(machine, frame, operation);
              }
            }
            const enter = enterContext(machine, stack[sp - 1] as Value);
            stack[sp - 1] = enter.exit;
            frame.blocks.push(makeBlock("with", arg, sp));
            frame.pc = pc;
            frame.sp = sp;
            const result = invoke(machine, enter.enter, [], null);
            if (result === undefined) break running;
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
            throw new Error(`Failed to run ${code.filename}: ${instructions[pc - 2]} is no instruction.`);
        }
      }
    } catch (error) {
      const raised = toRaised(error);
      if (thread.frame === frame) frame.pc = pc;
      const stop = unwind(machine, floor, raised.exception, raised.traceback, false);
      if (stop !== undefined) return stop;
    }
  }
}

/** True when a call with `given` positional arguments needs no more than copying them. */
function isPlain(code: PyCode, given: number): boolean {
  return (
    code.argcount === given &&
    (code.flags & (notPlain | CO_OPTIMIZED)) === CO_OPTIMIZED &&
    code.cellvars.length === 0
  );
}

/** Takes a frame off that has returned `value`, and gives the value to whoever waits; the final stop above `floor`. */
function leaveFrame(machine: Machine, floor: PyFrame | null, frame: PyFrame, value: Value): Stop | undefined {
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

/**
 * Joining strings costs the host little until somebody reads the result, and then its whole length: a share of that is
 * charged as steps. Memory is charged for what is added, since `s += x` shares the rest.
 */
function chargeConcatenation(machine: Machine, length: number, added: number): void {
  machine.charge(length >> 10);
  machine.allocate(length > machine.limits.objectMemory ? length : added);
}

/** The stop before a visible operation, which the next run performs. `frame.pc` is at its instruction. */
function announce(machine: Machine, frame: PyFrame, operation: Operation): Stop {
  machine.thread.announced = true;
  settle(machine.thread);
  return { kind: "operation", operation, ...placeOf(frame) };
}

function makeBlock(kind: Block["kind"], handler: number, level: number): Block {
  return { kind, handler, level };
}

/** MAKE_FUNCTION: the docstring is the first constant, when that is a string. */
function makeFunction(code: PyCode, frame: PyFrame, defaults: Value[], cells: Value[]): PyFunction {
  const first = code.constants[0];
  const doc = typeof first === "string" || first instanceof PyUnicode ? first : null;
  return new PyFunction(code, frame.globals, defaults, cells as PyCell[], doc);
}

function raiseUnbound(code: PyCode, at: number): never {
  return raiseError(
    "UnboundLocalError",
    `local variable '${code.varnames[at]}' referenced before assignment`,
  );
}

/** A cell without a value: the block's own variable, or one of an outer function. */
function raiseFree(code: PyCode, at: number): never {
  if (at < code.cellvars.length)
    return raiseError(
      "UnboundLocalError",
      `local variable '${code.cellvars[at]}' referenced before assignment`,
    );
  const name = code.freevars[at - code.cellvars.length];
  return raiseError("NameError", `free variable '${name}' referenced before assignment in enclosing scope`);
}
