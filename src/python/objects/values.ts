/**
 * What a Python value is, in this machine.
 *
 * The commonest values are JavaScript primitives, so that arithmetic, dictionary keys and copies of
 * the world cost nothing:
 *
 *   None → null        bool → boolean        str → string whose code units are bytes (0…255)
 *   int  → number, always a safe integer     long → bigint
 *
 * Everything else is a `PyObject`. An `int` of the 64-bit range that a number cannot hold exactly is a
 * `PyInt`; `float` is a `PyFloat`; `unicode` is a `PyUnicode`.
 *
 * `undefined` is never a Python value: it means "unbound", "absent" or "exhausted".
 *
 * Invariants, because the image room copies, fingerprints and stores whole heaps:
 *  - every object is an instance of a class listed in `shapes.ts`;
 *  - no field ever holds a host function, promise, WeakMap or iterator: behaviour is found by type or by name.
 */
import type { Table } from "./table.ts";
import type { PyType } from "./type.ts";

/** Any Python value. */
export type Value = null | boolean | number | bigint | string | PyObject;

/**
 * The most bits of an integer, about 313,000 digits. NOT-PYTHON: CPython's end where its memory does. Firefox and WebKit have no integers of
 * more than 2 ** 20 bits and need a few to spare for what a sum or quotient passes through; and a page is to end alike in every browser.
 */
export const mostBits = 1_040_000;

/** The `serial` of a constant tuple: worlds share it with its code, so that no world may number it. */
export const sharedSerial = -1;

/**
 * A value that is not a JavaScript primitive.
 *
 * @note Here and in the other files of this folder fields are declared (`declare`) and given their values in constructors:
 * a class field with an initialiser makes objects several times slower to create in V8, and frames are made at every call.
 */
export abstract class PyObject {
  /** `type(x)`. A field, not a getter: instances of a learner's subclass of `list` are `PyList`s with another type. */
  declare type: PyType;
  /** The instance's `__dict__`, or null where it has none (yet). */
  declare attributes: Table | null;
  /** Identity number for `id()` and default reprs; 0 until the first time someone asks. */
  declare serial: number;

  constructor(type: PyType) {
    this.type = type;
    this.attributes = null;
    this.serial = 0;
  }
}
