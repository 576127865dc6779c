/**
 * The messages between the page and the worker: plain structured-clone data.
 *
 * The page sends a `Command` with an id over `postMessage` to the worker and gets one `Reply` with the same id. Without
 * being asked, the worker sends `Notice`s to every page of a workspace. Unknown data enters through the decoders in
 * `decode.ts`; past them these types are believed.
 */
import type { Configuration } from "../project/index.ts";
import type { BrowserId, RequestId, TraceEvent } from "../trace/index.ts";
import type { Sandbox } from "./registration.ts";

/** 128 random bits as 32 hex digits: one open tab. */
export type WorkspaceId = string;

/** What a page asks of the worker. Every message also carries `workspace`, `id` and the page's `buildId`. */
export type CommandBody =
  /**
   * Opens the workspace, creating it with `files` if it is new; answers with a full `state`. `sandbox` is what
   * `registerWorker` found: the worker then says the same in its policy.
   */
  | { kind: "open"; files: Record<string, string>; sandbox?: Sandbox }
  | { kind: "write-file"; path: string; content: string }
  | { kind: "rename-file"; path: string; to: string }
  | { kind: "delete-file"; path: string }
  | { kind: "configure"; changes: Partial<Configuration> }
  | { kind: "restart-server" }
  | { kind: "reset"; files: Record<string, string> }
  /**
   * Only where frames need `allow-scripts` (WebKit), whose worker cannot tell Back from a link: say `begin` before going Back or
   * Forward, `end` at the next document or change of fragment. In between, page requests of that browser show stored answers.
   */
  | { kind: "history-navigation"; browser: BrowserId; phase: "begin" | "end" }
  /** Keeps the worker awake while a request is running. */
  | { kind: "ping" }
  /** Asks the worker to stop request `request` before its next step. */
  | { kind: "stop-request"; request: RequestId };

export type Command = { workspace: WorkspaceId; id: number; buildId: string } & CommandBody;

/**
 * The answer to a command. A `bootId` other than the last one seen says that the browser has restarted the worker: what it
 * kept in memory was read back from storage. `other-build`: page and worker are of different versions; reload the page.
 */
export type Reply =
  | { kind: "reply"; id: number; bootId: string; buildId: string; ok: true; state: WorkspaceState }
  | {
      kind: "reply";
      id: number;
      bootId: string;
      buildId: string;
      ok: false;
      problem: "other-build" | "bad-message" | "no-workspace" | "refused" | "failed";
      /** A sentence for the learner. */
      reason: string;
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
    };

/** Everything the page shows, apart from the log. */
export interface WorkspaceState {
  /** The server's files as it has them. */
  files: Record<string, string>;
  configuration: Configuration;
  browsers: BrowserView[];
  sessions: SessionView[];
  /** All events that are kept, oldest first, in the reply to `open`; empty in every other state (updates carry their own). */
  events: TraceEvent[];
  /** The requests that are not answered yet, in order of arrival: offer Stop, and ping while there are any. */
  running: RunningRequest[];
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
  /** The request whose reply set it. */
  setBy?: RequestId;
}

export interface SessionView {
  id: string;
  storage: "memory" | "disk";
  /** Of the process that holds it, in memory. */
  process?: number;
  created: number;
  lastUsed: number;
  attributes: AttributeView[];
  /** The pickle, as text, on disk. */
  pickle?: string;
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
