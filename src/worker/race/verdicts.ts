/** Verdicts: does some serial order end like an outcome; if not, what is different after the nearest one? */
import type { OutcomeView } from "../../protocol/index.ts";
import { createSerialJudge, type Lane, type SerialJudge } from "../../race/index.ts";
import { createArena, type RaceArena } from "./arena.ts";
import { compareOutcomes, type OutcomeFacts, type RaceOutcome } from "./outcome.ts";
import type { RaceStart } from "./race-requests.ts";
import type { RaceSurroundings } from "./race-surroundings.ts";
import type { RaceWorld } from "./race-world.ts";

export type Judge = SerialJudge<RaceWorld, RaceOutcome>;

/** Serial orders that are tried for an outcome that no exploration has found. */
const FEW_STATES = 2_000;

/**
 * A judge of the race of `start`, of which it takes copies. Where its origin is not known, lanes that have begun run first: an
 * order that began with another would not be serial.
 */
export function createJudge(arena: RaceArena, { race, origin, begun }: RaceStart, states: number): Judge {
  const from = arena.copy(origin ?? race);
  arena.prepare(from);
  if (origin !== null) return createSerialJudge(arena, from, { states });
  const movable = (world: RaceWorld): readonly Lane[] => {
    const all = arena.movable(world);
    const first = all.filter((lane) => begun.includes(lane));
    return first.length > 0 ? first : all;
  };
  return createSerialJudge({ ...arena, movable }, from, { states });
}

/** What `judge` says of `outcome`. */
export function verdictOf(outcome: RaceOutcome, judge: Judge): Pick<OutcomeView, "serial" | "losses"> {
  if (judge.isSerial(outcome)) return { serial: true, losses: [] };
  return { serial: false, losses: compareOutcomes(outcome, judge.outcomesFor(outcome.refused)) };
}

/**
 * The facts about an outcome of the race of `start` where nobody has counted orders. Of very many requests
 * not all serial orders are tried: then it is not said to have lost anything.
 */
export function factsFrom(
  start: RaceStart,
  { pages, library }: RaceSurroundings,
): (outcome: RaceOutcome) => OutcomeFacts {
  let judge: Judge | null = null;
  return (outcome) => {
    judge ??= createJudge(createArena({ pages, library }), start, FEW_STATES);
    const verdict = verdictOf(outcome, judge);
    const known = judge.isLimited ? { serial: true, losses: [] } : verdict;
    return { orders: 0n, total: 0n, schedule: [], ...known };
  };
}
