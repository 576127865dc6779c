/**
 * Deadlocks: requests that wait for each other in a ring, or for a lock that an ended request has not released.
 *
 *     request 4 ──the lock made at verrous.py, line 1──▶ request 5 ──the session──▶ request 4
 *
 * A request waits for one thing at a time, so a ring is found by going from holder to holder. One that waits for its turn in a
 * process has not begun and holds nothing: it may stand behind a deadlock, but it is part of none.
 */
import { emitFor } from "./answers.ts";
import type { Environment } from "./environment.ts";
import type { Server } from "./server.ts";
import { describeWaiting, type Task } from "./task.ts";

/** Tells the deadlock that has come into being with the waiting of `task`; gives those who are in it. */
export function tellDeadlock(server: Server, task: Task, env: Environment): Task[] {
  const ring = fromFirst(ringOf(server, task) ?? []);
  if (ring.length === 0) return [];
  const message = `Deadlock: ${ring.map(describe).join("; ")}. ${adviceFor(ring)}`;
  const requests = ring.map(({ id }) => id);
  emitFor(task, env, { kind: "deadlock", requests });
  emitFor(task, env, { kind: "log", level: "error", message });
  return ring;
}

/** The ring that begins and ends with `task`; `task` alone where it waits for one that has ended. */
export function ringOf(server: Server, task: Task): Task[] | null {
  if (task.waitsFor?.kind === "lock" && task.waitsFor.ended) return [task];
  const ring: Task[] = [];
  for (let each: Task | undefined = task; each !== undefined && !ring.includes(each); ) {
    ring.push(each);
    const holder: number | undefined = each.waitsFor?.holder;
    if (holder === task.id) return ring;
    each = holder === undefined ? undefined : server.tasks.find(({ id }) => id === holder);
  }
  return null;
}

/** The same ring, from the request that came first. */
function fromFirst(ring: readonly Task[]): Task[] {
  const first = ring.findIndex(({ id }) => ring.every((other) => id <= other.id));
  return [...ring.slice(first), ...ring.slice(0, Math.max(0, first))];
}

function describe({ id, at, waitsFor }: Task): string {
  const place = at === null ? "" : ` (line ${at.line} of ${at.file})`;
  return waitsFor === null ? "" : `request ${id}${place} waits for ${describeWaiting(waitsFor, id)}`;
}

function adviceFor(ring: readonly Task[]): string {
  return ring.length === 1
    ? "It cannot go on by itself: stop it."
    : "None of them can go on by itself: stop one of them.";
}
