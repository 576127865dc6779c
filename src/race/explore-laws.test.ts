/**
 * Laws: on small programs made by chance, the explorer knows what trying all orders one by one does.
 *
 * The other side merges no worlds, exchanges no moves, and compares whole schedules as text.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Arena } from "./arena.ts";
import { createExploration, explore } from "./explore.ts";
import { runSchedule, stringifySchedule } from "./schedule.ts";
import { createSerialJudge } from "./serial.ts";
import { createToy, type Program, type ToyOutcome, type ToyWorld } from "./toy-arena.ts";

const RUNS = 400;

const operation = fc
  .tuple(fc.constantFrom("r", "w", "+", "l", "u", "?", "v", "s"), fc.constantFrom("0", "1"))
  .map((parts) => parts.join(""));

const program: fc.Arbitrary<Program> = fc.oneof(
  fc.array(fc.array(operation, { maxLength: 5 }), { minLength: 2, maxLength: 2 }),
  fc.array(fc.array(operation, { maxLength: 3 }), { minLength: 3, maxLength: 3 }),
);

interface Tried {
  worlds: Set<string>;
  /** How many orders lead to an outcome, and the shortest of them. */
  outcomes: Map<string, { orders: bigint; schedule: string }>;
}

/** Tries every order from `world`. */
function tryAll(
  arena: Arena<ToyWorld, ToyOutcome>,
  world: ToyWorld,
  letters = "",
  tried: Tried = { worlds: new Set(), outcomes: new Map() },
): Tried {
  tried.worlds.add(arena.fingerprint(world));
  const movable = arena.movable(world);
  if (movable.length === 0) note(tried, arena.outcome(world).key, letters);
  for (const lane of movable) {
    const after = arena.copy(world);
    arena.move(after, lane);
    tryAll(arena, after, letters + stringifySchedule([lane]), tried);
  }
  return tried;
}

function note({ outcomes }: Tried, key: string, letters: string): void {
  const known = outcomes.get(key) ?? { orders: 0n, schedule: letters };
  const schedule = sizeOf(letters) < sizeOf(known.schedule) ? letters : known.schedule;
  outcomes.set(key, { orders: known.orders + 1n, schedule });
}

/** Text that sorts schedules: how many moves, how many stretches of one lane, the letters. */
function sizeOf(letters: string): string {
  const stretches = letters.replace(/(.)(?=\1)/g, "").length;
  return [letters.length, stretches, letters].map((part) => String(part).padStart(2)).join(" ");
}

/** The ends of all serial orders: every order of lanes, each run as far as it goes. For programs without locks. */
function trySerial(arena: Arena<ToyWorld, ToyOutcome>, world: ToyWorld): Set<string> {
  const left = arena.unfinished(world);
  if (left.length === 0) return new Set([arena.outcome(world).key]);
  const ends = left.map((lane) => {
    const after = arena.copy(world);
    while (arena.movable(after).includes(lane)) arena.move(after, lane);
    return trySerial(arena, after);
  });
  return new Set(ends.flatMap((keys) => [...keys]));
}

test("outcomes, orders, worlds and shortest schedules are those of all orders tried one by one", () => {
  fc.assert(
    fc.property(program, (lanes) => {
      const { arena, world } = createToy(lanes);
      const tried = tryAll(arena, world);
      const report = explore(arena, world);
      const found = report.outcomes.map(({ outcome, orders, schedule }) => [
        outcome.key,
        { orders, schedule: stringifySchedule(schedule) },
      ]);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(tried.outcomes));
      expect(report.states).toBe(tried.worlds.size);
      expect(report.state).toBe("complete");
    }),
    { numRuns: RUNS },
  );
});

test("knowing what commutes changes nothing but the work", () => {
  fc.assert(
    fc.property(program, (lanes) => {
      const [{ arena, world }, plain] = [createToy(lanes), createToy(lanes, { commuting: false })];
      const { moves, spared, ...report } = explore(arena, world);
      const { moves: allMoves, spared: none, ...plainReport } = explore(plain.arena, plain.world);
      expect(report).toEqual(plainReport);
      expect([moves + spared, none]).toEqual([allMoves, 0]);
    }),
    { numRuns: RUNS },
  );
});

test("what is known after any number of moves is true, and every schedule leads where it says", () => {
  fc.assert(
    fc.property(program, fc.nat(60), fc.boolean(), (lanes, moves, isStopped) => {
      const { arena, world } = createToy(lanes);
      const { outcomes } = tryAll(arena, world);
      const exploration = createExploration(arena, arena.copy(world));
      exploration.run(moves);
      if (isStopped) exploration.stop();
      for (const { outcome, orders, schedule } of exploration.report().outcomes) {
        expect(orders > 0n && orders <= (outcomes.get(outcome.key)?.orders ?? 0n)).toBe(true);
        const end = arena.copy(world);
        expect(runSchedule(arena, end, schedule).postponed).toEqual([]);
        expect(arena.outcome(end).key).toBe(outcome.key);
      }
    }),
    { numRuns: RUNS },
  );
});

test("a limit of worlds is kept to, and what is known is true", () => {
  fc.assert(
    fc.property(program, fc.nat(40), (lanes, states) => {
      const { arena, world } = createToy(lanes);
      const { outcomes, worlds } = tryAll(arena, world);
      const report = explore(arena, world, { states });
      expect(report.state).toBe(worlds.size <= states ? "complete" : "limited");
      expect(report.states).toBe(Math.min(states, worlds.size));
      for (const { outcome, orders } of report.outcomes)
        expect(orders <= (outcomes.get(outcome.key)?.orders ?? 0n)).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

test("the serial judge knows the ends of all orders of whole lanes", () => {
  const withoutLocks = program.map((lanes) =>
    lanes.map((each) => each.filter((text) => !text.startsWith("l"))),
  );
  fc.assert(
    fc.property(withoutLocks, fc.subarray([0, 1]), (lanes, refused) => {
      const { arena, world } = createToy(lanes);
      const judge = createSerialJudge(arena, arena.copy(world));
      arena.withdraw(world, refused);
      const keys = judge.outcomesFor(refused).map(({ key }) => key);
      expect(new Set(keys)).toEqual(trySerial(arena, world));
    }),
    { numRuns: RUNS },
  );
});
