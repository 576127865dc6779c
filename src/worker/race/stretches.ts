/**
 * Stretches: live requests that were at work together, recorded so that what happened by chance can be seen again.
 *
 *     copy of the world ── A: 14 steps ── B: 3 steps ── C arrives ── A: 20 steps ── …
 *
 * A copy is taken when a request arrives while another is at work, before its first step; then it is written down whose turn it was
 * and how far it came. That is all the chance there is on a live server, so the same turns give the same events. What changes the
 * world by hand meanwhile ends the recording, and nothing is kept.
 */
import { copy } from "../../image/index.ts";
import type { CommandBody, StretchView } from "../../protocol/index.ts";
import type { Lane } from "../../race/index.ts";
import type { Environment, LiveProgress, ServerRequest, Task } from "../../server/index.ts";
import type { NewEvent, RequestId, TraceEvent } from "../../trace/index.ts";
import { isVisitor } from "../crowd.ts";
import { type World, worldCatalogue } from "../world.ts";
import { labKinds } from "./lab-kinds.ts";
import { admit, type RaceStart, storyOf } from "./race-requests.ts";
import { createRaceWorld } from "./race-start.ts";
import type { RaceWorld } from "./race-world.ts";

/** How many stretches are kept, and how many turns one may have. */
const STRETCHES_KEPT = 5;
const MOST_TURNS = 20_000;

/** A request that arrived when others were at work already, with the chances that were drawn for it, and what was told. */
export interface Arrival {
  kind: "arrival";
  now: number;
  request: ServerRequest;
  chances: number[];
  story: NewEvent[];
}

/** A turn: `until` is the number of the machine's step at which it was interrupted; null when it went as far as it could. */
export interface LiveTurn {
  kind: "step";
  now: number;
  request: RequestId;
  until: number | null;
}

/** A recorded stretch. */
export class Stretch {
  readonly id: number;
  readonly view: StretchView;
  readonly turns: readonly (Arrival | LiveTurn)[];
  /** The log as it was when the recording began. */
  readonly past: readonly TraceEvent[];
  /** The lanes that ran no script: pictures and style sheets race with nobody. */
  readonly bystanders: readonly Lane[];
  readonly #start: RaceStart;
  constructor(view: StretchView, { start, turns, past, tasks }: Recording) {
    this.id = view.id;
    this.view = view;
    this.turns = turns;
    this.past = past;
    this.bystanders = [...tasks.keys()].filter((lane) => tasks[lane]?.script === null);
    this.#start = start;
  }

  /** The world before the first turn, to change at will. */
  begin(): RaceStart {
    const { race, story } = this.#start;
    return { ...this.#start, race: copy(race, worldCatalogue()), story: [...story] };
  }

  /** The same, with everybody there from the beginning. */
  everybody(): RaceStart {
    const start = this.begin();
    for (const turn of this.turns) {
      if (turn.kind !== "arrival") continue;
      arrive(start.race, turn);
      start.story.push(...turn.story);
    }
    return start;
  }
}

/** A recorded request arrives in `race`, as it did then. Nothing is told. */
export function arrive(race: RaceWorld, { request, chances }: Arrival): Task {
  const drawn = chances.values();
  const random = () => drawn.next().value ?? 0;
  return admit(race, request, { now: () => race.now, random, emit: () => {}, hears: new Set() });
}

interface Recording {
  start: RaceStart;
  turns: (Arrival | LiveTurn)[];
  /** Everybody who takes part. */
  tasks: Task[];
  past: readonly TraceEvent[];
}

/** What the recorder needs of its workspace. */
export interface RecorderPlace {
  world(): World;
  events(): readonly TraceEvent[];
  now(): number;
}

/** An arrival that is being watched; made by `StretchRecorder.watch`. */
interface WatchedArrival {
  env: Environment;
  chances: number[];
  story: NewEvent[];
}

/** Writes down what a live server does. */
export class StretchRecorder {
  readonly #place: RecorderPlace;
  /** Oldest first. */
  #kept: Stretch[] = [];
  #recording: Recording | null = null;
  #clock: number | null = null;
  #next = 1;

  constructor(place: RecorderPlace) {
    this.#place = place;
  }

  /** The last stretches, oldest first. */
  get stretches(): readonly Stretch[] {
    return this.#kept;
  }

  /** The time of the turn that is being recorded: it stands still, so that a replay of the turn reads the same. */
  get clock(): number | null {
    return this.#clock;
  }

