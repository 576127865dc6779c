/**
 * Character classes and case, for bytes (ASCII only, the C locale) and for unicode.
 * Unicode 1:1 mappings as in CPython 2.7: `u'ß'.upper()` stays `u'ß'`. NOT-PYTHON: newer Unicode tables than CPython 2.7's 5.2.
 */

import { isAscii } from "../operations/coding.ts";
import { eachCharacter } from "./each-character.ts";

/** Questions about one character, and its case. */
export interface Characters {
  isSpace(c: string): boolean;
  isAlpha(c: string): boolean;
  isDigit(c: string): boolean;
  /** `isalnum`. */
  isAlnum(c: string): boolean;
  isUpper(c: string): boolean;
  isLower(c: string): boolean;
  /** Like `\u01c5`, a letter that is both. */
  isTitle(c: string): boolean;
  upper(text: string): string;
  lower(text: string): string;
  /** Of one character. */
  title(c: string): string;
  /** The characters `splitlines` ends a line at; `\r\n` counts as one. */
  lineEnd: RegExp;
}

export const byteCharacters: Characters = {
  isSpace: (c) => c === " " || (c >= "\t" && c <= "\r"),
  isAlpha: (c) => (c >= "a" && c <= "z") || (c >= "A" && c <= "Z"),
  isDigit: (c) => c >= "0" && c <= "9",
  isAlnum: (c) => (c >= "a" && c <= "z") || (c >= "A" && c <= "Z") || (c >= "0" && c <= "9"),
  isUpper: (c) => c >= "A" && c <= "Z",
  isLower: (c) => c >= "a" && c <= "z",
  isTitle: () => false,
  upper: (text) => (isAscii(text) ? text.toUpperCase() : text.replace(/[a-z]+/g, (run) => run.toUpperCase())),
  lower: (text) => (isAscii(text) ? text.toLowerCase() : text.replace(/[A-Z]+/g, (run) => run.toLowerCase())),
  title: (c) => byteCharacters.upper(c),
  lineEnd: /\r\n|\r|\n/g,
};

/** Maps each code unit on its own, keeping those whose mapping is longer. */
function mapUnits(text: string, map: (c: string) => string): string {
  return eachCharacter(text, (c) => {
    const mapped = map(c);
    return mapped.length === c.length ? mapped : c;
  });
}

/**
 * A question that a pattern over Unicode's properties answers. The pattern is read when it is first asked: hosts take longer over one
 * than over a hundred lines of ours, also where it stands as a literal in a function that nobody calls.
 */
function matching(source: string): (c: string) => boolean {
  let pattern: RegExp | null = null;
  return (c) => {
    pattern ??= new RegExp(source, "u");
    return pattern.test(c);
  };
}

/** What has the value of a digit: decimal digits, raised, lowered, in circles … */
const digits =
  "[\\p{Nd}\xb2\xb3\xb9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792]";

const unicodeLineEnd = "\r\n|[\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029]";

export const unicodeCharacters: Characters = {
  isSpace: (c) => (/[\s\x85\u180e]/.test(c) && c !== "\ufeff") || (c >= "\x1c" && c <= "\x1f"),
  isAlpha: matching("\\p{L}"),
  isDigit: matching(digits),
  isAlnum: matching("[\\p{L}\\p{N}]"),
  isUpper: matching("\\p{Lu}"),
  isLower: matching("[\\p{Ll}\xaa\xba]"),
  isTitle: matching("\\p{Lt}"),
  upper: (text) => mapUnits(text, (c) => c.toUpperCase()),
  lower: (text) => mapUnits(text, (c) => (c === "\u0130" ? "i" : c.toLowerCase())),
  title: (c) => {
    // The letters of two, each in three shapes: the middle one is the title's.
    const code = c.charCodeAt(0);
    if (code >= 0x1c4 && code <= 0x1cc) return String.fromCharCode(code + 1 - ((code - 0x1c4) % 3));
    return code >= 0x1f1 && code <= 0x1f3 ? "\u01f2" : unicodeCharacters.upper(c);
  },
  lineEnd: new RegExp(unicodeLineEnd, "g"),
};
