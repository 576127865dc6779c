/** The lesson's model of the app, made when the part has come. */
import { course, loadLesson } from "virtual:course";
import { type AppModel, useApp } from "../app-model.ts";
import { whenIdle } from "../components/lazy.tsx";
import { createProgress, type Progress, progressKey } from "../models/progress.ts";
import { createLessonModel, type LessonModel } from "./lesson-model.ts";
import { runActions } from "./run-actions.ts";

/**
 * Milliseconds before the goals are looked at: with a long log that costs more than to draw what has happened, and what happens within
 * them is looked at together.
 */
const LOOK_PAUSE = 150;

const models = new WeakMap<AppModel, LessonModel>();

/** Looked up at each use: where the browser forbids storage, the very name throws. */
const storage = {
  getItem: (key: string) => localStorage.getItem(key),
  setItem: (key: string, value: string) => localStorage.setItem(key, value),
};

/** The lesson of `app`, made when it is first asked for. */
export function lessonModelOf(app: AppModel): LessonModel {
  const known = models.get(app);
  if (known !== undefined) return known;
  const progress = createProgress(storage);
  followOtherTabs(progress);
  const made = createLessonModel(app, {
    course,
    load: loadLesson,
    run: runActions,
    storage,
    progress,
    whenIdle: (work) => void setTimeout(() => void whenIdle().then(work), LOOK_PAUSE),
  });
  models.set(app, made);
  return made;
}

export function useLesson(): LessonModel {
  return lessonModelOf(useApp());
}

function followOtherTabs(progress: Progress): void {
  addEventListener("storage", ({ key }) => {
    if (key === null || key === progressKey) progress.refresh();
  });
}
