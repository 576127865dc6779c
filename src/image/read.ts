/**
 * Reading an image back.
 *
 * The bytes may come from an older build, a half-written store or a hostile link, so nothing in them is believed. Every
 * promised element costs at least one byte, so promises are added up and never exceed what is left: time and memory
 * stay in proportion to the image's length.
 */
import { ByteReader, Damaged } from "./byte-reader.ts";
import { type Catalogue, type Plan, typedArrayClass } from "./catalogue.ts";
import { setField } from "./copy.ts";
import { checksum, headerLength, magic, mostTemplates, Tag, version } from "./format.ts";

/** The world, or a reason why the bytes are none, as a clause for people: "it was written by a newer version (3)". */
export type ReadResult = { ok: true; root: unknown } | { ok: false; reason: string };

/** Reads what `write` wrote. Never throws for bad bytes. */
export function read(bytes: Uint8Array, catalogue: Catalogue): ReadResult {
  const reason = headerTrouble(bytes);
  if (reason !== null) return { ok: false, reason };
  try {
    return { ok: true, root: new ImageReader(bytes.subarray(headerLength), catalogue).read() };
  } catch (error) {
    if (error instanceof Damaged) return { ok: false, reason: error.message };
    throw error;
  }
}

function headerTrouble(bytes: Uint8Array): string | null {
  if (!magic.every((byte, at) => bytes[at] === byte)) return "it does not begin as an image does";
  const found = bytes[magic.length];
  if (found !== version)
    return `it is an image of version ${found ?? "(none)"} and this program reads version ${version}`;
  if (bytes.length < headerLength) return `it ends at byte ${bytes.length}, inside its header`;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const promised = view.getUint32(magic.length + 1, true);
  return promised === checksum(bytes.subarray(headerLength)) ? null : "its bytes were damaged or cut short";
}

/** Sixteen million bits: larger integers are beyond every budget. */
const longestBigint = 4_000_000;

class ImageReader {
  readonly #catalogue: Catalogue;
  readonly #in: ByteReader;
  readonly #strings: string[] = [];
  readonly #shapes: Plan[] = [];
  readonly #names: object[] = [];
  readonly #objects: object[] = [];
  readonly #fillers: ((object: object) => void)[] = [];
  /** Elements announced by containers and not read yet. */
  #promised = 0;
  #templates = 0;

  constructor(body: Uint8Array, catalogue: Catalogue) {
    this.#in = new ByteReader(body);
    this.#catalogue = catalogue;
  }

  read(): unknown {
    this.#readTables();
    const root = this.#value();
    for (let at = 0; at < this.#objects.length; at++) {
      const object = this.#objects[at];
      const fill = this.#fillers[at];
      if (object !== undefined && fill !== undefined) fill(object);
    }
    if (this.#in.remaining > 0) throw new Damaged(`${this.#in.remaining} bytes are left over at its end`);
    return root;
  }

  #readTables(): void {
    for (let left = this.#count(); left > 0; left--) this.#strings.push(this.#in.text());
    for (let left = this.#count(); left > 0; left--) this.#shapes.push(this.#shape());
    for (let left = this.#count(); left > 0; left--) this.#names.push(this.#name());
  }

  /** A number of things of at least one byte each. */
  #count(): number {
    const count = this.#in.varint();
    if (count > this.#in.remaining)
      throw new Damaged(
        `byte ${this.#in.position} promises ${count} entries and only ${this.#in.remaining} bytes are left`,
      );
    return count;
  }

  #shape(): Plan {
    const name = this.#string();
    const plan = this.#catalogue.plansByName.get(name);
    if (plan === undefined)
      throw new Damaged(`it holds objects of class ${name}, which this program does not know`);
    const fields: string[] = [];
    for (let left = this.#count(); left > 0; left--) fields.push(this.#string());
    if (fields.join() !== plan.fields.join())
      throw new Damaged(
        `class ${name} had the fields ${fields.join(", ")} when it was written and has ${plan.fields.join(", ")} now`,
      );
    return plan;
  }

  #name(): object {
    const name = this.#string();
    const object = this.#catalogue.namedObjects.get(name);
    if (object === undefined) throw new Damaged(`it refers to ${name}, which this program does not have`);
    return object;
  }

  #string(): string {
    return this.#at(this.#strings, "string");
  }

  #at<T>(table: readonly T[], what: string): T {
    const number = this.#in.varint();
    const entry = table[number];
    if (entry === undefined)
      throw new Damaged(`byte ${this.#in.position} refers to ${what} ${number}, which it lacks`);
    return entry;
  }

