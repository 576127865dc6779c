/** Powers with a modulus, of whole numbers. */
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import { mostBits, type Value } from "../objects/values.ts";
import { bitLength, chargeProduct, chargeSum, leavesInts, makeInt, requireBits } from "./numbers.ts";

/** `pow(x, y, m)`; a long where an operand is one, or where a product on the way is no int. */
export function powerModulo(
  vm: VM,
  [x, y, m]: readonly [x: bigint, y: bigint, m: bigint],
  ofLongs: boolean,
): Value {
  if (y < 0n) raiseError("TypeError", "pow() 2nd argument cannot be negative when 3rd argument specified");
  if (m === 0n) raiseError("ValueError", "pow() 3rd argument cannot be 0");
  chargeSum(vm, x, y);
  const bits = y.toString(2);
  vm.charge(bits.length >> 2);
  let result = 1n;
  let base = ofLongs ? x % m : x;
  let isLong = ofLongs;
  const isLarge = 2 * bitLength(m) > mostBits;
  const product = (a: bigint, b: bigint) => {
    if (isLarge) requireBits(bitLength(a) + bitLength(b) - 1);
    const made = a * b;
    isLong ||= BigInt.asIntN(64, made) !== made;
    return made;
  };
  for (let i = bits.length - 1; i >= 0; i--) {
    // Two products and two quotients.
    for (let times = 0; times < 4; times++) chargeProduct(vm, base, base);
    if (bits.charAt(i) === "1") {
      result = product(result, base);
      if (base === 0n) break;
    }
    if (i === 0) break;
    base = product(base, base) % m;
    result %= m;
  }
  const rest = result % m;
  const whole = rest !== 0n && rest < 0n !== m < 0n ? rest + m : rest;
  return isLong || leavesInts(result, m) ? whole : makeInt(whole);
}
