/**
 * Replays: lanes on a copy of the world, which follow a schedule, or go where the learner sends them.
 *
 *     ABAB|BA     four letters done, two to come
 *
 * A replay of an outcome follows its schedule, letter by letter. One of a recorded stretch takes the turns that were taken then,
 * operation by operation, until the learner goes another way. The states before the last moves are kept, to go back to.
 */
import type { ReplayView } from "../../protocol/index.ts";
import { type Lane, nextLane, type ScheduleRun, startSchedule, stringifySchedule } from "../../race/index.ts";
import {
  approach,
  type Environment,
  findDeadlock,
  isMovable,
  type MoveLength,
  moveTask,
  standsBeforeOperation,
  step,
  type Task,
} from "../../server/index.ts";
import type { NewEvent, RequestId, TraceEvent } from "../../trace/index.ts";
import { createArena, type RaceArena } from "./arena.ts";
import { endLane, holdTask, laneOf, Race } from "./held.ts";
import type { LabPlace } from "./lab-place.ts";
import { viewLane } from "./lane-view.ts";
import { whyItWaits } from "./mover.ts";
import { type OutcomeFacts, type RaceOutcome, viewOutcome } from "./outcome.ts";
import type { RaceStart } from "./race-requests.ts";
import { deliver, type RaceSurroundings, raceEnvironment, taskOf } from "./race-surroundings.ts";
import type { RaceWorld } from "./race-world.ts";
import { type Arrival, arrive, type LiveTurn, type Stretch } from "./stretches.ts";
import { provideKnown } from "./wanted-modules.ts";

/** How many moves can be taken back, and how many events are kept. */
const STATES_KEPT = 100;
const EVENTS_KEPT = 2_000;

/** What a replay is of, and what is known about it. */
export interface ReplayOptions {
  of: ReplayView["of"];
  /** Where it begins. It is taken over. */
  start: RaceStart;
  /** What to follow; the schedule of a stretch is found out by taking its turns. */
  plan: { kind: "schedule"; schedule: readonly Lane[] } | { kind: "stretch"; stretch: Stretch };
  factsOf(outcome: RaceOutcome): OutcomeFacts;
}

/** All that a move changes. */
interface ReplayState {
  race: RaceWorld;
  lanes: Race;
  run: ScheduleRun;
  followed: boolean;
  /** Of a stretch: how many of its turns have been taken. */
  turn: number;
  events: TraceEvent[];
  nextSeq: number;
}

export class Replay {
  readonly #place: LabPlace;
  readonly #options: ReplayOptions;
  readonly #surroundings: RaceSurroundings;
  readonly #arena: RaceArena;
  #state: ReplayState;
  /** The states before the last moves, oldest first. */
  #past: ReplayState[] = [];

  constructor(place: LabPlace, options: ReplayOptions) {
    const { pages, library } = place;
    const { start, plan } = options;
    this.#place = place;
    this.#options = options;
    const emit = (event: NewEvent) => this.#tell(event);
    // An explorer remembers nothing, and pages must come out alike; who answered live had the log.
    const memory = plan.kind === "stretch" ? { recall: () => this.#recall(plan.stretch) } : {};
    this.#surroundings = { pages, library, emit, ...memory };
    this.#arena = createArena(this.#surroundings);
    this.#state = {
      race: start.race,
      lanes: new Race(),
      run: startSchedule(plan.kind === "schedule" ? plan.schedule : []),
      followed: true,
      turn: 0,
      events: [],
      nextSeq: 1,
    };
    provideKnown(start.race, library);
    for (const request of start.race.lanes) this.#open(request);
    for (const event of start.story) this.#tell(event);
    if (plan.kind === "schedule") this.#arena.prepare(start.race);
    else this.#findSchedule();
  }

