/**
 * Held requests: which there are, and when their race begins and ends. Data of the world, so that an image of it has them.
 *
 *     held ──moves──▶ answered            (its browser has the answer)
 *       └──its browser is closed──▶ dropped
 *
 * A race is over when all its lanes are; the next request that is held begins another: the frames of a page that was held, say.
 * Until then the clock stands still. The way back leads through races that followed each other.
 */
import type { BackEnd, LaneView } from "../../protocol/index.ts";
import type { Server, Task } from "../../server/index.ts";
import type { BrowserId, RequestId } from "../../trace/index.ts";
import { shownResponse } from "./shown-response.ts";

/** A request of the race. Its task, as long as it has one, is among the server's. */
export interface Lane {
  request: RequestId;
  browser: BrowserId;
  method: string;
  url: string;
  /** Who answers, as last known. */
  process: number;
  thread: number;
  /** Visible operations carried out. */
  operations: number;
  /** The waiting page was shown to whoever asked. */
  waitingShown: boolean;
  /** Nobody will see the answer. */
  abandoned: boolean;
  ended: "answered" | "dropped" | null;
  response: NonNullable<LaneView["response"]> | null;
}

/** The race of a world: one that goes on, or the last one. Copyable data. */
export class Race {
  /** Requests that arrive are held. */
  holding = false;
  /** In order of arrival. */
  lanes: Lane[] = [];
  /** The time at which the clock stands while a lane is open, in milliseconds since the epoch. */
  clock: number | null = null;
  /** The number of its first event in the log. */
  firstEvent = 0;
  /** What stands behind the earliest moment to which one can go back. */
  backEnd: BackEnd = "start";
}

/** Before a request that will be held: with no lane open, it begins a new race. True when it does. */
export function beginRace(race: Race, { now, nextEvent }: { now: number; nextEvent: number }): boolean {
  if (isOpen(race)) return false;
  race.lanes = [];
  race.clock = now;
  race.firstEvent = nextEvent;
  return true;
}

/** Is any lane neither answered nor dropped? */
function isOpen({ lanes }: Race): boolean {
  return lanes.some(({ ended }) => ended === null);
}

/** Makes `task` a lane: from now on it moves only by hand. */
export function holdTask(race: Race, task: Task, waitingShown: boolean): void {
  const { browser, method, url } = task.request;
  task.held = true;
  race.lanes.push({
    request: task.id,
    browser,
    method,
    url,
    process: task.process,
    thread: task.thread,
    operations: 0,
    waitingShown,
    abandoned: false,
    ended: null,
    response: null,
  });
}

/** The lane of `request`; undefined when it has none. */
export function laneOf({ lanes }: Race, request: RequestId): Lane | undefined {
  return lanes.find((lane) => lane.request === request);
}

/** Ends the lane of `task`, if it has one: without a response it was dropped. True when it had one. */
export function endLane(race: Race, task: Task, response: Task["response"]): boolean {
  const lane = laneOf(race, task.id);
  if (lane === undefined) return false;
  const { process, thread } = task;
  Object.assign(lane, { process, thread, ended: response === null ? "dropped" : "answered" });
  if (response !== null) lane.response = shownResponse(response);
  if (!isOpen(race)) race.clock = null;
  return true;
}

/** Lets all held requests go on by themselves. True when there were any. */
export function release({ tasks }: Server): boolean {
  const held = tasks.filter((task) => task.held);
  for (const task of held) task.held = false;
  return held.length > 0;
}
