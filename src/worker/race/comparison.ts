/**
 * A comparison: the same requests in the same order under two configurations, side by side, and the first place where they went
 * different ways.
 *
 *     memory, threads      A reads n = 0   B reads n = 0       …
 *     the same, locked     A reads n = 0   B waits             …
 *
 * Both sides begin with the requests as they arrived, with the same chances, and with the sessions that there are, wherever each
 * configuration keeps them. What must differ says nothing: process and thread, where a session is kept, loading and saving copies.
 */
import { copy } from "../../image/index.ts";
import type { Configuration } from "../../project/index.ts";
import type { ComparedView, ComparisonNote, ComparisonView, RaceCommand } from "../../protocol/index.ts";
import { type Lane, nextLane, parseSchedule, startSchedule, stringifySchedule } from "../../race/index.ts";
import { reconfigure, type Task } from "../../server/index.ts";
import type { NewEvent, TraceEvent } from "../../trace/index.ts";
import { worldCatalogue } from "../world.ts";
import { createArena } from "./arena.ts";
import type { LabPlace } from "./lab-place.ts";
import { type RaceOutcome, viewOutcome } from "./outcome.ts";
import { admit, type RaceStart } from "./race-requests.ts";
import { raceEnvironment, taskOf } from "./race-surroundings.ts";
import type { RaceWorld } from "./race-world.ts";
import { factsFrom } from "./verdicts.ts";
import { bringModules } from "./wanted-modules.ts";

/** What is compared. */
export type ComparisonOptions = Pick<RaceCommand & { kind: "compare" }, "schedule" | "left" | "right">;

/** How many turns each lane gets at most where no schedule is given; then they run to their ends. */
const MOST_TURNS = 200;
/** How many events of each side are kept. */
const EVENTS_KEPT = 2_000;

/** One side, run. */
interface Side {
  configuration: Configuration;
  /** Each with the place of the schedule that was being carried out. */
  told: { event: TraceEvent; operation: number }[];
  /** The lanes in the order of their operations. */
  order: Lane[];
  postponed: number[];
  outcome: ComparedView["outcome"];
  notes: ComparisonNote[];
}

export class LabComparison {
  /** Null until both sides have been run. */
  view: ComparisonView | null = null;
  /** Resolves when they have. Never rejects. */
  readonly work: Promise<void>;
  readonly #start: RaceStart;
  readonly #place: LabPlace;
  readonly #options: ComparisonOptions;

  /** Takes over `start`. */
  constructor(start: RaceStart, place: LabPlace, options: ComparisonOptions) {
    this.#start = { ...start, race: start.origin ?? start.race };
    this.#place = place;
    this.#options = options;
    this.work = this.#run();
  }

  async #run(): Promise<void> {
    try {
      await bringModules(this.#start.race, this.#place);
      this.view = this.#compare();
    } catch (error) {
      console.error(error);
    }
    this.#place.changed();
  }

