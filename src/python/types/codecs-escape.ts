/** Text with backslash escapes: `unicode-escape`, `raw-unicode-escape` and, of bytes, `string-escape`. */
import { raiseError } from "../objects/raise.ts";
import { badBytes, type Codec, type Errors, escapeUnit } from "./codecs-errors.ts";

const simple: Readonly<Record<string, string>> = {
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

/** By their plain names. */
export const escapeCodecs: Readonly<Record<string, Codec>> = {
  unicodeescape: { encode: escapeText, decode: unescapeUnicode },
  rawunicodeescape: {
    encode: (text) => text.replace(/[^\0-\xff]/gu, escapeUnit),
    decode: unescapeRaw,
  },
  stringescape: {
    encode: () => raiseError("TypeError", "escape_encode() argument 1 must be string, not unicode"),
    transform: (bytes) => escapeText(bytes).replace(/'/g, "\\'"),
    restore: unescapeBytes,
  },
};

/** What is not printable ASCII as escapes. */
function escapeText(text: string): string {
  return text.replace(/[^ -[\]-~]/gu, (c) => {
    const letter = { "\\": "\\", "\n": "n", "\r": "r", "\t": "t" }[c];
    return letter === undefined ? escapeUnit(c) : `\\${letter}`;
  });
}

const sizes: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function unescapeUnicode(bytes: string, errors: Errors): string {
  let out = "";
  for (let at = 0; at < bytes.length; ) {
    const pattern = /\\([xuU]|[0-7]{1,3}|[\s\S]?)/g;
    pattern.lastIndex = at;
    const match = pattern.exec(bytes);
    if (match === null) return out + bytes.slice(at);
    const [whole, letter = ""] = match;
    out += bytes.slice(at, match.index);
    at = match.index + whole.length;
    const size = sizes[letter];
    if (size !== undefined) {
      const read = readPoint(bytes, match.index, size, errors);
      out += read.text;
      at = read.next;
    } else if (letter === "" || letter === "N") {
      const reason = letter === "" ? "\\ at end of string" : "unknown Unicode character name";
      const bad = badBytes(errors, "unicodeescape", bytes, match.index, at, reason);
      out += bad.text;
      at = bad.next;
    } else
      out += /\d/.test(letter) ? String.fromCharCode(Number.parseInt(letter, 8)) : (simple[letter] ?? whole);
  }
  return out;
}

/** The character whose number stands after the two of `start`. */
function readPoint(
  bytes: string,
  start: number,
  size: number,
  errors: Errors,
): { text: string; next: number } {
  const letter = bytes[start + 1] ?? "";
  const digits = /^[0-9a-fA-F]*/.exec(bytes.slice(start + 2, start + 2 + size))?.[0] ?? "";
  const next = start + 2 + digits.length;
  const point = Number.parseInt(digits, 16);
  if (digits.length === size && point <= 0x10ffff) return { text: String.fromCodePoint(point), next };
  const reason =
    digits.length === size ? "illegal Unicode character" : `truncated \\${letter}${"X".repeat(size)} escape`;
  return badBytes(errors, "unicodeescape", bytes, start, next, reason);
}

function unescapeRaw(bytes: string, errors: Errors): string {
  let out = "";
  for (let at = 0; at < bytes.length; ) {
    const pattern = /(\\+)([uU])?/g;
    pattern.lastIndex = at;
    const match = pattern.exec(bytes);
    const [, slashes = "", letter] = match ?? [];
    // Only the last of an odd number of backslashes begins an escape.
    const start = (match?.index ?? bytes.length) + slashes.length - 1;
    if (match === null) return out + bytes.slice(at);
    if (letter === undefined || slashes.length % 2 === 0) {
      out += bytes.slice(at, match.index + match[0].length);
      at = match.index + match[0].length;
      continue;
    }
    out += bytes.slice(at, start);
    const size = sizes[letter] ?? 4;
    const digits = /^[0-9a-fA-F]*/.exec(bytes.slice(start + 2, start + 2 + size))?.[0] ?? "";
    const point = Number.parseInt(digits, 16);
    at = start + 2 + digits.length;
    if (digits.length === size && point <= 0x10ffff) {
      out += String.fromCodePoint(point);
      continue;
    }
    const reason = digits.length === size ? "\\Uxxxxxxxx out of range" : "truncated \\uXXXX";
    const bad = badBytes(errors, "rawunicodeescape", bytes, start, at, reason);
    out += bad.text;
    at = bad.next;
  }
  return out;
}

function unescapeBytes(bytes: string): string {
  return bytes.replace(/\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3})|([\s\S]?))/g, (whole, hex, octal, letter) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    if (letter === "") raiseError("ValueError", "Trailing \\ in string");
    if (letter === "x") raiseError("ValueError", "invalid \\x escape");
    return simple[letter] ?? whole;
  });
}
