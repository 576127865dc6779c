/**
 * The catalogue of this room for images: every class an object of a Python heap can have, and every object that is shared
 * by all interpreters and therefore referred to by name.
 */
import { createBuiltins } from "./builtins/index.ts";
import { countModules } from "./modules/index.ts";
import {
  Ellipsis,
  NotImplemented,
  PyClass,
  PyClassMethod,
  PyComplex,
  PyDict,
  PyFile,
  PyFloat,
  PyInstance,
  PyInt,
  PyIterator,
  PyList,
  PyModule,
  PyOldInstance,
  PyProperty,
  PySet,
  PySlice,
  PyStaticMethod,
  PySuper,
  PyTuple,
  PyUnicode,
  PyView,
  PyXrange,
} from "./objects/builtin-objects.ts";
import { bufferType, PyByteArray, PyByteView } from "./objects/bytes.ts";
import { baseExceptionType, PyException } from "./objects/exception.ts";
import {
  PyCell,
  PyCode,
  PyFrame,
  PyFunction,
  PyGenerator,
  PyMethod,
  PyTraceback,
  Thread,
} from "./objects/frame.ts";
import { Interpreter } from "./objects/interpreter.ts";
import { lockType, PyLock } from "./objects/lock.ts";
import { PyGetSet, PyMethodDescriptor, PyNative, sharedNatives } from "./objects/natives.ts";
import { matchType, PyMatch, PyPattern } from "./objects/pattern.ts";
import { Table } from "./objects/table.ts";
import { builtinTypes, dictKeysType, objectType, PyType, typeType } from "./objects/type.ts";
import { PyObject } from "./objects/values.ts";

/** One class of the heap; the image room's `Shape`. */
interface PythonShape {
  name: string;
  class: abstract new (...parameters: never) => object;
  blank(): object;
  /** Immutable: copies of the world share the instance. */
  shared?: boolean | ((instance: never) => boolean);
  /** Fields that are left as `blank` makes them. */
  transient?: readonly string[];
}

const isPlain = (v: PyObject): boolean => v.type.builtin && v.attributes === null;

/** Made when the first image is. */
let emptyCode: PyCode | undefined;

function blankCode(): PyCode {
  emptyCode ??= new PyCode();
  return emptyCode;
}

function blankFrame(): PyFrame {
  return new PyFrame(blankCode(), new Table(), null);
}

