/** The room as its users see it: worlds of a small catalogue, copied, compared, stored. */
import { expect, test } from "vitest";
import { mostTemplates, Tag } from "./format.ts";
import { copy, createCatalogue, fingerprint, ImageError, read, type Shape, write } from "./index.ts";

class Cell {
  next: Cell | null = null;
  value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}

/** Unchanging, like the code objects of the machine. */
class Code {
  name: string;
  constants: unknown[];
  constructor(name: string, constants: unknown[]) {
    this.name = name;
    this.constants = constants;
  }
}

/** Sometimes unchanging, as a float is unless its class is a learner's. */
class Box {
  content: unknown;
  frozen: boolean;
  constructor(content: unknown, frozen: boolean) {
    this.content = content;
    this.frozen = frozen;
  }
}

class Cached {
  key: string;
  cache: unknown = null;
  constructor(key: string) {
    this.key = key;
  }
}

const builtin = { len: new Cell("len"), print: () => "a native" };

const shapes: Shape[] = [
  { name: "Cell", class: Cell, blank: () => new Cell(undefined) },
  { name: "Code", class: Code, blank: () => new Code("", []), shared: true },
  { name: "Box", class: Box, blank: () => new Box(null, false), shared: (box: Box) => box.frozen },
  { name: "Cached", class: Cached, blank: () => new Cached(""), transient: ["cache"] },
];

const catalogue = createCatalogue({ shapes, named: Object.entries(builtin) });

/** Through bytes and back. */
function reread<T>(world: T): T {
  const result = read(write(world, catalogue), catalogue);
  if (!result.ok) throw new Error(result.reason);
  return result.root as T;
}

function failure(world: unknown): string {
  try {
    copy(world, catalogue);
  } catch (error) {
    if (error instanceof ImageError) return error.message;
    throw error;
  }
  return "copied";
}

/** A chain of `length` cells. */
function chain(length: number): Cell {
  const first = new Cell(0);
  for (let at = 1, last = first; at < length; at++) {
    last.next = new Cell(at);
    last = last.next;
  }
  return first;
}

const primitives = [
  undefined,
  null,
  true,
  false,
  0,
  -0,
  1,
  -1,
  223,
  224,
  2 ** 31,
  -(2 ** 31) - 1,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  2 ** 53,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  5e-324,
  0n,
  -1n,
  2n ** 200n,
  -(2n ** 64n),
  "",
  "é",
  "€uro",
  "\ud800 alone",
  "a\0b",
];

test("every primitive comes back from a copy and from bytes", () => {
  expect(copy(primitives, catalogue)).toStrictEqual(primitives);
  expect(reread(primitives)).toStrictEqual(primitives);
  for (const value of primitives) {
    expect(copy(value, catalogue)).toBe(value);
    expect(reread(value)).toBe(value);
  }
});

test("different primitives have different fingerprints", () => {
  const prints = new Set(primitives.map((value) => fingerprint(value, catalogue)));
  expect(prints.size).toBe(primitives.length);
});

test("instances keep their class and containers their kind and order", () => {
  const world = {
    cell: new Cell([1, [2]]),
    map: new Map<unknown, unknown>([
      ["b", 1],
      ["a", new Set(["z", "y"])],
      [new Cell(3), "by identity"],
    ]),
    bare: Object.assign(Object.create(null), { x: 1 }),
    bytes: Uint8Array.of(1, 2, 255),
    floats: Float64Array.of(-0, Number.NaN, 1e300),
  };
  for (const other of [copy(world, catalogue), reread(world)]) {
    expect(other).toStrictEqual(world);
    expect([...other.map.keys()].slice(0, 2)).toEqual(["b", "a"]);
    expect(Object.getPrototypeOf(other.bare)).toBeNull();
    expect(other.cell).toBeInstanceOf(Cell);
  }
});

test("a copy refers to nothing that can change in the original", () => {
  const world = { cell: new Cell([1]), map: new Map([["k", [2]]]), bytes: Uint8Array.of(7) };
  const other = copy(world, catalogue);
  (world.cell.value as number[]).push(9);
  world.map.get("k")?.push(9);
  world.bytes[0] = 9;
  expect(other).toEqual({ cell: new Cell([1]), map: new Map([["k", [2]]]), bytes: Uint8Array.of(7) });
});

test("sharing and cycles come back as they were", () => {
  const cell = new Cell(null);
  cell.next = cell;
  const list: unknown[] = [cell, cell];
  list.push(list);
  const map = new Map<unknown, unknown>();
  map.set(map, cell);
  const world = { list, map };
  for (const other of [copy(world, catalogue), reread(world)]) {
    const [first, second, self] = other.list;
    expect(first).toBe(second);
    expect((first as Cell).next).toBe(first);
    expect(self).toBe(other.list);
    expect([...other.map]).toEqual([[other.map, first]]);
    expect(other.map.get(other.map)).toBe(first);
  }
});

test("a fingerprint tells one shared object from two equal ones", () => {
  const cell = new Cell(1);
  expect(fingerprint([cell, cell], catalogue)).not.toBe(fingerprint([cell, new Cell(1)], catalogue));
});

