/**
 * Deflate (RFC 1951) that takes its time: every way to tell a short text by literals and matches is weighed, and the shortest taken.
 *
 * As Zopfli does it: what a symbol costs depends on how often it is used, which depends on the way that was taken. So the way is searched with
 * the costs of the fixed codes, then with those that its own symbols suggest, some times over, and the best is kept. One
 * block only: links are short. Nothing of this is part of the format, any inflater reads it.
 */

const SHORTEST = 3;
const LONGEST = 258;
const WINDOW = 32_768;
/** How many places are tried for a match. */
const TRIES = 2_000;
const ROUNDS = 8;
const END = 256;

/** A step of the way: how far, and from where; 0 is a literal. */
type Step = readonly [length: number, distance: number];
/** Bits per symbol: literals and lengths, distances. */
interface Costs {
  literals: readonly number[];
  distances: readonly number[];
}

/** First value and number of extra bits of each code of a length (from 257) and of a distance (from 0). */
const lengthCodes = codesFrom(
  3,
  [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5],
);
lengthCodes[27] = { first: 227, extra: 5 };
lengthCodes.push({ first: 258, extra: 0 });
const distanceCodes = codesFrom(
  1,
  Array.from({ length: 30 }, (_, code) => Math.max(0, (code >> 1) - 1)),
);

interface Code {
  first: number;
  extra: number;
}

function codesFrom(first: number, extras: readonly number[]): Code[] {
  return extras.map((extra) => {
    const code = { first, extra };
    first += 1 << extra;
    return code;
  });
}

const lengthCodeOf = Array.from({ length: LONGEST + 1 }, (_, length) =>
  lengthCodes.findLastIndex(({ first }) => first <= length),
);

/** Two codes for each power of two: the code is the place of the highest bit, and the bit after it. */
function distanceCodeOf(distance: number): number {
  const highest = 31 - Math.clz32(distance - 1);
  return distance < 5 ? distance - 1 : 2 * highest + (((distance - 1) >> (highest - 1)) & 1);
}

/** `bytes` packed in one block, as if `dictionary` had stood before them. For some thousand bytes. */
export function pack(bytes: Uint8Array, dictionary: Uint8Array): Uint8Array {
  const all = new Uint8Array(dictionary.length + bytes.length);
  all.set(dictionary);
  all.set(bytes, dictionary.length);
  const matches = findMatches(all, dictionary.length);
  let best = writeFixed(bytes, findWay(bytes, matches, fixedCosts));
  let costs = fixedCosts;
  let last = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const way = findWay(bytes, matches, costs);
    const counts = countSymbols(bytes, way);
    const candidate = writeDynamic(bytes, way, counts);
    if (candidate.length < best.length) best = candidate;
    if (candidate.length === last) break;
    last = candidate.length;
    costs = { literals: entropy(counts.literals), distances: entropy(counts.distances) };
  }
  return best;
}

/** For each byte the matches that begin there: the nearest of each length that is longer than those nearer. */
function findMatches(all: Uint8Array, start: number): Step[][] {
  const heads = new Int32Array(1 << 15).fill(-1);
  const before = new Int32Array(all.length).fill(-1);
  const found: Step[][] = [];
  for (let at = 0; at < all.length; at++) {
    const three = ((all[at] ?? 0) << 16) | ((all[at + 1] ?? 0) << 8) | (all[at + 2] ?? 0);
    const key = Math.imul(three, 0x9e3779b1) >>> 17;
    const nearest = heads[key] ?? -1;
    if (at >= start) found.push(matchesAt(all, at, nearest, before));
    before[at] = nearest;
    heads[key] = at;
  }
  return found;
}

function matchesAt(all: Uint8Array, at: number, nearest: number, before: Int32Array): Step[] {
  const matches: Step[] = [];
  const most = Math.min(LONGEST, all.length - at);
  let longest = SHORTEST - 1;
  let from = nearest;
  for (let tries = TRIES; from >= 0 && at - from <= WINDOW && tries > 0 && longest < most; tries--) {
    let length = 0;
    while (length < most && all[from + length] === all[at + length]) length++;
    if (length > longest) {
      matches.push([length, at - from]);
      longest = length;
    }
    from = before[from] ?? -1;
  }
  return matches;
}

