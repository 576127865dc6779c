/**
 * A PIH page as a list of pieces: text between tags, and tags.
 *
 *     page   = *( text / code / value / translation / end / indent / outdent )
 *     code        = "<%"  python "%>"        value       = "<%=" expression "%>"
 *     end         = "<%" "end" "%>"          translation = "<%_" expression "%>"
 *     indent      = "<indent>"               outdent     = "</indent>"
 *
 * `end` and `indent` are written in any case and with blanks inside. The search is plain text, as in Karrigell: a `%>`
 * inside a Python string ends the tag. The page is a byte string; lines count from 1, columns from 0 in bytes.
 */
import { SourceError } from "../python/index.ts";

/** A piece of a page. `source` is what stands between the marks of the tag, or the text itself. */
export interface Piece {
  kind: "text" | "code" | "value" | "translation" | "end" | "indent" | "outdent";
  source: string;
  /** Where the piece begins: for a tag, its `<`. */
  line: number;
  column: number;
  /** Where `source` begins. */
  sourceLine: number;
  sourceColumn: number;
}

/** A page ready to be read: its name, its text with `\n` line ends, and its lines. */
export interface PageText {
  filename: string;
  source: string;
  lines: string[];
}

const UTF8_BOM = "\u00ef\u00bb\u00bf";

/** Makes `source` readable: line ends become `\n`, as Karrigell did, and a UTF-8 byte order mark goes. */
export function openPage(source: string, filename: string): PageText {
  const text = (source.startsWith(UTF8_BOM) ? source.slice(3) : source).replaceAll("\r\n", "\n");
  return { filename, source: text, lines: text.split("\n") };
}

/** The one door of PIH errors: `message` about the place `line`, `column` of `page`. */
export function raisePih(page: PageText, line: number, column: number, message: string): never {
  throw new SourceError("PihError", message, page.filename, { line, column }, page.lines[line - 1] ?? null);
}

/** Cuts the page into pieces, in order, none of them empty. Raises a PihError for a tag that is not closed. */
export function tokenizePage(page: PageText): Piece[] {
  const opening = /<%[=_]?|<[ \t]*(\/?)[ \t]*indent[ \t]*>/gi;
  const pieces: Piece[] = [];
  const at = createPosition(page.source);
  let done = 0;
  for (let match = opening.exec(page.source); match !== null; match = opening.exec(page.source)) {
    if (match.index > done) pieces.push(textPiece(page.source.slice(done, match.index), at(done)));
    done = match[0].startsWith("<%") ? pushTag(page, pieces, match, at) : pushIndent(pieces, match, at);
    opening.lastIndex = done;
  }
  if (done < page.source.length) pieces.push(textPiece(page.source.slice(done), at(done)));
  return pieces;
}

type Position = { line: number; column: number };

/** Positions of offsets that only grow, so that a page is walked once. */
function createPosition(source: string): (offset: number) => Position {
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    for (let next = source.indexOf("\n", lineStart); next >= 0 && next < offset; ) {
      line += 1;
      lineStart = next + 1;
      next = source.indexOf("\n", lineStart);
    }
    return { line, column: offset - lineStart };
  };
}

function textPiece(source: string, start: Position): Piece {
  return { kind: "text", source, ...start, sourceLine: start.line, sourceColumn: start.column };
}

/** Adds the tag at `match`; gives the offset after it. */
function pushTag(
  page: PageText,
  pieces: Piece[],
  match: RegExpExecArray,
  at: (offset: number) => Position,
): number {
  const mark = match[0];
  const start = at(match.index);
  const from = match.index + mark.length;
  const close = page.source.indexOf("%>", from);
  if (close < 0) raiseUnclosed(page, mark, start);
  const source = page.source.slice(from, close);
  const inside = at(from);
  pieces.push({
    kind: tagKind(mark, source),
    source,
    ...start,
    sourceLine: inside.line,
    sourceColumn: inside.column,
  });
  return close + 2;
}

function tagKind(mark: string, source: string): Piece["kind"] {
  if (mark === "<%=") return "value";
  if (mark === "<%_") return "translation";
  return /^\s*end\s*$/i.test(source) ? "end" : "code";
}

function raiseUnclosed(page: PageText, mark: string, { line, column }: Position): never {
  raisePih(
    page,
    line,
    column,
    `the tag ${mark} opened on line ${line} is not closed: write %> where it ends`,
  );
}

function pushIndent(pieces: Piece[], match: RegExpExecArray, at: (offset: number) => Position): number {
  const start = at(match.index);
  const kind = match[1] === "/" ? "outdent" : "indent";
  pieces.push({ kind, source: match[0], ...start, sourceLine: start.line, sourceColumn: start.column });
  return match.index + match[0].length;
}
