/** What can be done with the simulated browsers: open one more, close one. */
import type { AppModel } from "../app-model.ts";
import { completeWords } from "../words/complete.ts";

const letters = [..."ABCDEF"];
/** More would be too small to read. */
export const mostBrowsers = letters.length;

/** The letter of the next browser; undefined when no more can be opened. */
export function nextBrowser({ browsers }: Pick<AppModel, "browsers">): string | undefined {
  return letters.find((letter) => browsers.list.value.every(({ id }) => id !== letter));
}

/** Opens one more and goes to it. Its letter, or null if it could not be opened. */
export async function openBrowser(app: AppModel): Promise<string | null> {
  const browser = nextBrowser(app);
  if (browser === undefined) return null;
  const words = completeWords(app.preferences.words.value);
  const answer = await app.connection.send({ kind: "open-browser", browser });
  if (!answer.ok) {
    const reason = answer.reason || words.noAnswer;
    app.notices.say(words.commandFailed(words.couldNotOpenBrowser, reason), { tone: "trouble" });
    return null;
  }
  app.workspace.accept(answer.state);
  app.browsers.choose(browser);
  app.layout.show("browser");
  focusAddress();
  return browser;
}

/** Closes browser `id`; a notice says what went with it, and what did not. */
export async function closeBrowser(app: AppModel, id: string): Promise<void> {
  const words = completeWords(app.preferences.words.value);
  const state = app.workspace.state.peek();
  const jar = state?.browsers.find((browser) => browser.id === id)?.cookies ?? [];
  const forgotten = jar.filter(({ expires }) => expires === undefined);
  const keys = forgotten.filter(({ value }) => state?.sessions.some((session) => session.id === value));
  const answer = await app.connection.send({ kind: "close-browser", browser: id });
  if (!answer.ok) {
    const reason = answer.reason || words.noAnswer;
    app.notices.say(words.commandFailed(words.couldNotCloseBrowser, reason), { tone: "trouble" });
    return;
  }
  app.workspace.accept(answer.state);
  app.notices.say(
    keys.length > 0 ? words.browserClosedWithKey(id) : words.browserClosed(id, forgotten.length),
  );
  focusAddress();
}

/** To the current browser's address bar, when it has been drawn. */
function focusAddress(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-focus=browser]")?.focus());
}
