/** The door of the sessions room: ids, the object a page holds, and the two stores. */
export { setAside } from "./aside.ts";
export { Disk, type DiskFile } from "./disk.ts";
export { diskSessions } from "./disk-sessions.ts";
export { DiskStore } from "./disk-store.ts";
export { displayType, displayValue } from "./display.ts";
export { MemoryStore } from "./memory-store.ts";
export { sessionIdOf, sessionPath } from "./session-files.ts";
export { generateSessionId } from "./session-id.ts";
export {
  attributeNames,
  attributesOf,
  closeSession,
  findConflict,
  makeConflict,
  type SessionHappening,
  SessionObject,
  type SessionObserver,
  sessionConflictType,
  sessionKey,
  sessionObjectType,
  tellChanges,
} from "./session-object.ts";
export {
  diskShelf,
  memoryShelf,
  readDiskSessions,
  readMemorySessions,
  type SessionShelf,
  type StoredSession,
} from "./session-views.ts";
export { sessionNamed, sessionShapes } from "./shapes.ts";
export type { SessionStore } from "./store.ts";
export { type LeftBehind, moveBetweenMemories, moveToDisk, moveToMemory } from "./transfer.ts";
export type { ValueTree } from "./value-tree.ts";
