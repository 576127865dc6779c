/** What is wrong with a lesson: told with its place and what to do, all of it at once, so that an author mends it in one go. */

export interface LessonProblem {
  /** From the top of `tutorials/`. */
  file: string;
  /** From 1. */
  line: number;
  message: string;
  remedy: string;
}

/** Tells a problem of one file. */
export type Tell = (line: number, message: string, remedy: string) => void;

/** A list of problems that grows, and what adds one of a file to it. */
export function collectProblems(): { problems: LessonProblem[]; of(file: string): Tell } {
  const problems: LessonProblem[] = [];
  const of =
    (file: string): Tell =>
    (line, message, remedy) =>
      problems.push({ file, line, message, remedy });
  return { problems, of };
}

/** One line for each, the way editors and terminals link to: `file:line: message remedy`. `folder` stands before the files. */
export function printProblems(problems: readonly LessonProblem[], folder: string): string {
  return problems
    .map(({ file, line, message, remedy }) => `${folder}/${file}:${line}: ${message} ${remedy}`)
    .join("\n");
}

/** Words as a list for a reader: `a, b, c`. */
export function listNames(names: Iterable<string>): string {
  const all = [...names];
  return all.length === 0 ? "none" : all.join(", ");
}
