/**
 * A site as a zip, to keep, to hand in, and to serve: `npm run serve -- site.zip`.
 *
 * Writing is fflate's. Reading is ours, because a zip may come from a stranger: the directory at its end (APPNOTE 4.3.12) is read first, and what it
 * promises is held against the limits before anything is unpacked, and again while it is. Every file is checked by its CRC-32.
 *
 * What other programs put in is left out: folders, links, `__MACOSX`, `.DS_Store`, `.git`. One folder around everything is taken off, because many
 * programs add one; a site that has all its files in one folder is put into another one for that reason.
 */
import { type Zippable, zipSync } from "fflate";
import type { FileContent } from "../project/index.ts";
import { Malformed } from "./bytes.ts";
import { inflate } from "./deflate.ts";
import { bytesOf, checkFiles, type Files } from "./files.ts";
import { MAX_FILE, MAX_SHARED_FILES, MAX_SITE } from "./limits.ts";

/** Why a zip cannot be opened. `path` is the file concerned, as the zip names it. */
export type ZipProblem =
  | { kind: "not-a-zip" }
  | { kind: "empty" }
  | { kind: "damaged"; path: string }
  | { kind: "encrypted"; path: string }
  /** `method` is the number of a compression other than deflate (APPNOTE 4.4.5). */
  | { kind: "unknown-compression"; path: string; method: number }
  /** Of more than 4 GB or 65,535 files, or in several parts. */
  | { kind: "zip64" }
  | { kind: "split" }
  | { kind: "too-large"; what: "file" | "files" | "text" }
  /** A name that a site cannot have; `detail` says which, in English. */
  | { kind: "bad-content"; detail: string };

export type Unzipped =
  | { ok: true; files: ReadonlyMap<string, FileContent> }
  | { ok: false; problem: ZipProblem };

/** What a site is put into when all its files are in one folder. */
const WRAPPER = "site";

/** The zip of `files`. The same files give the same bytes: every file is of the first day that a zip knows. */
export function zipSite(files: ReadonlyMap<string, FileContent>): Uint8Array {
  const wrapper = topFolder([...files.keys()]) === "" ? "" : `${WRAPPER}/`;
  const entries: Zippable = {};
  for (const [path, content] of files) entries[wrapper + path] = bytesOf(content);
  // A zip has local times: midnight wherever it is made.
  return zipSync(entries, { level: 9, mtime: new Date(1980, 0, 1) });
}

/** The site in a zip. Texts are what is UTF-8, everything else is bytes. */
export function unzipSite(bytes: Uint8Array): Unzipped {
  try {
    const entries = readDirectory(bytes).filter(({ path, isLink }) => !isLink && !isJunk(path));
    const files = unpackAll(bytes, entries);
    const top = topFolder(files.map(([path]) => path));
    return { ok: true, files: checkFiles(files.map(([path, content]) => [path.slice(top.length), content])) };
  } catch (error) {
    if (error instanceof ZipError) return { ok: false, problem: error.problem };
    if (error instanceof Malformed) return { ok: false, problem: problemOf(error) };
    throw error;
  }
}

class ZipError extends Error {
  readonly problem: ZipProblem;

