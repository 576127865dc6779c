/**
 * The moves that were asked for and are not made yet. A long one goes on in slices, so that a page that never ends makes
 * nobody deaf; it can be stopped in between, and ends by its budget otherwise.
 *
 * Nothing of this is in the world: a worker that is stopped in the middle of a move comes back to where it was last stored.
 */
import type { MoveLength } from "../../protocol/index.ts";
import {
  describeWaiting,
  type Environment,
  isMovable,
  moveTask,
  type Server,
  type ServerResponse,
  standsBeforeOperation,
  stop,
  type Task,
  turnHolder,
} from "../../server/index.ts";
import type { RequestId } from "../../trace/index.ts";
import type { Holdings } from "../keeper.ts";
import { laneOf } from "./held.ts";
import { keepMoment } from "./step-back.ts";

/** What moves need of the workspace. */
export interface MoverPlace {
  readonly holdings: Holdings;
  environment(): Environment;
  /** Gives a request its answer. */
  finish(task: Task, response: ServerResponse): void;
  /** Gives one up, after a mistake of ours. */
  giveUp(task: Task, error: unknown): void;
  /** A move was made: it is to be told and stored. */
  moved(): void;
}

interface Move {
  request: RequestId;
  length: MoveLength;
  /** Its moment is kept. */
  isBegun: boolean;
  /** It stopped for modules that are on their way. */
  awaitsModules: boolean;
}

/** Steps of the machine between two breaths: some milliseconds. */
const SLICE = 20_000;

export class Mover {
  readonly #place: MoverPlace;
  #queue: Move[] = [];
  /** All lanes are to be run to their ends; those listed could not go on although nothing held them up. */
  #runsAll = false;
  #stuck = new Set<RequestId>();

  constructor(place: MoverPlace) {
    this.#place = place;
  }

  /** Has a lane moved, or says why not. */
  move(request: RequestId, length: MoveLength): string | null {
    const { server } = this.#seen;
    const task = heldTask(server, request);
    if (task === undefined) return this.#missing(request);
    if (this.#queue.length === 0 && !isMovable(server, task)) return whyItWaits(server, task);
    this.#queue.push(newMove(request, length));
    return null;
  }

  /** Runs all lanes to their ends, in order of arrival, as far as they can go. */
  runAll(): string | null {
    const { server } = this.#seen;
    if (!server.tasks.some(({ held }) => held)) return "No request is held.";
    this.#runsAll = true;
    this.#stuck.clear();
    if (this.#queue.length === 0) this.#queueNext();
    return null;
  }

  /** Ends the script of a lane, and sends the page that says so when its turn has come. */
  stop(task: Task): void {
    const [first] = this.#queue;
    const isUnderWay = first?.isBegun === true && first.request === task.id;
    this.#queue = this.#queue.filter(({ request }) => request !== task.id);
    if (!isUnderWay) keepMoment(this.#place.holdings);
    stop(this.#world.server, task, this.#place.environment());
    this.#queue.unshift({ ...newMove(task.id, "end"), isBegun: true });
  }

  /** Forgets the moves that are not made yet. */
  clear(): void {
    this.#queue = [];
    this.#runsAll = false;
  }

  /** The request whose move is under way, or is next; undefined when none is. */
  get moving(): RequestId | undefined {
    return this.#queue[0]?.request;
  }

  /** Works for one slice; true when it could go on at once. */
  work(): boolean {
    const [move] = this.#queue;
    if (move === undefined) return false;
    const { server } = this.#seen;
    const task = heldTask(server, move.request);
    if (task === undefined || !this.#begin(move, task)) return this.#end();
    if (task.awaited.length > 0) return false;
    // A module that could not be had has ended the script: its answer is another move.
    if (move.awaitsModules && task.phase !== "run" && task.puzzle === null && move.length !== "end")
      return this.#end();
    return this.#advance(move, task) ? this.#end() : task.awaited.length === 0;
  }

  get #world() {
    return this.#place.holdings.world;
  }

  get #seen() {
    return this.#place.holdings.seen;
  }

  /** The move of one more lane, when all are to be run and one can go on. */
  #queueNext(): void {
    if (!this.#runsAll) return;
    const { server } = this.#seen;
    const next = server.tasks.find(
      (task) => task.held && !this.#stuck.has(task.id) && isMovable(server, task),
    );
    if (next === undefined) this.#runsAll = false;
    else this.#queue.push(newMove(next.id, "end"));
  }

  /** Keeps the moment before a move; false when it cannot be made any more. */
  #begin(move: Move, task: Task): boolean {
    if (move.isBegun) return true;
    if (!isMovable(this.#seen.server, task)) return false;
    keepMoment(this.#place.holdings);
    move.isBegun = true;
    return true;
  }

  #end(): true {
    this.#queue.shift();
    if (this.#queue.length === 0) this.#queueNext();
    this.#place.moved();
    return true;
  }

  /** Makes a slice of a move; true when that was the last. To its end a lane goes operation by operation, which are counted. */
  #advance(move: Move, task: Task): boolean {
    const { length } = move;
    const { server, race } = this.#world;
    const lane = laneOf(race, task.id);
    const { phase, at } = task;
    if (lane !== undefined && isMovable(server, task) && standsBeforeOperation(task)) lane.operations += 1;
    try {
      const how = { length: length === "end" ? "operation" : length, slice: SLICE } as const;
      const { progress, isOver } = moveTask(server, task, this.#place.environment(), how);
      if (progress.kind === "done") {
        this.#place.finish(task, progress.response);
        return true;
      }
      move.awaitsModules = task.awaited.length > 0;
      if (move.awaitsModules || !isOver) return false;
    } catch (error) {
      server.tasks = server.tasks.filter((other) => other !== task);
      this.#place.giveUp(task, error);
      return true;
    }
    if (length !== "end") return true;
    if (task.phase === phase && task.at === at) this.#stuck.add(task.id);
    return this.#stuck.has(task.id) || !isMovable(server, task);
  }

  #missing(request: RequestId): string {
    const lane = laneOf(this.#seen.race, request);
    if (lane === undefined) return `Request ${request} is not held.`;
    switch (lane.ended) {
      case "dropped":
        return `Request ${request} was dropped when its browser was closed.`;
      case "answered":
        return `Request ${request} has already been answered.`;
      case null:
        return `Request ${request} goes on by itself: it is not held any more.`;
    }
  }
}

function newMove(request: RequestId, length: MoveLength): Move {
  return { request, length, isBegun: false, awaitsModules: false };
}

function heldTask({ tasks }: Server, request: RequestId): Task | undefined {
  return tasks.find(({ id, held }) => held && id === request);
}

/** Why a lane cannot be moved now, in a sentence. */
export function whyItWaits(server: Server, task: Task): string {
  const { id, awaited, waitsFor } = task;
  if (awaited.length > 0) return `Request ${id} waits for ${awaited.join(", ")}, which is on its way.`;
  if (waitsFor !== null) return `Request ${id} waits for ${describeWaiting(waitsFor, id)}.`;
  return `Request ${id} has to wait: its process has begun request ${turnHolder(server, task)?.id ?? ""} and answers one at a time.`;
}
