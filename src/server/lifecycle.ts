/**
 * The life of a server: it is started and takes requests in. How it is changed is in `restart.ts`.
 *
 * What a request then does is in `steps.ts`; who may step next in `server-kinds.ts` and `scheduler.ts`.
 */
import type { Project } from "../project/index.ts";
import { defaultLimits, type Limits } from "../python/index.ts";
import type { Disk } from "../sessions/index.ts";
import { emitFor } from "./answers.ts";
import { type Environment, isHeard } from "./environment.ts";
import { type ServerRequest, stringifyRequest } from "./messages.ts";
import { createRandom } from "./random.ts";
import { Server, startProcess } from "./server.ts";
import { assign, startingProcesses, warningFor } from "./server-kinds.ts";
import { Site } from "./site.ts";
import { Task } from "./task.ts";

/** What a server is made from. `limits` are the budgets of each request's Python. */
export interface ServerOptions {
  project: Project;
  disk: Disk;
  limits?: Limits;
}

/** Starts a server. With `env` the start is told as an event. */
export function createServer(options: ServerOptions, env?: Environment): Server {
  const { project, disk, limits = defaultLimits } = options;
  const server = new Server(new Site(project), disk, limits);
  startProcesses(server);
  if (env !== undefined) announceStart(server, env);
  return server;
}

/** Starts as many processes as the configuration asks for, in place of those there are. */
export function startProcesses(server: Server): void {
  server.nextProcess = 1;
  server.processes = [];
  for (let count = startingProcesses(server.configuration); count > 0; count--) startProcess(server);
}

/** Tells that the server has started, and warns of sessions that its processes cannot share. */
export function announceStart(server: Server, env: Environment): void {
  const { server: kind, persistent_session: persistent } = server.configuration;
  env.emit({ kind: "server-started", server: kind, persistent });
  const warning = warningFor(server.configuration);
  if (warning !== null) env.emit({ kind: "log", level: "warning", message: warning });
}

/** Takes a request in: it becomes a task, given to a process and a thread. Nothing has been done for it yet. */
export function accept(server: Server, request: ServerRequest, env: Environment): Task {
  const task = new Task(request, server.site);
  task.random = createRandom(Array.from({ length: 4 }, () => Math.floor(env.random() * 2 ** 32) | 0));
  assign(server, task, env);
  server.tasks.push(task);
  if (isHeard(env, "request")) tellRequest(task, env);
  return task;
}

function tellRequest(task: Task, env: Environment): void {
  const { method, url, body } = task.request;
  const raw = stringifyRequest(task.request);
  emitFor(task, env, { kind: "request", method, url, raw, bytes: body.length });
}
