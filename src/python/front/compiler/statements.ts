/**
 * Statements to instructions (`compiler_visit_stmt` of CPython 2.7's `Python/compile.c`, function by function).
 *
 * Every statement begins with STATEMENT and its line; a `while` has it inside the loop, so that every test of the
 * condition is a step. Docstrings of functions, which do nothing, have none.
 */
import { Op } from "../../bytecode.ts";
import { PyTuple } from "../../objects/builtin-objects.ts";
import { CO_FUTURE_ABSOLUTE_IMPORT, type PyCode } from "../../objects/frame.ts";
import type { Alias, ExceptHandler, Expr, Stmt, Str } from "../ast.ts";
import { failLate } from "../future.ts";
import type { Enclosure, Label } from "./code-unit.ts";
import { constantTruth } from "./constants.ts";
import { boundsOf, ExpressionCompiler, isSimpleSlice } from "./expressions.ts";
import { needsLoopBlock } from "./loop-blocks.ts";

/** CPython's CO_MAXBLOCKS. */
const MAX_BLOCKS = 20;

type Statement<Kind extends Stmt["kind"]> = Stmt & { kind: Kind };

export abstract class StatementCompiler extends ExpressionCompiler {
  /** Whether expression statements at the top print their value. */
  protected abstract readonly isInteractive: boolean;

  protected statements(body: readonly Stmt[]): void {
    for (const statement of body) this.statement(statement);
  }

  private statement(node: Stmt): void {
    this.unit.line = node.lineno;
    if (node.kind !== "While") this.unit.emit(Op.STATEMENT, node.lineno);
    this.simpleOrCompound(node);
  }

  private simpleOrCompound(node: Stmt): void {
    switch (node.kind) {
      case "Expr":
        this.expressionStatement(node.value);
        break;
      case "Assign":
        this.assign(node);
        break;
      case "AugAssign":
        this.augAssign(node);
        break;
      case "Print":
        this.print(node);
        break;
      case "Return":
        this.return(node.value);
        break;
      case "Delete":
        this.exprs(node.targets);
        break;
      case "Pass":
      case "Global":
        return;
      case "Break":
        this.break();
        break;
      case "Continue":
        this.continue();
        break;
      case "Raise":
        this.raise(node);
        break;
      case "Assert":
        this.assert(node);
        break;
      case "Import":
        this.import(node.names);
        break;
      case "ImportFrom":
        this.importFrom(node);
        break;
      case "Exec":
        this.exec(node);
        break;
      default:
        this.compound(node);
    }
  }

  private compound(node: Stmt): void {
    switch (node.kind) {
      case "If":
        this.if(node);
        break;
      case "For":
        this.for(node);
        break;
      case "While":
        this.while(node);
        break;
      case "TryExcept":
        this.tryExcept(node);
        break;
      case "TryFinally":
        this.tryFinally(node);
        break;
      case "With":
        this.with(node);
        break;
      case "FunctionDef":
        this.functionDef(node);
        break;
      case "ClassDef":
        this.classDef(node);
    }
  }

  private expressionStatement(value: Expr): void {
    if (this.isInteractive && this.unit.block.type === "module") {
      this.expr(value);
      this.unit.emit(Op.PRINT_EXPR);
    } else if (value.kind !== "Str" && value.kind !== "Num") {
      this.expr(value);
      this.unit.emit(Op.POP_TOP);
    }
  }

  private assign({ targets, value }: Statement<"Assign">): void {
    if (targets.length === 1 && targets[0] !== undefined && this.swap(targets[0], value)) return;
    this.expr(value);
    targets.forEach((target, index) => {
      if (index < targets.length - 1) this.unit.emit(Op.DUP_TOP);
      this.expr(target);
    });
  }

  /** `a, b = b, a` turns the stack over instead of making a tuple; false where that does not apply. */
  private swap(target: Expr, value: Expr): boolean {
    if (value.kind !== "Tuple" || (target.kind !== "Tuple" && target.kind !== "List")) return false;
    const count = value.elts.length;
    if (target.elts.length !== count || (count !== 2 && count !== 3)) return false;
    this.exprs(value.elts);
    if (count === 3) this.unit.emit(Op.ROT_THREE);
    this.unit.emit(Op.ROT_TWO);
    this.exprs(target.elts);
    return true;
  }

