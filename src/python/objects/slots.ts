/**
 * Slots: how a built-in type answers the operations, CPython's `PyTypeObject` in small.
 *
 * Every slot gets the machine first. A slot fails by throwing the machine's `raise(...)` (see `machine.ts`); it may call
 * back into Python through `vm.call`, which runs that call to its end. `undefined` from a binary slot means
 * NotImplemented, from `next` exhausted, from `getAttribute` "not here: go on with the ordinary lookup".
 */
import type { VM } from "./machine.ts";
import type { Value } from "./values.ts";

/** The binary operators, named as `ast` names them. */
export type BinaryOperator =
  | "Add"
  | "Sub"
  | "Mult"
  | "Div"
  | "TrueDiv"
  | "FloorDiv"
  | "Mod"
  | "Pow"
  | "LShift"
  | "RShift"
  | "BitOr"
  | "BitXor"
  | "BitAnd";

export type UnaryOperator = "Invert" | "UAdd" | "USub";

/** The rich comparisons, in CPython's order of `cmp_op`. */
export type ComparisonOperator = "Lt" | "LtE" | "Eq" | "NotEq" | "Gt" | "GtE";

/** Keyword arguments of a call: name → value, in call order. Null when there are none. */
export type Keywords = Map<string, Value> | null;

export interface Slots {
  repr?(vm: VM, self: never): string;
  str?(vm: VM, self: never): string;
  /** A 32-bit integer; must agree with `keyToken` for equal values. */
  hash?(vm: VM, self: never): number;
  truth?(vm: VM, self: never): boolean;
  length?(vm: VM, self: never): number;
  compare?(vm: VM, operator: ComparisonOperator, left: never, right: Value): Value | undefined;
  /** Three-way comparison, after the rich ones: negative, zero, positive; undefined when it does not know. */
  order?(vm: VM, left: never, right: Value): number | undefined;
  /** `reflected` is true when `self` is the right operand. */
  binary?(vm: VM, operator: BinaryOperator, self: never, other: Value, reflected: boolean): Value | undefined;
  unary?(vm: VM, operator: UnaryOperator, self: never): Value | undefined;
  inplace?(vm: VM, operator: BinaryOperator, self: never, other: Value): Value | undefined;
  iterate?(vm: VM, self: never): Value;
  next?(vm: VM, self: never): Value | undefined;
  /** `a[i:j]` without a step; absent: the slice goes through `getItem` as a `PySlice`. */
  getSlice?(vm: VM, self: never, start: Value | undefined, stop: Value | undefined): Value;
  contains?(vm: VM, self: never, item: Value): boolean;
  getItem?(vm: VM, self: never, key: Value): Value;
  setItem?(vm: VM, self: never, key: Value, value: Value): void;
  deleteItem?(vm: VM, self: never, key: Value): void;
  getAttribute?(vm: VM, self: never, name: string): Value | undefined;
  /** True when it handled the assignment; false to go on with the ordinary one. */
  setAttribute?(vm: VM, self: never, name: string, value: Value): boolean;
  deleteAttribute?(vm: VM, self: never, name: string): boolean;
  /** Descriptor protocol: `self` was found in the class of `instance` (undefined: looked up on the class itself). */
  get?(vm: VM, self: never, instance: Value | undefined, owner: Value): Value;
  set?(vm: VM, self: never, instance: Value, value: Value): void;
  call?(vm: VM, self: never, args: Value[], keywords: Keywords): Value;
  /** `cls(...)` for a built-in type or a subclass of one: makes the instance (`__new__`). */
  construct?(vm: VM, cls: never, args: Value[], keywords: Keywords): Value;
  /** `__init__` after `construct`. */
  initialise?(vm: VM, self: never, args: Value[], keywords: Keywords): void;
  /**
   * Names the operation that would touch shared state ("read panier", …), or undefined when it would not. A machine
   * told to stop at visible operations asks before attribute access and calls of such a value. See `Operation`.
   */
  visible?(vm: VM, self: never, access: Access): Operation | undefined;
}

/** The slots of a class with those it inherits. One host layout for all classes: hosts read that much faster. */
export type AllSlots = { [K in keyof Slots]-?: Slots[K] | undefined };

const noSlots: AllSlots = {
  repr: undefined,
  str: undefined,
  hash: undefined,
  truth: undefined,
  length: undefined,
  compare: undefined,
  order: undefined,
  binary: undefined,
  unary: undefined,
  inplace: undefined,
  iterate: undefined,
  next: undefined,
  getSlice: undefined,
  contains: undefined,
  getItem: undefined,
  setItem: undefined,
  deleteItem: undefined,
  getAttribute: undefined,
  setAttribute: undefined,
  deleteAttribute: undefined,
  get: undefined,
  set: undefined,
  call: undefined,
  construct: undefined,
  initialise: undefined,
  visible: undefined,
};

/** CPython's `inherit_slots`: of each slot the first in `tables`, which come in the order of an mro. */
export function inheritSlots(tables: readonly Slots[]): AllSlots {
  return Object.assign({ ...noSlots }, ...tables.toReversed());
}

/** What is about to happen to a value that declares `visible`. */
export type Access =
  | { kind: "read"; name: string }
  | { kind: "write"; name: string; value: Value }
  | { kind: "delete"; name: string }
  /** `method` is the name of a built-in method of the value, when not the value itself is called. */
  | { kind: "call"; args: Value[]; keywords?: Keywords; method?: string };

/** A visible operation: one that another request could notice or disturb. Plain data, shown to the learner. */
export interface Operation {
  /** For instance "session-open", "attribute-read", "lock-acquire", "module-write", "file-read", "database". */
  kind: string;
  /**
   * What it touches: `session:Ab3…`, `file:/notes.txt`, `database:/shop.db`; within one process `module:etat`, `lock:…`.
   * Operations on different objects commute.
   */
  object: string;
  /** The attribute, where there is one; the path of a file; where a lock was made. */
  name?: string;
  /** The value written, as its repr; how a file is opened; what is asked of a database. */
  value?: string;
}
