/** What is around a race on a world of its own: a clock that does not go, and browsers that take its answers. */
import { CookieJar } from "../../browser/index.ts";
import type { Library } from "../../python/index.ts";
import {
  type Environment,
  hasFailed,
  nextRandom,
  type PageCache,
  type ServerResponse,
  type Task,
} from "../../server/index.ts";
import { findConflict } from "../../sessions/index.ts";
import type { RequestId } from "../../trace/index.ts";
import { receiveCookies } from "../received-cookies.ts";
import type { RaceWorld } from "./race-world.ts";

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
