/**
 * Copying a world: the fork of the race explorer and the step of undo.
 *
 * Every object met for the first time gets an empty twin at once and goes on a work list; filling the twin meets its
 * neighbours. No recursion, so a list of a million links copies as well as a flat one, and cycles need no thought.
 */
import type { Catalogue, Plan, TypedArray } from "./catalogue.ts";
import { refusing } from "./explanation.ts";
import { hasItsFields, Refusal } from "./refusal.ts";

type Fields = Record<string, unknown>;

/**
 * A copy of everything reachable from `root`, with the same sharing and cycles. Named and shared objects are not copied
 * but referred to again.
 *
 * Holes of arrays become `undefined`; each typed array gets a buffer of its own. Throws an `ImageError` naming the
 * path to anything that is not data.
 */
export function copy<T>(root: T, catalogue: Catalogue): T {
  return refusing("copy", root, catalogue, () => new Copier(catalogue).copy(root) as T);
}

class Copier {
  readonly #catalogue: Catalogue;
  readonly #twins = new Map<object, object>();
  /** What still has to be filled: a source, its twin and its plan at the same position. */
  readonly #sources: object[] = [];
  readonly #targets: object[] = [];
  readonly #plans: Plan[] = [];

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  copy(root: unknown): unknown {
    const result = this.#copied(root);
    for (;;) {
      const source = this.#sources.pop();
      const target = this.#targets.pop();
      const plan = this.#plans.pop();
      if (source === undefined || target === undefined || plan === undefined) return result;
      this.#fill(source, target, plan);
    }
  }

  #copied(value: unknown): unknown {
    if (typeof value === "object" && value !== null) return this.#twin(value);
    if (typeof value === "function" || typeof value === "symbol") return this.#named(value);
    return value;
  }

  /** A function may be in a world after all when it has a name there. */
  #named(value: unknown): unknown {
    if (this.#catalogue.names.has(value as object)) return value;
    throw new Refusal();
  }

  #twin(source: object): unknown {
    const plan = this.#catalogue.planOf(source);
    if (plan === undefined) return this.#named(source);
    if (plan.shared === true) return source;
    const known = this.#twins.get(source);
    if (known !== undefined) return known;
    if (plan.mayBeNamed && this.#catalogue.names.has(source)) return source;
    if (plan.shared === "sometimes" && plan.isShared(source)) return source;
    const target = emptyTwin(source, plan);
    this.#twins.set(source, target);
    if (plan.kind !== "bytes") {
      this.#sources.push(source);
      this.#targets.push(target);
      this.#plans.push(plan);
    }
    return target;
  }

  #fill(source: object, target: object, plan: Plan): void {
    switch (plan.kind) {
      case "instance":
        this.#fillFields(source as Fields, target as Fields, plan);
        return;
      case "array":
        this.#fillItems(target as unknown[]);
        return;
      case "map":
        this.#fillMap(source as Map<unknown, unknown>, target as Map<unknown, unknown>);
        return;
      case "set":
        for (const item of source as Set<unknown>) (target as Set<unknown>).add(this.#copied(item));
        return;
      default:
        this.#fillRecord(source as Fields, target as Fields);
    }
  }

  /**
   * @note `Object.assign` and `for…in` over the very object that is read are V8's fast paths; a loop over the names of
   * `plan.fields` takes five times as long. So copy all, then mend what must not be shared.
   */
  #fillFields(source: Fields, target: Fields, plan: Plan): void {
    if (plan.fields.length !== plan.allFields.length) {
      this.#fillSomeFields(source, target, plan);
      return;
    }
    Object.assign(target, source);
    let at = 0;
    for (const field in source) {
      if (field !== plan.fields[at++]) throw new Refusal();
      const value = source[field];
      if (typeof value === "object" && value !== null) {
        const twin = this.#twin(value);
        if (twin !== value) target[field] = twin;
      } else if (typeof value === "function" || typeof value === "symbol") this.#named(value);
    }
    if (at !== plan.fields.length) throw new Refusal();
  }

  /** For classes with transient fields. */
  #fillSomeFields(source: Fields, target: Fields, plan: Plan): void {
    if (!hasItsFields(source, plan)) throw new Refusal();
    for (const field of plan.fields) target[field] = this.#copied(source[field]);
  }

  /** The twin of an array begins as a shallow copy of it. */
  #fillItems(target: unknown[]): void {
    for (let at = 0; at < target.length; at++) {
      const value = target[at];
      if (
        typeof value === "object" ? value !== null : typeof value === "function" || typeof value === "symbol"
      )
        target[at] = this.#copied(value);
      else if (value === undefined) target[at] = undefined;
    }
  }

  #fillMap(source: Map<unknown, unknown>, target: Map<unknown, unknown>): void {
    for (const [key, value] of source) target.set(this.#copied(key), this.#copied(value));
  }

  #fillRecord(source: Fields, target: Fields): void {
    for (const key of Object.keys(source)) setField(target, key, this.#copied(source[key]));
  }
}

function emptyTwin(source: object, plan: Plan): object {
  switch (plan.kind) {
    case "instance":
      return plan.blank();
    case "array":
      return (source as unknown[]).slice();
    case "map":
      return new Map();
    case "set":
      return new Set();
    case "plain":
      return {};
    case "bare":
      return Object.create(null);
    case "bytes":
      return (source as TypedArray).slice();
  }
}

/** Sets an own property even when it is called `__proto__`, which assignment would take for the prototype. */
export function setField(target: Fields, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  else target[key] = value;
}
