/**
 * The graph of a race: a node is a world, an edge is a move of one lane, the root is where the race began. Equal worlds are one
 * node, so every way through the graph from the root to an end is an order, and every order is such a way.
 *
 * Worlds are not kept here, only how they hang together: numbers in a row per node. What is read off the graph (how many orders
 * there are, the shortest schedule of an outcome) is in files of its own.
 */
import type { Lane } from "./arena.ts";

/** A world, by its number. */
export type Node = number;

/** The place of an outcome among those found. */
export type OutcomeIndex = number;

const NONE = -1;

/** The first node that is added is the root. */
export const ROOT: Node = 0;

/** Nodes, edges and which nodes are ends. `lanes` is how many there are. */
export class OrderGraph {
  readonly lanes: number;
  size = 0;
  #behind = new Int32Array(256);
  readonly #outcomes = new Map<Node, OutcomeIndex>();

  constructor(lanes: number) {
    this.lanes = lanes;
  }

  add(): Node {
    const node = this.size++;
    const end = this.size * this.lanes;
    if (end > this.#behind.length) this.#grow(end);
    this.#behind.fill(NONE, node * this.lanes, end);
    return node;
  }

  #grow(end: number): void {
    const larger = new Int32Array(Math.max(end, this.#behind.length * 2));
    larger.set(this.#behind);
    this.#behind = larger;
  }

  /** From now on, moving `lane` in `node` leads to `behind`. */
  link(node: Node, lane: Lane, behind: Node): void {
    this.#behind[node * this.lanes + lane] = behind;
  }

  /** The node that a move leads to; undefined when it is not possible, or not known yet. */
  behind(node: Node, lane: Lane): Node | undefined {
    const behind = this.#behind[node * this.lanes + lane];
    return behind === NONE ? undefined : behind;
  }

  /** From now on `node` is an end, with this outcome. */
  end(node: Node, outcome: OutcomeIndex): void {
    this.#outcomes.set(node, outcome);
  }

  outcomeAt(node: Node): OutcomeIndex | undefined {
    return this.#outcomes.get(node);
  }

  /** All ends. */
  ends(): Iterable<[Node, OutcomeIndex]> {
    return this.#outcomes;
  }
}
