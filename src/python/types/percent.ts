/**
 * `format % args` for str and unicode (CPython's `PyString_Format`).
 *
 * A byte format that meets a unicode argument under `%s`, `%r` or `%c` becomes a unicode format as a whole: it starts
 * again with the format decoded as ASCII.
 */
import { PyDict, PyFloat, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import { Raised, type VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { decodeAscii } from "../operations/coding.ts";
import { isNumber } from "../operations/comparison.ts";
import { getItem, repr, str, toUnicode, typeName, typeOf, unwrap } from "../operations/index.ts";
import { integerArgument } from "../operations/items.ts";
import { strOrUnicode } from "../operations/text.ts";
import { formatMagnitude, isNegative } from "./float-text.ts";
import { decimal, truncate } from "./int.ts";
import { toBig } from "./number-kinds.ts";
import { chargeSum, toDouble } from "./numbers.ts";
import { requireDouble } from "./require-double.ts";

/** One `%…x` of a format. */
interface Conversion {
  left: boolean;
  plus: boolean;
  space: boolean;
  alternate: boolean;
  zero: boolean;
  width: number;
  /** Undefined when none was written. */
  precision: number | undefined;
  letter: string;
}

/** Thrown inside, when a byte format must become a unicode one. */
class NeedsUnicode {}

/** `format % args`; a str, or a unicode when the format or an argument is. */
export function percentFormat(vm: VM, format: string, args: Value, isUnicode: boolean): Value {
  try {
    const text = new Formatter(vm, format, args, isUnicode).run();
    return isUnicode ? new PyUnicode(text) : text;
  } catch (error) {
    if (!(error instanceof NeedsUnicode)) throw error;
    return new PyUnicode(new Formatter(vm, decodeAscii(format), args, true).run());
  }
}

/** Walks the format once; transient. */
class Formatter {
  private readonly vm: VM;
  private readonly format: string;
  private readonly isUnicode: boolean;
  /** The arguments in order; of a single value just that one, as of a mapping's value. */
  private items: Value[];
  private readonly mapping: Value | undefined;
  private used = 0;
  private at = 0;

  constructor(vm: VM, format: string, args: Value, isUnicode: boolean) {
    this.vm = vm;
    this.format = format;
    this.isUnicode = isUnicode;
    this.items = args instanceof PyTuple ? args.items : [args];
    this.mapping = isMapping(args) ? args : undefined;
  }

  run(): string {
    const { vm, format } = this;
    vm.charge(format.length >> 4);
    let out = "";
    for (;;) {
      const percent = format.indexOf("%", this.at);
      if (percent < 0) break;
      out += format.slice(this.at, percent);
      this.at = percent + 1;
      const piece = this.plainConversion() ?? this.conversion();
      vm.charge(1);
      vm.allocate(piece.length);
      out += piece;
    }
    out += format.slice(this.at);
    vm.allocate(format.length);
    if (this.used < this.items.length && this.mapping === undefined)
      raiseError("TypeError", "not all arguments converted during string formatting");
    return out;
  }

  /** `%s` of a str and `%d` of an int, the most common by far; undefined for anything else. */
  private plainConversion(): string | undefined {
    const letter = this.format[this.at];
    const value = this.items[this.used];
    const isNumber = typeof value === "number" && (letter === "d" || letter === "s");
    if (!isNumber && !(letter === "s" && typeof value === "string" && !this.isUnicode)) return undefined;
    this.at++;
    this.used++;
    return String(value);
  }

  private conversion(): string {
    if (this.format[this.at] === "(") {
      this.items = [this.mappingKey()];
      this.used = 0;
    }
    const conversion = this.readConversion();
    if (conversion.letter === "%") return this.pad(conversion, "", "%");
    const [sign, body] = this.convert(conversion, this.nextArgument());
    return this.pad(conversion, sign, body);
  }

  /** `(name)`: the value under it in the mapping. */
  private mappingKey(): Value {
    if (this.mapping === undefined) raiseError("TypeError", "format requires a mapping");
    const start = ++this.at;
    let depth = 1;
    while (depth > 0) {
      const c = this.format[this.at++];
      if (c === undefined) raiseError("ValueError", "incomplete format key");
      if (c === "(") depth++;
      if (c === ")") depth--;
    }
    const key = this.format.slice(start, this.at - 1);
    return getItem(this.vm, this.mapping, this.isUnicode ? new PyUnicode(key) : key);
  }

  private readConversion(): Conversion {
    const c: Conversion = {
      left: false,
      plus: false,
      space: false,
      alternate: false,
      zero: false,
      width: 0,
      precision: undefined,
      letter: "",
    };
    this.readFlags(c);
    c.width = this.readWidth("width", 2 ** 63);
    if (c.width < 0) {
      c.left = true;
      c.width = -c.width;
    }
    if (this.format[this.at] === ".") {
      this.at++;
      c.precision = Math.max(0, this.readWidth("prec", 2 ** 31));
    }
    if ("hlL".includes(this.format[this.at] ?? "?")) this.at++;
    const letter = this.format[this.at++];
    if (letter === undefined) raiseError("ValueError", "incomplete format");
    c.letter = letter;
    return c;
  }

  private readFlags(c: Conversion): void {
    for (; ; this.at++) {
      switch (this.format[this.at]) {
        case "-":
          c.left = true;
          break;
        case "+":
          c.plus = true;
          break;
        case " ":
          c.space = true;
          break;
        case "#":
          c.alternate = true;
          break;
        case "0":
          c.zero = true;
          break;
        default:
          return;
      }
    }
  }

  /** Digits or `*`. */
  private readWidth(name: string, limit: number): number {
    if (this.format[this.at] === "*") {
      this.at++;
      const value = this.nextArgument();
      if (typeof value !== "number" && typeof value !== "boolean") raiseError("TypeError", "* wants int");
      return Number(value);
    }
    let width = 0;
    for (let c = this.format[this.at] ?? ""; c >= "0" && c <= "9"; c = this.format[++this.at] ?? "") {
      width = width * 10 + Number(c);
      if (width >= limit) raiseError("ValueError", `${name} too big`);
    }
    return width;
  }

  private nextArgument(): Value {
    const value = this.items[this.used++];
    if (value === undefined) raiseError("TypeError", "not enough arguments for format string");
    return value;
  }

  /** Sign (or prefix that zeros go behind) and body. */
  private convert(c: Conversion, value: Value): [sign: string, body: string] {
    switch (c.letter) {
      case "s":
        return ["", cut(this.text(value), c.precision)];
      case "r":
        return ["", cut(repr(this.vm, value), c.precision)];
      case "c":
        return ["", this.character(value)];
      case "d":
      case "i":
      case "u":
      case "o":
      case "x":
      case "X":
        return this.integer(c, value);
      case "e":
      case "E":
      case "f":
      case "F":
      case "g":
      case "G":
        return this.float(c, value);
    }
    const code = c.letter.charCodeAt(0);
    const shown = this.isUnicode && code > 127 ? "?" : c.letter;
    // A byte is a signed number in C.
    const hex = `${this.isUnicode || code < 128 ? "" : "ffffff"}${code.toString(16)}`;
    raiseError("ValueError", `unsupported format character '${shown}' (0x${hex}) at index ${this.at - 1}`);
  }

  private text(value: Value): string {
    if (this.isUnicode) return toUnicode(this.vm, value);
    const text = strOrUnicode(this.vm, value);
    if (text instanceof PyUnicode) throw new NeedsUnicode();
    const plain = unwrap(text);
    return typeof plain === "string" ? plain : "";
  }

  private character(value: Value): string {
    const plain = unwrap(value);
    if (plain instanceof PyUnicode && !this.isUnicode) throw new NeedsUnicode();
    const text = plain instanceof PyUnicode ? plain.value : plain;
    if (typeof text === "string" && text.length === 1) return text;
    if (typeof text === "string" || (this.isUnicode && toDouble(text) === undefined))
      raiseError("TypeError", "%c requires int or char");
    return this.characterOf(
      this.isUnicode ? Math.trunc(toDouble(text) ?? 0) : integerArgument(this.vm, value),
    );
  }

  private characterOf(point: number): string {
    if (this.isUnicode) {
      if (point >= 0 && point < 0x110000) return String.fromCodePoint(point);
      raiseError("OverflowError", "%c arg not in range(0x110000) (wide Python build)");
    }
    if (point >= 0 && point < 256) return String.fromCharCode(point);
    raiseError(
      "OverflowError",
      point < 0
        ? "unsigned byte integer is less than minimum"
        : "unsigned byte integer is greater than maximum",
    );
  }

  private integer(c: Conversion, value: Value): [string, string] {
    const v = wholeArgument(this.vm, value, c.letter === "i" ? "d" : c.letter);
    const size = v < 0n ? -v : v;
    // CPython writes a long of a learner's class as its `__str__` does.
    const isOwn = value !== null && typeof value === "object" && value.type.layout === "long";
    const isDecimal = "diu".includes(c.letter);
    let digits = isOwn && isDecimal ? str(this.vm, value).replace(/^-|L$/g, "") : this.digits(size, c.letter);
    if (c.precision !== undefined) {
      this.vm.allocate(c.precision);
      digits = digits.padStart(c.precision, "0");
    }
    let sign = v < 0n ? "-" : c.plus ? "+" : c.space ? " " : "";
    if (c.alternate && (c.letter === "x" || c.letter === "X")) sign += `0${c.letter}`;
    if (c.alternate && c.letter === "o" && !digits.startsWith("0")) digits = `0${digits}`;
    return [sign, digits];
  }

  private digits(size: bigint, letter: string): string {
    if (letter !== "d") chargeSum(this.vm, size);
    if (letter === "o") return size.toString(8);
    if (letter === "x") return size.toString(16);
    if (letter === "X") return size.toString(16).toUpperCase();
    return decimal(this.vm, size);
  }

  private float(c: Conversion, value: Value): [string, string] {
    const v = this.isUnicode ? requireDouble(this.vm, value) : floatArgument(this.vm, value);
    const precision = c.precision ?? 6;
    this.vm.allocate(precision);
    this.vm.charge(10 + Math.min(precision, 40) + Math.ceil((precision / 100) ** 2));
    const sign = isNegative(v) ? "-" : c.plus ? "+" : c.space ? " " : "";
    return [sign, formatMagnitude(v, c.letter, precision, c.alternate)];
  }

  private pad(c: Conversion, sign: string, body: string): string {
    const missing = c.width - sign.length - body.length;
    if (missing <= 0) return sign + body;
    this.vm.allocate(c.width);
    if (c.left) return sign + body + " ".repeat(missing);
    const isNumeric = !"src%".includes(c.letter);
    return c.zero && isNumeric ? sign + "0".repeat(missing) + body : " ".repeat(missing) + sign + body;
  }
}

function cut(text: string, precision: number | undefined): string {
  return precision === undefined ? text : text.slice(0, precision);
}

/** What `%(name)s` may look names up in, and what may have arguments left over. */
function isMapping(v: Value): boolean {
  if (typeof v === "number" || v instanceof PyTuple) return false;
  if (v instanceof PyDict) return true;
  const plain = unwrap(v);
  if (v === null || typeof plain === "string" || v instanceof PyTuple || v instanceof PyUnicode) return false;
  const type = typeOf(v);
  if (type.name === "xrange" || (type.layout === "exception" && type.builtin)) return false;
  if (type.name === "instance") return true;
  return type.allSlots.getItem !== undefined || type.lookup("__getitem__") !== undefined;
}

function wholeArgument(vm: VM, value: Value, letter: string): bigint {
  const big = toBig(value);
  if (big !== undefined) return big;
  if (isNumber(value))
    for (const kind of ["int", "long"] as const) {
      const own = attempt(() => toBig(truncate(vm, value, kind)));
      if (own !== undefined) return own;
    }
  raiseError("TypeError", `%${letter} format: a number is required, not ${typeName(value)}`);
}

function floatArgument(vm: VM, value: Value): number {
  if (value instanceof PyFloat) return value.value;
  const own = attempt(() => requireDouble(vm, value));
  return own ?? raiseError("TypeError", `float argument required, not ${typeName(value)}`);
}

/** What `work` gives; undefined where it raises, whatever it raises. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof Raised) return undefined;
    throw error;
  }
}
