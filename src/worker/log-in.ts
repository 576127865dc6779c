/**
 * Basic authentication (RFC 7617), the browser's side of it: a name and a password that the learner gave once go along with every
 * request, until the server refuses them or the browser is closed.
 *
 * A service worker cannot have the real browser ask for them, so the page does, and sends the command `log-in`.
 * NOT-HTTP: browsers remember a password for each realm; here there is one server, and one password for all of it.
 */
import type { CommandBody } from "../protocol/index.ts";
import { encodeText, type Field } from "../server/index.ts";
import type { BrowserId } from "../trace/index.ts";
import type { World } from "./world.ts";

/** Remembers name and password for a browser. Gives a sentence when a name cannot be sent. */
export function logIn({ logins }: World, body: CommandBody & { kind: "log-in" }): string | null {
  if (body.user.includes(":"))
    return "A name cannot have a colon in it: HTTP writes one between name and password.";
  const pair = encodeText(`${body.user}:${body.password}`);
  logins.set(body.browser, `Basic ${btoa(pair)}`);
  return null;
}

/** `fields` with the Authorization of `browser`, if it has one. */
export function authorize({ logins }: World, browser: BrowserId, fields: Field[]): Field[] {
  const login = logins.get(browser);
  return login === undefined ? fields : [...fields, ["Authorization", login]];
}

/** After an answer: what the server refuses is not sent again. */
export function noteStatus({ logins }: World, browser: BrowserId, status: number): void {
  if (status === 401) logins.delete(browser);
}
