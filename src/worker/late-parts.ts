/**
 * The parts of the worker that the first page can do without. In the source they are an ordinary `import()`.
 *
 * A service worker may neither `import()` nor import scripts that it did not import when it was installed. So the build makes a
 * CommonJS module of what is behind each `import()`; each text is fetched like the standard modules, kept with them, and evaluated with
 * what the worker's own script exports, and the parts that it needs, as the modules that it requires.
 */
import { fetchOwnFile } from "./own-files.ts";

type Exports = Record<string, unknown>;

/** What `require` is in the worker's own script: gives the part in `file` (as `./late-….js`), evaluated once. */
export type RequireLate = (file: string, main: Exports) => Promise<Exports>;

/** What the text of a part defines as `late`. */
interface Part {
  /** The other parts that it requires. */
  needs: string[];
  define(require: (file: string) => Exports, exports: Exports): void;
}

/** The `require` of a worker whose files are under `root`. A part that could not be had is asked for again the next time. */
export function createLateParts({ root, cache }: { root: string; cache: string }): RequireLate {
  const parts = new Map<string, Promise<Exports>>();
  const require: RequireLate = (file, main) => {
    const known = parts.get(file);
    if (known !== undefined) return known;
    const part = bring(file, main);
    parts.set(file, part);
    part.catch(() => parts.delete(file));
    return part;
  };
  const bring = async (file: string, main: Exports): Promise<Exports> => {
    const text = await (await fetchOwnFile(root + file.replace("./", ""), cache)).text();
    const { needs, define }: Part = new Function(`${text};return late`)();
    const needed = await Promise.all(needs.map(async (name) => [name, await require(name, main)] as const));
    const found = new Map(needed);
    const exports: Exports = {};
    define((name) => found.get(name) ?? main, exports);
    return exports;
  };
  return require;
}
