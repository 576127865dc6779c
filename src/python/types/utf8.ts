/** UTF-8. Bytes are strings of code units 0…255. */
import { isAscii } from "../operations/coding.ts";
import { badBytes, type Errors } from "./codecs-errors.ts";

/** Bytes of UTF-8 as text. */
export function decodeUtf8(bytes: string, errors: Errors): string {
  if (isAscii(bytes)) return bytes;
  let out = "";
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes.charCodeAt(i);
    if (lead < 0x80) {
      out += bytes[i++];
      continue;
    }
    const size = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    const more = continuations(bytes, i, size);
    if (size !== 0 && more === size - 1 && isShortest(lead, bytes.charCodeAt(i + 1))) {
      out += String.fromCodePoint(joinUtf8(bytes, i, size));
      i += size;
      continue;
    }
    const isCut = i + size > bytes.length;
    const reason =
      size === 0 ? "invalid start byte" : isCut ? "unexpected end of data" : "invalid continuation byte";
    const end = i + 1 + (isCut ? more : Math.min(more, Math.max(0, size - 2)));
    const { text, next } = badBytes(errors, "utf8", bytes, i, end, reason);
    out += text;
    i = next;
  }
  return out;
}

/** How many of the bytes after `at` continue its sequence of `size`. */
function continuations(bytes: string, at: number, size: number): number {
  let count = 0;
  while (count < size - 1 && (bytes.charCodeAt(at + 1 + count) & 0xc0) === 0x80) count++;
  return count;
}

/** False for a second byte that makes a sequence longer than it need be, or a number beyond the last. */
function isShortest(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xf0) return second >= 0x90;
  return lead !== 0xf4 || second <= 0x8f;
}

function joinUtf8(bytes: string, at: number, size: number): number {
  let point = bytes.charCodeAt(at) & (0xff >> (size + 1));
  for (let k = 1; k < size; k++) point = (point << 6) | (bytes.charCodeAt(at + k) & 0x3f);
  return point;
}
