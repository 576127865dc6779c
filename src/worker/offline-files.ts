/**
 * Keeps the files of this worker's build in the browser's cache, so that the app opens without a network.
 *
 * `offline.json`, written by the build, names them. The page itself is kept last, when all that it can ask for is here, and only if
 * it is the one that the list belongs to; so what is kept is always a whole. The same worker may stand behind a newer page: then the list is another one, and what it
 * does not name goes.
 */
import * as v from "valibot";

/** What the build writes down. Paths are relative to the page; `page` is the SHA-256 of its text. */
const list = v.object({ build: v.string(), page: v.string(), files: v.array(v.string()) });
type FileList = v.InferOutput<typeof list>;

/** The name of the list, beside the page. */
const LIST = "offline.json";
/** How many files are on their way at once. */
const LANES = 3;

/** Where the files are, and where they are kept. */
export interface OwnFiles {
  /** The address of the page; the files are under it. */
  root: string;
  buildId: string;
  /** The names of the caches: of the app, and of the standard modules, which are under `library`. */
  cache: string;
  library: string;
  libraryCache: string;
}

/** True when all files are kept. Never rejects: what is missing is asked for again the next time. */
export async function keepFiles(own: OwnFiles): Promise<boolean> {
  try {
    const found = await readList(own.root);
    if (found?.build !== own.buildId) return false;
    await bringFiles(found, own);
    return await keepPage(found, own);
  } catch (error) {
    // No network, no room: nothing that a learner has to hear.
    console.info("The files of the app are not all kept:", error);
    return false;
  }
}

async function readList(root: string): Promise<FileList | null> {
  const response = await fetch(root + LIST, { cache: "no-cache" });
  if (!response.ok || isHtml(response)) return null;
  const result = v.safeParse(list, await response.json());
  return result.success ? result.output : null;
}

/** Brings those that are not here, in their order. */
async function bringFiles({ files }: FileList, own: OwnFiles): Promise<void> {
  const [app, library] = await Promise.all([caches.open(own.cache), caches.open(own.libraryCache)]);
  const keys = await Promise.all([app.keys(), library.keys()]);
  const here = new Set(keys.flat().map(({ url }) => url));
  const missing = files
    .map((path) => own.root + path)
    .filter((url) => !here.has(url) || !isNamedByContent(url));
  const next = missing.values();
  const work = async () => {
    for (const url of next) await bring(url, url.startsWith(own.library) ? library : app);
  };
  await Promise.all(Array.from({ length: LANES }, work));
}

/** Others may change without a new name. */
function isNamedByContent(url: string): boolean {
  return !url.endsWith("/favicon.svg");
}

async function bring(url: string, cache: Cache): Promise<void> {
  const mode: RequestCache = isNamedByContent(url) ? "default" : "no-cache";
  const response = await fetch(url, { cache: mode, priority: "low" });
  if (!response.ok || isHtml(response))
    throw new Error(
      `Failed to fetch ${url}: it answered ${response.status}. Is the playground published whole?`,
    );
  await cache.put(url, response);
}

/** Keeps the page, unless another one is published by now; then what belongs to an older one can go. */
async function keepPage({ page, files }: FileList, { root, cache: name }: OwnFiles): Promise<boolean> {
  const cache = await caches.open(name);
  const kept = await cache.match(root);
  if (kept === undefined || (await digest(kept)) !== page) {
    const response = await fetch(root, { cache: "no-cache" });
    if (!response.ok || response.redirected || (await digest(response.clone())) !== page) return false;
    await cache.put(root, response);
  }
  const named = new Set([root, ...files.map((path) => root + path)]);
  const old = (await cache.keys()).filter(({ url }) => !named.has(url));
  await Promise.all(old.map((request) => cache.delete(request)));
  return true;
}

async function digest(response: Response): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Some static hosts answer with a page of their own, status 200, where there is no file. */
function isHtml(response: Response): boolean {
  return response.headers.get("Content-Type")?.includes("html") === true;
}
