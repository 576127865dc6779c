/** The compiler's door: a tree becomes a code object. */
import { Op } from "../../bytecode.ts";
import type { PyCode } from "../../objects/frame.ts";
import type { Mod } from "../ast.ts";
import type { SourceText } from "../source-text.ts";
import { StatementCompiler } from "./statements.ts";

class ModuleCompiler extends StatementCompiler {
  protected override readonly isInteractive: boolean;
  private readonly tree: Mod;

  constructor(tree: Mod, source: SourceText, flags: number) {
    super(tree, source, flags);
    this.tree = tree;
    this.isInteractive = tree.kind === "Interactive";
  }

  compile(): PyCode {
    switch (this.tree.kind) {
      case "Module":
        this.bodyWithDocstring(this.tree.body);
        this.unit.endWithNone();
        break;
      case "Interactive":
        this.statements(this.tree.body);
        this.unit.endWithNone();
        break;
      case "Expression":
        this.expr(this.tree.body);
        this.unit.emit(Op.RETURN_VALUE);
    }
    return this.finishUnit(null);
  }
}

/**
 * Compiles a tree to the code object of its module, expression or interactive statement.
 *
 * @param source the text the tree was parsed from; errors cite its lines, and the code bears its filename.
 * @param flags `CO_FUTURE_*` bits in force from outside.
 * @throws SourceError for what is grammatical but means nothing: `return` outside a function, and the like.
 */
export function compileModule(tree: Mod, source: SourceText, flags = 0): PyCode {
  return new ModuleCompiler(tree, source, flags).compile();
}
