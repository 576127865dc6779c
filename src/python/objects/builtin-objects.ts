/** The host classes of the built-in values that are not primitives. Plain data; behaviour is in `types/`. */
import type { PyCell } from "./frame.ts";
import { Table } from "./table.ts";
import {
  classmethodType,
  classobjType,
  complexType,
  dictType,
  ellipsisType,
  fileType,
  floatType,
  frozensetType,
  instanceType,
  intType,
  iteratorType,
  listType,
  moduleType,
  notImplementedType,
  type PyType,
  propertyType,
  setType,
  sliceType,
  staticmethodType,
  superType,
  tupleType,
  unicodeType,
  xrangeType,
} from "./type.ts";
import { PyObject, type Value } from "./values.ts";

/** An `int` between 2**53 and 2**63 in size. Arithmetic must never leave a smaller value in one. */
export class PyInt extends PyObject {
  declare value: bigint;
  constructor(value: bigint) {
    super(intType);
    this.value = value;
  }
}

export class PyFloat extends PyObject {
  declare value: number;
  constructor(value: number, type: PyType = floatType) {
    super(type);
    this.value = value;
  }
}

export class PyComplex extends PyObject {
  declare real: number;
  declare imag: number;
  constructor(real: number, imag: number) {
    super(complexType);
    this.real = real;
    this.imag = imag;
  }
}

/**
 * A `unicode` string. `value` is UTF-16; Python lengths and indexes count code units, as a narrow build of
 * CPython 2.7 does.
 */
export class PyUnicode extends PyObject {
  declare value: string;
  constructor(value: string, type: PyType = unicodeType) {
    super(type);
    this.value = value;
  }
}

export class PyTuple extends PyObject {
  declare items: Value[];
  constructor(items: Value[], type: PyType = tupleType) {
    super(type);
    this.items = items;
  }
}

export class PyList extends PyObject {
  declare items: Value[];
  constructor(items: Value[], type: PyType = listType) {
    super(type);
    this.items = items;
  }
}

export class PyDict extends PyObject {
  declare table: Table;
  constructor(table: Table = new Table(), type: PyType = dictType) {
    super(type);
    this.table = table;
  }
}

/** What `viewkeys`, `viewvalues` and `viewitems` give: its type says which. */
export class PyView extends PyObject {
  declare source: PyDict;
  constructor(type: PyType, source: PyDict) {
    super(type);
    this.source = source;
  }
}

/** `set` and `frozenset`: a table whose values are the keys. */
export class PySet extends PyObject {
  declare table: Table;
  constructor(table: Table = new Table(), type: PyType = setType) {
    super(type);
    this.table = table;
  }
  get isFrozen(): boolean {
    return this.type.mro.includes(frozensetType);
  }
}

/** An instance of a learner's class; `payload` is the value of a subclass of int, long, str or bool. */
export class PyInstance extends PyObject {
  declare payload: Value | undefined;
  constructor(type: PyType, payload?: Value) {
    super(type);
    this.payload = payload;
  }
}

/** An old-style class. */
export class PyClass extends PyObject {
  declare name: string;
  declare bases: PyClass[];
  declare dict: Table;
  constructor(name: string, bases: PyClass[], dict: Table) {
    super(classobjType);
    this.name = name;
    this.bases = bases;
    this.dict = dict;
  }
}

/** An instance of an old-style class. */
export class PyOldInstance extends PyObject {
  declare cls: PyClass;
  constructor(cls: PyClass) {
    super(instanceType);
    this.cls = cls;
    this.attributes = new Table();
  }
}

export class PyModule extends PyObject {
  declare name: string;
  declare dict: Table;
  constructor(name: string, dict: Table = new Table()) {
    super(moduleType);
    this.name = name;
    this.dict = dict;
  }
}

export class PySlice extends PyObject {
  declare start: Value;
  declare stop: Value;
  declare step: Value;
  constructor(start: Value, stop: Value, step: Value) {
    super(sliceType);
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}

export class PyXrange extends PyObject {
  declare start: number;
  declare step: number;
  declare length: number;
  constructor(start: number, step: number, length: number) {
    super(xrangeType);
    this.start = start;
    this.step = step;
    this.length = length;
  }
}

/**
 * An iterator of the machine's own: what it walks and where it is. `kind` names the stepping rule in
 * `types/iterators.ts`; `state` and `source` mean what that rule says.
 */
export class PyIterator extends PyObject {
  declare kind: string;
  declare source: Value;
  declare position: number;
  declare state: Value;
  constructor(kind: string, source: Value, position = 0, state: Value = null) {
    super(iteratorType);
    this.kind = kind;
    this.source = source;
    this.position = position;
    this.state = state;
  }
}

export class PyProperty extends PyObject {
  declare fget: Value;
  declare fset: Value;
  declare fdel: Value;
  declare doc: Value;
  constructor(fget: Value, fset: Value, fdel: Value, doc: Value) {
    super(propertyType);
    this.fget = fget;
    this.fset = fset;
    this.fdel = fdel;
    this.doc = doc;
  }
}

export class PyStaticMethod extends PyObject {
  declare func: Value;
  constructor(func: Value) {
    super(staticmethodType);
    this.func = func;
  }
}

export class PyClassMethod extends PyObject {
  declare func: Value;
  constructor(func: Value) {
    super(classmethodType);
    this.func = func;
  }
}

export class PySuper extends PyObject {
  declare start: PyType;
  declare self: Value | undefined;
  constructor(start: PyType, self: Value | undefined) {
    super(superType);
    this.start = start;
    this.self = self;
  }
}

/**
 * A standard stream, `<stdout>`, `<stderr>` or `<stdin>`: what is written goes where the machine says. Or a file on the host's
 * disk: where it is, and how far it has been read.
 */
export class PyFile extends PyObject {
  declare name: string;
  declare mode: string;
  declare closed: boolean;
  declare softspace: number;
  /** Absolute; null for a stream. */
  declare path: string | null;
  declare position: number;
  /** How far a `for` over the lines has read ahead; at most `position` when nothing of that is left. */
  declare ahead: number;
  constructor(name: string, mode: string) {
    super(fileType);
    this.name = name;
    this.mode = mode;
    this.closed = false;
    this.softspace = 0;
    this.path = null;
    this.position = 0;
    this.ahead = 0;
    // Not a namespace: it tells the machine that `softspace` may be set.
    this.attributes = new Table();
  }
}

class PySingleton extends PyObject {
  declare readonly name: string;
  constructor(type: PyType, name: string) {
    super(type);
    this.name = name;
  }
}

export type { PyCell, PySingleton };
export const Ellipsis = new PySingleton(ellipsisType, "Ellipsis");
export const NotImplemented = new PySingleton(notImplementedType, "NotImplemented");
