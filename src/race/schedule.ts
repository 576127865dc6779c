/**
 * Schedules: an order of moves written down, a letter per move.
 *
 *     "AABBA"   lane A twice, lane B twice, lane A again
 *
 * A schedule may be followed on a world that it was not made for: other pages, another kind of server. Then a letter can come
 * when its lane has to wait. It is postponed, and made up for as soon as the lane can move; a letter of a lane that is over is
 * skipped. When all letters are used up the lanes run to their ends, the lowest first.
 */
import type { Arena, Lane, Outcome } from "./arena.ts";

const LETTERS = "ABCDEFGHIJ";

/** How many lanes a schedule can name. */
export const LANES_MAX = LETTERS.length;

/** The lanes that `text` names, or what is wrong with it, for a learner. */
export function parseSchedule(text: string): { ok: true; lanes: Lane[] } | { ok: false; reason: string } {
  const lanes: Lane[] = [];
  for (const [at, letter] of Array.from(text).entries()) {
    const lane = LETTERS.indexOf(letter);
    if (lane < 0) return { ok: false, reason: wrongLetter(letter, at + 1) };
    lanes.push(lane);
  }
  return { ok: true, lanes };
}

function wrongLetter(letter: string, place: number): string {
  const rule = "A schedule is written with a letter for each move, A to J: A moves the first lane.";
  return `"${letter}" at place ${place} is no lane. ${rule}`;
}

/** The letters of `lanes`. Throws where one has none: see `LANES_MAX`. */
export function stringifySchedule(lanes: readonly Lane[]): string {
  return lanes.map(letterOf).join("");
}

function letterOf(lane: Lane): string {
  const letter = LETTERS[lane];
  if (letter === undefined)
    throw new Error(
      `Failed to write a schedule: lane ${lane} has no letter. Race ${LANES_MAX} lanes at most, from 0.`,
    );
  return letter;
}

/**
 * Which of two schedules stands first: the one of fewer moves, then of fewer changes of lane, then of lower lanes earlier.
 * Negative, 0 or positive, for `sort`.
 */
export function compareSchedules(left: readonly Lane[], right: readonly Lane[]): number {
  return left.length - right.length || changesIn(left) - changesIn(right) || compareLanes(left, right);
}

/** How often a schedule goes on with another lane. */
function changesIn(lanes: readonly Lane[]): number {
  return lanes.filter((lane, at) => at > 0 && lane !== lanes[at - 1]).length;
}

function compareLanes(left: readonly Lane[], right: readonly Lane[]): number {
  for (const [at, lane] of left.entries()) {
    const difference = lane - (right[at] ?? lane);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** How far a schedule has been followed: plain data, so that it can be kept and taken back with the world. */
export class ScheduleRun {
  /** What is to be followed. */
  lanes: readonly Lane[];
  /** How many letters were read. */
  place = 0;
  /** Lanes to make up for, oldest first. */
  owed: Lane[] = [];
  /** Places of the letters that came when their lane had to wait, from 0. */
  postponed: number[] = [];
  constructor(lanes: readonly Lane[]) {
    this.lanes = lanes;
  }
}

/** `lanes`, from the beginning. */
export function startSchedule(lanes: readonly Lane[]): ScheduleRun {
  return new ScheduleRun(lanes);
}

/** The lane to move next; null when none can move any more. Notes in `run` that it is moved: the caller does so. */
export function nextLane<World>(
  run: ScheduleRun,
  arena: Pick<Arena<World, Outcome>, "movable" | "unfinished">,
  world: World,
): Lane | null {
  const movable = arena.movable(world);
  return nextOwed(run, movable) ?? nextWritten(run, movable, arena.unfinished(world)) ?? movable[0] ?? null;
}

function nextOwed(run: ScheduleRun, movable: readonly Lane[]): Lane | undefined {
  const at = run.owed.findIndex((lane) => movable.includes(lane));
  return at < 0 ? undefined : run.owed.splice(at, 1)[0];
}

function nextWritten(
  run: ScheduleRun,
  movable: readonly Lane[],
  unfinished: readonly Lane[],
): Lane | undefined {
  for (const lane of run.lanes.slice(run.place)) {
    run.place += 1;
    if (movable.includes(lane)) return lane;
    if (unfinished.includes(lane)) {
      run.owed.push(lane);
      run.postponed.push(run.place - 1);
    }
  }
  return undefined;
}

/** Follows `lanes` on `world`, and then runs every lane to its end as far as it can. Tells which letters were postponed. */
export function runSchedule<World, Result extends Outcome>(
  arena: Arena<World, Result>,
  world: World,
  lanes: readonly Lane[],
): { postponed: number[] } {
  const run = startSchedule(lanes);
  for (let lane = nextLane(run, arena, world); lane !== null; lane = nextLane(run, arena, world))
    arena.move(world, lane);
  return { postponed: run.postponed };
}
