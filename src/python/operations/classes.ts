/**
 * New-style classes as objects: making them, the C3 linearisation (CPython's `mro_implementation`), and the questions
 * `isinstance` and `issubclass`.
 */
import { PyClass, PyOldInstance, PyStaticMethod, PyTuple } from "../objects/builtin-objects.ts";
import { PyException } from "../objects/exception.ts";
import { PyFunction } from "../objects/frame.ts";
import type { VM } from "../objects/machine.ts";
import { caught, raiseError } from "../objects/raise.ts";
import type { Table } from "../objects/table.ts";
import { type Layout, objectType, PyType, typeType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { findAttribute } from "./attributes.ts";
import { isTrue } from "./truth.ts";
import { guestSpecial, lookupType, typeName, typeOf } from "./type-of.ts";

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

/** `type(name, bases, dict)` for the metatype the bases ask for. The namespace becomes the class's own. */
export function makeClass(vm: VM, metatype: PyType, name: string, bases: Value[], namespace: Table): PyType {
  if (bases.length > 0 && bases.every((base) => base instanceof PyClass))
    raiseError("TypeError", "a new-style class can't have only classic bases");
  const parents = bases.length === 0 ? [objectType] : bases.map(asBase);
  const winner = calculateMetatype(metatype, parents);
  const layout = bestLayout(parents);
  const made = new PyType(winner, name, parents, namespace, layout, false);
  made.mro = [made, ...linearise(parents)];
  made.restricted = isRestricted(made);
  for (const parent of parents) if (!parent.builtin) parent.subclasses.push(made);
  completeNamespace(vm, namespace);
  return made;
}

/** `__module__`, `__doc__`, and `__new__` as the static method it is. */
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
function asBase(base: Value): PyType {
  if (base instanceof PyClass) return wrapOldClass(base);
  if (!(base instanceof PyType)) raiseError("TypeError", "a new-style class can't have only classic bases");
  if (final.has(base.name) && base.builtin)
    raiseError("TypeError", `type '${base.name}' is not an acceptable base type`);
  return base;
}

function wrapOldClass(cls: PyClass): PyType {
  const bases = cls.bases.map(wrapOldClass);
  const type = new PyType(
    typeType,
    cls.name,
    bases.length === 0 ? [objectType] : bases,
    cls.dict,
    "object",
    false,
  );
  type.mro = [type, ...linearise(type.bases)];
  return type;
}

/** The most derived metatype among `metatype` and those of the bases. */
function calculateMetatype(metatype: PyType, bases: PyType[]): PyType {
  let winner = metatype;
  for (const base of bases) {
    if (winner.mro.includes(base.type)) continue;
    if (base.type.mro.includes(winner)) winner = base.type;
    else
      raiseError(
        "TypeError",
        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
      );
  }
  return winner;
}

/** The host layout instances need; two different ones cannot be combined. */
function bestLayout(bases: PyType[]): Layout {
  let best: Layout = "object";
  for (const base of bases) {
    if (base.layout === "object" || base.layout === best) continue;
    if (best !== "object") raiseError("TypeError", "multiple bases have instance lay-out conflict");
    best = base.layout;
  }
  return best;
}

/** True when every learner's class of the mro declares `__slots__` without `__dict__`, on plain objects. */
function isRestricted(type: PyType): boolean {
  return (
    type.layout === "object" &&
    type.mro.every((c) => c === objectType || (!c.builtin && c.dict.has("__slots__")))
  );
}

/** The rest of the mro of a class with these bases (C3: https://www.python.org/download/releases/2.3/mro/). */
function linearise(bases: PyType[]): PyType[] {
  if (new Set(bases).size !== bases.length) {
    const twice = bases.find((base, i) => bases.indexOf(base) !== i);
    raiseError("TypeError", `duplicate base class ${twice?.name}`);
  }
  const lists = [...bases.map((base) => base.mro.slice()), bases.slice()].filter((list) => list.length > 0);
  const merged: PyType[] = [];
  while (lists.some((list) => list.length > 0)) {
    const head = nextHead(lists);
    if (head === undefined) raiseNoOrder(lists);
    merged.push(head);
    for (const list of lists) if (list[0] === head) list.shift();
  }
  return merged;
}

/** The first head that is in no list's tail. */
function nextHead(lists: PyType[][]): PyType | undefined {
  for (const list of lists) {
    const head = list[0];
    if (head !== undefined && !lists.some((other) => other.indexOf(head) > 0)) return head;
  }
  return undefined;
}

function raiseNoOrder(lists: PyType[][]): never {
  const names = new Set(lists.flatMap((list) => (list[0] === undefined ? [] : [list[0].name])));
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
      const hook = guestSpecial(cls.type, "__instancecheck__", "call");
      if (hook !== undefined) return isTrue(vm, vm.call(hook, [cls, v]));
    }
    return claimsClass(vm, v, cls);
  }
  if (cls instanceof PyClass) return isOldInstance(v, cls);
  if (cls instanceof PyTuple) return cls.items.some((c) => isInstance(vm, v, c));
  raiseError("TypeError", "isinstance() arg 2 must be a class, type, or tuple of classes and types");
}

/** A `__class__` property may claim another class than the type's. */
function claimsClass(vm: VM, v: Value, cls: PyType): boolean {
  const type = typeOf(v);
  if (type.builtin) return false;
  const claim = lookupType(type, "__class__");
  if (claim === undefined || typeName(claim) !== "property") return false;
  const claimed = findAttribute(vm, v, "__class__");
  return claimed instanceof PyType && claimed.mro.includes(cls);
}

function isOldInstance(v: Value, cls: PyClass): boolean {
  if (v instanceof PyOldInstance) return isOldSubclass(v.cls, cls);
  return typeOf(v).mro.some((c) => c.dict === cls.dict);
}

/** True when the old-style `cls` is `ancestor` or derives from it. */
function isOldSubclass(cls: PyClass, ancestor: PyClass): boolean {
  return cls === ancestor || cls.bases.some((base) => isOldSubclass(base, ancestor));
}

/** `issubclass(cls, ancestor)`; `ancestor` may be a tuple of classes. */
export function isSubclass(vm: VM, cls: Value, ancestor: Value): boolean {
  if (ancestor instanceof PyTuple) return ancestor.items.some((c) => isSubclass(vm, cls, c));
  if (ancestor instanceof PyType && !ancestor.type.builtin) {
    const hook = guestSpecial(ancestor.type, "__subclasscheck__", "call");
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

/** Tells the caches that `type` changed; its subclasses too. */
export function touchClass(type: PyType): void {
  type.version++;
  for (const sub of type.subclasses) touchClass(sub);
}
