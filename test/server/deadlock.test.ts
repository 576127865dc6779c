/** Deadlocks: rings of requests that wait for each other, and requests that wait for one that has ended. */
import { expect, test } from "vitest";
import { approach, drop, findDeadlock, runLive, step, stop, type Task } from "../../src/server/index.ts";
import {
  createWorld,
  eventsOfKind,
  type Files,
  plainText,
  receive,
  send,
  visit,
  type World,
} from "./harness.ts";

const files: Files = {
  "verrous.py": "import threading\na = threading.Lock()\nb = threading.Lock()\n",
  "ab.py": "import verrous\nwith verrous.a:\n    with verrous.b:\n        print 'ab'",
  "ba.py": "import verrous\nwith verrous.b:\n    with verrous.a:\n        print 'ba'",
  "keep.py": "import verrous\nverrous.a.acquire()",
  "twice.py": "import verrous\nverrous.a.acquire()\nverrous.a.acquire()",
  "open.py": "Session()",
  "session-first.py": "import verrous\nSession()\nwith verrous.a: print 's'",
  "lock-first.py": "import verrous\nwith verrous.a:\n    Session()\n    print 'l'",
};

/** Live until nobody can go on. */
function runAll(world: World): Task[] {
  const finished: Task[] = [];
  for (;;) {
    const progress = runLive(world.server, world.env, { slice: 1 });
    for (const { task, response } of progress.finished) {
      receive(world, task, response);
      finished.push(task);
    }
    if (!progress.working) return finished;
  }
}

/** Has each of `tasks` carry out its first operation that acquires something, then go on as far as it can. */
function meet(world: World, tasks: Task[]): void {
  for (const task of tasks)
    while (task.at?.operation === null || task.at === null) approach(world.server, task, world.env);
  for (const task of tasks) step(world.server, task, world.env, { kind: "operation" });
}

function crossed(): { world: World; first: Task; second: Task } {
  const world = createWorld(files, { server: "multithread" });
  const [first, second] = [send(world, "A", "/ab.py"), send(world, "B", "/ba.py")];
  meet(world, [first, second]);
  expect(runAll(world)).toEqual([]);
  return { world, first, second };
}

test("two requests that take two locks in opposite orders are found, with what each waits for", () => {
  const { world, first, second } = crossed();
  expect(findDeadlock(world.server)).toEqual([
    { request: first.id, what: "the lock made at verrous.py, line 3", holder: second.id, ended: false },
    { request: second.id, what: "the lock made at verrous.py, line 2", holder: first.id, ended: false },
  ]);
});

test("a deadlock is told once, when it comes into being, in plain words", () => {
  const { world, first, second } = crossed();
  const told = eventsOfKind(world, "deadlock");
  expect(told).toHaveLength(1);
  expect(told[0]?.requests).toEqual([first.id, second.id]);
  send(world, "C", "/ab.py");
  runAll(world);
  expect(eventsOfKind(world, "deadlock")).toHaveLength(1);
  const errors = eventsOfKind(world, "log").filter(({ level }) => level === "error");
  expect(errors).toHaveLength(1);
  expect(errors[0]?.message).toBe(
    `Deadlock: request ${first.id} (line 3 of ab.py) waits for the lock made at verrous.py, line 3, which request ${second.id} holds; request ${second.id} (line 3 of ba.py) waits for the lock made at verrous.py, line 2, which request ${first.id} holds. None of them can go on by itself: stop one of them.`,
  );
});

test("one that waits for somebody in a deadlock is part of none", () => {
  const { world, first, second } = crossed();
  const third = send(world, "C", "/ab.py");
  runAll(world);
  expect(third.waitsFor?.holder).toBe(first.id);
  expect(findDeadlock(world.server)?.map(({ request }) => request)).toEqual([first.id, second.id]);
});

test("stopping one of them lets the others go on", () => {
  const { world, first, second } = crossed();
  const third = send(world, "C", "/ba.py");
  runAll(world);
  stop(world.server, first, world.env);
  expect(findDeadlock(world.server)).toBeNull();
  expect(runAll(world)).toEqual(expect.arrayContaining([first, second, third]));
  expect(first.response?.status).toBe(503);
  expect(new TextDecoder().decode(first.response?.body)).toContain(
    `It was waiting for the lock made at verrous.py, line 3, which request ${second.id} holds.`,
  );
  expect([second, third].map(({ response }) => response?.status)).toEqual([200, 200]);
});

