/** Bytes that are no image of ours, and laws that random worlds obey. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { checksum, headerLength, Tag } from "./format.ts";
import { copy, createCatalogue, fingerprint, read, write } from "./index.ts";

class Node {
  left: unknown = null;
  right: unknown = null;
}
class Leaf {
  value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}

const catalogue = createCatalogue({
  shapes: [
    { name: "Node", class: Node, blank: () => new Node() },
    { name: "Leaf", class: Leaf, blank: () => new Leaf(null), shared: true },
  ],
  named: [["unit", Object.freeze({ unit: true })]],
});
const unit = catalogue.namedObjects.get("unit");

const world = {
  list: [1, "deux", 3n, 1.5],
  node: new Node(),
  map: new Map([["k", unit]]),
  raw: Uint16Array.of(1, 2),
};
const image = write(world, catalogue);

function reasonOf(bytes: Uint8Array): string {
  const result = read(bytes, catalogue);
  return result.ok ? "read" : result.reason;
}

/** The image with `body` in place of its own and a checksum that agrees, as a hostile writer would make it. */
function forged(body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(headerLength + body.length);
  bytes.set(image.subarray(0, headerLength));
  bytes.set(body, headerLength);
  new DataView(bytes.buffer).setUint32(headerLength - 4, checksum(body), true);
  return bytes;
}

test("bytes of another kind, version or length are named as such", () => {
  expect(reasonOf(new Uint8Array())).toBe("it does not begin as an image does");
  expect(reasonOf(new TextEncoder().encode("PK zip"))).toBe("it does not begin as an image does");
  expect(reasonOf(image.slice(0, 4))).toBe(
    "it is an image of version (none) and this program reads version 1",
  );
  expect(reasonOf(image.slice(0, 7))).toBe("it ends at byte 7, inside its header");
  expect(reasonOf(image.slice(0, -1))).toBe("its bytes were damaged or cut short");
  const newer = image.slice();
  newer[4] = 9;
  expect(reasonOf(newer)).toBe("it is an image of version 9 and this program reads version 1");
});

test("an image of classes this program does not have is refused by name", () => {
  const empty = createCatalogue({ shapes: [] });
  expect(read(image, empty)).toEqual({
    ok: false,
    reason: "it holds objects of class Node, which this program does not know",
  });
});

test("an image of a class whose fields have changed is refused", () => {
  class Later {
    left = null;
    middle = null;
  }
  const later = createCatalogue({ shapes: [{ name: "Node", class: Later, blank: () => new Later() }] });
  expect(read(image, later)).toEqual({
    ok: false,
    reason: "class Node had the fields left, right when it was written and has left, middle now",
  });
});

test("an image that refers to a name this program lacks is refused", () => {
  const nameless = createCatalogue({ shapes: [{ name: "Node", class: Node, blank: () => new Node() }] });
  expect(read(image, nameless)).toEqual({
    ok: false,
    reason: "it refers to unit, which this program does not have",
  });
});

test("an image that makes something out of a name this program lacks, or too much of it, is refused", () => {
  const templates = [["fresh", () => new Node()]] as const;
  const shapes = [{ name: "Node", class: Node, blank: () => new Node() }];
  const other = createCatalogue({ shapes, templates });
  const known = write([new Node(), new Node()], other);
  expect(reasonOf(known)).toBe("it refers to fresh, which this program does not have");
  // Its one string, no shapes, no names; an array of a hundred, each made out of that string.
  const name = [..."fresh"].map((letter) => letter.charCodeAt(0));
  const body = [
    1,
    name.length * 2,
    ...name,
    0,
    0,
    Tag.array,
    100,
    ...Array(100).fill([Tag.template, 0]).flat(),
  ];
  expect(read(forged(Uint8Array.from(body)), other)).toMatchObject({
    reason: expect.stringMatching(/makes more than 64 objects out of their names$/),
  });
});

test("an array of four thousand million elements in twenty bytes is refused before it is made", () => {
  // No strings, shapes or names; an array (tag 12) of 2³² − 1 elements; then ten bytes.
  const bomb = forged(
    Uint8Array.of(0, 0, 0, 12, 0xff, 0xff, 0xff, 0xff, 0x0f, ...new Array<number>(10).fill(1)),
  );
  expect(reasonOf(bomb)).toBe("byte 9 promises more elements than there are bytes left");
});

test("nested containers cannot promise the same bytes twice", () => {
  const body = [0, 0, 0];
  for (let depth = 0; depth < 50; depth++) body.push(12, 60);
  expect(reasonOf(forged(Uint8Array.from(body)))).toContain("promises more elements");
});

test("a leftover byte is noticed", () => {
  expect(reasonOf(forged(Uint8Array.of(0, 0, 0, 1, 1)))).toBe("1 bytes are left over at its end");
});

/**
 * Random graphs: a number of objects, each then given edges to any of them, so that sharing and cycles are common.
 */
