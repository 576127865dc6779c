/**
 * The methods `str` and `unicode` share. Both are JavaScript strings underneath, so one body serves both: a `TextKind` says which
 * characters are letters, how a result is wrapped and how an argument is read.
 */
import { PyList, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import { bytesOf, PyByteArray } from "../objects/bytes.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { decodeAscii, isAscii } from "../operations/coding.ts";
import { argumentName, drain, typeName, unwrap } from "../operations/index.ts";
import { integerArgument, isIterable } from "../operations/items.ts";
import { type Characters, unicodeCharacters } from "./characters.ts";
import { between, type MethodBody, none, one, type Signature, taking } from "./define.ts";
import { eachCharacter } from "./each-character.ts";
import { clampBounds } from "./slicing.ts";

/** What tells `str` from `unicode`. */
export interface TextKind {
  name: "string" | "unicode" | "bytearray";
  characters: Characters;
  wrap(text: string): Value;
  /** An argument as text of this kind; the TypeError of this kind when it is none. */
  read(vm: VM, v: Value): string;
}

/** A table for `methods()`. */
export type TextMethods = Record<string, readonly [Signature, MethodBody<string>]>;

/** All the shared methods for one kind of text. */
export function textMethods(kind: TextKind): TextMethods {
  return {
    ...searching(kind),
    ...questions(kind),
    ...casing(kind),
    ...padding(kind),
    ...splitting(kind),
    ...joining(kind),
  };
}

function requireInt(vm: VM, v: Value): number {
  return integerArgument(vm, v);
}

function searching(kind: TextKind): TextMethods {
  type Body = MethodBody<string>;
  const find: (last: boolean) => Body = (last) => (vm, self, what: Value, start?: Value, stop?: Value) =>
    search(vm, kind, self, what, { start, stop, last });
  const index: (last: boolean) => Body = (last) => (vm, self, what: Value, start?: Value, stop?: Value) => {
    const at = search(vm, kind, self, what, { start, stop, last });
    return at < 0
      ? raiseError("ValueError", `sub${kind.name === "bytearray" ? "section" : "string"} not found`)
      : at;
  };
  const edge: (name: "startswith" | "endswith") => Body =
    (name) => (vm, self, what: Value, start?: Value, stop?: Value) =>
      hasEdge(vm, kind, self, what, { start, stop, name });
  return {
    find: [positions(kind), find(false)],
    rfind: [positions(kind), find(true)],
    index: [positions(kind), index(false)],
    rindex: [positions(kind), index(true)],
    count: [
      between(1, 3),
      (vm, self, what: Value, start?: Value, stop?: Value) =>
        countIn(vm, windowOf(vm, self, start, stop), kind.read(vm, what)),
    ],
    startswith: [between(1, 3), edge("startswith")],
    endswith: [between(1, 3), edge("endswith")],
  };
}

/** The four share one parser in CPython, and its name but for unicode. */
const positions = (kind: TextKind): Signature =>
  taking(1, 3, (name, args, keywords) =>
    between(1, 3)(kind.name === "unicode" ? name : "find/rfind/index/rindex", args, keywords),
  );

interface Window {
  start: Value | undefined;
  stop: Value | undefined;
}

function search(
  vm: VM,
  kind: TextKind,
  self: string,
  what: Value,
  window: Window & { last: boolean },
): number {
  const [from, to] = clampBounds(vm, self.length, window.start, window.stop);
  const text = kind.read(vm, what);
  chargeSearch(vm, to - from, text);
  if (from + text.length > to) return -1;
  if (window.last) {
    const at = lastIndexOf(vm, self, text, to - text.length);
    return at < from ? -1 : at;
  }
  const at = indexOf(vm, self, text, from);
  return at < 0 || at + text.length > to ? -1 : at;
}

/** Of a longer text only so much is looked for by the host: what it may do at each place is bounded by this. */
const headLength = 16;

/** Counts one search of `length` characters for `what`. */
function chargeSearch(vm: VM, length: number, what: string): void {
  vm.charge(length >> (what.length === 1 ? 6 : 3));
}

/** The first place of `what` from `from` on, or -1; charges for each place where it only begins. */
function indexOf(vm: VM, text: string, what: string, from = 0): number {
  if (what.length <= headLength) return text.indexOf(what, from);
  const head = what.slice(0, headLength);
  let at = text.indexOf(head, from);
  for (; at >= 0; at = text.indexOf(head, at + 1)) {
    vm.charge(what.length >> 5);
    if (text.startsWith(what, at)) break;
  }
  return at;
}

/** `what in text`. */
export function textContains(vm: VM, text: string, what: string): boolean {
  chargeSearch(vm, text.length, what);
  return indexOf(vm, text, what) >= 0;
}

/** The last place of `what` that is not behind `from`, or -1; charges likewise. */
function lastIndexOf(vm: VM, text: string, what: string, from: number): number {
  if (what.length <= headLength) return text.lastIndexOf(what, from);
  const head = what.slice(0, headLength);
  let at = text.lastIndexOf(head, from);
  for (; at >= 0; at = at === 0 ? -1 : text.lastIndexOf(head, at - 1)) {
    vm.charge(what.length >> 5);
    if (text.startsWith(what, at)) break;
  }
  return at;
}

/** The part of `self` between the bounds; undefined when the start lies beyond the end. */
function windowOf(
  vm: VM,
  self: string,
  start: Value | undefined,
  stop: Value | undefined,
): string | undefined {
  const [from, to] = clampBounds(vm, self.length, start, stop);
  return from > to ? undefined : self.slice(from, to);
}

function countIn(vm: VM, text: string | undefined, what: string): number {
  if (text === undefined) return 0;
  if (what === "") return text.length + 1;
  vm.charge(text.length >> 3);
  let count = 0;
  for (let at = indexOf(vm, text, what); at >= 0; at = indexOf(vm, text, what, at + what.length)) count++;
  return count;
}

function hasEdge(
  vm: VM,
  kind: TextKind,
  self: string,
  what: Value,
  window: Window & { name: "startswith" | "endswith" },
): boolean {
  clampBounds(vm, 0, window.start, window.stop);
  if (what instanceof PyTuple) return what.items.some((item) => matchesEdge(vm, kind, self, item, window));
  const plain = unwrap(what);
  const isText =
    typeof plain === "string" ||
    plain instanceof PyUnicode ||
    (bytesOf(plain) !== undefined && !(kind.name === "unicode" && plain instanceof PyByteArray));
  if (!isText && kind.name !== "bytearray")
    raiseError("TypeError", `${window.name} first arg must be str, unicode, or tuple, not ${typeName(what)}`);
  return matchesEdge(vm, kind, self, plain, window);
}

function matchesEdge(
  vm: VM,
  kind: TextKind,
  self: string,
  what: Value,
  window: Window & { name: "startswith" | "endswith" },
): boolean {
  const isWide = what instanceof PyUnicode && kind.name === "string";
  const text = isWide ? what.value : kind.read(vm, what);
  const part = windowOf(vm, isWide ? decodeAscii(self) : self, window.start, window.stop);
  if (part === undefined) return text === "" && (isWide || kind.name === "unicode");
  vm.charge(text.length >> 6);
  return window.name === "startswith" ? part.startsWith(text) : part.endsWith(text);
}

function questions({ characters: c }: TextKind): TextMethods {
  const all = (test: (char: string) => boolean): readonly [Signature, MethodBody<string>] => [
    none,
    (vm, self) => {
      vm.charge(self.length >> 2);
      if (self === "") return false;
      for (const char of self) if (!test(char)) return false;
      return true;
    },
  ];
  const cased = (good: (char: string) => boolean, bad: (char: string) => boolean) =>
    [
      none,
      (vm: VM, self: string) => {
        vm.charge(self.length >> 2);
        let seen = false;
        for (const char of self) {
          if (bad(char)) return false;
          seen ||= good(char);
        }
        return seen;
      },
    ] as const;
  return {
    isspace: all(c.isSpace),
    isalpha: all(c.isAlpha),
    isdigit: all(c.isDigit),
    isalnum: all(c.isAlnum),
    isupper: cased(c.isUpper, (char) => c.isLower(char) || c.isTitle(char)),
    islower: cased(c.isLower, (char) => c.isUpper(char) || c.isTitle(char)),
    istitle: [
      none,
      (vm, self) => {
        vm.charge(self.length >> 2);
        return isTitle(self, c);
      },
    ],
  };
}

function isTitle(text: string, c: Characters): boolean {
  let seen = false;
  let inside = false;
  for (const char of text) {
    if (c.isUpper(char) || c.isTitle(char)) {
      if (inside) return false;
      seen = inside = true;
    } else if (c.isLower(char)) {
      if (!inside) return false;
      seen = inside = true;
    } else inside = false;
  }
  return seen;
}

function casing({ characters: c, wrap }: TextKind): TextMethods {
  const map = (
    change: (text: string) => string,
    cost = c === unicodeCharacters ? 1 : 0.25,
  ): readonly [Signature, MethodBody<string>] => [
    none,
    (vm, self) => {
      vm.charge(Math.ceil(self.length * cost));
      vm.allocate(self.length);
      return wrap(change(self));
    },
  ];
  return {
    upper: map(c.upper),
    lower: map(c.lower),
    capitalize: map((text) => c.upper(text.slice(0, 1)) + c.lower(text.slice(1))),
    swapcase: map((text) => {
      const swap = (char: string) =>
        c.isUpper(char) ? c.lower(char) : c.isLower(char) ? c.upper(char) : char;
      return eachCharacter(text, swap);
    }, 2),
    title: map((text) => {
      let inside = false;
      return eachCharacter(text, (char) => {
        const shown = inside ? c.lower(char) : c.title(char);
        inside = c.isUpper(char) || c.isLower(char) || c.isTitle(char);
        return shown;
      });
    }, 2),
  };
}

function padding(kind: TextKind): TextMethods {
  const pad =
    (name: string, lay: (missing: number, width: number) => number): MethodBody<string> =>
    (vm, self, width: Value, fill?: Value) => {
      const size = requireInt(vm, width);
      const char = fill === undefined ? " " : fillCharacter(vm, kind, name, fill);
      const missing = size - self.length;
      if (missing <= 0) return kind.wrap(self);
      if (size >= Number.MAX_SAFE_INTEGER)
        raiseError(
          "OverflowError",
          kind.name === "unicode" ? "padded string is too long" : "string is too large",
        );
      vm.allocate(size);
      const left = lay(missing, size);
      return kind.wrap(char.repeat(left) + self + char.repeat(missing - left));
    };
  return {
    ljust: [between(1, 2), pad("ljust", () => 0)],
    rjust: [between(1, 2), pad("rjust", (missing) => missing)],
    center: [between(1, 2), pad("center", (missing, width) => (missing >> 1) + (missing & width & 1))],
    zfill: [
      between(1),
      (vm, self, width: Value) => {
        const size = requireInt(vm, width);
        vm.allocate(Math.max(0, size));
        const sign = /^[+-]/.exec(self)?.[0] ?? "";
        return kind.wrap(sign + self.slice(sign.length).padStart(Math.max(0, size - sign.length), "0"));
      },
    ],
    expandtabs: [
      between(0, 1),
      (vm, self, size?: Value) =>
        kind.wrap(expandTabs(vm, self, size === undefined ? 8 : requireInt(vm, size))),
    ],
  };
}

function fillCharacter(_vm: VM, kind: TextKind, name: string, fill: Value): string {
  const plain = unwrap(fill);
  if (kind.name === "unicode") {
    const text = plain instanceof PyUnicode ? plain.value : plain;
    if (typeof text !== "string" || (text === plain && !isAscii(text)))
      raiseError("TypeError", "The fill character cannot be converted to Unicode");
    if (text.length === 1) return text;
    raiseError("TypeError", "The fill character must be exactly one character long");
  }
  if (typeof plain === "string" && plain.length === 1) return plain;
  raiseError("TypeError", `${name}() argument 2 must be char, not ${argumentName(fill)}`);
}

function expandTabs(vm: VM, text: string, size: number): string {
  vm.charge(text.length >> 3);
  let out = "";
  let column = 0;
  for (const char of text) {
    if (char === "\t") {
      const blanks = size > 0 ? size - (column % size) : 0;
      vm.allocate(blanks);
      out += " ".repeat(blanks);
      column += blanks;
      continue;
    }
    out += char;
    column = char === "\n" || char === "\r" ? 0 : column + 1;
  }
  return out;
}

function splitting(kind: TextKind): TextMethods {
  const split =
    (fromRight: boolean): MethodBody<string> =>
    (vm, self, separator?: Value, limit?: Value) => {
      const max = limit === undefined ? -1 : requireInt(vm, limit);
      chargeCopy(vm, self);
      const parts =
        separator === undefined || separator === null
          ? splitBlanks(vm, self, kind.characters, max < 0 ? Number.POSITIVE_INFINITY : max, fromRight)
          : splitAt(
              vm,
              self,
              readSeparator(vm, kind, separator),
              max < 0 ? Number.POSITIVE_INFINITY : max,
              fromRight,
            );
      return new PyList(wrapAll(kind, parts));
    };
  const partition =
    (fromRight: boolean): MethodBody<string> =>
    (vm, self, separator: Value) => {
      const text = readSeparator(vm, kind, separator);
      chargeCopy(vm, self);
      chargeSearch(vm, self.length, text);
      const at = fromRight ? lastIndexOf(vm, self, text, self.length) : indexOf(vm, self, text);
      const empty = kind.wrap("");
      if (at < 0)
        return new PyTuple(fromRight ? [empty, empty, kind.wrap(self)] : [kind.wrap(self), empty, empty]);
      const parts = [self.slice(0, at), text, self.slice(at + text.length)];
      return new PyTuple(wrapAll(kind, parts));
    };
  return {
    split: [between(0, 2), split(false)],
    rsplit: [between(0, 2), split(true)],
    partition: [one, partition(false)],
    rpartition: [one, partition(true)],
    splitlines: [
      between(0, 1),
      (vm, self, keep?: Value) => {
        chargeCopy(vm, self);
        const keepEnds = keep !== undefined && requireInt(vm, keep) !== 0;
        return new PyList(splitLines(vm, self, kind.characters.lineEnd, keepEnds).map(kind.wrap));
      },
    ],
    ...stripping(kind),
  };
}

/** Plain bytes are their own values. */
function wrapAll(kind: TextKind, parts: string[]): Value[] {
  return kind.name === "string" ? parts : parts.map(kind.wrap);
}

function chargeCopy(vm: VM, text: string): void {
  vm.charge(text.length >> 4);
  vm.allocate(text.length);
}

function readSeparator(vm: VM, kind: TextKind, separator: Value): string {
  const text = kind.read(vm, separator);
  return text === "" ? raiseError("ValueError", "empty separator") : text;
}

/** Counts each part as it is made. */
function chargePart(vm: VM, parts: unknown[]): void {
  if ((parts.length & 63) !== 0) return;
  vm.charge(16);
  vm.allocate(64 * 32);
}

function splitAt(vm: VM, text: string, separator: string, max: number, fromRight: boolean): string[] {
  const parts: string[] = [];
  if (fromRight) {
    let end = text.length;
    for (let at = end; parts.length < max; end = at) {
      at = end < separator.length ? -1 : lastIndexOf(vm, text, separator, end - separator.length);
      if (at < 0) break;
      chargePart(vm, parts);
      parts.push(text.slice(at + separator.length, end));
    }
    parts.push(text.slice(0, end));
    return parts.reverse();
  }
  let start = 0;
  while (parts.length < max) {
    const at = indexOf(vm, text, separator, start);
    if (at < 0) break;
    chargePart(vm, parts);
    parts.push(text.slice(start, at));
    start = at + separator.length;
  }
  parts.push(text.slice(start));
  return parts;
}

function splitBlanks(vm: VM, text: string, c: Characters, max: number, fromRight: boolean): string[] {
  vm.charge(text.length >> 4);
  if (fromRight) {
    const back = splitBlanks(vm, reversed(text), c, max, false);
    return back.map(reversed).reverse();
  }
  const parts: string[] = [];
  let i = 0;
  for (;;) {
    while (i < text.length && c.isSpace(text.charAt(i))) i++;
    if (i >= text.length) return parts;
    if (parts.length >= max) break;
    const start = i;
    while (i < text.length && !c.isSpace(text.charAt(i))) i++;
    chargePart(vm, parts);
    parts.push(text.slice(start, i));
  }
  parts.push(text.slice(i));
  return parts;
}

function reversed(text: string): string {
  let out = "";
  for (let i = text.length - 1; i >= 0; i--) out += text.charAt(i);
  return out;
}

/** The lines of `text`. */
function splitLines(vm: VM, text: string, lineEnd: RegExp, keepEnds: boolean): string[] {
  const lines: string[] = [];
  let start = 0;
  for (const match of text.matchAll(lineEnd)) {
    const end = match.index + match[0].length;
    chargePart(vm, lines);
    lines.push(text.slice(start, keepEnds ? end : match.index));
    start = end;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

function stripEnd(text: string, drop: (c: string) => boolean): string {
  let end = text.length;
  while (end > 0 && drop(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function stripStart(text: string, drop: (c: string) => boolean): string {
  let start = 0;
  while (start < text.length && drop(text.charAt(start))) start++;
  return text.slice(start);
}

function stripping(kind: TextKind): TextMethods {
  const strip =
    (name: string, change: (text: string, drop: (c: string) => boolean) => string): MethodBody<string> =>
    (vm, self, chars?: Value) => {
      chargeCopy(vm, self);
      if (chars === undefined || chars === null) return kind.wrap(change(self, kind.characters.isSpace));
      const plain = unwrap(chars);
      if (kind.name !== "bytearray" && typeof plain !== "string" && !(plain instanceof PyUnicode))
        raiseError(
          "TypeError",
          `${name} arg must be None${kind.name === "string" ? ", str or unicode" : ", unicode or str"}`,
        );
      const drop = kind.read(vm, plain);
      vm.charge(drop.length >> 3);
      const set = new Set(drop);
      return kind.wrap(change(self, (c) => set.has(c)));
    };
  return {
    strip: [between(0, 1), strip("strip", (text, drop) => stripEnd(stripStart(text, drop), drop))],
    lstrip: [between(0, 1), strip("lstrip", stripStart)],
    rstrip: [between(0, 1), strip("rstrip", stripEnd)],
  };
}

function joining(kind: TextKind): TextMethods {
  return {
    replace: [
      between(2, 3),
      (vm, self, old: Value, replacement: Value, limit?: Value) => {
        const max = limit === undefined ? -1 : requireInt(vm, limit);
        return kind.wrap(replace(vm, self, kind.read(vm, old), kind.read(vm, replacement), max));
      },
    ],
    __getnewargs__: [none, (_vm, self) => new PyTuple([kind.wrap(self)])],
  };
}

function replace(vm: VM, text: string, old: string, replacement: string, max: number): string {
  const limit = max < 0 ? Number.POSITIVE_INFINITY : max;
  chargeSearch(vm, text.length, old);
  if (old !== "" && indexOf(vm, text, old) < 0) return text;
  const parts = old === "" ? everyPlace(vm, text, limit) : splitAt(vm, text, old, limit, false);
  vm.allocate(text.length + (parts.length - 1) * Math.max(0, replacement.length - old.length));
  return parts.join(replacement);
}

/** The text cut at its begin, between its characters and at its end, as long as `limit` allows. */
function everyPlace(vm: VM, text: string, limit: number): string[] {
  const parts = limit > 0 ? [""] : [];
  const end = Math.min(text.length, limit - 1);
  vm.charge(Math.max(0, end) >> 1);
  for (let i = 0; i < end; i++) parts.push(text.charAt(i));
  parts.push(text.slice(Math.max(0, end)));
  return parts;
}

/** The items of `separator.join(items)` as texts; `read` refuses what is none. Charges for the result. */
export function joinTexts(vm: VM, separator: string, texts: string[]): string {
  let size = separator.length * Math.max(0, texts.length - 1);
  for (const text of texts) size += text.length;
  vm.charge(texts.length >> 1);
  vm.allocate(size);
  return texts.join(separator);
}

/** What `join` was given, as an array; TypeError when it cannot be walked. */
export function joinItems(vm: VM, v: Value): Value[] {
  if (!isIterable(v)) raiseError("TypeError", "can only join an iterable");
  return drain(vm, v);
}
