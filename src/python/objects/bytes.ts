/**
 * Bytes that are no `str`: `bytearray`, which changes, and the views `buffer` and `memoryview`. What they do is in `types/bytes.ts`,
 * which is not among what a page needs at first.
 */
import { builtinType, type PyType } from "./type.ts";
import { PyObject, type Value } from "./values.ts";

export const bytearrayType: PyType = builtinType("bytearray");
export const bufferType: PyType = builtinType("buffer");
export const memoryviewType: PyType = builtinType("memoryview");

/** `bytes` has code units 0…255, like a `str`. */
export class PyByteArray extends PyObject {
  declare bytes: string;
  constructor(bytes: string, type: PyType = bytearrayType) {
    super(type);
    this.bytes = bytes;
  }
}

/** A view of `size` bytes of `source`, from `start` on; of all that follow where the size is null. */
export class PyByteView extends PyObject {
  declare source: Value;
  declare start: number;
  declare size: number | null;
  constructor(type: PyType, source: Value, start: number, size: number | null) {
    super(type);
    this.source = source;
    this.start = start;
    this.size = size;
  }
}

/** The bytes of a str (not of a subclass), a bytearray or a view; undefined for anything else. */
export function bytesOf(v: Value): string | undefined {
  if (typeof v === "string") return v;
  if (v instanceof PyByteArray) return v.bytes;
  if (!(v instanceof PyByteView)) return undefined;
  const { source, start, size } = v;
  return bytesOf(source)?.slice(start, size === null ? undefined : start + size);
}
