/** `threading.Lock` between the requests of a process: who waits, for what, and who gets it next. */
import { expect, test } from "vitest";
import { copy, createCatalogue, fingerprint, read, write } from "../../src/image/index.ts";
import type { Configuration } from "../../src/project/index.ts";
import { pythonNamed, pythonShapes } from "../../src/python/index.ts";
import {
  carryOut,
  drop,
  movableTasks,
  moveTask,
  progressOf,
  restart,
  runLive,
  runnableTasks,
  type Server,
  serverNamed,
  serverShapes,
  step,
  stop,
  type Task,
} from "../../src/server/index.ts";
import { sessionNamed, sessionShapes } from "../../src/sessions/index.ts";
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

const catalogue = createCatalogue({
  shapes: [...pythonShapes, ...sessionShapes, ...serverShapes],
  named: [...pythonNamed(), ...sessionNamed, ...serverNamed],
});

const files: Files = {
  "verrous.py": "import threading\n\nverrou = threading.Lock()\nn = 0\n",
  "count.py":
    "import verrous\nwith verrous.verrou:\n    n = verrous.n\n    for i in range(30): pass\n    verrous.n = n + 1\nprint n + 1",
  "bare.py": "import verrous\nverrous.verrou.acquire()\nprint 'mine'\nverrous.verrou.release()\nprint 'free'",
  "keep.py": "import verrous\nverrous.verrou.acquire()\nprint 'kept'",
  "show.py": "import verrous\nprint verrous.n, verrous.verrou.locked()",
};

function threadedWorld(pages: Files = {}, configuration: Partial<Configuration> = {}): World {
  const world = createWorld({ ...files, ...pages }, { server: "multithread", ...configuration });
  visit(world, "A", "/show.py");
  world.events.length = 0;
  return world;
}

/** What the page says that `task` shows, by hand, as far as it can go. */
function finish(world: World, task: Task): string {
  const { progress } = moveTask(world.server, task, world.env, { length: "end" });
  return progress.kind === "done" ? receive(world, task, progress.response).text : progress.at.words;
}

/** Steps `task` by statements until its page has come to `line`, or it waits. */
function runTo(world: World, task: Task, line: number): void {
  for (let n = 0; n < 200 && task.at?.line !== line && task.waitsFor === null; n++)
    step(world.server, task, world.env, { kind: "statement" });
}

/** Carries out `count` visible operations of `task`; what it would do next. */
function carry(world: World, task: Task, count: number): string {
  for (let n = 0; n < count; n++) carryOut(world.server, task, world.env);
  const progress = progressOf(task);
  return progress.kind === "done" ? "done" : progress.at.words;
}

function runAll(world: World): void {
  while (runLive(world.server, world.env).working);
}

test("live threads that hold the lock lose no update", () => {
  const world = threadedWorld();
  for (let n = 0; n < 8; n++) send(world, "A", "/count.py");
  runAll(world);
  expect(eventsOfKind(world, "response")).toHaveLength(8);
  expect(eventsOfKind(world, "lock-waiting").length).toBeGreaterThan(0);
  expect(eventsOfKind(world, "lock-acquired")).toHaveLength(8);
  expect(eventsOfKind(world, "lock-released")).toHaveLength(8);
  expect(visit(world, "A", "/show.py").text).toBe("8 False\n");
});

test.each(["count.py", "bare.py"])(
  "%s waits before the lock that another request holds, and says so",
  (page) => {
    const world = threadedWorld();
    const [first, second] = [send(world, "A", `/${page}`), send(world, "B", `/${page}`)];
    runTo(world, first, 3);
    runTo(world, second, 3);
    expect(progressOf(second)).toMatchObject({
      at: {
        words: `wait for the lock made at verrous.py, line 3, which request ${first.id} holds`,
        waitsFor: { kind: "lock", name: "verrous.py, line 3", holder: first.id, ended: false },
        file: page,
        line: 2,
      },
    });
    expect(eventsOfKind(world, "lock-waiting")).toMatchObject([
      { request: second.id, name: "verrous.py, line 3", holder: first.id, ended: false, file: page, line: 2 },
    ]);
    expect(runnableTasks(world.server)).toEqual([first]);
    finish(world, first);
    expect(runnableTasks(world.server)).toEqual([second]);
    runAll(world);
    expect(visit(world, "A", "/show.py").text).toMatch(/False/);
  },
);

