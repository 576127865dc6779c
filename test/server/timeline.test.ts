/**
 * The sequence diagram and its marks, read off real runs: each known race gives its mark, with the lines and values that its sentence
 * needs; requests one after the other give none.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { storeCookies } from "../../src/browser/index.ts";
import type { Configuration } from "../../src/project/index.ts";
import { moveTask, runnableTasks, step, type Task } from "../../src/server/index.ts";
import { type Mark, readTimeline, type TraceEvent } from "../../src/trace/index.ts";
import { createWorld, type Files, jarOf, send, visit, type World } from "./harness.ts";

const threads: Partial<Configuration> = { server: "multithread" };
const disk: Partial<Configuration> = { server: "multithread", persistent_session: true };

/** The log of `world`, as a workspace would number it. */
function logOf(world: World): TraceEvent[] {
  return world.events.map((event, at) => ({ ...event, seq: at + 1, time: 0 }));
}

/** Hands over the answer to `task` as a workspace does, which tells of each cookie. */
function answer(world: World, task: Task): void {
  const fields = task.response?.fields.filter(([name]) => name === "Set-Cookie").map(([, value]) => value);
  const jar = jarOf(world, task.request.browser);
  for (const { field, name, value, stored } of storeCookies(
    jar,
    task.request.url,
    fields ?? [],
    world.now,
    task.id,
  )) {
    const who = { request: task.id, browser: task.request.browser };
    world.env.emit({ kind: "set-cookie", ...who, name, value, field, stored });
  }
}

/** Carries out one operation of `task`; answers it when that was its last. */
function operate(world: World, task: Task): void {
  if (task.phase === "done") throw new Error(`Request ${task.id} has been answered.`);
  moveTask(world.server, task, world.env, { length: "operation" });
  if (task.response !== null) answer(world, task);
}

/**
 * Sends the pages and moves them as `schedule` says, a letter per operation (the first takes a request to its first one); then each to
 * its end. `first` is visited before, by the same browser.
 */
function race(
  files: Files,
  {
    first,
    paths,
    schedule,
    ...options
  }: { first?: string; paths: string[]; schedule: string } & Partial<Configuration>,
) {
  const world = createWorld(files, options);
  if (first !== undefined) visit(world, "A", first);
  const begin = world.events.length;
  const tasks = paths.map((path) => send(world, "A", path));
  for (const task of tasks) task.held = true;
  for (const letter of schedule) {
    const task = tasks[letter.charCodeAt(0) - 65];
    if (task !== undefined) operate(world, task);
  }
  for (const task of tasks) while (task.phase !== "done") operate(world, task);
  return { world, timeline: readTimeline(logOf(world).slice(begin)) };
}

/** A mark in short: `lost-update n 2<3: 1 attribute-missing, 1 attribute-written, 2 attribute-written`, with lines. */
function tell(mark: Mark): string {
  const name = "name" in mark ? ` ${mark.name}` : "";
  const { before, between, after } = mark.events;
  const events = [before, between, after].map(({ kind, line }) => `${kind}:${line ?? "-"}`);
  return `${mark.kind}${name} ${mark.mine}<${mark.theirs} ${events.join(" ")}`;
}

const counting = {
  "n.py": "s = Session()\nn = getattr(s, 'n', 0)\ns.n = n + 1\nprint n",
  "look.py": "Session()",
};

test("a lost update in memory: a read, the other's write, an own write", () => {
  const { timeline } = race(counting, {
    ...threads,
    first: "/look.py",
    paths: ["/n.py", "/n.py"],
    // To Session(), Session(), read; then B to its end.
    schedule: "AAABBBB",
  });
  expect(timeline.marks.map(tell)).toEqual([
    "lost-update n 2<3 attribute-missing:2 attribute-written:3 attribute-written:3",
  ]);
});

test("reading and writing with nothing of another's in between is no mark", () => {
  const { timeline } = race(counting, {
    ...threads,
    first: "/look.py",
    paths: ["/n.py", "/n.py"],
    schedule: "ABAAABB",
  });
  expect(timeline.marks).toEqual([]);
});

