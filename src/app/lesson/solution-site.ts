/** What applying the solution makes of the learner's site. */
import type { Lesson, LessonLanguage } from "../../lessons/index.ts";
import { SERVER_INI } from "../../project/index.ts";

/**
 * The files of the solution; null where the lesson has none. Options of the server that the solution does not speak of stay as the learner, who has
 * `files` now, has set them.
 */
export function solutionSite(
  { site, solution }: Pick<Lesson, "site" | "solution">,
  language: LessonLanguage,
  files: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> | null {
  const solved = solution?.[language];
  if (solved === undefined) return null;
  const ini = files.get(SERVER_INI);
  const keepsOptions = ini !== undefined && solved[SERVER_INI] === site[language][SERVER_INI];
  return keepsOptions ? { ...solved, [SERVER_INI]: ini } : solved;
}