/** Every class of the Python heap. */
export const pythonShapes: readonly PythonShape[] = [
  { name: "Table", class: Table, blank: () => new Table() },
  { name: "Thread", class: Thread, blank: () => new Thread() },
  { name: "Interpreter", class: Interpreter, blank: () => new Interpreter(new Table()) },
  { name: "PyInt", class: PyInt, blank: () => new PyInt(0n), shared: true },
  { name: "PyFloat", class: PyFloat, blank: () => new PyFloat(0), shared: isPlain },
  { name: "PyComplex", class: PyComplex, blank: () => new PyComplex(0, 0), shared: isPlain },
  { name: "PyUnicode", class: PyUnicode, blank: () => new PyUnicode(""), shared: isPlain },
  { name: "PyTuple", class: PyTuple, blank: () => new PyTuple([]) },
  { name: "PyList", class: PyList, blank: () => new PyList([]) },
  { name: "PyDict", class: PyDict, blank: () => new PyDict() },
  { name: "PyByteArray", class: PyByteArray, blank: () => new PyByteArray("") },
  { name: "PyByteView", class: PyByteView, blank: () => new PyByteView(bufferType, "", 0, null) },
  { name: "PyView", class: PyView, blank: () => new PyView(dictKeysType, new PyDict()) },
  { name: "PySet", class: PySet, blank: () => new PySet() },
  { name: "PyInstance", class: PyInstance, blank: () => new PyInstance(objectType) },
  { name: "PyClass", class: PyClass, blank: () => new PyClass("", [], new Table()) },
  {
    name: "PyOldInstance",
    class: PyOldInstance,
    blank: () => new PyOldInstance(new PyClass("", [], new Table())),
  },
  { name: "PyModule", class: PyModule, blank: () => new PyModule("") },
  { name: "PyFile", class: PyFile, blank: () => new PyFile("", "") },
  { name: "PyLock", class: PyLock, blank: () => new PyLock(lockType, "", 0) },
  { name: "PyPattern", class: PyPattern, blank: () => new PyPattern(null, "") },
  {
    name: "PyMatch",
    class: PyMatch,
    blank: () => new PyMatch(matchType, new PyPattern(null, ""), null),
  },
  { name: "PySlice", class: PySlice, blank: () => new PySlice(null, null, null) },
  { name: "PyXrange", class: PyXrange, blank: () => new PyXrange(0, 1, 0) },
  { name: "PyIterator", class: PyIterator, blank: () => new PyIterator("", null) },
  { name: "PyProperty", class: PyProperty, blank: () => new PyProperty(null, null, null, null) },
  { name: "PyStaticMethod", class: PyStaticMethod, blank: () => new PyStaticMethod(null) },
  { name: "PyClassMethod", class: PyClassMethod, blank: () => new PyClassMethod(null) },
  { name: "PySuper", class: PySuper, blank: () => new PySuper(objectType, undefined) },
  { name: "PyException", class: PyException, blank: () => new PyException(baseExceptionType, []) },
  {
    name: "PyType",
    class: PyType,
    blank: () => new PyType(typeType, "", [], new Table(), "object", false),
    transient: ["ownSlots", "filler", "namer", "known"],
  },
  { name: "PyCode", class: PyCode, blank: () => new PyCode(), shared: true, transient: ["places"] },
  { name: "PyCell", class: PyCell, blank: () => new PyCell() },
  {
    name: "PyFunction",
    class: PyFunction,
    blank: () => new PyFunction(blankCode(), new Table(), [], [], null),
  },
  { name: "PyMethod", class: PyMethod, blank: () => new PyMethod(null, undefined, null) },
  { name: "PyFrame", class: PyFrame, blank: blankFrame },
  { name: "PyGenerator", class: PyGenerator, blank: () => new PyGenerator(blankFrame()) },
  { name: "PyTraceback", class: PyTraceback, blank: () => new PyTraceback(blankFrame(), 0, null) },
  {
    name: "PyNative",
    class: PyNative,
    blank: () => new PyNative("", ""),
    shared: (native: PyNative) => native.self === undefined,
    transient: ["implementation"],
  },
  {
    name: "PyMethodDescriptor",
    class: PyMethodDescriptor,
    blank: () => new PyMethodDescriptor("", "", objectType),
    shared: true,
    transient: ["implementation"],
  },
  {
    name: "PyGetSet",
    class: PyGetSet,
    blank: () => new PyGetSet("", objectType, "", null),
    shared: (getset: PyGetSet) => getset.owner.builtin,
  },
];

/** The types of this room, taken while it loads: other rooms make types too, and name them themselves. */
const ownTypes = [...builtinTypes];

/** The namespace of `__builtin__`, which hardly any program changes: most of what a small world would hold. */
export const pythonTemplates: readonly (readonly [string, () => object])[] = [["builtins", createBuiltins]];

/** Grows when `pythonNamed` has more to name: with a late part, or, where that is not to be whole, with a type that is looked into. */
export function countNamed(isWhole: boolean): number {
  return (
    countModules() + sharedNatives.length + (isWhole ? 0 : ownTypes.filter((type) => type.isNamed).length)
  );
}

/**
 * Every object shared by all interpreters, with the name images know it by. Where `isWhole` is false, without what lies in types that nobody has
 * looked into: enough to write images, and no type is filled for it.
 */
export function* pythonNamed(isWhole = true): Iterable<[string, object]> {
  yield ["Ellipsis", Ellipsis];
  yield ["NotImplemented", NotImplemented];
  for (const native of sharedNatives) yield [`native ${native.key}`, native];
  for (const type of ownTypes) {
    yield [`type ${type.name}`, type];
    if (isWhole || type.isNamed) yield* namedInType(type);
  }
}

/** The namespace of a built-in type, and what lies in it. */
function* namedInType(type: PyType): Iterable<[string, object]> {
  yield [`namespace ${type.name}`, type.dict];
  for (const [at, value] of type.dict.values.entries()) {
    if (!(value instanceof PyObject)) continue;
    const name = `${type.name}.${String(type.dict.keys[at])}`;
    yield [`member ${name}`, value];
    if ((value instanceof PyStaticMethod || value instanceof PyClassMethod) && value.func instanceof PyNative)
      yield [`function ${name}`, value.func];
  }
}
