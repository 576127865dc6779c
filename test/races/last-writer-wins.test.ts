/** On disk a request writes its whole copy back: the last one wins, even over attributes that it never touched. */
import { expect, test } from "vitest";
import { createSite, exploreAll, race, serialOrders, stored, tally, visit } from "./racing.ts";

const pages = {
  "debut.pih": "<% session = Session() %>",
  "nom.pih": "<% session = Session()\nsession.nom = 'Dupont' %>",
  "prenom.pih": "<% session = Session()\nsession.prenom = 'Jean' %>",
};

test.each(["multithread", "multiprocess", "cgi"] as const)(
  "in 60 of 70 orders one name is lost (%s)",
  (server) => {
    // Open, write, save, send: 8!/(4!·4!) = 70 orders. Both names are kept when one opens after the other has saved: three of A's before
    // B's open, then its last among four (4), or all four of A's (1). That is 5, and 5 the other way round. Of the other 60 each
    // saves last in half.
    const site = createSite(pages, { server, persistent_session: true });
    visit(site, "A /debut.pih");
    const world = race(site, "A /nom.pih", "A /prenom.pih");
    const report = exploreAll(world);
    expect(report.orders).toBe(70n);
    expect(tally(report, stored)).toEqual({
      "nom='Dupont' prenom='Jean'": 10n,
      "nom='Dupont'": 30n,
      "prenom='Jean'": 30n,
    });
    expect(serialOrders(world, report)).toBe(10n);
  },
);

test("with memory that is one for all nothing is lost", () => {
  // Open, write, send: 6!/(3!·3!) = 20 orders.
  const site = createSite(pages, { server: "multithread" });
  visit(site, "A /debut.pih");
  const world = race(site, "A /nom.pih", "A /prenom.pih");
  const report = exploreAll(world);
  expect(tally(report, stored)).toEqual({ "nom='Dupont' prenom='Jean'": 20n });
  expect(serialOrders(world, report)).toBe(20n);
});
