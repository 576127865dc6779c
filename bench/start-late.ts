/** What the worker fetches of Python after the first page: see `start-ours.ts`. */
export { compile, libraryNatives } from "../src/python/index.ts";
