/**
 * The shortest schedule to each outcome: fewest moves, then fewest changes of lane, then lowest lanes first.
 *
 * A breadth-first walk over arrivals: a node and the lane by which it was come to. Of two ways to the same arrival the better
 * one stays better whatever follows, so one is kept. A layer holds the arrivals after so many moves in the order of their
 * letters; then the ways of the next layer are met in the order of their letters too, and no letters need comparing.
 */
import type { Lane } from "./arena.ts";
import { type OrderGraph, type OutcomeIndex, ROOT } from "./order-graph.ts";

/** The best way to a node by a lane. */
interface Arrival {
  node: number;
  lane: Lane;
  moves: number;
  changes: number;
  before: Arrival | null;
  /** When it was met: within a layer, the order of letters. */
  met: number;
}

/** A schedule for each outcome that `graph` holds. */
export function shortestSchedules(graph: OrderGraph): Map<OutcomeIndex, Lane[]> {
  const best = new Map<OutcomeIndex, Arrival>();
  const wanted = new Set(Array.from(graph.ends(), ([, outcome]) => outcome)).size;
  const walk = new Walk(graph);
  for (let layer = walk.start(); layer.length > 0; layer = walk.nextLayer(layer)) {
    for (const arrival of layer) note(best, graph.outcomeAt(arrival.node), arrival);
    if (best.size === wanted) break;
  }
  return new Map(Array.from(best, ([outcome, arrival]) => [outcome, lanesOf(arrival)]));
}

function note(best: Map<OutcomeIndex, Arrival>, outcome: OutcomeIndex | undefined, arrival: Arrival): void {
  if (outcome === undefined) return;
  const known = best.get(outcome);
  if (known === undefined || (known.moves === arrival.moves && arrival.changes < known.changes))
    best.set(outcome, arrival);
}

function lanesOf(arrival: Arrival): Lane[] {
  const lanes: Lane[] = [];
  for (let at = arrival; at.before !== null; at = at.before) lanes.push(at.lane);
  return lanes.reverse();
}

class Walk {
  readonly #graph: OrderGraph;
  readonly #arrivals = new Map<number, Arrival>();
  #met = 0;

  constructor(graph: OrderGraph) {
    this.#graph = graph;
  }

  start(): Arrival[] {
    return [{ node: ROOT, lane: -1, moves: 0, changes: 0, before: null, met: 0 }];
  }

  nextLayer(layer: readonly Arrival[]): Arrival[] {
    const next: Arrival[] = [];
    for (const before of layer) {
      for (let lane = 0; lane < this.#graph.lanes; lane++) {
        const node = this.#graph.behind(before.node, lane);
        if (node !== undefined) this.#arrive(node, lane, before, next);
      }
    }
    return next.sort((left, right) => left.met - right.met);
  }

  #arrive(node: number, lane: Lane, before: Arrival, next: Arrival[]): void {
    const key = node * this.#graph.lanes + lane;
    const moves = before.moves + 1;
    const changes = before.changes + (before.before !== null && before.lane !== lane ? 1 : 0);
    const known = this.#arrivals.get(key);
    if (known === undefined) {
      const arrival = { node, lane, moves, changes, before, met: this.#met++ };
      this.#arrivals.set(key, arrival);
      next.push(arrival);
    } else if (known.moves === moves && changes < known.changes) {
      Object.assign(known, { changes, before, met: this.#met++ });
    }
  }
}
