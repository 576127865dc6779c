/**
 * Everything a workspace would lose if its worker were stopped now, as one graph of data: the server with its requests under
 * way, the browsers' jars, chance, the counters. It is written as one image and read back as if nothing had happened.
 * The log and the answers are kept beside it, row by row, because they only grow.
 */
import { browserShapes, CookieJar } from "../browser/index.ts";
import { type Catalogue, createCatalogue } from "../image/index.ts";
import { emptyProject, type Project } from "../project/index.ts";
import { pythonNamed, pythonShapes } from "../python/index.ts";
import { createServer, type Server, serverNamed, serverShapes } from "../server/index.ts";
import { Disk, sessionNamed, sessionShapes } from "../sessions/index.ts";
import type { BrowserId, RequestId } from "../trace/index.ts";
import { createRandom, Random } from "./random.ts";

/** A request that is not answered yet, as the browser asked it. */
export interface PendingRequest {
  id: RequestId;
  browser: BrowserId;
  method: string;
  url: string;
  bodyHash: string;
  /** The browser's name for the document that will show the answer; null for images and the like. */
  client: string | null;
  /** The waiting page was shown in its place. */
  waiting: boolean;
}

export class World {
  server: Server;
  random: Random;
  /** Milliseconds since the epoch: the zero of the log's clock. */
  openedAt: number;
  nextRequest = 1;
  jars = new Map<BrowserId, CookieJar>();
  /** In order of arrival. */
  pending: PendingRequest[] = [];
  constructor(server: Server, random: Random, openedAt: number) {
    this.server = server;
    this.random = random;
    this.openedAt = openedAt;
  }
}

/** A world in which nothing has happened. */
export function createWorld(project: Project, seed: ArrayLike<number>, now: number): World {
  const world = new World(createServer({ project, disk: new Disk() }), createRandom(seed), now);
  world.jars.set("A", new CookieJar());
  return world;
}

/** The jar of `browser`, made at its first visit. */
export function jarOf(world: World, browser: BrowserId): CookieJar {
  const known = world.jars.get(browser);
  if (known !== undefined) return known;
  const jar = new CookieJar();
  world.jars.set(browser, jar);
  return jar;
}

/** What may be in a world. Built once: it is large. */
export function worldCatalogue(): Catalogue {
  catalogue ??= createCatalogue({
    shapes: [
      ...pythonShapes,
      ...sessionShapes,
      ...serverShapes,
      ...browserShapes,
      { name: "Random", class: Random, blank: () => new Random(0, 0, 0, 0) },
      { name: "World", class: World, blank: blankWorld },
    ],
    named: [...pythonNamed(), ...sessionNamed, ...serverNamed],
  });
  return catalogue;
}

let catalogue: Catalogue | null = null;

function blankWorld(): World {
  return createWorld(emptyProject, [1, 0, 0, 0], 0);
}
