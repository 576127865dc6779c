/**
 * `tutorials/editions/`: every edition of a lesson's site that was ever published, because links stand upon one. A file is named as links name it:
 * `<name in links>.<language>.<fingerprint>.json`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Lesson, lessonLanguages } from "../src/lessons/index.ts";
import { fingerprintOf } from "../src/share/index.ts";
import { TUTORIALS } from "./tutorials-folder.ts";

const editionsIn = (tutorials: string) => join(tutorials, "editions");

/** What a file says: an `Edition` of `share/`, as JSON. */
export interface StoredEdition {
  lesson: string;
  key: string;
  language: "en" | "fr";
  fingerprint: string;
  files: Record<string, string>;
}

export interface EditionFile {
  /** Without `.json`. */
  name: string;
  edition: StoredEdition;
}

/** The editions of a lesson as it is now. */
export function presentEditions(lesson: Lesson): EditionFile[] {
  return lessonLanguages.map((language) => {
    const files = lesson.site[language];
    const fingerprint = fingerprintOf(new Map(Object.entries(files)));
    return {
      name: `${lesson.link}.${language}.${fingerprint}`,
      edition: { lesson: lesson.id, key: lesson.link, language, fingerprint, files },
    };
  });
}

/** All that are kept. */
export function storedEditions(tutorials: string = TUTORIALS): EditionFile[] {
  const folder = editionsIn(tutorials);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  return names.sort().map((name) => ({
    name: name.slice(0, -".json".length),
    edition: JSON.parse(readFileSync(join(folder, name), "utf8")),
  }));
}

/** Those that no lesson is any more. */
export function olderEditions(lessons: readonly Lesson[], tutorials: string = TUTORIALS): EditionFile[] {
  const present = new Set(lessons.flatMap(presentEditions).map(({ name }) => name));
  return storedEditions(tutorials).filter(({ name }) => !present.has(name));
}

/** Writes one. */
export function writeEdition({ name, edition }: EditionFile, tutorials: string = TUTORIALS): void {
  const folder = editionsIn(tutorials);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(edition, null, 2)}\n`);
}
