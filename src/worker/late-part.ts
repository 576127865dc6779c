/**
 * The part of the worker that the first page can do without. In the source it is an ordinary `import()`.
 *
 * A service worker may neither `import()` nor import scripts that it did not import when it was installed. So the build makes a
 * CommonJS module of what is behind `import()`; its text is fetched like the standard modules, kept with them, and evaluated with
 * what the worker's own script exports as the one module that it requires.
 */
import { fetchOwnFile } from "./own-files.ts";

type Exports = Record<string, unknown>;

/** What `require` is in the worker's own script: gives the part in `file` (as `./late-….js`), evaluated once. */
export type RequireLate = (file: string, main: Exports) => Promise<Exports>;

/** The `require` of a worker whose files are under `root`. A part that could not be had is asked for again the next time. */
export function createLatePart({ root, cache }: { root: string; cache: string }): RequireLate {
  let part: Promise<Exports> | null = null;
  return (file, main) => {
    part ??= bring(root + file.replace("./", ""), cache, main);
    part.catch(() => {
      part = null;
    });
    return part;
  };
}

async function bring(url: string, cache: string, main: Exports): Promise<Exports> {
  const text = await (await fetchOwnFile(url, cache)).text();
  const define: (require: () => Exports, exports: Exports) => void = new Function(`${text};return late`)();
  const exports: Exports = {};
  define(() => main, exports);
  return exports;
}
