/**
 * A hash of 53 bits, for telling apart what differs by accident: cyrb53 (bryc, public domain), two 32-bit lanes of multiply and
 * xor, each finished as in MurmurHash3. It is no defence against somebody who wants two things to be alike, and nothing here
 * needs one: who makes a link decides anyhow what is in it.
 *
 * It is part of version 1 of the link format, and never changes.
 */

/** A whole number below 2^53 that depends on every unit and on their order. Units are whole numbers below 2^16. */
export function hash(units: Iterable<number>): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const unit of units) {
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b & 0x1fffff) * 2 ** 32 + (a >>> 0);
}
