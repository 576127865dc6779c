import { expect, test } from "vitest";
import { runPython } from "../run-program.ts";

function stopOf(source: string): string {
  const { output, error } = runPython(`import re\n${source}`);
  return output + error;
}

test("a catastrophic pattern uses up the budget, which no except sees", () => {
  const source = "try:\n  re.match('(a+)+$', 'a' * 30 + 'b')\nexcept:\n  print 'caught'\n";
  expect(stopOf(source)).toMatch(/^Stopped at line 3: it used its 5,000,000 steps/);
});

test.each([
  ["repetitions in a row", "re.match('(?:a?){50}a{50}', 'a' * 50)", /steps/],
  ["a search that fails at every place", "re.search('a*b', 'a' * 1000000)", /steps/],
  ["a lazy search that fails at every place", "re.search('(?:.*?b)', 'a' * 1000000)", /steps/],
  ["a reference that is compared again and again", "re.match(r'(.*)\\1b', 'a' * 1000000)", /steps/],
  ["choices without end", "re.match('(?:a|b)*c', 'ab' * 4000000)", /asked for/],
  ["matches without end", "text = 'a' * 1000000\nwhile 1: re.findall('.', text)", /asked for/],
])("%s use up a budget", (_, source, message) => {
  expect(stopOf(source)).toMatch(message);
});

test("brackets in brackets end in Python's own error", () => {
  expect(stopOf("re.compile('(' * 5000)")).toMatch(/RuntimeError: maximum recursion depth exceeded\n$/);
});

test("a long text is no deep recursion", () => {
  expect(stopOf("print re.match('(?:ab|c)*$', 'ab' * 100000).end()")).toBe("200000\n");
});

test("a search for a text that is not there costs little", () => {
  const source =
    "text = 'haystack ' * 100000\nprint re.search('needle', text), re.search('[xyz]+!', text * 2)\n";
  const { output, error } = runPython(`import re\n${source}`, { limits: { steps: 600_000 } });
  expect(output + error).toBe("None None\n");
});
