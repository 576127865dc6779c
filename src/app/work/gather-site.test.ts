import { expect, test } from "vitest";
import { type ExplorationView, noRace, type OutcomeView, type ReplayView } from "../../protocol/index.ts";
import { gatherJars, gatherRace } from "./gather-site.ts";

const pages = ["/a.pih?x=1", "/b.pih"].map((path) => ({
  browser: "A",
  method: "GET",
  url: `http://localhost${path}`,
}));

test("a jar without cookies is left out, and what only this page knows of a cookie too", () => {
  const cookie = { name: "sessionId", value: "x", path: "/", httpOnly: false, secure: false };
  const told = { ...cookie, domain: "localhost", hostOnly: true, setBy: 3 };
  expect(
    gatherJars([
      { id: "A", cookies: [told] },
      { id: "B", cookies: [] },
    ]),
  ).toEqual([{ browser: "A", cookies: [cookie] }]);
});

test("a replay is taken along by its schedule", () => {
  expect(gatherRace({ ...noRace, replay: replay() })).toEqual({
    browser: "A",
    urls: ["/a.pih?x=1", "/b.pih"],
    schedule: "ABBA",
  });
});

test("a replay that left its schedule is not", () => {
  expect(gatherRace({ ...noRace, replay: { ...replay(), followed: false } })).toBeNull();
});

test("forms, and pages of several browsers, cannot be asked for by a link", () => {
  const [a, b] = pages;
  for (const other of [
    { ...b, method: "POST" },
    { ...b, browser: "B" },
  ])
    expect(gatherRace({ ...noRace, replay: replay([a, other]) })).toBeNull();
});

test("of an exploration the first outcome that no serial order has goes along", () => {
  const outcomes = [outcome("AABB", true), outcome("ABAB", false)];
  expect(gatherRace({ ...noRace, exploration: exploration(outcomes, true) })?.schedule).toBe("ABAB");
  expect(gatherRace({ ...noRace, exploration: exploration(outcomes, false) })?.schedule).toBe("AABB");
  expect(gatherRace(noRace)).toBeNull();
});

function replay(lanes: readonly unknown[] = pages): ReplayView {
  return { lanes, schedule: "ABBA", followed: true } as unknown as ReplayView;
}

function outcome(schedule: string, serial: boolean): OutcomeView {
  return { schedule, serial } as unknown as OutcomeView;
}

function exploration(outcomes: readonly OutcomeView[], judged: boolean): ExplorationView {
  return { state: "complete", requests: pages, outcomes, judged } as unknown as ExplorationView;
}
