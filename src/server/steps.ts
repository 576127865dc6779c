/**
 * Steps: what a task does in each phase.
 *
 * A call of `step` takes one step and returns; in the phase `run` a step is as much of the script as `until` allows. Steps of
 * different tasks may alternate in any way.
 */
import type { StepUntil } from "../python/index.ts";
import { answer, emitFor, pageDraft, refuse, respond, statusLine } from "./answers.ts";
import type { Environment } from "./environment.ts";
import { compileErrorPage, moduleDraft } from "./error-reports.ts";
import { addHint } from "./hints.ts";
import { releaseLocks, unlockSession, updateWaiting } from "./locks.ts";
import { requestDraft } from "./refusals.ts";
import { endScript, openScript, runScript, saveScriptSession } from "./script.ts";
import type { Server } from "./server.ts";
import { retire } from "./server-kinds.ts";
import { flushErrors } from "./server-log.ts";
import { messagePage } from "./server-pages.ts";
import { discardSession, isCopy } from "./session-desk.ts";
import { describeWaiting, type Progress, progressOf, type Task } from "./task.ts";

/** Takes the next step of `task`. Stepping a task that is done is our mistake and throws. */
export function step(server: Server, task: Task, env: Environment, until: StepUntil): Progress {
  task.started = true;
  switch (task.phase) {
    case "resolve":
      resolve(task);
      break;
    case "open":
      open(server, task, env);
      break;
    case "run":
      runScript(server, task, env, until);
      break;
    case "save":
      saveScriptSession(server, task, env);
      break;
    case "respond":
      finish(server, task, env);
      break;
    case "done":
      throw new Error(
        `Failed to step request ${task.id}: it has already been answered. Accept a new request.`,
      );
  }
  updateWaiting(server, env);
  return progressOf(task);
}

/**
 * Ends a task that has not been answered, with a page that says the learner stopped it, or `heading`. The response is made by the
 * steps that follow. A task already past its script is left to finish. The locks that it holds are released, with or without `with`.
 */
export function stop(
  server: Server,
  task: Task,
  env: Environment,
  heading = "You stopped this request",
): void {
  if (!server.tasks.includes(task)) return;
  if (task.phase !== "resolve" && task.phase !== "open" && task.phase !== "run") return;
  const where = task.at === null ? "" : ` at line ${task.at.line} of ${task.at.file}`;
  const what = task.script?.file ?? "it";
  const waiting =
    task.waitsFor === null ? [] : [`It was waiting for ${describeWaiting(task.waitsFor, task.id)}.`];
  const sentences = [
    `The server was busy with ${what}${where}. What the page had printed is dropped.`,
    ...waiting,
    "Reload the page to ask again.",
  ];
  const page = messagePage(heading, sentences, statusLine(503));
  emitFor(task, env, { kind: "log", level: "info", message: `Request ${task.id} was stopped${where}.` });
  releaseLocks(task, env);
  endScript(task, { draft: pageDraft(503, page), discard: "the request was stopped" });
  updateWaiting(server, env);
}

/**
 * Takes a task whose answer nobody wants any more out of the server, at any phase: what it holds is free, its copy of the session
 * is not saved, and a process of its own ends. What it has changed in memory stays changed.
 */
export function drop(server: Server, task: Task, env: Environment): void {
  if (!server.tasks.includes(task)) return;
  const message = `Request ${task.id} was dropped: nobody waits for its answer any more.`;
  emitFor(task, env, { kind: "log", level: "info", message });
  flushErrors(task, env);
  if (task.session !== null && isCopy(task.session)) discardSession(task, env, "the request was dropped");
  releaseLocks(task, env);
  unlockSession(task, env);
  retire(server, task);
  updateWaiting(server, env);
}

/** The standard modules that tasks wait for, each once. */
export function awaitedModules(server: Server): string[] {
  const names = new Set<string>();
  for (const { awaited } of server.tasks) for (const name of awaited) names.add(name);
  return [...names];
}

/** Tells the tasks that wait for it that a standard module is in the environment's library. */
export function provideModule(server: Server, name: string): void {
  for (const task of server.tasks) task.awaited = task.awaited.filter((other) => other !== name);
}

/** Ends the tasks that wait for a standard module, which could not be brought, with a page that says so. */
export function refuseModule(server: Server, env: Environment, name: string): void {
  for (const task of server.tasks) {
    if (!task.awaited.includes(name)) continue;
    if (task.puzzle !== null) {
      // The page is ready: it is sent without a hint.
      task.puzzle = null;
      task.awaited = [];
      continue;
    }
    const draft = moduleDraft(server, task, env, name);
    endScript(task, { draft, discard: "a standard module could not be loaded" });
  }
}

function resolve(task: Task): void {
  const outcome = requestDraft(task);
  if (outcome.kind === "answer") {
    answer(task, outcome.draft);
    return;
  }
  task.script = outcome.script;
  task.query = outcome.query;
  task.phase = "open";
}

function open(server: Server, task: Task, env: Environment): void {
  const problem = openScript(server, task, env);
  if (problem === null) task.phase = "run";
  else refuse(task, ...compileErrorPage(server, task, env, problem));
}

function finish(server: Server, task: Task, env: Environment): void {
  if (task.draft === null)
    throw new Error(`Failed to answer request ${task.id}: it has no draft. Give it one before it responds.`);
  if (!addHint(server, task, env)) return;
  task.response = respond(task, task.draft, env);
  task.phase = "done";
  flushErrors(task, env);
  unlockSession(task, env);
  retire(server, task);
}
