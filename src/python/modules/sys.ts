/** `sys`. */
import { PyDict, PyFile, PyInt, PyList, type PyModule, PyTuple } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseWith } from "../objects/raise.ts";
import { PyObject, type Value } from "../objects/values.ts";
import { functions, none, unpacked } from "../types/define.ts";
import { makeModule } from "./define.ts";

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
    (_vm, status?: Value) => raiseWith("SystemExit", status === undefined ? [] : [status]),
  ],
  getrecursionlimit: [none, () => 1000],
  setrecursionlimit: [unpacked(1), () => null],
  getdefaultencoding: [none, () => "ascii"],
  getfilesystemencoding: [none, () => "UTF-8"],
  getsizeof: [unpacked(1, 2), (_vm, v: Value) => sizeOf(v)],
  getrefcount: [unpacked(1), () => 2],
  _getframe: [unpacked(0, 1), (vm, depth?: Value) => frameAt(vm, Number(depth ?? 0))],
});

/** NOT-PYTHON: a rough size; CPython's depends on its own structs. */
function sizeOf(v: Value): number {
  if (typeof v === "string") return 37 + v.length;
  return v instanceof PyObject ? 64 : 24;
}

function frameAt(vm: VM, depth: number): Value {
  let frame = vm.thread.frame;
  for (let i = 0; i < depth && frame !== null; i++) frame = frame.back;
  return frame ?? raiseWith("ValueError", ["call stack is not deep enough"]);
}

const version = "2.7.18 (default, Apr 20 2020, 00:00:00) \n[Biscuiterie]";

/** The module for one interpreter: its own streams, and its own view of `sys.modules`. */
export function makeSys(vm: VM): PyModule {
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
    ["path", new PyList([""])],
    ["version", version],
    ["version_info", new PyTuple([2, 7, 18, "final", 0])],
    ["hexversion", 0x020712f0],
    ["api_version", 1013],
    ["maxint", new PyInt(2n ** 63n - 1n)],
    ["maxsize", new PyInt(2n ** 63n - 1n)],
    ["maxunicode", 0xffff],
    ["platform", "linux2"],
    ["byteorder", "little"],
    ["executable", ""],
    ["prefix", "/usr"],
    ["copyright", "Copyright (c) 2001-2020 Python Software Foundation."],
    ["builtin_module_names", new PyTuple(["__builtin__", "sys"])],
    ["dont_write_bytecode", true],
  ]);
}
