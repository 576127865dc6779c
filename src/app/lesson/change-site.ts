/**
 * What replaces the learner's site at one stroke: the solution, and the way back to the start. Both can be undone, and the worker keeps the work as it
 * was among its versions.
 */
import type { SentFiles, VersionCommand } from "../../protocol/index.ts";
import type { AppModel } from "../app-model.ts";
import type { Answer } from "../connection.ts";
import { homePage } from "../models/home-page.ts";
import type { LessonModel } from "./lesson-model.ts";
import { freshNotes } from "./lesson-notes.ts";
import { lessonWordsOf } from "./lesson-words.ts";

type Files = Readonly<Record<string, string>>;

/** Begins the lesson again with `files`: no cookies, no sessions, no ticks. Undoing it brings all of that back. */
export async function beginAgain(app: AppModel, model: LessonModel, files: Files): Promise<void> {
  const before = model.notes.peek();
  const answer = await change(app, { kind: "begin-again", files: { ...files }, reason: "reset" });
  if (answer === null) return;
  app.workspace.adopt(answer.state);
  model.turnTo(freshNotes(before.lesson));
  const opens = model.lesson.peek()?.opens;
  if (opens !== undefined && opens in files) app.files.active.value = opens;
  // Where there is nothing to reach, there is no text that says when to open the first page.
  const isGuided = model.lesson.peek()?.goals.length !== 0;
  const home = homePage(app.files.pages.peek(), isGuided);
  for (const browser of app.browsers.list.peek()) if (home !== null) browser.go(home);
  const undo = async (version: number) => {
    const restored = await change(app, { kind: "restore-version", version });
    if (restored === null) return false;
    app.workspace.adopt(restored.state);
    model.turnTo(before);
    if (home !== null) goBackFrom(app, home);
    return true;
  };
  const { kept } = answer;
  const words = lessonWordsOf(app.preferences);
  say(app, words.wasReset, kept === undefined ? undefined : () => undo(kept));
}

/** What the browsers showed before is in their history, and answered as it was then. Who has gone on since is left alone. */
function goBackFrom({ browsers }: AppModel, home: string): void {
  for (const browser of browsers.list.peek())
    if (browser.url.peek()?.endsWith(home) && browser.canGoBack.peek()) browser.back();
}

/** Puts the files of the solution in place; those that are the learner's own, cookies, sessions and ticks stay. Undoing it brings the files back. */
export async function applySolution(app: AppModel, start: Files, solution: Files): Promise<void> {
  const before = await change(app, { kind: "read-files" });
  const files = before?.siteFiles;
  if (files === undefined) return;
  const own = Object.entries(files).filter(([path]) => !(path in start));
  const replace = async (next: SentFiles) => {
    const answer = await change(app, { kind: "replace-files", files: next, reason: "solution" });
    if (answer !== null) app.workspace.accept(answer.state);
    return answer !== null;
  };
  if (!(await replace({ ...Object.fromEntries(own), ...solution }))) return;
  say(app, lessonWordsOf(app.preferences).applied, () => replace(files));
}

/** Says what was done, with a way back; `undo` tells whether it worked. */
function say(app: AppModel, sentence: string, undo?: () => Promise<boolean>): void {
  const words = lessonWordsOf(app.preferences);
  const run = async () => {
    if (await undo?.()) app.notices.say(lessonWordsOf(app.preferences).undone, { topic: "site" });
  };
  app.notices.say(sentence, {
    topic: "site",
    ...(undo !== undefined && { action: { name: words.undo, run: () => void run() } }),
  });
}

/** The reply; null if it was refused, which a notice says. What was typed is written before. */
async function change(app: AppModel, body: VersionCommand): Promise<Extract<Answer, { ok: true }> | null> {
  await app.files.save();
  const answer = await app.connection.send(body);
  if (answer.ok) return answer;
  const reason = answer.reason || app.preferences.words.value.noAnswer;
  const { couldNotChange } = lessonWordsOf(app.preferences);
  app.notices.say(`${couldNotChange} ${reason}`, { tone: "trouble", topic: "site" });
  return null;
}
