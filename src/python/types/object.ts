/** `object`, `type`, None and the small singletons. */
import {
  NotImplemented,
  PyClassMethod,
  PyDict,
  PyInstance,
  PyList,
  PyOldInstance,
  PySlice,
  PyStaticMethod,
  PyTuple,
  PyUnicode,
} from "../objects/builtin-objects.ts";
import { PyFunction } from "../objects/frame.ts";
import type { VM } from "../objects/machine.ts";
import { isOperation, PyGetSet, PyMethodDescriptor, PyNative, registerNative } from "../objects/natives.ts";
import { raiseError } from "../objects/raise.ts";
import type { Keywords } from "../objects/slots.ts";
import { Table } from "../objects/table.ts";
import {
  builtinTypes,
  dictproxyType,
  ellipsisType,
  getsetType,
  memberType,
  methodDescriptorType,
  noneType,
  notImplementedType,
  objectType,
  PyType,
  sliceType,
  typeType,
} from "../objects/type.ts";
import { PyObject, type Value } from "../objects/values.ts";
import {
  bind,
  genericAttribute,
  genericDeleteAttribute,
  genericSetAttribute,
  hasDictionary,
  isDataDescriptor,
  raiseNoAttribute,
} from "../operations/attributes.ts";
import { makeClass, setBases, touchClass } from "../operations/classes.ts";
import {
  argumentName,
  drain,
  getAttribute,
  identity,
  isTrue,
  order,
  repr,
  str,
  typeName,
  typeOf,
  unwrap,
} from "../operations/index.ts";
import { asIndex } from "../operations/items.ts";
import { defaultRepr, qualifiedName } from "../operations/text.ts";
import { attributes, between, methods, none, one, rawMethod, unpacked } from "./define.ts";
import { fillLater } from "./fill-later.ts";
import { formatValue } from "./format.ts";
import { numberKind, toBig } from "./number-kinds.ts";
import { guarded } from "./recursion.ts";
import { sliceIndices } from "./slicing.ts";

const anything = (v: Value): Value => v;

/** Learners' classes get a plain instance; `object()` itself carries no dictionary. */
/** What an `object()` weighs, about, in bytes. */
const objectSize = 64;

function constructObject(vm: VM, cls: PyType, args: Value[], keywords: Keywords): Value {
  if (cls.builtin && cls !== objectType) raiseError("TypeError", `cannot create '${cls.name}' instances`);
  const hasOwn = cls.lookup("__init__");
  const extra = args.length > 0 || (keywords !== null && keywords.size > 0);
  if (extra && (hasOwn === undefined || hasOwn instanceof PyMethodDescriptor) && !overridesNew(cls))
    raiseError("TypeError", "object() takes no parameters");
  if (!cls.type.builtin) requireConcrete(vm, cls);
  if (cls === objectType) vm.allocate(objectSize);
  const made = new PyInstance(cls);
  if (cls === objectType) made.attributes = null;
  return made;
}

/** TypeError for a class that `abc.ABCMeta` made and that leaves methods to its subclasses. */
function requireConcrete(vm: VM, cls: PyType): void {
  const missing = cls.dict.get("__abstractmethods__");
  if (missing === undefined || !isTrue(vm, missing)) return;
  const names = drain(vm, missing)
    .sort((a, b) => order(vm, a, b))
    .map((name) => str(vm, name));
  raiseError(
    "TypeError",
    `Can't instantiate abstract class ${cls.name} with abstract methods ${names.join(", ")}`,
  );
}

function overridesNew(cls: PyType): boolean {
  return cls.mro.some((c) => !c.builtin && c.dict.has("__new__"));
}

/** What a function of `copy_reg` makes of a value: whoever names `__reduce__`, or imports `copy` or `pickle`, has that module. */
function reduce(vm: VM, name: string, args: Value[]): Value {
  return vm.call(getAttribute(vm, vm.import("copy_reg"), name), args);
}

/** An attribute name given as a value. */
function attributeName(v: Value): string {
  const plain = unwrap(v);
  if (typeof plain === "string") return plain;
  if (plain !== null && typeof plain === "object" && "value" in plain && typeof plain.value === "string")
    return plain.value;
  raiseError("TypeError", `attribute name must be string, not '${typeName(v)}'`);
}

function classDoc(type: PyType): Value {
  for (const c of type.mro) {
    const doc = c.builtin ? undefined : c.dict.get("__doc__");
    if (doc !== undefined) return doc;
  }
  return null;
}

