/**
 * A source text as the front reads it, and the one door its errors leave by.
 *
 * As CPython's tokenizer does before it looks at anything: `\r\n` and `\r` become `\n`, a module gets a last newline,
 * a UTF-8 byte order mark goes, and a coding line (PEP 263) names the encoding of unicode literals.
 * The text stays a byte string throughout.
 */
import type { Mode } from "../objects/compiler.ts";
import { SourceError, type Span } from "../source-error.ts";
import { charmapCodec } from "../types/codecs-charmap.ts";

/** The encodings of source a page may declare. */
export type Encoding = string;

export class SourceText {
  readonly filename: string;
  readonly text: string;
  readonly encoding: Encoding;
  readonly isFile: boolean;
  /** False when the last newline of a module is not its writer's. */
  readonly hasLastNewline: boolean;
  /** Hears what CPython warns of in the text. */
  warn: ((message: string, line: number) => void) | undefined;

  /**
   * @throws SourceError for null bytes, an unknown encoding, one that the byte order mark contradicts, or bytes outside ASCII
   * in a text declared ASCII.
   */
  constructor(source: string, filename: string, mode: Mode) {
    this.filename = filename;
    this.isFile = mode === "file";
    this.hasLastNewline = source.endsWith("\n");
    if (source.includes("\0"))
      raise(this, { line: 1, column: 0 }, "compile() expected string without null bytes", {
        kind: "TypeError",
      });
    const isMarked = source.startsWith("\xef\xbb\xbf");
    this.text = normaliseNewlines(isMarked ? source.slice(3) : source, mode);
    this.encoding = this.readEncoding(isMarked);
  }

  /** Line `number` (from 1) without its newline, or null when there is none. */
  line(number: number): string | null {
    let start = 0;
    for (let line = 1; line < number; line++) {
      start = this.text.indexOf("\n", start) + 1;
      if (start === 0) return null;
    }
    if (start >= this.text.length) return null;
    const end = this.text.indexOf("\n", start);
    return this.text.slice(start, end < 0 ? undefined : end);
  }

  /** True when line `number` ends with the text: only an expression or interactive statement may lack a last newline. */
  isUnended(number: number): boolean {
    return !this.text.endsWith("\n") && this.text.split("\n").length === number;
  }

  /** True when line `number` of a file has no newline but the one that was put there. */
  isUnendedInFile(number: number): boolean {
    return this.isFile && !this.hasLastNewline && this.text.split("\n").length - 1 === number;
  }

  /**
   * NOT-PYTHON: without a coding line CPython 2.7 takes source for ASCII and refuses other bytes in files; pages here are
   * UTF-8 unless they say otherwise.
   */
  private readEncoding(isMarked: boolean): Encoding {
    const declared = codingLine(this.text);
    if (declared === null) return "utf-8";
    const span = { line: declared.line, column: 0 };
    const encoding = encodingNamed(declared.name);
    if (isMarked && encoding !== "utf-8")
      return raise(this, span, `encoding problem: ${encoding ?? declared.name} with BOM`);
    if (encoding === null) return this.failEncoding(declared.name, span);
    if (encoding === "ascii") this.requireAscii(span);
    return encoding;
  }

  private failEncoding(name: string, span: Span): never {
    if (this.isFile) return raise(this, span, `encoding problem: ${name}`, { offset: 0, text: null });
    return raise(this, { line: 0, column: 0 }, `unknown encoding: ${name}`, { offset: 0, text: null });
  }

  private requireAscii(span: Span): void {
    for (let at = 0; at < this.text.length; at++) {
      const byte = this.text.charCodeAt(at);
      if (byte < 0x80) continue;
      const shown = `0x${byte.toString(16)}`;
      raise(
        this,
        span,
        `'ascii' codec can't decode byte ${shown} in position ${at}: ordinal not in range(128)`,
      );
    }
  }
}

/** What a SourceError carries beside its place. */
export interface ErrorDetails {
  /** The exception's type; "SyntaxError" unless said. */
  kind?: string;
  /** `SyntaxError.offset`; null unless said. */
  offset?: number | null;
  /** The offending text where it is not the one line of the span. */
  text?: string | null;
  /** Whether that text has no newline of its own; found out unless said. */
  isUnended?: boolean;
}

/** The front's one door for errors: throws the SourceError for `message` at `span`. */
export function raise(source: SourceText, span: Span, message: string, details: ErrorDetails = {}): never {
  throw sourceError(source, span, message, details);
}

/** The same error unthrown, for the parser, which reports some only once the whole text has been read. */
export function sourceError(
  source: SourceText,
  span: Span,
  message: string,
  details: ErrorDetails = {},
): SourceError {
  const { kind = "SyntaxError", offset = null } = details;
  const text = details.text === undefined ? lineOf(source, span) : details.text;
  const error = new SourceError(kind, message, source.filename, span, text, offset);
  error.isUnended = details.isUnended ?? lacksNewline(source, span, offset);
  return error;
}

/** @note `source.text` is undefined while the constructor is still checking it. */
function lacksNewline(source: SourceText, { line }: Span, offset: number | null): boolean {
  if (source.text === undefined) return false;
  return source.isUnended(line) || (offset === null && source.isUnendedInFile(line));
}

/**
 * The line without its indentation, as CPython's `PyErr_ProgramText` gives it.
 * @note `source.text` is undefined while the constructor is still checking it.
 */
function lineOf(source: SourceText, span: Span): string | null {
  if (source.text === undefined) return null;
  return source.line(span.line)?.replace(/^[ \t\f]+/, "") ?? null;
}

function normaliseNewlines(source: string, mode: Mode): string {
  const text = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  return (mode === "exec" || mode === "file") && text !== "" && !text.endsWith("\n") ? `${text}\n` : text;
}

/** PEP 263: a comment in the first line, or in the second below a comment or blank line. */
function codingLine(text: string): { name: string; line: number } | null {
  if (!text.startsWith("#") && !text.includes("coding")) return null;
  let start = 0;
  for (let line = 1; line <= 2; line++) {
    const end = text.indexOf("\n", start);
    const content = text.slice(start, end < 0 ? undefined : end);
    const found = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(content);
    if (found?.[1] !== undefined) return { name: found[1], line };
    if (end < 0 || !/^[ \t\f]*(#.*)?$/.test(content)) return null;
    start = end + 1;
  }
  return null;
}

function encodingNamed(name: string): Encoding | null {
  const normal = name.toLowerCase().replaceAll("_", "-");
  if (/^(utf-?8|u8|utf)(-.*)?$/.test(normal)) return "utf-8";
  if (/^(latin(-?1)?|iso-?8859(-1)?|iso-latin-1|l1)(-[^1].*)?$/.test(normal)) return "iso-8859-1";
  if (/^(us-)?ascii$/.test(normal)) return "ascii";
  return charmapCodec(normal.replace(/[^a-z0-9]/g, "")) === undefined ? null : normal;
}
