/** Going to a lesson from the page: to the newest work of it, or to a new one. */
import type { AppModel } from "../app-model.ts";
import { findLesson, outlineOf } from "./lesson-site.ts";
import { type Outcome, openLessonWork, type WorkPlace } from "./open-work.ts";
import { placeOf } from "./place.ts";
import { workWordsOf } from "./work-words.ts";

/**
 * The page loads again with the lesson; a page in a frame stays what it was put there for, and opens it in a tab. When that is not possible,
 * a notice says why.
 */
export async function openLesson(app: AppModel, id: string): Promise<void> {
  if (app.isEmbedded) return openOutside(id, app.preferences.language.value);
  await app.files.save();
  const place = placeOf(app);
  const outcome = await rememberLesson(place, id, app.preferences.language.value);
  if (outcome.ok) return place.load();
  const reason = outcome.reason || app.preferences.words.value.noAnswer;
  app.notices.say(workWordsOf(app.preferences).couldNot(reason), { tone: "trouble", topic: "lesson" });
}

function openOutside(id: string, language: "en" | "fr"): void {
  const link = outlineOf(id)?.link;
  const fragment = `1${link}${language === "fr" ? "-fr" : ""}`;
  if (link !== undefined) open(`${import.meta.env.BASE_URL}#${fragment}`, "_blank", "noopener");
}

/** Has the tab show the lesson from the next load on. */
export async function rememberLesson(place: WorkPlace, id: string, language: "en" | "fr"): Promise<Outcome> {
  const lesson = await findLesson(id);
  if (lesson === null) return { ok: false, reason: "" };
  return openLessonWork(place, { ...lesson, files: lesson.site[language] }, language);
}
