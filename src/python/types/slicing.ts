/** Index and slice arithmetic shared by the sequences (CPython's `PySlice_GetIndicesEx`). */
import type { PySlice } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { typeName } from "../operations/index.ts";
import { asIndex } from "../operations/items.ts";

const problem = "slice indices must be integers or None or have an __index__ method";

/** A slice laid over a sequence: `count` positions from `start` by `step`. */
export interface Indices {
  start: number;
  stop: number;
  step: number;
  count: number;
}

/** The positions `slice` selects in a sequence of `length` items. */
export function sliceIndices(vm: VM, slice: PySlice, length: number): Indices {
  const step = slice.step === null ? 1 : asIndex(vm, slice.step, problem);
  if (step === 0) raiseError("ValueError", "slice step cannot be zero");
  const low = step < 0 ? -1 : 0;
  const high = step < 0 ? length - 1 : length;
  const bound = (v: Value, missing: number): number => {
    if (v === null) return missing;
    const n = asIndex(vm, v, problem);
    return Math.min(high, Math.max(low, n < 0 ? n + length : n));
  };
  const start = bound(slice.start, step < 0 ? high : low);
  const stop = bound(slice.stop, step < 0 ? low : high);
  const count = Math.max(0, Math.ceil((stop - start) / step));
  return { start, stop, step, count };
}

/** Bounds of `find`, `index`, `count`, `startswith`: like a slice without a step. The `index` of lists and tuples knows no None. */
export function clampBounds(
  vm: VM,
  length: number,
  start: Value | undefined,
  stop: Value | undefined,
  isNoneKnown = true,
): [start: number, stop: number] {
  const bound = (v: Value | undefined, missing: number): number => {
    if (v === undefined || (v === null && isNoneKnown)) return missing;
    const n = asIndex(vm, v, isNoneKnown ? problem : problem.replace("or None ", ""));
    return n < 0 ? Math.max(0, n + length) : n;
  };
  return [bound(start, 0), Math.min(length, bound(stop, length))];
}

/** An index into a sequence, or undefined for a slice; `kind` names the sequence in errors ("list", "string"). */
export function itemIndex(vm: VM, key: Value, length: number, kind: string): number {
  if (typeof key === "number") return checkRange(key, length, kind);
  const n = asIndex(vm, key, indexProblem(kind, key));
  if (typeof key === "bigint" && (key >= 2n ** 63n || key < -(2n ** 63n)))
    raiseError("IndexError", "cannot fit 'long' into an index-sized integer");
  return checkRange(n, length, kind);
}

function indexProblem(kind: string, key: Value): string {
  if (kind === "unicode") return `string indices must be integers`;
  if (kind === "string") return `string indices must be integers, not ${typeName(key)}`;
  if (kind === "xrange object") return `sequence index must be integer, not '${typeName(key)}'`;
  return `${kind.split(" ")[0]} indices must be integers, not ${typeName(key)}`;
}

function checkRange(n: number, length: number, kind: string): number {
  const at = n < 0 ? n + length : n;
  if (at >= 0 && at < length) return at;
  raiseError("IndexError", `${kind === "unicode" ? "string" : kind} index out of range`);
}
