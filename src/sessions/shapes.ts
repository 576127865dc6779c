/** What this room adds to the catalogue of images: its classes and its named objects. */
import { CreationQueue } from "./creation-queue.ts";
import { Disk, Folder } from "./disk.ts";
import { MemoryStore } from "./memory-store.ts";
import { SessionObject, sessionConflictType, sessionObjectType } from "./session-object.ts";

/** One class; the image room's `Shape`. */
interface SessionShape {
  name: string;
  class: abstract new (...parameters: never) => object;
  blank(): object;
}

/** The classes of this room, each with a way to make an empty instance. `disk-store.ts` adds its own when it is loaded. */
export const sessionShapes: SessionShape[] = [
  { name: "CreationQueue", class: CreationQueue, blank: () => new CreationQueue() },
  { name: "Disk", class: Disk, blank: () => new Disk() },
  { name: "DiskFolder", class: Folder, blank: () => new Folder() },
  { name: "MemoryStore", class: MemoryStore, blank: () => new MemoryStore() },
  { name: "SessionObject", class: SessionObject, blank: () => new SessionObject("", false, null) },
];

/** The types of this room by the names that images know them by. */
export const sessionNamed: readonly (readonly [string, object])[] = [
  ["type:SessionObject", sessionObjectType],
  ["type:SessionConflict", sessionConflictType],
];
