/**
 * `_sre`: patterns, matches and scanners, for `re.py`. The matching itself is in `sre-matcher.ts`.
 *
 * NOT-PYTHON: `match(pattern=…)` and `split(source=…)`, older names of the argument `string`, are not taken.
 */
import { PyDict, PyList, type PyModule, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import { bytesOf, PyByteArray } from "../objects/bytes.ts";
import { Raised, type VM } from "../objects/machine.ts";
import { PyNative } from "../objects/natives.ts";
import { matchType, PyMatch, PyPattern, patternType, scannerType } from "../objects/pattern.ts";
import { raiseError } from "../objects/raise.ts";
import type { PyType } from "../objects/type.ts";
import type { Value } from "../objects/values.ts";
import { getAttribute, isCallable, keyToken, unwrap } from "../operations/index.ts";
import { integerArgument } from "../operations/items.ts";
import {
  type Attribute,
  attributes,
  functions,
  methods,
  named,
  none,
  one,
  unpacked,
  variadic,
} from "../types/define.ts";
import { fillLater } from "../types/fill-later.ts";
import { newIterator } from "../types/iterator-object.ts";
import { makeModule } from "./define.ts";
import { createMatching, find, type Matching } from "./sre-matcher.ts";

/** What is searched: its text, and the part of it that counts. */
interface Subject {
  pattern: PyPattern;
  string: Value;
  text: string;
  pos: number;
  endpos: number;
}

function textOf(string: Value): string {
  const plain = unwrap(string);
  if (plain instanceof PyUnicode) return plain.value;
  return bytesOf(plain) ?? raiseError("TypeError", "expected string or buffer");
}

function subjectOf(vm: VM, pattern: PyPattern, string: Value, pos: Value = 0, endpos?: Value): Subject {
  const from = integerArgument(vm, pos);
  const to = endpos === undefined ? Number.MAX_SAFE_INTEGER : integerArgument(vm, endpos);
  const text = textOf(string);
  const end = Math.max(0, Math.min(to, text.length));
  return { pattern, string, text, pos: Math.max(0, Math.min(from, text.length)), endpos: end };
}

function matchingOf(vm: VM, { pattern, text, endpos }: Subject): Matching {
  return createMatching(vm, pattern.code, pattern.groups, text, endpos);
}

/** A part of the string, of its own kind. */
function slice(vm: VM, string: Value, text: string, from: number, to: number): Value {
  vm.allocate(to - from);
  const part = text.slice(from, to);
  const plain = unwrap(string);
  if (plain instanceof PyUnicode) return new PyUnicode(part);
  return plain instanceof PyByteArray ? new PyByteArray(part) : part;
}

/** What a group has matched: `absent` where it has no part in the match. */
function groupText(vm: VM, { string, text }: Subject, m: Matching, group: number, absent: Value): Value {
  const [from, to] = spanOf(m, group);
  return from < 0 ? absent : slice(vm, string, text, from, to);
}

/** Where a group begins and ends. */
function spanOf(m: Matching, group: number): readonly [number, number] {
  if (group === 0) return [m.start, m.at];
  const mark = group * 2 - 2;
  const [from = -1, to = -1] = m.marks.subarray(mark, mark + 2);
  return mark + 1 <= m.lastMark && from >= 0 && to >= 0 ? [from, to] : [-1, -1];
}

function makeMatch(vm: VM, subject: Subject, m: Matching): PyMatch {
  const { pattern, string, pos, endpos } = subject;
  vm.allocate(100 + pattern.groups * 16);
  const match = new PyMatch(matchType, pattern, string);
  match.pos = pos;
  match.endpos = endpos;
  match.lastIndex = Math.max(0, m.lastIndex);
  for (let group = 0; group <= pattern.groups; group++) match.marks.push(...spanOf(m, group));
  return match;
}

/** The next place where another match may begin. */
function placeAfter(m: Matching): number {
  return m.at === m.start ? m.at + 1 : m.at;
}

function matchOrSearch(searches: boolean) {
  return (vm: VM, pattern: PyPattern, string: Value, pos?: Value, endpos?: Value): Value => {
    const subject = subjectOf(vm, pattern, string, pos, endpos);
    const m = matchingOf(vm, subject);
    return find(m, subject.pos, searches) ? makeMatch(vm, subject, m) : null;
  };
}

function findall(vm: VM, pattern: PyPattern, string: Value, pos?: Value, endpos?: Value): Value {
  const subject = subjectOf(vm, pattern, string, pos, endpos);
  const m = matchingOf(vm, subject);
  const found: Value[] = [];
  const { groups } = pattern;
  const nothing = slice(vm, string, "", 0, 0);
  for (let place = subject.pos; find(m, place, true); place = placeAfter(m)) {
    vm.charge(2);
    vm.allocate(64 + groups * 32);
    if (groups < 2) found.push(groupText(vm, subject, m, groups, nothing));
    else
      found.push(
        new PyTuple(Array.from({ length: groups }, (_, at) => groupText(vm, subject, m, at + 1, nothing))),
      );
  }
  return new PyList(found);
}

function split(vm: VM, pattern: PyPattern, string: Value, most: Value = 0): Value {
  const subject = subjectOf(vm, pattern, string);
  const m = matchingOf(vm, subject);
  const { text } = subject;
  const limit = integerArgument(vm, most) || Number.POSITIVE_INFINITY;
  const parts: Value[] = [];
  let last = 0;
  for (let place = 0, count = 0; count < limit && find(m, place, true); place = placeAfter(m)) {
    // An empty match splits nothing.
    if (m.start === m.at) {
      if (last === text.length) break;
      continue;
    }
    vm.allocate(16 + pattern.groups * 16);
    parts.push(slice(vm, string, text, last, m.start));
    for (let group = 1; group <= pattern.groups; group++) parts.push(groupText(vm, subject, m, group, null));
    last = m.at;
    count++;
  }
  parts.push(slice(vm, string, text, last, text.length));
  return new PyList(parts);
}

/** The parts of a template, as `re._parts` gives them: texts and numbers of groups. */
function partsOf(vm: VM, pattern: PyPattern, template: Value): readonly Value[] {
  const plain = unwrap(template);
  const text = plain instanceof PyUnicode ? plain.value : plain;
  if (typeof text === "string" && !text.includes("\\")) return [template];
  const parts = vm.call(getAttribute(vm, vm.import("re"), "_parts"), [template, pattern]);
  return parts instanceof PyTuple ? parts.items : [];
}

/** Adds to `pieces` what the template makes of a match. */
function expandTo(
  vm: VM,
  pieces: Value[],
  parts: readonly Value[],
  group: (group: number) => Value | undefined,
) {
  vm.charge(parts.length);
  vm.allocate(parts.length * 8);
  for (const part of parts) {
    const piece = typeof part === "number" ? group(part) : part;
    if (piece === undefined) raiseOwn(vm, "invalid group reference");
    if (piece === null) raiseOwn(vm, "unmatched group");
    pieces.push(piece);
  }
}

/** Raises `re.error`, a class of the library's. */
function raiseOwn(vm: VM, message: string): never {
  throw new Raised(vm.makeRaised(getAttribute(vm, vm.import("re"), "error"), message, null).exception);
}

/** The pieces as one text, of the string's kind unless a piece is unicode. */
function joined(vm: VM, string: Value, pieces: Value[]): Value {
  return vm.callMethod(slice(vm, string, "", 0, 0), "join", [new PyList(pieces)]) ?? null;
}

/** `sub`: the text, and how many matches were replaced. */
function substitute(
  vm: VM,
  pattern: PyPattern,
  repl: Value,
  string: Value,
  most: Value = 0,
): readonly [Value, number] {
  const limit = integerArgument(vm, most) || Number.POSITIVE_INFINITY;
  const isFunction = isCallable(vm, repl);
  const parts = isFunction ? [] : partsOf(vm, pattern, repl);
  const subject = subjectOf(vm, pattern, string);
  const m = matchingOf(vm, subject);
  const { text } = subject;
  const pieces: Value[] = [];
  let last = 0;
  let count = 0;
  for (let place = 0; count < limit && find(m, place, true); ) {
    place = placeAfter(m);
    const { start, at } = m;
    if (last < start) pieces.push(slice(vm, string, text, last, start));
    // No empty match right behind another.
    else if (last === at && count > 0) continue;
    if (isFunction) {
      const made = vm.call(repl, [makeMatch(vm, subject, m)]);
      if (made !== null) pieces.push(made);
    } else
      expandTo(vm, pieces, parts, (group) =>
        group > pattern.groups ? undefined : groupText(vm, subject, m, group, null),
      );
    last = at;
    count++;
  }
  if (last < text.length) pieces.push(slice(vm, string, text, last, text.length));
  return [joined(vm, string, pieces), count];
}

/** A scanner: where its next match may begin is its own. */
function makeScanner(vm: VM, pattern: PyPattern, string: Value, pos?: Value, endpos?: Value): PyMatch {
  const subject = subjectOf(vm, pattern, string, pos, endpos);
  const scanner = new PyMatch(scannerType, pattern, string);
  scanner.pos = subject.pos;
  scanner.endpos = subject.endpos;
  scanner.marks = [subject.pos];
  return scanner;
}

function scan(searches: boolean) {
  return (vm: VM, scanner: PyMatch): Value => {
    const { pattern, string, pos, endpos, marks } = scanner;
    const subject = { pattern, string, text: textOf(string), pos, endpos };
    const m = matchingOf(vm, subject);
    const [place = 0] = marks;
    const isFound = find(m, place, searches);
    marks[0] = isFound ? placeAfter(m) : Number.MAX_SAFE_INTEGER;
    return isFound ? makeMatch(vm, subject, m) : null;
  };
}

/** A list of numbers as the string that a pattern keeps. */
function codeText(vm: VM, code: Value): string {
  if (!(code instanceof PyList)) return raiseError("TypeError", "a list is required");
  vm.charge(code.items.length);
  vm.allocate(code.items.length * 4);
  return code.items.map((n) => String.fromCharCode(Number(n) & 0xffff, (Number(n) >> 16) & 0xffff)).join("");
}

const sreFunctions = functions("_sre", {
  compile: [
    unpacked(6),
    (vm, pattern: Value, flags: Value, code: Value, groups: Value, groupindex: Value, names: Value) => {
      const made = new PyPattern(pattern, codeText(vm, code));
      made.flags = integerArgument(vm, flags);
      made.groups = integerArgument(vm, groups);
      if (groupindex instanceof PyDict) made.groupindex = groupindex;
      if (names instanceof PyTuple) made.names = names;
      return made;
    },
  ],
});

const receivePattern = (v: Value) => (v instanceof PyPattern ? v : undefined);
const receiverOf = (type: PyType) => (v: Value) => (v instanceof PyMatch && v.type === type ? v : undefined);

/** An attribute that CPython keeps in a field. */
function field<Self>(get: (self: Self) => Value): Attribute<Self> {
  return { get: (_vm, self) => get(self), set: () => raiseError("TypeError", "readonly attribute") };
}

const inString = named(1, "string", "pos", "endpos");

/** `__copy__` and `__deepcopy__`, which only refuse. */
function refusing(noun: string) {
  const refuse = (verb: string) => (): never => raiseError("TypeError", `cannot ${verb} this ${noun} object`);
  return { __copy__: [none, refuse("copy")], __deepcopy__: [one, refuse("deepcopy")] } as const;
}

function refuseToMake(type: PyType): void {
  type.slots = { construct: () => raiseError("TypeError", `cannot create '${type.name}' instances`) };
}

fillLater(patternType, () => {
  refuseToMake(patternType);
  methods(patternType, receivePattern, {
    match: [inString, matchOrSearch(false)],
    search: [inString, matchOrSearch(true)],
    findall: [inString, findall],
    finditer: [
      inString,
      (vm, self, string: Value, pos?: Value, endpos?: Value) => {
        const scanner = makeScanner(vm, self, string, pos, endpos);
        return newIterator("callable", new PyNative("_sre.SRE_Scanner.search", "search", scanner), null);
      },
    ],
    scanner: [inString, makeScanner],
    split: [named(1, "string", "maxsplit"), split],
    sub: [
      named(2, "repl", "string", "count"),
      (vm, self, repl: Value, string: Value, count?: Value) => substitute(vm, self, repl, string, count)[0],
    ],
    subn: [
      named(2, "repl", "string", "count"),
      (vm, self, repl: Value, string: Value, count?: Value) =>
        new PyTuple([...substitute(vm, self, repl, string, count)]),
    ],
    // `re` compiles it again.
    __reduce__: [
      none,
      (vm, { pattern, flags }) =>
        new PyTuple([getAttribute(vm, vm.import("re"), "_compile"), new PyTuple([pattern, flags])]),
    ],
    ...refusing("pattern"),
  });
  attributes(patternType, receivePattern, {
    pattern: field(({ pattern }) => pattern),
    flags: field(({ flags }) => flags),
    groups: field(({ groups }) => groups),
    groupindex: field(({ groupindex }) => groupindex),
  });
});

fillLater(scannerType, () => {
  refuseToMake(scannerType);
  methods(scannerType, receiverOf(scannerType), {
    match: [none, scan(false)],
    search: [none, scan(true)],
  });
  attributes(scannerType, receiverOf(scannerType), { pattern: field(({ pattern }) => pattern) });
});

/** The number of the group that a learner names. */
function groupNumber(vm: VM, { pattern, marks }: PyMatch, name: Value): number {
  let plain = unwrap(name);
  if (typeof plain === "string" || plain instanceof PyUnicode || plain === null)
    plain = plain === null ? null : (pattern.groupindex.table.get(keyToken(vm, plain)) ?? null);
  const group = typeof plain === "object" ? -1 : Number(plain);
  return Number.isInteger(group) && group >= 0 && group * 2 < marks.length
    ? group
    : raiseError("IndexError", "no such group");
}

function markOf({ marks }: PyMatch, group: number, side: 0 | 1): number {
  return marks[group * 2 + side] ?? -1;
}

function textOfGroup(vm: VM, self: PyMatch, group: number, absent: Value = null): Value {
  const from = markOf(self, group, 0);
  return from < 0 ? absent : slice(vm, self.string, textOf(self.string), from, markOf(self, group, 1));
}

function spanTuple(self: PyMatch, group: number): PyTuple {
  return new PyTuple([markOf(self, group, 0), markOf(self, group, 1)]);
}

/** A method that takes a group, or none for the whole match. */
function ofGroup(f: (self: PyMatch, group: number) => Value) {
  return [
    unpacked(0, 1),
    (vm: VM, self: PyMatch, name: Value = 0) => f(self, groupNumber(vm, self, name)),
  ] as const;
}

fillLater(matchType, () => {
  refuseToMake(matchType);
  const receive = receiverOf(matchType);
  methods(matchType, receive, {
    group: [
      variadic,
      (vm, self, ...names: Value[]) => {
        const [name = 0] = names;
        if (names.length < 2) return textOfGroup(vm, self, groupNumber(vm, self, name));
        return new PyTuple(names.map((name) => textOfGroup(vm, self, groupNumber(vm, self, name))));
      },
    ],
    groups: [
      named(0, "default"),
      (vm, self, absent: Value = null) => {
        vm.allocate(16 * self.pattern.groups);
        const texts: Value[] = [];
        for (let group = 1; group <= self.pattern.groups; group++)
          texts.push(textOfGroup(vm, self, group, absent));
        return new PyTuple(texts);
      },
    ],
    groupdict: [
      named(0, "default"),
      (vm, self, absent: Value = null) => {
        const made = new PyDict();
        const { table } = self.pattern.groupindex;
        vm.allocate(48 * table.size);
        table.keys.forEach((key, at) => {
          if (key !== undefined)
            made.table.set(keyToken(vm, key), key, textOfGroup(vm, self, Number(table.values[at]), absent));
        });
        return made;
      },
    ],
    start: ofGroup((self, group) => markOf(self, group, 0)),
    end: ofGroup((self, group) => markOf(self, group, 1)),
    span: ofGroup(spanTuple),
    expand: [
      one,
      (vm, self, template: Value) => {
        const pieces: Value[] = [];
        expandTo(vm, pieces, partsOf(vm, self.pattern, template), (group) =>
          group > self.pattern.groups ? undefined : textOfGroup(vm, self, group),
        );
        return joined(vm, self.string, pieces);
      },
    ],
    ...refusing("match"),
  });
  attributes(matchType, receive, {
    string: field(({ string }) => string),
    re: field(({ pattern }) => pattern),
    pos: field(({ pos }) => pos),
    endpos: field(({ endpos }) => endpos),
    lastindex: { get: (_vm, { lastIndex }) => lastIndex || null },
    lastgroup: {
      get: (_vm, { pattern, lastIndex }) => (lastIndex && pattern.names.items[lastIndex]) || null,
    },
    regs: {
      get: (vm, self) => {
        vm.allocate(self.marks.length * 32);
        return new PyTuple(
          Array.from({ length: self.marks.length / 2 }, (_, group) => spanTuple(self, group)),
        );
      },
    },
  });
});

/** The module for one interpreter. */
export function makeSre(): PyModule {
  return makeModule("_sre", sreFunctions);
}
