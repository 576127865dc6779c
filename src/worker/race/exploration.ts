/**
 * An exploration as a page sees it: every order of the requests, or some by chance, walked in slices on a copy of the world.
 *
 *     modules ─▶ orders, slice by slice ─▶ serial orders ─▶ verdicts
 *
 * It tells of the moment at which it began: what the learner changes meanwhile does not touch it. Only a reset of the site ends it.
 */
import type { ExplorationView, OutcomeView } from "../../protocol/index.ts";
import {
  createExploration,
  createRandomOrders,
  type ExplorationReport,
  type FoundOutcome,
} from "../../race/index.ts";
import { createRandom, nextRandom, type Site } from "../../server/index.ts";
import { breathe } from "../turns.ts";
import { createArena, type RaceArena } from "./arena.ts";
import type { ExplorationLimits, LabPlace } from "./lab-place.ts";
import { type OutcomeFacts, type RaceOutcome, viewOutcome } from "./outcome.ts";
import type { RaceStart } from "./race-requests.ts";
import { taskOf } from "./race-surroundings.ts";
import type { RaceWorld } from "./race-world.ts";
import { createJudge, type Judge, verdictOf } from "./verdicts.ts";
import { bringModules } from "./wanted-modules.ts";

const defaultLimits: ExplorationLimits = {
  states: 100_000,
  seconds: 60,
  characters: 50_000_000,
};

/** Milliseconds of work between two breaths, and between two reports. */
const SLICE = 10;
const TOLD_EVERY = 100;
/** So many outcomes are shown. */
const OUTCOMES_SHOWN = 50;
/** Characters of all their pages together: they go out with every state. */
const TEXT_SHOWN = 200_000;

/** Something that finds outcomes: every order, or orders by chance. */
interface Search {
  readonly state: ExplorationReport<RaceOutcome>["state"];
  run(moves: number): void;
  stop(): void;
  report(): ExplorationReport<RaceOutcome>;
}

/** Orders by chance, instead of all. */
export interface RandomOrders {
  count: number;
  seed: number;
}

export class LabExploration {
  /** What was told last. */
  view: ExplorationView;
  /** Its outcomes, in the same order. */
  shown: FoundOutcome<RaceOutcome>[] = [];
  /** Resolves when it is over. Never rejects. */
  readonly work: Promise<void>;
  /** Where every order begins. Nobody changes it. */
  readonly #start: RaceStart;
  readonly #place: LabPlace;
  readonly #arena: RaceArena;
  readonly #random: RandomOrders | undefined;
  readonly #limits: ExplorationLimits;
  /** What is known of all outcomes, and who judged them. */
  #report: ExplorationReport<RaceOutcome> | null = null;
  #judge: Judge | null = null;
  #isStopped = false;
  #told = 0;
  /** Milliseconds that the last report took. */
  #cost = 0;

  constructor(start: RaceStart, place: LabPlace, random?: RandomOrders) {
    this.#start = start;
    this.#place = place;
    this.#arena = createArena({ pages: place.pages, library: place.library });
    this.#random = random;
    this.#limits = { ...defaultLimits, ...place.limits };
    this.view = {
      state: "running",
      ...(random !== undefined && { random }),
      requests: requestsOf(start.race),
      server: start.race.server.configuration.server,
      orders: "0",
      states: 0,
      outcomes: [],
      judged: false,
    };
    this.work = this.#run();
  }

  /** Has this site been explored, as it is? */
  isOf(site: Site): boolean {
    return this.#start.race.server.site === site;
  }

