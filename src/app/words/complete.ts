/** Both halves of English, for the parts that come after the first paint. */
import { type AllWords, en, type Words } from "./en.ts";
import { enLater } from "./en-later.ts";

const english: AllWords = { ...en, ...enLater };

/** Every word of the language of `words`: English comes in two halves, of which one is here; another language comes whole. */
export function completeWords(words: Words | AllWords): AllWords {
  return "keysTitle" in words ? words : english;
}
