/**
 * The explorer against brute force: on programs by chance, in all kinds of servers, storages and locks, both find the same outcomes, in
 * exactly as many orders, and agree on which of them are serial.
 */
import { expect, test } from "vitest";
import { createSerialJudge } from "../../src/race/index.ts";
import type { RaceOutcome } from "../../src/worker/race/outcome.ts";
import type { RaceWorld } from "../../src/worker/race/race-world.ts";
import { createRandom } from "../server/harness.ts";
import { enumerate, serialEffects } from "./brute-force.ts";
import { drawProgram, hiddenLines, MOST_ORDERS, type Program } from "./programs.ts";
import { arena, createSite, exploreAll, type RaceReport, race, visit } from "./racing.ts";

/** For each seed: 2,000 together. */
const PROGRAMS = 250;

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "merging and sparing change no outcome and no count (seed %s)",
  (seed) => {
    const chance = createRandom(seed);
    const seen = {
      threeLanes: 0,
      spared: 0,
      severalOutcomes: 0,
      notSerial: 0,
      refused: 0,
      stuck: 0,
      longOnes: 0,
    };
    const note = (what: keyof typeof seen, isSo: boolean) => {
      seen[what] += isSo ? 1 : 0;
    };
    for (let n = 0; n < PROGRAMS; n++) {
      const program = drawProgram(chance);
      const world = begin(program);
      const report = exploreAll(world);
      const truth = enumerate(arena, world, MOST_ORDERS);
      const where = JSON.stringify(program, null, 1);
      expect(report.state).toBe("complete");
      expect(countsOf(report), where).toEqual(
        new Map(Array.from(truth, ([key, { orders }]) => [key, orders])),
      );
      const judge = createSerialJudge(arena, arena.copy(world));
      for (const { outcome, schedule } of report.outcomes) {
        expect(follow(world, schedule), where).toBe(outcome.key);
        expect(judge.isSerial(outcome), where).toBe(isSerial(world, outcome));
      }
      const outcomes = report.outcomes.map(({ outcome }) => outcome);
      note("threeLanes", world.lanes.length === 3);
      note("spared", report.spared > 0);
      note("longOnes", report.orders >= 500n);
      note("severalOutcomes", outcomes.length > 1);
      note(
        "notSerial",
        outcomes.some((outcome) => outcome.stuck.length === 0 && !judge.isSerial(outcome)),
      );
      note(
        "refused",
        outcomes.some(({ refused }) => refused.length > 0),
      );
      note(
        "stuck",
        outcomes.some(({ stuck }) => stuck.length > 0),
      );
    }
    // The programs are good enough to show what could go wrong.
    expect(seen.threeLanes).toBeGreaterThan(40);
    expect(seen.spared).toBeGreaterThan(80);
    expect(seen.severalOutcomes).toBeGreaterThan(30);
    expect(seen.notSerial).toBeGreaterThan(5);
    expect(seen.stuck).toBeGreaterThan(1);
    expect(seen.refused).toBeGreaterThan(0);
    expect(seen.longOnes).toBeGreaterThan(0);
  },
);

test.each([false, true])(
  "what nobody announces is never taken to commute (on disk: %s)",
  (persistent_session) => {
    let several = 0;
    for (const [one] of hiddenLines)
      for (const [other] of hiddenLines) {
        const page = (line: string, name: string) =>
          `s = Session()\ns.c = 1\n${line.replaceAll("NAME", name)}`;
        const pages = { "p0.py": page(one, "p0"), "p1.py": page(other, "p1"), "avant.py": "Session().b = 1" };
        const site = createSite(pages, { server: "cgi", persistent_session });
        visit(site, "A /avant.py");
        const world = race(site, "A /p0.py", "A /p1.py");
        const report = exploreAll(world);
        const truth = enumerate(arena, world, MOST_ORDERS);
        expect(countsOf(report), JSON.stringify(pages)).toEqual(
          new Map(Array.from(truth, ([key, { orders }]) => [key, orders])),
        );
        several += report.outcomes.length > 1 ? 1 : 0;
      }
    expect(several).toBeGreaterThan(1);
  },
);

function countsOf({ outcomes }: RaceReport): Map<string, number> {
  return new Map(outcomes.map(({ outcome, orders }) => [outcome.key, Number(orders)]));
}

function isSerial(start: RaceWorld, { stuck, refused, effect }: RaceOutcome): boolean {
  return stuck.length === 0 && serialEffects(arena, start, refused).has(effect);
}

function begin({ pages, configuration, before, visits }: Program): RaceWorld {
  const site = createSite(pages, configuration);
  visit(site, ...before);
  return race(site, ...visits);
}

/** Where `schedule` leads. */
function follow(start: RaceWorld, schedule: readonly number[]): string {
  const world = arena.copy(start);
  for (const lane of schedule) arena.move(world, lane);
  return arena.outcome(world).key;
}
