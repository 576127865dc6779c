/**
 * What exploring a race tells: which outcomes there are, how many orders lead to each, and a schedule that does.
 */
import type { Lane, Outcome } from "./arena.ts";
import { compareSchedules } from "./schedule.ts";

/** `limited`: there are more worlds than were allowed. `stopped`: by whoever asked for it. */
export type ExplorationState = "running" | "complete" | "limited" | "stopped";

export interface ExplorationReport<Result extends Outcome> {
  state: ExplorationState;
  /** Exact when complete; else there are so many at least. */
  orders: bigint;
  /** Different worlds met. */
  states: number;
  /** Moves carried out. */
  moves: number;
  /** Moves that were not carried out, because what they lead to was known from a commuting one. */
  spared: number;
  /** Those that most orders lead to first. */
  outcomes: FoundOutcome<Result>[];
}

export interface FoundOutcome<Result extends Outcome> {
  outcome: Result;
  /** How many orders lead to it, exact when complete; else so many at least. */
  orders: bigint;
  /** One of them: when nothing is running any more, the shortest that is known. */
  schedule: Lane[];
}

/** Most orders first, then the shortest schedule. Changes `outcomes`, and returns it. */
export function rankOutcomes<Result extends Outcome>(
  outcomes: FoundOutcome<Result>[],
): FoundOutcome<Result>[] {
  return outcomes.sort((left, right) =>
    left.orders === right.orders
      ? compareSchedules(left.schedule, right.schedule)
      : left.orders < right.orders
        ? 1
        : -1,
  );
}
