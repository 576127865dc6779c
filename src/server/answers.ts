/**
 * Answers: how a draft becomes the bytes that leave, and how a request is refused.
 *
 * Every path to a response goes through `respond`, which adds what all responses have (date, server, length, the cookies)
 * and takes away the body where HTTP wants none (HEAD, 204, 304; RFC 9110 §6.4.1).
 */
import type { EventBase, EventBody } from "../trace/index.ts";
import { encodeText, writeBytes } from "./byte-strings.ts";
import { stringifyCookies } from "./cookie-object.ts";
import { type Environment, isHeard } from "./environment.ts";
import { type Field, fieldValue, reasonPhrase, type ServerResponse, stringifyResponse } from "./messages.ts";
import type { Draft, Task } from "./task.ts";

/** What the Server field says. */
const SERVER_NAME = "Biscuiterie (after Karrigell 3) Python/2.7";
/** The media type of pages. NOT-PIH: Karrigell's pages were ISO-8859-1; ours are UTF-8 and say so. */
export const PAGE_TYPE = "text/html; charset=utf-8";

/** Tells an event of `task`: who answered it and, if `place` is given, at which line. */
export function emitFor(
  task: Task,
  env: Environment,
  body: EventBody,
  place: Pick<EventBase, "file" | "line"> = {},
): void {
  if (isHeard(env, body.kind)) env.emit({ ...answererOf(task), ...place, ...body });
}

/** What every event about `task` says of it: the request, and the process and thread that answer. */
export function answererOf(
  task: Task,
): Required<Pick<EventBase, "request" | "browser" | "process" | "thread">> {
  return {
    request: task.id,
    browser: task.request.browser,
    process: task.process,
    thread: task.thread,
  };
}

/** A draft with a page of the server's own, given as text. */
export function pageDraft(status: number, page: string, fields: Field[] = []): Draft {
  return {
    status,
    statusText: null,
    fields: [["Content-Type", PAGE_TYPE], ...fields],
    body: writeBytes(encodeText(page)),
  };
}

/** A page of the server's own as a whole response, where there is no task that could answer. */
export function pageResponse(status: number, page: string, fields: Field[] = []): ServerResponse {
  const body = new TextEncoder().encode(page);
  const length: Field = ["Content-Length", String(body.length)];
  const statusText = reasonPhrase(status);
  return { status, statusText, fields: [["Content-Type", PAGE_TYPE], length, ...fields], body };
}

/** Ends `task` with a page of the server's own; the script, if one had begun, goes no further. */
export function refuse(task: Task, status: number, page: string, fields: Field[] = []): void {
  answer(task, pageDraft(status, page, fields));
}

/** Lets `task` go on to its response. */
export function answer(task: Task, draft: Draft): void {
  task.draft = draft;
  task.phase = "respond";
  task.at = null;
  task.awaited = [];
  task.waitsFor = null;
}

/** "404 Not Found": the line above a server page's heading. */
export function statusLine(status: number): string {
  return `${status} ${reasonPhrase(status)}`.trim();
}

/** Makes the response of a task whose draft is ready, and tells it. */
export function respond(task: Task, draft: Draft, env: Environment): ServerResponse {
  const bodyless = task.request.method === "HEAD" || draft.status === 204 || draft.status === 304;
  const response: ServerResponse = {
    status: draft.status,
    statusText: oneLine(draft.statusText ?? reasonPhrase(draft.status)),
    fields: responseFields(task, draft, env),
    body: bodyless ? new Uint8Array() : draft.body,
  };
  if (isHeard(env, "response")) tellResponse(task, response, env);
  return response;
}

function tellResponse(task: Task, response: ServerResponse, env: Environment): void {
  emitFor(task, env, {
    kind: "response",
    status: response.status,
    statusText: response.statusText,
    raw: stringifyResponse(response),
    bytes: response.body.length,
    mediaType: mediaTypeOf(response),
  });
}

function responseFields(task: Task, draft: Draft, env: Environment): Field[] {
  const fields: Field[] = [
    ["Date", new Date(env.now()).toUTCString()],
    ["Server", SERVER_NAME],
    ...draft.fields.filter(([name]) => !/^(?:date|server|content-length)$/i.test(name)),
  ];
  for (const cookie of cookiesToSet(task, env)) fields.push(["Set-Cookie", cookie]);
  if (draft.status !== 204 && draft.status !== 304)
    fields.push(["Content-Length", String(draft.body.length)]);
  return fields.map(([name, value]) => [name, oneLine(value)]);
}

/** The session's cookie first, then the script's own: a script may replace it, as the later of two fields wins. */
function cookiesToSet(task: Task, env: Environment): string[] {
  const own = task.setCookie === null ? [] : stringifyCookies(task.setCookie, env);
  return task.sessionCookie === null ? own : [task.sessionCookie, ...own];
}

/** A line break inside a field would begin another field (RFC 9110 §5.5): it becomes a blank, as other control characters do. */
function oneLine(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced.
  return value.replace(/[\x00-\x08\x0a-\x1f\x7f]+/g, " ");
}

function mediaTypeOf(response: ServerResponse): string {
  return (fieldValue(response.fields, "content-type") ?? "").split(";")[0]?.trim() ?? "";
}
