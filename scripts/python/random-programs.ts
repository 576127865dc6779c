/**
 * Random small programs, run here and by a real CPython 2.7: `npm run conformance` compares ten thousand of them.
 *
 * A program follows from its seed alone (`random/`). One that differs is told with its seed, made smaller as long as it
 * still differs.
 */
import { type Library, runPython } from "../../src/python/index.ts";
import { longestPrinted, printedByCPython } from "./cpython.ts";
import { randomProgram } from "./random/program.ts";

/** So many programs share a process of CPython. */
const batch = 500;

/** Enough for any of them. */
const limits = { steps: 3_000_000, memory: 1024 ** 3, objectMemory: 256 * 1024 ** 2, output: 1024 ** 3 };

/** A program of which this Python prints something else. */
export interface Difference {
  seed: number;
  /** As small as it was made. */
  source: string;
  expected: string;
  actual: string;
}

/** Compares the programs of the seeds `from`, `from` + 1, …; calls `tell` with each difference as it is found. */
export function compareRandomPrograms(
  python: string,
  library: Library,
  {
    from,
    count,
    tell,
    make = randomProgram,
  }: { from: number; count: number; tell(difference: Difference): void; make?(seed: number): string[] },
): void {
  for (let done = 0; done < count; done += batch) {
    const seeds = Array.from({ length: Math.min(batch, count - done) }, (_, at) => from + done + at);
    const programs = seeds.map((seed) => make(seed));
    const expected = printedByCPython(python, programs.map(textOf));
    programs.forEach((pieces, at) => {
      if (!differ(printedHere(textOf(pieces), library), expected[at])) return;
      tell({ seed: seeds[at] ?? 0, ...shrink(python, library, pieces) });
    });
  }
}

function textOf(pieces: readonly string[]): string {
  return Buffer.from(`${pieces.join("\n")}\n`, "utf8").toString("latin1");
}

/** Are they two texts, whatever the addresses in them? */
function differ(ours: string, theirs = ""): boolean {
  const [a, b] = [ours, theirs].map((text) => text.replace(/\b(at|for) 0x[0-9a-f]+/g, "$1 0x"));
  return a !== b;
}

/** What this machine prints, with the traceback at its end. */
function printedHere(text: string, library: Library): string {
  let error = "";
  try {
    const { output, exitStatus } = runPython(text, {
      filename: "program.py",
      limits,
      // Warnings come before the traceback, which is written at once.
      host: {
        library,
        writeError(said) {
          error = said;
        },
      },
    });
    return (exitStatus === 0 ? output : output + error).slice(0, longestPrinted);
  } catch (error) {
    return `The machine itself failed: ${error instanceof Error ? error.stack : error}\n`;
  }
}

/** Leaves out pieces as long as the program still differs: halves, quarters, … single pieces. */
function shrink(python: string, library: Library, whole: readonly string[]): Omit<Difference, "seed"> {
  let pieces = whole;
  for (let size = Math.ceil(pieces.length / 2); size >= 1; ) {
    const candidates = without(pieces, size);
    const texts = candidates.map(textOf);
    const expected = candidates.length === 0 ? [] : printedByCPython(python, texts);
    const smaller = candidates.find((_, at) => differ(printedHere(texts[at] ?? "", library), expected[at]));
    if (smaller !== undefined) pieces = smaller;
    else size = size === 1 ? 0 : Math.ceil(size / 2);
  }
  const [expected = ""] = printedByCPython(python, [textOf(pieces)]);
  return { source: pieces.slice(1).join("\n"), expected, actual: printedHere(textOf(pieces), library) };
}

/** The pieces with each run of `size` left out, but never the first piece. */
function without(pieces: readonly string[], size: number): string[][] {
  const found: string[][] = [];
  for (let at = 1; at < pieces.length; at += size)
    found.push([...pieces.slice(0, at), ...pieces.slice(at + size)]);
  return found;
}

/** Where two texts part, as a few lines to read. */
export function parting({ expected, actual }: Difference): string {
  const [theirs, ours] = [expected.split("\n"), actual.split("\n")];
  const at = theirs.findIndex((line, index) => line !== ours[index]);
  const place = at < 0 ? theirs.length : at;
  return `CPython, line ${place + 1}: ${theirs[place] ?? "(the end)"}\nhere:              ${ours[place] ?? "(the end)"}`;
}
