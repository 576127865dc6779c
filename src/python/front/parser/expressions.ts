/**
 * Expressions, rule by rule in the order of CPython 2.7's `Grammar/Grammar`. Rules that are chains
 * (`a + b + c`, `a.b().c`) are loops, so that their length costs no host stack; the six levels of binary operators
 * are one method that climbs by precedence.
 */
import { PyUnicode } from "../../objects/builtin-objects.ts";
import { CO_FUTURE_UNICODE_LITERALS } from "../../objects/frame.ts";
import type {
  Call,
  ComparisonOperator,
  Comprehension,
  Expr,
  Num,
  Operator,
  Position,
  Slice,
  UnaryOperator,
} from "../ast.ts";
import { numberValue } from "../literals/numbers.ts";
import { hasNames, LiteralError, stringValue } from "../literals/strings.ts";
import type { SourceText } from "../source-text.ts";
import { T } from "../tokens.ts";
import { setContext } from "./assignment-targets.ts";
import { TokenCursor } from "./token-cursor.ts";

/** Token → how tightly it binds and its name in the tree. */
const binaryOperators: ReadonlyMap<number, { precedence: number; op: Operator }> = new Map([
  [T.VBAR, { precedence: 1, op: "BitOr" }],
  [T.CIRCUMFLEX, { precedence: 2, op: "BitXor" }],
  [T.AMPER, { precedence: 3, op: "BitAnd" }],
  [T.LEFTSHIFT, { precedence: 4, op: "LShift" }],
  [T.RIGHTSHIFT, { precedence: 4, op: "RShift" }],
  [T.PLUS, { precedence: 5, op: "Add" }],
  [T.MINUS, { precedence: 5, op: "Sub" }],
  [T.STAR, { precedence: 6, op: "Mult" }],
  [T.SLASH, { precedence: 6, op: "Div" }],
  [T.PERCENT, { precedence: 6, op: "Mod" }],
  [T.DOUBLESLASH, { precedence: 6, op: "FloorDiv" }],
]);

const comparisonOperators: ReadonlyMap<number, ComparisonOperator> = new Map([
  [T.LESS, "Lt"],
  [T.GREATER, "Gt"],
  [T.EQEQUAL, "Eq"],
  [T.GREATEREQUAL, "GtE"],
  [T.LESSEQUAL, "LtE"],
  [T.NOTEQUAL, "NotEq"],
  [T.IN, "In"],
  [T.IS, "Is"],
  [T.NOT, "NotIn"],
]);

const unaryOperators: ReadonlyMap<number, UnaryOperator> = new Map([
  [T.PLUS, "UAdd"],
  [T.MINUS, "USub"],
  [T.TILDE, "Invert"],
]);

const startsOfExpr: ReadonlySet<number> = new Set([
  T.NAME,
  T.NUMBER,
  T.STRING,
  T.LPAR,
  T.LSQB,
  T.LBRACE,
  T.BACKQUOTE,
  T.PLUS,
  T.MINUS,
  T.TILDE,
]);

/** Rules between `or_test` and `atom`, for the depth count. */
const RULES_OF_OR_TEST = 13;
/** `comp_iter` and the `comp_for` or `comp_if` in it. */
const RULES_OF_CLAUSE = 2;

export abstract class ExpressionParser extends TokenCursor {
  /** `CO_FUTURE_*` bits in force. */
  protected flags: number;

  constructor(source: SourceText, flags: number) {
    super(source);
    this.flags = flags;
  }

  /** `lambdef: 'lambda' [varargslist] ':' test`; the arguments are a page of their own. */
  protected abstract lambda(body: () => Expr): Expr;
  /** `'(' [arglist] ')'` after `func`, the bracket still to come. */
  protected abstract callTrailer(func: Expr): Call;

  // testlist: test (',' test)* [',']
  protected testlist(): Expr {
    const at = this.here();
    const first = this.test();
    return this.at(T.COMMA) ? this.tupleFrom(first, at) : first;
  }

  /** The rest of a tuple whose first element has been read. */
  private tupleFrom(first: Expr, at: Position): Expr {
    return { kind: "Tuple", elts: this.testsFrom(first), ctx: "Load", ...at };
  }

  /** `first (',' test)* [',']`. */
  protected testsFrom(first: Expr): Expr[] {
    const elements = [first];
    while (this.eat(T.COMMA)) {
      if (!this.startsTest()) break;
      elements.push(this.test());
    }
    return elements;
  }

