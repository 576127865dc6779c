/**
 * A race on a world of its own: the server with nothing but the requests that race, the jars of their browsers, and the answers so far.
 *
 * It is copied and fingerprinted at every step of an exploration, so it holds no more than the race can touch. Its clock stands
 * still; nothing that happens here reaches a real browser: see `race-surroundings.ts`.
 */
import type { CookieJar } from "../../browser/index.ts";
import { emptyProject } from "../../project/index.ts";
import {
  createRandom,
  createServer,
  type Random,
  type Server,
  type ServerResponse,
} from "../../server/index.ts";
import { Disk } from "../../sessions/index.ts";
import type { BrowserId, RequestId } from "../../trace/index.ts";

export class RaceWorld {
  server: Server;
  /** Of the browsers that ask. */
  jars = new Map<BrowserId, CookieJar>();
  /** Who races, lane A first. A lane that was withdrawn keeps its place, but has neither a task nor an answer. */
  lanes: RequestId[] = [];
  /** In the order of the lanes, not of time: whoever was answered first, the same answers are the same world. */
  answers = new Map<RequestId, ServerResponse>();
  /** The lanes' requests that were answered with 409, because their session had changed under them; ascending. */
  refused: RequestId[] = [];
  /** Those whose page ended with an error; ascending. */
  failed: RequestId[] = [];
  /** Sessions of other visitors that are here only because they may be driven out; see `strangers.ts`. */
  strangers: string[] = [];
  /** Milliseconds since the epoch. */
  now: number;
  /** The server's own chance. */
  random: Random;
  constructor(server: Server, random: Random, now: number) {
    this.server = server;
    this.random = random;
    this.now = now;
  }
}

let emptyServer: Server | null = null;

/** For a copy to fill, at every step of an exploration: the server in it is always the same. */
function blankRaceWorld(): RaceWorld {
  emptyServer ??= createServer({ project: emptyProject, disk: new Disk() });
  return new RaceWorld(emptyServer, createRandom([1, 0, 0, 0]), 0);
}

/** For the catalogue of images. */
export const raceShapes = [{ name: "RaceWorld", class: RaceWorld, blank: blankRaceWorld }];
