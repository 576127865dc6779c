/**
 * The sample programs of this folder: `NAME.py`, what CPython 2.7 prints for it (`NAME.out`) and its standard error
 * (`NAME.err`, when there is any). All texts are bytes, one to a code unit, as the machine's own `str` are.
 *
 * `failing.txt` lists the programs we are known to get wrong, `NAME: reason` to a line.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Sample {
  /** The file's name without `.py`. */
  name: string;
  filename: string;
  source: string;
  output: string;
  error: string;
  /** Why we are known to fail it, or undefined. */
  gap: string | undefined;
}

const folder = "test/python";

/** Every sample, in alphabetical order. */
export function readSamples(): Sample[] {
  const gaps = readGaps();
  return readdirSync(folder)
    .filter((file) => file.endsWith(".py"))
    .map((file) => file.slice(0, -".py".length))
    .sort()
    .map((name) => ({
      name,
      filename: `${name}.py`,
      source: readBytes(`${name}.py`),
      output: readBytes(`${name}.out`),
      error: existsSync(join(folder, `${name}.err`)) ? readBytes(`${name}.err`) : "",
      gap: gaps.get(name),
    }));
}

function readBytes(file: string): string {
  return readFileSync(join(folder, file), "latin1");
}

/** `failing.txt` as a map from name to reason. Blank lines and lines that begin with `#` do not count. */
export function readGaps(): Map<string, string> {
  const lines = readFileSync(join(folder, "failing.txt"), "utf8").split("\n");
  const gaps = new Map<string, string>();
  for (const line of lines) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [name = "", ...reason] = line.split(":");
    gaps.set(name.trim(), reason.join(":").trim());
  }
  return gaps;
}
