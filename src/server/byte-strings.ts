/**
 * Bytes, text, and Python 2's `str`: a JavaScript string whose code units are bytes.
 *
 * Pages, form fields and header fields are byte strings on the server, as they were in Karrigell; the page's text is
 * UTF-8. Three directions are enough: text → bytes in a string, and bytes in an array ↔ bytes in a string.
 */

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
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(writeBytes(bytes));
  } catch {
    return null;
  }
}

/** An array of bytes as a byte string. */
export function readBytes(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join("");
}

/** A byte string as an array of bytes. */
export function writeBytes(bytes: string): Uint8Array {
  const array = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) array[at] = bytes.charCodeAt(at);
  return array;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
