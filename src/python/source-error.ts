/**
 * The learner's text cannot be read: a Python or PIH syntax error, with its place.
 * All parsers leave through one door, `raise(span, message)`, which makes one of these.
 */

/** A place in a source text. Lines count from 1, columns from 0 in UTF-16 units of the line. */
export interface Span {
  line: number;
  column: number;
  endLine?: number;
  endColumn?: number;
}

export class SourceError extends Error {
  /** "SyntaxError", "IndentationError", "TabError" for Python (CPython 2.7's wording); "PihError" for PIH. */
  readonly kind: string;
  readonly span: Span;
  readonly filename: string;
  /** The whole line of source that holds the error, without its newline; null when there is none. */
  readonly text: string | null;
  /**
   * Python's `SyntaxError.offset`, counted from 1 in `text`; null where CPython gives none (errors found after parsing)
   * and prints no caret.
   */
  readonly offset: number | null;
  /** True when the line is the last and has no newline, as in `eval("1 +")`: Python's `SyntaxError.text` has none then. */
  isUnended = false;
  constructor(
    kind: string,
    message: string,
    filename: string,
    span: Span,
    text: string | null,
    offset: number | null = null,
  ) {
    super(message);
    this.name = "SourceError";
    this.kind = kind;
    this.filename = filename;
    this.span = span;
    this.text = text;
    this.offset = offset;
  }
}
