/**
 * A task: one request on its way to a response, as data.
 *
 *     resolve ─▶ open ─▶ run ─▶ save ─▶ respond ─▶ done
 *        └────────┴──── refusals and errors ───▲
 *
 * `phase` says what the next step does. Everything a later phase needs is in a field here, nothing is on the host's
 * stack: between any two steps a task can be looked at, copied or stored, and other tasks can be stepped.
 */
import type { Operation, RaisedThere, Thread } from "../python/index.ts";
import type { SessionObject } from "../sessions/index.ts";
import type { CookieObject } from "./cookie-object.ts";
import type { HeaderObject } from "./header-object.ts";
import type { Field, ServerRequest, ServerResponse } from "./messages.ts";
import { createRandom, type Random } from "./random.ts";
import type { Site } from "./site.ts";

/** An error of Python's, and where it has been. */
export type Puzzle = RaisedThere;

/** What the next step of a task does. */
export type Phase = "resolve" | "open" | "run" | "save" | "respond" | "done";

/** The script that answers, and the names in the path behind it. */
export interface Script {
  file: string;
  language: "pih" | "py";
  subpath: string[];
}

/** An answer before its fields about length, date and cookies are added. */
export interface Draft {
  status: number;
  /** Null: the standard reason phrase. */
  statusText: string | null;
  fields: Field[];
  body: Uint8Array;
}

/** One request's way through the server. `id` is the request's. */
export class Task {
  id: number;
  request: ServerRequest;
  /** The site as it was when the request arrived: it keeps that text though the files be edited. */
  site: Site;
  phase: Phase = "resolve";
  /** Who answers, from 1; 0 before anybody has been chosen. */
  process = 0;
  thread = 0;
  /** True once a step has been taken. */
  started = false;
  /** True for a request that moves only by hand: see `moves.ts`. */
  held = false;
  /** Its own chance: session ids and `random` draw from it, so that they do not depend on what other requests do. */
  random: Random = createRandom([1, 2, 3, 4]);

  /** The query string, as sent. */
  query = "";
  script: Script | null = null;
  /** The run of the script: its frames and its output. */
  python: Thread | null = null;
  /** The standard modules that the script may import, by name. */
  modules: string[] = [];
  /** Those among them that have still to be brought; the task cannot move until they are. */
  awaited: string[] = [];
  /** The session or the lock that it waits for, and who holds it; the task cannot move until that is free. */
  waitsFor: Waiting | null = null;
  /** The lock that it holds until it ends: see `locks.ts`. */
  holds: string | null = null;
  /** Where the run stands, at a pause. */
  at: PlaceInPage | null = null;
  /** What it has written to `sys.stderr`: the line not yet ended, and how many there were. */
  errorLine = "";
  errorLines = 0;
  /** Names of the request's fields, for advice on error pages. */
  fieldNames: string[] = [];
  /** `SET_COOKIE` and `RESPONSE`, as the script leaves them. */
  setCookie: CookieObject | null = null;
  responseFields: HeaderObject | null = null;

  /** What `Session()` gave; null until it was called. */
  session: SessionObject | null = null;
  /** The Set-Cookie value of a session that began here. */
  sessionCookie: string | null = null;
  /** Why the session's changes are not to be saved; null when they are. */
  discard: string | null = null;

  draft: Draft | null = null;
  /** The error that `draft` tells of, as long as a hint may be added: see `hints.ts`. */
  puzzle: Puzzle | null = null;
  response: ServerResponse | null = null;

  constructor(request: ServerRequest, site: Site) {
    this.id = request.id;
    this.request = request;
    this.site = site;
  }
}

/**
 * What a request waits for, and the request that holds it: a session (`session_lock = request`), or a `threading.Lock` of the pages.
 * `name` says where that was made ("verrous.py, line 3"); `ended`: its holder was answered without releasing it.
 */
export type Waiting =
  | { kind: "session"; session: string; holder: number }
  | { kind: "lock"; name: string; holder: number; ended: boolean };

/** A line of a page, and the visible operation waiting there, where a run was told to stop before those. */
export interface PlaceInPage {
  file: string;
  line: number;
  operation: Operation | null;
}

/** Where a task waits and what it will do next: `words` says it to a learner. */
export interface PausedAt {
  phase: Phase;
  words: string;
  file?: string;
  line?: number;
  operation?: Operation;
  /** The standard modules it waits for, when it waits for some. */
  modules?: string[];
  /** The session or the lock it waits for, when another request holds that. */
  waitsFor?: Waiting;
}

/** What a step came to. */
export type Progress = { kind: "paused"; at: PausedAt } | { kind: "done"; response: ServerResponse };

/** How far the task is. */
export function progressOf(task: Task): Progress {
  if (task.response !== null) return { kind: "done", response: task.response };
  const at: PausedAt = { phase: task.phase, words: nextStepOf(task) };
  if (task.awaited.length > 0) at.modules = [...task.awaited];
  if (task.waitsFor !== null) at.waitsFor = task.waitsFor;
  if (task.phase === "run" && task.at !== null) {
    at.file = task.at.file;
    at.line = task.at.line;
    if (task.at.operation !== null) at.operation = task.at.operation;
  }
  return { kind: "paused", at };
}

/** What request `request` waits for, and who has it, in words. */
export function describeWaiting(waiting: Waiting, request: number): string {
  if (waiting.kind === "session") return `the session, which request ${waiting.holder} holds`;
  const { name, holder, ended } = waiting;
  const lock = `the lock made at ${name}`;
  if (ended) return `${lock}, which request ${holder} took and never released`;
  return holder === request ? `${lock}, which it holds itself` : `${lock}, which request ${holder} holds`;
}

/** The next step in words. */
function nextStepOf(task: Task): string {
  if (task.awaited.length > 0) return `wait for the standard modules ${task.awaited.join(", ")}`;
  if (task.waitsFor !== null) return `wait for ${describeWaiting(task.waitsFor, task.id)}`;
  switch (task.phase) {
    case "resolve":
      return "find the page";
    case "open":
      return `open ${task.script?.file ?? "the page"}`;
    case "run":
      return describeRun(task);
    case "save":
      return task.discard === null ? "save the session" : "leave the session unsaved";
    case "respond":
      return task.sessionCookie === null ? "send the response" : "send the response, set the cookie";
    case "done":
      return "nothing: the response has been sent";
  }
}

function describeRun({ at, script }: Task): string {
  if (at === null) return `run ${script?.file ?? "the page"}`;
  if (at.operation === null) return `run line ${at.line} of ${at.file}`;
  return describeOperation(at.operation);
}

function describeOperation({ kind, name = "", value = "" }: Operation): string {
  const words: Readonly<Record<string, string>> = {
    "session-open": "open the session",
    "session-close": "close the session",
    "session-save": "save the session",
    "session-reload": "load the session again",
    "attribute-read": `read ${name}`,
    "attribute-write": `write ${name} = ${value}`,
    "attribute-delete": `delete ${name}`,
    "lock-acquire": `acquire the lock made at ${name}`,
    "lock-try": `acquire the lock made at ${name}, if it is free`,
    "lock-look": `ask whether the lock made at ${name} is free`,
    "lock-release": `release the lock made at ${name}`,
    "module-read": `read ${name}`,
    "module-write": `write ${name} = ${value}`,
    "module-delete": `delete ${name}`,
    "file-open": `open ${name}`,
    "file-read": `read ${name}`,
    "file-write": `write to ${name}`,
    database: `${value} in ${name}`,
  };
  return words[kind] ?? kind;
}
