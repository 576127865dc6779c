/**
 * Stable sorting with guest comparisons: a merge sort of our own, because a learner's comparison may raise, and
 * because what JavaScript's sort does with an inconsistent one is nobody's promise.
 * Fewer than 64 items are compared in the order in which CPython's timsort compares them, which a learner's `cmp` can see.
 * NOT-PYTHON: timsort asks for fewer and other comparisons of more items; the result is the same for consistent ones.
 */
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { orderTexts } from "../operations/comparison.ts";
import { compare, isTrue, typeName, unwrap } from "../operations/index.ts";
import { toBig } from "./number-kinds.ts";

/** How to sort: `cmp` and `key` are None or callables. */
export interface SortOptions {
  cmp: Value;
  key: Value;
  reverse: boolean;
}

interface Entry {
  key: Value;
  value: Value;
}

/** The items in order, in a new array. Charges n·log n. */
export function sortValues(vm: VM, items: readonly Value[], options: SortOptions): Value[] {
  const { cmp, key, reverse } = options;
  vm.charge(Math.ceil((items.length * Math.log2(items.length + 1)) / 16));
  vm.allocate(items.length * 48);
  const entries: Entry[] = items.map((value) => ({
    value,
    key: key === null ? value : vm.call(key, [value]),
  }));
  // Reversing before and after keeps equal items in their order.
  if (reverse) entries.reverse();
  const sorted = (cmp === null && sortByHost(entries)) || sortByGuest(vm, entries, cmp);
  if (reverse) sorted.reverse();
  return sorted.map((entry) => entry.value);
}

/** In place, where the host orders all keys as Python does: small ints, or short byte strings. Undefined otherwise. */
function sortByHost(entries: Entry[]): Entry[] | undefined {
  if (entries.every(({ key }) => typeof key === "number"))
    return entries.sort((a, b) => (a.key as number) - (b.key as number));
  if (entries.every(({ key }) => typeof key === "string" && key.length < 128))
    return entries.sort((a, b) => orderShort(a.key as string, b.key as string));
  return undefined;
}

function orderShort(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortByGuest(vm: VM, entries: Entry[], cmp: Value): Entry[] {
  const less =
    cmp === null
      ? (a: Entry, b: Entry) => isLess(vm, a.key, b.key)
      : (a: Entry, b: Entry) => cmpLess(vm, cmp, a.key, b.key);
  return entries.length < 64 ? insertionSort(entries, less) : mergeSort(entries, less);
}

function isLess(vm: VM, a: Value, b: Value): boolean {
  if (typeof a === "number" && typeof b === "number") return a < b;
  if (typeof a === "string" && typeof b === "string") return orderTexts(vm, a, b) < 0;
  return isTrue(vm, compare(vm, "Lt", a, b));
}

function cmpLess(vm: VM, cmp: Value, a: Value, b: Value): boolean {
  const result = vm.call(cmp, [a, b]);
  if (typeof result === "number") return result < 0;
  const big = toBig(result);
  if (big === undefined || typeof unwrap(result) === "bigint")
    raiseError("TypeError", `comparison function must return int, not ${typeName(result)}`);
  return big < 0n;
}

/** In place: the run at the beginning, then each item by halving (timsort's `count_run` and `binarysort`). */
function insertionSort(entries: Entry[], less: (a: Entry, b: Entry) => boolean): Entry[] {
  const [first, second] = entries;
  if (first === undefined || second === undefined) return entries;
  const isFalling = less(second, first);
  let run = 2;
  while (run < entries.length && less(entries[run] as Entry, entries[run - 1] as Entry) === isFalling) run++;
  if (isFalling) entries.splice(0, run, ...entries.slice(0, run).reverse());
  for (; run < entries.length; run++) {
    const pivot = entries[run] as Entry;
    let [low, high] = [0, run];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (less(pivot, entries[middle] as Entry)) high = middle;
      else low = middle + 1;
    }
    entries.copyWithin(low + 1, low, run);
    entries[low] = pivot;
  }
  return entries;
}

/** Bottom-up merge sort after a check for input that is in order already. */
function mergeSort(entries: Entry[], less: (a: Entry, b: Entry) => boolean): Entry[] {
  let from = entries;
  if (isSorted(from, less)) return from;
  let to: Entry[] = new Array(entries.length);
  for (let width = 1; width < entries.length; width *= 2) {
    for (let low = 0; low < entries.length; low += 2 * width)
      merge(
        from,
        to,
        {
          low,
          middle: Math.min(low + width, entries.length),
          high: Math.min(low + 2 * width, entries.length),
        },
        less,
      );
    [from, to] = [to, from];
  }
  return from;
}

function isSorted(entries: Entry[], less: (a: Entry, b: Entry) => boolean): boolean {
  for (let i = 1; i < entries.length; i++)
    if (less(entries[i] as Entry, entries[i - 1] as Entry)) return false;
  return true;
}

interface Runs {
  low: number;
  middle: number;
  high: number;
}

/** Merges from[low…middle) and from[middle…high) into `to`; the left one first among equals. */
function merge(
  from: Entry[],
  to: Entry[],
  { low, middle, high }: Runs,
  less: (a: Entry, b: Entry) => boolean,
): void {
  let left = low;
  let right = middle;
  for (let at = low; at < high; at++) {
    const takeLeft = left < middle && (right >= high || !less(from[right] as Entry, from[left] as Entry));
    to[at] = from[takeLeft ? left++ : right++] as Entry;
  }
}
