/**
 * What may stand in the files of `tutorials/` that are not a learner's: every field with its description, which remedies quote and from which
 * the tables of `tutorials/README.md` are made.
 */
import * as v from "valibot";

/** Names of goals, marks, steps, questions, and of lessons and parts. */
export const namePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const described = <Schema extends v.GenericSchema>(schema: Schema, text: string) =>
  v.pipe(schema, v.description(text));
/** What its own reader reads: a word for it. */
const own = (word: string) => v.pipe(v.unknown(), v.title(word));
const name = v.pipe(
  v.string(),
  v.regex(namePattern, "Names are of small letters, digits and single “-”, and begin with a letter."),
);
const text = v.pipe(v.string(), v.trim(), v.nonEmpty("Write something here."));
const plain = v.pipe(
  text,
  v.regex(/^[^`*<>[\]\n]*$/, "Write plain words on one line: neither Markdown nor backticks are read here."),
);
const inBoth = v.strictObject({
  en: described(plain, "In English."),
  fr: described(plain, "In French."),
});
const textOrBoth = v.union([v.string(), v.strictObject({ en: v.string(), fr: v.string() })]);

/** `part.yaml`. */
export const partSchema = v.strictObject({
  title: described(inBoth, "The title of the part in both languages."),
});

/** A mark, in `lesson.yaml`. */
export const markSchema = v.strictObject({
  file: described(v.string(), "The file of the site at the start."),
  text: described(
    textOrBoth,
    "What stands there, in one place of the file only: a part of a line, or several lines. As `{ en, fr }` where the languages differ.",
  ),
  until: v.exactOptional(
    described(
      textOrBoth,
      "The mark ends on the first line from there on that has this. Missing: where `text` ends.",
    ),
  ),
});

/** A template of the sandbox, in `lesson.yaml`. */
export const templateSchema = v.strictObject({
  id: described(name, "The name of its folder in `templates/`."),
  title: described(inBoth, "Its title in both languages."),
  summary: described(inBoth, "One sentence in both languages."),
});

/** `lesson.yaml`: what no language changes. */
export const lessonSchema = v.strictObject({
  link: described(
    v.pipe(v.string(), v.regex(/^[a-z]{1,3}$/, "Write one to three small letters.")),
    "The lesson's name in links: one to three small letters, unique in the course, never changed once it was published.",
  ),
  opens: v.exactOptional(
    described(v.string(), "The file that is open at the start. Missing: the first one."),
  ),
  goals: v.exactOptional(
    described(
      v.record(name, v.pipe(v.array(own("patterns")), v.minLength(1, "Write at least one pattern."))),
      "How each goal is checked: patterns of facts, met in this order.",
    ),
  ),
  marks: v.exactOptional(
    described(v.record(name, markSchema), "Places in the files that the texts point at and quote."),
  ),
  steps: v.exactOptional(
    described(v.record(name, own("an action or a list of them")), "What a click on a `do:` link does."),
  ),
  predictions: v.exactOptional(
    described(
      v.record(
        name,
        v.pipe(
          v.number(),
          v.integer("Write a whole number: options count from 1."),
          v.minValue(1, "Options count from 1."),
        ),
      ),
      "The right option of each question, counted from 1.",
    ),
  ),
  configurations: v.exactOptional(
    described(
      v.pipe(
        v.array(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
        v.minLength(1, "Write at least one, or leave the key out."),
      ),
      "In which configurations the lesson is replayed: options that are laid over its `server.ini`. Missing: only as in `server.ini`.",
    ),
  ),
  walk: v.exactOptional(described(v.array(own("actions")), "What a learner does who solves the lesson.")),
  templates: v.exactOptional(
    described(
      v.array(templateSchema),
      "Sites that can be begun with instead: of the sandbox. Their files are in `templates/`.",
    ),
  ),
});

/** What stands above the text of a lesson in one language. */
export const frontSchema = v.strictObject({
  title: described(plain, "The title of the lesson, in plain words."),
  summary: described(plain, "One plain sentence for the table of contents."),
  goals: v.exactOptional(
    described(
      v.record(name, text),
      "The sentence of each goal, as inline Markdown, in the order of `lesson.yaml`.",
    ),
  ),
  hints: v.exactOptional(described(v.array(text), "Hints, as inline Markdown; they unfold one by one.")),
});
