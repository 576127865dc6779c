/**
 * Statements, rule by rule in the order of CPython 2.7's `Grammar/Grammar`.
 *
 * Two future statements change the reading itself: after `print_function`, `print` is a name; `unicode_literals` holds
 * for the whole text, so the parser says so in `flags` and `parse` begins again.
 */
import { CO_FUTURE_PRINT_FUNCTION, CO_FUTURE_UNICODE_LITERALS } from "../../objects/frame.ts";
import type {
  Alias,
  ClassDef,
  ExceptHandler,
  Expr,
  Expression,
  FunctionDef,
  If,
  ImportFrom,
  Interactive,
  Module,
  Operator,
  Position,
  Stmt,
  TryExcept,
} from "../ast.ts";
import type { SourceText } from "../source-text.ts";
import { T } from "../tokens.ts";
import { ArgumentParser } from "./arguments.ts";

const augmentedOperators: ReadonlyMap<number, Operator> = new Map([
  [T.PLUSEQUAL, "Add"],
  [T.MINEQUAL, "Sub"],
  [T.STAREQUAL, "Mult"],
  [T.SLASHEQUAL, "Div"],
  [T.PERCENTEQUAL, "Mod"],
  [T.AMPEREQUAL, "BitAnd"],
  [T.VBAREQUAL, "BitOr"],
  [T.CIRCUMFLEXEQUAL, "BitXor"],
  [T.LEFTSHIFTEQUAL, "LShift"],
  [T.RIGHTSHIFTEQUAL, "RShift"],
  [T.DOUBLESTAREQUAL, "Pow"],
  [T.DOUBLESLASHEQUAL, "FloorDiv"],
]);

const compoundStarts: ReadonlySet<number> = new Set([
  T.IF,
  T.WHILE,
  T.FOR,
  T.TRY,
  T.WITH,
  T.DEF,
  T.CLASS,
  T.AT,
]);

/** Rules between one suite's statements and the next's, for the depth count. */
const RULES_OF_STATEMENT = 4;

export class StatementParser extends ArgumentParser {
  constructor(source: SourceText, flags: number) {
    super(source, flags);
    this.tokens.printIsName = (flags & CO_FUTURE_PRINT_FUNCTION) !== 0;
  }

  /** Whether the text asked for `unicode_literals` (or was given it). */
  get usesUnicodeLiterals(): boolean {
    return (this.flags & CO_FUTURE_UNICODE_LITERALS) !== 0;
  }

  /** Throws the first error that grammar alone did not show. */
  finish(): void {
    this.raiseDeferred();
  }

  // file_input: (NEWLINE | stmt)* ENDMARKER
  fileInput(): Module {
    const body: Stmt[] = [];
    while (!this.at(T.ENDMARKER)) if (!this.eat(T.NEWLINE)) this.statement(body);
    return { kind: "Module", body };
  }

  // eval_input: testlist NEWLINE* ENDMARKER
  evalInput(): Expression {
    const body = this.testlist();
    while (this.eat(T.NEWLINE));
    if (!this.at(T.ENDMARKER)) this.unexpected();
    return { kind: "Expression", body };
  }

  // single_input: NEWLINE | simple_stmt | compound_stmt NEWLINE
  singleInput(): Interactive {
    const at = this.here();
    const body: Stmt[] = [];
    if (this.eat(T.NEWLINE)) return { kind: "Interactive", body: [{ kind: "Pass", ...at }] };
    const isCompound = compoundStarts.has(this.tokens.type);
    this.statement(body);
    if (isCompound && !this.at(T.NEWLINE)) this.unexpected();
    return { kind: "Interactive", body };
  }

  // stmt: simple_stmt | compound_stmt
  private statement(into: Stmt[]): void {
    if (!compoundStarts.has(this.tokens.type)) {
      this.simpleStatement(into);
      return;
    }
    this.enter(RULES_OF_STATEMENT);
    into.push(this.compoundStatement());
    this.leave(RULES_OF_STATEMENT);
  }

