/** The door of the sessions room: ids, the object a page holds, and the two stores. */
export { Disk } from "./disk.ts";
export { DiskStore, sessionIdOf, sessionPath } from "./disk-store.ts";
export { MemoryStore } from "./memory-store.ts";
export { generateSessionId } from "./session-id.ts";
export {
  attributeNames,
  closeSession,
  type SessionHappening,
  SessionObject,
  type SessionObserver,
  sessionKey,
} from "./session-object.ts";
export { readDiskSessions, readMemorySessions, type StoredSession } from "./session-views.ts";
export { sessionNamed, sessionShapes } from "./shapes.ts";
export type { SessionStore } from "./store.ts";
