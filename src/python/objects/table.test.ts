import { expect, test } from "vitest";
import { Table } from "./table.ts";

/** A table of `count` names, of which the first `gone` are deleted. */
function named(count: number, gone: number): Table {
  const table = new Table();
  for (let i = 0; i < count; i++) table.set(`x${i}`, `x${i}`, i);
  for (let i = 0; i < gone; i++) table.delete(`x${i}`);
  return table;
}

test("the first entry is found behind the holes, again and again", () => {
  for (const count of [5, 100]) {
    const table = named(count, 3);
    expect(table.entryFrom(0)).toBe(3);
    expect(table.entryFrom(0)).toBe(3);
    table.delete("x3");
    expect(table.entryFrom(0)).toBe(4);
    expect([table.entryFrom(2), table.entryFrom(4)]).toEqual([4, 4]);
  }
});

test("no entry is left: the number of positions", () => {
  const table = named(5, 5);
  expect([table.entryFrom(0), table.entryFrom(0), table.entryFrom(7)]).toEqual([5, 5, 7]);
  table.set("y", "y", 1);
  expect(table.entryFrom(0)).toBe(5);
});

test("what is known of holes goes with them", () => {
  const table = named(100, 60);
  expect(table.entryFrom(0)).toBe(60);
  table.set("y", "y", 1);
  expect(table.keys.length).toBe(41);
  expect([table.entryFrom(0), table.get("x60")]).toEqual([0, 60]);
  table.clear();
  expect(table.entryFrom(0)).toBe(0);
});

test("a hole's knowledge is no value", () => {
  const table = named(20, 2);
  table.entryFrom(0);
  expect([table.get("x0"), table.has("x0"), table.size]).toEqual([undefined, false, 18]);
  expect(table.copy().values).toEqual(Array.from({ length: 18 }, (_, i) => i + 2));
});
