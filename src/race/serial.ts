/**
 * The judge: does an outcome agree with some serial order, where each lane runs from its beginning to its end?
 *
 * A lane that was refused has not happened, so its outcome is looked for among the serial orders of the others. A lane that gets
 * stuck lets others go on, and is resumed when it can be; an outcome with lanes that stay stuck is never serial.
 *
 * Serial orders are explored like all others, over an arena whose moves run a lane as far as it can go. Each set of refused lanes
 * needs an exploration of its own, made when it is first asked for.
 */
import type { Arena, Lane, Outcome } from "./arena.ts";
import { createExploration, type Exploration, type ExploreOptions } from "./explore.ts";

/** A judge of races from `world`, which it takes over. It tries nothing until `run`. */
export function createSerialJudge<World, Result extends Outcome>(
  arena: Arena<World, Result>,
  world: World,
  options: ExploreOptions = {},
): SerialJudge<World, Result> {
  return new SerialJudge(arena, world, options);
}

/** Made by `createSerialJudge`. */
export class SerialJudge<World, Result extends Outcome> {
  readonly #arena: Arena<World, Result>;
  readonly #world: World;
  readonly #options: ExploreOptions;
  /** Explorations of serial orders, by the lanes that are left out. */
  readonly #trials = new Map<string, Trial<World, Result>>();

  constructor(arena: Arena<World, Result>, world: World, options: ExploreOptions) {
    this.#arena = arena;
    this.#world = world;
    this.#options = options;
    this.ask([]);
  }

  /** From now on `run` also tries the serial orders without these lanes. */
  ask(refused: readonly Lane[]): void {
    this.#trialOf(refused);
  }

  /** Tries on for about so many runs of a lane, and comes back. */
  run(runs: number): void {
    for (const { exploration } of this.#trials.values()) {
      if (exploration.state !== "running") continue;
      exploration.run(runs);
      return;
    }
  }

  /** All serial orders that were asked for have been tried. */
  get isReady(): boolean {
    return Array.from(this.#trials.values()).every(({ exploration }) => exploration.state !== "running");
  }

  /** A limit ended an exploration of serial orders: what is not known to be serial may be so. */
  get isLimited(): boolean {
    return Array.from(this.#trials.values()).some(({ exploration }) => exploration.state === "limited");
  }

  /** Some serial order ends like `result`. Tries first what has not been tried yet. */
  isSerial(result: Result): boolean {
    if (result.stuck.length > 0) return false;
    const serial = this.outcomesFor(result.refused);
    return result.refused.length === 0
      ? serial.some(({ key }) => key === result.key)
      : serial.some(({ effect }) => effect === result.effect);
  }

  /** How serial orders without the lanes `refused` end, none of them stuck. Tries first what has not been tried yet. */
  outcomesFor(refused: readonly Lane[]): Result[] {
    const trial = this.#trialOf(refused);
    trial.exploration.run(Number.POSITIVE_INFINITY);
    trial.outcomes ??= trial.exploration
      .report()
      .outcomes.map(({ outcome }) => outcome)
      .filter(({ stuck }) => stuck.length === 0);
    return trial.outcomes;
  }

  #trialOf(refused: readonly Lane[]): Trial<World, Result> {
    const key = refused.toSorted().join();
    const known = this.#trials.get(key);
    if (known !== undefined) return known;
    const trial = { exploration: this.#begin(refused), outcomes: null };
    this.#trials.set(key, trial);
    return trial;
  }

  #begin(refused: readonly Lane[]): Exploration<SerialWorld<World>, Result> {
    const world = this.#arena.copy(this.#world);
    if (refused.length > 0) this.#arena.withdraw(world, refused);
    return createExploration(createSerialArena(this.#arena), { world, begun: [] }, this.#options);
  }
}

interface Trial<World, Result extends Outcome> {
  exploration: Exploration<SerialWorld<World>, Result>;
  /** Read off when all was tried. */
  outcomes: Result[] | null;
}

interface SerialWorld<World> {
  world: World;
  /** Lanes that were begun and got stuck, ascending. */
  begun: readonly Lane[];
}

/** `arena`, where a lane that is moved runs until it is over or stuck, and those that were stuck come before new ones. */
function createSerialArena<World, Result extends Outcome>(
  arena: Arena<World, Result>,
): Arena<SerialWorld<World>, Result> {
  return {
    movable({ world, begun }) {
      const movable = arena.movable(world);
      const resumed = begun.filter((lane) => movable.includes(lane));
      return resumed.length > 0 ? resumed : movable;
    },
    unfinished: ({ world }) => arena.unfinished(world),
    move(serial, lane) {
      do arena.move(serial.world, lane);
      while (arena.movable(serial.world).includes(lane));
      serial.begun = arena
        .unfinished(serial.world)
        .filter((other) => other === lane || serial.begun.includes(other));
    },
    copy: ({ world, begun }) => ({ world: arena.copy(world), begun }),
    fingerprint: ({ world, begun }) => `${arena.fingerprint(world)} ${begun.join()}`,
    outcome: ({ world }) => arena.outcome(world),
    withdraw: ({ world }, lanes) => arena.withdraw(world, lanes),
  };
}