const primitive = fc.oneof(
  fc.constantFrom(undefined, null, true, false, -0, Number.NaN, unit),
  fc.integer(),
  fc.double(),
  fc.bigInt(),
  fc.string({ unit: "binary" }),
);
const kinds = fc.constantFrom("array", "map", "set", "plain", "bare", "node", "leaf", "bytes");
const plans = fc.array(
  fc.record({
    kind: kinds,
    edges: fc.array(fc.nat(), { maxLength: 5 }),
    values: fc.array(primitive, { maxLength: 5 }),
  }),
  {
    minLength: 1,
    maxLength: 12,
  },
);
type GraphPlan = typeof plans extends fc.Arbitrary<infer Plan> ? Plan : never;

function make(kind: string, values: unknown[]): object {
  switch (kind) {
    case "array":
      return [...values];
    case "map":
      return new Map(values.map((value, at) => [at % 2 === 0 ? value : `k${at}`, value]));
    case "set":
      return new Set(values);
    case "plain":
      return Object.fromEntries(values.map((value, at) => [`p${at}`, value]));
    case "bare":
      return Object.assign(Object.create(null), values);
    case "node":
      return new Node();
    case "leaf":
      return new Leaf(values[0]);
    default:
      return Uint8Array.from(values, (value) => (typeof value === "number" ? value : 0));
  }
}

function link(from: object, to: object, at: number): void {
  if (Array.isArray(from)) from.push(to);
  else if (from instanceof Map) at % 2 === 0 ? from.set(to, at) : from.set(at, to);
  else if (from instanceof Set) from.add(to);
  else if (from instanceof Node) from[at % 2 === 0 ? "left" : "right"] = to;
  else if (!(from instanceof Leaf) && !(from instanceof Uint8Array))
    (from as Record<string, unknown>)[`e${at}`] = to;
}

function graph(plan: GraphPlan): object[] {
  const objects = plan.map(({ kind, values }) => make(kind, values));
  for (const [at, { edges }] of plan.entries())
    for (const [turn, edge] of edges.entries()) {
      const from = objects[at];
      const to = objects[edge % objects.length];
      if (from !== undefined && to !== undefined) link(from, to, turn);
    }
  return objects;
}

/** Everything reachable that a mutation of the world could reach. */
function mutable(root: unknown, seen = new Set<object>()): Set<object> {
  if (typeof root !== "object" || root === null || seen.has(root) || root === unit || root instanceof Leaf)
    return seen;
  seen.add(root);
  const inside = root instanceof Map || root instanceof Set ? [...root].flat() : Object.values(root);
  for (const value of inside) mutable(value, seen);
  return seen;
}

test("law: a copy has the fingerprint of its original and is deeply equal to it", () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const original = graph(plan);
      const other = copy(original, catalogue);
      expect(fingerprint(other, catalogue)).toBe(fingerprint(original, catalogue));
      expect(other).toStrictEqual(original);
    }),
  );
});

test("law: a copy shares nothing that can change", () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const original = graph(plan);
      const reachable = mutable(original);
      for (const object of mutable(copy(original, catalogue))) expect(reachable.has(object)).toBe(false);
    }),
  );
});

test("law: reading what was written gives the same world, and writing that the same bytes", () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const original = graph(plan);
      const bytes = write(original, catalogue);
      const result = read(bytes, catalogue);
      expect(result.ok).toBe(true);
      if (!result.ok) return;
      expect(result.root).toStrictEqual(original);
      expect(fingerprint(result.root, catalogue)).toBe(fingerprint(original, catalogue));
      expect(write(result.root, catalogue)).toEqual(bytes);
    }),
  );
});

test("law: a change anywhere changes the fingerprint", () => {
  fc.assert(
    fc.property(plans, fc.nat(), fc.nat(), (plan, which, turn) => {
      const objects = graph(plan);
      const before = fingerprint(objects, catalogue);
      const target = objects[which % objects.length];
      fc.pre(target !== undefined && !(target instanceof Leaf) && !(target instanceof Uint8Array));
      link(target as object, ["new"], turn);
      expect(fingerprint(objects, catalogue)).not.toBe(before);
    }),
  );
});

test("law: damaged bytes are refused or read as some world, and never more", () => {
  fc.assert(
    fc.property(
      plans,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      (plan, damage) => {
        const body = write(graph(plan), catalogue).slice(headerLength);
        for (const [at, byte] of damage) body[at % body.length] = byte;
        const result = read(forged(body), catalogue);
        expect(result.ok || result.reason.length > 0).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test("law: an image cut short anywhere is refused", () => {
  fc.assert(
    fc.property(plans, fc.nat(), (plan, cut) => {
      const body = write(graph(plan), catalogue).slice(headerLength);
      expect(read(forged(body.slice(0, cut % body.length)), catalogue).ok).toBe(false);
    }),
    { numRuns: 500 },
  );
});
