/** Writing a world as bytes; `format.ts` says which. */
import { ByteWriter } from "./bytes.ts";
import type { Catalogue, Plan, TypedArray } from "./catalogue.ts";
import { bytesOf, type ContentSink, sizeOf, walkContents } from "./contents.ts";
import { checksum, headerLength, magic, mostTemplates, smallIntegers, Tag, version } from "./format.ts";
import { Refusal } from "./refusal.ts";
import { type Template, templateOf } from "./template.ts";

/** As `write`, but throws a bare `Refusal`: for who has no use for the path at once, and not the means to find it. */
export function writeUnexplained(root: unknown, catalogue: Catalogue): Uint8Array<ArrayBuffer> {
  return new ImageWriter(catalogue).write(root);
}

/** Gives each distinct thing the next number, from 0. */
class Numbering<T> {
  readonly numbers = new Map<T, number>();

  of(thing: T): number {
    const known = this.numbers.get(thing);
    if (known !== undefined) return known;
    this.numbers.set(thing, this.numbers.size);
    return this.numbers.size - 1;
  }
}

/** One image is written at a time, so the rooms for its parts are used again. */
const [tableTexts, tableNumbers, values] = [new ByteWriter(8192), new ByteWriter(), new ByteWriter(8192)];

class ImageWriter implements ContentSink {
  readonly #catalogue: Catalogue;
  readonly #out = values.anew();
  readonly #strings = new Numbering<string>();
  readonly #shapes = new Numbering<Plan>();
  readonly #names = new Numbering<string>();
  readonly #numbers = new Map<object, number>();
  readonly #objects: object[] = [];
  /** In parallel: how to walk them; null for those of which nothing follows. */
  readonly #plans: (Plan | null)[] = [];
  #templates = 0;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  write(root: unknown): Uint8Array<ArrayBuffer> {
    this.value(root);
    for (let at = 0; at < this.#objects.length; at++) {
      const object = this.#objects[at];
      const plan = this.#plans[at];
      if (object !== undefined && plan) walkContents(object, plan, this);
    }
    return this.#finish();
  }

  /**
   * The tables come first in the image but are known last. The texts of shapes and names are in none of the values' places: they get
   * the numbers after those, without being searched.
   */
  #finish(): Uint8Array<ArrayBuffer> {
    const [strings, shapes, names] = [this.#strings.numbers, this.#shapes.numbers, this.#names.numbers];
    const tables = tableNumbers.anew();
    let count = strings.size;
    tables.varint(shapes.size);
    for (const { fields } of shapes.keys()) {
      tables.varint(count++);
      tables.varint(fields.length);
      for (let left = fields.length; left > 0; left--) tables.varint(count++);
    }
    tables.varint(names.size);
    for (let left = names.size; left > 0; left--) tables.varint(count++);
    const texts = tableTexts.anew();
    texts.bytes(emptyHeader);
    texts.varint(count);
    for (const text of strings.keys()) texts.text(text);
    for (const plan of shapes.keys()) {
      plan.texts ??= textsOf(plan);
      texts.bytes(plan.texts);
    }
    for (const name of names.keys()) texts.text(name);
    return withChecksum(texts.finish(tables, this.#out));
  }

  /** Any value: written at once if it is a primitive, met if it is an object. */
  value(value: unknown): void {
    switch (typeof value) {
      case "object":
        if (value === null) this.#out.byte(Tag.null);
        else this.#object(value);
        return;
      case "number":
        this.#number(value);
        return;
      case "string":
        this.#tagged(Tag.string, this.#strings.of(value));
        return;
      case "boolean":
        this.#out.byte(value ? Tag.true : Tag.false);
        return;
      case "undefined":
        this.#out.byte(Tag.undefined);
        return;
      case "bigint":
        this.#out.byte(value < 0n ? Tag.negativeBigint : Tag.bigint);
        this.#out.text((value < 0n ? -value : value).toString(16));
        return;
      case "function":
        this.#named(value);
        return;
      default:
        throw new Refusal();
    }
  }

  #tagged(tag: number, argument: number): void {
    this.#out.byte(tag);
    this.#out.varint(argument);
  }

  #number(value: number): void {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
      this.#out.byte(Tag.float);
      this.#out.float(value);
    } else if (value < 0) this.#tagged(Tag.negative, -1 - value);
    else if (value < smallIntegers) this.#out.byte(Tag.small + value);
    else this.#tagged(Tag.positive, value);
  }

  #named(object: object): void {
    const name = this.#catalogue.names.get(object);
    if (name === undefined) throw new Refusal();
    this.#tagged(Tag.named, this.#names.of(name));
  }

  #object(object: object): void {
    const number = this.#numbers.get(object);
    if (number !== undefined) {
      this.#tagged(Tag.again, number);
      return;
    }
    const plan = this.#catalogue.planOf(object);
    if (plan === undefined || (plan.mayBeNamed && this.#catalogue.names.has(object))) this.#named(object);
    else this.#first(object, plan);
  }

  /** An object met for the first time: what to make; its contents follow later. */
  #first(object: object, plan: Plan): void {
    this.#numbers.set(object, this.#numbers.size);
    this.#objects.push(object);
    const template = this.#templateOf(object, plan);
    this.#plans.push(template === undefined ? plan : null);
    if (template !== undefined) this.#tagged(Tag.template, this.#strings.of(template.name));
    else if (plan.kind === "instance") this.#tagged(Tag.instance, this.#shapes.of(plan));
    else if (plan.kind === "bytes") this.#bytes(object as TypedArray, plan);
    else this.#tagged(Tag[plan.kind], sizeOf(object, plan));
  }

  #templateOf(object: object, plan: Plan): Template | undefined {
    if (plan.templates.length === 0 || this.#templates >= mostTemplates) return undefined;
    const template = templateOf(object, plan);
    if (template !== undefined) this.#templates += 1;
    return template;
  }

  #bytes(array: TypedArray, plan: Plan): void {
    this.#tagged(Tag.bytes, this.#strings.of(plan.name));
    this.#out.varint(array.byteLength);
    this.#out.bytes(bytesOf(array));
  }

  key(name: string): void {
    this.#out.varint(this.#strings.of(name));
  }
}

/** Its name and its fields, as the table of strings has them. */
function textsOf({ name, fields }: Plan): Uint8Array {
  const texts = new ByteWriter(256);
  for (const text of [name, ...fields]) texts.text(text);
  return texts.finish();
}

const emptyHeader = Uint8Array.of(...magic, version, 0, 0, 0, 0);

function withChecksum(image: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const sum = checksum(image.subarray(headerLength));
  new DataView(image.buffer).setUint32(headerLength - 4, sum, true);
  return image;
}
