/**
 * Moves: how a request that is held is taken further by hand, or by an explorer.
 *
 *     ready ──step──▶ a statement ──operation──▶ before `session.n = 1` ──operation──▶ before the response ──▶ answered
 *
 * A visible operation is a step that another request could notice or disturb: what values announce as one (`slots.visible`), writing a
 * copy of the session back, sending the response. `runLive` never touches a held request; nothing here touches another.
 */
import type { Environment } from "./environment.ts";
import type { Server } from "./server.ts";
import { startedTask } from "./server-kinds.ts";
import { step } from "./steps.ts";
import { type Progress, progressOf, type Task } from "./task.ts";

/**
 * How far a move goes: to the next statement or visible operation; to the next visible operation, carrying out the one before which the
 * request stands; to its response.
 */
export type MoveLength = "step" | "operation" | "end";

/** Where a move has led. `isOver` is false when only its slice was used up: make the same move again. */
export interface Moved {
  progress: Progress;
  isOver: boolean;
}

/** The held requests that may be moved now, in order of arrival. Until one has started, any request of a process may be its next. */
export function movableTasks(server: Server): Task[] {
  return server.tasks.filter((task) => task.held && isMovable(server, task));
}

/** Could `task` be moved, does nothing stand in its way? */
export function isMovable(server: Server, task: Task): boolean {
  return task.awaited.length === 0 && task.waitsFor === null && turnHolder(server, task) === null;
}

/** The request that `task` has to let its process finish first; null when it is its turn, or may be. */
export function turnHolder(server: Server, task: Task): Task | null {
  const { server: kind } = server.configuration;
  if (kind === "multithread" || kind === "cgi") return null;
  const started = startedTask(server, task.process);
  return started === undefined || started === task ? null : started;
}

/** Does `task` stand right before a visible operation? */
export function standsBeforeOperation(task: Task): boolean {
  switch (task.phase) {
    case "run":
      return task.at !== null && task.at.operation !== null;
    case "save":
      return task.discard === null;
    case "respond":
      return true;
    default:
      return false;
  }
}

/** Moves `task`, as far as it can go. With `slice`, after so many of the machine's steps control comes back anyway. */
export function moveTask(
  server: Server,
  task: Task,
  env: Environment,
  { length, slice }: { length: MoveLength; slice?: number },
): Moved {
  const bound = slice === undefined ? {} : { slice };
  const before = task.python?.steps ?? 0;
  const isUsedUp = () => slice !== undefined && (task.python?.steps ?? 0) - before >= slice;
  for (;;) {
    if (!isMovable(server, task)) return { progress: progressOf(task), isOver: true };
    const progress = step(server, task, env, { ...untilFor[length], ...bound });
    if (progress.kind === "done" || length === "step") return { progress, isOver: true };
    if (length === "operation" && standsBeforeOperation(task)) return { progress, isOver: true };
    if (isUsedUp()) return { progress, isOver: false };
  }
}

const untilFor = {
  step: { kind: "statement", before: "all" },
  operation: { kind: "operation" },
  end: { kind: "end" },
} as const;

/**
 * Carries out the next visible operation of `task` and goes on to where the one after it would begin. One that has not started
 * is started; where its first operation has to wait, that is all that happens.
 */
export function carryOut(server: Server, task: Task, env: Environment): void {
  approach(server, task, env);
  if (isMovable(server, task) && standsBeforeOperation(task))
    moveTask(server, task, env, { length: "operation" });
}

/** Takes `task` to its next visible operation, unless it stands there. Nobody else can notice that. */
export function approach(server: Server, task: Task, env: Environment): void {
  if (!standsBeforeOperation(task)) moveTask(server, task, env, { length: "operation" });
}
