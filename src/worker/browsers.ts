/**
 * What a page asks about the simulated browsers: open one, close one, change what is in a jar.
 *
 * A browser that closes takes with it what a real one would: the cookies that live until then, the passwords given to it, the
 * answers it was shown. Its requests at work go on, since no server hears of it, and nobody sees their answers. The sessions whose keys are gone stay on
 * the server, held by nobody.
 */
import { type CookieEdit, copyCookie, endBrowserSession, setCookie, takeCookies } from "../browser/index.ts";
import { type CommandBody, simulatedHost } from "../protocol/index.ts";
import type { Environment } from "../server/index.ts";
import type { BrowserId } from "../trace/index.ts";
import type { Answers } from "./answers.ts";
import { jarOf, type World } from "./world.ts";

/** Why a command is not done, and by which rule, where the page has words of its own for it. */
export interface Refusal {
  reason: string;
  rule?: string;
}

/** More would be too small to read, and have no hues of their own. */
const BROWSERS_OPEN = 6;

/** Opens `browser`, with the cookies that it kept when it was closed. */
export function openBrowser(world: World, browser: BrowserId, env: Environment): Refusal | null {
  if (world.browsers.includes(browser)) return null;
  if (world.browsers.length >= BROWSERS_OPEN)
    return { reason: `${BROWSERS_OPEN} browsers are open already. Close one first.` };
  if (world.jars.has(browser)) world.browsers.push(browser);
  else jarOf(world, browser);
  env.emit({ kind: "browser-opened", browser });
  return null;
}

/** Closes `browser`, unless it is the only one. */
export function closeBrowser(
  world: World,
  browser: BrowserId,
  env: Environment,
  answers: Answers,
): Refusal | null {
  if (!world.browsers.includes(browser)) return null;
  if (world.browsers.length === 1)
    return { reason: "This is the only browser. Open another one before you close it." };
  world.browsers = world.browsers.filter((open) => open !== browser);
  for (const pending of world.pending) if (pending.browser === browser) pending.abandoned = true;
  answers.forgetBrowser(browser);
  world.logins.delete(browser);
  world.logins.delete(browser);
  const cookies = endBrowserSession(jarOf(world, browser)).map(({ name }) => name);
  env.emit({ kind: "browser-closed", browser, cookies });
  return null;
}

/** Changes a jar by hand; whatever is not changed says which rule of RFC 6265 stands against it. */
export function editJar(
  world: World,
  body: CommandBody & { kind: "set-cookie" | "delete-cookie" | "copy-cookie" },
  env: Environment,
): Refusal | null {
  const { browser } = body;
  const target = body.kind === "copy-cookie" ? body.to : browser;
  const closed = [browser, target].find((id) => !world.browsers.includes(id));
  if (closed !== undefined) return { reason: `Browser ${closed} is not open. Open it first.` };
  const jar = jarOf(world, browser);
  switch (body.kind) {
    case "set-cookie": {
      const was = body.was ?? null;
      const edit = setCookie(jar, body.cookie, { was, host: simulatedHost, now: env.now() });
      return tell(edit, { browser, change: was === null ? "added" : "edited" }, env);
    }
    case "copy-cookie": {
      const edit = copyCookie(jar, body.cookie, jarOf(world, target), env.now());
      return tell(edit, { browser: target, change: "copied", from: browser }, env);
    }
    case "delete-cookie":
      for (const { name, value, path } of takeCookies(jar, body.cookie ?? null))
        env.emit({ kind: "cookie-edited", browser, change: "deleted", name, value, path });
      return null;
  }
}

function tell(
  edit: CookieEdit,
  what: { browser: BrowserId; change: "added" | "edited" | "copied"; from?: BrowserId },
  env: Environment,
): Refusal | null {
  if (!edit.ok) return { reason: edit.reason, rule: edit.rule };
  const { name, value, path } = edit.cookie;
  if (edit.isNews) env.emit({ kind: "cookie-edited", ...what, name, value, path });
  return null;
}
