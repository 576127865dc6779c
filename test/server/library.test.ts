/** A request waits for the standard modules that its page imports, before the page runs. */
import { expect, test } from "vitest";
import { copy, createCatalogue, read, write } from "../../src/image/index.ts";
import { Library, pythonNamed, pythonShapes, wholeLibrary } from "../../src/python/index.ts";
import {
  progressOf,
  provideModule,
  refuseModule,
  runLive,
  type Server,
  serverNamed,
  serverShapes,
  step,
  type Task,
} from "../../src/server/index.ts";
import { sessionNamed, sessionShapes } from "../../src/sessions/index.ts";
import { createWorld, type Files, plainText, receive, send, visit, type World } from "./harness.ts";

const catalogue = createCatalogue({
  shapes: [...pythonShapes, ...sessionShapes, ...serverShapes],
  named: [...pythonNamed(), ...sessionNamed, ...serverNamed],
});

/** A world in which no module has been brought. */
function emptyHanded(files: Files, configuration = {}): World {
  const world = createWorld(files, configuration);
  world.env.library = new Library();
  return world;
}

/** Runs until nothing moves; what is waited for. */
function runToStandstill(world: World): string[] {
  for (;;) {
    const { working, awaited } = runLive(world.server, world.env);
    if (!working) return awaited;
  }
}

function bring(world: World, name: string): void {
  world.env.library?.add(name, wholeLibrary().source(name) ?? "");
  provideModule(world.server, name);
}

function answerOf(world: World, task: Task): string {
  const progress = progressOf(task);
  return progress.kind === "done" ? plainText(receive(world, task, progress.response)) : "not answered";
}

test("a page waits for what it imports, and goes on when that has been brought", () => {
  const world = emptyHanded({ "p.pih": "<% import random, os.path %><%= os.path.join('a', 'b') %>" });
  const task = send(world, "A", "/p.pih");
  expect(runToStandstill(world)).toEqual(["errno", "math", "os", "posix", "posixpath", "random"]);
  expect(progressOf(task)).toMatchObject({
    kind: "paused",
    at: {
      words: "wait for the standard modules errno, math, os, posix, posixpath, random",
      modules: ["errno", "math", "os", "posix", "posixpath", "random"],
    },
  });
  bring(world, "errno");
  bring(world, "math");
  bring(world, "os");
  bring(world, "random");
  expect(runToStandstill(world)).toEqual(["posix", "posixpath"]);
  bring(world, "posix");
  bring(world, "posixpath");
  expect(runToStandstill(world)).toEqual([]);
  expect(answerOf(world, task)).toBe("a/b");
});

test("a page that imports nothing, or only what the machine has, waits for nothing", () => {
  const world = emptyHanded({ "p.pih": "<% import sys %><%= sys.byteorder %>" });
  expect(plainText(visit(world, "A", "/p.pih"))).toBe("little");
});

test("what the site's own modules and included pages import is waited for too", () => {
  const world = emptyHanded({
    "p.pih": "<% import outils\nInclude('pied.pih') %>",
    "outils.py": "from paquet import autre\n",
    "paquet/__init__.py": "",
    "paquet/autre.py": "import copy\n",
    "pied.pih": "<% import cgi %>",
  });
  send(world, "A", "/p.pih");
  expect(runToStandstill(world)).toEqual(["_urlencoded", "cStringIO", "cgi", "copy", "copy_reg", "types"]);
});

test("a module of the site hides the standard one of its name", () => {
  const world = emptyHanded({
    "p.pih": "<% import random %><%= random.mine %>",
    "random.py": "mine = 'yes'\n",
  });
  expect(plainText(visit(world, "A", "/p.pih"))).toBe("yes");
});

test("a module that cannot be brought gives a page that names it; the next request works", () => {
  const world = emptyHanded({ "p.pih": "<% import json %><%= json.dumps(1) %>" });
  const task = send(world, "A", "/p.pih");
  runToStandstill(world);
  refuseModule(world.server, world.env, "json");
  runToStandstill(world);
  expect(answerOf(world, task)).toMatch(
    /ImportError: the module json could not be loaded.*Check the connection, then reload the page/s,
  );
  world.env.library = wholeLibrary();
  expect(plainText(visit(world, "A", "/p.pih"))).toBe("1");
});

test.each(["copy", "bytes"])("a request that waits for a module survives as %s", (way) => {
  const world = emptyHanded({ "p.pih": "<% import json %><%= json.dumps([1, None]) %>" });
  send(world, "A", "/p.pih");
  runToStandstill(world);
  if (way === "copy") world.server = copy(world.server, catalogue);
  else {
    const result = read(write(world.server, catalogue), catalogue);
    if (!result.ok) throw new Error(result.reason);
    world.server = result.root as Server;
  }
  expect(runToStandstill(world)).toEqual(["json"]);
  const [task] = world.server.tasks;
  bring(world, "json");
  runToStandstill(world);
  expect(task && answerOf(world, task)).toBe("[1, null]");
});

test("a request stopped before its import waits again where the module is not known", () => {
  const world = createWorld({ "p.pih": "<% x = 1\nimport json %><%= json.dumps(x) %>" });
  const task = send(world, "A", "/p.pih");
  for (let n = 0; n < 3; n++) step(world.server, task, world.env, { kind: "statement" });
  world.env.library = new Library();
  expect(runToStandstill(world)).toEqual(["json"]);
  bring(world, "json");
  runToStandstill(world);
  expect(answerOf(world, task)).toBe("1");
});

test("stepping by statements stays in the page", () => {
  const world = createWorld({
    "p.pih":
      "<% import random\nfrom collections import namedtuple\nP = namedtuple('P', 'x y')\nrandom.seed(1)\nprint P(1, 2).x, random.randint(1, 6) %>",
  });
  const task = send(world, "A", "/p.pih");
  const files = new Set<string | undefined>();
  const lines: (number | undefined)[] = [];
  for (;;) {
    const progress = step(world.server, task, world.env, { kind: "statement" });
    if (progress.kind === "done") break;
    if (progress.at.file === undefined) continue;
    files.add(progress.at.file);
    lines.push(progress.at.line);
  }
  expect([...files]).toEqual(["p.pih"]);
  expect([...new Set(lines)]).toEqual([1, 2, 3, 4, 5]);
  expect(lines.length).toBeLessThan(8);
});

test("other requests go on while one waits for a module, where the server has threads", () => {
  const world = emptyHanded(
    { "a.pih": "<% import json %>a", "b.pih": "<%= 'b' %>" },
    { server: "multithread", persistent_session: true },
  );
  send(world, "A", "/a.pih");
  const other = send(world, "A", "/b.pih");
  expect(runToStandstill(world)).toEqual(["json"]);
  expect(answerOf(world, other)).toBe("b");
});

test("a server without a library says what to do", () => {
  const world = createWorld({ "p.pih": "<% import json %>" });
  delete world.env.library;
  expect(plainText(visit(world, "A", "/p.pih"))).toContain("ImportError: No module named json here yet");
});
