/** What a piece of code imports by name, read from its instructions before it runs. */
import { Op } from "../bytecode.ts";
import { PyCode } from "../objects/frame.ts";
import { isLibraryFile } from "./manifest.ts";

/**
 * The names in all import statements of `code` and of the functions and classes in it, dotted, each once; for
 * `from a import b` both `a` and `a.b`, since b may be a module.
 * `version_info` beside `sys` counts as an import of `_sys`, `__reduce__` as one of `copy_reg`.
 * Names that are only made while it runs (`__import__(name)`, `exec`) are not among them.
 */
export function importedNames(code: PyCode): string[] {
  const found = new Set<string>();
  collect(code, found);
  return [...found];
}

/** What `_sys` adds to `sys`. */
const rareInSys =
  /hook(s|__)?$|^([gs]et(trace|profile|checkinterval|dlopenflags)|call(_tracing|stats)|_clear_type_cache|_current_frames|(float|long|version)_info|\w+_(path|prefix|version|names|style|cache)|copyright|setdefaultencoding|flags|warnoptions|py3kwarning|subversion)$/;

function collect(code: PyCode, found: Set<string>): void {
  const { instructions, constants, names } = code;
  let module = "";
  for (let pc = 0; pc < instructions.length; pc += 2) {
    const name = names[instructions[pc + 1] ?? 0] ?? "";
    if (instructions[pc] === Op.IMPORT_NAME) {
      module = name;
      if (name !== "__future__" || !isLibraryFile(code.filename)) found.add(name);
    }
    if (instructions[pc] === Op.IMPORT_FROM && module !== "__future__") found.add(`${module}.${name}`);
  }
  if (!isLibraryFile(code.filename) && names.includes("sys") && names.some((name) => rareInSys.test(name)))
    found.add("_sys");
  if (!isLibraryFile(code.filename) && names.some((name) => /^__reduce(_ex)?__$/.test(name)))
    found.add("copy_reg");
  // Where a literal names characters (`\N{EURO SIGN}`), the compiler wrote this.
  if (constants.includes("unicodedata")) found.add("unicodedata");
  for (const constant of constants) if (constant instanceof PyCode) collect(constant, found);
}