  /** Whether a `test` can begin here. */
  protected startsTest(): boolean {
    return this.startsExpr() || this.at(T.NOT) || this.at(T.LAMBDA);
  }

  private startsExpr(): boolean {
    return startsOfExpr.has(this.tokens.type);
  }

  // testlist_safe: old_test [(',' old_test)+ [',']]
  private testlistSafe(): Expr {
    const at = this.here();
    const first = this.oldTest();
    if (!this.eat(T.COMMA)) return first;
    const elements = [first, this.oldTest()];
    while (this.eat(T.COMMA)) {
      if (!this.startsTest()) break;
      elements.push(this.oldTest());
    }
    return { kind: "Tuple", elts: elements, ctx: "Load", ...at };
  }

  // exprlist: expr (',' expr)* [',']
  protected exprlist(ctx: "Store" | "Del"): { elements: Expr[]; hasTrailingComma: boolean } {
    const elements = [this.target(ctx)];
    while (this.eat(T.COMMA)) {
      if (!this.startsExpr()) return { elements, hasTrailingComma: true };
      elements.push(this.target(ctx));
    }
    return { elements, hasTrailingComma: false };
  }

  private target(ctx: "Store" | "Del"): Expr {
    const at = this.here();
    const expr = this.expr();
    this.assign(expr, ctx, at);
    return expr;
  }

  /** Makes `expr` a target; `at` is where its text begins. */
  protected assign(expr: Expr, ctx: "Store" | "Del", at: Position): void {
    const problem = setContext(expr, ctx);
    if (problem !== null) this.defer(at, problem);
  }

  /** The target of a `for`: one expression, or a tuple of them placed at the first. */
  protected forTarget(): Expr {
    const { elements, hasTrailingComma } = this.exprlist("Store");
    const [first] = elements;
    if (first !== undefined && elements.length === 1 && !hasTrailingComma) return first;
    const at = { lineno: first?.lineno ?? 0, col_offset: first?.col_offset ?? 0 };
    return { kind: "Tuple", elts: elements, ctx: "Store", ...at };
  }

  // test: or_test ['if' or_test 'else' test] | lambdef
  protected test(): Expr {
    this.enter(1);
    const expr = this.at(T.LAMBDA) ? this.lambda(() => this.test()) : this.conditional();
    this.leave(1);
    return expr;
  }

  private conditional(): Expr {
    const at = this.here();
    const body = this.orTest();
    if (!this.eat(T.IF)) return body;
    const test = this.orTest();
    this.expect(T.ELSE);
    return { kind: "IfExp", test, body, orelse: this.test(), ...at };
  }

  // old_test: or_test | old_lambdef
  private oldTest(): Expr {
    this.enter(1);
    const expr = this.at(T.LAMBDA) ? this.lambda(() => this.oldTest()) : this.orTest();
    this.leave(1);
    return expr;
  }

  // or_test: and_test ('or' and_test)*
  protected orTest(): Expr {
    const at = this.here();
    this.enter(RULES_OF_OR_TEST);
    const first = this.andTest();
    const expr = this.at(T.OR) ? this.boolOp(first, T.OR, at) : first;
    this.leave(RULES_OF_OR_TEST);
    return expr;
  }

  // and_test: not_test ('and' not_test)*
  private andTest(): Expr {
    const at = this.here();
    const first = this.notTest();
    return this.at(T.AND) ? this.boolOp(first, T.AND, at) : first;
  }

  private boolOp(first: Expr, operator: number, at: Position): Expr {
    const values = [first];
    const isOr = operator === T.OR;
    while (this.eat(operator)) values.push(isOr ? this.andTest() : this.notTest());
    return { kind: "BoolOp", op: isOr ? "Or" : "And", values, ...at };
  }

  // not_test: 'not' not_test | comparison
  private notTest(): Expr {
    const at = this.here();
    if (!this.eat(T.NOT)) return this.comparison();
    this.enter(1);
    const operand = this.notTest();
    this.leave(1);
    return { kind: "UnaryOp", op: "Not", operand, ...at };
  }

  // comparison: expr (comp_op expr)*
  private comparison(): Expr {
    const at = this.here();
    const left = this.expr();
    let op = this.comparisonOperator();
    if (op === undefined) return left;
    const ops: ComparisonOperator[] = [];
    const comparators: Expr[] = [];
    for (; op !== undefined; op = this.comparisonOperator()) {
      ops.push(op);
      comparators.push(this.expr());
    }
    return { kind: "Compare", left, ops, comparators, ...at };
  }

