/**
 * What a page asks about sessions beyond what every state carries: a window of the list, one session in full, deletion.
 *
 * A state says little of a thousand sessions, since it goes out with every event; the panel asks for the dozen it shows.
 */
import type { CommandBody, SessionAnswer, SessionPlace, SessionWindow } from "../protocol/index.ts";
import { type SessionShelf, type StoredSession, sessionPath } from "../sessions/index.ts";
import type { TraceLog } from "../trace/index.ts";
import { complete, type Found, foundAt, placesOf } from "./known-sessions.ts";
import type { World } from "./world.ts";

/** What `body` asks about sessions; nothing when it asks something else. */
export function answerAboutSessions(world: World, log: TraceLog, body: CommandBody): SessionAnswer {
  if (body.kind === "read-session") return readSession(world, body);
  if (body.kind !== "list-sessions") return {};
  return { sessions: listSessions(world, log, body) };
}

/** Sessions number `from` to `from + count` of those that `filter` fits. */
function listSessions(
  world: World,
  log: TraceLog,
  { filter, from, count }: { filter: string; from: number; count: number },
): SessionWindow {
  const fits = fitterOf(world, filter.trim());
  const found: Found[] = [];
  let total = 0;
  for (const place of placesOf(world)) {
    // Without a filter only those that are wanted are looked into.
    if (fits === null && (total + place.shelf.size <= from || total >= from + count)) {
      total += place.shelf.size;
      continue;
    }
    for (const id of place.shelf.ids()) {
      const isWanted = total >= from && total < from + count;
      const session = isWanted || fits !== null ? place.shelf.read(id) : undefined;
      if (fits !== null && (session === undefined || !fits(session))) continue;
      total += 1;
      if (isWanted && session !== undefined) found.push(foundAt(place, session));
    }
  }
  return { from, total, rows: complete(world, log, found) };
}

/** All of one session. */
function readSession(world: World, place: SessionPlace): SessionAnswer {
  const shelf = shelfAt(world, place);
  const session = shelf?.read(place.session);
  if (shelf === undefined || session === undefined) return { session: null };
  const { pickle } = session;
  return { session: { attributes: shelf.readTree(place.session), ...(pickle !== undefined && { pickle }) } };
}

/** Takes a session away; why not, in a sentence, or null. */
export function deleteSession(world: World, place: SessionPlace): string | null {
  return shelfAt(world, place)?.delete(place.session) === true
    ? null
    : `The session ${place.session} is gone already.`;
}

/** Writes a session's file by hand; why not, in a sentence, or null. */
export function writeSession(
  { server }: World,
  { session, content }: { session: string; content: string },
  now: number,
): string | null {
  const path = sessionPath(session);
  if (server.disk.read(path) === undefined) return `There is no file ${path} on the disk any more.`;
  const strange = /[^\0-\xff]/.exec(content);
  if (strange !== null)
    return `“${strange[0]}” is not a byte. Write it as Python does in a pickle, for instance \\u20ac.`;
  server.disk.write(path, content, now);
  return null;
}

function shelfAt(world: World, { storage, process }: SessionPlace): SessionShelf | undefined {
  const places = placesOf(world);
  return storage === "disk" ? places.at(-1)?.shelf : places.find((place) => place.process === process)?.shelf;
}

/** What `filter` asks of a session; null when it asks nothing. The letter of a browser means the key it holds. */
function fitterOf({ jars }: World, filter: string): ((session: StoredSession) => boolean) | null {
  if (filter === "") return null;
  const jar = jars.get(filter);
  if (jar !== undefined) return ({ id }) => jar.cookies.some(({ value }) => value === id);
  const text = filter.toLowerCase();
  const has = (part: string) => part.toLowerCase().includes(text);
  return ({ id, attributes }) => has(id) || attributes.some(({ name, value }) => has(name) || has(value));
}
