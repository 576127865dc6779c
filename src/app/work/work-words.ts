/** The words of this part, in the language of the moment. Both languages come with it. */
import type { Preferences } from "../models/preferences.ts";
import { enWork, type WorkWords } from "../words/en-work.ts";
import { frWork } from "../words/fr-work.ts";

export type { WorkWords };

const words = { en: enWork, fr: frWork };

/** Follows the language: read it where it is shown. */
export function workWordsOf({ language }: Pick<Preferences, "language">): WorkWords {
  return words[language.value];
}
