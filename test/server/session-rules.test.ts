/** The rules of sessions, servers and races: one test for each, named by what it is about. */
import { expect, test } from "vitest";
import { storeCookies } from "../../src/browser/index.ts";
import type { Configuration } from "../../src/project/index.ts";
import { configure, restart, runLive, step, type Task } from "../../src/server/index.ts";
import { readDiskSessions, sessionPath } from "../../src/sessions/index.ts";
import {
  createRandom,
  createWorld,
  eventsOfKind,
  type Files,
  jarOf,
  plainText,
  receive,
  send,
  type Visit,
  visit,
  type World,
} from "./harness.ts";

const modes = [{ persistent_session: false }, { persistent_session: true }];
const disk = { persistent_session: true };
const pages = {
  "open.py": "print Session().sessionId",
  "count.py": "s = Session()\ns.n = getattr(s, 'n', 0) + 1\nprint s.n",
  "close.py": "Session().close()",
  "dump.py": "s = Session()\nprint ' '.join(n for n in 'abn' if hasattr(s, n))",
  "a.py": "s = Session()\ns.a = 1",
  "b.py": "s = Session()\ns.b = 1",
};

function run(code: string, configuration: Partial<Configuration> = {}): Visit {
  return visit(createWorld({ "p.py": code }, configuration), "A", "/p.py");
}

/** Steps one statement at a time until `when` says so or the task is answered. */
function stepUntil(world: World, task: Task, when: (task: Task) => boolean = () => false): string {
  while (!when(task)) {
    const progress = step(world.server, task, world.env, { kind: "statement" });
    if (progress.kind === "done") return receive(world, task, progress.response).text;
  }
  return "";
}

/** All requests at once, by the server's own rules; their texts. */
function together(world: World, browser: string, paths: string[]): string[] {
  const tasks = paths.map((path) => send(world, browser, path));
  const texts = new Map<Task, string>();
  for (let working = true; working; ) {
    const progress = runLive(world.server, world.env);
    for (const { task, response } of progress.finished) texts.set(task, receive(world, task, response).text);
    working = progress.working;
  }
  return tasks.map((task) => texts.get(task) ?? "");
}

// Sessions

test.each(modes)("cookie: 16 characters, Path=/, no expiry, in the first reply only (%o)", (mode) => {
  const world = createWorld(pages, mode);
  expect(visit(world, "A", "/open.py").setCookie).toEqual([
    expect.stringMatching(/^sessionId=[a-zA-Z0-9]{16}; Path=\/$/),
  ]);
  expect(visit(world, "A", "/open.py").setCookie).toEqual([]);
});

test.each(modes)("no Session() call: no cookie, no session (%o)", (mode) => {
  const world = createWorld({ "p.py": "print 'Session'" }, mode);
  expect(visit(world, "A", "/p.py").setCookie).toEqual([]);
  expect(readDiskSessions(world.server.disk)).toEqual([]);
  expect(world.server.processes[0]?.sessions.size).toBe(0);
});

test.each(modes)("an unknown, evicted or closed id is adopted, empty, without a new cookie (%o)", (mode) => {
  const world = createWorld(pages, { ...mode, max_sessions: 1 });
  storeCookies(jarOf(world, "A"), "http://localhost/", ["sessionId=forged; Path=/"], 0);
  expect(visit(world, "A", "/open.py")).toMatchObject({ text: "forged\n", setCookie: [] });
  visit(world, "A", "/count.py");
  visit(world, "B", "/open.py");
  expect(visit(world, "A", "/count.py")).toMatchObject({ text: "1\n", setCookie: [] });
  visit(world, "A", "/close.py");
  expect(visit(world, "A", "/count.py")).toMatchObject({ text: "1\n", setCookie: [] });
});

test.each(modes)(
  "strict_session_ids: an unknown, evicted or closed id is refused for a fresh one (%o)",
  (mode) => {
    const world = createWorld(pages, { ...mode, strict_session_ids: true, max_sessions: 1 });
    storeCookies(jarOf(world, "A"), "http://localhost/", ["sessionId=forged; Path=/"], 0);
    const first = visit(world, "A", "/open.py");
    expect(first.setCookie).toHaveLength(1);
    expect(first.text).not.toBe("forged\n");
    visit(world, "B", "/open.py");
    expect(visit(world, "A", "/open.py").setCookie).toHaveLength(1);
    visit(world, "A", "/close.py");
    expect(visit(world, "A", "/open.py").setCookie).toHaveLength(1);
  },
);

