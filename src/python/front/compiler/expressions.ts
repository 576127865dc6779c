/**
 * Expressions to instructions, in CPython 2.7's order of evaluation (`compiler_visit_expr` of `Python/compile.c`).
 *
 * The line of an instruction is that of the statement or of the lowest line an expression has begun on since, because
 * CPython's line only moves down within a statement; tracebacks cite it.
 */
import { Op } from "../../bytecode.ts";
import { Ellipsis } from "../../objects/builtin-objects.ts";
import { CO_FUTURE_DIVISION, type PyCode } from "../../objects/frame.ts";
import type { Arguments, ComparisonOperator, Comprehension, Expr, Operator, Slice } from "../ast.ts";
import { leftSpine } from "../spine.ts";
import { BlockCompiler } from "./blocks.ts";
import type { Label } from "./code-unit.ts";
import { constantTuple } from "./constants.ts";
import { binaryInstructions, inplaceInstructions, unaryInstructions } from "./operators.ts";

type ComprehensionBlock = Expr & { kind: "SetComp" | "DictComp" | "GeneratorExp" };

interface ComprehensionLoops {
  generators: readonly Comprehension[];
  /** Emits what happens for each item, told how many loops are around it. */
  innermost: (depth: number) => void;
  /** Whether the loops are a function of their own, whose argument `.0` is the first iterator. */
  isFunction: boolean;
}

type Call = Expr & { kind: "Call" };

export abstract class ExpressionCompiler extends BlockCompiler {
  /** Leaves the value of `node` on the stack, or, for a target, stores what lies there. */
  protected expr(node: Expr): void {
    const spine = leftSpine(node);
    for (const part of spine) this.reach(part.lineno);
    spine.forEach((part, at) => {
      const outer = spine[at + 1];
      if (part.kind === "Attribute" && outer?.kind === "Call" && isMethodCall(outer))
        this.attribute(Op.LOAD_METHOD, part.attr);
      else this.part(part);
    });
  }

  protected exprs(nodes: readonly Expr[]): void {
    for (const node of nodes) this.expr(node);
  }

  /** Lines only move down within a statement. */
  private reach(line: number): void {
    if (line > this.unit.line) this.unit.line = line;
  }

  /** One node whose leftmost child (see `leftSpine`) is done already. */
  private part(node: Expr): void {
    switch (node.kind) {
      case "Name":
        this.name(node.id, loadStoreOrDelete(node.ctx));
        break;
      case "Num":
        this.unit.emitConstant(node.n);
        break;
      case "Str":
        this.unit.emitConstant(node.s);
        break;
      case "Attribute":
        this.attributeAccess(node);
        break;
      case "Call":
        this.callArguments(node);
        break;
      case "Subscript":
        this.subscript(node.slice, loadStoreOrDelete(node.ctx));
        break;
      case "BinOp":
        this.expr(node.right);
        this.unit.emit(this.binaryInstruction(node.op));
        break;
      case "Compare":
        this.compare(node);
        break;
      case "BoolOp":
        this.boolOp(node);
        break;
      case "UnaryOp":
        this.expr(node.operand);
        this.unit.emit(unaryInstructions[node.op]);
        break;
      default:
        this.display(node);
    }
  }

  private display(node: Expr): void {
    switch (node.kind) {
      case "Tuple":
        this.tuple(node);
        break;
      case "List":
        this.sequence(node.elts, Op.BUILD_LIST, loadStoreOrDelete(node.ctx));
        break;
      case "Set":
        this.sequence(node.elts, Op.BUILD_SET, "Load");
        break;
      case "Dict":
        this.dict(node);
        break;
      case "ListComp":
        this.listComp(node);
        break;
      case "SetComp":
        this.comprehension(node, "<setcomp>");
        break;
      case "DictComp":
        this.comprehension(node, "<dictcomp>");
        break;
      case "GeneratorExp":
        this.comprehension(node, "<genexpr>");
        break;
      default:
        this.rare(node);
    }
  }

  private rare(node: Expr): void {
    switch (node.kind) {
      case "IfExp":
        this.ifExp(node);
        break;
      case "Lambda":
        this.lambda(node);
        break;
      case "Yield":
        if (this.unit.block.type !== "function") this.fail("'yield' outside function");
        this.exprOrNone(node.value);
        this.unit.emit(Op.YIELD_VALUE);
        break;
      case "Repr":
        this.expr(node.value);
        this.unit.emit(Op.UNARY_CONVERT);
    }
  }

