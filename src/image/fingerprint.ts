/**
 * Fingerprints: 128 bits that two worlds share when they are equal, wherever their objects lie in memory.
 *
 * Objects are numbered in the order a breadth-first walk meets them; the second meeting of an object adds only its
 * number, which makes sharing and cycles part of the fingerprint. So are the order of `Map`s and `Set`s: Python's
 * dictionaries here keep insertion order, so it can be observed.
 *
 * A shared (unchanging) object adds a digest of its own contents, made once and kept. It is walked apart from the
 * world, because a copy of the world still refers to the original, insides and all.
 */
import type { Catalogue, Plan, TypedArray } from "./catalogue.ts";
import { bytesOf, type ContentSink, sizeOf, walkContents } from "./contents.ts";
import { Digest } from "./digest.ts";
import { refusing } from "./explanation.ts";
import { Refusal } from "./refusal.ts";

/** What stands before each kind of value in the stream of words. */
const Mark = {
  undefined: 1,
  null: 2,
  false: 3,
  true: 4,
  integer: 5,
  float: 6,
  bigint: 7,
  string: 8,
  again: 9,
  named: 10,
  array: 11,
  map: 12,
  set: 13,
  plain: 14,
  bare: 15,
  bytes: 16,
  instance: 17,
  shared: 18,
} as const;

/**
 * The fingerprint of everything reachable from `root`: 32 hexadecimal digits. Stable between workers and builds as long as
 * the names in the catalogue and the fields of its classes are.
 *
 * Throws an `ImageError` naming the path to anything that is not data.
 */
export function fingerprint(root: unknown, catalogue: Catalogue): string {
  return refusing("fingerprint", root, catalogue, () => new Walk(catalogue, null).fingerprint(root));
}

class Walk implements ContentSink {
  readonly #catalogue: Catalogue;
  readonly #digest = new Digest();
  readonly #numbers = new Map<object, number>();
  readonly #objects: object[] = [];
  readonly #plans: Plan[] = [];
  /** The shared object whose insides this walk is for, or null for a world. */
  readonly #within: object | null;

  constructor(catalogue: Catalogue, within: object | null) {
    this.#catalogue = catalogue;
    this.#within = within;
  }

  fingerprint(root: unknown): string {
    this.value(root);
    for (let at = 0; at < this.#objects.length; at++) {
      const object = this.#objects[at];
      const plan = this.#plans[at];
      if (object !== undefined && plan !== undefined) this.#contents(object, plan);
    }
    return this.#digest.hex();
  }

  /** Any value: written at once if it is a primitive, met if it is an object. */
  value(value: unknown): void {
    switch (typeof value) {
      case "object":
        if (value === null) this.#digest.word(Mark.null);
        else this.#object(value);
        return;
      case "number":
        this.#number(value);
        return;
      case "string":
        this.#digest.word(Mark.string);
        this.#digest.text(value);
        return;
      case "boolean":
        this.#digest.word(value ? Mark.true : Mark.false);
        return;
      case "undefined":
        this.#digest.word(Mark.undefined);
        return;
      case "bigint":
        this.#digest.word(Mark.bigint);
        this.#digest.text(value.toString(16));
        return;
      case "function":
        this.#named(value);
        return;
      default:
        throw new Refusal();
    }
  }

  #number(value: number): void {
    const integer = value | 0;
    if (integer === value && (integer !== 0 || 1 / value > 0)) {
      this.#digest.word(Mark.integer);
      this.#digest.word(integer);
    } else {
      this.#digest.word(Mark.float);
      this.#digest.float(value);
    }
  }

  #named(object: object): void {
    const name = this.#catalogue.names.get(object);
    if (name === undefined) throw new Refusal();
    this.#digest.word(Mark.named);
    this.#digest.text(name);
  }

  #object(object: object): void {
    const number = this.#numbers.get(object);
    if (number !== undefined) {
      this.#digest.word(Mark.again);
      this.#digest.word(number);
      return;
    }
    const plan = this.#catalogue.planOf(object);
    if (plan === undefined || (plan.mayBeNamed && this.#catalogue.names.has(object))) this.#named(object);
    else this.#first(object, plan);
  }

  /** An object met for the first time. */
  #first(object: object, plan: Plan): void {
    this.#numbers.set(object, this.#numbers.size);
    if (this.#isClosed(object, plan)) {
      this.#shared(object);
      return;
    }
    this.#heading(object, plan);
    this.#objects.push(object);
    this.#plans.push(plan);
  }

  /** Whether `object` is walked apart. Inside a shared object nothing is: one walk covers all of it. */
  #isClosed(object: object, plan: Plan): boolean {
    if (plan.shared === false || this.#within !== null) return false;
    return plan.shared === true || plan.isShared(object);
  }

  #shared(object: object): void {
    const kept = this.#catalogue.sharedDigests;
    let digest = kept.get(object);
    if (digest === undefined) {
      digest = new Walk(this.#catalogue, object).fingerprint(object);
      kept.set(object, digest);
    }
    this.#digest.word(Mark.shared);
    this.#digest.text(digest);
  }

  #heading(object: object, plan: Plan): void {
    this.#digest.word(Mark[plan.kind]);
    if (plan.kind === "instance" || plan.kind === "bytes") this.#digest.text(plan.name);
    else this.#digest.word(sizeOf(object, plan));
  }

  key(name: string): void {
    this.#digest.text(name);
  }

  #contents(object: object, plan: Plan): void {
    if (plan.kind === "bytes") this.#digest.bytes(bytesOf(object as TypedArray));
    else walkContents(object, plan, this);
  }
}
