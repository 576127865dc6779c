/** A question to answer before anything runs. The answer stands; then the reason is shown. */
import { useSignal } from "@preact/signals";
import type { Block } from "../../lessons/index.ts";
import { Inlines } from "./inlines.tsx";
import { useLessonWords } from "./lesson-words.ts";
import { useLesson } from "./use-lesson.ts";
import "./prediction.css";

type Question = Extract<Block, { kind: "predict" }>;

export function Prediction({ question }: { question: Question }) {
  const model = useLesson();
  const words = useLessonWords();
  const chosen = useSignal<number | null>(null);
  const answer = model.notes.value.answers[question.id];
  const isAnswered = answer !== undefined;
  const submit = (event: Event) => {
    event.preventDefault();
    if (chosen.value !== null) model.answer(question.id, chosen.value);
  };
  return (
    <form class={`prediction ${isAnswered ? "is-answered" : ""}`} onSubmit={submit}>
      <fieldset>
        <legend>
          <span class="prediction-label">{words.predict}</span>
          <Inlines inlines={question.question} />
        </legend>
        {question.options.map((option, index) => (
          <label key={index} class={isAnswered ? judge(question, index, answer) : ""}>
            <input
              type="radio"
              name={`predict-${question.id}`}
              checked={(answer ?? chosen.value) === index}
              disabled={isAnswered}
              onChange={() => {
                chosen.value = index;
              }}
            />
            <span>
              <Inlines inlines={option} />
              {isAnswered && index === question.answer && <small> ({words.rightAnswer})</small>}
            </span>
          </label>
        ))}
      </fieldset>
      {!isAnswered && (
        <button type="submit" class="button" disabled={chosen.value === null}>
          {words.answer}
        </button>
      )}
      <div class="because" role="status">
        {isAnswered && (
          <p>
            <strong>{answer === question.answer ? words.right : words.notQuite}</strong>{" "}
            <Inlines inlines={question.because} />
          </p>
        )}
      </div>
    </form>
  );
}

function judge({ answer: right }: Question, option: number, chosen: number): string {
  if (option === right) return "is-right";
  return option === chosen ? "is-wrong" : "is-other";
}