/** The cheapest way through all bytes. */
function findWay(bytes: Uint8Array, matches: readonly Step[][], costs: Costs): Step[] {
  const cheapest = new Float64Array(bytes.length + 1).fill(Number.POSITIVE_INFINITY);
  const lengths = new Uint16Array(bytes.length + 1);
  const distances = new Uint16Array(bytes.length + 1);
  cheapest[0] = 0;
  const arrive = (at: number, total: number, length: number, distance: number) => {
    if (total >= (cheapest[at + length] ?? 0)) return;
    cheapest[at + length] = total;
    lengths[at + length] = length;
    distances[at + length] = distance;
  };
  const lengthCosts = lengthCodeOf.map(
    (code) => (costs.literals[257 + code] ?? 0) + (lengthCodes[code]?.extra ?? 0),
  );
  for (let at = 0; at < bytes.length; at++) {
    const soFar = cheapest[at] ?? 0;
    arrive(at, soFar + (costs.literals[bytes[at] ?? 0] ?? 0), 1, 0);
    let shortest = SHORTEST;
    for (const [longest, distance] of matches[at] ?? []) {
      const code = distanceCodeOf(distance);
      const cost = soFar + (costs.distances[code] ?? 0) + (distanceCodes[code]?.extra ?? 0);
      for (; shortest <= longest; shortest++)
        arrive(at, cost + (lengthCosts[shortest] ?? 0), shortest, distance);
    }
  }
  const way: Step[] = [];
  for (let at = bytes.length; at > 0; at -= lengths[at] ?? 1)
    way.push([lengths[at] ?? 1, distances[at] ?? 0]);
  return way.reverse();
}

/** Says the symbols of a way, the end included, with their extra bits. */
function forEachSymbol(
  bytes: Uint8Array,
  way: readonly Step[],
  say: (kind: keyof Costs, symbol: number, extra: number, bits: number) => void,
): void {
  let at = 0;
  for (const [length, distance] of way) {
    if (distance === 0) say("literals", bytes[at] ?? 0, 0, 0);
    else {
      const lengthCode = lengthCodeOf[length] ?? 0;
      const long = lengthCodes[lengthCode] ?? { first: 0, extra: 0 };
      say("literals", 257 + lengthCode, length - long.first, long.extra);
      const distanceCode = distanceCodeOf(distance);
      const far = distanceCodes[distanceCode] ?? { first: 0, extra: 0 };
      say("distances", distanceCode, distance - far.first, far.extra);
    }
    at += length;
  }
  say("literals", END, 0, 0);
}

interface Counts {
  literals: number[];
  distances: number[];
}

function countSymbols(bytes: Uint8Array, way: readonly Step[]): Counts {
  const counts: Counts = { literals: Array<number>(286).fill(0), distances: Array<number>(30).fill(0) };
  forEachSymbol(bytes, way, (kind, symbol) => {
    counts[kind][symbol] = (counts[kind][symbol] ?? 0) + 1;
  });
  return counts;
}

/** Bits that each symbol would take if codes could be of any length; one that never came counts as a part of one that came once. */
function entropy(counts: readonly number[]): number[] {
  const sum = counts.reduce((all, count) => all + count, 0);
  return counts.map((count) => Math.log2((sum + 1) / Math.max(count, 0.7)));
}

const fixedLengths: Counts = {
  literals: Array.from({ length: 288 }, (_, symbol) =>
    symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
  ),
  distances: Array<number>(30).fill(5),
};
const fixedCosts: Costs = fixedLengths;

function writeFixed(bytes: Uint8Array, way: readonly Step[]): Uint8Array {
  const writer = new BitWriter();
  writer.bits(0b011, 3);
  writeSymbols(writer, bytes, way, fixedLengths);
  return writer.finish();
}

function writeDynamic(bytes: Uint8Array, way: readonly Step[], counts: Counts): Uint8Array {
  const lengths: Counts = {
    literals: codeLengths(counts.literals, 15),
    distances: codeLengths(atLeastTwo(counts.distances), 15),
  };
  const writer = new BitWriter();
  writer.bits(0b101, 3);
  writeLengths(writer, withoutZeros(lengths.literals, 257), withoutZeros(lengths.distances, 1));
  writeSymbols(writer, bytes, way, lengths);
  return writer.finish();
}

/** Some inflaters want two codes at least, as zlib writes. */
function atLeastTwo(counts: readonly number[]): number[] {
  const used = counts.filter((count) => count > 0).length;
  return counts.map((count, code) => (code < 2 && used < 2 ? Math.max(1, count) : count));
}

function withoutZeros(lengths: readonly number[], least: number): number[] {
  return lengths.slice(0, Math.max(least, lengths.findLastIndex((length) => length > 0) + 1));
}

