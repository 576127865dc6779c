/**
 * Every order, one by one: what the explorer must agree with. Nothing is merged, nothing is spared, and no code is shared with it.
 */
import type { Arena, Lane, Outcome } from "../../src/race/index.ts";

/** How many orders lead to each outcome, by key. Throws when there are more than `most`. */
export function enumerate<World, Result extends Outcome>(
  arena: Arena<World, Result>,
  start: World,
  most: number,
): Map<string, { orders: number; outcome: Result }> {
  const found = new Map<string, { orders: number; outcome: Result }>();
  let left = most;
  const goOn = (world: World): void => {
    const movable = arena.movable(world);
    if (movable.length === 0) {
      if (left-- === 0) throw new Error(`Failed to try every order: there are more than ${most}.`);
      const outcome = arena.outcome(world);
      const known = found.get(outcome.key);
      found.set(outcome.key, { orders: (known?.orders ?? 0) + 1, outcome });
    }
    for (const [at, lane] of movable.entries()) {
      const next = at + 1 < movable.length ? arena.copy(world) : world;
      arena.move(next, lane);
      goOn(next);
    }
  };
  goOn(arena.copy(start));
  return found;
}

/** The effects of all serial orders of the lanes that are left when `absent` are taken away; an order that gets stuck has none. */
export function serialEffects<World, Result extends Outcome>(
  arena: Arena<World, Result>,
  start: World,
  absent: readonly Lane[],
): Set<string> {
  const effects = new Set<string>();
  const goOn = (world: World): void => {
    if (arena.unfinished(world).length === 0) effects.add(arena.outcome(world).effect);
    for (const lane of arena.movable(world)) {
      const next = arena.copy(world);
      while (arena.movable(next).includes(lane)) arena.move(next, lane);
      if (!arena.unfinished(next).includes(lane)) goOn(next);
    }
  };
  const others = arena.copy(start);
  arena.withdraw(others, absent);
  goOn(others);
  return effects;
}