function setClass(_vm: VM, self: Value, value: Value): void {
  if (!(value instanceof PyType))
    raiseError("TypeError", `__class__ must be set to new-style class, not '${typeName(value)}' object`);
  if (!(self instanceof PyObject) || self.type.builtin || value.builtin || value.layout !== self.type.layout)
    raiseError("TypeError", "__class__ assignment: only for heap types");
  if (value.restricted !== self.type.restricted)
    raiseError(
      "TypeError",
      `__class__ assignment: '${self.type.name}' object layout differs from '${value.name}'`,
    );
  self.type = value;
}

fillLater(objectType, () => {
  objectType.slots = {
    repr: (vm, self: Value) => defaultRepr(vm, self, typeOf(self)),
    construct: constructObject,
  };
  // object.__str__ is repr, also for a learner's __repr__: the slot asks again from the value's own class.
  objectType.slots.str = (vm, self: Value) => repr(vm, self);
  methods(objectType, anything, {
    __getattribute__: [
      one,
      (vm, self, name: Value) => {
        const text = attributeName(name);
        const found = genericAttribute(vm, self, typeOf(self), text);
        return found === undefined ? raiseNoAttribute(self, text) : found;
      },
    ],
    __setattr__: [
      between(2),
      (vm, self, name: Value, value: Value) => {
        genericSetAttribute(vm, self, typeOf(self), attributeName(name), value);
        return null;
      },
    ],
    __delattr__: [
      one,
      (vm, self, name: Value) => {
        genericDeleteAttribute(vm, self, typeOf(self), attributeName(name));
        return null;
      },
    ],
    __format__: [
      one,
      (vm, self, spec: Value) =>
        spec instanceof PyUnicode && numberKind(unwrap(self)) === 0
          ? new PyUnicode(formatValue(vm, self, spec.value, true))
          : formatValue(vm, self, str(vm, spec), false),
    ],
    __hash__: [none, (vm, self) => Math.floor(identity(vm, self) / 16)],
    __reduce__: [none, (vm, self) => reduce(vm, "_object_reduce", [self])],
    __reduce_ex__: [
      between(0, 1),
      (vm, self, protocol: Value = 0) => {
        if (toBig(protocol) === undefined) raiseError("TypeError", "an integer is required");
        return reduce(vm, "_object_reduce_ex", [self, protocol]);
      },
    ],
    __sizeof__: [none, () => 32],
  });
  attributes(objectType, anything, {
    __class__: {
      get: (_vm, self) => (self instanceof PyOldInstance ? self.cls : typeOf(self)),
      set: setClass,
    },
    __dict__: {
      get: (_vm, self) => {
        if (!(self instanceof PyObject) || !hasDictionary(self, self.type) || self.type.restricted)
          raiseNoAttribute(self, "__dict__");
        self.attributes ??= new Table();
        return new PyDict(self.attributes);
      },
      set: (_vm, self, value) => {
        if (!(value instanceof PyDict) || !(self instanceof PyObject))
          raiseError(
            "TypeError",
            self instanceof PyFunction
              ? "setting function's dictionary to a non-dict"
              : `__dict__ must be set to a dictionary, not a '${typeName(value)}'`,
          );
        self.attributes = value.table;
      },
    },
    __doc__: { get: (_vm, self) => classDoc(typeOf(self)) },
  });
  registerNative("object.__subclasshook__", () => NotImplemented);
  objectType.dict.set(
    "__subclasshook__",
    "__subclasshook__",
    new PyClassMethod(new PyNative("object.__subclasshook__", "__subclasshook__")),
  );
  registerNative("object.__new__", (vm, args, keywords) => {
    const cls = args[0];
    if (!(cls instanceof PyType))
      raiseError("TypeError", `object.__new__(X): X is not a type object (${typeName(cls ?? null)})`);
    const slot = cls.allSlots.construct;
    if (slot === undefined) raiseError("TypeError", `object.__new__(${cls.name}) is not safe`);
    const isOwn = slot === objectType.slots.construct;
    const extra = args.length > 1 || (keywords !== null && keywords.size > 0);
    if (isOwn && extra && cls.lookup("__init__") === objectType.dict.get("__init__"))
      raiseError("TypeError", "object() takes no parameters");
    // Extra arguments are for a learner's __init__.
    const rest = isOwn ? [] : args.slice(1);
    return slot(vm, cls as never, rest, isOwn ? null : keywords);
  });
  objectType.dict.set("__new__", "__new__", new PyStaticMethod(new PyNative("object.__new__", "__new__")));
  registerNative("object.__init__", (_vm, args, keywords) => {
    const type = typeOf(args[0] ?? null);
    const extra = args.length > 1 || (keywords !== null && keywords.size > 0);
    if (extra && type.layout === "object" && !overridesNew(type))
      raiseError("TypeError", "object.__init__() takes no parameters");
    return null;
  });
  objectType.dict.set(
    "__init__",
    "__init__",
    new PyMethodDescriptor("object.__init__", "__init__", objectType),
  );
});