  // simple_stmt: small_stmt (';' small_stmt)* [';'] NEWLINE
  private simpleStatement(into: Stmt[]): void {
    do {
      into.push(this.smallStatement());
    } while (this.eat(T.SEMI) && !this.at(T.NEWLINE));
    this.expect(T.NEWLINE);
  }

  private smallStatement(): Stmt {
    switch (this.tokens.type) {
      case T.PRINT:
        return this.printStatement();
      case T.DEL:
        return this.delStatement();
      case T.PASS:
      case T.BREAK:
      case T.CONTINUE:
        return this.wordStatement();
      case T.RETURN:
        return this.returnStatement();
      case T.RAISE:
        return this.raiseStatement();
      case T.YIELD:
        return this.expressionStatement();
      case T.IMPORT:
        return this.importName();
      case T.FROM:
        return this.importFrom();
      case T.GLOBAL:
        return this.globalStatement();
      case T.EXEC:
        return this.execStatement();
      case T.ASSERT:
        return this.assertStatement();
      default:
        return this.expressionStatement();
    }
  }

  // expr_stmt: testlist (augassign (yield_expr|testlist) | ('=' (yield_expr|testlist))*)
  private expressionStatement(): Stmt {
    const at = this.here();
    if (this.at(T.YIELD)) return { kind: "Expr", value: this.yieldExpr(), ...at };
    const first = this.testlist();
    if (this.at(T.EQUAL)) return this.assignment(first, at);
    const op = augmentedOperators.get(this.tokens.type);
    if (op === undefined) return { kind: "Expr", value: first, ...at };
    this.checkAugmentedTarget(first, at);
    this.tokens.advance();
    return { kind: "AugAssign", target: first, op, value: this.yieldOrTestlist(), ...at };
  }

  private assignment(first: Expr, at: Position): Stmt {
    const targets: Expr[] = [];
    let value = first;
    let place = at;
    while (this.eat(T.EQUAL)) {
      const isYield = value.kind === "Yield" && value.col_offset === place.col_offset;
      if (isYield) this.defer(place, "assignment to yield expression not possible");
      this.assign(value, "Store", place);
      targets.push(value);
      place = this.here();
      value = this.yieldOrTestlist();
    }
    return { kind: "Assign", targets, value, ...at };
  }

  private checkAugmentedTarget(target: Expr, at: Position): void {
    this.assign(target, "Store", at);
    const isSimple = target.kind === "Name" || target.kind === "Attribute" || target.kind === "Subscript";
    if (!isSimple) this.defer(at, "illegal expression for augmented assignment");
  }

  private yieldOrTestlist(): Expr {
    return this.at(T.YIELD) ? this.yieldExpr() : this.testlist();
  }

  // print_stmt: 'print' ( [ test (',' test)* [','] ] | '>>' test [ (',' test)+ [','] ] )
  private printStatement(): Stmt {
    const at = this.here();
    this.expect(T.PRINT);
    const dest = this.eat(T.RIGHTSHIFT) ? this.test() : null;
    const values: Expr[] = [];
    if (dest === null && !this.startsTest()) return { kind: "Print", dest, values, nl: true, ...at };
    if (dest === null) values.push(this.test());
    else if (this.eat(T.COMMA)) values.push(this.test());
    while (values.length > 0 && this.eat(T.COMMA)) {
      if (!this.startsTest()) return { kind: "Print", dest, values, nl: false, ...at };
      values.push(this.test());
    }
    return { kind: "Print", dest, values, nl: true, ...at };
  }

  // del_stmt: 'del' exprlist
  private delStatement(): Stmt {
    const at = this.here();
    this.expect(T.DEL);
    return { kind: "Delete", targets: this.exprlist("Del").elements, ...at };
  }

  private wordStatement(): Stmt {
    const at = this.here();
    const type = this.tokens.type;
    this.tokens.advance();
    if (type === T.PASS) return { kind: "Pass", ...at };
    return type === T.BREAK ? { kind: "Break", ...at } : { kind: "Continue", ...at };
  }

