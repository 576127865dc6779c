import { expect, test } from "vitest";
import { explore } from "./explore.ts";
import { createSerialJudge } from "./serial.ts";
import { createToy, type Program } from "./toy-arena.ts";

/** Each outcome of `program`, as its first cell, lanes refused and lanes stuck, with the judgement. */
function judge(program: Program): string[] {
  const { arena, world } = createToy(program);
  const serial = createSerialJudge(arena, arena.copy(world));
  return explore(arena, world)
    .outcomes.map((found) => found.outcome)
    .map((outcome) => {
      const marks = `${outcome.refused.map((lane) => ` refused ${lane}`)}${outcome.stuck.length > 0 ? " stuck" : ""}`;
      return `${outcome.cells[0]}${marks}: ${serial.isSerial(outcome) ? "serial" : "not serial"}`;
    })
    .toSorted();
}

test("a lost update agrees with no serial order", () => {
  const adding = ["r0", "w0"];
  expect(judge([adding, adding])).toEqual(["1: not serial", "2: serial"]);
});

test("under a lock every order agrees with a serial one", () => {
  const locking = ["l0", "r0", "w0", "u0"];
  expect(judge([locking, locking, locking])).toEqual(["3: serial"]);
});

test("orders that end differently may all be serial", () => {
  // The second lane leaves out its own addition when it comes after the first.
  expect(judge([["+0"], ["?0", "+1"]])).toEqual(["1: serial", "1: serial"]);
  expect(judge([["+0"], ["?0", "+0"]])).toEqual(["1: serial", "2: serial"]);
});

test("a lane that was refused has not happened: the others are compared", () => {
  const saving = ["v0", "s0"];
  expect(judge([saving, saving])).toEqual(["1 refused 0: serial", "1 refused 1: serial", "2: serial"]);
});

test("a refusal does not excuse what the others have lost", () => {
  const adding = ["r0", "w0"];
  const judged = judge([adding, adding, ["v0", "s0"]]);
  expect(judged).toContain("1 refused 2: not serial");
  expect(judged).toContain("2 refused 2: serial");
});

test("a deadlock is never serial", () => {
  const crosswise = [
    ["l0", "l1", "+0", "u1", "u0"],
    ["l1", "l0", "+0", "u0", "u1"],
  ];
  expect(judge(crosswise)).toEqual(["0 stuck: not serial", "2: serial"]);
});

test("a lane that waits for itself is not serial either, though every serial order ends so", () => {
  expect(judge([["l0", "l0"], ["+0"]])).toEqual(["1 stuck: not serial"]);
});

test("a lane that waits for another lets it go first, and is resumed", () => {
  // A lock that the second lane opens is taken from the beginning: the first lane cannot begin before the second is over.
  const { arena, world } = createToy([
    ["+1", "l0", "+0"],
    ["+0", "u0", "+0"],
  ]);
  world.locks[0] = 1;
  const serial = createSerialJudge(arena, world);
  expect(serial.outcomesFor([]).map(({ cells }) => cells.slice(0, 2))).toEqual([[3, 1]]);
});

test("of several lanes that had to wait any may be resumed first, and before another begins", () => {
  // The third lane has locks 0 and 1 and waits until the first two have begun. Only after it does the fourth add.
  const { arena, world } = createToy([
    ["u2", "l0", "+0", "+0"],
    ["u3", "l1", "r0", "w1"],
    ["l2", "l3", "+2", "u0", "u1"],
    ["?2", "+0"],
  ]);
  world.locks.fill(2, 0, 4);
  world.cells[2] = 1;
  const serial = createSerialJudge(arena, world);
  const ends = serial.outcomesFor([]).map(({ cells }) => cells.slice(0, 2).join());
  // The second lane reads 0 or 2, never the 1 or 3 of a fourth lane that came between.
  expect(ends.toSorted()).toEqual(["2,1", "2,3", "3,1", "3,3"]);
});

test("serial orders can be tried bit by bit", () => {
  const { arena, world } = createToy([["r0", "w0"], ["r0", "w0"], ["+0"]]);
  const serial = createSerialJudge(arena, world);
  serial.ask([2]);
  let rounds = 0;
  while (!serial.isReady) {
    serial.run(1);
    rounds++;
  }
  expect(rounds).toBeGreaterThan(3);
  expect(serial.outcomesFor([]).map(({ cells }) => cells[0])).toEqual([3]);
  expect(serial.outcomesFor([2]).map(({ cells }) => cells[0])).toEqual([2]);
  expect(serial.isReady).toBe(true);
});

test("outcomes without lanes that were refused are the same in whichever order these are named", () => {
  const { arena, world } = createToy([["+0"], ["+0"], ["+0"]]);
  const serial = createSerialJudge(arena, world);
  expect(serial.outcomesFor([2, 0])).toBe(serial.outcomesFor([0, 2]));
});

test("a limit that ends the serial orders is told", () => {
  const { arena, world } = createToy([["r0", "w1"], ["r1", "w0"], ["+0"]]);
  const serial = createSerialJudge(arena, world, { states: 4 });
  expect(serial.isLimited).toBe(false);
  while (!serial.isReady) serial.run(10);
  expect(serial.isLimited).toBe(true);
});
