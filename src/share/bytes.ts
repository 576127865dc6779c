/**
 * The letters that the format is written in: bytes, numbers, texts.
 *
 *     number = *( %x80-FF ) %x00-7F          seven bits a byte, the lowest first
 *     string = number *OCTET                 so many bytes of UTF-8
 *     text   = *( %x01-FF ) %x00             UTF-8 up to a NUL
 *
 * What cannot be read is raised as `Malformed`, which only `decodeLink` catches: a reader of forty small rules stays readable so.
 */
import type { LinkProblem } from "./shared-site.ts";

/** What was being read is not what it should be. */
export class Malformed extends Error {
  readonly problem: LinkProblem;

  constructor(problem: LinkProblem) {
    super(problem.kind === "bad-content" ? problem.detail : problem.kind);
    this.problem = problem;
  }
}

/** The one door of refusals: `detail` says what was found. */
export function refuse(detail: string): never {
  throw new Malformed({ kind: "bad-content", detail });
}

/** Writes one after the other. */
export class ByteWriter {
  readonly #chunks: Uint8Array[] = [];

  byte(value: number): void {
    this.#chunks.push(Uint8Array.of(value));
  }

  number(value: number): void {
    for (; value > 127; value = Math.floor(value / 128)) this.byte((value % 128) | 128);
    this.byte(value);
  }

  bytes(bytes: Uint8Array): void {
    this.#chunks.push(bytes);
  }

  string(text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.number(bytes.length);
    this.bytes(bytes);
  }

  /** `text` has no NUL. `end` is 0 unless something else may stand there. */
  text(text: string, end = 0): void {
    this.bytes(new TextEncoder().encode(text));
    this.byte(end);
  }

  /** All that was written. */
  finish(): Uint8Array {
    return concatenate(this.#chunks);
  }
}

/** Reads one after the other, and nothing twice. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  byte(): number {
    return this.#bytes[this.#at++] ?? refuse("it ends too early");
  }

  /** A whole number up to `most`, in as few bytes as it takes. */
  number(most: number, what: string): number {
    let value = 0;
    for (let weight = 1; ; weight *= 128) {
      const byte = this.byte();
      value += (byte & 127) * weight;
      if (value > most) refuse(`${what}: more than ${most}`);
      if (byte < 128) return byte === 0 && weight > 1 ? refuse(`${what}: written too long`) : value;
    }
  }

  bytes(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.#bytes.length) refuse("it ends too early");
    const bytes = this.#bytes.slice(this.#at, end);
    this.#at = end;
    return bytes;
  }

  /** `most` counts bytes. */
  string(most: number, what: string): string {
    return decodeText(this.bytes(this.number(most, what)));
  }

  text(): string {
    return this.#until(this.#bytes.indexOf(0, this.#at));
  }

  /** A text and the byte below 32 that ends it. */
  word(): { text: string; end: number } {
    let end = this.#at;
    while ((this.#bytes[end] ?? 0) >= 32) end++;
    if (end === this.#bytes.length) refuse("it ends too early");
    return { text: this.#until(end), end: this.#bytes[end] ?? 0 };
  }

  /** True when the next byte begins a text. */
  get isAtWord(): boolean {
    return (this.#bytes[this.#at] ?? 0) >= 32;
  }

  #until(end: number): string {
    if (end === -1) refuse("it ends too early");
    const text = decodeText(this.#bytes.subarray(this.#at, end));
    this.#at = end + 1;
    return text;
  }
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse("a text is not UTF-8");
  }
}

/** One after the other, in one piece. */
export function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