/* type ------------------------------------------------------------------------------------------------ */

/** Attributes of a class: its metaclass's data descriptors, its own along the mro, the rest of its metaclass. */
function typeAttribute(vm: VM, self: PyType, name: string): Value | undefined {
  const ofMeta = self.type.lookup(name);
  if (ofMeta instanceof PyGetSet && (ofMeta.owner === typeType || name === "__class__"))
    return bind(vm, ofMeta, self, self.type);
  const own = self.lookup(name);
  if (own !== undefined && !isOfObject(own)) return bind(vm, own, undefined, self);
  return undefined;
}

function setTypeAttribute(vm: VM, self: PyType, name: string, value: Value): boolean {
  if (self.builtin) raiseError("TypeError", `can't set attributes of built-in/extension type '${self.name}'`);
  const ofMeta = self.type.lookup(name);
  if (ofMeta !== undefined && isDataDescriptor(ofMeta) && !isOfObject(ofMeta)) return false;
  self.dict.set(name, name, value);
  touchClass(vm, self, name);
  return true;
}

function deleteTypeAttribute(vm: VM, self: PyType, name: string): boolean {
  if (self.builtin) raiseError("TypeError", `can't set attributes of built-in/extension type '${self.name}'`);
  const ofMeta = self.type.lookup(name);
  // The library's own classes leave their module out.
  if (ofMeta !== undefined && isDataDescriptor(ofMeta) && !isOfObject(ofMeta) && name !== "__module__")
    return false;
  if (!self.dict.delete(name)) raiseError("AttributeError", name);
  touchClass(vm, self, name);
  return true;
}

function isOfObject(v: Value): boolean {
  return v instanceof PyGetSet && v.owner === objectType;
}

/** `type(name, bases, dict)`; `type(v)` too, though the machine usually answers that itself. */
function constructType(vm: VM, cls: PyType, args: Value[]): Value {
  if (args.length === 1 && cls === typeType) return typeOf(args[0] ?? null);
  if (args.length !== 3) raiseError("TypeError", "type() takes 1 or 3 arguments");
  const [name, bases, namespace] = args;
  if (typeof name !== "string")
    raiseError("TypeError", `type() argument 1 must be string, not ${argumentName(name)}`);
  if (!(bases instanceof PyTuple))
    raiseError("TypeError", `type() argument 2 must be tuple, not ${argumentName(bases)}`);
  if (!(namespace instanceof PyDict))
    raiseError("TypeError", `type() argument 3 must be dict, not ${argumentName(namespace)}`);
  const table = new Table();
  for (const key of namespace.table.keys)
    if (typeof key === "string") table.set(key, key, namespace.table.get(key) ?? null);
  return makeClass(vm, cls, name, bases.items, table);
}

/** Built in, or a class of the library that CPython writes in C: those have names with their module. */
function isType(type: PyType): boolean {
  return type.builtin || type.name.includes(".");
}

/** Exceptions live in their module. */
function builtinName(type: PyType): string {
  if (type.layout === "exception") return `exceptions.${type.name}`;
  return qualifiedName(type);
}

const receiveType = (v: Value) => (v instanceof PyType ? v : undefined);

function moduleOf(type: PyType): string {
  if (type.layout === "exception") return "exceptions";
  const dot = type.name.lastIndexOf(".");
  return dot < 0 ? "__builtin__" : type.name.slice(0, dot);
}

