/**
 * Exceptions as values, and the built-in hierarchy (CPython 2.7 library reference, §6).
 *
 * An instance of any BaseException subclass, built in or a learner's, is a `PyException`. Old-style instances and
 * string exceptions may be raised too in Python 2; the machine wraps nothing and unwinds with the value it was given.
 */
import type { PyOldInstance } from "./builtin-objects.ts";
import type { PyTraceback } from "./frame.ts";
import type { Table } from "./table.ts";
import { builtinType, type PyType } from "./type.ts";
import { PyObject, type Value } from "./values.ts";

export class PyException extends PyObject {
  /** `e.args`. */
  declare args: Value[];
  /** Where it has been; innermost last. Null until it leaves its first frame. */
  declare traceback: PyTraceback | null;
  /** Assigned attributes of its own that are not in `__dict__`: `message`, `errno`, `filename`, … Null until one is. */
  declare fields: Table | null;
  constructor(type: PyType, args: Value[]) {
    super(type);
    this.args = args;
    this.traceback = null;
    this.fields = null;
  }
}

/** What `raise` can raise in Python 2: an instance of BaseException, or of any old-style class. */
export type Throwable = PyException | PyOldInstance;

export const baseExceptionType = builtinType("BaseException", "exception");

/** Every built-in exception type, a base before what derives from it. */
export const exceptionTypes: PyType[] = [baseExceptionType];

function derive(name: string, base: PyType): PyType {
  const type = builtinType(name, "exception", base);
  exceptionTypes.push(type);
  return type;
}

derive("SystemExit", baseExceptionType);
derive("KeyboardInterrupt", baseExceptionType);
derive("GeneratorExit", baseExceptionType);
const exception = derive("Exception", baseExceptionType);
derive("StopIteration", exception);
const standardError = derive("StandardError", exception);
derive("BufferError", standardError);
const arithmeticError = derive("ArithmeticError", standardError);
derive("FloatingPointError", arithmeticError);
derive("OverflowError", arithmeticError);
derive("ZeroDivisionError", arithmeticError);
derive("AssertionError", standardError);
derive("AttributeError", standardError);
const environmentError = derive("EnvironmentError", standardError);
derive("IOError", environmentError);
derive("OSError", environmentError);
derive("EOFError", standardError);
derive("ImportError", standardError);
const lookupError = derive("LookupError", standardError);
derive("IndexError", lookupError);
derive("KeyError", lookupError);
derive("MemoryError", standardError);
const nameError = derive("NameError", standardError);
derive("UnboundLocalError", nameError);
derive("ReferenceError", standardError);
const runtimeError = derive("RuntimeError", standardError);
derive("NotImplementedError", runtimeError);
const syntaxError = derive("SyntaxError", standardError);
const indentationError = derive("IndentationError", syntaxError);
derive("TabError", indentationError);
derive("SystemError", standardError);
derive("TypeError", standardError);
const valueError = derive("ValueError", standardError);
const unicodeError = derive("UnicodeError", valueError);
derive("UnicodeDecodeError", unicodeError);
derive("UnicodeEncodeError", unicodeError);
derive("UnicodeTranslateError", unicodeError);
const warning = derive("Warning", exception);
derive("DeprecationWarning", warning);
derive("PendingDeprecationWarning", warning);
derive("RuntimeWarning", warning);
derive("SyntaxWarning", warning);
derive("UserWarning", warning);
derive("FutureWarning", warning);
derive("ImportWarning", warning);
derive("UnicodeWarning", warning);
derive("BytesWarning", warning);

/** By their names, from the first time that one is asked for. */
let byName: ReadonlyMap<string, PyType> | undefined;

/** The built-in exception type called `name`; asking for one that does not exist is our mistake. */
export function exceptionType(name: string): PyType {
  byName ??= new Map(exceptionTypes.map((type) => [type.name, type]));
  const type = byName.get(name);
  if (type === undefined)
    throw new Error(
      `Failed to find the exception type ${name}: it is not in the hierarchy. Add it to exception.ts.`,
    );
  return type;
}
