/**
 * New-style classes as objects: making them, the C3 linearisation (CPython's `mro_implementation`), and the questions
 * `isinstance` and `issubclass`.
 */
import { mangle } from "../front/mangling.ts";
import {
  PyClass,
  PyList,
  PyOldInstance,
  PyStaticMethod,
  PyTuple,
  PyUnicode,
} from "../objects/builtin-objects.ts";
import { PyException } from "../objects/exception.ts";
import { PyFunction } from "../objects/frame.ts";
import type { VM } from "../objects/machine.ts";
import { PyGetSet, registerNative } from "../objects/natives.ts";
import { caught, raiseError } from "../objects/raise.ts";
import { Table } from "../objects/table.ts";
import { type Layout, memberType, objectType, PyType, typeType } from "../objects/type.ts";
import { PyObject, type Value } from "../objects/values.ts";
import { findAttribute } from "./attributes.ts";
import { deeper } from "./depth.ts";
import { walk } from "./iteration.ts";
import { isTrue } from "./truth.ts";
import { typeName, typeOf, unwrap } from "./type-of.ts";

/** Built-in types nobody may derive from. */
const final = new Set<string>([
  "bool",
  "NoneType",
  "function",
  "generator",
  "slice",
  "xrange",
  "ellipsis",
  "NotImplementedType",
  "instancemethod",
  "builtin_function_or_method",
  "code",
  "frame",
  "traceback",
  "classobj",
  "instance",
]);

/** What a class weighs without its order of bases, about, in bytes. */
export const classSize = 640;

/**
 * What a class statement makes: `makeClass`, its TypeErrors introduced as CPython's BUILD_CLASS introduces them.
 */
export function createClass(
  vm: VM,
  metatype: PyType,
  name: string,
  bases: Value[],
  namespace: Table,
): PyType {
  try {
    return makeClass(vm, metatype, name, bases, namespace);
  } catch (error) {
    if (!caught(error, "TypeError") || !(error.exception instanceof PyException)) throw error;
    const [message] = error.exception.args;
    raiseError("TypeError", `Error when calling the metaclass bases\n    ${String(message)}`);
  }
}

/** `type(name, bases, dict)` for the metatype the bases ask for. The class has a copy of the namespace. */
export function makeClass(vm: VM, metatype: PyType, name: string, bases: Value[], body: Table): PyType {
  if (bases.length > 0 && bases.every((base) => base instanceof PyClass))
    raiseError("TypeError", "a new-style class can't have only classic bases");
  const parents = bases.length === 0 ? [objectType] : bases.map((base) => asBase(vm, base));
  const winner = calculateMetatype(metatype, parents);
  const layout = bestLayout(parents);
  const namespace = body.copy();
  const made = new PyType(winner, name, parents, namespace, layout, false);
  made.mro = [made, ...linearise(vm, parents)];
  vm.allocate(classSize + made.mro.length * 8);
  const slots = namespace.get("__slots__");
  made.restricted = slots !== undefined && addMembers(vm, made, slots) && isRestricted(made);
  for (const parent of parents) if (!parent.builtin) parent.subclasses.push(made);
  completeNamespace(vm, namespace);
  made.known = null;
  return made;
}

/**
 * Makes the descriptors of `__slots__`; false when a dictionary is among them. NOT-PYTHON: the values lie in the instance's dictionary, where those see them whose class has a
 * dictionary besides; and `__weakref__` changes nothing.
 */
function addMembers(vm: VM, made: PyType, slots: Value): boolean {
  const names: Value[] = [];
  if (unwrap(slots) instanceof PyUnicode || typeof unwrap(slots) === "string") names.push(slots);
  else walk(vm, slots, (name) => names.push(name) > 0);
  let dictionaries = 0;
  let weakrefs = 0;
  for (const given of names) {
    const plain = unwrap(given);
    const name = plain instanceof PyUnicode ? plain.value : plain;
    if (typeof name !== "string")
      raiseError("TypeError", `__slots__ items must be strings, not '${typeName(name)}'`);
    if (!/^[A-Za-z_]\w*$/.test(name)) raiseError("TypeError", "__slots__ must be identifiers");
    if (name === "__weakref__") {
      if (weakrefs++ > 0 || made.bases.some(hasWeakrefs))
        raiseError(
          "TypeError",
          "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0",
        );
      continue;
    }
    if (/^(long|str|tuple)$/.test(made.layout))
      raiseError("TypeError", `nonempty __slots__ not supported for subtype of '${made.bases[0]?.name}'`);
    if (name === "__dict__") {
      if (dictionaries++ > 0 || made.bases.some((base) => !base.builtin && !base.restricted))
        raiseError("TypeError", "__dict__ slot disallowed: we already got one");
      continue;
    }
    const inside = mangle(made.name, name);
    if (made.dict.has(inside)) continue;
    const member = new PyGetSet(inside, made, "member", "member=");
    member.type = memberType;
    made.dict.set(inside, inside, member);
  }
  return dictionaries === 0;
}

