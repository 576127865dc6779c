/**
 * The library: standard modules written in Python, in `src/python/lib`. Only this list is part of the engine; the texts are
 * brought when a page needs them.
 *
 * A module of the library is known by its file, `/lib/NAME.py`: no site has a file whose path begins with a slash.
 */

/** What `sqlite3` needs besides its text: not a text, but SQLite itself. */
export const sqliteModule = "_sqlite3";

/** Each module of the library, and those of the library that it imports. */
const dependencies: Readonly<Record<string, readonly string[]>> = {
  _collections: [],
  [sqliteModule]: [],
  cgi: [],
  collections: ["_collections"],
  copy: [],
  itertools: [],
  json: [],
  math: [],
  operator: [],
  os: ["posix", "posixpath"],
  posix: [],
  posixpath: [],
  random: ["math"],
  sqlite3: [sqliteModule],
  string: [],
  thread: [],
  threading: ["thread"],
  time: [],
  types: [],
  urllib: [],
};

/** CPython writes these in C: their calls are no levels of a traceback. */
const hidden = new Set(
  ["_collections", "itertools", "math", "operator", "posix", "sqlite3", "thread", "time"].map(libraryFile),
);

/** The names of all modules of the library that are texts. */
export const libraryModules: readonly string[] = Object.keys(dependencies).filter(
  (name) => name !== sqliteModule,
);

/** The file that tracebacks name for a module of the library. */
export function libraryFile(name: string): string {
  return `/lib/${name}.py`;
}

/** Is this the file of library code: the machine's own, in which no learner steps? */
export function isLibraryFile(filename: string): boolean {
  return filename.startsWith("/lib/");
}

/** The module whose file `libraryFile` named so; undefined for any other file. */
export function libraryModuleOf(filename: string): string | undefined {
  const name = /^\/lib\/(\w+)\.py$/.exec(filename)?.[1];
  return name !== undefined && Object.hasOwn(dependencies, name) ? name : undefined;
}

/** Is this the file of a module that CPython writes in C? */
export function isHiddenFile(filename: string): boolean {
  return hidden.has(filename);
}

/** The modules of the library that importing `names` (dotted, as in `import`) needs, with all that those need. */
export function requiredModules(names: Iterable<string>): string[] {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name) || !Object.hasOwn(dependencies, name)) return;
    found.add(name);
    dependencies[name]?.forEach(add);
  };
  for (const name of names) add(name.split(".")[0] ?? name);
  return [...found].sort();
}
