import fc from "fast-check";
import { expect, test } from "vitest";
import { compareSchedules, parseSchedule, runSchedule, stringifySchedule } from "./schedule.ts";
import { createToy, type Program } from "./toy-arena.ts";

function lanesOf(text: string): number[] {
  const parsed = parseSchedule(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.lanes;
}

/** Follows `text` in `program`: the lanes that moved, as letters, and the places that were postponed. */
function follow(program: Program, text: string): { moved: string; postponed: number[]; cells: number[] } {
  const { arena, world } = createToy(program);
  const moved: number[] = [];
  const watched = {
    ...arena,
    move: (at: typeof world, lane: number) => {
      moved.push(lane);
      arena.move(at, lane);
    },
  };
  const { postponed } = runSchedule(watched, world, lanesOf(text));
  return { moved: stringifySchedule(moved), postponed, cells: world.cells.slice(0, 2) };
}

test("a schedule is a letter per move", () => {
  expect(parseSchedule("AABJ")).toEqual({ ok: true, lanes: [0, 0, 1, 9] });
  expect(stringifySchedule([0, 0, 1, 9])).toBe("AABJ");
});

test("no moves are an empty schedule", () => {
  expect(parseSchedule("")).toEqual({ ok: true, lanes: [] });
  expect(stringifySchedule([])).toBe("");
});

test("an unknown letter is named with its place and the rule", () => {
  expect(parseSchedule("AAb")).toEqual({
    ok: false,
    reason:
      '"b" at place 3 is no lane. A schedule is written with a letter for each move, A to J: A moves the first lane.',
  });
  expect(parseSchedule("A🍪")).toMatchObject({
    ok: false,
    reason: expect.stringContaining('"🍪" at place 2'),
  });
});

test("an eleventh lane has no letter", () => {
  expect(() => stringifySchedule([10])).toThrow("lane 10 has no letter");
});

test("what is written can be read", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), (lanes) => {
      expect(parseSchedule(stringifySchedule(lanes))).toEqual({ ok: true, lanes });
    }),
  );
});

test("fewer moves stand first, then fewer changes of lane, then lower lanes", () => {
  const sorted = ["AB", "AAB", "ABB", "BAA", "ABA"];
  const lanes = sorted.map(lanesOf).toReversed().toSorted(compareSchedules);
  expect(lanes.map(stringifySchedule)).toEqual(sorted);
});

test("a schedule says which value is lost", () => {
  const adding = ["r0", "w0"];
  expect(follow([adding, adding], "AABB").cells).toEqual([2, 0]);
  expect(follow([adding, adding], "ABAB").cells).toEqual([1, 0]);
});

test("what it leaves over is run to the end, the lowest lane first", () => {
  const lane = ["+0", "+0"];
  expect(follow([lane, lane], "B")).toEqual({ moved: "BAAB", postponed: [], cells: [4, 0] });
});

test("letters of lanes that are over or were never there are skipped", () => {
  expect(follow([["+0"], ["+0", "+0"]], "AAACB")).toEqual({ moved: "ABB", postponed: [], cells: [3, 0] });
});

test("a letter whose lane has to wait is made up for as soon as it can move", () => {
  const locking = ["l0", "+0", "u0"];
  expect(follow([locking, locking], "ABAABB").moved).toBe("AAABBB");
  expect(follow([locking, locking], "ABAABB").postponed).toEqual([1]);
  expect(follow([["l0", "u0", "+0"], locking], "ABBAABB")).toMatchObject({
    moved: "AABBAB",
    postponed: [1, 2],
  });
});

test("lanes that are stuck are left where they are", () => {
  const crosswise = [
    ["l0", "l1", "+0"],
    ["l1", "l0", "+1"],
  ];
  expect(follow(crosswise, "ABABAB")).toEqual({ moved: "AB", postponed: [2, 3, 4, 5], cells: [0, 0] });
});
