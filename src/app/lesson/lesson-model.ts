/**
 * The lesson that stands beside the site: its text, which goals are met, what the learner has unfolded and answered, the step that runs.
 *
 * Made once for each app, when the part has been downloaded. Goals are readings of the log: they are looked at when something happened, a few
 * times a second at most and when the page is idle. A goal that was met stays so until the lesson is begun again.
 */
import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from "@preact/signals";
import {
  type Action,
  type Course,
  checkGoal,
  type Lesson,
  type LessonLanguage,
  type LessonOutline,
  readFacts,
} from "../../lessons/index.ts";
import type { AppModel } from "../app-model.ts";
import type { PreferenceStorage } from "../models/preferences.ts";
import type { Progress } from "../models/progress.ts";
import { freshNotes, type LessonNotes, readNotes, writeNotes } from "./lesson-notes.ts";
import { lessonWordsOf } from "./lesson-words.ts";
import { plainText } from "./plain-text.ts";

export type LessonDialog = "solution" | "progress";

export interface LessonModel {
  readonly course: Course;
  readonly progress: Progress;
  /** What the table of contents says of it; null where there is no lesson. */
  readonly outline: ReadonlySignal<LessonOutline | null>;
  /** Null until it has come. */
  readonly lesson: ReadonlySignal<Lesson | null>;
  readonly hasFailed: ReadonlySignal<boolean>;
  /** Fetches the lesson once more. */
  retry(): void;
  /** The language in which the site was begun: that of its files. */
  readonly siteLanguage: ReadonlySignal<LessonLanguage>;
  readonly notes: ReadonlySignal<LessonNotes>;
  /** What has just happened, for who hears the page; empty for nothing. */
  readonly told: ReadonlySignal<string>;
  unfoldHint(): void;
  answer(question: string, option: number): void;
  /** Puts other notes in their place: fresh ones, or those from before that. */
  turnTo(notes: LessonNotes): void;
  /** The step that runs, by its name. */
  readonly running: ReadonlySignal<string | null>;
  /** Runs a step of the text, one at a time; does nothing while another runs. */
  run(step: string): Promise<void>;
  stop(): void;
  readonly dialog: Signal<LessonDialog | null>;
}

/** Carries out actions one after the other, as long as `signal` lets it. */
type RunActions = (app: AppModel, actions: readonly Action[], signal: AbortSignal) => Promise<unknown>;

/** What the model needs of the platform; tests give their own. */
export interface LessonTools {
  course: Course;
  load(id: string): Promise<Lesson>;
  run: RunActions;
  storage: PreferenceStorage;
  progress: Progress;
  /** Calls `work` soon, when the page has time. */
  whenIdle(work: () => void): void;
}

export function createLessonModel(app: AppModel, tools: LessonTools): LessonModel {
  const { course, progress, storage } = tools;
  const { workspace, preferences, notices } = app;
  const outline = computed(() => findOutline(course, app.lesson.value));
  const lesson = signal<Lesson | null>(null);
  const hasFailed = signal(false);
  const notes = signal<LessonNotes>(freshNotes(""));
  const told = signal("");
  const running = signal<string | null>(null);
  let stopper: AbortController | null = null;
  let isWaiting = false;
  let isFirstLook = true;
  const words = () => lessonWordsOf(preferences);

  const fetchLesson = async (id: string) => {
    hasFailed.value = false;
    const found = await tools.load(id).catch(() => null);
    // Another one may be wanted by now.
    if (outline.peek()?.id !== id) return;
    if (found !== null) notes.value = readNotes(storage, app.workspaceId, id);
    lesson.value = found;
    hasFailed.value = found === null;
  };

  const turnTo = (next: LessonNotes) => {
    notes.value = next;
    writeNotes(storage, app.workspaceId, next);
  };

  const look = () => {
    isWaiting = false;
    const shown = lesson.peek();
    const state = workspace.state.peek();
    if (shown === null || state === null) return;
    const { met } = notes.peek();
    const open = shown.checks.filter(({ id }) => !met.includes(id));
    const facts = open.length === 0 ? [] : readFacts(workspace.events.peek(), state);
    const fresh = open.filter((check) => checkGoal(check, facts)).map(({ id }) => id);
    if (fresh.length > 0) {
      turnTo({ ...notes.peek(), met: [...met, ...fresh] });
      progress.meet(shown.id, fresh);
      if (!isFirstLook) tell(shown, fresh);
    }
    isFirstLook = false;
  };

  const tell = (shown: Lesson, fresh: readonly string[]) => {
    const { goals } = shown.text[preferences.language.peek()];
    const sentences = goals
      .filter(({ id }) => fresh.includes(id))
      .map(({ text }) => words().goalMet(plainText(text)));
    if (notes.peek().met.length === goals.length) sentences.push(words().allMet);
    told.value = sentences.join(" ");
    // Who does not see the goals sees a notice.
    if (!isInSight(app)) notices.say(told.value, { topic: "goal" });
  };

  effect(() => {
    const id = outline.value?.id;
    lesson.value = null;
    isFirstLook = true;
    if (id !== undefined) void untracked(() => fetchLesson(id));
  });
  effect(() => {
    // Whatever of these changes, facts may have.
    const isReady =
      lesson.value !== null && workspace.state.value !== null && workspace.events.value.length >= 0;
    if (!isReady || isWaiting) return;
    isWaiting = true;
    tools.whenIdle(look);
  });

  return {
    course,
    progress,
    outline,
    lesson,
    hasFailed,
    retry: () => void fetchLesson(outline.peek()?.id ?? ""),
    siteLanguage: computed(() => workspace.state.value?.work?.language ?? preferences.language.value),
    notes,
    told,
    unfoldHint: () => turnTo({ ...notes.peek(), hints: notes.peek().hints + 1 }),
    answer(question, option) {
      const { answers } = notes.peek();
      if (answers[question] === undefined)
        turnTo({ ...notes.peek(), answers: { ...answers, [question]: option } });
    },
    turnTo,
    running,
    async run(step) {
      const actions = lesson.peek()?.steps[step];
      if (actions === undefined || running.peek() !== null) return;
      running.value = step;
      stopper = new AbortController();
      try {
        await tools.run(app, actions, stopper.signal);
      } catch (error) {
        if (!stopper.signal.aborted)
          notices.say(`${words().stepFailed} ${String(error)}`, { tone: "trouble", topic: "step" });
      }
      running.value = null;
    },
    stop: () => stopper?.abort(),
    dialog: signal(null),
  };
}

/** A lesson in the table of contents; null for an id that is not there. */
function findOutline(course: Course, id: string | null): LessonOutline | null {
  return allLessons(course).find((lesson) => lesson.id === id) ?? null;
}

/** The lessons of all parts, in order. */
export function allLessons(course: Course): LessonOutline[] {
  return course.parts.flatMap(({ lessons }) => lessons);
}

/** Does the learner see the lesson? */
function isInSight({ layout }: AppModel): boolean {
  const { part, maximised, folded } = layout;
  if (matchMedia("(max-width: 719px)").matches) return part.peek() === "lesson";
  return !folded.peek().has("lesson") && (maximised.peek() ?? "lesson") === "lesson";
}
