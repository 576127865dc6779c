/**
 * Races in a test: pages, who asks for them, and how every order of their visible operations ends.
 *
 *     const site = createSite({ "compter.pih": … }, { server: "multithread" });
 *     const world = race(site, "A /compter.pih", "A /compter.pih");
 *     exploreAll(world).orders;   // 70n
 */
import { cookieHeader } from "../../src/browser/index.ts";
import type { Configuration } from "../../src/project/index.ts";
import { wholeLibrary } from "../../src/python/index.ts";
import { createSerialJudge, type ExplorationReport, explore } from "../../src/race/index.ts";
import {
  accept,
  createPageCache,
  createRandom,
  createServer,
  type Environment,
  nextRandom,
  type Random,
  runLive,
  type Server,
  type Task,
} from "../../src/server/index.ts";
import { Disk } from "../../src/sessions/index.ts";
import { createArena } from "../../src/worker/race/arena.ts";
import type { RaceOutcome } from "../../src/worker/race/outcome.ts";
import { createRaceWorld } from "../../src/worker/race/race-start.ts";
import type { RaceWorld } from "../../src/worker/race/race-world.ts";
import { receiveCookies } from "../../src/worker/received-cookies.ts";
import { jarOf as jarIn, World } from "../../src/worker/world.ts";
import { createProject } from "../server/harness.ts";

export type Pages = Record<string, string>;
/** `"A /page.pih"`: browser A asks for that page. */
export type Visit = string;
export type RaceReport = ExplorationReport<RaceOutcome>;

const NOW = Date.UTC(2026, 0, 1);
const surroundings = { pages: createPageCache(), library: wholeLibrary() };

/** The arena of all these tests. */
export const arena = createArena(surroundings);

/** A site and its browsers before the race. */
export function createSite(pages: Pages, configuration: Partial<Configuration> = {}): World {
  const project = createProject(pages, configuration);
  return new World(createServer({ project, disk: new Disk() }), createRandom([1, 2, 3, 4]), NOW);
}

/** Visits before the race, each answered before the next. */
export function visit(site: World, ...visits: Visit[]): void {
  const env = environmentOf(site);
  for (const each of visits) {
    const task = send(site, each);
    for (;;) {
      const { finished, working } = runLive(site.server, env);
      const mine = finished.find((done) => done.task === task);
      if (mine !== undefined) receiveCookies(jarIn(site, task.request.browser), task, mine.response, env);
      if (mine !== undefined || !working) break;
    }
  }
}

/** The race of these requests, each where its first operation would begin. */
export function race(site: World, ...visits: Visit[]): RaceWorld {
  const lanes = visits.map((each) => send(site, each).id);
  const world = createRaceWorld(site, lanes, NOW);
  arena.prepare(world);
  return world;
}

/** A request arrives, and nothing is done for it yet. */
export function send(site: World, each: Visit): Task {
  const [browser = "", path] = each.split(" ");
  const url = `http://localhost${path}`;
  const { field } = cookieHeader(jarIn(site, browser), url, NOW);
  const request = {
    id: site.nextRequest++,
    browser,
    method: "GET",
    url,
    fields: field === null ? [] : [["Cookie", field] as [string, string]],
    body: new Uint8Array(),
  };
  return accept(site.server, request, environmentOf(site));
}

function environmentOf({ random }: { random: Random; server: Server }): Environment {
  return { ...surroundings, now: () => NOW, random: () => nextRandom(random), emit: () => {} };
}

/** Every order of `world`, which is left as it is. */
export function exploreAll(world: RaceWorld): RaceReport {
  return explore(arena, arena.copy(world));
}

/** For each way in which it ended, named by `nameOf`: in how many orders. */
export function tally(report: RaceReport, nameOf: (outcome: RaceOutcome) => string): Record<string, bigint> {
  const counts: Record<string, bigint> = {};
  for (const { outcome, orders } of report.outcomes) {
    const name = nameOf(outcome);
    counts[name] = (counts[name] ?? 0n) + orders;
  }
  return counts;
}

/** In how many orders the outcome is one that some serial order has, too. */
export function serialOrders(world: RaceWorld, report: RaceReport): bigint {
  const judge = createSerialJudge(arena, arena.copy(world));
  return report.outcomes.reduce(
    (sum, { outcome, orders }) => (judge.isSerial(outcome) ? sum + orders : sum),
    0n,
  );
}

/** The stored sessions, as `n=1 nom='Dupont'`; several apart by a bar. */
export function stored({ sessions }: RaceOutcome): string {
  const texts = sessions.map(({ attributes }) =>
    attributes.map(({ name, value }) => `${name}=${value}`).join(" "),
  );
  return texts.length === 0 ? "no session" : texts.join(" | ");
}

/** The texts of the pages, in the order of lanes. */
export function texts({ pages }: RaceOutcome): string {
  return pages.map(({ text }) => text.trim()).join(" | ");
}
