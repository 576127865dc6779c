import { expect, test } from "vitest";
import { PyDict, PyList, PyTuple, type Value } from "../python/index.ts";
import { readValueTree, type ValueTree } from "./value-tree.ts";

function count({ parts = [] }: ValueTree): number {
  return parts.reduce((sum, part) => sum + count(part), 1);
}

test("a list of dictionaries opens level by level", () => {
  const book = new PyDict();
  book.table.set("prix", "prix", 12);
  expect(readValueTree("panier", new PyList([book, new PyTuple([])]))).toEqual({
    name: "panier",
    value: "[{'prix': 12}, ()]",
    type: "list",
    parts: [
      {
        name: "[0]",
        value: "{'prix': 12}",
        type: "dict",
        parts: [{ name: "'prix'", value: "12", type: "int" }],
      },
      { name: "[1]", value: "()", type: "tuple" },
    ],
  });
});

test("a list that holds itself is not entered twice", () => {
  const list = new PyList([]);
  list.items.push(list);
  expect(readValueTree("x", list)).toMatchObject({ parts: [{ name: "[0]", value: "[[...]]" }] });
  expect(count(readValueTree("x", list))).toBe(2);
});

test("a long list is shown in part", () => {
  const tree = readValueTree("x", new PyList(Array<Value>(100_000).fill(1)));
  expect(tree.parts).toHaveLength(100);
  expect(tree.more).toBe(99_900);
});

test("a wide and deep value stays small", () => {
  let value: Value = new PyList([]);
  for (let level = 0; level < 20; level++) value = new PyList(Array<Value>(100).fill(value));
  expect(count(readValueTree("x", value))).toBeLessThan(3_000);
});
