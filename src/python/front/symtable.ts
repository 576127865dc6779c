/**
 * Scopes: for every block, what each of its names is (`Python/symtable.c`).
 *
 * The first pass (`SymtableBuilder`) walks the tree and notes for each block how its names are used. The second
 * (`analyzeBlock`) goes down with the names bound outside and comes up with the names that inner blocks want: a name
 * an inner function wants becomes a `cell` where it is local and `free` on the way.
 */
import type { Arguments, Expr, Mod, Node, Position, Stmt } from "./ast.ts";
import { mangle } from "./mangling.ts";
import { raise, type SourceText } from "./source-text.ts";
import { leftSpine } from "./spine.ts";

/** What a name is in a block; CPython's LOCAL, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, FREE and CELL. */
export type Scope = "local" | "global" | "implicit-global" | "free" | "cell";

/** How a name is used in a block. */
interface Symbol {
  isGlobal: boolean;
  isBound: boolean;
  isParameter: boolean;
  /** Read in the block, as far as it has been looked through. */
  isUsed: boolean;
  scope: Scope | undefined;
  /** A free variable of a method that the class body itself binds too: both meanings live side by side. */
  isFreeThroughClass: boolean;
}

function newSymbol(): Symbol {
  return {
    isGlobal: false,
    isBound: false,
    isParameter: false,
    isUsed: false,
    scope: undefined,
    isFreeThroughClass: false,
  };
}

/** One block of the program and its names. */
export class SymbolBlock {
  readonly type: "module" | "function" | "class";
  readonly name: string;
  readonly line: number;
  readonly isNested: boolean;
  readonly symbols: Map<string, Symbol> = new Map();
  readonly children: SymbolBlock[] = [];
  /** Parameters in order. */
  readonly parameters: string[] = [];
  isGenerator = false;
  returnsValue = false;
  /** `exec code`, which may bind any name here. */
  hasBareExec = false;
  /** Any `exec`: `exec code in globals(), locals()` may bind names as well. */
  hasExec = false;
  hasImportStar = false;
  /** The line of the `exec` or `import *`, for the error about it. */
  unoptimizedLine = 0;
  hasFree = false;
  childHasFree = false;

  constructor(type: SymbolBlock["type"], name: string, line: number, isNested: boolean) {
    this.type = type;
    this.name = name;
    this.line = line;
    this.isNested = isNested;
  }

  /** False when names may appear that the text does not show: module and class bodies, `exec`, `import *`. */
  get isOptimized(): boolean {
    return this.type === "function" && !this.hasExec && !this.hasImportStar;
  }

  scopeOf(name: string): Scope {
    return this.symbols.get(name)?.scope ?? "implicit-global";
  }

  /** Names that inner functions see, sorted by first appearance. */
  get cells(): string[] {
    return this.namesWhere((symbol) => symbol.scope === "cell");
  }

  /** Names of outer blocks seen here or further in. */
  get frees(): string[] {
    return this.namesWhere((symbol) => symbol.scope === "free" || symbol.isFreeThroughClass);
  }

  private namesWhere(wanted: (symbol: Symbol) => boolean): string[] {
    const found: string[] = [];
    for (const [name, symbol] of this.symbols) if (wanted(symbol)) found.push(name);
    return found;
  }
}

/** A node that opens a block; comprehensions and lambdas too. */
export type BlockNode = Mod | Stmt | Expr;

/** The blocks of a program, found by the node that opens them. */
export type Symtable = ReadonlyMap<BlockNode, SymbolBlock>;

/**
 * Finds every block's names.
 *
 * @throws SourceError for a duplicate argument, a parameter declared global, `return` with a value in a generator, and
 *   a bare `exec` or `import *` in a function that has closures.
 */
export function buildSymtable(tree: Mod, source: SourceText): Symtable {
  const builder = new SymtableBuilder(source);
  const top = builder.visitModule(tree);
  analyzeBlock(top, null, source);
  return builder.blocks;
}

/**
 * The parts of the nodes that are simply gone through, in the order in which CPython's `symtable.c` does it. What
 * `leftSpine` gives (the left of a BinOp, the function of a Call, …) is not among them.
 */
