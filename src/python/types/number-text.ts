/** Reading numbers from text, as `int()`, `long()`, `float()` and `complex()` do. */
import { PyComplex, PyUnicode } from "../objects/builtin-objects.ts";
import { bytesOf } from "../objects/bytes.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { isAscii, raiseEncodeError } from "../operations/coding.ts";
import { repr } from "../operations/index.ts";
import { byteCharacters } from "./characters.ts";
import { bounded, requireBits } from "./numbers.ts";

/** The digits of a str or unicode, without the blanks around them; undefined for another type. */
export function numberText(vm: VM, v: Value): string | undefined {
  const text = v instanceof PyUnicode ? v.value : bytesOf(v);
  if (text === undefined) return undefined;
  vm.charge(text.length >> (isAscii(text) ? 4 : 0));
  return withoutBlanks(v instanceof PyUnicode ? decimalText(text) : text);
}

/** No pattern: one for the end would try every run of blanks anew from each of its characters. */
function withoutBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && byteCharacters.isSpace(text.charAt(end - 1))) end--;
  let start = 0;
  while (start < end && byteCharacters.isSpace(text.charAt(start))) start++;
  return text.slice(start, end);
}

/** As a text, since a host takes long to read it: see `characters.ts`. */
const decimalDigit = "\\p{Nd}";

/** A unicode text with every digit and blank as ASCII's; UnicodeEncodeError for other characters beyond latin-1. */
function decimalText(text: string): string {
  return text.replace(/[^\0-\x7f]+/gu, (run, at: number) => {
    const read = run.replace(new RegExp(decimalDigit, "gu"), digitOf).replace(/\s/g, " ");
    const bad = /[^\0-\xff]+/u.exec(read);
    if (bad !== null)
      raiseEncodeError(
        "decimal",
        text,
        at + bad.index,
        at + bad.index + bad[0].length,
        "invalid decimal Unicode string",
      );
    return read;
  });
}

/** A decimal digit of any script as ASCII's: they come in tens, the zero first. */
function digitOf(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  const decimal = new RegExp(decimalDigit, "u");
  let zero = point;
  while (point - zero < 9 && decimal.test(String.fromCodePoint(zero - 1))) zero--;
  return String((point - zero) % 10);
}

/** The integer written in `text` (already stripped); undefined when it is none. Charges for long ones. */
function parseInteger(vm: VM, text: string, base: number, isLong: boolean): bigint | undefined {
  const match = /^([+-]?)[ \t\n\r\f\v]*(0[xX]|0[oO]|0[bB])?([0-9a-zA-Z]+)$/.exec(text);
  if (match === null) return undefined;
  const [, sign, prefix, rest = ""] = match;
  const prefixBase = prefix === undefined ? undefined : prefixBases[prefix[1]?.toLowerCase() ?? ""];
  if (prefix !== undefined && (base === prefixBase || base === 0))
    return signed(sign, parseDigits(vm, withoutSuffix(rest, isLong), prefixBase ?? 10));
  // From base 22 on, L is a digit.
  const digits = withoutSuffix((prefix ?? "") + rest, isLong && base < 22);
  if (base !== 0) return signed(sign, parseDigits(vm, digits, base));
  return signed(sign, parseDigits(vm, digits, digits.startsWith("0") ? 8 : 10));
}

const prefixBases: Record<string, number> = { x: 16, o: 8, b: 2 };

function withoutSuffix(digits: string, isLong: boolean): string {
  return isLong ? digits.replace(/[lL]$/, "") : digits;
}

function signed(sign: string | undefined, v: bigint | undefined): bigint | undefined {
  return sign === "-" && v !== undefined ? -v : v;
}

/** Digits of one base, the letters standing for 10 and more. */
function parseDigits(vm: VM, digits: string, base: number): bigint | undefined {
  if (digits === "") return undefined;
  const isQuick = base === 10 || (base & (base - 1)) === 0;
  vm.charge((digits.length >> 1) + Math.floor((digits.length / (isQuick ? 160 : 40)) ** 2));
  for (const digit of digits) if (!(Number.parseInt(digit, 36) < base)) return undefined;
  if (digits.length < 10) return BigInt(Number.parseInt(digits, base));
  requireBits(leastBits(digits, base));
  return bounded(digitsToBig(digits, base));
}

/** No more bits than the number has that is written in `digits`. */
function leastBits(digits: string, base: number): number {
  const size = digits.length - digits.search(/[^0]|$/);
  return Math.floor((size - 1) * Math.log2(base));
}

/** So many digits of any base are a safe integer. */
const chunk = 10;

