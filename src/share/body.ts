/**
 * What a link says once it is unpacked.
 *
 *     body    = flags *entry end [open] [lesson] [jars] [sessions] [race]       each field only if its flag is set
 *     entry   = path %x01 text               a file; a path is UTF-8 without control characters, so it ends at the first
 *             / path %x02 string             a text with a NUL in it
 *             / path %x03 number *OCTET      bytes
 *             / %x04                         of the lesson: its next file, unchanged
 *             / %x05 text                    its next file, with this text
 *             / %x06                         its next file is not there
 *             / %x07 text                    server.ini: the lines of those options that are not as usual
 *     end     = %x00                         the rest of the lesson's files, unchanged
 *             / %x08                         nothing more
 *
 * A site of its own stands upon the empty lesson, which has but the usual server.ini. Fields of visitors and races are in `fields.ts`.
 */
import { type FileContent, SERVER_INI } from "../project/index.ts";
import { ByteReader, ByteWriter, refuse } from "./bytes.ts";
import { readJars, readRace, readSessions, writeJars, writeRace, writeSessions } from "./fields.ts";
import { checkFiles, type Files } from "./files.ts";
import { MAX_FILE, MAX_SHARED_FILES } from "./limits.ts";
import type { Edition, SharedSite } from "./shared-site.ts";
import { changedOptions, usualServerIni, withOptions } from "./usual-ini.ts";

const TEXT = 1;
const TEXT_WITH_NUL = 2;
const BYTES = 3;
const SAME = 4;
const CHANGED = 5;
const ABSENT = 6;
const OPTIONS = 7;
const REST_FOLLOWS = 0;
const NO_MORE = 8;

const OTHER_LANGUAGE = 1;
const OPEN = 2;
const LESSON = 4;
const JARS = 8;
const SESSIONS = 16;
const RACE = 32;

/** Longest name of a lesson, in bytes. */
const MAX_LESSON = 100;

/** The body for `site`, upon an edition of a lesson or upon none. Nothing is checked. */
export function writeBody(site: SharedSite, edition: Edition | null): Uint8Array {
  const writer = new ByteWriter();
  const open = [...site.files.keys()].indexOf(site.open ?? "");
  const lesson = site.lesson === edition?.lesson ? undefined : site.lesson;
  const flags = [
    site.language === (edition?.language ?? "en") ? 0 : OTHER_LANGUAGE,
    open === -1 ? 0 : OPEN,
    lesson === undefined ? 0 : LESSON,
    site.jars === undefined ? 0 : JARS,
    site.sessions === undefined ? 0 : SESSIONS,
    site.race === undefined ? 0 : RACE,
  ];
  writer.byte(flags.reduce((all, flag) => all | flag));
  writeFiles(writer, [...site.files], basisOf(edition));
  if (open !== -1) writer.number(open);
  if (lesson !== undefined) writer.string(lesson);
  if (site.jars !== undefined) writeJars(writer, site.jars);
  if (site.sessions !== undefined) writeSessions(writer, site.sessions);
  if (site.race !== undefined) writeRace(writer, site.race);
  return writer.finish();
}

/** The site that a body describes. Raises `Malformed`. */
export function readBody(bytes: Uint8Array, edition: Edition | null): SharedSite {
  const reader = new ByteReader(bytes);
  const flags = reader.byte();
  if (flags > 63 || (edition !== null && (flags & LESSON) !== 0)) refuse("an unknown field");
  const files = readFiles(reader, basisOf(edition));
  const site: SharedSite = { files, language: languageOf(edition?.language ?? "en", flags) };
  if ((flags & OPEN) !== 0) site.open = pathAt(files, reader.number(MAX_SHARED_FILES, "the open file"));
  if (edition !== null) site.lesson = edition.lesson;
  if ((flags & LESSON) !== 0) site.lesson = reader.string(MAX_LESSON, "the lesson");
  if ((flags & JARS) !== 0) site.jars = readJars(reader);
  if ((flags & SESSIONS) !== 0) site.sessions = readSessions(reader);
  if ((flags & RACE) !== 0) site.race = readRace(reader);
  return reader.isAtEnd ? site : refuse("something follows where nothing should");
}

