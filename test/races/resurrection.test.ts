/** One frame closes the session, the other, which has it open, brings it back by saving. */
import { expect, test } from "vitest";
import { createSite, exploreAll, race, serialOrders, stored, tally, visit } from "./racing.ts";

const pages = {
  "debut.pih": "<% session = Session()\nsession.nom = 'Dupont' %>",
  "fermer.pih": "<% session = Session()\nsession.close() %>",
  "noter.pih": "<% session = Session()\nsession.livre = 'Candide' %>",
};

test("on disk a closed session rises again in 38 of 70 orders", () => {
  // A opens, closes, saves (nothing), sends; B opens, writes, saves, sends: 70 orders.
  // B saves before A closes: A's open and three of B's stand before (4 places, then one of B's among three: 4·3), or all of B's (5).
  // The session is gone in these 17, as it should be.
  // B opens after A has closed: two of A's before it, then two among five (10), or three (4), or four (1). In these 15 B begins a new one.
  // In the other 38 B had it open when it was closed, and saves what nobody should see any more.
  const site = createSite(pages, { server: "multithread", persistent_session: true });
  visit(site, "A /debut.pih");
  const world = race(site, "A /fermer.pih", "A /noter.pih");
  const report = exploreAll(world);
  expect(report.orders).toBe(70n);
  expect(tally(report, stored)).toEqual({
    "no session": 17n,
    "livre='Candide'": 15n,
    "livre='Candide' nom='Dupont'": 38n,
  });
  expect(serialOrders(world, report)).toBe(32n);
});

test("versions keep it closed: whoever would bring it back is refused", () => {
  // A closes before B saves, and B had it open: the same 38 orders, but B is refused. B opens after A has closed: the same 15.
  // B saves before A opens: three of B's before A's open, then its last among four (4), or all four (1). In these 5 A closes what B saved.
  // B saves between A's open and A's close: A is refused, and then has no copy to save, only open, close, send. Before B's save stand its
  // first two and A's open (3 places), behind it B's last among three (3): 9. That makes 67 orders.
  const site = createSite(pages, {
    server: "multithread",
    persistent_session: true,
    session_lock: "version",
  });
  visit(site, "A /debut.pih");
  const world = race(site, "A /fermer.pih", "A /noter.pih");
  const report = exploreAll(world);
  const ends = tally(report, (outcome) => {
    const [refused = "nobody"] = outcome.refused.map((lane) => "AB"[lane]);
    return `${stored(outcome)}, refused: ${refused}`;
  });
  expect(ends).toEqual({
    "no session, refused: B": 38n,
    "livre='Candide', refused: nobody": 15n,
    "no session, refused: nobody": 5n,
    "livre='Candide' nom='Dupont', refused: A": 9n,
  });
  expect(serialOrders(world, report)).toBe(67n);
});
