/**
 * What a race is run on: anything with lanes that can be moved and a world that can be copied.
 *
 * The room knows nothing of servers. An arena for the simulated server is in `worker/race/`, one for counters in the tests.
 */

/** One of those who race: its place among them, from 0. `A` in a schedule is lane 0. */
export type Lane = number;

export interface Arena<World, Result extends Outcome> {
  /** The lanes that may be moved now, ascending. */
  movable(world: World): readonly Lane[];
  /** The lanes that are not at their end, ascending. All of them stuck is a deadlock. */
  unfinished(world: World): readonly Lane[];
  /** Carries out the next visible operation of `lane` and goes on to where the one after it would begin. Changes `world`. */
  move(world: World, lane: Lane): void;
  copy(world: World): World;
  /** Worlds with the same fingerprint have the same future. */
  fingerprint(world: World): string;
  /** What came out, when nothing can move any more. */
  outcome(world: World): Result;
  /** Takes lanes out of the race, as if they had never come. Changes `world`. */
  withdraw(world: World, lanes: readonly Lane[]): void;
  /**
   * True only if the next moves of `first` and `second` can be exchanged: both orders lead to the same world, neither hinders the
   * other, and each stays the move that it was. Absent: never known.
   */
  commute?(world: World, first: Lane, second: Lane): boolean;
}

/** What an arena must say of how a race ended. */
export interface Outcome {
  /** Equal outcomes have equal keys. */
  key: string;
  /** Lanes that were refused and have changed nothing: a serial order is looked for among the others. */
  refused: readonly Lane[];
  /** The key without what the refused lanes were told. */
  effect: string;
  /** The lanes that wait for each other; empty when all have come to their end. */
  stuck: readonly Lane[];
}
