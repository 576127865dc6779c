/**
 * Compiled pages by name and text.
 *
 * A code object depends on nothing but the page's name and text and is never changed, so one cache may serve any number
 * of servers and their copies. It is no part of the world: forgetting it costs time, not truth.
 */
import type { PyCode } from "../python/index.ts";

/** Pages kept at most; the one longest unused goes first. */
const PAGES_KEPT = 200;

export interface PageCache {
  codes: Map<string, PyCode>;
}

/** An empty cache. */
export function createPageCache(): PageCache {
  return { codes: new Map() };
}

/** The code of `source`, from the cache or by `compile`; what `compile` throws is not remembered. */
export function cachedCode(
  cache: PageCache | undefined,
  filename: string,
  source: string,
  compile: (source: string, filename: string) => PyCode,
): PyCode {
  if (cache === undefined) return compile(source, filename);
  const key = `${filename}\0${source}`;
  const code = cache.codes.get(key) ?? compile(source, filename);
  cache.codes.delete(key);
  cache.codes.set(key, code);
  const oldest = cache.codes.keys().next();
  if (cache.codes.size > PAGES_KEPT && !oldest.done) cache.codes.delete(oldest.value);
  return code;
}
