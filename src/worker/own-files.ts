/**
 * Files beside the worker's own script, fetched when they are first needed and kept in the browser's cache storage, so that they are
 * there without a network and after a restart. A cache is named by what it belongs to: a new version has a new one.
 */

/** How the names of our caches begin. */
export const cachePrefix = "biscuiterie-library ";
/** Milliseconds after which a file that does not come is given up. */
const PATIENCE = 20_000;

/** The file at `url`, from the cache `name` or the network. Rejects when it cannot be had. */
export async function fetchOwnFile(url: string, name: string): Promise<Response> {
  const cache = await openCache(name);
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

/** Forgets our caches but those in `keep`. */
export async function pruneCaches(keep: readonly string[]): Promise<void> {
  const names = await caches.keys().catch(() => []);
  const old = names.filter((name) => name.startsWith(cachePrefix) && !keep.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Null where the browser keeps no caches (a private window, a full disk): then files are fetched again. */
function openCache(name: string): Promise<Cache | null> {
  return caches.open(name).catch(() => null);
}