test("dropping one of them lets the others go on", () => {
  const { world, first, second } = crossed();
  drop(world.server, first, world.env);
  expect(findDeadlock(world.server)).toBeNull();
  expect(runAll(world)).toEqual([second]);
});

test("a session's lock and a lock of the pages can make a ring together", () => {
  const world = createWorld(files, { server: "multithread", session_lock: "request" });
  visit(world, "A", "/open.py");
  const [first, second] = [send(world, "A", "/session-first.py"), send(world, "A", "/lock-first.py")];
  meet(world, [first, second]);
  runAll(world);
  expect(findDeadlock(world.server)).toEqual([
    { request: first.id, what: "the lock made at verrous.py, line 2", holder: second.id, ended: false },
    { request: second.id, what: "the session", holder: first.id, ended: false },
  ]);
  stop(world.server, second, world.env);
  expect(runAll(world)).toHaveLength(2);
});

test("one that acquires its own lock again waits for itself", () => {
  const world = createWorld(files);
  const task = send(world, "A", "/twice.py");
  runAll(world);
  expect(findDeadlock(world.server)).toMatchObject([{ request: task.id, holder: task.id, ended: false }]);
  expect(eventsOfKind(world, "log").at(-1)?.message).toBe(
    `Deadlock: request ${task.id} (line 3 of twice.py) waits for the lock made at verrous.py, line 2, which it holds itself. It cannot go on by itself: stop it.`,
  );
});

test("one that waits for a lock which an ended request has kept never goes on; each is told", () => {
  const world = createWorld(files);
  const holder = send(world, "A", "/keep.py");
  runAll(world);
  const tasks = [send(world, "A", "/ab.py"), send(world, "B", "/ab.py")];
  runAll(world);
  const [first, second] = tasks;
  expect(findDeadlock(world.server)).toMatchObject([{ request: first?.id, holder: holder.id, ended: true }]);
  expect(second?.started).toBe(false);
  expect(eventsOfKind(world, "log").at(-1)?.message).toMatch(
    /which request 1 took and never released\. It cannot/,
  );
  if (first !== undefined) stop(world.server, first, world.env);
  runAll(world);
  expect(eventsOfKind(world, "deadlock")).toMatchObject([
    { requests: [first?.id] },
    { requests: [second?.id] },
  ]);
});

test("whoever waits when the holder ends without releasing is told then", () => {
  const world = createWorld(files, { server: "multithread" });
  const [holder, waiting] = [send(world, "A", "/keep.py"), send(world, "B", "/ab.py")];
  while (holder.phase !== "respond") step(world.server, holder, world.env, { kind: "end" });
  while (waiting.waitsFor === null) step(world.server, waiting, world.env, { kind: "end" });
  expect(findDeadlock(world.server)).toBeNull();
  step(world.server, holder, world.env, { kind: "end" });
  expect(findDeadlock(world.server)).toMatchObject([{ request: waiting.id, ended: true }]);
  expect(eventsOfKind(world, "deadlock")).toMatchObject([{ requests: [waiting.id] }]);
});

test("a chain of requests that wait is no deadlock", () => {
  const world = createWorld(files, { server: "multithread" });
  const tasks = ["A", "B", "C"].map((browser) => send(world, browser, "/ab.py"));
  meet(world, tasks.slice(0, 1));
  for (const task of tasks.slice(1))
    while (task.waitsFor === null) step(world.server, task, world.env, { kind: "end" });
  expect(findDeadlock(world.server)).toBeNull();
  expect(runAll(world)).toHaveLength(3);
  expect(eventsOfKind(world, "deadlock")).toEqual([]);
});

test.each(["resolve", "open", "run", "save", "respond"] as const)(
  "a request can be dropped in the phase %s, and the server goes on",
  (phase) => {
    for (const server of ["monoprocess", "multithread", "multiprocess", "cgi"] as const) {
      const world = createWorld(
        { "p.py": "s = Session()\ns.n = getattr(s, 'n', 0) + 1\nprint s.n" },
        { server, persistent_session: true, session_lock: "request" },
      );
      visit(world, "A", "/p.py");
      const task = send(world, "A", "/p.py");
      while (task.phase !== phase) step(world.server, task, world.env, { kind: "statement" });
      drop(world.server, task, world.env);
      expect(world.server.tasks).toEqual([]);
      expect(world.server.processes).toHaveLength(server === "cgi" ? 0 : server === "multiprocess" ? 3 : 1);
      expect(plainText(visit(world, "A", "/p.py")).trim()).toBe(phase === "respond" ? "3" : "2");
    }
  },
);
