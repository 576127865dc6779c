/** Two locks, taken in opposite order: each request holds what the other waits for. */
import { expect, test } from "vitest";
import { createSite, exploreAll, race, serialOrders, tally } from "./racing.ts";

const site = {
  "verrous.py": "import threading\na = threading.Lock()\nb = threading.Lock()",
  "ab.pih": "<% import verrous\nwith verrous.a:\n  with verrous.b:\n    pass %>",
  "ba.pih": "<% import verrous\nwith verrous.b:\n  with verrous.a:\n    pass %>",
};

test("in 2 of 24 orders two requests wait for each other for ever", () => {
  // A: take a, take b, free b, free a, send. B: take b, take a, free a, free b, send.
  // When both have their first lock, nothing can move any more: A B, or B A.
  // Else A takes both before B begins. It frees b; then B may take b, but takes a only after A has freed it: A's "free a" comes before B's
  // first (then A's last among five: 6) or second operation (among four: 5). That is 11, and 11 the other way round.
  const world = race(createSite(site, { server: "multithread" }), "A /ab.pih", "A /ba.pih");
  const report = exploreAll(world);
  expect(tally(report, ({ stuck }) => (stuck.length > 0 ? "stuck" : "over"))).toEqual({
    stuck: 2n,
    over: 22n,
  });
  const [stuck] = report.outcomes.filter(({ outcome }) => outcome.stuck.length > 0);
  expect(stuck?.outcome.stuck).toEqual([0, 1]);
  expect(stuck?.schedule).toEqual([0, 1]);
  expect(stuck?.outcome.deadlock?.waits).toEqual([
    { request: 1, what: "the lock made at verrous.py, line 3", holder: 2, ended: false },
    { request: 2, what: "the lock made at verrous.py, line 2", holder: 1, ended: false },
  ]);
  expect(serialOrders(world, report)).toBe(22n);
});

test("taken in the same order they are safe", () => {
  // B takes a after A has freed it: that is A's fourth operation, and B's first is "take a". A's last among five (6-1 = 5) or before all of
  // B's (1): 6, and 6 the other way round.
  const world = race(createSite(site, { server: "multithread" }), "A /ab.pih", "A /ab.pih");
  const report = exploreAll(world);
  expect(report.orders).toBe(12n);
  expect(serialOrders(world, report)).toBe(12n);
});
