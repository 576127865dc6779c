/**
 * Orders by chance: at each step one of the lanes that can be moved, all alike. For intuition; how often an outcome comes up this way
 * is not its share of all orders, because an order with fewer choices on its way is more likely.
 */
import type { Arena, Lane, Outcome } from "./arena.ts";
import { type ExplorationReport, type ExplorationState, type FoundOutcome, rankOutcomes } from "./report.ts";

interface RandomOrdersOptions {
  /** How many orders to run. */
  count: number;
  /** From 0 up to, but not including, 1. */
  random: () => number;
}

/** So many orders by chance from `world`, which it takes over. Nothing is moved until `run`. */
export function createRandomOrders<World, Result extends Outcome>(
  arena: Arena<World, Result>,
  world: World,
  options: RandomOrdersOptions,
): RandomOrders<World, Result> {
  return new RandomOrders(arena, world, options);
}

/** Made by `createRandomOrders`. */
export class RandomOrders<World, Result extends Outcome> {
  /** Whether there is more to `run`. Never `limited`. */
  state: ExplorationState = "running";
  readonly #arena: Arena<World, Result>;
  readonly #world: World;
  readonly #options: RandomOrdersOptions;
  readonly #found = new Map<string, FoundOutcome<Result>>();
  #orders = 0;
  #moves = 0;

  constructor(arena: Arena<World, Result>, world: World, options: RandomOrdersOptions) {
    this.#arena = arena;
    this.#world = world;
    this.#options = options;
    this.run(0);
  }

  /** Runs so many more orders, and comes back. */
  run(orders: number): void {
    if (this.state !== "running") return;
    const enough = Math.min(this.#options.count, this.#orders + orders);
    while (this.#orders < enough) this.#runOne();
    if (enough === this.#options.count) this.state = "complete";
  }

  /** Ends it where it is. */
  stop(): void {
    if (this.state === "running") this.state = "stopped";
  }

  /**
   * What came out so far. `orders` counts those that were run, an outcome's `schedule` is the first that led there, and worlds
   * are not compared: `states` are moves.
   */
  report(): ExplorationReport<Result> {
    return {
      state: this.state,
      orders: BigInt(this.#orders),
      states: this.#moves,
      moves: this.#moves,
      spared: 0,
      outcomes: rankOutcomes(Array.from(this.#found.values(), (found) => ({ ...found }))),
    };
  }

  #runOne(): void {
    const world = this.#arena.copy(this.#world);
    const schedule = this.#runByChance(world);
    const outcome = this.#arena.outcome(world);
    const found = this.#found.get(outcome.key);
    if (found === undefined) this.#found.set(outcome.key, { outcome, orders: 1n, schedule });
    else found.orders += 1n;
    this.#orders++;
    this.#moves += schedule.length;
  }

  #runByChance(world: World): Lane[] {
    const schedule: Lane[] = [];
    for (;;) {
      const movable = this.#arena.movable(world);
      const lane = movable[Math.floor(this.#options.random() * movable.length)];
      if (lane === undefined) return schedule;
      this.#arena.move(world, lane);
      schedule.push(lane);
    }
  }
}
