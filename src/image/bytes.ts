/**
 * Bytes, written in order: the alphabet of images. `byte-reader.ts` reads them back.
 *
 * Numbers are varints (LEB128: seven bits to a byte, lowest first), strings one or two bytes to a code unit,
 * whichever suffices, so that lone surrogates and Python's byte strings pass unharmed.
 */

/** `anew` keeps room for so many bytes. */
const ROOM_KEPT = 65_536;

export class ByteWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;

  /** `capacity`: the bytes for which there is room from the beginning. */
  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity);
  }

  /** Itself, with nothing written: what was is gone. */
  anew(): this {
    this.#length = 0;
    if (this.#bytes.length > ROOM_KEPT) this.#bytes = new Uint8Array(ROOM_KEPT);
    return this;
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
