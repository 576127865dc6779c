/**
 * `thread.lock` and `threading._RLock`: acquiring, releasing, and naming both as visible operations beforehand.
 *
 * Nothing waits in here. Who steps a run stops it before an `acquire` whose lock is taken, and goes on when the lock is free; so a
 * lock that is taken *here* is one that nobody could wait for.
 */
import { PyModule } from "../objects/builtin-objects.ts";
import { isFreeFor, lockType, PyLock, rlockType } from "../objects/lock.ts";
import { Raised, type VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Access, Operation } from "../objects/slots.ts";
import type { PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { address, identity } from "../operations/identity.ts";
import { isTrue } from "../operations/index.ts";
import { between, methods, named, none, type Signature, variadic } from "./define.ts";
import { fillLater } from "./fill-later.ts";
import { lockName } from "./lock-names.ts";

const acquiring = new Set(["acquire", "acquire_lock", "__enter__"]);
const releasing = new Set(["release", "release_lock", "__exit__"]);

function runnerOf(vm: VM): number {
  return vm.host.runner?.id ?? 1;
}

function acquire(vm: VM, self: PyLock, blocking: Value = true): Value {
  const id = runnerOf(vm);
  if (!isFreeFor(self, id)) {
    if (!isTrue(vm, blocking)) return false;
    refuse(vm, self);
  }
  if (self.depth++ > 0) return 1;
  self.holder = id;
  vm.charge(vm.thread.locks.length >> 3);
  if (!vm.thread.locks.includes(self)) vm.thread.locks.push(self);
  vm.host.observeLock?.({ kind: "lock-acquired", name: lockName(self) }, vm);
  return true;
}

/**
 * NOT-PYTHON: a function that a built-in one calls back cannot be paused, so it cannot wait; and a program of one thread, which
 * would wait for ever, is told so.
 */
function refuse(vm: VM, self: PyLock): never {
  vm.host.refuseLock?.(lockName(self), self.holder);
  return raiseError(
    "RuntimeError",
    `acquire() would wait for ever: this program holds the lock made at ${lockName(self)} already, and nobody else can release it`,
  );
}

/** Any thread may release a lock; an RLock only its holder. */
function release(vm: VM, self: PyLock): Value {
  if (self.type === rlockType && self.holder !== runnerOf(vm))
    raiseError("RuntimeError", "cannot release un-acquired lock");
  if (self.holder === 0) raiseThreadError(vm, "release unlocked lock");
  if (--self.depth > 0) return null;
  self.holder = 0;
  const { thread } = vm;
  thread.locks = thread.locks.filter((lock) => lock !== self);
  vm.host.observeLock?.({ kind: "lock-released", name: lockName(self) }, vm);
  return null;
}

/** `thread.error`, a class of the library's. */
function raiseThreadError(vm: VM, message: string): never {
  const module = vm.import("thread");
  const type = module instanceof PyModule ? module.dict.get("error") : undefined;
  if (type === undefined) raiseError("RuntimeError", message);
  const raised = vm.makeRaised(type, message, null);
  throw new Raised(raised.exception);
}

/** The operation that a call of a lock's method would be. What its holder does with an RLock again is nobody's affair. */
function visible(vm: VM, self: PyLock, access: Access): Operation | undefined {
  if (access.kind !== "call" || access.method === undefined) return undefined;
  const isMine = self.type === rlockType && self.holder === runnerOf(vm);
  const kind = operationOf(vm, access.method, access.args[0] ?? access.keywords?.get("blocking"));
  if (kind === undefined || (isMine && (kind !== "lock-release" || self.depth > 1))) return undefined;
  return { kind, object: `lock:${identity(vm, self)}`, name: lockName(self) };
}

function operationOf(vm: VM, method: string, blocking: Value = true): string | undefined {
  if (releasing.has(method)) return "lock-release";
  if (method === "locked" || method === "locked_lock") return "lock-look";
  if (!acquiring.has(method)) return undefined;
  return isPlainFalse(vm, blocking) ? "lock-try" : "lock-acquire";
}

/** No Python runs to find out. */
function isPlainFalse(vm: VM, v: Value): boolean {
  return typeof v !== "object" && !isTrue(vm, v);
}

const receive = (v: Value) => (v instanceof PyLock ? v : undefined);

function fill(type: PyType, repr: (vm: VM, self: PyLock) => string, acquireArguments: Signature): void {
  type.slots = { repr, visible };
  methods(type, receive, {
    acquire: [acquireArguments, acquire],
    release: [none, release],
    __enter__: [none, acquire],
    __exit__: [variadic, release],
  });
}

fillLater(lockType, () => {
  fill(lockType, (vm, self) => `<thread.lock object at ${address(vm, self)}>`, between(0, 1));
  methods(lockType, receive, {
    acquire_lock: [between(0, 1), acquire],
    release_lock: [none, release],
    locked: [none, (_vm, { holder }) => holder !== 0],
    locked_lock: [none, (_vm, { holder }) => holder !== 0],
  });
});

fillLater(rlockType, () => {
  fill(rlockType, rlockRepr, named(0, "blocking"));
});

function rlockRepr(vm: VM, { holder, depth }: PyLock): string {
  const { id = 1, name = "MainThread" } = vm.host.runner ?? {};
  const owner = holder === 0 ? "None" : holder === id ? `'${name}'` : String(holder);
  return `<_RLock owner=${owner} count=${depth}>`;
}
