/**
 * `import`: the learner's modules beside the page, through the host; else the machine's own; else the library, whose texts
 * the host has brought before the page began.
 *
 * `sys.modules` is `interpreter.modules`. A module is entered there before its body runs, so that circular imports see
 * the half-made module as in CPython, and taken out again when the body fails. A package is a module whose file is
 * called `__init__.py`.
 */

import { isLibraryFile, isLibraryModule, libraryFile, libraryModules } from "../library/manifest.ts";
import { builtinModules, libraryModuleMaker, type ModuleMaker } from "../modules/index.ts";
import { PyDict, PyList, PyModule, PyTuple } from "../objects/builtin-objects.ts";
import { compile } from "../objects/compiler.ts";
import type { PyCode, PyFrame } from "../objects/frame.ts";
import type { Interpreter } from "../objects/interpreter.ts";
import type { VM } from "../objects/machine.ts";
import { PyNative } from "../objects/natives.ts";
import { raiseError } from "../objects/raise.ts";
import type { Table } from "../objects/table.ts";
import type { Value } from "../objects/values.ts";
import { findAttribute, setAttribute, typeName } from "../operations/index.ts";
import { syntaxWarnings } from "../operations/warn.ts";

/** A fresh module called `name`, in `sys.modules` and with the names that every module has. */
export function createModule(interpreter: Interpreter, name: string, filename?: string): PyModule {
  const module = new PyModule(name);
  const { dict } = module;
  dict.set("__builtins__", "__builtins__", builtinModule(interpreter));
  dict.set("__name__", "__name__", name);
  if (filename !== undefined) dict.set("__file__", "__file__", filename);
  dict.set("__doc__", "__doc__", null);
  dict.set("__package__", "__package__", null);
  interpreter.modules.set(name, name, module);
  return module;
}

/** The module `__builtin__`, whose namespace every lookup ends in. */
export function builtinModule(interpreter: Interpreter): PyModule {
  const known = interpreter.modules.get("__builtin__");
  if (known instanceof PyModule) return known;
  const module = new PyModule("__builtin__", interpreter.builtins);
  interpreter.modules.set("__builtin__", "__builtin__", module);
  return module;
}

/** Imports the dotted `name` with all its packages and gives the last; ImportError when one is not found. */
export function importModule(vm: VM, name: string): Value {
  const parts = name.split(".");
  let module: Value = null;
  for (let count = 1; count <= parts.length; count++) {
    const full = parts.slice(0, count).join(".");
    const made = load(vm, full, parts.slice(count - 1).join("."));
    if (module !== null && findAttribute(vm, module, parts[count - 1] ?? "") === undefined)
      setAttribute(vm, module, parts[count - 1] ?? "", made);
    module = made;
  }
  return module;
}

/** What an import statement says besides the name. */
export interface ImportStatement {
  /** The names after `from … import`, or None. */
  fromList: Value;
  /** How many dots stood before the name; -1 when the package of the importing module comes first, as Python 2 has it. */
  level: number;
  /** The importing module's namespace. */
  globals: Table;
}

/** IMPORT_NAME: what `__import__` gives, which a program may have replaced. */
export function importName(vm: VM, name: string, statement: ImportStatement): Value {
  const importer = vm.interpreter.builtins.get("__import__");
  if (importer instanceof PyNative && importer.key === "__import__") return importFor(vm, name, statement);
  if (importer === undefined) raiseError("ImportError", "__import__ not found");
  const { fromList, level, globals } = statement;
  const args = [name, new PyDict(globals), null, fromList];
  return vm.call(importer, level === -1 ? args : [...args, level]);
}

/** The first package of the name, or with a `from` list the module itself. */
export function importFor(vm: VM, name: string, statement: ImportStatement): Value {
  const full = absoluteName(vm, name, statement);
  const module = importModule(vm, full);
  const { fromList } = statement;
  if ((fromList instanceof PyTuple || fromList instanceof PyList) && fromList.items.length > 0) {
    for (const item of fromList.items) importMember(vm, full, module, item);
    return module;
  }
  const rest = name.includes(".") ? name.length - name.indexOf(".") : 0;
  return vm.interpreter.modules.get(full.slice(0, full.length - rest)) ?? module;
}

