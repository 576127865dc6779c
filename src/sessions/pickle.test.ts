/** Both directions against a real CPython 2.7; the fixture tells how it was made (`fixtures/make-pickles.py`). */
import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  builtinType,
  PyComplex,
  PyDict,
  PyFloat,
  PyInstance,
  PyList,
  PyTuple,
  PyUnicode,
  type Value,
} from "../python/index.ts";
import { displayValue } from "./display.ts";
import fixture from "./fixtures/pickles.json";
import { MAX_PICKLE_BYTES, pickle, pickleAttributes } from "./pickle.ts";
import { unpickle } from "./unpickle.ts";

function load(text: string): Value {
  const read = unpickle(text, (key) => key);
  if (!read.ok) throw new Error(read.reason);
  return read.value;
}

function save(value: Value): string {
  const written = pickle(value);
  if (!written.ok) throw new Error(written.obstacle.message);
  return written.text;
}

/** The sentence about a pickle that cannot be read. */
function damage(text: string): string {
  const read = unpickle(text, (key) => key);
  return read.ok ? "it was read" : read.reason;
}

test.each(fixture.cases)("reads CPython's pickle: $name", ({ pickle: theirs, cPickle, repr }) => {
  expect(displayValue(load(theirs))).toBe(repr);
  expect(displayValue(load(cPickle))).toBe(repr);
});

test.each(fixture.cases)("writes what CPython reads back equal: $name", (example) => {
  expect(save(load(example.pickle))).toBe(example.ours);
  expect(example.loaded).toEqual([example.repr, example.repr]);
  expect(example.loadedFacts).toEqual([true, true]);
});

test.each(fixture.cases)("reads its own pickle: $name", ({ ours, repr }) => {
  expect(displayValue(load(ours))).toBe(repr);
});

/** Any value a session may hold, without what is met twice. */
const values = fc.letrec<{ value: Value; key: Value }>((tie) => ({
  key: fc.oneof(
    fc.constantFrom<Value>(null, true, false),
    fc.maxSafeInteger(),
    fc.bigInt(),
    fc.uint8Array({ maxLength: 8 }).map((bytes) => String.fromCharCode(...bytes)),
    fc.double().map((number) => new PyFloat(number)),
    fc.string({ unit: "binary", maxLength: 8 }).map((text) => new PyUnicode(text)),
  ),
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie("key"),
    fc.array(tie("value"), { maxLength: 4 }).map((items) => new PyList(items)),
    fc.array(tie("value"), { maxLength: 4 }).map((items) => new PyTuple(items)),
    fc.array(fc.tuple(tie("key"), tie("value")), { maxLength: 4 }).map(dictOf),
    fc.tuple(fc.double(), fc.double()).map(([real, imag]) => new PyComplex(real, imag)),
  ),
})).value;

function dictOf(entries: [Value, Value][]): PyDict {
  const dict = new PyDict();
  for (const [key, value] of entries) dict.table.set(key, key, value);
  return dict;
}

test("law: what is written reads back the same", () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(displayValue(load(save(value)), 100_000)).toBe(displayValue(value, 100_000));
    }),
  );
});

test("law: a damaged pickle is read or refused, never more", () => {
  fc.assert(
    fc.property(
      values,
      fc.nat(),
      fc.constantFrom("", "(", ".", "\n", "t", "R", "0", "\x80"),
      (value, place, piece) => {
        const text = save(value);
        const at = place % text.length;
        const read = unpickle(text.slice(0, at) + piece + text.slice(at + 1), (key) => key);
        if (!read.ok) expect(read.reason).toMatch(/^line \d+ of the pickle cannot be read: /);
      },
    ),
    { numRuns: 500 },
  );
});

/** Set by whoever remakes the fixture; see `make-pickles.py`. */
const { OURS: oursFile } = process.env;

test.runIf(oursFile)("writes every value of the fixture for CPython to judge", () => {
  const ours = fixture.cases.map(({ name, pickle: theirs }) => [name, save(load(theirs))]);
  writeFileSync(oursFile ?? "", JSON.stringify(Object.fromEntries(ours)));
});