const parts: { readonly [kind in Node["kind"]]?: readonly string[] } = {
  Delete: ["targets"],
  Assign: ["targets", "value"],
  AugAssign: ["target", "value"],
  Print: ["dest", "values"],
  Raise: ["type", "inst", "tback"],
  Assert: ["test", "msg"],
  Expr: ["value"],
  For: ["target", "iter", "body", "orelse"],
  While: ["test", "body", "orelse"],
  With: ["context_expr", "optional_vars", "body"],
  TryExcept: ["body", "orelse", "handlers"],
  ExceptHandler: ["type", "name", "body"],
  TryFinally: ["body", "finalbody"],
  BinOp: ["right"],
  Call: ["args", "keywords", "starargs", "kwargs"],
  keyword: ["value"],
  Subscript: ["slice"],
  Index: ["value"],
  ExtSlice: ["dims"],
  Slice: ["lower", "upper", "step"],
  Compare: ["left", "comparators"],
  BoolOp: ["values"],
  UnaryOp: ["operand"],
  List: ["elts"],
  Tuple: ["elts"],
  Set: ["elts"],
  Dict: ["keys", "values"],
  IfExp: ["test", "body", "orelse"],
  Repr: ["value"],
  ListComp: ["generators", "elt"],
  comprehension: ["target", "iter", "ifs"],
};

class SymtableBuilder {
  readonly blocks: Map<BlockNode, SymbolBlock> = new Map();
  private readonly source: SourceText;
  private readonly top = new SymbolBlock("module", "top", 0, false);
  private block: SymbolBlock = this.top;
  private className: string | null = null;

  constructor(source: SourceText) {
    this.source = source;
  }

  visitModule(tree: Mod): SymbolBlock {
    this.blocks.set(tree, this.top);
    if (tree.kind === "Expression") this.visit(tree.body);
    else this.visitAll(tree.body);
    return this.top;
  }

  /** Visits `inside` in a new block. */
  private enter(
    node: Stmt | Expr,
    type: "function" | "class",
    name: string,
    inside: (block: SymbolBlock) => void,
  ): void {
    const outer = this.block;
    const isNested = outer.isNested || outer.type === "function";
    const block = new SymbolBlock(type, name, node.lineno, isNested);
    this.blocks.set(node, block);
    outer.children.push(block);
    this.block = block;
    inside(block);
    this.block = outer;
  }

  private symbol(name: string, block = this.block): Symbol {
    const mangled = mangle(this.className, name);
    let symbol = block.symbols.get(mangled);
    if (symbol === undefined) {
      symbol = newSymbol();
      block.symbols.set(mangled, symbol);
    }
    return symbol;
  }

  private bind(name: string): void {
    this.symbol(name).isBound = true;
  }

  /** Makes the name known in the block, so that its scope is decided. */
  private use(name: string): void {
    this.symbol(name).isUsed = true;
  }

  private bindParameter(name: string): void {
    const symbol = this.symbol(name);
    if (symbol.isParameter) {
      const message = `duplicate argument '${name}' in function definition`;
      raise(this.source, { line: this.block.line, column: 0 }, message);
    }
    symbol.isParameter = true;
    symbol.isBound = true;
    this.block.parameters.push(mangle(this.className, name));
  }

  /** `global x` in a function makes x explicitly global in the module as well. */
  private declareGlobal(name: string, line: number): void {
    const symbol = this.symbol(name);
    const { isUsed, isBound, isParameter } = symbol;
    const how = isBound && !isParameter ? "assigned to before" : isUsed ? "used prior to" : "";
    if (how !== "") this.source.warn?.(`name '${name}' is ${how} global declaration`, line);
    symbol.isGlobal = true;
    this.symbol(name, this.top).isGlobal = true;
  }

  private visitAll(nodes: readonly (Node | null)[]): void {
    for (const node of nodes) if (node !== null) this.visit(node);
  }

  private visit(node: Node): void {
    for (const part of leftSpine(node)) this.visitNode(part);
  }

  /** One node without the leftmost child that `leftSpine` has given already. */
  private visitNode(node: Node): void {
    switch (node.kind) {
      case "Name":
        node.ctx === "Load" ? this.use(node.id) : this.bind(node.id);
        break;
      case "FunctionDef":
        this.visitFunction(node);
        break;
      case "ClassDef":
        this.visitClass(node);
        break;
      case "Return":
        this.visitReturn(node.value, node);
        break;
      case "If":
        this.visitIf(node);
        break;
      case "Global":
        for (const name of node.names) this.declareGlobal(name, node.lineno);
        break;
      case "Lambda":
        this.visitLambda(node);
        break;
      default:
        this.visitRareNode(node);
    }
  }

