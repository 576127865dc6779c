/** The words of the Lesson part, in the language of the moment. */
import { useApp } from "../app-model.ts";
import type { Preferences } from "../models/preferences.ts";
import { enLesson, type LessonWords } from "../words/en-lesson.ts";
import { frLesson } from "../words/fr-lesson.ts";

const words = { en: enLesson, fr: frLesson };

/** Follows the language: read it where it is shown. */
export function lessonWordsOf({ language }: Pick<Preferences, "language">): LessonWords {
  return words[language.value];
}

export function useLessonWords(): LessonWords {
  return lessonWordsOf(useApp().preferences);
}
