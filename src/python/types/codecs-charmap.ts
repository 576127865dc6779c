/**
 * Codecs of 256 characters: `cp1252`, `iso-8859-15`, `koi8-r` … Their tables are the host's, which knows them by the names of
 * https://encoding.spec.whatwg.org/.
 */
import { badBytes, badText, type Codec } from "./codecs-errors.ts";

const reason = "character maps to <undefined>";

/** The codec of a plain name; undefined for another, or where the host has no table for it. */
export function charmapCodec(plain: string): Codec | undefined {
  const label = hostLabel(plain);
  const table = label === undefined ? undefined : tableOf(label);
  if (table === undefined) return undefined;
  return {
    encode: (text, errors) => {
      let out = "";
      for (let i = 0; i < text.length; ) {
        const at = indexOf(table, text.charAt(i));
        if (at >= 0) {
          out += String.fromCharCode(at);
          i++;
          continue;
        }
        let end = i + 1;
        while (end < text.length && indexOf(table, text.charAt(end)) < 0) end++;
        const isGood = (c: string) => indexOf(table, c) >= 0;
        const bad = badText(errors, "charmap", text, i, end, reason, isGood);
        out += Array.from(bad.text, (c) => String.fromCharCode(indexOf(table, c))).join("");
        i = bad.next;
      }
      return out;
    },
    decode: (bytes, errors) => {
      let out = "";
      for (let i = 0; i < bytes.length; ) {
        const c = table[bytes.charCodeAt(i)] ?? undefinedMark;
        if (c !== undefinedMark) {
          out += c;
          i++;
          continue;
        }
        const bad = badBytes(errors, "charmap", bytes, i, i + 1, reason);
        out += bad.text;
        i = bad.next;
      }
      return out;
    },
  };
}

const undefinedMark = "\ufffd";

function indexOf(table: string, c: string): number {
  return c === undefinedMark ? -1 : table.indexOf(c);
}

/** Which of the ISO 8859 parts each of the latin alphabets is. */
const latinParts: Readonly<Record<string, number>> = {
  2: 2,
  3: 3,
  4: 4,
  5: 9,
  6: 10,
  7: 13,
  8: 14,
  9: 15,
  10: 16,
};

/** The name under which hosts know an encoding of CPython's. */
function hostLabel(plain: string): string | undefined {
  const windows = /^(?:cp|windows)(125\d|874)$/.exec(plain)?.[1];
  if (windows !== undefined) return `windows-${windows}`;
  const latin = /^latin(\d+)$/.exec(plain)?.[1];
  const part = latin === undefined ? /^iso8859(\d+)$/.exec(plain)?.[1] : latinParts[latin];
  if (part !== undefined && Number(part) > 1 && Number(part) <= 16) return `iso-8859-${part}`;
  return {
    cp866: "ibm866",
    koi8r: "koi8-r",
    koi8u: "koi8-u",
    macroman: "macintosh",
    maccyrillic: "x-mac-cyrillic",
  }[plain];
}

/** Windows-1252 from 0x80 on. */
const cp1252 =
  "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178";

/** What the host decodes `bytes` to; undefined where it has no such table. */
function hostText(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The characters of the 256 bytes. In the ISO tables 0x80…0x9f are controls; in Windows' the controls are gaps. */
function tableOf(label: string): string | undefined {
  const all = Uint8Array.from({ length: 256 }, (_, i) => i);
  const text = hostText(label, all);
  if (text === undefined) return undefined;
  const table = Array.from(text);
  // Some hosts take this one for latin-1.
  if (label === "windows-1252") table.splice(0x80, 32, ...cp1252);
  for (let i = 0x80; i < 0xa0; i++) {
    if (label.startsWith("iso")) table[i] = String.fromCharCode(i);
    else if (table[i] === String.fromCharCode(i)) table[i] = undefinedMark;
  }
  // Below 0x80 all are ASCII; what hosts map to characters for private use, CPython does not map.
  for (let i = 0; i < 0x80; i++) table[i] = String.fromCharCode(i);
  return table.join("").replace(/[\uf8c1-\uf8c8]/g, undefinedMark);
}
