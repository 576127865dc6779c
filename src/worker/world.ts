/**
 * Everything a workspace would lose if its worker were stopped now, as one graph of data: the server with its requests under
 * way, the browsers' jars, chance, the counters. It is written as one image and read back as if nothing had happened.
 * The log and the answers are kept beside it, row by row, because they only grow.
 */
import { browserShapes, CookieJar } from "../browser/index.ts";
import { type Catalogue, createCatalogue } from "../image/index.ts";
import { emptyProject, type Project } from "../project/index.ts";
import { countNamed, pythonNamed, pythonShapes, pythonTemplates } from "../python/index.ts";
import {
  createRandom,
  createServer,
  type Random,
  type Server,
  serverNamed,
  serverShapes,
} from "../server/index.ts";
import { Disk, sessionNamed, sessionShapes } from "../sessions/index.ts";
import type { BrowserId, RequestId } from "../trace/index.ts";
import { Crowd } from "./crowd.ts";
import { Race } from "./race/held.ts";
import { raceShapes } from "./race/race-world.ts";

/** A request that is not answered yet, as the browser asked it. */
export interface PendingRequest {
  id: RequestId;
  browser: BrowserId;
  method: string;
  url: string;
  bodyHash: string;
  /** The browser's name for the document that will show the answer; null for images and the like. */
  client: string | null;
  /** The secret part of the address of its answer: it can be asked for before it is there. */
  token: string;
  /** The waiting page was shown in its place. */
  waiting: boolean;
  /** Its browser was closed: nobody will see the answer. */
  abandoned: boolean;
}

export class World {
  server: Server;
  random: Random;
  /** Milliseconds since the epoch: the zero of the log's clock. */
  openedAt: number;
  nextRequest = 1;
  /** The browsers that are open. */
  browsers: BrowserId[] = [];
  /** Also of those that are closed: a cookie with a date outlives the browser. */
  jars = new Map<BrowserId, CookieJar>();
  /** The Authorization field of browsers that have been given a name and a password. */
  logins = new Map<BrowserId, string>();
  /** In order of arrival. */
  pending: PendingRequest[] = [];
  /** The last crowd that was sent, at work or done. */
  crowd: Crowd | null = null;
  /** Held requests. */
  race = new Race();
  constructor(server: Server, random: Random, openedAt: number) {
    this.server = server;
    this.random = random;
    this.openedAt = openedAt;
  }
}

/** A world in which nothing has happened. */
export function createWorld(project: Project, seed: ArrayLike<number>, now: number): World {
  const world = new World(createServer({ project, disk: new Disk() }), createRandom(seed), now);
  jarOf(world, "A");
  return world;
}

/** The jar of `browser`; one never seen before is open from now on. */
export function jarOf(world: World, browser: BrowserId): CookieJar {
  const known = world.jars.get(browser);
  if (known !== undefined) return known;
  const jar = new CookieJar();
  world.jars.set(browser, jar);
  world.browsers.push(browser);
  return jar;
}

/** Was it open once, and is it not any more? */
export function isClosed({ browsers, jars }: World, browser: BrowserId): boolean {
  return jars.has(browser) && !browsers.includes(browser);
}

/** What may be in a world. It is large, so it is built once; and again when a late part has brought a class or a type more. */
export function worldCatalogue(): Catalogue {
  const count = sessionShapes.length + countNamed(true);
  if (whole?.count !== count) whole = { count, catalogue: makeCatalogue(true) };
  return whole.catalogue;
}

/** What is in a world as it is: enough to write it. A first page is stored before it is shown, and would wait for the names of all types. */
export function writingCatalogue(): Catalogue {
  if (whole !== null) return worldCatalogue();
  const count = countNamed(false);
  if (partial?.count !== count) partial = { count, catalogue: makeCatalogue(false) };
  return partial.catalogue;
}

/** A catalogue, and how much there was to be known when it was made. */
interface Known {
  count: number;
  catalogue: Catalogue;
}

let whole: Known | null = null;
let partial: Known | null = null;

function makeCatalogue(isWhole: boolean): Catalogue {
  return createCatalogue({
    shapes: [
      ...pythonShapes,
      ...sessionShapes,
      ...serverShapes,
      ...browserShapes,
      { name: "Crowd", class: Crowd, blank: () => new Crowd("", 0) },
      { name: "Race", class: Race, blank: () => new Race() },
      { name: "World", class: World, blank: blankWorld },
      ...raceShapes,
    ],
    named: [...pythonNamed(isWhole), ...sessionNamed, ...serverNamed],
    templates: pythonTemplates,
  });
}

function blankWorld(): World {
  return createWorld(emptyProject, [1, 0, 0, 0], 0);
}
