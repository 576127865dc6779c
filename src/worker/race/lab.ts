/**
 * The race lab: explorations, random orders, replays and comparisons, all on copies of the world.
 *
 * One of each at a time; a new one takes the place of the old. They live in the worker's memory only. Each tells of the moment
 * at which it began, so nothing that is done to the site touches it; a reset of the site ends them all.
 */

import { copy } from "../../image/index.ts";
import type {
  ExplorationView,
  RaceCommand,
  RaceSource,
  RaceView,
  ReplaySource,
} from "../../protocol/index.ts";
import { parseSchedule } from "../../race/index.ts";
import { worldCatalogue } from "../world.ts";
import { LabComparison } from "./comparison.ts";
import { LabExploration, type RandomOrders } from "./exploration.ts";
import type { LabPlace } from "./lab-place.ts";
import type { RaceStart } from "./race-requests.ts";
import { Replay, type ReplayOptions } from "./replays.ts";
import { noStretch, refuseCount, startOf } from "./sources.ts";
import { setStrangersAside } from "./strangers.ts";
import { factsFrom } from "./verdicts.ts";
import { bringModules, wantedModules } from "./wanted-modules.ts";

/** The commands that are the lab's. */
export type LabCommand = Extract<
  RaceCommand,
  {
    kind:
      | "explore"
      | "random-orders"
      | "stop-exploring"
      | "replay"
      | "replay-move"
      | "replay-next"
      | "replay-back"
      | "close-replay"
      | "compare"
      | "close-compare";
  }
>;

export class RaceLab {
  readonly #place: LabPlace;
  #exploration: LabExploration | null = null;
  #replay: Replay | null = null;
  #comparison: LabComparison | null = null;
  /** A replay that waits for standard modules. */
  #coming: Promise<void> | null = null;

  constructor(place: LabPlace) {
    this.#place = place;
  }

  /** Does what `body` says; gives why not, or null. */
  obey(body: LabCommand): string | null {
    switch (body.kind) {
      case "explore":
        return this.#begin(body.from, (start) => this.#explore(start));
      case "random-orders": {
        const { count, seed = this.#drawSeed() } = body;
        return this.#begin(body.from, (start) => this.#explore(start, { count, seed }));
      }
      case "stop-exploring":
        this.#exploration?.stop();
        return null;
      case "replay":
        return this.#open(body.of);
      case "replay-move":
        return this.#replay?.move(body.request, body.length) ?? this.#needsReplay();
      case "replay-next":
        return this.#replay?.next(body.all) ?? this.#needsReplay();
      case "replay-back":
        return this.#replay?.back() ?? this.#needsReplay();
      case "close-replay":
        this.#coming = null;
        this.#replay = null;
        return null;
      case "compare":
        return this.#begin(body.from, (start) => {
          this.#comparison = new LabComparison(start, this.#place, body);
        });
      case "close-compare":
        this.#comparison = null;
        return null;
    }
  }

  /** What a page shows of it. */
  view(): Pick<RaceView, "exploration" | "replay" | "comparison"> {
    const comparison = this.#comparison?.view ?? null;
    return {
      ...(this.#exploration !== null && { exploration: this.#viewExploration(this.#exploration) }),
      ...(this.#replay !== null && { replay: this.#replay.view() }),
      ...(comparison !== null && { comparison }),
    };
  }

  #viewExploration(exploration: LabExploration): ExplorationView {
    const isOutdated = !exploration.isOf(this.#place.holdings.seen.server.site);
    return isOutdated ? { ...exploration.view, outdated: true } : exploration.view;
  }

  /** The site is another: nothing of the old one is true any more. */
  reset(): void {
    this.#coming = null;
    this.#exploration?.stop();
    this.#exploration = null;
    this.#replay = null;
    this.#comparison = null;
  }

  /** Resolves when nothing is at work any more. */
  async settled(): Promise<void> {
    await Promise.all([this.#exploration?.work, this.#comparison?.work, this.#coming]);
  }

  #needsReplay(): string | null {
    return this.#replay === null
      ? "No replay is open. Open one from an outcome or a recorded stretch."
      : null;
  }

  #drawSeed(): number {
    return (this.#place.seed()[0] ?? 1) >>> 0;
  }

  #begin(from: RaceSource, begin: (start: RaceStart) => void): string | null {
    const found = startOf(from, this.#place);
    if (!found.ok) return found.reason;
    begin(found.start);
    return null;
  }

  #explore(start: RaceStart, random?: RandomOrders): void {
    this.#exploration?.stop();
    this.#exploration = new LabExploration(start, this.#place, random);
  }

  #open(of: ReplaySource): string | null {
    this.#coming = null;
    const options = this.#replayOptions(of);
    if (typeof options === "string") return options;
    if (options !== null) this.#replay = new Replay(this.#place, options);
    return null;
  }

  /** Null: it will be opened in a moment. */
  #replayOptions(of: ReplaySource): ReplayOptions | string | null {
    switch (of.kind) {
      case "outcome":
        return this.#outcomeReplay(of);
      case "stretch":
        return this.#stretchReplay(of);
      case "schedule":
        return this.#bringModules(of) ? null : this.#scheduleReplay(of);
    }
  }

  #outcomeReplay(of: ReplaySource & { kind: "outcome" }): ReplayOptions | string {
    const exploration = this.#exploration;
    const found = exploration?.shown[of.outcome];
    if (exploration === null || found === undefined)
      return "This outcome is no longer known. Explore the orders again.";
    return {
      of,
      start: exploration.begin(),
      plan: { kind: "schedule", schedule: found.schedule },
      factsOf: (outcome) => exploration.factsOf(outcome),
    };
  }

  /** Letters of lanes that the race has not are skipped, as a schedule is followed: see `race/schedule.ts`. */
  #scheduleReplay(of: ReplaySource & { kind: "schedule" }): ReplayOptions | string {
    const schedule = parseSchedule(of.schedule);
    if (!schedule.ok) return schedule.reason;
    const found = startOf(of.from, this.#place);
    if (!found.ok) return found.reason;
    const { start } = found;
    const factsOf = factsFrom({ ...start, race: copy(start.race, worldCatalogue()) }, this.#place);
    return { of, start, plan: { kind: "schedule", schedule: schedule.lanes }, factsOf };
  }

  /** Where standard modules are missing: opens the replay when they have come. Without them its lanes say what they wait for. */
  #bringModules(of: ReplaySource & { kind: "schedule" }): boolean {
    const found = startOf(of.from, this.#place);
    if (!found.ok || wantedModules(found.start.race, this.#place).size === 0) return false;
    const coming = bringModules(found.start.race, this.#place).then(() => {
      if (this.#coming !== coming) return;
      const options = this.#scheduleReplay(of);
      if (typeof options !== "string") this.#replay = new Replay(this.#place, options);
      this.#place.changed();
    });
    this.#coming = coming;
    return true;
  }

  #stretchReplay(of: ReplaySource & { kind: "stretch" }): ReplayOptions | string {
    const stretch = this.#place.stretches().find(({ id }) => id === of.stretch);
    if (stretch === undefined) return noStretch;
    const tooMany = refuseCount(stretch.view.requests.length);
    if (tooMany !== null) return tooMany;
    const start = stretch.begin();
    const all = stretch.everybody();
    setStrangersAside(start.race, all.race);
    return { of, start, plan: { kind: "stretch", stretch }, factsOf: factsFrom(all, this.#place) };
  }
}
