/**
 * The lesson in the head of the page: a button that opens the table of contents, with what is met of each lesson.
 *
 * The contents are a popover of the browser's own, as the options of the server are: Escape and a click beside it close it.
 */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { CoursePart, LessonOutline } from "../../lessons/index.ts";
import { useApp } from "../app-model.ts";
import { Icon } from "../components/icon.tsx";
import { book, chevron, success } from "../components/icons.ts";
import { countMet } from "./lesson-ticks.ts";
import { useLessonWords } from "./lesson-words.ts";
import { openLesson } from "./open-lesson.ts";
import { useLesson } from "./use-lesson.ts";
import "./lesson-menu.css";

export function LessonMenu() {
  const { preferences } = useApp();
  const { outline } = useLesson();
  const words = useLessonWords();
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = useSignal(false);
  const shown = outline.value;
  const name =
    shown === null
      ? words.contents
      : words.lessonTitle(shown.number, shown.title[preferences.language.value]);
  const place = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    const { left = 0, bottom = 0 } = button.current?.getBoundingClientRect() ?? {};
    currentTarget.style.setProperty("--left", `${left}px`);
    currentTarget.style.setProperty("--top", `${bottom + 8}px`);
  };
  return (
    <>
      <button
        type="button"
        ref={button}
        class="lesson-menu-button"
        popovertarget="lesson-contents"
        title={words.choose}
      >
        <Icon svg={book} />
        <span class="words">{name}</span>
        <Icon svg={chevron} />
      </button>
      <div
        id="lesson-contents"
        class="lesson-contents"
        popover="auto"
        role="dialog"
        aria-label={words.contents}
        onBeforeToggle={place}
        // Arrows are a convenience: every lesson is a button of its own.
        onKeyDown={moveFocus}
        onToggle={({ newState }) => {
          isOpen.value = newState === "open";
        }}
      >
        {isOpen.value && (
          <Contents onChoose={() => document.getElementById("lesson-contents")?.hidePopover()} />
        )}
      </div>
    </>
  );
}

function Contents({ onChoose }: { onChoose: () => void }) {
  const app = useApp();
  const { course, dialog } = useLesson();
  const words = useLessonWords();
  const contents = useRef<HTMLDivElement>(null);
  // Where the keyboard goes on: at the lesson shown.
  useEffect(() => {
    const here = contents.current?.querySelector<HTMLElement>("[aria-current]");
    (here ?? contents.current?.querySelector<HTMLElement>("button"))?.focus();
  }, []);
  const open = (id: string) => {
    onChoose();
    void openLesson(app, id);
  };
  return (
    <div ref={contents}>
      {course.parts.map((part) => (
        <Part key={part.id} part={part} onOpen={open} />
      ))}
      <button
        type="button"
        class="button"
        onClick={() => {
          onChoose();
          dialog.value = "progress";
        }}
      >
        {words.progress}
      </button>
    </div>
  );
}

function Part({ part, onOpen }: { part: CoursePart; onOpen: (id: string) => void }) {
  const { preferences } = useApp();
  return (
    <section aria-labelledby={`part-title-${part.id}`}>
      <h2 id={`part-title-${part.id}`}>{part.title[preferences.language.value]}</h2>
      <ol>
        {part.lessons.map((lesson) => (
          <li key={lesson.id}>
            <LessonItem lesson={lesson} onOpen={onOpen} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function LessonItem({ lesson, onOpen }: { lesson: LessonOutline; onOpen: (id: string) => void }) {
  const { preferences } = useApp();
  const { outline, progress } = useLesson();
  const words = useLessonWords();
  const language = preferences.language.value;
  const isShown = outline.value?.id === lesson.id;
  const all = lesson.goals.length;
  const met = countMet(lesson, progress.file.value.lessons);
  const isDone = all > 0 && met === all;
  return (
    <button
      type="button"
      class="contents-item"
      aria-current={isShown ? "page" : undefined}
      onClick={() => onOpen(lesson.id)}
    >
      <span class="number">{lesson.number}</span>
      <span class="title">
        {lesson.title[language]}
        <small>{lesson.summary[language]}</small>
      </span>
      {isDone && (
        <span class="done">
          <Icon svg={success} />
          <span class="visually-hidden">{words.isDone}</span>
        </span>
      )}
      {!isDone && met > 0 && (
        <span class="some" title={words.goalsMet(met, all)}>
          <span aria-hidden="true">
            {met}/{all}
          </span>
          <span class="visually-hidden">{words.goalsMet(met, all)}</span>
        </span>
      )}
    </button>
  );
}

function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
  const index = items.findIndex((item) => item.matches(":focus"));
  items[(index + step + items.length) % items.length]?.focus();
}
