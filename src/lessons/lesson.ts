/** A lesson as the app has it, made of its folder in `tutorials/` when the app is built: see decision 10 and `tutorials/README.md`. */
import type { Configuration } from "../project/index.ts";
import type { Action } from "./actions.ts";
import type { GoalCheck } from "./goals.ts";

export type LessonLanguage = "en" | "fr";
export const lessonLanguages: readonly LessonLanguage[] = ["en", "fr"];

/** The table of contents. */
export interface Course {
  parts: readonly CoursePart[];
}

export interface CoursePart {
  id: string;
  title: Readonly<Record<LessonLanguage, string>>;
  lessons: readonly LessonOutline[];
}

export interface LessonOutline {
  /** The name of the folder without its number; unique in the course, and never changed once it was published. */
  id: string;
  /** In the course, from 1. */
  number: number;
  /** Its name in links: one to three letters; unique in the course, and never changed once it was published. */
  link: string;
  title: Readonly<Record<LessonLanguage, string>>;
  summary: Readonly<Record<LessonLanguage, string>>;
  /** The ids of its goals, in order. */
  goals: readonly string[];
}

/** A site's files, path → text, `server.ini` last. */
export type LessonSite = Readonly<Record<string, string>>;

export interface Lesson extends LessonOutline {
  text: Readonly<Record<LessonLanguage, LessonText>>;
  checks: readonly GoalCheck[];
  site: Readonly<Record<LessonLanguage, LessonSite>>;
  /** The whole site after the solution; null where there is nothing to change. */
  solution: Readonly<Record<LessonLanguage, LessonSite>> | null;
  steps: Readonly<Record<string, readonly Action[]>>;
  marks: Readonly<Record<LessonLanguage, Readonly<Record<string, Mark>>>>;
  /** The file that is open at the start. */
  opens: string;
  /** Sites that can be begun with instead: of the sandbox. */
  templates: readonly Template[];
}

export interface Template {
  id: string;
  title: Readonly<Record<LessonLanguage, string>>;
  summary: Readonly<Record<LessonLanguage, string>>;
  site: Readonly<Record<LessonLanguage, LessonSite>>;
}

/** What only tests need of a lesson. */
export interface LessonTrial {
  walk: readonly Action[];
  /** Each is laid over the configuration of the lesson's `server.ini`; at least one. */
  configurations: readonly Partial<Configuration>[];
}

/** Lines of a file, from 1, both included. */
export interface Mark {
  file: string;
  from: number;
  to: number;
}

export interface LessonText {
  title: string;
  summary: string;
  goals: readonly { id: string; text: readonly Inline[] }[];
  hints: readonly (readonly Inline[])[];
  body: readonly Block[];
}

export type Block =
  | { kind: "paragraph"; inlines: readonly Inline[] }
  | { kind: "heading"; level: 2 | 3; inlines: readonly Inline[] }
  | { kind: "list"; ordered: boolean; items: readonly (readonly Block[])[] }
  | { kind: "code"; language: string; text: string }
  /** A remark beside the way: a Markdown block quote. */
  | { kind: "aside"; blocks: readonly Block[] }
  /** The lines of a mark, and their text in the site at the start. */
  | { kind: "quote"; mark: string; text: string }
  | {
      kind: "predict";
      id: string;
      question: readonly Inline[];
      options: readonly (readonly Inline[])[];
      /** Which of them is right, from 0. */
      answer: number;
      /** Shown when an answer was chosen. */
      because: readonly Inline[];
    };

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "emphasis" | "strong"; inlines: readonly Inline[] }
  | { kind: "break" }
  | { kind: "link"; href: string; inlines: readonly Inline[] }
  | { kind: "point"; target: PointTarget; inlines: readonly Inline[] }
  /** Runs the step of this name. */
  | { kind: "do"; step: string; inlines: readonly Inline[] };

/** What `point:` can name: a mark of the lesson, or one of these. */
export type PointTarget = { kind: "mark"; name: string } | { kind: "place"; name: PlaceName };

export const placeNames = [
  // Parts
  "lesson",
  "code",
  "browser",
  "inspector",
  // Panels of the inspector
  "cookies",
  "sessions",
  "requests",
  "race",
  "log",
  // Controls
  "address",
  "reload",
  "back",
  "open-browser",
  "persistent",
  "restart",
  "server",
  "hold",
  "explore",
  "crowd",
  "share",
  "reset",
  "solution",
] as const;
export type PlaceName = (typeof placeNames)[number];
