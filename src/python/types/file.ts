/**
 * `file`: the standard streams, whose text goes to the machine or the host, and files on the host's disk.
 *
 * An open file is a path, a mode and a position; what it holds is on the disk. NOT-PYTHON: nothing is buffered, so that what a
 * page wrote and did not close is there too (CPython closes a file when nobody knows it any more), and a file that is
 * removed while it is open is empty.
 */
import { PyFile, PyFloat, PyList, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import { bytesOf, PyByteArray } from "../objects/bytes.ts";
import { errnoText } from "../objects/files.ts";
import { Raised, type VM } from "../objects/machine.ts";
import { registerVisible } from "../objects/natives.ts";
import { makeException, raiseError, raiseWith } from "../objects/raise.ts";
import type { Access, Operation } from "../objects/slots.ts";
import { Table } from "../objects/table.ts";
import { fileType, type PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { encodeAscii, encodeUtf8 } from "../operations/coding.ts";
import { address } from "../operations/identity.ts";
import { argumentName, findAttribute, typeName, unwrap, walk } from "../operations/index.ts";
import { integerArgument } from "../operations/items.ts";
import { decode } from "./codecs.ts";
import {
  attributes,
  between,
  exactly,
  methods,
  named,
  none,
  one,
  type Signature,
  variadic,
} from "./define.ts";
import { fillLater } from "./fill-later.ts";
import { toBig } from "./number-kinds.ts";

const receiveFile = (v: Value) => (v instanceof PyFile ? v : undefined);

/** How `open` and `file` take their arguments. */
export const openArguments: Signature = (_name, args, keywords) =>
  named(1, "name", "mode", "buffering")("file", args, keywords);

/** `open(name, mode)`; IOError and ValueError as CPython's. */
export function openFile(vm: VM, name: Value, given: Value = "r", buffering: Value = 0): PyFile {
  integerArgument(vm, buffering);
  const plain = unwrap(name);
  const path = plain instanceof PyUnicode ? encodeUtf8(plain.value) : plain;
  if (typeof path !== "string")
    raiseError("TypeError", `coercing to Unicode: need string or buffer, ${typeName(name)} found`);
  if (path.includes("\0"))
    raiseError("TypeError", "file() argument 1 must be encoded string without null bytes, not str");
  const mode = modeOf(given);
  vm.charge(20 + (path.length >> 2));
  vm.allocate(openSize + path.length);
  const fail = (errno: number) => raiseErrno(errno, name);
  const { files } = vm.host;
  if (files === undefined) return fail(mode.startsWith("w") ? 13 : 2);
  const state = files.look(path);
  if (state?.kind === "folder") fail(21);
  if (/^[rU]/.test(mode) && state === undefined) fail(files.look(`${path}/..`)?.kind === "file" ? 20 : 2);
  if (mode.startsWith("w") || (mode.startsWith("a") && state === undefined)) {
    const errno = files.write(path, "");
    if (errno !== 0) fail(errno);
  }
  const file = new PyFile(path, mode);
  file.path = files.absolute(path);
  if (/^a[^+]*$/.test(mode) && state?.kind === "file") file.position = state.content.length;
  return file;
}

/** What an open file, or a new one, weighs without its contents, about, in bytes. */
const openSize = 256;

/** Raises an IOError that names the file. */
function raiseErrno(errno: number, filename: Value): never {
  const exception = makeException("IOError", [errno, errnoText(errno)]);
  exception.fields = new Table();
  exception.fields.set("filename", "filename", filename);
  throw new Raised(exception);
}

function modeOf(given: Value): string {
  const mode = unwrap(given);
  if (typeof mode !== "string")
    return raiseError("TypeError", `file() argument 2 must be string, not ${argumentName(given)}`);
  if (mode === "") raiseError("ValueError", "empty mode string");
  const isMixed = /U/.test(mode) && /[wa]/.test(mode);
  if (/^[rwaU]/.test(mode) && !isMixed) return mode;
  return raiseError(
    "ValueError",
    isMixed
      ? "universal newline mode can only be used with modes starting with 'r'"
      : `mode string must begin with one of 'r', 'w', 'a' or 'U', not '${mode}'`,
  );
}

function requireOpen(self: PyFile): void {
  if (self.closed) raiseError("ValueError", "I/O operation on closed file");
}

/** All of the file `name`; IOError. */
export function readFile(vm: VM, name: Value): string {
  return contentOf(vm, openFile(vm, name));
}

/** What the file holds, for reading up to `end`. */
function readable(vm: VM, self: PyFile, end: number): string {
  requireOpen(self);
  if (!/[rU+]/.test(self.mode)) raiseError("IOError", "File not open for reading");
  return contentOf(vm, self, end);
}

/** What it holds; of standard input at least the first `length` bytes. */
function contentOf(vm: VM, { path, name }: PyFile, length = 0): string {
  if (path === null) return name === "<stdin>" ? (vm.host.input?.(length) ?? "") : "";
  const state = vm.host.files?.look(path);
  return state?.kind === "file" ? state.content : "";
}

/** Refuses to read what a `for` over the lines has already read ahead. */
function requireNothingAhead(self: PyFile): void {
  if (self.ahead > self.position)
    raiseError("ValueError", "Mixing iteration and read methods would lose data");
}

/** Moves on to `end` and gives what lies between, with `\n` at the ends of lines where the mode has a U. */
function take(vm: VM, self: PyFile, content: string, end: number): string {
  const text = content.slice(self.position, end);
  vm.allocate(text.length);
  self.position = Math.max(self.position, Math.min(end, content.length));
  return self.mode.includes("U") ? text.replace(/\r\n?/g, "\n") : text;
}

/** Where `count` characters from here end; where the mode has a U, `\r\n` is one. */
function endOf(self: PyFile, content: string, count: number): number {
  let end = self.position + count;
  if (!self.mode.includes("U") || end >= content.length) return end;
  for (let at = self.position; at < end; at++)
    if (content[at] === "\r" && content[at + 1] === "\n") {
      at++;
      end++;
    }
  return end;
}

/** The next line, "" at the end. */
export function nextLine(vm: VM, self: PyFile, limit = Number.POSITIVE_INFINITY): string {
  let content = readable(vm, self, self.position + 1);
  for (let known = 0; self.name === "<stdin>" && known < content.length; ) {
    if (content.includes("\n", self.position)) break;
    known = content.length;
    content = readable(vm, self, known + 1);
  }
  const newline = self.mode.includes("U") ? /\r\n?|\n/g : /\n/g;
  newline.lastIndex = self.position;
  const end = newline.test(content) ? newline.lastIndex : content.length;
  vm.charge(4 + ((end - self.position) >> 6));
  return take(vm, self, content, Math.min(end, self.position + limit));
}

/** The next line for a `for`, which reads blocks ahead and so moves the file itself. */
function iterateLine(vm: VM, self: PyFile): string | undefined {
  let ahead = Math.max(self.ahead, self.position);
  if (ahead === self.position) ahead += readAhead;
  const line = nextLine(vm, self);
  for (let size = readAhead; ahead < self.position; ahead += size) size += size >> 2;
  self.ahead = line === "" ? 0 : Math.min(ahead, contentOf(vm, self).length);
  return line || undefined;
}

/** CPython's READAHEAD_BUFSIZE. */
const readAhead = 8192;

/** A size argument: absent or negative is no limit. */
function sizeOf(vm: VM, v: Value | undefined): number {
  if (v === undefined) return Number.POSITIVE_INFINITY;
  const size = integerArgument(vm, v);
  return size < 0 ? Number.POSITIVE_INFINITY : size;
}

function bytesToWrite(self: PyFile, v: Value): string {
  const plain = unwrap(v);
  const bytes = bytesOf(plain);
  if (bytes !== undefined) return bytes;
  if (!(plain instanceof PyUnicode))
    return raiseError("TypeError", "expected a string or other character buffer object");
  return self.path === null ? encodeUtf8(plain.value) : encodeAscii(plain.value);
}

/** Is it standard output? */
function isPage({ path, name }: PyFile): boolean {
  return path === null && name === "<stdout>";
}

function writeText(vm: VM, self: PyFile, v: Value): void {
  requireOpen(self);
  const text = bytesToWrite(self, v);
  if (!/[wa+]/.test(self.mode)) raiseError("IOError", "File not open for writing");
  self.softspace = 0;
  if (self.path !== null) overwrite(vm, self, text);
  else if (isPage(self)) vm.emit(text);
  else vm.host.writeError?.(text);
}

/** Puts `text` at the position, or at the end where the mode has an `a`. */
function overwrite(vm: VM, self: PyFile, text: string): void {
  const before = contentOf(vm, self);
  const at = self.mode.startsWith("a") ? before.length : self.position;
  const missing = Math.max(0, at - before.length);
  // What stands behind is copied.
  vm.charge(3 + (at < before.length ? before.length >> 8 : 0));
  vm.allocate(text.length + missing);
  store(vm, self, before.slice(0, at) + "\0".repeat(missing) + text + before.slice(at + text.length));
  self.position = at + text.length;
}

function store(vm: VM, { path }: PyFile, content: string): void {
  const errno = vm.host.files?.write(path ?? "", content) ?? 0;
  if (errno !== 0) raiseWith("IOError", [errno, errnoText(errno)]);
}

function seek(vm: VM, self: PyFile, offset: Value, whence: Value = 0): Value {
  requireOpen(self);
  const bases: Readonly<Record<string, number>> = {
    0: 0,
    1: Math.max(self.position, self.ahead),
    2: contentOf(vm, self).length,
  };
  const by = toBig(offset) ?? (offset instanceof PyFloat ? BigInt(Math.trunc(offset.value) || 0) : undefined);
  if (by === undefined)
    return raiseError("TypeError", `'${typeName(offset)}' object cannot be interpreted as an index`);
  const position = (bases[String(whence)] ?? Number.NaN) + Number(by);
  if (!(position >= 0)) raiseWith("IOError", [22, "Invalid argument"]);
  self.position = position;
  self.ahead = 0;
  return null;
}

function truncate(vm: VM, self: PyFile, size?: Value): Value {
  requireOpen(self);
  if (!/[wa+]/.test(self.mode)) raiseError("IOError", "File not open for writing");
  const length = size === undefined ? self.position : integerArgument(vm, size);
  if (length < 0) raiseWith("IOError", [22, "Invalid argument"]);
  vm.allocate(length);
  store(vm, self, contentOf(vm, self).slice(0, length).padEnd(length, "\0"));
  return null;
}

function readLines(vm: VM, self: PyFile, hint?: Value): Value {
  readable(vm, self, 0);
  requireNothingAhead(self);
  const lines: Value[] = [];
  // CPython reads at least a buffer full.
  const end = self.position + Math.max(8192, sizeOf(vm, hint === 0 ? undefined : hint));
  for (let line = nextLine(vm, self); line !== ""; line = nextLine(vm, self)) {
    lines.push(line);
    if (self.position >= end) break;
  }
  return new PyList(lines);
}

function writeLines(vm: VM, self: PyFile, lines: Value): Value {
  requireOpen(self);
  if (!/[wa+]/.test(self.mode)) raiseError("IOError", "File not open for writing");
  const isWalked = typeof lines === "string" || findAttribute(vm, lines, "__iter__") !== undefined;
  if (!isWalked && findAttribute(vm, lines, "__getitem__") === undefined)
    raiseError("TypeError", "writelines() requires an iterable argument");
  walk(vm, lines, (line) => {
    if (typeof line !== "string" && !(unwrap(line) instanceof PyUnicode))
      raiseError("TypeError", "writelines() argument must be a sequence of strings");
    writeText(vm, self, line);
    return true;
  });
  return null;
}

fillLater(fileType, () => {
  fileType.slots = {
    repr: (vm, self: PyFile) =>
      `<${self.closed ? "closed" : "open"} file '${self.name}', mode '${self.mode}' at ${address(vm, self)}>`,
    iterate: (_vm, self: PyFile) => {
      requireOpen(self);
      return self;
    },
    next: iterateLine,
    construct: (vm, cls: PyType, args, keywords) => {
      const [name = null, mode, buffering] = openArguments("file", args, keywords);
      const file = openFile(vm, name, mode, buffering);
      file.type = cls;
      return file;
    },
    visible: fileOperation,
  };
  methods(fileType, receiveFile, {
    write: [
      exactly(1),
      (vm, self, text: Value) => {
        writeText(vm, self, text);
        return null;
      },
    ],
    writelines: [one, writeLines],
    read: [
      between(0, 1),
      (vm, self, size?: Value) => {
        const count = sizeOf(vm, size);
        const content = readable(vm, self, self.position + count);
        requireNothingAhead(self);
        vm.charge(Math.min(count, content.length) >> 6);
        return take(vm, self, content, endOf(self, content, count));
      },
    ],
    readline: [
      between(0, 1),
      (vm, self, size?: Value) => {
        readable(vm, self, 0);
        requireNothingAhead(self);
        return nextLine(vm, self, sizeOf(vm, size));
      },
    ],
    readlines: [between(0, 1), readLines],
    readinto: [
      one,
      (vm, self, array: Value) => {
        if (!(array instanceof PyByteArray))
          raiseError("TypeError", `must be read-write buffer, not ${typeName(array)}`);
        const { length } = array.bytes;
        const content = readable(vm, self, self.position + length);
        requireNothingAhead(self);
        const text = take(vm, self, content, self.position + length);
        array.bytes = text + array.bytes.slice(text.length);
        return text.length;
      },
    ],
    xreadlines: [
      none,
      (_vm, self) => {
        requireOpen(self);
        return self;
      },
    ],
    seek: [between(1, 2), seek],
    tell: [
      none,
      (_vm, self) => {
        requireOpen(self);
        return Math.max(self.position, self.ahead);
      },
    ],
    truncate: [between(0, 1), truncate],
    flush: [
      none,
      (_vm, self) => {
        requireOpen(self);
        return null;
      },
    ],
    close: [none, closeFile],
    __enter__: [
      none,
      (_vm, self) => {
        requireOpen(self);
        return self;
      },
    ],
    __exit__: [variadic, closeFile],
    isatty: [
      none,
      (_vm, self) => {
        requireOpen(self);
        return false;
      },
    ],
    fileno: [
      none,
      (_vm, self) => {
        requireOpen(self);
        const stream = ["<stdin>", "<stdout>", "<stderr>"].indexOf(self.name);
        return stream < 0 ? 3 : stream;
      },
    ],
  });
  attributes(fileType, receiveFile, {
    name: { get: (_vm, self) => self.name },
    mode: { get: (_vm, self) => self.mode },
    closed: { get: (_vm, self) => self.closed },
    encoding: { get: (_vm, self) => (self.path === null ? "UTF-8" : null) },
    errors: { get: () => null },
    newlines: { get: newlinesSeen },
    softspace: {
      get: ({ thread }, self) => (isPage(self) ? Number(thread.softspace) : self.softspace),
      set: ({ thread }, self, value) => {
        self.softspace = typeof value === "number" ? value : value === true ? 1 : 0;
        if (isPage(self)) thread.softspace = self.softspace !== 0;
      },
    },
  });
});

// What a scheduler may ask beforehand

const reading = new Set(["read", "readline", "readlines", "next", "__iter__"]);
const writing = new Set(["write", "writelines", "truncate"]);

/** Nothing is buffered: closing a file, or flushing it, is nothing that others could notice. A `for` over its lines is one reading. */
function fileOperation(vm: VM, self: PyFile, access: Access): Operation | undefined {
  if (access.kind !== "call" || access.method === undefined || self.path === null) return undefined;
  if (reading.has(access.method)) return onFile(vm, "file-read", self.path);
  return writing.has(access.method) ? onFile(vm, "file-write", self.path) : undefined;
}

/** The operation `kind` on the file `path`; undefined where the host has no disk. */
export function onFile(
  { host }: VM,
  kind: string,
  path: Value | undefined,
  value?: string,
): Operation | undefined {
  const plain = unwrap(path ?? null);
  const bytes = plain instanceof PyUnicode ? encodeUtf8(plain.value) : plain;
  if (typeof bytes !== "string" || host.files === undefined) return undefined;
  const absolute = host.files.absolute(bytes);
  const text = decode(absolute, "utf-8", "replace");
  const name = (text instanceof PyUnicode ? text.value.slice(1) : "") || "/";
  return { kind, object: `file:${absolute}`, name, ...(value !== undefined && { value }) };
}

registerVisible("open", (vm, args, keywords) => {
  const mode = args[1] ?? keywords?.get("mode") ?? "r";
  return onFile(vm, "file-open", args[0] ?? keywords?.get("name"), String(mode));
});

/** What ended the lines that were read: None, one of three, or a tuple of them. */
function newlinesSeen(vm: VM, self: PyFile): Value {
  if (!self.mode.includes("U")) return null;
  vm.charge(self.position >> 6);
  const read = contentOf(vm, self).slice(0, self.position);
  vm.charge(read.length >> 1);
  const seen = ["\r", "\n", "\r\n"].filter((end) => read.match(/\r\n?|\n/g)?.includes(end));
  return seen.length > 1 ? new PyTuple(seen) : (seen[0] ?? null);
}

function closeFile(_vm: VM, self: PyFile): Value {
  self.closed = true;
  return null;
}
