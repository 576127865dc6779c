/** Built-in functions about namespaces and code: `compile`, `dir`, `eval`, `globals`, `locals`, `vars`, `__import__`. */

import { importFor, reloadModule } from "../machine/imports.ts";
import { PyDict, PyList, PyModule, PyUnicode } from "../objects/builtin-objects.ts";
import { chargeCompilation, compile, type Mode } from "../objects/compiler.ts";
import { CO_FUTURES, PyCode } from "../objects/frame.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError, raiseWith } from "../objects/raise.ts";
import type { Table } from "../objects/table.ts";
import { PyObject, type Value } from "../objects/values.ts";
import { encodeUtf8 } from "../operations/coding.ts";
import { argumentName, findAttribute, str, unwrap } from "../operations/index.ts";
import { integerArgument } from "../operations/items.ts";
import { syntaxWarnings } from "../operations/warn.ts";
import { between, named, none, one, registerFunctions, unpacked } from "../types/define.ts";
import { readFile } from "../types/file.ts";
import { directory, readInput } from "./objects.ts";

/** The future statements in force where a native was called from. */
function inheritedFlags(vm: VM): number {
  return (vm.thread.frame?.code.flags ?? 0) & CO_FUTURES;
}

/** Compiles a text for a native, with its warnings. */
function compileHere(vm: VM, text: string, filename: string, mode: Mode, flags = inheritedFlags(vm)): PyCode {
  chargeCompilation(vm, text);
  return compile(text, filename, mode, flags, syntaxWarnings(vm, filename));
}

/** Source text as bytes. */
function sourceOf(v: Value, caller: string): string {
  const plain = unwrap(v);
  if (plain instanceof PyUnicode) return encodeUtf8(plain.value);
  if (typeof plain === "string") return plain;
  raiseError("TypeError", `${caller}() arg 1 must be a string or code object`);
}

/** What flags `compile` takes: the future statements, and two that change nothing here. */
const knownFlags = CO_FUTURES | 0x10 | 0x200 | 0x1000 | 0x4000 | 0x8000;

function compileSource(
  vm: VM,
  source: Value,
  filename: Value,
  mode: Value,
  given?: Value,
  alone?: Value,
): Value {
  const text = (v: Value, at: number): string => {
    const plain = unwrap(v) instanceof PyUnicode ? str(vm, v) : unwrap(v);
    if (typeof plain === "string") return plain;
    raiseError("TypeError", `compile() argument ${at} must be string, not ${argumentName(v)}`);
  };
  const file = text(filename, 2);
  const kind = text(mode, 3);
  const flags = given === undefined ? 0 : integerArgument(vm, given);
  if ((flags & ~knownFlags) !== 0) raiseError("ValueError", "compile(): unrecognised flags");
  const inherited = alone !== undefined && integerArgument(vm, alone) !== 0 ? 0 : inheritedFlags(vm);
  if (kind !== "exec" && kind !== "eval" && kind !== "single")
    raiseError("ValueError", "compile() arg 3 must be 'exec', 'eval' or 'single'");
  if (typeof unwrap(source) !== "string" && !(unwrap(source) instanceof PyUnicode))
    raiseError("TypeError", "expected a readable buffer object");
  const program = sourceOf(source, "compile");
  if (program.includes("\0")) raiseError("TypeError", "compile() expected string without null bytes");
  return compileHere(vm, program, file, kind, inherited | (flags & CO_FUTURES));
}

function evaluate(vm: VM, source: Value, globals?: Value, locals?: Value): Value {
  namespaceArgument(locals, "locals");
  const outer = namespaceArgument(globals, "globals") ?? vm.globals();
  const inner =
    namespaceArgument(locals, "locals") ?? (globals === undefined || globals === null ? vm.locals() : outer);
  if (!outer.has("__builtins__")) outer.set("__builtins__", "__builtins__", vm.import("__builtin__"));
  if (source instanceof PyCode) {
    if (source.freevars.length > 0)
      raiseError("TypeError", "code object passed to eval() may not contain free variables");
    return vm.execute(source, outer, inner);
  }
  const text = sourceOf(source, "eval").replace(/^[ \t]+/, "");
  if (text.includes("\0")) raiseError("TypeError", "expected string without null bytes");
  return vm.execute(compileHere(vm, text, "<string>", "eval"), outer, inner);
}

