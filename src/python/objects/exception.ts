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

function derive(name: string, base: PyType): PyType {
  return builtinType(name, "exception", base);
}

// Straight ahead, type by type: a loop over their names takes a host twice as long, at each start.
const exception = derive("Exception", baseExceptionType);
const standardError = derive("StandardError", exception);
const arithmeticError = derive("ArithmeticError", standardError);
const environmentError = derive("EnvironmentError", standardError);
const lookupError = derive("LookupError", standardError);
const nameError = derive("NameError", standardError);
const runtimeError = derive("RuntimeError", standardError);
const syntaxError = derive("SyntaxError", standardError);
const indentationError = derive("IndentationError", syntaxError);
const valueError = derive("ValueError", standardError);
const unicodeError = derive("UnicodeError", valueError);
const warning = derive("Warning", exception);

/** Every built-in exception type, a base before what derives from it. */
export const exceptionTypes: readonly PyType[] = [
  baseExceptionType,
  derive("SystemExit", baseExceptionType),
  derive("KeyboardInterrupt", baseExceptionType),
  derive("GeneratorExit", baseExceptionType),
  exception,
  derive("StopIteration", exception),
  standardError,
  derive("BufferError", standardError),
  arithmeticError,
  derive("FloatingPointError", arithmeticError),
  derive("OverflowError", arithmeticError),
  derive("ZeroDivisionError", arithmeticError),
  derive("AssertionError", standardError),
  derive("AttributeError", standardError),
  environmentError,
  derive("IOError", environmentError),
  derive("OSError", environmentError),
  derive("EOFError", standardError),
  derive("ImportError", standardError),
  lookupError,
  derive("IndexError", lookupError),
  derive("KeyError", lookupError),
  derive("MemoryError", standardError),
  nameError,
  derive("UnboundLocalError", nameError),
  derive("ReferenceError", standardError),
  runtimeError,
  derive("NotImplementedError", runtimeError),
  syntaxError,
  indentationError,
  derive("TabError", indentationError),
  derive("SystemError", standardError),
  derive("TypeError", standardError),
  valueError,
  unicodeError,
  derive("UnicodeDecodeError", unicodeError),
  derive("UnicodeEncodeError", unicodeError),
  derive("UnicodeTranslateError", unicodeError),
  warning,
  derive("DeprecationWarning", warning),
  derive("PendingDeprecationWarning", warning),
  derive("RuntimeWarning", warning),
  derive("SyntaxWarning", warning),
  derive("UserWarning", warning),
  derive("FutureWarning", warning),
  derive("ImportWarning", warning),
  derive("UnicodeWarning", warning),
  derive("BytesWarning", warning),
];

/** By their names, from the first time that one is asked for. */
let byName: ReadonlyMap<string, PyType> | undefined;

/** The built-in exception type called `name`; asking for one that does not exist is our mistake. */
export function exceptionType(name: string): PyType {
  byName ??= new Map(exceptionTypes.map((type) => [type.name, type]));
  const type = byName.get(name);
  if (type === undefined)
    throw new Error(`Failed to find the exception type ${name}: it is not in exception.ts.`);
  return type;
}