/** The full name of what the statement imports, seen from its package. */
function absoluteName(vm: VM, name: string, { level, globals }: ImportStatement): string {
  const parent = level === 0 ? "" : packageOf(globals);
  if (level > 0) return relativeName(parent, name, level);
  const [first] = name.split(".");
  return parent !== "" && exists(vm, `${parent}.${first}`) ? `${parent}.${name}` : name;
}

/** `..name` in the package `parent`: each dot after the first goes up one package. */
function relativeName(parent: string, name: string, level: number): string {
  const above = parent.split(".");
  if (parent === "") raiseError("ValueError", "Attempted relative import in non-package");
  if (level > above.length) raiseError("ValueError", "Attempted relative import beyond toplevel package");
  const base = above.slice(0, above.length - level + 1).join(".");
  return name === "" ? base : `${base}.${name}`;
}

/** The package that a module belongs to, or is; "" at the top. */
function packageOf(globals: Table): string {
  const name = globals.get("__name__");
  if (typeof name !== "string") return "";
  return globals.has("__path__") ? name : name.slice(0, Math.max(name.lastIndexOf("."), 0));
}

function exists(vm: VM, name: string): boolean {
  return (
    vm.interpreter.modules.has(name) ||
    builtinModules.has(name) ||
    isLibraryModule(name) ||
    vm.host.findModule?.(name) !== undefined
  );
}

/** `from package import member` may mean a module of the package. */
function importMember(vm: VM, name: string, module: Value, item: Value): void {
  const listed = item === "*" ? findAttribute(vm, module, "__all__") : undefined;
  if (listed instanceof PyList || listed instanceof PyTuple)
    for (const each of listed.items) if (each !== "*") importMember(vm, name, module, each);
  if (typeof item !== "string" || item === "*") return;
  if (findAttribute(vm, module, item) !== undefined) return;
  const full = `${name}.${item}`;
  if (exists(vm, full)) importModule(vm, full);
}

/** One module by its full name: known, the learner's, or the machine's own. `rest` is what an ImportError names. */
function load(vm: VM, name: string, rest: string): Value {
  const { modules } = vm.interpreter;
  const known = modules.get(name);
  if (known !== undefined) return known;
  if (name === "__builtin__") return builtinModule(vm.interpreter);
  const own = ownModule(vm, name);
  if (own !== undefined) return runModule(vm, name, own.filename, own.code);
  const make = builtinModules.get(name) ?? makerForLibrary(vm, name);
  // `__future__` is both: its text is better, if it has been brought.
  if (make === undefined || vm.host.library?.source(name))
    return runModule(vm, name, libraryFile(name), libraryCode(vm, name, rest));
  const module = make(vm);
  modules.set(name, name, module);
  return module;
}

/** The code of the learner's module `name`. */
function ownModule(vm: VM, name: string): { filename: string; code: PyCode } | undefined {
  const own = vm.host.findModule?.(name) ?? moduleOnPath(vm, name);
  if (own === undefined) return undefined;
  const { filename, source } = own;
  return { filename, code: compile(source, filename, "file", 0, syntaxWarnings(vm, filename)) };
}

/** The learner's module `name` in a folder that the program has put in `sys.path`. */
function moduleOnPath(vm: VM, name: string): { filename: string; source: string } | undefined {
  const sys = vm.interpreter.modules.get("sys");
  const path = sys instanceof PyModule ? sys.dict.get("path") : undefined;
  for (const folder of path instanceof PyList ? path.items : []) {
    const own = typeof folder === "string" && folder !== "" ? vm.host.findModule?.(name, folder) : undefined;
    if (own !== undefined) return own;
  }
  return undefined;
}

