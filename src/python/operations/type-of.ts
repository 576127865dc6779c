/**
 * What type a value has, and who answers for it.
 *
 * A special method is looked for along the mro. A learner's class on the way may define it in its namespace
 * (`guestSpecial`); the first built-in class may define it as a slot (`slotOf`). A guest method found before the
 * built-in class wins, as in CPython.
 */
import { PyInstance } from "../objects/builtin-objects.ts";
import type { Slots } from "../objects/slots.ts";
import { boolType, intType, longType, noneType, type PyType, strType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";

/** `type(v)`. */
export function typeOf(v: Value): PyType {
  switch (typeof v) {
    case "number":
      return intType;
    case "string":
      return strType;
    case "boolean":
      return boolType;
    case "bigint":
      return longType;
    default:
      return v === null ? noneType : v.type;
  }
}

/** `type(v).__name__`, as error messages name it. */
export function typeName(v: Value): string {
  return typeOf(v).name;
}

/** The value of a subclass of int, long, str or bool as the primitive it stands for; anything else as it is. */
export function unwrap(v: Value): Value {
  return v instanceof PyInstance && v.payload !== undefined ? v.payload : v;
}

/** The attribute `name` of a class, found along its mro; undefined when there is none. */
export function lookupType(type: PyType, name: string): Value | undefined {
  for (const c of type.mro) {
    const found = c.dict.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A learner's definition of the special method `name` that comes before any built-in class with `slot`. */
export function guestSpecial(type: PyType, name: string, slot: keyof Slots): Value | undefined {
  if (type.builtin) return undefined;
  for (const c of type.mro) {
    if (c.builtin) {
      if (c.slots[slot] !== undefined) return undefined;
      continue;
    }
    const found = c.dict.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The slot of the nearest built-in class that has one. */
export function slotOf<K extends keyof Slots>(type: PyType, slot: K): Slots[K] | undefined {
  const own = type.slots[slot];
  if (own !== undefined) return own;
  for (const c of type.mro) {
    const found = c.slots[slot];
    if (found !== undefined) return found;
  }
  return undefined;
}
