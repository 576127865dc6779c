/**
 * The door of the Python room: compile a text, run it step by step, read what came of it.
 *
 *   const interpreter = createInterpreter();
 *   const machine = new Machine(interpreter, { now, random });
 *   const thread = new Thread();
 *   machine.start(thread, compile(source, "page.py", "exec"), createModule(interpreter, "__main__").dict);
 *   const stop = machine.run(thread, { kind: "statement" });   // and again, until it has returned or raised
 *
 * The values that may lie in a Python heap, and what a room needs to add types and functions of its own, come out here
 * too.
 */
export { Op } from "./bytecode.ts";
export { type FileHolders, type FileStore, FileTree } from "./files/file-tree.ts";
export { hintFor, hintsModule, mayHaveHint } from "./hints/index.ts";
export { compile } from "./late.ts";
export { importedNames } from "./library/imported-names.ts";
export { Library } from "./library/library.ts";
export { isLibraryFile, requiredModules, sqliteModule } from "./library/manifest.ts";
export { wholeLibrary } from "./library/whole-library.ts";
export { syntaxError } from "./machine/exceptions.ts";
export { ownFrame } from "./machine/frames.ts";
export { createModule } from "./machine/imports.ts";
export { defaultLimits, type Limits } from "./machine/limits.ts";
export { createInterpreter, Machine } from "./machine/machine.ts";
export type { StepUntil, Stop } from "./machine/stops.ts";
export {
  formatException,
  formatSourceError,
  formatTraceback,
  type RaisedThere,
  type Sources,
  type TracebackEntry,
  tracebackEntries,
} from "./machine/traceback.ts";
export { libraryNatives } from "./modules/library-natives.ts";
export {
  PyClass,
  PyComplex,
  PyDict,
  PyFloat,
  PyInstance,
  PyInt,
  PyList,
  PyModule,
  PyOldInstance,
  PySet,
  PyTuple,
  PyUnicode,
} from "./objects/builtin-objects.ts";
export { exceptionType, PyException, type Throwable } from "./objects/exception.ts";
export type { Files } from "./objects/files.ts";
export {
  type Block,
  PyCode,
  type PyFrame,
  PyFunction,
  PyTraceback,
  Thread,
} from "./objects/frame.ts";
export { Interpreter } from "./objects/interpreter.ts";
export { freeLocks, isFreeFor, PyLock } from "./objects/lock.ts";
export { type Host, type NativeFunction, Raised, type VM } from "./objects/machine.ts";
export {
  defineFunctions,
  defineMethods,
  PyNative,
} from "./objects/natives.ts";
export { makeException, raiseError } from "./objects/raise.ts";
export type { Access, Keywords, Operation, Slots } from "./objects/slots.ts";
export type { SqlCall, SqlHistory, SqliteEngine, SqlOutcome, SqlValue, SqlWatch } from "./objects/sqlite.ts";
export { type KeyToken, Table } from "./objects/table.ts";
export {
  builtinType,
  complexType,
  dictType,
  floatType,
  frozensetType,
  listType,
  nativeType,
  PyType,
  setType,
  tupleType,
  unicodeType,
} from "./objects/type.ts";
export { mostBits, PyObject, type Value } from "./objects/values.ts";
export { encodeUtf8, isAscii } from "./operations/coding.ts";
export {
  keyToken,
  repr,
  str,
} from "./operations/index.ts";
export { type ProgramResult, ProgramRun, type RunOptions, runPython } from "./run-program.ts";
export { countNamed, pythonNamed, pythonShapes, pythonTemplates } from "./shapes.ts";
export { SourceError, type Span } from "./source-error.ts";
export { floatRepr } from "./types/float-text.ts";
export { awaitedLock, lockName } from "./types/lock-names.ts";
export { bytesRepr, unicodeRepr } from "./types/text-repr.ts";
export { warmUp, warmUpModule } from "./warm-up.ts";
