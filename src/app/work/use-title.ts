/** What the site that is shown is called: by the learner, or after its lesson. */
import type { AppModel } from "../app-model.ts";
import { titleOfLesson } from "./lesson-site.ts";
import { nameOfWork } from "./work-names.ts";
import type { WorkWords } from "./work-words.ts";

export function useTitle({ workspace, preferences }: AppModel, words: WorkWords): string {
  const work = workspace.state.value?.work;
  if (work === undefined) return words.siteTitle;
  return nameOfWork(work, titleOfLesson(work.lesson, preferences.language.value), words);
}
