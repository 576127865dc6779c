/**
 * Exceptions: making them, their attributes and how they print (CPython's `exceptions.c`).
 *
 * Attributes that are not in `__dict__` (`message`, `errno`, `filename`, …) follow from `args` until someone assigns them.
 */
import { PyDict, PyList, PySlice, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import { baseExceptionType, exceptionType, exceptionTypes, PyException } from "../objects/exception.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import { Table } from "../objects/table.ts";
import type { PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { decodeAscii, encodeAscii } from "../operations/coding.ts";
import { drain, getItem, repr, str, typeName, unwrap } from "../operations/index.ts";
import { asIndex, integerArgument } from "../operations/items.ts";
import { escapeUnit } from "./codecs-errors.ts";
import { type Attribute, attributes, methods, none, one } from "./define.ts";
import { fillLater } from "./fill-later.ts";
import { baseStr } from "./first.ts";

/** An assigned attribute, else what `args` say. */
function field(self: PyException, name: string, fromArgs: () => Value): Value {
  return self.fields?.get(name) ?? fromArgs();
}

function setField(self: PyException, name: string, value: Value): void {
  self.fields ??= new Table();
  self.fields.set(name, name, value);
}

/** An attribute that follows from `args` until assigned. */
function following(name: string, fromArgs: (args: Value[]) => Value): Attribute<PyException> {
  return {
    get: (_vm, self) => field(self, name, () => fromArgs(self.args)),
    set: (_vm, self, value) => setField(self, name, value),
  };
}

const receiveException = (v: Value) => (v instanceof PyException ? v : undefined);

function isOf(self: PyException, name: string): boolean {
  return self.type.mro.includes(exceptionType(name));
}

/** The class, its arguments and the attributes that the exception was given. */
function reduceException(vm: VM, self: PyException): Value {
  const args = self.args.slice();
  if (args.length === 2 && isOf(self, "EnvironmentError")) {
    const name = filename.get(vm, self);
    if (name !== null) args.push(name);
  }
  const parts: Value[] = [self.type, new PyTuple(args)];
  if (self.attributes !== null) parts.push(new PyDict(self.attributes));
  return new PyTuple(parts);
}

// Most have nothing of their own but `__init__`.
for (const type of exceptionTypes) fillLater(type, () => {});

fillLater(baseExceptionType, () => {
  baseExceptionType.slots = {
    repr: (vm, self: PyException) => {
      const { args } = self;
      const shown = args.length === 0 ? "()" : repr(vm, new PyTuple(args));
      return self.type.name + shown;
    },
    str: baseStr,
    construct: (_vm, cls: PyType) => new PyException(cls, []),
    initialise: (vm, self: PyException, args, keywords) => {
      if (keywords !== null && keywords.size > 0)
        raiseError(
          "TypeError",
          `${self.type.builtin ? "exceptions." : ""}${self.type.name} does not take keyword arguments`,
        );
      self.args = args;
      if (args.length === 2 && isOf(self, "SyntaxError") && drain(vm, args[1] ?? null).length !== 4)
        raiseError("IndexError", "tuple index out of range");
      // EnvironmentError keeps a file name apart from its args.
      if (args.length === 3 && isOf(self, "EnvironmentError")) {
        setField(self, "filename", args[2] ?? null);
        self.args = args.slice(0, 2);
      }
    },
    getItem: (vm, self: PyException, key) => {
      if (!(key instanceof PySlice) || key.step !== null)
        asIndex(vm, key, `sequence index must be integer, not '${typeName(key)}'`);
      return getItem(vm, new PyTuple(self.args), key);
    },
  };
  attributes(baseExceptionType, receiveException, {
    args: {
      get: (_vm, self) => new PyTuple(self.args.slice()),
      set: (vm, self, value) => {
        self.args = drain(vm, value);
      },
    },
    message: following("message", (args) => (args.length === 1 ? (args[0] ?? null) : "")),
  });
  methods(baseExceptionType, receiveException, {
    __reduce__: [none, (vm, self) => reduceException(vm, self)],
    __setstate__: [
      one,
      (_vm, self, state: Value) => {
        if (state instanceof PyDict) self.attributes = state.table;
        else if (state !== null) raiseError("TypeError", "state is not a dictionary");
        return null;
      },
    ],
    __unicode__: [
      none,
      (vm, self) => {
        const [only] = self.args;
        if (self.type.guest("__str__", "str") !== undefined) return new PyUnicode(decodeAscii(str(vm, self)));
        if (only === undefined) return new PyUnicode("");
        if (self.args.length === 1 && only instanceof PyUnicode) return only;
        return new PyUnicode(str(vm, self));
      },
    ],
  });
});

/* KeyError ---------------------------------------------------------------------------------------------- */

const keyError = exceptionType("KeyError");
fillLater(keyError, () => {
  keyError.slots = {
    str: (vm, self: PyException) => {
      const [only] = self.args;
      return self.args.length === 1 && only !== undefined ? repr(vm, only) : baseStr(vm, self);
    },
  };
});

/* SystemExit -------------------------------------------------------------------------------------------- */

const systemExit = exceptionType("SystemExit");
fillLater(systemExit, () => {
  attributes(systemExit, receiveException, {
    code: following("code", (args) =>
      args.length === 0 ? null : args.length === 1 ? (args[0] ?? null) : new PyTuple(args),
    ),
  });
});

/* EnvironmentError -------------------------------------------------------------------------------------- */

const environmentError = exceptionType("EnvironmentError");
const errno = following("errno", (args) => (args.length === 2 ? (args[0] ?? null) : null));
const strerror = following("strerror", (args) => (args.length === 2 ? (args[1] ?? null) : null));
const filename = following("filename", () => null);

fillLater(environmentError, () => {
  attributes(environmentError, receiveException, { errno, strerror, filename });
  environmentError.slots = {
    str: (vm, self: PyException) => {
      if (self.args.length !== 2 && self.fields === null) return baseStr(vm, self);
      const number = str(vm, errno.get(vm, self));
      const text = str(vm, strerror.get(vm, self));
      const file = filename.get(vm, self);
      return `[Errno ${number}] ${text}${file === null ? "" : `: ${repr(vm, file)}`}`;
    },
  };
});

/* SyntaxError ------------------------------------------------------------------------------------------- */

/** The four details of a SyntaxError: file, line, offset, text. */
function detail(at: number): (args: Value[]) => Value {
  return (args) => {
    const [, details] = args;
    if (details instanceof PyTuple || details instanceof PyList) return details.items[at] ?? null;
    return null;
  };
}

const syntaxError = exceptionType("SyntaxError");
const message = following("msg", (args) => args[0] ?? null);
const file = following("filename", detail(0));
const line = following("lineno", detail(1));

fillLater(syntaxError, () => {
  attributes(syntaxError, receiveException, {
    msg: message,
    filename: file,
    lineno: line,
    offset: following("offset", detail(2)),
    text: following("text", detail(3)),
    print_file_and_line: following("print_file_and_line", () => null),
  });
  syntaxError.slots = {
    str: (vm, self: PyException) => {
      const text = str(vm, message.get(vm, self));
      const name = file.get(vm, self);
      const at = line.get(vm, self);
      const base = typeof name === "string" ? name.slice(name.lastIndexOf("/") + 1) : undefined;
      if (base !== undefined && typeof at === "number") return `${text} (${base}, line ${at})`;
      if (base !== undefined) return `${text} (${base})`;
      return typeof at === "number" ? `${text} (line ${at})` : text;
    },
  };
});

/* UnicodeError ------------------------------------------------------------------------------------------ */

const codingParts = ["encoding", "object", "start", "end", "reason"];

for (const name of ["UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError"]) {
  const type = exceptionType(name);
  const names = name === "UnicodeTranslateError" ? codingParts.slice(1) : codingParts;
  const isDecoding = name === "UnicodeDecodeError";
  fillLater(type, () => {
    for (const [i, part] of names.entries())
      attributes(type, receiveException, { [part]: following(part, (args) => args[i] ?? null) });
    type.slots = {
      str: (vm, self: PyException) => codingStr(vm, self, names, isDecoding),
      initialise: (vm, self: PyException, args) => {
        if (args.length !== names.length)
          raiseError("TypeError", `function takes exactly ${names.length} arguments (${args.length} given)`);
        for (const [i, part] of names.entries())
          checkPart(vm, args[i] ?? null, i + 1, part === "object" && !isDecoding ? "unicode" : part);
        self.args = args;
      },
    };
  });
}

/** TypeError for an argument of the wrong type: positions are whole numbers, the text is unicode, all else bytes. */
function checkPart(vm: VM, v: Value, place: number, part: string): void {
  if (part === "start" || part === "end") integerArgument(vm, v);
  else {
    const wanted = part === "unicode" ? part : "str";
    if (typeName(unwrap(v)) !== wanted)
      raiseError("TypeError", `argument ${place} must be ${wanted}, not ${typeName(v)}`);
  }
}

/** "'ascii' codec can't decode byte 0xc3 in position 0: ordinal not in range(128)" */
function codingStr(vm: VM, self: PyException, names: readonly string[], decoding: boolean): string {
  const [encoding = null, object = "", start = 0, end = 0, reason = ""] = codingParts.map((name) =>
    field(self, name, () => self.args[names.indexOf(name)] ?? null),
  );
  const from = Number(start);
  const to = Number(end);
  const verb = decoding ? "decode" : "encode";
  const head = encoding === null ? "can't translate" : `'${str(vm, encoding)}' codec can't ${verb}`;
  const tail = readable(vm, reason);
  if (to !== from + 1)
    return `${head} ${decoding ? "bytes" : "characters"} in position ${from}-${to - 1}: ${tail}`;
  return `${head} ${decoding ? "byte" : "character"} ${badUnit(object, from)} in position ${from}: ${tail}`;
}

function readable(vm: VM, v: Value): string {
  const plain = unwrap(v);
  return plain instanceof PyUnicode ? encodeAscii(plain.value) : str(vm, plain);
}

/** The offending byte or character, as the message spells it. */
function badUnit(object: Value, at: number): string {
  const plain = unwrap(object);
  if (typeof plain === "string") return `0x${plain.charCodeAt(at).toString(16).padStart(2, "0")}`;
  return `u'${plain instanceof PyUnicode ? escapeUnit(plain.value.charAt(at)) : ""}'`;
}
