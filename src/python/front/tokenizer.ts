/**
 * Characters to tokens, by the rules of CPython 2.7's `Parser/tokenizer.c` and `parsetok.c`.
 *
 * One call of `advance` reads one token into the fields `type`, `start`, `end`, `lineno` and `column`; the parser
 * looks at that token and at nothing beyond it. Indentation is a stack of columns, a tab reaching to the next multiple
 * of 8. Inside brackets newlines are space. At the end of the text CPython always adds one NEWLINE before ENDMARKER.
 *
 * Error places are those of CPython: the end of the token just read, in the text from the start of the line it began
 * on (`textStart`) to the end of the line it ended on (`lineEnd`).
 */
import { raise, type SourceText } from "./source-text.ts";
import { keywords, operatorOf, T } from "./tokens.ts";

/** CPython's MAXINDENT. */
const MAX_INDENT = 100;
const TAB_SIZE = 8;
/** `continue`. */
const LONGEST_KEYWORD = 8;

const TAB = 9;
const NEWLINE = 10;
const FORM_FEED = 12;
const SPACE = 32;
const HASH = 35;
const DOT = 46;
const ZERO = 48;
const SEVEN = 55;
const BACKSLASH = 92;
/** What `charCodeAt` cannot give: the end of the line just read, or of the text. */
const END = -1;

/** Where an error is, as a SyntaxError tells it. */
interface ErrorPlace {
  line: number;
  text: string;
  offset: number;
  isUnended?: boolean;
}

export class Tokenizer {
  readonly source: SourceText;
  private readonly text: string;

  /** The current token: its kind, its extent in the text, the line it ended on and its column there. */
  type: number = T.NEWLINE;
  start = 0;
  end = 0;
  lineno = 0;
  column = 0;

  /** With `print_function` in force, `print` is a name. */
  printIsName = false;

  private cursor = 0;
  private lineStart = 0;
  private lineEnd = 0;
  private textStart = 0;
  private atLineStart = true;
  private atEnd = false;
  private isInString = false;
  private started = false;
  private bracketDepth = 0;
  private indents: number[] = [0];
  /** INDENTs (positive) or DEDENTs (negative) still to be given. */
  private pending = 0;

  constructor(source: SourceText) {
    this.source = source;
    this.text = source.text;
  }

  /** Reads the next token into the fields. At the end it gives NEWLINE, DEDENTs, then ENDMARKER for ever. */
  advance(): void {
    this.scan();
    if (this.type !== T.ENDMARKER || !this.started) {
      this.started = true;
      return;
    }
    this.type = T.NEWLINE;
    this.started = false;
    this.pending -= this.indents.length - 1;
    this.indents.length = 1;
  }

  /** The text of the current token. */
  get value(): string {
    return this.text.slice(this.start, this.end);
  }

  /** Raises at the current token, as `parsetok` reports errors. */
  fail(kind: string, message: string): never {
    const { line, ...place } = this.errorPlace();
    return raise(this.source, { line, column: Math.max(0, place.offset - 1) }, message, { kind, ...place });
  }

  /** True when the text ended within its first line; CPython then speaks of an unexpected end. */
  get endedOnFirstLine(): boolean {
    return (this.atEnd || this.hasMetEnd()) && this.lineno <= 1 && !this.source.isFile;
  }

  /** Did it take the end of the text to tell where the last token ends? */
  private hasMetEnd(): boolean {
    if (this.cursor < this.text.length) return false;
    if (this.type === T.STRING) return /^\w*(''|"")$/.test(this.value);
    return this.type !== T.NEWLINE && !/^(\*\*|\/\/|<<|>>)=$/.test(this.value);
  }

  private errorPlace(): ErrorPlace {
    const offset = this.cursor - this.textStart;
    if (this.source.isFile && this.atEnd) return this.placeAtEndOfFile(offset);
    const text = this.text.slice(this.textStart, this.lineEnd);
    return { line: this.lineno, text: text.endsWith("\n") ? text.slice(0, -1) : text, offset };
  }

