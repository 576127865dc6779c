/**
 * Codecs: bytes to text and back. `utf-8`, `latin-1`, `ascii`, `utf-16`, `unicode-escape` and the byte-to-byte ones of Python 2 (`hex`, `base64`, `rot13`).
 *
 * Bytes are strings of code units 0…255. Error positions, names and reasons are CPython 2.7's (its utf-8 codec calls itself "utf8").
 */
import { PyUnicode } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { raiseDecodeError, raiseEncodeError } from "../operations/coding.ts";

/** What to do with what cannot be coded. */
type ErrorMode = string;

interface Codec {
  encode?(text: string, errors: ErrorMode): string;
  decode?(bytes: string, errors: ErrorMode): string;
  /** Byte-to-byte codecs of Python 2. */
  transform?(bytes: string): string;
  restore?(bytes: string): string;
}

/** The well-known names of each codec, in normal form: lower case, `_` for `-` and blanks. */
const aliases: Record<string, string> = {
  utf8: "utf_8",
  utf: "utf_8",
  u8: "utf_8",
  utf_8: "utf_8",
  latin_1: "latin_1",
  latin1: "latin_1",
  latin: "latin_1",
  l1: "latin_1",
  iso_8859_1: "latin_1",
  iso8859_1: "latin_1",
  iso88591: "latin_1",
  ascii: "ascii",
  us_ascii: "ascii",
  cp1252: "cp1252",
  windows_1252: "cp1252",
  iso_8859_15: "iso8859_15",
  iso8859_15: "iso8859_15",
  latin_9: "iso8859_15",
  hex: "hex",
  hex_codec: "hex",
  base64: "base64",
  base64_codec: "base64",
  rot13: "rot_13",
  rot_13: "rot_13",
  string_escape: "string_escape",
  unicode_escape: "unicode_escape",
  raw_unicode_escape: "unicode_escape",
  utf_16: "utf_16",
  utf16: "utf_16",
};

function findCodec(name: string): Codec {
  const normal = name.toLowerCase().replace(/[-\s]/g, "_");
  known ??= makeCodecs();
  const found = known[aliases[normal] ?? ""];
  if (found === undefined) raiseError("LookupError", `unknown encoding: ${name}`);
  return found;
}

/** `text.encode(encoding, errors)`; UnicodeEncodeError, LookupError. */
export function encode(text: string, encoding: string, errors: ErrorMode = "strict"): string {
  const codec = findCodec(encoding);
  if (codec.encode !== undefined) return codec.encode(text, errors);
  return (codec.transform ?? raiseNoCodec)(
    encodeSimple(text, "ascii", 0x80, "ordinal not in range(128)", "strict"),
  );
}

/** `bytes.decode(encoding, errors)`: a unicode, or a str for a byte-to-byte codec. */
export function decode(bytes: string, encoding: string, errors: ErrorMode = "strict"): Value {
  const codec = findCodec(encoding);
  if (codec.decode !== undefined) return new PyUnicode(codec.decode(bytes, errors));
  return (codec.restore ?? raiseNoCodec)(bytes);
}

/** `bytes.encode(encoding)`: a byte-to-byte codec, else by way of ASCII text. */
export function encodeBytes(vm: VM, bytes: string, encoding: string, errors: ErrorMode): string {
  vm.charge(bytes.length >> 5);
  vm.allocate(bytes.length * 2);
  const codec = findCodec(encoding);
  if (codec.transform !== undefined) return codec.transform(bytes);
  return encode(decodeSimple(bytes, "ascii", 0x80, "ordinal not in range(128)", "strict"), encoding, errors);
}

function raiseNoCodec(): never {
  raiseError("LookupError", "this codec works in one direction only");
}

/** The text's UTF-8 bytes; a lone surrogate is three bytes, as in CPython 2.7. */
export function encodeUtf8(text: string): string {
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

/** Bytes of UTF-8 as text. */
function decodeUtf8(bytes: string, errors: ErrorMode = "strict"): string {
  let out = "";
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes.charCodeAt(i);
    if (lead < 0x80) {
      out += bytes[i++];
      continue;
    }
    const size = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    const good = size === 0 ? 0 : goodTail(bytes, i, lead, size);
    if (size !== 0 && good === size) {
      out += String.fromCodePoint(joinUtf8(bytes, i, size));
      i += size;
      continue;
    }
    const length = Math.max(1, good);
    const reason =
      size === 0
        ? "invalid start byte"
        : i + good >= bytes.length
          ? "unexpected end of data"
          : "invalid continuation byte";
    out += badBytes("utf8", bytes, i, i + length, reason, errors);
    i += length;
  }
  return out;
}

