/** A lesson's folder becomes a `Lesson` for the app and a `LessonTrial` for tests. */
import * as v from "valibot";
import {
  type Lesson,
  type LessonLanguage,
  type LessonSite,
  type LessonTrial,
  lessonLanguages,
  type Mark,
  type Template,
} from "../lesson.ts";
import { collectProblems, type LessonProblem, listNames, type Tell } from "./problems.ts";
import { type ActionContext, readActions, readOptions } from "./read-actions.ts";
import { type FactKinds, readGoal } from "./read-goals.ts";
import { isPlace, type Names } from "./read-markdown.ts";
import { findMark, linesOf } from "./read-marks.ts";
import { type Folder, folderOf, readSites, readSolution, type Sites } from "./read-site.ts";
import { compareTexts, type ReadText, readText } from "./read-text.ts";
import { lessonSchema } from "./schema.ts";
import { readAs, readYaml, type YamlFile } from "./yaml-file.ts";

type Written = v.InferOutput<typeof lessonSchema>;

export interface ReadLesson {
  lesson: Lesson;
  trial: LessonTrial;
}

interface Place {
  id: string;
  number: number;
  /** Its path from `tutorials/`, with a slash at the end. */
  folder: string;
  kinds: FactKinds;
}

const ownFolders = /^(files|solution)(\.(en|fr))?\/|^templates\/[^/]+\/files(\.(en|fr))?\//;
const ownFiles = ["lesson.yaml", ...lessonLanguages.map((language) => `lesson.${language}.md`)];

/** Reads the files of a lesson. `read` is null where it could not be understood at all; problems may be told with it too. */
export function readLesson(
  files: Folder,
  place: Place,
): { read: ReadLesson | null; problems: LessonProblem[] } {
  const { problems, of } = collectProblems();
  const told = (path: string) => of(place.folder + path);
  checkNames(files, told);
  const tell = told("lesson.yaml");
  const yaml = files.has("lesson.yaml") ? readYaml(unixLines(files.get("lesson.yaml")), tell) : null;
  const whole = yaml && readAs(lessonSchema, yaml.value ?? {}, yaml, tell);
  const { sites, problems: ofSites } = readSites(files, place.folder);
  const { solution, problems: ofSolution } = readSolution(files, sites, place.folder);
  problems.push(...ofSites, ...ofSolution);
  if (yaml === null) return { read: null, problems };

  const written = whole ?? usablePart(yaml.value);
  const marks = readMarks(written, yaml, sites, tell);
  const paths = Object.keys(sites.en);
  if (written.opens !== undefined && !paths.includes(written.opens))
    tell(yaml.lineOf(["opens"]), `“${written.opens}” is not in the site.`, `There are: ${listNames(paths)}.`);
  const inSteps: ActionContext = { file: yaml, tell, paths, whyNoSolve: onlyInWalks };
  const inWalk = { ...inSteps, whyNoSolve: solution === null ? nothingToSolve : null };
  const steps = Object.fromEntries(
    Object.entries(written.steps ?? {}).map(([name, step]) => [
      name,
      readActions(step, ["steps", name], inSteps),
    ]),
  );
  const goals = keysOf(yaml.value, "goals");
  const checks = Object.entries(written.goals ?? {}).map(([id, list]) =>
    readGoal(id, list, { path: ["goals", id], file: yaml, tell, kinds: place.kinds }),
  );
  const trial = readTrial(written, inWalk);
  const templates = readTemplates(written, yaml, files, { folder: place.folder, tell, problems });
  const texts = lessonLanguages.flatMap((language) => {
    const name = `lesson.${language}.md`;
    const names = namesFor(written, yaml.value, marks[language], sites[language]);
    const text = files.has(name) ? readText(unixLines(files.get(name)), goals, names, told(name)) : null;
    return text === null ? [] : [text];
  });
  const [en, fr] = texts;
  if (en === undefined || fr === undefined) return { read: null, problems };
  compareTexts(en, fr, told("lesson.fr.md"));
  tellUnused(written, yaml, texts, tell);
  if (whole === null) return { read: null, problems };

  const lesson: Lesson = {
    id: place.id,
    number: place.number,
    link: written.link,
    title: { en: en.text.title, fr: fr.text.title },
    summary: { en: en.text.summary, fr: fr.text.summary },
    goals,
    text: { en: en.text, fr: fr.text },
    checks,
    site: sites,
    solution,
    steps,
    marks,
    opens: written.opens ?? Object.keys(sites.en)[0] ?? "",
    templates,
  };
  return { read: { lesson, trial }, problems };
}

/** Files that are missing, and files that do not belong to a lesson. */
function checkNames(files: Folder, told: (path: string) => Tell): void {
  for (const name of ownFiles) {
    if (!files.has(name))
      told(name)(1, "This file is missing.", "Every lesson has lesson.yaml, lesson.en.md and lesson.fr.md.");
  }
  for (const path of files.keys()) {
    if (ownFiles.includes(path) || ownFolders.test(path)) continue;
    told(path)(
      1,
      "This file is no part of a lesson.",
      `A lesson has ${listNames(ownFiles)}, files/, solution/ and what is laid over them.`,
    );
  }
}