  #value(): unknown {
    const tag = this.#in.byte();
    if (tag >= Tag.small) return tag - Tag.small;
    return tag < Tag.again ? this.#primitive(tag) : this.#object(tag);
  }

  #primitive(tag: number): unknown {
    switch (tag) {
      case Tag.undefined:
        return undefined;
      case Tag.null:
        return null;
      case Tag.false:
        return false;
      case Tag.true:
        return true;
      case Tag.positive:
        return this.#in.varint();
      case Tag.negative:
        return -1 - this.#in.varint();
      case Tag.float:
        return this.#in.float();
      case Tag.bigint:
        return this.#bigint();
      case Tag.negativeBigint:
        return -this.#bigint();
      default:
        return this.#string();
    }
  }

  #bigint(): bigint {
    const digits = this.#in.text();
    if (digits.length > longestBigint || !/^[0-9a-f]+$/.test(digits))
      throw new Damaged(`the text before byte ${this.#in.position} is not a number`);
    return BigInt(`0x${digits}`);
  }

  #object(tag: number): object {
    switch (tag) {
      case Tag.again:
        return this.#at(this.#objects, "object");
      case Tag.named:
        return this.#at(this.#names, "name");
      case Tag.bytes:
        return this.#bytes();
      case Tag.instance:
        return this.#instance(this.#at(this.#shapes, "shape"));
      case Tag.template:
        return this.#template();
      default:
        return this.#container(tag);
    }
  }

  #bytes(): object {
    const name = this.#string();
    const TypedArray = typedArrayClass(name);
    if (TypedArray === undefined)
      throw new Damaged(`it holds an array of class ${name}, which does not exist`);
    const bytes = this.#in.bytes(this.#in.varint()).slice();
    if (bytes.length % TypedArray.BYTES_PER_ELEMENT !== 0)
      throw new Damaged(`the ${name} before byte ${this.#in.position} ends in half an element`);
    return this.#queue(new TypedArray(bytes.buffer), 0, () => undefined);
  }

  #instance(plan: Plan): object {
    return this.#queue(plan.blank(), plan.fields.length, (object) => {
      const record = object as Record<string, unknown>;
      for (const field of plan.fields) record[field] = this.#value();
    });
  }

  #template(): object {
    const name = this.#string();
    const make = this.#catalogue.templates.get(name);
    if (make === undefined) throw new Damaged(`it refers to ${name}, which this program does not have`);
    if (++this.#templates > mostTemplates)
      throw new Damaged(
        `byte ${this.#in.position} makes more than ${mostTemplates} objects out of their names`,
      );
    return this.#queue(make(), 0, () => undefined);
  }

  #container(tag: number): object {
    const size = this.#in.varint();
    switch (tag) {
      case Tag.array:
        return this.#queue([], size, (object) => {
          for (let left = size; left > 0; left--) (object as unknown[]).push(this.#value());
        });
      case Tag.map:
        return this.#queue(new Map(), size * 2, (object) => {
          for (let left = size; left > 0; left--) this.#entry(object as Map<unknown, unknown>);
        });
      case Tag.set:
        return this.#queue(new Set(), size, (object) => {
          for (let left = size; left > 0; left--) (object as Set<unknown>).add(this.#value());
        });
      case Tag.plain:
        return this.#record({}, size);
      case Tag.bare:
        return this.#record(Object.create(null), size);
      default:
        throw new Damaged(`the byte before ${this.#in.position} is ${tag}, which stands for nothing`);
    }
  }

  /** A key may be an object itself, so it is read before its value. */
  #entry(map: Map<unknown, unknown>): void {
    const key = this.#value();
    map.set(key, this.#value());
  }

  #record(empty: object, size: number): object {
    return this.#queue(empty, size * 2, (object) => {
      for (let left = size; left > 0; left--) {
        const key = this.#string();
        setField(object as Record<string, unknown>, key, this.#value());
      }
    });
  }

  /** Numbers `object` and remembers how to fill it with its `elements` when its turn comes. */
  #queue(object: object, elements: number, fill: (object: object) => void): object {
    this.#promised += elements;
    if (this.#promised > this.#in.remaining)
      throw new Damaged(`byte ${this.#in.position} promises more elements than there are bytes left`);
    this.#objects.push(object);
    this.#fillers.push((filled) => {
      this.#promised -= elements;
      fill(filled);
    });
    return object;
  }
}