  /** The target's parts are evaluated once and kept on the stack under the value. */
  private augAssign({ target, op, value }: Statement<"AugAssign">): void {
    switch (target.kind) {
      case "Name":
        this.name(target.id, "Load");
        this.augmentedValue(op, value);
        this.name(target.id, "Store");
        break;
      case "Attribute":
        this.expr(target.value);
        this.unit.emit(Op.DUP_TOP);
        this.attribute(Op.LOAD_ATTR, target.attr);
        this.augmentedValue(op, value);
        this.unit.emit(Op.ROT_TWO);
        this.attribute(Op.STORE_ATTR, target.attr);
        break;
      case "Subscript":
        this.augSubscript(target, op, value);
        break;
      default:
        throw new Error(
          `Failed to compile an augmented assignment to ${target.kind}: the parser let it pass.`,
        );
    }
  }

  private augSubscript(
    target: Expr & { kind: "Subscript" },
    op: Statement<"AugAssign">["op"],
    value: Expr,
  ): void {
    const { slice } = target;
    this.expr(target.value);
    if (isSimpleSlice(slice)) {
      this.augSlice(slice, op, value);
      return;
    }
    this.slice(slice);
    this.unit.emit(Op.DUP_TOPX, 2);
    this.unit.emit(Op.BINARY_SUBSCR);
    this.augmentedValue(op, value);
    this.unit.emit(Op.ROT_THREE);
    this.unit.emit(Op.STORE_SUBSCR);
  }

  private augSlice(
    slice: Parameters<typeof boundsOf>[0],
    op: Statement<"AugAssign">["op"],
    value: Expr,
  ): void {
    const bounds = [slice.lower, slice.upper].filter((bound) => bound !== null);
    this.exprs(bounds);
    if (bounds.length === 0) this.unit.emit(Op.DUP_TOP);
    else this.unit.emit(Op.DUP_TOPX, bounds.length + 1);
    this.unit.emit(Op.SLICE + boundsOf(slice));
    this.augmentedValue(op, value);
    this.unit.emit([Op.ROT_TWO, Op.ROT_THREE, Op.ROT_FOUR][bounds.length] ?? Op.ROT_TWO);
    this.unit.emit(Op.STORE_SLICE + boundsOf(slice));
  }

  private augmentedValue(op: Statement<"AugAssign">["op"], value: Expr): void {
    this.expr(value);
    this.unit.emit(this.inplaceInstruction(op));
  }

  private print({ dest, values, nl }: Statement<"Print">): void {
    if (dest === null) {
      for (const value of values) {
        this.expr(value);
        this.unit.emit(Op.PRINT_ITEM);
      }
      if (nl) this.unit.emit(Op.PRINT_NEWLINE);
      return;
    }
    this.expr(dest);
    for (const value of values) {
      this.unit.emit(Op.DUP_TOP);
      this.expr(value);
      this.unit.emit(Op.ROT_TWO);
      this.unit.emit(Op.PRINT_ITEM_TO);
    }
    this.unit.emit(nl ? Op.PRINT_NEWLINE_TO : Op.POP_TOP);
  }

  private return(value: Expr | null): void {
    if (this.unit.block.type !== "function") this.fail("'return' outside function");
    this.exprOrNone(value);
    this.unit.emit(Op.RETURN_VALUE);
  }

  private raise({ type, inst, tback }: Statement<"Raise">): void {
    const parts = [type, inst, tback].filter((part) => part !== null);
    this.exprs(parts);
    this.unit.emit(Op.RAISE_VARARGS, parts.length);
  }

  private assert({ test, msg, lineno }: Statement<"Assert">): void {
    if (test.kind === "Tuple" && test.elts.length > 0)
      this.source.warn?.("assertion is always true, perhaps remove parentheses?", lineno);
    const end = this.unit.newLabel();
    this.jumpIf(test, true, end);
    this.unit.emitName(Op.LOAD_GLOBAL, "AssertionError");
    if (msg !== null) {
      this.expr(msg);
      this.unit.emit(Op.CALL_FUNCTION, 1);
    }
    this.unit.emit(Op.RAISE_VARARGS, 1);
    this.unit.mark(end);
  }

