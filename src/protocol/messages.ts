/**
 * The messages between the page and the worker: plain structured-clone data.
 *
 * The page sends a `Command` with an id over `postMessage` to the worker and gets one `Reply` with the same id. Without
 * being asked, the worker sends `Notice`s to every page of a workspace. Unknown data enters through the decoders in
 * `decode.ts`; past them these types are believed.
 */
import type { CookieDraft, CookieKey } from "../browser/index.ts";
import type { Configuration } from "../project/index.ts";
import type { BrowserId, RequestId, TraceEvent } from "../trace/index.ts";
import type { RaceCommand, RaceView } from "./race.ts";
import type { Sandbox } from "./registration.ts";
import type { CarriedState, SentFiles, WorkAnswer, WorkCommand, WorkFacts } from "./works.ts";

/** 128 random bits as 32 hex digits: one open tab. */
export type WorkspaceId = string;

/** What a page asks of the worker. Every message also carries `workspace`, `id` and the page's `buildId`. */
export type CommandBody =
  /**
   * Opens the workspace, creating it with `files` if it is new; answers with a full `state`. `sandbox` is what
   * `registerWorker` found: the worker then says the same in its policy. `work` says what a new one is; what is `carried` into it and
   * cannot be there is left out, and the log says so.
   */
  | { kind: "open"; files: SentFiles; sandbox?: Sandbox; work?: WorkFacts; carried?: CarriedState }
  | { kind: "write-file"; path: string; content: string }
  | { kind: "rename-file"; path: string; to: string }
  | { kind: "delete-file"; path: string }
  | { kind: "configure"; changes: Partial<Configuration> }
  | { kind: "restart-server" }
  | { kind: "reset"; files: Record<string, string> }
  /**
   * Only where frames need `allow-scripts` (WebKit), whose worker cannot tell Back from a link: say `begin` before going Back or
   * Forward, `end` at the next document or change of fragment. In between, page requests of that browser show stored answers:
   * those to `requests`, where a step of the history is known by what was shown.
   */
  | { kind: "history-navigation"; browser: BrowserId; phase: "begin" | "end"; requests?: RequestId[] }
  | { kind: "open-browser"; browser: BrowserId }
  /** Its cookies that live until the browser closes go, and so do its stored answers. The last one stays open. */
  | { kind: "close-browser"; browser: BrowserId }
  /** Writes a cookie by hand: a new one, or in place of the one it `was`. */
  | { kind: "set-cookie"; browser: BrowserId; was?: CookieKey; cookie: CookieDraft }
  /** Without `cookie`, all of them. */
  | { kind: "delete-cookie"; browser: BrowserId; cookie?: CookieKey }
  | { kind: "copy-cookie"; browser: BrowserId; cookie: CookieKey; to: BrowserId }
  /** From now on the browser sends this name and password with its requests (HTTP Basic), until a page refuses them. */
  | { kind: "log-in"; browser: BrowserId; user: string; password: string }
  /** Keeps the worker awake while a request is running. */
  | { kind: "ping" }
  /** Asks the worker to stop request `request` before its next step. */
  | { kind: "stop-request"; request: RequestId }
  /**
   * `count` visits of `path` (which may have a query), each by a fresh browser that is forgotten afterwards. `{n}` in it is the
   * visitor's number. Progress is in the state.
   */
  | { kind: "visit-many"; count: number; path: string }
  | { kind: "stop-visits" }
  /**
   * The sessions from number `from` on, at most `count`, of those that `filter` fits: an id, an attribute's name or value, or
   * the letter of a browser that holds the key. The reply has them as `sessions`.
   */
  | { kind: "list-sessions"; filter: string; from: number; count: number }
  /** The reply has all of the session as `session`, if it is still there. */
  | ({ kind: "read-session" } & SessionPlace)
  | ({ kind: "delete-session" } & SessionPlace)
  /** Puts `content` in the place of a session's file, a byte per character: whoever has the disk may do that. */
  | { kind: "write-session"; session: string; content: string }
  | WorkCommand
  | RaceCommand;

export type Command = { workspace: WorkspaceId; id: number; buildId: string } & CommandBody;

/**
 * The answer to a command. What the page was to be told right before it comes as its `notices`. A `bootId` other than the last one seen says that the browser has restarted the worker: what it
 * kept in memory was read back from storage. `other-build`: page and worker are of different versions; reload the page.
 */
export type Reply =
  | ({
      kind: "reply";
      id: number;
      bootId: string;
      buildId: string;
      notices?: Notice[];
      ok: true;
      state: WorkspaceState;
    } & SessionAnswer &
      WorkAnswer)
  | {
      kind: "reply";
      id: number;
      bootId: string;
      buildId: string;
      notices?: Notice[];
      ok: false;
      problem: "other-build" | "bad-message" | "no-workspace" | "refused" | "failed";
      /** A sentence for the learner. */
      reason: string;
      /** Names the rule that was broken, where the page has its own words for it. */
      rule?: string;
    };