  // return_stmt: 'return' [testlist]
  private returnStatement(): Stmt {
    const at = this.here();
    this.expect(T.RETURN);
    return { kind: "Return", value: this.startsTest() ? this.testlist() : null, ...at };
  }

  // raise_stmt: 'raise' [test [',' test [',' test]]]
  private raiseStatement(): Stmt {
    const at = this.here();
    this.expect(T.RAISE);
    const type = this.startsTest() ? this.test() : null;
    const inst = type !== null && this.eat(T.COMMA) ? this.test() : null;
    const tback = inst !== null && this.eat(T.COMMA) ? this.test() : null;
    return { kind: "Raise", type, inst, tback, ...at };
  }

  // import_name: 'import' dotted_as_name (',' dotted_as_name)*
  private importName(): Stmt {
    const at = this.here();
    this.expect(T.IMPORT);
    const names: Alias[] = [];
    do names.push(this.dottedAsName());
    while (this.eat(T.COMMA));
    return { kind: "Import", names, ...at };
  }

  // dotted_as_name: dotted_name ['as' NAME]
  private dottedAsName(): Alias {
    const at = this.here();
    const name = this.dottedName();
    if (this.eat(T.AS)) return { kind: "alias", name, asname: this.storedName() };
    this.forbid(name, at);
    return { kind: "alias", name, asname: null };
  }

  private storedName(): string {
    const at = this.here();
    const name = this.expectName();
    this.forbid(name, at);
    return name;
  }

  // dotted_name: NAME ('.' NAME)*
  private dottedName(): string {
    let name = this.expectName();
    while (this.eat(T.DOT)) name += `.${this.expectName()}`;
    return name;
  }

  // import_from: 'from' ('.'* dotted_name | '.'+) 'import' ('*' | '(' import_as_names ')' | import_as_names)
  private importFrom(): Stmt {
    const at = this.here();
    this.expect(T.FROM);
    let level = 0;
    while (this.eat(T.DOT)) level++;
    const module = level === 0 || this.at(T.NAME) ? this.dottedName() : null;
    this.expect(T.IMPORT);
    const statement: ImportFrom = { kind: "ImportFrom", module, names: this.importedNames(), level, ...at };
    if (module === "__future__") this.heedFuture(statement);
    return statement;
  }

  private importedNames(): Alias[] {
    if (this.eat(T.STAR)) return [{ kind: "alias", name: "*", asname: null }];
    const isParenthesised = this.eat(T.LPAR);
    const at = this.here();
    const names = [this.importAsName()];
    while (this.eat(T.COMMA)) {
      if (!this.at(T.NAME)) {
        if (!isParenthesised) this.failTrailingComma(at);
        break;
      }
      names.push(this.importAsName());
    }
    if (isParenthesised) this.expect(T.RPAR);
    return names;
  }

  private failTrailingComma(at: Position): void {
    this.defer(at, "trailing comma not allowed without surrounding parentheses");
  }

  // import_as_name: NAME ['as' NAME]
  private importAsName(): Alias {
    const at = this.here();
    const name = this.expectName();
    if (this.eat(T.AS)) return { kind: "alias", name, asname: this.storedName() };
    this.forbid(name, at);
    return { kind: "alias", name, asname: null };
  }

  private heedFuture(statement: ImportFrom): void {
    for (const { name } of statement.names) {
      if (name === "print_function") this.tokens.printIsName = true;
      if (name === "unicode_literals") this.flags |= CO_FUTURE_UNICODE_LITERALS;
    }
  }

  // global_stmt: 'global' NAME (',' NAME)*
  private globalStatement(): Stmt {
    const at = this.here();
    this.expect(T.GLOBAL);
    const names: string[] = [];
    do names.push(this.expectName());
    while (this.eat(T.COMMA));
    return { kind: "Global", names, ...at };
  }

  // exec_stmt: 'exec' expr ['in' test [',' test]]
  private execStatement(): Stmt {
    const at = this.here();
    this.expect(T.EXEC);
    const body = this.expr();
    if (!this.eat(T.IN)) return this.execOfTuple(body, at);
    const globals = this.test();
    const locals = this.eat(T.COMMA) ? this.test() : null;
    return { kind: "Exec", body, globals, locals, ...at };
  }

