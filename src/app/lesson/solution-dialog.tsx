/** The solution, before it is applied: what it changes in the learner's files, line by line. */
import { useApp } from "../app-model.ts";
import { Modal } from "../components/modal.tsx";
import { compareSites, type DifferenceLine, type FileDifference } from "../work/differences.ts";
import { applySolution } from "./change-site.ts";
import { useLessonWords } from "./lesson-words.ts";
import { solutionSite } from "./solution-site.ts";
import { useLesson } from "./use-lesson.ts";
import "./solution-dialog.css";

/** Open as long as it is there. */
export function SolutionDialog() {
  const app = useApp();
  const model = useLesson();
  const words = useLessonWords();
  const lesson = model.lesson.value;
  if (lesson === null) return null;
  const language = model.siteLanguage.value;
  const solution = solutionSite(lesson, language, app.files.files.value);
  if (solution === null) return null;
  const start = lesson.site[language];
  // Files of the learner's own stay as they are.
  const files = [...app.files.files.value].filter(([path]) => path in start || path in solution);
  const differences = compareSites(Object.fromEntries(files), solution);
  const onClose = () => {
    model.dialog.value = null;
  };
  return (
    <Modal titleId="solution-title" kind="solution-dialog" onClose={onClose}>
      {(close) => (
        <div class="dialog-body">
          <h2 id="solution-title">{words.solutionTitle}</h2>
          <p>{differences.length === 0 ? words.noDifference : words.solutionSays}</p>
          {differences.map((file) => (
            <FileChange key={file.path} file={file} />
          ))}
          <div class="actions">
            <button type="button" class="button" onClick={close}>
              {differences.length === 0 ? words.close : words.cancel}
            </button>
            {differences.length > 0 && (
              <button
                type="button"
                class="button is-primary"
                onClick={() => {
                  close();
                  void applySolution(app, start, solution);
                }}
              >
                {words.apply}
              </button>
            )}
          </div>
        </div>
      )}
    </Modal>
  );
}

function FileChange({ file: { path, change, lines } }: { file: FileDifference }) {
  const words = useLessonWords();
  const count = (kind: DifferenceLine["kind"]) => lines.filter((line) => line.kind === kind).length;
  return (
    <section class="file-change" aria-label={path}>
      <h3>
        <code>{path}</code>
        <small>
          {change === "added" && words.fileAdded}
          {change === "removed" && words.fileRemoved}
          {change === "changed" && words.changes(count("added"), count("removed"))}
        </small>
      </h3>
      {change !== "removed" && (
        <div class="change-lines">
          {lines.map((line, index) => (
            <Line key={index} line={line} />
          ))}
        </div>
      )}
    </section>
  );
}

function Line({ line }: { line: DifferenceLine }) {
  const words = useLessonWords();
  switch (line.kind) {
    case "skipped":
      return <p class="is-skipped">⋯</p>;
    case "kept":
      return <p>{line.text}</p>;
    case "added":
      return (
        <p class="is-added">
          <span class="visually-hidden">{words.lineAdded}: </span>
          <ins>{line.text}</ins>
        </p>
      );
    case "removed":
      return (
        <p class="is-removed">
          <span class="visually-hidden">{words.lineRemoved}: </span>
          <del>{line.text}</del>
        </p>
      );
  }
}
