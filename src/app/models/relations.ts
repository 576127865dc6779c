/**
 * What belongs together.
 *
 * Cause and effect are one relation between four kinds of things: a request, a cookie, a session, a line of code. Pointing at one lights
 * the others, wherever they are shown. A thing is named by a key: `request:3`, `cookie:A:sessionId`, `session:<id>`.
 */
import type { BrowserView } from "../../protocol/index.ts";
import type { RequestId, SessionEvent, TraceEvent, TrafficRow } from "../../trace/index.ts";

/** A line of a page, and the request that ran it. */
export interface CodeLine {
  file: string;
  line: number;
  request: RequestId;
}

/** Which request opened a session first, and how it ended, if nobody wrote to it since. */
export interface SessionFacts {
  opened?: RequestId;
  ended?: SessionEnd;
}

/** `lost`: it was in the memory of a server that was restarted. */
export interface SessionEnd {
  how: "closed" | "evicted" | "lost";
  request?: RequestId;
  file?: string;
  line?: number;
  /** How many the server keeps, for one that was evicted. */
  cap?: number;
}

/** All sessions of `events` in one pass: there may be a thousand of them on the screen. */
export function readSessionFacts(events: readonly TraceEvent[]): ReadonlyMap<string, SessionFacts> {
  const facts = new Map<string, SessionFacts>();
  let inMemory: SessionFacts[] = [];
  for (const event of events) {
    if (event.kind === "server-stopped") {
      for (const lost of inMemory) lost.ended ??= { how: "lost" };
      inMemory = [];
    }
    if (!("session" in event)) continue;
    const known = facts.get(event.session) ?? {};
    facts.set(event.session, known);
    if (event.kind === "session-opened" && event.storage === "memory") inMemory.push(known);
    if (event.kind === "session-opened" && event.request !== undefined) known.opened ??= event.request;
    if (event.kind === "attribute-written") delete known.ended;
    if (event.kind === "session-closed") known.ended = { how: "closed", ...causeOf(event) };
    if (event.kind === "session-evicted") known.ended = { how: "evicted", cap: event.cap, ...causeOf(event) };
  }
  return facts;
}

function causeOf({ request, file, line }: TraceEvent): Omit<SessionEnd, "how"> {
  return {
    ...(request !== undefined && { request }),
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
  };
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

function isClosing({ kind }: SessionEvent): boolean {
  return kind === "session-closed";
}

function lineOf(row: TrafficRow): CodeLine | null {
  const { error } = row;
  const placed = row.session.filter(({ file }) => file !== undefined);
  // Of all that a request does to a session, closing it matters most.
  const event = error?.file !== undefined ? error : (placed.find(isClosing) ?? placed[0]);
  if (event?.file === undefined || event.line === undefined) return null;
  return { file: event.file, line: event.line, request: row.request };
}