  /** `exec(code, globals, locals)` means `exec code in globals, locals`. */
  private execOfTuple(body: Expr, at: Position): Stmt {
    if (body.kind === "Tuple" && (body.elts.length === 2 || body.elts.length === 3)) {
      const [code, globals = null, locals = null] = body.elts;
      if (code !== undefined) return { kind: "Exec", body: code, globals, locals, ...at };
    }
    return { kind: "Exec", body, globals: null, locals: null, ...at };
  }

  // assert_stmt: 'assert' test [',' test]
  private assertStatement(): Stmt {
    const at = this.here();
    this.expect(T.ASSERT);
    const test = this.test();
    return { kind: "Assert", test, msg: this.eat(T.COMMA) ? this.test() : null, ...at };
  }

  private compoundStatement(): Stmt {
    switch (this.tokens.type) {
      case T.IF:
        return this.ifStatement();
      case T.WHILE:
        return this.whileStatement();
      case T.FOR:
        return this.forStatement();
      case T.TRY:
        return this.tryStatement();
      case T.WITH:
        return this.withStatement();
      case T.DEF:
        return this.functionDefinition(this.here(), []);
      case T.CLASS:
        return this.classDefinition(this.here(), []);
      default:
        return this.decorated();
    }
  }

  // if_stmt: 'if' test ':' suite ('elif' test ':' suite)* ['else' ':' suite]
  private ifStatement(): Stmt {
    const outermost = this.ifClause(this.here());
    let innermost = outermost;
    while (this.at(T.ELIF)) {
      const clause = this.ifClause(null);
      innermost.orelse = [clause];
      innermost = clause;
    }
    innermost.orelse = this.elseSuite();
    return outermost;
  }

  /** `if` or `elif` with its suite. An `elif` is an If placed at its test, so its `at` is null. */
  private ifClause(at: Position | null): If {
    this.tokens.advance();
    const place = at ?? this.here();
    const test = this.test();
    return { kind: "If", test, body: this.blockAfterColon(), orelse: [], ...place };
  }

  private elseSuite(): Stmt[] {
    return this.eat(T.ELSE) ? this.blockAfterColon() : [];
  }

  // while_stmt: 'while' test ':' suite ['else' ':' suite]
  private whileStatement(): Stmt {
    const at = this.here();
    this.expect(T.WHILE);
    const test = this.test();
    const body = this.blockAfterColon();
    return { kind: "While", test, body, orelse: this.elseSuite(), ...at };
  }

  // for_stmt: 'for' exprlist 'in' testlist ':' suite ['else' ':' suite]
  private forStatement(): Stmt {
    const at = this.here();
    this.expect(T.FOR);
    const target = this.forTarget();
    this.expect(T.IN);
    const iter = this.testlist();
    const body = this.blockAfterColon();
    return { kind: "For", target, iter, body, orelse: this.elseSuite(), ...at };
  }

  // try_stmt: 'try' ':' suite ((except_clause ':' suite)+ ['else' ':' suite] ['finally' ':' suite] | 'finally' ':' suite)
  private tryStatement(): Stmt {
    const at = this.here();
    this.expect(T.TRY);
    const body = this.blockAfterColon();
    if (this.eat(T.FINALLY)) return { kind: "TryFinally", body, finalbody: this.blockAfterColon(), ...at };
    const handlers: ExceptHandler[] = [];
    while (this.at(T.EXCEPT)) handlers.push(this.exceptClause());
    if (handlers.length === 0) this.unexpected();
    const guarded: TryExcept = { kind: "TryExcept", body, handlers, orelse: this.elseSuite(), ...at };
    if (!this.eat(T.FINALLY)) return guarded;
    return { kind: "TryFinally", body: [guarded], finalbody: this.blockAfterColon(), ...at };
  }

