/** The deadlock that a server is in, for who shows or breaks it. What one is, and when it is told, is in `deadlock.ts`. */
import { ringOf } from "./deadlock.ts";
import type { Server } from "./server.ts";
import type { Task } from "./task.ts";

/** `request` waits for `what` ("the session", "the lock made at verrous.py, line 3"), which request `holder` has. */
export interface Wait {
  request: number;
  what: string;
  holder: number;
  /** The holder was answered without releasing it. */
  ended: boolean;
}

/** Those who can never go on by themselves, in order of arrival, each with what it waits for; null when there is none. */
export function findDeadlock(server: Server): Wait[] | null {
  const waits = server.tasks.flatMap((task) => (ringOf(server, task) === null ? [] : waitOf(task)));
  return waits.length === 0 ? null : waits;
}

function waitOf({ id, waitsFor }: Task): Wait[] {
  if (waitsFor === null) return [];
  const isLock = waitsFor.kind === "lock";
  return [
    {
      request: id,
      what: isLock ? `the lock made at ${waitsFor.name}` : "the session",
      holder: waitsFor.holder,
      ended: isLock && waitsFor.ended,
    },
  ];
}
