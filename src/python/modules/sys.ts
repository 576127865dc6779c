/** `sys`. */
import { PyDict, PyFile, PyInt, PyList, type PyModule, PyTuple } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError, raiseWith } from "../objects/raise.ts";
import { PyObject, type Value } from "../objects/values.ts";
import { integerArgument } from "../operations/items.ts";
import { between, functions, named, none, unpacked } from "../types/define.ts";
import { shownFrame } from "../types/frames.ts";
import { makeModule } from "./define.ts";
import { registerBuiltinModule } from "./index.ts";

function excInfo(vm: VM): Value {
  const found = vm.handled();
  if (found === undefined) return new PyTuple([null, null, null]);
  return new PyTuple([found.type, found.value, found.traceback]);
}

const sysFunctions = functions("sys", {
  exc_info: [none, excInfo],
  exc_clear: [
    none,
    (vm) => {
      vm.clearHandled();
      return null;
    },
  ],
  exit: [
    unpacked(0, 1),
    (_vm, status: Value = null) =>
      raiseWith("SystemExit", status instanceof PyTuple ? status.items : status === null ? [] : [status]),
  ],
  getrecursionlimit: [none, ({ interpreter }) => interpreter.recursionLimit],
  setrecursionlimit: [
    between(1),
    (vm, limit: Value) => {
      const depth = integerArgument(vm, limit);
      if (depth <= 0) raiseError("ValueError", "recursion limit must be positive");
      if (depth >= 2 ** 31) raiseError("OverflowError", "signed integer is greater than maximum");
      // NOT-PYTHON: there is a most, where CPython's process would break.
      vm.interpreter.recursionLimit = Math.min(depth, 20_000);
      return null;
    },
  ],
  getdefaultencoding: [none, () => "ascii"],
  getfilesystemencoding: [none, () => "UTF-8"],
  getsizeof: [named(1, "object", "default"), (_vm, v: Value) => sizeOf(v)],
  getrefcount: [unpacked(1), () => 2],
  _getframe: [unpacked(0, 1), (vm, depth?: Value) => frameAt(vm, Number(depth ?? 0))],
});

/** NOT-PYTHON: a rough size; CPython's depends on its own structs. */
function sizeOf(v: Value): number {
  if (typeof v === "string") return 37 + v.length;
  return v instanceof PyObject ? 64 : 24;
}

function frameAt(vm: VM, depth: number): Value {
  vm.charge(Math.max(0, Math.min(depth, vm.interpreter.recursionLimit)) >> 3);
  let frame = shownFrame(vm.thread.frame);
  for (let i = 0; i < depth && frame !== null; i++) frame = shownFrame(frame.back);
  return frame ?? raiseWith("ValueError", ["call stack is not deep enough"]);
}

const version = "2.7.18 (default, Apr 20 2020, 00:00:00) \n[Biscuiterie]";

/** The module for one interpreter: its own streams, and its own view of `sys.modules`. */
function makeSys(vm: VM): PyModule {
  const stdout = new PyFile("<stdout>", "w");
  const stderr = new PyFile("<stderr>", "w");
  const stdin = new PyFile("<stdin>", "r");
  return makeModule("sys", sysFunctions, [
    ["stdout", stdout],
    ["stderr", stderr],
    ["stdin", stdin],
    ["__stdout__", stdout],
    ["__stderr__", stderr],
    ["__stdin__", stdin],
    ["modules", new PyDict(vm.interpreter.modules)],
    ["argv", new PyList([...(vm.host.argv ?? [""])])],
    ["path", new PyList([...(vm.host.path ?? [""])])],
    ["version", version],
    ["hexversion", 0x020712f0],
    ["maxint", new PyInt(2n ** 63n - 1n)],
    ["maxsize", new PyInt(2n ** 63n - 1n)],
    ["maxunicode", 0xffff],
    ["platform", "linux2"],
    ["byteorder", "little"],
    ["executable", "/usr/bin/python2.7"],
    ["prefix", "/usr"],
    ["dont_write_bytecode", true],
  ]);
}

registerBuiltinModule("sys", makeSys);
