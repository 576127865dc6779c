/**
 * The simulated server. One request becomes a task, a task becomes a response:
 *
 *     const server = createServer({ project, disk });
 *     const task = accept(server, request, env);
 *     let progress = step(server, task, env, { kind: "end" });
 *     while (progress.kind === "paused") progress = step(server, task, env, { kind: "end" });
 *     progress.response;
 *
 * or, for whatever may run now under the server's own rules, `runLive(server, env, { slice })`.
 * Every value here is data: a server with its tasks can be copied, stored and read back between any two steps.
 */
export { answererOf, pageResponse, statusLine } from "./answers.ts";
export { decodeStrictly, decodeText, encodeText, readBytes, writeBytes } from "./byte-strings.ts";
export type { Environment } from "./environment.ts";
export { findDeadlock, type Wait } from "./find-deadlock.ts";
export {
  accept,
  announceStart,
  createServer,
  type ServerOptions,
} from "./lifecycle.ts";
export { updateWaiting } from "./locks.ts";
export {
  type Field,
  fieldValue,
  type ServerRequest,
  type ServerResponse,
} from "./messages.ts";
export {
  approach,
  carryOut,
  isMovable,
  type Moved,
  type MoveLength,
  movableTasks,
  moveTask,
  standsBeforeOperation,
  turnHolder,
} from "./moves.ts";
export { createPageCache, hasAllPages, type PageCache } from "./page-cache.ts";
export { createRandom, nextRandom, Random } from "./random.ts";
export { reconfigure } from "./reconfigure.ts";
export { configure, replaceProject, restart } from "./restart.ts";
export { type LiveProgress, runLive } from "./scheduler.ts";
export { hasFailed } from "./script.ts";
export { Server } from "./server.ts";
export { runnableTasks } from "./server-kinds.ts";
export { serverNames } from "./server-names.ts";
export { messagePage, waitingPage } from "./server-pages.ts";
export { SESSION_COOKIE, sentId } from "./session-cookie.ts";
export { serverNamed, serverShapes } from "./shapes.ts";
export type { Site } from "./site.ts";
export { drop, provideModule, refuseModule, step, stop } from "./steps.ts";
export {
  describeWaiting,
  type PausedAt,
  type Phase,
  type Progress,
  progressOf,
  Task,
  type Waiting,
} from "./task.ts";
