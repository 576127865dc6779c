/** Lessons as works need them: what they are called, and the site that they begin with. */
import { course, loadLesson } from "virtual:course";
import type { Lesson, LessonOutline } from "../../lessons/index.ts";
import type { Language } from "../models/preferences.ts";

/** Null for an id that is not in this version of the course. */
export function outlineOf(id: string): LessonOutline | null {
  return course.parts.flatMap(({ lessons }) => lessons).find((lesson) => lesson.id === id) ?? null;
}

/** The title of a lesson; null where there is none of that id. */
export function titleOfLesson(id: string | undefined, language: Language): string | null {
  return id === undefined ? null : (outlineOf(id)?.title[language] ?? null);
}

/** The lesson, fetched; null when it could not be, or is not in the course. */
export async function findLesson(id: string): Promise<Lesson | null> {
  return outlineOf(id) === null ? null : loadLesson(id).catch(() => null);
}