test("a fingerprint sees the order of maps and sets", () => {
  expect(fingerprint(new Set([1, 2]), catalogue)).not.toBe(fingerprint(new Set([2, 1]), catalogue));
  const ab = new Map([
    ["a", 1],
    ["b", 2],
  ]);
  expect(fingerprint(ab, catalogue)).not.toBe(fingerprint(new Map([...ab].reverse()), catalogue));
});

test("equal worlds made in different ways have one fingerprint", () => {
  const grown = new Cell(new Map());
  (grown.value as Map<string, unknown>).set("x", 0).set("y", 2).set("x", 1);
  const made = new Cell(
    new Map([
      ["x", 1],
      ["y", 2],
    ]),
  );
  expect(fingerprint(grown, catalogue)).toBe(fingerprint(made, catalogue));
  expect(fingerprint(made, catalogue)).toMatch(/^[0-9a-f]{32}$/);
});

test("neighbouring containers cannot trade elements unnoticed", () => {
  expect(fingerprint([[1], [2, 3]], catalogue)).not.toBe(fingerprint([[1, 2], [3]], catalogue));
  expect(fingerprint(["ab", "c"], catalogue)).not.toBe(fingerprint(["a", "bc"], catalogue));
});

test("a chain of a million links is copied", () => {
  let length = 0;
  for (let cell: Cell | null = copy(chain(1_000_000), catalogue); cell !== null; cell = cell.next) length++;
  expect(length).toBe(1_000_000);
});

test("a chain of a hundred thousand links is fingerprinted, written and read", () => {
  const world = chain(100_000);
  expect(fingerprint(reread(world), catalogue)).toBe(fingerprint(world, catalogue));
});

test("named objects are never copied and are written as their name", () => {
  const world = { call: builtin.len, again: builtin.len, print: builtin.print };
  expect(copy(world, catalogue).call).toBe(builtin.len);
  expect(reread(world).again).toBe(builtin.len);
  expect(reread(world).print).toBe(builtin.print);
});

test("the fingerprint of a named object is that of its name", () => {
  const other = createCatalogue({ shapes, named: [["len", new Cell("another build's")]] });
  expect(fingerprint([other.namedObjects.get("len")], other)).toBe(fingerprint([builtin.len], catalogue));
});

test("shared objects are referred to by copies and written by value", () => {
  const code = new Code("f", [1, 2]);
  const world = { code, again: code };
  expect(copy(world, catalogue).code).toBe(code);
  const other = reread(world);
  expect(other).toStrictEqual(world);
  expect(other.code).not.toBe(code);
  expect(other.again).toBe(other.code);
});

test("what an unchanging object refers to may also be met outside it", () => {
  const tuple = [1, 2];
  const world = { local: tuple, code: new Code("f", [tuple, new Code("g", [])]) };
  const print = fingerprint(world, catalogue);
  expect(fingerprint(copy(world, catalogue), catalogue)).toBe(print);
  expect(fingerprint(reread(world), catalogue)).toBe(print);
});

test("a predicate says which instances never change", () => {
  const world = [new Box(1.5, true), new Box([], false)];
  const other = copy(world, catalogue);
  expect(other[0]).toBe(world[0]);
  expect(other[1]).not.toBe(world[1]);
});

test("transient fields stay behind", () => {
  const cached = new Cached("k");
  const print = fingerprint(cached, catalogue);
  cached.cache = () => "a closure is fine here";
  expect(fingerprint(cached, catalogue)).toBe(print);
  expect(copy(cached, catalogue)).toStrictEqual(new Cached("k"));
  expect(reread(cached)).toStrictEqual(new Cached("k"));
});

test("a property called __proto__ is a property", () => {
  const world = JSON.parse('{"__proto__": {"x": 1}, "y": 2}');
  for (const other of [copy(world, catalogue), reread(world)]) {
    expect(Object.getPrototypeOf(other)).toBe(Object.prototype);
    expect(Object.keys(other)).toEqual(["__proto__", "y"]);
  }
});

test("copies have the hidden class of ordinary instances: their fields come in the constructor's order", () => {
  const other = reread(new Cell(1));
  expect(Object.keys(other)).toEqual(Object.keys(new Cell(1)));
});

test("a host function is refused with its path", () => {
  const callback = () => 1;
  expect(failure({ frame: { stack: [1, 2, { source: callback }] } })).toBe(
    "Failed to copy the world: $.frame.stack[2].source is a function (callback). Only primitives, arrays, maps, " +
      "sets, typed arrays, plain objects and the catalogue's classes are data. Refer to it by a name, as natives are.",
  );
});

