/**
 * `HEADERS` and `RESPONSE`: header fields as a Python mapping whose keys ignore upper and lower case.
 *
 * `RESPONSE['Content-Type'] = 'text/plain'` sets the reply's field; `HEADERS['user-agent']` reads the request's.
 * A name must be a token (RFC 9110 §5.1), else it is a ValueError.
 * A name that a request repeats reads as its values joined by commas (RFC 9110 §5.3).
 */
import {
  builtinType,
  defineMethods,
  PyList,
  PyObject,
  PyTuple,
  PyUnicode,
  raiseError,
  repr,
  str,
  type Value,
  type VM,
} from "../python/index.ts";
import { encodeText } from "./byte-strings.ts";
import type { Field } from "./messages.ts";

/** Its Python type, named as the class of the standard library that Karrigell used for it. */
export const headerType = builtinType("Message");

/** Header fields, in order; each name once. */
export class HeaderObject extends PyObject {
  /** Name in lower case → the field as written. */
  fields: Map<string, Field> = new Map();
  constructor(fields: readonly Field[] = []) {
    super(headerType);
    for (const [name, value] of fields) {
      const known = this.fields.get(name.toLowerCase());
      if (known === undefined) this.fields.set(name.toLowerCase(), [name, value]);
      else known[1] = `${known[1]}, ${value}`;
    }
  }
}

/** A key as the byte string it names. Anything but text is a TypeError. */
export function textKey(vm: VM, key: Value): string {
  if (typeof key === "string") return key;
  if (key instanceof PyUnicode) return encodeText(key.value);
  return raiseError("TypeError", `a field is named by a string, not by ${repr(vm, key)}`);
}

function find(vm: VM, self: HeaderObject, key: Value): Field | undefined {
  return self.fields.get(textKey(vm, key).toLowerCase());
}

function remove(vm: VM, self: HeaderObject, key: Value): void {
  if (!self.fields.delete(textKey(vm, key).toLowerCase())) raiseError("KeyError", textKey(vm, key));
}

function names(self: HeaderObject): string[] {
  return [...self.fields.values()].map(([name]) => name);
}

headerType.slots = {
  repr: (vm, self: HeaderObject) =>
    `{${[...self.fields.values()].map(([name, value]) => `${repr(vm, name)}: ${repr(vm, value)}`).join(", ")}}`,
  length: (_vm, self: HeaderObject) => self.fields.size,
  contains: (vm, self: HeaderObject, key) => find(vm, self, key) !== undefined,
  iterate: (vm, self: HeaderObject) => vm.callMethod(new PyList(names(self)), "__iter__", []) ?? null,
  getItem: (vm, self: HeaderObject, key) =>
    find(vm, self, key)?.[1] ?? raiseError("KeyError", textKey(vm, key)),
  setItem(vm, self: HeaderObject, key, value) {
    const name = textKey(vm, key);
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name))
      raiseError("ValueError", `${repr(vm, name)} cannot name a field: use letters, digits and hyphens`);
    self.fields.set(name.toLowerCase(), [
      name,
      value instanceof PyUnicode ? encodeText(value.value) : str(vm, value),
    ]);
  },
  deleteItem: remove,
};

defineMethods(headerType, {
  get: (vm, [self, key = null, fallback = null]) => find(vm, self as HeaderObject, key)?.[1] ?? fallback,
  getheader: (vm, [self, key = null, fallback = null]) =>
    find(vm, self as HeaderObject, key)?.[1] ?? fallback,
  has_key: (vm, [self, key = null]) => find(vm, self as HeaderObject, key) !== undefined,
  keys: (_vm, [self]) => new PyList(names(self as HeaderObject)),
  values: (_vm, [self]) => new PyList([...(self as HeaderObject).fields.values()].map(([, value]) => value)),
  items: (_vm, [self]) =>
    new PyList(
      [...(self as HeaderObject).fields.values()].map(([name, value]) => new PyTuple([name, value])),
    ),
});
