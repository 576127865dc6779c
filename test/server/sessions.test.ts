/** The rules of sessions: cookies and ids, closing, the cap, what can be stored. */
import { expect, test } from "vitest";
import { storeCookies } from "../../src/browser/index.ts";
import { configure } from "../../src/server/index.ts";
import { createWorld, eventsOfKind, jarOf, plainText, visit } from "./harness.ts";

const modes = [{ persistent_session: false }, { persistent_session: true }];
const pages = {
  "count.py": "s = Session()\ns.n = getattr(s, 'n', 0) + 1\nprint s.n",
  "close.py": "s = Session()\ns.close()\ns.close()\nprint hasattr(s, 'n')",
  "none.py": "print 'nothing'",
  "id.py": "print Session().sessionId",
};

test.each(modes)("a session counts one browser's visits (%o)", (mode) => {
  const world = createWorld(pages, mode);
  const first = visit(world, "A", "/count.py");
  expect([first.text, visit(world, "A", "/count.py").text, visit(world, "B", "/count.py").text]).toEqual([
    "1\n",
    "2\n",
    "1\n",
  ]);
  expect(first.setCookie).toHaveLength(1);
  expect(visit(world, "A", "/count.py").setCookie).toEqual([]);
});

test("a page that does not call Session() sets no cookie and makes no session", () => {
  const world = createWorld(pages);
  expect(visit(world, "A", "/none.py").setCookie).toEqual([]);
  expect(eventsOfKind(world, "session-opened")).toEqual([]);
});

test("two calls of Session() in a request give the same object", () => {
  const world = createWorld({
    "p.py": "s = Session()\nprint s is Session()\ns.close()\nprint s is Session()",
  });
  expect(visit(world, "A", "/p.py").text).toBe("True\nTrue\n");
  expect(eventsOfKind(world, "session-opened")).toHaveLength(1);
});

test.each(modes)("an id that a browser brings is adopted, without a new cookie (%o)", (mode) => {
  const world = createWorld(pages, mode);
  storeCookies(jarOf(world, "A"), "http://localhost/", ["sessionId=../../forged; Path=/"], 0);
  const page = visit(world, "A", "/id.py");
  expect(page).toMatchObject({ text: "../../forged\n", setCookie: [] });
  expect(eventsOfKind(world, "session-opened")).toMatchObject([{ origin: "adopted" }]);
});

test("with strict_session_ids an unknown id is refused and a fresh one sent", () => {
  const world = createWorld(pages, { strict_session_ids: true });
  storeCookies(jarOf(world, "A"), "http://localhost/", ["sessionId=forged; Path=/"], 0);
  expect(visit(world, "A", "/id.py").setCookie).toEqual([
    expect.stringMatching(/^sessionId=\w{16}; Path=\/$/),
  ]);
  expect(visit(world, "A", "/id.py").setCookie).toEqual([]);
});

test.each(modes)("after close() the same id comes back to an empty session (%o)", (mode) => {
  const world = createWorld(pages, mode);
  const id = visit(world, "A", "/id.py").text;
  visit(world, "A", "/count.py");
  expect(visit(world, "A", "/close.py")).toMatchObject({ text: "False\n", setCookie: [] });
  expect(visit(world, "A", "/count.py")).toMatchObject({ text: "1\n", setCookie: [] });
  expect(visit(world, "A", "/id.py").text).toBe(id);
});

test.each(modes)("one session more than the cap evicts the one created first (%o)", (mode) => {
  const world = createWorld(pages, { ...mode, max_sessions: 2 });
  for (const browser of ["A", "B"]) visit(world, browser, "/count.py");
  visit(world, "A", "/count.py");
  visit(world, "C", "/count.py");
  expect(eventsOfKind(world, "session-evicted")).toMatchObject([{ cap: 2 }]);
  expect(visit(world, "B", "/count.py").text).toBe("2\n");
  expect(visit(world, "A", "/count.py")).toMatchObject({ text: "1\n", setCookie: [] });
});

test("in memory a session holds anything; on disk an instance is refused at the assignment", () => {
  const files = { "p.py": "class C: pass\ns = Session()\ns.a = 1\ns.c = C()\nprint 'kept'" };
  expect(visit(createWorld(files), "A", "/p.py").text).toBe("kept\n");
  const text = plainText(visit(createWorld(files, modes[1]), "A", "/p.py"));
  expect(text).toContain("p.py, line 4");
  expect(text).toMatch(/TypeError: .*\bc\b/);
});

test("an instance put into a stored list is caught when saving, naming the place; nothing is half written", () => {
  const files = {
    "p.py": "class C: pass\ns = Session()\ns.panier = [1]\ns.panier.append(C())",
    "q.py": "print hasattr(Session(), 'panier')",
  };
  const world = createWorld(files, modes[1]);
  expect(plainText(visit(world, "A", "/p.py"))).toMatch(/TypeError: .*panier\[1\]/);
  expect(visit(world, "A", "/q.py").text).toBe("False\n");
  expect(eventsOfKind(world, "session-discarded")).toHaveLength(1);
});

test("a damaged session file gives an error page and touches no other session", () => {
  const world = createWorld(pages, modes[1]);
  const id = visit(world, "A", "/id.py").text.trim();
  visit(world, "B", "/count.py");
  world.server.disk.write(`sessions/${id}`, "garbage", 0);
  expect(plainText(visit(world, "A", "/count.py"))).toContain("is damaged");
  expect(visit(world, "B", "/count.py").text).toBe("2\n");
});

test("lowering the cap needs no restart", () => {
  const world = createWorld(pages);
  visit(world, "A", "/count.py");
  configure(world.server, { ...world.server.configuration, max_sessions: 1 }, world.env);
  expect(eventsOfKind(world, "server-stopped")).toEqual([]);
  visit(world, "B", "/count.py");
  expect(visit(world, "A", "/count.py").text).toBe("1\n");
});
