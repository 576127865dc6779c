/**
 * Character classes and case, for bytes (ASCII only, the C locale) and for unicode.
 * Unicode 1:1 mappings as in CPython 2.7: `u'ß'.upper()` stays `u'ß'`. NOT-PYTHON: newer Unicode tables than CPython 2.7's 5.2.
 */

/** Questions about one character, and its case. */
export interface Characters {
  isSpace(c: string): boolean;
  isAlpha(c: string): boolean;
  isDigit(c: string): boolean;
  isUpper(c: string): boolean;
  isLower(c: string): boolean;
  upper(text: string): string;
  lower(text: string): string;
  /** The characters `splitlines` ends a line at; `\r\n` counts as one. */
  lineEnd: RegExp;
}

export const byteCharacters: Characters = {
  isSpace: (c) => c === " " || (c >= "\t" && c <= "\r"),
  isAlpha: (c) => (c >= "a" && c <= "z") || (c >= "A" && c <= "Z"),
  isDigit: (c) => c >= "0" && c <= "9",
  isUpper: (c) => c >= "A" && c <= "Z",
  isLower: (c) => c >= "a" && c <= "z",
  upper: (text) => text.replace(/[a-z]+/g, (run) => run.toUpperCase()),
  lower: (text) => text.replace(/[A-Z]+/g, (run) => run.toLowerCase()),
  lineEnd: /\r\n|\r|\n/g,
};

/** Maps each code unit on its own, keeping those whose mapping is longer. */
function mapUnits(text: string, map: (c: string) => string): string {
  let out = "";
  for (const c of text) {
    const mapped = map(c);
    out += mapped.length === c.length ? mapped : c;
  }
  return out;
}

const unicodeLineEnd = "\r\n|[\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029]";

export const unicodeCharacters: Characters = {
  isSpace: (c) => (/\s/.test(c) && c !== "\ufeff") || (c >= "\x1c" && c <= "\x1f") || c === "\x85",
  isAlpha: (c) => /\p{L}/u.test(c),
  isDigit: (c) => /[\p{Nd}\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]/u.test(c),
  isUpper: (c) => /\p{Lu}/u.test(c),
  isLower: (c) => /\p{Ll}/u.test(c),
  upper: (text) => mapUnits(text, (c) => c.toUpperCase()),
  lower: (text) => mapUnits(text, (c) => c.toLowerCase()),
  lineEnd: new RegExp(unicodeLineEnd, "g"),
};