  /** Reads a comparison operator, if there is one: `not in` and `is not` are two tokens. */
  private comparisonOperator(): ComparisonOperator | undefined {
    const op = comparisonOperators.get(this.tokens.type);
    if (op === undefined) return undefined;
    this.tokens.advance();
    if (op === "NotIn") this.expect(T.IN);
    return op === "Is" && this.eat(T.NOT) ? "IsNot" : op;
  }

  // expr: xor_expr ('|' xor_expr)* and the five rules below it, down to `term`
  protected expr(): Expr {
    return this.binary(1);
  }

  /**
   * Operators that bind at least as tightly as `minimum`. The first operator of a chain makes a node placed where the
   * chain begins; each further one is placed at its sign, as in CPython.
   */
  private binary(minimum: number): Expr {
    const at = this.here();
    let left = this.factor();
    let previous = 0;
    for (;;) {
      const found = binaryOperators.get(this.tokens.type);
      if (found === undefined || found.precedence < minimum) return left;
      const { op, precedence } = found;
      const place = precedence === previous ? this.here() : at;
      this.tokens.advance();
      left = { kind: "BinOp", left, op, right: this.binary(precedence + 1), ...place };
      previous = precedence;
    }
  }

  // factor: ('+'|'-'|'~') factor | power
  private factor(): Expr {
    const op = unaryOperators.get(this.tokens.type);
    if (op === undefined) return this.power();
    const at = this.here();
    this.tokens.advance();
    this.enter(1);
    const isNumber = this.at(T.NUMBER);
    const operand = this.factor();
    this.leave(1);
    if (op === "USub" && isNumber && this.lastNumber === operand) return this.negated(at);
    return { kind: "UnaryOp", op, operand, ...at };
  }

  /** The last number read and its text: a minus sign directly before it becomes part of it. */
  private lastNumber: Expr | null = null;
  private lastNumberText = "";

  private negated(at: Position): Expr {
    return { kind: "Num", n: this.numberOf(this.lastNumberText, true), ...at };
  }

  // power: atom trailer* ['**' factor]
  private power(): Expr {
    const at = this.here();
    const base = this.trailers(this.atom());
    if (!this.eat(T.DOUBLESTAR)) return base;
    this.enter(2);
    const right = this.factor();
    this.leave(2);
    return { kind: "BinOp", left: base, op: "Pow", right, ...at };
  }

  // trailer: '(' [arglist] ')' | '[' subscriptlist ']' | '.' NAME
  private trailers(atom: Expr): Expr {
    let expr = atom;
    const at = { lineno: atom.lineno, col_offset: atom.col_offset };
    for (;;) {
      if (this.at(T.LPAR)) expr = this.callTrailer(expr);
      else if (this.eat(T.LSQB)) expr = this.subscript(expr, at);
      else if (this.eat(T.DOT))
        expr = { kind: "Attribute", value: expr, attr: this.expectName(), ctx: "Load", ...at };
      else return expr;
    }
  }

  // atom: '(' … ')' | '[' … ']' | '{' … '}' | '`' testlist1 '`' | NAME | NUMBER | STRING+
  private atom(): Expr {
    switch (this.tokens.type) {
      case T.NAME: {
        const at = this.here();
        return { kind: "Name", id: this.expectName(), ctx: "Load", ...at };
      }
      case T.NUMBER:
        return this.number();
      case T.STRING:
        return this.strings();
      case T.LPAR:
        return this.parenthesised();
      case T.LSQB:
        return this.listDisplay();
      case T.LBRACE:
        return this.braceDisplay();
      case T.BACKQUOTE:
        return this.backquoted();
      default:
        return this.unexpected();
    }
  }

  private numberOf(text: string, negative = false): Num["n"] {
    return numberValue(text, negative) ?? this.tokens.fail("MemoryError", "integer of too many digits");
  }

  private number(): Expr {
    const at = this.here();
    const text = this.tokens.value;
    this.tokens.advance();
    const num: Expr = { kind: "Num", n: this.numberOf(text), ...at };
    this.lastNumber = num;
    this.lastNumberText = text;
    return num;
  }

  /** Adjacent literals are one; a unicode one among them makes it unicode. */
  private strings(): Expr {
    const at = this.here();
    let joined = this.oneString(at);
    while (this.at(T.STRING)) joined = this.joinStrings(joined, this.oneString(at), at);
    const text: Expr = { kind: "Str", s: joined, ...at };
    return hasNames(joined) ? namedLater(text, at) : text;
  }