/** Can instances of a learner's class be referred to weakly? `__slots__` must leave a place for it. */
function hasWeakrefs(type: PyType): boolean {
  return type.mro.some((c) => {
    if (c.builtin) return false;
    const slots = c.dict.get("__slots__");
    if (slots instanceof PyTuple || slots instanceof PyList) return slots.items.includes("__weakref__");
    return slots === undefined || slots === "__weakref__";
  });
}

/** The class of the mro that last added members to its instances. */
function membersOf(type: PyType): PyType | undefined {
  return type.mro.find(
    (c) => !c.builtin && c.namespace.values.some((v) => v instanceof PyGetSet && v.type === memberType),
  );
}

/** The instance that a member is read or set of. */
function holderOf(v: Value | undefined, { name, owner }: PyGetSet): Table {
  if (!(v instanceof PyObject) || !typeOf(v).mro.includes(owner))
    raiseError(
      "TypeError",
      `descriptor '${name}' for '${owner.name}' objects doesn't apply to '${typeName(v ?? null)}' object`,
    );
  v.attributes ??= new Table();
  return v.attributes;
}

registerNative("member", (_vm, [v, member]) => {
  const { name } = member as PyGetSet;
  const value = holderOf(v, member as PyGetSet).get(name);
  return value === undefined ? raiseError("AttributeError", name) : value;
});
registerNative("member=", (_vm, [v, value, member]) => {
  const { name } = member as PyGetSet;
  const holder = holderOf(v, member as PyGetSet);
  if (value !== undefined) holder.set(name, name, value);
  else if (!holder.delete(name)) raiseError("AttributeError", name);
  return null;
});

/** `cls.__bases__ = bases`. */
export function setBases(vm: VM, cls: PyType, bases: Value): void {
  const problem: (text: string) => never = (text) => raiseError("TypeError", text);
  const { name } = cls;
  vm.charge(20);
  if (cls.builtin) problem(`can't set ${name}.__bases__`);
  if (!(bases instanceof PyTuple))
    problem(`can only assign tuple to ${name}.__bases__, not ${typeName(bases)}`);
  if (bases.items.length === 0) problem(`can only assign non-empty tuple to ${name}.__bases__, not ()`);
  for (const base of bases.items) {
    if (!(base instanceof PyType || base instanceof PyClass))
      problem(`${name}.__bases__ must be tuple of old- or new-style classes, not '${typeName(base)}'`);
    if (base instanceof PyType && base.mro.includes(cls))
      problem("a __bases__ item causes an inheritance cycle");
  }
  const parents = bases.items.map((base) => asBase(vm, base));
  const layout = bestLayout(parents);
  const [was] = cls.bases;
  const best = parents.find((parent) => parent.layout === layout);
  if (best?.builtin !== was?.builtin || (best?.builtin && best !== was))
    problem(`__bases__ assignment: '${best?.name}' deallocator differs from '${was?.name}'`);
  if (layout !== cls.layout)
    problem(`__bases__ assignment: '${best?.name}' object layout differs from '${was?.name}'`);
  linearise(vm, parents);
  for (const base of cls.bases) base.subclasses = base.subclasses.filter((each) => each !== cls);
  for (const parent of parents) if (!parent.builtin) parent.subclasses.push(cls);
  cls.bases = parents;
  orderAgain(vm, cls);
  touchClass(vm, cls);
}

/** The mro of a class whose bases have changed, and of those that derive from it. */
function orderAgain(vm: VM, cls: PyType): void {
  cls.mro = [cls, ...linearise(vm, cls.bases)];
  deeper(vm, "", () => {
    for (const each of cls.subclasses) orderAgain(vm, each);
  });
}

/**
 * `__module__`, `__doc__`, and `__new__` as the static method it is. NOT-PYTHON: references are not counted, so nobody calls
 * `__del__`, and a generator that is forgotten before its end does not run its `finally`.
 */
function completeNamespace(vm: VM, namespace: Table): void {
  if (!namespace.has("__module__")) {
    const module = vm.thread.frame?.globals.get("__name__");
    if (module !== undefined) namespace.set("__module__", "__module__", module);
  }
  if (!namespace.has("__doc__")) namespace.set("__doc__", "__doc__", null);
  const make = namespace.get("__new__");
  if (make instanceof PyFunction) namespace.set("__new__", "__new__", new PyStaticMethod(make));
}

