/**
 * The operations of Python on any value: CPython's `abstract.c`, `object.c` and `typeobject.c` in small.
 *
 * Each looks first for the fast case, then for the learner's special method, then for the built-in type's slot.
 * They know no built-in type by heart: behaviour is found in `slots`, filled by `types/`.
 */
export { binary, inplace, unary } from "./arithmetic.ts";
export {
  bind,
  deleteAttribute,
  findAttribute,
  findMethod,
  findSpecial,
  getAttribute,
  setAttribute,
} from "./attributes.ts";
export { createClass, isInstance, isSubclass } from "./classes.ts";
export { compare, equals, is, order } from "./comparison.ts";
export { identity } from "./identity.ts";
export {
  contains,
  deleteItem,
  deleteSlice,
  getItem,
  getSlice,
  length,
  setItem,
  setSlice,
} from "./items.ts";
export { drain, iterate, next, walk } from "./iteration.ts";
export { hash, keyToken, tableDelete, tableGet, tableHas, tableSet } from "./keys.ts";
export { repr, str, toUnicode } from "./text.ts";
export { isCallable, isTrue } from "./truth.ts";
export { argumentName, typeName, typeOf, unwrap } from "./type-of.ts";
