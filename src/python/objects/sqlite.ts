/**
 * SQLite as the module `_sqlite3` needs it. What implements it (`sqlite/engine.ts`) is large and comes late, as text of its
 * own, so that it shares nothing with the machine but these shapes: no Python value enters it.
 */

/** A value of SQL: NULL, INTEGER, REAL, TEXT, BLOB. */
export type SqlValue = null | bigint | number | string | Uint8Array;

/** One statement, or a script of several, with what its outcome depends on. */
export interface SqlCall {
  readonly sql: string;
  readonly script: boolean;
  /** In the order of the statement's parameters. */
  readonly parameters: readonly SqlValue[];
  /** What SQL's clock shows, in milliseconds since the epoch. */
  readonly now: number;
  /** Where SQL's `random()` begins. */
  readonly seed: number;
}

/** A database as data: what it was at some moment, and the calls made since. */
export interface SqlHistory {
  /** Who remembers it; the running database that is kept for it ends with it. */
  readonly key: object;
  /** A database file's bytes, as a byte string; empty for a new one. */
  readonly base: string;
  /** `last_insert_rowid()`, `changes()` and `total_changes()` at that moment. */
  readonly counts: readonly bigint[];
  readonly length: number;
  call(at: number): SqlCall;
}

/** Who follows a call, and may stop it. */
export interface SqlWatch {
  /** Some more work was done; true stops the call. */
  tick(): boolean;
  /** A row of the result; true stops the call. */
  row(values: SqlValue[]): boolean;
}

/** What came of a call. */
export interface SqlOutcome {
  /** SQLite's result code; 0 when it went well. 9 is a call that its watch stopped. */
  code: number;
  message: string;
  /** The names of the columns of the result; null when it has none. */
  columns: string[] | null;
  /** Rows changed by the last statement that changes any (`sqlite3_changes`), and by this call in all. */
  changes: number;
  allChanges: number;
  /** Must the call be remembered for the database to be as it is now? */
  changed: boolean;
  isInTransaction: boolean;
  rowid: bigint;
}

/** A running SQLite. */
export interface SqliteEngine {
  readonly version: string;
  /** The parameters of a statement, in order: their names without the mark, null where they have none. */
  parameters(sql: string): (string | null)[];
  /** Does `call` on the database of `history`; the caller adds it to the history when `changed`. */
  run(history: SqlHistory, call: SqlCall, watch: SqlWatch): SqlOutcome;
  /** The bytes of the database, as a byte string. */
  bytes(history: SqlHistory): string;
}
