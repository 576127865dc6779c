/** `repr` of str and unicode. */
import { eachCharacter } from "./each-character.ts";

const named: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };

function hex(point: number, width: number): string {
  return point.toString(16).padStart(width, "0");
}

/** A byte that has no name; it is remembered, since texts that have one have many. */
function escaped(c: string): string {
  const text = `\\x${hex(c.charCodeAt(0), 2)}`;
  // A text in an error may be no bytes.
  if (c <= "\xff") named[c] = text;
  return text;
}

/** The quote that needs less escaping. */
function quoteFor(text: string): string {
  return text.includes("'") && !text.includes('"') ? '"' : "'";
}

/** Nothing to escape: printable ASCII without quotes and backslashes. */
const plain = /^[ !#-&(-[\]-~]*$/;

/** `repr` of a byte string. */
export function bytesRepr(bytes: string): string {
  if (plain.test(bytes)) return `'${bytes}'`;
  const quote = quoteFor(bytes);
  const shown = eachCharacter(bytes, (c) => {
    if (c === quote) return `\\${c}`;
    if (c >= " " && c <= "~" && c !== "\\") return c;
    return named[c] ?? escaped(c);
  });
  return quote + shown + quote;
}

/** `repr` of a unicode string; pure ASCII. */
export function unicodeRepr(text: string): string {
  if (plain.test(text)) return `u'${text}'`;
  const quote = quoteFor(text);
  const shown = eachCharacter(text, (c) => {
    if (c === quote) return `\\${c}`;
    if (c >= " " && c <= "~" && c !== "\\") return c;
    const name = named[c];
    if (name !== undefined) return name;
    const point = c.codePointAt(0) ?? 0;
    if (point < 0x100) return escaped(c);
    return point < 0x10000 ? `\\u${hex(point, 4)}` : `\\U${hex(point, 8)}`;
  });
  return `u${quote}${shown}${quote}`;
}
