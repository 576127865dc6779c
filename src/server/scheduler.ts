/**
 * Who steps next when nobody holds the requests: the policy `live`.
 *
 * A server of one process finishes a request before it begins the next. Threads and processes take turns in slices, chosen
 * by chance from `env.random`, so that the same chances give the same interleaving.
 */
import type { Environment } from "./environment.ts";
import type { ServerResponse } from "./messages.ts";
import type { Server } from "./server.ts";
import { pick, runnableTasks } from "./server-kinds.ts";
import { awaitedModules, step } from "./steps.ts";
import type { Task } from "./task.ts";

/** What a call of `runLive` came to. */
export interface LiveProgress {
  /** Tasks answered in this call, each with its response. */
  finished: { task: Task; response: ServerResponse }[];
  /** True when some task could go on. */
  working: boolean;
  /** The standard modules that tasks wait for: `provideModule` when one has been brought, `refuseModule` when it cannot be. */
  awaited: string[];
  /** Whose turn it was. */
  turn?: Task;
}

/** Steps per slice when nothing else is said: some tenths of a millisecond. */
const SLICE = 2_000;
/** A thread's longest turn, in steps: short, so that threads of a live server do race now and then. */
const LONGEST_TURN = 20;

/**
 * Steps one task that may move, once, for at most `slice` of the machine's steps. Call it again while `working`; between
 * calls requests may be accepted, stopped, or the server restarted.
 */
export function runLive(server: Server, env: Environment, { slice = SLICE } = {}): LiveProgress {
  const runnable = runnableTasks(server);
  const task = runnable.length > 1 ? pick(runnable, env) : runnable[0];
  if (task === undefined) return { finished: [], working: false, awaited: awaitedModules(server) };
  const turn = runnable.length > 1 ? 1 + Math.floor(env.random() * LONGEST_TURN) : slice;
  const progress = step(server, task, env, { kind: "end", slice: Math.min(slice, turn) });
  const finished = progress.kind === "done" ? [{ task, response: progress.response }] : [];
  const working = runnableTasks(server).length > 0;
  return { finished, working, awaited: awaitedModules(server), turn: task };
}
