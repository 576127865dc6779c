/**
 * Visible operations: what another request could notice or disturb, asked of the values themselves.
 *
 * A type whose values are shared (a session) declares `slots.visible`. A machine that runs until the next visible
 * operation asks it before each attribute access and each call. An operation that has been announced is not asked
 * about again: the first question after a stop is about that very instruction.
 */
import { PyNative } from "../objects/natives.ts";
import type { Access, Operation } from "../objects/slots.ts";
import type { Value } from "../objects/values.ts";
import { typeOf } from "../operations/index.ts";
import type { Machine } from "./machine.ts";

/** The operation that `access` to `target` would be; undefined when nobody could notice, or it was announced. */
export function attributeOperation(machine: Machine, target: Value, access: Access): Operation | undefined {
  return wasAnnounced(machine) ? undefined : ask(machine, target, access);
}

/** The same for a call: of the value, of a built-in method of it, or of `getattr` and its like on it. */
export function callOperation(machine: Machine, callee: Value, args: Value[]): Operation | undefined {
  if (wasAnnounced(machine)) return undefined;
  if (!(callee instanceof PyNative)) return ask(machine, callee, { kind: "call", args });
  if (callee.self !== undefined)
    return ask(machine, callee.self, { kind: "call", args, method: callee.name });
  const access = accessBy(callee.name, args);
  const target = args[0];
  if (access !== undefined && target !== undefined) return ask(machine, target, access);
  return ask(machine, callee, { kind: "call", args });
}

function wasAnnounced(machine: Machine): boolean {
  const { thread } = machine;
  const before = thread.announced;
  thread.announced = false;
  return before;
}

function ask(machine: Machine, target: Value, access: Access): Operation | undefined {
  for (const type of typeOf(target).mro)
    if (type.slots.visible !== undefined)
      return only(machine, type.slots.visible(machine, target as never, access));
  return undefined;
}

/** The operation, if the machine is to stop at its kind. */
function only({ watched }: Machine, operation: Operation | undefined): Operation | undefined {
  if (operation === undefined || watched === "all") return operation;
  return watched.includes(operation.kind) ? operation : undefined;
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
