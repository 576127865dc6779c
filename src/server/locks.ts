/**
 * `session_lock = request`: a session is in the hands of one request at a time, from its `Session()` to its end, as in PHP.
 *
 *     A   ────Session()━━━━━━━━━━━━━━━━━━━━━▶ response
 *     B     ─────────Session()· · · · · · · ·━━━━━━━━━━━━━▶ response
 *
 * A request that holds a session says so (`Task.holds`): there is no other table of locks, and whatever takes the request away
 * frees the session. One that waits stands *before* its call of `Session()`, like any paused task. A request opens one session,
 * so no two can wait for each other. Who gets a freed session is whoever is stepped first.
 *
 * A lock is on what is stored: sessions of the same id in the memories of two processes are two sessions.
 */
import { raiseError } from "../python/index.ts";
import { emitFor } from "./answers.ts";
import type { Environment } from "./environment.ts";
import type { Server } from "./server.ts";
import { OPENING, sentId } from "./session-cookie.ts";
import type { Task } from "./task.ts";

/** True when `task` will have to ask for its session before it opens it. */
export function needsLock(server: Server, task: Task): boolean {
  return server.configuration.session_lock === "request" && task.session === null;
}

/** The name of the lock on session `id`, where `task` would find that session. */
function lockName(server: Server, task: Task, id: string): string {
  return server.configuration.persistent_session ? `disk:${id}` : `${task.process}:${id}`;
}

/** The request that holds the session `task` would open; undefined when it is free. */
function holderOf(server: Server, task: Task): Task | undefined {
  const id = sentId(task);
  if (id === null || !needsLock(server, task)) return undefined;
  const name = lockName(server, task, id);
  return server.tasks.find((other) => other !== task && other.holds === name);
}

/** True when `task` stands before a `Session()` that it may not carry out now. */
export function mustWait(server: Server, task: Task): boolean {
  return task.at?.operation?.kind === OPENING && holderOf(server, task) !== undefined;
}

/** Has `task` hold session `id`, which it has opened. */
export function lockSession(server: Server, task: Task, env: Environment, id: string): void {
  if (server.configuration.session_lock !== "request") return;
  task.holds = lockName(server, task, id);
  emitFor(task, env, { kind: "session-locked", session: id });
}

/** The request is over: its session is free. */
export function unlockSession(task: Task, env: Environment): void {
  if (task.holds === null) return;
  task.holds = null;
  emitFor(task, env, { kind: "session-unlocked", session: task.session?.id ?? "" });
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

/** Says of every task whether it waits for a session now, and tells who begins to. */
export function updateWaiting(server: Server, env: Environment): void {
  for (const task of server.tasks) {
    const holder = mustWait(server, task) ? holderOf(server, task)?.id : undefined;
    if (holder === task.waitsFor?.holder) continue;
    task.waitsFor = null;
    if (holder === undefined) continue;
    const session = sentId(task) ?? "";
    task.waitsFor = { session, holder };
    const { file, line } = task.at ?? {};
    const place = file === undefined || line === undefined ? {} : { file, line };
    emitFor(task, env, { kind: "session-waiting", session, holder }, place);
  }
}
