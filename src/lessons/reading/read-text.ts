/** `lesson.en.md` and `lesson.fr.md`: front matter, then the text; and whether the two are in step. */
import type { LessonText } from "../lesson.ts";
import type { Tell } from "./problems.ts";
import {
  type Context,
  type Names,
  type Reference,
  readBlocks,
  readInlines,
  unbreakable,
} from "./read-markdown.ts";
import { frontSchema } from "./schema.ts";
import { readAs, readYaml } from "./yaml-file.ts";

/** A text, and in order what it refers to. */
export interface ReadText {
  text: LessonText;
  /** Of each goal's sentence, of each hint, of the body. */
  references: { place: string; line: number; references: Reference[] }[];
  /** Where the hints stand. */
  hintsLine: number;
}

/** Reads one language of a lesson whose goals are `goals`. Null where its front matter cannot be read, which is told. */
export function readText(file: string, goals: readonly string[], names: Names, tell: Tell): ReadText | null {
  const parts = /^---\n(.*?\n)?---\n/s.exec(file);
  if (parts === null) {
    tell(
      1,
      "The text has no front matter.",
      "Begin the file with a line ---, then title: and summary:, and a line ---.",
    );
    return null;
  }
  const yaml = readYaml(parts[1] ?? "", tell, 2);
  const front = yaml && readAs(frontSchema, yaml.value ?? {}, yaml, tell);
  if (yaml === null || front === null) return null;
  const references: ReadText["references"] = [];
  const contextAt = (place: string, line: number): Context => {
    const context: Context = { names, tell, firstLine: line, references: [] };
    references.push({ place, line, references: context.references });
    return context;
  };
  const sentences = front.goals ?? {};
  checkSentences(Object.keys(sentences), goals, (goal) => yaml.lineOf(["goals", goal]), tell);
  const text: LessonText = {
    title: unbreakable(front.title),
    summary: unbreakable(front.summary),
    goals: goals.map((id) => ({
      id,
      text: readInlines(sentences[id] ?? "–", contextAt(`goal “${id}”`, yaml.lineOf(["goals", id]))),
    })),
    hints: (front.hints ?? []).map((hint, index) =>
      readInlines(hint, contextAt(`hint ${index + 1}`, yaml.lineOf(["hints", index]))),
    ),
    body: readBlocks(file.slice(parts[0].length), contextAt("text", parts[0].split("\n").length)),
  };
  if (text.body.length === 0) tell(1, "The lesson has no text.", "Write it below the front matter.");
  return { text, references, hintsLine: yaml.lineOf(["hints"]) };
}

function checkSentences(
  written: readonly string[],
  goals: readonly string[],
  lineOf: (goal: string) => number,
  tell: Tell,
): void {
  for (const goal of goals) {
    if (written.includes(goal)) continue;
    tell(lineOf(goal), `The goal “${goal}” has no sentence.`, "Write it below goals: in the front matter.");
  }
  for (const goal of written) {
    if (goals.includes(goal)) continue;
    tell(lineOf(goal), `There is no goal “${goal}”.`, "Add it to lesson.yaml, or correct its name here.");
  }
  const common = written.filter((goal) => goals.includes(goal));
  const wrong = common.find((goal, index) => goals.filter((id) => common.includes(id))[index] !== goal);
  if (wrong !== undefined)
    tell(
      lineOf(wrong),
      `The goal “${wrong}” stands in another place than in lesson.yaml.`,
      "Put them in the same order.",
    );
}

/** Tells, at the French text, where it is not in step with the English one. */
export function compareTexts(en: ReadText, fr: ReadText, tell: Tell): void {
  const line = fr.references.at(-1)?.line ?? 1;
  if (en.text.hints.length !== fr.text.hints.length) {
    const remedy = `There are ${en.text.hints.length} in English and ${fr.text.hints.length} in French: write the missing ones.`;
    tell(fr.hintsLine, "The two languages have not the same number of hints.", remedy);
    return;
  }
  for (const [index, french] of fr.references.entries()) {
    const english = en.references[index];
    if (english !== undefined && compareReferences(english.references, french, tell)) return;
  }
  compareQuestions(en, fr, tell, line);
}

function compareReferences(
  english: readonly Reference[],
  { place, line, references }: ReadText["references"][number],
  tell: Tell,
): boolean {
  const length = Math.max(english.length, references.length);
  for (let at = 0; at < length; at++) {
    const [one, other] = [english[at], references[at]];
    if (one?.kind === other?.kind && one?.name === other?.name) continue;
    const words = (reference: Reference | undefined) =>
      reference === undefined ? "nothing more" : `“${reference.kind} ${reference.name}”`;
    tell(
      other?.line ?? references.at(-1)?.line ?? line,
      `The languages are out of step (${place}): the English text has ${words(one)} here, on its line ${one?.line ?? "–"}, the French one ${words(other)}.`,
      "Both need the same quotes, questions, pointers and steps in the same order.",
    );
    return true;
  }
  return false;
}

function compareQuestions(en: ReadText, fr: ReadText, tell: Tell, line: number): void {
  const options = ({ text }: ReadText) =>
    new Map(
      text.body.flatMap((block) => (block.kind === "predict" ? [[block.id, block.options.length]] : [])),
    );
  const french = options(fr);
  for (const [id, count] of options(en)) {
    const other = french.get(id);
    if (other === undefined || other === count) continue;
    const at =
      fr.references.at(-1)?.references.find((one) => one.kind === "predict" && one.name === id)?.line ?? line;
    tell(
      at,
      `The question “${id}” has ${count} options in English and ${other} in French.`,
      "Write the same ones in the same order.",
    );
  }
}
