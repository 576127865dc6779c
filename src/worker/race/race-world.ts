/**
 * A race on a world of its own: the server with nothing but the requests that race, the jars of their browsers, and the answers so far.
 *
 * It is copied and fingerprinted at every step of an exploration, so it holds no more than the race can touch. Its clock stands
 * still; nothing that happens here reaches a real browser.
 */
import { CookieJar } from "../../browser/index.ts";
import { emptyProject } from "../../project/index.ts";
import type { Library } from "../../python/index.ts";
import {
  createRandom,
  createServer,
  type Environment,
  hasFailed,
  nextRandom,
  type PageCache,
  type Random,
  type Server,
  type ServerResponse,
  type Task,
} from "../../server/index.ts";
import { Disk, findConflict } from "../../sessions/index.ts";
import type { BrowserId, RequestId } from "../../trace/index.ts";
import { receiveCookies } from "../received-cookies.ts";

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

/** What a race needs of the world outside. `emit` hears what happens; without it nothing is told, which is much faster. */
export interface RaceSurroundings {
  pages: PageCache;
  library: Library;
  emit?: Environment["emit"];
  recall?: NonNullable<Environment["recall"]>;
}

const nobodyHears: Pick<Environment, "emit" | "hears"> = { emit: () => {}, hears: new Set() };

/** The outside world of one move in `race`: its clock does not go. */
export function raceEnvironment(
  race: RaceWorld,
  { pages, library, emit, recall }: RaceSurroundings,
): Environment {
  return {
    now: () => race.now,
    random: () => nextRandom(race.random),
    pages,
    library,
    ...(emit === undefined ? nobodyHears : { emit }),
    ...(recall !== undefined && { recall }),
  };
}

/** The task of `request`; undefined once it was answered or withdrawn. */
export function taskOf({ server }: RaceWorld, request: RequestId | undefined): Task | undefined {
  return server.tasks.find(({ id }) => id === request);
}

/** The answer of `task` reaches its browser. Call it once, when the task has its response. */
export function deliver(race: RaceWorld, task: Task, response: ServerResponse, env: Environment): void {
  const answers = new Map(race.answers).set(task.id, response);
  race.answers = new Map();
  for (const lane of race.lanes) {
    const answer = answers.get(lane);
    if (answer !== undefined) race.answers.set(lane, answer);
  }
  if (isRefusal(task, response)) race.refused = [...race.refused, task.id].sort((a, b) => a - b);
  else if (hasFailed(task)) race.failed = [...race.failed, task.id].sort((a, b) => a - b);
  const { browser } = task.request;
  const jar = race.jars.get(browser) ?? new CookieJar();
  race.jars.set(browser, jar);
  receiveCookies(jar, task, response, env);
}

/** Answered with 409, and its copy of the session is no longer what it was loaded from. */
function isRefusal({ session }: Task, { status }: ServerResponse): boolean {
  return status === 409 && session !== null && findConflict(session) !== null;
}
