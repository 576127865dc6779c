/**
 * The parser's hand on the token stream: the short verbs `at`, `eat`, `expect`, and its two kinds of error.
 *
 * CPython finds grammar errors while it reads, and others ("can't assign to literal") in a second walk over the whole
 * tree. `unexpected` throws at once; `defer` keeps the first error of the second kind until the text is known to be
 * grammatical, so that a learner sees the error CPython would name.
 */
import type { SourceError } from "../../source-error.ts";
import type { Position } from "../ast.ts";
import { type SourceText, sourceError } from "../source-text.ts";
import { Tokenizer } from "../tokenizer.ts";
import { T } from "../tokens.ts";

/**
 * CPython's MAXSTACK (`Parser/parser.c`): its parser keeps one entry for each unfinished rule of the grammar. One
 * bracket costs fifteen, so a hundred nested brackets are too many.
 */
const MAX_STACK = 1500;
/** From `file_input` to the `testlist` of an expression statement. */
const RULES_AROUND_EXPRESSION = 6;

export class TokenCursor {
  protected readonly source: SourceText;
  protected readonly tokens: Tokenizer;
  private deferred: SourceError | null = null;
  private depth = RULES_AROUND_EXPRESSION;

  constructor(source: SourceText) {
    this.source = source;
    this.tokens = new Tokenizer(source);
    this.tokens.advance();
  }

  /** Whether the current token is of this kind. */
  protected at(type: number): boolean {
    return this.tokens.type === type;
  }

  /** Goes past the current token if it is of this kind. */
  protected eat(type: number): boolean {
    if (this.tokens.type !== type) return false;
    this.tokens.advance();
    return true;
  }

  protected expect(type: number): void {
    if (!this.eat(type)) this.unexpected();
  }

  /** Goes past a name and returns it. */
  protected expectName(): string {
    if (!this.at(T.NAME)) this.unexpected();
    const name = this.tokens.value;
    this.tokens.advance();
    return name;
  }

  /** The place of the current token. */
  protected here(): Position {
    return { lineno: this.tokens.lineno, col_offset: this.tokens.column };
  }

  /** Raises for the current token, which no rule accepts here. */
  protected unexpected(message = "invalid syntax"): never {
    if (this.tokens.endedOnFirstLine) return this.tokens.fail("SyntaxError", "unexpected EOF while parsing");
    if (message === "expected an indented block" && !this.at(T.UNKNOWN))
      return this.tokens.fail("IndentationError", message);
    if (this.at(T.INDENT)) return this.tokens.fail("IndentationError", "unexpected indent");
    if (this.at(T.DEDENT)) return this.tokens.fail("IndentationError", "unexpected unindent");
    return this.tokens.fail("SyntaxError", "invalid syntax");
  }

  /** Notes an error of CPython's second walk; the first one noted wins. */
  protected defer(at: Position, message: string, kind = "SyntaxError"): void {
    const span = { line: at.lineno, column: Math.max(0, at.col_offset) };
    this.deferred ??= sourceError(this.source, span, message, { kind });
  }

  /** Throws the deferred error, if there is one. */
  protected raiseDeferred(): void {
    if (this.deferred !== null) throw this.deferred;
  }

  /** Counts `rules` more unfinished rules; every `enter` has its `leave`. */
  protected enter(rules: number): void {
    this.depth += rules;
    if (this.depth > MAX_STACK)
      this.tokens.fail("MemoryError", "parser stack overflow: too many nested parentheses or blocks");
  }

  protected leave(rules: number): void {
    this.depth -= rules;
  }
}
