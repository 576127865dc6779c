/**
 * Visible operations: what another request could notice or disturb, asked of the values themselves.
 *
 * A type whose values are shared (a session, a lock, a module of the site, a file) declares `slots.visible`. A machine that runs
 * until the next visible operation asks it before each attribute access and each call, and before the few instructions that do the
 * same in other words: `with`, `for`, `print >>`, a global name of a module. An operation that has been announced is not asked
 * about again: the first question after a stop is about that very instruction, so each instruction asks whatever it finds.
 */
import { PyModule } from "../objects/builtin-objects.ts";
import type { Thread } from "../objects/frame.ts";
import { nativeVisible, PyNative } from "../objects/natives.ts";
import type { Access, Keywords, Operation } from "../objects/slots.ts";
import type { Table } from "../objects/table.ts";
import { fileType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { typeOf } from "../operations/index.ts";
import type { Machine } from "./machine.ts";

/** The operation that `access` to `target` would be; undefined when nobody could notice, or it was announced. */
export function attributeOperation(machine: Machine, target: Value, access: Access): Operation | undefined {
  return wasAnnounced(machine) ? undefined : ask(machine, target, access);
}

/** The same for a call: of the value, of a built-in method of it, or of `getattr` and its like on it. */
export function callOperation(
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

/** The same for a built-in method that an instruction calls by itself: `__enter__`, `__iter__`, `write`. */
export function methodOperation(machine: Machine, target: Value, method: string): Operation | undefined {
  return attributeOperation(machine, target, { kind: "call", args: [], method });
}

/** The same for WITH_CLEANUP, whose `__exit__` is `exit`, bound. */
export function exitOperation(machine: Machine, exit: Value): Operation | undefined {
  return callOperation(machine, exit, []);
}

/** The same for a global name of the function that runs: the attribute of its module. A page's own names are its own. */
export function globalOperation(machine: Machine, globals: Table, access: Access): Operation | undefined {
  if (wasAnnounced(machine) || machine.watched !== "all") return undefined;
  const module = machine.interpreter.modules.get(globals.get("__name__") ?? null);
  return module instanceof PyModule && module.dict === globals ? ask(machine, module, access) : undefined;
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
  for (const type of typeOf(target).mro)
    if (type.slots.visible !== undefined)
      return announced(machine, target, type.slots.visible(machine, target as never, access));
  return undefined;
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
