/**
 * Hashes and key tokens: what makes two dictionary keys the same.
 *
 * A token is a `Map` key such that two plain keys are equal exactly when their tokens are (see `objects/table.ts`). Tuples and
 * frozensets of plain keys become strings that begin with a code unit no byte string has. A key whose class defines `__hash__`,
 * `__eq__` or `__cmp__`, or that contains one, is its own token; a lookup compares it with the keys of the same hash.
 * A plain key is compared with such keys too. NOT-PYTHON: of the plain keys already there, such a key finds only the int that is its hash.
 */
import { PyFloat, PyInt, PySet, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import { PyMethod } from "../objects/frame.ts";
import type { VM } from "../objects/machine.ts";
import { PyNative } from "../objects/natives.ts";
import { raiseError } from "../objects/raise.ts";
import type { KeyToken, Table } from "../objects/table.ts";
import { PyObject, type Value } from "../objects/values.ts";
import { callSpecial } from "./attributes.ts";
import { isAscii } from "./coding.ts";
import { equals } from "./comparison.ts";
import { deeper } from "./depth.ts";
import { chargeText, identity, textHash } from "./identity.ts";
import { typeName, typeOf, unwrap } from "./type-of.ts";

/** `hash(v)`; TypeError for a value that cannot be a key. */
export function hash(vm: VM, v: Value): number {
  const type = typeOf(v);
  const guest = type.guest("__hash__", "hash");
  if (guest !== undefined)
    return guest === null ? raiseUnhashable(v) : hashResult(vm, callSpecial(vm, guest, v, []));
  const plain = unwrap(v);
  const primitive = primitiveHash(vm, plain);
  if (primitive !== undefined) return primitive;
  const slot = type.allSlots.hash;
  return slot === undefined ? Math.floor(identity(vm, v) / 16) : slot(vm, plain as never);
}

function hashResult(vm: VM, result: Value): number {
  const value = unwrap(result);
  const plain = primitiveHash(vm, value);
  if (plain === undefined || typeof value === "string" || value === null)
    raiseError("TypeError", "an integer is required");
  return plain;
}

function primitiveHash(vm: VM, v: Value): number | undefined {
  switch (typeof v) {
    case "number":
      return v === -1 ? -2 : v;
    case "boolean":
      return v ? 1 : 0;
    case "string":
      return textHash(vm, v);
    case "bigint":
      return bigHash(vm, v);
  }
  if (v === null) return 0x7e0000;
  if (v instanceof PyUnicode) return textHash(vm, v.value);
  if (v instanceof PyFloat) return floatHash(vm, v.value);
  return v instanceof PyInt ? bigHash(vm, v.value) : undefined;
}

/** NOT-PYTHON: the hash of a big or fractional number is of its digits; small ints hash to themselves as in CPython. */
function bigHash(vm: VM, v: bigint): number {
  const small = Number(v);
  if (Number.isSafeInteger(small)) return floatHash(vm, small);
  chargeDigits(vm, v);
  return textHash(vm, v.toString(32));
}

const longNumber = 1n << 4096n;

/** Hashing a number and looking it up read all of it. */
function chargeDigits(vm: VM, v: bigint): void {
  if (v > longNumber || v < -longNumber) vm.charge(v.toString(32).length >> 6);
}

function floatHash(vm: VM, v: number): number {
  if (Number.isSafeInteger(v)) return v === -1 ? -2 : v;
  if (v === Number.POSITIVE_INFINITY) return 314159;
  if (v === Number.NEGATIVE_INFINITY) return -271828;
  return Number.isInteger(v) ? bigHash(vm, BigInt(v)) : textHash(vm, String(v));
}

/** Raises CPython's error for a key that cannot be hashed. */
export function raiseUnhashable(v: Value): never {
  raiseError("TypeError", `unhashable type: '${typeName(v)}'`);
}

/**
 * The token of `key`. `table` matters only for keys with a learner's equality: the result is the token of the
 * equal key already there, or `key` itself. Raises TypeError for an unhashable key.
 */
export function keyToken(vm: VM, key: Value, table?: Table): KeyToken {
  const plain = plainToken(vm, key);
  if (plain === undefined) return customToken(vm, key as PyObject, table);
  // V8 hashes very long texts by their length alone, and so compares all of one length.
  if (typeof plain === "string" && plain.length > 16_383 && table !== undefined)
    vm.charge((table.size * plain.length) >> 10);
  return table === undefined || table.hashed === null || table.has(plain)
    ? plain
    : (hashedKey(vm, key, table) ?? plain);
}

/** The token of a key whose equality is the machine's own; undefined for the others. */
function plainToken(vm: VM, key: Value): KeyToken {
  switch (typeof key) {
    case "number":
      return key;
    case "string":
      chargeText(vm, key);
      return key;
    case "boolean":
      return key ? 1 : 0;
    case "bigint":
      chargeDigits(vm, key);
      return bigToken(key);
  }
  if (key === null) return null;
  if (!key.type.builtin) return guestToken(vm, key);
  return builtinToken(vm, key);
}

function bigToken(v: bigint): KeyToken {
  const small = Number(v);
  return Number.isSafeInteger(small) ? small : v;
}

/** A value of a built-in type, or of a learner's class that leaves equality alone. */
function builtinToken(vm: VM, key: PyObject): KeyToken {
  if (key instanceof PyUnicode) {
    chargeText(vm, key.value);
    return isAscii(key.value) ? key.value : `\u0100${key.value}`;
  }
  if (key instanceof PyFloat) return floatToken(key);
  if (key instanceof PyInt) return bigToken(key.value);
  if (key instanceof PyTuple) return tupleToken(vm, key.items);
  if (key instanceof PySet) return key.isFrozen ? setToken(vm, key) : raiseUnhashable(key);
  if (key instanceof PyMethod || (key instanceof PyNative && key.self !== undefined)) return undefined;
  const slot = key.type.allSlots.hash;
  if (slot === undefined) return key;
  if (key.type.allSlots.compare !== undefined) return undefined;
  // Hashing it may be an error, as for a list.
  slot(vm, key as never);
  return key;
}

function floatToken(key: PyFloat): KeyToken {
  const v = key.value;
  if (Number.isNaN(v)) return key;
  return Number.isInteger(v) && !Number.isSafeInteger(v) ? BigInt(v) : v;
}

function guestToken(vm: VM, key: PyObject): KeyToken {
  const type = key.type;
  if (
    type.guest("__hash__", "hash") !== undefined ||
    type.guest("__eq__", "compare") !== undefined ||
    type.guest("__cmp__", "order") !== undefined
  )
    return undefined;
  const plain = unwrap(key);
  return plain === key ? builtinToken(vm, key) : plainToken(vm, plain);
}

const pairLimit = 2 ** 25;

/**
 * A pair of small natural numbers, the commonest key of a board or a table: a number too, and none that another key has,
 * since those beyond the safe integers are tokens of nothing.
 */
function pairToken(a: Value, b: Value): number | undefined {
  if (typeof a !== "number" || typeof b !== "number") return undefined;
  if (a < 0 || b < 0 || a >= pairLimit || b >= pairLimit) return undefined;
  return (a * pairLimit + b + 1) * 2 ** 54;
}

/** Tokens of the items, each with its length, so that no two tuples of different items run together. */
function tupleToken(vm: VM, items: Value[]): KeyToken {
  const pair = items.length === 2 ? pairToken(items[0] ?? null, items[1] ?? null) : undefined;
  if (pair !== undefined) return pair;
  const parts = tokensOf(vm, items);
  return parts && `\u0101${parts.join("")}`;
}

function setToken(vm: VM, set: PySet): KeyToken {
  vm.charge(set.table.keys.length);
  const parts = tokensOf(vm, set.table.keys);
  return parts && `\u0102${parts.sort().join("")}`;
}

/** The tokens of the items as texts, each with its length; undefined when one has none. */
function tokensOf(vm: VM, items: readonly (Value | undefined)[]): string[] | undefined {
  vm.charge(1 + items.length + (items.length >> 2));
  return deeper(vm, "", () => {
    const parts: string[] = [];
    for (const item of items) {
      if (item === undefined) continue;
      const token = encodedToken(vm, item);
      if (token === undefined) return undefined;
      vm.charge(token.length >> 6);
      if (token.length > longToken) vm.allocate(token.length);
      parts.push(`${token.length}:${token}`);
    }
    return parts;
  });
}

/** What shorter tokens weigh is forgotten soon. */
const longToken = 256;

/** A part's token as text; objects that are their own token by their identity. */
function encodedToken(vm: VM, item: Value): string | undefined {
  const token = plainToken(vm, item);
  switch (typeof token) {
    case "string":
      return `s${token}`;
    case "number":
      return `n${token === 0 ? 0 : token}`;
    case "bigint":
      return `n${token}`;
    case "undefined":
      return undefined;
    default:
      return token === null ? "N" : `o${identity(vm, item)}`;
  }
}

/** The equal key already in `table`, or `key`. */
function customToken(vm: VM, key: PyObject, table: Table | undefined): KeyToken {
  const h = hash(vm, key);
  if (table === undefined) return key;
  return hashedKey(vm, key, table, h) ?? (table.has(h) && equals(vm, h, key) ? h : key);
}

/** The equal key among those of `table` that have their own equality. */
function hashedKey(vm: VM, key: Value, table: Table, h = hash(vm, key)): PyObject | undefined {
  const bucket = table.hashed?.get(h);
  if (bucket === undefined) return undefined;
  // Asking two objects whether they are equal is several steps.
  vm.charge(4 * bucket.length);
  return [...bucket].find((other) => table.has(other) && (other === key || equals(vm, other, key)));
}

/** The value under `key`, or undefined. */
export function tableGet(vm: VM, table: Table, key: Value): Value | undefined {
  return table.get(keyToken(vm, key, table));
}

/** True when `key` is there. */
export function tableHas(vm: VM, table: Table, key: Value): boolean {
  return table.has(keyToken(vm, key, table));
}

/** Puts `value` under `key`. */
export function tableSet(vm: VM, table: Table, key: Value, value: Value): void {
  const token = keyToken(vm, key, table);
  if (token === key && key instanceof PyObject && !table.has(key)) remember(vm, table, key);
  table.set(token, key, value);
}

/** Enters a new key with its own equality among those of its hash, dropping the ones that are gone. */
function remember(vm: VM, table: Table, key: PyObject): void {
  if (plainToken(vm, key) !== undefined) return;
  const h = hash(vm, key);
  table.hashed ??= new Map();
  const bucket = (table.hashed.get(h) ?? []).filter((other) => table.has(other));
  bucket.push(key);
  table.hashed.set(h, bucket);
}

/** Removes `key`; true when it was there. */
export function tableDelete(vm: VM, table: Table, key: Value): boolean {
  return table.delete(keyToken(vm, key, table));
}
