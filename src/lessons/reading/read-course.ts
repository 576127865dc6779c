/**
 * The whole course, from the files of `tutorials/` to typed data, or to a list of all that is wrong with them.
 *
 * Folders are `NN-part/NN-lesson/`; the numbers of lessons count through the course, and beside the parts there is only what the course does not read:
 * `README.md` and `editions/`.
 */
import type { Course, CoursePart } from "../lesson.ts";
import { collectProblems, type LessonProblem, listNames, type Tell } from "./problems.ts";
import type { FactKinds } from "./read-goals.ts";
import { type ReadLesson, readLesson } from "./read-lesson.ts";
import { type Folder, folderOf } from "./read-site.ts";
import { namePattern, partSchema } from "./schema.ts";
import { readAs, readYaml } from "./yaml-file.ts";

export interface ReadCourse {
  course: Course;
  /** In the order of the course. */
  lessons: readonly ReadLesson[];
  problems: readonly LessonProblem[];
}

interface Numbered {
  number: number;
  id: string;
  folder: string;
}

/** Reads `files`, path from `tutorials/` → text. */
export function readCourse(files: Folder, kinds: FactKinds): ReadCourse {
  const { problems, of } = collectProblems();
  const parts = foldersOf(files, "", of);
  const lessons: ReadLesson[] = [];
  const all: Numbered[] = [];
  const outlines = parts.map((part): CoursePart => {
    const inside = foldersOf(folderOf(files, part.folder), part.folder, of);
    const read = inside.flatMap((place) => {
      const result = readLesson(folderOf(files, place.folder), { ...place, kinds });
      problems.push(...result.problems);
      return result.read === null ? [] : [result.read];
    });
    all.push(...inside);
    lessons.push(...read);
    if (inside.length === 0)
      of(`${part.folder}part.yaml`)(1, "This part has no lessons.", "Add a folder: 01-name/.");
    return {
      id: part.id,
      title: readTitle(files, part, of),
      lessons: read.map(({ lesson }) => outlineOf(lesson)),
    };
  });
  tellNumbers(parts, "part.yaml", of);
  tellNumbers(all, "lesson.yaml", of);
  tellDoubles(all, lessons, of);
  return { course: { parts: outlines }, lessons, problems };
}

function outlineOf({
  id,
  number,
  link,
  title,
  summary,
  goals,
}: ReadLesson["lesson"]): CoursePart["lessons"][number] {
  return { id, number, link, title, summary, goals };
}

/** The numbered folders at the top of `files`, in their order. */
function foldersOf(files: Folder, base: string, of: (file: string) => Tell): Numbered[] {
  const found = new Map<string, Numbered>();
  for (const path of files.keys()) {
    const [name = "", ...rest] = path.split("/");
    if (base === "" ? path === "README.md" || name === "editions" : path === "part.yaml") continue;
    const [, number = "", id = ""] = /^(\d\d)-(.+)$/.exec(name) ?? [];
    if (rest.length > 0 && namePattern.test(id))
      found.set(name, { number: Number(number), id, folder: `${base}${name}/` });
    else
      of(base + path)(
        1,
        `“${name}” is no folder of the course.`,
        "Folders are called 03-some-name: two digits, then small letters.",
      );
  }
  return [...found.values()].sort((one, other) => one.number - other.number || (one.id < other.id ? -1 : 1));
}

function readTitle(files: Folder, part: Numbered, of: (file: string) => Tell): CoursePart["title"] {
  const path = `${part.folder}part.yaml`;
  const text = files.get(path);
  const tell = of(path);
  if (text === undefined) tell(1, "This file is missing.", "Write title: { en: …, fr: … }.");
  const yaml = text === undefined ? null : readYaml(text, tell);
  const written = yaml && readAs(partSchema, yaml.value ?? {}, yaml, tell);
  return written?.title ?? { en: part.id, fr: part.id };
}

/** Numbers count from 1 without gaps and doubles. */
function tellNumbers(
  folders: readonly Numbered[],
  file: string,

  of: (file: string) => Tell,
): void {
  const names = new Map<number, string>();
  let last = 0;
  for (const { number, folder } of folders) {
    const tell = of(folder + file);
    const twin = names.get(number);
    if (twin !== undefined)
      tell(
        1,
        `The number ${number} is taken by ${twin}.`,
        "Number the folders anew, through the whole course.",
      );
    else if (number < last)
      tell(1, `The number ${number} comes after ${last}.`, "Numbers grow through the whole course.");
    else if (number !== last + 1)
      tell(
        1,
        `There is no number ${last + 1} before ${number}.`,
        "Numbers count from 1 through the whole course, without gaps.",
      );
    names.set(number, folder);
    last = Math.max(last, number);
  }
}

/** Ids and names in links are unique in the course. */
function tellDoubles(
  folders: readonly Numbered[],
  lessons: readonly ReadLesson[],
  of: (file: string) => Tell,
): void {
  for (const [index, { id, folder }] of folders.entries()) {
    const twin = folders.slice(0, index).find((other) => other.id === id);
    if (twin !== undefined)
      of(`${folder}lesson.yaml`)(
        1,
        `“${id}” is the name of ${twin.folder} too.`,
        "Give one of the two another name.",
      );
  }
  for (const [index, { lesson }] of lessons.entries()) {
    const twin = lessons.slice(0, index).find((other) => other.lesson.link === lesson.link);
    const folder =
      folders.find(({ id, number }) => id === lesson.id && number === lesson.number)?.folder ?? "";
    if (twin === undefined) continue;
    const free = listNames(new Set(lessons.map((one) => one.lesson.link)));
    of(`${folder}lesson.yaml`)(
      1,
      `The link “${lesson.link}” is taken by “${twin.lesson.id}”.`,
      `Choose another than ${free}.`,
    );
  }
}
