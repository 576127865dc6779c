/** `repr`, `str` and `unicode` of any value. */
import { PyUnicode } from "../objects/builtin-objects.ts";
import { PyMethod } from "../objects/frame.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { callSpecial, findSpecial } from "./attributes.ts";
import { decodeAscii, encodeAscii } from "./coding.ts";
import { address, chargeText } from "./identity.ts";
import { typeName, typeOf, unwrap } from "./type-of.ts";

/** `repr(v)`, a byte string. */
export function repr(vm: VM, v: Value): string {
  const type = typeOf(v);
  const guest = type.guest("__repr__", "repr");
  if (guest !== undefined) return textResult(callSpecial(vm, guest, v, []), "__repr__");
  const slot = type.allSlots.repr;
  return slot === undefined ? defaultRepr(vm, v, type) : slot(vm, unwrap(v) as never);
}

/** `str(v)`, a byte string. */
export function str(vm: VM, v: Value): string {
  if (typeof v === "string") return v;
  const type = typeOf(v);
  const guest = type.guest("__str__", "str");
  if (guest !== undefined) return textResult(callSpecial(vm, guest, v, []), "__str__");
  const slot = type.allSlots.str;
  if (slot === undefined) return repr(vm, v);
  // A learner's __repr__ below a built-in __str__ that is only the default still counts: object.__str__ is repr.
  return slot(vm, unwrap(v) as never);
}

/** `unicode(v)`: `__unicode__`, else `str(v)` decoded as ASCII. */
export function toUnicode(vm: VM, v: Value): string {
  if (v instanceof PyUnicode && v.type.builtin) return v.value;
  const method = unicodeMethod(vm, v);
  const result = method === undefined ? strOrUnicode(vm, v) : vm.call(method, []);
  const value = unwrap(result);
  if (value instanceof PyUnicode) return value.value;
  if (typeof value === "string") {
    chargeText(vm, value);
    return decodeAscii(value);
  }
  raiseError("TypeError", `coercing to Unicode: need string or buffer, ${typeName(value)} found`);
}

/** `__unicode__` bound to `v`, or undefined. */
function unicodeMethod(vm: VM, v: Value): Value | undefined {
  if (v === null || typeof v !== "object") return undefined;
  const type = typeOf(v);
  if (type.name === "instance") return findSpecial(vm, v, "__unicode__");
  const found = type.lookup("__unicode__");
  return found === undefined ? undefined : new PyMethod(found, v, type);
}

/** `PyObject_Str` before it insists on bytes: `__str__` may return unicode, which `unicode()` and `%` keep. */
export function strOrUnicode(vm: VM, v: Value): Value {
  if (typeof v === "string" || v instanceof PyUnicode) return v;
  const guest = typeOf(v).guest("__str__", "str");
  if (guest === undefined) return str(vm, v);
  const result = callSpecial(vm, guest, v, []);
  const value = unwrap(result);
  if (typeof value === "string" || value instanceof PyUnicode) return value;
  raiseError("TypeError", `__str__ returned non-string (type ${typeName(result)})`);
}

/** What `__repr__` and `__str__` may return. */
export function textResult(result: Value, method: string): string {
  const value = unwrap(result);
  if (typeof value === "string") return value;
  if (value instanceof PyUnicode) return encodeAscii(value.value);
  raiseError("TypeError", `${method} returned non-string (type ${typeName(result)})`);
}

/** `object.__repr__`. */
export function defaultRepr(vm: VM, v: Value, type: PyType): string {
  return `<${qualifiedName(type)} object at ${address(vm, v)}>`;
}

/** `module.Name` of a learner's class, the bare name of a built-in one. */
export function qualifiedName(type: PyType): string {
  const module = type.dict.get("__module__");
  return typeof module === "string" && module !== "__builtin__" ? `${module}.${type.name}` : type.name;
}