  private visitRareNode(node: Node): void {
    switch (node.kind) {
      case "Import":
        for (const { name, asname } of node.names) this.bind(asname ?? name.split(".", 1)[0] ?? name);
        break;
      case "ImportFrom":
        this.visitImportFrom(node);
        break;
      case "Exec":
        this.visitExec(node);
        break;
      case "Yield":
        this.visitYield(node);
        break;
      case "SetComp":
        this.visitComprehensionBlock(node, "setcomp", [node.elt]);
        break;
      case "DictComp":
        this.visitComprehensionBlock(node, "dictcomp", [node.key, node.value]);
        break;
      case "GeneratorExp":
        this.visitComprehensionBlock(node, "genexpr", [node.elt]);
        break;
      default:
        this.visitParts(node);
    }
  }

  /** What most nodes need: each part in turn. */
  private visitParts(node: Node): void {
    for (const field of parts[node.kind] ?? []) {
      // The table names fields that hold a node, a list of nodes or null.
      const part = (node as unknown as Record<string, Node | Node[] | null>)[field];
      if (Array.isArray(part)) this.visitAll(part);
      else if (part) this.visit(part);
    }
  }

  private visitFunction(node: Stmt & { kind: "FunctionDef" }): void {
    this.bind(node.name);
    this.visitAll(node.args.defaults);
    this.visitAll(node.decorator_list);
    this.enter(node, "function", node.name, () => {
      this.visitParameters(node.args);
      this.visitAll(node.body);
    });
  }

  private visitClass(node: Stmt & { kind: "ClassDef" }): void {
    this.bind(node.name);
    this.visitAll(node.bases);
    this.visitAll(node.decorator_list);
    const outer = this.className;
    this.enter(node, "class", node.name, () => {
      this.className = node.name;
      this.visitAll(node.body);
    });
    this.className = outer;
  }

  private visitReturn(value: Expr | null, at: Position): void {
    if (value === null) return;
    this.visit(value);
    this.block.returnsValue = true;
    if (this.block.isGenerator) this.failReturnInGenerator(at);
  }

  private failReturnInGenerator(at: Position): never {
    const span = { line: at.lineno, column: Math.max(0, at.col_offset) };
    return raise(this.source, span, "'return' with argument inside generator");
  }

  /** An `elif` chain may be thousands long, so it is walked, not recursed into. */
  private visitIf(node: Stmt & { kind: "If" }): void {
    let clause = node;
    for (;;) {
      this.visit(clause.test);
      this.visitAll(clause.body);
      const [next] = clause.orelse;
      if (clause.orelse.length !== 1 || next?.kind !== "If") {
        this.visitAll(clause.orelse);
        return;
      }
      clause = next;
    }
  }

  private visitImportFrom(node: Stmt & { kind: "ImportFrom" }): void {
    for (const { name, asname } of node.names) {
      if (name !== "*") this.bind(asname ?? name);
      else if (this.block.type !== "module") {
        this.source.warn?.("import * only allowed at module level", this.block.line);
        this.block.hasImportStar = true;
        this.block.unoptimizedLine ||= node.lineno;
      }
    }
  }

  private visitExec(node: Stmt & { kind: "Exec" }): void {
    this.visit(node.body);
    this.visitAll([node.globals, node.locals]);
    if (this.block.type === "module") return;
    this.block.hasExec = true;
    if (node.globals === null) this.block.hasBareExec = true;
    this.block.unoptimizedLine ||= node.lineno;
  }

  private visitParameters(args: Arguments): void {
    args.args.forEach((arg, index) => {
      if (arg.kind === "Name") this.bindParameter(arg.id);
      else this.bindParameter(`.${index}`);
    });
    if (args.vararg !== null) this.bindParameter(args.vararg);
    if (args.kwarg !== null) this.bindParameter(args.kwarg);
    for (const arg of args.args) if (arg.kind === "Tuple") this.visitTupleParameter(arg.elts);
  }

  /** A tuple's own names come before those of the tuples in it, as in CPython's `co_varnames`. */
  private visitTupleParameter(elements: Expr[]): void {
    for (const element of elements) if (element.kind === "Name") this.bindParameter(element.id);
    for (const element of elements) if (element.kind === "Tuple") this.visitTupleParameter(element.elts);
  }

  private visitLambda(node: Expr & { kind: "Lambda" }): void {
    this.visitAll(node.args.defaults);
    this.enter(node, "function", "lambda", () => {
      this.visitParameters(node.args);
      this.visit(node.body);
    });
  }

  private visitYield(node: Expr & { kind: "Yield" }): void {
    this.visitAll([node.value]);
    this.block.isGenerator = true;
    if (this.block.returnsValue) this.failReturnInGenerator(node);
  }