/** What of a wrong `lesson.yaml` can be read, so that all that is wrong elsewhere is told too. */
function usablePart(value: unknown): Written {
  const written = isObject(value) ? value : {};
  const usable = Object.entries(lessonSchema.entries).flatMap(([key, schema]) => {
    const result = v.safeParse(schema, written[key]);
    return key in written && result.success ? [[key, result.output]] : [];
  });
  return { link: "", ...Object.fromEntries(usable) };
}

/** The names below a key of `lesson.yaml`, right or wrong. */
function keysOf(value: unknown, key: string): string[] {
  const below = isObject(value) ? value[key] : undefined;
  return isObject(below) ? Object.keys(below) : [];
}

function readMarks(
  written: Written,
  yaml: YamlFile,
  sites: Sites,
  tell: Tell,
): Record<LessonLanguage, Record<string, Mark>> {
  const found: Record<LessonLanguage, Record<string, Mark>> = { en: {}, fr: {} };
  for (const [name, mark] of Object.entries(written.marks ?? {})) {
    const line = yaml.lineOf(["marks", name]);
    if (isPlace(name))
      tell(line, `“${name}” is the name of a place of the page.`, "Give the mark another name.");
    const wrong = new Map<string, { languages: LessonLanguage[]; remedy: string }>();
    for (const language of lessonLanguages) {
      const result = findMark(name, mark, language, sites[language]);
      if (result.ok) found[language][name] = result.mark;
      else {
        const languages = [...(wrong.get(result.message)?.languages ?? []), language];
        wrong.set(result.message, { languages, remedy: result.remedy });
      }
    }
    for (const [message, { languages, remedy }] of wrong)
      tell(line, `${message} (${languages.join(", ")}).`, remedy);
  }
  return found;
}

function namesFor(written: Written, value: unknown, marks: Record<string, Mark>, site: LessonSite): Names {
  const found = Object.entries(marks).map(([name, mark]) => [name, linesOf(mark, site)] as const);
  return {
    marks: new Map(found),
    lost: new Set(keysOf(value, "marks").filter((name) => !Object.hasOwn(marks, name))),
    steps: new Set(keysOf(value, "steps")),
    predictions: new Map(
      keysOf(value, "predictions").map((name) => [name, written.predictions?.[name] ?? 1]),
    ),
  };
}

/** Marks, steps and predictions that no text mentions, and questions that are asked twice. */
function tellUnused(written: Written, yaml: YamlFile, texts: readonly ReadText[], tell: Tell): void {
  const used = new Set(
    texts.flatMap(({ references }) =>
      references.flatMap((place) => place.references.map(({ kind, name }) => `${kind} ${name}`)),
    ),
  );
  const uses = { marks: ["quote", "point"], steps: ["do"], predictions: ["predict"] } as const;
  for (const list of ["marks", "steps", "predictions"] as const) {
    for (const name of Object.keys(written[list] ?? {})) {
      if (uses[list].some((kind) => used.has(`${kind} ${name}`))) continue;
      tell(
        yaml.lineOf([list, name]),
        `No text uses “${name}” of ${list}.`,
        `Use it (${uses[list].join(" or ")}), or remove it.`,
      );
    }
  }
}

const onlyInWalks = {
  message: "A step of the text cannot solve the lesson.",
  remedy: "Write “solve” only in walk:.",
};
const nothingToSolve = {
  message: "There is no solution to put in place.",
  remedy: "Add solution/, or remove “solve”.",
};

function readTrial(written: Written, context: ActionContext): LessonTrial {
  const { file, tell } = context;
  const configurations = (written.configurations ?? [{}]).flatMap((options, index) => {
    const changes = readOptions(options, ["configurations", index], file, tell);
    return changes === null ? [] : [changes];
  });
  if (Object.keys(written.goals ?? {}).length > 0 && (written.walk ?? []).length === 0)
    tell(
      file.lineOf(["walk"]),
      "The lesson has goals and no walk.",
      "Write walk: what a learner does who solves it.",
    );
  return { walk: readActions(written.walk ?? [], ["walk"], context), configurations };
}

function readTemplates(
  written: Written,
  yaml: YamlFile,
  files: Folder,
  { folder, tell, problems }: { folder: string; tell: Tell; problems: LessonProblem[] },
): Template[] {
  const listed = written.templates ?? [];
  const found = new Set([...files.keys()].flatMap((path) => /^templates\/([^/]+)\//.exec(path)?.[1] ?? []));
  for (const id of found) {
    if (listed.some((template) => template.id === id)) continue;
    tell(
      yaml.lineOf(["templates"]),
      `templates/${id} is not listed.`,
      "Add it to templates:, with its title and summary.",
    );
  }
  return listed.map((template, index) => {
    const inner = `templates/${template.id}/`;
    if (listed.findIndex(({ id }) => id === template.id) < index)
      tell(
        yaml.lineOf(["templates", index]),
        `The template “${template.id}” is listed twice.`,
        "Remove one of the two.",
      );
    const { sites, problems: more } = readSites(folderOf(files, inner), folder + inner);
    problems.push(...more);
    return { ...template, site: sites };
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unixLines(text: string | undefined): string {
  return (text ?? "").replace(/\r\n?/g, "\n");
}
