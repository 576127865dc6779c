import { expect, test } from "vitest";
import {
  kindsOf,
  lanesOf,
  move,
  openHeld,
  raceOf,
  readResult,
  runAll,
  stateOf,
  untilNext,
  untilTold,
  wordsOf,
} from "../test-race.ts";

const counter = `<%
session = Session()
if not hasattr(session, 'n'): session.n = 0
session.n = session.n + 1
print session.n
%>`;
const loop = "<%\nn = 0\nwhile True: n = n + 1\n%>";

test("a held page is answered at once with a waiting page that says it is held", async () => {
  const site = await openHeld({ "n.pih": counter });
  const waiting = await (await site.visit("/n.pih")).text();
  expect(waiting).toMatch(/^<!--biscuiterie waiting 1-->/);
  expect(waiting).toContain("This request is held");
  expect(kindsOf(site)).toEqual(["server-started", "request"]);
  expect(await lanesOf(site)).toMatchObject([
    { lane: 1, request: 1, browser: "A", state: "ready", next: { kind: "find" }, waitingShown: true },
  ]);
});

test("a held page is stepped statement by statement, and its answer swapped in when it is sent", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.visit("/n.pih");
  const seen: string[] = [];
  for (let moves = 0; moves < 30; moves++) {
    const [lane] = await lanesOf(site);
    if (lane?.next === undefined) break;
    seen.push(wordsOf(lane));
    await move(site, 1, "step");
  }
  expect(seen).toEqual([
    "find",
    "open n.pih",
    "line 1",
    "line 2",
    "session-open",
    "line 3",
    "attribute-read n",
    "line 3",
    "attribute-write n",
    "line 4",
    "attribute-read n",
    "attribute-write n",
    "line 5",
    "attribute-read n",
    "respond",
  ]);
  const [lane] = await lanesOf(site);
  expect(lane).toMatchObject({
    state: "answered",
    operations: 7,
    response: { status: 200, setsCookie: true, text: "1" },
  });
  expect(await readResult(site, 1)).toMatch(/^<!--biscuiterie answer 1-->\s*1/);
});

test("to the next operation, and to the end", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.visit("/n.pih");
  await move(site, 1, "operation");
  expect(await lanesOf(site)).toMatchObject([{ operations: 0, next: { operation: "session-open" } }]);
  await move(site, 1, "operation");
  expect(await lanesOf(site)).toMatchObject([
    { operations: 1, next: { operation: "attribute-read", name: "n" }, place: { file: "n.pih", line: 3 } },
  ]);
  await move(site, 1, "end");
  expect(await lanesOf(site)).toMatchObject([{ operations: 7, state: "answered" }]);
});

test("ten requests are held, and run one after the other", async () => {
  const site = await openHeld({ "n.pih": counter });
  await Promise.all(Array.from({ length: 10 }, () => site.visit("/n.pih")));
  expect((await lanesOf(site)).map(({ lane, state }) => [lane, state])).toHaveLength(10);
  await runAll(site);
  await readResult(site, 10);
  const lanes = await lanesOf(site);
  expect(lanes.map(({ state }) => state)).toEqual(Array(10).fill("answered"));
  expect(lanes.map(({ response }) => response?.text)).toEqual(Array(10).fill("1"));
});

test("on one process the second lane waits for its turn once the first has begun", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.visit("/n.pih");
  await site.visit("/n.pih");
  await move(site, 2, "step");
  expect(await lanesOf(site)).toMatchObject([
    { state: "blocked", next: { kind: "turn", holder: 2 } },
    { state: "ready" },
  ]);
  expect(await move(site, 1, "step")).toMatchObject({
    ok: false,
    reason: "Request 1 has to wait: its process has begun request 2 and answers one at a time.",
  });
});

test("two threads lose an update by hand", async () => {
  const site = await openHeld({ "n.pih": counter }, { server: "multithread" });
  await site.command({ kind: "hold", on: false });
  await site.read("/n.pih");
  await site.command({ kind: "hold", on: true });
  await site.visit("/n.pih");
  await site.visit("/n.pih");
  // Each: open, hasattr, then read; both stand before the write of 2.
  for (const request of [2, 3]) for (let at = 0; at < 4; at++) await move(site, request, "operation");
  expect(await lanesOf(site)).toMatchObject([
    { next: { operation: "attribute-write", value: "2" }, session: { isCopy: false } },
    { next: { operation: "attribute-write", value: "2" } },
  ]);
  await runAll(site);
  expect(await stateOf(site)).toMatchObject({ sessions: [{ attributes: [{ name: "n", value: "2" }] }] });
});

