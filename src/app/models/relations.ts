/**
 * What belongs together.
 *
 * Cause and effect are one relation between four kinds of things: a request, a cookie, a session, a line of code. Pointing at one lights
 * the others, wherever they are shown. A thing is named by a key: `request:3`, `cookie:A:sessionId`, `session:<id>`.
 */
import type { BrowserView } from "../../protocol/index.ts";
import type { RequestId, TraceEvent, TrafficRow } from "../../trace/index.ts";

/** A line of a page, and the request that ran it. */
export interface CodeLine {
  file: string;
  line: number;
  request: RequestId;
}

/** Which request opened a session first, and who closed it, if nobody wrote to it since. */
export interface SessionFacts {
  opened?: RequestId;
  closed?: { request: RequestId; file?: string; line?: number };
}

/** All sessions of `events` in one pass: there may be a thousand of them on the screen. */
export function readSessionFacts(events: readonly TraceEvent[]): ReadonlyMap<string, SessionFacts> {
  const facts = new Map<string, SessionFacts>();
  for (const event of events) {
    const { request, file, line } = event;
    if (request === undefined || !("session" in event)) continue;
    const known = facts.get(event.session) ?? {};
    facts.set(event.session, known);
    if (event.kind === "session-opened") known.opened ??= request;
    if (event.kind === "attribute-written") delete known.closed;
    if (event.kind === "session-closed") {
      known.closed = { request, ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
    }
  }
  return facts;
}

/** The keys that belong to `key`: a request with the sessions it used and the cookies it carried or set, and the other ways round. */
export function relatives(
  key: string | null,
  traffic: readonly TrafficRow[],
  browsers: readonly BrowserView[],
): ReadonlySet<string> {
  if (key === null) return new Set();
  const groups = [...traffic.map(requestGroup), ...browsers.flatMap(cookieGroups)];
  return new Set(
    [key, ...groups.filter((group) => group.includes(key)).flat()].filter((found) => isSideOf(key, found)),
  );
}

/** Of things of its own kind, a thing lights only itself. */
function isSideOf(key: string, found: string): boolean {
  const kind = (text: string) => text.slice(0, text.indexOf(":"));
  return found === key || kind(found) !== kind(key);
}

function requestGroup(row: TrafficRow): string[] {
  const cookies = [...row.cookiesSent, ...row.setCookies].map(({ name }) => `cookie:${row.browser}:${name}`);
  const sessions = row.session.map(({ session }) => `session:${session}`);
  return [`request:${row.request}`, ...cookies, ...sessions];
}

function cookieGroups({ id, cookies }: BrowserView): string[][] {
  return cookies.map(({ name, value }) => [`cookie:${id}:${name}`, `session:${value}`]);
}

/** The line that made the session of a cookie, opened a session, or last touched one in a request. */
export function findCodeLine(key: string | null, traffic: readonly TrafficRow[]): CodeLine | null {
  if (key === null) return null;
  const [kind, name, rest] = key.split(":");
  if (kind === "request") {
    const row = traffic.find(({ request }) => String(request) === name);
    return row === undefined ? null : lineOf(row);
  }
  const row =
    kind === "cookie"
      ? traffic.findLast(
          ({ browser, setCookies }) => browser === name && setCookies.some((set) => set.name === rest),
        )
      : traffic.find(({ session }) => session.some((event) => `session:${event.session}` === key));
  return row === undefined ? null : lineOf(row);
}

function lineOf(row: TrafficRow): CodeLine | null {
  const { error } = row;
  const event = error?.file !== undefined ? error : row.session.find(({ file }) => file !== undefined);
  if (event?.file === undefined || event.line === undefined) return null;
  return { file: event.file, line: event.line, request: row.request };
}