test("an update that was read again before it was written over is no mark", () => {
  const files = { ...counting, "m.py": "s = Session()\nx = getattr(s, 'n', 0)\nx = s.n\ns.n = x + 1" };
  const { timeline } = race(files, {
    ...threads,
    first: "/look.py",
    paths: ["/m.py", "/n.py"],
    schedule: "AAABBBBB",
  });
  expect(timeline.marks).toEqual([]);
});

test("writing over another's value without having read any is no mark", () => {
  const files = { "look.py": "Session()", "w.py": "s = Session()\ns.last = 1" };
  for (const kind of [threads, disk]) {
    const { timeline } = race(files, {
      ...kind,
      first: "/look.py",
      paths: ["/w.py", "/w.py"],
      schedule: "AABBAABB",
    });
    expect(timeline.marks).toEqual([]);
  }
});

test("on disk the last to save loses what another saved since it loaded, whether it touched that or not", () => {
  const files = {
    "look.py": "Session()",
    "a.py": "s = Session()\ns.a = 1",
    "b.py": "s = Session()\n\ns.b = 2\ns.c = 3",
  };
  const { timeline } = race(files, {
    ...disk,
    first: "/look.py",
    paths: ["/a.py", "/b.py"],
    schedule: "AABBBBB",
  });
  expect(timeline.marks.map(tell)).toEqual([
    "lost-update b 2<3 session-loaded:1 session-saved:- session-saved:-",
    "lost-update c 2<3 session-loaded:1 session-saved:- session-saved:-",
  ]);
  const [mark] = timeline.marks;
  expect(mark?.kind === "lost-update" ? mark.lost : undefined).toMatchObject({
    name: "b",
    value: "2",
    line: 3,
  });
});

test("on disk a page that only looks, and saves last, loses the other's update", () => {
  const { timeline } = race(counting, {
    ...disk,
    first: "/look.py",
    paths: ["/look.py", "/n.py"],
    schedule: "AABBBBB",
  });
  expect(timeline.marks.map(tell)).toEqual([
    "lost-update n 2<3 session-loaded:1 session-saved:- session-saved:-",
  ]);
});

test("on disk a page that only looked, and saved first, is no mark", () => {
  const { timeline } = race(counting, {
    ...disk,
    first: "/look.py",
    paths: ["/n.py", "/look.py"],
    schedule: "AABBBB",
  });
  expect(timeline.marks).toEqual([]);
});

test("a copy that was loaded again before it was saved loses nothing", () => {
  const files = { ...counting, "r.py": "s = Session()\ns.reload()\ns.n = getattr(s, 'n', 0) + 1" };
  const { timeline } = race(files, {
    ...disk,
    first: "/look.py",
    paths: ["/r.py", "/n.py"],
    schedule: "AABBBBBB",
  });
  expect(timeline.marks).toEqual([]);
});

test("on disk a list that was changed in place is lost like any other update", () => {
  const files = {
    "begin.py": "s = Session()\ns.panier = []",
    "add.py": "s = Session()\ns.panier.append('livre')",
    "look.py": "s = Session()\nx = s.panier",
  };
  const paths = ["/look.py", "/add.py"];
  const { timeline } = race(files, { ...disk, first: "/begin.py", paths, schedule: "AABBBBB" });
  expect(timeline.marks.map(tell)).toEqual([
    "lost-update panier 2<3 session-loaded:1 session-saved:- session-saved:-",
  ]);
  const [mark] = timeline.marks;
  expect(mark?.kind === "lost-update" ? mark.lost : undefined).toMatchObject({ value: "['livre']" });
  expect(
    race(files, { ...disk, first: "/begin.py", paths: ["/look.py", "/look.py"], schedule: "AABB" }).timeline
      .marks,
  ).toEqual([]);
});

const closing = {
  "begin.py": "s = Session()\ns.nom = 'B'",
  "show.py": "s = Session()\nprint s.nom\nx = 1\nprint s.nom",
  "once.py": "s = Session()\nprint s.nom\nprint 'x'",
  "write.py": "s = Session()\ns.nom = 'C'",
  "close.py": "s = Session()\ns.close()",
};

