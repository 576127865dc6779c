/** Keys: equal Python values are one dictionary key, whatever their types. */
import { expect, test } from "vitest";
import { runPython } from "../run-program.ts";

/** What a program prints. */
function printed(source: string): string {
  const { output, error } = runPython(source);
  return output + error;
}

test("numbers of every type share a key", () => {
  expect(printed("print {1: 'a', 1L: 'b', 1.0: 'c', True: 'd'}, 10.0**20 in {10**20: 1}\n")).toBe(
    "{1: 'd'} True\n",
  );
});

test("str and unicode share a key only where they are ASCII", () => {
  expect(printed("print len({'a': 1, u'a': 2}), len({'\\xe9': 1, u'\\xe9': 2})\n")).toBe("1 2\n");
});

test("tuples are compared item by item and do not run together", () => {
  expect(printed("print len({('a', 'b'): 1, ('ab',): 2, ('a', ('b',)): 3, (u'a', 'b'): 4})\n")).toBe("3\n");
});

const point = `class P(object):
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 2
    def __eq__(self, other): return self.n == other.n
`;

test("a learner's __hash__ and __eq__ decide, also inside a tuple", () => {
  expect(
    printed(
      `${point}d = {P(1): 'a', P(3): 'b', (P(1), 2): 'c'}\nprint d[P(1)], d[P(3)], d[P(1), 2], P(5) in d\n`,
    ),
  ).toBe("a b c False\n");
});

test("a deleted key of one's own class can come back", () => {
  expect(
    printed(`${point}d = {P(1): 1}\ndel d[P(1)]\nprint P(1) in d\nd[P(1)] = 2\nprint len(d), d[P(1)]\n`),
  ).toBe("False\n1 2\n");
});

test("a key that cannot be hashed is named", () => {
  expect(printed("try: {}[(1, [])]\nexcept TypeError, e: print e\n")).toBe("unhashable type: 'list'\n");
});
