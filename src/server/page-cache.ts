/**
 * Compiled pages by name and text.
 *
 * A code object depends on nothing but the page's name and text and is never changed, so one cache may serve any number
 * of servers and their copies. It is no part of the world: forgetting it costs time, not truth.
 */
import type { PyCode } from "../python/index.ts";
import { encodeText } from "./byte-strings.ts";
import { extensionOf } from "./media-types.ts";
import { readFile, type Site } from "./site.ts";

/** Pages kept at most; the one longest unused goes first. */
const PAGES_KEPT = 200;

export interface PageCache {
  codes: Map<string, PyCode>;
}

/** A cache that begins with `codes`, which another one has named. */
export function createPageCache(codes: Iterable<readonly [string, PyCode]> = []): PageCache {
  return { codes: new Map(codes) };
}

/** Has the cache all scripts of `site`, so that nothing of it needs to be compiled? */
export function hasAllPages({ codes }: PageCache, site: Site): boolean {
  const scripts = [...site.project.files.keys()].filter((file) => /^(pih|py)$/.test(extensionOf(file)));
  return scripts.every((file) => codes.has(nameOf(encodeText(file), readFile(site, file) ?? "")));
}

function nameOf(filename: string, source: string): string {
  return `${filename}\0${source}`;
}

/** The code of `source`, from the cache or by `compile`; what `compile` throws is not remembered. */
export function cachedCode(
  cache: PageCache | undefined,
  filename: string,
  source: string,
  compile: (source: string, filename: string) => PyCode,
): PyCode {
  if (cache === undefined) return compile(source, filename);
  const key = nameOf(filename, source);
  const code = cache.codes.get(key) ?? compile(source, filename);
  cache.codes.delete(key);
  cache.codes.set(key, code);
  const oldest = cache.codes.keys().next();
  if (cache.codes.size > PAGES_KEPT && !oldest.done) cache.codes.delete(oldest.value);
  return code;
}
