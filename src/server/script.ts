/**
 * Running a script: opening it, stepping its Python, ending it, saving its session.
 */
import { compileScript } from "../pih/index.ts";
import {
  Machine,
  type Operation,
  PyException,
  Raised,
  SourceError,
  type StepUntil,
  type Stop,
  Thread,
} from "../python/index.ts";
import type { SessionObject } from "../sessions/index.ts";
import { answer } from "./answers.ts";
import { decodeText, encodeText } from "./byte-strings.ts";
import type { Environment } from "./environment.ts";
import { exceptionDraft, limitDraft } from "./error-reports.ts";
import { findWaiting, releaseLocks, waitingPoints } from "./locks.ts";
import { createNamespace } from "./namespace.ts";
import { cachedCode } from "./page-cache.ts";
import { missingModules, modulesOf } from "./page-modules.ts";
import { endingOf, normalEnding, type ScriptEnding } from "./script-endings.ts";
import { processOf, ScriptHost } from "./script-host.ts";
import type { Server } from "./server.ts";
import { discardSession, isCopy, saveSession } from "./session-desk.ts";
import { readFile } from "./site.ts";
import type { Task } from "./task.ts";

/** Reads and compiles the task's script, finds what it imports, and prepares its run. A script that cannot be compiled gives its error. */
export function openScript(server: Server, task: Task, env: Environment): SourceError | null {
  const { script } = task;
  if (script === null)
    throw new Error(
      `Failed to open the script of request ${task.id}: none was found. Resolve the request first.`,
    );
  const { interpreter } = processOf(server, task);
  const source = readFile(task.site, script.file) ?? "";
  try {
    const code = cachedCode(env.pages, encodeText(script.file), source, compileScript);
    task.modules = modulesOf(task, env, script, code);
    const thread = new Thread();
    thread.owner = task;
    task.python = thread;
    machineFor(server, task, env).start(thread, code, createNamespace(task, script, interpreter));
    return null;
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
}

/**
 * Runs the script as far as `until` allows; at its end the task goes on to save its session, or to its response. A script
 * that needs modules which are not here, or a session or lock that another request holds, does not move: the task says which.
 */
export function runScript(server: Server, task: Task, env: Environment, until: StepUntil): void {
  const { python } = task;
  if (python === null)
    throw new Error(`Failed to run the script of request ${task.id}: it has not been opened. Open it first.`);
  task.awaited = missingModules(server, task, env);
  if (task.awaited.length > 0) return;
  if (findWaiting(server, task) !== null) return;
  const machine = machineFor(server, task, env);
  const run = () => machine.run(python, withPoints(until, waitingPoints(server, task)));
  let stop = run();
  // It stands before a `Session()` or an `acquire()`, though `until` did not ask for that: may it go on?
  for (; stop.kind === "operation" && !stopsBefore(until, stop.operation); stop = run()) {
    pause(task, stop);
    if (findWaiting(server, task) !== null) return;
  }
  if (stop.kind === "statement" || stop.kind === "operation" || stop.kind === "slice") pause(task, stop);
  else endScript(task, endRun(server, task, env, machine, stop));
}

function withPoints(until: StepUntil, points: string[]): StepUntil {
  const { before = [] } = until;
  return points.length === 0 || before === "all" ? until : { ...until, before: [...before, ...points] };
}

function stopsBefore({ kind, before = [] }: StepUntil, operation: Operation): boolean {
  return kind === "operation" || before === "all" || before.includes(operation.kind);
}

type Pause = Extract<Stop, { kind: "statement" | "operation" | "slice" }>;
type End = Exclude<Stop, Pause>;

function pause(task: Task, stop: Pause): void {
  const operation = stop.kind === "operation" ? stop.operation : null;
  task.at = { file: decodeText(stop.filename), line: stop.line, operation };
}

function endRun(server: Server, task: Task, env: Environment, machine: Machine, stop: End): ScriptEnding {
  switch (stop.kind) {
    case "returned":
      return normalEnding(task);
    case "limit":
      releaseLocks(task, env);
      return { draft: limitDraft(server, task, env, stop), discard: "the page was stopped" };
    case "raised":
      return (
        endingOf(task, stop.exception) ?? {
          draft: exceptionDraft(server, task, env, machine, stop),
          discard: FAILED,
        }
      );
  }
}

const FAILED = "the script ended with an error";

/** Did the script of `task` end with an exception that nobody caught? */
export function hasFailed({ discard }: Task): boolean {
  return discard === FAILED;
}

/** Lets a task whose script is over go on to save its copy of the session, where it has one, or to its response. */
export function endScript(task: Task, { draft, discard }: ScriptEnding): void {
  answer(task, draft);
  task.discard = discard;
  if (task.session !== null && isCopy(task.session)) task.phase = "save";
}

/**
 * Writes the session back, or says why it is not written. A session that cannot be written gives the error page instead of
 * the page, and nothing of it is stored.
 */
export function saveScriptSession(server: Server, task: Task, env: Environment): void {
  task.phase = "respond";
  if (task.discard !== null) {
    discardSession(task, env, task.discard);
    return;
  }
  const machine = machineFor(server, task, env);
  const exception = task.session === null ? null : trySave(machine, task.session);
  if (exception === null) return;
  const failure = { exception, traceback: null };
  const ending = endingOf(task, exception) ?? {
    draft: exceptionDraft(server, task, env, machine, failure),
    discard: "it could not be written",
  };
  discardSession(task, env, ending.discard ?? "");
  answer(task, ending.draft);
}

/** Saves where no script runs any more that could catch what a disk raises when it refuses. */
function trySave(machine: Machine, session: SessionObject): PyException | null {
  try {
    return saveSession(machine, session);
  } catch (error) {
    if (error instanceof Raised && error.exception instanceof PyException) return error.exception;
    throw error;
  }
}

function machineFor(server: Server, task: Task, env: Environment): Machine {
  const machine = new Machine(
    processOf(server, task).interpreter,
    new ScriptHost(server, task, env),
    server.limits,
  );
  if (task.python !== null) machine.thread = task.python;
  return machine;
}
