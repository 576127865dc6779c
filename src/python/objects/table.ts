/**
 * Tables: what dictionaries, sets and namespaces are made of. Insertion-ordered arrays beside an index, as in
 * CPython 3.6's compact dict.
 *
 * `index` maps a *key token* to a position in `keys` and `values`. The token of a value is a JavaScript primitive
 * (or the object itself, where equality is identity) such that two Python keys are equal exactly when their
 * tokens are the same `Map` key: 1, 1L, 1.0 and True share the number 1; `'a'` and `u'a'` the string "a".
 * Computing tokens can call Python (`__hash__`, `__eq__`), so it lives in `operations/keys.ts`; the methods here take
 * tokens and never fail. A `str` key is its own token, so namespaces (globals, class and instance dictionaries) are
 * plain `Table`s used with attribute names; `vars(x)`, `x.__dict__` and `globals()` wrap the same table in a `PyDict`.
 *
 * Deleting leaves a hole (`undefined`) so that positions, and iterators that hold one, stay valid; `compact` runs
 * only when more than half is holes and the dictionary is being added to.
 * The order differs from CPython 2.7's arbitrary one. NOT-PYTHON: dictionaries keep insertion order.
 */
import type { PyObject, Value } from "./values.ts";

/** What a key is looked up by. Made by `keyToken`; a `str` or small `int` is its own token. */
export type KeyToken = unknown;

export class Table {
  declare index: Map<KeyToken, number>;
  declare keys: (Value | undefined)[];
  declare values: (Value | undefined)[];
  constructor() {
    this.index = new Map();
    this.keys = [];
    this.values = [];
  }
  /**
   * Keys with a learner's `__hash__` or `__eq__` (or a tuple holding one), by hash: they are their own tokens, and
   * a lookup compares with the ones of the same hash. Null until there is one. May name keys that are gone.
   */
  hashed: Map<number, PyObject[]> | null = null;

  get size(): number {
    return this.index.size;
  }

  /** The value under `token`, or undefined. */
  get(token: KeyToken): Value | undefined {
    const at = this.index.get(token);
    return at === undefined ? undefined : this.values[at];
  }

  has(token: KeyToken): boolean {
    return this.index.has(token);
  }

  /** An existing entry keeps its first key, as in CPython. */
  set(token: KeyToken, key: Value, value: Value): void {
    const at = this.index.get(token);
    if (at !== undefined) {
      this.values[at] = value;
      return;
    }
    if (this.keys.length > 16 && this.keys.length > this.index.size * 2) this.compact();
    this.index.set(token, this.keys.length);
    this.keys.push(key);
    this.values.push(value);
  }

  /** True when something was there. */
  delete(token: KeyToken): boolean {
    const at = this.index.get(token);
    if (at === undefined) return false;
    this.index.delete(token);
    this.keys[at] = undefined;
    this.values[at] = undefined;
    return true;
  }

  clear(): void {
    this.index.clear();
    this.keys.length = 0;
    this.values.length = 0;
    this.hashed = null;
  }

  /** Squeezes the holes out; positions change. */
  compact(): void {
    let to = 0;
    for (const [token, from] of this.index) {
      this.index.set(token, to);
      this.keys[to] = this.keys[from];
      this.values[to] = this.values[from];
      to++;
    }
    this.keys.length = to;
    this.values.length = to;
  }
}
