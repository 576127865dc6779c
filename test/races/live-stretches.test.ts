/**
 * Determinism of live servers: programs by chance are run as a live server runs them, with a late arrival, and recorded; the replay of
 * the record, which stops at each visible operation, tells the same events, byte for byte, and is taken back and continued anywhere.
 */
import { expect, test } from "vitest";
import { cookieHeader } from "../../src/browser/index.ts";
import { wholeLibrary } from "../../src/python/index.ts";
import {
  accept,
  createPageCache,
  createRandom,
  type Environment,
  nextRandom,
  runLive,
  type ServerRequest,
} from "../../src/server/index.ts";
import { appendEvent, eventsOf, type TraceEvent } from "../../src/trace/index.ts";
import { type Holdings, newHoldings } from "../../src/worker/keeper.ts";
import { Replay } from "../../src/worker/race/replays.ts";
import { type Stretch, StretchRecorder } from "../../src/worker/race/stretches.ts";
import { receiveCookies } from "../../src/worker/received-cookies.ts";
import { jarOf, type World } from "../../src/worker/world.ts";
import { createRandom as createChance } from "../server/harness.ts";
import { drawProgram, type Program } from "./programs.ts";
import { createSite, type Visit, visit } from "./racing.ts";

const NOW = Date.UTC(2026, 0, 1);
const surroundings = { pages: createPageCache(), library: wholeLibrary() };

/** Runs a program live; the last request comes after some turns. Null where the requests wait for each other for ever. */
function record(program: Program, chance: () => number): { holdings: Holdings; stretch: Stretch } | null {
  const site = createSite(program.pages, program.configuration);
  site.random = createRandom([Math.floor(chance() * 2 ** 31), 2, 3, 4]);
  visit(site, ...program.before);
  const holdings = newHoldings(site, "");
  const events = () => eventsOf(holdings.log);
  const recorder = new StretchRecorder({ world: () => site, events, now: () => NOW });
  const env: Environment = {
    ...surroundings,
    now: () => NOW,
    random: () => nextRandom(site.random),
    emit: (event) => void appendEvent(holdings.log, event, 0),
    recall: events,
  };
  const arrive = (each: Visit) => {
    const watched = recorder.watch(env);
    recorder.arrived(accept(site.server, requestOf(site, each), watched.env), watched);
  };
  const late = program.visits.length > 2 ? Math.floor(chance() * 8) : 0;
  const [last = "", ...others] = [...program.visits].reverse();
  for (const each of others.reverse()) arrive(each);
  for (let turns = 0; turns === 0 || site.server.tasks.length > 0; turns++) {
    if (turns === late) arrive(last);
    const progress = runLive(site.server, env);
    for (const { task, response } of progress.finished)
      receiveCookies(jarOf(site, task.request.browser), task, response, env);
    recorder.stepped(progress);
    if (progress.turn === undefined && turns > late) return null;
  }
  const [stretch] = recorder.stretches;
  return stretch === undefined ? null : { holdings, stretch };
}

function requestOf(site: World, each: Visit): ServerRequest {
  const [browser = "", path] = each.split(" ");
  const url = `http://localhost${path}`;
  const { field } = cookieHeader(jarOf(site, browser), url, NOW);
  const fields: ServerRequest["fields"] = field === null ? [] : [["Cookie", field]];
  return { id: site.nextRequest++, browser, method: "GET", url, fields, body: new Uint8Array() };
}

function open({ holdings, stretch }: { holdings: Holdings; stretch: Stretch }): Replay {
  const place = {
    ...surroundings,
    holdings,
    now: () => NOW,
    stretches: () => [stretch],
    seed: () => [1],
    fetchModule: () => Promise.reject(new Error("All modules are here.")),
    changed: () => {},
  };
  return new Replay(place, {
    of: { kind: "stretch", stretch: stretch.id },
    start: stretch.begin(),
    plan: { kind: "stretch", stretch },
    factsOf: () => ({ orders: 0n, total: 0n, serial: true, schedule: [], losses: [] }),
  });
}

function said(events: readonly TraceEvent[]): string {
  return JSON.stringify(events.map(({ seq: _seq, time: _time, ...event }) => event));
}

test("a recorded stretch tells the same when it is replayed, back and forth", () => {
  const chance = createChance(5);
  const seen = { stretches: 0, interleaved: 0, late: 0, waited: 0, failed: 0 };
  for (let n = 0; n < 200; n++) {
    const program = drawProgram(chance);
    const recorded = record(program, chance);
    if (recorded === null) continue;
    const told = said(eventsOf(recorded.holdings.log));
    const replay = open(recorded);
    const { schedule } = replay.view();
    const where = JSON.stringify(program, null, 1);
    const stop = Math.floor(chance() * schedule.length);
    for (let move = 0; move < stop; move++) replay.next(false);
    for (let move = 0; move < stop && move < 3; move++) replay.back();
    replay.next(true);
    const { events, position, followed } = replay.view();
    expect(said(events), where).toBe(told);
    expect({ position, followed }, where).toEqual({ position: schedule.length, followed: true });
    seen.stretches += 1;
    seen.interleaved += /A.*B.*A|B.*A.*B/.test(schedule) ? 1 : 0;
    seen.late += recorded.stretch.turns.findIndex(({ kind }) => kind === "arrival") > 0 ? 1 : 0;
    seen.waited += told.includes("-waiting") ? 1 : 0;
    seen.failed += told.includes("script-error") ? 1 : 0;
  }
  // The programs are good enough to show what could go wrong.
  expect(seen.stretches).toBeGreaterThan(120);
  expect(seen.interleaved).toBeGreaterThan(40);
  expect(seen.late).toBeGreaterThan(20);
  expect(seen.waited).toBeGreaterThan(3);
  expect(seen.failed).toBeGreaterThan(10);
});
