/**
 * Writing a pickle, protocol 0: the printable one. What we write, `pickle.loads` of CPython 2.7 reads back equal.
 *
 *     N .                        None                     (lp0 I1 a I2 a .     [1, 2]
 *     I5  L5L  F1.5  S'x'  Vx    numbers and strings      (dp0 S'a' I1 s .     {'a': 1}
 *     (I1 I2 t                   (1, 2)                   g0                   what p0 named
 *
 * (each argument ends its line). Only containers met more than once get a name, so the text stays readable. Sets and
 * complex numbers are written as CPython reduces them: a call of their type.
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
  PySet,
  PyTuple,
  PyUnicode,
  type Value,
} from "../python/index.ts";
import { type Obstacle, survey } from "./stored-values.ts";

/** Longest pickle of one session, in bytes. */
export const MAX_PICKLE_BYTES = 4_194_304;

/** The pickle's text, a byte string, or what stood in the way. */
export type Pickled = { ok: true; text: string } | { ok: false; obstacle: Obstacle };

/** Pickles a session's attributes as a dictionary. */
export function pickleAttributes(attributes: Iterable<readonly [name: string, value: Value]>): Pickled {
  const pairs = [...attributes];
  const shared = new Set<PyObject>();
  // What two attributes share is shared too.
  const seen = new Set<PyObject>();
  for (const [name, value] of pairs) {
    const found = survey(name, value);
    if (found.obstacle !== undefined) return { ok: false, obstacle: found.obstacle };
    for (const object of found.shared) shared.add(object);
    for (const object of found.met) {
      if (seen.has(object)) shared.add(object);
      seen.add(object);
    }
  }
  return write(pairs, shared);
}

function write(pairs: (readonly [string, Value])[], shared: Set<PyObject>): Pickled {
  const writer = new PickleWriter(shared);
  writer.put("(d");
  for (const [name, value] of pairs) {
    writer.write(name);
    writer.write(value);
    writer.put("s");
    if (writer.isTooLong) return { ok: false, obstacle: tooLong(name) };
  }
  writer.put(".");
  return { ok: true, text: writer.text };
}

/** Pickles one value. */
export function pickle(value: Value): Pickled {
  const { obstacle, shared } = survey("value", value);
  if (obstacle !== undefined) return { ok: false, obstacle };
  const writer = new PickleWriter(shared);
  writer.write(value);
  writer.put(".");
  return writer.isTooLong ? { ok: false, obstacle: tooLong("value") } : { ok: true, text: writer.text };
}

function tooLong(path: string): Obstacle {
  const message = `the session cannot be stored on disk: with the attribute '${path}' it takes more than ${MAX_PICKLE_BYTES} bytes. Keep less in it`;
  return { path, type: "size", message };
}

class PickleWriter {
  private pieces: string[] = [];
  private length = 0;
  private shared: Set<PyObject>;
  private names = new Map<PyObject, number>();

  constructor(shared: Set<PyObject>) {
    this.shared = shared;
  }

  get text(): string {
    return this.pieces.join("");
  }

  get isTooLong(): boolean {
    return this.length > MAX_PICKLE_BYTES;
  }

  put(piece: string): void {
    this.length += piece.length;
    if (!this.isTooLong) this.pieces.push(piece);
  }

  write(value: Value): void {
    if (this.isTooLong) return;
    const name = value instanceof PyObject ? this.names.get(value) : undefined;
    if (name !== undefined) this.put(`g${name}\n`);
    else if (value instanceof PyObject) this.writeObject(value);
    else this.writePrimitive(value);
  }

  private writePrimitive(value: Exclude<Value, PyObject>): void {
    switch (typeof value) {
      case "string":
        this.put(`S${bytesRepr(value)}\n`);
        break;
      case "number":
        this.put(`I${value}\n`);
        break;
      case "bigint":
        this.put(`L${value}L\n`);
        break;
      case "boolean":
        this.put(value ? "I01\n" : "I00\n");
        break;
      default:
        this.put("N");
        break;
    }
  }

  private writeObject(value: PyObject): void {
    if (value instanceof PyInt) this.put(`I${value.value}\n`);
    else if (value instanceof PyFloat) this.put(`F${floatRepr(value.value)}\n`);
    else if (value instanceof PyUnicode) this.writeUnicode(value);
    else if (value instanceof PyTuple) this.writeTuple(value);
    else if (value instanceof PyList) this.writeList(value);
    else if (value instanceof PyDict) this.writeDict(value);
    else if (value instanceof PySet) this.writeSet(value);
    else if (value instanceof PyComplex) this.writeComplex(value);
  }

  /** Gives what lies on top of the reader's stack a name, if it is needed again. */
  private name(value: PyObject): void {
    if (!this.shared.has(value)) return;
    this.names.set(value, this.names.size);
    this.put(`p${this.names.size - 1}\n`);
  }

  private writeUnicode(value: PyUnicode): void {
    this.put(`V${rawUnicodeEscape(value.value)}\n`);
    this.name(value);
  }

  private writeList(list: PyList): void {
    this.put("(l");
    this.name(list);
    for (const item of list.items) {
      this.write(item);
      this.put("a");
    }
  }

  private writeDict(dict: PyDict): void {
    this.put("(d");
    this.name(dict);
    for (const [at, key] of dict.table.keys.entries()) {
      if (key === undefined) continue;
      this.write(key);
      this.write(dict.table.values[at] ?? null);
      this.put("s");
    }
  }

  /** A tuple exists only after its items; when one of them led back to it, it has been written inside already. */
  private writeTuple(tuple: PyTuple): void {
    this.put("(");
    for (const item of tuple.items) this.write(item);
    const name = this.names.get(tuple);
    this.put(name === undefined ? "t" : `${"0".repeat(tuple.items.length + 1)}g${name}\n`);
    if (name === undefined) this.name(tuple);
  }

  private writeSet(set: PySet): void {
    this.put(`c__builtin__\n${set.isFrozen ? "frozenset" : "set"}\n((l`);
    for (const item of set.table.keys) {
      if (item === undefined) continue;
      this.write(item);
      this.put("a");
    }
    this.put("tR");
    this.name(set);
  }

  private writeComplex({ real, imag }: PyComplex): void {
    this.put(`c__builtin__\ncomplex\n(F${floatRepr(real)}\nF${floatRepr(imag)}\ntR`);
  }
}

/** Python's raw-unicode-escape, with the characters that would end or garble a line written as escapes. */
function rawUnicodeEscape(value: string): string {
  let text = "";
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x10000) text += `\\U${hex(code, 8)}`;
    else if (code >= 0x100 || character === "\\" || code < 0x20) text += `\\u${hex(code, 4)}`;
    else text += character;
  }
  return text;
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, "0");
}
