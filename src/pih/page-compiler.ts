/**
 * From a PIH page to a Python program, with a map back.
 *
 * Text becomes one output call per source line; the code of a tag is copied; indentation follows Karrigell's rules:
 *
 *  - A code tag whose last line ends with a colon puts what follows one level deeper, until `<% end %>`.
 *  - Inside a code tag of several lines each line is as deep as its column says, measured from the block's base column;
 *    one column counts as one level, and blank lines vanish. A line left of the base is an error.
 *  - From `<indent>` to `</indent>` the page's own columns are the indentation, and levels play no part.
 *
 * Dropped from the output: empty lines, the newline right after a tag, blanks alone before a tag.
 *
 * NOT-PIH: `<% else: %>` (also `elif`, `except`, `finally`) closes the block before it; Karrigell wanted `<% end %>` first, and
 * still may have it.
 * NOT-PIH: code may be indented under its `<%`, see `code-block.ts`.
 * NOT-PIH: an `<% end %>` too many is an error as soon as a later block would lose its indentation by it; Karrigell let
 * Python complain about that later block.
 */
import { countBlanks, isBlank } from "./blanks.ts";
import { type CodeBlock, type CodeLine, indentationOf, readBlock } from "./code-block.ts";
import { WRITE_TEXT, WRITE_VALUE } from "./page-names.ts";
import { bytesLiteral, PythonWriter } from "./python-writer.ts";
import { openPage, type PageText, type Piece, raisePih, tokenizePage } from "./tokenizer.ts";

/** What `<%_ %>` translates by, gettext's name. */
const TRANSLATE = "_";

/** A compiled page. */
export interface CompiledPage {
  /** The Python program, a byte string. */
  python: string;
  /** `lineMap[n]` is the page line of line `n` of `python`; lines count from 1, `lineMap[0]` is 0. */
  lineMap: number[];
}

/** A compiled page with all that is needed to move an error of the program into the page. */
export interface PageProgram {
  page: PageText;
  pieces: Piece[];
  writer: PythonWriter;
}

const clauses: Readonly<Record<string, readonly string[]>> = {
  else: ["if", "elif", "for", "while", "try", "except"],
  elif: ["if", "elif"],
  except: ["try", "except"],
  finally: ["try", "except", "else"],
};

/** The Python program of a page given as a byte string. Raises SourceError of kind PihError for a wrong tag. */
export function compilePage(source: string, filename: string): CompiledPage {
  const { writer } = writeProgram(source, filename);
  return { python: writer.python, lineMap: [0, ...writer.lines.map(({ line }) => line)] };
}

/**
 * As `compilePage`, with columns.
 *
 * An `else` right after the end of a block has two readings: Karrigell's (it continues that block) and ours (it closes the
 * block around). Karrigell's comes first; if blocks are then left open at the end of the page and ours leaves none, the
 * writer of this page meant ours.
 */
export function writeProgram(source: string, filename: string): PageProgram {
  const page = openPage(source, filename);
  const pieces = tokenizePage(page);
  const karrigell = new PageWriter(page, "after-end").writeAll(pieces);
  if (karrigell.blocks.length === 0 || !karrigell.ambiguous)
    return { page, pieces, writer: karrigell.writer };
  const ours = new PageWriter(page, "without-end").writeAll(pieces);
  return { page, pieces, writer: ours.blocks.length === 0 ? ours.writer : karrigell.writer };
}

/** An open block: the word that began it and where. */
interface OpenBlock {
  word: string;
  line: number;
}

class PageWriter {
  writer = new PythonWriter();
  /** Blocks opened by a colon and not yet ended. */
  blocks: OpenBlock[] = [];
  /** True when some `else` could be read in two ways. */
  ambiguous = false;
  private page: PageText;
  private clauseStyle: "after-end" | "without-end";
  /** The `<% end %>`s that closed nothing; as in Karrigell each takes a level away from all that follows. */
  private surplus: Piece[] = [];
  /** The word of a block that has just ended on this level, so that a clause written next may continue it. */
  private justEnded: string | null = null;
  /** The `<indent>` we are in. */
  private indent: Piece | null = null;

