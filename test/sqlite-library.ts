/** The standard modules together with SQLite, which Node reads from the package. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Library, wholeLibrary } from "../src/python/index.ts";
import { loadSqlite } from "../src/sqlite/index.ts";

/** A library that lacks nothing. */
export async function libraryWithSqlite(): Promise<Library> {
  const library = wholeLibrary();
  library.addSqlite(
    await loadSqlite(readFileSync(createRequire(import.meta.url).resolve("sql.js/dist/sql-wasm.wasm"))),
  );
  return library;
}
