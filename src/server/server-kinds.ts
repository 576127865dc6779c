/**
 * The four servers: how many processes there are, who takes a request, and which requests may move.
 *
 *  - `monoprocess`: one process answers one request after the other, in the order of arrival.
 *  - `multithread`: one process, a thread for each request; all may move.
 *  - `multiprocess`: several processes behind Apache; a free one takes the request, each answers one at a time.
 *  - `cgi`: each request gets a process of its own, which ends with it.
 */
import type { Configuration } from "../project/index.ts";
import type { Environment } from "./environment.ts";
import { type Server, type ServerProcess, startProcess } from "./server.ts";
import type { Task } from "./task.ts";

/** How many processes such a server starts with. */
export function startingProcesses({ server, processes }: Configuration): number {
  if (server === "cgi") return 0;
  return server === "multiprocess" ? Math.max(1, processes) : 1;
}

/** Karrigell's warning about memory sessions where memory is not shared safely; null when there is nothing to warn of. */
export function warningFor({ server, persistent_session }: Configuration): string | null {
  if (persistent_session || server === "monoprocess") return null;
  return `Sessions are kept in memory, but the server is ${server}: use persistent_session = 1, or sessions will be unreliable.`;
}

/** Chooses the process and the thread that will answer `task`. */
export function assign(server: Server, task: Task, env: Environment): void {
  const process = chooseProcess(server, env);
  task.process = process.id;
  task.thread = server.configuration.server === "multithread" ? freeThread(server) : 1;
}

function chooseProcess(server: Server, env: Environment): ServerProcess {
  if (server.configuration.server === "cgi") return startProcess(server);
  const load = server.processes.map((process) => ({ process, waiting: tasksOf(server, process).length }));
  const least = Math.min(...load.map(({ waiting }) => waiting));
  const free = load.filter(({ waiting }) => waiting === least).map(({ process }) => process);
  return (free.length > 1 ? pick(free, env) : free[0]) ?? startProcess(server);
}

/** One of `choices`, by chance. */
export function pick<Choice>(choices: readonly Choice[], env: Environment): Choice | undefined {
  return choices[Math.floor(env.random() * choices.length)];
}

function freeThread(server: Server): number {
  const taken = new Set(server.tasks.map(({ thread }) => thread));
  let thread = 1;
  while (taken.has(thread)) thread += 1;
  return thread;
}

function tasksOf(server: Server, process: ServerProcess): Task[] {
  return server.tasks.filter((task) => task.process === process.id);
}

/**
 * The tasks that may move now by themselves, in order of arrival: none that is held. Who waits, for modules or a session, keeps
 * its place, and its process.
 */
export function runnableTasks(server: Server): Task[] {
  return scheduledTasks(server).filter(({ awaited, waitsFor }) => awaited.length === 0 && waitsFor === null);
}

function scheduledTasks(server: Server): Task[] {
  const { server: kind } = server.configuration;
  const free = server.tasks.filter(({ held }) => !held);
  if (kind === "multithread" || kind === "cgi") return free;
  return free.filter((task) => task === (startedTask(server, task.process) ?? firstOf(free, task.process)));
}

/** The request that process `process` has begun and not finished, where it answers one at a time. */
export function startedTask(server: Server, process: number): Task | undefined {
  return server.tasks.find((task) => task.process === process && task.started);
}

function firstOf(tasks: readonly Task[], process: number): Task | undefined {
  return tasks.find((task) => task.process === process);
}

/** Takes an answered task off the list; a CGI process ends with its request. */
export function retire(server: Server, task: Task): void {
  server.tasks = server.tasks.filter((other) => other !== task);
  if (server.configuration.server === "cgi")
    server.processes = server.processes.filter(({ id }) => id !== task.process);
}
