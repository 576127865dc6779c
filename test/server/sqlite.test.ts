/** Databases in pages: connections in sessions, files on the server's disk, locks between requests, and what stops a query. */
import { expect, test } from "vitest";
import { copy, createCatalogue, fingerprint, read, write } from "../../src/image/index.ts";
import { Library, pythonNamed, pythonShapes } from "../../src/python/index.ts";
import {
  provideModule,
  restart,
  runLive,
  type Server,
  serverNamed,
  serverShapes,
  step,
} from "../../src/server/index.ts";
import { sessionNamed, sessionShapes } from "../../src/sessions/index.ts";
import { libraryWithSqlite } from "../sqlite-library.ts";
import {
  createRandom,
  createWorld,
  type Files,
  plainText,
  receive,
  send,
  visit,
  type World,
} from "./harness.ts";

const library = await libraryWithSqlite();
const catalogue = createCatalogue({
  shapes: [...pythonShapes, ...sessionShapes, ...serverShapes],
  named: [...pythonNamed(), ...sessionNamed, ...serverNamed],
});

function open(files: Files, configuration = {}, limits = {}): World {
  const world = createWorld(files, configuration, limits);
  world.env.library = library;
  return world;
}

function text(world: World, browser: string, path: string): string {
  return plainText(visit(world, browser, path)).trim();
}

function reread(server: Server): Server {
  const result = read(write(server, catalogue), catalogue);
  if (!result.ok) throw new Error(result.reason);
  return result.root as Server;
}

const basket = {
  "debut.pih":
    "<% import sqlite3\ns = Session()\ns.db = sqlite3.connect(':memory:')\ns.db.execute('create table panier(article, prix)')\ns.db.execute('insert into panier values (?, ?)', ('th\\xc3\\xa9'.decode('utf-8'), 4.5))\ns.cursor = s.db.execute('select * from panier') %>",
  "suite.pih":
    "<% s = Session()\nprint s.cursor.fetchone()[0].encode('utf-8'), s.db.execute('select count(*), sum(prix) from panier').fetchone()\ns.db.execute(\"insert into panier values ('pain', 1)\")\ns.cursor = s.db.execute('select * from panier') %>",
};

test("a connection and its cursor live in a memory session, from page to page", () => {
  const world = open(basket);
  visit(world, "A", "/debut.pih");
  expect(text(world, "A", "/suite.pih")).toBe("thé (1, 4.5)");
  expect(text(world, "A", "/suite.pih")).toBe("thé (2, 5.5)");
});

test("they live on in a worker that has just begun, which fetches SQLite again before the page goes on", () => {
  const world = open(basket);
  visit(world, "A", "/debut.pih");
  world.server = reread(world.server);
  const empty = new Library();
  for (const name of ["sqlite3"]) empty.add(name, library.source(name) ?? "");
  world.env.library = empty;
  const task = send(world, "A", "/suite.pih");
  let awaited: string[] = [];
  for (let working = true; working; ) ({ working, awaited } = runLive(world.server, world.env));
  expect(awaited).toEqual(["_sqlite3"]);
  if (library.sqlite !== undefined) empty.addSqlite(library.sqlite);
  provideModule(world.server, "_sqlite3");
  while (runLive(world.server, world.env).working);
  expect(task.response && plainText(receive(world, task, task.response)).trim()).toBe("thé (1, 4.5)");
});

test("a persistent session refuses a connection when it is assigned", () => {
  const world = open(basket, { persistent_session: true });
  expect(text(world, "A", "/debut.pih")).toContain(
    "TypeError: the session attribute 'db' cannot be stored on disk: it holds an instance of sqlite3.Connection.",
  );
});

const account = {
  "p.pih": [
    "<%",
    "import sqlite3",
    "db = sqlite3.connect('comptes.db')",
    "db.execute('create table if not exists t(x)')",
    "db.execute('insert into t values (?)', (_x,))",
    "print db.execute('select x from t').fetchall()",
    "if _keep == 'yes': db.commit()",
    "if _keep == 'session': Session().db = db",
    "%>",
  ].join("\n"),
  "fin.pih": "<% Session().close() %>",
  "commit.pih": "<% Session().db.commit() %>",
};

test("a database in a file keeps what was committed, over processes and restarts", () => {
  const world = open(account, { server: "cgi" });
  expect(text(world, "A", "/p.pih?x=1&keep=yes")).toBe("[(u'1',)]");
  expect(text(world, "A", "/p.pih?x=2&keep=no")).toBe("[(u'1',), (u'2',)]");
  restart(world.server, world.env);
  world.server = reread(world.server);
  expect(text(world, "B", "/p.pih?x=3&keep=yes")).toBe("[(u'1',), (u'3',)]");
});

test("a change that a session keeps open locks the database for the others, until it is committed or the session is gone", () => {
  const world = open(account);
  visit(world, "A", "/p.pih?x=1&keep=session");
  expect(text(world, "B", "/p.pih?x=2&keep=yes")).toContain("OperationalError: database is locked");
  world.server = copy(world.server, catalogue);
  expect(text(world, "B", "/p.pih?x=2&keep=yes")).toContain("OperationalError: database is locked");
  visit(world, "A", "/commit.pih");
  expect(text(world, "B", "/p.pih?x=2&keep=yes")).toBe("[(u'1',), (u'2',)]");
  visit(world, "A", "/p.pih?x=3&keep=session");
  visit(world, "A", "/fin.pih");
  expect(text(world, "B", "/p.pih?x=4&keep=yes")).toBe("[(u'1',), (u'2',), (u'4',)]");
});

