/** Functions, methods, code, frames, modules, and the descriptors `property`, `staticmethod`, `classmethod` and `super`. */
import { isHiddenFile } from "../library/manifest.ts";
import { localsOf } from "../machine/frames.ts";
import {
  PyClassMethod,
  PyDict,
  PyModule,
  PyProperty,
  PyStaticMethod,
  PySuper,
  PyTuple,
  PyUnicode,
} from "../objects/builtin-objects.ts";
import { PyCell, PyCode, PyFrame, PyFunction, PyMethod, PyTraceback } from "../objects/frame.ts";
import type { VM } from "../objects/machine.ts";
import { PyNative } from "../objects/natives.ts";
import { raiseError } from "../objects/raise.ts";
import type { Keywords } from "../objects/slots.ts";
import { Table } from "../objects/table.ts";
import {
  cellType,
  classmethodType,
  codeType,
  frameType,
  functionType,
  methodType,
  methodWrapperType,
  moduleType,
  nativeType,
  PyType,
  propertyType,
  staticmethodType,
  superType,
  tracebackType,
} from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { address } from "../operations/identity.ts";
import {
  argumentName,
  bind,
  equals,
  findAttribute,
  hash,
  isCallable,
  isInstance,
  repr,
  setAttribute,
  typeName,
  typeOf,
} from "../operations/index.ts";
import { attributes, between, methods, named, one, rawMethod, unpacked } from "./define.ts";
import { fillLater } from "./fill-later.ts";
import { shownFrame, shownLevel } from "./frames.ts";
import { moduleOperation } from "./module-access.ts";

/* functions --------------------------------------------------------------------------------------------- */

const functionName = {
  get: (_vm: VM, self: PyFunction) => self.name,
  set: (_vm: VM, self: PyFunction, value: Value) => {
    if (typeof value !== "string") raiseError("TypeError", "__name__ must be set to a string object");
    self.name = value;
  },
};
const functionDoc = {
  get: (_vm: VM, self: PyFunction) => self.doc,
  set: (_vm: VM, self: PyFunction, value: Value) => {
    self.doc = value;
  },
};
const functionCode = {
  get: (_vm: VM, self: PyFunction) => self.code,
  set: (_vm: VM, self: PyFunction, value: Value) => {
    if (!(value instanceof PyCode)) raiseError("TypeError", "__code__ must be set to a code object");
    const [needs, has] = [value.freevars.length, self.closure.length];
    if (needs !== has)
      raiseError("ValueError", `${self.name}() requires a code object with ${has} free vars, not ${needs}`);
    self.code = value;
  },
};
const functionDefaults = {
  get: (_vm: VM, self: PyFunction) => (self.defaults.length === 0 ? null : new PyTuple(self.defaults)),
  set: (_vm: VM, self: PyFunction, value: Value) => {
    if (value !== null && !(value instanceof PyTuple))
      raiseError("TypeError", "__defaults__ must be set to a tuple object");
    self.defaults = value?.items ?? [];
  },
};
const functionGlobals = { get: (_vm: VM, self: PyFunction) => new PyDict(self.globals) };
const functionClosure = {
  get: (_vm: VM, self: PyFunction) => (self.closure.length === 0 ? null : new PyTuple(self.closure.slice())),
};

/** `types.FunctionType(code, globals, name, argdefs, closure)`. */
function constructFunction(args: Value[], keywords: Keywords): Value {
  const names = ["code", "globals", "name", "argdefs", "closure"];
  const [code, globals, name, defaults, closure] = named(2, ...names)("function", args, keywords);
  if (!(code instanceof PyCode))
    raiseError("TypeError", `function() argument 1 must be code, not ${argumentName(code)}`);
  if (!(globals instanceof PyDict))
    raiseError("TypeError", `function() argument 2 must be dict, not ${argumentName(globals)}`);
  const cells = closure instanceof PyTuple ? closure.items.filter((cell) => cell instanceof PyCell) : [];
  if (cells.length !== code.freevars.length)
    raiseError(
      "ValueError",
      `${code.name} requires closure of length ${code.freevars.length}, not ${cells.length}`,
    );
  const doc = code.constants[0];
  const made = new PyFunction(
    code,
    globals.table,
    defaults instanceof PyTuple ? defaults.items : [],
    cells,
    typeof doc === "string" || doc instanceof PyUnicode ? doc : null,
  );
  if (typeof name === "string") made.name = name;
  return made;
}

