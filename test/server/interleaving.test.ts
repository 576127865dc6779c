/** A request is a task that can stop anywhere: stepping, alternating, stopping, restarting. */
import { expect, test } from "vitest";
import {
  progressOf,
  replaceProject,
  restart,
  runLive,
  runnableTasks,
  step,
  stop,
  type Task,
} from "../../src/server/index.ts";
import {
  createProject,
  createWorld,
  eventsOfKind,
  plainText,
  receive,
  send,
  visit,
  type World,
} from "./harness.ts";

/** Takes steps of `task` until it is done; `each` hears of every pause. */
function finish(world: World, task: Task, each: (words: string) => void = () => {}): string {
  for (;;) {
    const progress = step(world.server, task, world.env, { kind: "statement" });
    if (progress.kind === "done") return receive(world, task, progress.response).text;
    each(progress.at.words);
  }
}

test("a task stops before each statement and says what comes next", () => {
  const world = createWorld({ "p.py": "s = Session()\ns.a = 1\nprint s.a" }, { persistent_session: true });
  const words: string[] = [];
  finish(world, send(world, "A", "/p.py"), (next) => words.push(next));
  expect(words).toEqual([
    "open p.py",
    "run p.py",
    "run line 1 of p.py",
    "run line 2 of p.py",
    "run line 3 of p.py",
    "save the session",
    "send the response, set the cookie",
  ]);
});

test("a task told so stops before each operation that others could notice", () => {
  const world = createWorld({ "p.py": "s = Session()\ns.a = [1]\nx = s.a\ndel s.a\ns.close()" });
  const task = send(world, "A", "/p.py");
  const words: string[] = [];
  for (;;) {
    const progress = step(world.server, task, world.env, { kind: "operation" });
    if (progress.kind === "done") break;
    words.push(progress.at.words);
  }
  expect(words).toEqual([
    "open p.py",
    "run p.py",
    "open the session",
    "write a = [1]",
    "read a",
    "delete a",
    "close the session",
    "send the response, set the cookie",
  ]);
});

test("two requests stepped in turn lose an update, one after the other they do not", () => {
  const files = { "p.py": "s = Session()\nn = getattr(s, 'n', 0)\ns.n = n + 1\nprint n" };
  const turns = createWorld(files);
  visit(turns, "A", "/p.py");
  const tasks = [send(turns, "A", "/p.py"), send(turns, "A", "/p.py")];
  while (tasks.some((task) => task.phase !== "done"))
    for (const task of tasks)
      if (task.phase !== "done") step(turns.server, task, turns.env, { kind: "statement" });
  expect(visit(turns, "A", "/p.py").text).toBe("2\n");

  const queue = createWorld(files);
  for (let n = 0; n < 3; n++) visit(queue, "A", "/p.py");
  expect(visit(queue, "A", "/p.py").text).toBe("3\n");
});

test("with sessions on disk the last one to save wins, even over attributes it never touched", () => {
  const files = {
    "a.py": "s = Session()\ns.a = 1",
    "b.py": "s = Session()\ns.b = 1",
    "read.py": "s = Session()\nprint hasattr(s, 'a'), hasattr(s, 'b')",
  };
  const world = createWorld(files, { persistent_session: true });
  visit(world, "A", "/read.py");
  const [first, second] = [send(world, "A", "/a.py"), send(world, "A", "/b.py")];
  while (first.phase !== "save") step(world.server, first, world.env, { kind: "end" });
  while (second.phase !== "save") step(world.server, second, world.env, { kind: "end" });
  finish(world, first);
  finish(world, second);
  expect(visit(world, "A", "/read.py").text).toBe("False True\n");
});

test("a first visit with two frames makes two sessions; the cookie that comes last stays", () => {
  const world = createWorld({ "p.py": "print Session().sessionId" });
  const [first, second] = [send(world, "A", "/p.py"), send(world, "A", "/p.py")];
  const orphan = finish(world, first);
  const kept = finish(world, second);
  expect(orphan).not.toBe(kept);
  expect(visit(world, "A", "/p.py").text).toBe(kept);
});

test("one process answers in the order of arrival, however short the slices", () => {
  const world = createWorld({ "p.py": "for n in range(50): pass\nprint QUERY['n']" });
  const tasks = [1, 2, 3].map((n) => send(world, "A", `/p.py?n=${n}`));
  const order: number[] = [];
  for (let working = true; working; ) {
    expect(runnableTasks(world.server)).toEqual(world.server.tasks.slice(0, 1));
    const progress = runLive(world.server, world.env, { slice: 7 });
    order.push(...progress.finished.map(({ task }) => task.id));
    working = progress.working;
  }
  expect(order).toEqual(tasks.map(({ id }) => id));
});

