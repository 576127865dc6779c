/**
 * The race lab's part of the messages: what a page asks about held requests, and what it is told of them.
 *
 * `RaceView` is in every state. A replay, an exploration or a comparison lives in the worker's memory only.
 */
import type { Configuration } from "../project/index.ts";
import type { BrowserId, RequestId, TraceEvent } from "../trace/index.ts";

/**
 * How far a lane is moved: to the next statement or visible operation, to the next visible operation (carrying out the one it
 * stands before), or to its response.
 */
export type MoveLength = "step" | "operation" | "end";

/** Where the requests to explore come from: those that are held, pages to ask for on a copy, or a recorded stretch. */
export type RaceSource =
  | { kind: "held" }
  | { kind: "pages"; browser: BrowserId; urls: string[] }
  | { kind: "stretch"; stretch: number };

/**
 * What a replay is of: an outcome of the last exploration (by its place), a recorded stretch, or requests in an order that somebody
 * has written down.
 */
export type ReplaySource =
  | { kind: "outcome"; outcome: number }
  | { kind: "stretch"; stretch: number }
  | { kind: "schedule"; from: RaceSource; schedule: string };

export type RaceCommand =
  /** From now on every request that arrives stops before its first step. Off: those held go on by themselves. */
  | { kind: "hold"; on: boolean }
  | { kind: "race-move"; request: RequestId; length: MoveLength }
  /** Runs all lanes to their ends, one after the other, as far as they can. */
  | { kind: "race-run-all" }
  | { kind: "race-back" }
  | { kind: "explore"; from: RaceSource }
  /** `count` orders by chance, from `seed` (a 32-bit number); without one, a fresh one. */
  | { kind: "random-orders"; from: RaceSource; count: number; seed?: number }
  /** Stops whichever of the two is at work. */
  | { kind: "stop-exploring" }
  /** Opens a replay. */
  | { kind: "replay"; of: ReplaySource }
  | { kind: "replay-move"; request: RequestId; length: MoveLength }
  /** The next move of its schedule, or all that are left. */
  | { kind: "replay-next"; all: boolean }
  | { kind: "replay-back" }
  | { kind: "close-replay" }
  /** Runs the same requests by the same schedule under two configurations; without `schedule`, turn by turn. */
  | {
      kind: "compare";
      from: RaceSource;
      schedule?: string;
      left: Partial<Configuration>;
      right: Partial<Configuration>;
    }
  | { kind: "close-compare" };

export interface RaceView {
  holding: boolean;
  /** In order of arrival; those that were answered stay until the whole race is over. */
  lanes: LaneView[];
  /** Number of the first event of this race in the log; absent when there is no race. */
  firstEvent?: number;
  /** The request whose move is under way. */
  moving?: RequestId;
  /** How many moves can be taken back, and what ends the way back. */
  back: { moves: number; end: BackEnd };
  deadlock?: DeadlockView;
  /** Stretches of live requests that were at work together, oldest first. */
  stretches: StretchView[];
  exploration?: ExplorationView;
  replay?: ReplayView;
  comparison?: ComparisonView;
}

/** `start`: of the race. `full`: earlier moments were dropped. `changed`: something was changed by hand. `restart`: the server's. */
export type BackEnd = "start" | "full" | "changed" | "restart";

export interface LaneView {
  /** From 1: the key that steps it, and its letter in schedules (1 is A). */
  lane: number;
  request: RequestId;
  browser: BrowserId;
  method: string;
  url: string;
  process: number;
  thread: number;
  state: "ready" | "blocked" | "answered" | "dropped";
  /** What it does next; absent when answered or dropped. */
  next?: NextStep;
  /** The page and line where it stands. `text` is the text that it runs, where the site has another by now. */
  place?: { file: string; line: number; source: string; text?: string };
  variables: VariableView[];
  /** Its session, as this request has it and as it is stored; the same object, in memory without versions. */
  session?: LaneSession;
  /** Visible operations carried out so far. */
  operations: number;
  /** The waiting page was shown to whoever asked. A page can tell whether it is still there. */
  waitingShown: boolean;
  /** Nobody will see the answer: its browser was closed, or gave up a picture. */
  abandoned: boolean;
  response?: { status: number; setsCookie: boolean; text: string };
}

/** The next step, as data; pages have the words. */
export type NextStep =
  | { kind: "find" }
  | { kind: "open"; file: string }
  | { kind: "line"; file: string; line: number; source: string }
  | { kind: "operation"; operation: string; name?: string; value?: string }
  | { kind: "save"; discard: boolean }
  | { kind: "respond"; setsCookie: boolean }
  /** Blocked: another request has the process. */
  | { kind: "turn"; holder: RequestId }
  | { kind: "session"; session: string; holder: RequestId }
  /** `name` says where the lock was made: `verrous.py, line 3`. `ended`: who holds it was answered without releasing it. */
  | { kind: "lock"; name: string; holder: RequestId; ended: boolean }
  | { kind: "modules"; modules: string[] };

