import { expect, test } from "vitest";
import { createExploration, explore } from "./explore.ts";
import { stringifySchedule } from "./schedule.ts";
import { createToy, type Program } from "./toy-arena.ts";

/** Lane i adds to cell i, so often. */
const apart = (lanes: number, operations: number): Program =>
  Array.from({ length: lanes }, (_, lane) => new Array<string>(operations).fill(`+${lane}`));

function exploreToy(program: Program, options: { commuting?: boolean; states?: number } = {}) {
  const { arena, world } = createToy(program, options);
  return explore(arena, world, options);
}

/** `orders schedule: cells` per outcome, the most frequent first. */
function outcomesOf(program: Program): string[] {
  return exploreToy(program).outcomes.map(
    ({ outcome, orders, schedule }) =>
      `${orders} ${stringifySchedule(schedule)}: ${outcome.cells.slice(0, 2)}${outcome.stuck.length > 0 ? " stuck" : ""}`,
  );
}

test("two lanes of 4 have 70 orders, two of 6 have 924, three of 6 have 17,153,136", () => {
  expect(exploreToy(apart(2, 4)).orders).toBe(70n);
  expect(exploreToy(apart(2, 6)).orders).toBe(924n);
  expect(exploreToy(apart(3, 6)).orders).toBe(17_153_136n);
});

test("lanes that disturb each other have as many orders, in more outcomes", () => {
  const adding = ["r0", "w0", "r0", "w0", "r0", "w0"];
  const report = exploreToy([adding, adding, adding]);
  expect(report.orders).toBe(17_153_136n);
  expect(report.outcomes.map(({ outcome }) => outcome.cells[0]).toSorted()).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  expect(report.outcomes.reduce((sum, { orders }) => sum + orders, 0n)).toBe(report.orders);
});

test("orders are counted exactly where numbers no longer are", () => {
  // 40! / 10!⁴
  expect(exploreToy(apart(4, 10)).orders).toBe(4_705_360_871_073_570_227_520n);
});

test("the lost update: 2 of 6 orders keep both, 4 lose one", () => {
  const adding = ["r0", "w0"];
  expect(outcomesOf([adding, adding])).toEqual(["4 ABBA: 1,0", "2 AABB: 2,0"]);
});

test("two locks taken crosswise: the deadlock is an outcome of its own", () => {
  // Both take their first lock before either takes its second: AB or BA. All others run one after the other.
  const outcomes = outcomesOf([
    ["l0", "l1", "+0", "u1", "u0"],
    ["l1", "l0", "+1", "u0", "u1"],
  ]);
  expect(outcomes).toContain("2 AB: 0,0 stuck");
});

test("a race without lanes has one order, of no moves", () => {
  expect(exploreToy([])).toMatchObject({ state: "complete", orders: 1n, states: 1, moves: 0 });
  expect(exploreToy([]).outcomes[0]?.schedule).toEqual([]);
});

test("independent lanes of 6 are 343 worlds, each made once", () => {
  expect(exploreToy(apart(3, 6))).toMatchObject({ states: 343, moves: 342, spared: 882 - 342 });
});

test("without knowing what commutes, every move of every world is made", () => {
  const report = exploreToy(apart(3, 6), { commuting: false });
  expect(report).toMatchObject({ orders: 17_153_136n, states: 343, moves: 882, spared: 0 });
});

test("an arena that calls moves exchangeable when one hinders the other is found out", () => {
  const { arena, world } = createToy([
    ["l0", "u0"],
    ["l0", "u0"],
  ]);
  expect(() => explore({ ...arena, commute: () => true }, world)).toThrow("one hinders the other");
});

test("an order that comes back to a world is an error, not an endless walk", () => {
  const { arena, world } = createToy([["+0"]]);
  const idle = { ...arena, move: () => undefined };
  expect(() => explore(idle, world)).toThrow("led back to a world");
});

test("a limit that suffices is not noticed, one world less is", () => {
  expect(exploreToy(apart(3, 6), { states: 343 }).state).toBe("complete");
  const report = exploreToy(apart(3, 6), { states: 342 });
  expect(report).toMatchObject({ state: "limited", states: 342 });
  expect(report.orders < 17_153_136n).toBe(true);
});

test("what is known on the way only grows, and is never too much", () => {
  const adding = ["r0", "w0", "r1", "w1"];
  const program = [adding, adding, ["+0", "r1", "w0"]];
  const whole = new Map(exploreToy(program).outcomes.map(({ outcome, orders }) => [outcome.key, orders]));
  const { arena, world } = createToy(program);
  const exploration = createExploration(arena, world);
  let known = 0n;
  while (exploration.state === "running") {
    exploration.run(1);
    const report = exploration.report();
    expect(report.orders >= known).toBe(true);
    known = report.orders;
    for (const { outcome, orders } of report.outcomes) {
      expect(orders > 0n && orders <= (whole.get(outcome.key) ?? 0n)).toBe(true);
    }
  }
  expect(known).toBe(11_550n);
});

test("exploring bit by bit ends as exploring at once", () => {
  const program = [
    ["r0", "w0", "+1"],
    ["r0", "w0"],
    ["l0", "r1", "u0"],
  ];
  const { arena, world } = createToy(program);
  const exploration = createExploration(arena, world);
  while (exploration.state === "running") exploration.run(2);
  expect(exploration.report()).toEqual(exploreToy(program));
});

test("one that is stopped says so, keeps what it knows, and moves no more", () => {
  const { arena, world } = createToy(apart(3, 6));
  const exploration = createExploration(arena, world);
  exploration.run(50);
  exploration.stop();
  const report = exploration.report();
  exploration.run(50);
  expect(report.state).toBe("stopped");
  expect(report.orders > 0n).toBe(true);
  expect(exploration.report()).toEqual(report);
});

test("stopping what is complete changes nothing", () => {
  const { arena, world } = createToy(apart(2, 2));
  const exploration = createExploration(arena, world);
  exploration.run(100);
  exploration.stop();
  expect(exploration.state).toBe("complete");
});

test("no more copies are made than there are worlds with several moves to try", () => {
  const { arena, world } = createToy(apart(2, 3), { commuting: false });
  let copies = 0;
  const counting = {
    ...arena,
    copy: (original: typeof world) => {
      copies++;
      return arena.copy(original);
    },
  };
  explore(counting, world);
  expect(copies).toBe(9);
});
