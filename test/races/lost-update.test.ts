/** Threads share one session in memory: what a request reads may be old when it writes. And three things that cure it. */
import { expect, test } from "vitest";
import type { Configuration } from "../../src/project/index.ts";
import { createSite, exploreAll, type Pages, race, serialOrders, stored, tally, visit } from "./racing.ts";

const pages = {
  "debut.pih": "<% session = Session()\nsession.n = 0 %>",
  "compter.pih": "<% session = Session()\nn = session.n\nsession.n = n + 1 %>",
};

function twoCounters(configuration: Partial<Configuration>, files: Pages = pages) {
  const site = createSite(files, { server: "multithread", ...configuration });
  visit(site, "A /debut.pih");
  const world = race(site, "A /compter.pih", "A /compter.pih");
  const report = exploreAll(world);
  return { report, serial: serialOrders(world, report) };
}

test("two counters lose an update in 36 of 70 orders", () => {
  // Open, read, write, send: 8!/(4!·4!) = 70 orders. Nothing is lost when one reads after the other has written: before B's read
  // stand B's open and three of A's (4 places for the open, then one of A's among three: 4·3), or all four of A's (5 places: 5·1).
  // That is 17, and 17 with A and B exchanged.
  const { report, serial } = twoCounters({});
  expect(report.orders).toBe(70n);
  expect(tally(report, stored)).toEqual({ "n=1": 36n, "n=2": 34n });
  expect(serial).toBe(34n);
});

test("on disk a copy is written back later, so that more orders lose an update", () => {
  // Open, read, write, save, send: 10!/(5!·5!) = 252. Nothing is lost when one opens after the other has saved: four of A's before
  // B's open, then its last among five (5), or all five (1). That is 6, and 6 the other way round.
  const { report, serial } = twoCounters({ persistent_session: true });
  expect(report.orders).toBe(252n);
  expect(tally(report, stored)).toEqual({ "n=1": 240n, "n=2": 12n });
  expect(serial).toBe(12n);
});

test("a lock of the pages cures it: all 74 orders count to 2", () => {
  // Open, acquire, read, write, release, send. One acquires after the other has released: before B's acquire stand B's open and five of
  // A's (6 places, then one of A's among five: 6·5), or all six (7 places: 7·1). That is 37, and 37 the other way round.
  const { report, serial } = twoCounters(
    {},
    {
      ...pages,
      "verrous.py": "import threading\ncompteur = threading.Lock()",
      "compter.pih":
        "<% import verrous\nsession = Session()\nwith verrous.compteur:\n  n = session.n\n  session.n = n + 1 %>",
    },
  );
  expect(report.orders).toBe(74n);
  expect(tally(report, stored)).toEqual({ "n=2": 74n });
  expect(serial).toBe(74n);
});

test("session_lock = request cures it: two orders are left", () => {
  // Who opens the session first keeps it until its response, and the other cannot even open it.
  const { report, serial } = twoCounters({ session_lock: "request" });
  expect(tally(report, stored)).toEqual({ "n=2": 2n });
  expect(serial).toBe(2n);
});

test("session_lock = version cures it: whoever would lose an update is refused", () => {
  // Open, read, write, save, send, as on disk: 252 orders. In 12 one opens after the other has saved; in the others the second to save is
  // refused, in half of them A, in half of them B. The one that was not refused is alone in its serial order.
  const { report, serial } = twoCounters({ session_lock: "version" });
  expect(report.orders).toBe(252n);
  expect(
    tally(report, (outcome) => `${stored(outcome)}, refused: ${outcome.refused.join() || "nobody"}`),
  ).toEqual({ "n=2, refused: nobody": 12n, "n=1, refused: 0": 120n, "n=1, refused: 1": 120n });
  expect(serial).toBe(252n);
});
