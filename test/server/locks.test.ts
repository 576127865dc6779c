/** `session_lock`: the cures that the manual leaves out, in every kind of server and in both storages. */
import { expect, test } from "vitest";
import type { Configuration } from "../../src/project/index.ts";
import {
  configure,
  progressOf,
  restart,
  runLive,
  runnableTasks,
  step,
  stop,
  type Task,
} from "../../src/server/index.ts";
import {
  createWorld,
  eventsOfKind,
  type Files,
  plainText,
  receive,
  send,
  type Visit,
  visit,
  type World,
} from "./harness.ts";

const counter = "s = Session()\nn = getattr(s, 'n', 0)\nfor i in range(30): pass\ns.n = n + 1\nprint n + 1";
const files = { "count.py": counter, "read.py": "print getattr(Session(), 'n', None)" };
const kinds = ["monoprocess", "multithread", "multiprocess", "cgi"] as const;
const everywhere = kinds.flatMap((server) =>
  [false, true].map((persistent_session) => ({ server, persistent_session })),
);
/** Where requests of one browser meet at one stored session while both are under way. */
const shared = everywhere.filter(
  ({ server, persistent_session }) =>
    server === "multithread" || (persistent_session && server !== "monoprocess"),
);

function lockedWorld(pages: Files, configuration: Partial<Configuration>): World {
  const world = createWorld(pages, configuration);
  visit(world, "A", "/read.py");
  world.events.length = 0;
  return world;
}

/** Runs whatever may run, to the end of all requests; what the answers say, in the order of the requests. */
function runAll(world: World, tasks: Task[]): Visit[] {
  const answers = new Map<Task, Visit>();
  for (let working = true; working; ) {
    const progress = runLive(world.server, world.env);
    for (const { task, response } of progress.finished) answers.set(task, receive(world, task, response));
    working = progress.working;
  }
  return tasks.map((task) => {
    const answer = answers.get(task);
    if (answer === undefined) throw new Error(`Nobody answers request ${task.id}.`);
    return answer;
  });
}

function crowd(world: World, path: string, size = 6): Visit[] {
  return runAll(
    world,
    Array.from({ length: size }, () => send(world, "A", path)),
  );
}

/** Steps `task` until `when` says so, or it is done or waits. */
function stepUntil(world: World, task: Task, when: (task: Task) => boolean): void {
  for (let n = 0; n < 200 && task.phase !== "done" && task.waitsFor === null && !when(task); n++)
    step(world.server, task, world.env, { kind: "statement" });
}

const isOpen = (task: Task): boolean => task.session !== null;

// none

test.each(shared)("session_lock = none: concurrent requests lose updates (%o)", (where) => {
  const world = lockedWorld(files, where);
  const [first, second] = [send(world, "A", "/count.py"), send(world, "A", "/count.py")];
  stepUntil(world, first, ({ at }) => at?.line === 4);
  stepUntil(world, second, ({ at }) => at?.line === 4);
  runAll(world, [first, second]);
  expect(visit(world, "A", "/read.py").text).toBe("1\n");
});

// request

test.each(shared)("session_lock = request: no update is lost (%o)", (where) => {
  const world = lockedWorld(files, { ...where, session_lock: "request" });
  crowd(world, "/count.py");
  expect(visit(world, "A", "/read.py").text).toBe("6\n");
});

test.each(everywhere)(
  "session_lock = request: everybody is answered, and each gets free what it held (%o)",
  (where) => {
    const world = lockedWorld(files, { ...where, session_lock: "request" });
    expect(crowd(world, "/count.py").every(({ status }) => status === 200)).toBe(true);
    expect(eventsOfKind(world, "session-locked")).toHaveLength(6);
    expect(eventsOfKind(world, "session-unlocked")).toHaveLength(6);
  },
);

test.each(shared)("a request waits before Session() for the one that holds the session (%o)", (where) => {
  const world = lockedWorld(files, { ...where, session_lock: "request" });
  const [first, second] = [send(world, "A", "/count.py"), send(world, "A", "/count.py")];
  stepUntil(world, first, isOpen);
  stepUntil(world, second, isOpen);
  const session = first.session?.id ?? "";
  expect(progressOf(second)).toMatchObject({
    kind: "paused",
    at: {
      words: `wait for the session, which request ${first.id} holds`,
      waitsFor: { session, holder: first.id },
      file: "count.py",
      line: 1,
    },
  });
  expect(runnableTasks(world.server)).toEqual([first]);
  expect(eventsOfKind(world, "session-waiting")).toMatchObject([
    { request: second.id, session, holder: first.id, file: "count.py", line: 1 },
  ]);
  step(world.server, second, world.env, { kind: "end" });
  expect(second.session).toBeNull();
  stepUntil(world, first, () => false);
  expect(runnableTasks(world.server)).toEqual([second]);
  expect(progressOf(second)).toMatchObject({ at: { words: "open the session" } });
});

