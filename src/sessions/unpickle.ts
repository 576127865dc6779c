/**
 * Reading a pickle, protocol 0, written by us or by CPython 2.7's `pickle` or `cPickle`.
 *
 * A pickle is a program for a little stack machine, and a hostile one can call anything. This reader knows the built-in
 * values and nothing else: the only callables are `set`, `frozenset` and `complex`, and every other instruction or name is
 * refused with the place where it was found, and in brackets with CPython's own words, where it has some.
 */
import {
  frozensetType,
  type KeyToken,
  mostBits,
  PyComplex,
  PyDict,
  PyFloat,
  PyInt,
  PyList,
  PyObject,
  PySet,
  PyTuple,
  PyUnicode,
  Table,
  type Value,
} from "../python/index.ts";

/** The value, or a sentence about what is wrong and where. */
export type Unpickled = { ok: true; value: Value } | { ok: false; reason: string };

/** Computes the key token of a dictionary key or set element: the machine's `keyToken`. */
export type Tokenizer = (key: Value, table: Table) => KeyToken;

/** Reads the pickle `text`, a byte string. */
export function unpickle(text: string, token: Tokenizer): Unpickled {
  try {
    return { ok: true, value: new PickleReader(text, token).read() };
  } catch (error) {
    if (error instanceof PickleDamage) return { ok: false, reason: error.message };
    throw error;
  }
}

class PickleDamage extends Error {}

/** A name that a pickle has looked up and not called yet. */
class GlobalName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const mark = Symbol("mark");
type Item = Value | GlobalName | typeof mark;

const callables: readonly string[] = ["set", "frozenset", "complex"];
/** Instructions that make a container or put something into one. */
const containerCodes = "tldas";
const longest = 2n ** 63n;
/** With a sign. */
const mostDigits = Math.ceil(mostBits * Math.log10(2)) + 1;
const badInteger = "invalid literal for long() with base 10";

class PickleReader {
  private text: string;
  private token: Tokenizer;
  private at = 0;
  /** Where the instruction now carried out begins. */
  private start = 0;
  private stack: Item[] = [];
  private memo = new Map<string, Value | GlobalName>();

  constructor(text: string, token: Tokenizer) {
    this.text = text;
    this.token = token;
  }

  read(): Value {
    for (;;) {
      this.start = this.at;
      if (this.at >= this.text.length) this.fail("it ends in the middle (EOFError)");
      const code = this.text.charAt(this.at);
      this.at += 1;
      if (code === ".") return this.popValue();
      this.step(code);
    }
  }

  private step(code: string): void {
    switch (code) {
      case "(":
        this.push(mark);
        break;
      case "0":
        this.pop();
        break;
      case "2":
        this.push(this.topValue());
        break;
      case "p":
        this.remember(this.line());
        break;
      case "g":
        this.pushNamed(this.line());
        break;
      case "c":
        this.pushGlobal(this.line(), this.line());
        break;
      case "R":
        this.reduce();
        break;
      default:
        if (containerCodes.includes(code)) this.build(code);
        else this.push(this.literal(code));
    }
  }

  private literal(code: string): Value {
    switch (code) {
      case "N":
        return null;
      case "I":
        return this.integer(this.line());
      case "L":
        return this.whole(this.match(this.line(), /^(-?\d+)L?$/, "a long integer", badInteger));
      case "F":
        return new PyFloat(this.float(this.line()));
      case "S":
        return this.bytes(this.line());
      case "V":
        return new PyUnicode(this.unicode(this.line()));
      default:
        return this.fail(
          `the instruction ${JSON.stringify(code)} is not one of protocol 0's that sessions use (invalid load key)`,
        );
    }
  }

  // Containers

  private build(code: string): void {
    switch (code) {
      case "t":
        this.push(new PyTuple(this.popToMark()));
        break;
      case "l":
        this.push(new PyList(this.popToMark()));
        break;
      case "d":
        this.push(this.dictOf(this.popToMark()));
        break;
      case "a": {
        const item = this.popValue();
        const list = this.topValue();
        if (!(list instanceof PyList)) this.fail("an item is appended to something that is not a list");
        list.items.push(item);
        break;
      }
      default: {
        const value = this.popValue();
        const key = this.popValue();
        const dict = this.topValue();
        if (!(dict instanceof PyDict)) this.fail("a key is set in something that is not a dictionary");
        this.setKey(dict.table, key, value);
      }
    }
  }

  private dictOf(items: Value[]): PyDict {
    const dict = new PyDict();
    for (let at = 0; at + 1 < items.length; at += 2)
      this.setKey(dict.table, items[at] ?? null, items[at + 1] ?? null);
    return dict;
  }

  private setKey(table: Table, key: Value, value: Value): void {
    if (!isHashable(key)) this.fail("a list, dictionary or set is used as a key (unhashable type)");
    table.set(this.token(key, table), key, value);
  }

  /** `set`, `frozenset` and `complex` called with a tuple of arguments. */
  private reduce(): void {
    const args = this.popValue();
    const callable = this.pop();
    if (!(callable instanceof GlobalName) || !(args instanceof PyTuple))
      this.fail("a call of something that is not a type");
    if (callable.name === "complex") this.push(this.complexOf(args.items));
    else this.push(this.setOf(callable.name, args.items));
  }

