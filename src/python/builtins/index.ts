/** The `__builtin__` namespace: what every program finds without importing. */
import { Ellipsis, NotImplemented } from "../objects/builtin-objects.ts";
import { bufferType, bytearrayType, memoryviewType } from "../objects/bytes.ts";
import { exceptionTypes } from "../objects/exception.ts";
import { declareFunctions } from "../objects/natives.ts";
import { Table } from "../objects/table.ts";
import * as types from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import "../types/first.ts";

const publicTypes: readonly types.PyType[] = [
  types.objectType,
  types.typeType,
  types.intType,
  types.longType,
  types.boolType,
  types.floatType,
  types.complexType,
  types.basestringType,
  types.strType,
  types.unicodeType,
  types.tupleType,
  types.listType,
  types.dictType,
  types.setType,
  types.frozensetType,
  types.sliceType,
  types.xrangeType,
  types.propertyType,
  types.staticmethodType,
  types.classmethodType,
  types.superType,
  types.fileType,
  bytearrayType,
  bufferType,
  memoryviewType,
  types.enumerateType,
  types.reversedType,
];

/** What they do is in the other files of this folder, which come late. */
const builtinFunctions = declareFunctions(
  "",
  (
    "all any filter iter len map max min next range reduce sorted sum zip " +
    "__import__ compile dir eval execfile exit input globals locals quit reload vars " +
    "abs bin chr coerce divmod hex oct ord pow round unichr " +
    "apply callable cmp delattr format getattr hasattr hash id intern isinstance issubclass open raw_input repr setattr print"
  ).split(" "),
);

/** Names that stand for something else than a type or function of that name. */
const constants: readonly (readonly [string, Value])[] = [
  ["bytes", types.strType],
  ["None", null],
  ["True", true],
  ["False", false],
  ["Ellipsis", Ellipsis],
  ["NotImplemented", NotImplemented],
  ["__debug__", true],
  ["__name__", "__builtin__"],
  ["__doc__", null],
  ["__package__", null],
];

const named = [...exceptionTypes, ...publicTypes, ...builtinFunctions];
/** Every name of `__builtin__`, and its value in the same place; the values are shared by all interpreters. */
const names = [...named.map(({ name }) => name), ...constants.map(([name]) => name)];
const values: readonly Value[] = [...named, ...constants.map(([, value]) => value)];

/** A fresh `__builtin__` namespace for one interpreter. */
export function createBuiltins(): Table {
  return Table.ofNames(names, values);
}
