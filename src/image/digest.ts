/**
 * A 128-bit digest of a stream of 32-bit words: MurmurHash3_x86_128 (Austin Appleby, public domain), seed 0, taking the
 * words as little-endian bytes. Not cryptographic: nobody gains by making two of a learner's worlds look equal.
 */

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** Murmur's finaliser: every bit of the input changes about half of the bits of the output. */
function finish(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const c1 = 0x239b961b;
const c2 = 0xab0e9789 | 0;
const c3 = 0x38b34ae5;
const c4 = 0xa1e38b93 | 0;

const float = new Float64Array(1);
const floatWords = new Int32Array(float.buffer);

export class Digest {
  #h1 = 0;
  #h2 = 0;
  #h3 = 0;
  #h4 = 0;
  /** The words of a block that is not full yet. */
  #k1 = 0;
  #k2 = 0;
  #k3 = 0;
  #words = 0;

  word(word: number): void {
    switch (this.#words++ & 3) {
      case 0:
        this.#k1 = word;
        return;
      case 1:
        this.#k2 = word;
        return;
      case 2:
        this.#k3 = word;
        return;
      default:
        this.#block(word);
    }
  }

  /** Adds the length of `text`, then its UTF-16 code units, two to a word. */
  text(text: string): void {
    const { length } = text;
    this.word(length);
    for (let at = 0; at + 1 < length; at += 2)
      this.word(text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16));
    if ((length & 1) === 1) this.word(text.charCodeAt(length - 1));
  }

  /** Adds the two words of a double; every NaN is the same NaN. */
  float(value: number): void {
    float[0] = Number.isNaN(value) ? Number.NaN : value;
    this.word(floatWords[0] ?? 0);
    this.word(floatWords[1] ?? 0);
  }

  /** Adds `bytes`, four to a word, and their number. */
  bytes(bytes: Uint8Array): void {
    const { length } = bytes;
    this.word(length);
    for (let at = 0; at < length; at += 4)
      this.word(
        (bytes[at] ?? 0) |
          ((bytes[at + 1] ?? 0) << 8) |
          ((bytes[at + 2] ?? 0) << 16) |
          ((bytes[at + 3] ?? 0) << 24),
      );
  }

  /** The digest of the words so far, as 32 hexadecimal digits. More words may follow. */
  hex(): string {
    return this.#final()
      .map((word) => (word >>> 0).toString(16).padStart(8, "0"))
      .join("");
  }

  #block(k4: number): void {
    let h1 = this.#h1 ^ Math.imul(rotate(Math.imul(this.#k1, c1), 15), c2);
    h1 = (Math.imul(rotate(h1, 19) + this.#h2, 5) + 0x561ccd1b) | 0;
    let h2 = this.#h2 ^ Math.imul(rotate(Math.imul(this.#k2, c2), 16), c3);
    h2 = (Math.imul(rotate(h2, 17) + this.#h3, 5) + 0x0bcaa747) | 0;
    let h3 = this.#h3 ^ Math.imul(rotate(Math.imul(this.#k3, c3), 17), c4);
    h3 = (Math.imul(rotate(h3, 15) + this.#h4, 5) + 0x96cd1c35) | 0;
    const h4 = this.#h4 ^ Math.imul(rotate(Math.imul(k4, c4), 18), c1);
    this.#h1 = h1;
    this.#h2 = h2;
    this.#h3 = h3;
    this.#h4 = (Math.imul(rotate(h4, 13) + h1, 5) + 0x32ac3b17) | 0;
  }

  #final(): number[] {
    const left = this.#words & 3;
    const bytes = this.#words << 2;
    let h1 = this.#h1 ^ (left > 0 ? Math.imul(rotate(Math.imul(this.#k1, c1), 15), c2) : 0) ^ bytes;
    let h2 = this.#h2 ^ (left > 1 ? Math.imul(rotate(Math.imul(this.#k2, c2), 16), c3) : 0) ^ bytes;
    let h3 = this.#h3 ^ (left > 2 ? Math.imul(rotate(Math.imul(this.#k3, c3), 17), c4) : 0) ^ bytes;
    let h4 = this.#h4 ^ bytes;
    h1 = (h1 + h2 + h3 + h4) | 0;
    h2 = (h2 + h1) | 0;
    h3 = (h3 + h1) | 0;
    h4 = (h4 + h1) | 0;
    h1 = finish(h1);
    h2 = finish(h2);
    h3 = finish(h3);
    h4 = finish(h4);
    h1 = (h1 + h2 + h3 + h4) | 0;
    return [h1, h2 + h1, h3 + h1, h4 + h1];
  }
}
