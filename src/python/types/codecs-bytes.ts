/** The codecs of Python 2 between bytes and bytes: `hex`, `base64`; and `rot13`. */
import { raiseError } from "../objects/raise.ts";
import { raiseEncodeError } from "../operations/coding.ts";
import type { Codec } from "./codecs-errors.ts";
import { eachCharacter } from "./each-character.ts";

function toHex(bytes: string): string {
  return eachCharacter(bytes, (c) => c.charCodeAt(0).toString(16).padStart(2, "0"));
}

function fromHex(text: string): string {
  if (text.length % 2 === 1) raiseError("TypeError", "Odd-length string");
  if (/[^0-9a-fA-F]/.test(text)) raiseError("TypeError", "Non-hexadecimal digit found");
  return text.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base 64 in lines of 76, each ended. */
function toBase64(bytes: string): string {
  let out = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const group =
      (bytes.charCodeAt(i) << 16) | ((bytes.charCodeAt(i + 1) || 0) << 8) | (bytes.charCodeAt(i + 2) || 0);
    const digits = [18, 12, 6, 0].map((shift) => base64Digits[(group >> shift) & 63]);
    if (i + 1 >= bytes.length) digits[2] = "=";
    if (i + 2 >= bytes.length) digits[3] = "=";
    out += digits.join("");
  }
  return out.replace(/.{1,76}/g, "$&\n");
}

/** Base 64 back to bytes; what is no digit is skipped. NOT-PYTHON: the error is a ValueError, not a `binascii.Error`. */
function fromBase64(text: string): string {
  let out = "";
  let bits = 0;
  let count = 0;
  let digits = 0;
  let ends = 0;
  for (const c of text) {
    if (c === "=") ends++;
    const digit = base64Digits.indexOf(c);
    if (digit < 0) continue;
    digits++;
    bits = ((bits << 6) | digit) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += String.fromCharCode((bits >> count) & 0xff);
  }
  if (digits % 4 !== 0 && (digits % 4 === 1 || ends < 4 - (digits % 4)))
    raiseError("ValueError", "Incorrect padding");
  return out;
}

/** The letters 13 places on. */
function rot13(text: string): string {
  const bad = /[^\0-\xff]+/.exec(text);
  if (bad !== null)
    raiseEncodeError("charmap", text, bad.index, bad.index + bad[0].length, "character maps to <undefined>");
  return text.replace(/[a-zA-Z]/g, (c) => {
    const base = c <= "Z" ? 65 : 97;
    return String.fromCharCode(((c.charCodeAt(0) - base + 13) % 26) + base);
  });
}

/** By their plain names. */
export const byteCodecs: Readonly<Record<string, Codec>> = {
  hex: { transform: toHex, restore: fromHex },
  base64: { transform: toBase64, restore: fromBase64 },
  rot13: { encode: rot13, decode: rot13 },
};
