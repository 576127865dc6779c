/**
 * The loop: one case for each of the common instructions of `bytecode.ts`, as CPython's `ceval.c` has it. The others are in
 * `instructions.ts`: a host takes the longer to make a function fast the longer it is, and page and loop are short-lived.
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
import { PyDict, PyInstance, PyIterator, PyList, PyTuple } from "../objects/builtin-objects.ts";
import { type Block, Ending, type PyCell, type PyFrame, PyGenerator } from "../objects/frame.ts";
import type { Operation } from "../objects/slots.ts";
import { dictType, listType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import {
  binary,
  findMethod,
  getAttribute,
  getItem,
  inplace,
  isTrue,
  iterate,
  next,
  setAttribute,
  setItem,
  tableSet,
} from "../operations/index.ts";
import { compareValues, unpack } from "./cases.ts";
import { leaveBlocks, leaveLoop, toRaised, unwind, Why } from "./exceptions.ts";
import {
  enterGenerator,
  openBlock,
  placeOf,
  raiseFree,
  raiseUnbound,
  settle,
  suspendGenerator,
} from "./frames.ts";
import { findName, leaveFrame, perform } from "./instructions.ts";
import { stepsReached } from "./limits.ts";
import type { Machine } from "./machine.ts";
import { callOnStack } from "./operands.ts";
import { binaryOf, inplaceOf } from "./operators.ts";
import type { StepUntil, Stop } from "./stops.ts";
import { isShared, operationAt } from "./visible.ts";

const maxSafe = Number.MAX_SAFE_INTEGER;
/** What an empty dictionary weighs about, in bytes. */
const tableSize = 320;
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
  const { interpreter } = machine;
  const stepLimit = machine.limits.steps;
  const checkAt = kind === "statement" ? 0 : Math.min(stepLimit + 1, pauseAt);

  for (;;) {
    const frame = thread.frame;
    if (frame === null || frame === floor)
      throw new Error("Failed to go on: the loop has lost its frame. A frame was popped twice.");
    const code = frame.code;
    const { instructions, constants, names, places } = code;
    const { fast, stack } = frame;
    let { pc, sp } = frame;
    try {
      running: for (;;) {
        const op = instructions[pc];
        const arg = instructions[pc + 1] as number;
        pc += 2;
        if (watching) {
          const operation = operationAt(machine, frame, pc - 2, sp);
          if (operation !== undefined) {
            frame.pc = pc - 2;
            frame.sp = sp;
            return announce(machine, frame, operation);
          }
        }
        switch (op) {
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
          case 12: {
            // UNARY_NOT
            const v = stack[sp - 1] as Value;
            stack[sp - 1] = typeof v === "boolean" ? !v : !isTrue(machine, v);
            break;
          }
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
            stack[sp - 1] = op === 23 ? binary(machine, "Add", a, b) : inplace(machine, "Add", a, b);
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
            stack[sp - 1] = op === 24 ? binary(machine, "Sub", a, b) : inplace(machine, "Sub", a, b);
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
          case 54: // STORE_MAP
            sp -= 2;
            tableSet(machine, (stack[sp - 1] as PyDict).table, stack[sp + 1] as Value, stack[sp] as Value);
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
          case 68: {
            // GET_ITER
            const v = stack[sp - 1] as Value;
            if (!(v instanceof PyGenerator)) stack[sp - 1] = iterate(machine, v);
            break;
          }
          case 83: {
            // RETURN_VALUE
            const value = stack[--sp] as Value;
            if (frame.block !== null && leaveBlocks(frame, Why.return, value)) {
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
            frame.block = (frame.block as Block).outer;
            break;
          case 90: {
            // STORE_NAME
            const name = names[arg] as string;
            const table = frame.names ?? frame.globals;
            const at = places[arg] ?? 0;
            if (table.keys[at] === name) table.values[at] = stack[--sp] as Value;
            else table.set(name, name, stack[--sp] as Value);
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
            const item = iterator instanceof PyIterator ? nextOf(machine, iterator) : next(machine, iterator);
            if (item === undefined) {
              sp--;
              pc = arg;
            } else if (instructions[pc] === 125) {
              fast[instructions[pc + 1] as number] = item;
              pc += 2;
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
            sp -= 2;
            if (!(target instanceof PyInstance && setOwn(target, name, stack[sp] as Value, places[arg])))
              setAttribute(machine, target, name, stack[sp] as Value);
            break;
          }
          case 100: // LOAD_CONST
            stack[sp++] = constants[arg];
            break;
          case 101: {
            // LOAD_NAME
            const name = names[arg] as string;
            const table = frame.names ?? frame.globals;
            const at = places[arg] ?? 0;
            if (table.keys[at] === name) stack[sp++] = table.values[at];
            else stack[sp++] = findName(interpreter, frame, table, arg, "");
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
          case 105: // BUILD_MAP
            machine.allocate(tableSize);
            stack[sp++] = new PyDict();
            break;
          case 106: {
            // LOAD_ATTR
            const target = stack[sp - 1] as Value;
            const name = names[arg] as string;
            const own = target instanceof PyInstance ? ownAttribute(target, name, places, arg) : undefined;
            stack[sp - 1] = own === undefined ? getAttribute(machine, target, name) : own;
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
              // A conditional jump mostly follows: CPython's PREDICT.
              if (instructions[pc] === 114) {
                sp--;
                pc = r ? pc + 2 : (instructions[pc + 1] as number);
              } else stack[sp - 1] = r;
            } else stack[sp - 1] = compareValues(machine, arg, a, b);
            break;
          }
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
            const table = frame.globals;
            const at = places[arg] ?? 0;
            if (table.keys[at] === name) stack[sp++] = table.values[at];
            else stack[sp++] = findName(interpreter, frame, table, arg, "global ");
            break;
          }
          case 120: // SETUP_LOOP
            openBlock(frame, "loop", arg, sp);
            break;
          case 121: // SETUP_EXCEPT
            openBlock(frame, "except", arg, sp);
            break;
          case 122: // SETUP_FINALLY
            openBlock(frame, "finally", arg, sp);
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
          case 131: // CALL_FUNCTION
          case 145: {
            // CALL_METHOD
            if (++thread.steps > stepLimit) throw stepsReached(machine.limits);
            let given = arg;
            if (op === 145) {
              const self = sp - (arg & 255) - 2 * (arg >> 8) - 1;
              if (stack[self] === undefined) {
                stack.copyWithin(self, self + 1, sp);
                sp--;
              } else given++;
            }
            const base = sp - (given & 255) - 2 * (given >> 8) - 1;
            frame.pc = pc;
            frame.sp = base;
            const result = callOnStack(machine, frame, base, sp, given, given > arg);
            if (result === undefined) break running;
            stack[base] = result;
            sp = base + 1;
            break;
          }
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
          case 144: {
            // LOAD_METHOD
            const target = stack[sp - 1] as Value;
            const name = names[arg] as string;
            // A call of a shared object's method is asked about, which takes the method as it is bound.
            const method = watching && isShared(target) ? undefined : findMethod(target, name);
            stack[sp - 1] = method ?? getAttribute(machine, target, name);
            stack[sp++] = method === undefined ? undefined : target;
            break;
          }
          case 150: {
            // FAST_ATTR
            const target = fast[arg];
            if (target === undefined) raiseUnbound(code, arg);
            stack[sp++] = target;
            if (watching || !(target instanceof PyInstance)) break;
            const at = instructions[pc + 1] as number;
            const value = ownAttribute(target, names[at] as string, places, at);
            if (value === undefined) break;
            stack[sp - 1] = value;
            pc += 2;
            break;
          }
          case 151: {
            // FAST_FAST
            const value = fast[arg];
            if (value === undefined) raiseUnbound(code, arg);
            stack[sp++] = value;
            const second = fast[instructions[pc + 1] as number];
            if (second === undefined) break;
            stack[sp++] = second;
            pc += 2;
            break;
          }
          case 152: {
            // FAST_FAST_SUBSCR
            const a = fast[arg];
            const b = fast[instructions[pc + 1] as number];
            if (a instanceof PyList && typeof b === "number" && a.type === listType) {
              const item = a.items[b < 0 ? b + a.items.length : b];
              if (item !== undefined) {
                stack[sp++] = item;
                pc += 4;
                break;
              }
            }
            if (a === undefined) raiseUnbound(code, arg);
            stack[sp++] = a;
            break;
          }
          case 153: // FAST_FAST_COMPARE
          case 154: {
            // FAST_CONST_COMPARE
            const a = fast[arg];
            const other = instructions[pc + 1] as number;
            const b = op === 153 ? fast[other] : constants[other];
            if (typeof a === "number" && typeof b === "number") {
              const operator = instructions[pc + 3];
              let r: boolean;
              if (operator === 0) r = a < b;
              else if (operator === 1) r = a <= b;
              else if (operator === 2) r = a === b;
              else if (operator === 3) r = a !== b;
              else if (operator === 4) r = a > b;
              else r = a >= b;
              pc = r ? pc + 6 : (instructions[pc + 5] as number);
              break;
            }
            if (a === undefined) raiseUnbound(code, arg);
            stack[sp++] = a;
            break;
          }
          case 155: // FAST_FAST_ADD
          case 156: // FAST_CONST_ADD
          case 157: // FAST_FAST_SUBTRACT
          case 158: {
            // FAST_CONST_SUBTRACT
            const a = fast[arg];
            const other = instructions[pc + 1] as number;
            const b = op & 1 ? fast[other] : constants[other];
            if (typeof a === "number" && typeof b === "number") {
              const r = op < 157 ? a + b : a - b;
              if (r <= maxSafe && r >= -maxSafe) {
                if (instructions[pc + 4] === 125) {
                  fast[instructions[pc + 5] as number] = r;
                  pc += 6;
                } else {
                  stack[sp++] = r;
                  pc += 4;
                }
                break;
              }
            }
            if (a === undefined) raiseUnbound(code, arg);
            stack[sp++] = a;
            break;
          }
          case 19: // BINARY_POWER
          case 26: // BINARY_FLOOR_DIVIDE
          case 27: // BINARY_TRUE_DIVIDE
          case 62: // BINARY_LSHIFT
          case 63: // BINARY_RSHIFT
          case 64: // BINARY_AND
          case 65: // BINARY_XOR
          case 66: // BINARY_OR
            sp--;
            stack[sp - 1] = binaryOf(machine, op, stack[sp - 1] as Value, stack[sp] as Value);
            break;
          case 28: // INPLACE_FLOOR_DIVIDE
          case 29: // INPLACE_TRUE_DIVIDE
          case 57: // INPLACE_MULTIPLY
          case 58: // INPLACE_DIVIDE
          case 59: // INPLACE_MODULO
          case 67: // INPLACE_POWER
          case 75: // INPLACE_LSHIFT
          case 76: // INPLACE_RSHIFT
          case 77: // INPLACE_AND
          case 78: // INPLACE_XOR
          case 79: // INPLACE_OR
            sp--;
            stack[sp - 1] = inplaceOf(machine, op, stack[sp - 1] as Value, stack[sp] as Value);
            break;
          default: {
            frame.pc = pc;
            frame.sp = sp;
            const stop = perform(machine, floor, frame, op as number, arg);
            if (stop !== undefined) return stop;
            if (thread.frame !== frame) break running;
            pc = frame.pc;
            sp = frame.sp;
          }
        }
      }
    } catch (error) {
      const raised = toRaised(machine, error);
      if (thread.frame === frame) frame.pc = pc;
      const stop = unwind(machine, floor, raised.exception, raised.traceback, false);
      if (stop !== undefined) return stop;
    }
  }
}

/**
 * An attribute of the instance itself, where its class has nothing to say about it; undefined to ask in full. `places[at]` is where
 * the name was last found.
 */
function ownAttribute(v: PyInstance, name: string, places: number[], at: number): Value | undefined {
  const { type, attributes } = v;
  if (attributes === null || !type.readsPlainly || type.lookup(name) !== undefined) return undefined;
  const guess = places[at] ?? 0;
  if (attributes.keys[guess] === name) return attributes.values[guess];
  const place = attributes.find(name);
  if (place === -1) return undefined;
  places[at] = place;
  return attributes.values[place];
}

/** Assigns an attribute that the instance has already, where its class has nothing to say about it; false to do it in full. */
function setOwn(v: PyInstance, name: string, value: Value, guess = 0): boolean {
  const { type, attributes } = v;
  if (attributes === null || !type.writesPlainly || type.lookup(name) !== undefined) return false;
  const place = attributes.keys[guess] === name ? guess : attributes.find(name);
  if (place === -1) return false;
  attributes.values[place] = value;
  return true;
}

/** One step of an iterator of ours; the most common kinds at once, by the rules that are declared for them (`types/iterators.ts`). */
function nextOf(machine: Machine, iterator: PyIterator): Value | undefined {
  switch (iterator.kind) {
    case "list":
    case "tuple":
      return nextOfItems(iterator);
    case "str":
      return nextOfText(iterator);
    default:
      return next(machine, iterator);
  }
}

function nextOfText(iterator: PyIterator): Value | undefined {
  const text = iterator.source as string;
  const at = iterator.position;
  if (at >= 0 && at < text.length) {
    iterator.position = at + 1;
    return text.charAt(at);
  }
  iterator.position = -1;
  return undefined;
}

function nextOfItems(iterator: PyIterator): Value | undefined {
  const { items } = iterator.source as PyList | PyTuple;
  const at = iterator.position;
  if (at >= 0 && at < items.length) {
    iterator.position = at + 1;
    return items[at];
  }
  iterator.position = -1;
  return undefined;
}

/**
 * Joining strings costs the host little until somebody reads the result, and then its whole length: a share of that is
 * charged as steps. Memory is charged for what is added, since `s += x` shares the rest.
 */
function chargeConcatenation(machine: Machine, length: number, added: number): void {
  // The host takes long over texts that are so large.
  machine.charge(length >> (length < 262_144 ? 9 : 8));
  machine.allocate(length > machine.limits.objectMemory ? length : added);
}

/** The stop before a visible operation, which the next run performs. `frame.pc` is at its instruction. */
function announce(machine: Machine, frame: PyFrame, operation: Operation): Stop {
  machine.thread.announced = true;
  settle(machine.thread);
  return { kind: "operation", operation, ...placeOf(frame) };
}
