/**
 * String literals to values: prefixes, escapes and encodings (Python 2.7 reference, §2.4.1).
 *
 * A plain literal is its bytes with escapes replaced. A unicode literal decodes them: CPython first turns every
 * non-ASCII character into a ten-byte `\UXXXXXXXX` and then decodes escapes, and its error positions count in that
 * intermediate text; `widened` keeps such positions.
 */
import { PyUnicode } from "../../objects/builtin-objects.ts";
import { charmapCodec } from "../../types/codecs-charmap.ts";
import type { Encoding } from "../source-text.ts";
import { decodeUtf8 } from "./utf8.ts";

/** A literal that cannot be read; the parser gives it its place. */
export class LiteralError extends Error {
  /** "SyntaxError", or "ValueError" for what CPython lets through as one. */
  readonly kind: string;
  constructor(message: string, kind = "SyntaxError") {
    super(message);
    this.kind = kind;
  }
}

/**
 * The value of one string token, quotes and prefix included.
 *
 * @param unicodeLiterals whether `from __future__ import unicode_literals` holds.
 * @throws LiteralError
 */
export function stringValue(token: string, encoding: Encoding, unicodeLiterals: boolean): string | PyUnicode {
  const quoteAt = firstQuote(token);
  const prefix = token.slice(0, quoteAt).toLowerCase();
  const isEmptyShort = token.length - quoteAt === 2;
  const quotes = !isEmptyShort && token.startsWith(token.charAt(quoteAt).repeat(3), quoteAt) ? 3 : 1;
  const body = token.slice(quoteAt + quotes, -quotes);
  const isRaw = prefix.endsWith("r");
  if (prefix.startsWith("u") || (unicodeLiterals && !prefix.startsWith("b")))
    return new PyUnicode(decodeUnicode(body, isRaw, encoding));
  return isRaw || !body.includes("\\") ? body : unescapeBytes(body);
}

function firstQuote(token: string): number {
  let at = 0;
  while (token[at] !== "'" && token[at] !== '"') at++;
  return at;
}

/** What a backslash and one char stand for, in both kinds of string. */
const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ["\n", ""],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
  ["a", "\x07"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
]);

function unescapeBytes(body: string): string {
  return body.replace(/\\(x[0-9a-fA-F]{2}|[0-7]{1,3}|[\s\S])/g, (whole, sequence: string) => {
    const simple = simpleEscapes.get(sequence);
    if (simple !== undefined) return simple;
    if (sequence === "x") throw new LiteralError("invalid \\x escape", "ValueError");
    if (sequence.startsWith("x")) return String.fromCharCode(Number.parseInt(sequence.slice(1), 16));
    if (/^[0-7]/.test(sequence)) return String.fromCharCode(Number.parseInt(sequence, 8) & 0xff);
    return whole;
  });
}

/** How CPython's intermediate text spells a non-ASCII character: `\U0001f600`. */
const WIDENED_LENGTH = 10;

function decodeUnicode(body: string, isRaw: boolean, encoding: Encoding): string {
  const text = decodeSource(body, encoding);
  if (!text.includes("\\")) return text;
  return isRaw ? unescapeRawUnicode(text) : unescapeUnicode(text);
}

function decodeSource(body: string, encoding: Encoding): string {
  if (encoding !== "utf-8") {
    const codec = /[^\0-\x7f]/.test(body) ? charmapCodec(encoding.replace(/[^a-z0-9]/g, "")) : undefined;
    return codec?.decode?.(body, { mode: "replace" }) ?? body;
  }
  return decodeUtf8(body, (message) => {
    throw new LiteralError(`(unicode error) 'utf8' codec ${message}`);
  });
}

function unescapeUnicode(text: string): string {
  return text.replace(
    /\\(x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|N(?:\{[^}]*\}?)?|[0-7]{1,3}|[\s\S])/g,
    (whole, sequence: string, at: number) => unicodeEscape(whole, sequence, widened(text, at)),
  );
}

function unicodeEscape(whole: string, sequence: string, at: number): string {
  const simple = simpleEscapes.get(sequence);
  if (simple !== undefined) return simple;
  const kind = sequence.charAt(0);
  if (kind >= "0" && kind <= "7") return String.fromCharCode(Number.parseInt(sequence, 8));
  if (kind === "N") return namedCharacter(whole, at);
  const needed = { x: 2, u: 4, U: 8 }[kind];
  if (needed === undefined) return whole;
  return numberedCharacter(whole, sequence.slice(1), { needed, at });
}

function numberedCharacter(whole: string, digits: string, place: { needed: number; at: number }): string {
  const { needed, at } = place;
  if (digits.length < needed) {
    const shown = `\\${whole.charAt(1)}${whole.charAt(1).toUpperCase().repeat(needed)}`;
    const form = { 2: "\\xXX", 4: "\\uXXXX", 8: "\\UXXXXXXXX" }[needed] ?? shown;
    throw unicodeError("unicodeescape", at, whole.length, `truncated ${form} escape`);
  }
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff) throw unicodeError("unicodeescape", at, whole.length, "illegal Unicode character");
  return String.fromCodePoint(code);
}

/**
 * A name is only marked: `\ufffe`, its place, `{`, the name, `\uffff`. The table of names is not here when a page is compiled, so
 * `unicodedata._literal` looks them up when the literal is reached.
 */
function namedCharacter(whole: string, at: number): string {
  const name = whole.slice(3, -1);
  if (name !== "" && whole.endsWith("}")) return `\ufffe${at}{${name}\uffff`;
  throw unicodeError(
    "unicodeescape",
    at,
    name === "" ? Math.min(whole.length, 3) : whole.length,
    "malformed \\N character escape",
  );
}

/** Is it the value of a literal with names still in it? */
export const hasNames = (value: string | PyUnicode): boolean =>
  value instanceof PyUnicode && /\ufffe\d+\{[^\uffff]+\uffff/.test(value.value);

/** In a raw unicode literal `\u` counts after an odd number of backslashes only; other escapes stay as they are. */
function unescapeRawUnicode(text: string): string {
  return text.replace(
    /(\\+)([uU])([0-9a-fA-F]{0,8})/g,
    (whole, slashes: string, kind: string, hex: string, offset: number) => {
      if (slashes.length % 2 === 0) return whole;
      const needed = kind === "u" ? 4 : 8;
      if (hex.length < needed) {
        const at = widened(text, offset) + slashes.length - 1;
        throw unicodeError(
          "rawunicodeescape",
          at,
          2 + hex.length,
          `truncated \\${kind === "u" ? "uXXXX" : "UXXXXXXXX"}`,
        );
      }
      const character = String.fromCodePoint(Number.parseInt(hex.slice(0, needed), 16));
      return slashes.slice(1) + character + hex.slice(needed);
    },
  );
}

function unicodeError(codec: string, at: number, length: number, reason: string): LiteralError {
  const range = length === 1 ? `byte 0x5c in position ${at}` : `bytes in position ${at}-${at + length - 1}`;
  return new LiteralError(`(unicode error) '${codec}' codec can't decode ${range}: ${reason}`);
}

/** The position of `text[at]` in CPython's intermediate text. */
function widened(text: string, at: number): number {
  let position = 0;
  for (const character of text.slice(0, at))
    position += (character.codePointAt(0) ?? 0) < 0x80 ? 1 : WIDENED_LENGTH;
  return position;
}