export interface VariableView {
  name: string;
  scope: "local" | "global";
  value: string;
  type: string;
}

export interface LaneSession {
  id: string;
  /** A copy of its own, or the very object that is stored. */
  isCopy: boolean;
  own: { name: string; value: string }[];
  /** Null: nothing is stored under its id. */
  stored: { name: string; value: string }[] | null;
  closed: boolean;
}

/** Requests that wait for each other in a ring, or for somebody who has ended. */
export interface DeadlockView {
  waits: { request: RequestId; what: string; holder: RequestId; ended: boolean }[];
}

export interface StretchView {
  id: number;
  requests: { request: RequestId; browser: BrowserId; url: string }[];
  /** The events of the log that it covers. */
  firstEvent: number;
  lastEvent: number;
}

/** An exploration, or random orders: `random` tells which. */
export interface ExplorationView {
  state: "running" | "complete" | "stopped" | "limited";
  /** Which limit ended it. */
  limit?: "states" | "seconds" | "memory";
  /** Why it could not go on, in a sentence. */
  problem?: string;
  random?: { count: number; seed: number };
  requests: { lane: number; request?: RequestId; browser: BrowserId; method: string; url: string }[];
  server: string;
  /** Decimal digits: it may be larger than any number. Exact when complete; else so many at least. */
  orders: string;
  states: number;
  /** How many different outcomes there are: of many only the most frequent are listed. */
  outcomeCount?: number;
  /** Most frequent first. */
  outcomes: OutcomeView[];
  /** Serial orders were all tried, so `serial` is known. */
  judged: boolean;
  /** Files or configuration have changed since it began: it tells of the site as it was. */
  outdated?: boolean;
}

export interface OutcomeView {
  orders: string;
  /** Of all orders so far, from 0 to 1. */
  share: number;
  /** Some serial order ends alike. */
  serial: boolean;
  /** A shortest order that leads to it. */
  schedule: string;
  /** Where it differs from the nearest serial outcome. */
  losses: OutcomeDifference[];
  sessions: OutcomeSession[];
  jars: { browser: BrowserId; cookies: { name: string; value: string }[] }[];
  /** `failed`: the script ended with an error. */
  pages: { lane: number; status: number; text: string; refused: boolean; failed?: boolean }[];
  deadlock?: DeadlockView;
}

export interface OutcomeSession {
  id: string;
  storage: "memory" | "disk";
  process?: number;
  attributes: { name: string; value: string }[];
  /** The browsers whose jar has its key. */
  holders: BrowserId[];
}

/** `value` and `serial` are what it is here and after the serial order; absent: there is none. */
export type OutcomeDifference =
  | { kind: "attribute"; session: string; name: string; value?: string; serial?: string }
  | { kind: "session"; session: string; exists: boolean }
  | { kind: "cookie"; browser: BrowserId; name: string; value?: string; serial?: string }
  | { kind: "page"; lane: number; status: number; serialStatus: number };

/** Lanes on a copy of the world. */
export interface ReplayView {
  of: ReplaySource;
  lanes: LaneView[];
  /** What happened in it, numbered from 1: the timeline draws these. */
  events: TraceEvent[];
  /** A letter per operation, and how many of them are done; `followed` is false once the learner went another way. */
  schedule: string;
  position: number;
  followed: boolean;
  back: number;
  deadlock?: DeadlockView;
  /** All lanes have come to their end. */
  outcome?: OutcomeView;
}

export interface ComparisonView {
  schedule: string;
  left: ComparedView;
  right: ComparedView;
  /** The first place where the two went different ways: the last events of both. Null when they never did. */
  difference: { left: TraceEvent | null; right: TraceEvent | null; operation: number } | null;
  /** What is not quite the same as it would have been. */
  notes?: ComparisonNote[];
}

export type ComparisonNote =
  /** These held requests had begun: both sides start them anew, on the world as it is after what they have done. */
  | { kind: "begun"; requests: RequestId[] }
  /** What could not be taken to where that side keeps sessions; without a name, a whole session. */
  | { kind: "left-behind"; side: "left" | "right"; session: string; name?: string; reason: string };

export interface ComparedView {
  changes: Partial<Configuration>;
  configuration: Configuration;
  events: TraceEvent[];
  /** Operations of the schedule that had to wait, because their lane could not move: their places, from 0. */
  postponed: number[];
  outcome: OutcomeView;
}

/** Of a workspace in which nothing is held. */
export const noRace: RaceView = {
  holding: false,
  lanes: [],
  back: { moves: 0, end: "start" },
  stretches: [],
};