fillLater(typeType, () => {
  typeType.slots = {
    repr: (_vm, self: PyType) =>
      isType(self) ? `<type '${builtinName(self)}'>` : `<class '${qualifiedName(self)}'>`,
    getAttribute: typeAttribute,
    setAttribute: setTypeAttribute,
    deleteAttribute: deleteTypeAttribute,
    construct: constructType,
    hash: (vm, self: PyType) => Math.floor(identity(vm, self) / 16),
  };
  attributes(typeType, receiveType, {
    __name__: {
      get: (_vm, self) => self.name.slice(self.name.lastIndexOf(".") + 1),
      set: (_vm, self, value) => {
        if (self.builtin) raiseError("TypeError", `can't set ${self.name}.__name__`);
        if (typeof value !== "string")
          raiseError(
            "TypeError",
            `can only assign string to ${self.name}.__name__, not '${typeName(value)}'`,
          );
        self.name = value;
      },
    },
    __module__: {
      get: (_vm, self) => (isType(self) ? moduleOf(self) : (self.dict.get("__module__") ?? moduleOf(self))),
      set: (vm, self, value) => {
        self.dict.set("__module__", "__module__", value);
        touchClass(vm, self, "__module__");
      },
    },
    __bases__: {
      get: (_vm, self) => new PyTuple(self === objectType ? [] : self.bases.slice()),
      set: (vm, self, value) => setBases(vm, self, value),
    },
    __base__: { get: (_vm, self) => (self === objectType ? null : (self.bases[0] ?? null)) },
    __mro__: { get: (_vm, self) => new PyTuple(self.mro.slice()) },
    __dict__: {
      get: (_vm, self) => {
        const names = new PyDict(self.dict);
        names.type = dictproxyType;
        return names;
      },
    },
    __doc__: {
      get: (vm, self) => {
        const doc = self.dict.get("__doc__");
        return doc === undefined || doc instanceof PyGetSet ? null : bind(vm, doc, undefined, self);
      },
    },
  });
  methods(typeType, receiveType, {
    mro: [none, (_vm, self) => new PyList(self.mro.slice())],
    // NOT-PYTHON: of a built-in type only the built-in ones, since it is shared by all programs.
    __subclasses__: [
      none,
      (_vm, self) =>
        new PyList([...builtinTypes.filter(({ bases }) => bases[0] === self), ...self.subclasses]),
    ],
  });
  registerNative("type.__new__", (vm, args) => {
    const [metatype, ...rest] = args;
    if (!(metatype instanceof PyType))
      raiseError("TypeError", `type.__new__(X): X is not a type object (${typeName(metatype ?? null)})`);
    if (!metatype.mro.includes(typeType))
      raiseError("TypeError", `type.__new__(${metatype.name}): ${metatype.name} is not a subtype of type`);
    return constructType(vm, metatype, rest);
  });
  typeType.dict.set("__new__", "__new__", new PyStaticMethod(new PyNative("type.__new__", "__new__")));
  registerNative("type.__init__", () => null);
  typeType.dict.set("__init__", "__init__", new PyMethodDescriptor("type.__init__", "__init__", typeType));
  registerNative("type.__call__", (vm, args, keywords) => {
    const [cls, ...rest] = args;
    if (!(cls instanceof PyType)) raiseError("TypeError", "descriptor '__call__' requires a 'type' object");
    return typeCall(vm, cls, rest, keywords);
  });
  typeType.dict.set("__call__", "__call__", new PyMethodDescriptor("type.__call__", "__call__", typeType));
});

/** `type.__call__(cls, …)`, from a learner's metaclass: make, then initialise. */
function typeCall(vm: VM, cls: PyType, args: Value[], keywords: Keywords): Value {
  const make = cls.lookup("__new__");
  const made =
    make !== undefined && !(make instanceof PyStaticMethod && make.func instanceof PyNative)
      ? vm.call(bind(vm, make, undefined, cls), [cls, ...args], keywords)
      : constructBySlot(vm, cls, args, keywords);
  if (!typeOf(made).mro.includes(cls)) return made;
  const init = cls.lookup("__init__");
  if (init !== undefined) vm.call(bind(vm, init, made, cls), args, keywords);
  return made;
}

function constructBySlot(vm: VM, cls: PyType, args: Value[], keywords: Keywords): Value {
  const slot = cls.allSlots.construct;
  if (slot === undefined) raiseError("TypeError", `cannot create '${cls.name}' instances`);
  return slot(vm, cls as never, args, keywords);
}

/* the small ones --------------------------------------------------------------------------------------- */