  private import(names: Alias[]): void {
    for (const { name, asname } of names) {
      this.importName(name, this.hasFuture(CO_FUTURE_ABSOLUTE_IMPORT) ? 0 : -1, null);
      const [first = name, ...rest] = name.split(".");
      if (asname === null) this.name(first, "Store");
      else {
        for (const part of rest) this.attribute(Op.LOAD_ATTR, part);
        this.name(asname, "Store");
      }
    }
  }

  /** Level -1 is Python 2's: the package of the importing module first, then absolute. */
  private importName(name: string, level: number, from: PyTuple | null): void {
    this.unit.emitConstant(level);
    this.unit.emitConstant(from);
    this.unit.emitName(Op.IMPORT_NAME, name);
  }

  private importFrom({ module, names, level, lineno }: Statement<"ImportFrom">): void {
    if (module === "__future__" && lineno > this.lastFutureLine) failLate(this.source, lineno);
    const isImplicit = level === 0 && !this.hasFuture(CO_FUTURE_ABSOLUTE_IMPORT);
    this.importName(module ?? "", isImplicit ? -1 : level, new PyTuple(names.map(({ name }) => name)));
    for (const { name, asname } of names) {
      if (name === "*") {
        this.unit.emit(Op.IMPORT_STAR);
        return;
      }
      this.attribute(Op.IMPORT_FROM, name);
      this.name(asname ?? name, "Store");
    }
    this.unit.emit(Op.POP_TOP);
  }

  private exec({ body, globals, locals }: Statement<"Exec">): void {
    this.expr(body);
    this.exprOrNone(globals);
    if (locals === null) this.unit.emit(Op.DUP_TOP);
    else this.expr(locals);
    this.unit.emit(Op.EXEC_STMT);
  }

  /** An `elif` chain may be thousands long, so it is walked, not recursed into. */
  private if(node: Statement<"If">): void {
    const end = this.unit.newLabel();
    let clause = node;
    for (;;) {
      this.ifClause(clause, end);
      const [next] = clause.orelse;
      const isElif = clause.orelse.length === 1 && next?.kind === "If";
      if (!isElif || constantTruth(clause.test) === true) break;
      clause = next;
      this.unit.line = clause.lineno;
      this.unit.emit(Op.STATEMENT, clause.lineno);
    }
    if (constantTruth(clause.test) !== true) this.statements(clause.orelse);
    this.unit.mark(end);
  }

  /** A test and its suite; where the test fails, control arrives behind it. */
  private ifClause({ test, body, orelse }: Statement<"If">, end: Label): void {
    const truth = constantTruth(test);
    if (truth === true) {
      this.statements(body);
      return;
    }
    if (truth === false) return;
    const otherwise = this.unit.newLabel();
    this.jumpIf(test, false, otherwise);
    this.statements(body);
    if (orelse.length > 0) this.unit.emitJump(Op.JUMP_FORWARD, end);
    this.unit.mark(otherwise);
  }

  private for({ target, iter, body, orelse }: Statement<"For">): void {
    const end = this.unit.newLabel();
    const exhausted = this.unit.newLabel();
    const loop = this.openLoop(body, end, true);
    this.expr(iter);
    this.unit.emit(Op.GET_ITER);
    this.unit.mark(loop.start);
    this.unit.emitJump(Op.FOR_ITER, exhausted);
    this.expr(target);
    this.statements(body);
    this.unit.emitJump(Op.JUMP_ABSOLUTE, loop.start);
    this.unit.mark(exhausted);
    this.closeLoop(loop, orelse, end);
  }

