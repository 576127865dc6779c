/** `tutorials/` on the disk, read for the build, for tests and for `npm run lessons`. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { factKinds } from "../src/lessons/index.ts";
import type { LessonProblem } from "../src/lessons/reading/problems.ts";
import { type ReadCourse, readCourse } from "../src/lessons/reading/read-course.ts";

/** From the top of the repository. */
export const TUTORIALS = "tutorials";

/** Reads the course. Files that are not text are told as problems. */
export function readTutorials(folder: string = TUTORIALS): ReadCourse {
  const { texts, problems } = readTexts(folder);
  const read = readCourse(texts, factKinds);
  return { ...read, problems: [...problems, ...read.problems] };
}

/** Every file below `folder`, path from there → text. */
export function readTexts(folder: string): { texts: Map<string, string>; problems: LessonProblem[] } {
  const texts = new Map<string, string>();
  const problems: LessonProblem[] = [];
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (const entry of existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
    : []) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const file = relative(folder, path).split(sep).join("/");
    try {
      texts.set(file, decoder.decode(readFileSync(path)));
    } catch {
      const message = "This file is not text in UTF-8.";
      problems.push({ file, line: 1, message, remedy: "Save it as UTF-8; pictures cannot be in a lesson." });
    }
  }
  return { texts: new Map([...texts].sort(([one], [other]) => (one < other ? -1 : 1))), problems };
}