test.each(modes)("two Session() calls in a request: the same object (%o)", (mode) => {
  expect(run("print Session() is Session()", mode).text).toBe("True\n");
});

test.each(modes)(
  "attributes: assign, read, delete, hasattr; a missing one is an AttributeError (%o)",
  (mode) => {
    const code = [
      "s = Session()",
      "s.prenom = 'Jean'",
      "print s.prenom, hasattr(s, 'prenom'), hasattr(s, 'nom')",
      "del s.prenom",
      "for action in ('s.prenom', 'del s.prenom'):",
      "  try: exec action",
      "  except AttributeError, e: print e",
    ].join("\n");
    const missing = "'SessionObject' object has no attribute 'prenom'\n";
    expect(run(code, mode).text).toBe(`Jean True False\n${missing}${missing}`);
  },
);

test.each(modes)(
  "close(): all is gone at once and from the store, the cookie stays, twice is harmless (%o)",
  (mode) => {
    const code = "s = Session()\ns.a = 1\ns.close()\ns.close()\nprint hasattr(s, 'a')\nprint s.a";
    const world = createWorld({ ...pages, "p.py": code }, mode);
    visit(world, "A", "/a.py");
    const page = visit(world, "A", "/p.py");
    expect(page.setCookie).toEqual([]);
    expect(plainText(page)).toContain("AttributeError: 'SessionObject' object has no attribute 'a'");
    expect(readDiskSessions(world.server.disk)).toEqual([]);
    expect(visit(world, "A", "/dump.py").text).toBe("\n");
  },
);

test.each(modes)(
  "cap: the session created first goes, and its browser finds an empty one under its old id (%o)",
  (mode) => {
    const world = createWorld(pages, { ...mode, max_sessions: 3 });
    const [oldest = ""] = ["A", "B", "C"].map((browser) => visit(world, browser, "/open.py").text.trim());
    visit(world, "A", "/count.py");
    visit(world, "D", "/count.py");
    expect(eventsOfKind(world, "session-evicted")).toMatchObject([{ session: oldest, cap: 3 }]);
    expect(visit(world, "A", "/open.py")).toMatchObject({ text: `${oldest}\n`, setCookie: [] });
    expect(visit(world, "A", "/count.py").text).toBe("1\n");
  },
);

test("cap: it is 1000 unless something else is said", () => {
  const world = createWorld(pages);
  for (let n = 0; n < 1001; n++) visit(world, `visitor ${n}`, "/open.py");
  expect(world.server.processes[0]?.sessions.size).toBe(1000);
  expect(eventsOfKind(world, "session-evicted")).toHaveLength(1);
});

test("memory mode: one live object holds anything, the same one for every request of the process", () => {
  const world = createWorld({
    "keep.py": [
      "class Panier:",
      "  def __init__(self): self.livres = []",
      "  def total(self): return len(self.livres)",
      "def numbers():",
      "  n = 0",
      "  while 1:",
      "    n += 1",
      "    yield n",
      "s = Session()",
      "s.panier = s.encore = Panier()",
      "s.double = lambda x: 2 * x",
      "s.numbers = numbers()",
      "print s.numbers.next()",
    ].join("\n"),
    "use.py": [
      "s = Session()",
      "s.panier.livres.append('Candide')",
      "print s.panier is s.encore, s.panier.total(), s.double(21), s.numbers.next()",
    ].join("\n"),
    "is.py":
      "s = Session()\nimport memo\nprint getattr(memo, 'held', s) is s, s.panier.livres\nmemo.held = s",
    "memo.py": "",
  });
  expect(visit(world, "A", "/keep.py").text).toBe("1\n");
  expect(visit(world, "A", "/use.py").text).toBe("True 1 42 2\n");
  expect(visit(world, "A", "/use.py").text).toBe("True 2 42 3\n");
  expect(visit(world, "A", "/is.py").text).toBe("True ['Candide', 'Candide']\n");
  expect(visit(world, "A", "/is.py").text).toBe("True ['Candide', 'Candide']\n");
});

