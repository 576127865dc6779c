/**
 * The explorer: walks every order of a race by walking the graph of its worlds, depth first.
 *
 *          ·            Worlds with equal fingerprints are one node, so two lanes of 6 moves are not 924 orders
 *        A/ \B          but 49 worlds.
 *        ·   ·
 *        B\ /A          Where the two moves commute, the world below is made once: behind A, then B. The edge
 *          ·            behind B, then A is drawn without carrying anything out.
 *
 * This is what sleep sets do, in the literature, except that the edge that they leave out is kept: orders are counted along it.
 * It is always known by then. When B is tried, everything behind A has been visited, because no world comes twice in an order.
 */
import type { Arena, Lane, Outcome } from "./arena.ts";
import { countOrders } from "./count-orders.ts";
import { type Node, OrderGraph } from "./order-graph.ts";
import { type ExplorationReport, type ExplorationState, rankOutcomes } from "./report.ts";
import { shortestSchedules } from "./shortest-schedules.ts";

/** How many worlds are met at most, unless told otherwise. */
const STATES_LIMIT = 200_000;

export interface ExploreOptions {
  /** How many different worlds may be met. */
  states?: number;
}

/** Explores every order from `world`, which it takes over, to the end or to the limit. */
export function explore<World, Result extends Outcome>(
  arena: Arena<World, Result>,
  world: World,
  options: ExploreOptions = {},
): ExplorationReport<Result> {
  const exploration = createExploration(arena, world, options);
  exploration.run(Number.POSITIVE_INFINITY);
  return exploration.report();
}

/** An exploration of every order from `world`, which it takes over. Nothing is moved until `run`. */
export function createExploration<World, Result extends Outcome>(
  arena: Arena<World, Result>,
  world: World,
  { states = STATES_LIMIT }: ExploreOptions = {},
): Exploration<World, Result> {
  return new Exploration(arena, world, states);
}

/** A world whose moves are being tried. */
interface Visit<World> {
  node: Node;
  /** The lane by which it was found; null for the root. */
  by: Lane | null;
  /** Null once its last move has taken it over. */
  world: World | null;
  /** Lanes whose moves have been followed to all ends, or are being followed. */
  tried: Lane[];
  untried: Lane[];
}

/** How a world is come to: by moving `lane` in the world of `visit`. */
interface Step<World> {
  visit: Visit<World>;
  lane: Lane;
  /** Lanes tried before whose moves there commute with this one. */
  exchangeable: readonly Lane[];
}

/** Made by `createExploration`. */
export class Exploration<World, Result extends Outcome> {
  /** Whether there is more to `run`. */
  state: ExplorationState = "running";
  readonly #arena: Arena<World, Result>;
  readonly #limit: number;
  readonly #graph: OrderGraph;
  /** From the root to where the walk is: a visit for each world on the way. */
  readonly #path: Visit<World>[] = [];
  readonly #onPath = new Set<Node>();
  /** Nodes behind which everything is known, each after those behind it. */
  readonly #finished: Node[] = [];
  readonly #nodes = new Map<string, Node>();
  readonly #outcomes: { outcome: Result; firstSchedule: Lane[] }[] = [];
  readonly #outcomeIndex = new Map<string, number>();
  #moves = 0;
  #spared = 0;

  constructor(arena: Arena<World, Result>, world: World, limit: number) {
    this.#arena = arena;
    this.#limit = limit;
    this.#graph = new OrderGraph(1 + Math.max(-1, ...arena.unfinished(world)));
    this.#arrive(world, null);
  }

  /** Explores on for about so many moves, and comes back. */
  run(moves: number): void {
    const enough = this.#moves + moves;
    while (this.state === "running" && this.#moves < enough) this.#advance();
  }

  /** Ends it where it is. What is known stays known. */
  stop(): void {
    if (this.state === "running") this.#finish("stopped");
  }

  /**
   * What is known so far. While it is running, the schedules are those that were found first; a shorter one may be known by the
   * end. Takes time in proportion to the worlds met.
   */
  report(): ExplorationReport<Result> {
    const counts = countOrders(this.#graph, this.#fromRoot());
    const shortest = this.state === "running" ? null : shortestSchedules(this.#graph);
    const outcomes = this.#outcomes.map(({ outcome, firstSchedule }, index) => ({
      outcome,
      orders: counts.get(index) ?? 0n,
      schedule: shortest?.get(index) ?? firstSchedule,
    }));
    return {
      state: this.state,
      orders: outcomes.reduce((sum, { orders }) => sum + orders, 0n),
      states: this.#graph.size,
      moves: this.#moves,
      spared: this.#spared,
      outcomes: rankOutcomes(outcomes),
    };
  }