/** `reload(module)`. NOT-PYTHON: a module of the machine's own stays as it is. */
export function reloadModule(vm: VM, module: PyModule): Value {
  const { name, dict } = module;
  if (vm.interpreter.modules.get(name) !== module)
    raiseError("ImportError", `reload(): module ${name} not in sys.modules`);
  const own = ownModule(vm, name);
  if (own !== undefined) vm.execute(own.code, dict, dict);
  if (name === "sys" && vm.host.library?.source("_sys") !== undefined) {
    const rest = findAttribute(vm, vm.import("_sys"), "setdefaultencoding");
    if (rest !== undefined) dict.set("setdefaultencoding", "setdefaultencoding", rest);
  }
  return module;
}

/** Makes the module `name` if the import stands in a module of the library. */
function makerForLibrary({ thread }: VM, name: string): ModuleMaker | undefined {
  return isLibraryFile(thread.frame?.code.filename ?? "") ? libraryModuleMaker(name) : undefined;
}

/** The code of a module of the library; ImportError when there is no such module, or nobody has brought it. */
function libraryCode(vm: VM, name: string, rest: string): PyCode {
  if (!isLibraryModule(name)) return missingModule(vm, rest);
  const code = vm.host.library?.code(name);
  if (code !== undefined) return code;
  const advice = `write "import ${name}" in the page, so that it is brought before the page runs`;
  return raiseError("ImportError", `No module named ${rest} here yet: ${advice}`);
}

/** Modules of CPython's library that learners may ask for and that are not here. */
const absent =
  "socket subprocess urllib2 httplib email smtplib " +
  "unittest array " +
  "cookielib xml csv ConfigParser shelve anydbm " +
  "dis difflib gzip " +
  "zipfile tarfile signal select argparse " +
  "commands popen2 SocketServer BaseHTTPServer xmlrpclib ftplib ssl multiprocessing ctypes Tkinter turtle " +
  "pdb profile timeit doctest shlex bz2 getpass ast keyword tokenize fileinput filecmp sched wsgiref";

/** Raises the ImportError of a module that is not here, naming the ones that are when CPython would have it. */
function missingModule(vm: VM, name: string): never {
  vm.charge(100);
  if (!absent.split(" ").includes(name.split(".")[0] ?? name))
    raiseError("ImportError", `No module named ${name}`);
  const known = [...builtinModules.keys(), ...libraryModules(), "os.path"]
    .filter((each) => !each.startsWith("_") && each !== "posixpath")
    .sort()
    .join(", ");
  raiseError("ImportError", `No module named ${name}. This playground has: ${known}`);
}

function runModule(vm: VM, name: string, filename: string, code: PyCode): Value {
  const module = createModule(vm.interpreter, name, filename);
  if (filename.endsWith("__init__.py"))
    module.dict.set("__path__", "__path__", new PyList([filename.replace(/\/?__init__\.py$/, "")]));
  try {
    vm.execute(code, module.dict, module.dict);
  } catch (error) {
    vm.interpreter.modules.delete(name);
    throw error;
  }
  return vm.interpreter.modules.get(name) ?? module;
}

/** IMPORT_FROM. */
export function importFrom(vm: VM, module: Value, name: string): Value {
  const found = findAttribute(vm, module, name);
  return found === undefined ? raiseError("ImportError", `cannot import name ${name}`) : found;
}

/** IMPORT_STAR: the names of `__all__`, or all that do not begin with an underscore, into `names`. */
export function importStar(vm: VM, module: Value, names: Table): void {
  for (const name of publicNames(vm, module)) names.set(name, name, importFrom(vm, module, name));
}

function publicNames(vm: VM, module: Value): string[] {
  const listed = findAttribute(vm, module, "__all__");
  if (listed instanceof PyList || listed instanceof PyTuple)
    return listed.items.filter((name) => typeof name === "string");
  if (!(module instanceof PyModule))
    return raiseError(
      "ImportError",
      `from-import-* object has no __dict__ and no __all__: ${typeName(module)}`,
    );
  return module.dict.keys.filter((key) => typeof key === "string").filter((key) => !key.startsWith("_"));
}

/** The namespace that IMPORT_STAR fills in `frame`. */
export function starNamespace(frame: PyFrame): Table {
  return frame.names ?? frame.globals;
}
