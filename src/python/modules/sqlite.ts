/**
 * `_sqlite3`: what `sqlite3.py` needs of a running SQLite.
 *
 * A database is a Python list: the bytes it was at some moment, its counts at that moment (see `SqlHistory`), then the calls made
 * since, as tuples. `run` adds to it what changes the database; nothing else is kept here, so that a connection is copied and
 * stored like any list. The engine comes with the host's library.
 */

import { PyFloat, PyList, type PyModule, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { registerVisible } from "../objects/natives.ts";
import { raiseError } from "../objects/raise.ts";
import type { SqlCall, SqlHistory, SqliteEngine, SqlValue, SqlWatch } from "../objects/sqlite.ts";
import type { Value } from "../objects/values.ts";
import { encodeUtf8 } from "../operations/coding.ts";
import { decode } from "../types/codecs.ts";
import { functions, none, one, unpacked } from "../types/define.ts";
import { toBig } from "../types/number-kinds.ts";
import { makeInt } from "../types/numbers.ts";
import { makeModule } from "./define.ts";

/** Steps that a tick of SQLite (a thousand of its instructions) costs, and a row. */
const TICK_STEPS = 100;
const ROW_STEPS = 2;

function engineOf(vm: VM): SqliteEngine {
  const message =
    'SQLite is not here yet: write "import sqlite3" in the page, so that it is brought before the page runs';
  return vm.host.library?.sqlite ?? raiseError("ImportError", message);
}

/** The text of a `str` or `unicode`. */
function textOf(v: Value): string {
  if (v instanceof PyUnicode) return v.value;
  const text = typeof v === "string" ? decode(v, "utf-8", "replace") : null;
  return text instanceof PyUnicode ? text.value : "";
}

/** A parameter: a tuple of one `str` is a BLOB, a `str` is TEXT. */
function toSql(v: Value): SqlValue {
  if (v === null) return null;
  if (v instanceof PyFloat) return v.value;
  if (v instanceof PyTuple) return Uint8Array.from(String(v.items[0]), (byte) => byte.charCodeAt(0));
  return toBig(v) ?? textOf(v);
}

/** A value of a row: TEXT is `unicode`, a BLOB is `str`. */
function fromSql(v: SqlValue): Value {
  if (v === null) return null;
  if (typeof v === "bigint") return makeInt(v);
  if (typeof v === "number") return new PyFloat(v);
  if (typeof v === "string") return new PyUnicode(v);
  let bytes = "";
  for (const byte of v) bytes += String.fromCharCode(byte);
  return bytes;
}

function itemsOf(v: Value | undefined): Value[] {
  return v instanceof PyTuple || v instanceof PyList
    ? v.items
    : raiseError("TypeError", "a list is required");
}

function historyOf(database: Value): SqlHistory {
  const items = itemsOf(database);
  return {
    key: items,
    base: String(items[0]),
    counts: itemsOf(items[1]).map((count) => toBig(count) ?? 0n),
    length: items.length - 2,
    call: (at) => callOf(itemsOf(items[at + 2])),
  };
}

function callOf([sql = "", parameters, script, now = 0, seed = 0]: Value[]): SqlCall {
  return {
    sql: textOf(sql),
    parameters: itemsOf(parameters).map(toSql),
    script: script === true,
    now: Number(now),
    seed: Number(seed),
  };
}

/** Counts the work of a call. A budget that is used up may not be thrown through SQLite: it is kept until SQLite has stopped. */
class Counter implements SqlWatch {
  rows: Value[] = [];
  reached: unknown;
  private readonly vm: VM;
  constructor(vm: VM) {
    this.vm = vm;
  }
  tick(): boolean {
    return this.refuses(() => this.vm.charge(TICK_STEPS));
  }
  row(values: SqlValue[]): boolean {
    return this.refuses(() => {
      this.vm.charge(ROW_STEPS);
      for (const v of values)
        this.vm.allocate(16 + (typeof v === "string" || v instanceof Uint8Array ? v.length : 0));
      this.rows.push(new PyTuple(values.map(fromSql)));
    });
  }
  private refuses(work: () => void): boolean {
    try {
      work();
    } catch (error) {
      this.reached ??= error;
    }
    return this.reached !== undefined;
  }
}

function run(vm: VM, database: Value, sql: Value, parameters: Value, script: Value): Value {
  const isRandom = /random/i.test(textOf(sql));
  const now = Math.floor(vm.host.now() * 1000);
  const seed = isRandom ? Math.floor(vm.host.random() * 2 ** 32) : 0;
  const entry = [sql, new PyTuple([...itemsOf(parameters)]), script, now, seed];
  const counter = new Counter(vm);
  vm.charge(10);
  const outcome = engineOf(vm).run(historyOf(database), callOf(entry), counter);
  if (counter.reached !== undefined) throw counter.reached;
  if (outcome.changed) itemsOf(database).push(new PyTuple(entry));
  const { code, message, columns, changes, allChanges, isInTransaction, rowid } = outcome;
  return new PyTuple([
    code,
    encodeUtf8(message),
    columns === null ? null : new PyList(columns.map(encodeUtf8)),
    new PyList(counter.rows),
    changes,
    allChanges,
    isInTransaction,
    makeInt(rowid),
  ]);
}

const sqliteFunctions = functions("_sqlite3", {
  run: [unpacked(4), run],
  // Nothing happens: a machine that stops at visible operations stops before it.
  visit: [unpacked(2), () => null],
  version: [none, (vm) => engineOf(vm).version],
  bytes: [one, (vm, database: Value) => engineOf(vm).bytes(historyOf(database))],
  parameters: [
    one,
    (vm, sql: Value) => {
      const names = engineOf(vm).parameters(textOf(sql));
      return new PyList(names.map((name) => (name === null ? null : encodeUtf8(name))));
    },
  ],
});

/** The longest statement that is shown. */
const SHOWN = 80;

registerVisible("_sqlite3.visit", (_vm, [path, sql]) => {
  const file = textOf(path ?? null);
  const text = textOf(sql ?? null).trim();
  const value = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return { kind: "database", object: `database:${file}`, name: file.slice(1), value };
});

/** The module for one interpreter. */
export function makeSqlite(): PyModule {
  return makeModule("_sqlite3", sqliteFunctions);
}