  private oneString(at: Position): string | PyUnicode {
    const token = this.tokens.value;
    const unicodeLiterals = (this.flags & CO_FUTURE_UNICODE_LITERALS) !== 0;
    this.tokens.advance();
    try {
      return stringValue(token, this.source.encoding, unicodeLiterals);
    } catch (problem) {
      if (!(problem instanceof LiteralError)) throw problem;
      this.defer(at, problem.message, problem.kind);
      return "";
    }
  }

  private joinStrings(left: string | PyUnicode, right: string | PyUnicode, at: Position): string | PyUnicode {
    if (typeof left === "string" && typeof right === "string") return left + right;
    return new PyUnicode(this.asUnicode(left, at) + this.asUnicode(right, at));
  }

  private asUnicode(value: string | PyUnicode, at: Position): string {
    if (typeof value !== "string") return value.value;
    const index = value.search(/[\x80-\xff]/);
    if (index >= 0) {
      const byte = `0x${value.charCodeAt(index).toString(16)}`;
      const place = `byte ${byte} in position ${index}`;
      this.defer(at, `(unicode error) 'ascii' codec can't decode ${place}: ordinal not in range(128)`);
    }
    return value;
  }

  // '(' [yield_expr|testlist_comp] ')'; testlist_comp: test ( comp_for | (',' test)* [','] )
  private parenthesised(): Expr {
    const at = this.here();
    this.tokens.advance();
    if (this.eat(T.RPAR)) return { kind: "Tuple", elts: [], ctx: "Load", ...at };
    this.enter(1);
    const expr = this.at(T.YIELD) ? this.yieldExpr() : this.testlistComp();
    this.leave(1);
    this.expect(T.RPAR);
    return expr;
  }

  private testlistComp(): Expr {
    const at = this.here();
    const first = this.test();
    if (this.at(T.FOR)) return this.generatorExp(first, at);
    return this.at(T.COMMA) ? this.tupleFrom(first, at) : first;
  }

  /** The generator expression whose element has been read; at its `for`. */
  protected generatorExp(elt: Expr, at: Position): Expr {
    return { kind: "GeneratorExp", elt, generators: this.comprehensions(), ...at };
  }

  // '[' [listmaker] ']'; listmaker: test ( list_for | (',' test)* [','] )
  private listDisplay(): Expr {
    const at = this.here();
    this.tokens.advance();
    if (this.eat(T.RSQB)) return { kind: "List", elts: [], ctx: "Load", ...at };
    this.enter(1);
    const inner = this.here();
    const first = this.test();
    const expr: Expr = this.at(T.FOR)
      ? { kind: "ListComp", elt: first, generators: this.listFors(), ...inner }
      : { kind: "List", elts: this.testsFrom(first), ctx: "Load", ...at };
    this.leave(1);
    this.expect(T.RSQB);
    return expr;
  }

  // '{' [dictorsetmaker] '}'
  private braceDisplay(): Expr {
    const at = this.here();
    this.tokens.advance();
    if (this.eat(T.RBRACE)) return { kind: "Dict", keys: [], values: [], ...at };
    this.enter(1);
    const inner = this.here();
    const first = this.test();
    const expr = this.eat(T.COLON) ? this.dictFrom(first, at, inner) : this.setFrom(first, at, inner);
    this.leave(1);
    this.expect(T.RBRACE);
    return expr;
  }

  private dictFrom(key: Expr, at: Position, inner: Position): Expr {
    const value = this.test();
    if (this.at(T.FOR)) return { kind: "DictComp", key, value, generators: this.comprehensions(), ...inner };
    const keys = [key];
    const values = [value];
    while (this.eat(T.COMMA) && this.startsTest()) {
      keys.push(this.test());
      this.expect(T.COLON);
      values.push(this.test());
    }
    return { kind: "Dict", keys, values, ...at };
  }

  private setFrom(elt: Expr, at: Position, inner: Position): Expr {
    if (this.at(T.FOR)) return { kind: "SetComp", elt, generators: this.comprehensions(), ...inner };
    return { kind: "Set", elts: this.testsFrom(elt), ...at };
  }