test("a lane shows its own copy of the session beside the stored one, and its variables", async () => {
  const page =
    "<%\ndef double(x):\n    y = x * 2\n    return y\nsession = Session()\nsession.n = 5\nnom = 'Ada'\nz = double(4)\n%>";
  const site = await openHeld({ "p.pih": page }, { persistent_session: true });
  await site.visit("/p.pih?titre=B");
  await move(site, 1, "operation");
  await move(site, 1, "operation");
  for (let steps = 0; steps < 4; steps++) await move(site, 1, "step");
  const [lane] = await lanesOf(site);
  expect(lane?.session).toMatchObject({ isCopy: true, own: [{ name: "n", value: "5" }], stored: [] });
  expect(lane?.place).toMatchObject({ line: 4, source: "return y" });
  expect(lane?.variables.map(({ scope, name, value }) => `${scope} ${name} = ${value}`)).toEqual([
    "local x = 4",
    "local y = 8",
    "global _titre = 'B'",
    "global double = <function double>",
    expect.stringMatching(/^global session = <SessionObject/),
    "global nom = 'Ada'",
  ]);
});

test("switched off, the hold lets all held requests go on live", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.visit("/n.pih");
  await move(site, 1, "operation");
  await site.command({ kind: "hold", on: false });
  expect(await readResult(site, 1)).toMatch(/answer 1-->\s*1/);
  expect(await raceOf(site)).toMatchObject({ holding: false, lanes: [{ state: "answered" }] });
});

test("a new request after the end of a race begins another", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.visit("/n.pih");
  await move(site, 1, "end");
  await site.visit("/n.pih");
  const race = await raceOf(site);
  expect(race.lanes).toMatchObject([{ lane: 1, request: 2 }]);
  // The way back leads over the end of the last race.
  expect(race.back).toEqual({ moves: 1, end: "start" });
  const first = site.events().find(({ kind, request }) => kind === "request" && request === 2);
  expect(race.firstEvent).toBe(first?.seq);
});

test("a page that never ends makes nobody deaf, can be stopped, and ends by its budget", async () => {
  const site = await openHeld({ "loop.pih": loop, "n.pih": counter }, { server: "multithread" });
  await site.visit("/loop.pih");
  await site.visit("/loop.pih");
  await site.visit("/n.pih");
  expect(await site.command({ kind: "race-move", request: 1, length: "end" })).toMatchObject({
    state: { race: { moving: 1, lanes: [{ state: "ready" }, {}, {}] } },
  });
  await site.command({ kind: "stop-request", request: 1 });
  expect(await readResult(site, 1)).toContain("You stopped this request");
  await move(site, 2, "end");
  await move(site, 3, "end");
  expect(await readResult(site, 2)).toContain("steps");
  expect(await readResult(site, 3)).toMatch(/answer 3-->\s*1/);
}, 60_000);

test("a page edited while it is held keeps the text that it started with", async () => {
  const site = await openHeld({ "a.pih": "<%\nn = 1\nprint 'old', n\n%>" });
  await site.visit("/a.pih");
  await move(site, 1, "step");
  await site.command({ kind: "write-file", path: "a.pih", content: "new" });
  for (let steps = 0; steps < 3; steps++) await move(site, 1, "step");
  expect(await lanesOf(site)).toMatchObject([
    { place: { line: 3, source: "print 'old', n", text: "<%\nn = 1\nprint 'old', n\n%>" } },
  ]);
  await move(site, 1, "end");
  expect(await readResult(site, 1)).toContain("old 1");
});

test("closing a browser drops its held requests, and the others go on", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.command({ kind: "open-browser", browser: "B" });
  await site.visit("/n.pih");
  await site.visit("/n.pih", {}, "B");
  await move(site, 2, "operation");
  await site.command({ kind: "close-browser", browser: "B" });
  expect(await stateOf(site)).toMatchObject({
    running: [{ id: 1 }],
    race: { lanes: [{ state: "ready" }, { state: "dropped" }] },
  });
  await move(site, 1, "end");
  expect(await readResult(site, 1)).toMatch(/answer 1-->\s*1/);
  expect(await move(site, 2, "step")).toMatchObject({
    reason: "Request 2 was dropped when its browser was closed.",
  });
});

