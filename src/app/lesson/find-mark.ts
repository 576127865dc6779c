/** Where the lines that a lesson speaks of are now: the learner may have written lines above them. */
import type { Lesson, LessonLanguage, Mark } from "../../lessons/index.ts";

/**
 * The mark `name` in the text that its file has now, or null when the file is gone. Lines that were changed are looked for where they were; what was
 * moved as a whole is found where it is, nearest first.
 */
export function findMark(
  lesson: Pick<Lesson, "marks" | "site">,
  language: LessonLanguage,
  name: string,
  files: ReadonlyMap<string, string>,
): Mark | null {
  const mark = lesson.marks[language][name];
  const text = files.get(mark?.file ?? "");
  if (mark === undefined || text === undefined) return null;
  const lines = text.split("\n");
  const wanted = (lesson.site[language][mark.file] ?? "").split("\n").slice(mark.from - 1, mark.to);
  const starts = lines.flatMap((_, index) =>
    wanted.every((line, offset) => lines[index + offset] === line) ? [index + 1] : [],
  );
  const far = (line: number) => Math.abs(line - mark.from);
  const [found = mark.from] = starts.sort((a, b) => far(a) - far(b));
  const from = Math.min(found, lines.length);
  return { file: mark.file, from, to: Math.min(from + mark.to - mark.from, lines.length) };
}
