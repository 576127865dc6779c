/**
 * The sequence diagram of a race, read off the log: who spoke to whom, in which order, and where it went wrong.
 *
 *     browser A ── cookie jar ── request 4 ── request 5 ── memory of process 1
 *
 * A reading like the others: it needs no server, so a replay's events draw as well as the log's.
 */
import type { BrowserId, RequestId, TraceEvent } from "./events.ts";

/** One column of the diagram. */
export type Participant =
  | { kind: "browser"; browser: BrowserId }
  | { kind: "jar"; browser: BrowserId }
  | { kind: "request"; request: RequestId; browser: BrowserId; url: string; process: number; thread: number }
  | { kind: "memory"; process: number }
  | { kind: "disk" };

/** The name of a column, for `TimelineRow`: `browser:A`, `jar:A`, `request:4`, `memory:1`, `disk`. */
export type ParticipantId = string;

/** One line of the diagram: an event, drawn from one column to another, or within one (`from` equals `to`). */
export interface TimelineRow {
  event: TraceEvent;
  from: ParticipantId;
  to: ParticipantId;
}

/** Something went wrong, or is about to. `events` are what the sentence names, in order; it is drawn at the last one. */
export type Mark =
  /** `mine` read (or loaded) a value, `theirs` wrote one, `mine` wrote over it without having seen it. */
  | {
      kind: "lost-update";
      session: string;
      name: string;
      mine: RequestId;
      theirs: RequestId;
      events: MarkEvents;
    }
  /** `mine` has read a value that `theirs` then deletes, closes or replaces while `mine` is still at work. */
  | {
      kind: "vanishing-read";
      session: string;
      name: string;
      mine: RequestId;
      theirs: RequestId;
      events: MarkEvents;
    }
  /** `theirs` closed the session; `mine`, which had it open, brought it back. */
  | { kind: "resurrection"; session: string; mine: RequestId; theirs: RequestId; events: MarkEvents }
  /** `mine` made a session whose key no jar holds any more. */
  | { kind: "orphan-session"; session: string; mine: RequestId; theirs: RequestId; events: MarkEvents };

/** `before` is what `mine` relied on, `between` what `theirs` did, `after` what made it a conflict. */
export interface MarkEvents {
  before: TraceEvent;
  between: TraceEvent;
  after: TraceEvent;
}

export interface Timeline {
  participants: { id: ParticipantId; participant: Participant }[];
  rows: TimelineRow[];
  marks: Mark[];
}