const endings: [ending: string, code: string][] = [
  ["a normal end", "pass"],
  ["an error", "1/0"],
  ["a redirection", "raise HTTP_REDIRECTION, 'x'"],
  ["SCRIPT_END", "raise SCRIPT_END"],
  ["a used-up budget", "while 1: pass"],
  ["close()", "s.close()"],
];

test.each(endings)("the session is free after %s", (_ending, code) => {
  const pages = { ...files, "end.py": `s = Session()\n${code}` };
  const world = createWorld(pages, { server: "multithread", session_lock: "request" }, { steps: 5_000 });
  visit(world, "A", "/read.py");
  const [first, second] = [send(world, "A", "/end.py"), send(world, "A", "/count.py")];
  stepUntil(world, first, isOpen);
  stepUntil(world, second, isOpen);
  expect(second.waitsFor?.holder).toBe(first.id);
  expect(runAll(world, [first, second])[1]?.text).toBe("1\n");
});

test("the session is free when its request is stopped, or the server restarted, or locks are switched off", () => {
  const cures: ((world: World, holder: Task) => void)[] = [
    (world, holder) => stop(world.server, holder, world.env),
    (world) => restart(world.server, world.env),
    (world) => configure(world.server, { ...world.server.configuration, session_lock: "none" }, world.env),
  ];
  for (const cure of cures) {
    const world = lockedWorld(files, { server: "multithread", session_lock: "request" });
    const [first, second] = [send(world, "A", "/count.py"), send(world, "A", "/count.py")];
    stepUntil(world, first, isOpen);
    stepUntil(world, second, isOpen);
    expect(second.waitsFor).not.toBeNull();
    cure(world, first);
    expect(runAll(world, [first, second])).toHaveLength(2);
    expect(visit(world, "A", "/read.py").status).toBe(200);
  }
});

test("requests of two browsers do not wait for each other", () => {
  const world = lockedWorld(files, { server: "multithread", session_lock: "request" });
  visit(world, "B", "/read.py");
  const [first, second] = [send(world, "A", "/count.py"), send(world, "B", "/count.py")];
  stepUntil(world, first, isOpen);
  stepUntil(world, second, isOpen);
  expect(second.session).not.toBeNull();
  expect(eventsOfKind(world, "session-waiting")).toEqual([]);
});

test("first visits have no session to wait for", () => {
  const world = createWorld(files, { server: "multithread", session_lock: "request" });
  const tasks = [send(world, "A", "/count.py"), send(world, "A", "/count.py")];
  for (const task of tasks) stepUntil(world, task, isOpen);
  expect(new Set(tasks.map(({ session }) => session?.id)).size).toBe(2);
});

test("told to stop at operations, a request that would open a held session cannot move", () => {
  const world = lockedWorld(files, { server: "multithread", session_lock: "request" });
  const [first, second] = [send(world, "A", "/count.py"), send(world, "A", "/count.py")];
  for (const task of [first, second])
    while (task.at?.operation?.kind !== "session-open")
      step(world.server, task, world.env, { kind: "operation" });
  expect(runnableTasks(world.server)).toEqual([first, second]);
  step(world.server, second, world.env, { kind: "operation" });
  expect(runnableTasks(world.server)).toEqual([second]);
  expect(eventsOfKind(world, "session-waiting")).toMatchObject([{ request: first.id, holder: second.id }]);
});

test("a page whose included page opens the session waits before it includes it", () => {
  const pages = { ...files, "page.py": "print 'a',\nInclude('count.py')\nprint 'b'" };
  const world = lockedWorld(pages, { server: "multithread", session_lock: "request" });
  const [first, second] = [send(world, "A", "/count.py"), send(world, "A", "/page.py")];
  stepUntil(world, first, isOpen);
  stepUntil(world, second, isOpen);
  expect(second).toMatchObject({ waitsFor: { holder: first.id }, at: { file: "page.py", line: 2 } });
  expect(runAll(world, [first, second])[1]?.text).toBe("a 2\nb\n");
});

test("a page whose included page did not open the session waits before it opens it itself", () => {
  const pages = {
    ...files,
    "page.py": "Include('talk.py')\nprint Session().n",
    "talk.py": "print 'Session'",
  };
  const world = lockedWorld(pages, { server: "multithread", session_lock: "request" });
  const second = send(world, "A", "/page.py");
  while (second.at?.operation?.kind !== "session-open")
    step(world.server, second, world.env, { kind: "operation" });
  const first = send(world, "A", "/count.py");
  step(world.server, second, world.env, { kind: "operation" });
  stepUntil(world, first, isOpen);
  expect(second.waitsFor?.holder).toBe(first.id);
  expect(runAll(world, [first, second])[1]?.text).toBe("Session\n1\n");
});

test("a Session() that nobody can stop before is refused while another request holds the session", () => {
  const pages = { ...files, "map.py": "print map(lambda x: Session().n, [1])" };
  const world = lockedWorld(pages, { server: "multithread", session_lock: "request" });
  const [first, second] = [send(world, "A", "/count.py"), send(world, "A", "/map.py")];
  stepUntil(world, first, isOpen);
  const page = runAll(world, [second, first])[0];
  expect(page && plainText(page)).toMatch(/RuntimeError: request \d+ holds this session/);
});