test("a value that is read and then closed under its reader is about to vanish", () => {
  const { timeline } = race(closing, {
    ...threads,
    first: "/begin.py",
    paths: ["/once.py", "/close.py"],
    schedule: "AAABBB",
  });
  expect(timeline.marks.map(tell)).toEqual([
    "vanishing-read nom 2<3 attribute-read:2 session-closed:2 session-closed:2",
  ]);
});

test("the mark of a vanished value goes to where its reader misses it", () => {
  const { timeline } = race(closing, {
    ...threads,
    first: "/begin.py",
    paths: ["/show.py", "/close.py"],
    schedule: "AAABBBB",
  });
  expect(timeline.marks.map(tell)).toEqual([
    "vanishing-read nom 2<3 attribute-read:2 session-closed:2 attribute-missing:4",
  ]);
});

test("a value that is another when it is read again is a mark", () => {
  const { timeline } = race(closing, {
    ...threads,
    first: "/begin.py",
    paths: ["/show.py", "/write.py"],
    schedule: "AAABBBB",
  });
  expect(timeline.marks.map(tell)).toEqual([
    "vanishing-read nom 2<3 attribute-read:2 attribute-written:2 attribute-read:4",
  ]);
});

test("a closed session that another request brings back is a resurrection, in memory and on disk", () => {
  const paths = ["/write.py", "/close.py"];
  const inMemory = race(closing, { ...threads, first: "/begin.py", paths, schedule: "AABBB" }).timeline;
  expect(inMemory.marks.map(tell)).toEqual([
    "resurrection 2<3 session-opened:1 session-closed:2 attribute-written:2",
  ]);
  const onDisk = race(closing, { ...disk, first: "/begin.py", paths, schedule: "AABBBB" }).timeline;
  expect(onDisk.marks.map(tell)).toEqual([
    "resurrection 2<3 session-loaded:1 session-closed:2 session-saved:-",
  ]);
});

test("a write to a closed object whose id has a new session is no resurrection", () => {
  const { timeline } = race(closing, {
    ...threads,
    first: "/begin.py",
    paths: ["/write.py", "/close.py", "/write.py"],
    schedule: "AABBBBCCCC",
  });
  expect(timeline.marks).toEqual([]);
});

test("with session_lock = version the stale save is refused and nothing is lost", () => {
  for (const kind of [threads, disk]) {
    const { timeline } = race(counting, {
      ...kind,
      session_lock: "version",
      first: "/look.py",
      paths: ["/n.py", "/n.py"],
      schedule: "AAABBBBB",
    });
    expect(timeline.marks).toEqual([]);
    expect(timeline.rows.some(({ event }) => event.kind === "session-conflict")).toBe(true);
    expect(timeline.rows.filter(({ event }) => event.kind === "attribute-written")).toMatchObject([
      { from: "request:3", to: "request:3", onCopy: true },
      { from: "request:2", to: "request:2", onCopy: true },
    ]);
  }
});

test("a first visit with two frames makes an orphan, whose key was replaced", () => {
  const { timeline } = race(counting, { ...threads, paths: ["/n.py", "/n.py"], schedule: "AAABBB" });
  const opened = timeline.rows.flatMap(({ event }) =>
    event.kind === "session-opened" ? [event.session] : [],
  );
  expect(timeline.marks.map(tell)).toEqual([
    "orphan-session 1<2 session-opened:1 session-opened:1 set-cookie:-",
  ]);
  expect(timeline.marks[0]?.session).toBe(opened[0]);
});

test("a key that another jar has as well makes no orphan when one jar's is replaced", () => {
  const world = createWorld(counting, threads);
  const tasks = [send(world, "A", "/n.py"), send(world, "A", "/n.py")];
  const [first, second] = tasks;
  if (first === undefined || second === undefined) throw new Error("Two requests were sent.");
  while (first.phase !== "done") operate(world, first);
  const value = jarOf(world, "A").cookies[0]?.value ?? "";
  world.env.emit({
    kind: "cookie-edited",
    browser: "B",
    change: "copied",
    name: "sessionId",
    value,
    path: "/",
  });
  while (second.phase !== "done") operate(world, second);
  expect(readTimeline(logOf(world)).marks).toEqual([]);
});

