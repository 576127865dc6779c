/**
 * Sessions in the memory of one process: one live object per id, gone when the process is.
 *
 * Any value may be kept, and every change is seen at once by whoever shares the process. Nothing is loaded or saved, unless
 * copies are asked for (`session_lock = version`): then what is stored is never touched, only replaced.
 */
import { Table, type VM } from "../python/index.ts";
import { copyContents, haveSameContents } from "./contents.ts";
import { CreationQueue } from "./creation-queue.ts";
import { attributeNames, findConflict, type SessionHome, SessionObject } from "./session-object.ts";
import {
  chooseId,
  type OpenedSession,
  type OpenRequest,
  type SaveOptions,
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
  /** Number of the replacement that made it what it is; grows over the whole store. */
  version: number;
}

export class MemoryStore implements SessionStore, SessionHome {
  readonly storage = "memory" as const;
  entries: Map<string, MemoryEntry> = new Map();
  order: CreationQueue = new CreationQueue();
  /** How many more there are that this copy of the store has left out; see `aside.ts`. */
  aside = 0;
  /** When a session was last asked for: the time of a session that returns after `close()`. */
  clock = 0;
  nextVersion = 1;

  get size(): number {
    return this.entries.size + this.aside;
  }

  has(id: string): boolean {
    return this.entries.has(id);
  }

  open(request: OpenRequest, vm: VM): OpenedSession {
    this.clock = request.now;
    const { id, origin } = chooseId(request, (candidate) => this.has(candidate));
    const found = this.entries.get(id);
    if (found !== undefined) {
      found.lastUsed = request.now;
      const session = request.checked ? this.copyOf(id, vm) : found.session;
      return { session, origin, attributes: attributeNames(session), evicted: [] };
    }
    const live = new SessionObject(id, false, this);
    this.enter(live);
    const evicted = this.evict(request.maxSessions);
    return { session: request.checked ? this.copyOf(id, vm) : live, origin, attributes: [], evicted };
  }

  private copyOf(id: string, vm: VM): SessionObject {
    const session = new SessionObject(id, false, this);
    session.checked = true;
    this.reload(session, vm);
    return session;
  }

  /** A live object is what is stored; only a copy can differ. */
  reload(session: SessionObject, vm: VM): void {
    if (!session.checked) return;
    const stored = this.entries.get(session.id)?.session.attributes ?? new Table();
    session.original = stored;
    session.attributes = copyContents(stored, vm);
    session.closed = false;
    session.told.clear();
    session.version = this.versionOf(session.id);
  }

  versionOf(id: string): number {
    return this.entries.get(id)?.version ?? 0;
  }

  /** A live object needs no saving; a copy replaces what is stored. */
  save(session: SessionObject, { now, maxSessions }: SaveOptions): SaveResult {
    const { id, attributes, original } = session;
    const isStored = original instanceof Table && haveSameContents(attributes, original);
    if (!session.checked || session.closed || isStored) return { kind: "nothing" };
    const conflict = findConflict(session);
    if (conflict !== null) return { kind: "conflict", message: conflict };
    this.clock = now;
    const entry = this.entries.get(id) ?? this.enter(new SessionObject(id, false, this));
    entry.session.attributes = copyContents(attributes);
    session.original = entry.session.attributes;
    entry.version = this.nextVersion;
    this.nextVersion += 1;
    session.version = entry.version;
    return { kind: "saved", attributes: attributeNames(session), bytes: 0, evicted: this.evict(maxSessions) };
  }

  /** The session was closed: it is no longer kept, though a page may still hold the object. */
  forget(session: SessionObject): void {
    const kept = this.entries.get(session.id);
    if (session.checked || kept?.session === session) this.entries.delete(session.id);
    session.version = 0;
  }

  /** A closed session is written to: it is kept again, unless its id has a new session by now, or it is a copy. */
  keep(session: SessionObject): void {
    if (!session.checked && !this.has(session.id)) this.enter(session);
  }

  private enter(session: SessionObject): MemoryEntry {
    const serial = this.order.push(session.id);
    const entry = { session, created: this.clock, lastUsed: this.clock, serial, version: this.nextVersion };
    this.nextVersion += 1;
    this.entries.set(session.id, entry);
    this.order.tidy(this.entries.size, this.isLive);
    return entry;
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

  get isLive(): (id: string, serial: number) => boolean {
    return (id, serial) => this.entries.get(id)?.serial === serial;
  }
}