  private while({ test, body, orelse, lineno }: Statement<"While">): void {
    const truth = constantTruth(test);
    if (truth === false) {
      this.unit.emit(Op.STATEMENT, lineno);
      this.statements(orelse);
      return;
    }
    const end = this.unit.newLabel();
    const failed = this.unit.newLabel();
    const loop = this.openLoop(body, end, false);
    this.whileTest(test, lineno, truth === true ? null : failed, loop.start);
    this.statements(body);
    this.unit.emitJump(Op.JUMP_ABSOLUTE, loop.start);
    this.unit.mark(failed);
    if (truth === true) {
      this.enclosures.pop();
      this.statements(orelse);
      this.unit.mark(end);
    } else this.closeLoop(loop, orelse, end);
  }

  /** `while 1:` has no test, and its head is a step only once. */
  private whileTest(test: Expr, line: number, failed: Label | null, start: Label): void {
    if (failed !== null) this.unit.mark(start);
    this.unit.emit(Op.STATEMENT, line);
    if (failed === null) this.unit.mark(start);
    else this.jumpIf(test, false, failed);
  }

  private get enclosures(): Enclosure[] {
    return this.unit.enclosures;
  }

  private enclose(enclosure: Enclosure): Enclosure {
    if (this.enclosures.length >= MAX_BLOCKS) this.fail("too many statically nested blocks");
    this.enclosures.push(enclosure);
    return enclosure;
  }

  private openLoop(body: Stmt[], end: Label, hasIterator: boolean): Enclosure {
    const needsBlock = needsLoopBlock(body);
    if (needsBlock) this.unit.emitJump(Op.SETUP_LOOP, end);
    const exit = needsBlock ? null : end;
    return this.enclose({ kind: "loop", start: this.unit.newLabel(), exit, hasIterator });
  }

  private closeLoop(loop: Enclosure, orelse: Stmt[], end: Label): void {
    if (loop.exit === null) this.unit.emit(Op.POP_BLOCK);
    this.enclosures.pop();
    this.statements(orelse);
    this.unit.mark(end);
  }

  private break(): void {
    const loop = this.enclosures.findLast(({ kind }) => kind === "loop");
    if (loop === undefined) this.fail("'break' outside loop");
    if (loop.exit === null) {
      this.unit.emit(Op.BREAK_LOOP);
      return;
    }
    if (loop.hasIterator) this.unit.emit(Op.POP_TOP);
    this.unit.emitJump(Op.JUMP_ABSOLUTE, loop.exit);
  }

  private continue(): void {
    const isDirect = this.enclosures.at(-1)?.kind === "loop";
    for (const { kind, start } of this.enclosures.toReversed()) {
      if (kind === "finally-end") this.fail("'continue' not supported inside 'finally' clause");
      if (kind === "loop") {
        this.unit.emitJump(isDirect ? Op.JUMP_ABSOLUTE : Op.CONTINUE_LOOP, start);
        return;
      }
    }
    this.fail("'continue' not properly in loop");
  }

  /** Compiles `body` with a block of this kind around it. */
  private enclosed(kind: Enclosure["kind"], body: () => void): void {
    this.enclose({ kind, start: this.unit.newLabel(), exit: null, hasIterator: false });
    body();
    this.enclosures.pop();
  }

  private tryExcept({ body, handlers, orelse }: Statement<"TryExcept">): void {
    const [caught, otherwise, end] = [this.unit.newLabel(), this.unit.newLabel(), this.unit.newLabel()];
    this.unit.emitJump(Op.SETUP_EXCEPT, caught);
    this.enclosed("except", () => {
      this.statements(body);
      this.unit.emit(Op.POP_BLOCK);
    });
    this.unit.emitJump(Op.JUMP_FORWARD, otherwise);
    this.unit.mark(caught);
    handlers.forEach((handler, index) => {
      if (handler.type === null && index < handlers.length - 1) this.fail("default 'except:' must be last");
      this.handler(handler, end);
    });
    this.unit.emit(Op.END_FINALLY);
    this.unit.mark(otherwise);
    this.statements(orelse);
    this.unit.mark(end);
  }

