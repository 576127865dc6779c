/**
 * Bytes, written and read in order: the alphabet of images.
 *
 * Numbers are varints (LEB128: seven bits to a byte, lowest first), strings one or two bytes to a code unit,
 * whichever suffices, so that lone surrogates and Python's byte strings pass unharmed.
 */

export class ByteWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;

  /** `capacity`: the bytes for which there is room from the beginning. */
  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  byte(byte: number): void {
    if (this.#length === this.#bytes.length) this.#reserve(1);
    this.#bytes[this.#length++] = byte;
  }

  /** A safe integer from 0. */
  varint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80);
      rest = rest > 0x7fffffff ? Math.floor(rest / 0x80) : rest >>> 7;
    }
    this.byte(rest);
  }

  float(value: number): void {
    this.bytes(new Uint8Array(new Float64Array([value]).buffer));
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Twice the length, plus one when the code units need two bytes each; then the code units. */
  text(text: string): void {
    const { length } = text;
    const start = this.#length;
    this.varint(length * 2);
    this.#reserve(length);
    const bytes = this.#bytes;
    let end = this.#length;
    let all = 0;
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      all |= unit;
      bytes[end++] = unit;
    }
    this.#length = end;
    if (all <= 0xff) return;
    // Few texts are, so that is found out on the way.
    this.#length = start;
    this.#wideText(text);
  }

  /** The bytes so far, and then those of `others`, in an array of exactly their length. */
  finish(...others: readonly ByteWriter[]): Uint8Array<ArrayBuffer> {
    const all = [this, ...others];
    const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
    let end = 0;
    for (const each of all) {
      bytes.set(each.#bytes.subarray(0, each.#length), end);
      end += each.#length;
    }
    return bytes;
  }

  #wideText(text: string): void {
    const { length } = text;
    this.varint(length * 2 + 1);
    this.#reserve(length * 2);
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      this.#bytes[this.#length++] = unit;
      this.#bytes[this.#length++] = unit >> 8;
    }
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

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
