/**
 * The catalogue: what may be in a world.
 *
 * A world is a graph of primitives, arrays, `Map`s, `Set`s, typed arrays, plain objects and instances of the classes
 * listed here. From the list alone this room copies, fingerprints, writes and reads the graph: a class needs no
 * method of its own for that, and a field added to it is carried along without anyone remembering to.
 *
 * Two kinds of object stay outside the copying. *Named* objects exist once in every worker (built-in types, native
 * functions): they are never copied, and an image holds only their name. *Shared* objects never change once made
 * (code, floats): a copy of the world refers to the same one, an image holds their contents.
 */
import type { Template } from "./template.ts";

/** One listed class. */
export interface Shape {
  /** Its name in images. Renaming it makes older images unreadable. */
  name: string;
  class: abstract new (...parameters: never) => object;
  /**
   * Makes an empty instance by calling the constructor, so that copies have the hidden class of ordinary instances. Its
   * fields are *the* fields of the class: an instance with another one is refused rather than copied in part.
   */
  blank(): object;
  /**
   * Whether instances never change once made; a predicate when only some do not. An unchanging object may refer only to
   * others that do not change. Default false.
   */
  shared?: boolean | ((instance: never) => boolean);
  /** Fields that are caches: neither copied, fingerprinted nor written; left as `blank()` makes them. */
  transient?: readonly string[];
}

/** What a catalogue is made from. */
export interface CatalogueParts {
  shapes: Iterable<Shape>;
  /** Name and object. A second name for the same object is an alias that still reads. */
  named?: Iterable<readonly [string, object]>;
  /**
   * Names and makers of instances that usually stay as they were made: while one does, an image holds only its name. Its arrays and maps are
   * its own, and hold nothing but primitives and named objects.
   */
  templates?: Iterable<readonly [string, () => object]>;
}

/** How an object is handled, found by its prototype. */
export type Kind = "array" | "map" | "set" | "plain" | "bare" | "bytes" | "instance";

/** Everything needed to handle objects with one prototype. */
export interface Plan {
  readonly kind: Kind;
  /** The shape's name, or the built-in class's. */
  readonly name: string;
  /** The fields to carry, in order. Empty unless `kind` is "instance". */
  readonly fields: readonly string[];
  /** The same with the transient ones. */
  readonly allFields: readonly string[];
  readonly blank: () => object;
  /** True, false, or ask `isShared`. */
  readonly shared: boolean | "sometimes";
  readonly isShared: (instance: object) => boolean;
  /** Whether some named object has this prototype; when not, the names need not be searched. */
  mayBeNamed: boolean;
  /** Those with this prototype. */
  readonly templates: Template[];
  /** Name and fields as an image has them; null until one does. */
  texts: Uint8Array | null;
}

const typedArrays = [
  Uint8Array,
  Int8Array,
  Uint8ClampedArray,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
  BigUint64Array,
  BigInt64Array,
] as const;

/** Any of the typed arrays that may be in a world. */
export type TypedArray = InstanceType<(typeof typedArrays)[number]>;

/** A typed array's constructor, over a whole buffer. */
export interface TypedArrayClass {
  new (buffer: ArrayBuffer): TypedArray;
  readonly BYTES_PER_ELEMENT: number;
}

/** The typed array class called `name`, or undefined. */
export function typedArrayClass(name: string): TypedArrayClass | undefined {
  return typedArrays.find((each) => each.name === name);
}

export class Catalogue {
  /** Shapes' plans by name, in the order given. */
  readonly plansByName = new Map<string, Plan>();
  readonly names = new Map<object, string>();
  readonly namedObjects = new Map<string, object>();
  /** The makers of templates, by name. */
  readonly templates = new Map<string, () => object>();
  /** Digests of shared objects, which never change. Kept by `fingerprint`. */
  readonly sharedDigests = new WeakMap<object, string>();
  readonly #plans = new Map<object | null, Plan>();

  constructor(parts: CatalogueParts) {
    this.#addContainers();
    for (const shape of parts.shapes) this.#addShape(shape);
    for (const [name, object] of parts.named ?? []) this.#addNamed(name, object);
    for (const [name, make] of parts.templates ?? []) this.#addTemplate(name, make);
  }

  /** How to handle `object`, or undefined when its class is not data. */
  planOf(object: object): Plan | undefined {
    return this.#plans.get(Object.getPrototypeOf(object));
  }

  #addContainers(): void {
    this.#plans.set(Array.prototype, containerPlan("array", "Array"));
    this.#plans.set(Map.prototype, containerPlan("map", "Map"));
    this.#plans.set(Set.prototype, containerPlan("set", "Set"));
    this.#plans.set(Object.prototype, containerPlan("plain", "Object"));
    this.#plans.set(null, containerPlan("bare", "Object"));
    for (const each of typedArrays) this.#plans.set(each.prototype, containerPlan("bytes", each.name));
  }

  #addShape(shape: Shape): void {
    if (this.plansByName.has(shape.name) || this.#plans.has(shape.class.prototype))
      throw new Error(`Failed to make a catalogue: the shape ${shape.name} is listed twice. List it once.`);
    const plan = shapePlan(shape);
    this.plansByName.set(shape.name, plan);
    this.#plans.set(shape.class.prototype, plan);
  }

  #addNamed(name: string, object: object): void {
    const taken = this.namedObjects.get(name);
    if (taken !== undefined && taken !== object)
      throw new Error(`Failed to make a catalogue: two objects are named ${name}. Names must be unique.`);
    this.namedObjects.set(name, object);
    if (!this.names.has(object)) this.names.set(object, name);
    const plan = this.planOf(object);
    if (plan !== undefined) plan.mayBeNamed = true;
  }

  #addTemplate(name: string, make: () => object): void {
    const sample = make();
    this.templates.set(name, make);
    this.planOf(sample)?.templates.push({ name, sample });
  }
}

/** Makes a catalogue; a name used twice is our mistake and throws. */
export function createCatalogue(parts: CatalogueParts): Catalogue {
  return new Catalogue(parts);
}

function containerPlan(kind: Kind, name: string): Plan {
  return {
    kind,
    name,
    fields: [],
    allFields: [],
    blank: () => ({}),
    shared: false,
    isShared: () => false,
    mayBeNamed: false,
    templates: [],
    texts: null,
  };
}

function shapePlan(shape: Shape): Plan {
  const all = Object.keys(shape.blank());
  const { shared = false, transient = [] } = shape;
  return {
    kind: "instance",
    name: shape.name,
    fields: all.filter((field) => !transient.includes(field)),
    allFields: all,
    blank: () => shape.blank(),
    shared: typeof shared === "function" ? "sometimes" : shared,
    isShared: typeof shared === "function" ? (shared as (instance: object) => boolean) : () => shared,
    mayBeNamed: false,
    templates: [],
    texts: null,
  };
}
