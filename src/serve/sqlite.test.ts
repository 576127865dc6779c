/** Pages on a real port may import `sqlite3`: SQLite is read when the first one does. */
import { expect, test } from "vitest";
import { defaultConfiguration } from "../project/index.ts";
import { Disk } from "../sessions/index.ts";
import { Engine } from "./engine.ts";

const page =
  "<% import sqlite3\ndb = sqlite3.connect('n.db')\ndb.execute('create table if not exists t(x)')\ndb.execute('insert into t values (1)')\ndb.commit()\nprint db.execute('select count(*) from t').fetchone() %>";

test("requests wait for SQLite, all of them, and go on", async () => {
  const reports: unknown[] = [];
  const project = { files: new Map([["p.pih", page]]), configuration: defaultConfiguration };
  const engine = new Engine({
    disk: new Disk(),
    project: () => project,
    emit: () => {},
    hears: new Set(),
    report: (error) => reports.push(error),
  });
  const ask = () =>
    engine.ask({ method: "GET", url: "http://localhost/p.pih", fields: [], body: new Uint8Array() });
  const answers = await Promise.all([ask(), ask(), ask()]);
  const texts = answers.map(({ body }) => new TextDecoder().decode(body).trim());
  expect(reports).toEqual([]);
  expect(texts).toEqual(["(1,)", "(2,)", "(3,)"]);
});