  /** Gives `request` its lane. */
  #open(request: RequestId): void {
    const { race, lanes } = this.#state;
    const task = taskOf(race, request);
    if (task !== undefined) holdTask(lanes, task, false);
    else lanes.lanes.push(...this.#options.start.answered.filter((lane) => lane.request === request));
  }

  /** Makes the next move of the plan, or all that are left; says why not, or null. */
  next(all: boolean): string | null {
    if (this.#isOver) return "This replay is at its end. Step back, or close it.";
    this.#keep();
    do this.#follow();
    while (all && !this.#isOver);
    return null;
  }

  /** Moves one lane; says why not, or null. */
  move(request: RequestId, length: MoveLength): string | null {
    const { race } = this.#state;
    const task = taskOf(race, request);
    if (task === undefined) return `Request ${request} has already been answered in this replay.`;
    if (!isMovable(race.server, task)) return whyItWaits(race.server, task);
    this.#keep();
    this.#leaveTurns();
    // To its end a lane goes operation by operation, which are counted.
    let goesOn = isMovable(race.server, task);
    while (goesOn) {
      const { phase, at } = task;
      if (standsBeforeOperation(task)) this.#choose(task);
      this.#moveBy(task, length === "end" ? "operation" : length);
      const hasMoved = task.phase !== phase || task.at !== at;
      goesOn = length === "end" && task.response === null && hasMoved && isMovable(race.server, task);
    }
    return null;
  }

  /** Goes back to before the last move; says why not, or null. */
  back(): string | null {
    const state = this.#past.pop();
    if (state === undefined) return "Nothing has been moved in this replay, or only the last moves are kept.";
    this.#state = state;
    return null;
  }

  view(): ReplayView {
    const { race, lanes, run, followed, events } = this.#state;
    const waits = findDeadlock(race.server);
    return {
      of: this.#options.of,
      lanes: lanes.lanes.map((lane, at) => viewLane(race.server, lane, at + 1)),
      events: [...events],
      schedule: stringifySchedule(run.lanes),
      position: run.place,
      followed,
      back: this.#past.length,
      ...(waits !== null && { deadlock: { waits } }),
      ...(this.#isOver && { outcome: this.#viewOutcome() }),
    };
  }

  #viewOutcome() {
    const outcome = this.#arena.outcome(this.#state.race);
    return viewOutcome(outcome, this.#options.factsOf(outcome));
  }

  /** Nothing can move any more, and nobody is still to arrive. */
  get #isOver(): boolean {
    return this.#nextTurn === undefined && this.#arena.movable(this.#state.race).length === 0;
  }

  // Following the plan

  /** The turn to take next; undefined when there is none, or the learner has gone another way. */
  get #nextTurn(): Stretch["turns"][number] | undefined {
    const { plan } = this.#options;
    return plan.kind === "stretch" ? plan.stretch.turns[this.#state.turn] : undefined;
  }

  #follow(): void {
    if (this.#nextTurn === undefined) this.#followSchedule();
    else this.#takeTurns();
  }

  #followSchedule(): void {
    const { race, run } = this.#state;
    const lane = nextLane(run, this.#arena, race);
    const task = lane === null ? undefined : taskOf(race, race.lanes[lane]);
    if (task === undefined) return;
    approach(race.server, task, this.#environment());
    if (isMovable(race.server, task)) this.#moveBy(task, "operation");
    else this.#settle(task, false);
  }

  /** Takes turns until an operation has been carried out. */
  #takeTurns(): void {
    for (let turn = this.#nextTurn; turn !== undefined; turn = this.#nextTurn) {
      if (turn.kind === "arrival") this.#arrive(turn);
      else if (this.#takeTurn(turn)) return;
    }
  }

  #arrive(arrival: Arrival): void {
    const { race, lanes } = this.#state;
    race.now = arrival.now;
    holdTask(lanes, arrive(race, arrival), false);
    for (const event of arrival.story) this.#tell(event);
    this.#state.turn += 1;
  }

  /** Takes a turn as far as the next operation; true when one was carried out. */
  #takeTurn({ now, request, until }: LiveTurn): boolean {
    const { race, run } = this.#state;
    const task = taskOf(race, request);
    if (task === undefined)
      throw new Error(`Failed to replay a turn of request ${request}: it is over. The record is not true.`);
    race.now = now;
    const { phase } = task;
    const isOperation = standsBeforeOperation(task);
    const slice = until === null ? {} : { slice: until - (task.python?.steps ?? 0) };
    step(race.server, task, this.#environment(), { kind: "operation", ...slice });
    const goesOn = phase === "run" && task.phase === "run" && standsBeforeOperation(task);
    if (!goesOn || !isMovable(race.server, task)) this.#state.turn += 1;
    if (isOperation) run.place += 1;
    this.#settle(task, isOperation);
    return isOperation;
  }

  /** Takes all turns on a copy, to see which operations they carry out. */
  #findSchedule(): void {
    const before = this.#copyState();
    const { lanes } = this.#state.lanes;
    const order: Lane[] = [];
    while (this.#nextTurn !== undefined) {
      const counts = lanes.map(({ operations }) => operations);
      this.#takeTurns();
      const moved = lanes.findIndex(({ operations }, at) => operations > (counts[at] ?? 0));
      if (moved >= 0) order.push(moved);
    }
    this.#state = { ...before, run: startSchedule(order) };
  }

  // Going another way

  /** Notes that the learner carries out an operation of `task`: it may be what the schedule says. */
  #choose(task: Task): void {
    const { race, run } = this.#state;
    if (run.owed.length === 0 && race.lanes[run.lanes[run.place] ?? -1] === task.id) run.place += 1;
    else this.#state.followed = false;
  }

