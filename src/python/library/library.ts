/**
 * The texts of the library that are here by now, and their code, compiled once for all interpreters.
 *
 * It is no part of the world: code depends on nothing but its text, and a text that was forgotten is fetched again.
 */
import { compile } from "../objects/compiler.ts";
import type { PyCode } from "../objects/frame.ts";
import type { SqliteEngine } from "../objects/sqlite.ts";
import { libraryFile, sqliteModule } from "./manifest.ts";

export class Library {
  readonly #sources: Map<string, string>;
  readonly #codes = new Map<string, PyCode>();
  #sqlite: SqliteEngine | undefined;

  /** A library with these texts (bytes, by module name). */
  constructor(sources: Iterable<readonly [name: string, source: string]> = []) {
    this.#sources = new Map(sources);
  }

  /** Brings the text of a module. */
  add(name: string, source: string): void {
    this.#sources.set(name, source);
  }

  /** SQLite, when it has been brought. */
  get sqlite(): SqliteEngine | undefined {
    return this.#sqlite;
  }

  /** Brings SQLite. It counts as the module `_sqlite3`, which has no text of its own. */
  addSqlite(engine: SqliteEngine): void {
    this.#sqlite = engine;
    this.add(sqliteModule, "");
  }

  /** The text of a module; undefined when it has not been brought. */
  source(name: string): string | undefined {
    return this.#sources.get(name);
  }

  /** The code of a module; undefined when its text has not been brought. */
  code(name: string): PyCode | undefined {
    const known = this.#codes.get(name);
    if (known !== undefined) return known;
    const source = this.#sources.get(name);
    if (source === undefined) return undefined;
    const code = compile(source, libraryFile(name), "exec");
    this.#codes.set(name, code);
    return code;
  }
}
