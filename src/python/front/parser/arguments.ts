/**
 * Arguments, given and taken: the `arglist` of a call and the `varargslist` of a function or lambda, with the checks
 * that CPython makes on both in `ast_for_call` and `ast_for_arguments` (`Python/ast.c`).
 */
import type { Arguments, Call, Expr, Position } from "../ast.ts";
import { T } from "../tokens.ts";
import { forbiddenName } from "./assignment-targets.ts";
import { ExpressionParser } from "./expressions.ts";

const MAX_ARGUMENTS = 255;

/** A call whose arguments are being read. */
interface ArgumentList {
  call: Call;
  at: Position;
  hasBareGenerator: boolean;
}

export abstract class ArgumentParser extends ExpressionParser {
  // arglist: (argument ',')* (argument [','] | '*' test (',' argument)* [',' '**' test] | '**' test)
  protected override callTrailer(func: Expr): Call {
    const at = { lineno: func.lineno, col_offset: func.col_offset };
    this.expect(T.LPAR);
    const call: Call = { kind: "Call", func, args: [], keywords: [], starargs: null, kwargs: null, ...at };
    this.enter(2);
    if (!this.at(T.RPAR)) this.arglist(call);
    this.leave(2);
    this.expect(T.RPAR);
    return call;
  }

  private arglist(call: Call): void {
    const list: ArgumentList = { call, at: this.here(), hasBareGenerator: false };
    while (this.startsTest()) {
      this.argument(list);
      if (!this.eat(T.COMMA) || this.at(T.RPAR)) {
        this.checkArguments(list);
        return;
      }
    }
    if (this.eat(T.STAR)) this.starArguments(list);
    else if (this.eat(T.DOUBLESTAR)) call.kwargs = this.test();
    else this.unexpected();
    this.checkArguments(list);
  }

  /** What may follow `*`: keyword arguments, then `**`. */
  private starArguments(list: ArgumentList): void {
    list.call.starargs = this.test();
    while (this.eat(T.COMMA)) {
      if (this.eat(T.DOUBLESTAR)) {
        list.call.kwargs = this.test();
        return;
      }
      this.argument(list);
    }
  }

  // argument: test [comp_for] | test '=' test
  private argument(list: ArgumentList): void {
    const { call } = list;
    const at = this.here();
    const expr = this.test();
    if (this.at(T.FOR)) {
      call.args.push(this.generatorExp(expr, at));
      list.hasBareGenerator = true;
    } else if (this.eat(T.EQUAL)) this.keywordArgument(call, expr, at);
    else {
      if (call.keywords.length > 0) this.defer(at, "non-keyword arg after keyword arg");
      if (call.starargs !== null) this.defer(at, "only named arguments may follow *expression");
      call.args.push(expr);
    }
  }

  private keywordArgument(call: Call, name: Expr, at: Position): void {
    const problem = keywordProblem(call, name);
    if (problem !== null) this.defer(at, problem);
    const arg = name.kind === "Name" ? name.id : "";
    call.keywords.push({ kind: "keyword", arg, value: this.test() });
  }

  private checkArguments({ call, at, hasBareGenerator }: ArgumentList): void {
    const count = call.args.length + call.keywords.length;
    if (count > 1 && hasBareGenerator)
      this.defer(at, "Generator expression must be parenthesized if not sole argument");
    if (count > MAX_ARGUMENTS) this.defer(at, "more than 255 arguments");
  }

  protected override lambda(body: () => Expr): Expr {
    const at = this.here();
    this.expect(T.LAMBDA);
    this.enter(1);
    const args = this.varargslist(T.COLON);
    this.expect(T.COLON);
    const expr: Expr = { kind: "Lambda", args, body: body(), ...at };
    this.leave(1);
    return expr;
  }

  // varargslist: (fpdef ['=' test] ',')* ('*' NAME [',' '**' NAME] | '**' NAME) | fpdef ['=' test] (…)* [',']
  protected varargslist(end: number): Arguments {
    const at = this.here();
    const result: Arguments = { kind: "arguments", args: [], vararg: null, kwarg: null, defaults: [] };
    while (this.at(T.NAME) || this.at(T.LPAR)) {
      this.parameter(result, at);
      if (!this.eat(T.COMMA)) return result;
      if (this.at(end)) return result;
    }
    if (this.eat(T.STAR)) {
      result.vararg = this.parameterName();
      if (!this.eat(T.COMMA)) return result;
      this.expect(T.DOUBLESTAR);
      result.kwarg = this.parameterName();
    } else if (this.eat(T.DOUBLESTAR)) result.kwarg = this.parameterName();
    else if (result.args.length > 0 || !this.at(end)) this.unexpected();
    return result;
  }

  private parameterName(): string {
    const at = this.here();
    const name = this.expectName();
    this.forbid(name, at);
    return name;
  }

  /** Defers the error for a name that nothing may be called. */
  protected forbid(name: string, at: Position): void {
    const problem = forbiddenName(name);
    if (problem !== null) this.defer(at, problem);
  }

  private parameter(result: Arguments, at: Position): void {
    const isParenthesised = this.at(T.LPAR);
    const parameter = this.fpdef();
    result.args.push(parameter);
    if (this.eat(T.EQUAL)) {
      if (isParenthesised && parameter.kind === "Name") this.defer(at, "parenthesized arg with default");
      result.defaults.push(this.test());
    } else if (result.defaults.length > 0) this.defer(at, "non-default argument follows default argument");
  }

  // fpdef: NAME | '(' fplist ')'; `((x))` is x
  private fpdef(): Expr {
    const at = this.here();
    if (!this.eat(T.LPAR)) return { kind: "Name", id: this.parameterName(), ctx: "Param", ...at };
    this.enter(2);
    const parameter = this.fplist();
    this.leave(2);
    this.expect(T.RPAR);
    return parameter;
  }

  // fplist: fpdef (',' fpdef)* [',']
  private fplist(): Expr {
    const at = this.here();
    const first = this.fpdef();
    if (!this.at(T.COMMA)) return first;
    const elements = [first];
    while (this.eat(T.COMMA) && !this.at(T.RPAR)) elements.push(this.fpdef());
    for (const element of elements) if (element.kind === "Name") element.ctx = "Store";
    return { kind: "Tuple", elts: elements, ctx: "Store", ...at };
  }
}

function keywordProblem(call: Call, name: Expr): string | null {
  if (name.kind === "Lambda") return "lambda cannot contain assignment";
  if (name.kind !== "Name") return "keyword can't be an expression";
  // More than these are an error anyway, and looking through them would take long.
  const isFew = call.keywords.length < MAX_ARGUMENTS;
  const isRepeated = isFew && call.keywords.some((keyword) => keyword.arg === name.id);
  return forbiddenName(name.id) ?? (isRepeated ? "keyword argument repeated" : null);
}