test("what is not data is refused by class and path, in whichever container", () => {
  class Connection {}
  const refused: [unknown, string][] = [
    [new Cell(Promise.resolve()), "$.value is a Promise."],
    [[new WeakMap()], "$[0] is a WeakMap."],
    [new Map([["k", new Connection()]]), '$.get("k") is a Connection.'],
    [new Map([[new Connection(), 1]]), "$<key 0> is a Connection."],
    [new Map([[1, new Connection()]]), "$<value 0> is a Connection."],
    [new Set([1, new Connection()]), "$<item 1> is a Connection."],
    [{ "a b": Symbol("secret") }, '$["a b"] is a symbol (secret).'],
    [[1][Symbol.iterator](), "$ is an Array Iterator."],
    [[new Date(0)], "$[0] is a Date."],
    [{ inner: new Code("f", [() => 1]) }, "copied"],
  ];
  for (const [world, finding] of refused) expect(failure(world)).toContain(finding);
});

test("fingerprint and write refuse in their own words", () => {
  expect(() => fingerprint([() => 1], catalogue)).toThrow(
    "Failed to fingerprint the world: $[0] is a function",
  );
  expect(() => write([() => 1], catalogue)).toThrow("Failed to write the world: $[0] is a function");
});

test("an instance with a field of its own is refused rather than copied in part", () => {
  const cell = Object.assign(new Cell(1), { extra: 2 });
  expect(failure([cell])).toContain("$[0] is a Cell that has a field 'extra' that blank() does not make");
  const short = new Cell(1) as Partial<Cell>;
  delete short.next;
  expect(failure([short])).toContain("$[0] is a Cell that lacks the field 'next' that blank() makes");
});

test("an instance whose fields stand in another order is refused, because order is part of a fingerprint", () => {
  const cell = Object.setPrototypeOf({ value: 1, next: null }, Cell.prototype);
  expect(failure(cell)).toContain("$ is a Cell that has its fields in another order than blank() makes them");
});

test("a catalogue refuses a shape or a name given twice", () => {
  const cell = shapes.slice(0, 1);
  expect(() => createCatalogue({ shapes: [...cell, ...cell] })).toThrow("the shape Cell is listed twice");
  const named: [string, object][] = [
    ["x", {}],
    ["x", {}],
  ];
  expect(() => createCatalogue({ shapes: [], named })).toThrow("two objects are named x");
});

test("an alias of a named object reads too", () => {
  const aliased = createCatalogue({ shapes, named: [...Object.entries(builtin), ["length", builtin.len]] });
  expect(aliased.namedObjects.get("length")).toBe(builtin.len);
  expect(aliased.names.get(builtin.len)).toBe("len");
});

test("an instance that is as it was made takes no more of an image than its name, and is one of its own when it is read", () => {
  const world = { one: makeScope(), other: makeScope(), again: null as Scope | null };
  world.again = world.one;
  const plain = write(world, catalogueOf([]));
  const short = write(world, catalogueOf([["scope", makeScope]]));
  expect(short.length).toBeLessThan(plain.length / 2);
  const back = readScopes(short) as typeof world;
  expect(back).toEqual(world);
  expect(back.again).toBe(back.one);
  expect(back.other).not.toBe(back.one);
  expect(back.other.keys).not.toBe(back.one.keys);
  expect(fingerprint(back, scopes)).toBe(fingerprint(world, scopes));
});

test.each<[string, (scope: Scope) => void]>([
  ["a key more", ({ keys }) => keys.push("x")],
  ["a key less", ({ keys }) => keys.pop()],
  ["another value", ({ values }) => values.set("len", 1)],
  ["another order", ({ values }) => values.delete("len") && values.set("len", builtin.len)],
  ["a zero with a sign", (scope) => Object.assign(scope, { size: -0 })],
  ["a hole", ({ keys }) => delete keys[0]],
])("an instance with %s is written as it is", (_what, change) => {
  const scope = makeScope();
  change(scope);
  const back = readScopes(write([scope, makeScope()], scopes)) as Scope[];
  expect(back).toEqual([Object.assign(scope, { keys: [...scope.keys] }), makeScope()]);
});

test("an instance made by its name that has a field of its own is refused", () => {
  expect(() => write(Object.assign(makeScope(), { extra: 1 }), scopes)).toThrow("a field 'extra'");
});

test("of many instances as they were made the last are written as they are: no image asks for much with few bytes", () => {
  const many = Array.from({ length: 100 }, makeScope);
  const image = write(many, scopes);
  expect(readScopes(image)).toEqual(many);
  const tags = image.reduce((count, byte) => count + Number(byte === Tag.template), 0);
  expect(tags).toBe(mostTemplates);
});

class Scope {
  keys: unknown[] = [];
  values = new Map<unknown, unknown>();
  size = 0;
}

function makeScope(): Scope {
  const scope = new Scope();
  scope.keys = ["len", "print", "None"];
  scope.values = new Map<unknown, unknown>([...Object.entries(builtin), ["None", null]]);
  return scope;
}

function catalogueOf(templates: [string, () => object][]) {
  const scope: Shape = { name: "Scope", class: Scope, blank: () => new Scope() };
  return createCatalogue({ shapes: [...shapes, scope], named: Object.entries(builtin), templates });
}

const scopes = catalogueOf([["scope", makeScope]]);

function readScopes(image: Uint8Array): unknown {
  const result = read(image, scopes);
  if (!result.ok) throw new Error(result.reason);
  return result.root;
}
