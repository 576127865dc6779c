/** Bytes, read in the order in which `bytes.ts` has written them. */

/** Thrown by a reader when the bytes cannot be what they should; its message is a reason for people. */
export class Damaged extends Error {}

/** How many code units are turned into a string at once: far below the engines' limit of arguments. */
const CHUNK = 4096;
/** Up to here a string is put together unit by unit. */
const SHORT = 32;

export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get position(): number {
    return this.#at;
  }

  get remaining(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new Damaged(`it ends at byte ${this.#at}, in the middle of a value`);
    this.#at++;
    return byte;
  }

  varint(): number {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 49; scale *= 0x80) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return this.#safe(value);
    }
    throw new Damaged(`the number before byte ${this.#at} is too long`);
  }

  float(): number {
    return new Float64Array(this.bytes(8).slice().buffer)[0] ?? 0;
  }

  /** The next `length` bytes, not copied. */
  bytes(length: number): Uint8Array {
    if (length > this.remaining)
      throw new Damaged(`byte ${this.#at} promises ${length} more bytes and only ${this.remaining} are left`);
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  text(): string {
    const heading = this.varint();
    const length = Math.floor(heading / 2);
    if (heading % 2 === 0) return length <= SHORT ? this.#shortText(length) : chunkedText(this.bytes(length));
    return chunkedText(this.#wideUnits(this.bytes(length * 2)));
  }

  /** Most strings are names; for these a view of the bytes costs more than the text itself. */
  #shortText(length: number): string {
    let text = "";
    for (let left = length; left > 0; left--) text += String.fromCharCode(this.byte());
    return text;
  }

  #wideUnits(bytes: Uint8Array): Uint16Array {
    const units = new Uint16Array(bytes.length / 2);
    for (let at = 0; at < units.length; at++)
      units[at] = (bytes[at * 2] ?? 0) | ((bytes[at * 2 + 1] ?? 0) << 8);
    return units;
  }

  #safe(value: number): number {
    if (Number.isSafeInteger(value)) return value;
    throw new Damaged(`the number before byte ${this.#at} is too large`);
  }
}

function chunkedText(units: Uint8Array | Uint16Array): string {
  let text = "";
  for (let at = 0; at < units.length; at += CHUNK)
    text += Reflect.apply(String.fromCharCode, null, units.subarray(at, at + CHUNK));
  return text;
}