fillLater(functionType, () => {
  functionType.slots = {
    // A function of a module that CPython writes in C.
    repr: (vm, self: PyFunction) =>
      isHiddenFile(self.code.filename)
        ? `<built-in function ${self.name}>`
        : `<function ${self.name} at ${address(vm, self)}>`,
    construct: (_vm, _cls, args, keywords) => constructFunction(args, keywords),
  };
  attributes(functionType, (v) => (v instanceof PyFunction ? v : undefined), {
    func_name: functionName,
    __name__: functionName,
    func_doc: functionDoc,
    __doc__: functionDoc,
    func_code: functionCode,
    __code__: functionCode,
    func_defaults: functionDefaults,
    __defaults__: functionDefaults,
    func_globals: functionGlobals,
    __globals__: functionGlobals,
    func_closure: functionClosure,
    func_dict: {
      get: (_vm, self) => {
        self.attributes ??= new Table();
        return new PyDict(self.attributes);
      },
      set: (vm, self, value) => setAttribute(vm, self, "__dict__", value),
    },
    __closure__: functionClosure,
    // NOT-PYTHON: a module that was assigned lies in the function's dictionary.
    __module__: {
      get: (_vm, self) => {
        const own = self.attributes?.get("__module__");
        return own === undefined ? (self.globals.get("__name__") ?? null) : own;
      },
      set: (_vm, self, value) => {
        self.attributes ??= new Table();
        self.attributes.set("__module__", "__module__", value);
      },
    },
  });
  methods(functionType, (v) => (v instanceof PyFunction ? v : undefined), {
    __get__: [
      unpacked(1, 2),
      (_vm, self, instance: Value, owner?: Value) =>
        new PyMethod(self, instance === null ? undefined : instance, owner ?? typeOf(instance)),
    ],
  });
  callable(functionType);
});

/** `f.__call__(…)`, of everything that the machine calls by itself. */
function callable(type: PyType): void {
  rawMethod(type, "__call__", (vm, [self = null, ...rest], keywords) => vm.call(self, rest, keywords));
}

fillLater(cellType, () => {
  cellType.slots = {
    repr: (vm, self: PyCell) =>
      `<cell at ${address(vm, self)}: ${self.value === undefined ? "empty" : `${typeName(self.value)} object at ${address(vm, self.value)}`}>`,
  };
  attributes(cellType, (v) => (v instanceof PyCell ? v : undefined), {
    cell_contents: { get: (_vm, self) => self.value ?? raiseError("ValueError", "Cell is empty") },
  });
});

/* methods ------------------------------------------------------------------------------------------------ */

/** `module.Class` or `Class` as bound and unbound methods print it. */
function ownerName(owner: Value): string {
  return owner !== null && typeof owner === "object" && "name" in owner ? String(owner.name) : "?";
}

function reprMethod(vm: VM, self: PyMethod): string {
  const name = findAttribute(vm, self.func, "__name__");
  const full = `${ownerName(self.owner)}.${typeof name === "string" ? name : "?"}`;
  return self.self === undefined
    ? `<unbound method ${full}>`
    : `<bound method ${full} of ${repr(vm, self.self)}>`;
}

