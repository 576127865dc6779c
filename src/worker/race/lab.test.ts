/** The race lab through a site's own commands: every order, orders by chance, replays, comparisons, recorded stretches. */
import { expect, test } from "vitest";
import type { Configuration } from "../../project/index.ts";
import type { CommandBody, ExplorationView, RaceSource, RaceView } from "../../protocol/index.ts";
import type { RequestId, TraceEvent } from "../../trace/index.ts";
import { openSite, readModule, type SiteOptions, type TestSite } from "../test-site.ts";

const files = {
  "empty.pih": "<% session = Session()\nsession.n = 0 %>",
  "count.pih": "<% session = Session()\nn = session.n\nsession.n = n + 1 %>was <%= n %>",
};
/** Two frames of one page. Each opens, reads, writes, sends: 8!/(4!·4!) = 70 orders. */
const frames: RaceSource = { kind: "pages", browser: "A", urls: ["/count.pih", "/count.pih"] };

/** A site of threads where browser A has a session with `n = 0`. */
async function openCounter(
  options: SiteOptions = {},
  changes: Partial<Configuration> = {},
): Promise<TestSite> {
  const site = await openSite(files, options);
  await site.command({ kind: "configure", changes: { server: "multithread", ...changes } });
  await site.read("/empty.pih");
  return site;
}

/** The race after a command that must not be refused. */
async function ask({ command }: TestSite, body: CommandBody): Promise<RaceView> {
  const result = await command(body);
  if (!result.ok) throw new Error(result.reason);
  return result.state.race;
}

async function refusalOf({ command }: TestSite, body: CommandBody): Promise<string> {
  const result = await command(body);
  return result.ok ? "not refused" : result.reason;
}

