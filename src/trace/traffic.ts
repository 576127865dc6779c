/**
 * The log read as traffic: one row per request, as in a browser's network panel, with the cookies that went along or
 * stayed behind, the cookies that came back, and what the page did to its session.
 *
 * Pure: the same events give the same rows. A request whose first event has been dropped from the log is left out.
 */
import type { BrowserId, RequestId, TraceEvent, WithheldReason } from "./events.ts";
import { isSessionEvent, type SessionEvent } from "./session-history.ts";

/** One request and everything known about it so far; `response` is absent while it runs. */
export interface TrafficRow {
  request: RequestId;
  /** The newest event that is in the row: two rows of a request are alike if it is the same object. Its number may be another log's. */
  newest: TraceEvent;
  browser?: BrowserId;
  method: string;
  url: string;
  /** The request as text: request line, fields, body. */
  raw: string;
  bytes: number;
  /** Virtual milliseconds. */
  started: number;
  /** Who answered: the last process and thread that an event of this request named. */
  process?: number;
  thread?: number;
  response?: TrafficResponse;
  cookiesSent: { name: string; value: string }[];
  cookiesWithheld: { name: string; reason: WithheldReason }[];
  setCookies: SetCookieReading[];
  /** What the page did to sessions, in order. */
  session: SessionEvent[];
  error?: { exception: string; message: string; file?: string; line?: number };
  log: { level: "info" | "warning" | "error"; message: string }[];
}

/** The answer to a request. */
interface TrafficResponse {
  status: number;
  statusText: string;
  raw: string;
  bytes: number;
  mediaType: string;
  finished: number;
}

/** A Set-Cookie field of a response, and whether the browser's jar took it. */
interface SetCookieReading {
  name: string;
  value: string;
  field: string;
  stored: boolean;
  reason?: string;
}

/** One row per request of `events`, in the order of arrival. */
export function readTraffic(events: readonly TraceEvent[]): TrafficRow[] {
  const rows = new Map<RequestId, TrafficRow>();
  for (const event of events) {
    if (event.request === undefined) continue;
    if (event.kind === "request") rows.set(event.request, newRow(event.request, event));
    const row = rows.get(event.request);
    if (row !== undefined) addToRow(row, event);
  }
  return [...rows.values()];
}

/** The row of the newest request of `browser`, or undefined when it has made none. */
export function readLastRequest(events: readonly TraceEvent[], browser: BrowserId): TrafficRow | undefined {
  return readTraffic(events).findLast((row) => row.browser === browser);
}

function newRow(request: RequestId, event: TraceEvent & { kind: "request" }): TrafficRow {
  return {
    request,
    newest: event,
    ...(event.browser !== undefined && { browser: event.browser }),
    method: event.method,
    url: event.url,
    raw: event.raw,
    bytes: event.bytes,
    started: event.time,
    cookiesSent: [],
    cookiesWithheld: [],
    setCookies: [],
    session: [],
    log: [],
  };
}

function addToRow(row: TrafficRow, event: TraceEvent): void {
  row.newest = event;
  if (event.process !== undefined) row.process = event.process;
  if (event.thread !== undefined) row.thread = event.thread;
  if (isSessionEvent(event)) row.session.push(event);
  switch (event.kind) {
    case "cookie-sent":
      row.cookiesSent.push({ name: event.name, value: event.value });
      break;
    case "cookie-withheld":
      row.cookiesWithheld.push({ name: event.name, reason: event.reason });
      break;
    case "set-cookie":
      row.setCookies.push(readSetCookie(event));
      break;
    case "log":
      row.log.push({ level: event.level, message: event.message });
      break;
    case "script-error":
      row.error = readError(event);
      break;
    case "response":
      row.response = readResponse(event);
      break;
  }
}

function readSetCookie(event: TraceEvent & { kind: "set-cookie" }): SetCookieReading {
  const { name, value, field, stored, reason } = event;
  return { name, value, field, stored, ...(reason !== undefined && { reason }) };
}

function readError(event: TraceEvent & { kind: "script-error" }): NonNullable<TrafficRow["error"]> {
  return {
    exception: event.exception,
    message: event.message,
    ...(event.file !== undefined && { file: event.file }),
    ...(event.line !== undefined && { line: event.line }),
  };
}

function readResponse(event: TraceEvent & { kind: "response" }): TrafficResponse {
  const { status, statusText, raw, bytes, mediaType, time } = event;
  return { status, statusText, raw, bytes, mediaType, finished: time };
}
