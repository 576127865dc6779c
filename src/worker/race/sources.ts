/**
 * Where the requests of the lab come from: those that are held, pages to ask for, or a recorded stretch.
 *
 * Each becomes a race of its own, a copy of the world as it is now, and the story so far: what the log has told of those requests.
 */
import { CookieJar, cookieHeader } from "../../browser/index.ts";
import { copy, read } from "../../image/index.ts";
import type { RaceSource } from "../../protocol/index.ts";
import { LANES_MAX } from "../../race/index.ts";
import { answererOf, type Environment, type ServerResponse } from "../../server/index.ts";
import { type BrowserId, eventsOf, type NewEvent, type RequestId } from "../../trace/index.ts";
import type { Holdings } from "../keeper.ts";
import { authorize } from "../log-in.ts";
import { requestFields } from "../request-fields.ts";
import type { StoredAnswer } from "../storage.ts";
import { type World, worldCatalogue } from "../world.ts";
import { createArena } from "./arena.ts";
import type { LabPlace } from "./lab-place.ts";
import { admit, type RaceStart, storyOf } from "./race-requests.ts";
import { createRaceWorld } from "./race-start.ts";
import { raceEnvironment } from "./race-surroundings.ts";
import type { RaceWorld } from "./race-world.ts";
import type { Stretch } from "./stretches.ts";

export type FoundStart = { ok: true; start: RaceStart } | { ok: false; reason: string };

/** The requests of `from`, or why there are none. */
export function startOf(from: RaceSource, place: LabPlace): FoundStart {
  switch (from.kind) {
    case "held":
      return heldStart(place);
    case "pages":
      return pagesStart(from, place);
    case "stretch": {
      const stretch = place.stretches().find(({ id }) => id === from.stretch);
      return stretch === undefined ? refusal(noStretch) : bounded(startOfStretch(stretch, place));
    }
  }
}

function startOfStretch(stretch: Stretch, { pages, library }: LabPlace): RaceStart {
  const start = stretch.everybody();
  createArena({ pages, library }).withdraw(start.race, stretch.bystanders);
  return start;
}

/** For a stretch that has gone. */
export const noStretch = "This stretch is no longer kept. Load the frames again to record another.";

function refusal(reason: string): FoundStart {
  return { ok: false, reason };
}

function bounded(start: RaceStart): FoundStart {
  const reason = refuseCount(start.race.lanes.length);
  return reason === null ? { ok: true, start } : refusal(reason);
}

/** Why so many requests cannot be lanes; null when they can. */
export function refuseCount(count: number): string | null {
  if (count <= LANES_MAX) return null;
  return `A race has ${LANES_MAX} requests at most, and these are ${count}. Take fewer of them.`;
}

/** All lanes of the race that goes on: those that are open as they stand, those that were answered with their answers. */
function heldStart({ holdings, now }: LabPlace): FoundStart {
  const { world, log, answers } = holdings;
  const lanes = world.race.lanes.filter(({ ended }) => ended !== "dropped");
  const requests = lanes.map(({ request }) => request);
  if (!world.server.tasks.some(({ held }) => held))
    return refusal("No request is held. Switch on “Hold requests”, then load the pages that shall race.");
  const race = createRaceWorld(world, requests, world.race.clock ?? now());
  for (const { request, browser } of lanes) {
    const answer = answers.ofRequest(request);
    if (answer === undefined) continue;
    race.jars.set(browser, copyJar(world, browser));
    race.answers.set(request, responseOf(answer));
    if (isRefusal(world, answer)) race.refused.push(request);
  }
  const story = storyOf(eventsOf(log), requests);
  race.failed = requests.filter((id) =>
    story.some(({ kind, request }) => kind === "script-error" && request === id),
  );
  return bounded({
    race,
    story,
    answered: structuredClone(lanes.filter(({ ended }) => ended === "answered")),
    origin: originOf(holdings, race),
    begun: [...lanes.keys()].filter((lane) => (lanes[lane]?.operations ?? 0) > 0),
  });
}

function responseOf({ status, statusText, fields, body }: StoredAnswer): ServerResponse {
  return { status, statusText, fields, body };
}

/** Its task is gone, so this is read off the answer. */
function isRefusal({ server }: World, { status }: StoredAnswer): boolean {
  return status === 409 && server.configuration.session_lock === "version";
}

/** The race of `race` before its first move, if that is kept and all lanes had arrived by then; else null. */
function originOf({ world, moments }: Holdings, { lanes, now }: RaceWorld): RaceWorld | null {
  const { firstEvent, backEnd } = world.race;
  const first = moments.firstSince(firstEvent);
  const isWhole = first?.hasOlder === true || backEnd === "start";
  const wasDropped = world.race.lanes.some(({ ended }) => ended === "dropped");
  if (first === undefined || !isWhole || wasDropped) return null;
  const result = read(first.moment.image, worldCatalogue());
  if (!result.ok) return null;
  const before = result.root as World;
  before.server.site = world.server.site;
  const hasArrived = (request: RequestId) => before.server.tasks.some(({ id }) => id === request);
  return lanes.every(hasArrived) ? createRaceWorld(before, lanes, now) : null;
}

function copyJar(world: World, browser: BrowserId): CookieJar {
  return copy(world.jars.get(browser) ?? new CookieJar(), worldCatalogue());
}

function pagesStart({ browser, urls }: RaceSource & { kind: "pages" }, place: LabPlace): FoundStart {
  const { world } = place.holdings;
  if (!world.browsers.includes(browser)) return refusal(`Browser ${browser} is closed. Open it first.`);
  const race = createRaceWorld(world, [], place.now());
  race.jars.set(browser, copyJar(world, browser));
  const story: NewEvent[] = [];
  const { pages, library } = place;
  const emit = (event: NewEvent): void => void story.push(event);
  const env = raceEnvironment(race, { pages, library, emit });
  for (const [at, address] of urls.entries()) {
    const url = simulatedUrl(address);
    if (url === null) return refusal(`${address} is not an address of this site.`);
    visit(race, { id: world.nextRequest + at, browser, url, world }, env);
  }
  return bounded({ race, story, answered: [], origin: null, begun: [] });
}

/** `http://localhost/…` without its fragment; null for an address of another site. */
function simulatedUrl(address: string): string | null {
  if (!URL.canParse(address, "http://localhost/")) return null;
  const url = new URL(address, "http://localhost/");
  url.hash = "";
  return url.origin === "http://localhost" ? url.href : null;
}

/** A browser asks for a page, with its cookies and its name and password, as it would on the real world. */
function visit(
  race: RaceWorld,
  { id, browser, url, world }: { id: RequestId; browser: BrowserId; url: string; world: World },
  env: Environment,
): void {
  const jar = race.jars.get(browser);
  const cookies = jar === undefined ? null : cookieHeader(jar, url, race.now);
  const fields = authorize(world, browser, requestFields(new Request(url), 0, { origin: "null", base: "/" }));
  if (cookies !== null && cookies.field !== null) fields.push(["Cookie", cookies.field]);
  const task = admit(race, { id, browser, method: "GET", url, fields, body: new Uint8Array() }, env);
  const who = answererOf(task);
  for (const cookie of cookies?.sent ?? []) env.emit({ kind: "cookie-sent", ...who, ...cookie });
  for (const cookie of cookies?.withheld ?? []) env.emit({ kind: "cookie-withheld", ...who, ...cookie });
}
