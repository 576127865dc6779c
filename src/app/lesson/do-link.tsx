/** A piece of the text that does what it says: it runs a step of the lesson. */
import type { ComponentChildren } from "preact";
import { Icon } from "../components/icon.tsx";
import { play } from "../components/icons.ts";
import { useLessonWords } from "./lesson-words.ts";
import { useLesson } from "./use-lesson.ts";
import "./links.css";

export function DoLink({ step, children }: { step: string; children: ComponentChildren }) {
  const model = useLesson();
  const words = useLessonWords();
  const isRunning = model.running.value === step;
  return (
    <>
      <button
        type="button"
        class="do-link"
        // Not disabled: the focus stays where it is.
        aria-disabled={model.running.value !== null}
        onClick={() => void model.run(step)}
      >
        <Icon svg={play} />
        {children}
      </button>
      {isRunning && (
        <span class="step-running">
          {" "}
          <span role="status">{words.running}</span>{" "}
          <button type="button" class="link-button" onClick={model.stop}>
            {words.stopStep}
          </button>
        </span>
      )}
    </>
  );
}