  protected exprOrNone(node: Expr | null): void {
    if (node === null) this.unit.emitConstant(null);
    else this.expr(node);
  }

  private binaryInstruction(op: Operator): number {
    return op === "Div" && this.hasFuture(CO_FUTURE_DIVISION)
      ? Op.BINARY_TRUE_DIVIDE
      : binaryInstructions[op];
  }

  protected inplaceInstruction(op: Operator): number {
    return op === "Div" && this.hasFuture(CO_FUTURE_DIVISION)
      ? Op.INPLACE_TRUE_DIVIDE
      : inplaceInstructions[op];
  }

  private attributeAccess(node: Expr & { kind: "Attribute" }): void {
    const ops = { Load: Op.LOAD_ATTR, Store: Op.STORE_ATTR, Del: Op.DELETE_ATTR };
    this.attribute(ops[loadStoreOrDelete(node.ctx)], node.attr);
  }

  private callArguments(call: Call): void {
    const { args, keywords, starargs, kwargs } = call;
    this.exprs(args);
    for (const { arg, value } of keywords) {
      this.unit.emitConstant(arg);
      this.expr(value);
    }
    if (starargs !== null) this.expr(starargs);
    if (kwargs !== null) this.expr(kwargs);
    this.unit.emit(callInstruction(call), args.length + 256 * keywords.length);
  }

  // a < b < c: b is evaluated once, and c only if a < b
  private compare({ left, ops, comparators }: Expr & { kind: "Compare" }): void {
    const cleanup = this.unit.newLabel();
    const end = this.unit.newLabel();
    const last = ops.length - 1;
    this.expr(left);
    comparators.forEach((comparator, index) => {
      this.expr(comparator);
      if (index < last) {
        this.unit.emit(Op.DUP_TOP);
        this.unit.emit(Op.ROT_THREE);
      }
      this.unit.emitComparison(ops[index] as ComparisonOperator);
      if (index < last) this.unit.emitJump(Op.JUMP_IF_FALSE_OR_POP, cleanup);
    });
    if (last === 0) return;
    this.unit.emitJump(Op.JUMP_FORWARD, end);
    this.unit.mark(cleanup);
    this.unit.emit(Op.ROT_TWO);
    this.unit.emit(Op.POP_TOP);
    this.unit.mark(end);
  }

  private boolOp({ op, values }: Expr & { kind: "BoolOp" }): void {
    const end = this.unit.newLabel();
    const jump = op === "And" ? Op.JUMP_IF_FALSE_OR_POP : Op.JUMP_IF_TRUE_OR_POP;
    values.forEach((value, index) => {
      this.expr(value);
      if (index < values.length - 1) this.unit.emitJump(jump, end);
    });
    this.unit.mark(end);
  }

  /** Goes to `target` when the truth of `test` is `when`; leaves nothing on the stack. */
  protected jumpIf(test: Expr, when: boolean, target: Label): void {
    this.reach(test.lineno);
    if (test.kind === "UnaryOp" && test.op === "Not") {
      this.jumpIf(test.operand, !when, target);
      return;
    }
    if (test.kind === "BoolOp") {
      this.jumpIfBoolOp(test, when, target);
      return;
    }
    this.expr(test);
    this.unit.emitJump(when ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, target);
  }

  private jumpIfBoolOp({ op, values }: Expr & { kind: "BoolOp" }, when: boolean, target: Label): void {
    const decides = op === "Or";
    const end = this.unit.newLabel();
    values.forEach((value, index) => {
      if (index === values.length - 1) this.jumpIf(value, when, target);
      else this.jumpIf(value, decides, when === decides ? target : end);
    });
    this.unit.mark(end);
  }

  private ifExp({ test, body, orelse }: Expr & { kind: "IfExp" }): void {
    const otherwise = this.unit.newLabel();
    const end = this.unit.newLabel();
    this.jumpIf(test, false, otherwise);
    this.expr(body);
    this.unit.emitJump(Op.JUMP_FORWARD, end);
    this.unit.mark(otherwise);
    this.expr(orelse);
    this.unit.mark(end);
  }

