/**
 * Values as panels and events show them: Python's `repr`, but no Python runs for it.
 *
 * A page's own `__repr__` could print, fail or change the very session being shown, so instances are shown by their class
 * only. The text is bounded: a session may hold megabytes.
 */
import {
  bytesRepr,
  floatRepr,
  PyComplex,
  PyDict,
  PyFloat,
  PyInt,
  PyList,
  PyObject,
  PyOldInstance,
  PySet,
  PyTuple,
  PyUnicode,
  unicodeRepr,
  type Value,
} from "../python/index.ts";

/** Longest text of a value in an event. */
const DISPLAY_LIMIT = 200;

/** `value` as its `repr`, at most `limit` characters and an ellipsis. */
export function displayValue(value: Value, limit: number = DISPLAY_LIMIT): string {
  const display = new Display(limit);
  display.add(value);
  return display.text.length > limit ? `${display.text.slice(0, limit)}…` : display.text;
}

/** The name of `value`'s type; for an instance of a page's class, the class. */
export function displayType(value: Value): string {
  switch (typeof value) {
    case "string":
      return "str";
    case "number":
      return "int";
    case "bigint":
      return "long";
    case "boolean":
      return "bool";
  }
  if (value === null) return "NoneType";
  return value instanceof PyOldInstance ? value.cls.name : value.type.name;
}

class Display {
  text = "";
  private limit: number;
  /** Containers we are inside of: a cycle is shown as `[...]`, as CPython does. */
  private inside = new Set<PyObject>();

  constructor(limit: number) {
    this.limit = limit;
  }

  add(value: Value): void {
    if (this.text.length > this.limit) return;
    if (value instanceof PyObject) this.addObject(value);
    else this.text += primitiveText(value, this.limit);
  }

  private addObject(value: PyObject): void {
    if (value instanceof PyInt) this.text += String(value.value);
    else if (value instanceof PyFloat) this.text += floatRepr(value.value);
    else if (value instanceof PyComplex) this.text += complexText(value);
    else if (value instanceof PyUnicode) this.text += unicodeRepr(value.value.slice(0, this.limit + 1));
    else if (!this.addContainer(value)) this.text += instanceText(value);
  }

  /** True when `value` is a container. */
  private addContainer(value: PyObject): boolean {
    const [open, close] = marksOf(value);
    if (open === undefined || close === undefined) return false;
    if (this.inside.has(value)) {
      this.text += `${open}...${close}`;
      return true;
    }
    this.inside.add(value);
    this.text += open;
    this.addParts(value);
    this.text += close;
    this.inside.delete(value);
    return true;
  }

  private addParts(value: PyObject): void {
    if (value instanceof PyTuple || value instanceof PyList) this.addItems(value.items);
    else if (value instanceof PySet) this.addItems(value.table.keys);
    else if (value instanceof PyDict) this.addItems(value.table.keys, value.table.values);
    if (value instanceof PyTuple && value.items.length === 1) this.text += ",";
  }

  private addItems(items: (Value | undefined)[], values?: (Value | undefined)[]): void {
    let isFirst = true;
    for (const [at, item] of items.entries()) {
      if (item === undefined) continue;
      if (this.text.length > this.limit) return;
      if (!isFirst) this.text += ", ";
      isFirst = false;
      this.add(item);
      if (values === undefined) continue;
      this.text += ": ";
      this.add(values[at] ?? null);
    }
  }
}

function primitiveText(value: Exclude<Value, PyObject>, limit: number): string {
  switch (typeof value) {
    case "string":
      return bytesRepr(value.slice(0, limit + 1));
    case "boolean":
      return value ? "True" : "False";
    case "bigint":
      return bigText(value, limit);
    default:
      return value === null ? "None" : String(value);
  }
}

/** Writing out a number of a million digits takes long; a bounded one is enough to show. */
function bigText(value: bigint, limit: number): string {
  const size = value < 0n ? -value : value;
  if (size < 10n ** BigInt(limit + 50)) return `${value}L`;
  return "a long of many digits".padEnd(limit + 1);
}

function marksOf(value: PyObject): [open?: string, close?: string] {
  if (value instanceof PyTuple) return ["(", ")"];
  if (value instanceof PyList) return ["[", "]"];
  if (value instanceof PyDict) return ["{", "}"];
  if (value instanceof PySet) return value.isFrozen ? ["frozenset([", "])"] : ["set([", "])"];
  return [];
}

function complexText({ real, imag }: PyComplex): string {
  const part = (value: number): string => floatRepr(value).replace(/\.0$/, "");
  if (real === 0 && !Object.is(real, -0)) return `${part(imag)}j`;
  const sign = imag < 0 || Object.is(imag, -0) ? "" : "+";
  return `(${part(real)}${sign}${part(imag)}j)`;
}

function instanceText(value: PyObject): string {
  if (value instanceof PyOldInstance) return `<${value.cls.name} instance>`;
  return value.type.builtin ? `<${value.type.name}>` : `<${value.type.name} object>`;
}
