/**
 * What a link carries besides the site, on request: the jars of the browsers, the sessions on disk, a race.
 *
 *     jars     = number *jar              jar      = browser number *cookie
 *     cookie   = name value path marks [expires]    strings; marks: 1 HttpOnly, 2 Secure, 4 expires, 8 × the place in SameSite
 *     sessions = number *session          session  = id pickle
 *     race     = browser number *url schedule
 *
 * A browser is a letter. Everything is looked at when it is read, and by the same rules before a link is made.
 */
import { type ByteReader, type ByteWriter, refuse } from "./bytes.ts";
import { MAX_FILE } from "./limits.ts";
import type { SharedCookie, SharedJar, SharedRace, SharedSite } from "./shared-site.ts";

type SharedSession = NonNullable<SharedSite["sessions"]>[number];

const HTTP_ONLY = 1;
const SECURE = 2;
const EXPIRES = 4;
const sameSites: readonly (string | undefined)[] = [undefined, "strict", "lax", "none"];

const MAX_JARS = 26;
const MAX_COOKIES = 300;
const MAX_SESSIONS = 1000;
const MAX_URLS = 10;
const MAX_SCHEDULE = 10_000;
/** Longest name, value, path, address or id, in bytes. */
const MAX_WORD = 8192;

export function writeJars(writer: ByteWriter, jars: readonly SharedJar[]): void {
  writer.number(jars.length);
  for (const { browser, cookies } of jars) {
    writer.string(browser);
    writer.number(cookies.length);
    for (const cookie of cookies) writeCookie(writer, cookie);
  }
}

function writeCookie(writer: ByteWriter, cookie: SharedCookie): void {
  for (const word of [cookie.name, cookie.value, cookie.path]) writer.string(word);
  const place = sameSites.indexOf(cookie.sameSite);
  // Without a place it is none that may be shared, and cannot be read either.
  const marks = (place === -1 ? sameSites.length : place) * 8;
  writer.byte(
    marks +
      (cookie.httpOnly ? HTTP_ONLY : 0) +
      (cookie.secure ? SECURE : 0) +
      (cookie.expires === undefined ? 0 : EXPIRES),
  );
  if (cookie.expires !== undefined) writer.string(cookie.expires);
}

export function readJars(reader: ByteReader): SharedJar[] {
  const jars = readMany(reader, MAX_JARS, "browsers", () => ({
    browser: readBrowser(reader),
    cookies: readMany(reader, MAX_COOKIES, "cookies", () => readCookie(reader)),
  }));
  const letters = new Set(jars.map(({ browser }) => browser));
  return letters.size === jars.length ? jars : refuse("a browser is there twice");
}

function readCookie(reader: ByteReader): SharedCookie {
  const [name, value, path] = [readWord(reader), readWord(reader), readWord(reader)];
  const marks = reader.byte();
  if (marks >= sameSites.length * 8) refuse("a cookie has an unknown mark");
  const cookie: SharedCookie = {
    name,
    value,
    path,
    httpOnly: (marks & HTTP_ONLY) !== 0,
    secure: (marks & SECURE) !== 0,
  };
  const sameSite = sameSites[marks >> 3];
  if (sameSite !== undefined) cookie.sameSite = sameSite;
  if ((marks & EXPIRES) !== 0) cookie.expires = readDate(reader);
  return cookie;
}

function readDate(reader: ByteReader): string {
  const text = reader.string(30, "a date");
  const isDate =
    /^(\d{4}|\+\d{6})-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(text) && !Number.isNaN(Date.parse(text));
  return isDate ? text : refuse("a cookie's date is none");
}

export function writeSessions(writer: ByteWriter, sessions: readonly SharedSession[]): void {
  writer.number(sessions.length);
  for (const { id, pickle } of sessions) {
    writer.string(id);
    writer.number(pickle.length);
    writer.bytes(Uint8Array.from(pickle, (character) => character.charCodeAt(0)));
  }
}

export function readSessions(reader: ByteReader): SharedSession[] {
  const sessions = readMany(reader, MAX_SESSIONS, "sessions", () => ({
    id: readWord(reader),
    pickle: latin1(reader.bytes(reader.number(MAX_FILE, "a session"))),
  }));
  const ids = new Set(sessions.map(({ id }) => id));
  return ids.size === sessions.length ? sessions : refuse("a session is there twice");
}

/** A character per byte. */
function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

export function writeRace(writer: ByteWriter, { browser, urls, schedule }: SharedRace): void {
  writer.string(browser);
  writer.number(urls.length);
  for (const url of urls) writer.string(url);
  writer.string(schedule);
}

export function readRace(reader: ByteReader): SharedRace {
  const browser = readBrowser(reader);
  const urls = readMany(reader, MAX_URLS, "pages of a race", () => readWord(reader));
  const schedule = reader.string(MAX_SCHEDULE, "a schedule");
  if (urls.length === 0) refuse("a race without pages");
  return /^[A-J]*$/.test(schedule)
    ? { browser, urls, schedule }
    : refuse("a schedule is written with the letters A to J");
}

function readBrowser(reader: ByteReader): string {
  const letter = reader.string(1, "a browser");
  return /^[A-Z]$/.test(letter) ? letter : refuse("a browser is called by a letter");
}

/** A string without control characters, as everything is that stands in a header or an address. */
function readWord(reader: ByteReader): string {
  const text = reader.string(MAX_WORD, "a word");
  for (const character of text)
    if (character < " " || character === "\u007f") refuse("a control character in a word");
  return text;
}

function readMany<T>(reader: ByteReader, most: number, what: string, read: () => T): T[] {
  const items: T[] = [];
  for (let left = reader.number(most, what); left > 0; left--) items.push(read());
  return items;
}
