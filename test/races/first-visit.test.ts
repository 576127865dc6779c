/** A browser without a cookie loads two frames: each begins a session, and the jar keeps one key. */
import { expect, test } from "vitest";
import { createSite, exploreAll, race, serialOrders, tally } from "./racing.ts";

test("two frames on a first visit make two sessions, and one of them is nobody's", () => {
  // Open, write, send: 6!/(3!·3!) = 20 orders. The cookie that is set last stays: in half of them A's, in half of them B's.
  // Serial orders end no better: this is not a race that a lock could cure.
  const page = "<% session = Session()\nsession.cadre = QUERY['cadre'] %>";
  const site = createSite({ "cadre.pih": page }, { server: "multithread" });
  const world = race(site, "A /cadre.pih?cadre=gauche", "A /cadre.pih?cadre=droite");
  const report = exploreAll(world);
  const kept = tally(report, ({ sessions, jars }) => {
    const key = jars[0]?.cookies[0]?.value;
    const own = sessions.find(({ id }) => id === key)?.attributes[0]?.value;
    return `${sessions.length} sessions, the browser has that of ${own}`;
  });
  expect(kept).toEqual({
    "2 sessions, the browser has that of 'gauche'": 10n,
    "2 sessions, the browser has that of 'droite'": 10n,
  });
  expect(report.outcomes).toHaveLength(2);
  expect(serialOrders(world, report)).toBe(20n);
});