test("memory mode: a change is visible at once to the other threads", () => {
  const files = { ...pages, "wait.py": "s = Session()\nwhile not hasattr(s, 'a'): pass\nprint 'seen'" };
  const world = createWorld(files, { server: "multithread" });
  visit(world, "A", "/open.py");
  expect(together(world, "A", ["/wait.py", "/a.py"])[0]).toBe("seen\n");
});

const endings: [ending: string, code: string, saved: boolean][] = [
  ["the normal end", "pass", true],
  ["a redirection", "raise HTTP_REDIRECTION, 'x'", true],
  ["an uncaught exception", "1/0", false],
  ["SCRIPT_END", "raise SCRIPT_END", false],
];

test.each(endings)("persistent mode: at %s the object is written back, or lost", (_ending, code, saved) => {
  const world = createWorld({ ...pages, "p.py": `s = Session()\ns.a = 1\n${code}` }, disk);
  visit(world, "A", "/p.py");
  expect(visit(world, "A", "/dump.py").text).toBe(saved ? "a\n" : "\n");
});

test("persistent mode: every built-in type of the list comes back, shared and cyclic values too", () => {
  const values =
    "[None, True, 1, 2**70, 1.5, 2j, 'a', u'\\xe9', (1,), [2], {'k': [3]}, set([4]), frozenset([5])]";
  const world = createWorld(
    {
      "p.py": `s = Session()\ns.v = ${values}\nl = []\nl.append(l)\ns.pair = [l, l]`,
      "q.py": `s = Session()\nprint s.v == ${values}, s.pair[0] is s.pair[1], s.pair[0][0] is s.pair[0]`,
    },
    disk,
  );
  visit(world, "A", "/p.py");
  expect(visit(world, "A", "/q.py").text).toBe("True True True\n");
});

const foreign: [type: string, code: string][] = [
  ["instance of C", "class C: pass\nx = C()"],
  ["instance of D", "class D(object): pass\nx = D()"],
  ["function", "def x(): pass"],
  ["generator", "x = (i for i in [1])"],
  ["module", "import sys\nx = sys"],
  ["type", "x = int"],
];

test.each(foreign)(
  "persistent mode: a value of another type (%s) is refused at the assignment",
  (type, code) => {
    const program = `s = Session()\n${code}\ntry: s.objet = x\nexcept TypeError, e: print e\nprint hasattr(s, 'objet')`;
    expect(run(program, disk).text).toMatch(
      new RegExp(
        `^the session attribute 'objet' cannot be stored on disk: it holds an? ${type}\\..*\nFalse\n$`,
      ),
    );
  },
);

test("persistent mode: a value smuggled into a list is named when saving, and nothing is half written", () => {
  const files = {
    ...pages,
    "p.py":
      "class Client: pass\ns = Session()\ns.a = 2\ns.panier = [0, 1, {'proprietaire': 0}]\ns.panier[2]['proprietaire'] = Client()",
  };
  const world = createWorld(files, disk);
  const id = visit(world, "A", "/open.py").text.trim();
  const before = world.server.disk.read(sessionPath(id))?.content;
  expect(plainText(visit(world, "A", "/p.py"))).toMatch(/TypeError: .*panier\[2\]\.proprietaire/);
  expect(world.server.disk.read(sessionPath(id))?.content).toBe(before);
});

test("switching the mode restarts the server: sessions on disk stay, those in memory are gone", () => {
  const world = createWorld(pages, disk);
  visit(world, "A", "/count.py");
  const { configuration } = world.server;
  configure(world.server, { ...configuration, persistent_session: false }, world.env);
  expect(visit(world, "A", "/count.py").text).toBe("1\n");
  configure(world.server, configuration, world.env);
  expect(visit(world, "A", "/count.py").text).toBe("2\n");
  configure(world.server, { ...configuration, persistent_session: false }, world.env);
  expect(visit(world, "A", "/count.py").text).toBe("1\n");
  expect(eventsOfKind(world, "server-stopped").map(({ sessionsLost }) => sessionsLost)).toEqual([0, 1, 0]);
});

