/** Natives charge before they work: nothing a page can ask of one call gets past the budgets or hangs. */
import { expect, test } from "vitest";
import { PyModule } from "../objects/builtin-objects.ts";
import { runPython } from "../run-program.ts";

const imports = "import math, itertools, random, copy, urllib, string\n";

/** What stopped `print repr(expression)`: the kind of limit, or undefined when it came to an end. */
function limitOf(expression: string): string | undefined {
  const { stop } = runPython(`${imports}x = ${expression}\n`, { limits: { steps: 200_000 } });
  return stop?.kind === "limit" ? stop.limit : undefined;
}

test.each([
  "'a' * 10**9",
  "u'a' * 10**9",
  "[1] * 10**9",
  "range(10**9)",
  "10 ** 10**6",
  "10 ** 10**8",
  "1 << 10**10",
  "(2**100000) ** 100000",
  "'%1000000000d' % 5",
  "'{:1000000000}'.format(5)",
  "'a'.ljust(10**9)",
  "'a'.center(10**9)",
  "'a'.zfill(10**9)",
  "'a\\t'.expandtabs(10**9)",
  "('a' * 10**6).join(['b'] * 1000)",
])("%s asks for too much memory", (expression) => {
  expect(limitOf(expression)).toBe("memory");
});

test.each([
  "('a' * 10**6).replace('a', 'b' * 1000)",
  "list(xrange(10**8))",
  "sum(xrange(10**9))",
  "set(itertools.count())",
  "max(itertools.count())",
  "-1 in itertools.count()",
  "''.join(itertools.repeat('a'))",
  "filter(None, xrange(10**9))",
  "reduce(lambda a, b: a, xrange(10**9))",
  "map(None, xrange(10**9))",
  "all(itertools.repeat(1))",
  "zip(itertools.count())",
  "math.factorial(10**6)",
  "str(10 ** 300000)",
  "int('9' * 10**6)",
  "list(itertools.product(range(100), repeat=10))",
  "copy.deepcopy([[1]] * 10**6)",
  "random.sample(xrange(10**9), 10**6)",
])("%s uses up its steps", (expression) => {
  expect(limitOf(expression)).toBe("steps");
});

test.each([
  ["hash(s + 'b')", 110],
  ["{}.get(s + 'b')", 110],
  ["hash(u)", 110],
  ["str(n)", 60],
  ["'%d' % n", 60],
  ["int(digits)", 60],
])("a loop over %s pays for its length", (expression, most) => {
  const start = "s = 'a' * 500000; u = unicode(s); n = 10 ** 10000; digits = '9' * 10000; count = 0\n";
  const source = `${start}while 1:\n    ${expression}\n    count += 1\n`;
  const { stop, interpreter } = runPython(source, { limits: { steps: 200_000 } });
  expect(stop).toMatchObject({ kind: "limit", limit: "steps" });
  const main = interpreter.modules.get("__main__");
  expect(main instanceof PyModule ? main.dict.get("count") : undefined).toBeLessThan(most);
});

test("a list that contains itself has a repr", () => {
  expect(runPython("a = [1]; a.append(a); d = {}; d[1] = d; print a, d\n").output).toBe(
    "[1, [...]] {1: {...}}\n",
  );
});

test("containers nested deeper than the host's stack raise RuntimeError", () => {
  const source = "a = []\nfor i in range(5000): a = [a]\ntry: repr(a)\nexcept RuntimeError, e: print e\n";
  expect(runPython(source).output).toBe(
    "maximum recursion depth exceeded while getting the repr of an object\n",
  );
});
