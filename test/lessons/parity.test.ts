/** The course as it is on the disk: nothing in it is wrong, and both languages have all of it. */
import { expect, test } from "vitest";
import { presentEditions, storedEditions } from "../../scripts/editions-folder.ts";
import { readTutorials, TUTORIALS } from "../../scripts/tutorials-folder.ts";
import { type Block, type Inline, type LessonText, lessonLanguages } from "../../src/lessons/index.ts";
import { printProblems } from "../../src/lessons/reading/problems.ts";

const { lessons, problems } = readTutorials();

test("nothing is wrong with any lesson", () => {
  expect(printProblems(problems, TUTORIALS)).toBe("");
});

test("the course has fourteen lessons", () => {
  expect(lessons.map(({ lesson }) => lesson.number)).toEqual(
    Array.from({ length: 14 }, (_, index) => index + 1),
  );
});

test("in every lesson both texts have the same shape: the same blocks, links, goals and hints in the same order", () => {
  for (const { lesson } of lessons) {
    const [en, fr] = lessonLanguages.map((language) => ({
      lesson: lesson.id,
      shape: shapeOf(lesson.text[language]),
    }));
    expect(fr).toEqual(en);
  }
});

test("both languages of a lesson have the same files, before and after the solution", () => {
  for (const { lesson } of lessons) {
    expect(Object.keys(lesson.site.fr), lesson.id).toEqual(Object.keys(lesson.site.en));
    expect(Object.keys(lesson.solution?.fr ?? {}), lesson.id).toEqual(Object.keys(lesson.solution?.en ?? {}));
    for (const template of lesson.templates)
      expect(Object.keys(template.site.fr), template.id).toEqual(Object.keys(template.site.en));
  }
});

test("no text of one language is the text of the other", () => {
  for (const { lesson } of lessons) {
    expect(lesson.summary.fr).not.toBe(lesson.summary.en);
    const [en, fr] = lessonLanguages.map((language) => new Set(sentencesOf(lesson.text[language])));
    const shared = [...(en ?? [])].filter((sentence) => fr?.has(sentence) === true);
    expect(shared, `sentences of ${lesson.id} that are the same in both languages`).toEqual([]);
  }
});

test("every lesson's site as it is now is kept as an edition", () => {
  const kept = new Set(storedEditions().map(({ name }) => name));
  const missing = lessons
    .flatMap(({ lesson }) => presentEditions(lesson))
    .filter(({ name }) => !kept.has(name));
  expect(
    missing.map(({ name }) => name),
    "run npm run editions and commit what it writes",
  ).toEqual([]);
});

test("an edition is what its name says", () => {
  for (const { name, edition } of storedEditions()) {
    const { key, language, fingerprint, lesson, files } = edition;
    const [again] = presentEditions({
      ...aLesson(),
      id: lesson,
      link: key,
      site: { en: files, fr: files },
    }).filter((one) => one.edition.language === language);
    expect(name).toBe(`${key}.${language}.${fingerprint}`);
    expect(again?.name).toBe(name);
  }
});

test("a lesson's name in links is never another lesson's", () => {
  for (const { edition } of storedEditions()) {
    const taken = lessons.find(({ lesson }) => lesson.link === edition.key);
    if (taken !== undefined) expect(taken.lesson.id).toBe(edition.lesson);
  }
});

function aLesson() {
  const [first] = lessons;
  if (first === undefined) throw new Error("Failed to find a lesson: the course has none.");
  return first.lesson;
}

/** What a text is made of, without its words. */
function shapeOf(text: LessonText): unknown {
  return {
    goals: text.goals.map((goal) => [goal.id, linksOf(goal.text)]),
    hints: text.hints.map(linksOf),
    body: text.body.map(shapeOfBlock),
  };
}

function shapeOfBlock(block: Block): unknown {
  switch (block.kind) {
    case "paragraph":
      return [block.kind, linksOf(block.inlines)];
    case "heading":
      return [block.kind, block.level];
    case "list":
      return [block.kind, block.ordered, block.items.map((item) => item.map(shapeOfBlock))];
    case "code":
      return [block.kind, block.language];
    case "aside":
      return [block.kind, block.blocks.map(shapeOfBlock)];
    case "quote":
      return [block.kind, block.mark];
    case "predict":
      return [block.kind, block.id, block.answer, block.options.length];
  }
}

function linksOf(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === "point") return [`point ${inline.target.name}`, ...linksOf(inline.inlines)];
    if (inline.kind === "do") return [`do ${inline.step}`, ...linksOf(inline.inlines)];
    if (inline.kind === "link") return ["link", ...linksOf(inline.inlines)];
    return "inlines" in inline ? linksOf(inline.inlines) : [];
  });
}

/** Whole sentences: words alone may well be the same. */
function sentencesOf(text: LessonText): string[] {
  const paragraphs = text.body.flatMap((block) =>
    block.kind === "paragraph" ? [wordsOf(block.inlines)] : [],
  );
  const all = [...text.goals.map((goal) => wordsOf(goal.text)), ...text.hints.map(wordsOf), ...paragraphs];
  return all.filter((sentence) => sentence.split(" ").length > 3);
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => ("text" in inline ? inline.text : "inlines" in inline ? wordsOf(inline.inlines) : " "))
    .join("");
}
