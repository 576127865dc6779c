/** SQLite on Node: the package's own files, read when a page first imports `sqlite3`. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { SqliteEngine } from "../python/index.ts";

/** Starts SQLite. Rejects when the package `sql.js` is not there. */
export async function readSqlite(): Promise<SqliteEngine> {
  const { loadSqlite } = await import("../sqlite/index.ts");
  return loadSqlite(await readFile(createRequire(import.meta.url).resolve("sql.js/dist/sql-wasm.wasm")));
}
