/**
 * `_hashes`: the block functions of MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4), and two checksums, for `hashlib.py`, `binascii.py` and
 * `zlib.py`. Python adds the padding and keeps the state: the bytes of the chaining value. Nothing is kept here but constants.
 */
import type { PyModule } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { unwrap } from "../operations/index.ts";
import { functions, one, unpacked } from "../types/define.ts";
import { makeModule } from "./define.ts";

/** Works one block, which begins at `at`, into the chaining value. */
type Compress = (state: DataView, data: DataView, at: number) => void;

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

const md5Shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const md5Constants = Int32Array.from({ length: 64 }, (_, i) =>
  Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32),
);

/** One of the 64 steps of MD5: what is added of b, c, d, and which word of the block. */
function md5Step(i: number, b: number, c: number, d: number): [mixed: number, word: number] {
  switch (i >> 4) {
    case 0:
      return [(b & c) | (~b & d), i];
    case 1:
      return [(b & d) | (c & ~d), (5 * i + 1) & 15];
    case 2:
      return [b ^ c ^ d, (3 * i + 5) & 15];
    default:
      return [c ^ (b | ~d), (7 * i) & 15];
  }
}

function md5(state: DataView, data: DataView, at: number): void {
  let [a, b, c, d] = words(state, 4, true);
  for (let i = 0; i < 64; i++) {
    const [mixed, word] = md5Step(i, b, c, d);
    const sum = (a + mixed + (md5Constants[i] ?? 0) + data.getInt32(at + 4 * word, true)) | 0;
    const shift = md5Shifts[((i >> 4) << 2) | (i & 3)] ?? 0;
    [a, d, c, b] = [d, c, b, (b + rotate(sum, shift)) | 0];
  }
  addWords(state, [a, b, c, d], true);
}

const sha1Constants = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

function sha1(state: DataView, data: DataView, at: number): void {
  const w = new Int32Array(80);
  let [a, b, c, d, e] = words(state, 5, false);
  for (let i = 0; i < 80; i++) {
    const earlier = (back: number): number => w[i - back] ?? 0;
    w[i] =
      i < 16 ? data.getInt32(at + 4 * i) : rotate(earlier(3) ^ earlier(8) ^ earlier(14) ^ earlier(16), 1);
    const part = Math.floor(i / 20);
    const mixed = part === 0 ? (b & c) | (~b & d) : part === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
    const sum = rotate(a, 5) + mixed + e + (sha1Constants[part] ?? 0) + (w[i] ?? 0);
    [e, d, c, b, a] = [d, c, rotate(b, 30), a, sum | 0];
  }
  addWords(state, [a, b, c, d, e], false);
}

type Five = [number, number, number, number, number];

function words(state: DataView, count: number, little: boolean): Five {
  return Array.from({ length: count }, (_, i) => state.getInt32(4 * i, little)) as Five;
}

function addWords(state: DataView, sums: number[], little: boolean): void {
  sums.forEach((sum, i) => {
    state.setInt32(4 * i, state.getInt32(4 * i, little) + sum, little);
  });
}

function sha256(state: DataView, data: DataView, at: number): void {
  const w = new Int32Array(64);
  const turn = (x: number, r: number, s: number, t: number): number =>
    rotate(x, 32 - r) ^ rotate(x, 32 - s) ^ rotate(x, 32 - t);
  const v = Int32Array.from({ length: 8 }, (_, i) => state.getInt32(4 * i));
  for (let i = 0; i < 64; i++) {
    const [x = 0, y = 0] = [w[i - 15], w[i - 2]];
    w[i] =
      i < 16
        ? data.getInt32(at + 4 * i)
        : (w[i - 16] ?? 0) +
          (rotate(x, 25) ^ rotate(x, 14) ^ (x >>> 3)) +
          (w[i - 7] ?? 0) +
          (rotate(y, 15) ^ rotate(y, 13) ^ (y >>> 10));
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = v;
    const constant = sha2Constants()[i] ?? 0n;
    const first = h + turn(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + Number(constant >> 32n) + (w[i] ?? 0);
    v.copyWithin(1, 0);
    v[4] = d + first;
    v[0] = first + turn(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c));
  }
  addWords(state, [...v], false);
}