fillLater(dictproxyType, () => {
  dictproxyType.slots = {
    repr: (vm, self: PyDict) => `dict_proxy(${str(vm, self)})`,
    str: (vm, self: PyDict) => repr(vm, new PyDict(self.table)),
    setItem: () => raiseError("TypeError", "'dictproxy' object does not support item assignment"),
    deleteItem: () => raiseError("TypeError", "'dictproxy' object does not support item deletion"),
  };
});
fillLater(noneType, () => {
  noneType.slots = {
    repr: () => "None",
    truth: () => false,
    hash: () => 0x7e0000,
  };
});
fillLater(ellipsisType, () => {
  ellipsisType.slots = { repr: () => "Ellipsis" };
});
fillLater(notImplementedType, () => {
  notImplementedType.slots = { repr: () => "NotImplemented" };
});
const fillDescriptor = (type: PyType, kind: string): void => {
  type.slots = {
    repr: (_vm, self: PyGetSet) => `<${kind} '${self.name}' of '${self.owner.name}' objects>`,
  };
  const receive = (v: Value) => (v instanceof PyGetSet ? v : undefined);
  attributes(type, receive, {
    __name__: { get: (_vm, self) => self.name },
    __objclass__: { get: (_vm, self) => self.owner },
  });
  methods(type, receive, {
    __get__: [
      unpacked(1, 2),
      (vm, self, instance: Value, owner?: Value) =>
        bind(vm, self, instance ?? undefined, owner instanceof PyType ? owner : typeOf(instance)),
    ],
    __set__: [
      unpacked(2),
      (vm, self, instance: Value, value: Value) => {
        genericSetAttribute(vm, instance, typeOf(instance), self.name, value);
        return null;
      },
    ],
  });
};
fillLater(getsetType, () => fillDescriptor(getsetType, "attribute"));
fillLater(memberType, () => fillDescriptor(memberType, "member"));
fillLater(methodDescriptorType, () => {
  methodDescriptorType.slots = {
    repr: (_vm, self: PyMethodDescriptor) =>
      isOperation(self.key)
        ? `<slot wrapper '${self.name}' of '${self.owner.name}' objects>`
        : `<method '${self.name}' of '${self.owner.name}' objects>`,
  };
  attributes(methodDescriptorType, (v) => (v instanceof PyMethodDescriptor ? v : undefined), {
    __name__: { get: (_vm, self) => self.name },
    __objclass__: { get: (_vm, self) => self.owner },
  });
  rawMethod(methodDescriptorType, "__call__", (vm, [self = null, ...rest], keywords) =>
    vm.call(self, rest, keywords),
  );
  rawMethod(methodDescriptorType, "__get__", (vm, [self = null, instance = null, owner]) =>
    bind(vm, self, instance ?? undefined, owner instanceof PyType ? owner : typeOf(instance)),
  );
});

const receiveSlice = (v: Value) => (v instanceof PySlice ? v : undefined);
fillLater(sliceType, () => {
  sliceType.slots = {
    repr: (vm, self: PySlice) =>
      guarded(vm, self, "slice(...)", () => {
        const parts = [self.start, self.stop, self.step].map((part) => repr(vm, part));
        return `slice(${parts.join(", ")})`;
      }),
    hash: () => raiseError("TypeError", "unhashable type"),
    order: (vm, self: PySlice, other) =>
      other instanceof PySlice
        ? order(
            vm,
            new PyTuple([self.start, self.stop, self.step]),
            new PyTuple([other.start, other.stop, other.step]),
          )
        : undefined,
    construct: (_vm, _cls, args) => {
      const [a = null, b = null, c = null] = unpacked(1, 3)("slice", args, null);
      return args.length === 1 ? new PySlice(null, a, null) : new PySlice(a, b, c);
    },
  };
  attributes(sliceType, receiveSlice, {
    start: { get: (_vm, self) => self.start },
    stop: { get: (_vm, self) => self.stop },
    step: { get: (_vm, self) => self.step },
  });
  methods(sliceType, receiveSlice, {
    __reduce__: [
      none,
      (_vm, self) => new PyTuple([sliceType, new PyTuple([self.start, self.stop, self.step])]),
    ],
    indices: [
      one,
      (vm, self, size: Value) => {
        const problem = `'${typeName(size)}' object cannot be interpreted as an index`;
        const { start, stop, step } = sliceIndices(vm, self, asIndex(vm, size, problem));
        return new PyTuple([start, stop, step]);
      },
    ],
  });
});