export type Notice =
  /** Something happened: the new events and what the panels show now. Sent at once, also while a request runs. */
  | {
      kind: "update";
      workspace: WorkspaceId;
      bootId: string;
      buildId: string;
      events: TraceEvent[];
      state: WorkspaceState;
    }
  /**
   * A request that was answered with the waiting page is done: replace the location of every frame showing
   * `waitingUrl` with `resultUrl`.
   */
  | {
      kind: "result";
      workspace: WorkspaceId;
      bootId: string;
      buildId: string;
      request: RequestId;
      waitingUrl: string;
      resultUrl: string;
    }
  /**
   * An answer was taken back by a step back in a race: send every frame that shows it to `resultUrl` again, where its request waits
   * now, or asks anew if it had not even come by then.
   */
  | {
      kind: "taken-back";
      workspace: WorkspaceId;
      bootId: string;
      buildId: string;
      request: RequestId;
      waitingUrl: string;
      resultUrl: string;
    };

/** Everything the page shows, apart from the log. */
export interface WorkspaceState {
  /**
   * Grows with each state that the worker tells of, in this run and in the next: replies and notices take different ways to a page, and
   * an older state must not take the place of a newer one.
   */
  revision: number;
  /** The server's files as it has them; the last is `server.ini`, the text of its configuration. */
  files: Record<string, string>;
  /** How many bytes those files have that are not text, by their names; absent when all are. `read-files` brings them. */
  binaries?: Record<string, number>;
  /** What the work is; absent where an older version has begun it. */
  work?: WorkFacts;
  /** The one in force: what `server.ini` says, or said before a line of it was wrong. */
  configuration: Configuration;
  /** Those that are open, by their letters. */
  browsers: BrowserView[];
  /**
   * All of them while there are few (`FEW_SESSIONS`), process by process and then the disk, oldest first; of many only those whose
   * key a browser holds. `list-sessions` brings the others.
   */
  sessions: SessionView[];
  /** How many there are. */
  sessionCount: number;
  /** The crowd of *Create N sessions*, at work or done; absent when there was none. */
  crowd?: CrowdView;
  /**
   * All events that are kept, oldest first, in the reply to `open`, and to what puts another log in the place of the one that was
   * (`reset`, `begin-again`, `restore-version`); empty in every other state (updates carry their own).
   */
  events: TraceEvent[];
  /** The requests that are not answered yet, in order of arrival: offer Stop, and ping while there are any. */
  running: RunningRequest[];
  /** Held requests, and what is explored, replayed and compared. */
  race: RaceView;
  /** Set when nothing can be stored: the workspace lives in memory only, and why. */
  storageProblem?: string;
}

export interface RunningRequest {
  id: RequestId;
  browser: BrowserId;
  method: string;
  url: string;
  /** Its frame shows the waiting page. */
  waiting: boolean;
}

export interface BrowserView {
  id: BrowserId;
  cookies: CookieView[];
}

export interface CookieView {
  name: string;
  value: string;
  path: string;
  domain: string;
  hostOnly: boolean;
  /** ISO date; absent for a cookie of the browser's session. */
  expires?: string;
  httpOnly: boolean;
  secure: boolean;
  sameSite?: string;
  /** The request whose reply set it; absent when the learner did. */
  setBy?: RequestId;
}

/** With more sessions than this, a state carries only those whose key a browser holds. */
export const FEW_SESSIONS = 50;

/** Where the session of an id is: one id may have several, in several places. */
export interface SessionPlace {
  session: string;
  storage: "memory" | "disk";
  /** Of the process that holds it, in memory. */
  process?: number;
}

/** What a reply brings besides the state, when it was asked for. */
export interface SessionAnswer {
  sessions?: SessionWindow;
  /** Null: it is gone. */
  session?: SessionDetails | null;
}

/** Some of the sessions that fit a filter, in their order, and how many fit. */
export interface SessionWindow {
  from: number;
  total: number;
  rows: SessionView[];
}

/** What is too large to be told at every event. */
export interface SessionDetails {
  attributes: ValueTree[];
  /** On disk: the file, a byte per character. */
  pickle?: string;
}

/** A value and what is inside of it; see `readValueTree`. */
export interface ValueTree {
  name: string;
  value: string;
  type: string;
  parts?: ValueTree[];
  /** Parts that are not shown. */
  more?: number;
}

/** What became of the visitors so far. */
export interface CrowdView {
  path: string;
  count: number;
  done: number;
  state: "running" | "done" | "stopped";
  /** New sessions, evictions (of anybody's session), and visits that were answered with an error. */
  created: number;
  evicted: number;
  failed: number;
}

export interface SessionView extends Omit<SessionPlace, "session"> {
  id: string;
  created: number;
  lastUsed: number;
  attributes: AttributeView[];
  /** On disk: the bytes of the file, and the number of the write that made it. */
  bytes?: number;
  version?: number;
  /** Why the stored data cannot be read. */
  damaged?: string;
}

export interface AttributeView {
  name: string;
  /** Python's repr. */
  value: string;
  type: string;
  /** The request that last wrote it. */
  writtenBy?: RequestId;
}
