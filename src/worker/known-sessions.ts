/**
 * The sessions of a world, where they are kept, and what every state says of them.
 *
 * All of a few; of many only those whose key a browser holds, since a state goes out with every event. What the panel asks beyond that is in
 * `session-answers.ts`.
 */
import { FEW_SESSIONS, type SessionView } from "../protocol/index.ts";
import { diskShelf, memoryShelf, type SessionShelf, type StoredSession } from "../sessions/index.ts";
import { type RequestId, readWriters, type TraceLog } from "../trace/index.ts";
import type { World } from "./world.ts";

/** Somewhere where sessions are kept; `process` when it is the memory of one. */
interface Place {
  process?: number;
  shelf: SessionShelf;
}

/** Every place that may hold sessions: the processes in their order, then the disk. */
export function placesOf({ server }: World): Place[] {
  const memories = server.processes.map(({ id, sessions }) => ({
    process: id,
    shelf: memoryShelf(sessions),
  }));
  return [...memories, { shelf: diskShelf(server.disk) }];
}

/** The sessions of a state: all of a few, of many those whose key a browser holds; and how many there are. */
export function viewSessions(world: World, log: TraceLog): { sessions: SessionView[]; sessionCount: number } {
  const places = placesOf(world);
  const sessionCount = places.reduce((sum, { shelf }) => sum + shelf.size, 0);
  const ids = sessionCount > FEW_SESSIONS ? [...keysOf(world)] : null;
  const found = places.flatMap((place) => readAll(place, ids ?? place.shelf.ids()));
  return { sessions: complete(world, log, found), sessionCount };
}

/** The values of all cookies: among them the keys that browsers hold. */
function keysOf({ jars }: World): Set<string> {
  return new Set([...jars.values()].flatMap(({ cookies }) => cookies.map(({ value }) => value)));
}

/** A session, and the process in whose memory it is. */
export type Found = StoredSession & { process?: number };

function readAll(place: Place, ids: Iterable<string>): Found[] {
  return [...ids].flatMap((id) => {
    const session = place.shelf.read(id);
    return session === undefined ? [] : [foundAt(place, session)];
  });
}

/** `session` of `place`. */
export function foundAt({ process }: Place, session: StoredSession): Found {
  return process === undefined ? session : { ...session, process };
}

/** Adds what the log knows, on the log's clock; the file itself stays here. */
export function complete({ openedAt }: World, log: TraceLog, found: readonly Found[]): SessionView[] {
  const writers = readWriters(log, namesOf(found));
  return found.map(({ pickle, ...session }) => {
    const known = writers.get(session.id);
    return {
      ...session,
      attributes: session.attributes.map((attribute) => addWriter(attribute, known)),
      created: session.created - openedAt,
      lastUsed: session.lastUsed - openedAt,
      ...(pickle !== undefined && { bytes: pickle.length }),
    };
  });
}

function addWriter<A extends { name: string }>(attribute: A, writers?: ReadonlyMap<string, RequestId>) {
  const writtenBy = writers?.get(attribute.name);
  return writtenBy === undefined ? attribute : { ...attribute, writtenBy };
}

/** One id may be that of several sessions, in memory and on disk. */
function namesOf(found: readonly Found[]): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  for (const { id, attributes } of found) {
    const names = all.get(id) ?? new Set();
    for (const { name } of attributes) names.add(name);
    all.set(id, names);
  }
  return all;
}