/** How many bytes from `at` on belong together. */
function goodTail(bytes: string, at: number, lead: number, size: number): number {
  for (let k = 1; k < size; k++) {
    const byte = bytes.charCodeAt(at + k);
    if (!((byte & 0xc0) === 0x80)) return k;
    if (
      k === 1 &&
      ((lead === 0xe0 && byte < 0xa0) || (lead === 0xf0 && byte < 0x90) || (lead === 0xf4 && byte > 0x8f))
    )
      return 1;
  }
  return size;
}

function joinUtf8(bytes: string, at: number, size: number): number {
  let point = bytes.charCodeAt(at) & (0xff >> (size + 1));
  for (let k = 1; k < size; k++) point = (point << 6) | (bytes.charCodeAt(at + k) & 0x3f);
  return point;
}

/** Undecodable bytes by the error mode. */
function badBytes(
  encoding: string,
  bytes: string,
  start: number,
  end: number,
  reason: string,
  errors: ErrorMode,
): string {
  if (errors === "ignore") return "";
  if (errors === "replace") return "\ufffd";
  if (errors === "strict") raiseDecodeError(encoding, bytes, start, end, reason);
  raiseError("LookupError", `unknown error handler name '${errors}'`);
}

/** Unencodable characters by the error mode. */
function badText(
  encoding: string,
  text: string,
  start: number,
  end: number,
  reason: string,
  errors: ErrorMode,
): string {
  const bad = text.slice(start, end);
  switch (errors) {
    case "strict":
      return raiseEncodeError(encoding, text, start, end, reason);
    case "ignore":
      return "";
    case "replace":
      return "?".repeat(bad.length);
    case "xmlcharrefreplace":
      return [...bad].map((c) => `&#${c.codePointAt(0)};`).join("");
    case "backslashreplace":
      return Array.from(bad, escapeUnit).join("");
  }
  raiseError("LookupError", `unknown error handler name '${errors}'`);
}

function escapeUnit(c: string): string {
  const point = c.codePointAt(0) ?? 0;
  if (point < 0x100) return `\\x${point.toString(16).padStart(2, "0")}`;
  if (point < 0x10000) return `\\u${point.toString(16).padStart(4, "0")}`;
  return `\\U${point.toString(16).padStart(8, "0")}`;
}

/** One byte for one character below `limit`. */
function encodeSimple(text: string, name: string, limit: number, reason: string, errors: ErrorMode): string {
  let out = "";
  for (let i = 0; i < text.length; ) {
    if (text.charCodeAt(i) < limit) {
      out += text[i++];
      continue;
    }
    let end = i + 1;
    while (end < text.length && text.charCodeAt(end) >= limit) end++;
    out += badText(name, text, i, end, reason, errors);
    i = end;
  }
  return out;
}

function decodeSimple(bytes: string, name: string, limit: number, reason: string, errors: ErrorMode): string {
  let out = "";
  for (let i = 0; i < bytes.length; i++)
    out += bytes.charCodeAt(i) < limit ? bytes[i] : badBytes(name, bytes, i, i + 1, reason, errors);
  return out;
}

/** A codec of 256 characters: latin-1 but for those that stand in `own`, from the byte `start` on. */
function charmap(start: number, own: string): Codec {
  const isTaken = (point: number) => point >= start && point < start + own.length;
  return {
    encode: (text, errors) => {
      let out = "";
      for (let i = 0; i < text.length; i++) {
        const point = text.charCodeAt(i);
        const at = own.indexOf(text.charAt(i));
        if (at >= 0) out += String.fromCharCode(start + at);
        else if (point < 256 && !isTaken(point)) out += text.charAt(i);
        else out += badText("charmap", text, i, i + 1, "character maps to <undefined>", errors);
      }
      return out;
    },
    decode: (bytes) =>
      Array.from(bytes, (c) => (isTaken(c.charCodeAt(0)) ? own.charAt(c.charCodeAt(0) - start) : c)).join(""),
  };
}

/** Windows-1252 from 0x80 on. */
const cp1252 =
  "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178";

/** Latin-9 from 0xa4 to 0xbe. */
const latin9 =
  "\u20ac\xa5\u0160\xa7\u0161\xa9\xaa\xab\xac\xad\xae\xaf\xb0\xb1\xb2\xb3\u017d\xb5\xb6\xb7\u017e\xb9\xba\xbb\u0152\u0153\u0178";

