/**
 * The texts of the standard modules that are written in Python, and SQLite: files beside the worker's own, fetched when a page
 * first imports them and kept in the browser's cache storage, so that they are there without a network and after a restart.
 *
 * Their folder is named by their content: a new version has a new folder, and the old cache is thrown away.
 */
import { type Library, type SqliteEngine, sqliteModule } from "../python/index.ts";

const cachePrefix = "biscuiterie-library ";
/** Milliseconds after which a module that does not come is given up. */
const PATIENCE = 20_000;

/** Brings the module `name` of `folder` (a URL ending in a slash) into the library. Rejects when it cannot be had. */
export async function bringModule(library: Library, folder: string, name: string): Promise<string> {
  if (name !== sqliteModule) return (await fetchFile(folder, `${name}.py`)).text();
  library.addSqlite(await fetchSqlite(folder));
  return "";
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

async function fetchFile(folder: string, file: string): Promise<Response> {
  const url = folder + file;
  const cache = await openCache(folder);
  const kept = await cache?.match(url);
  if (kept !== undefined) return kept;
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
  // Some static hosts answer with a page of their own, status 200, where there is no file.
  const isPage = response.headers.get("Content-Type")?.includes("html") === true;
  if (!response.ok || isPage)
    throw new Error(
      `Failed to fetch ${url}: it answered ${response.status}. Is the playground published whole?`,
    );
  await cache?.put(url, response.clone()).catch(() => undefined);
  return response;
}

/** Forgets the modules of other versions. */
export async function pruneModules(folder: string): Promise<void> {
  const names = await caches.keys().catch(() => []);
  const old = names.filter((name) => name.startsWith(cachePrefix) && name !== cachePrefix + folder);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Null where the browser keeps no caches (a private window, a full disk): then modules are fetched again. */
function openCache(folder: string): Promise<Cache | null> {
  return caches.open(cachePrefix + folder).catch(() => null);
}
