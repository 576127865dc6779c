/**
 * How many orders lead to each outcome, exactly: as many orders come to a node as to all nodes before it together.
 *
 * Read forwards, a number per node is enough, however many outcomes there are. In a graph that is not wholly known yet the
 * numbers are those of the orders that are known to their ends, which are never too many.
 */
import { type OrderGraph, type OutcomeIndex, ROOT } from "./order-graph.ts";

/** Orders per outcome. `nodes` are all nodes of `graph`, each after all that lead to it. */
export function countOrders(graph: OrderGraph, nodes: Iterable<number>): Map<OutcomeIndex, bigint> {
  const arriving = new Array<bigint>(graph.size).fill(0n);
  arriving[ROOT] = 1n;
  for (const node of nodes) {
    const orders = arriving[node] ?? 0n;
    for (let lane = 0; lane < graph.lanes; lane++) {
      const behind = graph.behind(node, lane);
      if (behind !== undefined) arriving[behind] = (arriving[behind] ?? 0n) + orders;
    }
  }
  const counts = new Map<OutcomeIndex, bigint>();
  for (const [node, outcome] of graph.ends())
    counts.set(outcome, (counts.get(outcome) ?? 0n) + (arriving[node] ?? 0n));
  return counts;
}
