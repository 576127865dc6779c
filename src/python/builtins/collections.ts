/** Built-in functions over collections: `all`, `filter`, `len`, `map`, `max`, `range`, `sorted`, `sum`, `zip` … */
import { PyList, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { caught, raiseError, raiseWith } from "../objects/raise.ts";
import { strType, tupleType, unicodeType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import {
  binary,
  compare,
  drain,
  isCallable,
  isTrue,
  iterate,
  length,
  next,
  typeOf,
  unwrap,
  walk,
} from "../operations/index.ts";
import { integerArgument } from "../operations/items.ts";
import { named, one, registerFunctions, type Signature, unpacked, variadic } from "../types/define.ts";
import { newIterator } from "../types/iterator-object.ts";
import { rangeList } from "../types/iterators.ts";
import { sortValues } from "../types/sorting.ts";

function all(vm: VM, v: Value): Value {
  let result = true;
  walk(vm, v, (item) => {
    result = isTrue(vm, item);
    return result;
  });
  return result;
}

function any(vm: VM, v: Value): Value {
  let result = false;
  walk(vm, v, (item) => {
    result = isTrue(vm, item);
    return !result;
  });
  return result;
}

/** Keeps the kind of a str, unicode or tuple; anything else gives a list. */
function filter(vm: VM, test: Value, v: Value): Value {
  const kept: Value[] = [];
  const items =
    typeof unwrap(v) === "string" || v instanceof PyTuple || v instanceof PyUnicode
      ? drain(vm, v)
      : undefined;
  const visit = (item: Value) => {
    if (isTrue(vm, test === null ? item : vm.call(test, [item]))) {
      vm.allocate(8);
      kept.push(item);
    }
    return true;
  };
  if (items === undefined) walk(vm, v, visit);
  else items.forEach(visit);
  return likeSource(vm, v, kept);
}

/** An iterator over `v`; `problem` is the TypeError when it cannot be walked. */
function argument(vm: VM, v: Value, problem: string): Value {
  try {
    return iterate(vm, v);
  } catch (error) {
    if (caught(error, "TypeError")) raiseError("TypeError", problem);
    throw error;
  }
}

function likeSource(vm: VM, v: Value, kept: Value[]): Value {
  const { mro } = typeOf(v);
  if (mro.includes(tupleType)) return new PyTuple(kept);
  const texts = () =>
    kept.map((item) => (item instanceof PyUnicode ? item.value : String(unwrap(item)))).join("");
  vm.allocate(kept.length);
  if (mro.includes(strType)) return texts();
  return mro.includes(unicodeType) ? new PyUnicode(texts()) : new PyList(kept);
}

/** `map(f, a, b, …)`: the shorter sequences are filled with None. */
function map(vm: VM, f: Value = null, ...sources: Value[]): Value {
  if (sources.length === 0) raiseError("TypeError", "map() requires at least two args");
  if (f === null && sources.length === 1) return new PyList(drain(vm, sources[0] ?? null));
  const iterators = sources.map((v, i) =>
    argument(vm, v, `argument ${i + 2} to map() must support iteration`),
  );
  const results: Value[] = [];
  for (;;) {
    vm.charge(1);
    const items = iterators.map((iterator) => next(vm, iterator));
    if (items.every((item) => item === undefined)) return new PyList(results);
    const row = items.map((item) => item ?? null);
    vm.allocate(8);
    results.push(f === null ? (row.length === 1 ? (row[0] ?? null) : new PyTuple(row)) : vm.call(f, row));
  }
}

function reduce(vm: VM, f: Value, v: Value, initial?: Value): Value {
  const iterator = argument(vm, v, "reduce() arg 2 must support iteration");
  let result = initial === undefined ? next(vm, iterator) : initial;
  if (result === undefined) raiseError("TypeError", "reduce() of empty sequence with no initial value");
  for (;;) {
    vm.charge(1);
    const item = next(vm, iterator);
    if (item === undefined) return result;
    result = vm.call(f, [result, item]);
  }
}

function zip(vm: VM, ...sources: Value[]): Value {
  const iterators = sources.map((v, i) => argument(vm, v, `zip argument #${i + 1} must support iteration`));
  const rows: Value[] = [];
  for (;;) {
    const row: Value[] = [];
    vm.charge(1);
    for (const iterator of iterators) {
      const item = next(vm, iterator);
      if (item === undefined) return new PyList(rows);
      row.push(item);
    }
    if (row.length === 0) return new PyList(rows);
    vm.allocate(80 + row.length * 8);
    rows.push(new PyTuple(row));
  }
}

/** Any positional arguments and the keyword `key`, for `min` and `max`. */
function withKey(name: string): Signature {
  return (_name, args, keywords) => {
    for (const keyword of keywords?.keys() ?? [])
      if (keyword !== "key") raiseError("TypeError", `${name}() got an unexpected keyword argument`);
    if (args.length === 0) raiseError("TypeError", `${name} expected 1 arguments, got 0`);
    return [keywords?.get("key"), ...args];
  };
}

function extreme(vm: VM, name: "min" | "max", key: Value | undefined, args: Value[]): Value {
  const source = args.length === 1 ? (args[0] ?? null) : new PyTuple(args);
  let best: Value | undefined;
  let bestKey: Value = null;
  walk(vm, source, (item) => {
    const itemKey = key === undefined ? item : vm.call(key, [item]);
    if (best === undefined || isTrue(vm, compare(vm, name === "min" ? "Lt" : "Gt", itemKey, bestKey))) {
      best = item;
      bestKey = itemKey;
    }
    return true;
  });
  return best === undefined ? raiseError("ValueError", `${name}() arg is an empty sequence`) : best;
}

function sum(vm: VM, v: Value, start?: Value): Value {
  const iterator = iterate(vm, v);
  if (typeof unwrap(start ?? 0) === "string" || start instanceof PyUnicode)
    raiseError("TypeError", "sum() can't sum strings [use ''.join(seq) instead]");
  let total: Value = start === undefined ? 0 : start;
  walk(vm, iterator, (item) => {
    total = binary(vm, "Add", total, item);
    return true;
  });
  return total;
}

function sorted(vm: VM, v: Value, cmp?: Value, key?: Value, reverse?: Value): Value {
  const items = drain(vm, v);
  return new PyList(
    sortValues(vm, items, {
      cmp: cmp ?? null,
      key: key ?? null,
      reverse: reverse !== undefined && integerArgument(vm, reverse) !== 0,
    }),
  );
}

function nextOf(vm: VM, iterator: Value, otherwise?: Value): Value {
  try {
    const item = next(vm, iterator);
    if (item !== undefined) return item;
  } catch (error) {
    if (otherwise !== undefined && caught(error, "StopIteration")) return otherwise;
    throw error;
  }
  return otherwise === undefined ? raiseWith("StopIteration", []) : otherwise;
}

function iter(vm: VM, v: Value, sentinel?: Value): Value {
  if (sentinel === undefined) return iterate(vm, v);
  if (!isCallable(vm, v)) raiseError("TypeError", "iter(v, w): v must be callable");
  return newIterator("callable", v, sentinel);
}

function range(vm: VM, ...args: Value[]): Value {
  return rangeList(vm, args[0] ?? null, args[1], args[2]);
}

/** By name, for the `__builtin__` namespace. */
registerFunctions("", {
  all: [one, all],
  any: [one, any],
  filter: [unpacked(2), filter],
  iter: [unpacked(1, 2), iter],
  len: [one, (vm, v: Value) => length(vm, v)],
  map: [variadic, map],
  max: [withKey("max"), (vm, key: Value | undefined, ...args: Value[]) => extreme(vm, "max", key, args)],
  min: [withKey("min"), (vm, key: Value | undefined, ...args: Value[]) => extreme(vm, "min", key, args)],
  next: [unpacked(1, 2), nextOf],
  range: [unpacked(1, 3), range],
  reduce: [unpacked(2, 3), reduce],
  sorted: [named(1, "iterable", "cmp", "key", "reverse"), sorted],
  sum: [unpacked(1, 2), sum],
  zip: [unpacked(0, 1000000), zip],
});
