/**
 * A value and what is inside of it, to be unfolded level by level: `panier` → `[0]` → `'prix'`.
 *
 * As with `display.ts` no Python runs, and the tree is bounded in width, depth and number; a container that holds itself is not
 * entered twice.
 */
import { PyDict, PyList, PyObject, PySet, PyTuple, type Value } from "../python/index.ts";
import { displayType, displayValue } from "./display.ts";

/** A named value; `parts` are those of a list, tuple, dictionary or set, absent when there are none to show. */
export interface ValueTree {
  name: string;
  /** Python's repr, bounded. */
  value: string;
  type: string;
  parts?: ValueTree[];
  /** How many more parts there are than `parts` shows. */
  more?: number;
}

/** Parts of one value, levels, and values in all. */
const WIDEST = 100;
const DEEPEST = 8;
const MOST = 1_000;

/** The tree of the attribute `name`. */
export function readValueTree(name: string, value: Value): ValueTree {
  let left = MOST;
  const inside = new Set<Value>();
  const grow = (name: string, value: Value): ValueTree => {
    left -= 1;
    const tree: ValueTree = { name, value: displayValue(value), type: displayType(value) };
    const parts = partsOf(value);
    if (parts.length === 0 || inside.has(value) || inside.size >= DEEPEST || left <= 0) return tree;
    inside.add(value);
    const shown = parts.slice(0, Math.min(WIDEST, left));
    tree.parts = shown.map(([key, part]) => grow(key, part));
    if (shown.length < parts.length) tree.more = parts.length - shown.length;
    inside.delete(value);
    return tree;
  };
  return grow(name, value);
}

function partsOf(value: Value): [name: string, part: Value][] {
  if (!(value instanceof PyObject)) return [];
  if (value instanceof PyList || value instanceof PyTuple)
    return value.items.map((item, at) => [`[${at}]`, item]);
  if (value instanceof PySet) return present(value.table.keys).map((key) => ["", key]);
  if (!(value instanceof PyDict)) return [];
  const { keys, values } = value.table;
  return keys.flatMap((key, at): [string, Value][] =>
    key === undefined ? [] : [[displayValue(key, 60), values[at] ?? null]],
  );
}

function present(keys: readonly (Value | undefined)[]): Value[] {
  return keys.filter((key) => key !== undefined);
}
