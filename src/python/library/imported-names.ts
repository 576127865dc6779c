/** What a piece of code imports by name, read from its instructions before it runs. */
import { Op } from "../bytecode.ts";
import { PyCode } from "../objects/frame.ts";

/**
 * The names in all import statements of `code` and of the functions and classes in it, dotted, each once; for
 * `from a import b` both `a` and `a.b`, since b may be a module.
 * Names that are only made while it runs (`__import__(name)`, `exec`) are not among them.
 */
export function importedNames(code: PyCode): string[] {
  const found = new Set<string>();
  collect(code, found);
  return [...found];
}

function collect(code: PyCode, found: Set<string>): void {
  const { instructions, constants, names } = code;
  let module = "";
  for (let pc = 0; pc < instructions.length; pc += 2) {
    const name = names[instructions[pc + 1] ?? 0] ?? "";
    if (instructions[pc] === Op.IMPORT_NAME) {
      module = name;
      found.add(name);
    }
    if (instructions[pc] === Op.IMPORT_FROM) found.add(`${module}.${name}`);
  }
  for (const constant of constants) if (constant instanceof PyCode) collect(constant, found);
}
