/**
 * The texts of the standard modules that are written in Python, and SQLite: files beside the worker's own, fetched when a page
 * first imports them. Their folder is named by their content.
 */
import { type Library, type SqliteEngine, sqliteModule } from "../python/index.ts";
import { cachePrefix, fetchOwnFile } from "./own-files.ts";

/** Brings the module `name` of `folder` (a URL ending in a slash) into the library, and what all are built upon. Rejects when it cannot be had. */
export async function bringModule(library: Library, folder: string, name: string): Promise<string> {
  const natives = import("./natives.ts");
  if (name !== sqliteModule) {
    const [text] = await Promise.all([fetchText(folder, name), natives]);
    return text;
  }
  const [engine] = await Promise.all([fetchSqlite(folder), natives]);
  library.addSqlite(engine);
  return "";
}

/** The text of the module `name` of `folder`. Rejects when it cannot be had. */
export async function fetchText(folder: string, name: string): Promise<string> {
  return (await fetchFile(folder, `${name}.py`)).text();
}

/** SQLite: a program that a service worker may not import, so it is evaluated, and the code that it runs. */
async function fetchSqlite(folder: string): Promise<SqliteEngine> {
  const [program, code] = await Promise.all([
    fetchFile(folder, "sqlite.js").then((response) => response.text()),
    fetchFile(folder, "sqlite.wasm").then((response) => response.arrayBuffer()),
  ]);
  const load: (code: ArrayBuffer) => Promise<SqliteEngine> = new Function(
    `${program};return sqlite.loadSqlite`,
  )();
  return load(code);
}

function fetchFile(folder: string, file: string): Promise<Response> {
  return fetchOwnFile(folder + file, cachePrefix + folder);
}
