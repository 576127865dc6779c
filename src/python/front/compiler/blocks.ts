/**
 * The compiler's ground floor: units opened and closed for blocks, names resolved by scope, functions made with or
 * without closures. CPython's `compiler_enter_scope`, `compiler_nameop` and `compiler_make_closure`.
 */
import { Op } from "../../bytecode.ts";
import {
  CO_FUTURE_ABSOLUTE_IMPORT,
  CO_FUTURE_DIVISION,
  CO_FUTURE_PRINT_FUNCTION,
  CO_FUTURE_UNICODE_LITERALS,
  CO_GENERATOR,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  type PyCode,
} from "../../objects/frame.ts";
import type { Arguments, Expr, Mod } from "../ast.ts";
import { findFuture } from "../future.ts";
import { mangle } from "../mangling.ts";
import { raise, type SourceText } from "../source-text.ts";
import { type BlockNode, buildSymtable, type SymbolBlock, type Symtable } from "../symtable.ts";
import { CodeUnit } from "./code-unit.ts";

const FUTURE_MASK =
  CO_FUTURE_DIVISION | CO_FUTURE_ABSOLUTE_IMPORT | CO_FUTURE_PRINT_FUNCTION | CO_FUTURE_UNICODE_LITERALS;

/** The instructions for a name, by what is done with it. */
interface NameInstructions {
  fast: number;
  global: number;
  name: number;
  deref: number;
}
const nameInstructions: Readonly<Record<"Load" | "Store" | "Del", NameInstructions>> = {
  Load: { fast: Op.LOAD_FAST, global: Op.LOAD_GLOBAL, name: Op.LOAD_NAME, deref: Op.LOAD_DEREF },
  Store: { fast: Op.STORE_FAST, global: Op.STORE_GLOBAL, name: Op.STORE_NAME, deref: Op.STORE_DEREF },
  Del: { fast: Op.DELETE_FAST, global: Op.DELETE_GLOBAL, name: Op.DELETE_NAME, deref: Op.NOP },
};

export abstract class BlockCompiler {
  protected readonly source: SourceText;
  /** `CO_FUTURE_*` bits in force for the whole text. */
  protected readonly futureFlags: number;
  /** The line of the last valid future statement. */
  protected readonly lastFutureLine: number;
  private readonly symtable: Symtable;
  /** The innermost open unit. */
  protected unit: CodeUnit;

  constructor(tree: Mod, source: SourceText, flags: number) {
    const future = findFuture(tree, source);
    this.source = source;
    this.futureFlags = (future.flags | flags) & FUTURE_MASK;
    this.lastFutureLine = future.lastLine;
    this.symtable = buildSymtable(tree, source);
    this.unit = new CodeUnit(this.blockOf(tree), "<module>", null);
  }

  /** Raises at the line being compiled, as `compiler_error`. */
  protected fail(message: string): never {
    return raise(this.source, { line: this.unit.line, column: 0 }, message);
  }

  protected hasFuture(flag: number): boolean {
    return (this.futureFlags & flag) !== 0;
  }

  private blockOf(node: BlockNode): SymbolBlock {
    const block = this.symtable.get(node);
    if (block === undefined)
      throw new Error(`Failed to compile ${node.kind}: the symtable has no block for it.`);
    return block;
  }

  /** Compiles a block in a unit of its own. `inside` emits its body, the return included. */
  protected inUnit(node: Expr | BlockNode, name: string, options: UnitOptions, inside: () => void): PyCode {
    const outer = this.unit;
    const className = options.className === undefined ? outer.className : options.className;
    this.unit = new CodeUnit(this.blockOf(node), name, className);
    inside();
    const code = this.finishUnit(options.args ?? null);
    this.unit = outer;
    return code;
  }

  /** The code of the open unit. */
  protected finishUnit(args: Arguments | null): PyCode {
    const { block } = this.unit;
    const argcount = args?.args.length ?? (block.parameters[0] === ".0" ? 1 : 0);
    return this.unit.finish({
      filename: this.source.filename,
      argcount,
      flags: this.futureFlags | blockFlags(block, args),
    });
  }

  /** The instruction that loads, stores or deletes a variable. */
  protected name(id: string, ctx: "Load" | "Store" | "Del"): void {
    const name = mangle(this.unit.className, id);
    const { block } = this.unit;
    const ops = nameInstructions[ctx];
    if (ctx === "Load" && id === "None") {
      this.unit.emitConstant(null);
      return;
    }
    switch (block.scopeOf(name)) {
      case "free":
      case "cell":
        if (ctx === "Del") this.fail(`can not delete variable '${id}' referenced in nested scope`);
        this.unit.emitCell(ops.deref, name);
        break;
      case "local":
        if (block.type === "function") {
          this.unit.emitFast(ops.fast, name);
          return;
        }
        this.unit.emitName(ops.name, name);
        break;
      case "global":
        this.unit.emitName(ops.global, name);
        break;
      case "implicit-global":
        this.unit.emitName(block.isOptimized ? ops.global : ops.name, name);
    }
  }

  /** An attribute name, mangled where it is private. */
  protected attribute(op: number, name: string): void {
    this.unit.emitName(op, mangle(this.unit.className, name));
  }

  /** Makes a function of `code`; its defaults lie on the stack. */
  protected makeFunction(code: PyCode, defaults: number): void {
    if (code.freevars.length === 0) {
      this.unit.emitConstant(code);
      this.unit.emit(Op.MAKE_FUNCTION, defaults);
      return;
    }
    for (const name of code.freevars) this.unit.emitCell(Op.LOAD_CLOSURE, name);
    this.unit.emit(Op.BUILD_TUPLE, code.freevars.length);
    this.unit.emitConstant(code);
    this.unit.emit(Op.MAKE_CLOSURE, defaults);
  }
}

export interface UnitOptions {
  args?: Arguments;
  /** The class whose body this is; unsaid, the class around it. */
  className?: string;
}

function blockFlags(block: SymbolBlock, args: Arguments | null): number {
  let flags = block.type === "module" ? 0 : CO_NEWLOCALS;
  if (block.isOptimized) flags |= CO_OPTIMIZED;
  if (block.isGenerator) flags |= CO_GENERATOR;
  if (args !== null && args.vararg !== null) flags |= CO_VARARGS;
  if (args !== null && args.kwarg !== null) flags |= CO_VARKEYWORDS;
  return flags;
}
