/**
 * The implicit conversion between `str` and `unicode`: ASCII, strictly. Its two errors are the ones learners of Python 2
 * meet most, so their texts are CPython's to the letter. And how text goes out where it must: as UTF-8.
 */
import { PyUnicode } from "../objects/builtin-objects.ts";
import { raiseWith } from "../objects/raise.ts";

/** Bytes as text; UnicodeDecodeError at the first byte above 127. */
export function decodeAscii(bytes: string): string {
  for (let i = 0; i < bytes.length; i++)
    if (bytes.charCodeAt(i) > 127) raiseDecodeError("ascii", bytes, i, i + 1, "ordinal not in range(128)");
  return bytes;
}

/** Text as bytes; UnicodeEncodeError at the first run of characters above 127. */
export function encodeAscii(text: string): string {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 128) continue;
    let end = i + 1;
    while (end < text.length && text.charCodeAt(end) > 127) end++;
    raiseEncodeError("ascii", text, i, end, "ordinal not in range(128)");
  }
  return text;
}

/** True when every code unit is below 128. */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** Raises UnicodeDecodeError with its five arguments. */
export function raiseDecodeError(
  encoding: string,
  bytes: string,
  start: number,
  end: number,
  reason: string,
): never {
  raiseWith("UnicodeDecodeError", [encoding, bytes, start, end, reason]);
}

/** Raises UnicodeEncodeError with its five arguments. */
export function raiseEncodeError(
  encoding: string,
  text: string,
  start: number,
  end: number,
  reason: string,
): never {
  raiseWith("UnicodeEncodeError", [encoding, new PyUnicode(text), start, end, reason]);
}

/** The text's UTF-8 bytes; a lone surrogate is three bytes, as in CPython 2.7. */
export function encodeUtf8(text: string): string {
  if (isAscii(text)) return text;
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    if (point > 0xffff) i++;
    out += utf8Bytes(point);
  }
  return out;
}

function utf8Bytes(point: number): string {
  if (point < 0x80) return String.fromCharCode(point);
  if (point < 0x800) return String.fromCharCode(0xc0 | (point >> 6), tail(point, 0));
  if (point < 0x10000) return String.fromCharCode(0xe0 | (point >> 12), tail(point, 6), tail(point, 0));
  return String.fromCharCode(0xf0 | (point >> 18), tail(point, 12), tail(point, 6), tail(point, 0));
}

function tail(point: number, shift: number): number {
  return 0x80 | ((point >> shift) & 0x3f);
}
