/** Raw deflate (RFC 1951) with words that need not be said: see `vocabulary.ts`. */
import { deflateSync, Inflate } from "fflate";
import { concatenate } from "./bytes.ts";
import { pack } from "./pack.ts";

/** How far back deflate can point, and so how much of a dictionary is of use. */
const WINDOW = 32_768;
/** Bytes unpacked at a time. Deflate makes at most 1,032 of one, so that what comes at once is small. */
const SLICE = 256;

/** Up to how many bytes the best way to pack them is searched: a site with more has no short link anyhow. */
const SEARCHED = 16_384;

/** `bytes` packed as small as we can. */
export function deflate(bytes: Uint8Array, dictionary: Uint8Array): Uint8Array {
  const quick = deflateQuickly(bytes, dictionary);
  if (bytes.length > SEARCHED) return quick;
  const searched = pack(bytes, dictionary.slice(-WINDOW));
  return searched.length < quick.length ? searched : quick;
}

/** `bytes` packed in no time, a little larger. */
export function deflateQuickly(bytes: Uint8Array, dictionary: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 9, mem: 4, dictionary: dictionary.slice(-WINDOW) });
}

/** What was packed; null when it is damaged, `"too-large"` when it becomes more than `most` bytes. */
export function inflate(
  bytes: Uint8Array,
  most: number,
  dictionary: Uint8Array = new Uint8Array(0),
): Uint8Array | null | "too-large" {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflate({ dictionary: dictionary.slice(-WINDOW) }, (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < bytes.length && length <= most; at += SLICE)
      inflater.push(bytes.slice(at, at + SLICE), at + SLICE >= bytes.length);
  } catch {
    return null;
  }
  return length > most ? "too-large" : concatenate(chunks);
}
