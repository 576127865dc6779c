/** What a learner does to a jar by hand. The worker keeps the rules; each change is said, and a deletion can be undone. */
import type { CookieDraft, CookieKey, CookieView } from "../../protocol/index.ts";
import type { AppModel } from "../app-model.ts";
import { completeWords } from "../words/complete.ts";
import type { AllWords } from "../words/en.ts";
import { openBrowser } from "./browser-actions.ts";

/** Is `value` the key of a session? Also of one that is gone: the next page that opens its session will adopt it. */
export function isSessionKey({ inspector, workspace }: AppModel, value: string): boolean {
  return (
    inspector.sessionFacts.value.has(value) ||
    (workspace.state.value?.sessions.some(({ id }) => id === value) ?? false)
  );
}

/** Writes `cookie` into the jar of `browser`, in place of the one it `was`. Null, or why not, in words. */
export async function saveCookie(
  app: AppModel,
  browser: string,
  cookie: CookieDraft,
  was?: CookieKey,
): Promise<string | null> {
  const place = was === undefined ? {} : { was: keyOf(was) };
  return send(app, { kind: "set-cookie", browser, cookie, ...place });
}

/** Takes `cookies` out of the jar of `browser`; the notice brings them back. */
export async function deleteCookies(
  app: AppModel,
  browser: string,
  cookies: readonly CookieView[],
): Promise<void> {
  const words = completeWords(app.preferences.words.value);
  const [first] = cookies;
  if (first === undefined) return;
  const isOne = cookies.length === 1;
  const refusal = await send(app, {
    kind: "delete-cookie",
    browser,
    ...(isOne && { cookie: keyOf(first) }),
  });
  if (refusal !== null) return complain(app, words.couldNotChangeJar, refusal);
  app.notices.say(
    isOne ? words.cookieDeleted(first.name, browser) : words.cookiesDeleted(cookies.length, browser),
    {
      action: { name: words.undo, run: () => void restore(app, browser, cookies) },
    },
  );
}

/** Copies `cookie` of browser `from` to browser `to`; null opens a new one for it. */
export async function copyCookie(
  app: AppModel,
  from: string,
  cookie: CookieView,
  to: string | null,
): Promise<void> {
  const words = completeWords(app.preferences.words.value);
  const target = to ?? (await openBrowser(app));
  if (target === null) return;
  const refusal = await send(app, { kind: "copy-cookie", browser: from, cookie: keyOf(cookie), to: target });
  if (refusal !== null) return complain(app, words.couldNotChangeJar, refusal);
  app.notices.say(
    isSessionKey(app, cookie.value)
      ? words.keyCopied(from, target)
      : words.cookieCopied(cookie.name, from, target),
  );
}

async function restore(app: AppModel, browser: string, cookies: readonly CookieView[]): Promise<void> {
  const words = completeWords(app.preferences.words.value);
  for (const cookie of cookies) {
    const refusal = await saveCookie(app, browser, draftOf(cookie));
    if (refusal !== null) complain(app, words.couldNotChangeJar, refusal);
  }
}

/** The cookie as it would be written by hand. */
function draftOf({ name, value, path, httpOnly, secure, expires, sameSite }: CookieView): CookieDraft {
  return {
    name,
    value,
    path,
    httpOnly,
    secure,
    ...(expires !== undefined && { expires }),
    ...(sameSite !== undefined && { sameSite }),
  };
}

async function send(
  app: AppModel,
  body: Parameters<AppModel["connection"]["send"]>[0],
): Promise<string | null> {
  const answer = await app.connection.send(body);
  if (answer.ok) {
    app.workspace.accept(answer.state);
    return null;
  }
  const words: AllWords = completeWords(app.preferences.words.value);
  return words.jarRefusal(answer.rule ?? "", answer.reason || words.noAnswer);
}

function complain(app: AppModel, what: string, reason: string): void {
  const words = app.preferences.words.value;
  app.notices.say(words.commandFailed(what, reason), { tone: "trouble" });
}

function keyOf({ name, domain, path }: CookieKey): CookieKey {
  return { name, domain, path };
}
