/**
 * What the learner has done in the text of a lesson: ticked goals, hints that are unfolded, answers to its questions. Each work has its own notes,
 * kept in `localStorage`, so that they are there again when the page was loaded again. Damaged notes count as none.
 */
import type { PreferenceStorage } from "../models/preferences.ts";

export interface LessonNotes {
  lesson: string;
  met: readonly string[];
  hints: number;
  /** Question → the option that was chosen, from 0. */
  answers: Readonly<Record<string, number>>;
}

const key = "biscuiterie-lesson-notes";
/** Of so many works; the one that was not touched for longest goes first. */
const mostNotes = 40;

/** The notes of a lesson that was just begun. */
export function freshNotes(lesson: string): LessonNotes {
  return { lesson, met: [], hints: 0, answers: {} };
}

/** The notes of `work` on `lesson`; fresh ones where there are none. */
export function readNotes(storage: PreferenceStorage, work: string, lesson: string): LessonNotes {
  const found = readAll(storage).find(([id]) => id === work)?.[1];
  return found?.lesson === lesson ? found : freshNotes(lesson);
}

export function writeNotes(storage: PreferenceStorage, work: string, notes: LessonNotes): void {
  const others = readAll(storage).filter(([id]) => id !== work);
  try {
    storage.setItem(key, JSON.stringify([[work, notes], ...others].slice(0, mostNotes)));
  } catch {
    // Full or forbidden: they last as long as the page.
  }
}

function readAll(storage: PreferenceStorage): [work: string, LessonNotes][] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is [string, LessonNotes] {
  if (!Array.isArray(value) || typeof value[0] !== "string") return false;
  const notes: unknown = value[1];
  if (typeof notes !== "object" || notes === null) return false;
  const { lesson, met, hints, answers }: Partial<Record<keyof LessonNotes, unknown>> = notes;
  return (
    typeof lesson === "string" &&
    Array.isArray(met) &&
    met.every((goal) => typeof goal === "string") &&
    typeof hints === "number" &&
    typeof answers === "object" &&
    answers !== null &&
    Object.values(answers).every((option) => typeof option === "number")
  );
}
