/**
 * The two corpora: Skulpt's own programs, of which `skulpt-corpus.txt` names those whose expected text CPython 2.7.18 prints, and
 * the samples of this folder.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runFile } from "../../scripts/python/run-file.ts";
import { type Library, runPython } from "../../src/python/index.ts";
import { readSamples } from "./samples.ts";

/** So many of Skulpt's programs must print the expected text. */
export const requiredOfSkulpt = 470;

const skulptFolder = "node_modules/skulpt/test/run";

/** What came of a program. */
export interface Outcome {
  name: string;
  passed: boolean;
  /** The last line of standard error. */
  said: string;
}

/** The names of Skulpt's programs, without `.py`. */
export function skulptPrograms(): string[] {
  return readFileSync("test/python/skulpt-corpus.txt", "utf8")
    .split(/\s+/)
    .filter(Boolean)
    .map((filename) => filename.replace(/\.py$/, ""));
}

/** Skulpt's programs, each run in its folder; what they print is compared without the space around it. */
export function runSkulptCorpus(library: Library): Outcome[] {
  return skulptPrograms().map((name) => {
    const path = join(skulptFolder, `${name}.py`);
    const { output, error } = runFile({ filename: path, library });
    const expected = readFileSync(`${path}.real`, "latin1");
    return outcome(name, output.trim() === expected.trim(), error);
  });
}

/** Our own samples: both streams, to the byte. */
export function runSamples(library: Library): Outcome[] {
  return readSamples().map((sample) => {
    const { output, error } = runPython(sample.source, { filename: sample.filename, host: { library } });
    return outcome(sample.name, output === sample.output && error === sample.error, error);
  });
}

function outcome(name: string, passed: boolean, error: string): Outcome {
  return { name, passed, said: error.trim().split("\n").at(-1) ?? "" };
}
