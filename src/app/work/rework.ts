/** Everything that replaces the work at once, and its way back: going to an earlier version, beginning again. */
import type { CommandBody } from "../../protocol/index.ts";
import type { AppModel } from "../app-model.ts";
import { homePage } from "../models/home-page.ts";
import { workWordsOf } from "./work-words.ts";

type Rework = Extract<CommandBody, { kind: "restore-version" | "begin-again" }>;

/** Carries `body` out, shows the work as it is then, and says `said` with an Undo; or why it could not be done. `whole`: not only files change. */
export async function rework(app: AppModel, body: Rework, said: string, whole = true): Promise<void> {
  const words = workWordsOf(app.preferences);
  await app.files.save();
  const answer = await app.connection.send(body);
  if (!answer.ok) {
    const reason = answer.reason || app.preferences.words.value.noAnswer;
    app.notices.say(words.couldNot(reason), { tone: "trouble", topic: "rework" });
    return;
  }
  app.workspace.adopt(answer.state);
  const home = whole ? homePage(app.files.pages.peek(), app.lesson.peek() !== null) : null;
  if (home !== null) for (const browser of app.browsers.list.peek()) browser.go(home);
  const { kept } = answer;
  app.notices.say(said, {
    topic: "rework",
    ...(kept !== undefined && {
      action: {
        name: words.undo,
        run: () => void rework(app, { kind: "restore-version", version: kept }, words.wentBack, whole),
      },
    }),
  });
}