  // except_clause: 'except' [test [('as' | ',') test]]
  private exceptClause(): ExceptHandler {
    const at = this.here();
    this.expect(T.EXCEPT);
    const type = this.startsTest() ? this.test() : null;
    const name = type !== null && (this.eat(T.AS) || this.eat(T.COMMA)) ? this.targetTest() : null;
    return { kind: "ExceptHandler", type, name, body: this.blockAfterColon(), ...at };
  }

  /** A `test` that is assigned to. */
  private targetTest(): Expr {
    const at = this.here();
    const target = this.test();
    this.assign(target, "Store", at);
    return target;
  }

  // with_stmt: 'with' with_item (',' with_item)* ':' suite
  private withStatement(): Stmt {
    this.expect(T.WITH);
    return this.withItem();
  }

  /**
   * `with_item: test ['as' expr]`. Each item is a With placed at its expression; the next item is its body.
   */
  private withItem(): Stmt {
    const at = this.here();
    this.enter(1);
    const context_expr = this.test();
    const optional_vars = this.eat(T.AS) ? this.targetExpr() : null;
    const body = this.eat(T.COMMA) ? [this.withItem()] : this.blockAfterColon();
    this.leave(1);
    return { kind: "With", context_expr, optional_vars, body, ...at };
  }

  private targetExpr(): Expr {
    const at = this.here();
    const target = this.expr();
    this.assign(target, "Store", at);
    return target;
  }

  // funcdef: 'def' NAME '(' [varargslist] ')' ':' suite
  private functionDefinition(at: Position, decorators: Expr[]): FunctionDef {
    this.expect(T.DEF);
    const name = this.storedName();
    this.expect(T.LPAR);
    const args = this.varargslist(T.RPAR);
    this.expect(T.RPAR);
    const body = this.blockAfterColon();
    return { kind: "FunctionDef", name, args, body, decorator_list: decorators, ...at };
  }

  // classdef: 'class' NAME ['(' [testlist] ')'] ':' suite
  private classDefinition(at: Position, decorators: Expr[]): ClassDef {
    this.expect(T.CLASS);
    const name = this.storedName();
    const bases = this.eat(T.LPAR) ? this.classBases() : [];
    const body = this.blockAfterColon();
    return { kind: "ClassDef", name, bases, body, decorator_list: decorators, ...at };
  }

  private classBases(): Expr[] {
    const bases = this.at(T.RPAR) ? [] : this.testsFrom(this.test());
    this.expect(T.RPAR);
    return bases;
  }

  // decorated: decorator+ (classdef | funcdef); placed at the first decorator
  private decorated(): Stmt {
    const at = this.here();
    const decorators: Expr[] = [];
    while (this.at(T.AT)) decorators.push(this.decorator());
    if (this.at(T.CLASS)) return this.classDefinition(at, decorators);
    return this.functionDefinition(at, decorators);
  }

  // decorator: '@' dotted_name [ '(' [arglist] ')' ] NEWLINE
  private decorator(): Expr {
    this.expect(T.AT);
    const name = this.decoratorName();
    const expr = this.at(T.LPAR) ? this.callTrailer(name) : name;
    this.expect(T.NEWLINE);
    return expr;
  }

  private decoratorName(): Expr {
    const at = this.here();
    let expr: Expr = { kind: "Name", id: this.expectName(), ctx: "Load", ...at };
    while (this.eat(T.DOT))
      expr = { kind: "Attribute", value: expr, attr: this.expectName(), ctx: "Load", ...at };
    return expr;
  }

  private blockAfterColon(): Stmt[] {
    this.expect(T.COLON);
    return this.suite();
  }

  // suite: simple_stmt | NEWLINE INDENT stmt+ DEDENT
  private suite(): Stmt[] {
    const body: Stmt[] = [];
    if (!this.eat(T.NEWLINE)) {
      this.simpleStatement(body);
      return body;
    }
    if (!this.eat(T.INDENT)) this.unexpected("expected an indented block");
    do this.statement(body);
    while (!this.at(T.DEDENT));
    this.tokens.advance();
    return body;
  }
}
