/**
 * The log read as the story of the cookies: which reply put each cookie into which jar. The *Cookies* panel links a
 * cookie to the request that set it by this.
 */
import type { BrowserId, RequestId, TraceEvent } from "./events.ts";

/** The last Set-Cookie that a browser stored under a name. */
export interface CookieOrigin {
  browser: BrowserId;
  name: string;
  value: string;
  /** The Set-Cookie field as the server sent it. */
  field: string;
  request: RequestId;
  seq: number;
  time: number;
  /** The session whose key this cookie is, when a session of that id was opened. */
  session?: string;
}

/** One entry per browser and cookie name: the newest Set-Cookie that was stored, in order of first appearance. */
export function readCookieOrigins(events: readonly TraceEvent[]): CookieOrigin[] {
  const origins = new Map<string, CookieOrigin>();
  const sessions = new Set<string>();
  for (const event of events) {
    if (event.kind === "session-opened") sessions.add(event.session);
    const origin = event.kind === "set-cookie" && event.stored ? readOrigin(event) : undefined;
    if (origin !== undefined) origins.set(`${origin.browser} ${origin.name}`, origin);
  }
  for (const origin of origins.values()) if (sessions.has(origin.value)) origin.session = origin.value;
  return [...origins.values()];
}

function readOrigin(event: TraceEvent & { kind: "set-cookie" }): CookieOrigin | undefined {
  const { browser, request, name, value, field, seq, time } = event;
  if (browser === undefined || request === undefined) return undefined;
  return { browser, name, value, field, request, seq, time };
}
