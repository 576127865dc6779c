/**
 * What type a value has, and who answers for it.
 *
 * A special method is looked for along the mro. A learner's class on the way may define it in its namespace
 * (`type.guest`); the first built-in class may define it as a slot (`type.allSlots`). A guest method found before the
 * built-in class wins, as in CPython.
 */
import { PyInstance } from "../objects/builtin-objects.ts";
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

/** The name of the type as error messages have it: that of an exception with its module. */
export function typeName(v: Value): string {
  const { name, builtin, layout } = typeOf(v);
  return builtin && layout === "exception" ? `exceptions.${name}` : name;
}

/** What an argument is, as the errors about it say. */
export function argumentName(v: Value | undefined): string {
  return v === null || v === undefined ? "None" : typeName(v);
}

/** The value of a subclass of int, long, str or bool as the primitive it stands for; anything else as it is. */
export function unwrap(v: Value): Value {
  return v instanceof PyInstance && v.payload !== undefined ? v.payload : v;
}
