/**
 * The texts of the standard modules that are written in Python: files beside the worker's own, fetched when a page first
 * imports them and kept in the browser's cache storage, so that they are there without a network and after a restart.
 *
 * Their folder is named by their content: a new version has a new folder, and the old cache is thrown away.
 */
const cachePrefix = "biscuiterie-library ";
/** Milliseconds after which a module that does not come is given up. */
const PATIENCE = 20_000;

/** The text of the module `name` from `folder` (a URL ending in a slash). Rejects when it cannot be had. */
export async function fetchModule(folder: string, name: string): Promise<string> {
  const url = `${folder}${name}.py`;
  const cache = await openCache(folder);
  const kept = await cache?.match(url);
  if (kept !== undefined) return kept.text();
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
  // Some static hosts answer with a page of their own, status 200, where there is no file.
  const isPage = response.headers.get("Content-Type")?.includes("html") === true;
  if (!response.ok || isPage)
    throw new Error(
      `Failed to fetch the module ${name}: ${url} answered ${response.status}. Is the playground published whole?`,
    );
  const text = await response.clone().text();
  await cache?.put(url, response).catch(() => undefined);
  return text;
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
