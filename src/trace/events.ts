/**
 * What the engine says happened. Cookies, sessions, traffic and the race timeline are readings of one log of these.
 *
 * Events are plain JSON data: they cross to the page, are stored, and are compared byte for byte by determinism tests.
 * Optional facts are absent, never null. Times are virtual milliseconds since the workspace was opened.
 */

/** "A", "B", … : a simulated browser. */
export type BrowserId = string;
/** Counts from 1 in a workspace and is never reused: "request 3". */
export type RequestId = number;

/** What every event carries. */
export interface EventBase {
  /** Its number in the log, from 1; never given twice, so there is a gap where events were taken back. */
  seq: number;
  time: number;
  request?: RequestId;
  browser?: BrowserId;
  /** Which server process and thread did it, from 1. */
  process?: number;
  thread?: number;
  /** The page and line that was executing. */
  file?: string;
  line?: number;
}

/** Why a cookie of the jar did not go along (RFC 6265 §5.4). */
export type WithheldReason = "domain" | "path" | "secure" | "expired";

export type EventBody =
  | { kind: "request"; method: string; url: string; raw: string; bytes: number }
  | { kind: "cookie-sent"; name: string; value: string }
  | { kind: "cookie-withheld"; name: string; reason: WithheldReason }
  | {
      kind: "session-opened";
      session: string;
      origin: "new" | "found" | "adopted";
      storage: "memory" | "disk";
      /** In memory with `session_lock = version`: the request has a copy of its own, as it always has of one on disk. */
      copy?: true;
    }
  | { kind: "session-loaded"; session: string; attributes: string[] }
  | { kind: "attribute-read"; session: string; name: string; value: string }
  | { kind: "attribute-missing"; session: string; name: string }
  | { kind: "attribute-written"; session: string; name: string; value: string }
  | { kind: "attribute-deleted"; session: string; name: string }
  | { kind: "session-closed"; session: string; attributes: string[] }
  | { kind: "session-saved"; session: string; attributes: string[]; bytes: number }
  | { kind: "session-discarded"; session: string; reason: string }
  | { kind: "session-evicted"; session: string; cap: number }
  /** `session_lock = request`: it waits before `Session()`, as another request holds that session. */
  | { kind: "session-waiting"; session: string; holder: RequestId }
  | { kind: "session-locked"; session: string }
  | { kind: "session-unlocked"; session: string }
  /** `session_lock = version`: it may not be saved over what another request has saved. */
  | { kind: "session-conflict"; session: string; message: string }
  /** A `threading.Lock` of the pages; `name` says where it was made. `ended`: its holder was answered without releasing it. */
  | { kind: "lock-waiting"; name: string; holder: RequestId; ended: boolean }
  | { kind: "lock-acquired"; name: string }
  | { kind: "lock-released"; name: string }
  /** These requests wait for each other, or for one that has ended: none of them can ever go on. */
  | { kind: "deadlock"; requests: RequestId[] }
  /** Moves of a race were taken back: what was told after event `to` has not happened. Only the log itself knows of it. */
  | { kind: "stepped-back"; to: number }
  /** The learner changed a jar by hand; `from` is whose cookie was copied. */
  | {
      kind: "cookie-edited";
      change: "added" | "edited" | "deleted" | "copied";
      name: string;
      value: string;
      path: string;
      from?: BrowserId;
    }
  | { kind: "browser-opened" }
  /** `cookies` are the names of those that lived until then. */
  | { kind: "browser-closed"; cookies: string[] }
  | { kind: "set-cookie"; name: string; value: string; field: string; stored: boolean; reason?: string }
  | { kind: "script-error"; exception: string; message: string }
  | { kind: "log"; level: "info" | "warning" | "error"; message: string }
  | { kind: "response"; status: number; statusText: string; raw: string; bytes: number; mediaType: string }
  | { kind: "server-started"; server: string; persistent: boolean }
  | { kind: "server-stopped"; sessionsLost: number }
  | { kind: "configuration-changed"; name: string; value: string }
  | { kind: "file-changed"; path: string; change: "added" | "edited" | "renamed" | "deleted" };

export type TraceEvent = EventBase & EventBody;
/** An event before the log has numbered it. */
export type NewEvent = Omit<EventBase, "seq" | "time"> & EventBody;