/** In which order the lengths of the codes for lengths are written. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The header of a dynamic block (RFC 1951 §3.2.7). */
function writeLengths(writer: BitWriter, literals: readonly number[], distances: readonly number[]): void {
  const runs = runsOf([...literals, ...distances]);
  const counts = Array<number>(19).fill(0);
  for (const { symbol } of runs) counts[symbol] = (counts[symbol] ?? 0) + 1;
  const lengths = codeLengths(counts, 7);
  const ordered = withoutZeros(
    lengthOrder.map((symbol) => lengths[symbol] ?? 0),
    4,
  );
  writer.bits(literals.length - 257, 5);
  writer.bits(distances.length - 1, 5);
  writer.bits(ordered.length - 4, 4);
  for (const length of ordered) writer.bits(length, 3);
  const codes = codesOf(lengths);
  for (const { symbol, extra, bits } of runs) {
    writer.code(codes[symbol] ?? 0, lengths[symbol] ?? 0);
    writer.bits(extra, bits);
  }
}

interface Run {
  symbol: number;
  extra: number;
  bits: number;
}

/** Lengths with their repetitions: 16 repeats the one before 3 to 6 times, 17 and 18 are 3 to 138 zeros. */
function runsOf(lengths: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < lengths.length; ) {
    const length = lengths[at] ?? 0;
    let end = at;
    while (end < lengths.length && lengths[end] === length) end++;
    if (length > 0) runs.push({ symbol: length, extra: 0, bits: 0 });
    let left = end - at - (length > 0 ? 1 : 0);
    while (left > 0) {
      const count = Math.min(left, length > 0 ? 6 : 138);
      if (count < 3) runs.push(...Array<Run>(count).fill({ symbol: length, extra: 0, bits: 0 }));
      else if (length > 0) runs.push({ symbol: 16, extra: count - 3, bits: 2 });
      else
        runs.push(
          count < 11 ? { symbol: 17, extra: count - 3, bits: 3 } : { symbol: 18, extra: count - 11, bits: 7 },
        );
      left -= count;
    }
    at = end;
  }
  return runs;
}

function writeSymbols(writer: BitWriter, bytes: Uint8Array, way: readonly Step[], lengths: Counts): void {
  const codes: Counts = { literals: codesOf(lengths.literals), distances: codesOf(lengths.distances) };
  forEachSymbol(bytes, way, (kind, symbol, extra, bits) => {
    writer.code(codes[kind][symbol] ?? 0, lengths[kind][symbol] ?? 0);
    writer.bits(extra, bits);
  });
}

interface Tree {
  count: number;
  symbols: readonly number[];
}

/** Huffman's code lengths for `counts`, none above `most`: where one would be, the counts are made more alike. */
export function codeLengths(counts: readonly number[], most: number): number[] {
  const lengths = Array<number>(counts.length).fill(0);
  const leaves = counts.flatMap((count, symbol): Tree[] => (count > 0 ? [{ count, symbols: [symbol] }] : []));
  leaves.sort((a, b) => a.count - b.count);
  // Trees are made in the order of their counts, so that the rarest is always first in one of the two lists.
  const trees: Tree[] = [];
  let leaf = 0;
  let tree = 0;
  const takeRarest = (): Tree => {
    const [a, b] = [leaves[leaf], trees[tree]];
    const takesLeaf = a !== undefined && (b === undefined || a.count <= b.count);
    if (takesLeaf) leaf++;
    else tree++;
    return (takesLeaf ? a : b) ?? { count: 0, symbols: [] };
  };
  while (leaves.length - leaf + trees.length - tree > 1) {
    const [a, b] = [takeRarest(), takeRarest()];
    const symbols = [...a.symbols, ...b.symbols];
    for (const symbol of symbols) lengths[symbol] = (lengths[symbol] ?? 0) + 1;
    trees.push({ count: a.count + b.count, symbols });
  }
  if (Math.max(...lengths) <= most) return lengths;
  return codeLengths(
    counts.map((count) => (count + 1) >> 1),
    most,
  );
}

/** The codes that follow from their lengths (RFC 1951 §3.2.2). */
function codesOf(lengths: readonly number[]): number[] {
  const codes = Array<number>(lengths.length).fill(0);
  let next = 0;
  for (let length = 1; length <= 15; length++) {
    next <<= 1;
    for (const [symbol, own] of lengths.entries()) if (own === length) codes[symbol] = next++;
  }
  return codes;
}

/** Bits into bytes, the lowest first. */
class BitWriter {
  readonly #bytes: number[] = [];
  #filled = 0;

  /** The `count` lowest bits of `value`, the lowest first. */
  bits(value: number, count: number): void {
    for (let bit = 0; bit < count; bit++) this.#bit((value >> bit) & 1);
  }

  /** A code of Huffman's, the highest bit first. */
  code(value: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit--) this.#bit((value >> bit) & 1);
  }

  #bit(bit: number): void {
    const place = this.#filled++ & 7;
    if (place === 0) this.#bytes.push(bit);
    else this.#bytes.push((this.#bytes.pop() ?? 0) | (bit << place));
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}