test("two requests at work on one file: the second finds it locked between any two statements of the first", () => {
  const world = open(account, { server: "multithread", persistent_session: true });
  visit(world, "A", "/p.pih?x=0&keep=yes");
  const first = send(world, "A", "/p.pih?x=1&keep=yes");
  while (first.python === null || first.python.frame?.line !== 6)
    step(world.server, first, world.env, { kind: "statement" });
  const second = send(world, "B", "/p.pih?x=2&keep=yes");
  while (second.phase !== "done") step(world.server, second, world.env, { kind: "statement" });
  expect(second.response && plainText(receive(world, second, second.response))).toContain(
    "database is locked",
  );
  while (first.phase !== "done") step(world.server, first, world.env, { kind: "statement" });
  expect(first.response && plainText(receive(world, first, first.response)).trim()).toBe(
    "[(u'0',), (u'1',)]",
  );
});

test.each([
  ["a count", "SELECT count(*) FROM n"],
  ["rows", "SELECT i FROM n"],
  ["an insertion", "INSERT INTO t SELECT i FROM n"],
])(
  "a query without end that makes %s is stopped by the budget, and the connection is as before it",
  (_, query) => {
    const endless = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ${query}`;
    const world = open(
      {
        "a.pih":
          "<% import sqlite3\ns = Session()\ns.db = sqlite3.connect(':memory:')\ns.db.execute('create table t(x)')\ns.db.execute('insert into t values (1)') %>",
        "b.pih": `<% s = Session()\ntry:\n    s.db.execute('${endless}')\nexcept:\n    print 'caught' %>`,
        "c.pih": "<% s = Session()\ns.db.commit()\nprint s.db.execute('select x from t').fetchall() %>",
      },
      {},
      { steps: 200_000 },
    );
    visit(world, "A", "/a.pih");
    const stopped = text(world, "A", "/b.pih");
    expect(stopped).toMatch(/used its 200,000 steps|MB/);
    expect(stopped).not.toContain("caught");
    expect(text(world, "A", "/c.pih")).toBe("[(1,)]");
  },
);

test("SQL's clock and chance are the engine's: the same world gives the same rows", () => {
  const page = {
    "p.pih":
      "<% import sqlite3\ndb = sqlite3.connect(':memory:')\nprint db.execute(\"select datetime('now'), random(), hex(randomblob(4))\").fetchone() %>",
  };
  const once = text(open(page), "A", "/p.pih");
  expect(text(open(page), "A", "/p.pih")).toBe(once);
  expect(once).toContain("(u'2026-01-01 00:00:01', ");
});

const story = {
  "p.pih": [
    "<%",
    "import sqlite3",
    "s = Session()",
    "if not hasattr(s, 'db'):",
    "    s.db = sqlite3.connect(':memory:')",
    "    s.db.execute('create table t(x, y)')",
    "s.db.execute('insert into t values (random(), ?)', (_x,))",
    "f = open('journal.txt', 'a')",
    "f.write(_x + ';')",
    "bank = sqlite3.connect('banque.db')",
    "bank.execute('create table if not exists t(x)')",
    "cursor = bank.execute('insert into t values (?)', (_x,))",
    "for row in s.db.execute('select x, y from t'):",
    "    print row,",
    "print cursor.lastrowid, bank.execute('select count(*) from t').fetchone(), open('journal.txt').read()",
    "bank.commit()",
    "s.db.commit()",
    "print bank.execute('select last_insert_rowid(), group_concat(x) from t').fetchone()",
    "%>",
  ].join("\n"),
};

/** A world whose second request has taken `steps` steps. */
function storyAt(steps: number): World {
  const world = open(story);
  visit(world, "A", "/p.pih?x=1");
  const task = send(world, "A", "/p.pih?x=2");
  for (let n = 0; n < steps && task.phase !== "done"; n++)
    step(world.server, task, world.env, { kind: "statement" });
  world.events.length = 0;
  world.env.random = createRandom(1);
  return world;
}

function rest(world: World): string {
  const texts: string[] = [];
  const tell = (finished: ReturnType<typeof runLive>["finished"]) => {
    for (const { response } of finished) texts.push(new TextDecoder().decode(response.body));
  };
  for (let working = true; working; ) {
    const result = runLive(world.server, world.env);
    tell(result.finished);
    working = result.working;
  }
  return `${texts.join()} ${JSON.stringify(world.events)} ${text(world, "A", "/p.pih?x=3")}`;
}

test.each(["copy", "bytes"])(
  "stopped at any statement, also inside a transaction, %s of the world goes on as the original",
  (way) => {
    for (let steps = 2; steps < 33; steps += 5) {
      const original = storyAt(steps);
      const twin = storyAt(steps);
      twin.server = way === "copy" ? copy(twin.server, catalogue) : reread(twin.server);
      expect(fingerprint(twin.server, catalogue)).toBe(fingerprint(original.server, catalogue));
      expect(rest(twin)).toBe(rest(original));
    }
  },
  60_000,
);
