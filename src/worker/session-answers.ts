/**
 * What a page asks about sessions beyond what every state carries: a window of the list, one session in full, deletion.
 *
 * A state says little of a thousand sessions, since it goes out with every event; the panel asks for the dozen it shows.
 */
import type { SessionAnswer, SessionPlace, SessionView, SessionWindow } from "../protocol/index.ts";
import { FEW_SESSIONS } from "../protocol/index.ts";
import {
  diskShelf,
  memoryShelf,
  type SessionShelf,
  type StoredSession,
  sessionPath,
} from "../sessions/index.ts";
import { type RequestId, readWriters, type TraceEvent } from "../trace/index.ts";
import type { World } from "./world.ts";

interface Place {
  process?: number;
  shelf: SessionShelf;
}

/** Every place that may hold sessions: the processes in their order, then the disk. */
function placesOf({ server }: World): Place[] {
  const memories = server.processes.map(({ id, sessions }) => ({
    process: id,
    shelf: memoryShelf(sessions),
  }));
  return [...memories, { shelf: diskShelf(server.disk) }];
}

/** The sessions of a state: all of a few, of many those whose key a browser holds; and how many there are. */
export function viewSessions(
  world: World,
  events: readonly TraceEvent[],
): { sessions: SessionView[]; sessionCount: number } {
  const places = placesOf(world);
  const sessionCount = places.reduce((sum, { shelf }) => sum + shelf.size, 0);
  const ids = sessionCount > FEW_SESSIONS ? [...keysOf(world)] : null;
  const found = places.flatMap((place) => readAll(place, ids ?? place.shelf.ids()));
  return { sessions: complete(world, events, found), sessionCount };
}

/** Sessions number `from` to `from + count` of those that `filter` fits. */
export function listSessions(
  world: World,
  events: readonly TraceEvent[],
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
  return { from, total, rows: complete(world, events, found) };
}

/** All of one session. */
export function readSession(world: World, place: SessionPlace): SessionAnswer {
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

/** The values of all cookies: among them the keys that browsers hold. */
function keysOf({ jars }: World): Set<string> {
  return new Set([...jars.values()].flatMap(({ cookies }) => cookies.map(({ value }) => value)));
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

type Found = StoredSession & { process?: number };

function readAll(place: Place, ids: Iterable<string>): Found[] {
  return [...ids].flatMap((id) => {
    const session = place.shelf.read(id);
    return session === undefined ? [] : [foundAt(place, session)];
  });
}

function foundAt({ process }: Place, session: StoredSession): Found {
  return process === undefined ? session : { ...session, process };
}

/** Adds what the log knows, on the log's clock; the file itself stays here. */
function complete(
  { openedAt }: World,
  events: readonly TraceEvent[],
  found: readonly Found[],
): SessionView[] {
  const history = eventsBySession(events, new Set(found.map(({ id }) => id)));
  return found.map(({ pickle, ...session }) => {
    const writers = readWriters(history.get(session.id) ?? [], session.id);
    return {
      ...session,
      attributes: session.attributes.map((attribute) => addWriter(attribute, writers)),
      created: session.created - openedAt,
      lastUsed: session.lastUsed - openedAt,
      ...(pickle !== undefined && { bytes: pickle.length }),
    };
  });
}

function addWriter<A extends { name: string }>(attribute: A, writers: ReadonlyMap<string, RequestId>) {
  const writtenBy = writers.get(attribute.name);
  return writtenBy === undefined ? attribute : { ...attribute, writtenBy };
}

/** The log of these sessions in one pass, since asking it about each takes as many. */
function eventsBySession(events: readonly TraceEvent[], ids: ReadonlySet<string>): Map<string, TraceEvent[]> {
  const histories = new Map<string, TraceEvent[]>();
  for (const event of events) {
    if (!("session" in event) || !ids.has(event.session)) continue;
    const history = histories.get(event.session);
    if (history === undefined) histories.set(event.session, [event]);
    else history.push(event);
  }
  return histories;
}
