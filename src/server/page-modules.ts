/**
 * Which standard modules a page will want, found before it runs, so that no request stops in the middle for one.
 *
 * The page's import statements are read, then those of the site's own modules and of the pages it includes by a constant
 * name. What only shows while it runs (`__import__(name)`, `Include(name)`) is not found; the import then says what to do.
 */
import { compileScript } from "../pih/index.ts";
import { importedNames, PyCode, requiredModules, SourceError, sqliteModule } from "../python/index.ts";
import { decodeText, encodeText } from "./byte-strings.ts";
import type { Environment } from "./environment.ts";
import { cachedCode } from "./page-cache.ts";
import { directoryOf, findModule, processOf } from "./script-host.ts";
import type { Server } from "./server.ts";
import { readFile } from "./site.ts";
import type { Script, Task } from "./task.ts";

/** The modules of the library that `code`, compiled from `script`, needs with all that it imports; sorted. */
export function modulesOf(task: Task, env: Environment, script: Script, code: PyCode): string[] {
  const found = new Set<string>();
  const read = new Set<string>();
  const visit = (unit: PyCode): void => {
    for (const name of importedNames(unit)) {
      const own = ownModules(task, name, decodeText(unit.filename));
      if (own.length === 0) found.add(name);
      for (const file of own) visitFile(file);
    }
    for (const file of includedFiles(unit, script)) visitFile(file);
  };
  const visitFile = (file: string): void => {
    if (read.has(file)) return;
    read.add(file);
    const unit = compiled(task, env, file);
    if (unit !== null) visit(unit);
  };
  visit(code);
  return requiredModules(found);
}

/**
 * The modules that the task needs and that are not here (any more: a worker that was stopped has forgotten them). Without a
 * library nothing is waited for.
 */
export function missingModules(server: Server, task: Task, { library }: Environment): string[] {
  if (library === undefined) return [];
  // A session may hold a connection: a page that imports nothing needs SQLite too.
  const hasSqlite = processOf(server, task).interpreter.modules.has(sqliteModule);
  const needed =
    hasSqlite && !task.modules.includes(sqliteModule) ? [...task.modules, sqliteModule] : task.modules;
  return needed.filter((name) => library.source(name) === undefined);
}

/** The site's files that importing `name` in `file` runs; empty when it is none of the site's modules. */
function ownModules(task: Task, name: string, file: string): string[] {
  const parts = name.split(".");
  const prefixes = parts.map((_, at) => parts.slice(0, at + 1).join("."));
  const parent = directoryOf(file).replace(/\/$/, "").replaceAll("/", ".");
  const names = parent === "" ? prefixes : [...prefixes, ...prefixes.map((each) => `${parent}.${each}`)];
  return names
    .map((each) => findModule(task, each))
    .filter((each) => each !== undefined)
    .map(({ filename }) => decodeText(filename));
}

/** The scripts of the site that a string of the page names. */
function includedFiles(code: PyCode, script: Script): string[] {
  const files: string[] = [];
  for (const constant of code.constants) {
    if (constant instanceof PyCode) files.push(...includedFiles(constant, script));
    else if (typeof constant === "string" && /\.(pih|py)$/.test(constant))
      files.push(constant.startsWith("/") ? constant.slice(1) : directoryOf(script.file) + constant);
  }
  return files.map((file) => decodeText(file));
}

/** The code of a file of the site; null when there is none, or an error that its import will report. */
function compiled(task: Task, env: Environment, file: string): PyCode | null {
  const source = readFile(task.site, file);
  if (source === undefined) return null;
  try {
    return cachedCode(env.pages, encodeText(file), source, compileScript);
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}
