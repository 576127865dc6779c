/** What a piece of code imports by name, read from its instructions before it runs. */
import { Op } from "../bytecode.ts";
import { PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import { PyCode } from "../objects/frame.ts";
import type { Value } from "../objects/values.ts";
import { isLibraryFile } from "./manifest.ts";

/**
 * The names in all import statements of `code` and of the functions and classes in it, dotted, each once; for
 * `from a import b` both `a` and `a.b`, since b may be a module.
 * A name like `bytearray` or `"utf-16"` counts as an import of `_bytes`.
 * Names that are only made while it runs (`__import__(name)`, `exec`) are not among them.
 */
export function importedNames(code: PyCode): string[] {
  const found = new Set<string>();
  collect(code, found);
  return [...found];
}

/** Does it name a type or an encoding that is not among what a page needs at first? NOT-PYTHON: one that is put together later is missed. */
function namesLatePart(names: readonly string[], constants: readonly Value[]): boolean {
  if (names.some((name) => late.has(name))) return true;
  return constants.some((constant) => {
    const plain = constant instanceof PyUnicode ? constant.value : constant;
    if (plain instanceof PyTuple) return namesLatePart([], plain.items);
    return typeof plain === "string" && plain.length < 20 && lateEncoding.test(plain);
  });
}

const lateEncoding =
  /^(utf.?(16|32|8.?sig)|(hex|base64)(.?codec)?$|rot.?13|(cp|windows).?\d{3}|iso.?8859.?[2-9]|iso.?8859.?1\d|latin.?[2-9]|latin.?10|koi8|mac.|.*escape)/i;

/** Built-in names that are not among what a page needs at first; with a module of the library they are there. */
const late = new Set(["bytearray", "buffer", "memoryview"]);

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
  if (!isLibraryFile(code.filename) && namesLatePart(names, constants)) found.add("_bytes");
  for (const constant of constants) if (constant instanceof PyCode) collect(constant, found);
}
