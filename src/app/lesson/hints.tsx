/** Hints, which unfold one by one, for who asks. */
import type { Inline } from "../../lessons/index.ts";
import { Icon } from "../components/icon.tsx";
import { bulb } from "../components/icons.ts";
import { Inlines } from "./inlines.tsx";
import { useLessonWords } from "./lesson-words.ts";
import { useLesson } from "./use-lesson.ts";
import "./hints.css";

export function Hints({ hints }: { hints: readonly (readonly Inline[])[] }) {
  const model = useLesson();
  const words = useLessonWords();
  const shown = Math.min(model.notes.value.hints, hints.length);
  const left = hints.length - shown;
  if (hints.length === 0) return null;
  return (
    <section class="hints" aria-label={words.hints}>
      <div role="status">
        <ol>
          {hints.slice(0, shown).map((hint, index) => (
            <li key={index}>
              <strong>{words.hint(index + 1)}</strong> <Inlines inlines={hint} />
            </li>
          ))}
        </ol>
      </div>
      {left > 0 && (
        <button type="button" class="button" onClick={model.unfoldHint}>
          <Icon svg={bulb} />
          {words.showHint(shown)}
          <small>{words.hintsLeft(left)}</small>
        </button>
      )}
    </section>
  );
}