const methodSelf = { get: (_vm: VM, self: PyMethod) => self.self ?? null };
const methodFunction = { get: (_vm: VM, self: PyMethod) => self.func };
fillLater(methodType, () => {
  methodType.slots = {
    repr: reprMethod,
    compare: (vm, operator, self: PyMethod, other) => {
      if (!(other instanceof PyMethod) || (operator !== "Eq" && operator !== "NotEq")) return undefined;
      const same =
        self.func === other.func &&
        (self.self === undefined) === (other.self === undefined) &&
        (self.self === undefined || equals(vm, self.self, other.self ?? null));
      return same === (operator === "Eq");
    },
    hash: (vm, self: PyMethod) =>
      (hash(vm, self.func) ^ (self.self === undefined ? 0 : hash(vm, self.self))) | 0,
    getAttribute: (vm, self: PyMethod, name) =>
      methodType.dict.has(name) || name === "__class__" ? undefined : findAttribute(vm, self.func, name),
    setAttribute: (_vm, _self, name) =>
      raiseError("AttributeError", `'instancemethod' object has no attribute '${name}'`),
    construct: (vm, _cls, args, keywords) => {
      const [func = null, self = null, owner] = unpacked(2, 3)("instancemethod", args, keywords);
      if (!isCallable(vm, func)) raiseError("TypeError", "first argument must be callable");
      if (self === null && (owner ?? null) === null)
        raiseError("TypeError", "unbound methods must have non-NULL im_class");
      return new PyMethod(func, self === null ? undefined : self, owner ?? typeOf(self ?? null));
    },
  };
  attributes(methodType, (v) => (v instanceof PyMethod ? v : undefined), {
    im_self: methodSelf,
    __self__: methodSelf,
    im_func: methodFunction,
    __func__: methodFunction,
    im_class: { get: (_vm, self) => self.owner },
    __doc__: { get: (vm, self) => findAttribute(vm, self.func, "__doc__") ?? null },
  });
  callable(methodType);
});

fillLater(methodWrapperType, () => {
  methodWrapperType.slots = {
    ...nativeType.slots,
    repr: (vm, self: PyNative) =>
      `<method-wrapper '${self.name}' of ${typeName(self.self ?? null)} object at ${address(vm, self.self ?? null)}>`,
  };
  attributes(methodWrapperType, (v) => (v instanceof PyNative ? v : undefined), {
    __name__: { get: (_vm, self) => self.name },
    __self__: { get: (_vm, self) => self.self ?? null },
  });
  callable(methodWrapperType);
});
fillLater(nativeType, () => {
  nativeType.slots = {
    repr: (vm, self: PyNative) =>
      self.self === undefined
        ? `<built-in function ${self.name}>`
        : `<built-in method ${self.name} of ${typeName(self.self)} object at ${address(vm, self.self)}>`,
    compare: (_vm, operator, self: PyNative, other) => {
      if (!(other instanceof PyNative) || (operator !== "Eq" && operator !== "NotEq")) return undefined;
      return (self.key === other.key && self.self === other.self) === (operator === "Eq");
    },
    hash: (vm, self: PyNative) => (self.self === undefined ? 0 : hash(vm, self.self)) ^ hash(vm, self.name),
  };
  attributes(nativeType, (v) => (v instanceof PyNative ? v : undefined), {
    __name__: { get: (_vm, self) => self.name },
    __self__: { get: (_vm, self) => self.self ?? null },
    __module__: {
      get: (_vm, self) =>
        self.self === undefined ? (/^_?(\w+)\./.exec(self.key)?.[1] ?? "__builtin__") : null,
    },
    __doc__: { get: () => null },
  });
  callable(nativeType);
});

/* code, frames, tracebacks ------------------------------------------------------------------------------- */

fillLater(codeType, () => {
  codeType.slots = {
    repr: (vm, self: PyCode) =>
      `<code object ${self.name} at ${address(vm, self)}, file "${self.filename}", line ${self.firstLine}>`,
  };
  attributes(codeType, (v) => (v instanceof PyCode ? v : undefined), {
    co_name: { get: (_vm, self) => self.name },
    co_filename: { get: (_vm, self) => self.filename },
    co_firstlineno: { get: (_vm, self) => self.firstLine },
    co_argcount: { get: (_vm, self) => self.argcount },
    co_varnames: { get: (_vm, self) => new PyTuple(self.varnames.slice()) },
    co_names: { get: (_vm, self) => new PyTuple(self.names.slice()) },
    co_freevars: { get: (_vm, self) => new PyTuple(self.freevars.slice()) },
    co_cellvars: { get: (_vm, self) => new PyTuple(self.cellvars.slice()) },
    co_nlocals: { get: (_vm, self) => self.varnames.length },
    co_stacksize: { get: (_vm, self) => self.stackSize },
    co_flags: { get: (_vm, self) => self.flags },
    co_consts: { get: (_vm, self) => new PyTuple(self.constants.slice()) },
  });
});

