/**
 * The Python of one `<% … %>` tag: its lines with their columns, and what its first and last lines say about blocks.
 *
 * The base column is what counts as "no indentation" inside the block. In Karrigell it is the indentation of the line
 * that holds `<%`, so code under an indented tag had to be aligned with the tag itself. Our courtesy: code that is
 * indented further, all of it, has its first line's column as base.
 */
import { countBlanks, isBlank, trimBlanksAtEnd } from "./blanks.ts";
import type { Piece } from "./tokenizer.ts";

/** A line of a block that is not blank. */
export interface CodeLine {
  /** Without the indentation. */
  text: string;
  line: number;
  /** Bytes before `text` in the page's line. */
  at: number;
  /** Columns of indentation, tabs counted to the next multiple of 8 as Python 2 does. */
  column: number;
}

/** A `<% … %>` taken apart. */
export interface CodeBlock {
  lines: CodeLine[];
  base: number;
  /** True when the text just before `%>` is a colon: what follows is one level deeper. */
  opens: boolean;
  /** The first word of the first line: `else` and its like continue the block before. */
  word: string;
  /** The word that opens the block left open at the end: `if`, `for`, `else`, … */
  opener: string;
  /** The word of the block that its last unindented line begins and that ends with the tag; null without one. */
  closed: string | null;
  /** True when there is nothing but comments. */
  isComment: boolean;
}

/** Takes the code of `piece` apart; `indentation` is the column of the line that holds its `<%`. */
export function readBlock(piece: Piece, indentation: number): CodeBlock {
  const lines = readLines(piece, indentation);
  const base = baseColumn(piece, lines, indentation);
  const opens = isOpening(piece.source);
  const unindented = firstWord(lines.findLast((line, at) => at === 0 || line.column <= base));
  return {
    lines,
    base,
    opens,
    word: firstWord(lines[0]),
    opener: firstWord(lines.findLast((line) => openers.has(firstWord(line)))),
    closed: !opens && openers.has(unindented) ? unindented : null,
    isComment: lines.every(({ text }) => text.startsWith("#")),
  };
}

/**
 * Karrigell looks at the last line only: a comment after the colon, or `%>` on a line of its own, hides it.
 * NOT-PIH: a comment that itself ends with a colon opens nothing, unless a block begins before it.
 */
function isOpening(source: string): boolean {
  const line = trimBlanksAtEnd(source.slice(source.lastIndexOf("\n") + 1));
  return line.endsWith(":") && (!line.includes("#") || openers.has(/\w+/.exec(line)?.[0] ?? ""));
}

const openers = new Set([
  "if",
  "elif",
  "else",
  "for",
  "while",
  "try",
  "except",
  "finally",
  "with",
  "def",
  "class",
]);

function firstWord(line: CodeLine | undefined): string {
  return /^\w+/.exec(line?.text ?? "")?.[0] ?? "";
}

/** The width of the blanks at the beginning of `text`. */
export function indentationOf(text: string): number {
  let column = 0;
  for (const character of text) {
    if (character === " ") column += 1;
    else if (character === "\t") column = (Math.floor(column / 8) + 1) * 8;
    else break;
  }
  return column;
}

function readLines(piece: Piece, indentation: number): CodeLine[] {
  const lines: CodeLine[] = [];
  for (const [index, raw] of piece.source.split("\n").entries()) {
    if (isBlank(raw)) continue;
    const blanks = countBlanks(raw);
    const text = raw.slice(blanks);
    // Code beside the `<%` has the indentation of its line; its place in that line is behind the mark.
    const place =
      index === 0
        ? { at: piece.sourceColumn + blanks, column: indentation }
        : { at: blanks, column: indentationOf(raw) };
    lines.push({ text, line: piece.sourceLine + index, ...place });
  }
  return lines;
}

function baseColumn(piece: Piece, lines: CodeLine[], indentation: number): number {
  const first = lines[0];
  if (first === undefined) return indentation;
  if (first.line !== piece.sourceLine) return Math.max(indentation, first.column);
  return isAlignedBehindMark(first, lines.slice(1)) ? first.at : indentation;
}

/**
 * True for code that begins beside its `<%` and goes on in the column where it began:
 *
 *     <% x = 1
 *        y = 2 %>
 */
function isAlignedBehindMark(first: CodeLine, rest: CodeLine[]): boolean {
  const next = rest[0];
  if (next === undefined || rest.some(({ column }) => column < first.at)) return false;
  return next.column > first.at || !trimBlanksAtEnd(first.text).endsWith(":");
}
