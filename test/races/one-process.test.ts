/** One process loses nothing: only who comes first is free. A page that needs what another one writes may come too early. */
import { expect, test } from "vitest";
import { createSite, exploreAll, race, serialOrders, tally, texts, visit } from "./racing.ts";

const pages = {
  "debut.pih": "<% session = Session()\nsession.n = 0 %>",
  "choisir.pih": "<% session = Session()\nsession.livre = 'Candide'\nprint 'choisi' %>",
  "voir.pih": "<% session = Session()\nprint getattr(session, 'livre', 'rien') %>",
  "compter.pih": "<% session = Session()\nn = session.n\nsession.n = n + 1\nprint n + 1 %>",
};

test("two frames on one process have two orders, and the second page depends on which it is", () => {
  const site = createSite(pages);
  visit(site, "A /debut.pih");
  const world = race(site, "A /choisir.pih", "A /voir.pih");
  const report = exploreAll(world);
  expect(tally(report, texts)).toEqual({ "choisi | Candide": 1n, "choisi | rien": 1n });
  expect(serialOrders(world, report)).toBe(2n);
});

test("three counters on one process: 3! orders, and none loses an update", () => {
  const site = createSite(pages);
  visit(site, "A /debut.pih");
  const world = race(site, "A /compter.pih", "A /compter.pih", "A /compter.pih");
  const report = exploreAll(world);
  expect(report.orders).toBe(6n);
  expect(tally(report, ({ sessions }) => sessions[0]?.attributes[0]?.value ?? "")).toEqual({ 3: 6n });
  expect(serialOrders(world, report)).toBe(6n);
});

test("a page that fails because it comes too early is known as failed, in the one order in which it does", () => {
  const site = createSite({ ...pages, "exiger.pih": "<% print Session().livre %>" });
  visit(site, "A /debut.pih");
  const report = exploreAll(race(site, "A /choisir.pih", "A /exiger.pih"));
  const failures = ({ pages }: { pages: { failed: boolean }[] }) =>
    pages.map(({ failed }) => (failed ? "fails" : "works")).join(" | ");
  expect(tally(report, failures)).toEqual({ "works | works": 1n, "works | fails": 1n });
});
