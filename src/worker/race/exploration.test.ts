/** Explorations on a clock of the test's own: what they may cost, and how often they tell. */
import { expect, test } from "vitest";
import { createProject, defaultConfiguration } from "../../project/index.ts";
import { Library } from "../../python/index.ts";
import { createPageCache } from "../../server/index.ts";
import { newHoldings } from "../keeper.ts";
import { createWorld } from "../world.ts";
import { LabExploration, type RandomOrders } from "./exploration.ts";
import type { LabPlace } from "./lab-place.ts";
import { startOf } from "./sources.ts";

interface Setup extends Partial<LabPlace> {
  page: string;
  requests: number;
  random?: RandomOrders;
}

/** An exploration of some requests for the same page, on threads; `told` are the states that were told. */
function explore({ page, requests, random, ...changes }: Setup) {
  const files = Object.entries({ "p.pih": page, "m.py": "n = 0" });
  const made = createProject(files, { ...defaultConfiguration, server: "multithread" });
  if (!made.ok) throw new Error(made.reason);
  const told: string[] = [];
  const place: LabPlace = {
    holdings: newHoldings(createWorld(made.project, [1, 2, 3, 4], 0), ""),
    now: () => 0,
    stretches: () => [],
    seed: () => [1],
    pages: createPageCache(),
    library: new Library(),
    fetchModule: () => Promise.reject(new Error("offline")),
    changed: () => told.push(exploration.view.state),
    ...changes,
  };
  const urls = Array.from({ length: requests }, () => "/p.pih");
  const found = startOf({ kind: "pages", browser: "A", urls }, place);
  if (!found.ok) throw new Error(found.reason);
  const exploration = new LabExploration(found.start, place, random);
  return { exploration, told };
}

const counter = "<% session = Session()\nfor i in range(5):\n    session.n = getattr(session, 'n', 0) + 1 %>";

test("a limit of states ends it, with what is known so far and judged", async () => {
  const { exploration } = explore({ page: counter, requests: 2, limits: { states: 40 } });
  await exploration.work;
  const { view } = exploration;
  expect(view).toMatchObject({ state: "limited", limit: "states", judged: true, states: 40 });
  expect(BigInt(view.orders)).toBeGreaterThan(0n);
  expect(view.outcomes.reduce((sum, { orders }) => sum + BigInt(orders), 0n)).toBe(BigInt(view.orders));
});

test("a limit of time ends it", async () => {
  let clock = 0;
  const { exploration } = explore({
    page: counter,
    requests: 3,
    limits: { seconds: 1 },
    now: () => {
      clock += 20;
      return clock;
    },
  });
  await exploration.work;
  expect(exploration.view).toMatchObject({ state: "limited", limit: "seconds" });
});

test("a limit of memory ends it", async () => {
  let clock = 0;
  const now = () => {
    clock += 20;
    return clock;
  };
  const { exploration } = explore({ page: counter, requests: 3, limits: { characters: 1_000 }, now });
  await exploration.work;
  expect(exploration.view).toMatchObject({ state: "limited", limit: "memory", judged: true });
});

test("it tells of its progress at most ten times a second, and at its end", async () => {
  let clock = 0;
  const { exploration, told } = explore({
    page: counter,
    requests: 2,
    now: () => {
      clock += 5;
      return clock;
    },
  });
  await exploration.work;
  expect(told.at(-1)).toBe("complete");
  expect(told.length).toBeGreaterThan(2);
  expect(told.length - 1).toBeLessThanOrEqual(clock / 100);
});

test("the most frequent of many outcomes are shown, and one that loses something is among them", async () => {
  // Each of four threads prints what it read: 4! = 24 serial outcomes, and those where some have read the same.
  const page = "<% import m\nn = m.n\nm.n = n + 1\nprint n, 'x' * 9000 %>";
  const { exploration } = explore({ page, requests: 4, random: { count: 300, seed: 1 } });
  await exploration.work;
  const { outcomes, outcomeCount } = exploration.view;
  expect(outcomeCount).toBeGreaterThan(50);
  expect(outcomes).toHaveLength(50);
  expect(outcomes.some(({ serial }) => !serial)).toBe(true);
  const texts = outcomes.flatMap(({ pages }) => pages.map(({ text }) => text.length));
  expect(texts.reduce((sum, length) => sum + length, 0)).toBeLessThan(201_000);
});

test("a module that cannot be had is told, and nothing is explored", async () => {
  const { exploration } = explore({ page: "<% import json %>", requests: 2 });
  await exploration.work;
  expect(exploration.view).toMatchObject({ state: "stopped", orders: "0", judged: false });
  expect(exploration.view.problem).toContain("json");
});
