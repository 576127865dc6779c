/** `_struct`: numbers as bytes and back, for `struct.py`, `marshal.py` and `pickle.py`. The last byte is the least, unless `little` is true. */
import { PyFloat, type PyModule } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { unwrap } from "../operations/index.ts";
import { functions, unpacked } from "../types/define.ts";
import { toBig } from "../types/number-kinds.ts";
import { bounded, makeInt, requireBits } from "../types/numbers.ts";
import { requireDouble } from "../types/require-double.ts";
import { makeModule } from "./define.ts";

/** What x86 makes of an invalid operation. NOT-PYTHON: the sign of a NaN is not kept. */
const notANumber = { 4: 0xffc00000n, 8: 0xfff8000000000000n } as const;

function textOf(value: Value): string {
  const plain = unwrap(value);
  return typeof plain === "string" ? plain : raiseError("TypeError", "expected a string");
}

function reversed(bytes: string, little: Value): string {
  return little ? [...bytes].reverse().join("") : bytes;
}

/** The lowest `size` bytes of `value`, in two's complement. */
function intToBytes(vm: VM, value: bigint, size: number): string {
  vm.allocate(size);
  vm.charge(size);
  const digits = BigInt.asUintN(8 * size, value)
    .toString(16)
    .padStart(2 * size, "0");
  let bytes = "";
  for (let at = 0; at < 2 * size; at += 2)
    bytes += String.fromCharCode(Number.parseInt(digits.slice(at, at + 2), 16));
  return bytes;
}

function bytesToBig(vm: VM, bytes: string): bigint {
  vm.allocate(bytes.length);
  vm.charge(bytes.length);
  const first = bytes.search(/[^\0]/);
  if (first >= 0) requireBits(8 * (bytes.length - first - 1));
  let digits = "0x0";
  for (let at = 0; at < bytes.length; at++) digits += bytes.charCodeAt(at).toString(16).padStart(2, "0");
  return BigInt(digits);
}

const cell = new DataView(new ArrayBuffer(8));

function floatToBytes(vm: VM, value: number, size: 4 | 8): string {
  if (size === 8) cell.setFloat64(0, value);
  else cell.setFloat32(0, value);
  const bits = size === 8 ? cell.getBigUint64(0) : BigInt(cell.getUint32(0));
  return intToBytes(vm, Number.isNaN(value) ? notANumber[size] : bits, size);
}

function bytesToFloat(bytes: string): number {
  for (let at = 0; at < bytes.length; at++) cell.setUint8(at, bytes.charCodeAt(at));
  return bytes.length === 8 ? cell.getFloat64(0) : cell.getFloat32(0);
}

const structFunctions = functions("_struct", {
  pack_int: [
    unpacked(2, 3),
    (vm, value: Value, size: Value, little: Value = false) =>
      reversed(intToBytes(vm, toBig(value) ?? 0n, Number(size)), little),
  ],
  unpack_int: [
    unpacked(2, 3),
    (vm, bytes: Value, signed: Value, little: Value = false) => {
      const text = textOf(bytes);
      const value = bytesToBig(vm, reversed(text, little));
      return makeInt(bounded(signed ? BigInt.asIntN(8 * text.length, value) : value));
    },
  ],
  pack_float: [
    unpacked(2, 3),
    (vm, value: Value, size: Value, little: Value = false) =>
      reversed(floatToBytes(vm, requireDouble(vm, value), size === 4 ? 4 : 8), little),
  ],
  unpack_float: [
    unpacked(1, 2),
    (_vm, bytes: Value, little: Value = false) => {
      const text = textOf(bytes);
      if (text.length !== 4 && text.length !== 8)
        raiseError("ValueError", "a float has four bytes, or eight");
      return new PyFloat(bytesToFloat(reversed(text, little)));
    },
  ],
});

/** The module for one interpreter. */
export function makeStruct(): PyModule {
  return makeModule("_struct", structFunctions);
}
