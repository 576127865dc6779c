/** The goals of the lesson: each ticks itself when the log says that it was met. */
import type { LessonText } from "../../lessons/index.ts";
import { Icon } from "../components/icon.tsx";
import { circle, success } from "../components/icons.ts";
import { Inlines } from "./inlines.tsx";
import { useLessonWords } from "./lesson-words.ts";
import { useLesson } from "./use-lesson.ts";
import "./goals.css";

export function Goals({ goals }: { goals: LessonText["goals"] }) {
  const { notes } = useLesson();
  const words = useLessonWords();
  const { met } = notes.value;
  if (goals.length === 0) return null;
  return (
    <section class="goals" id="lesson-goals" aria-labelledby="lesson-goals-title">
      <h3 id="lesson-goals-title">{words.goals}</h3>
      <ul>
        {goals.map(({ id, text }) => {
          const isMet = met.includes(id);
          return (
            <li key={id} class={isMet ? "is-met" : ""}>
              <Icon svg={isMet ? success : circle} />
              <span>
                <span class="visually-hidden">{isMet ? words.isMet : words.isNotMet}: </span>
                <Inlines inlines={text} />
              </span>
            </li>
          );
        })}
      </ul>
      {met.length >= goals.length && <p class="all-met">{words.allMet}</p>}
    </section>
  );
}

/** Always in sight below the text: a dot for each goal, and how many are met. */
export function GoalStrip({ goals }: { goals: readonly string[] }) {
  const { notes, told } = useLesson();
  const words = useLessonWords();
  const met = goals.filter((id) => notes.value.met.includes(id));
  return (
    <div class={goals.length > 0 ? "goal-strip" : ""}>
      {goals.length > 0 && (
        <button
          type="button"
          onClick={() => document.getElementById("lesson-goals")?.scrollIntoView({ block: "start" })}
        >
          <span class="goal-dots" aria-hidden="true">
            {goals.map((id) => (
              <i key={id} class={met.includes(id) ? "is-met" : ""} />
            ))}
          </span>
          {words.goalsMet(met.length, goals.length)}
        </button>
      )}
      <p class="visually-hidden" role="status">
        {told.value}
      </p>
    </div>
  );
}