  constructor(problem: ZipProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

function refuse(problem: ZipProblem): never {
  throw new ZipError(problem);
}

function problemOf({ problem, message }: Malformed): ZipProblem {
  return problem.kind === "too-large" && problem.what === "files"
    ? { kind: "too-large", what: "files" }
    : { kind: "bad-content", detail: message };
}

/** The folder with its `/` that all paths begin with; "" when there is none. */
function topFolder(paths: readonly string[]): string {
  const [first = ""] = paths;
  const top = first.slice(0, first.indexOf("/") + 1);
  return paths.every((path) => path.startsWith(top)) ? top : "";
}

const junk = new Set(["__MACOSX", ".DS_Store", ".git", "Thumbs.db", "desktop.ini"]);

function isJunk(path: string): boolean {
  return path.endsWith("/") || path.split("/").some((name) => junk.has(name));
}

/** An entry of the directory. */
interface Entry {
  path: string;
  isLink: boolean;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  /** Where its local header begins. */
  offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const ENCRYPTED = 1;
const UTF_8 = 0x800;

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = findEnd(view);
  const [disk, count, offset] = [
    view.getUint16(end + 4, true),
    view.getUint16(end + 10, true),
    view.getUint32(end + 16, true),
  ];
  if (count === 0xffff || offset === 0xffffffff) refuse({ kind: "zip64" });
  if (disk !== 0) refuse({ kind: "split" });
  const entries: Entry[] = [];
  let at = offset;
  while (entries.length < count) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      refuse({ kind: "not-a-zip" });
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const after = at + ENTRY_LENGTH + name + extra + comment;
    if (after > end) refuse({ kind: "not-a-zip" });
    entries.push(readEntry(view, at, bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + name)));
    at = after;
  }
  return entries;
}

/** Where the end of the directory is told: behind it stands only a comment. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    const isEnd = view.getUint32(at, true) === END_OF_DIRECTORY;
    if (isEnd && at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return refuse({ kind: "not-a-zip" });
}

function readEntry(view: DataView, at: number, name: Uint8Array): Entry {
  const flags = view.getUint16(at + 8, true);
  const entry = {
    path: decodeName(name, (flags & UTF_8) !== 0),
    // The upper half of the attributes is the file's mode, where the zip was made on Unix.
    isLink: view.getUint8(at + 5) === 3 && view.getUint16(at + 40, true) >> 12 === 0xa,
    flags,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  return [entry.packed, entry.unpacked, entry.offset].includes(0xffffffff)
    ? refuse({ kind: "zip64" })
    : entry;
}

/** The accented letters of code pages 437 and 850, from 0x80: names that are not UTF-8 come from an old Windows. */
const oldLetters = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ\0\0\0\0\0áíóúñÑ";

function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes).replaceAll("\\", "/");
  } catch {
    const letters = Array.from(bytes, (byte) =>
      byte < 128 ? String.fromCharCode(byte) : oldLetters.charAt(byte - 128),
    );
    if (isUtf8 || letters.some((letter) => letter === "" || letter === "\0"))
      refuse({
        kind: "bad-content",
        detail: "The name of a file cannot be read. Rename it with plain letters.",
      });
    return letters.join("").replaceAll("\\", "/");
  }
}

/** All contents. What the directory promises is looked at before the first is unpacked. */
function unpackAll(bytes: Uint8Array, entries: readonly Entry[]): Files {
  if (entries.length === 0) refuse({ kind: "empty" });
  if (entries.length > MAX_SHARED_FILES) refuse({ kind: "too-large", what: "files" });
  for (const { path, flags, method, unpacked } of entries) {
    if ((flags & ENCRYPTED) !== 0) refuse({ kind: "encrypted", path });
    if (method !== 0 && method !== 8) refuse({ kind: "unknown-compression", path, method });
    if (unpacked > MAX_FILE) refuse({ kind: "too-large", what: "file" });
  }
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > MAX_SITE)
    refuse({ kind: "too-large", what: "text" });
  return entries.map((entry) => [entry.path, textOrBytes(unpack(bytes, entry))]);
}

function unpack(bytes: Uint8Array, { path, method, crc, packed, unpacked, offset }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER)
    refuse({ kind: "damaged", path });
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.slice(start, start + packed);
  const content = method === 0 ? data : inflate(data, unpacked);
  const isWhole = content instanceof Uint8Array && content.length === unpacked && crc32(content) === crc;
  return isWhole ? content : refuse({ kind: "damaged", path });
}

function textOrBytes(bytes: Uint8Array): FileContent {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

/** CRC-32 (ISO 3309), a bit at a time: a megabyte takes some milliseconds. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