test("requests one after the other give no mark, whatever they do", () => {
  const files = { ...counting, ...closing, "del.py": "s = Session()\nif hasattr(s, 'nom'): del s.nom" };
  const paths = Object.keys(files).map((file) => `/${file}`);
  const setting = fc.record({
    server: fc.constantFrom<Configuration["server"]>("monoprocess", "multithread", "multiprocess", "cgi"),
    persistent_session: fc.boolean(),
    session_lock: fc.constantFrom<Configuration["session_lock"]>("none", "request", "version"),
    strict_session_ids: fc.boolean(),
    max_sessions: fc.constantFrom(1, 2, 1000),
  });
  const visits = fc.array(fc.tuple(fc.constantFrom("A", "B"), fc.constantFrom(...paths)), { maxLength: 8 });
  fc.assert(
    fc.property(setting, visits, (configuration, all) => {
      const world = createWorld(files, configuration);
      for (const [browser, path] of all) {
        const task = send(world, browser, path);
        while (task.phase !== "done") step(world.server, task, world.env, { kind: "end" });
        answer(world, task);
      }
      expect(readTimeline(logOf(world)).marks).toEqual([]);
    }),
    { numRuns: 60, seed: 4 },
  );
});

test("counters in threads have a lost-update mark exactly when the number is too small", () => {
  const tally = { small: 0, exact: 0 };
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 4 }),
      fc.boolean(),
      fc.array(fc.nat(3), { minLength: 4, maxLength: 40 }),
      (count, onDisk, turns) => {
        const world = createWorld(counting, onDisk ? disk : threads);
        visit(world, "A", "/look.py");
        for (let n = 0; n < count; n++) send(world, "A", "/n.py");
        for (let n = 0; world.server.tasks.length > 0; n++) {
          const runnable = runnableTasks(world.server);
          const task = runnable[(turns[n % turns.length] ?? 0) % runnable.length];
          if (task !== undefined) step(world.server, task, world.env, { kind: "statement" });
        }
        const marks = readTimeline(logOf(world)).marks.map(({ kind }) => kind);
        const isSmall = Number(visit(world, "A", "/n.py").text) < count;
        tally[isSmall ? "small" : "exact"] += 1;
        expect(marks.includes("lost-update")).toBe(isSmall);
        expect(marks.every((kind) => kind === "lost-update")).toBe(true);
      },
    ),
    { numRuns: 100, seed: 4 },
  );
  expect(Math.min(tally.small, tally.exact)).toBeGreaterThan(10);
});

test("the columns are browsers with their jars, requests as they came, memories, the disk", () => {
  const world = createWorld(counting, { server: "multiprocess", processes: 2 });
  for (const browser of ["B", "A", "B"]) answer(world, send(world, browser, "/n.py"));
  while (world.server.tasks.length > 0) {
    const task = runnableTasks(world.server)[0];
    if (task === undefined) break;
    step(world.server, task, world.env, { kind: "end" });
    if (task.response !== null) answer(world, task);
  }
  const { participants } = readTimeline(logOf(world));
  expect(participants.map(({ id }) => id)).toEqual([
    "browser:A",
    "jar:A",
    "browser:B",
    "jar:B",
    "request:1",
    "request:2",
    "request:3",
    "memory:1",
    "memory:2",
  ]);
});

test("the rows go from whom something leaves to whom it comes", () => {
  const { timeline } = race(counting, { ...disk, first: "/look.py", paths: ["/n.py"], schedule: "" });
  expect(timeline.rows.map(({ event, from, to }) => `${event.kind} ${from} ${to}`)).toEqual([
    "request browser:A request:2",
    "session-opened request:2 disk",
    "session-loaded disk request:2",
    "attribute-missing request:2 request:2",
    "attribute-written request:2 request:2",
    "session-saved request:2 disk",
    "response request:2 browser:A",
  ]);
});

test("a request whose arrival is not told is left out", () => {
  const { world } = race(counting, { ...threads, paths: ["/n.py"], schedule: "" });
  const log = logOf(world);
  const arrival = log.findIndex(({ kind }) => kind === "request");
  expect(readTimeline(log.slice(arrival + 1))).toEqual({ participants: [], rows: [], marks: [] });
});
