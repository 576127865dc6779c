/** The cookie `sessionId`: how a request says which session is its own. */
import type { Operation } from "../python/index.ts";
import { sessionKey } from "../sessions/index.ts";
import { parseCookies } from "./cookie-object.ts";
import { fieldValue } from "./messages.ts";
import type { Task } from "./task.ts";

/** The name of the cookie that carries a session's id. */
export const SESSION_COOKIE = "sessionId";

/** The id that the request carries; null without one, and for an empty one. */
export function sentId(task: Task): string | null {
  const cookies = parseCookies(fieldValue(task.request.fields, "cookie"));
  return cookies.morsels.get(SESSION_COOKIE)?.value || null;
}

/** The operation that opens the session of `task`, as schedulers know it. */
export function opening(task: Task): Operation {
  return { kind: OPENING, object: sessionKey(sentId(task) ?? "new") };
}

/** The kind of that operation. */
export const OPENING = "session-open";