  private tuple({ elts, ctx }: Expr & { kind: "Tuple" }): void {
    const constant = ctx === "Load" ? constantTuple(elts) : null;
    if (constant === null) {
      this.sequence(elts, Op.BUILD_TUPLE, loadStoreOrDelete(ctx));
      return;
    }
    this.reachAll(elts);
    this.unit.emitConstant(constant);
  }

  /** Moves the line as if the elements of a constant tuple were visited. */
  private reachAll(elements: readonly Expr[]): void {
    for (const element of elements) {
      this.reach(element.lineno);
      if (element.kind === "Tuple") this.reachAll(element.elts);
    }
  }

  private sequence(elements: Expr[], build: number, ctx: "Load" | "Store" | "Del"): void {
    if (ctx === "Store") this.unit.emit(Op.UNPACK_SEQUENCE, elements.length);
    this.exprs(elements);
    if (ctx === "Load") this.unit.emit(build, elements.length);
  }

  /** Values before keys, as CPython evaluates them. */
  private dict({ keys, values }: Expr & { kind: "Dict" }): void {
    this.unit.emit(Op.BUILD_MAP, keys.length);
    keys.forEach((key, index) => {
      const value = values[index];
      if (value !== undefined) this.expr(value);
      this.expr(key);
      this.unit.emit(Op.STORE_MAP);
    });
  }

  private subscript(slice: Slice, ctx: "Load" | "Store" | "Del"): void {
    if (isSimpleSlice(slice)) {
      this.simpleSlice(slice, ctx);
      return;
    }
    this.slice(slice);
    const ops = { Load: Op.BINARY_SUBSCR, Store: Op.STORE_SUBSCR, Del: Op.DELETE_SUBSCR };
    this.unit.emit(ops[ctx]);
  }

  private simpleSlice(slice: Slice & { kind: "Slice" }, ctx: "Load" | "Store" | "Del"): void {
    if (slice.lower !== null) this.expr(slice.lower);
    if (slice.upper !== null) this.expr(slice.upper);
    const ops = { Load: Op.SLICE, Store: Op.STORE_SLICE, Del: Op.DELETE_SLICE };
    this.unit.emit(ops[ctx] + boundsOf(slice));
  }

  /** Leaves the object that `[…]` holds: an index, a slice or a tuple of them. */
  protected slice(slice: Slice): void {
    switch (slice.kind) {
      case "Index":
        this.expr(slice.value);
        break;
      case "Ellipsis":
        this.unit.emitConstant(Ellipsis);
        break;
      case "ExtSlice":
        for (const dim of slice.dims) this.slice(dim);
        this.unit.emit(Op.BUILD_TUPLE, slice.dims.length);
        break;
      case "Slice":
        this.exprOrNone(slice.lower);
        this.exprOrNone(slice.upper);
        if (slice.step !== null) this.expr(slice.step);
        this.unit.emit(Op.BUILD_SLICE, slice.step === null ? 2 : 3);
    }
  }

  // A list comprehension runs in place, so its variables stay.
  private listComp({ elt, generators }: Expr & { kind: "ListComp" }): void {
    this.unit.emit(Op.BUILD_LIST, 0);
    const innermost = (depth: number) => {
      this.expr(elt);
      this.unit.emit(Op.LIST_APPEND, depth + 1);
    };
    this.nestedLoops({ generators, innermost, isFunction: false });
  }

  /** The loops of a comprehension from number `depth` on, one inside the other, around `loops.innermost`. */
  private nestedLoops(loops: ComprehensionLoops, depth = 0): void {
    const generator = loops.generators[depth];
    if (generator === undefined) {
      loops.innermost(depth);
      return;
    }
    const [start, skip, exit] = [this.unit.newLabel(), this.unit.newLabel(), this.unit.newLabel()];
    if (depth === 0 && loops.isFunction) this.unit.emitFast(Op.LOAD_FAST, ".0");
    else this.iterator(generator.iter);
    this.unit.mark(start);
    this.unit.emitJump(Op.FOR_ITER, exit);
    this.expr(generator.target);
    for (const test of generator.ifs) this.jumpIf(test, false, skip);
    this.nestedLoops(loops, depth + 1);
    this.unit.mark(skip);
    this.unit.emitJump(Op.JUMP_ABSOLUTE, start);
    this.unit.mark(exit);
  }

