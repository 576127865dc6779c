/**
 * Random small programs, run here and by a real CPython 2.7: `npm run conformance` compares ten thousand of them.
 *
 * A program follows from its seed alone (`random/`). One that differs is told with its seed, made smaller as long as it
 * still differs.
 *
 * Of what is printed the first megabyte is compared. A program that CPython does not bring to an end, or that uses up its memory here, is
 * set aside: it is counted and told, and is neither the same nor different.
 */
import { type Library, runPython } from "../../src/python/index.ts";
import { longestPrinted, type Printed, printedByCPython } from "./cpython.ts";
import { randomProgram } from "./random/program.ts";

/** So many programs are given to CPython at once. */
const batch = 500;

/** Enough for any that comes to an end. */
const limits = {
  steps: 30_000_000,
  memory: 1024 ** 3,
  objectMemory: 256 * 1024 ** 2,
  output: 2 * longestPrinted,
};

/** A program of which this Python prints something else. */
export interface Difference {
  seed: number;
  /** As small as it was made. */
  source: string;
  expected: string;
  actual: string;
}

/** Which programs, and who is told of them. */
export interface Comparison {
  from: number;
  count: number;
  tell(difference: Difference): void;
  /** Told of a program whose outputs are not compared, since one of the two did not come to its end, and why. */
  setAside(seed: number, reason: string): void;
  make?(seed: number): string[];
}

/** Compares the programs of the seeds `from`, `from` + 1, … as they are made. */
export function compareRandomPrograms(
  python: string,
  library: Library,
  { from, count, tell, setAside, make = randomProgram }: Comparison,
): void {
  for (let done = 0; done < count; done += batch) {
    const seeds = Array.from({ length: Math.min(batch, count - done) }, (_, at) => from + done + at);
    const programs = seeds.map((seed) => make(seed));
    const expected = printedByCPython(python, programs.map(textOf));
    programs.forEach((pieces, at) => {
      const seed = seeds[at] ?? 0;
      const ours = printedHere(textOf(pieces), library);
      const reason = incomparable(ours, expected[at]);
      if (reason !== undefined) setAside(seed, reason);
      else if (differ(ours, expected[at])) tell({ seed, ...shrink(python, library, pieces) });
    });
  }
}

function textOf(pieces: readonly string[]): string {
  return Buffer.from(`${pieces.join("\n")}\n`, "utf8").toString("latin1");
}

/**
 * Why two outputs say nothing of each other: CPython was ended before as much was printed as is looked at, or a budget of memory that it
 * does not have was used up here.
 */
function incomparable(ours: Printed, theirs: Printed = nothing): string | undefined {
  if (theirs.isEnded && theirs.text.length < longestPrinted) return "CPython did not come to its end";
  return ours.isEnded ? "it used up its memory here" : undefined;
}

const nothing: Printed = { text: "", isEnded: false };

/** Are they two texts that can be compared, whatever the addresses in them? */
function differ(ours: Printed, theirs: Printed = nothing): boolean {
  if (incomparable(ours, theirs) !== undefined) return false;
  const [a, b] = [ours, theirs].map(({ text }) => text.replace(/\b(at|for) 0x[0-9a-f]+/gi, "$1 0x"));
  return a !== b;
}

/** What this machine prints, with the traceback at its end; ended when it has used up its memory. */
function printedHere(text: string, library: Library): Printed {
  let error = "";
  try {
    const { output, exitStatus, stop } = runPython(text, {
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
    return {
      text: (exitStatus === 0 ? output : output + error).slice(0, longestPrinted),
      isEnded: stop?.kind === "limit" && stop.limit === "memory",
    };
  } catch (error) {
    return {
      ...nothing,
      text: `The machine itself failed: ${error instanceof Error ? error.stack : error}\n`,
    };
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
  const [expected = nothing] = printedByCPython(python, [textOf(pieces)]);
  const actual = printedHere(textOf(pieces), library);
  return { source: pieces.slice(1).join("\n"), expected: expected.text, actual: actual.text };
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