// version

test.each(shared)(
  "session_lock = version: the second to save gets a 409, and nothing is lost (%o)",
  (where) => {
    const world = lockedWorld(files, { ...where, session_lock: "version" });
    const [first, second] = [send(world, "A", "/count.py"), send(world, "A", "/count.py")];
    stepUntil(world, first, ({ at }) => at?.line === 4);
    stepUntil(world, second, ({ at }) => at?.line === 4);
    stepUntil(world, first, () => false);
    const page = runAll(world, [second])[0];
    expect(page).toMatchObject({ status: 409, statusText: "Conflict" });
    expect(page && plainText(page)).toMatch(/the session \w+ was saved by another request/);
    expect(eventsOfKind(world, "session-conflict")).toMatchObject([{ request: second.id }]);
    expect(eventsOfKind(world, "session-discarded")).toMatchObject([{ request: second.id }]);
    expect(visit(world, "A", "/read.py").text).toBe("1\n");
  },
);

test.each(everywhere)("session_lock = version: one request after the other never conflicts (%o)", (where) => {
  const world = lockedWorld(files, { ...where, session_lock: "version" });
  for (let n = 1; n <= 6; n++) expect(visit(world, "A", "/count.py").status).toBe(200);
  expect(eventsOfKind(world, "session-conflict")).toEqual([]);
});

const retrying = `
s = Session()
while True:
    s.n = getattr(s, 'n', 0) + 1
    for i in range(30): pass
    try:
        s.save()
        break
    except SessionConflict, e:
        s.reload()
print s.n`;

test.each(shared)("a script that tries again loses nothing (%o)", (where) => {
  const world = lockedWorld({ ...files, "retry.py": retrying }, { ...where, session_lock: "version" });
  const pages = crowd(world, "/retry.py");
  expect(pages.map(({ text }) => text).sort()).toEqual(["1\n", "2\n", "3\n", "4\n", "5\n", "6\n"]);
  expect(eventsOfKind(world, "session-conflict").length).toBeGreaterThan(0);
});

test.each([false, true])(
  "with versions a close() in one frame is not undone by the other (on disk: %s)",
  (disk) => {
    const pages = { ...files, "close.py": "Session().close()" };
    const world = lockedWorld(pages, {
      server: "multithread",
      persistent_session: disk,
      session_lock: "version",
    });
    visit(world, "A", "/count.py");
    const [writer, closer] = [send(world, "A", "/count.py"), send(world, "A", "/close.py")];
    stepUntil(world, writer, isOpen);
    stepUntil(world, closer, () => false);
    const page = runAll(world, [writer])[0];
    expect(page?.status).toBe(409);
    expect(page && plainText(page)).toContain("was closed or evicted");
    expect(visit(world, "A", "/read.py").text).toBe("None\n");
  },
);

test("two requests that only read do not conflict with one that writes", () => {
  const world = lockedWorld(files, { server: "multithread", session_lock: "version" });
  const [reader, writer] = [send(world, "A", "/read.py"), send(world, "A", "/count.py")];
  stepUntil(world, reader, isOpen);
  stepUntil(world, writer, () => false);
  expect(runAll(world, [reader])[0]).toMatchObject({ status: 200, text: "None\n" });
});

test("with versions, what an ended script changed in a memory session is lost where its copy is", () => {
  const pages = { ...files, "bad.py": "s = Session()\ns.n = 7\n1/0" };
  const world = lockedWorld(pages, { server: "multithread", session_lock: "version" });
  visit(world, "A", "/bad.py");
  expect(visit(world, "A", "/read.py").text).toBe("None\n");
});

test("save() and reload() work without a lock too: on disk at once, in memory there is nothing to do", () => {
  const code =
    "s = Session()\ns.n = 1\ns.save()\ns.n = 2\ns.reload()\nprint s.n\ns.save = 5\nprint s.save\nraise SCRIPT_END";
  const pages = { ...files, "p.py": code };
  const results = [true, false].map((persistent_session) => {
    const world = createWorld(pages, { persistent_session });
    return [visit(world, "A", "/p.py").text, visit(world, "A", "/read.py").text];
  });
  expect(results).toEqual([
    ["1\n5\n", "1\n"],
    ["2\n5\n", "2\n"],
  ]);
});

test("changing session_lock restarts nothing", () => {
  const world = lockedWorld(files, { server: "multithread" });
  visit(world, "A", "/count.py");
  for (const session_lock of ["request", "version", "none"] as const) {
    configure(world.server, { ...world.server.configuration, session_lock }, world.env);
    visit(world, "A", "/count.py");
  }
  expect(eventsOfKind(world, "server-stopped")).toEqual([]);
  expect(visit(world, "A", "/read.py").text).toBe("4\n");
});
