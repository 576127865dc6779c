/** Built-in functions about any object: attributes, identity, class questions, text, and the streams. */
import { PyClass, PyDict, PyList, PyModule, PyOldInstance, PyUnicode } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { PyNative, registerNative } from "../objects/natives.ts";
import { caught, raiseError } from "../objects/raise.ts";
import type { Keywords } from "../objects/slots.ts";
import { functionType, objectType, PyType } from "../objects/type.ts";
import { PyObject, type Value } from "../objects/values.ts";
import { encodeAscii } from "../operations/coding.ts";
import {
  deleteAttribute,
  drain,
  findAttribute,
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
import { between, functions, one, unpacked } from "../types/define.ts";
import { openArguments, openFile } from "../types/file.ts";
import { formatValue } from "../types/format.ts";
import { encodeUtf8 } from "../types/utf8.ts";

/** An attribute name; `getattr(): attribute name must be string`. */
function nameOf(v: Value, caller: string): string {
  const plain = unwrap(v);
  if (typeof plain === "string") return plain;
  if (plain instanceof PyUnicode) return encodeAscii(plain.value);
  raiseError("TypeError", `${caller}(): attribute name must be string`);
}

function getattr(vm: VM, v: Value, name: Value, otherwise?: Value): Value {
  const text = nameOf(name, "getattr");
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
  const text = nameOf(name, "hasattr");
  try {
    return findAttribute(vm, v, text) !== undefined;
  } catch (error) {
    if (caught(error, "Exception")) return false;
    throw error;
  }
}

/** `dir(v)`: the names of the object, its class and its bases, sorted. */
export function directory(vm: VM, v: Value): PyList {
  const own = v instanceof PyType || v instanceof PyClass ? undefined : findAttribute(vm, v, "__dir__");
  if (own !== undefined) return new PyList(drain(vm, vm.call(own, [])).sort((a, b) => order(vm, a, b)));
  const names = new Set<string>();
  collectNames(v, names);
  vm.charge(names.size);
  return new PyList([...names].sort());
}

function collectNames(v: Value, names: Set<string>): void {
  const add = (keys: readonly unknown[]) => {
    for (const key of keys) if (typeof key === "string") names.add(key);
  };
  const addOld = (cls: PyClass) => {
    add(cls.dict.keys);
    cls.bases.forEach(addOld);
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
    args === undefined || typeof args === "string" || findAttribute(vm, args, "__iter__") !== undefined;
  if (!isSequence) raiseError("TypeError", `apply() arg 2 expected sequence, found ${typeName(args)}`);
  if (keywords !== undefined && !(keywords instanceof PyDict))
    raiseError("TypeError", `apply() arg 3 expected dictionary, found ${typeName(keywords)}`);
  const given = args === undefined ? [] : drain(vm, args);
  if (keywords === undefined) return vm.call(f, given);
  const names: Keywords = new Map();
  for (const key of drain(vm, keywords)) {
    const get = getAttribute(vm, keywords, "__getitem__");
    names.set(nameOf(key, "apply"), vm.call(get, [key]));
  }
  return vm.call(f, given, names);
}

function format(vm: VM, v: Value, spec?: Value): Value {
  const plain = spec === undefined ? "" : unwrap(spec);
  if (plain instanceof PyUnicode) return new PyUnicode(formatValue(vm, v, plain.value, true));
  if (typeof plain !== "string")
    raiseError("TypeError", `format expects arg 2 to be string or unicode, not ${typeName(plain)}`);
  if (v instanceof PyUnicode) return new PyUnicode(formatValue(vm, v, plain, true));
  return formatValue(vm, v, plain, false);
}

/** NOT-PYTHON: there is no terminal behind a page, so reading from it is an end of file that says so. */
function raiseNoTerminal(): never {
  raiseError("EOFError", "EOF when reading a line: a web page has no terminal, use a form instead");
}

function intern(v: Value): Value {
  if (typeof v === "string") return v;
  raiseError("TypeError", `intern() argument 1 must be string, not ${typeName(v)}`);
}

/** By name, for the `__builtin__` namespace. */
export const objectFunctions = functions("", {
  apply: [unpacked(1, 3), apply],
  callable: [one, (vm, v: Value) => isCallable(vm, v)],
  cmp: [unpacked(2), (vm, a: Value, b: Value) => Math.sign(order(vm, a, b))],
  delattr: [
    unpacked(2),
    (vm, v: Value, name: Value) => {
      deleteAttribute(vm, v, nameOf(name, "delattr"));
      return null;
    },
  ],
  format: [between(1, 2), format],
  getattr: [unpacked(2, 3), getattr],
  hasattr: [unpacked(2), hasattr],
  hash: [one, (vm, v: Value) => hash(vm, v)],
  id: [one, (vm, v: Value) => identity(vm, v)],
  input: [unpacked(0, 1), raiseNoTerminal],
  intern: [one, (_vm, v: Value) => intern(v)],
  isinstance: [unpacked(2), (vm, v: Value, cls: Value) => isInstance(vm, v, cls)],
  issubclass: [unpacked(2), (vm, cls: Value, ancestor: Value) => isSubclass(vm, cls, ancestor)],
  open: [openArguments, (vm, name: Value, mode?: Value) => openFile(vm, name, mode)],
  raw_input: [unpacked(0, 1), raiseNoTerminal],
  repr: [one, (vm, v: Value) => repr(vm, v)],
  setattr: [
    unpacked(3),
    (vm, v: Value, name: Value, value: Value) => {
      setAttribute(vm, v, nameOf(name, "setattr"), value);
      return null;
    },
  ],
});

/** `print(…)` under `from __future__ import print_function`. */
registerNative("print", (vm, args, keywords) => {
  const option = (name: string, usual: string) => {
    const v = keywords?.get(name) ?? null;
    return v === null ? usual : str(vm, v);
  };
  const text = args
    .map((v) => (v instanceof PyUnicode ? encodeUtf8(toUnicode(vm, v)) : str(vm, v)))
    .join(option("sep", " "));
  const file = keywords?.get("file") ?? null;
  vm.allocate(text.length);
  if (file === null) vm.write(text + option("end", "\n"));
  else vm.call(getAttribute(vm, file, "write"), [text + option("end", "\n")]);
  return null;
});
objectFunctions.set("print", new PyNative("print", "print"));
