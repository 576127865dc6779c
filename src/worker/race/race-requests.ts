/** Requests that come into a race: they are taken in, and what was told of them so far comes along. */
import type { Lane } from "../../race/index.ts";
import { accept, type Environment, type ServerRequest, type Task } from "../../server/index.ts";
import type { NewEvent, RequestId, TraceEvent } from "../../trace/index.ts";
import type { Lane as HeldLane } from "./held.ts";
import type { RaceWorld } from "./race-world.ts";

/** Requests on a world of their own, ready to race. */
export interface RaceStart {
  race: RaceWorld;
  /** What has been told of them, oldest first. */
  story: NewEvent[];
  /** The lanes that were answered before. They keep their place among the lanes, and their answers in outcomes. */
  answered: HeldLane[];
  /**
   * Where serial orders begin: the race before its first move. Null where there was none, and where that is not known any more;
   * then no serial order begins with another lane than those that have begun.
   */
  origin: RaceWorld | null;
  begun: Lane[];
}

/** Takes a request into the race, as its last lane. */
export function admit(race: RaceWorld, request: ServerRequest, env: Environment): Task {
  const task = accept(race.server, request, env);
  task.held = true;
  race.lanes.push(request.id);
  return task;
}

/** What the log tells of these requests, without its numbers and times. */
export function storyOf(events: readonly TraceEvent[], requests: readonly RequestId[]): NewEvent[] {
  const own = events.filter(({ request }) => request !== undefined && requests.includes(request));
  return own.map(({ seq: _seq, time: _time, ...event }) => event);
}