/** A base as a type. NOT-PYTHON: an old-style base of a new-style class takes part as a new-style class of the same namespace. */
function asBase(vm: VM, base: Value): PyType {
  if (base instanceof PyClass) return wrapOldClass(vm, base);
  if (!(base instanceof PyType)) raiseMetaclasses();
  if (final.has(base.name) && base.builtin)
    raiseError("TypeError", `type '${base.name}' is not an acceptable base type`);
  return base;
}

function wrapOldClass(vm: VM, cls: PyClass, known = new Map<PyClass, PyType>()): PyType {
  const made = known.get(cls) ?? deeper(vm, "", () => wrapAnew(vm, cls, known));
  known.set(cls, made);
  return made;
}

function wrapAnew(vm: VM, cls: PyClass, known: Map<PyClass, PyType>): PyType {
  const bases = cls.bases.map((base) => wrapOldClass(vm, base, known));
  const type = new PyType(typeType, cls.name, bases, cls.dict, "object", false);
  // Depth first; that no class is in it twice is all that C3 asks for.
  const all = [type, ...bases.flatMap(({ mro }) => mro)];
  vm.charge(all.length);
  const seen = new Set<Table>();
  type.mro = all.filter(({ dict }) => !seen.has(dict) && seen.add(dict));
  type.isOldStyle = true;
  return type;
}

/** The most derived metatype among `metatype` and those of the bases. */
function calculateMetatype(metatype: PyType, bases: PyType[]): PyType {
  let winner = metatype;
  for (const base of bases) {
    if (winner.mro.includes(base.type)) continue;
    if (base.type.mro.includes(winner)) winner = base.type;
    else raiseMetaclasses();
  }
  return winner;
}

function raiseMetaclasses(): never {
  raiseError(
    "TypeError",
    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
  );
}

/** The host layout instances need; two different ones cannot be combined. */
function bestLayout(bases: PyType[]): Layout {
  let best: Layout = "object";
  for (const base of bases) {
    if (base.layout === "object" || base.layout === best) continue;
    if (best !== "object") raiseError("TypeError", "multiple bases have instance lay-out conflict");
    best = base.layout;
  }
  let widest: PyType | undefined;
  for (const members of bases.length > 1 ? bases.map(membersOf) : []) {
    if (members === undefined || widest?.mro.includes(members)) continue;
    if (widest !== undefined && !members.mro.includes(widest))
      raiseError("TypeError", "multiple bases have instance lay-out conflict");
    widest = members;
  }
  return best;
}

/** True when no base gives its instances a dictionary. */
function isRestricted({ layout, mro }: PyType): boolean {
  const isPlain = layout !== "exception" && layout !== "type" && layout !== "module";
  return isPlain && mro.every((c, at) => at === 0 || c.builtin || c.restricted);
}

/** The rest of the mro of a class with these bases (C3: https://www.python.org/download/releases/2.3/mro/). */
function linearise(vm: VM, bases: PyType[]): PyType[] {
  let length = 0;
  for (const { mro } of bases) length += mro.length;
  vm.charge(length);
  if (bases[0] !== undefined && bases.length === 1) return bases[0].mro;
  vm.charge(length + ((bases.length ** 2) >> 3));
  if (new Set(bases).size !== bases.length) {
    const twice = bases.find((base, i) => bases.indexOf(base) !== i);
    raiseError("TypeError", `duplicate base class ${twice?.name}`);
  }
  // An old-style class is one, however many of the bases have brought it along.
  const wrapped = new Map<Table, PyType>();
  const one = (c: PyType): PyType => {
    const known = c.builtin ? c : (wrapped.get(c.namespace) ?? c);
    wrapped.set(c.namespace, known);
    return known;
  };
  // Last first, so that a head is taken off at the end.
  const lists = [...bases.map(({ mro }) => mro.map(one).reverse()), bases.map(one).reverse()];
  const tails = new Map<PyType, number>();
  const count = (c: PyType, change: number) => tails.set(c, (tails.get(c) ?? 0) + change);
  for (const list of lists) for (const c of list.slice(0, -1)) count(c, 1);
  const merged: PyType[] = [];
  for (;;) {
    // The first that is in no list's tail.
    const head = lists.find((list) => list.length > 0 && !tails.get(list[list.length - 1] as PyType))?.at(-1);
    if (head === undefined) {
      const heads = lists.flatMap((list) => list.at(-1) ?? []);
      return heads.length === 0 ? merged : raiseNoOrder(heads);
    }
    merged.push(head);
    for (const list of lists) {
      if (list[list.length - 1] !== head) continue;
      list.pop();
      const next = list.at(-1);
      if (next !== undefined) count(next, -1);
    }
  }
}

