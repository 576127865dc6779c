/**
 * Visible operations: what another request could notice or disturb, asked of the values themselves.
 *
 * A type whose values are shared (a session, a lock, a module of the site, a file) declares `slots.visible`. A machine that runs
 * until the next visible operation asks it before each attribute access and each call, and before the few instructions that do the
 * same in other words: `with`, `for`, `print >>`, a global name of a module. An operation that has been announced is not asked
 * about again: the first question after a stop is about that very instruction, so each instruction asks whatever it finds.
 */
import { Op } from "../bytecode.ts";
import { PyModule, PyTuple } from "../objects/builtin-objects.ts";
import { type PyFrame, PyFunction, PyMethod, type Thread } from "../objects/frame.ts";
import { nativeVisible, PyNative } from "../objects/natives.ts";
import type { Access, Keywords, Operation } from "../objects/slots.ts";
import type { Table } from "../objects/table.ts";
import { fileType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { typeOf } from "../operations/index.ts";
import { spreadPositional } from "./calls.ts";
import { contextExit } from "./cases.ts";
import type { Machine } from "./machine.ts";
import { collectCall, collectSpreadCall } from "./operands.ts";

/**
 * The visible operation that the instruction at `pc` of `frame` is about to make; undefined when it makes none, or when that one
 * was announced.
 */
export function operationAt(machine: Machine, frame: PyFrame, pc: number, sp: number): Operation | undefined {
  const { stack, code, globals } = frame;
  const arg = code.instructions[pc + 1] ?? 0;
  const name = code.names[arg] ?? "";
  const top = stack[sp - 1] as Value;
  const value = stack[sp - 2] as Value;
  switch (code.instructions[pc]) {
    case Op.LOAD_ATTR:
    case Op.LOAD_METHOD:
      return attributeOperation(machine, top, { kind: "read", name });
    case Op.STORE_ATTR:
      return attributeOperation(machine, top, { kind: "write", name, value });
    case Op.DELETE_ATTR:
      return attributeOperation(machine, top, { kind: "delete", name });
    case Op.LOAD_GLOBAL:
      return globalOperation(machine, globals, { kind: "read", name });
    case Op.STORE_GLOBAL:
      return globalOperation(machine, globals, { kind: "write", name, value: top });
    case Op.DELETE_GLOBAL:
      return globalOperation(machine, globals, { kind: "delete", name });
    case Op.GET_ITER:
      return methodOperation(machine, top, "__iter__");
    case Op.SETUP_WITH:
      return methodOperation(machine, top, "__enter__");
    case Op.PRINT_ITEM_TO:
      return methodOperation(machine, top, "write");
    case Op.WITH_CLEANUP:
      return callOperation(machine, contextExit(stack, sp), []);
    case Op.CALL_FUNCTION:
    case Op.CALL_METHOD:
      return callAt(machine, stack, sp, arg, code.instructions[pc] === Op.CALL_METHOD);
    case Op.CALL_FUNCTION_VAR:
    case Op.CALL_FUNCTION_KW:
    case Op.CALL_FUNCTION_VAR_KW:
      return spreadCallAt(machine, stack, sp, arg, (code.instructions[pc] ?? 0) - Op.CALL_FUNCTION_VAR + 1);
    default:
      return undefined;
  }
}

/** What a call would be. Of a method that LOAD_METHOD has taken apart nobody is asked. */
function callAt(
  machine: Machine,
  stack: unknown[],
  sp: number,
  arg: number,
  isMethod: boolean,
): Operation | undefined {
  const above = (arg & 255) + 2 * (arg >> 8);
  const callee = stack[sp - above - (isMethod ? 2 : 1)] as Value;
  if (callee instanceof PyFunction || (isMethod && stack[sp - above - 1] !== undefined)) return undefined;
  // A callable that is no method has a hole above it.
  const { args, keywords } = collectCall(
    isMethod ? stack.toSpliced(sp - above - 1, 1) : stack,
    isMethod ? sp - 1 : sp,
    arg,
  );
  return callOperation(machine, callee, args, keywords);
}

/** The same for a call with `*args` (`which` 1), `**keywords` (2) or both (3). */
function spreadCallAt(
  machine: Machine,
  stack: unknown[],
  sp: number,
  arg: number,
  which: number,
): Operation | undefined {
  const rest = sp - (which === 3 ? 2 : 1);
  const callee = stack[sp - (arg & 255) - 2 * (arg >> 8) - (which === 3 ? 3 : 2)] as Value;
  if (callee instanceof PyFunction || callee instanceof PyMethod) return undefined;
  // What can be walked once only is walked here, and the call finds its items.
  if (which !== 2) stack[rest] = new PyTuple(spreadPositional(machine, callee, stack[rest] as Value));
  const { steps } = machine.thread;
  const { args, keywords } = collectSpreadCall(machine, stack, sp, arg, which);
  machine.thread.steps = steps;
  return callOperation(machine, callee, args, keywords);
}

/** The operation that `access` to `target` would be; undefined when nobody could notice, or it was announced. */
function attributeOperation(machine: Machine, target: Value, access: Access): Operation | undefined {
  return wasAnnounced(machine) ? undefined : ask(machine, target, access);
}

/** The same for a call: of the value, of a built-in method of it, or of `getattr` and its like on it. */
function callOperation(
  machine: Machine,
  callee: Value,
  args: Value[],
  keywords: Keywords = null,
): Operation | undefined {
  if (wasAnnounced(machine)) return undefined;
  if (callee === fileType)
    return announced(machine, callee, nativeVisible("open")?.(machine, args, keywords));
  if (!(callee instanceof PyNative)) return ask(machine, callee, { kind: "call", args });
  const { self, key, name } = callee;
  if (self !== undefined) return ask(machine, self, { kind: "call", args, keywords, method: name });
  const visible = nativeVisible(key);
  if (visible !== undefined) return announced(machine, callee, visible(machine, args, keywords));
  const access = accessBy(name, args);
  const target = args[0];
  if (access !== undefined && target !== undefined) return ask(machine, target, access);
  return ask(machine, callee, { kind: "call", args });
}

/** The same for a global name of the function that runs: the attribute of its module. A page's own names are its own. */
function globalOperation(machine: Machine, globals: Table, access: Access): Operation | undefined {
  if (wasAnnounced(machine) || machine.watched !== "all") return undefined;
  const module = machine.interpreter.modules.get(globals.get("__name__") ?? null);
  return module instanceof PyModule && module.dict === globals ? ask(machine, module, access) : undefined;
}

/** True for a value that is asked about what is done with it. */
export function isShared(value: Value): boolean {
  return typeOf(value).allSlots.visible !== undefined;
}

/** A built-in method that an instruction calls by itself: `__enter__`, `__iter__`, `write`. */
function methodOperation(machine: Machine, target: Value, method: string): Operation | undefined {
  return attributeOperation(machine, target, { kind: "call", args: [], method });
}

/** Forgets that an operation has been announced. */
export function forgetAnnounced(thread: Thread): void {
  thread.announced = false;
  thread.target = null;
}

function wasAnnounced({ thread }: Machine): boolean {
  const before = thread.announced;
  if (before) forgetAnnounced(thread);
  return before;
}

function ask(machine: Machine, target: Value, access: Access): Operation | undefined {
  const { visible } = typeOf(target).allSlots;
  return visible === undefined
    ? undefined
    : announced(machine, target, visible(machine, target as never, access));
}

/** The operation on `target`, if the machine is to stop at its kind. */
function announced(machine: Machine, target: Value, operation: Operation | undefined): Operation | undefined {
  const { watched, thread } = machine;
  if (operation === undefined || (watched !== "all" && !watched.includes(operation.kind))) return undefined;
  thread.target = target;
  return operation;
}

/** The access that a built-in function makes to its first argument. */
function accessBy(name: string, args: Value[]): Access | undefined {
  const [, attribute, value] = args;
  if (typeof attribute !== "string") return undefined;
  if (name === "getattr" || name === "hasattr") return { kind: "read", name: attribute };
  if (name === "delattr") return { kind: "delete", name: attribute };
  if (name === "setattr" && value !== undefined) return { kind: "write", name: attribute, value };
  return undefined;
}
