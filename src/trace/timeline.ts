/**
 * The sequence diagram of a race, read off the log: who spoke to whom, in which order, and where it went wrong.
 *
 *     browser A ── cookie jar ── request 4 ── request 5 ── memory of process 1
 *
 * A reading like the others: it needs no server, so a replay's events draw as well as the log's.
 */
import type { BrowserId, RequestId, TraceEvent } from "./events.ts";
import { readMarks } from "./timeline-marks.ts";

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
  /** The request has a copy of the session: what it reads and writes stays within it. */
  onCopy?: true;
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
      /** The assignment or `del` by `theirs` that is lost, where it was saved with a copy: then `between` is that save. */
      lost?: TraceEvent;
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

/**
 * The diagram of `events`. Requests whose arrival is not among them are left out with all they did. Columns that no row touches are
 * left out too.
 */
export function readTimeline(events: readonly TraceEvent[]): Timeline {
  const columns = new Map<ParticipantId, Participant>();
  /** Requests that are known, and where each has its session. */
  const requests = new Map<RequestId, RequestColumn>();
  const rows: TimelineRow[] = [];
  for (const event of events) {
    if (event.kind === "request" && event.request !== undefined)
      requests.set(event.request, {
        participant: requestColumn(event, event.request),
        store: null,
        isCopy: false,
      });
    const row = rowOf(event, requests);
    if (row !== null) rows.push(row);
  }
  for (const { participant } of requests.values()) columns.set(columnId(participant), participant);
  for (const { event, from, to } of rows)
    for (const id of [from, to]) if (!columns.has(id)) columns.set(id, columnOf(id, event));
  const participants = [...columns].map(([id, participant]) => ({ id, participant }));
  return { participants: participants.sort(byPlace), rows, marks: readMarks(events) };
}

interface RequestColumn {
  participant: Participant & { kind: "request" };
  store: ParticipantId | null;
  isCopy: boolean;
}

function requestColumn(
  { browser = "", process = 0, thread = 0, ...event }: TraceEvent & { kind: "request" },
  request: RequestId,
): RequestColumn["participant"] {
  return { kind: "request", request, browser, url: event.url, process, thread };
}

/** Between which columns `event` is drawn; null for one that is not of the diagram. */
function rowOf(event: TraceEvent, requests: ReadonlyMap<RequestId, RequestColumn>): TimelineRow | null {
  if (event.kind === "deadlock") return deadlockRow(event, requests);
  const known = event.request === undefined ? undefined : requests.get(event.request);
  if (known === undefined) return rowOfBrowser(event);
  const { participant } = known;
  if (event.process !== undefined) participant.process = event.process;
  if (event.thread !== undefined) participant.thread = event.thread;
  if (event.kind === "session-opened") {
    known.store = event.storage === "disk" ? "disk" : `memory:${event.process ?? 0}`;
    known.isCopy = event.storage === "disk" || event.copy === true;
  }
  const own = columnId(participant);
  const ends = { own, browser: `browser:${participant.browser}`, jar: `jar:${participant.browser}` };
  const store = known.store ?? own;
  const [from, to] = endsOf(event, { ...ends, store, content: known.isCopy ? own : store }) ?? [];
  if (from === undefined || to === undefined) return null;
  return { event, from, to, ...(known.isCopy && isOfContent(event) && { onCopy: true as const }) };
}

/** What a request has around it: its browser, jar and store, and where the attributes are that it works on. */
interface Ends {
  own: ParticipantId;
  browser: ParticipantId;
  jar: ParticipantId;
  store: ParticipantId;
  content: ParticipantId;
}

/** The arrow points where something goes: a value that is read comes to the request. */
function endsOf(
  event: TraceEvent,
  { own, browser, jar, store, content }: Ends,
): [from: string, to: string] | null {
  switch (event.kind) {
    case "request":
      return [browser, own];
    case "cookie-sent":
      return [jar, own];
    case "cookie-withheld":
      return [jar, jar];
    case "attribute-read":
    case "attribute-missing":
      return [content, own];
    case "attribute-written":
    case "attribute-deleted":
      return [own, content];
    case "session-loaded":
    case "session-conflict":
      return [store, own];
    case "session-opened":
    case "session-closed":
    case "session-saved":
    case "session-evicted":
    case "session-locked":
    case "session-unlocked":
      return [own, store];
    case "session-discarded":
    case "session-waiting":
    case "lock-waiting":
    case "lock-acquired":
    case "lock-released":
    case "script-error":
    case "log":
      return [own, own];
    case "set-cookie":
      return [own, jar];
    case "response":
      return [own, browser];
    default:
      return null;
  }
}

/** Is `event` about what is in the session, which a request may have a copy of? */
function isOfContent({ kind }: TraceEvent): boolean {
  return kind.startsWith("attribute-");
}

function deadlockRow(
  event: TraceEvent & { kind: "deadlock" },
  requests: ReadonlyMap<RequestId, RequestColumn>,
): TimelineRow | null {
  const known = event.requests.filter((request) => requests.has(request)).sort((a, b) => a - b);
  const [first, last] = [known[0], known.at(-1)];
  return first === undefined || last === undefined
    ? null
    : { event, from: `request:${first}`, to: `request:${last}` };
}

/** What the learner did to a jar or a browser in the middle of a race. */
function rowOfBrowser(event: TraceEvent): TimelineRow | null {
  if (event.browser === undefined) return null;
  const jar = `jar:${event.browser}`;
  if (event.kind === "cookie-edited") return { event, from: jar, to: jar };
  const browser = `browser:${event.browser}`;
  return event.kind === "browser-closed" ? { event, from: browser, to: browser } : null;
}

function columnId(participant: Participant): ParticipantId {
  switch (participant.kind) {
    case "browser":
    case "jar":
      return `${participant.kind}:${participant.browser}`;
    case "request":
      return `request:${participant.request}`;
    case "memory":
      return `memory:${participant.process}`;
    case "disk":
      return "disk";
  }
}

/** The column `id` that `event` touches, where it is not a request's. */
function columnOf(id: ParticipantId, { browser = "", process = 0 }: TraceEvent): Participant {
  if (id === "disk") return { kind: "disk" };
  if (id.startsWith("memory:")) return { kind: "memory", process };
  return { kind: id.startsWith("jar:") ? "jar" : "browser", browser };
}

interface Column {
  participant: Participant;
}

/** Browsers with their jars, requests as they arrived, memories, the disk. */
function byPlace({ participant: a }: Column, { participant: b }: Column): number {
  const [left, right] = [placeOf(a), placeOf(b)];
  return left.group - right.group || left.name.localeCompare(right.name) || left.number - right.number;
}

function placeOf(participant: Participant): { group: number; name: string; number: number } {
  switch (participant.kind) {
    case "browser":
      return { group: 0, name: participant.browser, number: 0 };
    case "jar":
      return { group: 0, name: participant.browser, number: 1 };
    case "request":
      return { group: 1, name: "", number: participant.request };
    case "memory":
      return { group: 2, name: "", number: participant.process };
    case "disk":
      return { group: 3, name: "", number: 0 };
  }
}