test("after a restart a lane that had begun holds a page that says so, the others wait as before", async () => {
  const site = await openHeld({ "n.pih": counter }, { server: "multithread" });
  await site.visit("/n.pih");
  await site.visit("/n.pih");
  await move(site, 1, "operation");
  await site.command({ kind: "restart-server" });
  expect(await raceOf(site)).toMatchObject({
    lanes: [{ next: { kind: "respond" } }, { next: { kind: "find" } }],
    back: { moves: 0, end: "restart" },
  });
  await runAll(site);
  expect((await lanesOf(site)).map(({ response }) => response?.status)).toEqual([503, 200]);
});

test("a reset answers what is held, and goes on holding", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.visit("/n.pih");
  await move(site, 1, "operation");
  await site.command({ kind: "reset", files: { "n.pih": counter } });
  await untilTold(site, "result", 1);
  expect(await raceOf(site)).toMatchObject({ holding: true, lanes: [], back: { moves: 0, end: "start" } });
  await site.visit("/n.pih");
  expect(await lanesOf(site)).toMatchObject([{ request: 2, state: "ready" }]);
});

test("lanes outlive the worker, in the middle of their pages", async () => {
  const site = await openHeld({ "n.pih": counter }, { server: "multithread" });
  await site.visit("/n.pih");
  await site.visit("/n.pih");
  for (let at = 0; at < 4; at++) await move(site, 1, "operation");
  const before = await raceOf(site);
  site.kill();
  expect(await raceOf(site)).toEqual(before);
  await move(site, 1, "operation");
  await site.command({ kind: "race-back" });
  expect((await raceOf(site)).lanes).toEqual(before.lanes);
  await runAll(site);
  expect((await lanesOf(site)).map(({ response }) => response?.status)).toEqual([200, 200]);
});

test("lanes that cannot be read back are told to be lost", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.visit("/n.pih");
  await move(site, 1, "operation");
  const { load } = site.storage;
  site.storage.load = async (id) => {
    const stored = await load(id);
    return stored === null ? null : { ...stored, image: new Uint8Array([1, 2, 3]) };
  };
  site.kill();
  expect(await stateOf(site)).toMatchObject({ running: [], race: { lanes: [], back: { moves: 0 } } });
  expect(site.events().at(-1)).toMatchObject({
    kind: "log",
    message: expect.stringMatching(/requests under way are lost/),
  });
});

test("a held page gets the standard modules that it imports", async () => {
  const site = await openHeld({ "j.pih": "<%\nimport json\nprint json.dumps([1])\n%>" });
  await site.visit("/j.pih");
  await move(site, 1, "end");
  expect(await readResult(site, 1)).toContain("[1]");
  expect((await raceOf(site)).back.moves).toBe(1);
});

test("a module that cannot be had ends the page of its lane, which is then sent by a move of its own", async () => {
  const site = await openHeld(
    { "j.pih": "<% import json %>" },
    {},
    {
      fetchModule: () => Promise.reject(new Error("no network, as this test wants it")),
    },
  );
  await site.visit("/j.pih");
  await move(site, 1, "operation");
  expect(await lanesOf(site)).toMatchObject([{ state: "ready", next: { kind: "respond" } }]);
  await move(site, 1, "operation");
  expect(await readResult(site, 1)).toContain("json");
});

test("the clock stands still while a race is on, and goes on when it is over", async () => {
  let now = 1_000_000;
  const site = await openHeld(
    { "t.pih": "<%\nimport time\nprint int(time.time())\n%>" },
    {},
    { now: () => now },
  );
  await site.visit("/t.pih");
  now += 60_000;
  await move(site, 1, "end");
  expect(await readResult(site, 1)).toMatch(/-->\s*1000\s/);
  const [request, response] = ["request", "response"].map((kind) =>
    site.events().find((e) => e.kind === kind),
  );
  expect(response?.time).toBe(request?.time);
  await site.visit("/t.pih");
  await move(site, 2, "end");
  expect(await readResult(site, 2)).toMatch(/-->\s*1060\s/);
});

