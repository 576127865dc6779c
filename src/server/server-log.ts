/**
 * What a script writes to `sys.stderr` goes to the server's log, line by line, as a web server does with it.
 */
import type { EventBase } from "../trace/index.ts";
import { emitFor } from "./answers.ts";
import { decodeText } from "./byte-strings.ts";
import type { Environment } from "./environment.ts";
import type { Task } from "./task.ts";

/** Most lines of one request, and most bytes of one line, so that a loop does not push all else out of the log. */
const MAX_LINES = 100;
const MAX_LINE = 1_000;

type Place = Pick<EventBase, "file" | "line">;

/** Takes `text` (a byte string) written at `place`; whole lines are logged, the rest waits for its end. */
export function logErrors(task: Task, env: Environment, text: string, place: Place): void {
  const lines = (task.errorLine + text).split("\n");
  task.errorLine = (lines.pop() ?? "").slice(0, MAX_LINE + 1);
  for (const line of lines) logLine(task, env, line, place);
}

/** Logs the last line of a request that is over, should it have no end. */
export function flushErrors(task: Task, env: Environment): void {
  if (task.errorLine !== "") logLine(task, env, task.errorLine, {});
  task.errorLine = "";
}

function logLine(task: Task, env: Environment, line: string, place: Place): void {
  task.errorLines += 1;
  if (task.errorLines > MAX_LINES + 1) return;
  const text = line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}…` : line;
  const message = task.errorLines > MAX_LINES ? "(this request wrote more lines)" : decodeText(text);
  emitFor(task, env, { kind: "log", level: "info", message }, place);
}
