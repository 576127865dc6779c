/**
 * Leaving sessions out of a copy of a store: those that nobody will ask for there.
 *
 * A copy for a race is copied again at every step, and there may be a hundred thousand sessions of other visitors. They are only
 * counted, so that the cap is reached as before; the oldest stay, as they are the ones that would have to go.
 */
import { DiskStore, SESSION_FOLDER, sessionPath } from "./disk-store.ts";
import type { MemoryStore } from "./memory-store.ts";

/** Who will use a copy of a store. */
export interface Guests {
  /** The ids that they may name. */
  ids: ReadonlySet<string>;
  /** How many they are; each opens one session at most, so together they drive out as many at most. */
  count: number;
  maxSessions: number;
}

/** Leaves all sessions out of `store` that its `guests` can neither name nor drive out. */
export function setAside(store: MemoryStore | DiskStore, guests: Guests): void {
  const { size } = store;
  // The cap was lowered: nobody knows how many will go at once.
  if (size > guests.maxSessions) return;
  const oldest = size + guests.count > guests.maxSessions ? guests.count : 0;
  if (store instanceof DiskStore) setFilesAside(store, guests.ids, oldest);
  else setEntriesAside(store, guests.ids, oldest);
}

function setEntriesAside(store: MemoryStore, own: ReadonlySet<string>, oldest: number): void {
  for (const id of strangers(store.entries.keys(), own, oldest)) {
    store.entries.delete(id);
    store.aside += 1;
  }
  store.order.sweep(store.isLive);
}

function setFilesAside({ disk }: DiskStore, own: ReadonlySet<string>, oldest: number): void {
  const folder = disk.folders.get(SESSION_FOLDER);
  if (folder === undefined) return;
  const names = new Set(Array.from(own, (id) => sessionPath(id).slice(SESSION_FOLDER.length + 1)));
  for (const name of strangers(folder.files.keys(), names, oldest)) {
    folder.files.delete(name);
    folder.aside += 1;
  }
  folder.order.sweep((name, serial) => folder.isLive(name, serial));
}

/** The others, but for the first ones; `names` are in the order of creation. */
function strangers(names: Iterable<string>, own: ReadonlySet<string>, oldest: number): string[] {
  return [...names].filter((name) => !own.has(name)).slice(oldest);
}
