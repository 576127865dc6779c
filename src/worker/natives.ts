/** What the library is built upon, fetched with the first of its texts, or with what a world was that may use it. Import it by `import()` only. */
export { libraryNatives } from "../python/index.ts";