test.each(modes)("restart: the ids stay with the browsers, the content only on disk (%o)", (mode) => {
  const world = createWorld(pages, mode);
  const id = visit(world, "A", "/open.py").text;
  visit(world, "A", "/count.py");
  restart(world.server, world.env);
  expect(visit(world, "A", "/count.py").text).toBe(mode.persistent_session ? "2\n" : "1\n");
  expect(visit(world, "A", "/open.py").text).toBe(id);
});

const restarting: [change: Partial<Configuration>, restarts: boolean][] = [
  [{ persistent_session: true }, true],
  [{ server: "multithread" }, true],
  [{ processes: 5 }, true],
  [{ max_sessions: 7 }, false],
  [{ strict_session_ids: true }, false],
  [{ session_lock: "request" }, false],
  [{ error_status: 500 }, false],
];

test.each(restarting)("options: %o restarts the server: %s", (change, restarts) => {
  const world = createWorld(pages, { server: "multiprocess" });
  visit(world, "A", "/count.py");
  configure(world.server, { ...world.server.configuration, ...change }, world.env);
  expect(eventsOfKind(world, "server-stopped")).toHaveLength(restarts ? 1 : 0);
  expect(eventsOfKind(world, "configuration-changed")).toHaveLength(1);
});

// Server kinds

const kinds = ["monoprocess", "multithread", "multiprocess", "cgi"] as const;
const slow: Files = {
  ...pages,
  "slow.py": "s = Session()\nn = getattr(s, 'n', 0)\nfor i in range(40): pass\ns.n = n + 1\nprint s.n",
};

test("monoprocess: one request at a time, in arrival order, and memory sessions are correct", () => {
  const world = createWorld(slow);
  visit(world, "A", "/open.py");
  expect(together(world, "A", ["/slow.py", "/slow.py", "/slow.py"])).toEqual(["1\n", "2\n", "3\n"]);
});

test("multithread: memory sessions survive, but updates on the shared object are lost", () => {
  const world = createWorld(slow, { server: "multithread" });
  visit(world, "A", "/open.py");
  together(world, "A", Array(6).fill("/slow.py"));
  const kept = Number(visit(world, "A", "/count.py").text) - 1;
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(6);
});

test("multiprocess: each process has its own memory, so that a value flickers", () => {
  const world = createWorld(pages, { server: "multiprocess" });
  visit(world, "A", "/a.py");
  const seen = Array.from({ length: 12 }, () => visit(world, "A", "/dump.py").text);
  expect(new Set(seen)).toEqual(new Set(["a\n", "\n"]));
});

test("cgi: a new process for each request; each page starts empty with the same id", () => {
  const world = createWorld(pages, { server: "cgi" });
  const id = visit(world, "A", "/open.py").text;
  expect([1, 2, 3].map(() => visit(world, "A", "/count.py").text)).toEqual(["1\n", "1\n", "1\n"]);
  expect(visit(world, "A", "/open.py")).toMatchObject({ text: id, setCookie: [] });
  const answered = eventsOfKind(world, "response").map(({ process }) => process);
  expect(new Set(answered).size).toBe(answered.length);
});

test.each(kinds)("persistent sessions work in all four (%s)", (server) => {
  const world = createWorld(pages, { server, ...disk });
  expect([1, 2, 3, 4].map(() => visit(world, "A", "/count.py").text).join("")).toBe("1\n2\n3\n4\n");
});

test.each(kinds)(
  "memory sessions with the last three print Karrigell's warning in the log (%s)",
  (server) => {
    const warnings = [createWorld({}, { server }), createWorld({}, { server, ...disk })].map((world) =>
      eventsOfKind(world, "log").filter(({ level }) => level === "warning"),
    );
    expect(warnings.map(({ length }) => length)).toEqual([server === "monoprocess" ? 0 : 1, 0]);
  },
);

