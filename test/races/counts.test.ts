/** How many orders there are: through real pages, with nothing left out and nothing counted twice. */
import { expect, test } from "vitest";
import { createSite, exploreAll, race, stored, tally, visit } from "./racing.ts";

const pages = {
  "debut.pih": "<% session = Session()\nsession.a = 0\nsession.b = 0 %>",
  // Open, read a, write a, read b, write b, send.
  "deux.pih": "<% session = Session()\na = session.a\nsession.a = a + 1\nb = session.b\nsession.b = b + 1 %>",
  // On disk: open, read a, write a, read a, save, send.
  "disque.pih": "<% session = Session()\nsession.a = session.a + 1\nprint session.a %>",
};

test("two requests of 6 visible operations have 12!/(6!·6!) = 924 orders", () => {
  const site = createSite(pages, { server: "multithread" });
  visit(site, "A /debut.pih");
  expect(exploreAll(race(site, "A /deux.pih", "A /deux.pih")).orders).toBe(924n);
});

test("three requests of 6 visible operations have 18!/(6!·6!·6!) = 17,153,136 orders", () => {
  const site = createSite(pages, { server: "multithread" });
  visit(site, "A /debut.pih");
  const report = exploreAll(race(site, "A /deux.pih", "A /deux.pih", "A /deux.pih"));
  expect(report.orders).toBe(17_153_136n);
  const counts = tally(report, stored);
  expect(Object.keys(counts).sort()).toEqual(
    ["a=1", "a=2", "a=3"].flatMap((a) => ["b=1", "b=2", "b=3"].map((b) => `${a} ${b}`)),
  );
  expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(17_153_136n);
});

test.each(["multithread", "multiprocess", "cgi"] as const)(
  "so have three on disk, in whatever processes they are (%s)",
  (server) => {
    const site = createSite(pages, { server, persistent_session: true });
    visit(site, "A /debut.pih");
    const report = exploreAll(race(site, "A /disque.pih", "A /disque.pih", "A /disque.pih"));
    expect(report.orders).toBe(17_153_136n);
  },
);