async function until<Found>(site: TestSite, find: (race: RaceView) => Found | undefined): Promise<Found> {
  for (;;) {
    const found = find(await ask(site, { kind: "ping" }));
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

function untilExplored(site: TestSite): Promise<ExplorationView> {
  return until(site, ({ exploration }) => (exploration?.state === "running" ? undefined : exploration));
}

async function explore(site: TestSite, from = frames): Promise<ExplorationView> {
  await ask(site, { kind: "explore", from });
  return untilExplored(site);
}

/** What each outcome leaves as `n`, whether it is serial, and its orders. */
function tally({ outcomes }: ExplorationView): unknown[] {
  return outcomes.map(({ orders, serial, sessions }) => [
    sessions[0]?.attributes.find(({ name }) => name === "n")?.value,
    serial,
    Number(orders),
  ]);
}

test("of two frames on one session every order is counted, and those that lose something are named", async () => {
  const site = await openCounter();
  const found = await explore(site);
  expect(found).toMatchObject({
    state: "complete",
    judged: true,
    orders: "70",
    server: "multithread",
    requests: [
      { lane: 1, browser: "A", method: "GET", url: "http://localhost/count.pih" },
      { lane: 2, browser: "A" },
    ],
  });
  // 36 orders read twice before the second write; the others are A before B (17) or B before A (17).
  expect(tally(found)).toEqual([
    ["1", false, 36],
    ["2", true, 17],
    ["2", true, 17],
  ]);
  const [lost] = found.outcomes;
  expect(lost?.losses).toContainEqual(
    expect.objectContaining({ kind: "attribute", name: "n", value: "1", serial: "2" }),
  );
  expect((await ask(site, { kind: "ping" })).lanes).toEqual([]);
  expect(await site.read("/count.pih")).toContain("was 0");
});

/** Two held counters; `operations` of the first and then of the second are carried out, with its approach before the first of them. */
async function holdTwo(site: TestSite, ...operations: [number, number]): Promise<RequestId[]> {
  await ask(site, { kind: "hold", on: true });
  await Promise.all([site.visit("/count.pih"), site.visit("/count.pih")]);
  const requests = (await ask(site, { kind: "ping" })).lanes.map(({ request }) => request);
  for (const [lane, request] of requests.entries()) {
    const count = operations[lane] ?? 0;
    // The first move leads to the first operation.
    for (let n = 0; count > 0 && n <= count; n++)
      await ask(site, { kind: "race-move", request, length: "operation" });
    await until(site, ({ lanes }) => (lanes[lane]?.operations === count ? true : undefined));
  }
  return requests;
}

const held: RaceSource = { kind: "held" };

test("held requests are explored from where they stand", async () => {
  const site = await openCounter();
  await holdTwo(site, 2, 0);
  // A has read 0. It has two letters left, B four: 6!/(2!·4!) = 15 orders. B must read after A has written: before A's W there are none
  // of B's letters (A's S at 5 places) or one (A's S at 4). 9 keep both, 6 lose one.
  const found = await explore(site, held);
  expect(found.orders).toBe("15");
  expect(tally(found)).toEqual([
    ["2", true, 9],
    ["1", false, 6],
  ]);
});

test("what was lost before the exploration began is lost all the same", async () => {
  const site = await openCounter();
  await holdTwo(site, 2, 4);
  // A has read, B is answered: A can only write over what B wrote. Serial are the orders of both from their beginning.
  const found = await explore(site, held);
  expect(found.orders).toBe("1");
  expect(tally(found)).toEqual([["1", false, 1]]);
  expect(found.outcomes[0]).toMatchObject({
    schedule: "AA",
    pages: [{ lane: 1 }, { lane: 2, text: "was 0" }],
  });
  await ask(site, { kind: "replay", of: { kind: "outcome", outcome: 0 } });
  const { replay } = await ask(site, { kind: "replay-next", all: true });
  expect(replay).toMatchObject({ outcome: found.outcomes[0], position: 2 });
  expect(replay?.lanes).toMatchObject([{ lane: 1 }, { lane: 2, state: "answered", operations: 4 }]);
});

test("nothing held, no such browser, an address elsewhere and an old stretch are refused in words", async () => {
  const site = await openCounter();
  expect(await refusalOf(site, { kind: "explore", from: { kind: "held" } })).toContain("No request is held");
  expect(await refusalOf(site, { kind: "explore", from: { ...frames, browser: "C" } })).toContain(
    "Browser C",
  );
  const elsewhere: RaceSource = { kind: "pages", browser: "A", urls: ["http://example.org/"] };
  expect(await refusalOf(site, { kind: "explore", from: elsewhere })).toContain(
    "not an address of this site",
  );
  expect(await refusalOf(site, { kind: "replay", of: { kind: "stretch", stretch: 9 } })).toContain(
    "no longer kept",
  );
  expect(await refusalOf(site, { kind: "replay-next", all: true })).toContain("No replay is open");
});

test("the replay of each outcome leads to that outcome", async () => {
  const site = await openCounter();
  const { outcomes } = await explore(site);
  for (const [outcome, expected] of outcomes.entries()) {
    const opened = (await ask(site, { kind: "replay", of: { kind: "outcome", outcome } })).replay;
    expect(opened).toMatchObject({ schedule: expected.schedule, position: 0, followed: true, back: 0 });
    expect(opened?.lanes).toMatchObject([
      { lane: 1, state: "ready", operations: 0, next: { kind: "operation", operation: "session-open" } },
      { lane: 2, state: "ready" },
    ]);
    const { replay } = await ask(site, { kind: "replay-next", all: true });
    expect(replay).toMatchObject({ position: expected.schedule.length, followed: true, outcome: expected });
    expect(replay?.lanes).toMatchObject([
      { state: "answered", operations: 4 },
      { state: "answered", operations: 4 },
    ]);
  }
});

test.each<Partial<Configuration>>([
  { server: "monoprocess" },
  { server: "multithread", session_lock: "request" },
  { server: "multithread", session_lock: "version" },
  { server: "multiprocess", persistent_session: true, session_lock: "version" },
  { server: "cgi", persistent_session: true },
])("so it does on other servers, with locks and on disk (%o)", async (changes) => {
  const site = await openCounter({}, changes);
  await site.read("/empty.pih");
  const { outcomes } = await explore(site, {
    ...frames,
    urls: ["/count.pih?a", "/empty.pih", "/count.pih?b"],
  });
  expect(outcomes.length).toBeGreaterThan(1);
  for (const [outcome, expected] of outcomes.entries()) {
    await ask(site, { kind: "replay", of: { kind: "outcome", outcome } });
    const { replay } = await ask(site, { kind: "replay-next", all: true });
    expect(replay).toMatchObject({ followed: true, outcome: expected });
  }
});

test("a replay goes letter by letter, and back, events and all", async () => {
  const site = await openCounter();
  await explore(site);
  const views = [(await ask(site, { kind: "replay", of: { kind: "outcome", outcome: 0 } })).replay];
  expect(views[0]?.events.map(({ kind }) => kind)).toEqual([
    "request",
    "cookie-sent",
    "request",
    "cookie-sent",
  ]);
  for (let n = 0; n < 8; n++) views.push((await ask(site, { kind: "replay-next", all: false })).replay);
  expect(views.map((view) => view?.position)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(views.at(-1)?.events.map(({ seq }) => seq)).toEqual(views.at(-1)?.events.map((_, at) => at + 1));
  expect(await refusalOf(site, { kind: "replay-next", all: false })).toContain("at its end");
  for (const earlier of views.slice(0, -1).reverse())
    expect((await ask(site, { kind: "replay-back" })).replay).toEqual(earlier);
  expect(await refusalOf(site, { kind: "replay-back" })).toContain("Nothing has been moved");
  expect((await ask(site, { kind: "close-replay" })).replay).toBeUndefined();
});

test("in a replay the learner may go another way, and go on from there", async () => {
  const site = await openCounter();
  const { outcomes } = await explore(site);
  const lost = outcomes.findIndex(({ serial }) => !serial);
  const opened = (await ask(site, { kind: "replay", of: { kind: "outcome", outcome: lost } })).replay;
  const [a, b] = opened?.lanes.map(({ request }) => request) ?? [];
  const first = opened?.schedule[0] === "A" ? a : b;
  const other = first === a ? b : a;
  const along = { kind: "replay-move", request: first ?? 0, length: "operation" } as const;
  expect((await ask(site, along)).replay).toMatchObject({ followed: true, position: 1 });
  const away = { kind: "replay-move", request: other ?? 0, length: "end" } as const;
  expect((await ask(site, away)).replay).toMatchObject({ followed: false });
  const { replay } = await ask(site, { kind: "replay-next", all: true });
  expect(replay?.outcome).toMatchObject({ serial: true });
  expect(await refusalOf(site, away)).toContain("already been answered");
});

test("in a replay a lane is run to its end through saving and sending, or stepped line by line", async () => {
  const site = await openCounter({}, { persistent_session: true });
  await site.read("/empty.pih");
  await explore(site);
  const { replay } = await ask(site, { kind: "replay", of: { kind: "outcome", outcome: 0 } });
  const [a = 0, b = 0] = replay?.lanes.map(({ request }) => request) ?? [];
  const ended = (await ask(site, { kind: "replay-move", request: a, length: "end" })).replay;
  expect(ended?.lanes).toMatchObject([{ state: "answered", operations: 5 }, { operations: 0 }]);
  const lines: unknown[] = [];
  for (let n = 0; n < 3; n++) {
    const moved = (await ask(site, { kind: "replay-move", request: b, length: "step" })).replay;
    lines.push(moved?.lanes[1]?.place?.line, moved?.lanes[1]?.operations);
  }
  expect(lines).toEqual([2, 1, 2, 1, 3, 2]);
});

test("orders by chance are the same for the same seed", async () => {
  const site = await openCounter();
  const run = async (seed?: number) => {
    const drawn = seed === undefined ? {} : { seed };
    await ask(site, { kind: "random-orders", from: frames, count: 200, ...drawn });
    return untilExplored(site);
  };
  const [first, second, other] = [await run(7), await run(7), await run(8)];
  expect(first).toMatchObject({
    state: "complete",
    orders: "200",
    random: { count: 200, seed: 7 },
    judged: true,
  });
  expect(second).toEqual(first);
  expect(tally(other)).not.toEqual(tally(first));
  expect((await run()).random?.seed).toEqual(expect.any(Number));
});

const long = `<% session = Session()\nfor i in range(40):\n    session.n = session.n + 1 %>`;

test("a long exploration tells how far it is, and stops when it is told to", async () => {
  const site = await openSite({ ...files, "long.pih": long });
  await site.command({ kind: "configure", changes: { server: "multithread" } });
  await site.read("/empty.pih");
  const urls = ["/long.pih", "/long.pih", "/long.pih"];
  await ask(site, { kind: "explore", from: { kind: "pages", browser: "A", urls } });
  const running = await until(site, ({ exploration }) => (exploration?.states ? exploration : undefined));
  expect(running).toMatchObject({ state: "running", judged: false });
  await ask(site, { kind: "stop-exploring" });
  expect((await untilExplored(site)).state).toBe("stopped");
});

test("a reset of the site ends whatever the lab was doing", async () => {
  const site = await openCounter();
  await explore(site);
  await ask(site, { kind: "replay", of: { kind: "outcome", outcome: 0 } });
  const race = await ask(site, { kind: "reset", files });
  expect([race.exploration, race.replay, race.comparison]).toEqual([undefined, undefined, undefined]);
});

test("what was explored stays, and says so when the site has changed since", async () => {
  const site = await openCounter();
  expect((await explore(site)).outdated).toBeUndefined();
  const { exploration } = await ask(site, { kind: "write-file", path: "count.pih", content: "other" });
  expect(exploration).toMatchObject({ state: "complete", orders: "70", outdated: true });
  expect(tally(await explore(site))).toHaveLength(1);
});

test("more requests than there are letters are refused", async () => {
  const site = await openCounter();
  await ask(site, { kind: "hold", on: true });
  await Promise.all(Array.from({ length: 11 }, () => site.visit("/count.pih")));
  expect(await refusalOf(site, { kind: "explore", from: { kind: "held" } })).toContain("10 requests at most");
});

test("standard modules are brought before the orders are tried", async () => {
  const site = await openSite({
    ...files,
    "m.pih": "<% import copy\nsession = Session()\nprint copy.copy('x') %>",
  });
  const found = await explore(site, { kind: "pages", browser: "A", urls: ["/m.pih"] });
  expect(found.outcomes[0]?.pages).toMatchObject([{ lane: 1, status: 200, text: "x\n" }]);
});

// Comparisons

async function compare(
  site: TestSite,
  left: Partial<Configuration>,
  right: Partial<Configuration>,
  options: { from?: RaceSource; schedule?: string } = {},
) {
  await ask(site, { kind: "close-compare" });
  await ask(site, { kind: "compare", from: frames, left, right, ...options });
  return until(site, ({ comparison }) => comparison);
}

test("a lock is compared with none: B waits where it read what A was about to change", async () => {
  const site = await openCounter();
  const { schedule, left, right, difference, notes } = await compare(site, {}, { session_lock: "request" });
  expect(schedule).toBe("ABABABAB");
  expect(left).toMatchObject({ postponed: [], outcome: { serial: false }, changes: {} });
  expect(right).toMatchObject({
    postponed: [1, 3, 5],
    outcome: { serial: true, schedule: "AAAABBBB" },
    configuration: { server: "multithread", session_lock: "request" },
  });
  expect(difference).toMatchObject({
    left: { kind: "session-opened", request: 3 },
    right: { kind: "session-waiting", request: 3, holder: 2 },
    operation: 0,
  });
  expect(notes).toBeUndefined();
});

test("a schedule that is given is followed on both sides", async () => {
  const site = await openCounter();
  const { schedule, left, right, difference } = await compare(
    site,
    {},
    { server: "monoprocess" },
    { schedule: "ABAABB" },
  );
  expect(schedule).toBe("ABAABB");
  expect(left.outcome).toMatchObject({ serial: true, schedule: "ABAABBAB" });
  expect(right.outcome).toMatchObject({ serial: true, schedule: "AAAABBBB" });
  expect(difference).toBeNull();
});

test("sessions come along to the disk and to memory, and what cannot is named", async () => {
  const site = await openSite({
    ...files,
    "empty.pih": "<% session = Session()\nsession.n = 0\nsession.f = lambda: 1 %>",
  });
  await site.read("/empty.pih");
  const toDisk = await compare(
    site,
    { server: "multithread" },
    { server: "multiprocess", persistent_session: true },
  );
  expect([toDisk.left, toDisk.right].map(({ outcome }) => outcome.sessions[0]?.attributes[0])).toEqual([
    { name: "f", value: expect.stringContaining("<function") },
    { name: "n", value: "1" },
  ]);
  expect(toDisk.notes).toEqual([
    expect.objectContaining({ kind: "left-behind", side: "right", name: "f", session: expect.any(String) }),
  ]);
  expect(toDisk.difference).toBeNull();
});

test("from disk to memory: two processes lose what one thread after the other keeps", async () => {
  const site = await openSite(files);
  const persistent_session = true;
  await site.command({ kind: "configure", changes: { persistent_session } });
  await site.read("/empty.pih");
  const { left, right, difference } = await compare(
    site,
    { server: "multiprocess" },
    { server: "monoprocess", persistent_session: false },
  );
  expect(left.outcome.sessions).toMatchObject([{ storage: "disk", attributes: [{ name: "n", value: "1" }] }]);
  expect(right.outcome.sessions).toMatchObject([
    { storage: "memory", process: 1, attributes: [{ name: "n", value: "2" }] },
  ]);
  expect(difference).toMatchObject({
    left: { kind: "attribute-read", request: 3, value: "0" },
    right: { kind: "attribute-read", request: 3, value: "1" },
  });
});

test("held requests are compared from before their first move, also those that were answered", async () => {
  const site = await openCounter();
  await holdTwo(site, 2, 4);
  const { notes, left, right } = await compare(site, {}, { session_lock: "version" }, { from: held });
  expect(notes).toBeUndefined();
  expect(left.outcome).toMatchObject({ schedule: "ABABABAB", pages: [{ text: "was 0" }, { text: "was 0" }] });
  expect(right.outcome.pages).toMatchObject([{ status: 200 }, { status: 409, refused: true }]);
});

test("where their beginning is not known any more, those that have begun are compared anew, and it is said", async () => {
  const site = await openCounter();
  const [first] = await holdTwo(site, 2, 0);
  await site.command({ kind: "log-in", browser: "A", user: "u", password: "p" });
  const { notes, left } = await compare(site, {}, {}, { from: held });
  expect(notes).toEqual([{ kind: "begun", requests: [first] }]);
  expect(left.outcome.schedule).toBe("ABABABAB");
  // Nor are serial orders: but one that goes on with A first is.
  expect(tally(await explore(site, held))).toEqual([
    ["2", true, 9],
    ["1", false, 6],
  ]);
});

// Written schedules

test("a schedule that somebody has written down is followed on a copy, and leads to its outcome", async () => {
  const site = await openCounter();
  const found = await explore(site, frames);
  for (const { schedule, sessions, pages } of found.outcomes) {
    const { replay } = await ask(site, { kind: "replay", of: { kind: "schedule", from: frames, schedule } });
    expect(replay).toMatchObject({ schedule, position: 0, of: { kind: "schedule", schedule } });
    const done = (await ask(site, { kind: "replay-next", all: true })).replay;
    expect(done).toMatchObject({ followed: true, outcome: { sessions, pages } });
  }
});

test("a schedule for pages that import standard modules opens when these have come", async () => {
  const site = await openSite({ "m.pih": "<% import random\nprint random.randint(1, 1) %>" });
  const from: RaceSource = { kind: "pages", browser: "A", urls: ["/m.pih"] };
  const told = await ask(site, { kind: "replay", of: { kind: "schedule", from, schedule: "A" } });
  expect(told.replay).toBeUndefined();
  await until(site, ({ replay }) => replay);
  const { replay } = await ask(site, { kind: "replay-next", all: true });
  expect(replay?.outcome?.pages).toMatchObject([{ text: "1\n", status: 200 }]);
});

test("a schedule of pages that no browser here can ask for is refused", async () => {
  const site = await openCounter();
  const of = (browser: string, url: string): CommandBody => ({
    kind: "replay",
    of: { kind: "schedule", from: { kind: "pages", browser, urls: [url] }, schedule: "A" },
  });
  expect(await refusalOf(site, of("Q", "/count.pih"))).toContain("Browser Q is closed");
  expect(await refusalOf(site, of("A", "http://elsewhere.test/"))).toContain("not an address of this site");
});

// Recorded stretches

/** Two frames loaded together on a live server: what was told of them, and the race afterwards. */
async function loadTogether(seed: number, changes: Partial<Configuration> = {}, options: SiteOptions = {}) {
  const site = await openCounter({ seed, gather: 20, ...options }, changes);
  await ask(site, { kind: "ping" });
  const before = site.events().length;
  await Promise.all([site.visit("/count.pih"), site.visit("/count.pih")]);
  const race = await ask(site, { kind: "ping" });
  return { site, race, told: site.events().slice(before) };
}

/** An event without what a replay counts anew. */
function said({ seq: _seq, time: _time, ...event }: TraceEvent): object {
  return event;
}

const seeds = Array.from({ length: 12 }, (_, at) => at + 1);
const kinds: Partial<Configuration>[] = [
  { server: "multithread" },
  { server: "multithread", session_lock: "request" },
  { server: "multithread", session_lock: "version" },
  { server: "multiprocess", persistent_session: true },
  { server: "cgi", persistent_session: true },
];

test.each(kinds)(
  "two frames loaded together are recorded, and their replay tells the same (%o)",
  async (changes) => {
    const endings = new Set<string>();
    for (const seed of seeds) {
      const { site, race, told } = await loadTogether(seed, changes);
      const [stretch] = race.stretches;
      expect(stretch).toMatchObject({
        requests: [
          { request: 2, browser: "A" },
          { request: 3, browser: "A" },
        ],
      });
      expect([stretch?.firstEvent, stretch?.lastEvent]).toEqual([told[0]?.seq, told.at(-1)?.seq]);
      const of = { kind: "stretch", stretch: stretch?.id ?? 0 } as const;
      await ask(site, { kind: "replay", of });
      const { replay } = await ask(site, { kind: "replay-next", all: true });
      expect(JSON.stringify(replay?.events.map(said))).toBe(JSON.stringify(told.map(said)));
      expect(replay).toMatchObject({ followed: true, position: replay?.schedule.length });
      endings.add(replay?.schedule ?? "");
    }
    // By chance they went through each other in different ways.
    expect(endings.size).toBeGreaterThan(changes.session_lock === "request" ? 1 : 2);
  },
);

test("a replay of what was recorded has its clock, however that went meanwhile", async () => {
  let clock = 0;
  const now = () => {
    clock += 700;
    return clock;
  };
  for (const seed of seeds) {
    const { site, race, told } = await loadTogether(seed, {}, { now });
    const of = { kind: "stretch", stretch: race.stretches[0]?.id ?? 0 } as const;
    await ask(site, { kind: "replay", of });
    const { replay } = await ask(site, { kind: "replay-next", all: true });
    expect(JSON.stringify(replay?.events.map(said))).toBe(JSON.stringify(told.map(said)));
    expect(JSON.stringify(told)).toContain("Date: Thu, 01 Jan 1970");
  }
});

test("a recorded stretch is replayed operation by operation, and explored", async () => {
  const { site, race } = await loadTogether(3);
  const [stretch] = race.stretches;
  const of = { kind: "stretch", stretch: stretch?.id ?? 0 } as const;
  const { replay } = await ask(site, { kind: "replay", of });
  expect(replay?.schedule).toMatch(/^[AB]{8}$/);
  const positions: unknown[] = [];
  for (let n = 0; n < 8; n++)
    positions.push((await ask(site, { kind: "replay-next", all: false })).replay?.position);
  expect(positions).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect((await explore(site, of)).orders).toBe("70");
});

test("one process, a request alone and a change by hand in between record nothing", async () => {
  const alone = await openCounter({ gather: 1 });
  await alone.visit("/count.pih");
  expect((await ask(alone, { kind: "ping" })).stretches).toEqual([]);
  const { race } = await loadTogether(1, { server: "monoprocess" });
  expect(race.stretches).toEqual([]);
  const changed = await openCounter({ gather: 40 });
  const visits = Promise.all([changed.visit("/count.pih"), changed.visit("/count.pih")]);
  await new Promise((resolve) => setTimeout(resolve, 10));
  await changed.command({ kind: "log-in", browser: "A", user: "u", password: "p" });
  await visits;
  expect((await ask(changed, { kind: "ping" })).stretches).toEqual([]);
});

test("who arrives in the middle of a stretch arrives there again, and a module that was waited for is there", async () => {
  let bring = () => {};
  const brought = new Promise<void>((resolve) => {
    bring = resolve;
  });
  const fetchModule = async (name: string) => {
    await brought;
    return readModule(name);
  };
  const site = await openSite(
    { ...files, "copy.pih": "<% import copy\nsession = Session()\nprint copy.copy(session.n) %>" },
    { fetchModule },
  );
  await site.command({ kind: "configure", changes: { server: "multithread" } });
  await site.read("/empty.pih");
  await ask(site, { kind: "ping" });
  const before = site.events().length;
  const waiting = site.read("/copy.pih");
  await until(site, () => (site.events().length > before ? true : undefined));
  await site.visit("/count.pih");
  await site.visit("/gone.pih");
  await site.visit("/count.pih");
  bring();
  expect((await waiting).trim()).toBe("2");
  const { stretches } = await ask(site, { kind: "ping" });
  const told = site.events().slice(before);
  expect(stretches[0]?.requests.map(({ request }) => request)).toEqual([2, 3, 4, 5]);
  const of = { kind: "stretch", stretch: stretches[0]?.id ?? 0 } as const;
  await ask(site, { kind: "replay", of });
  const { replay } = await ask(site, { kind: "replay-next", all: true });
  expect(JSON.stringify(replay?.events.map(said))).toBe(JSON.stringify(told.map(said)));
  // Whoever goes another way meets everybody at once.
  await ask(site, { kind: "replay", of });
  await ask(site, { kind: "replay-move", request: 2, length: "end" });
  const away = (await ask(site, { kind: "replay-next", all: true })).replay;
  expect(away?.lanes.map(({ state }) => state)).toEqual(["answered", "answered", "answered", "answered"]);
  expect(away?.lanes[0]?.response?.text).toBe("0");
});

test("an error page of a stretch tells the same story again", async () => {
  const site = await openSite({ ...files, "close.pih": "<% Session().close() %>" }, { gather: 20 });
  await site.command({ kind: "configure", changes: { server: "multithread" } });
  await site.read("/empty.pih");
  await site.read("/close.pih");
  await ask(site, { kind: "ping" });
  const before = site.events().length;
  await Promise.all([site.visit("/count.pih"), site.visit("/count.pih")]);
  const { stretches } = await ask(site, { kind: "ping" });
  const told = site.events().slice(before);
  expect(JSON.stringify(told)).toContain("until request 2");
  await ask(site, { kind: "replay", of: { kind: "stretch", stretch: stretches[0]?.id ?? 0 } });
  const { replay } = await ask(site, { kind: "replay-next", all: true });
  expect(JSON.stringify(replay?.events.map(said))).toBe(JSON.stringify(told.map(said)));
});

test("the last five stretches are kept", async () => {
  const site = await openCounter({ gather: 20 });
  for (let n = 0; n < 6; n++) await Promise.all([site.visit("/count.pih"), site.visit("/count.pih")]);
  const { stretches } = await ask(site, { kind: "ping" });
  expect(stretches.map(({ id }) => id)).toEqual([2, 3, 4, 5, 6]);
});

test("pictures of a stretch are no part of what is explored", async () => {
  const site = await openSite({ ...files, "a.css": "p {}" }, { gather: 20 });
  await site.command({ kind: "configure", changes: { server: "multithread" } });
  await site.read("/empty.pih");
  await Promise.all([site.visit("/count.pih"), site.visit("/a.css"), site.visit("/count.pih")]);
  const [stretch] = (await ask(site, { kind: "ping" })).stretches;
  expect(stretch?.requests).toHaveLength(3);
  const found = await explore(site, { kind: "stretch", stretch: stretch?.id ?? 0 });
  expect(found).toMatchObject({ orders: "70", requests: [{ url: stretch?.requests[0]?.url }, {}] });
});

const locks = "import threading\na = threading.Lock()\nb = threading.Lock()\n";

test("a deadlock is found among the orders, and its replay ends in it", async () => {
  const site = await openSite({
    "locks.py": locks,
    "ab.pih": "<% import locks\nwith locks.a:\n    with locks.b:\n        print 'ab' %>",
    "ba.pih": "<% import locks\nwith locks.b:\n    with locks.a:\n        print 'ba' %>",
  });
  await site.command({ kind: "configure", changes: { server: "multithread" } });
  const found = await explore(site, { kind: "pages", browser: "A", urls: ["/ab.pih", "/ba.pih"] });
  const outcome = found.outcomes.findIndex(({ deadlock }) => deadlock !== undefined);
  expect(found.outcomes[outcome]).toMatchObject({ serial: false, pages: [] });
  await ask(site, { kind: "replay", of: { kind: "outcome", outcome } });
  const { replay } = await ask(site, { kind: "replay-next", all: true });
  expect(replay?.deadlock?.waits).toHaveLength(2);
  expect(replay?.outcome).toEqual(found.outcomes[outcome]);
  expect(replay?.events.some(({ kind }) => kind === "deadlock")).toBe(true);
});

test("threads that wait for a lock of the pages are replayed as they were", async () => {
  const page = "<% import locks\nwith locks.a:\n    s = Session()\n    n = s.n\n    s.n = n + 1 %><%= n %>";
  let waits = 0;
  for (const seed of seeds) {
    const site = await openSite({ ...files, "locks.py": locks, "safe.pih": page }, { seed, gather: 20 });
    await site.command({ kind: "configure", changes: { server: "multithread" } });
    await site.read("/empty.pih");
    await ask(site, { kind: "ping" });
    const before = site.events().length;
    await Promise.all([site.visit("/safe.pih"), site.visit("/safe.pih"), site.visit("/safe.pih")]);
    const [stretch] = (await ask(site, { kind: "ping" })).stretches;
    const told = site.events().slice(before);
    await ask(site, { kind: "replay", of: { kind: "stretch", stretch: stretch?.id ?? 0 } });
    const { replay } = await ask(site, { kind: "replay-next", all: true });
    expect(JSON.stringify(replay?.events.map(said))).toBe(JSON.stringify(told.map(said)));
    expect(replay?.outcome?.serial).toBe(true);
    waits += told.filter(({ kind }) => kind === "lock-waiting").length;
  }
  expect(waits).toBeGreaterThan(0);
});
