/**
 * The format of an image, shared by its writer and its reader.
 *
 *     image   := magic version checksum(4 bytes) body
 *     body    := strings shapes names value contents*
 *     strings := count text*                          every string of the world once, then those of shapes and names
 *     shapes  := count (name fieldCount field*)*      string numbers; fields in the order they are written
 *     names   := count name*                          string numbers
 *     value   := tag argument?
 *
 * Objects are numbered as a breadth-first walk meets them. The first meeting writes a tag that says what to make (and
 * how large); the contents of the objects follow in the order of their numbers. So both sides are one loop over a
 * queue. All numbers are varints.
 */

/** "bsct", the first bytes of every image. */
export const magic = [0x62, 0x73, 0x63, 0x74] as const;

/** Grows when the format changes; a reader takes only its own. */
export const version = 1;

/** Bytes before the body: magic, version, checksum. */
export const headerLength = magic.length + 1 + 4;

/** The first byte of a value. Its argument, where there is one, follows. */
export const Tag = {
  undefined: 0,
  null: 1,
  false: 2,
  true: 3,
  /** A varint: a safe integer from 0. */
  positive: 4,
  /** A varint: −1 − n. */
  negative: 5,
  /** Eight bytes, little-endian IEEE 754. */
  float: 6,
  /** The hexadecimal digits, as a text in place. */
  bigint: 7,
  negativeBigint: 8,
  /** Number of a string. */
  string: 9,
  /** Number of an object met before. */
  again: 10,
  /** Number of a name. */
  named: 11,
  /** Containers: the size. */
  array: 12,
  map: 13,
  set: 14,
  plain: 15,
  bare: 16,
  /** Number of the class's name, byte length, the bytes. */
  bytes: 17,
  /** Number of a shape. */
  instance: 18,
  /** Number of the name of a template: an instance as it was made. */
  template: 19,
  /** This and above: the integer `tag − small`. */
  small: 32,
} as const;

/** Integers below this are their own tag. */
export const smallIntegers = 256 - Tag.small;

/** So many templates are made for one image: each takes few bytes here and many in memory. Further ones are written as they are. */
export const mostTemplates = 64;

/** FNV-1a, 32 bits: enough to notice damage before looking further. */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  const { length } = bytes;
  for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}
