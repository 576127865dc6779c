/** UTF-16, UTF-32 and UTF-8 with a signature. */

import { encodeUtf8 } from "../operations/coding.ts";
import { badBytes, type Codec, type Errors } from "./codecs-errors.ts";
import { eachCharacter } from "./each-character.ts";
import { decodeUtf8 } from "./utf8.ts";

/** The bytes of a unit, the low one first or last. */
type Order = "le" | "be";

/** By their plain names; without an order, a mark at the beginning says it. */
export const wideCodecs: Readonly<Record<string, Codec>> = {
  utf8sig: {
    encode: (text) => `\xef\xbb\xbf${encodeUtf8(text)}`,
    decode: (bytes, errors) => decodeUtf8(bytes.replace(/^\xef\xbb\xbf/, ""), errors),
  },
  ...family("16", 2),
  ...family("32", 4),
};

function family(name: string, size: 2 | 4): Record<string, Codec> {
  const ordered = (order: Order): Codec => ({
    encode: (text) => encodeUnits(text, size, order),
    decode: (bytes, errors) => decodeUnits(bytes, size, order, errors),
  });
  const marked: Codec = {
    encode: (text) => encodeUnits(`\ufeff${text}`, size, "le"),
    decode: (bytes, errors) => {
      const mark = bytes.slice(0, size);
      if (mark === encodeUnits("\ufeff", size, "be")) return decodeUnits(bytes, size, "be", errors, size);
      const isMarked = mark === encodeUnits("\ufeff", size, "le");
      return decodeUnits(bytes, size, "le", errors, isMarked ? size : 0);
    },
  };
  return {
    [`utf${name}`]: marked,
    [`u${name}`]: marked,
    [`utf${name}le`]: ordered("le"),
    [`utf${name}be`]: ordered("be"),
  };
}

function encodeUnits(text: string, size: 2 | 4, order: Order): string {
  const two = (unit: number) =>
    order === "le" ? String.fromCharCode(unit & 255, unit >> 8) : String.fromCharCode(unit >> 8, unit & 255);
  const four = (point: number) =>
    order === "le" ? two(point & 0xffff) + two(point >> 16) : two(point >> 16) + two(point & 0xffff);
  return eachCharacter(text, (c) => {
    if (size === 4) return four(c.codePointAt(0) ?? 0);
    return c.length === 1 ? two(c.charCodeAt(0)) : two(c.charCodeAt(0)) + two(c.charCodeAt(1));
  });
}

function decodeUnits(bytes: string, size: 2 | 4, order: Order, errors: Errors, start = 0): string {
  const unitAt = (at: number): number => {
    let unit = 0;
    for (let k = 0; k < size; k++)
      unit = unit * 256 + bytes.charCodeAt(at + (order === "be" ? k : size - 1 - k));
    return unit;
  };
  let out = "";
  for (let i = start; i < bytes.length; ) {
    const problem = size === 2 ? problem16(bytes.length, i, unitAt) : problem32(bytes.length, i, unitAt);
    if (problem === undefined) {
      const unit = unitAt(i);
      out += String.fromCodePoint(unit);
      i += size;
      continue;
    }
    const [reason, end] = problem;
    const bad = badBytes(errors, `utf${size * 8}`, bytes, i, end, reason);
    out += bad.text;
    i = bad.next;
  }
  return out;
}

type Problem = [reason: string, end: number] | undefined;

/** What is wrong with the unit at `at`. */
function problem16(length: number, at: number, unitAt: (at: number) => number): Problem {
  if (at + 1 >= length) return ["truncated data", length];
  const unit = unitAt(at);
  if (unit < 0xd800 || unit > 0xdfff) return undefined;
  // The half of a pair that came before it has been looked at with it.
  if (unit > 0xdbff && at >= 2 && isHigh(unitAt(at - 2))) return undefined;
  if (at + 3 >= length) return ["unexpected end of data", length];
  if (!isHigh(unit)) return ["illegal encoding", at + 2];
  const second = unitAt(at + 2);
  return second >= 0xdc00 && second <= 0xdfff ? undefined : ["illegal UTF-16 surrogate", at + 2];
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function problem32(length: number, at: number, unitAt: (at: number) => number): Problem {
  if (at + 3 >= length) return ["truncated data", length];
  return unitAt(at) > 0x10ffff ? ["code point not in range(0x110000)", at + 4] : undefined;
}
