import { expect, test } from "vitest";
import { copy, createCatalogue, difference } from "./index.ts";

class Cell {
  value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}
const unit = { unit: true };
const catalogue = createCatalogue({
  shapes: [{ name: "Cell", class: Cell, blank: () => new Cell(null) }],
  named: [["unit", unit]],
});

function found(left: unknown, right: unknown): string | null {
  return difference(left, right, catalogue);
}

test("equal worlds have no difference", () => {
  const world = [new Cell(1), new Map([["k", [Number.NaN]]]), Uint8Array.of(1), unit];
  expect(found(world, copy(world, catalogue))).toBeNull();
  const ring: unknown[] = [];
  ring.push(ring);
  expect(found(ring, copy(ring, catalogue))).toBeNull();
});

test("the first difference is named by its path and both sides", () => {
  expect(found([new Cell({ steps: 3 })], [new Cell({ steps: 4 })])).toBe("$[0].value.steps: 3 and 4");
  expect(found(new Map([["k", 0]]), new Map([["k", -0]]))).toBe('$.get("k"): 0 and -0');
  expect(found([[1, 2]], [[1]])).toBe("$[0]: an Array of 2 and an Array of 1");
  expect(found([unit], [new Cell(1)])).toBe("$[0]: the unit and a Cell of 1");
  expect(found(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe("$[1]: 2 and 3");
  expect(found({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe("$: an Object of 2 and an Object of 2");
});

test("sharing that differs is a difference, on either side", () => {
  const cell = new Cell(1);
  expect(found([cell, cell], [new Cell(1), new Cell(1)])).toBe("$[1]: shared with different objects");
  expect(found([new Cell(1), new Cell(1)], [cell, cell])).toBe("$[1]: shared with different objects");
});
