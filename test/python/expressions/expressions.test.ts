/**
 * Expressions against CPython 2.7: each line of the `.txt` files here with the answer CPython gave it (see `generate.py`).
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runPython } from "../../../src/python/index.ts";

const folder = new URL(".", import.meta.url).pathname;

/** An expression and the line CPython answered. */
interface Case {
  expression: string;
  answer: string;
}

/** The program that prints one answer line per expression, and what it must print. */
function readCases(text: string): { program: string; cases: Case[] } {
  const cases: Case[] = [];
  const program: string[] = [];
  const lines = text.split("\n");
  for (const [at, line] of lines.entries()) {
    if (line === "" || line.startsWith("#") || line.startsWith("= ") || line.startsWith("! ")) continue;
    if (line.startsWith("@ ")) {
      program.push(line.slice(2));
      continue;
    }
    cases.push({ expression: line, answer: lines[at + 1] ?? "" });
    const source = JSON.stringify(line);
    program.push(`try: print '= ' + repr(eval(${source}))`);
    program.push(
      "except Exception, error: print ('! %s: %s' % (error.__class__.__name__, error)).replace(chr(10), '|')",
    );
  }
  return { program: program.join("\n"), cases };
}

/** What an `eval` in the first line of the program says of a comparison; the line follows. */
const unequal =
  "program.py:1: UnicodeWarning: Unicode equal comparison failed to convert both arguments to Unicode - interpreting them as being unequal\n";

for (const name of readdirSync(folder).filter((file) => file.endsWith(".txt"))) {
  test(`every expression of ${name} answers as in CPython 2.7`, () => {
    const { program, cases } = readCases(readFileSync(`${folder}${name}`, "latin1"));
    const { output, error } = runPython(`${program}\n`);
    const answers = output.split("\n");
    const got = cases.map(({ expression }, at) => `${expression}\n${answers[at]}`);
    // CPython warns here too, once.
    const warning = name === "strings.txt" ? `${unequal}  ${program.split("\n")[0]}\n` : "";
    expect(error).toBe(warning);
    expect(got).toEqual(cases.map(({ expression, answer }) => `${expression}\n${answer}`));
  });
}