function toHex(bytes: string): string {
  return Array.from(bytes, (c) => c.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}

function fromHex(text: string): string {
  if (text.length % 2 === 1) raiseError("TypeError", "Odd-length string");
  if (/[^0-9a-fA-F]/.test(text)) raiseError("TypeError", "Non-hexadecimal digit found");
  return text.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base 64 in lines of 76, each ended. */
function toBase64(bytes: string): string {
  let out = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const group =
      (bytes.charCodeAt(i) << 16) | ((bytes.charCodeAt(i + 1) || 0) << 8) | (bytes.charCodeAt(i + 2) || 0);
    const digits = [18, 12, 6, 0].map((shift) => base64Digits[(group >> shift) & 63]);
    if (i + 1 >= bytes.length) digits[2] = "=";
    if (i + 2 >= bytes.length) digits[3] = "=";
    out += digits.join("");
  }
  return out.replace(/.{1,76}/g, "$&\n");
}

/** Base 64 back to bytes; what is no digit is skipped. */
function fromBase64(text: string): string {
  let out = "";
  let bits = 0;
  let count = 0;
  for (const c of text) {
    const digit = base64Digits.indexOf(c);
    if (digit < 0) continue;
    bits = ((bits << 6) | digit) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += String.fromCharCode((bits >> count) & 0xff);
  }
  if (count >= 6) raiseError("ValueError", "Incorrect padding");
  return out;
}

function rot13(text: string): string {
  return text.replace(/[a-zA-Z]/g, (c) => {
    const base = c <= "Z" ? 65 : 97;
    return String.fromCharCode(((c.charCodeAt(0) - base + 13) % 26) + base);
  });
}

const simpleEscapes: Record<string, string> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  v: "\v",
  "\n": "",
};

/** Reads backslash escapes; `wide` also `\u` and `\U`. */
function unescapeText(text: string, wide: boolean): string {
  const pattern = wide
    ? /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g
    : /\\(?:x([0-9a-fA-F]{2})|(?!)()|(?!)()|([0-7]{1,3})|([\s\S]))/g;
  return text.replace(pattern, (whole, x, u, long, octal, simple) => {
    const hex = x ?? u ?? long;
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    return simpleEscapes[simple] ?? whole;
  });
}

/** Writes what is not printable ASCII as escapes. */
function escapeText(text: string, wide: boolean): string {
  let out = "";
  for (const c of wide ? [...text] : text) {
    if (c === "\\") out += "\\\\";
    else if (c === "\n") out += "\\n";
    else if (c === "\r") out += "\\r";
    else if (c === "\t") out += "\\t";
    else out += c >= " " && c <= "~" ? c : escapeUnit(c);
  }
  return out;
}

let known: Record<string, Codec> | undefined;

/** Every codec by its name. Made when the first is asked for. */
const makeCodecs = (): Record<string, Codec> => ({
  utf_8: { encode: (text) => encodeUtf8(text), decode: decodeUtf8 },
  latin_1: {
    encode: (text, errors) => encodeSimple(text, "latin-1", 0x100, "ordinal not in range(256)", errors),
    decode: (bytes) => bytes,
  },
  ascii: {
    encode: (text, errors) => encodeSimple(text, "ascii", 0x80, "ordinal not in range(128)", errors),
    decode: (bytes, errors) => decodeSimple(bytes, "ascii", 0x80, "ordinal not in range(128)", errors),
  },
  cp1252: charmap(0x80, cp1252),
  iso8859_15: charmap(0xa4, latin9),
  utf_16: {
    encode: (text) =>
      `\xff\xfe${Array.from({ length: text.length }, (_, i) => {
        const unit = text.charCodeAt(i);
        return String.fromCharCode(unit & 0xff, unit >> 8);
      }).join("")}`,
    decode: (bytes) => decodeUtf16(bytes),
  },
  unicode_escape: {
    encode: (text) => escapeText(text, true),
    decode: (bytes) => unescapeText(bytes, true),
  },
  string_escape: {
    transform: (bytes) => escapeText(bytes, false).replace(/'/g, "\\'"),
    restore: (bytes) => unescapeText(bytes, false),
  },
  hex: { transform: toHex, restore: fromHex },
  base64: { transform: toBase64, restore: fromBase64 },
  rot_13: { transform: rot13, restore: rot13 },
});

function decodeUtf16(bytes: string): string {
  const isBig = bytes.startsWith("\xfe\xff");
  const start = isBig || bytes.startsWith("\xff\xfe") ? 2 : 0;
  let out = "";
  for (let i = start; i + 1 < bytes.length; i += 2) {
    const [high, low] = isBig ? [i, i + 1] : [i + 1, i];
    out += String.fromCharCode((bytes.charCodeAt(high) << 8) | bytes.charCodeAt(low));
  }
  return out;
}