  /** CPython has gone past the last line then, and quotes nothing; only a string that never ended is quoted. */
  private placeAtEndOfFile(offset: number): ErrorPlace {
    if (!this.isInString) return { line: this.lineno + 1, text: "", offset, isUnended: true };
    const text = this.text.slice(this.textStart, this.source.hasLastNewline ? undefined : -1);
    return { line: this.lineno + 1, text, offset };
  }

  private scan(): void {
    for (;;) {
      if (this.atLineStart && this.readIndentation()) continue;
      if (this.pending !== 0) {
        this.giveIndentation();
        return;
      }
      const char = this.skipSpace();
      this.start = this.cursor;
      if (char === NEWLINE && this.bracketDepth > 0) this.cursor++;
      else {
        this.scanFrom(char);
        return;
      }
      this.atLineStart = true;
    }
  }

  private scanFrom(char: number): void {
    if (char === END) this.finish(T.ENDMARKER, this.cursor);
    else if (char === NEWLINE) {
      this.finish(T.NEWLINE, this.cursor + 1);
      this.atLineStart = true;
    } else this.scanToken(char);
  }

  private finish(type: number, end: number): void {
    this.type = type;
    this.end = end;
    this.cursor = end;
    this.column = this.start >= this.lineStart ? this.start - this.lineStart : -1;
  }

  /** Goes on to the next line; false at the end of the text. Within a token the error text keeps its first line. */
  private openLine(withinToken: boolean): boolean {
    if (this.lineEnd >= this.text.length) {
      this.atEnd = true;
      return false;
    }
    this.cursor = this.lineEnd;
    this.lineStart = this.cursor;
    if (!withinToken) this.textStart = this.cursor;
    this.lineno++;
    const newline = this.text.indexOf("\n", this.cursor);
    this.lineEnd = newline < 0 ? this.text.length : newline + 1;
    return true;
  }

  /** At the start of a line: measures it and queues INDENT or DEDENTs. True when the line is blank and was skipped. */
  private readIndentation(): boolean {
    const opened = this.openLine(false);
    this.atLineStart = false;
    const column = opened ? this.measureIndentation() : 0;
    const char = this.peek();
    if (opened && (char === HASH || char === NEWLINE)) {
      this.cursor = this.lineEnd;
      this.atLineStart = this.text.charCodeAt(this.lineEnd - 1) === NEWLINE;
      return this.atLineStart;
    }
    if (this.bracketDepth <= 0) this.compareIndentation(column);
    return false;
  }

  private measureIndentation(): number {
    let column = 0;
    for (; ; this.cursor++) {
      const char = this.peek();
      if (char === SPACE) column++;
      else if (char === TAB) column = (Math.floor(column / TAB_SIZE) + 1) * TAB_SIZE;
      else if (char === FORM_FEED) column = 0;
      else return column;
    }
  }

  private compareIndentation(column: number): void {
    const current = this.indents.at(-1) ?? 0;
    if (column > current) {
      if (this.indents.length >= MAX_INDENT) this.failAtLineEnd("too many levels of indentation");
      this.indents.push(column);
      this.pending++;
      return;
    }
    while (column < (this.indents.at(-1) ?? 0)) {
      this.indents.pop();
      this.pending--;
    }
    if (column !== this.indents.at(-1))
      this.failAtLineEnd("unindent does not match any outer indentation level");
  }

  private failAtLineEnd(message: string): never {
    this.cursor = this.lineEnd;
    return this.fail("IndentationError", message);
  }

  private giveIndentation(): void {
    this.start = this.cursor;
    const isDedent = this.pending < 0;
    this.pending += isDedent ? 1 : -1;
    this.finish(isDedent ? T.DEDENT : T.INDENT, this.cursor);
  }

  /** The char at the cursor; END at the end of the line read so far. */
  private peek(): number {
    return this.cursor < this.lineEnd ? this.text.charCodeAt(this.cursor) : END;
  }

  private charAt(index: number): number {
    return index < this.lineEnd ? this.text.charCodeAt(index) : END;
  }

