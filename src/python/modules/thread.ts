/** `_thread`: locks and the running thread, for `thread.py` and `threading.py`. */

import { ownFrame } from "../machine/frames.ts";
import { PyDict, type PyModule } from "../objects/builtin-objects.ts";
import { lockType, PyLock, rlockType } from "../objects/lock.ts";
import type { VM } from "../objects/machine.ts";
import { Table } from "../objects/table.ts";
import type { PyType } from "../objects/type.ts";
import { identity } from "../operations/identity.ts";
import { functions, none } from "../types/define.ts";
import { makeModule } from "./define.ts";

/** A new lock, which knows at once where it was made and what its `id` is: so it is the same lock in every copy. */
function makeLock(vm: VM, type: PyType): PyLock {
  const { frame } = vm.thread;
  const own = frame === null ? null : ownFrame(frame);
  const lock = new PyLock(type, own?.code.filename ?? "?", own?.line ?? 0);
  identity(vm, lock);
  return lock;
}

const threadFunctions = functions("_thread", {
  allocate_lock: [none, (vm) => makeLock(vm, lockType)],
  RLock: [none, (vm) => makeLock(vm, rlockType)],
  get_ident: [none, (vm) => vm.host.runner?.id ?? 1],
  name: [none, (vm) => vm.host.runner?.name ?? "MainThread"],
  // What `local` objects hold in this thread: it goes when the thread does.
  locals: [
    none,
    ({ thread }) => {
      thread.locals ??= new Table();
      return new PyDict(thread.locals);
    },
  ],
});

/** The module for one interpreter. */
export function makeThread(): PyModule {
  return makeModule("_thread", threadFunctions, [
    ["LockType", lockType],
    ["RLockType", rlockType],
  ]);
}
