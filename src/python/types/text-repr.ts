/** `repr` of str and unicode. */

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
  let out = quote;
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes.charAt(i);
    if (c === quote) out += `\\${c}`;
    else if (c >= " " && c <= "~" && c !== "\\") out += c;
    else out += named[c] ?? escaped(c);
  }
  return out + quote;
}

/** `repr` of a unicode string; pure ASCII. */
export function unicodeRepr(text: string): string {
  const quote = quoteFor(text);
  let out = `u${quote}`;
  for (const c of text) {
    const point = c.codePointAt(0) ?? 0;
    if (c === quote) out += `\\${c}`;
    else if (c >= " " && c <= "~" && c !== "\\") out += c;
    else if (named[c] !== undefined) out += named[c];
    else if (point < 0x100) out += escaped(c);
    else out += point < 0x10000 ? `\\u${hex(point, 4)}` : `\\U${hex(point, 8)}`;
  }
  return out + quote;
}
