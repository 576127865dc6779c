/** Which names a file of the site may have. */
import { checkPath } from "../../project/index.ts";
import type { AllWords } from "../words/en.ts";

/** Why `path` cannot be the name of a new file beside `paths` (or of `from`, renamed), in words; null if it can. */
export function refusePath(
  path: string,
  paths: readonly string[],
  words: Pick<AllWords, "fileNameEmpty" | "fileExists" | "fileNameBad">,
  from?: string,
): string | null {
  if (path === "") return words.fileNameEmpty;
  if (path !== from && paths.includes(path)) return words.fileExists(path);
  return checkPath(path).ok ? null : words.fileNameBad(path);
}
