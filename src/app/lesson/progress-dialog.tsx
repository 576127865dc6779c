/** What the learner has met so far, lesson by lesson; a file of it for a teacher; and the way to forget it all. */
import type { LessonOutline } from "../../lessons/index.ts";
import { useApp } from "../app-model.ts";
import { Icon } from "../components/icon.tsx";
import { circle, success } from "../components/icons.ts";
import { Modal } from "../components/modal.tsx";
import { stringifyProgress } from "../models/progress.ts";
import { saveFile } from "../work/save-file.ts";
import { allLessons } from "./lesson-model.ts";
import { countMet } from "./lesson-ticks.ts";
import { useLessonWords } from "./lesson-words.ts";
import { openLesson } from "./open-lesson.ts";
import { useLesson } from "./use-lesson.ts";
import "./progress-dialog.css";

/** Open as long as it is there. */
export function ProgressDialog() {
  const { preferences, notices } = useApp();
  const { course, progress, dialog } = useLesson();
  const words = useLessonWords();
  const file = progress.file.value;
  const lessons = allLessons(course);
  const all = sum(lessons.map(({ goals }) => goals.length));
  const met = sum(lessons.map((lesson) => countMet(lesson, file.lessons)));
  const finished = lessons.filter(
    (lesson) => countMet(lesson, file.lessons) === lesson.goals.length && lesson.goals.length > 0,
  );
  const withGoals = lessons.filter(({ goals }) => goals.length > 0);
  const save = () =>
    saveFile(new Blob([stringifyProgress(file)], { type: "application/json" }), "biscuiterie-progress.json");
  const forget = () => {
    const takeBack = progress.forget();
    notices.say(words.forgotten, { topic: "progress", action: { name: words.undo, run: takeBack } });
  };
  return (
    <Modal
      titleId="progress-title"
      kind="progress-dialog"
      onClose={() => {
        dialog.value = null;
      }}
    >
      {(close) => (
        <div class="dialog-body">
          <h2 id="progress-title">{words.progress}</h2>
          <p>
            <strong>{words.progressOf(met, all)}.</strong> {words.finished(finished.length, withGoals.length)}
            .
          </p>
          <progress aria-label={words.progressOf(met, all)} max={all} value={met} />
          <div class="progress-parts">
            {course.parts.map((part) => (
              <section key={part.id} aria-labelledby={`progress-${part.id}`}>
                <h3 id={`progress-${part.id}`}>{part.title[preferences.language.value]}</h3>
                <ul>
                  {part.lessons.map((lesson) => (
                    <LessonProgress key={lesson.id} lesson={lesson} onOpen={close} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
          <label>
            {words.name}
            <input
              class="text-field"
              value={file.name}
              maxLength={80}
              autocomplete="name"
              onInput={({ currentTarget }) => progress.rename(currentTarget.value)}
            />
          </label>
          <p class="soft">{words.progressSays}</p>
          <div class="actions">
            <button type="button" class="button" onClick={forget}>
              {words.forget}
            </button>
            <button type="button" class="button" title={words.exportHint} onClick={save}>
              {words.export}
            </button>
            <button type="button" class="button is-primary" onClick={close}>
              {words.close}
            </button>
          </div>
        </div>
      )}
    </Modal>
  );
}

function LessonProgress({ lesson, onOpen }: { lesson: LessonOutline; onOpen: () => void }) {
  const app = useApp();
  const { progress } = useLesson();
  const words = useLessonWords();
  const language = app.preferences.language.value;
  const dates = progress.file.value.lessons[lesson.id] ?? {};
  const met = countMet(lesson, progress.file.value.lessons);
  const day = (date: string) => new Date(date).toLocaleDateString(language, { dateStyle: "medium" });
  return (
    <li>
      <button
        type="button"
        class="link-button"
        onClick={() => {
          onOpen();
          void openLesson(app, lesson.id);
        }}
      >
        {words.lessonTitle(lesson.number, lesson.title[language])}
      </button>
      <span class="goal-ticks" aria-hidden="true">
        {lesson.goals.map((id) => (
          <span
            key={id}
            class={id in dates ? "is-met" : ""}
            title={id in dates ? words.metOn(day(dates[id] ?? "")) : words.isNotMet}
          >
            <Icon svg={id in dates ? success : circle} />
          </span>
        ))}
      </span>
      <small>{lesson.goals.length === 0 ? words.noGoals : words.goalsMet(met, lesson.goals.length)}</small>
    </li>
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