function languageOf(language: "en" | "fr", flags: number): "en" | "fr" {
  return ((flags & OTHER_LANGUAGE) === 0) === (language === "en") ? "en" : "fr";
}

function pathAt(files: ReadonlyMap<string, FileContent>, index: number): string {
  return [...files.keys()][index] ?? refuse("the open file is not there");
}

/** The files that a site stands upon. */
function basisOf(edition: Edition | null): Files {
  return edition === null ? [[SERVER_INI, usualServerIni]] : [...edition.files];
}

function writeFiles(writer: ByteWriter, files: Files, basis: Files): void {
  const rest = countSameAtEnd(files, basis);
  const known = basis.slice(0, basis.length - rest);
  let next = 0;
  for (const [path, content] of files.slice(0, files.length - rest)) {
    const place = known.findIndex(([name], at) => at >= next && name === path && typeof content === "string");
    for (; next < place; next++) writer.byte(ABSENT);
    if (place !== -1) next++;
    writeFile(writer, path, content, known[place]?.[1]);
  }
  if (rest > 0) for (; next < known.length; next++) writer.byte(ABSENT);
  writer.byte(rest > 0 ? REST_FOLLOWS : NO_MORE);
}

function countSameAtEnd(files: Files, basis: Files): number {
  let count = 0;
  for (; count < Math.min(files.length, basis.length); count++) {
    const [file, known] = [files.at(-1 - count), basis.at(-1 - count)];
    if (file?.[0] !== known?.[0] || file?.[1] !== known?.[1]) break;
  }
  return count;
}

/** `known`: what the lesson's next file is, if it has this path and `content` is a text. */
function writeFile(writer: ByteWriter, path: string, content: FileContent, known?: FileContent): void {
  if (known !== undefined && content === known) {
    writer.byte(SAME);
    return;
  }
  const options = path === SERVER_INI && typeof content === "string" ? changedOptions(content) : null;
  if (options !== null) {
    writer.byte(OPTIONS);
    writer.text(options);
  } else if (known !== undefined && typeof content === "string" && !content.includes("\0")) {
    writer.byte(CHANGED);
    writer.text(content);
  } else {
    if (known !== undefined) writer.byte(ABSENT);
    writePathAndContent(writer, path, content);
  }
}

function writePathAndContent(writer: ByteWriter, path: string, content: FileContent): void {
  if (typeof content !== "string") {
    writer.text(path, BYTES);
    writer.number(content.length);
    writer.bytes(content);
  } else if (content.includes("\0")) {
    writer.text(path, TEXT_WITH_NUL);
    writer.string(content);
  } else {
    writer.text(path, TEXT);
    writer.text(content);
  }
}

function readFiles(reader: ByteReader, basis: Files): ReadonlyMap<string, FileContent> {
  const files: Files = [];
  let next = 0;
  while (files.length <= MAX_SHARED_FILES) {
    if (reader.isAtWord) {
      files.push(readPathAndContent(reader));
      continue;
    }
    const kind = reader.byte();
    if (kind === REST_FOLLOWS) files.push(...basis.slice(next));
    if (kind === REST_FOLLOWS || kind === NO_MORE) break;
    if (kind === OPTIONS) {
      files.push([SERVER_INI, withOptions(reader.text())]);
      if (basis[next]?.[0] === SERVER_INI) next++;
      continue;
    }
    const [path, content] = basis[next++] ?? refuse("a file that the lesson does not have");
    if (kind === SAME) files.push([path, content]);
    else if (kind === CHANGED) files.push([path, reader.text()]);
    else if (kind !== ABSENT) refuse("an unknown kind of file");
  }
  return checkFiles(files);
}

function readPathAndContent(reader: ByteReader): [path: string, content: FileContent] {
  const { text: path, end } = reader.word();
  if (end === TEXT) return [path, reader.text()];
  if (end === TEXT_WITH_NUL) return [path, reader.string(MAX_FILE, path)];
  if (end === BYTES) return [path, reader.bytes(reader.number(MAX_FILE, path))];
  return refuse("an unknown kind of file");
}
