/** Lines of a file, as the lesson gives them to the learner; a click lights them up where they are now. */
import { Icon } from "../components/icon.tsx";
import { code } from "../components/icons.ts";
import { useLessonWords } from "./lesson-words.ts";
import { usePointer } from "./pointer.ts";
import { useLesson } from "./use-lesson.ts";
import "./quote.css";

export function Quote({ mark: name, text }: { mark: string; text: string }) {
  const { lesson, siteLanguage } = useLesson();
  const words = useLessonWords();
  const pointer = usePointer();
  const mark = lesson.value?.marks[siteLanguage.value][name];
  if (mark === undefined) return null;
  const { file, from, to } = mark;
  return (
    <figure class="quote">
      <figcaption>
        <button
          type="button"
          class="point-link"
          title={words.showLines}
          {...pointer.handlers({ kind: "mark", name })}
        >
          <Icon svg={code} />
          {words.quoteOf(file, from, to)}
        </button>
      </figcaption>
      <pre style={`--before: ${from - 1}`}>
        <code>
          {text.split("\n").map((line, index) => (
            <span key={index} class="quote-line">
              {line}
              {"\n"}
            </span>
          ))}
        </code>
      </pre>
    </figure>
  );
}
