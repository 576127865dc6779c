/**
 * Moving sessions from one store to another, as no real server does: to see what the same requests would find under another
 * configuration. What the other store cannot keep is left out, and named.
 */
import { keyToken, type VM } from "../python/index.ts";
import type { Disk } from "./disk.ts";
import { readSessionFile } from "./disk-store.ts";
import type { MemoryStore } from "./memory-store.ts";
import { pickleAttributes } from "./pickle.ts";
import { SESSION_FOLDER, sessionIdOf, sessionPath } from "./session-files.ts";
import { attributesOf, type SessionObject } from "./session-object.ts";

/** What could not come along: an attribute, or, without a name, a whole session. `reason` says why. */
export interface LeftBehind {
  session: string;
  name?: string;
  reason: string;
}

/** Writes the sessions of `store` to `disk`, without attributes that cannot be pickled. */
export function moveToDisk(store: MemoryStore, disk: Disk, now: number): LeftBehind[] {
  const left: LeftBehind[] = [];
  for (const [id, { session }] of store.entries) {
    const storable = [...attributesOf(session)].filter(([name, value]) => {
      const pickled = pickleAttributes([[name, value]]);
      if (!pickled.ok) left.push({ session: id, name, reason: pickled.obstacle.message });
      return pickled.ok;
    });
    const pickled = pickleAttributes(storable);
    if (pickled.ok) disk.write(sessionPath(id), pickled.text, now);
    else left.push({ session: id, reason: pickled.obstacle.message });
  }
  return left;
}

/** Reads all sessions of `disk` into `store` and takes them off the disk. A damaged file is left. */
export function moveToMemory(
  disk: Disk,
  store: MemoryStore,
  { vm, now }: { vm: VM; now: number },
): LeftBehind[] {
  const left: LeftBehind[] = [];
  for (const name of disk.list(SESSION_FOLDER)) {
    const id = sessionIdOf(name);
    const file = disk.read(sessionPath(id));
    if (file === undefined) continue;
    const found = readSessionFile(file, (key, table) => keyToken(vm, key, table));
    if (!found.ok) {
      left.push({ session: id, reason: found.reason });
      continue;
    }
    const session = enter(store, id, { vm, now });
    for (const [attribute, value] of found.attributes) session.attributes.set(attribute, attribute, value);
    disk.delete(sessionPath(id));
  }
  return left;
}

/** Takes into `store` the sessions of another memory whose ids it does not know yet. */
export function moveBetweenMemories(
  from: MemoryStore,
  store: MemoryStore,
  { vm, now }: { vm: VM; now: number },
): void {
  for (const [id, entry] of from.entries)
    if (!store.has(id)) enter(store, id, { vm, now }).attributes = entry.session.attributes;
}

function enter(store: MemoryStore, id: string, { vm, now }: { vm: VM; now: number }): SessionObject {
  const maxSessions = Number.POSITIVE_INFINITY;
  return store.open({ id, strictIds: false, maxSessions, now, random: () => 0 }, vm).session;
}