  // '`' testlist1 '`'; testlist1: test (',' test)*
  private backquoted(): Expr {
    const at = this.here();
    this.tokens.advance();
    this.enter(1);
    const inner = this.here();
    const elements = [];
    do elements.push(this.test());
    while (this.eat(T.COMMA));
    this.leave(1);
    this.expect(T.BACKQUOTE);
    const [only] = elements;
    const isTuple = only === undefined || elements.length > 1;
    const value: Expr = isTuple ? { kind: "Tuple", elts: elements, ctx: "Load", ...inner } : only;
    return { kind: "Repr", value, ...at };
  }

  // comp_for: 'for' exprlist 'in' or_test [comp_iter]
  private comprehensions(): Comprehension[] {
    return this.comprehensionClauses(() => this.orTest());
  }

  // list_for: 'for' exprlist 'in' testlist_safe [list_iter]
  private listFors(): Comprehension[] {
    return this.comprehensionClauses(() => this.testlistSafe());
  }

  private comprehensionClauses(iterable: () => Expr): Comprehension[] {
    const clauses: Comprehension[] = [];
    let rules = 0;
    while (this.at(T.FOR)) {
      const clause = this.comprehensionClause(iterable);
      clauses.push(clause);
      const added = RULES_OF_CLAUSE * (1 + clause.ifs.length);
      this.enter(added);
      rules += added;
    }
    this.leave(rules);
    return clauses;
  }

  private comprehensionClause(iterable: () => Expr): Comprehension {
    this.expect(T.FOR);
    const target = this.forTarget();
    this.expect(T.IN);
    const iter = iterable();
    const ifs: Expr[] = [];
    while (this.eat(T.IF)) ifs.push(this.oldTest());
    return { kind: "comprehension", target, iter, ifs };
  }

  // subscriptlist: subscript (',' subscript)* [',']
  private subscript(value: Expr, at: Position): Expr {
    this.enter(1);
    const inner = this.here();
    const first = this.subscriptItem();
    const slice = this.at(T.COMMA) ? this.subscriptTuple(first, inner) : first;
    this.leave(1);
    this.expect(T.RSQB);
    return { kind: "Subscript", value, slice, ctx: "Load", ...at };
  }

  /** `x[a, b]` is indexed by a tuple, unless a slice among the items makes it an extended slice. */
  private subscriptTuple(first: Slice, at: Position): Slice {
    const dims = [first];
    while (this.eat(T.COMMA)) {
      if (!this.startsTest() && !this.at(T.COLON) && !this.at(T.DOT)) break;
      dims.push(this.subscriptItem());
    }
    const elements: Expr[] = [];
    for (const dim of dims) {
      if (dim.kind !== "Index") return { kind: "ExtSlice", dims };
      elements.push(dim.value);
    }
    return { kind: "Index", value: { kind: "Tuple", elts: elements, ctx: "Load", ...at } };
  }

  // subscript: '.' '.' '.' | test | [test] ':' [test] [sliceop]
  private subscriptItem(): Slice {
    if (this.eat(T.DOT)) {
      this.expect(T.DOT);
      this.expect(T.DOT);
      return { kind: "Ellipsis" };
    }
    const lower = this.at(T.COLON) ? null : this.test();
    if (lower !== null && !this.at(T.COLON)) return { kind: "Index", value: lower };
    this.expect(T.COLON);
    const upper = this.startsTest() ? this.test() : null;
    return { kind: "Slice", lower, upper, step: this.at(T.COLON) ? this.sliceStep() : null };
  }

  /** `sliceop: ':' [test]`; the bare colon of `x[a:b:]` means a step of None. */
  private sliceStep(): Expr {
    const at = this.here();
    this.tokens.advance();
    return this.startsTest() ? this.test() : { kind: "Name", id: "None", ctx: "Load", ...at };
  }

  // yield_expr: 'yield' [testlist]
  protected yieldExpr(): Expr {
    const at = this.here();
    this.expect(T.YIELD);
    return { kind: "Yield", value: this.startsTest() ? this.testlist() : null, ...at };
  }
}

/** `__import__("unicodedata")._literal(text)`: it knows the names of characters. */
function namedLater(text: Expr, at: Position): Expr {
  const call = (func: Expr, arg: Expr): Expr => ({
    kind: "Call",
    func,
    args: [arg],
    keywords: [],
    starargs: null,
    kwargs: null,
    ...at,
  });
  const module = call(
    { kind: "Name", id: "__import__", ctx: "Load", ...at },
    { kind: "Str", s: "unicodedata", ...at },
  );
  return call({ kind: "Attribute", value: module, attr: "_literal", ctx: "Load", ...at }, text);
}