function sha512(state: DataView, data: DataView, at: number): void {
  // Stores keep the low 64 bits.
  const w = new BigUint64Array(80);
  const v = BigUint64Array.from({ length: 8 }, (_, i) => state.getBigUint64(8 * i));
  const twice = (x: bigint): bigint => (x << 64n) | x;
  const turn = (x: bigint, r: bigint, s: bigint, t: bigint): bigint => {
    const xx = twice(x);
    return (xx >> r) ^ (xx >> s) ^ (xx >> t);
  };
  const turnShift = (x: bigint, r: bigint, s: bigint, t: bigint): bigint => {
    const xx = twice(x);
    return BigInt.asUintN(64, (xx >> r) ^ (xx >> s)) ^ (x >> t);
  };
  for (let i = 0; i < 80; i++) {
    w[i] =
      i < 16
        ? data.getBigUint64(at + 8 * i)
        : (w[i - 16] ?? 0n) +
          turnShift(w[i - 15] ?? 0n, 1n, 8n, 7n) +
          (w[i - 7] ?? 0n) +
          turnShift(w[i - 2] ?? 0n, 19n, 61n, 6n);
    const [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = v;
    const first =
      h + turn(e, 14n, 18n, 41n) + ((e & f) ^ (~e & g)) + (sha2Constants()[i] ?? 0n) + (w[i] ?? 0n);
    v.copyWithin(1, 0);
    v[4] = d + first;
    v[0] = first + turn(a, 28n, 34n, 39n) + ((a & b) ^ (a & c) ^ (b & c));
  }
  v.forEach((sum, i) => {
    state.setBigUint64(8 * i, state.getBigUint64(8 * i) + sum);
  });
}

/** The first 64 binary digits after the point of the root of each of the first `count` primes. */
function rootsOfPrimes(count: number, degree: bigint): bigint[] {
  const primes: bigint[] = [];
  for (let n = 2n; primes.length < count; n++) if (primes.every((p) => n % p !== 0n)) primes.push(n);
  return primes.map((prime) => {
    let root = 0n;
    for (let bit = 1n << 69n; bit > 0n; bit >>= 1n)
      if ((root | bit) ** degree <= prime << (64n * degree)) root |= bit;
    return BigInt.asUintN(64, root);
  });
}

let constants: bigint[] | undefined;

/** The 80 constants of SHA-512; those of SHA-256 are the upper halves of the first 64. */
function sha2Constants(): bigint[] {
  constants ??= rootsOfPrimes(80, 3n);
  return constants;
}

/** `digits` hexadecimal digits of each number as bytes. */
function bytesOf(numbers: bigint[], digits: number): string {
  const hex = numbers.map((n) => n.toString(16).padStart(digits, "0")).join("");
  return hex.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}

/** The chaining value each hash begins with. */
function initialState(name: string): string {
  // MD5 counts its bytes up and down; SHA-1 has one word more.
  const simple = [0x0123456789abcdefn, 0xfedcba9876543210n];
  if (name === "md5") return bytesOf(simple, 16);
  if (name === "sha1") return bytesOf([0x67452301n, 0xefcdab89n, 0x98badcfen, 0x10325476n, 0xc3d2e1f0n], 8);
  const roots = rootsOfPrimes(16, 2n);
  const half = name === "sha224" || name === "sha384" ? roots.slice(8) : roots.slice(0, 8);
  if (name === "sha256")
    return bytesOf(
      half.map((root) => root >> 32n),
      8,
    );
  return name === "sha224"
    ? bytesOf(
        half.map((root) => BigInt.asUintN(32, root)),
        8,
      )
    : bytesOf(half, 16);
}

/** A block function: how many bytes a block and its chaining value have, and the steps a block counts for. */
interface Hash {
  compress: Compress;
  size: number;
  state: number;
  steps: number;
}

const hashes: Readonly<Record<string, Hash>> = {
  md5: { compress: md5, size: 64, state: 16, steps: 20 },
  sha1: { compress: sha1, size: 64, state: 20, steps: 20 },
  sha256: { compress: sha256, size: 64, state: 32, steps: 28 },
  sha512: { compress: sha512, size: 128, state: 64, steps: 500 },
};

function toView(bytes: string): DataView {
  const view = new DataView(new ArrayBuffer(bytes.length));
  for (let i = 0; i < bytes.length; i++) view.setUint8(i, bytes.charCodeAt(i));
  return view;
}

function fromView(view: DataView): string {
  let bytes = "";
  for (let i = 0; i < view.byteLength; i++) bytes += String.fromCharCode(view.getUint8(i));
  return bytes;
}

function text(v: Value): string {
  const plain = unwrap(v);
  return typeof plain === "string" ? plain : raiseError("TypeError", "a string is required");
}

/** The chaining value after whole blocks. */
function hashBlocks(vm: VM, name: Value, state: Value, given: Value): Value {
  const hash = Object.hasOwn(hashes, text(name)) ? hashes[text(name)] : undefined;
  if (hash === undefined || text(state).length !== hash.state)
    return raiseError("ValueError", "unsupported hash type");
  const data = text(given);
  const count = Math.floor(data.length / hash.size);
  vm.charge(8 + count * hash.steps);
  vm.allocate(data.length);
  const chaining = toView(text(state));
  const view = toView(data);
  for (let i = 0; i < count; i++) hash.compress(chaining, view, i * hash.size);
  return fromView(chaining);
}

/** CRC-32 (ISO 3309), a signed number as in Python 2. */
function crc32(vm: VM, given: Value, start: Value): Value {
  const data = text(given);
  vm.charge(data.length >> 2);
  let crc = ~Number(start);
  for (let i = 0; i < data.length; i++) {
    crc ^= data.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}

/** Adler-32 (RFC 1950), signed as well. */
function adler32(vm: VM, given: Value, start: Value): Value {
  const data = text(given);
  vm.charge(data.length >> 4);
  let low = Number(start) & 0xffff;
  let high = (Number(start) >>> 16) & 0xffff;
  for (let i = 0; i < data.length; i++) {
    low = (low + data.charCodeAt(i)) % 65521;
    high = (high + low) % 65521;
  }
  return (high << 16) | low;
}

const hashFunctions = functions("_hashes", {
  initial: [one, (_vm, name: Value) => initialState(text(name))],
  blocks: [unpacked(3), hashBlocks],
  crc32: [unpacked(2), crc32],
  adler32: [unpacked(2), adler32],
});

/** The module for one interpreter. */
export function makeHashes(): PyModule {
  return makeModule("_hashes", hashFunctions);
}
