/**
 * What the two stores have in common: how a session is asked for, and what comes back.
 *
 * Rules, after Karrigell 3: an id that is sent is adopted, whether it is known or not (session fixation is possible, and
 * a lesson); with `strictIds` an unknown one is refused and a fresh id made. Creating one session more than the cap evicts
 * the one that was created first, however recently it was used.
 */
import type { VM } from "../python/index.ts";
import { generateSessionId } from "./session-id.ts";
import type { SessionObject } from "./session-object.ts";

/** A page called `Session()`. */
export interface OpenRequest {
  /** What the browser's cookie says; null without one. */
  id: string | null;
  /** Refuse ids that no session has. */
  strictIds: boolean;
  /** The cap. */
  maxSessions: number;
  /** Give a copy whose saving is refused when somebody saved in between (`session_lock = version`). */
  checked?: boolean;
  /** Virtual milliseconds. */
  now: number;
  /** Numbers in [0, 1), recorded by the engine. */
  random: () => number;
}

/** The session, and what it took to open it. A cookie is due when `session.id` is not the id that was sent. */
export interface OpenedSession {
  session: SessionObject;
  /** `new`: under a fresh id. `adopted`: under the id that was sent, which no session had. */
  origin: "new" | "found" | "adopted";
  /** Attributes that were there already. */
  attributes: string[];
  /** Ids of the sessions that had to go, oldest first. */
  evicted: string[];
}

/** Keeps sessions: in the memory of one process, or on the disk. */
export interface SessionStore {
  readonly storage: "memory" | "disk";
  /** How many sessions are kept. */
  readonly size: number;
  /** True when a session of this id is kept. */
  has(id: string): boolean;
  /** Finds or creates. Raises a Python exception when what is stored cannot be read. */
  open(request: OpenRequest, vm: VM): OpenedSession;
  /** Writes `session` back, where that means anything. */
  save(session: SessionObject, options: SaveOptions): SaveResult;
  /** Puts what is stored now in the place of what `session` holds, where these may differ. */
  reload(session: SessionObject, vm: VM): void;
}

/** How a session is saved. */
export interface SaveOptions {
  now: number;
  maxSessions: number;
}

/** What came of saving. Nothing is ever half written. */
export type SaveResult =
  | { kind: "saved"; attributes: string[]; bytes: number; evicted: string[] }
  /** There was nothing to write: a live object in memory, a closed session, a checked one that is as it was loaded. */
  | { kind: "nothing" }
  /** A value cannot be stored; `message` is that of the TypeError to show, `path` as in `panier[2]`. */
  | { kind: "unsupported"; path: string; message: string }
  /** Somebody else saved, closed or evicted a checked session since it was loaded. */
  | { kind: "conflict"; message: string };

/** Which id a request gets, and whether a session of that id is there already. */
export function chooseId(
  request: OpenRequest,
  has: (id: string) => boolean,
): { id: string; origin: OpenedSession["origin"] } {
  if (request.id !== null && has(request.id)) return { id: request.id, origin: "found" };
  if (request.id !== null && !request.strictIds) return { id: request.id, origin: "adopted" };
  return { id: freshId(request.random, has), origin: "new" };
}

function freshId(random: () => number, has: (id: string) => boolean): string {
  let id = generateSessionId(random);
  // 62**16 ids: a second turn is for recorded chances that repeat themselves.
  for (let turn = 0; has(id) && turn < 100; turn++) id = generateSessionId(random);
  return id;
}
