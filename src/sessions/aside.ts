/**
 * Leaving sessions out of a copy of a store: those that nobody will ask for there.
 *
 * A copy for a race is copied again at every step, and there may be a hundred thousand sessions of other visitors. They are only
 * counted, so that the cap is reached as before; the oldest stay, as they are the ones that would have to go.
 */
import { DiskStore } from "./disk-store.ts";
import type { MemoryStore } from "./memory-store.ts";
import { SESSION_FOLDER, sessionIdOf } from "./session-files.ts";

/** Who will use a copy of a store. */
export interface Guests {
  /** The ids that they may name. */
  ids: ReadonlySet<string>;
  /** How many they are; each opens one session at most, so together they drive out as many at most. */
  count: number;
  maxSessions: number;
}

/**
 * Leaves all sessions out of `store` that its `guests` can neither name nor drive out; gives the ids of those that are there only because
 * they could be driven out, oldest first, and of the next one.
 */
export function setAside(store: MemoryStore | DiskStore, guests: Guests): string[] {
  const excess = Math.max(0, store.size - guests.maxSessions);
  const candidates = excess + guests.count + 1;
  if (store instanceof DiskStore) return setFilesAside(store, guests.ids, candidates).map(sessionIdOf);
  return setEntriesAside(store, guests.ids, candidates);
}

function setEntriesAside(store: MemoryStore, own: ReadonlySet<string>, candidates: number): string[] {
  const strangers = [...store.entries.keys()].filter((id) => !own.has(id));
  for (const id of strangers.splice(candidates)) {
    store.entries.delete(id);
    store.aside += 1;
  }
  store.order.sweep(store.isLive);
  return strangers;
}

function setFilesAside({ disk }: DiskStore, own: ReadonlySet<string>, candidates: number): string[] {
  const folder = disk.folders.get(SESSION_FOLDER);
  if (folder === undefined) return [];
  const strangers = [...folder.files.keys()].filter((name) => !own.has(sessionIdOf(name)));
  for (const name of strangers.splice(candidates)) {
    folder.files.delete(name);
    folder.aside += 1;
  }
  folder.order.sweep((name, serial) => folder.isLive(name, serial));
  return strangers;
}