  /** A turn begins, which `stepped` ends. */
  beginTurn(): void {
    if (this.#recording !== null) this.#clock = this.#place.now();
  }

  /** `env`, and what is drawn and told there: for the arrival of one request. */
  watch(env: Environment): WatchedArrival {
    const chances: number[] = [];
    const story: NewEvent[] = [];
    const random = () => {
      const chance = env.random();
      chances.push(chance);
      return chance;
    };
    const emit = (event: NewEvent) => {
      story.push(event);
      env.emit(event);
    };
    return { env: { ...env, random, emit }, chances, story };
  }

  /** A request has arrived, and `watched` is what happened then. */
  arrived(task: Task, { chances, story }: WatchedArrival): void {
    if (task.held || isVisitor(task.id)) return;
    if (this.#recording === null) {
      this.#begin();
      return;
    }
    const now = this.#place.now();
    this.#recording.tasks.push(task);
    this.#recording.turns.push({ kind: "arrival", now, request: task.request, chances, story });
  }

  /** Begins to record if two or more are at work, and nothing that moves in other ways. */
  #begin(): void {
    const { server, jars, random } = this.#place.world();
    const { tasks } = server;
    if (tasks.length < 2 || server.configuration.server === "monoprocess") return;
    if (tasks.some(({ id, held }) => held || isVisitor(id))) return;
    const lanes = tasks.map(({ id }) => id);
    const race = createRaceWorld({ server, jars, random }, lanes, this.#place.now());
    const past = this.#place.events();
    const begun = [...tasks.keys()].filter((lane) => tasks[lane]?.started);
    const start = { race, story: storyOf(past, lanes), answered: [], origin: null, begun };
    this.#recording = { start, turns: [], tasks: [...tasks], past };
  }

  /** A turn was taken, and its answer, if it had one, is with its browser. */
  stepped({ turn }: LiveProgress): void {
    const recording = this.#recording;
    const now = this.#clock ?? this.#place.now();
    this.#clock = null;
    if (recording === null || turn === undefined) return;
    // One that waits for a module has not moved; when the turns are taken again the module is there.
    if (turn.awaited.length === 0)
      recording.turns.push({ kind: "step", now, request: turn.id, until: interruptedAt(turn) });
    // Somebody has come by another way: one of a crowd.
    if (!recording.tasks.includes(turn) || recording.turns.length > MOST_TURNS) this.spoil();
    else if (this.#place.world().server.tasks.length === 0) this.#end(recording);
  }

  /** After a command was done: one that may have changed the world ends the recording. */
  noteCommand({ kind }: CommandBody): void {
    if (!harmless.has(kind)) this.spoil();
    if (othersWorlds.has(kind)) this.#kept = [];
  }

  /** The recording is not kept. */
  spoil(): void {
    this.#recording = null;
    this.#clock = null;
  }

  #end(recording: Recording): void {
    this.#recording = null;
    if (recording.tasks.filter(({ script }) => script !== null).length < 2) return;
    const requests = recording.tasks.map(({ id }) => id);
    const own = this.#place
      .events()
      .filter(({ request }) => request !== undefined && requests.includes(request));
    const view: StretchView = {
      id: this.#next,
      requests: recording.tasks.map(({ request: { id, browser, url } }) => ({ request: id, browser, url })),
      firstEvent: own[0]?.seq ?? 0,
      lastEvent: own.at(-1)?.seq ?? 0,
    };
    this.#next += 1;
    this.#kept = [...this.#kept, new Stretch(view, recording)].slice(-STRETCHES_KEPT);
  }
}

/** The step at which a turn was interrupted; null when it ended by itself: before something it waits for, or with its phase. */
function interruptedAt({ phase, at, python }: Task): number | null {
  return phase === "run" && at !== null && at.operation === null ? (python?.steps ?? null) : null;
}

/** Commands that leave the world as it is, or change nothing that requests at work can see. */
const harmless: ReadonlySet<CommandBody["kind"]> = new Set<CommandBody["kind"]>([
  "open",
  "ping",
  "list-sessions",
  "read-session",
  "history-navigation",
  ...labKinds,
  "list-versions",
  "read-version",
  "read-files",
]);

/** After these the log is another one. */
const othersWorlds: ReadonlySet<CommandBody["kind"]> = new Set<CommandBody["kind"]>([
  "reset",
  "begin-again",
  "restore-version",
]);
