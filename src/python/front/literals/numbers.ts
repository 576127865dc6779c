/**
 * Number literals to values: `10`, `0777`, `0o777`, `0b1`, `0xff`, `10L`, `1.5e3`, `2j` (Python 2.7 reference, §2.4.4-7).
 */
import { PyComplex, PyFloat, PyInt } from "../../objects/builtin-objects.ts";
import { mostBits } from "../../objects/values.ts";
import type { Num } from "../ast.ts";

const MAX_INT = 2n ** 63n - 1n;
const MIN_INT = -(2n ** 63n);

/**
 * The value of the literal `text`, negated when `negative`. The sign belongs here because `-9223372036854775808` is an int
 * although its digits alone make a long. Undefined where it is an integer of more than `mostBits`.
 */
export function numberValue(text: string, negative = false): Num["n"] | undefined {
  if (isSmallDecimal(text)) return negative ? -Number(text) : Number(text);
  const last = text.charCodeAt(text.length - 1) | 0x20;
  const isRadix = /^0[xXoObB]/.test(text);
  if (last === 0x6c) return signed(integer(text.slice(0, -1)), negative); // l
  if (!isRadix && last === 0x6a) return new PyComplex(0, decimal(text.slice(0, -1), negative)); // j
  // `08` is let through before a word that begins with e, as in `08else`, and is then no octal number.
  if (!isRadix && /[.eE]|^0\d*[89]/.test(text)) return new PyFloat(decimal(text, negative));
  return intValue(signed(integer(text), negative));
}

/** The commonest literals: up to fifteen digits, no leading zero. */
function isSmallDecimal(text: string): boolean {
  if (text.length > 15 || text.startsWith("0")) return false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char < 48 || char > 57) return false;
  }
  return true;
}

function signed(value: bigint | undefined, negative: boolean): bigint | undefined {
  return negative && value !== undefined ? -value : value;
}

function decimal(text: string, negative: boolean): number {
  return negative ? -Number(text) : Number(text);
}

function integer(digits: string): bigint | undefined {
  const isOldOctal = /^0[0-9]/.test(digits);
  const text = isOldOctal ? `0o${digits}` : digits;
  return text.length < mostBits / 4 ? BigInt(text) : longInteger(text);
}

const bitsOfPrefix: Readonly<Record<string, number>> = { "0x": 4, "0o": 3, "0b": 1 };

/** The value of what may have too many digits. */
function longInteger(text: string): bigint | undefined {
  const [, prefix = "", digits = ""] = /^(0[xob])?0*(.*)$/i.exec(text) ?? [];
  const bits = (digits.length - 1) * (bitsOfPrefix[prefix.toLowerCase()] ?? Math.log2(10));
  if (bits > mostBits) return undefined;
  const value = BigInt(prefix + (digits || "0"));
  return value >> BigInt(mostBits) === 0n ? value : undefined;
}

/** An `int` where 64 bits hold it, else a `long`. */
function intValue(value: bigint | undefined): number | bigint | PyInt | undefined {
  if (value === undefined || value > MAX_INT || value < MIN_INT) return value;
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : new PyInt(value);
}