test("a slice ends in the middle of a loop and the run goes on from there", () => {
  const world = createWorld({ "p.py": "t = 0\nfor n in range(1000):\n  t += n\nprint t" });
  const task = send(world, "A", "/p.py");
  let pauses = 0;
  for (;;) {
    const progress = step(world.server, task, world.env, { kind: "end", slice: 100 });
    if (progress.kind === "done") {
      expect(receive(world, task, progress.response).text).toBe("499500\n");
      break;
    }
    pauses += 1;
  }
  expect(pauses).toBeGreaterThan(10);
});

test("a request keeps the text it began with though the page be edited", () => {
  const world = createWorld({ "p.py": "print 'old'\nprint 'old'", "index.html": "old" });
  const begun = send(world, "A", "/p.py");
  replaceProject(world.server, createProject({ "p.py": "print 'new'" }));
  expect(finish(world, begun)).toBe("old\nold\n");
  expect(visit(world, "A", "/p.py").text).toBe("new\n");
});

test("a request can be stopped; its page says where, and its changes are not saved", () => {
  const files = {
    "p.py": "s = Session()\ns.a = 1\nwhile 1:\n  pass",
    "q.py": "print hasattr(Session(), 'a')",
  };
  const world = createWorld(files, { persistent_session: true });
  const task = send(world, "A", "/p.py");
  for (let n = 0; n < 20; n++) step(world.server, task, world.env, { kind: "statement" });
  stop(world.server, task, world.env);
  const page = finish(world, task);
  expect(page).toContain("You stopped this request");
  expect(page).toMatch(/at line [34] of p\.py/);
  expect(eventsOfKind(world, "session-discarded")).toHaveLength(1);
  expect(visit(world, "A", "/q.py").text).toBe("False\n");
});

test("a restart ends the request at work and answers the one that waits", () => {
  const world = createWorld({ "slow.py": "while 1: pass", "fast.py": "print 'ok'" });
  const [slow, fast] = [send(world, "A", "/slow.py"), send(world, "A", "/fast.py")];
  for (let n = 0; n < 10; n++) runLive(world.server, world.env, { slice: 50 });
  restart(world.server, world.env);
  const pages = new Map<Task, string>();
  for (let working = true; working; ) {
    const progress = runLive(world.server, world.env);
    for (const { task, response } of progress.finished)
      pages.set(task, plainText(receive(world, task, response)));
    working = progress.working;
  }
  expect(pages.get(slow)).toContain("The server was restarted");
  expect(pages.get(fast)).toBe("ok\n");
});

test("stepping a task that is done is refused", () => {
  const world = createWorld({ "p.py": "" });
  const task = send(world, "A", "/p.py");
  finish(world, task);
  expect(progressOf(task).kind).toBe("done");
  expect(() => step(world.server, task, world.env, { kind: "end" })).toThrow("already been answered");
});

const counting = {
  "p.py": "s = Session()\nn = getattr(s, 'n', 0)\nfor i in range(20): pass\ns.n = n + 1\nprint n",
};

/** Sends eight requests at once, lets them run live, and gives the trace as text. */
function crowd(server: "multithread" | "multiprocess" | "cgi"): { world: World; trace: string } {
  const world = createWorld(counting, { server });
  visit(world, "A", "/p.py");
  for (let n = 0; n < 8; n++) send(world, "A", "/p.py");
  while (runLive(world.server, world.env).working);
  return { world, trace: JSON.stringify(world.events) };
}

test.each(["multithread", "multiprocess", "cgi"] as const)(
  "the same chances give the same trace (%s)",
  (server) => {
    expect(crowd(server).trace).toBe(crowd(server).trace);
  },
);

test("threads share one memory and have numbers of their own", () => {
  const { world } = crowd("multithread");
  const responses = eventsOfKind(world, "response").slice(1);
  expect(new Set(responses.map(({ process }) => process))).toEqual(new Set([1]));
  expect(new Set(responses.map(({ thread }) => thread)).size).toBe(8);
});

test("several processes each have a memory of their own", () => {
  const { world } = crowd("multiprocess");
  expect(new Set(eventsOfKind(world, "response").map(({ process }) => process))).toEqual(new Set([1, 2, 3]));
  expect(world.server.processes.map(({ sessions }) => sessions.size)).toEqual([1, 1, 1]);
});

test("CGI has a new process for each request, and no memory lives on", () => {
  const { world } = crowd("cgi");
  const responses = eventsOfKind(world, "response");
  expect(new Set(responses.map(({ process }) => process)).size).toBe(9);
  expect(world.server.processes).toEqual([]);
  expect(responses.every(({ raw }) => raw.endsWith("\r\n\r\n0\n"))).toBe(true);
});

test("memory sessions where they do not work are warned of in the log", () => {
  expect(eventsOfKind(createWorld({}, { server: "cgi" }), "log")).toMatchObject([{ level: "warning" }]);
  expect(eventsOfKind(createWorld({}, { server: "cgi", persistent_session: true }), "log")).toEqual([]);
});