  /** The turns of a stretch are left: who would have come later comes now. */
  #leaveTurns(): void {
    for (let turn = this.#nextTurn; turn !== undefined; turn = this.#nextTurn) {
      if (turn.kind === "arrival") this.#arrive(turn);
      else this.#state.turn += 1;
    }
  }

  // Moving

  #moveBy(task: Task, length: MoveLength): void {
    const isOperation = standsBeforeOperation(task);
    moveTask(this.#state.race.server, task, this.#environment(), { length });
    this.#settle(task, isOperation);
  }

  /** After a move: counts the operation that was carried out, and delivers the answer. */
  #settle(task: Task, isOperation: boolean): void {
    const { race, lanes } = this.#state;
    const lane = laneOf(lanes, task.id);
    if (lane !== undefined && isOperation) lane.operations += 1;
    if (task.response === null) return;
    deliver(race, task, task.response, this.#environment());
    endLane(lanes, task, task.response);
  }

  #environment(): Environment {
    return raceEnvironment(this.#state.race, this.#surroundings);
  }

  // Events, and going back

  #tell(event: NewEvent): void {
    const state = this.#state;
    const time = state.race.now - this.#place.holdings.seen.openedAt;
    state.events.push({ seq: state.nextSeq, time, ...event });
    state.nextSeq += 1;
    if (state.events.length > EVENTS_KEPT) state.events.shift();
  }

  /** The log as it was, and what has been told since, in one count. */
  #recall({ past }: Stretch): TraceEvent[] {
    const last = past.at(-1)?.seq ?? 0;
    const own = this.#state.events.slice(this.#options.start.story.length);
    return [...past, ...own.map((event) => ({ ...event, seq: last + event.seq }))];
  }

  #keep(): void {
    this.#past.push(this.#copyState());
    if (this.#past.length > STATES_KEPT) this.#past.shift();
  }

  #copyState(): ReplayState {
    const { race, lanes, run, events } = this.#state;
    return {
      ...this.#state,
      race: this.#arena.copy(race),
      lanes: structuredClone(lanes),
      run: { ...run, owed: [...run.owed], postponed: [...run.postponed] },
      events: [...events],
    };
  }
}
