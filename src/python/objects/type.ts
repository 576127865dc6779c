/**
 * Types: the new-style classes, built in or a learner's.
 *
 * A built-in type is one shared constant. It answers to operations through `slots`, a table of host functions; `types/*.ts`
 * say what fills its slots and namespace, and the first look at either does it; the special methods that follow from the slots
 * are named at the first look at the namespace. Most pages use few types, so an engine that filled all of them while it loads
 * would spend most of its start on it. A filled type never changes again; images
 * refer to it by name.
 * A learner's class is an ordinary heap object: its behaviour lives in `dict` (`__repr__`, `__add__`, …), its
 * `slots` are the empty table, and the operations look along its `mro`.
 */
import { type AllSlots, inheritSlots, type Slots } from "./slots.ts";
import { Table } from "./table.ts";
import { PyObject, type Value } from "./values.ts";

const noSlots: Readonly<Slots> = {};
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

/** What a learner's class defines of a special method, as it was looked up: before the first built-in class with `slot`. */
interface Guest {
  slot: keyof Slots;
  found: Value | undefined;
}

/** How many attributes of a class are remembered: a program may ask for ever new ones. */
const mostKnown = 1000;

/** What has been found out about a class: kept until it or a base changes. */
interface Facts {
  slots: AllSlots;
  /** False where an old-style class is among the bases, which may change unseen: only the slots are known then. */
  isLasting: boolean;
  /** Attributes looked up along the mro. */
  attributes: Map<string, Value | typeof absent>;
  /** True when nothing but the descriptor protocol has a say in reading an attribute of an instance. */
  readsPlainly: boolean;
  /** The same of assigning one. */
  writesPlainly: boolean;
  /** Special methods, by name. */
  guests: Map<string, Guest>;
}

/** Stands for an attribute that is known not to be there. */
const absent = Symbol("absent");

