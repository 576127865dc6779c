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

/** name → base, in definition order. */
const hierarchy: readonly (readonly [string, string])[] = [
  ["SystemExit", "BaseException"],
  ["KeyboardInterrupt", "BaseException"],
  ["GeneratorExit", "BaseException"],
  ["Exception", "BaseException"],
  ["StopIteration", "Exception"],
  ["StandardError", "Exception"],
  ["BufferError", "StandardError"],
  ["ArithmeticError", "StandardError"],
  ["FloatingPointError", "ArithmeticError"],
  ["OverflowError", "ArithmeticError"],
  ["ZeroDivisionError", "ArithmeticError"],
  ["AssertionError", "StandardError"],
  ["AttributeError", "StandardError"],
  ["EnvironmentError", "StandardError"],
  ["IOError", "EnvironmentError"],
  ["OSError", "EnvironmentError"],
  ["EOFError", "StandardError"],
  ["ImportError", "StandardError"],
  ["LookupError", "StandardError"],
  ["IndexError", "LookupError"],
  ["KeyError", "LookupError"],
  ["MemoryError", "StandardError"],
  ["NameError", "StandardError"],
  ["UnboundLocalError", "NameError"],
  ["ReferenceError", "StandardError"],
  ["RuntimeError", "StandardError"],
  ["NotImplementedError", "RuntimeError"],
  ["SyntaxError", "StandardError"],
  ["IndentationError", "SyntaxError"],
  ["TabError", "IndentationError"],
  ["SystemError", "StandardError"],
  ["TypeError", "StandardError"],
  ["ValueError", "StandardError"],
  ["UnicodeError", "ValueError"],
  ["UnicodeDecodeError", "UnicodeError"],
  ["UnicodeEncodeError", "UnicodeError"],
  ["UnicodeTranslateError", "UnicodeError"],
  ["Warning", "Exception"],
  ["DeprecationWarning", "Warning"],
  ["PendingDeprecationWarning", "Warning"],
  ["RuntimeWarning", "Warning"],
  ["SyntaxWarning", "Warning"],
  ["UserWarning", "Warning"],
  ["FutureWarning", "Warning"],
  ["ImportWarning", "Warning"],
  ["UnicodeWarning", "Warning"],
  ["BytesWarning", "Warning"],
];

/** Every built-in exception type by name. */
export const exceptionTypes: ReadonlyMap<string, PyType> = buildHierarchy();

function buildHierarchy(): Map<string, PyType> {
  const types = new Map<string, PyType>([["BaseException", baseExceptionType]]);
  for (const [name, base] of hierarchy) {
    types.set(name, builtinType(name, "exception", types.get(base) as PyType));
  }
  return types;
}

/** The built-in exception type called `name`; asking for one that does not exist is our mistake. */
export function exceptionType(name: string): PyType {
  const type = exceptionTypes.get(name);
  if (type === undefined)
    throw new Error(
      `Failed to find the exception type ${name}: it is not in the hierarchy. Add it to exception.ts.`,
    );
  return type;
}
