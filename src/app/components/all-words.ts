/** Words for the components that come after the first paint. */
import { useApp } from "../app-model.ts";
import { completeWords } from "../words/complete.ts";
import type { AllWords } from "../words/en.ts";

/** Every word of the language chosen by the learner. */
export function useAllWords(): AllWords {
  return completeWords(useApp().preferences.words.value);
}
