/** What this room adds to the catalogue of images: its classes and its named objects. */
import { CreationQueue } from "./creation-queue.ts";
import { Disk, Folder } from "./disk.ts";
import { DiskStore } from "./disk-store.ts";
import { MemoryStore } from "./memory-store.ts";
import { SessionObject, sessionConflictType, sessionObjectType } from "./session-object.ts";

/** The classes of this room, each with a way to make an empty instance. */
export const sessionShapes = [
  { name: "CreationQueue", class: CreationQueue, blank: () => new CreationQueue() },
  { name: "Disk", class: Disk, blank: () => new Disk() },
  { name: "DiskFolder", class: Folder, blank: () => new Folder() },
  { name: "DiskStore", class: DiskStore, blank: () => new DiskStore(new Disk()) },
  { name: "MemoryStore", class: MemoryStore, blank: () => new MemoryStore() },
  { name: "SessionObject", class: SessionObject, blank: () => new SessionObject("", false, null) },
];

/** The types of this room by the names that images know them by. */
export const sessionNamed: readonly (readonly [string, object])[] = [
  ["type:SessionObject", sessionObjectType],
  ["type:SessionConflict", sessionConflictType],
];
