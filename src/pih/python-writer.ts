/**
 * The generated program, line by line, each line with its place in the page.
 *
 * A place has two columns: where the copied text begins in the page and where it begins in the generated line. What
 * lies between the marks of a tag is copied without change, so a column of a Python error is moved by the difference.
 */

/** One line of the generated program. */
export interface GeneratedLine {
  text: string;
  /** The line of the page it stands for. */
  line: number;
  /** Column in the page of the first copied character. */
  column: number;
  /** Column in `text` of the same character. */
  offset: number;
}

/** How wide one level of indentation is in the generated program. */
const LEVEL = "    ";

/** Collects generated lines. */
export class PythonWriter {
  lines: GeneratedLine[] = [];

  /** Adds `text`, found at `line` and `column` of the page, behind `level` levels and `prefix`. */
  write(level: number, text: string, place: { line: number; column: number; prefix?: string }): void {
    const before = LEVEL.repeat(Math.max(0, level)) + (place.prefix ?? "");
    this.lines.push({ text: before + text, line: place.line, column: place.column, offset: before.length });
  }

  /** The whole program. */
  get python(): string {
    return this.lines.map(({ text }) => `${text}\n`).join("");
  }
}

/** A Python literal of the byte string `text`: only printable ASCII, whatever the page's encoding or future imports. */
export function bytesLiteral(text: string): string {
  const escaped = text.replace(
    /[\\'\n\r\t]|[^ -~]/g,
    (character) => escapes[character] ?? hexEscape(character),
  );
  return `b'${escaped}'`;
}

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "'": "\\'",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function hexEscape(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}
