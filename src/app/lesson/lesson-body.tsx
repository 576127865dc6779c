/** The text of the lesson, from its title to the way to the next one. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { LessonOutline } from "../../lessons/index.ts";
import { useApp } from "../app-model.ts";
import { Icon } from "../components/icon.tsx";
import { arrowLeft, arrowRight } from "../components/icons.ts";
import { Blocks } from "./blocks.tsx";
import { GoalStrip, Goals } from "./goals.tsx";
import { Hints } from "./hints.tsx";
import { LessonButtons } from "./lesson-buttons.tsx";
import { allLessons } from "./lesson-model.ts";
import { useLessonWords } from "./lesson-words.ts";
import { openLesson } from "./open-lesson.ts";
import { ProgressDialog } from "./progress-dialog.tsx";
import { SolutionDialog } from "./solution-dialog.tsx";
import { useLesson } from "./use-lesson.ts";
import "./lesson.css";

export function LessonBody() {
  const { layout } = useApp();
  const model = useLesson();
  const words = useLessonWords();
  const outline = model.outline.value;
  if (outline === null) return <p class="empty-state">{words.unknown}</p>;
  return (
    <>
      <LessonStrip outline={outline} onUnfold={() => layout.show("lesson")} />
      <LessonText outline={outline} />
      <GoalStrip goals={outline.goals} />
      <div class="dialog-place">
        {model.dialog.value === "solution" && <SolutionDialog />}
        {model.dialog.value === "progress" && <ProgressDialog />}
      </div>
    </>
  );
}

/** What is seen of a folded lesson: its title, upright, and the dots of its goals. */
function LessonStrip({ outline, onUnfold }: { outline: LessonOutline; onUnfold: () => void }) {
  const { preferences } = useApp();
  const { notes } = useLesson();
  const words = useLessonWords();
  const title = outline.title[preferences.language.value];
  return (
    <button type="button" class="lesson-strip" title={words.unfold} onClick={onUnfold}>
      <span>{words.lessonTitle(outline.number, title)}</span>
      <span class="goal-dots" aria-hidden="true">
        {outline.goals.map((id) => (
          <i key={id} class={notes.value.met.includes(id) ? "is-met" : ""} />
        ))}
      </span>
    </button>
  );
}

function LessonText({ outline }: { outline: LessonOutline }) {
  const { preferences } = useApp();
  const model = useLesson();
  const words = useLessonWords();
  const language = preferences.language.value;
  const lesson = model.lesson.value;
  const place = useKeptPlace(language);
  const text = lesson?.text[language];
  return (
    <div
      class="lesson-scroll"
      ref={place.scroller}
      onScroll={place.note}
      data-focus="lesson"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <div class="lesson" lang={language}>
        <h2>{words.lessonTitle(outline.number, outline.title[language])}</h2>
        <p class="summary">{outline.summary[language]}</p>
        {model.hasFailed.value && (
          <p role="alert">
            {words.couldNotLoad}{" "}
            <button type="button" class="link-button" onClick={model.retry}>
              {words.tryAgain}
            </button>
          </p>
        )}
        {text !== undefined && (
          <>
            <Goals goals={text.goals} />
            <div class="lesson-text">
              <Blocks blocks={text.body} />
            </div>
            <Hints hints={text.hints} />
            {lesson !== null && <LessonButtons lesson={lesson} />}
          </>
        )}
        <Neighbours id={outline.id} />
      </div>
    </div>
  );
}

/** The lessons before and after, by their titles. */
function Neighbours({ id }: { id: string }) {
  const app = useApp();
  const { course } = useLesson();
  const words = useLessonWords();
  const all = allLessons(course);
  const index = all.findIndex((lesson) => lesson.id === id);
  const link = (lesson: LessonOutline | undefined, name: string, icon: string) =>
    lesson !== undefined && (
      <button
        type="button"
        class={`neighbour is-${icon === arrowLeft ? "previous" : "next"}`}
        onClick={() => void openLesson(app, lesson.id)}
      >
        <Icon svg={icon} />
        <span>
          <small>{name}</small>
          {words.lessonTitle(lesson.number, lesson.title[app.preferences.language.value])}
        </span>
      </button>
    );
  return (
    <nav class="neighbours" aria-label={words.lessons}>
      {link(all[index - 1], words.previous, arrowLeft)}
      {link(all[index + 1], words.next, arrowRight)}
    </nav>
  );
}

/** Another language has other lengths: what stood at the top of the column stays there. */
function useKeptPlace(language: string) {
  const scroller = useRef<HTMLDivElement>(null);
  const top = useRef<{ index: number; offset: number } | null>(null);
  const note = () => {
    const box = scroller.current;
    if (box === null) return;
    const edge = box.getBoundingClientRect().top;
    const rows = rowsOf(box);
    const index = rows.findIndex((row) => row.getBoundingClientRect().bottom > edge);
    const row = rows[index];
    top.current = row === undefined ? null : { index, offset: row.getBoundingClientRect().top - edge };
  };
  useLayoutEffect(() => {
    const box = scroller.current;
    const kept = top.current;
    if (box === null || kept === null) return;
    const row = rowsOf(box)[kept.index];
    if (row !== undefined)
      box.scrollTop += row.getBoundingClientRect().top - box.getBoundingClientRect().top - kept.offset;
  }, [language]);
  return { scroller, note };
}

/** The pieces of the text, which are the same in both languages as a rule. */
function rowsOf(box: HTMLElement): Element[] {
  return [...box.querySelectorAll(".lesson > :not(.lesson-text), .lesson-text > *")];
}
