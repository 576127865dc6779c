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

/** Makes the types of `names` below `base`, and gives the last. */
function derive(names: string, base: PyType): PyType {
  for (const name of names.split(" ")) exceptionTypes.push(builtinType(name, "exception", base));
  return exceptionTypes.at(-1) ?? base;
}

const exception = derive("SystemExit KeyboardInterrupt GeneratorExit Exception", baseExceptionType);
const standardError = derive("StopIteration StandardError", exception);
derive(
  "FloatingPointError OverflowError ZeroDivisionError",
  derive("BufferError ArithmeticError", standardError),
);
derive("IOError OSError", derive("AssertionError AttributeError EnvironmentError", standardError));
derive("IndexError KeyError", derive("EOFError ImportError LookupError", standardError));
derive("UnboundLocalError", derive("MemoryError NameError", standardError));
derive("NotImplementedError", derive("ReferenceError RuntimeError", standardError));
derive("TabError", derive("IndentationError", derive("SyntaxError", standardError)));
derive(
  "UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError",
  derive("UnicodeError", derive("SystemError TypeError ValueError", standardError)),
);
derive(
  "DeprecationWarning PendingDeprecationWarning RuntimeWarning SyntaxWarning UserWarning FutureWarning ImportWarning UnicodeWarning BytesWarning",
  derive("Warning", exception),
);

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
