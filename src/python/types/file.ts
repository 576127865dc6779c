/**
 * `file`: the standard streams. Their text goes to the machine or the host; NOT-PYTHON: there is no file system behind `open`.
 */
import { PyFile, PyUnicode } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError, raiseWith } from "../objects/raise.ts";
import { fileType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { address } from "../operations/identity.ts";
import { repr, typeName, unwrap, walk } from "../operations/index.ts";
import { encodeUtf8 } from "./codecs.ts";
import { attributes, between, methods, none, one } from "./define.ts";
import { fillLater } from "./fill-later.ts";

const receiveFile = (v: Value) => (v instanceof PyFile ? v : undefined);

/** `open(name, mode)`: an IOError in CPython's shape, since there is no such file. */
export function raiseNoFile(vm: VM, name: Value, mode: Value): never {
  const plain = unwrap(name);
  if (typeof plain !== "string" && !(plain instanceof PyUnicode))
    raiseError("TypeError", `coercing to Unicode: need string or buffer, ${typeName(name)} found`);
  const isRead = repr(vm, mode).includes("r");
  raiseWith("IOError", isRead ? [2, "No such file or directory", name] : [30, "Read-only file system", name]);
}

function raiseUnreadable(self: PyFile): never {
  if (self.mode === "r") raiseWith("StopIteration", []);
  raiseError("IOError", "File not open for reading");
}

function writeText(vm: VM, self: PyFile, v: Value): void {
  const plain = unwrap(v);
  const text = plain instanceof PyUnicode ? encodeUtf8(plain.value) : plain;
  if (typeof text !== "string") raiseError("TypeError", `expected a character buffer object`);
  if (self.mode === "r") raiseError("IOError", "File not open for writing");
  if (self.name === "<stdout>") vm.emit(text);
  else vm.host.writeError?.(text);
}

fillLater(fileType, () => {
  fileType.slots = {
    repr: (vm, self: PyFile) => `<open file '${self.name}', mode '${self.mode}' at ${address(vm, self)}>`,
    iterate: (_vm, self: PyFile) => self,
    next: (_vm, self: PyFile) => raiseUnreadable(self),
    construct: (vm, _cls, args) => raiseNoFile(vm, args[0] ?? null, args[1] ?? "r"),
  };
  methods(fileType, receiveFile, {
    write: [
      one,
      (vm, self, text: Value) => {
        writeText(vm, self, text);
        return null;
      },
    ],
    writelines: [
      one,
      (vm, self, lines: Value) => {
        walk(vm, lines, (line) => {
          writeText(vm, self, line);
          return true;
        });
        return null;
      },
    ],
    read: [between(0, 1), (_vm, self) => (self.mode === "r" ? "" : raiseUnreadable(self))],
    readline: [between(0, 1), (_vm, self) => (self.mode === "r" ? "" : raiseUnreadable(self))],
    flush: [none, () => null],
    close: [
      none,
      (_vm, self) => {
        self.closed = true;
        return null;
      },
    ],
    isatty: [none, () => false],
    fileno: [none, (_vm, self) => ["<stdin>", "<stdout>", "<stderr>"].indexOf(self.name)],
  });
  attributes(fileType, receiveFile, {
    name: { get: (_vm, self) => self.name },
    mode: { get: (_vm, self) => self.mode },
    closed: { get: (_vm, self) => self.closed },
    encoding: { get: () => "UTF-8" },
    softspace: {
      get: (_vm, self) => self.softspace,
      set: (_vm, self, value) => {
        self.softspace = typeof value === "number" ? value : value === true ? 1 : 0;
      },
    },
  });
});
