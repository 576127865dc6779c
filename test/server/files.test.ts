/** The files that pages open: the site's to read, their own to write, on the server's disk. */
import { expect, test } from "vitest";
import { restart } from "../../src/server/index.ts";
import { createWorld, eventsOfKind, plainText, visit } from "./harness.ts";

const counter = [
  "<%",
  "import os.path",
  "n = 0",
  "if os.path.exists('n.txt'):",
  "    n = int(open('n.txt').read())",
  "open('n.txt', 'w').write(str(n + 1))",
  "print n",
  "%>",
].join("\n");

test("what a page writes is there at the next visit, in every kind of server, and after a restart", () => {
  const world = createWorld({ "p.pih": counter }, { server: "cgi" });
  expect(plainText(visit(world, "A", "/p.pih")).trim()).toBe("0");
  expect(plainText(visit(world, "B", "/p.pih")).trim()).toBe("1");
  restart(world.server, world.env);
  expect(plainText(visit(world, "A", "/p.pih")).trim()).toBe("2");
});

test("paths begin in the folder of the page and never leave the site", () => {
  const world = createWorld({
    "prix.txt": "racine",
    "panier/prix.txt": "caf\u00e9",
    "panier/p.pih":
      "<% import os\nprint open('prix.txt').read(), open('../prix.txt').read(), open('/prix.txt').read(), open('../../../../prix.txt').read(), os.getcwd() %>",
  });
  expect(plainText(visit(world, "A", "/panier/p.pih")).trim()).toBe("café racine racine racine /panier");
});

test("writing over a file of the site changes what scripts read, not what browsers get", () => {
  const world = createWorld({
    "a.txt": "site",
    "p.pih":
      "<% import os\nf = open('a.txt', 'a')\nf.write('!')\nf.close()\nprint open('a.txt').read()\nos.remove('a.txt')\nprint open('a.txt').read()\nos.remove('a.txt') %>",
  });
  expect(plainText(visit(world, "A", "/p.pih"))).toContain("OSError: [Errno 13] Permission denied: 'a.txt'");
  expect(visit(world, "A", "/a.txt").text).toBe("site");
});

test("files that pages write have no address", () => {
  const world = createWorld({ "p.pih": "<% open('b.html', 'w').write('x') %>ok" });
  visit(world, "A", "/p.pih");
  expect(visit(world, "A", "/b.html").status).toBe(404);
  expect(visit(world, "A", "/files/b.html").status).toBe(404);
});

test("the server's own folders are not among the files that pages see", () => {
  const world = createWorld(
    {
      "p.pih":
        "<% import os\nSession().x = 1\nprint os.path.exists('/sessions'), os.path.exists('../sessions'), os.listdir('/') %>",
    },
    { persistent_session: true },
  );
  visit(world, "A", "/p.pih");
  expect(world.server.disk.count("sessions")).toBe(1);
  expect(plainText(visit(world, "A", "/p.pih")).trim()).toBe("False False ['p.pih']");
});

test("pages see folders of the site and their own as one", () => {
  const world = createWorld({
    "img/a.png": "a",
    "p.pih":
      "<% import os\nos.mkdir('notes')\nopen('img/b.png', 'w')\nopen('notes/x', 'w')\nprint os.listdir('.'), os.listdir('img'), os.listdir('notes')\nos.remove('notes/x')\nos.rmdir('notes')\nprint os.path.isdir('notes') %>",
  });
  expect(plainText(visit(world, "A", "/p.pih")).trim()).toBe(
    "['img', 'notes', 'p.pih'] ['a.png', 'b.png'] ['x']\nFalse",
  );
});

test("an open file lives in a memory session, where it was, also for a page in another folder", () => {
  const world = createWorld({
    "a.pih": "<% s = Session()\ns.f = open('journal.txt', 'w+')\ns.f.write('un\\ndeux\\n')\ns.f.seek(0) %>",
    "b/b.pih": "<% s = Session()\nprint s.f.readline(), s.f.name, s.f.tell(), %>",
  });
  visit(world, "A", "/a.pih");
  expect(plainText(visit(world, "A", "/b/b.pih")).trim()).toBe("un\njournal.txt 3");
  expect(plainText(visit(world, "A", "/b/b.pih")).trim()).toBe("deux\njournal.txt 8");
});

test("a persistent session refuses an open file when it is assigned", () => {
  const world = createWorld(
    { "p.pih": "<% s = Session()\ns.f = open('x', 'w') %>" },
    { persistent_session: true },
  );
  expect(plainText(visit(world, "A", "/p.pih"))).toMatch(
    /TypeError: the session attribute 'f' cannot be stored on disk: it holds a file/,
  );
  expect(eventsOfKind(world, "session-saved")).toEqual([]);
});

test("a page cannot fill the disk", () => {
  const world = createWorld({
    "p.pih": "<% f = open('x', 'w')\nwhile True:\n    f.write('x' * 1000000)\n%>",
  });
  expect(plainText(visit(world, "A", "/p.pih"))).toContain("IOError: [Errno 28] No space left on device");
});
