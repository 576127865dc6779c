/** What an outcome says of itself, and of how it differs from what every serial order does. */
import { expect, test } from "vitest";
import type { Configuration } from "../../src/project/index.ts";
import { createSerialJudge } from "../../src/race/index.ts";
import { compareOutcomes, type RaceOutcome, viewOutcome } from "../../src/worker/race/outcome.ts";
import { arena, createSite, exploreAll, type Pages, race, visit } from "./racing.ts";

const begin = { "debut.pih": "<% session = Session()\nsession.n = 0 %>" };
const threads = { server: "multithread" } as const;

/** Every outcome of two requests of browser A, and how it differs from the nearest serial one. */
function explored(pages: Pages, configuration: Partial<Configuration>, [one, other]: [string, string]) {
  const site = createSite({ ...begin, ...pages }, configuration);
  visit(site, "A /debut.pih");
  const world = race(site, `A /${one}`, `A /${other}`);
  const judge = createSerialJudge(arena, arena.copy(world));
  const report = exploreAll(world);
  const found = report.outcomes.map(({ outcome, orders, schedule }) => {
    const losses = compareOutcomes(outcome, judge.outcomesFor(outcome.refused));
    const serial = judge.isSerial(outcome);
    return viewOutcome(outcome, { orders, total: report.orders, serial, schedule, losses });
  });
  return { found, outcomes: report.outcomes.map(({ outcome }) => outcome) };
}

test("an outcome shows its share, its sessions with who has their keys, jars, pages and a shortest order", () => {
  const pages = { "p.pih": "<% session = Session()\nn = session.n\nsession.n = n + 1 %>" };
  const { found } = explored(pages, threads, ["p.pih", "p.pih"]);
  const session = found[0]?.sessions[0]?.id ?? "";
  expect(session).toMatch(/^[a-zA-Z0-9]{16}$/);
  expect(found[0]).toEqual({
    orders: "36",
    share: expect.closeTo(36 / 70, 6),
    serial: false,
    schedule: "AABBBBAA",
    losses: [{ kind: "attribute", session, name: "n", value: "1", serial: "2" }],
    sessions: [
      { id: session, storage: "memory", process: 1, attributes: [{ name: "n", value: "1" }], holders: ["A"] },
    ],
    jars: [{ browser: "A", cookies: [{ name: "sessionId", value: session }] }],
    pages: [
      { lane: 1, status: 200, text: "", refused: false },
      { lane: 2, status: 200, text: "", refused: false },
    ],
  });
  expect(found[1]).toMatchObject({ orders: "34", serial: true, losses: [] });
});

test("an attribute that should be gone has no serial value", () => {
  const pages = {
    "fermer.pih": "<% Session().close() %>",
    "noter.pih": "<% session = Session()\nsession.livre = 'Candide' %>",
  };
  const { found } = explored(pages, { ...threads, persistent_session: true }, ["fermer.pih", "noter.pih"]);
  const { losses, sessions } = found.find(({ serial }) => !serial) ?? {};
  expect(losses).toEqual([{ kind: "attribute", session: sessions?.[0]?.id, name: "n", value: "0" }]);
});

test("a page that says what it says in no serial order is a difference", () => {
  const pages = {
    "deux.pih": "<% session = Session()\nsession.n = 1\nsession.n = 2 %>",
    "voir.pih": "<% print Session().n %>",
  };
  const { found } = explored(pages, threads, ["deux.pih", "voir.pih"]);
  const lost = found.filter(({ serial }) => !serial);
  expect(lost.map(({ pages: [, page] }) => page?.text)).toEqual(["1\n"]);
  expect(lost[0]?.losses).toEqual([{ kind: "page", lane: 2, status: 200, serialStatus: 200 }]);
});

test("a session that is there in no serial order, and a cookie of its own, are differences", () => {
  const mine = outcomeWith({ session: "a", cookie: "a" });
  const other = outcomeWith({ session: "b", cookie: "b" });
  expect(compareOutcomes(mine, [other])).toEqual([
    { kind: "session", session: "a", exists: true },
    { kind: "session", session: "b", exists: false },
    { kind: "cookie", browser: "A", name: "sessionId", value: "a", serial: "b" },
  ]);
  expect(compareOutcomes(mine, [other, mine])).toEqual([]);
  expect(compareOutcomes(mine, [])).toEqual([]);
});

test("what a refused request was told is no difference", () => {
  const pages = { "p.pih": "<% session = Session()\nsession.n = session.n + 1 %>" };
  const { found } = explored(pages, { ...threads, session_lock: "version" }, ["p.pih", "p.pih"]);
  const refused = found.filter(({ pages: all }) => all.some((page) => page.refused));
  expect(refused.map(({ serial, losses }) => ({ serial, losses }))).toEqual([
    { serial: true, losses: [] },
    { serial: true, losses: [] },
  ]);
  expect(refused[0]?.pages.find((page) => page.refused)?.status).toBe(409);
});

test("a deadlock is shown with the outcome it is", () => {
  const pages = {
    "verrous.py": "import threading\na = threading.Lock()\nb = threading.Lock()",
    "ab.pih": "<% from verrous import a, b\nwith a:\n  with b: pass %>",
    "ba.pih": "<% from verrous import a, b\nwith b:\n  with a: pass %>",
  };
  const { found } = explored(pages, threads, ["ab.pih", "ba.pih"]);
  const stuck = found.filter(({ deadlock }) => deadlock !== undefined);
  expect(stuck).toMatchObject([{ orders: "2", schedule: "AB", serial: false, pages: [] }]);
  expect(stuck[0]?.deadlock?.waits.map(({ request, holder }) => [request, holder])).toEqual([
    [2, 3],
    [3, 2],
  ]);
});

test("a long page is cut", () => {
  const { found } = explored({ "long.pih": "<% print 'x' * 10000 %>" }, threads, ["long.pih", "long.pih"]);
  expect(found[0]?.pages[0]?.text).toHaveLength(4_001);
});

function outcomeWith({ session, cookie }: { session: string; cookie: string }): RaceOutcome {
  const site = createSite(begin, threads);
  const empty = arena.outcome(race(site));
  return {
    ...empty,
    sessions: [{ id: session, storage: "disk", attributes: [] }],
    jars: [{ browser: "A", cookies: [{ name: "sessionId", value: cookie, rest: "" }] }],
  };
}