test("the operations of a request that uses a lock, one by one", () => {
  const world = threadedWorld();
  const task = send(world, "A", "/count.py");
  const words: string[] = [];
  while (task.phase !== "done") words.push(carry(world, task, 1));
  expect(words).toEqual([
    "read verrous.n",
    "write verrous.n = 1",
    "release the lock made at verrous.py, line 3",
    "send the response",
    "done",
  ]);
});

test("held requests take the lock in the order in which they are moved", () => {
  const world = threadedWorld();
  const [first, second] = [send(world, "A", "/count.py"), send(world, "B", "/count.py")];
  for (const task of [first, second]) task.held = true;
  expect(carry(world, first, 0)).toBe("find the page");
  expect(carry(world, second, 1)).toBe("read verrous.n");
  expect(carry(world, first, 1)).toMatch(/^wait for the lock/);
  expect(movableTasks(world.server)).toEqual([second]);
  expect(finish(world, second)).toBe("1\n");
  expect(movableTasks(world.server)).toEqual([first]);
  expect(finish(world, first)).toBe("2\n");
});

test("two that stand before a free lock: who moves gets it, the other waits then", () => {
  const world = threadedWorld();
  const [first, second] = [send(world, "A", "/count.py"), send(world, "B", "/count.py")];
  for (const task of [first, second])
    while (task.at?.operation?.kind !== "lock-acquire")
      step(world.server, task, world.env, { kind: "operation" });
  expect(runnableTasks(world.server)).toEqual([first, second]);
  step(world.server, second, world.env, { kind: "operation" });
  expect(runnableTasks(world.server)).toEqual([second]);
  expect(eventsOfKind(world, "lock-waiting")).toMatchObject([{ request: first.id, holder: second.id }]);
});

test("a request that ends without releasing keeps the lock taken, and who waits is told", () => {
  const world = threadedWorld();
  const [first, second] = [send(world, "A", "/keep.py"), send(world, "B", "/count.py")];
  runTo(world, first, 3);
  runTo(world, second, 3);
  expect(finish(world, first)).toBe("kept\n");
  expect(progressOf(second)).toMatchObject({
    at: {
      words: `wait for the lock made at verrous.py, line 3, which request ${first.id} took and never released`,
    },
  });
  expect(eventsOfKind(world, "lock-waiting")).toMatchObject([{ ended: false }, { ended: true }]);
  runAll(world);
  expect(visit(world, "A", "/show.py").text).toBe("0 True\n");
});

const ends: [way: string, (world: World, holder: Task) => void][] = [
  ["stopped", (world, holder) => stop(world.server, holder, world.env)],
  ["dropped", (world, holder) => drop(world.server, holder, world.env)],
];

test.each(ends)("the locks of a request that is %s are free", (_way, end) => {
  const world = threadedWorld();
  const [first, second] = [send(world, "A", "/bare.py"), send(world, "B", "/count.py")];
  runTo(world, first, 3);
  runTo(world, second, 3);
  end(world, first);
  expect(eventsOfKind(world, "lock-released")).toMatchObject([{ request: first.id }]);
  expect(second.waitsFor).toBeNull();
  expect(finish(world, second)).toBe("1\n");
});

test("a used-up budget releases the lock", () => {
  const pages = { "loop.py": "import verrous\nwith verrous.verrou:\n    while 1: pass" };
  const world = createWorld({ ...files, ...pages }, {}, { steps: 3000 });
  visit(world, "A", "/loop.py");
  expect(visit(world, "A", "/show.py").text).toBe("0 False\n");
});

test("an error inside `with` releases the lock, one after a bare acquire() does not", () => {
  const pages = {
    "with.py": "import verrous\nwith verrous.verrou: 1/0",
    "plain.py": "import verrous\nverrous.verrou.acquire()\n1/0",
  };
  const world = threadedWorld(pages);
  visit(world, "A", "/with.py");
  expect(visit(world, "A", "/show.py").text).toBe("0 False\n");
  visit(world, "A", "/plain.py");
  expect(visit(world, "A", "/show.py").text).toBe("0 True\n");
});

test("a restart makes the lock anew", () => {
  const world = threadedWorld();
  visit(world, "A", "/keep.py");
  const waiting = send(world, "A", "/count.py");
  runTo(world, waiting, 3);
  restart(world.server, world.env);
  runAll(world);
  expect(visit(world, "A", "/show.py").text).toBe("0 False\n");
});

test("processes have each their own lock", () => {
  const world = createWorld(files, { server: "cgi" });
  visit(world, "A", "/keep.py");
  expect(visit(world, "A", "/count.py").text).toBe("1\n");
});

