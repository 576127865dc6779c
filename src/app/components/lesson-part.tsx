/** The lesson, a column of its own where there is one: its bar at once, its text when it has come. */
import { useApp } from "../app-model.ts";
import { LessonBody } from "./lazy-parts.ts";
import { PartButtons } from "./part-buttons.tsx";
import "./lesson-part.css";

export function LessonPart() {
  const words = useApp().preferences.words.value;
  return (
    <section class="lesson-part part" id="part-lesson" aria-label={words.partLesson}>
      <div class="part-bar">
        <p class="lesson-label">{words.partLesson}</p>
        <PartButtons part="lesson" name={words.partLesson} />
      </div>
      <LessonBody />
    </section>
  );
}