  #compare(): ComparisonView {
    const schedule = this.#schedule();
    const left = this.#side("left", schedule);
    const right = this.#side("right", schedule);
    const begun = tasksOf(this.#start.race).filter(({ started }) => started);
    const notes: ComparisonNote[] = [
      ...(begun.length === 0 ? [] : [{ kind: "begun" as const, requests: begun.map(({ id }) => id) }]),
      ...left.notes,
      ...right.notes,
    ];
    return {
      schedule: stringifySchedule(schedule),
      left: viewSide(left, this.#options.left),
      right: viewSide(right, this.#options.right),
      difference: firstDifference(left, right),
      ...(notes.length > 0 && { notes }),
    };
  }

  /** The schedule that was given, or else turn by turn, for as long as either side has something to do. */
  #schedule(): Lane[] {
    const given = parseSchedule(this.#options.schedule ?? "");
    if (this.#options.schedule !== undefined && given.ok) return given.lanes;
    const lanes = [...this.#start.race.lanes.keys()];
    const turns = Array.from({ length: MOST_TURNS }, () => lanes).flat();
    const sides = [this.#side("left", turns), this.#side("right", turns)];
    const count = (lane: Lane) =>
      Math.max(...sides.map(({ order }) => order.filter((other) => other === lane).length));
    const counts = lanes.map(count);
    return Array.from({ length: Math.max(0, ...counts) }, (_, round) =>
      lanes.filter((lane) => (counts[lane] ?? 0) > round),
    ).flat();
  }

  #side(name: "left" | "right", schedule: readonly Lane[]): Side {
    const told: Side["told"] = [];
    const run = startSchedule(schedule);
    const race = copy(this.#start.race, worldCatalogue());
    const emit = (event: NewEvent) => {
      const time = race.now - this.#place.holdings.seen.openedAt;
      const numbered = { seq: told.length + 1, time, ...event };
      if (told.length < EVENTS_KEPT) told.push({ event: numbered, operation: Math.max(0, run.place - 1) });
    };
    const { pages, library } = this.#place;
    const arena = createArena({ pages, library, emit });
    const left = this.#beginAnew(race, { ...race.server.configuration, ...this.#options[name] }, emit);
    const start = { ...this.#start, race: arena.copy(race), origin: null, begun: [] };
    const factsOf = factsFrom(start, { pages, library });
    arena.prepare(race);
    const order: Lane[] = [];
    for (let lane = nextLane(run, arena, race); lane !== null; lane = nextLane(run, arena, race)) {
      arena.move(race, lane);
      order.push(lane);
    }
    const outcome: RaceOutcome = arena.outcome(race);
    return {
      configuration: race.server.configuration,
      told,
      order,
      postponed: run.postponed,
      outcome: viewOutcome(outcome, { ...factsOf(outcome), schedule: order }),
      notes: left.map((each) => ({ kind: "left-behind", side: name, ...each })),
    };
  }

  /** The requests arrive in `race` under another configuration, in the order of lanes. */
  #beginAnew(race: RaceWorld, configuration: Configuration, emit: (event: NewEvent) => void) {
    const { pages, library } = this.#place;
    const tasks = tasksOf(race);
    race.server.tasks = [];
    race.lanes = [];
    const left = reconfigure(race.server, configuration, raceEnvironment(race, { pages, library }));
    const ended = new Set(configuration.server === "cgi" ? tasks.map(({ process }) => process) : []);
    race.server.processes = race.server.processes.filter(({ id }) => !ended.has(id));
    const env = raceEnvironment(race, { pages, library, emit });
    for (const { id, request, site, random } of tasks) {
      const task = admit(race, request, env);
      Object.assign(task, { site, random });
      for (const event of this.#start.story)
        if (event.request === id && cookieEvents.has(event.kind))
          emit({ ...event, process: task.process, thread: task.thread });
    }
    return left;
  }
}

const cookieEvents: ReadonlySet<NewEvent["kind"]> = new Set<NewEvent["kind"]>([
  "cookie-sent",
  "cookie-withheld",
]);

/** In the order of lanes. */
function tasksOf(race: RaceWorld): Task[] {
  return race.lanes.map((request) => taskOf(race, request)).filter((task) => task !== undefined);
}

function viewSide(
  { configuration, told, postponed, outcome }: Side,
  changes: Partial<Configuration>,
): ComparedView {
  return { changes, configuration, events: told.map(({ event }) => event), postponed, outcome };
}

// The first difference

/**
 * The first place, in the order of the schedule, where the two sides say something different of the same request. Each request
 * is looked at by itself: that another one came in between is no difference until it shows.
 */
function firstDifference(left: Side, right: Side): ComparisonView["difference"] {
  const requests = new Set([...left.told, ...right.told].map(({ event }) => event.request));
  const differences = [...requests].flatMap((request) => {
    const ours = left.told.filter(({ event }) => event.request === request && isTelling(event));
    const theirs = right.told.filter(({ event }) => event.request === request && isTelling(event));
    const at = ours.findIndex(({ event }, place) => !saysTheSame(event, theirs[place]?.event));
    const place = at >= 0 ? at : ours.length;
    const [one, other] = [ours[place], theirs[place]];
    if (one === undefined && other === undefined) return [];
    const operation = Math.min(one?.operation ?? Infinity, other?.operation ?? Infinity);
    return [{ left: one?.event ?? null, right: other?.event ?? null, operation }];
  });
  return differences.toSorted((a, b) => a.operation - b.operation)[0] ?? null;
}

/** Loading, saving and locking are how a configuration works; what comes of it is what tells. */
const untold: ReadonlySet<TraceEvent["kind"]> = new Set<TraceEvent["kind"]>([
  "request",
  "cookie-sent",
  "cookie-withheld",
  "session-loaded",
  "session-saved",
  "session-locked",
  "session-unlocked",
  "log",
]);

function isTelling({ kind }: TraceEvent): boolean {
  return !untold.has(kind);
}

function saysTheSame(one: TraceEvent, other: TraceEvent | undefined): boolean {
  return other !== undefined && said(one) === said(other);
}

/** An event without what must differ. */
function said(event: TraceEvent): string {
  const { seq: _seq, time: _time, process: _process, thread: _thread, ...rest } = event;
  return JSON.stringify("storage" in rest ? { ...rest, storage: null } : rest);
}
