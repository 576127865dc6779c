/** The longer cases of the loop: comparisons, unpacking, `with`, `exec`. Each is named after what the statement does. */

import { PyDict, PyList, PyOldInstance, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import { chargeCompilation, compile } from "../objects/compiler.ts";
import { CO_FUTURES, Ending, PyCode, PyFrame } from "../objects/frame.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Table } from "../objects/table.ts";
import type { Value } from "../objects/values.ts";
import { encodeUtf8 } from "../operations/coding.ts";
import {
  bind,
  compare,
  contains,
  getAttribute,
  is,
  isTrue,
  iterate,
  next,
  typeOf,
} from "../operations/index.ts";
import { syntaxWarnings } from "../operations/warn.ts";
import { matches } from "./exceptions.ts";
import { localsOf, localsToFast, pushFrame } from "./frames.ts";
import { builtinModule } from "./imports.ts";
import type { Machine } from "./machine.ts";

const richComparisons = ["Lt", "LtE", "Eq", "NotEq", "Gt", "GtE"] as const;

/** COMPARE_OP with CPython's argument (`comparisons` in `bytecode.ts`). */
export function compareValues(machine: Machine, operator: number, a: Value, b: Value): Value {
  const rich = richComparisons[operator];
  if (rich !== undefined) return compare(machine, rich, a, b);
  if (operator === 6) return contains(machine, b, a);
  if (operator === 7) return !contains(machine, b, a);
  if (operator === 8) return is(a, b);
  if (operator === 9) return !is(a, b);
  return matches(machine, a, b);
}

/** UNPACK_SEQUENCE: exactly `count` items. */
export function unpack(machine: Machine, v: Value, count: number): Value[] {
  if ((v instanceof PyTuple || v instanceof PyList) && v.type.builtin) return checkCount(v.items, count);
  const iterator = iterate(machine, v);
  const items: Value[] = [];
  for (let item = next(machine, iterator); item !== undefined; item = next(machine, iterator)) {
    items.push(item);
    if (items.length > count) break;
  }
  return checkCount(items, count);
}

function checkCount(items: Value[], count: number): Value[] {
  if (items.length > count) raiseError("ValueError", "too many values to unpack");
  if (items.length < count)
    raiseError(
      "ValueError",
      `need more than ${items.length} value${items.length === 1 ? "" : "s"} to unpack`,
    );
  return items;
}

/** SETUP_WITH: `__exit__`, bound, and `__enter__`, still to be called; looked up on the type, as CPython does. */
export function enterContext(machine: Machine, manager: Value): { exit: Value; enter: Value } {
  return {
    exit: specialAttribute(machine, manager, "__exit__"),
    enter: specialAttribute(machine, manager, "__enter__"),
  };
}

function specialAttribute(machine: Machine, v: Value, name: string): Value {
  if (v instanceof PyOldInstance) return getAttribute(machine, v, name);
  const found = typeOf(v).lookup(name);
  return found === undefined ? raiseError("AttributeError", name) : bind(machine, found, v, typeOf(v));
}

/** Where the `__exit__` of a `with` lies below what its `finally` part found, and how many values lie between. */
function exitPlace(stack: readonly unknown[], sp: number): { at: number; below: number } {
  const top = stack[sp - 1] as Value;
  const below = top === null ? 1 : typeof top !== "number" ? 3 : top === 2 ? 1 : 2;
  return { at: sp - 1 - below, below };
}

/** The `__exit__` that WITH_CLEANUP is about to call. */
export function contextExit(stack: readonly unknown[], sp: number): Value {
  return stack[exitPlace(stack, sp).at] as Value;
}

/**
 * WITH_CLEANUP: calls `__exit__`, which lies below what the `finally` part found on the stack (None; a reason, with a
 * value below it for `return` and `continue`; an exception). A true answer swallows the exception.
 */
export function exitContext(machine: Machine, frame: PyFrame): void {
  const { stack } = frame;
  const { at, below } = exitPlace(stack, frame.sp);
  const exit = stack[at] as Value;
  for (let i = at; i < frame.sp - 1; i++) stack[i] = stack[i + 1];
  frame.sp--;
  if (below < 3) {
    machine.call(exit, [null, null, null]);
    return;
  }
  const [traceback, value, type] = stack.slice(at, at + 3) as [Value, Value, Value];
  if (!isTrue(machine, machine.call(exit, [type, value, traceback]))) return;
  frame.sp = at;
  stack[frame.sp++] = null;
}

/**
 * EXEC_STMT: pushes the frame of `exec program in globals, locals`. In a function without `in`, its variables are
 * copied out and back, which runs the program at once.
 */
export function startExec(
  machine: Machine,
  frame: PyFrame,
  program: Value,
  globals: Value,
  locals: Value,
): void {
  if (program instanceof PyTuple && globals === null && (program.items.length & 6) === 2) {
    const [source = null, first = null, second = first] = program.items;
    startExec(machine, frame, source, first, second);
    return;
  }
  const names = execNamespaces(machine, frame, globals, locals);
  const code = execCode(machine, frame, program);
  if (names.own && frame.code.varnames.length + frame.cells.length > 0) {
    machine.execute(code, names.globals, names.locals);
    localsToFast(frame, names.locals);
    return;
  }
  const pushed = new PyFrame(code, names.globals, names.locals);
  pushed.ending = Ending.discard;
  pushFrame(machine, pushed);
}

function execNamespaces(
  machine: Machine,
  frame: PyFrame,
  globals: Value,
  locals: Value,
): { globals: Table; locals: Table; own: boolean } {
  if (globals === null && (locals === null || locals === undefined))
    return { globals: frame.globals, locals: localsOf(frame), own: true };
  const outer =
    globals === null ? frame.globals : dictOf(globals, "exec: arg 2 must be a dictionary or None");
  const inner = locals === null ? outer : dictOf(locals, "exec: arg 3 must be a mapping or None");
  if (!outer.has("__builtins__"))
    outer.set("__builtins__", "__builtins__", builtinModule(machine.interpreter));
  return { globals: outer, locals: inner, own: false };
}

function dictOf(v: Value, problem: string): Table {
  return v instanceof PyDict ? v.table : raiseError("TypeError", problem);
}

/** Future statements of the running block hold for the text it executes. */
function execCode(vm: VM, frame: PyFrame, program: Value): PyCode {
  if (program instanceof PyCode) {
    if (program.freevars.length > 0)
      raiseError("TypeError", "code object passed to exec may not contain free variables");
    return program;
  }
  const inherited = frame.code.flags & CO_FUTURES;
  const sink = syntaxWarnings(vm, "<string>");
  const source = program instanceof PyUnicode ? encodeUtf8(program.value) : program;
  if (typeof source !== "string")
    return raiseError("TypeError", "exec: arg 1 must be a string, file, or code object");
  chargeCompilation(vm, source);
  return compile(source, "<string>", "exec", inherited, sink);
}
