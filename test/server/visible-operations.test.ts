/** What a page does to modules of the site, to files and to databases, one visible operation after the other. */
import { expect, test } from "vitest";
import { type Environment, moveTask, runLive, type Task } from "../../src/server/index.ts";
import { libraryWithSqlite } from "../sqlite-library.ts";
import { createWorld, eventsOfKind, type Files, plainText, receive, send, type World } from "./harness.ts";

const library = await libraryWithSqlite();

/** What `page` does next at each of its operations, without its beginning and its end; and what it shows. */
function operationsOf(page: string, files: Files = {}): { words: string[]; text: string } {
  const world = createWorld({ "p.py": page, ...files }, { server: "multithread" });
  world.env = { ...world.env, library };
  const task = send(world, "A", "/p.py");
  const words: string[] = [];
  for (;;) {
    const { progress } = moveTask(world.server, task, world.env, { length: "operation" });
    if (progress.kind === "done")
      return { words: words.slice(0, -1), text: plainText(receive(world, task, progress.response)) };
    words.push(progress.at.words);
  }
}

const etat = {
  "etat.py": `
n = 1
panier = []
class Compteur: pass
def plus():
    global n
    n += 1
    return True
def lire(): return n, len(panier)
def oublier():
    global n
    del n
`,
};

test("data of a module of the site is read and written visibly, however that is written", () => {
  const page = `
import etat
print etat.n
etat.n += 2
setattr(etat, 'n', getattr(etat, 'n') + 1)
etat.panier.append(1)
print hasattr(etat, 'm')
etat.m = 'x'
del etat.m
print etat.n`;
  expect(operationsOf(page, etat)).toEqual({
    words: [
      "read etat.n",
      "read etat.n",
      "write etat.n = 3",
      "read etat.n",
      "write etat.n = 4",
      "read etat.panier",
      "read etat.m",
      "write etat.m = 'x'",
      "delete etat.m",
      "read etat.n",
    ],
    text: "1\nFalse\n4\n",
  });
});

test("so are the globals of a module in its own functions; functions, classes and built-in names are no news", () => {
  const page = `
import etat, os
x = etat.Compteur, etat.plus, etat.__name__, os.sep
print etat.plus(), etat.lire()
etat.oublier()
def f():
    global x
    x = 1
    return x
f()`;
  expect(operationsOf(page, etat)).toEqual({
    words: ["read etat.n", "write etat.n = 2", "read etat.n", "read etat.panier", "delete etat.n"],
    text: "True (2, 0)\n",
  });
});

test("two threads that count in a module lose an update, at the operations that are announced", () => {
  const world = createWorld({ ...etat, "p.py": "import etat\netat.plus()" }, { server: "multithread" });
  const [first, second] = [send(world, "A", "/p.py"), send(world, "A", "/p.py")];
  const move = (task: Task) => moveTask(world.server, task, world.env, { length: "operation" });
  for (const task of [first, second]) while (task.at?.operation?.kind !== "module-write") move(task);
  for (const task of [first, second]) while (task.phase !== "done") move(task);
  const third = send(world, "A", "/p.py");
  while (third.at?.operation?.kind !== "module-write") move(third);
  expect(third.at.operation).toEqual({
    kind: "module-write",
    object: "module:etat",
    name: "etat.n",
    value: "3",
  });
});

test("opening, reading and writing files are operations, closing is not", () => {
  const page = `
f = open('notes.txt', 'w')
f.write('a\\n')
print >>f, 'b'
f.flush()
f.close()
with file('notes.txt') as g:
    print g.readline(),
    for line in g: print line,
print open('notes.txt').read(),`;
  expect(operationsOf(page)).toEqual({
    words: [
      "open notes.txt",
      "write to notes.txt",
      "write to notes.txt",
      "open notes.txt",
      "read notes.txt",
      "read notes.txt",
      "open notes.txt",
      "read notes.txt",
    ],
    text: "a\nb\na\nb\n",
  });
});

test("so is what os does with them, each call one operation", () => {
  const page = `
import os
print os.path.exists('a.txt')
open('a.txt', 'w').close()
os.rename('a.txt', 'b.txt')
print os.listdir('.')[:1], os.path.getsize('b.txt')
os.remove('b.txt')`;
  expect(operationsOf(page)).toEqual({
    words: ["read a.txt", "open a.txt", "write to a.txt", "read /", "read b.txt", "write to b.txt"],
    text: "False\n['b.txt'] 0\n",
  });
});

test("what is printed, and what has no file, is nobody else's affair", () => {
  const page =
    "import sys\nprint >>sys.stdout, 'a'\nsys.stdout.write('b')\nfor x in [1]: print x\nprint open";
  expect(operationsOf(page).words).toEqual([]);
});

test("each statement of a database in a file is one operation", () => {
  const page = `
import sqlite3
c = sqlite3.connect('shop.db')
c.execute('create table t (n)')
c.execute('insert into t values (?)', (1,))
c.executemany('insert into t values (?)', [(2,), (3,)])
c.commit()
c.commit()
print c.execute('select sum(n) from t').fetchone()
c.execute('delete from t')
c.rollback()
c.close()
m = sqlite3.connect(':memory:')
m.execute('create table t (n)')`;
  expect(operationsOf(page)).toEqual({
    words: [
      "create table t (n) in shop.db",
      "insert into t values (?) in shop.db",
      "insert into t values (?) in shop.db",
      "COMMIT in shop.db",
      "select sum(n) from t in shop.db",
      "delete from t in shop.db",
      "ROLLBACK in shop.db",
    ],
    text: "(6,)\n",
  });
});

test("a request that stood before an operation of a module waits for locks all the same when it goes on live", () => {
  const world = createWorld(
    {
      "v.py": "import threading\nl = threading.Lock()\nn = 0\ndef f(): return n",
      "p.py": "import v\nv.f()\nwith v.l: print 'p'",
      "keep.py": "import v\nv.l.acquire()",
    },
    { server: "multithread" },
  );
  const [holder, task] = [send(world, "A", "/keep.py"), send(world, "A", "/p.py")];
  const until = (each: Task, kind: string): void => {
    while (each.at?.operation?.kind !== kind)
      moveTask(world.server, each, world.env, { length: "operation" });
  };
  until(holder, "lock-acquire");
  until(task, "module-read");
  moveTask(world.server, holder, world.env, { length: "operation" });
  live(world, world.env);
  expect(task.waitsFor).toMatchObject({ kind: "lock", name: "v.py, line 2" });
  expect(eventsOfKind(world, "script-error")).toEqual([]);
});

function live(world: World, env: Environment): void {
  while (runLive(world.server, env).working);
}
