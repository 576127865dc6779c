/**
 * Types: the new-style classes, built in or a learner's.
 *
 * A built-in type is one shared constant. It answers to operations through `slots`, a table of host functions; `types/*.ts`
 * say what fills its slots and namespace, and the first look at either does it. Most pages use few types, so an engine
 * that filled all of them while it loads would spend most of its start on it. A filled type never changes again; images
 * refer to it by name.
 * A learner's class is an ordinary heap object: its behaviour lives in `dict` (`__repr__`, `__add__`, …), its
 * `slots` are the empty table, and the operations look along its `mro`.
 */
import type { Slots } from "./slots.ts";
import { Table } from "./table.ts";
import { PyObject } from "./values.ts";

const noSlots: Slots = Object.freeze({});
/** The namespace of every built-in type until it is filled. */
const noNames = new Table();
const fillNothing = (): void => {};

/** Which host class carries instances of the type: decides what a subclass instance is made of. */
export type Layout =
  | "object"
  | "int"
  | "long"
  | "float"
  | "str"
  | "unicode"
  | "tuple"
  | "list"
  | "dict"
  | "set"
  | "frozenset"
  | "exception"
  | "type"
  | "module"
  | "other";

export class PyType extends PyObject {
  declare name: string;
  declare bases: PyType[];
  /** C3 linearisation, beginning with the type itself. */
  declare mro: PyType[];
  /** What `dict` gives. */
  declare namespace: Table;
  declare layout: Layout;
  /** True for the types of this machine, false for a learner's. */
  declare builtin: boolean;
  /** Changes whenever this class or a base changes; lets attribute caches notice. */
  declare version: number;
  /** Known subclasses, so that a change of a base reaches their `version`. Learners' classes only. */
  declare subclasses: PyType[];
  /** What `slots` gives. */
  declare ownSlots: Slots;
  /** Fills a built-in type that nobody has looked into yet; null afterwards, and for a learner's class. */
  declare filler: (() => void) | null;
  /** True when `__slots__` leaves its instances without a `__dict__`. */
  declare restricted: boolean;

  constructor(
    metatype: PyType | null,
    name: string,
    bases: PyType[],
    dict: Table,
    layout: Layout,
    builtin: boolean,
  ) {
    super(metatype as PyType);
    if (metatype === null) this.type = this;
    this.name = name;
    this.bases = bases;
    this.namespace = dict;
    this.layout = layout;
    this.builtin = builtin;
    const base = bases[0];
    this.mro = base === undefined ? [this] : [this as PyType].concat(base.mro);
    this.version = 0;
    this.subclasses = [];
    this.ownSlots = noSlots;
    this.filler = null;
    this.restricted = false;
  }

  /** The class namespace, string keys. Built-in types keep their `PyMethodDescriptor`s here. */
  get dict(): Table {
    if (this.filler !== null) this.fill(this.filler);
    return this.namespace;
  }

  /** How it answers to operations; the empty table for a learner's class. */
  get slots(): Slots {
    if (this.filler !== null) this.fill(this.filler);
    return this.ownSlots;
  }

  set slots(slots: Slots) {
    this.ownSlots = slots;
  }

  /** Has `filler` fill the type. @note Forgets it first, since it looks into the type that it fills. */
  fill(filler: () => void): void {
    this.filler = null;
    if (this.namespace === noNames) this.namespace = new Table();
    filler();
  }
}

/** Every built-in type made so far, the exceptions included. */
export const builtinTypes: PyType[] = [];

/** `type`, whose type is itself. */
export const typeType = new PyType(null, "type", [], new Table(), "type", true);
/** `object`, at the end of every mro. */
export const objectType = new PyType(typeType, "object", [], new Table(), "object", true);
typeType.bases = [objectType];
typeType.mro = [typeType, objectType];
builtinTypes.push(typeType, objectType);

/** Makes one of the machine's own types; its slots and methods are filled beside it in `types/`. */
export function builtinType(name: string, layout: Layout = "other", base: PyType = objectType): PyType {
  const type = new PyType(typeType, name, [base], noNames, layout, true);
  type.filler = fillNothing;
  builtinTypes.push(type);
  return type;
}

export const noneType = builtinType("NoneType");
export const intType = builtinType("int", "int");
export const boolType = builtinType("bool", "int", intType);
export const longType = builtinType("long", "long");
export const floatType = builtinType("float", "float");
export const complexType = builtinType("complex");
export const basestringType = builtinType("basestring");
export const strType = builtinType("str", "str", basestringType);
export const unicodeType = builtinType("unicode", "unicode", basestringType);
export const tupleType = builtinType("tuple", "tuple");
export const listType = builtinType("list", "list");
export const dictType = builtinType("dict", "dict");
export const dictKeysType = builtinType("dict_keys");
export const dictValuesType = builtinType("dict_values");
export const dictItemsType = builtinType("dict_items");
export const setType = builtinType("set", "set");
export const frozensetType = builtinType("frozenset", "frozenset");
export const sliceType = builtinType("slice");
export const xrangeType = builtinType("xrange");
export const ellipsisType = builtinType("ellipsis");
export const notImplementedType = builtinType("NotImplementedType");
export const codeType = builtinType("code");
export const frameType = builtinType("frame");
export const tracebackType = builtinType("traceback");
export const functionType = builtinType("function");
export const nativeType = builtinType("builtin_function_or_method");
export const methodDescriptorType = builtinType("method_descriptor");
export const methodWrapperType = builtinType("method-wrapper");
export const methodType = builtinType("instancemethod");
export const generatorType = builtinType("generator");
export const cellType = builtinType("cell");
export const moduleType = builtinType("module", "module");
export const classobjType = builtinType("classobj");
export const instanceType = builtinType("instance");
export const propertyType = builtinType("property");
export const staticmethodType = builtinType("staticmethod");
export const classmethodType = builtinType("classmethod");
export const superType = builtinType("super");
export const fileType = builtinType("file");
export const iteratorType = builtinType("iterator");
export const getsetType = builtinType("getset_descriptor");