function digitsToBig(digits: string, base: number): bigint {
  if (base === 10) return BigInt(digits);
  const prefix = { 2: "0b", 8: "0o", 16: "0x" }[base];
  if (prefix !== undefined) return BigInt(prefix + digits);
  const power = BigInt(base) ** BigInt(chunk);
  let at = digits.length % chunk;
  let result = BigInt(Number.parseInt(`0${digits.slice(0, at)}`, base));
  for (; at < digits.length; at += chunk)
    result = result * power + BigInt(Number.parseInt(digits.slice(at, at + chunk), base));
  return result;
}

/** `int(text, base)`; ValueError in CPython's words. `kind` is "int" or "long". */
export function requireInteger(vm: VM, v: Value, text: string, base: number, kind: "int" | "long"): bigint {
  if (base !== 0 && (base < 2 || base > 36))
    raiseError("ValueError", `${kind}() base must be >= 2 and <= 36${kind === "int" ? ", or 0" : ", or 0"}`);
  const result = parseInteger(vm, text, base, kind === "long");
  if (result !== undefined) return result;
  const shown = kind === "long" && base === 0 ? 10 : base;
  // As C sees it: up to a null byte, and not all of a long one.
  const whole = v instanceof PyUnicode ? decimalText(v.value).replace(/\s/g, " ") : (bytesOf(v) ?? text);
  const end = whole.indexOf("\0");
  const seen = end < 0 ? whole : whole.slice(0, end);
  const begun = kind === "int" ? seen.replace(/^[ \t\n\r\f\v]+/, "") : seen;
  if (seen !== whole && parseInteger(vm, withoutBlanks(seen), base, kind === "long") !== undefined)
    raiseError("ValueError", `null byte in argument for ${kind}()`);
  raiseError(
    "ValueError",
    `invalid literal for ${kind}() with base ${shown}: ${repr(vm, begun.slice(0, 200))}`,
  );
}

// Each digit can be matched in one way only, or a long text that is no number would take for ever.
const unsigned = "(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?";
const floatLiteral = new RegExp(`^[+-]?${unsigned}$`);

/** The float written in `text`; undefined when it is none. */
function parseFloatText(text: string): number | undefined {
  return floatLiteral.test(text) ? Number(text) : parseSpecial(text);
}

/** Infinity or NaN written in `text`; undefined when it is neither. */
export function parseSpecial(text: string): number | undefined {
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(text);
  if (special === null) return undefined;
  const value = special[2]?.toLowerCase() === "nan" ? Number.NaN : Number.POSITIVE_INFINITY;
  return special[1] === "-" ? -value : value;
}

/** `float(text)`; ValueError in CPython's words. */
export function requireFloat(v: Value, text: string): number {
  const result = parseFloatText(text);
  if (result !== undefined) return result;
  const given = v instanceof PyUnicode ? v.value : String(v);
  const shown = (
    isAscii(given) || typeof v === "string" ? given : decimalText(given).replace(/\s/g, " ")
  ).replace(/^[ \t\n\r\f\v]+/, "");
  const begins = /^[+-]?(\.?\d|inf|nan)/i.test(shown);
  const problem = begins ? "invalid literal for float()" : "could not convert string to float";
  raiseError("ValueError", `${problem}: ${shown.split("\0", 1)[0]?.slice(0, 200)}`);
}

const part = `(?:${unsigned}|inf|nan)`;
const complexLiteral = new RegExp(`^([+-]?${part})?(?:([+-]${part}?)j)?$`, "i");
const imaginaryLiteral = new RegExp(`^([+-]?${part}?)j$`, "i");

/** `complex(text)`. */
export function requireComplex(text: string): PyComplex {
  const isEnclosed = text.startsWith("(") && text.endsWith(")");
  const inner = isEnclosed ? withoutBlanks(text.slice(1, -1)) : text;
  const both = complexLiteral.exec(inner);
  const imaginary = imaginaryLiteral.exec(inner);
  if (inner === "" || (both === null && imaginary === null))
    raiseError("ValueError", "complex() arg is a malformed string");
  if (imaginary !== null) return new PyComplex(0, coefficient(imaginary[1]));
  return new PyComplex(
    both?.[1] === undefined ? 0 : (parseFloatText(both[1]) ?? 0),
    both?.[2] === undefined ? 0 : coefficient(both[2]),
  );
}

/** The factor of j, where a bare sign means one. */
function coefficient(text: string | undefined): number {
  if (text === undefined || text === "" || text === "+") return 1;
  return text === "-" ? -1 : (parseFloatText(text) ?? 0);
}
