/** What a work is called: by its learner, or after what it was begun from. */
import type { WorkFacts } from "../../protocol/index.ts";
import type { WorkWords } from "./work-words.ts";

/** `lesson` is the title of the lesson that stands beside it, where there is one that is known. */
export function nameOfWork({ name, origin }: WorkFacts, lesson: string | null, words: WorkWords): string {
  if (name !== "") return name;
  const begun = words.origins[origin];
  const isLesson = origin === "lesson" || origin === "example";
  if (lesson === null) return begun;
  return isLesson ? lesson : `${begun} (${lesson})`;
}