  constructor(page: PageText, clauseStyle: "after-end" | "without-end") {
    this.page = page;
    this.clauseStyle = clauseStyle;
  }

  private get level(): number {
    return this.blocks.length - this.surplus.length;
  }

  writeAll(pieces: Piece[]): this {
    for (const [at, piece] of pieces.entries()) this.writePiece(piece, pieces[at + 1]);
    return this;
  }

  private writePiece(piece: Piece, next: Piece | undefined): void {
    switch (piece.kind) {
      case "text":
        this.writeText(piece, next !== undefined);
        break;
      case "code":
        this.writeCode(piece);
        break;
      case "value":
      case "translation":
        this.writeValue(piece);
        break;
      case "end":
        this.endBlock(piece);
        break;
      case "indent":
        this.openIndent(piece);
        break;
      case "outdent":
        this.closeIndent(piece);
        break;
    }
  }

  // Text

  private writeText(piece: Piece, isBeforeTag: boolean): void {
    if (isBeforeTag && isBlank(piece.source)) return;
    const lines = piece.source.split("\n");
    const last = lines.pop() ?? "";
    for (const [at, content] of lines.entries()) {
      if (!this.isDropped(content)) this.writeLine(`${content}\n`, placeOf(piece, at));
    }
    if (this.isDropped(last) || (isBeforeTag && isBlank(last))) return;
    this.writeLine(last, placeOf(piece, lines.length));
  }

  /** Inside `<indent>` a line of blanks would have an indentation to obey: it is dropped as an empty one is. */
  private isDropped(content: string): boolean {
    return this.indent === null ? content === "" : isBlank(content);
  }

  private writeLine(text: string, place: { line: number; column: number }): void {
    this.writer.write(this.levelAt(place.line), `${WRITE_TEXT}(${bytesLiteral(text)})`, place);
    this.justEnded = null;
  }

  /** The level of text or a tag on `line`: counted from the blocks, or read off the page inside `<indent>`. */
  private levelAt(line: number): number {
    if (this.indent === null) return this.level;
    const column = line === this.indent.line ? this.indent.column : this.indentationAt(line);
    return this.columnInIndent(this.indent, line, column);
  }

  private columnInIndent(indent: Piece, line: number, column: number): number {
    if (column < indent.column) this.raiseLeftOf(line, `<indent> on line ${indent.line}`);
    return column - indent.column;
  }

  private indentationAt(line: number): number {
    return indentationOf(this.page.lines[line - 1] ?? "");
  }

  // Tags

  private writeValue(piece: Piece): void {
    const mark = piece.kind === "value" ? "<%=" : "<%_";
    if (isBlank(piece.source))
      this.raiseAt(piece, `the tag ${mark} %> is empty: write an expression inside it`);
    // Doubled brackets: a tag holds one expression, never a list of arguments.
    const call = piece.kind === "value" ? `${WRITE_VALUE}((` : `${WRITE_VALUE}(${TRANSLATE}((`;
    const [first = "", ...rest] = piece.source.split("\n");
    const { sourceLine: line, sourceColumn: column } = piece;
    this.writer.write(this.levelAt(piece.line), first, { line, column, prefix: call });
    for (const [at, content] of rest.entries()) {
      this.writer.write(0, content, { line: line + at + 1, column: 0 });
    }
    // On a line of its own, so that a comment in the tag cannot hide it.
    const closing = piece.kind === "value" ? "))" : ")))";
    this.writer.write(0, closing, { line: line + rest.length, column: this.endColumn(piece) });
    this.justEnded = null;
  }

  private endColumn(piece: Piece): number {
    const newline = piece.source.lastIndexOf("\n");
    return newline < 0 ? piece.sourceColumn + piece.source.length : piece.source.length - newline - 1;
  }

