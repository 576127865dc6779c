/**
 * Vite's plugin for the course: reads `tutorials/` and serves it as modules, `virtual:course` with the table of contents and a loader, and behind
 * the loader one module, hence one chunk, for each lesson. A problem in a lesson fails the build; while developing it is shown in the page.
 */
import { resolve } from "node:path";
import type { Plugin } from "vite";
import { printProblems } from "../src/lessons/reading/problems.ts";
import type { ReadCourse } from "../src/lessons/reading/read-course.ts";
import { type EditionFile, olderEditions } from "./editions-folder.ts";
import { readTexts, readTutorials, TUTORIALS } from "./tutorials-folder.ts";

const courseId = "virtual:course";
const lessonId = "virtual:lesson/";
const editionId = "virtual:edition/";

/** The plugin. Tests have it as well, since they share Vite's configuration. */
export function lessonsPlugin(tutorials: string = TUTORIALS): Plugin {
  let read: ReadCourse | null = null;
  /** Reads once, until a file changes. */
  const course = (): ReadCourse => {
    read ??= readTutorials(tutorials);
    if (read.problems.length === 0) return read;
    const { problems } = read;
    read = null;
    throw new Error(
      `Failed to read the lessons: ${problems.length} to mend.\n${printProblems(problems, tutorials)}`,
    );
  };
  /** The editions that links may name besides those that the lessons are now. */
  const older = () =>
    olderEditions(
      course().lessons.map(({ lesson }) => lesson),
      tutorials,
    );
  return {
    name: "biscuiterie:lessons",
    buildStart() {
      read = null;
      for (const file of readTexts(tutorials).texts.keys()) this.addWatchFile(resolve(tutorials, file));
      if (this.environment.mode === "build") course();
    },
    resolveId: (source) =>
      [courseId, lessonId, editionId].some((id) => source.startsWith(id)) ? `\0${source}` : null,
    load(id) {
      if (id === `\0${courseId}`) return courseModule(course(), older());
      if (id.startsWith(`\0${lessonId}`)) {
        const name = id.slice(lessonId.length + 1);
        const found = course().lessons.find(({ lesson }) => lesson.id === name);
        return found === undefined ? null : dataModule(found.lesson);
      }
      if (!id.startsWith(`\0${editionId}`)) return null;
      const name = id.slice(editionId.length + 1);
      const edition = older().find((one) => one.name === name);
      return edition === undefined ? null : dataModule(edition.edition);
    },
    configureServer(server) {
      const folder = resolve(tutorials);
      server.watcher.add(folder);
      server.watcher.on("all", (_event, path) => {
        if (!resolve(path).startsWith(folder)) return;
        read = null;
        for (const environment of Object.values(server.environments)) {
          for (const [id, module] of environment.moduleGraph.idToModuleMap)
            if (id.startsWith("\0virtual:")) environment.moduleGraph.invalidateModule(module);
        }
        server.ws.send({ type: "full-reload" });
      });
    },
  };
}

function courseModule(read: ReadCourse, older: readonly EditionFile[]): string {
  const lessons = read.lessons.map(({ lesson }) => loaderOf(lesson.id, lessonId + lesson.id));
  const editions = older.map(({ name }) => loaderOf(name, editionId + name));
  return `const lessons = new Map([${lessons}]), editions = new Map([${editions}]);
export const course = ${dataOf(read.course)};
export async function loadLesson(id) {
  const load = lessons.get(id);
  if (load === undefined) throw new Error("Failed to load the lesson “" + id + "”: the course has no such lesson. Its ids are in course.");
  return (await load()).default;
}
export async function loadEdition(name) {
  return (await editions.get(name)?.())?.default ?? null;
}`;
}

function loaderOf(name: string, module: string): string {
  return `[${JSON.stringify(name)}, () => import(${JSON.stringify(module)})]`;
}

function dataModule(data: unknown): string {
  return `export default ${dataOf(data)};`;
}

/** Data as a text that is parsed: faster than a literal, and a name like `__proto__` is only a name. */
function dataOf(data: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(data))})`;
}