fillLater(frameType, () => {
  frameType.slots = { repr: (vm, self: PyFrame) => `<frame object at ${address(vm, self)}>` };
  attributes(frameType, (v) => (v instanceof PyFrame ? v : undefined), {
    f_code: { get: (_vm, self) => self.code },
    f_globals: { get: (_vm, self) => new PyDict(self.globals) },
    f_locals: { get: (_vm, self) => new PyDict(localsOf(self)) },
    f_lineno: { get: (_vm, self) => self.line },
    f_back: { get: (_vm, self) => shownFrame(self.back) },
    f_builtins: { get: ({ interpreter }) => new PyDict(interpreter.builtins) },
    f_restricted: { get: () => 0 },
    f_trace: { get: () => null },
    f_lasti: { get: (_vm, self) => self.pc },
  });
});

fillLater(tracebackType, () => {
  tracebackType.slots = { repr: (vm, self: PyTraceback) => `<traceback object at ${address(vm, self)}>` };
  attributes(tracebackType, (v) => (v instanceof PyTraceback ? v : undefined), {
    tb_frame: { get: (_vm, self) => self.frame },
    tb_lineno: { get: (_vm, self) => self.line },
    tb_next: { get: (_vm, self) => shownLevel(self.next) },
    tb_lasti: { get: (_vm, self) => self.frame.pc },
  });
});

/* modules ------------------------------------------------------------------------------------------------ */

fillLater(moduleType, () => {
  moduleType.slots = {
    repr: (_vm, self: PyModule) => {
      const file = self.dict.get("__file__");
      return `<module '${self.name}' ${typeof file === "string" ? `from '${file}'` : "(built-in)"}>`;
    },
    getAttribute: (vm, self: PyModule, name) => {
      if (name === "__dict__") return new PyDict(self.dict);
      const found = self.dict.get(name);
      return found === undefined && self.name === "sys" ? restOfSys(vm, self, name) : found;
    },
    setAttribute: (_vm, self: PyModule, name, value) => {
      self.dict.set(name, name, value);
      return true;
    },
    deleteAttribute: (_vm, self: PyModule, name) => {
      if (!self.dict.delete(name)) raiseError("AttributeError", name);
      return true;
    },
    construct: (_vm, _cls, args, keywords) => {
      const [name, doc] = named(1, "name", "doc")("module.__init__", args, keywords);
      if (typeof name !== "string")
        raiseError("TypeError", `module.__init__() argument 1 must be string, not ${argumentName(name)}`);
      const module = new PyModule(name);
      module.dict.set("__name__", "__name__", name);
      module.dict.set("__doc__", "__doc__", doc ?? null);
      return module;
    },
    visible: moduleOperation,
  };
});

/** What `sys` has besides: the exception being handled, and what the library's module `_sys` adds when it is first asked for. */
function restOfSys(vm: VM, { dict }: PyModule, name: string): Value | undefined {
  const field = /^exc_(type|value|traceback)$/.exec(name)?.[1];
  if (field !== undefined) return vm.handled()?.[field as "type" | "value" | "traceback"] ?? null;
  if (vm.interpreter.modules.has("_sys") || vm.host.library?.code("_sys") === undefined) return undefined;
  vm.import("_sys");
  return dict.get(name);
}

/* property, staticmethod, classmethod --------------------------------------------------------------------- */

const receiveProperty = (v: Value) => (v instanceof PyProperty ? v : undefined);
fillLater(propertyType, () => {
  propertyType.slots = {
    get: (vm, self: PyProperty, instance) => {
      if (instance === undefined) return self;
      if (self.fget === null) raiseError("AttributeError", "unreadable attribute");
      return vm.call(self.fget, [instance]);
    },
    set: (vm, self: PyProperty, instance, value) => {
      if (self.fset === null) raiseError("AttributeError", "can't set attribute");
      vm.call(self.fset, [instance, value]);
    },
    construct: (vm, cls: PyType, args, keywords) => {
      const [fget, fset, fdel, doc] = named(0, "fget", "fset", "fdel", "doc")("property", args, keywords);
      const text = doc ?? (fget === undefined || fget === null ? null : findAttribute(vm, fget, "__doc__"));
      const made = new PyProperty(fget ?? null, fset ?? null, fdel ?? null, text ?? null);
      made.type = cls;
      return made;
    },
  };
  methods(propertyType, receiveProperty, {
    getter: [one, (_vm, p, f: Value) => new PyProperty(f, p.fset, p.fdel, p.doc)],
    setter: [one, (_vm, p, f: Value) => new PyProperty(p.fget, f, p.fdel, p.doc)],
    deleter: [one, (_vm, p, f: Value) => new PyProperty(p.fget, p.fset, f, p.doc)],
  });
  rawMethod(propertyType, "__delete__", (vm, [p = null, instance = null]) => {
    const fdel = receiveProperty(p)?.fdel ?? null;
    return fdel === null ? raiseError("AttributeError", "can't delete attribute") : vm.call(fdel, [instance]);
  });
  attributes(propertyType, receiveProperty, {
    fget: { get: (_vm, self) => self.fget },
    fset: { get: (_vm, self) => self.fset },
    fdel: { get: (_vm, self) => self.fdel },
    __doc__: { get: (_vm, self) => self.doc },
  });
});