test("the answer to a held form is shown in its frame", async () => {
  const site = await openHeld({ "f.pih": "<%\nprint 'got', _titre\n%>" });
  const body = new URLSearchParams({ titre: "Sido" });
  expect(await (await site.visit("/f.pih", { method: "POST", body })).text()).toContain("waiting 1-");
  await move(site, 1, "end");
  expect(await readResult(site, 1)).toContain("got Sido");
});

test("a session that another lane holds is waited for, by name", async () => {
  const site = await openHeld({ "n.pih": counter }, { server: "multithread", session_lock: "request" });
  await site.command({ kind: "hold", on: false });
  await site.read("/n.pih");
  await site.command({ kind: "hold", on: true });
  await site.visit("/n.pih");
  await site.visit("/n.pih");
  for (const request of [2, 3]) await move(site, request, "operation");
  await move(site, 2, "operation");
  expect(await lanesOf(site)).toMatchObject([{}, { state: "blocked", next: { kind: "session", holder: 2 } }]);
  expect(await move(site, 3, "end")).toMatchObject({
    reason: "Request 3 waits for the session, which request 2 holds.",
  });
  await runAll(site);
  expect((await lanesOf(site)).map(({ response }) => response?.text)).toEqual(["2", "3"]);
});

test("stopping a lane ends its script, and the page that says so is sent when its turn has come", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.visit("/n.pih");
  await site.visit("/n.pih");
  await move(site, 1, "operation");
  await site.command({ kind: "stop-request", request: 2 });
  expect(await lanesOf(site)).toMatchObject([
    { state: "ready" },
    { state: "blocked", next: { kind: "turn", holder: 1 } },
  ]);
  await runAll(site);
  expect((await lanesOf(site)).map(({ response }) => response?.status)).toEqual([200, 503]);
});

test("lanes that wait for each other are named, and stopping one frees the other", async () => {
  const site = await openHeld(
    {
      "verrous.py": "import threading\na = threading.Lock()\nb = threading.Lock()\n",
      "ab.pih":
        "<%\nfrom verrous import a, b\na.acquire()\nb.acquire()\nb.release()\na.release()\nprint 'ab'\n%>",
      "ba.pih":
        "<%\nfrom verrous import a, b\nb.acquire()\na.acquire()\na.release()\nb.release()\nprint 'ba'\n%>",
    },
    { server: "multithread" },
  );
  await site.visit("/ab.pih");
  await site.visit("/ba.pih");
  await untilNext(site, 1, "lock-acquire");
  await untilNext(site, 2, "lock-acquire");
  for (const request of [1, 2]) await move(site, request, "operation");
  await runAll(site);
  const race = await raceOf(site);
  expect(race.lanes).toMatchObject([
    { state: "blocked", next: { kind: "lock", name: "verrous.py, line 3", holder: 2, ended: false } },
    { state: "blocked", next: { kind: "lock", name: "verrous.py, line 2", holder: 1, ended: false } },
  ]);
  expect(race.deadlock?.waits.map(({ request, holder }) => [request, holder])).toEqual([
    [1, 2],
    [2, 1],
  ]);
  await site.command({ kind: "stop-request", request: 1 });
  await runAll(site);
  expect((await lanesOf(site)).map(({ response }) => response?.text)).toEqual([
    expect.stringContaining("You stopped this request"),
    "ba",
  ]);
});

test("the address of an answer can be asked for before the answer is there", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.visit("/n.pih");
  await move(site, 1, "end");
  const address = await untilTold(site, "result", 1);
  await site.command({ kind: "race-back" });
  await site.command({ kind: "hold", on: false });
  expect(await (await fetch(address)).text()).toMatch(/answer 1-->\s*1/);
});

test("a held redirect leads to a request that is held in its turn", async () => {
  const site = await openHeld({
    "a.pih": "<% raise HTTP_REDIRECTION, 'b.pih' %>",
    "b.pih": "<% print 'there' %>",
  });
  await site.visit("/a.pih");
  await move(site, 1, "end");
  expect(await readResult(site, 1)).toMatch(/^<!--biscuiterie waiting 2-->/);
  await move(site, 2, "end");
  expect(await readResult(site, 2)).toContain("there");
});