  /** Past blanks, comments and joined lines to the first char of a token, which stays unread. */
  private skipSpace(): number {
    for (;;) {
      const char = this.peek();
      if (char === SPACE || char === TAB || char === FORM_FEED) this.cursor++;
      else if (char === HASH) this.skipComment();
      else if (char === BACKSLASH) this.joinLine();
      else if (char !== END || !this.openLine(false)) return char;
    }
  }

  private skipComment(): void {
    const newline = this.text.indexOf("\n", this.cursor);
    this.cursor = newline < 0 ? this.text.length : newline;
  }

  private joinLine(): void {
    if (this.charAt(this.cursor + 1) !== NEWLINE) {
      this.start = this.cursor;
      this.cursor = this.lineEnd;
      this.fail("SyntaxError", "unexpected character after line continuation character");
    }
    this.cursor = this.lineEnd;
  }

  private scanToken(char: number): void {
    if (isNameStart(char)) this.scanNameOrString(char);
    else if (isDigit(char) || (char === DOT && isDigit(this.charAt(this.cursor + 1))))
      this.finish(T.NUMBER, this.numberEnd(char));
    else if (isQuote(char)) this.finish(T.STRING, this.stringEnd(this.cursor));
    else this.scanOperator(char);
  }

  /** `[bBuU]?[rR]?` directly before a quote is a string's prefix, anything else a name. */
  private scanNameOrString(first: number): void {
    const prefix = this.prefixLength(first);
    if (prefix > 0) {
      this.finish(T.STRING, this.stringEnd(this.start + prefix));
      return;
    }
    let end = this.start + 1;
    while (isNamePart(this.charAt(end))) end++;
    this.finish(T.NAME, end);
    const keyword = end - this.start <= LONGEST_KEYWORD ? keywords.get(this.value) : undefined;
    if (keyword !== undefined && !(keyword === T.PRINT && this.printIsName)) this.type = keyword;
  }

  private prefixLength(first: number): number {
    const kind = first | 0x20;
    let length = kind === 0x62 || kind === 0x75 ? 1 : 0; // b, u
    if ((this.charAt(this.start + length) | 0x20) === 0x72) length++; // r
    return length > 0 && isQuote(this.charAt(this.start + length)) ? length : 0;
  }

  /** Where the string whose first quote is at `quoteAt` ends. */
  private stringEnd(quoteAt: number): number {
    const quote = this.charAt(quoteAt);
    if (this.charAt(quoteAt + 1) !== quote) return this.shortStringEnd(quote, quoteAt + 1);
    if (this.charAt(quoteAt + 2) !== quote) return quoteAt + 2;
    return this.longStringEnd(quote, quoteAt + 3);
  }

  private shortStringEnd(quote: number, from: number): number {
    for (let at = from; ; at++) {
      const char = this.charAt(at);
      if (char === quote) return at + 1;
      if (char === BACKSLASH) at = this.skipEscaped(at);
      else if (char === NEWLINE || char === END)
        this.failUnterminated(at, "EOL while scanning string literal");
    }
  }

  /** The index of the char after the backslash at `at`; opens the next line when that char is a newline. */
  private skipEscaped(at: number): number {
    if (this.charAt(at + 1) === NEWLINE && !this.openLine(true))
      this.failUnterminated(this.lineEnd, "EOL while scanning string literal");
    return at + 1;
  }

  private longStringEnd(quote: number, from: number): number {
    for (let at = from; ; at++) {
      if (at >= this.lineEnd && !this.openLine(true)) this.failEndless();
      const char = this.charAt(at);
      if (char === BACKSLASH) at++;
      else if (char === quote && this.charAt(at + 1) === quote && this.charAt(at + 2) === quote)
        return at + 3;
    }
  }

  /** Of a file that ends in a string, CPython makes up one more line. */
  private failEndless(): never {
    const added = this.source.isFile && this.source.hasLastNewline ? 1 : 0;
    this.lineno += added;
    return this.failUnterminated(this.lineEnd + added, "EOF while scanning triple-quoted string literal");
  }

  private failUnterminated(cursor: number, message: string): never {
    this.isInString = true;
    this.cursor = cursor;
    return this.fail("SyntaxError", message);
  }

