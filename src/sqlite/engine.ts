/**
 * SQLite itself, from `sql.js`, for the module `_sqlite3`: a database is its history, and what runs here is only a cache
 * of that.
 *
 * A copy of the world, or one read back from disk, has histories that nobody here has seen: their databases are made again
 * by opening the bytes and repeating the calls, with the clock and the chances that each call had the first time.
 *
 * `sql.js` exports neither 64-bit parameters nor a progress handler nor the state of the transaction. They are fields
 * of SQLite's own structs (`struct sqlite3`, `Vdbe`, `Mem` in SQLite 3.54, 32-bit), at the places below; `checkPlaces`
 * proves them when the engine is loaded, and refuses another build.
 */
import initSqlJs, { type SqlJsModule } from "sql.js";
import type { SqlCall, SqlHistory, SqliteEngine, SqlOutcome, SqlValue, SqlWatch } from "../python/index.ts";
import { parameterNames } from "./parameters.ts";

/** In `struct sqlite3`. */
const place = {
  lastRowid: 40,
  autoCommit: 85,
  changes: 104,
  totalChanges: 112,
  limitLength: 120,
  limitAttached: 148,
  progress: 380,
  progressOps: 388,
};
/** In `struct Vdbe`: the parameters. */
const VARIABLES = 100;
/** The size of a `Mem`; its integer comes first. */
const MEM_SIZE = 40;

const ROW = 100;
const DONE = 101;
const MISUSE = 21;
/** Ours: there is a second statement where one was expected. */
const TOO_MUCH = 1000;
/** `SQLITE_TRANSIENT`: SQLite makes a copy. */
const TRANSIENT = -1;
/** Instructions of SQLite between two ticks. */
const TICK = 1000;
/** Bytes of one value, and pages of one database. */
const MAX_LENGTH = 8 * 1024 * 1024;
const MAX_PAGES = 2048;
/** Bytes that all databases together may use. */
const MAX_HEAP = 128 * 1024 * 1024;
/** Databases that are kept running. */
const MAX_RUNNING = 24;

interface Running {
  database: InstanceType<SqlJsModule["Database"]>;
  base: string;
  /** How many calls of its history it has seen. */
  applied: number;
}

const unwatched: SqlWatch = { tick: () => false, row: () => false };

/** Starts SQLite from the bytes of `sql-wasm.wasm`. Rejects when it is not the build that this file knows. */
export async function loadSqlite(wasm: BufferSource): Promise<SqliteEngine> {
  let memory: WebAssembly.Memory | undefined;
  const compiled = await WebAssembly.compile(wasm);
  const sql = await initSqlJs({
    useOldExtensionFunctions: false,
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(compiled, imports);
      memory = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Memory);
      done(instance);
    },
  });
  if (memory === undefined) throw new Error("Failed to start SQLite: it exports no memory.");
  const engine = new Engine(sql, memory);
  engine.checkPlaces();
  return engine;
}

class Engine implements SqliteEngine {
  version = "";
  readonly #sql: SqlJsModule;
  readonly #memory: WebAssembly.Memory;
  /** The running databases, those used last at the end. Weak by the cap: few stay, whoever is forgotten. */
  readonly #running = new Map<object, Running>();
  readonly #ticker: number;
  readonly #random: number;
  readonly #randomBlob: number;
  #watch = unwatched;
  #seed = 0;
  #isStopped = false;

