/**
 * Codecs: bytes to text and back. `latin-1` and `ascii` are here, with the register of all; the others
 * have files of their own and come with `late-codecs.ts`.
 *
 * Bytes are strings of code units 0…255. Error positions, names and reasons are CPython 2.7's (its utf-8 codec calls itself "utf8").
 */
import { PyUnicode } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { encodeAscii, encodeUtf8, isAscii } from "../operations/coding.ts";
import { badBytes, badText, type Codec, codecState, type Errors } from "./codecs-errors.ts";
import { decodeUtf8 } from "./utf8.ts";

/** `text.encode(encoding, errors)`: bytes; UnicodeEncodeError, LookupError. `vm` finds what a program has registered. */
export function encode(text: string, encoding: string, mode = "strict", vm?: VM): Value {
  const codec = findCodec(encoding, vm);
  chargeCoding(vm, codec, text);
  if (codec.encode !== undefined) return codec.encode(text, { mode, vm });
  if (codec.transform !== undefined) return codec.transform(encodeAscii(text));
  return codec.own?.(0, new PyUnicode(text), mode) ?? null;
}

/** `bytes.decode(encoding, errors)`: a unicode, or a str for a byte-to-byte codec. */
export function decode(bytes: string, encoding: string, mode = "strict", vm?: VM): Value {
  const codec = findCodec(encoding, vm);
  chargeCoding(vm, codec, bytes);
  if (codec.decode !== undefined) return new PyUnicode(codec.decode(bytes, { mode, vm }));
  if (codec.restore !== undefined) return codec.restore(bytes);
  return codec.own?.(1, bytes, mode) ?? null;
}

/** `bytes.encode(encoding)`: a byte-to-byte codec, else by way of ASCII text. */
export function encodeBytes(vm: VM, bytes: string, encoding: string, mode: string): Value {
  const codec = findCodec(encoding, vm);
  chargeCoding(vm, codec, bytes);
  if (codec.transform !== undefined) return codec.transform(bytes);
  if (codec.own !== undefined) return codec.own(0, bytes, mode);
  return encode(decodeSimple(bytes, ascii, { mode: "strict" }), encoding, mode, vm);
}

/** Counts one pass over a text and what comes of it. */
function chargeCoding(vm: VM | undefined, codec: Codec, text: string): void {
  vm?.charge(codec.keepsAscii && isAscii(text) ? text.length >> 5 : text.length);
  vm?.allocate(text.length * 2);
}

const utf8: Codec = { keepsAscii: true, encode: (text) => encodeUtf8(text), decode: decodeUtf8 };

/* Names ------------------------------------------------------------------------------------------------- */

/** The codecs made so far, by their names as programs write them, without what separates words. */
const known = new Map<string, Codec>();

/** Finds a codec by its plain name, of those that come late. */
type CodecFinder = (plain: string) => Codec | undefined;

let findLate: CodecFinder = () => undefined;

/** Makes the codecs known that are not among what a page needs at first. */
export function registerCodecs(find: CodecFinder): void {
  findLate = find;
}

/** The codec `name`; LookupError when there is none. */
function findCodec(name: string, vm: VM | undefined): Codec {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  const codec = known.get(plain) ?? makeCodec(plain) ?? registeredCodec(name, vm);
  return codec ?? raiseError("LookupError", `unknown encoding: ${name}`);
}

function makeCodec(plain: string): Codec | undefined {
  const made = ownCodec(plain) ?? findLate(plain);
  if (made !== undefined) known.set(plain, made);
  return made;
}

function ownCodec(plain: string): Codec | undefined {
  if (/^(utf8?|u8|utf8ucs[24])$/.test(plain)) return utf8;
  if (/^(latin1?|l1|(iso)?88591?|cp819|ibm819)$/.test(plain)) return simpleCodec(latin1);
  if (/^(us)?ascii$|^646$|^us$|^ansix341968$/.test(plain)) return simpleCodec(ascii);
  return undefined;
}

/** What a search function of `codecs.register` finds. */
function registeredCodec(name: string, vm: VM | undefined): Codec | undefined {
  const found = codecState(vm, "_find");
  const info = found === undefined || vm === undefined ? null : vm.call(found, [name]);
  if (info === null || vm === undefined) return undefined;
  const code = codecState(vm, "_run") ?? null;
  return { own: (at, v, mode) => vm.call(code, [info, at, v, mode]) };
}

/* ASCII and latin-1 ------------------------------------------------------------------------------------- */

/** A codec of one byte for each character below `limit`. */
interface Simple {
  name: string;
  limit: number;
}

const ascii: Simple = { name: "ascii", limit: 128 };
const latin1: Simple = { name: "latin-1", limit: 256 };

function simpleCodec(simple: Simple): Codec {
  return {
    keepsAscii: true,
    encode: (text, errors) => encodeSimple(text, simple, errors),
    decode: (bytes, errors) => decodeSimple(bytes, simple, errors),
  };
}

function encodeSimple(text: string, { name, limit }: Simple, errors: Errors): string {
  if (isAscii(text)) return text;
  let out = "";
  for (let i = 0; i < text.length; ) {
    if (text.charCodeAt(i) < limit) {
      out += text[i++];
      continue;
    }
    let end = i + 1;
    while (end < text.length && text.charCodeAt(end) >= limit) end++;
    const isGood = (c: string) => c.charCodeAt(0) < limit;
    const bad = badText(errors, name, text, i, end, `ordinal not in range(${limit})`, isGood);
    out += bad.text;
    i = bad.next;
  }
  return out;
}

function decodeSimple(bytes: string, { name, limit }: Simple, errors: Errors): string {
  if (isAscii(bytes)) return bytes;
  let out = "";
  for (let i = 0; i < bytes.length; ) {
    if (bytes.charCodeAt(i) < limit) {
      out += bytes[i++];
      continue;
    }
    const bad = badBytes(errors, name, bytes, i, i + 1, `ordinal not in range(${limit})`);
    out += bad.text;
    i = bad.next;
  }
  return out;
}
