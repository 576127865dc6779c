/** SQLite as an engine: its databases are histories, whoever runs them. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import type { SqlCall, SqlHistory, SqlValue } from "../python/index.ts";
import { loadSqlite } from "./engine.ts";
import { parameterNames } from "./parameters.ts";

const engine = await loadSqlite(
  readFileSync(createRequire(import.meta.url).resolve("sql.js/dist/sql-wasm.wasm")),
);

/** A database in a test: its calls are kept as a connection keeps them. */
class Database implements SqlHistory {
  key = {};
  base = "";
  counts = [0n, 0n, 0n];
  calls: SqlCall[] = [];
  get length() {
    return this.calls.length;
  }
  call(at: number): SqlCall {
    return this.calls[at] as SqlCall;
  }
  run(sql: string, ...parameters: SqlValue[]) {
    const rows: SqlValue[][] = [];
    const call = { sql, parameters, script: false, now: Date.UTC(2001, 1, 3), seed: 5 };
    const outcome = engine.run(this, call, { tick: () => false, row: (row) => rows.push(row) < 0 });
    if (outcome.changed) this.calls.push(call);
    return { ...outcome, rows };
  }
  rows(sql: string, ...parameters: SqlValue[]) {
    return this.run(sql, ...parameters).rows;
  }
  /** The same, unknown to the engine. */
  twin(): Database {
    return Object.assign(new Database(), { base: this.base, counts: this.counts, calls: [...this.calls] });
  }
}

test("every kind of value goes in and comes out as it was", () => {
  const values = [
    null,
    0n,
    -1n,
    2n ** 53n + 1n,
    -(2n ** 63n),
    1.5,
    1,
    -0.25,
    "",
    "é€😀",
    "a\0b",
    new Uint8Array([0, 255]),
    new Uint8Array(),
  ];
  const database = new Database();
  database.run("CREATE TABLE t(x)");
  for (const value of values) database.run("INSERT INTO t VALUES (?)", value);
  expect(database.rows("SELECT x FROM t").flat()).toEqual(values);
  expect(database.rows("SELECT typeof(x) FROM t").flat().join(" ")).toBe(
    "null integer integer integer integer real real real text text text blob blob",
  );
});

test("a database is what its history says, in the middle of a transaction too", () => {
  const database = new Database();
  database.run("CREATE TABLE t(x)");
  database.run("BEGIN");
  database.run("INSERT INTO t VALUES (random()), (datetime('now')), (hex(randomblob(4)))");
  const rows = database.rows("SELECT x FROM t");
  const twin = database.twin();
  expect(twin.rows("SELECT x FROM t")).toEqual(rows);
  expect(rows[1]).toEqual(["2001-02-03 00:00:00"]);
  twin.run("ROLLBACK");
  expect(twin.rows("SELECT x FROM t")).toEqual([]);
  expect(database.rows("SELECT x FROM t")).toEqual(rows);
});

test("what only reads is not remembered", () => {
  const database = new Database();
  database.run("CREATE TABLE t(x)");
  database.run("SELECT * FROM t");
  database.run("PRAGMA table_info(t)");
  database.run("SELECT * FROM nothing");
  expect(database.length).toBe(1);
});

test("a statement that fails in its middle is remembered with what it did", () => {
  const database = new Database();
  database.run("CREATE TABLE t(x UNIQUE)");
  const failed = database.run("INSERT OR FAIL INTO t VALUES (1), (2), (1), (3)");
  expect([failed.code, failed.message]).toEqual([19, "UNIQUE constraint failed: t.x"]);
  expect(database.twin().rows("SELECT x FROM t")).toEqual([[1n], [2n]]);
});

test("the bytes of a database open as the same database", () => {
  const database = new Database();
  database.run("CREATE TABLE t(x)");
  database.run("INSERT INTO t VALUES ('a')");
  const base = engine.bytes(database);
  expect(base.slice(0, 15)).toBe("SQLite format 3");
  const later = Object.assign(new Database(), { base, counts: [4n, 2n, 6n] });
  expect(later.rows("SELECT x, last_insert_rowid(), changes(), total_changes() FROM t")).toEqual([
    ["a", 4n, 2n, 6n],
  ]);
});

test("a call that its watch stops has not happened", () => {
  const database = new Database();
  database.run("CREATE TABLE t(x)");
  database.run("BEGIN");
  database.run("INSERT INTO t VALUES (1)");
  const endless =
    "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) INSERT INTO t SELECT x FROM c";
  const call = { sql: endless, parameters: [], script: false, now: 0, seed: 0 };
  let ticks = 0;
  expect(engine.run(database, call, { tick: () => ++ticks > 20, row: () => false }).code).toBe(9);
  expect(ticks).toBe(21);
  expect(database.rows("SELECT x FROM t")).toEqual([[1n]]);
  expect(database.run("COMMIT").code).toBe(0);
});

test("a query that gives rows without end is stopped at a row", () => {
  const database = new Database();
  let rows = 0;
  const sql = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c";
  const call = { sql, parameters: [], script: false, now: 0, seed: 0 };
  expect(engine.run(database, call, { tick: () => false, row: () => ++rows === 10 }).code).toBe(9);
});

test("more databases than are kept running all go on", () => {
  const databases = Array.from({ length: 60 }, () => new Database());
  databases.forEach((database, at) => {
    database.run("CREATE TABLE t(x)");
    database.run("INSERT INTO t VALUES (?)", BigInt(at));
  });
  expect(databases.map((database) => Number(database.rows("SELECT x FROM t")[0]?.[0]))).toEqual(
    databases.map((_, at) => at),
  );
});

test("a value and a database have a largest size", () => {
  const database = new Database();
  expect(database.run("SELECT zeroblob(100000000)").message).toBe("string or blob too big");
  database.run("CREATE TABLE t(x)");
  const fill =
    "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) INSERT INTO t SELECT zeroblob(1000000) FROM c";
  expect(database.run(fill).message).toBe("database or disk is full");
});

test.each([
  ["SELECT ?, ?", [null, null]],
  ["SELECT :a, :b, :a", ["a", "b"]],
  ["SELECT ':a', \":b\", [:c], `?` -- ?\n, /* :d */ ?3", [null, null, null]],
  ["SELECT 'it''s ?', a1 FROM t WHERE x = $y", ["y"]],
])("the parameters of %s", (sql, names) => {
  expect(parameterNames(sql)).toEqual(names);
});

test("a connection has one database: nothing else could be told from its history", () => {
  const database = new Database();
  database.run("CREATE TABLE t(x)");
  expect(database.run("/* */ ATTACH 'other' AS b").message).toBe("too many attached databases - max 0");
  expect(database.run("VACUUM INTO 'other'").code).not.toBe(0);
  expect(database.run("VACUUM").code).toBe(0);
});

test("a query that wants too much memory is refused", () => {
  const database = new Database();
  const rows = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 400)";
  const sorted = database.run(
    `${rows} SELECT length(x) FROM (SELECT zeroblob(1000000) AS x FROM c ORDER BY random(), x)`,
  );
  expect([sorted.code, sorted.message]).toEqual([7, "out of memory"]);
  expect(database.rows("SELECT 1")).toEqual([[1n]]);
});

test("one statement is one statement", () => {
  const database = new Database();
  expect(database.run("SELECT 1; SELECT 2").code).toBe(1000);
  expect(database.rows("SELECT 1; -- and nothing\n")).toEqual([[1n]]);
});
