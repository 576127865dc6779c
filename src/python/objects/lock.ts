/**
 * Locks of `thread` and `threading`: data in the heap, which says who holds it and where it was made.
 *
 * The holder is a number, not a reference: a request that has ended without releasing its lock is gone, and the lock stays
 * taken. What acquiring and releasing do is in `types/lock.ts`.
 */
import { builtinType, type PyType } from "./type.ts";
import { PyObject } from "./values.ts";

export const lockType: PyType = builtinType("thread.lock");
/** A lock that its holder may acquire again (`threading.RLock`). */
export const rlockType: PyType = builtinType("threading._RLock");

export class PyLock extends PyObject {
  /** Where it was made: the learner's file (bytes) and line. */
  declare file: string;
  declare line: number;
  /** Number of the thread that holds it; 0 when it is free. */
  declare holder: number;
  /** How often its holder has acquired it; more than once is for an RLock only. */
  declare depth: number;
  constructor(type: PyType, file: string, line: number) {
    super(type);
    this.file = file;
    this.line = line;
    this.holder = 0;
    this.depth = 0;
  }
}

/** Could thread `id` acquire `lock` now, without waiting? */
export function isFreeFor(lock: PyLock, id: number): boolean {
  return lock.holder === 0 || (lock.holder === id && lock.type === rlockType);
}

/** Frees every lock that `id`, the number of a thread, holds of `locks`; gives those that it did hold. */
export function freeLocks(locks: readonly PyLock[], id: number): PyLock[] {
  const held = locks.filter(({ holder }) => holder === id);
  for (const lock of held) lock.holder = lock.depth = 0;
  return held;
}