/** NOT-PYTHON: the locals of `eval` must be a dict, not any mapping. */
function namespaceArgument(v: Value | undefined, name: string): Table | undefined {
  if (v === undefined || v === null) return undefined;
  if (v instanceof PyDict) return v.table;
  raiseError("TypeError", `${name} must be a ${name === "globals" ? "dict" : "mapping"}`);
}

/** `execfile(name, globals, locals)`. */
function executeFile(vm: VM, name: Value, globals?: Value, locals?: Value): Value {
  if (typeof unwrap(name) !== "string")
    raiseError("TypeError", `execfile() argument 1 must be string, not ${argumentName(name)}`);
  const outer = namespaceArgument(globals, "globals") ?? vm.globals();
  const inner =
    namespaceArgument(locals, "locals") ?? (globals === undefined || globals === null ? vm.locals() : outer);
  const text = readFile(vm, name);
  vm.execute(compileHere(vm, text, String(unwrap(name)), "exec"), outer, inner);
  return null;
}

/** NOT-PYTHON: plain functions, which say nothing of Ctrl-D. */
function exit(_vm: VM, code: Value = null): Value {
  return raiseWith("SystemExit", [code]);
}

function dir(vm: VM, v?: Value): Value {
  if (v !== undefined) return directory(vm, v);
  const names = vm.locals().keys.filter((key) => typeof key === "string");
  return new PyList(names.sort());
}

function vars(vm: VM, v?: Value): Value {
  if (v === undefined) return new PyDict(vm.locals());
  const found = v instanceof PyObject ? findAttribute(vm, v, "__dict__") : undefined;
  return found ?? raiseError("TypeError", "vars() argument must have __dict__ attribute");
}

function importByName(vm: VM, name: Value, globals: Value, fromList: Value, level: Value): Value {
  const plain = unwrap(name);
  if (typeof plain !== "string")
    raiseError("TypeError", `__import__() argument 1 must be string, not ${argumentName(name)}`);
  const depth = integerArgument(vm, level);
  const hasPackage = globals instanceof PyDict;
  if (/^\.|\.\./.test(plain) || (plain === "" && !(hasPackage && depth > 0)))
    raiseError("ValueError", "Empty module name");
  return importFor(vm, plain, {
    fromList,
    level: hasPackage ? depth : 0,
    globals: hasPackage ? globals.table : vm.globals(),
  });
}

function reload(vm: VM, module: Value): Value {
  if (!(module instanceof PyModule)) raiseError("TypeError", "reload() argument must be module");
  return reloadModule(vm, module);
}

registerFunctions("", {
  __import__: [
    named(1, "name", "globals", "locals", "fromlist", "level"),
    (vm, name: Value, globals: Value = null, _locals?: Value, fromList: Value = null, level: Value = -1) =>
      importByName(vm, name, globals, fromList, level),
  ],
  compile: [named(3, "source", "filename", "mode", "flags", "dont_inherit"), compileSource],
  dir: [unpacked(0, 1), dir],
  eval: [unpacked(1, 3), evaluate],
  execfile: [between(1, 3), executeFile],
  exit: [unpacked(0, 1), exit],
  input: [unpacked(0, 1), (vm, prompt?: Value) => evaluate(vm, readInput(vm, prompt))],
  globals: [none, (vm) => new PyDict(vm.globals())],
  locals: [none, (vm) => new PyDict(vm.locals())],
  quit: [unpacked(0, 1), exit],
  reload: [one, reload],
  vars: [unpacked(0, 1), vars],
});
