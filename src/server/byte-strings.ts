/**
 * Bytes, text, and Python 2's `str`: a JavaScript string whose code units are bytes.
 *
 * Pages, form fields and header fields are byte strings on the server, as they were in Karrigell; the page's text is
 * UTF-8. Three directions are enough: text → bytes in a string, and bytes in an array ↔ bytes in a string.
 */
import { isAscii } from "../python/index.ts";

/** The UTF-8 bytes of `text`, as a byte string. */
export function encodeText(text: string): string {
  return isAscii(text) ? text : readBytes(new TextEncoder().encode(text));
}

/** The text that a byte string holds in UTF-8; what is not UTF-8 becomes U+FFFD. */
export function decodeText(bytes: string): string {
  return isAscii(bytes) ? bytes : new TextDecoder().decode(writeBytes(bytes));
}

/** The text that a byte string holds, or null when it is not UTF-8. */
export function decodeStrictly(bytes: string): string | null {
  if (isAscii(bytes)) return bytes;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(writeBytes(bytes));
  } catch {
    return null;
  }
}

/**
 * An array of bytes as a byte string. Unlike a `latin1` decoder it keeps every byte.
 *
 * @note To spread a typed array, item by item, takes eight times as long as to apply it.
 */
export function readBytes(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + 8192)));
  return pieces.join("");
}

/** A byte string as an array of bytes. */
export function writeBytes(bytes: string): Uint8Array<ArrayBuffer> {
  const array = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) array[at] = bytes.charCodeAt(at);
  return array;
}
