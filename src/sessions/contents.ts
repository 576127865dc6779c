/**
 * What a session in memory holds, copied and compared, for requests that work on copies (`session_lock = version`).
 *
 * A copy is deep, as `copy.deepcopy` makes it, in lists, dictionaries, sets, tuples and instances of a page's classes, shared
 * and cyclic ones included. NOT-PYTHON: anything else (functions, generators, open files, connections) is not copied but shared.
 */
import {
  PyDict,
  PyInstance,
  PyList,
  PyObject,
  PyOldInstance,
  PySet,
  PyTuple,
  Table,
  type Value,
  type VM,
} from "../python/index.ts";

/** A deep copy of a table of attributes. With `vm` the work and the memory are charged to its run. */
export function copyContents(source: Table, vm?: VM): Table {
  const copies = new Map<PyObject, PyObject>();
  const copyValue = (value: Value): Value => {
    if (!(value instanceof PyObject)) return value;
    const copy = copies.get(value) ?? emptyLike(value);
    if (copy === undefined) return value;
    copies.set(value, copy);
    return copy;
  };
  const target = copyTable(source, copyValue);
  // A map goes on to what is added to it meanwhile.
  for (const [from, to] of copies) {
    vm?.charge(1);
    vm?.allocate(64);
    fill(from, to, copyValue);
  }
  return target;
}

type Copy = (value: Value) => Value;

/** A new object of the same kind with nothing in it; undefined for what is not copied. */
function emptyLike(value: PyObject): PyObject | undefined {
  if (value instanceof PyList) return new PyList([], value.type);
  if (value instanceof PyDict) return new PyDict(new Table(), value.type);
  if (value instanceof PyTuple) return new PyTuple([], value.type);
  if (value instanceof PySet) return new PySet(new Table(), value.type);
  if (value instanceof PyInstance) return new PyInstance(value.type, value.payload);
  if (value instanceof PyOldInstance) return new PyOldInstance(value.cls);
  return undefined;
}

function fill(from: PyObject, to: PyObject, copyValue: Copy): void {
  if (from.attributes !== null) to.attributes = copyTable(from.attributes, copyValue);
  if (hasItems(from) && hasItems(to)) to.items = from.items.map(copyValue);
  if (from instanceof PyDict && to instanceof PyDict) to.table = copyTable(from.table, copyValue);
  // Elements of sets cannot change, or stand for themselves.
  if (from instanceof PySet && to instanceof PySet) to.table = copyTable(from.table, (value) => value);
}

function hasItems(value: PyObject): value is PyList | PyTuple {
  return value instanceof PyList || value instanceof PyTuple;
}

/** Keys stay the same objects: a key cannot change, or is known by its identity. */
function copyTable({ index, keys, values, size, hashed }: Table, copyValue: Copy): Table {
  const copy = new Table();
  copy.index = index === null ? null : new Map(index);
  copy.size = size;
  copy.keys = keys.slice();
  copy.values = values.map((value) => (value === undefined ? value : copyValue(value)));
  if (hashed !== null) copy.hashed = new Map(Array.from(hashed, ([hash, same]) => [hash, same.slice()]));
  return copy;
}

/** True when the two tables hold the same, as a copy does that nobody has changed. A value assigned anew may count as a change. */
export function haveSameContents(a: Table, b: Table): boolean {
  const [left, right] = [outline(a), outline(b)];
  return left.length === right.length && left.every((part, at) => part === right[at]);
}

/** All that can be reached through what a copy would copy, in one order: containers by number, the rest as it is. */
function outline(root: Table): unknown[] {
  const numbers = new Map<PyObject, number>();
  const parts: unknown[] = [];
  const visit = (value: Value | undefined): void => {
    if (!(value instanceof PyObject) || emptyLike(value) === undefined) {
      parts.push("value", value);
      return;
    }
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    parts.push(value.type, number);
  };
  const visitTable = ({ keys, values }: Table): void => {
    for (const [at, key] of keys.entries()) {
      parts.push(key);
      visit(values[at]);
    }
  };
  visitTable(root);
  for (const container of numbers.keys()) {
    parts.push("inside");
    if (container.attributes !== null) visitTable(container.attributes);
    if (hasItems(container)) for (const item of container.items) visit(item);
    if (container instanceof PyDict) visitTable(container.table);
    if (container instanceof PySet) for (const key of container.table.keys) parts.push(key);
  }
  return parts;
}
