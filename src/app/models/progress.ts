/**
 * Which goals the learner has met, lesson by lesson, and when. Kept in `localStorage`, for all tabs and all works: what was met once stays,
 * also when its lesson is begun again. A damaged entry counts as none; where storage is missing or full, progress lasts as long as the page.
 *
 * What is kept, and what *Export* writes, is this:
 *
 *     { "biscuiterie": "progress", "version": 1, "name": "Zoë",
 *       "lessons": { "manual-example": { "begun": "2026-03-01T09:30:00.000Z" } } }
 *
 * `lessons` goes by the ids of lessons, then by those of their goals; a date (ISO 8601, UTC) says when the goal was met first. `name` is what the
 * learner has typed, and empty otherwise. Nothing else is in it.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { PreferenceStorage } from "./preferences.ts";

/** The goals that were met in each lesson, with the ISO date of the first time. */
export type MetGoals = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface ProgressFile {
  biscuiterie: "progress";
  version: 1;
  name: string;
  lessons: MetGoals;
}

export interface Progress {
  readonly file: ReadonlySignal<ProgressFile>;
  /** A goal was met now; one that was met before keeps its date. */
  meet(lesson: string, goals: readonly string[]): void;
  rename(name: string): void;
  /** Forgets everything. Returns how to take that back. */
  forget(): () => void;
  /** Takes what another tab has written. */
  refresh(): void;
}

/** Where it is kept. */
export const progressKey = "biscuiterie-progress";
const longestName = 80;
const longestText = 200_000;
const empty: ProgressFile = { biscuiterie: "progress", version: 1, name: "", lessons: {} };

/** Progress as it was left, kept in `storage`. */
export function createProgress(storage: PreferenceStorage, now: () => Date = () => new Date()): Progress {
  const file = signal(readProgress(textIn(storage)));
  /** Begins from what is there: another tab may have written since. */
  const change = (edit: (before: ProgressFile) => ProgressFile) => {
    const text = textIn(storage);
    const next = edit(text === null ? file.value : readProgress(text));
    file.value = next;
    try {
      storage.setItem(progressKey, stringifyProgress(next));
    } catch {
      // Full or forbidden: it lasts as long as the page.
    }
  };
  return {
    file,
    meet(lesson, goals) {
      const time = now().toISOString();
      change((before) => {
        const known = before.lessons[lesson];
        const met = { ...Object.fromEntries(goals.map((goal) => [goal, time])), ...known };
        return { ...before, lessons: { ...before.lessons, [lesson]: met } };
      });
    },
    rename: (name) => change((before) => ({ ...before, name: name.slice(0, longestName) })),
    forget() {
      const forgotten = file.value;
      change(() => empty);
      return () => change(() => forgotten);
    },
    refresh() {
      file.value = readProgress(textIn(storage));
    },
  };
}

/** The file that *Export* writes. */
export function stringifyProgress(file: ProgressFile): string {
  return JSON.stringify(file, null, 1);
}

/** Reads what `stringifyProgress` wrote, leaving out what is not as it should be; empty for anything else. */
export function readProgress(text: string | null): ProgressFile {
  const found = parse(text);
  if (!isRecord(found) || found["biscuiterie"] !== "progress" || found["version"] !== 1) return empty;
  const { name, lessons } = found;
  const met = Object.entries(isRecord(lessons) ? lessons : {}).map(([lesson, goals]) => {
    const entries = Object.entries(isRecord(goals) ? goals : {});
    const dates = entries.flatMap(([goal, date]) => (isDate(date) ? [[goal, date] as const] : []));
    return [lesson, Object.fromEntries(dates)] as const;
  });
  return {
    ...empty,
    name: typeof name === "string" ? name.slice(0, longestName) : "",
    lessons: Object.fromEntries(met.filter(([, goals]) => Object.keys(goals).length > 0)),
  };
}

function parse(text: string | null): unknown {
  try {
    return text === null || text.length > longestText ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isDate(value: unknown): value is string {
  return typeof value === "string" && value.length <= 40 && !Number.isNaN(Date.parse(value));
}

function textIn(storage: PreferenceStorage): string | null {
  try {
    return storage.getItem(progressKey);
  } catch {
    return null;
  }
}