/** How many types are being filled: what is found out meanwhile may be half of the truth. */
let filling = 0;

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
  /** What `facts` has found out; null when it is to find out again. No part of an image. */
  declare known: Facts | null;
  /** Known subclasses, so that a change of a base reaches what they know. Learners' classes only. */
  declare subclasses: PyType[];
  /** What `slots` gives. */
  declare ownSlots: Slots;
  /** Fills a built-in type that nobody has looked into yet; null afterwards, and for a learner's class. */
  declare filler: (() => void) | null;
  /** Puts into the namespace of a filled type what follows from its slots; null when that is done, and for a learner's class. */
  declare namer: (() => void) | null;
  /** True when `__slots__` leaves its instances without a `__dict__`. */
  declare restricted: boolean;
  /** True when it stands for an old-style class among the bases, whose namespace may change unseen. */
  declare isOldStyle: boolean;

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
    this.known = null;
    this.subclasses = [];
    this.ownSlots = noSlots;
    this.filler = null;
    this.namer = null;
    this.restricted = false;
    this.isOldStyle = false;
  }

  /** The class namespace, string keys. Built-in types keep their `PyMethodDescriptor`s here. */
  get dict(): Table {
    if (this.filler !== null || this.namer !== null) this.nameAll();
    return this.namespace;
  }

  /** Has anybody looked into the namespace? Until then nothing of it is anywhere else. */
  get isNamed(): boolean {
    return this.filler === null && this.namer === null;
  }

  /** How it answers to operations; the empty table for a learner's class. */
  get slots(): Slots {
    if (this.filler !== null) this.fill(this.filler);
    return this.ownSlots;
  }

  set slots(slots: Slots) {
    this.ownSlots = slots;
    this.known = null;
  }

  /** How it answers to operations, with what it inherits: each slot is that of the nearest class of the mro that has one. */
  get allSlots(): AllSlots {
    return (this.known ?? this.facts()).slots;
  }

  /** The attribute `name` of the nearest class of the mro that has one; undefined when none has. */
  lookup(name: string): Value | undefined {
    const { attributes, isLasting } = this.known ?? this.facts();
    const known = attributes.get(name);
    if (known !== undefined) return known === absent ? undefined : known;
    const found = this.search(name);
    if (attributes.size >= mostKnown) attributes.clear();
    if (isLasting) attributes.set(name, found === undefined ? absent : found);
    return found;
  }

  /** True when nothing but the descriptor protocol has a say in reading an attribute of an instance. */
  get readsPlainly(): boolean {
    return (this.known ?? this.facts()).readsPlainly;
  }

  /** The same of assigning one. */
  get writesPlainly(): boolean {
    return (this.known ?? this.facts()).writesPlainly;
  }

  private search(name: string): Value | undefined {
    for (const each of this.mro) {
      const found = each.dict.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Forgets what is known of the attribute `name`, which has changed here or in a base. */
  forget(name: string): void {
    if (name === "__getattribute__" || name === "__setattr__") this.known = null;
    this.known?.attributes.delete(name);
    this.known?.guests.delete(name);
  }

  /** A learner's definition of the special method `name` that comes before any built-in class with `slot`. */
  guest(name: string, slot: keyof Slots): Value | undefined {
    if (this.builtin) return undefined;
    const { guests, isLasting } = this.known ?? this.facts();
    const known = guests.get(name);
    if (known !== undefined && known.slot === slot) return known.found;
    const found = this.searchGuest(name, slot);
    if (isLasting) guests.set(name, { slot, found });
    return found;
  }

  private searchGuest(name: string, slot: keyof Slots): Value | undefined {
    for (const each of this.mro) {
      if (each.builtin) {
        if (each.slots[slot] !== undefined) return undefined;
        continue;
      }
      const found = each.dict.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Fresh facts. */
  private facts(): Facts {
    const slots = inheritSlots(this.mro.map((each) => each.slots));
    const isLasting = !this.mro.some((each) => each.isOldStyle);
    const isPlain = (name: string, slot: "getAttribute" | "setAttribute") =>
      isLasting && slots[slot] === undefined && (this.builtin || this.searchGuest(name, slot) === undefined);
    const facts: Facts = {
      slots,
      isLasting,
      attributes: new Map(),
      guests: new Map(),
      readsPlainly: isPlain("__getattribute__", "getAttribute"),
      writesPlainly: isPlain("__setattr__", "setAttribute"),
    };
    if (filling === 0) this.known = facts;
    return facts;
  }

  /** Fills a built-in type and names what follows from its slots, if that is still to be done. */
  nameAll(): void {
    if (this.filler !== null) this.fill(this.filler);
    const { namer } = this;
    this.namer = null;
    namer?.();
  }

  /** Has `filler` fill the type. @note Forgets it first, since it looks into the type that it fills. */
  private fill(filler: () => void): void {
    this.filler = null;
    if (this.namespace === noNames) this.namespace = new Table();
    filling++;
    filler();
    filling--;
    this.known = null;
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

/** Gives `type` slots until a late part says how it is filled. */
export function giveFirstSlots(type: PyType, slots: Slots): void {
  if (type.filler !== fillNothing) return;
  type.filler = () => {
    type.slots = slots;
  };
}

/** Has all built-in types find out again what they know: a late part says how more of them are filled. */
export function forgetFacts(): void {
  for (const type of builtinTypes) type.known = null;
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
/** The namespace of a class, which is not changed through it. NOT-PYTHON: a subclass of dict. */
export const dictproxyType = builtinType("dictproxy", "other", dictType);
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
/** Of what `__slots__` names. */
export const memberType = builtinType("member_descriptor");
export const enumerateType = builtinType("enumerate");
export const reversedType = builtinType("reversed");
/** The types of the machine's own iterators; how they step is said in `types/`. */
export const iteratorTypes: readonly PyType[] = [
  builtinType("listiterator"),
  builtinType("tupleiterator"),
  builtinType("listreverseiterator"),
  builtinType("callable-iterator"),
  builtinType("dictionary-keyiterator"),
  builtinType("dictionary-valueiterator"),
  builtinType("dictionary-itemiterator"),
  builtinType("setiterator"),
  builtinType("rangeiterator"),
  builtinType("bytearrayiterator"),
  iteratorType,
  enumerateType,
  reversedType,
];
