/**
 * Error pages: what went wrong in a learner's page, where, and what to try.
 *
 * The status is 200, as Karrigell sent it, unless `error_status = 500` is chosen. Lines are those of the page.
 */
import {
  formatException,
  formatSourceError,
  formatTraceback,
  type PyTraceback,
  SourceError,
  type Stop,
  syntaxError,
  type Throwable,
  tracebackEntries,
  type VM,
} from "../python/index.ts";
import { emitFor, pageDraft, statusLine } from "./answers.ts";
import { decodeText } from "./byte-strings.ts";
import type { Environment } from "./environment.ts";
import { wantHint } from "./hints.ts";
import type { Markup } from "./markup.ts";
import type { Field } from "./messages.ts";
import type { Server } from "./server.ts";
import { type ErrorReport, errorPage, type QuotedLine } from "./server-pages.ts";
import { tellMissing } from "./session-story.ts";
import { readLine, readText, type Site } from "./site.ts";
import type { Draft, Task } from "./task.ts";

/** An exception that nobody caught, with where it has been. */
export interface Uncaught {
  exception: Throwable;
  traceback: PyTraceback | null;
}

/** The page for an uncaught exception. */
export function exceptionDraft(
  server: Server,
  task: Task,
  env: Environment,
  vm: VM,
  raised: Uncaught,
): Draft {
  const where = innermostPlace(task.site, raised.traceback);
  const exception = decodeText(formatException(vm, raised.exception)).trim().split("\n").at(-1) ?? "";
  const advice = adviceFor(server, task, env, exception);
  if (advice.length === 0) wantHint(task, raised);
  const sources = (filename: string): string | undefined => readText(task.site, decodeText(filename));
  return report(server, task, env, {
    heading: headingFor(task),
    where,
    exception,
    traceback: decodeText(formatTraceback(vm, raised, sources)),
    advice,
  });
}

/** The page for a script that needs a standard module which could not be brought. */
export function moduleDraft(server: Server, task: Task, env: Environment, name: string): Draft {
  return report(server, task, env, {
    heading: headingFor(task),
    where: null,
    exception: `ImportError: the module ${name} could not be loaded`,
    traceback: "",
    advice: [
      `${name} is a standard module of Python. The playground fetches it the first time a page needs it, and that failed.`,
      "Check the connection, then reload the page.",
    ],
  });
}

/** The page for a run that used up a budget. */
export function limitDraft(
  server: Server,
  task: Task,
  env: Environment,
  stop: Stop & { kind: "limit" },
): Draft {
  return report(server, task, env, {
    heading: "This page was stopped",
    where: quote(task.site, stop.filename, stop.line),
    exception: `${task.script?.file ?? "The page"} was stopped: ${stop.message}`,
    traceback: "",
    advice: [
      `Line ${stop.line} was being executed. Every page gets the same budget, so that one page cannot hold up the server for ever; the next request is not affected.`,
    ],
  });
}

/** Status, page and fields for a page that is not PIH, or not Python. */
export function compileErrorPage(
  server: Server,
  task: Task,
  env: Environment,
  error: SourceError,
): [status: number, page: string, fields: Field[]] {
  const isPih = error.kind === "PihError";
  if (!isPih) wantHint(task, { exception: syntaxError(located(error)), traceback: null });
  const page = reportPage(server, task, env, {
    heading: headingFor(task),
    where: wrongPlace(task.site, error),
    exception: `${error.kind}: ${decodeText(error.message)}`,
    traceback: isPih ? "" : decodeText(formatSourceError(error)),
    advice: [],
  });
  return [server.configuration.error_status, page, []];
}

/** An error in a page, which has no offset there, with the place where its wrong token begins. */
function located(error: SourceError): SourceError {
  const { kind, message, filename, span, text, offset } = error;
  return new SourceError(kind, message, filename, span, text, offset ?? span.column + 1);
}

/** Where a script that ends too soon is wrong, Python names the line after its last; the page shows the last. */
function wrongPlace(site: Site, error: SourceError): QuotedLine {
  const file = decodeText(error.filename);
  const last = readText(site, file)
    ?.trimEnd()
    .split(/\r\n|\r|\n/).length;
  if (last !== undefined && error.span.line > last) return quote(site, error.filename, last);
  const text = error.text === null ? null : decodeText(error.text).trim();
  return { file, line: error.span.line, text };
}

type Finding = Omit<ErrorReport, "url" | "request">;

function report(server: Server, task: Task, env: Environment, finding: Finding): Draft {
  return pageDraft(server.configuration.error_status, reportPage(server, task, env, finding));
}

function reportPage(server: Server, task: Task, env: Environment, finding: Finding): string {
  const [, exception = "", message = ""] = /^(?:([\w.]+): )?(.*)$/s.exec(finding.exception) ?? [];
  const { where } = finding;
  const place = where === null ? {} : { file: where.file, line: where.line };
  emitFor(task, env, { kind: "script-error", exception, message }, place);
  const path = task.request.url.replace(/^[a-z]+:\/\/[^/]*/, "").replace(/[?#].*$/s, "");
  const { files } = task.site.project;
  const report = { ...finding, url: path, request: task.id };
  return errorPage(report, statusLine(server.configuration.error_status), (file) => files.has(file));
}

function headingFor(task: Task): string {
  return `Error in ${task.script?.file ?? "the page"}`;
}

/** The deepest level that lies in a file of the site: the line a learner can mend. */
function innermostPlace(site: Site, traceback: PyTraceback | null): QuotedLine | null {
  const own = tracebackEntries(traceback).filter(({ filename }) =>
    site.project.files.has(decodeText(filename)),
  );
  const last = own.at(-1);
  return last === undefined ? null : quote(site, last.filename, last.line);
}

function quote(site: Site, filename: string, line: number): QuotedLine {
  const file = decodeText(filename);
  const text = readLine(site, file, line);
  return { file, line, text: text === null ? null : decodeText(text).trim() };
}

/** A sentence for the errors that a learner of sessions meets first. */
function adviceFor(server: Server, task: Task, env: Environment, exception: string): (string | Markup)[] {
  const field = /^NameError: name '_([^_'][^']*)' is not defined$/.exec(exception)?.[1];
  if (field !== undefined && !task.fieldNames.includes(field))
    return [
      `No field “${field}” came with this request. Open the page through its form, or add ?${field}=… to the address.`,
    ];
  const attribute = /^AttributeError: 'SessionObject' object has no attribute '([^']+)'$/.exec(
    exception,
  )?.[1];
  return attribute === undefined ? [] : [tellMissing(server, task, env, attribute)];
}
