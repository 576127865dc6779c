/**
 * Hints: one sentence beside an error, for a learner who has not met Python 2 before.
 *
 *     an exception nobody caught ─▶ facts.ts: names in sight, the line ─▶ lib/_hints.py: a sentence, or none
 *
 * The error itself stays CPython's to the letter. What is said is written in Python and fetched when the first error wants it,
 * so whoever asks brings the module `hintsModule` first; the rest of this room is in the late part of the engine, and says here
 * when it has come. Hints are worked out in an interpreter of their own, from texts alone: nothing of the learner's runs.
 */
import type { RaisedThere, Sources } from "../machine/traceback.ts";
import { PyException } from "../objects/exception.ts";
import type { Interpreter } from "../objects/interpreter.ts";
import type { LibraryAtHand } from "../objects/machine.ts";

/** The module of the library that knows the sentences. */
export const hintsModule = "_hints";

/** An error, and where it happened. */
export interface Puzzle extends RaisedThere {
  interpreter: Interpreter;
  library: LibraryAtHand;
  /** The learner's texts, by the file names of code. */
  sources: Sources;
}

type Hinter = (puzzle: Puzzle) => string | null;
let hinter: Hinter = () => null;

/** Tells who works hints out. */
export function registerHinter(other: Hinter): void {
  hinter = other;
}

/** May there be a hint? Only for the built-in exceptions that say what kind of mistake it is. */
export function mayHaveHint({ exception }: RaisedThere): boolean {
  const { type } = exception;
  return (
    exception instanceof PyException &&
    type.builtin &&
    /^(?:Name|UnboundLocal|Attribute|Import|Type|Value|EOF|Syntax|Indentation|Tab|Unicode..code)Error$/.test(
      type.name,
    )
  );
}

/** The hint for an error: one sentence in bytes, code between backticks; null when there is none. Brings nothing and changes nothing. */
export function hintFor(puzzle: Puzzle): string | null {
  return mayHaveHint(puzzle) ? hinter(puzzle) : null;
}
