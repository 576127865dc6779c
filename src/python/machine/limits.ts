/**
 * Budgets: how much one run may use before it is stopped.
 *
 * A learner's page may loop for ever, build a string of a gigabyte or recurse without end. Each is stopped with a
 * sentence that says what was used up. A used-up budget is a `LimitReached`, not a Python exception: no `except:` sees
 * it and no `finally` runs (depth alone, `sys.getrecursionlimit()`, is CPython's catchable RuntimeError).
 */
import { LimitReached } from "../objects/machine.ts";

/** The budgets of one run. */
export interface Limits {
  /** Statements, backward jumps, calls and native loop turns. */
  steps: number;
  /** Bytes charged over the whole run. */
  memory: number;
  /** Bytes of one object. */
  objectMemory: number;
  /** Native functions that call back into Python, inside one another: each uses the host's own stack. */
  nesting: number;
  /** Bytes written to the page. */
  output: number;
}

/** What a page gets unless somebody says otherwise. */
export const defaultLimits: Limits = {
  steps: 5_000_000,
  memory: 64 * 1024 * 1024,
  objectMemory: 16 * 1024 * 1024,
  nesting: 100,
  output: 1024 * 1024,
};

/** 5000000 → "5,000,000": the machine has no locale. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

function megabytes(bytes: number): string {
  return `${grouped(Math.round((bytes / 1024 / 1024) * 10) / 10)} MB`;
}

/** The error for a run that has used all its steps. */
export function stepsReached(limits: Limits): LimitReached {
  return new LimitReached(
    "steps",
    `it used its ${grouped(limits.steps)} steps without coming to an end. Is there a loop that never stops?`,
  );
}

/** The error for a run that has asked for more memory than it may have. */
export function memoryReached(limits: Limits, bytes: number): LimitReached {
  return new LimitReached(
    "memory",
    bytes > limits.objectMemory
      ? `it asked for one value of about ${megabytes(bytes)}; the most is ${megabytes(limits.objectMemory)}.`
      : `it asked for more than ${megabytes(limits.memory)} of memory in all.`,
  );
}

/** The error for a page that has become too long. */
export function outputReached(limits: Limits): LimitReached {
  return new LimitReached(
    "output",
    `it printed more than ${megabytes(limits.output)}. Is there a print in a loop that never stops?`,
  );
}
