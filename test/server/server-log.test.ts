/** The server's log: the warning, what scripts write to `sys.stderr`, their errors, damaged files, stopped requests. */
import { expect, test } from "vitest";
import { step, stop } from "../../src/server/index.ts";
import { createWorld, eventsOfKind, send, visit, type World } from "./harness.ts";

function messages(world: World): string[] {
  return eventsOfKind(world, "log").map(({ message }) => message);
}

test("print >>sys.stderr logs whole lines, with the request and the line of the page", () => {
  const world = createWorld({
    "p.py": "import sys\nprint >>sys.stderr, 'un', 2\nprint 'page'\nprint >>sys.stderr, 'très', 'bien'",
  });
  expect(visit(world, "A", "/p.py").text).toBe("page\n");
  expect(eventsOfKind(world, "log")).toEqual([
    {
      kind: "log",
      level: "info",
      message: "un 2",
      request: 1,
      browser: "A",
      process: 1,
      thread: 1,
      file: "p.py",
      line: 2,
    },
    {
      kind: "log",
      level: "info",
      message: "très bien",
      request: 1,
      browser: "A",
      process: 1,
      thread: 1,
      file: "p.py",
      line: 4,
    },
  ]);
});

test("sys.stderr.write is cut into lines; what has no end is logged when the request is over", () => {
  const world = createWorld({
    "p.py": "import sys\nsys.stderr.write('a\\nb')\nsys.stderr.write('c\\n\\nd')\nprint 1/0",
  });
  visit(world, "A", "/p.py");
  expect(messages(world)).toEqual(["a", "bc", "", "d"]);
});

test("a request that writes without end does not push all else out of the log", () => {
  const world = createWorld({
    "p.py": "import sys\nfor n in range(500): print >>sys.stderr, n\nsys.stderr.write('x' * 100000)",
  });
  visit(world, "A", "/p.py");
  const logged = messages(world);
  expect(logged).toHaveLength(101);
  expect(logged.slice(-2)).toEqual(["99", "(this request wrote more lines)"]);
});

test("what one request wrote without a line's end is not mixed with another's", () => {
  const world = createWorld(
    { "p.py": "import sys\nsys.stderr.write(_x)\nsys.stderr.write(_x + '\\n')" },
    { server: "multithread" },
  );
  const tasks = [send(world, "A", "/p.py?x=a"), send(world, "A", "/p.py?x=b")];
  while (tasks.some(({ phase }) => phase !== "done"))
    for (const task of tasks)
      if (task.phase !== "done") step(world.server, task, world.env, { kind: "statement" });
  expect(messages(world).slice(1)).toEqual(["aa", "bb"]);
});

test("an error of a page is one event with its page and line", () => {
  const world = createWorld({ "p.pih": "<p>\n<% session = Session() %>\n<%= session.prenom %>" });
  visit(world, "A", "/p.pih");
  expect(eventsOfKind(world, "script-error")).toMatchObject([
    {
      exception: "AttributeError",
      message: "'SessionObject' object has no attribute 'prenom'",
      request: 1,
      file: "p.pih",
      line: 3,
    },
  ]);
});

test("a stopped request is logged with the line it had come to", () => {
  const world = createWorld({ "p.py": "while 1:\n  pass" });
  const task = send(world, "A", "/p.py");
  for (let n = 0; n < 10; n++) step(world.server, task, world.env, { kind: "statement" });
  stop(world.server, task, world.env);
  expect(messages(world)[0]).toMatch(/^Request 1 was stopped at line [12] of p\.py\.$/);
});
