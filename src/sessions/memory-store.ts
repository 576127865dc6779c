/**
 * Sessions in the memory of one process: one live object per id, gone when the process is.
 *
 * Any value may be kept, and every change is seen at once by whoever shares the process. Nothing is loaded or saved.
 */
import { CreationQueue } from "./creation-queue.ts";
import { attributeNames, type SessionHome, SessionObject } from "./session-object.ts";
import {
  chooseId,
  type OpenedSession,
  type OpenRequest,
  type SaveResult,
  type SessionStore,
} from "./store.ts";

/** A session kept in memory. */
export interface MemoryEntry {
  session: SessionObject;
  created: number;
  lastUsed: number;
  /** Its place in the order of creation. */
  serial: number;
}

export class MemoryStore implements SessionStore, SessionHome {
  readonly storage = "memory" as const;
  entries: Map<string, MemoryEntry> = new Map();
  order: CreationQueue = new CreationQueue();
  /** When a session was last asked for: the time of a session that returns after `close()`. */
  clock = 0;

  get size(): number {
    return this.entries.size;
  }

  has(id: string): boolean {
    return this.entries.has(id);
  }

  open(request: OpenRequest): OpenedSession {
    this.clock = request.now;
    const { id, origin } = chooseId(request, (candidate) => this.has(candidate));
    const found = this.entries.get(id);
    if (found !== undefined) {
      found.lastUsed = request.now;
      return { session: found.session, origin, attributes: attributeNames(found.session), evicted: [] };
    }
    const session = new SessionObject(id, false, this);
    this.enter(session);
    return { session, origin, attributes: [], evicted: this.evict(request.maxSessions) };
  }

  /** A live object needs no saving. */
  save(): SaveResult {
    return { kind: "nothing" };
  }

  /** The session was closed: it is no longer kept, though a page may still hold the object. */
  forget(session: SessionObject): void {
    if (this.entries.get(session.id)?.session === session) this.entries.delete(session.id);
  }

  /** A closed session is written to: it is kept again, unless its id has a new session by now. */
  keep(session: SessionObject): void {
    if (!this.has(session.id)) this.enter(session);
  }

  private enter(session: SessionObject): void {
    const serial = this.order.push(session.id);
    this.entries.set(session.id, { session, created: this.clock, lastUsed: this.clock, serial });
    this.order.tidy(this.size, this.isLive);
  }

  private evict(maxSessions: number): string[] {
    const evicted: string[] = [];
    while (this.size > maxSessions) {
      const oldest = this.order.oldest(this.isLive);
      if (oldest === undefined) break;
      const entry = this.entries.get(oldest);
      if (entry !== undefined) entry.session.home = null;
      this.entries.delete(oldest);
      evicted.push(oldest);
    }
    return evicted;
  }

  private get isLive(): (id: string, serial: number) => boolean {
    return (id, serial) => this.entries.get(id)?.serial === serial;
  }
}
