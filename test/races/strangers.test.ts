/** Sessions of other visitors are left out of a race, and it ends as if they were there. */
import { expect, test } from "vitest";
import { runSchedule } from "../../src/race/index.ts";
import { readDiskSessions, readMemorySessions } from "../../src/sessions/index.ts";
import { outcomeOf } from "../../src/worker/race/outcome.ts";
import { createRaceWorld } from "../../src/worker/race/race-start.ts";
import type { RaceWorld } from "../../src/worker/race/race-world.ts";
import { createRandom } from "../server/harness.ts";
import { drawProgram } from "./programs.ts";
import { arena, createSite, exploreAll, race, send, visit } from "./racing.ts";

test("whatever order is run, with strangers or without, it ends alike", () => {
  const chance = createRandom(5);
  let setAside = 0;
  let driven = 0;
  for (let n = 0; n < 300; n++) {
    const program = drawProgram(chance);
    const cap = chance() < 0.5 ? 12 : 14;
    const site = createSite(program.pages, { ...program.configuration, max_sessions: cap });
    const strangers = Array.from({ length: 6 }, (_, at) => `S${at} /avant.py`);
    visit(site, ...strangers, ...program.before, ...strangers.map((each) => each.replace("S", "T")));
    const lanes = program.visits.map((each) => send(site, each).id);
    const whole = createRaceWorld(site, lanes, 0);
    const small = arena.copy(whole);
    arena.prepare(small);
    setAside += idsIn(whole).length - idsIn(small).length;
    const own = new Set(outcomeOf(small).sessions.map(({ id }) => id));
    const others = idsIn(whole).filter((id) => !own.has(id));
    for (;;) {
      const movable = arena.movable(small);
      const lane = movable[Math.floor(chance() * movable.length)];
      if (lane === undefined) break;
      arena.move(small, lane);
      arena.move(whole, lane);
    }
    const [left, wanted] = [outcomeOf(small), outcomeOf(whole)];
    const where = JSON.stringify(program, null, 1);
    expect(left.pages, where).toEqual(wanted.pages);
    expect(left.jars, where).toEqual(wanted.jars);
    expect(left.sessions, where).toEqual(wanted.sessions.filter(({ id }) => !others.includes(id)));
    expect(oldestIn(small, others), where).toEqual(oldestIn(whole, others));
    expect(left.oldest.map((place) => place.split(" ")[2])).toEqual(oldestIn(whole, others));
    driven += others.some((id) => !idsIn(whole).includes(id)) ? 1 : 0;
  }
  expect(setAside).toBeGreaterThan(1_000);
  expect(driven).toBeGreaterThan(10);
});

/** The sessions of each store, oldest first. */
function storesOf({ server }: RaceWorld): string[][] {
  return [
    readDiskSessions(server.disk),
    ...server.processes.map(({ sessions }) => readMemorySessions(sessions)),
  ].map((sessions) => sessions.map(({ id }) => id));
}

function idsIn(world: RaceWorld): string[] {
  return storesOf(world).flat();
}

function oldestIn(world: RaceWorld, others: string[]): string[] {
  return storesOf(world).flatMap((ids) => ids.filter((id) => others.includes(id)).slice(0, 1));
}

test("a race among a thousand sessions is a small world", () => {
  const pages = { "p.py": "s = Session()\ns.n = 1" };
  for (const persistent_session of [false, true]) {
    const site = createSite(pages, { server: "multithread", persistent_session });
    visit(site, ...Array.from({ length: 1_000 }, (_, at) => `B${at} /p.py`));
    const { outcomes } = exploreAll(race(site, "B500 /p.py", "B500 /p.py"));
    expect(outcomes.map(({ outcome }) => outcome.sessions.length)).toEqual([1]);
  }
});

test("an order ends alike whether its race was copied at its beginning or in its middle", () => {
  const pages = { "p.py": "s = Session()\ns.n = 1" };
  for (const persistent_session of [false, true]) {
    const site = createSite(pages, { server: "multithread", persistent_session, max_sessions: 6 });
    visit(site, ...Array.from({ length: 6 }, (_, at) => `S${at} /p.py`));
    const lanes = ["A /p.py", "B /p.py"].map((each) => send(site, each).id);
    const early = createRaceWorld(site, lanes, 0);
    arena.prepare(early);
    const begun = createRaceWorld(site, lanes, 0);
    arena.move(begun, 0);
    const late = createRaceWorld(begun, lanes, 0);
    arena.prepare(late);
    runSchedule(arena, early, [0]);
    runSchedule(arena, late, []);
    expect(outcomeOf(late)).toEqual(outcomeOf(early));
    expect(outcomeOf(late).oldest).toHaveLength(1);
  }
});
