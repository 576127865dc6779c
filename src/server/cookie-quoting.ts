/**
 * How Python 2's module `Cookie` writes a value that a cookie cannot carry as it is (RFC 2109): in quotes, with `\` before
 * quotes and backslashes, and `\ooo`, the byte in octal, for the rest.
 */

const legal = /^[A-Za-z0-9!#$%&'*+\-.^_`|~]*$/;

/** True when every byte of `text` may stand in a cookie unquoted. */
export function isLegal(text: string): boolean {
  return legal.test(text);
}

/** A value as it is written in the field. */
export function quoteValue(value: string): string {
  if (isLegal(value)) return value;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped.
  const escaped = value.replace(/[\\"]|[\u0000-\u001f,;\u007f-\u00ff]/g, (character) =>
    character === '"' || character === "\\"
      ? `\\${character}`
      : `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`,
  );
  return `"${escaped}"`;
}

/** The value that a field carries; the inverse of `quoteValue`. */
export function unquoteValue(coded: string): string {
  if (coded.length < 2 || !coded.startsWith('"') || !coded.endsWith('"')) return coded;
  return coded
    .slice(1, -1)
    .replace(/\\([0-3][0-7][0-7])|\\(.)/g, (_, octal?: string, character?: string) =>
      octal === undefined ? (character ?? "") : String.fromCharCode(Number.parseInt(octal, 8)),
    );
}