  /** The first iterable belongs to the block outside; the rest is a function of one argument. */
  private visitComprehensionBlock(
    node: Expr & { kind: "SetComp" | "DictComp" | "GeneratorExp" },
    name: string,
    results: Expr[],
  ): void {
    const [outermost, ...others] = node.generators;
    if (outermost === undefined) return;
    this.visit(outermost.iter);
    this.enter(node, "function", name, (block) => {
      block.isGenerator = name === "genexpr";
      this.bindParameter(".0");
      this.visit(outermost.target);
      this.visitAll(outermost.ifs);
      this.visitAll(others);
      this.visitAll(results);
    });
  }
}

/** What a block sees of the blocks around it, the nearest first; classes are invisible. CPython copies the names for each block. */
interface Surroundings {
  isFunction: boolean;
  local: Set<string>;
  /** Names that it declares global. */
  global: Set<string>;
  outside: Surroundings | null;
}

/** True for a name bound in an enclosing function. */
function isBoundIn(around: Surroundings | null, name: string): boolean {
  for (let at = around; at !== null; at = at.outside) {
    if (at.global.has(name)) return false;
    if (at.isFunction && at.local.has(name)) return true;
  }
  return false;
}

/** True for a name that an enclosing block declares global. */
function isGlobalIn(around: Surroundings | null, name: string): boolean {
  for (let at = around; at !== null; at = at.outside) {
    if (at.local.has(name)) return false;
    if (at.global.has(name)) return true;
  }
  return false;
}

/**
 * Decides the scope of every name of `block` and the blocks in it.
 *
 * @returns the names that `block` and its children want from outside.
 */
function analyzeBlock(block: SymbolBlock, outside: Surroundings | null, source: SourceText): Set<string> {
  const local = new Set<string>();
  const free = new Set<string>();
  const global = new Set<string>();
  for (const [name, symbol] of block.symbols) {
    symbol.scope = scopeOf(name, symbol, { block, outside, source });
    if (symbol.scope === "local") local.add(name);
    if (symbol.scope === "global") global.add(name);
    if (symbol.scope === "free") free.add(name);
  }
  const own = { isFunction: block.type === "function", local, global, outside };
  const forChildren = block.type === "class" ? outside : own;
  for (const child of block.children) {
    for (const name of analyzeBlock(child, forChildren, source)) free.add(name);
    if (child.hasFree || child.childHasFree) block.childHasFree = true;
  }
  if (block.type === "function") makeCells(block, local, free);
  passThrough(block, outside, free);
  checkUnoptimized(block, source);
  return free;
}

function scopeOf(
  name: string,
  symbol: Symbol,
  context: { block: SymbolBlock; outside: Surroundings | null; source: SourceText },
): Scope {
  const { block, outside, source } = context;
  if (symbol.isGlobal) {
    if (symbol.isParameter)
      raise(source, { line: block.line, column: 0 }, `name '${name}' is local and global`);
    return "global";
  }
  if (symbol.isBound) return "local";
  const isGlobal = isGlobalIn(outside, name);
  if (!isGlobal && isBoundIn(outside, name)) {
    block.hasFree = true;
    return "free";
  }
  if (block.isNested && !isGlobal) block.hasFree = true;
  return "implicit-global";
}

function makeCells(block: SymbolBlock, local: Set<string>, free: Set<string>): void {
  for (const name of local) {
    const symbol = block.symbols.get(name);
    if (symbol !== undefined && free.delete(name)) symbol.scope = "cell";
  }
}

/** Names that children want from further out pass through this block as free variables. */
function passThrough(block: SymbolBlock, outside: Surroundings | null, free: Set<string>): void {
  for (const name of free) {
    const symbol = block.symbols.get(name);
    if (symbol === undefined) {
      if (isBoundIn(outside, name)) block.symbols.set(name, { ...newSymbol(), scope: "free" });
    } else if (block.type === "class" && (symbol.isBound || symbol.isGlobal))
      symbol.isFreeThroughClass = true;
  }
}

function checkUnoptimized(block: SymbolBlock, source: SourceText): void {
  const hasClosure = block.hasFree || block.childHasFree;
  const isUnknowable = block.hasBareExec || block.hasImportStar;
  if (block.type !== "function" || !isUnknowable || !hasClosure) return;
  const trailer = block.childHasFree
    ? "contains a nested function with free variables"
    : "is a nested function";
  raise(source, { line: block.unoptimizedLine, column: 0 }, `${unoptimizedReason(block)} it ${trailer}`);
}

function unoptimizedReason({ name, hasBareExec, hasImportStar }: SymbolBlock): string {
  if (hasBareExec && hasImportStar)
    return `function '${name}' uses import * and bare exec, which are illegal because`;
  return hasBareExec
    ? `unqualified exec is not allowed in function '${name}' because`
    : `import * is not allowed in function '${name}' because`;
}