  private writeCode(piece: Piece): void {
    const block = readBlock(piece, this.indentationAt(piece.line));
    const [first] = block.lines;
    if (first === undefined) return;
    if (this.indent !== null) this.writeIndentedCode(block, this.indent);
    else this.writeLeveledCode(block, first, piece);
  }

  private writeLeveledCode(block: CodeBlock, first: CodeLine, piece: Piece): void {
    this.continueBlock(block.word);
    if (block.opens && this.level < 0) this.raiseSurplus(piece);
    const level = this.level;
    for (const line of block.lines) {
      const shift = line === first ? this.flush(line, block, piece) : this.shift(line, block, first);
      this.writer.write(level + shift, line.text, { line: line.line, column: line.at });
    }
    if (block.opens) this.blocks.push({ word: block.opener, line: first.line });
    if (!block.isComment) this.justEnded = block.closed;
  }

  /** The first line stands at the level of the tag; it must not be left of the tag's line. */
  private flush(first: CodeLine, block: CodeBlock, piece: Piece): number {
    if (first.column < block.base && first.line !== piece.line)
      this.raiseLeftOf(first.line, `<% on line ${piece.line}`);
    return 0;
  }

  private shift(line: CodeLine, block: CodeBlock, first: CodeLine): number {
    if (line.column < block.base) {
      this.raiseLeftOf(line.line, `the block's first line, line ${first.line}`);
    }
    return line.column - block.base;
  }

  private writeIndentedCode(block: CodeBlock, indent: Piece): void {
    for (const line of block.lines) {
      const column = line.line === indent.line ? indent.column : line.column;
      const level = this.columnInIndent(indent, line.line, column);
      this.writer.write(level, line.text, { line: line.line, column: line.at });
    }
  }

  // Blocks

  /**
   * Before a clause such as `else:` the block it belongs to is closed. Nothing is closed when the clause continues a block that
   * has just ended, by `<% end %>` or because its body stood in the same tag.
   */
  private continueBlock(word: string): void {
    const open = this.blocks.at(-1);
    if (open === undefined || !isContinuedBy(open.word, word)) return;
    if (this.justEnded !== null && isContinuedBy(this.justEnded, word)) {
      this.ambiguous = true;
      if (this.clauseStyle === "after-end") return;
    }
    this.blocks.pop();
  }

  private endBlock(piece: Piece): void {
    if (this.indent !== null) return;
    const ended = this.blocks.pop();
    if (ended === undefined) this.surplus.push(piece);
    this.justEnded = ended?.word ?? null;
  }

  private raiseSurplus(piece: Piece): never {
    const end = this.surplus[0] ?? piece;
    this.raiseAt(
      end,
      `the tag <% end %> on line ${end.line} closes nothing, so the block opened on line ${piece.line} would not be indented: remove it`,
    );
  }

  private openIndent(piece: Piece): void {
    if (this.indent !== null)
      this.raiseAt(piece, `the tag <indent> is already open since line ${this.indent.line}`);
    this.indent = piece;
    this.justEnded = null;
  }

  private closeIndent(piece: Piece): void {
    if (this.indent === null)
      this.raiseAt(piece, "the tag </indent> closes nothing: there is no <indent> before it");
    this.indent = null;
    this.blocks = [];
    this.surplus = [];
    this.justEnded = null;
  }

  // Errors

  private raiseAt(piece: Piece, message: string): never {
    raisePih(this.page, piece.line, piece.column, message);
  }

  private raiseLeftOf(line: number, what: string): never {
    const column = countBlanks(this.page.lines[line - 1] ?? "");
    raisePih(this.page, line, column, `line ${line} is less indented than ${what}: align the two`);
  }
}

/** True when a block begun by `opener` may go on with the clause `word`. */
function isContinuedBy(opener: string, word: string): boolean {
  return Object.hasOwn(clauses, word) && clauses[word]?.includes(opener) === true;
}

/** Where line `at` of the text `piece` begins. */
function placeOf(piece: Piece, at: number): { line: number; column: number } {
  return { line: piece.line + at, column: at === 0 ? piece.column : 0 };
}