  /** On the stack: traceback, value, type on top. A handler that does not match leaves them for the next. */
  private handler({ type, name, body, lineno }: ExceptHandler, end: Label): void {
    const next = this.unit.newLabel();
    this.unit.line = lineno;
    if (type !== null) {
      this.unit.emit(Op.DUP_TOP);
      this.expr(type);
      this.unit.emitComparison("exception match");
      this.unit.emitJump(Op.POP_JUMP_IF_FALSE, next);
    }
    this.unit.emit(Op.POP_TOP);
    if (name === null) this.unit.emit(Op.POP_TOP);
    else this.expr(name);
    this.unit.emit(Op.POP_TOP);
    this.statements(body);
    this.unit.emitJump(Op.JUMP_FORWARD, end);
    this.unit.mark(next);
  }

  private tryFinally({ body, finalbody }: Statement<"TryFinally">): void {
    const final = this.unit.newLabel();
    this.unit.emitJump(Op.SETUP_FINALLY, final);
    this.enclosed("finally-try", () => {
      this.statements(body);
      this.unit.emit(Op.POP_BLOCK);
    });
    this.unit.emitConstant(null);
    this.unit.mark(final);
    this.enclosed("finally-end", () => {
      this.statements(finalbody);
      this.unit.emit(Op.END_FINALLY);
    });
  }

  private with({ context_expr, optional_vars, body }: Statement<"With">): void {
    const final = this.unit.newLabel();
    this.expr(context_expr);
    this.unit.emitJump(Op.SETUP_WITH, final);
    this.enclosed("finally-try", () => {
      if (optional_vars === null) this.unit.emit(Op.POP_TOP);
      else this.expr(optional_vars);
      this.statements(body);
      this.unit.emit(Op.POP_BLOCK);
    });
    this.unit.emitConstant(null);
    this.unit.mark(final);
    this.unit.emit(Op.WITH_CLEANUP);
    this.unit.emit(Op.END_FINALLY);
  }

  private functionDef(node: Statement<"FunctionDef">): void {
    this.exprs(node.decorator_list);
    this.exprs(node.args.defaults);
    const code = this.inUnit(node, node.name, { args: node.args }, () => this.functionBody(node));
    this.makeFunction(code, node.args.defaults.length);
    this.decorate(node.decorator_list, node.name);
  }

  /** The first constant of a function is its docstring, or None. */
  private functionBody({ args, body }: Statement<"FunctionDef">): void {
    const doc = docstring(body);
    this.unit.constant(doc === null ? null : doc.s);
    this.tupleParameters(args);
    this.statements(doc === null ? body : body.slice(1));
    this.unit.endWithNone();
  }

  /** Calls the decorators, innermost first, and stores what comes out. */
  private decorate(decorators: Expr[], name: string): void {
    for (let count = decorators.length; count > 0; count--) this.unit.emit(Op.CALL_FUNCTION, 1);
    this.name(name, "Store");
  }

  private classDef(node: Statement<"ClassDef">): void {
    this.exprs(node.decorator_list);
    this.unit.emitConstant(node.name);
    this.exprs(node.bases);
    this.unit.emit(Op.BUILD_TUPLE, node.bases.length);
    const code: PyCode = this.inUnit(node, node.name, { className: node.name }, () => {
      this.name("__name__", "Load");
      this.name("__module__", "Store");
      this.bodyWithDocstring(node.body);
      this.unit.emit(Op.LOAD_LOCALS);
      this.unit.emit(Op.RETURN_VALUE);
    });
    this.makeFunction(code, 0);
    this.unit.emit(Op.CALL_FUNCTION, 0);
    this.unit.emit(Op.BUILD_CLASS);
    this.decorate(node.decorator_list, node.name);
  }

  /** The body of a module or class: a docstring becomes its `__doc__`. */
  protected bodyWithDocstring(body: Stmt[]): void {
    const doc = docstring(body);
    if (doc === null) {
      this.statements(body);
      return;
    }
    this.unit.line = body[0]?.lineno ?? 1;
    this.unit.emit(Op.STATEMENT, this.unit.line);
    this.expr(doc);
    this.name("__doc__", "Store");
    this.statements(body.slice(1));
  }
}

function docstring(body: readonly Stmt[]): Str | null {
  const [first] = body;
  return first?.kind === "Expr" && first.value.kind === "Str" ? first.value : null;
}
