/** Built-in functions about namespaces and code: `compile`, `dir`, `eval`, `globals`, `locals`, `vars`, `__import__`. */
import { compile } from "../front/index.ts";
import { PyDict, PyList, PyModule, PyUnicode } from "../objects/builtin-objects.ts";
import {
  CO_FUTURE_DIVISION,
  CO_FUTURE_PRINT_FUNCTION,
  CO_FUTURE_UNICODE_LITERALS,
  PyCode,
} from "../objects/frame.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError, raiseWith } from "../objects/raise.ts";
import type { Table } from "../objects/table.ts";
import { PyObject, type Value } from "../objects/values.ts";
import { findAttribute, typeName, unwrap } from "../operations/index.ts";
import { integerArgument } from "../operations/items.ts";
import { between, functions, named, none, one, unpacked } from "../types/define.ts";
import { readFile } from "../types/file.ts";
import { encodeUtf8 } from "../types/utf8.ts";
import { directory } from "./objects.ts";

const futures = CO_FUTURE_DIVISION | CO_FUTURE_PRINT_FUNCTION | CO_FUTURE_UNICODE_LITERALS;

/** The future statements in force where a native was called from. */
function inheritedFlags(vm: VM): number {
  return (vm.thread.frame?.code.flags ?? 0) & futures;
}

/** Source text as bytes. */
function sourceOf(v: Value, caller: string): string {
  const plain = unwrap(v);
  if (plain instanceof PyUnicode) return encodeUtf8(plain.value);
  if (typeof plain === "string") return plain;
  raiseError("TypeError", `${caller}() arg 1 must be a string or code object`);
}

/** What flags `compile` takes: the future statements, and two that change nothing here. */
const knownFlags = futures | 0x10 | 0x200 | 0x1000 | 0x4000 | 0x8000;

function compileSource(
  vm: VM,
  source: Value,
  filename: Value,
  mode: Value,
  given?: Value,
  alone?: Value,
): Value {
  if (typeof unwrap(filename) !== "string")
    raiseError("TypeError", `compile() argument 2 must be string, not ${typeName(filename)}`);
  if (typeof unwrap(mode) !== "string")
    raiseError("TypeError", `compile() argument 3 must be string, not ${typeName(mode)}`);
  const flags = given === undefined ? 0 : integerArgument(vm, given);
  if ((flags & ~knownFlags) !== 0) raiseError("ValueError", "compile(): unrecognised flags");
  const inherited = alone !== undefined && integerArgument(vm, alone) !== 0 ? 0 : inheritedFlags(vm);
  if (mode !== "exec" && mode !== "eval" && mode !== "single")
    raiseError("ValueError", "compile() arg 3 must be 'exec', 'eval' or 'single'");
  if (typeof unwrap(source) !== "string" && !(unwrap(source) instanceof PyUnicode))
    raiseError("TypeError", "expected a readable buffer object");
  const text = sourceOf(source, "compile");
  if (text.includes("\0")) raiseError("TypeError", "compile() expected string without null bytes");
  vm.charge(text.length);
  vm.allocate(text.length * 16);
  return compile(text, String(unwrap(filename)), mode, inherited | (flags & futures));
}

function evaluate(vm: VM, source: Value, globals?: Value, locals?: Value): Value {
  const outer = namespaceArgument(globals, "globals") ?? vm.globals();
  const inner =
    namespaceArgument(locals, "locals") ?? (globals === undefined || globals === null ? vm.locals() : outer);
  if (!outer.has("__builtins__")) outer.set("__builtins__", "__builtins__", vm.import("__builtin__"));
  if (source instanceof PyCode) return vm.execute(source, outer, inner);
  const text = sourceOf(source, "eval").replace(/^[ \t]+/, "");
  if (text.includes("\0")) raiseError("TypeError", "expected string without null bytes");
  vm.charge(text.length);
  vm.allocate(text.length * 16);
  return vm.execute(compile(text, "<string>", "eval", inheritedFlags(vm)), outer, inner);
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
    raiseError("TypeError", `execfile() argument 1 must be string, not ${typeName(name)}`);
  const outer = namespaceArgument(globals, "globals") ?? vm.globals();
  const inner =
    namespaceArgument(locals, "locals") ?? (globals === undefined || globals === null ? vm.locals() : outer);
  const text = readFile(vm, name);
  vm.charge(text.length);
  vm.allocate(text.length * 16);
  vm.execute(compile(text, String(unwrap(name)), "exec", inheritedFlags(vm)), outer, inner);
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

function importByName(vm: VM, name: Value, fromList: Value | undefined): Value {
  const plain = unwrap(name);
  if (typeof plain !== "string")
    raiseError("TypeError", `__import__() argument 1 must be string, not ${typeName(name)}`);
  const module = vm.import(plain);
  const wantsLast = fromList instanceof PyList && fromList.items.length > 0;
  return wantsLast ? module : (vm.interpreter.modules.get(plain.split(".")[0] ?? plain) ?? module);
}

/** NOT-PYTHON: a module of the machine's own cannot be read again; a learner's is run anew. */
function reload(vm: VM, module: Value): Value {
  if (!(module instanceof PyModule)) raiseError("TypeError", "reload() argument must be module");
  if (vm.host.findModule?.(module.name) === undefined) return module;
  vm.interpreter.modules.delete(module.name);
  return vm.import(module.name);
}

/** By name, for the `__builtin__` namespace. */
export const namespaceFunctions = functions("", {
  __import__: [
    named(1, "name", "globals", "locals", "fromlist", "level"),
    (vm, name: Value, _globals?: Value, _locals?: Value, fromList?: Value) =>
      importByName(vm, name, fromList),
  ],
  compile: [named(3, "source", "filename", "mode", "flags", "dont_inherit"), compileSource],
  dir: [unpacked(0, 1), dir],
  eval: [unpacked(1, 3), evaluate],
  execfile: [between(1, 3), executeFile],
  exit: [unpacked(0, 1), exit],
  globals: [none, (vm) => new PyDict(vm.globals())],
  locals: [none, (vm) => new PyDict(vm.locals())],
  quit: [unpacked(0, 1), exit],
  reload: [one, reload],
  vars: [unpacked(0, 1), vars],
});
