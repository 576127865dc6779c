/** Below the text: the solution, the way back to the start, and in the sandbox other sites to begin with. */
import type { Lesson } from "../../lessons/index.ts";
import { useApp } from "../app-model.ts";
import { Icon } from "../components/icon.tsx";
import { success, undo } from "../components/icons.ts";
import { beginAgain } from "./change-site.ts";
import { useLessonWords } from "./lesson-words.ts";
import { useLesson } from "./use-lesson.ts";

export function LessonButtons({ lesson }: { lesson: Lesson }) {
  const app = useApp();
  const model = useLesson();
  const words = useLessonWords();
  const language = app.preferences.language.value;
  return (
    <>
      {lesson.templates.length > 0 && (
        <section class="templates" aria-labelledby="lesson-templates">
          <h3 id="lesson-templates">{words.templates}</h3>
          <ul>
            {lesson.templates.map(({ id, title, summary, site }) => (
              <li key={id}>
                <button
                  type="button"
                  class="link-button"
                  onClick={() => void beginAgain(app, model, site[model.siteLanguage.value])}
                >
                  {title[language]}
                </button>{" "}
                {summary[language]}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="lesson-buttons">
        {lesson.solution !== null && (
          <button
            type="button"
            class="button"
            data-place="solution"
            onClick={() => {
              model.dialog.value = "solution";
            }}
          >
            <Icon svg={success} />
            {words.showSolution}
          </button>
        )}
        <button
          type="button"
          class="button"
          data-place="reset"
          title={words.resetHint}
          onClick={() => void beginAgain(app, model, lesson.site[model.siteLanguage.value])}
        >
          <Icon svg={undo} />
          {words.reset}
        </button>
      </div>
    </>
  );
}