  /** The place where every order begins, to change at will. */
  begin(): RaceStart {
    return { ...this.#start, race: this.#arena.copy(this.#start.race) };
  }

  /** What is known about an outcome; of one that was not found, nothing. */
  factsOf(outcome: RaceOutcome): OutcomeFacts {
    const found = this.#report?.outcomes.find((other) => other.outcome.key === outcome.key);
    const { orders = 0n, schedule = [] } = found ?? {};
    const verdict = this.#judge === null ? unjudged : verdictOf(outcome, this.#judge);
    return { orders, total: this.#report?.orders ?? 0n, schedule, ...verdict };
  }

  async #run(): Promise<void> {
    try {
      const { race, origin } = this.#start;
      const wanted = await bringModules(race, this.#place);
      const problem = wanted ?? (origin && (await bringModules(origin, this.#place)));
      if (problem === null) await this.#explore();
      else this.#giveUp(problem);
    } catch (error) {
      console.error(error);
      this.#giveUp(error instanceof Error ? error.message : String(error));
    }
  }

  /** Ends it where it is; what is known stays. */
  stop(): void {
    this.#isStopped = true;
  }

  async #explore(): Promise<void> {
    const arena = this.#arena;
    const root = arena.copy(this.#start.race);
    arena.prepare(root);
    const judge = createJudge(arena, this.#start, this.#limits.states);
    const search = this.#searchFrom(root);
    let deadline = this.#place.now() + this.#limits.seconds * 1000;
    const isInTime = () => this.#place.now() < deadline;
    let limit: ExplorationView["limit"];
    while (search.state === "running" && !this.#isStopped && limit === undefined) {
      this.#work(() => search.state === "running" && search.run(1));
      if (this.#progress(search) > this.#limits.characters) limit = "memory";
      else if (!isInTime()) limit = "seconds";
      await breathe();
    }
    const end =
      search.state === "running" && limit !== undefined ? { state: "limited" as const, limit } : null;
    search.stop();
    const report = search.report();

    // What is known is judged, also when it is not all.
    for (const { outcome } of report.outcomes) judge.ask(outcome.refused);
    deadline = this.#place.now() + (this.#isStopped ? 1 : this.#limits.seconds) * 1000;
    while (!judge.isReady && isInTime()) {
      this.#work(() => !judge.isReady && judge.run(1));
      await breathe();
    }
    this.#show(report, end ?? endOf(report), judge.isReady && !judge.isLimited ? judge : null);
  }

  #searchFrom(race: RaceWorld): Search {
    if (this.#random === undefined)
      return createExploration(this.#arena, race, { states: this.#limits.states });
    const { count, seed } = this.#random;
    const chance = createRandom([seed, 2, 3, 4]);
    return createRandomOrders(this.#arena, race, { count, random: () => nextRandom(chance) });
  }

  /** Works for a slice. The clock may stand still in tests, so the number of turns is bounded too. */
  #work(turn: () => unknown): void {
    const end = this.#place.now() + SLICE;
    for (let turns = 0; turns < 100 && turn() !== false && this.#place.now() < end; turns++);
  }

  /**
   * Tells how far it is, unless it was told a moment ago. A report of many worlds takes its time: it is made the more rarely. Gives
   * the characters of all outcomes, where they were counted.
   */
  #progress(search: Search): number {
    const now = this.#place.now();
    if (search.state !== "running" || now - this.#told < Math.max(TOLD_EVERY, 10 * this.#cost)) return 0;
    this.#told = now;
    const report = search.report();
    this.#show(report, { state: "running" }, null);
    this.#cost = this.#place.now() - now;
    return report.outcomes.reduce((sum, { outcome }) => sum + outcome.key.length, 0);
  }

  #show(
    report: ExplorationReport<RaceOutcome>,
    end: Pick<ExplorationView, "state" | "limit">,
    judge: Judge | null,
  ): void {
    const { orders, states, outcomes } = report;
    this.#report = report;
    this.#judge = judge;
    this.shown = shownOf(outcomes, judge);
    const textLimit = TEXT_SHOWN / Math.max(1, this.shown.length * this.view.requests.length);
    this.view = {
      ...this.view,
      ...end,
      orders: String(orders),
      states,
      outcomeCount: outcomes.length,
      outcomes: this.shown.map(({ outcome }) =>
        shorten(viewOutcome(outcome, this.factsOf(outcome)), textLimit),
      ),
      judged: judge !== null,
    };
    this.#place.changed();
  }

  #giveUp(problem: string): void {
    this.view = { ...this.view, state: "stopped", problem };
    this.#place.changed();
  }
}

function endOf({ state }: ExplorationReport<RaceOutcome>): Pick<ExplorationView, "state" | "limit"> {
  return state === "limited" ? { state, limit: "states" } : { state };
}

/** The most frequent ones. One that agrees with no serial order is among them, if there is any: it must not be overlooked. */
function shownOf(outcomes: FoundOutcome<RaceOutcome>[], judge: Judge | null): FoundOutcome<RaceOutcome>[] {
  const shown = outcomes.slice(0, OUTCOMES_SHOWN);
  const isLost = ({ outcome }: FoundOutcome<RaceOutcome>) => judge?.isSerial(outcome) === false;
  if (outcomes.length <= OUTCOMES_SHOWN || shown.some(isLost)) return shown;
  const lost = outcomes.find(isLost);
  return lost === undefined ? shown : [...shown.slice(0, -1), lost];
}

/** `outcome` with at most so much of each page's text. */
function shorten(outcome: OutcomeView, limit: number): OutcomeView {
  const pages = outcome.pages.map((page) =>
    page.text.length > limit ? { ...page, text: `${page.text.slice(0, limit)}…` } : page,
  );
  return { ...outcome, pages };
}

const unjudged = { serial: false, losses: [] };

/** The lanes of a race, for its heading. */
function requestsOf(race: RaceWorld): ExplorationView["requests"] {
  return race.lanes.flatMap((request, at) => {
    const task = taskOf(race, request);
    if (task === undefined) return [];
    const { browser, method, url } = task.request;
    return [{ lane: at + 1, request, browser, method, url }];
  });
}
