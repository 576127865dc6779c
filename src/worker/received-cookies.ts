/**
 * An answer reaches its browser: the cookies that it sets go into the jar, and are told. What a race does on a copy of the world is
 * done by the same function as what a browser really gets.
 */
import { type CookieJar, storeCookies } from "../browser/index.ts";
import { answererOf, type Environment, type ServerResponse, type Task } from "../server/index.ts";

/** Stores the Set-Cookie fields of the `response` to `task` in `jar`, and emits what became of each. */
export function receiveCookies(
  jar: CookieJar,
  task: Task,
  response: ServerResponse,
  { now, emit }: Pick<Environment, "now" | "emit">,
): void {
  const who = answererOf(task);
  const fields = cookieFieldsOf(response);
  for (const stored of storeCookies(jar, task.request.url, fields, now(), who.request)) {
    const { field, name, value } = stored;
    const reason = stored.stored ? {} : { reason: stored.reason };
    emit({ kind: "set-cookie", ...who, name, value, field, stored: stored.stored, ...reason });
  }
}

/** The values of the Set-Cookie fields of a response, in order. */
export function cookieFieldsOf({ fields }: ServerResponse): string[] {
  return fields.filter(([name]) => name.toLowerCase() === "set-cookie").map(([, value]) => value);
}