  private setOf(name: string, [items, ...rest]: Value[]): PySet {
    if (!(items instanceof PyList || items instanceof PyTuple) || rest.length > 0)
      this.fail(`${name} is not called with a list`);
    const set = name === "frozenset" ? new PySet(new Table(), frozensetType) : new PySet();
    for (const item of items.items) this.setKey(set.table, item, item);
    return set;
  }

  private complexOf([real, imag]: Value[]): PyComplex {
    if (!(real instanceof PyFloat) || !(imag instanceof PyFloat))
      this.fail("complex is not called with two floats");
    return new PyComplex(real.value, imag.value);
  }

  // Names

  private remember(name: string): void {
    const top = this.stack.at(-1);
    if (top === undefined || top === mark) this.fail("there is nothing to name");
    this.memo.set(name, top);
  }

  private pushNamed(name: string): void {
    const value = this.memo.get(name);
    if (value === undefined)
      this.fail(`it refers to ${JSON.stringify(name)}, which nothing was called (bad pickle get)`);
    this.push(value);
  }

  private pushGlobal(module: string, name: string): void {
    if (module !== "__builtin__" || !callables.includes(name)) {
      this.fail(`it holds an object of ${module}.${name}, and sessions hold built-in values only`);
    }
    this.push(new GlobalName(name));
  }

  // Literals

  private integer(text: string): Value {
    if (text === "00" || text === "01") return text === "01";
    const value = this.whole(this.match(text, /^([+-]?\d+)L?$/, "an integer", badInteger).replace("+", ""));
    const number = Number(value);
    if (Number.isSafeInteger(number)) return number;
    return value >= -longest && value < longest ? new PyInt(value) : value;
  }

  private whole(digits: string): bigint {
    if (digits.length > mostDigits) this.fail(`it has an integer of more than ${mostDigits} digits`);
    return BigInt(digits);
  }

  private float(text: string): number {
    const special: Readonly<Record<string, number>> = {
      inf: Infinity,
      "-inf": -Infinity,
      nan: NaN,
      "-nan": NaN,
    };
    return (
      special[text] ??
      Number(
        this.match(
          text,
          /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i,
          "a float",
          "could not convert string to float",
        ),
      )
    );
  }

  /** A string literal as `repr` writes it. */
  private bytes(text: string): string {
    const quote = text.charAt(0);
    const isQuoted = text.length >= 2 && (quote === "'" || quote === '"') && text.endsWith(quote);
    if (!isQuoted) this.fail(`${shorten(text)} is not a string in quotes (insecure string pickle)`);
    return text
      .slice(1, -1)
      .replace(/\\(x[0-9a-fA-F]{2}|[0-7]{1,3}|.)/g, (whole, code: string) => unescapeByte(whole, code));
  }

  /** Python's raw-unicode-escape. */
  private unicode(text: string): string {
    return text.replace(
      /\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/g,
      (_whole, short?: string, long?: string) => {
        const code = Number.parseInt(short ?? long ?? "", 16);
        if (code > 0x10ffff) this.fail("a character beyond Unicode");
        return String.fromCodePoint(code);
      },
    );
  }

  private match(text: string, pattern: RegExp, what: string, cpython: string): string {
    return pattern.exec(text)?.[1] ?? this.fail(`${shorten(text)} is not ${what} (${cpython})`);
  }

  private line(): string {
    const end = this.text.indexOf("\n", this.at);
    if (end < 0) this.fail("it ends in the middle of a line (pickle data was truncated)");
    const line = this.text.slice(this.at, end);
    this.at = end + 1;
    return line.endsWith("\r") ? line.slice(0, -1) : line;
  }

  // The stack

  private push(item: Item): void {
    this.stack.push(item);
  }

  private pop(): Item {
    const item = this.stack.pop();
    if (item === undefined)
      this.fail("it takes more from its stack than was put there (unpickling stack underflow)");
    return item;
  }

  private popValue(): Value {
    return this.asValue(this.pop());
  }

  private topValue(): Value {
    return this.asValue(this.stack.at(-1));
  }

  private popToMark(): Value[] {
    const from = this.stack.lastIndexOf(mark);
    if (from < 0) this.fail("a container ends that has not begun (could not find MARK)");
    const items = this.stack.splice(from).slice(1);
    return items.map((item) => this.asValue(item));
  }

  private asValue(item: Item | undefined): Value {
    if (item === undefined || item === mark || item instanceof GlobalName) this.fail("a value is missing");
    return item;
  }

  private fail(what: string): never {
    const before = this.text.slice(0, this.start);
    throw new PickleDamage(`line ${before.split("\n").length} of the pickle cannot be read: ${what}`);
  }
}

function isHashable(key: Value): boolean {
  const waiting = [key];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next instanceof PyTuple) waiting.push(...next.items);
    else if (next instanceof PyList || next instanceof PyDict) return false;
    else if (next instanceof PySet && !next.isFrozen) return false;
    else if (next instanceof PyObject && !hashable.some((kind) => next instanceof kind)) return false;
  }
  return true;
}

const hashable = [PyTuple, PySet, PyFloat, PyInt, PyUnicode, PyComplex] as const;

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  a: "\x07",
  b: "\b",
  f: "\f",
  v: "\v",
  "\\": "\\",
  "'": "'",
  '"': '"',
};

/** Python's string-escape; an unknown escape keeps its backslash. */
function unescapeByte(whole: string, code: string): string {
  if (/^x../.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
  if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 0xff);
  return escapes[code] ?? whole;
}

function shorten(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
