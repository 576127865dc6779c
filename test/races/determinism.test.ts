/**
 * The same requests and the same schedule give the same trace, byte for byte, wherever the world was copied, or written and read back,
 * on the way.
 */
import { expect, test } from "vitest";
import { copy, read, write } from "../../src/image/index.ts";
import { wholeLibrary } from "../../src/python/index.ts";
import { createPageCache, isMovable, type MoveLength, moveTask } from "../../src/server/index.ts";
import type { NewEvent } from "../../src/trace/index.ts";
import { outcomeOf } from "../../src/worker/race/outcome.ts";
import { deliver, type RaceSurroundings, raceEnvironment } from "../../src/worker/race/race-surroundings.ts";
import type { RaceWorld } from "../../src/worker/race/race-world.ts";
import { worldCatalogue } from "../../src/worker/world.ts";
import { createRandom } from "../server/harness.ts";
import { drawProgram } from "./programs.ts";
import { createSite, race, visit } from "./racing.ts";

type Chance = () => number;

const library = wholeLibrary();

/** Makes one move by chance. False when none can be made. */
function moveOne(world: RaceWorld, chance: Chance, surroundings: RaceSurroundings): boolean {
  const movable = world.server.tasks.filter((task) => isMovable(world.server, task));
  const task = movable[Math.floor(chance() * movable.length)];
  const length = lengths[Math.floor(chance() * lengths.length)];
  if (task === undefined || length === undefined) return false;
  const env = raceEnvironment(world, surroundings);
  moveTask(world.server, task, env, chance() < 0.2 ? { length, slice: 3 } : { length });
  if (task.response !== null) deliver(world, task, task.response, env);
  return true;
}

/** Nine short moves for one to the end. */
const lengths: MoveLength[] = [
  ...Array.from({ length: 5 }, () => "step" as const),
  ...Array.from({ length: 4 }, () => "operation" as const),
  "end",
];

/** Runs `start` to its end. `change` gets the world after `at` moves, and gives the one to go on with, in a worker that has no page yet. */
function run(start: RaceWorld, seed: number, at: number, change: (world: RaceWorld) => RaceWorld) {
  const events: NewEvent[] = [];
  const surroundings = {
    pages: createPageCache(),
    library,
    emit: (event: NewEvent) => void events.push(event),
  };
  const chance = createRandom(seed);
  let world = copy(start, worldCatalogue());
  let moves = 0;
  do {
    if (moves++ !== at) continue;
    world = change(world);
    surroundings.pages = createPageCache();
  } while (moveOne(world, chance, surroundings));
  return { moves, trace: JSON.stringify(events), end: outcomeOf(world).key };
}

function writeAndRead(world: RaceWorld): RaceWorld {
  const result = read(write(world, worldCatalogue()), worldCatalogue());
  if (!result.ok) throw new Error(result.reason);
  return result.root as RaceWorld;
}

test.each([1, 2, 3, 4, 5])(
  "1,000 races by chance, 200 of them from seed %s, go the same way again",
  (seed) => {
    const chance = createRandom(seed);
    const kinds = new Set<string>();
    let moves = 0;
    for (let n = 0; n < 200; n++) {
      const program = drawProgram(chance);
      const site = createSite(program.pages, program.configuration);
      visit(site, ...program.before);
      const start = race(site, ...program.visits);
      const schedule = Math.floor(chance() * 2 ** 31);
      const straight = run(start, schedule, -1, (world) => world);
      const at = Math.floor(chance() * straight.moves);
      const where = JSON.stringify({ program, schedule, at }, null, 1);
      expect(
        run(start, schedule, at, (world) => copy(world, worldCatalogue())),
        where,
      ).toEqual(straight);
      expect(run(start, schedule, at, writeAndRead), where).toEqual(straight);
      moves += straight.moves;
      for (const [, kind = ""] of straight.trace.matchAll(/"kind":"([^"]*)"/g)) kinds.add(kind);
    }
    expect(moves).toBeGreaterThan(1_800);
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        "attribute-written",
        "session-saved",
        "session-waiting",
        "lock-waiting",
        "response",
      ]),
    );
  },
);