  /** All nodes, each after all that lead to it. */
  *#fromRoot(): Iterable<Node> {
    for (const { node } of this.#path) yield node;
    for (let at = this.#finished.length - 1; at >= 0; at--) yield this.#finished[at] ?? 0;
  }

  /** Tries one more move of the world where the walk is, or goes back to the one before. */
  #advance(): void {
    const visit = this.#path.at(-1);
    if (visit === undefined) this.#finish("complete");
    else if (visit.world === null || visit.untried.length === 0) this.#leave(visit);
    else this.#try(visit, visit.world, visit.untried);
  }

  /** The last move takes the world over, the others take a copy. */
  #try(visit: Visit<World>, world: World, untried: Lane[]): void {
    const arena = this.#arena;
    const lane = untried.shift() ?? 0;
    const exchangeable = visit.tried.filter((other) => arena.commute?.(world, other, lane));
    const isLast = untried.length === 0;
    if (isLast) visit.world = null;
    const after = isLast ? world : arena.copy(world);
    arena.move(after, lane);
    this.#moves++;
    visit.tried.push(lane);
    this.#arrive(after, { visit, lane, exchangeable });
  }

  #arrive(world: World, step: Step<World> | null): void {
    const print = this.#arena.fingerprint(world);
    const known = this.#nodes.get(print);
    if (known !== undefined) this.#meet(known, step);
    else if (this.#graph.size >= this.#limit) this.#finish("limited");
    else this.#discover(world, print, step);
  }

  #meet(node: Node, step: Step<World> | null): void {
    if (step === null) return;
    if (this.#onPath.has(node))
      throw new Error(
        `Failed to explore: moving lane ${step.lane} has led back to a world that this order was in before, so it would never end. Make every move change the fingerprint.`,
      );
    this.#graph.link(step.visit.node, step.lane, node);
  }

  #discover(world: World, print: string, step: Step<World> | null): void {
    const node = this.#graph.add();
    this.#nodes.set(print, node);
    if (step !== null) this.#graph.link(step.visit.node, step.lane, node);
    const by = step?.lane ?? null;
    const movable = this.#arena.movable(world);
    if (step !== null) this.#spare(node, movable, step);
    if (movable.length === 0) this.#end(node, world, by);
    else this.#visit(node, world, by, movable);
  }

  /** Draws the edges of `node` that are known: those of moves that commute with the one that led to it. */
  #spare(node: Node, movable: readonly Lane[], { visit, lane, exchangeable }: Step<World>): void {
    for (const other of exchangeable) {
      const behindOther = this.#graph.behind(visit.node, other);
      const behindBoth = behindOther === undefined ? undefined : this.#graph.behind(behindOther, lane);
      if (behindBoth === undefined || !movable.includes(other))
        throw new Error(
          `Failed to exchange the moves of lanes ${other} and ${lane}: one hinders the other. The arena must not say that they commute.`,
        );
      this.#graph.link(node, other, behindBoth);
      this.#spared++;
    }
  }

  #visit(node: Node, world: World, by: Lane | null, movable: readonly Lane[]): void {
    const isKnown = (lane: Lane) => this.#graph.behind(node, lane) !== undefined;
    const untried = movable.filter((lane) => !isKnown(lane));
    this.#path.push({ node, by, world, tried: movable.filter(isKnown), untried });
    this.#onPath.add(node);
  }

  #end(node: Node, world: World, by: Lane | null): void {
    const outcome = this.#arena.outcome(world);
    const index = this.#outcomeIndex.get(outcome.key) ?? this.#outcomes.length;
    if (index === this.#outcomes.length) {
      this.#outcomeIndex.set(outcome.key, index);
      const lanes = [...this.#path.map((visit) => visit.by), by].filter((lane) => lane !== null);
      this.#outcomes.push({ outcome, firstSchedule: lanes });
    }
    this.#graph.end(node, index);
    this.#finished.push(node);
  }

  #leave(visit: Visit<World>): void {
    this.#path.pop();
    this.#onPath.delete(visit.node);
    this.#finished.push(visit.node);
  }

  #finish(state: ExplorationState): void {
    this.state = state;
    this.#nodes.clear();
    for (const visit of this.#path) visit.world = null;
  }
}
