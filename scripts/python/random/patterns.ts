/** Regular expressions by chance, tried on texts by chance: a program that prints everything that `re` says of them. */
import { Chance } from "./chance.ts";

const header = String.raw`# -*- coding: utf-8 -*-
import re

def told(match):
    return match and (match.regs, match.groups(), match.lastindex, match.lastgroup)

def show(pattern, flags, *texts):
    try:
        compiled = re.compile(pattern, flags)
    except Exception as error:
        print type(error).__name__, error.args
        return
    print compiled.flags, compiled.groups, sorted(compiled.groupindex.items())
    for text in texts:
        print told(compiled.match(text)), told(compiled.search(text)), told(compiled.search(text, 1, 4))
        print compiled.findall(text), compiled.findall(text, 2)
        print map(told, compiled.finditer(text))
        print compiled.split(text), compiled.split(text, 1)
        print compiled.subn('<\\g<0>>', text), compiled.sub(lambda match: '-', text, 2)
        scanner = compiled.scanner(text)
        print told(scanner.match()), told(scanner.search())

def expand(pattern, template, text):
    try:
        print re.subn(pattern, template, text)
        print re.match(pattern, text).expand(template)
    except Exception as error:
        print type(error).__name__, error.args
`;

/** How many patterns a program tries. */
const size = 12;

/** The pieces of a program, the first of which the others need. */
export function randomPatterns(seed: number): string[] {
  const chance = new Chance(seed);
  const pieces = Array.from({ length: size }, () =>
    chance.happens(0.1) ? randomExpansion(chance) : randomTrial(chance),
  );
  return [header, ...pieces];
}

const asciiLetters = [..."aaaabbbcABC", "1", "_", " ", "-", "\n", "é", "\0"];
const letters = [...asciiLetters, ..."àÀσςΣſsSkKıIiİǅǆßµμ中", "\u212a", "\u2028"];

/** A pattern being made: the characters it uses, and how many groups it has so far. */
interface Making {
  chance: Chance;
  alphabet: readonly string[];
  groups: number;
  names: string[];
}

function randomTrial(chance: Chance): string {
  const isUnicode = chance.happens(0.35);
  const alphabet = isUnicode ? letters : asciiLetters;
  const making = { chance, alphabet, groups: 0, names: [] };
  const pattern = chance.happens(0.12) ? randomSoup(chance) : alternatives(making, 3);
  const prefix = chance.happens(0.1) ? `(?${chance.pick([..."iLmsux"])})` : "";
  const flags = chance.happens(0.5) ? 0 : chance.pick([2, 2, 4, 6, 8, 16, 32, 34, 34, 38, 64, 24]);
  const texts = Array.from({ length: 2 }, () => {
    const text = Array.from({ length: chance.below(10) }, () => chance.pick(alphabet)).join("");
    return literal(text, chance.happens(isUnicode ? 0.9 : 0.1));
  });
  return `show(${[literal(prefix + pattern, isUnicode), flags, ...texts].join(", ")})`;
}

function randomExpansion(chance: Chance): string {
  const parts = [
    ..."ab10",
    "\\1",
    "\\2",
    "\\g<1>",
    "\\g<n>",
    "\\g<0>",
    "\\g<",
    "\\0",
    "\\12",
    "\\101",
    "\\n",
    "\\\\",
  ];
  const all = [...parts, "\\", "\\q", "\\g<2>", "\\g<>", "\\g", "\\g<-1>", "\\8", "é"];
  const template = Array.from({ length: chance.below(5) }, () => chance.pick(all)).join("");
  const pattern = chance.pick(["(a)(b)?", "(?P<n>a*)(b)", "(?P<n>x)?a", "a", "()(b)*"]);
  const isUnicode = chance.happens(0.3);
  return `expand('${pattern}', ${literal(template, isUnicode)}, ${literal(chance.pick(["ab", "aab", "xabba", ""]), chance.happens(0.2))})`;
}

/** What is probably no pattern. */
function randomSoup(chance: Chance): string {
  const bits = [..."()()[]{}*+?|\\^$.ab12,,-P<>=!:#iLx&\n "];
  const words = [
    "(?",
    "(?P<",
    "(?P=",
    "(?<=",
    "(?(",
    "[^",
    "\\x",
    "\\0",
    "{1,",
    "(?#",
    "\\1",
    "(?:",
    "n>",
    "n)",
    "]",
    ")",
  ];
  return Array.from({ length: 1 + chance.below(9) }, () =>
    chance.pick(chance.happens(0.6) ? bits : words),
  ).join("");
}