test("any request may release a lock, an RLock only its holder", () => {
  const pages = {
    "release.py": "import verrous\nverrous.verrou.release()\nprint verrous.verrou.locked()",
    "r.py": "import threading\nr = threading.RLock()",
    "hold.py": "import r\nr.r.acquire()\nr.r.acquire()\nprint r.r.release()",
    "let.py": "import r\nr.r.release()",
  };
  const world = threadedWorld(pages);
  visit(world, "A", "/keep.py");
  expect(visit(world, "A", "/release.py").text).toBe("False\n");
  visit(world, "A", "/hold.py");
  expect(plainText(visit(world, "A", "/let.py"))).toContain("RuntimeError: cannot release un-acquired lock");
});

test("acquire(False) waits for nobody", () => {
  const pages = { "try.py": "import verrous\nprint verrous.verrou.acquire(False)" };
  const world = threadedWorld(pages);
  expect(visit(world, "A", "/try.py").text).toBe("True\n");
  expect(visit(world, "A", "/try.py").text).toBe("False\n");
});

test("an acquire() that nobody could stop before is refused while the lock is taken", () => {
  const pages = {
    "map.py": "import verrous\nprint map(lambda x: verrous.verrou.acquire(), [1])",
    "late.py": "import verrous\nverrous.verrou.acquire()\nimport inner",
    "inner.py": "import verrous\nverrous.verrou.acquire()",
  };
  const world = threadedWorld(pages);
  expect(visit(world, "A", "/map.py").text).toBe("[True]\n");
  expect(plainText(visit(world, "A", "/map.py"))).toMatch(
    /RuntimeError: request \d+ holds the lock made at verrous.py, line 3, and acquire\(\) cannot wait where the page cannot be stopped/,
  );
  restart(world.server, world.env);
  expect(plainText(visit(world, "A", "/late.py"))).toMatch(
    /RuntimeError: this request itself holds the lock/,
  );
});

test("a lock is waited for in the very first request that imports threading", () => {
  const pages = { "twice.py": "import threading\nl = threading.Lock()\nl.acquire()\nl.acquire()" };
  for (const page of ["/twice.py", "/direct.py"]) {
    const source = "import thread\nl = thread.allocate_lock()\nl.acquire()\nl.acquire()";
    const world = createWorld({ ...pages, "direct.py": source }, { server: "multithread" });
    const task = send(world, "A", page);
    runAll(world);
    expect(task.waitsFor).toMatchObject({ kind: "lock", holder: task.id });
  }
});

test("local() keeps what each request put there for itself", () => {
  const pages = {
    "own.py": "import threading\nown = threading.local()",
    "use.py": "import own\nprint hasattr(own.own, 'x'),\nown.own.x = 1\nprint own.own.x",
  };
  const world = threadedWorld(pages);
  expect([visit(world, "A", "/use.py").text, visit(world, "A", "/use.py").text]).toEqual([
    "False 1\n",
    "False 1\n",
  ]);
});

test("each request of a threaded server runs in a thread of its own", () => {
  const pages = { "who.py": "import threading\nprint threading.currentThread().getName()" };
  expect(visit(threadedWorld(pages), "A", "/who.py").text).toBe("Thread-1\n");
  expect(visit(threadedWorld(pages, { server: "monoprocess" }), "A", "/who.py").text).toBe("MainThread\n");
});

test.each(["copy", "bytes"] as const)(
  "with requests that hold and wait, a world goes on alike by %s",
  (way) => {
    const at = (): World => {
      const world = threadedWorld();
      const tasks = [
        send(world, "A", "/count.py"),
        send(world, "B", "/bare.py"),
        send(world, "A", "/keep.py"),
      ];
      for (const task of tasks) runTo(world, task, 3);
      return world;
    };
    const [original, twin] = [at(), at()];
    twin.server = through(twin.server, way);
    expect(fingerprint(twin.server, catalogue)).toBe(fingerprint(original.server, catalogue));
    for (const world of [original, twin]) runAll(world);
    expect(twin.events).toEqual(original.events);
    expect(original.events.filter(({ kind }) => kind === "response")).toHaveLength(3);
    expect(visit(twin, "A", "/show.py").text).toBe("1 True\n");
  },
);

function through(server: Server, way: "copy" | "bytes"): Server {
  if (way === "copy") return copy(server, catalogue);
  const result = read(write(server, catalogue), catalogue);
  if (!result.ok) throw new Error(result.reason);
  return result.root as Server;
}
