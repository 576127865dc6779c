/**
 * The sites of a lesson: in each language `files/` with `files.en/` or `files.fr/` laid over it, and the same of the solution over that.
 */
import {
  checkPath,
  defaultConfiguration,
  parseConfiguration,
  SERVER_INI,
  stringifyConfiguration,
} from "../../project/index.ts";
import { type LessonLanguage, type LessonSite, lessonLanguages } from "../lesson.ts";
import { collectProblems, type LessonProblem, type Tell } from "./problems.ts";

export type Sites = Readonly<Record<LessonLanguage, LessonSite>>;

/** Files below a folder, path from there → text. */
export type Folder = ReadonlyMap<string, string>;

/** What lies below `folder`, which ends with a slash. */
export function folderOf(files: Folder, folder: string): Folder {
  return new Map(
    [...files].flatMap(([path, text]) =>
      path.startsWith(folder) ? [[path.slice(folder.length), text]] : [],
    ),
  );
}

/** The site at the start, of a lesson or a template, whose folder is `folder` in problems. */
export function readSites(files: Folder, folder: string): { sites: Sites; problems: LessonProblem[] } {
  const { problems, of } = collectProblems();
  checkFiles(files, "files", (path) => of(folder + path));
  const sites = bothLanguages((language) =>
    laidOver(defaultSite, folderOf(files, "files/"), folderOf(files, `files.${language}/`)),
  );
  for (const language of lessonLanguages) {
    const other = lessonLanguages.find((one) => one !== language) ?? language;
    for (const path of Object.keys(sites[language])) {
      if (Object.hasOwn(sites[other], path)) continue;
      const remedy = `Add files.${other}/${path}, or put it in files/ for both.`;
      of(`${folder}files.${language}/${path}`)(1, `“${path}” is in the site of one language only.`, remedy);
    }
  }
  if (Object.keys(sites.en).length < 2)
    of(`${folder}files`)(1, "The site has no files.", "Put its pages into files/.");
  return { sites, problems };
}

const defaultSite: Folder = new Map([[SERVER_INI, stringifyConfiguration(defaultConfiguration)]]);

/** The site after the solution; null where there is none. */
export function readSolution(
  files: Folder,
  start: Sites,
  folder: string,
): { solution: Sites | null; problems: LessonProblem[] } {
  const { problems, of } = collectProblems();
  checkFiles(files, "solution", (path) => of(folder + path));
  const changes = bothLanguages((language) => [
    folderOf(files, "solution/"),
    folderOf(files, `solution.${language}/`),
  ]);
  const solution = bothLanguages((language) =>
    laidOver(new Map(Object.entries(start[language])), ...changes[language]),
  );
  const same = lessonLanguages.flatMap((language) => {
    const [shared, own] = changes[language];
    const paths = new Set([...(shared?.keys() ?? []), ...(own?.keys() ?? [])]);
    return [...paths]
      .filter((path) => solution[language][path] === start[language][path])
      .map((path) => ({
        language,
        path,
        where: own?.has(path) === true ? `solution.${language}` : "solution",
      }));
  });
  const places = new Map(same.map((one) => [`${one.where}/${one.path}`, one.path]));
  for (const [place, path] of places) {
    const languages = same
      .filter(({ where }) => `${where}/${path}` === place)
      .map(({ language }) => language);
    const message = `“${path}” is the same in the solution and at the start (${languages.join(", ")}).`;
    of(folder + place)(1, message, "A solution has only what differs: change it or remove it.");
  }
  const isThere = lessonLanguages.some((language) => changes[language].some((changed) => changed.size > 0));
  return { solution: isThere ? solution : null, problems };
}

/** Paths, texts and configurations of `files/` and what is laid over it, or of `solution/`. */
function checkFiles(files: Folder, base: string, of: (path: string) => Tell): void {
  const shared = folderOf(files, `${base}/`);
  for (const name of [base, ...lessonLanguages.map((language) => `${base}.${language}`)]) {
    for (const [path, text] of folderOf(files, `${name}/`)) {
      const tell = of(`${name}/${path}`);
      const checked = checkPath(path);
      if (!checked.ok) tell(1, "This name cannot be used.", checked.reason);
      if (name !== base && shared.get(path) === text)
        tell(1, `This file is the same as ${base}/${path}.`, "Remove it: one is enough.");
      if (path !== SERVER_INI) continue;
      for (const { line, message } of parseConfiguration(text).errors)
        tell(line, "This line of the configuration cannot be read.", message);
    }
  }
}

/** One site made of layers; where a path occurs twice, the last one counts. */
function laidOver(...layers: readonly Folder[]): LessonSite {
  const files = new Map(layers.flatMap((layer) => [...layer]));
  return Object.fromEntries([...files].sort(([one], [other]) => compareFiles(one, other)));
}

/** `index.*` first, `server.ini` last, the others by name: as a visitor meets them. */
function compareFiles(one: string, other: string): number {
  return rankOf(one) - rankOf(other) || (one < other ? -1 : 1);
}

function rankOf(path: string): number {
  if (path === SERVER_INI) return 2;
  return /^index\.\w+$/.test(path) ? 0 : 1;
}

function bothLanguages<T>(make: (language: LessonLanguage) => T): Record<LessonLanguage, T> {
  return { en: make("en"), fr: make("fr") };
}
