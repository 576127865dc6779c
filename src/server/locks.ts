/**
 * Waiting: for a session (`session_lock = request`: it is in the hands of one request at a time, as in PHP), and for a
 * `threading.Lock` of the pages.
 *
 *     A   ────Session()━━━━━━━━━━━━━━━━━━━━━▶ response
 *     B     ─────────Session()· · · · · · · ·━━━━━━━━━━━━━▶ response
 *
 * A request that holds a session says so (`Task.holds`), a lock says who holds it: there is no other table of locks, and whatever
 * takes a request away frees its session. One that waits stands *before* its call of `Session()` or `acquire()`, like any paused
 * task. Who gets what is free again is whoever is stepped first.
 *
 * A lock on a session is on what is stored: sessions of the same id in the memories of two processes are two sessions. A lock
 * of the pages is an object of one process. One that an ended request has not released stays taken, as in Python.
 */
import { awaitedLock, freeLocks, isFreeFor, lockName, type PyLock, raiseError } from "../python/index.ts";
import { emitFor } from "./answers.ts";
import { tellDeadlock } from "./deadlock.ts";
import type { Environment } from "./environment.ts";
import { processOf } from "./script-host.ts";
import type { Server } from "./server.ts";
import { OPENING, sentId } from "./session-cookie.ts";
import type { Task, Waiting } from "./task.ts";

/** Before these operations a request may have to wait. */
const ACQUIRING = "lock-acquire";

/** The kinds of operations before which the run of `task` has to stop, as it may have to wait there. None for most pages. */
export function waitingPoints(server: Server, task: Task): string[] {
  const points: string[] = [];
  if (needsLock(server, task)) points.push(OPENING);
  if (knowsLocks(server, task)) points.push(ACQUIRING);
  return points;
}

/** True when `task` will have to ask for its session before it opens it. */
function needsLock(server: Server, task: Task): boolean {
  return server.configuration.session_lock === "request" && task.session === null;
}

/** Could there be a lock that the page acquires? It was made by a module that the page or its process has imported. */
function knowsLocks(server: Server, task: Task): boolean {
  return task.modules.includes("thread") || processOf(server, task).interpreter.modules.has("thread");
}

/** The name of the lock on session `id`, where `task` would find that session. */
function sessionLock(server: Server, task: Task, id: string): string {
  return server.configuration.persistent_session ? `disk:${id}` : `${task.process}:${id}`;
}

/** The request that holds the session `task` would open; undefined when it is free. */
function holderOf(server: Server, task: Task): Task | undefined {
  const id = sentId(task);
  if (id === null || !needsLock(server, task)) return undefined;
  const name = sessionLock(server, task, id);
  return server.tasks.find((other) => other !== task && other.holds === name);
}

/** The lock that `task` stands before, where that is taken. */
function takenLock({ id, python }: Task): PyLock | null {
  const lock = python === null ? null : awaitedLock(python);
  return lock === null || isFreeFor(lock, id) ? null : lock;
}

/** What `task` has to wait for where it stands; null when it may go on. */
export function findWaiting(server: Server, task: Task): Waiting | null {
  if (task.phase !== "run") return null;
  switch (task.at?.operation?.kind) {
    case OPENING: {
      const holder = holderOf(server, task);
      return holder === undefined
        ? null
        : { kind: "session", session: sentId(task) ?? "", holder: holder.id };
    }
    case ACQUIRING: {
      const lock = takenLock(task);
      if (lock === null) return null;
      const ended = !server.tasks.some(({ id }) => id === lock.holder);
      return { kind: "lock", name: lockName(lock), holder: lock.holder, ended };
    }
    default:
      return null;
  }
}

/** Has `task` hold session `id`, which it has opened. */
export function lockSession(server: Server, task: Task, env: Environment, id: string): void {
  if (server.configuration.session_lock !== "request") return;
  task.holds = sessionLock(server, task, id);
  emitFor(task, env, { kind: "session-locked", session: id });
}

/** The request is over: its session is free. */
export function unlockSession(task: Task, env: Environment): void {
  if (task.holds === null) return;
  task.holds = null;
  emitFor(task, env, { kind: "session-unlocked", session: task.session?.id ?? "" });
}

/**
 * Releases the locks that a request holds which was broken off: by the learner, or by a budget.
 * NOT-PYTHON: CPython knows no such end. What it would unwind (`with lock:`) and what not (a bare `acquire()`) is not told apart.
 */
export function releaseLocks(task: Task, env: Environment): void {
  if (task.python === null) return;
  for (const lock of freeLocks(task.python.locks, task.id))
    emitFor(task, env, { kind: "lock-released", name: lockName(lock) });
  task.python.locks = [];
}

/**
 * Refuses a `Session()` whose session another request holds, where nobody could stop the run before it.
 * NOT-PYTHON: a function that a built-in one calls back (`map`, `sorted`, …) cannot be paused, so it cannot wait.
 */
export function refuseHeld(server: Server, task: Task): void {
  const holder = holderOf(server, task);
  if (holder === undefined) return;
  raiseError(
    "RuntimeError",
    `request ${holder.id} holds this session, and Session() cannot wait inside a function called by a built-in one. Call Session() first, at the top of the page`,
  );
}

/** Says of every task whether it waits now, and tells who begins to; and tells a deadlock when one comes into being. */
export function updateWaiting(server: Server, env: Environment): void {
  const told = new Set<Task>();
  for (const task of server.tasks.filter((each) => updateTask(server, each, env)))
    if (!told.has(task)) for (const each of tellDeadlock(server, task, env)) told.add(each);
}

/** True when `task` begins to wait, or now waits for somebody else, or for one that has ended. */
function updateTask(server: Server, task: Task, env: Environment): boolean {
  const waiting = findWaiting(server, task);
  if (isSame(waiting, task.waitsFor)) return false;
  task.waitsFor = waiting;
  if (waiting === null) return false;
  const { file, line } = task.at ?? {};
  const place = file === undefined || line === undefined ? {} : { file, line };
  const { kind, ...what } = waiting;
  emitFor(
    task,
    env,
    "session" in what ? { kind: "session-waiting", ...what } : { kind: "lock-waiting", ...what },
    place,
  );
  return true;
}

function isSame(a: Waiting | null, b: Waiting | null): boolean {
  if (a === null || b === null) return a === b;
  return a.holder === b.holder && a.kind === b.kind && hasEnded(a) === hasEnded(b);
}

const hasEnded = (waiting: Waiting): boolean => waiting.kind === "lock" && waiting.ended;