test("keeps shared lists shared", () => {
  const read = load("(l(lp0\nI1\naag0\na.");
  expect(read).toBeInstanceOf(PyList);
  if (read instanceof PyList) expect(read.items[0]).toBe(read.items[1]);
});

test("names only containers that are met again", () => {
  const inner = new PyList([1]);
  expect(save(new PyList([inner, inner]))).toBe("(l(lp0\nI1\naag0\na.");
  expect(save(new PyList([inner, new PyList([1])]))).toBe("(l(lI1\naa(lI1\naa.");
});

test("sees what two attributes share", () => {
  const list = new PyList([]);
  const written = pickleAttributes([
    ["a", list],
    ["b", list],
  ]);
  expect(written).toEqual({ ok: true, text: "(dS'a'\n(lp0\nsS'b'\ng0\ns." });
});

test.each([
  ["", "line 1 of the pickle cannot be read: it ends in the middle"],
  ["I1", "line 1 of the pickle cannot be read: it ends in the middle of a line"],
  ["I1\n", "line 2 of the pickle cannot be read: it ends in the middle"],
  ["Ione\n.", 'line 1 of the pickle cannot be read: "one" is not an integer'],
  ["Fx\n.", 'line 1 of the pickle cannot be read: "x" is not a float'],
  ["Sabc\n.", 'line 1 of the pickle cannot be read: "abc" is not a string in quotes'],
  ["g3\n.", 'line 1 of the pickle cannot be read: it refers to "3", which nothing was called'],
  ["t.", "line 1 of the pickle cannot be read: a container ends that has not begun"],
  ["a.", "line 1 of the pickle cannot be read: it takes more from its stack than was put there"],
  [".", "line 1 of the pickle cannot be read: it takes more from its stack than was put there"],
  ["(.", "line 1 of the pickle cannot be read: a value is missing"],
  ["(d(lI1\ns.", "line 2 of the pickle cannot be read: a list, dictionary or set is used as a key"],
  ["I1\nI2\na.", "line 3 of the pickle cannot be read: an item is appended to something that is not a list"],
  ["N2R.", "line 1 of the pickle cannot be read: a call of something that is not a type"],
])("says what is wrong with %j", (text, reason) => {
  expect(damage(text)).toMatch(reason);
});

test("refuses to look up anything but the built-in values", () => {
  expect(damage("cos\nsystem\n(S'echo'\ntR.")).toBe(
    "line 1 of the pickle cannot be read: it holds an object of os.system, and sessions hold built-in values only",
  );
});

test("refuses the instructions of other protocols", () => {
  expect(damage("\x80\x02]q\x00.")).toContain("is not one of protocol 0's");
  expect(damage("(i__main__\nX\n.")).toContain('the instruction "i"');
});

test("refuses an instance and says where it is", () => {
  const instance = new PyInstance(builtinType("Livre"));
  instance.type.builtin = false;
  const written = pickleAttributes([["panier", new PyList([1, 2, new PyList([instance])])]]);
  expect(written.ok).toBe(false);
  if (!written.ok)
    expect(written.obstacle).toMatchObject({ path: "panier[2][0]", type: "instance of Livre" });
});

test("refuses a pickle beyond its limit instead of filling the memory", () => {
  const long = "x".repeat(1_000_000);
  const written = pickle(new PyList(Array.from({ length: 1_000 }, () => long)));
  expect(written.ok).toBe(false);
  if (!written.ok) expect(written.obstacle.message).toContain(`more than ${MAX_PICKLE_BYTES} bytes`);
});

test("refuses nesting that would use up the stack", () => {
  let nested = new PyList([]);
  for (let depth = 0; depth < 10_000; depth++) nested = new PyList([nested]);
  const written = pickle(nested);
  expect(written.ok).toBe(false);
  if (!written.ok) expect(written.obstacle.message).toContain("nested more than 300 deep");
});
