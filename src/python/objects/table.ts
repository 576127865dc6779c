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
 * A table of a few keys that are all their own tokens (names, mostly: an instance's attributes, a small dictionary) has no
 * index: looking through the keys is as quick, and making, copying and storing it costs far less.
 *
 * Deleting leaves a hole (`undefined`) so that positions, and iterators that hold one, stay valid; `compact` runs
 * only when more than half is holes and the dictionary is being added to. A hole at position 0 keeps, as its value, how many positions
 * from there on are known to be holes (CPython's `set.pop` keeps its finger in the same place), so that whoever takes the first
 * entry again and again does not look through them all each time.
 * The order differs from CPython 2.7's arbitrary one. NOT-PYTHON: dictionaries keep insertion order.
 */
import type { PyObject, Value } from "./values.ts";

/** What a key is looked up by. Made by `keyToken`; a `str` or small `int` is its own token. */
export type KeyToken = unknown;

/** A table with more positions than this has an index. */
const fewKeys = 8;

export class Table {
  /**
   * Positions by token, -1 for a key that is gone; null while the keys are few and each is its own token. V8 finds a key that was often
   * deleted and entered again only after a long search, so none is deleted before `compact`.
   */
  declare index: Map<KeyToken, number> | null;
  declare keys: (Value | undefined)[];
  declare values: (Value | undefined)[];
  /** Entries that are there: the positions without the holes. */
  declare size: number;
  /**
   * Keys with a learner's `__hash__` or `__eq__` (or a tuple holding one), by hash: they are their own tokens, and
   * a lookup compares with the ones of the same hash. Null until there is one. May name keys that are gone.
   */
  declare hashed: Map<number, PyObject[]> | null;
  constructor() {
    this.index = null;
    this.keys = [];
    this.values = [];
    this.size = 0;
    this.hashed = null;
  }

  /** A table of many names, made at once. */
  static ofNames(names: readonly string[], values: readonly Value[]): Table {
    const made = new Table();
    made.keys = names.slice();
    made.values = values.slice();
    made.size = names.length;
    made.makeIndex();
    return made;
  }

  /** The position of `token`, or -1. */
  find(token: KeyToken): number {
    if (this.index !== null) return this.index.get(token) ?? -1;
    const { keys } = this;
    for (let at = 0; at < keys.length; at++) if (keys[at] === token) return at;
    return -1;
  }

  /** The value under `token`, or undefined. */
  get(token: KeyToken): Value | undefined {
    const at = this.find(token);
    return at === -1 ? undefined : this.values[at];
  }

  has(token: KeyToken): boolean {
    return this.find(token) !== -1;
  }

  /** An existing entry keeps its first key, as in CPython. */
  set(token: KeyToken, key: Value, value: Value): void {
    const at = this.find(token);
    if (at !== -1) {
      this.values[at] = value;
      return;
    }
    const places = Math.max(this.keys.length, this.index?.size ?? 0);
    if (places > 16 && places > this.size * 2) this.compact();
    if (this.index === null && (token !== key || this.keys.length >= fewKeys)) this.makeIndex();
    this.index?.set(token, this.keys.length);
    this.keys.push(key);
    this.values.push(value);
    this.size++;
  }

  /** True when something was there. */
  delete(token: KeyToken): boolean {
    const at = this.find(token);
    if (at === -1) return false;
    this.index?.set(token, -1);
    this.keys[at] = undefined;
    this.values[at] = undefined;
    this.size--;
    return true;
  }

  /** The first position from `at` on that has an entry, or the number of positions. */
  entryFrom(at: number): number {
    const { keys, values } = this;
    if (at >= keys.length || keys[at] !== undefined) return at;
    const known = at === 0 ? values[0] : undefined;
    let found = typeof known === "number" ? known : at + 1;
    while (found < keys.length && keys[found] === undefined) found++;
    if (at === 0) values[0] = found;
    return found;
  }

  clear(): void {
    this.index = null;
    this.keys.length = 0;
    this.values.length = 0;
    this.size = 0;
    this.hashed = null;
  }

  /** The tokens, in the order of the keys. */
  tokens(): KeyToken[] {
    if (this.index === null) return this.keys.filter((key) => key !== undefined);
    const tokens: KeyToken[] = new Array(this.keys.length);
    for (const [token, at] of this.index) if (at !== -1) tokens[at] = token;
    // Passes over what has not been set.
    return tokens.filter(() => true);
  }

  private makeIndex(): void {
    const index = new Map<KeyToken, number>();
    this.keys.forEach((key, at) => {
      if (key !== undefined) index.set(key, at);
    });
    this.index = index;
  }

  /** A table of the same keys and values, without holes. */
  copy(): Table {
    const copy = new Table();
    for (const token of this.tokens()) {
      const at = this.find(token);
      copy.set(token, this.keys[at] ?? null, this.values[at] ?? null);
    }
    if (this.hashed !== null)
      copy.hashed = new Map(Array.from(this.hashed, ([hash, keys]) => [hash, keys.slice()]));
    return copy;
  }

  /** Squeezes the holes out; positions change. */
  compact(): void {
    const tokens = this.tokens();
    const positions = tokens.map((token) => this.find(token));
    this.keys = positions.map((at) => this.keys[at]);
    this.values = positions.map((at) => this.values[at]);
    if (this.index !== null) this.index = new Map(tokens.map((token, at) => [token, at]));
  }
}
