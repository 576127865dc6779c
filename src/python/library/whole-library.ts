/**
 * The library with all its texts and what these are built upon, for programs that have them at hand: tests, fixtures, the command line. Whoever has to
 * stay small imports nothing from here.
 */
import "../late.ts";
import "../modules/library-natives.ts";
import { Library } from "./library.ts";

const texts = import.meta.glob<string>("../lib/*.py", { query: "?raw", import: "default", eager: true });

/** A library that lacks nothing. */
export function wholeLibrary(): Library {
  return new Library(Object.entries(texts).map(([path, text]) => [nameOf(path), text]));
}

/** `../lib/random.py` → `random`. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1, -".py".length);
}