  private iterator(iterable: Expr): void {
    this.expr(iterable);
    this.unit.emit(Op.GET_ITER);
  }

  /** A set, dictionary or generator comprehension: a function called with the first iterator. */
  private comprehension(node: ComprehensionBlock, name: string): void {
    const code = this.inUnit(node, name, {}, () => this.comprehensionBody(node));
    this.makeFunction(code, 0);
    const [outermost] = node.generators;
    if (outermost !== undefined) this.iterator(outermost.iter);
    this.unit.emit(Op.CALL_FUNCTION, 1);
  }

  private comprehensionBody(node: ComprehensionBlock): void {
    this.unit.constant(null);
    if (node.kind === "SetComp") this.unit.emit(Op.BUILD_SET, 0);
    if (node.kind === "DictComp") this.unit.emit(Op.BUILD_MAP, 0);
    const innermost = (depth: number) => this.comprehensionResult(node, depth);
    this.nestedLoops({ generators: node.generators, innermost, isFunction: true });
    if (node.kind === "GeneratorExp") this.unit.emitConstant(null);
    this.unit.emit(Op.RETURN_VALUE);
  }

  private comprehensionResult(node: ComprehensionBlock, depth: number): void {
    if (node.kind === "DictComp") {
      this.expr(node.value);
      this.expr(node.key);
      this.unit.emit(Op.MAP_ADD, depth + 1);
      return;
    }
    this.expr(node.elt);
    if (node.kind === "SetComp") {
      this.unit.emit(Op.SET_ADD, depth + 1);
      return;
    }
    this.unit.emit(Op.YIELD_VALUE);
    this.unit.emit(Op.POP_TOP);
  }

  private lambda(node: Expr & { kind: "Lambda" }): void {
    this.exprs(node.args.defaults);
    const code: PyCode = this.inUnit(node, "<lambda>", { args: node.args }, () => {
      this.unit.constant(null); // the first constant is the docstring, which a lambda has not
      this.tupleParameters(node.args);
      this.expr(node.body);
      if (this.unit.block.isGenerator) {
        this.unit.emit(Op.POP_TOP);
        this.unit.endWithNone();
      } else this.unit.emit(Op.RETURN_VALUE);
    });
    this.makeFunction(code, node.args.defaults.length);
  }

  /** `def f(a, (b, c))`: the second argument arrives as `.1` and is unpacked. */
  protected tupleParameters(args: Arguments): void {
    args.args.forEach((arg, index) => {
      if (arg.kind !== "Tuple") return;
      this.name(`.${index}`, "Load");
      this.expr(arg);
    });
  }
}

/** The three things done with a target; parameters are stored, augmented targets are compiled by hand. */
function loadStoreOrDelete(ctx: string): "Load" | "Store" | "Del" {
  if (ctx === "Param") return "Store";
  return ctx === "Store" || ctx === "Del" ? ctx : "Load";
}

/** Whether `slice` is `[a:b]`, which has instructions of its own. */
export function isSimpleSlice(slice: Slice): slice is Slice & { kind: "Slice" } {
  return slice.kind === "Slice" && slice.step === null;
}

/** Bit 0 for a lower bound, bit 1 for an upper one: what SLICE+0…+3 are told apart by. */
export function boundsOf({ lower, upper }: Slice & { kind: "Slice" }): number {
  return (lower === null ? 0 : 1) + (upper === null ? 0 : 2);
}

function callInstruction(call: Call): number {
  if (call.starargs !== null) return call.kwargs !== null ? Op.CALL_FUNCTION_VAR_KW : Op.CALL_FUNCTION_VAR;
  if (call.kwargs !== null) return Op.CALL_FUNCTION_KW;
  return isMethodCall(call) ? Op.CALL_METHOD : Op.CALL_FUNCTION;
}

/** `a.b(…)`; with its receiver a method has to get on with 255 arguments. */
function isMethodCall({ func, args, starargs, kwargs }: Call): boolean {
  return func.kind === "Attribute" && starargs === null && kwargs === null && args.length < 255;
}