fillLater(staticmethodType, () => {
  staticmethodType.slots = {
    get: (_vm, self: PyStaticMethod) => self.func,
    construct: (_vm, _cls, args, keywords) =>
      new PyStaticMethod(unpacked(1)("staticmethod", args, keywords)[0] ?? null),
  };
  attributes(staticmethodType, (v) => (v instanceof PyStaticMethod ? v : undefined), {
    __func__: { get: (_vm, self) => self.func },
  });
});

/** What a class method becomes for `owner`: the function bound to the class. */
function bindClassMethod(func: Value, owner: Value): Value {
  return new PyMethod(func, owner, typeOf(owner));
}

fillLater(classmethodType, () => {
  classmethodType.slots = {
    get: (_vm, self: PyClassMethod, _instance, owner) => bindClassMethod(self.func, owner),
    construct: (_vm, _cls, args, keywords) =>
      new PyClassMethod(unpacked(1)("classmethod", args, keywords)[0] ?? null),
  };
  attributes(classmethodType, (v) => (v instanceof PyClassMethod ? v : undefined), {
    __func__: { get: (_vm, self) => self.func },
  });
});

/* super ---------------------------------------------------------------------------------------------------- */

/** The class whose mro `super` walks: that of the object, or the object itself when it is a class. */
function superOwner(self: PySuper): PyType | undefined {
  if (self.self === undefined) return undefined;
  if (self.self instanceof PyType && self.self.mro.includes(self.start)) return self.self;
  return typeOf(self.self);
}

function superAttribute(vm: VM, self: PySuper, name: string): Value | undefined {
  const owner = superOwner(self);
  if (owner === undefined || name === "__class__") return undefined;
  for (const c of owner.mro.slice(owner.mro.indexOf(self.start) + 1)) {
    const found = c.dict.get(name);
    if (found !== undefined) return bind(vm, found, self.self === owner ? undefined : self.self, owner);
  }
  return undefined;
}

fillLater(superType, () => {
  superType.slots = {
    repr: (_vm, self: PySuper) => {
      const what = self.self === undefined ? "NULL" : `<${superOwner(self)?.name} object>`;
      return `<super: <class '${self.start.name}'>, ${what}>`;
    },
    getAttribute: superAttribute,
    get: (_vm, self: PySuper, instance) =>
      instance === undefined || self.self !== undefined ? self : new PySuper(self.start, instance),
    construct: (vm, _cls, args, keywords) => {
      const [start, self] = between(1, 2)("super", args, keywords);
      if (!(start instanceof PyType))
        raiseError("TypeError", `super() argument 1 must be type, not ${argumentName(start)}`);
      if (self === undefined || self === null) return new PySuper(start, undefined);
      const isClass = self instanceof PyType && self.mro.includes(start);
      if (!isClass && !isInstance(vm, self, start))
        raiseError("TypeError", "super(type, obj): obj must be an instance or subtype of type");
      return new PySuper(start, self);
    },
  };
  attributes(superType, (v) => (v instanceof PySuper ? v : undefined), {
    __thisclass__: { get: (_vm, self) => self.start },
    __self__: { get: (_vm, self) => self.self ?? null },
    __self_class__: { get: (_vm, self) => superOwner(self) ?? null },
  });
});
