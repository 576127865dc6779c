import { expect, test } from "vitest";
import { explore } from "./explore.ts";
import { createRandomOrders } from "./random-orders.ts";
import { runSchedule, stringifySchedule } from "./schedule.ts";
import { createToy } from "./toy-arena.ts";

const adding = ["r0", "w0"];

/** Numbers from 0 to 1, the same ones every time. */
function createDice(): () => number {
  let state = 12_345;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test("as many orders are run as were asked for, and each is counted", () => {
  const { arena, world } = createToy([adding, adding]);
  const orders = createRandomOrders(arena, world, { count: 200, random: createDice() });
  orders.run(150);
  expect(orders.report()).toMatchObject({ state: "running", orders: 150n, moves: 600 });
  orders.run(150);
  const { state, orders: total, outcomes } = orders.report();
  expect({ state, total }).toEqual({ state: "complete", total: 200n });
  expect(outcomes.reduce((sum, found) => sum + found.orders, 0n)).toBe(200n);
});

test("they find the outcomes that all orders have, each with a schedule that leads there", () => {
  const program = [adding, adding, ["l0", "r0", "u0"]];
  const { arena, world } = createToy(program);
  const all = explore(arena, arena.copy(world)).outcomes.map(({ outcome }) => outcome.key);
  const start = arena.copy(world);
  const orders = createRandomOrders(arena, world, { count: 200, random: createDice() });
  orders.run(200);
  const { outcomes } = orders.report();
  expect(outcomes.map(({ outcome }) => outcome.key).toSorted()).toEqual(all.toSorted());
  for (const { outcome, schedule } of outcomes) {
    const end = arena.copy(start);
    expect(runSchedule(arena, end, schedule).postponed).toEqual([]);
    expect(arena.outcome(end).key).toBe(outcome.key);
  }
});

test("each lane that can be moved has the same chance", () => {
  const first = (random: number) => {
    const { arena, world } = createToy([["r0"], ["r0"], ["r0"], ["r0"]]);
    const orders = createRandomOrders(arena, world, { count: 1, random: () => random });
    orders.run(1);
    return stringifySchedule(orders.report().outcomes[0]?.schedule ?? []).charAt(0);
  };
  expect([0, 0.2499, 0.25, 0.5, 0.7499, 0.75, 0.9999].map(first).join("")).toBe("AABCCDD");
});

test("the first schedule that led somewhere is kept", () => {
  const { arena, world } = createToy([["+0"], ["+0"]]);
  const chances = [0.9, 0, 0, 0];
  const orders = createRandomOrders(arena, world, { count: 2, random: () => chances.shift() ?? 0 });
  orders.run(2);
  expect(orders.report().outcomes).toMatchObject([{ orders: 2n, schedule: [1, 0] }]);
});

test("those that are stopped say so and run no more", () => {
  const { arena, world } = createToy([adding, adding]);
  const orders = createRandomOrders(arena, world, { count: 10, random: createDice() });
  orders.run(3);
  orders.stop();
  orders.run(3);
  expect(orders.report()).toMatchObject({ state: "stopped", orders: 3n });
});

test("stuck lanes end an order", () => {
  const { arena, world } = createToy([["l0"], ["l0"]]);
  const orders = createRandomOrders(arena, world, { count: 5, random: createDice() });
  orders.run(5);
  expect(orders.report().outcomes.every(({ outcome }) => outcome.stuck.length === 1)).toBe(true);
});
