/** Marks: places in the files at the start, found by the text that stands there, so that text and code cannot drift apart. */
import type * as v from "valibot";
import type { LessonLanguage, LessonSite, Mark } from "../lesson.ts";
import { listNames } from "./problems.ts";
import type { markSchema } from "./schema.ts";

type WrittenMark = v.InferOutput<typeof markSchema>;

export type FoundMark = { ok: true; mark: Mark } | { ok: false; message: string; remedy: string };

/** Finds a mark in the site of one language; the message that it is not in exactly one place lacks its end, “(en).” */
export function findMark(
  name: string,
  mark: WrittenMark,
  language: LessonLanguage,
  site: LessonSite,
): FoundMark {
  const { file } = mark;
  const text = Object.hasOwn(site, file) ? site[file] : undefined;
  if (text === undefined) {
    const message = `The mark “${name}” is in “${file}”, which is not in the site`;
    return { ok: false, message, remedy: `There are: ${listNames(Object.keys(site))}.` };
  }
  const wanted = inLanguage(mark.text, language).replace(/\n$/, "");
  const start = wanted === "" ? -1 : text.indexOf(wanted);
  if (start < 0) {
    const remedy = "Write a text of the file as it stands there.";
    return { ok: false, message: `The mark “${name}” is not in ${file}`, remedy };
  }
  if (text.includes(wanted, start + 1)) {
    const remedy = "Write more of the text around it, over several lines if need be.";
    return { ok: false, message: `The mark “${name}” is in ${file} more than once`, remedy };
  }
  const end = endOf(text, start + wanted.length, mark.until && inLanguage(mark.until, language));
  if (end < 0) {
    const remedy = "Write a text of the file that stands after its beginning.";
    return { ok: false, message: `The end of the mark “${name}” is not in ${file}`, remedy };
  }
  return { ok: true, mark: { file, from: lineAt(text, start), to: lineAt(text, Math.max(start, end - 1)) } };
}

/** The lines of a mark. */
export function linesOf(mark: Mark, site: LessonSite): string {
  const lines = (site[mark.file] ?? "").split("\n");
  return lines.slice(mark.from - 1, mark.to).join("\n");
}

function endOf(text: string, after: number, until: string | undefined): number {
  if (until === undefined) return after;
  const found = until === "" ? -1 : text.indexOf(until, after);
  return found < 0 ? -1 : found + until.length;
}

function inLanguage(text: string | Record<LessonLanguage, string>, language: LessonLanguage): string {
  return typeof text === "string" ? text : text[language];
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