function raiseNoOrder(heads: PyType[]): never {
  const names = new Set(heads.map(({ name }) => name));
  raiseError(
    "TypeError",
    `Cannot create a consistent method resolution\norder (MRO) for bases ${[...names].join(", ")}`,
  );
}

/** `isinstance(v, cls)`; `cls` may be a tuple of classes. */
export function isInstance(vm: VM, v: Value, cls: Value): boolean {
  if (cls instanceof PyType) {
    if (typeOf(v).mro.includes(cls)) return true;
    if (!cls.type.builtin) {
      const hook = cls.type.guest("__instancecheck__", "call");
      if (hook !== undefined) return isTrue(vm, vm.call(hook, [cls, v]));
    }
    return claimsClass(vm, v, cls);
  }
  if (cls instanceof PyClass) return isOldInstance(v, cls);
  if (cls instanceof PyTuple) return someOf(vm, cls, " in __instancecheck__", (c) => isInstance(vm, v, c));
  raiseError("TypeError", "isinstance() arg 2 must be a class, type, or tuple of classes and types");
}

/** True when `holds` of an item of a tuple, which may itself be one. */
export function someOf(vm: VM, { items }: PyTuple, doing: string, holds: (item: Value) => boolean): boolean {
  vm.charge(1 + items.length);
  return deeper(vm, doing, () => items.some(holds));
}

/** A `__class__` property may claim another class than the type's. */
function claimsClass(vm: VM, v: Value, cls: PyType): boolean {
  const type = typeOf(v);
  if (type.builtin) return false;
  const claim = type.lookup("__class__");
  if (claim === undefined || typeName(claim) !== "property") return false;
  const claimed = findAttribute(vm, v, "__class__");
  return claimed instanceof PyType && claimed.mro.includes(cls);
}

function isOldInstance(v: Value, cls: PyClass): boolean {
  if (v instanceof PyOldInstance) return isOldSubclass(v.cls, cls);
  return typeOf(v).mro.some((c) => c.dict === cls.dict);
}

/** True when the old-style `cls` is `ancestor` or derives from it. */
export function isOldSubclass(cls: PyClass, ancestor: PyClass): boolean {
  return cls === ancestor || (cls.bases.length > 0 && oldOrder(cls).includes(ancestor));
}

/** An old-style class and those it derives from, each once, in the order of their attributes: depth first, left to right. */
export function oldOrder(cls: PyClass): PyClass[] {
  const order = new Set<PyClass>();
  const waiting = [cls];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (order.has(next)) continue;
    order.add(next);
    waiting.push(...next.bases.slice().reverse());
  }
  return [...order];
}

/** What an old-style class or those it derives from have under `name`. */
export function lookupOld(cls: PyClass, name: string): Value | undefined {
  const own = cls.dict.get(name);
  if (own !== undefined || cls.bases.length === 0) return own;
  for (const each of oldOrder(cls)) {
    const found = each.dict.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `issubclass(cls, ancestor)`; `ancestor` may be a tuple of classes. */
export function isSubclass(vm: VM, cls: Value, ancestor: Value): boolean {
  if (ancestor instanceof PyTuple)
    return someOf(vm, ancestor, " in __subclasscheck__", (c) => isSubclass(vm, cls, c));
  if (ancestor instanceof PyType && !ancestor.type.builtin) {
    const hook = ancestor.type.guest("__subclasscheck__", "call");
    if (hook !== undefined) return isTrue(vm, vm.call(hook, [ancestor, cls]));
  }
  if (cls instanceof PyType && ancestor instanceof PyType) return cls.mro.includes(ancestor);
  if (cls instanceof PyClass && ancestor instanceof PyClass) return isOldSubclass(cls, ancestor);
  if (!(cls instanceof PyType) && !(cls instanceof PyClass))
    raiseError("TypeError", "issubclass() arg 1 must be a class");
  if (!(ancestor instanceof PyType) && !(ancestor instanceof PyClass))
    raiseError("TypeError", "issubclass() arg 2 must be a class or tuple of classes");
  return (
    cls instanceof PyType && ancestor instanceof PyClass && cls.mro.some((c) => c.dict === ancestor.dict)
  );
}

/** Forgets what is known about `type`, which has changed (only its attribute `name`, where one is given), and about its subclasses. */
export function touchClass(vm: VM, type: PyType, name?: string): void {
  const touched = new Set([type]);
  for (const each of touched) {
    if (name === undefined) each.known = null;
    else each.forget(name);
    for (const sub of each.subclasses) touched.add(sub);
  }
  vm.charge(4 * touched.size);
}