  private numberEnd(first: number): number {
    const radix = first === ZERO ? this.charAt(this.start + 1) | 0x20 : 0;
    if (radix === 0x78) return this.radixEnd(isHexDigit); // x
    if (radix === 0x6f) return this.radixEnd(isOctalDigit); // o
    if (radix === 0x62) return this.radixEnd(isBinaryDigit); // b
    const integerEnd = this.skipDigits(this.start);
    const isLong = (this.charAt(integerEnd) | 0x20) === 0x6c; // l
    if (isLong && !this.isBadOctal(integerEnd)) return integerEnd + 1;
    const fractionEnd = this.charAt(integerEnd) === DOT ? this.skipDigits(integerEnd + 1) : integerEnd;
    const exponentEnd = this.skipExponent(fractionEnd);
    if ((this.charAt(exponentEnd) | 0x20) === 0x6a) return exponentEnd + 1; // j
    const hasExponentSign = (this.charAt(exponentEnd) | 0x20) === 0x65; // e
    if (exponentEnd === integerEnd && !hasExponentSign && this.isBadOctal(integerEnd))
      this.failNumber(integerEnd);
    return exponentEnd;
  }

  private radixEnd(isDigitOf: (char: number) => boolean): number {
    let end = this.start + 2;
    while (isDigitOf(this.charAt(end))) end++;
    if (end === this.start + 2) this.failNumber(end);
    return (this.charAt(end) | 0x20) === 0x6c ? end + 1 : end; // l
  }

  private skipDigits(from: number): number {
    let end = from;
    while (isDigit(this.charAt(end))) end++;
    return end;
  }

  /** An `e` without digits belongs to the next token, unless a sign follows it. */
  private skipExponent(from: number): number {
    if ((this.charAt(from) | 0x20) !== 0x65) return from;
    const sign = this.charAt(from + 1);
    const signed = sign === 43 || sign === 45;
    const digits = from + (signed ? 2 : 1);
    if (isDigit(this.charAt(digits))) return this.skipDigits(digits);
    if (signed) this.failNumber(digits);
    return from;
  }

  /** An integer that begins with 0 and holds an 8 or 9. */
  private isBadOctal(end: number): boolean {
    if (this.charAt(this.start) !== ZERO) return false;
    for (let at = this.start; at < end; at++) if (this.charAt(at) > SEVEN) return true;
    return false;
  }

  private failNumber(cursor: number): never {
    this.cursor = cursor;
    return this.fail("SyntaxError", "invalid token");
  }

  /** The longest operator that begins here: three, two or one char. */
  private scanOperator(first: number): void {
    const second = Math.max(0, this.charAt(this.start + 1));
    const third = Math.max(0, this.charAt(this.start + 2));
    const two = second === 0 ? undefined : operatorOf(first, second);
    if (two === undefined) {
      this.finish(operatorOf(first) ?? T.UNKNOWN, this.start + 1);
      this.countBrackets();
      return;
    }
    const three = third === 0 ? undefined : operatorOf(first, second, third);
    this.finish(three ?? two, this.start + (three === undefined ? 2 : 3));
  }

  private countBrackets(): void {
    const type = this.type;
    if (type === T.LPAR || type === T.LSQB || type === T.LBRACE) this.bracketDepth++;
    else if (type === T.RPAR || type === T.RSQB || type === T.RBRACE) this.bracketDepth--;
  }
}

function isDigit(char: number): boolean {
  return char >= 48 && char <= 57;
}
function isHexDigit(char: number): boolean {
  const lower = char | 0x20;
  return isDigit(char) || (lower >= 97 && lower <= 102);
}
function isOctalDigit(char: number): boolean {
  return char >= 48 && char <= 55;
}
function isBinaryDigit(char: number): boolean {
  return char === 48 || char === 49;
}
function isNameStart(char: number): boolean {
  const lower = char | 0x20;
  return (lower >= 97 && lower <= 122) || char === 95;
}
function isNamePart(char: number): boolean {
  return isNameStart(char) || isDigit(char);
}
function isQuote(char: number): boolean {
  return char === 34 || char === 39;
}