  constructor(sql: SqlJsModule, memory: WebAssembly.Memory) {
    this.#sql = sql;
    this.#memory = memory;
    this.#ticker = sql.addFunction(() => {
      this.#isStopped ||= this.#watch.tick();
      return this.#isStopped ? 1 : 0;
    }, "ii");
    this.#random = sql.addFunction((context = 0) => {
      const high = BigInt(this.#nextRandom()) << 32n;
      sql._sqlite3_result_int64(context, BigInt.asIntN(64, high | BigInt(this.#nextRandom())));
      return undefined;
    }, "viii");
    this.#randomBlob = sql.addFunction((context = 0, _count, values = 0) => {
      const size = Math.min(Math.max(1, sql._sqlite3_value_int(this.#word(values))), MAX_LENGTH);
      const bytes = sql._malloc(size);
      for (let at = 0; at < size; at++) this.#bytes()[bytes + at] = this.#nextRandom();
      sql._sqlite3_result_blob(context, bytes, size, TRANSIENT);
      sql._free(bytes);
      return undefined;
    }, "viii");
  }

  parameters(sql: string): (string | null)[] {
    return parameterNames(sql);
  }

  run(history: SqlHistory, call: SqlCall, watch: SqlWatch): SqlOutcome {
    const running = this.#runningFor(history);
    const outcome = this.#call(running.database.db, call, watch);
    // A stopped call must not have happened: the next one begins from the history.
    if (this.#isStopped) this.#forget(history.key);
    else if (outcome.changed) running.applied++;
    return outcome;
  }

  bytes(history: SqlHistory): string {
    const bytes = this.#exported(history);
    // Whoever has the bytes goes on from them, here as in every copy.
    this.#forget(history.key);
    if (bytes === null) return history.base;
    let text = "";
    for (let at = 0; at < bytes.length; at += 4096)
      text += Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + 4096));
    return text;
  }

  /** Null of what is no database. */
  #exported(history: SqlHistory): Uint8Array | null {
    try {
      return this.#runningFor(history).database.export();
    } catch {
      return null;
    }
  }

  /** Tries everything that this file believes of SQLite's structs. */
  checkPlaces(): void {
    const calls: SqlCall[] = [];
    const rows: SqlValue[] = [];
    let ticks = 0;
    const watch = { tick: () => ++ticks > 5, row: (values: SqlValue[]) => rows.push(...values) < 0 };
    const run = (sql: string, ...parameters: SqlValue[]) => {
      const history = { key: calls, base: "", counts: [7n, 8n, 9n], length: calls.length, call: () => call };
      const call = { sql, script: false, parameters, now: 0, seed: 1 };
      const outcome = this.run(history, call, watch);
      if (outcome.changed) calls.push(call);
      return outcome;
    };
    run("SELECT sqlite_version(), last_insert_rowid(), changes(), total_changes(), ?, ?", 2n ** 62n, -5n);
    const [version, ...values] = rows;
    const { isInTransaction } = run("BEGIN");
    run("CREATE TABLE t(x)");
    const { allChanges, rowid } = run("INSERT INTO t VALUES (1), (2)");
    const { code } = run(
      "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 99999) SELECT max(x) FROM c",
    );
    this.#forget(calls);
    const found = [values.join(), isInTransaction, allChanges, rowid, code].join(" ");
    if (found !== `7,8,9,${2n ** 62n},-5 true 2 2 9`)
      throw new Error(
        `Failed to start SQLite ${version}: its structs are not those of the build that is known (${found}). Find their fields anew.`,
      );
    this.version = String(version);
  }

  #runningFor(history: SqlHistory): Running {
    const known = this.#running.get(history.key);
    this.#running.delete(history.key);
    if (known !== undefined && known.applied === history.length && known.base === history.base) {
      this.#running.set(history.key, known);
      return known;
    }
    known?.database.close();
    const made = this.#open(history);
    this.#running.set(history.key, made);
    for (const key of this.#running.keys()) {
      if (this.#running.size <= MAX_RUNNING) break;
      this.#forget(key);
    }
    return made;
  }

  #open(history: SqlHistory): Running {
    const { base } = history;
    const database = new this.#sql.Database(bytesOf(base));
    const { db } = database;
    const words = new DataView(this.#memory.buffer);
    words.setInt32(db + place.limitLength, MAX_LENGTH, true);
    const [rowid = 0n, changes = 0n, total = 0n] = history.counts;
    words.setBigInt64(db + place.lastRowid, rowid, true);
    words.setBigInt64(db + place.changes, changes, true);
    words.setBigInt64(db + place.totalChanges, total, true);
    words.setInt32(db + place.progress, this.#ticker, true);
    words.setInt32(db + place.progressOps, TICK, true);
    this.#define(db, "random", 0, this.#random);
    this.#define(db, "randomblob", 1, this.#randomBlob);
    const settings = `PRAGMA hard_heap_limit=${MAX_HEAP}; PRAGMA max_page_count=${MAX_PAGES}; PRAGMA journal_mode=MEMORY; PRAGMA temp_store=MEMORY; SELECT count(*) FROM sqlite_master`;
    this.#call(db, { sql: settings, script: true, parameters: [], now: 0, seed: 0 }, unwatched);
    for (let at = 0; at < history.length; at++) this.#call(db, history.call(at), unwatched);
    return { database, base, applied: history.length };
  }

  #define(db: number, name: string, arity: number, call: number): void {
    const text = this.#sql.stringToNewUTF8(name);
    this.#sql._sqlite3_create_function_v2(db, text, arity, 1, 0, call, 0, 0, 0);
    this.#sql._free(text);
  }

  #forget(key: object): void {
    const known = this.#running.get(key);
    this.#running.delete(key);
    known?.database.close();
  }

  /** Does a call, with its own clock: the glue asks `Date`. */
  #call(db: number, call: SqlCall, watch: SqlWatch): SqlOutcome {
    const clock = Date.now;
    this.#watch = watch;
    this.#seed = call.seed;
    this.#isStopped = false;
    try {
      Date.now = () => call.now;
      return this.#statements(db, call);
    } finally {
      Date.now = clock;
      this.#watch = unwatched;
    }
  }

  #statements(db: number, { sql, script, parameters }: SqlCall): SqlOutcome {
    // Another database would be no part of the history. VACUUM attaches one itself.
    const attached = /^\s*vacuum\s*;?\s*$/i.test(sql) ? 1 : 0;
    new DataView(this.#memory.buffer).setInt32(db + place.limitAttached, attached, true);
    const before = { total: this.#total(db), auto: this.#autoCommit(db) };
    const text = this.#sql.stringToNewUTF8(sql);
    const cell = this.#sql._malloc(8);
    let columns: string[] | null = null;
    let at = text;
    let code: number;
    let statement = 0;
    let isEffect = script;
    do {
      code = this.#sql._sqlite3_prepare_v2(db, at, -1, cell, cell + 4);
      statement = this.#word(cell);
      at = this.#word(cell + 4);
      if (code === 0 && !script && hasMore(this.#sql.UTF8ToString(at))) code = TOO_MUCH;
      if (code !== 0 || statement === 0) continue;
      const count = this.#sql._sqlite3_column_count(statement);
      isEffect ||= count === 0;
      columns = count === 0 ? null : this.#columnNames(statement, count);
      code = this.#bind(statement, parameters) || this.#step(statement, count);
      if (code !== 0) break;
      this.#sql._sqlite3_finalize(statement);
      statement = 0;
    } while (code === 0 && script && this.#bytes()[at] !== 0);
    const message = code === 0 ? "" : this.#sql.UTF8ToString(this.#sql._sqlite3_errmsg(db));
    // The message had to be read before the statement ends.
    this.#sql._sqlite3_finalize(statement);
    this.#sql._free(text);
    this.#sql._free(cell);
    const allChanges = Number(this.#total(db) - before.total);
    const isInTransaction = !this.#autoCommit(db);
    const changed = allChanges > 0 || before.auto === isInTransaction || (isEffect && code === 0);
    return {
      code,
      message,
      columns,
      changes: this.#sql._sqlite3_changes(db),
      allChanges,
      changed,
      isInTransaction,
      rowid: new DataView(this.#memory.buffer).getBigInt64(db + place.lastRowid, true),
    };
  }

  /** Runs a statement to its end; SQLite's code, 0 when it went well. */
  #step(statement: number, count: number): number {
    for (;;) {
      const code = this.#sql._sqlite3_step(statement);
      if (code === DONE) return 0;
      if (code !== ROW) return code;
      const values = Array.from({ length: count }, (_, at) => this.#column(statement, at));
      if (!this.#watch.row(values)) continue;
      this.#isStopped = true;
      return 9;
    }
  }

  #columnNames(statement: number, count: number): string[] {
    return Array.from({ length: count }, (_, at) =>
      this.#sql.UTF8ToString(this.#sql._sqlite3_column_name(statement, at)),
    );
  }

  #column(statement: number, at: number): SqlValue {
    switch (this.#sql._sqlite3_column_type(statement, at)) {
      case 1:
        return BigInt(this.#sql.UTF8ToString(this.#sql._sqlite3_column_text(statement, at)));
      case 2:
        return this.#sql._sqlite3_column_double(statement, at);
      case 3:
        return new TextDecoder().decode(this.#columnBytes(statement, at));
      case 4:
        return this.#columnBytes(statement, at);
      default:
        return null;
    }
  }

  #columnBytes(statement: number, at: number): Uint8Array {
    const start = this.#sql._sqlite3_column_blob(statement, at);
    return this.#bytes().slice(start, start + this.#sql._sqlite3_column_bytes(statement, at));
  }

  #bind(statement: number, parameters: readonly SqlValue[]): number {
    for (const [at, value] of parameters.entries()) {
      const code = this.#bindOne(statement, at + 1, value);
      if (code !== 0) return code;
    }
    return 0;
  }

  #bindOne(statement: number, at: number, value: SqlValue): number {
    if (value === null) return 0;
    if (typeof value === "number") return this.#sql._sqlite3_bind_double(statement, at, value);
    if (typeof value === "bigint") {
      const code = this.#sql._sqlite3_bind_int(statement, at, 0);
      const memory = this.#word(statement + VARIABLES) + (at - 1) * MEM_SIZE;
      if (code === 0) new DataView(this.#memory.buffer).setBigInt64(memory, value, true);
      return code;
    }
    const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
    const bind = typeof value === "string" ? this.#sql._sqlite3_bind_text : this.#sql._sqlite3_bind_blob;
    // An empty blob needs a pointer too, or it would be NULL.
    const pointer = this.#sql._malloc(bytes.length + 1);
    if (pointer === 0) return MISUSE;
    this.#bytes().set(bytes, pointer);
    const code = bind(statement, at, pointer, bytes.length, TRANSIENT);
    this.#sql._free(pointer);
    return code;
  }

  /** xorshift32, stirred: SQL's `random()` must only look like chance. */
  #nextRandom(): number {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  #total(db: number): bigint {
    return new DataView(this.#memory.buffer).getBigInt64(db + place.totalChanges, true);
  }

  #autoCommit(db: number): boolean {
    return this.#bytes()[db + place.autoCommit] === 1;
  }

  #word(at: number): number {
    return new DataView(this.#memory.buffer).getInt32(at, true);
  }

  #bytes(): Uint8Array {
    return new Uint8Array(this.#memory.buffer);
  }
}

/** A byte string as bytes. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Is there something besides blanks and comments? */
function hasMore(sql: string): boolean {
  return sql.replace(/--[^\n]*|\/\*[\s\S]*?(\*\/|$)|\s/g, "") !== "";
}
