/** Built-in functions about any object: attributes, identity, class questions, text, and the streams. */
import {
  PyClass,
  PyDict,
  PyFile,
  PyList,
  PyModule,
  PyOldInstance,
  PyUnicode,
} from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { registerNative } from "../objects/natives.ts";
import { caught, raiseError } from "../objects/raise.ts";
import type { Keywords } from "../objects/slots.ts";
import { functionType, objectType, PyType } from "../objects/type.ts";
import { PyObject, type Value } from "../objects/values.ts";
import { oldOrder } from "../operations/classes.ts";
import { decodeAscii, encodeAscii, encodeUtf8 } from "../operations/coding.ts";
import {
  argumentName,
  deleteAttribute,
  drain,
  findAttribute,
  findSpecial,
  getAttribute,
  hash,
  identity,
  isCallable,
  isInstance,
  isSubclass,
  order,
  repr,
  setAttribute,
  str,
  toUnicode,
  typeName,
  typeOf,
  unwrap,
} from "../operations/index.ts";
import { between, one, registerFunctions, unpacked } from "../types/define.ts";
import { nextLine, openArguments, openFile } from "../types/file.ts";
import { formatValue } from "../types/format.ts";

/** An attribute name; `getattr(): attribute name must be string`. */
/** What an attribute that is new weighs, about, in bytes. */
const nameSize = 96;

function nameOf(vm: VM, v: Value, caller: string): string {
  const plain = unwrap(v);
  // The host tells very long keys apart only by reading them.
  if (typeof plain === "string" && plain.length > 1024) vm.charge(plain.length);
  if (typeof plain === "string") return plain;
  if (plain instanceof PyUnicode) return encodeAscii(plain.value);
  if (/^[sd]/.test(caller)) raiseError("TypeError", `attribute name must be string, not '${typeName(v)}'`);
  raiseError("TypeError", `${caller}(): attribute name must be string`);
}

function getattr(vm: VM, v: Value, name: Value, otherwise?: Value): Value {
  const text = nameOf(vm, name, "getattr");
  if (otherwise === undefined) return getAttribute(vm, v, text);
  try {
    const found = findAttribute(vm, v, text);
    return found === undefined ? otherwise : found;
  } catch (error) {
    if (caught(error, "AttributeError")) return otherwise;
    throw error;
  }
}

/** Python 2's `hasattr` swallows every ordinary exception, not only AttributeError. */
function hasattr(vm: VM, v: Value, name: Value): Value {
  const text = nameOf(vm, name, "hasattr");
  try {
    return findAttribute(vm, v, text) !== undefined;
  } catch (error) {
    if (caught(error, "Exception")) return false;
    throw error;
  }
}

/** `dir(v)`: the names of the object, its class and its bases, sorted. */
export function directory(vm: VM, v: Value): PyList {
  const own = v instanceof PyType || v instanceof PyClass ? undefined : findSpecial(vm, v, "__dir__");
  if (own !== undefined) {
    const listed = vm.call(own, []);
    if (!(listed instanceof PyList))
      raiseError("TypeError", `__dir__() must return a list, not ${typeName(listed)}`);
    return new PyList(listed.items.slice().sort((a, b) => order(vm, a, b)));
  }
  const names = new Set<string>();
  collectNames(v, names);
  vm.charge(names.size * 2);
  vm.allocate(names.size * 8);
  return new PyList([...names].sort());
}

function collectNames(v: Value, names: Set<string>): void {
  const add = (keys: readonly unknown[]) => {
    for (const key of keys) if (typeof key === "string") names.add(key);
  };
  const addOld = (cls: PyClass) => {
    for (const each of oldOrder(cls)) add(each.dict.keys);
  };
  if (v instanceof PyModule) add(v.dict.keys);
  if (v instanceof PyClass) addOld(v);
  if (v instanceof PyObject && v.attributes !== null) add(v.attributes.keys);
  if (v instanceof PyOldInstance) addOld(v.cls);
  if (v instanceof PyModule || v instanceof PyClass || v instanceof PyOldInstance) return;
  const { mro } = v instanceof PyType ? v : typeOf(v);
  for (const c of mro) if (c !== objectType) add(c.dict.keys);
  // What `object` has for the classes that learners write.
  const isOpen = mro.some((c) => !c.builtin && !c.restricted);
  const hasNames = isOpen || /^(exception|module)$/.test(mro[0]?.layout ?? "") || mro.includes(functionType);
  if (isOpen) names.add("__weakref__");
  add(objectType.dict.keys.filter((key) => hasNames || key !== "__dict__"));
}