test.each(kinds)(
  "the process and the thread that answered are on every event of a request (%s)",
  (server) => {
    const files = { ...slow, "bad.py": "s = Session()\nimport sys\nprint >>sys.stderr, 1\ns.x" };
    const world = createWorld(files, { server, session_lock: "request", max_sessions: 1 });
    visit(world, "A", "/open.py");
    together(world, "A", ["/slow.py", "/bad.py", "/slow.py", "/none.py", "/close.py"]);
    visit(world, "B", "/open.py");
    const events = world.events.filter(({ request }) => request !== undefined);
    expect(events.length).toBeGreaterThan(30);
    for (const { process = 0, thread = 0, browser = "" } of events)
      expect([process > 0, thread > 0, browser !== ""]).toEqual([true, true, true]);
  },
);

test.each(kinds)("who answers, and all else, is decided by the seed (%s)", (server) => {
  const story = (seed: number) => {
    const world = createWorld(slow, { server });
    world.env.random = createRandom(seed);
    for (let round = 0; round < 5; round++) together(world, "A", ["/slow.py", "/count.py", "/dump.py"]);
    return world.events;
  };
  expect(JSON.stringify(story(1))).toBe(JSON.stringify(story(1)));
  const processes = (seed: number) =>
    story(seed).flatMap(({ kind, process }) => (kind === "request" ? [process] : []));
  if (server === "multiprocess") expect(processes(1)).not.toEqual(processes(2));
  else expect(processes(1)).toEqual(processes(2));
});

// Frames and races

test("frames: a first visit with two makes two sessions, the last Set-Cookie wins, one is an orphan", () => {
  const world = createWorld(pages);
  const [orphan, kept] = together(world, "A", ["/open.py", "/open.py"]);
  expect(world.server.processes[0]?.sessions.size).toBe(2);
  expect(visit(world, "A", "/open.py").text).toBe(kept);
  expect(orphan).not.toBe(kept);
});

test("races, persistent: the last writer wins even over attributes it never touched", () => {
  const world = createWorld(pages, { server: "multithread", ...disk });
  visit(world, "A", "/open.py");
  const [first, second] = [send(world, "A", "/a.py"), send(world, "A", "/b.py")];
  for (const task of [first, second]) stepUntil(world, task, ({ session }) => session !== null);
  for (const task of [first, second]) stepUntil(world, task);
  expect(visit(world, "A", "/dump.py").text).toBe("b\n");
});

test("races, persistent: a close() in one frame can be undone by the other's save", () => {
  const world = createWorld(pages, { server: "multithread", ...disk });
  visit(world, "A", "/a.py");
  const [writer, closer] = [send(world, "A", "/b.py"), send(world, "A", "/close.py")];
  stepUntil(world, writer, ({ session }) => session !== null);
  stepUntil(world, closer);
  stepUntil(world, writer);
  expect(visit(world, "A", "/dump.py").text).toBe("a b\n");
});

test("races, threads in memory: read, change, write loses an update between statements", () => {
  const world = createWorld(slow, { server: "multithread" });
  visit(world, "A", "/open.py");
  const [first, second] = [send(world, "A", "/slow.py"), send(world, "A", "/slow.py")];
  for (const task of [first, second]) stepUntil(world, task, ({ at }) => at?.line === 4);
  expect([first, second].map((task) => stepUntil(world, task))).toEqual(["1\n", "1\n"]);
});

test("races, threads in memory: a close() empties the object under the other", () => {
  const world = createWorld(
    { ...pages, "read.py": "s = Session()\nprint s.a\nprint s.a" },
    { server: "multithread" },
  );
  visit(world, "A", "/a.py");
  const [reader, closer] = [send(world, "A", "/read.py"), send(world, "A", "/close.py")];
  stepUntil(world, reader, ({ at }) => at?.line === 3);
  stepUntil(world, closer);
  expect(stepUntil(world, reader)).toContain("object has no attribute &#39;a&#39;");
});

test("one process: nothing is lost, but a page that needs another's value may come first", () => {
  const files = { ...pages, "need.py": "print Session().a" };
  const orders = [
    ["/a.py", "/need.py"],
    ["/need.py", "/a.py"],
  ].map((paths) => {
    const world = createWorld(files);
    visit(world, "A", "/open.py");
    return together(world, "A", paths).join("");
  });
  expect(orders[0]).toBe("1\n");
  expect(orders[1]).toContain("AttributeError");
});