function alternatives(making: Making, depth: number): string {
  const { chance } = making;
  const count = chance.happens(0.7) ? 1 : 2 + chance.below(2);
  return Array.from({ length: count }, () => sequence(making, depth)).join("|");
}

function sequence(making: Making, depth: number): string {
  const { chance } = making;
  return Array.from({ length: chance.below(4) + (depth > 2 ? 1 : 0) }, () => repeated(making, depth)).join(
    "",
  );
}

function repeated(making: Making, depth: number): string {
  const { chance } = making;
  const item = atom(making, depth);
  if (!chance.happens(0.4)) return item;
  const times = chance.pick(["*", "+", "?", "*", "+", "?", "{2}", "{1,2}", "{,2}", "{2,}", "{0}", "{0,3}"]);
  return item + times + (chance.happens(0.3) ? "?" : "");
}

function atom(making: Making, depth: number): string {
  const { chance, alphabet } = making;
  const kind = chance.next();
  if (kind < 0.4 || depth === 0) return escaped(chance.pick(alphabet));
  if (kind < 0.5) return set(making);
  if (kind < 0.58)
    return chance.pick([".", "\\w", "\\W", "\\s", "\\S", "\\d", "\\D", "[\\w-]", "\\n", "\\x61", "\\101"]);
  if (kind < 0.65) return chance.pick(["^", "$", "\\b", "\\B", "\\A", "\\Z"]);
  if (kind < 0.7 && making.groups > 0) return reference(making);
  return bracketed(making, depth - 1);
}

function reference({ chance, groups, names }: Making): string {
  const group = 1 + chance.below(groups);
  if (names.length > 0 && chance.happens(0.4)) return `(?P=${chance.pick(names)})`;
  return chance.happens(0.7) ? `\\${group}` : `(?:\\${group})`;
}

function bracketed(making: Making, depth: number): string {
  const { chance } = making;
  const kind = chance.next();
  if (kind < 0.4) {
    making.groups++;
    if (!chance.happens(0.2)) return `(${alternatives(making, depth)})`;
    const name = `n${making.groups}`;
    making.names.push(name);
    return `(?P<${name}>${alternatives(making, depth)})`;
  }
  if (kind < 0.65) return `(?:${alternatives(making, depth)})`;
  if (kind < 0.9) return `(${chance.pick(["?=", "?!", "?<=", "?<!"])}${alternatives(making, depth)})`;
  if (making.groups === 0) return "(?#note)";
  const condition = `(?(${1 + chance.below(making.groups)})`;
  const other = chance.happens(0.7) ? `|${sequence(making, depth)}` : "";
  return `${condition}${sequence(making, depth)}${other})`;
}

function set({ chance, alphabet }: Making): string {
  const item = (): string => {
    if (chance.happens(0.15)) return chance.pick(["\\w", "\\d", "\\s", "\\S", "\\W", "\\D"]);
    if (!chance.happens(0.3)) return escaped(chance.pick(alphabet));
    const ends = [chance.pick(alphabet), chance.pick(alphabet)].sort((a, b) => (a < b ? -1 : 1));
    return ends.map(escaped).join("-");
  };
  const items = Array.from({ length: 1 + chance.below(3) }, item).join("");
  return `[${chance.happens(0.3) ? "^" : ""}${items}]`;
}

function escaped(char: string): string {
  return char === "-" ? "\\-" : char;
}

/** A literal of the text, as bytes or unicode, in ASCII. */
function literal(text: string, isUnicode: boolean): string {
  const chars = isUnicode ? [...text] : [...text].map((c) => (c > "\xff" ? "?" : c));
  const written = chars.map((c) => {
    if (c >= " " && c <= "~" && c !== "'" && c !== "\\") return c;
    const code = c.charCodeAt(0).toString(16);
    return isUnicode ? `\\u${code.padStart(4, "0")}` : `\\x${code.padStart(2, "0")}`;
  });
  return `${isUnicode ? "u" : ""}'${written.join("")}'`;
}