function apply(vm: VM, f: Value, args?: Value, keywords?: Value): Value {
  const isSequence =
    args === undefined || (!(args instanceof PyDict) && findSpecial(vm, args, "__getitem__") !== undefined);
  if (!isSequence) raiseError("TypeError", `apply() arg 2 expected sequence, found ${typeName(args)}`);
  if (keywords !== undefined && !(keywords instanceof PyDict))
    raiseError("TypeError", `apply() arg 3 expected dictionary, found ${typeName(keywords)}`);
  const given = args === undefined ? [] : drain(vm, args);
  if (keywords === undefined) return vm.call(f, given);
  const names: Keywords = new Map();
  for (const key of drain(vm, keywords)) {
    const get = getAttribute(vm, keywords, "__getitem__");
    names.set(nameOf(vm, key, "apply"), vm.call(get, [key]));
  }
  return vm.call(f, given, names);
}

function format(vm: VM, v: Value, spec?: Value): Value {
  const plain = spec === undefined ? "" : unwrap(spec);
  if (plain instanceof PyUnicode) return new PyUnicode(formatValue(vm, v, plain.value, true));
  if (typeof plain !== "string")
    raiseError("TypeError", `format expects arg 2 to be string or unicode, not ${typeName(plain)}`);
  if (v instanceof PyUnicode) return new PyUnicode(formatValue(vm, v, decodeAscii(plain), true));
  return formatValue(vm, v, plain, false);
}

/**
 * `raw_input(prompt)`: a line of `sys.stdin` without its end. NOT-PYTHON: there is no terminal behind a page, so reading from it is an end
 * of file that says so.
 */
export function readInput(vm: VM, prompt?: Value): string {
  const stdin = getAttribute(vm, vm.import("sys"), "stdin");
  if (prompt !== undefined) vm.write((vm.thread.softspace ? " " : "") + str(vm, prompt));
  const line = stdin instanceof PyFile ? nextLine(vm, stdin) : vm.callMethod(stdin, "readline", []);
  if (typeof line !== "string") raiseError("TypeError", "object.readline() returned non-string");
  if (line !== "") return line.replace(/\n$/, "");
  const isPage = vm.host.input === undefined && stdin instanceof PyFile && stdin.path === null;
  const advice = isPage ? ": a web page has no terminal, use a form instead" : "";
  return raiseError("EOFError", `EOF when reading a line${advice}`);
}

function intern(v: Value): Value {
  if (typeof v === "string") return v;
  raiseError("TypeError", `intern() argument 1 must be string, not ${argumentName(v)}`);
}

registerFunctions("", {
  apply: [unpacked(1, 3), apply],
  callable: [one, (vm, v: Value) => isCallable(vm, v)],
  cmp: [unpacked(2), (vm, a: Value, b: Value) => Math.sign(order(vm, a, b))],
  delattr: [
    unpacked(2),
    (vm, v: Value, name: Value) => {
      deleteAttribute(vm, v, nameOf(vm, name, "delattr"));
      return null;
    },
  ],
  format: [between(1, 2), format],
  getattr: [unpacked(2, 3), getattr],
  hasattr: [unpacked(2), hasattr],
  hash: [one, (vm, v: Value) => hash(vm, v)],
  id: [
    one,
    (vm, v: Value) => {
      vm.charge(2);
      return identity(vm, v);
    },
  ],
  intern: [between(1), (_vm, v: Value) => intern(v)],
  isinstance: [unpacked(2), (vm, v: Value, cls: Value) => isInstance(vm, v, cls)],
  issubclass: [unpacked(2), (vm, cls: Value, ancestor: Value) => isSubclass(vm, cls, ancestor)],
  open: [openArguments, openFile],
  raw_input: [unpacked(0, 1), readInput],
  repr: [one, (vm, v: Value) => repr(vm, v)],
  setattr: [
    unpacked(3),
    (vm, v: Value, name: Value, value: Value) => {
      vm.allocate(nameSize);
      setAttribute(vm, v, nameOf(vm, name, "setattr"), value);
      return null;
    },
  ],
});

/** `print(…)` under `from __future__ import print_function`. */
registerNative("print", (vm, args, keywords) => {
  for (const name of keywords?.keys() ?? [])
    if (!/^(sep|end|file)$/.test(name))
      raiseError("TypeError", `'${name}' is an invalid keyword argument for this function`);
  const option = (name: string, usual: string) => {
    const v = keywords?.get(name) ?? null;
    if (v === null) return usual;
    const plain = unwrap(v);
    if (typeof plain === "string") return plain;
    if (plain instanceof PyUnicode) return encodeUtf8(plain.value);
    return raiseError("TypeError", `${name} must be None, str or unicode, not ${typeName(v)}`);
  };
  const text = args
    .map((v) => (v instanceof PyUnicode ? encodeUtf8(toUnicode(vm, v)) : str(vm, v)))
    .join(option("sep", " "));
  const end = option("end", "\n");
  const file = keywords?.get("file") ?? null;
  vm.allocate(text.length);
  if (file === null) vm.write(text + end);
  else vm.call(getAttribute(vm, file, "write"), [text + end]);
  return null;
});
