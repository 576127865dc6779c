/**
 * The log: what happened in a workspace, in order, bounded in number and in size.
 *
 * It numbers events and stamps them with the virtual time it is told; it owns no clock, so that the same inputs give
 * the same log, byte for byte. A plain class with plain fields: images copy it like the rest of the world. When it is
 * full the oldest events go, and `stepped-back` takes the newest with it; numbers never restart, so a reader can tell that
 * something is missing (`events[0].seq > 1`) or was taken back (a gap).
 */
import type { NewEvent, TraceEvent } from "./events.ts";

/** How many events a workspace remembers: some hundreds of requests. */
export const TRACE_CAPACITY = 5_000;

/** How many characters of raw requests, responses and values those may hold together. */
const TRACE_TEXT_LIMIT = 8_000_000;

/** How much the log may exceed its bounds before it is trimmed, so that dropping costs nothing per event. */
const SLACK = 1.25;

/** An append-only, bounded list of events. Made by `createTraceLog`. */
export class TraceLog {
  /** How many events are kept. */
  capacity: number;
  /** How many characters of text are kept; the newest event is kept whatever its length. */
  textLimit: number;
  /** The number of the next event. */
  nextSeq = 1;
  /** The newest events, oldest first; up to a quarter more than the bounds allow. Read them through `eventsOf`, or from `keptFrom` on. */
  kept: TraceEvent[] = [];
  /** Characters in `kept`. */
  textLength = 0;
  constructor(capacity: number, textLimit: number) {
    this.capacity = capacity;
    this.textLimit = textLimit;
  }
}

/** A new, empty log with these bounds. */
export function createTraceLog({
  capacity = TRACE_CAPACITY,
  textLimit = TRACE_TEXT_LIMIT,
}: {
  capacity?: number;
  textLimit?: number;
} = {}): TraceLog {
  return new TraceLog(capacity, textLimit);
}

/**
 * Numbers `event`, stamps it with `time` (virtual milliseconds), keeps it, and returns it as kept. `stepped-back` first removes
 * what it takes back, and is itself the newest event then.
 */
export function appendEvent(log: TraceLog, event: NewEvent, time: number): TraceEvent {
  const numbered: TraceEvent = { seq: log.nextSeq, time, ...event };
  log.nextSeq += 1;
  if (numbered.kind === "stepped-back") {
    for (const gone of dropAfter(log.kept, numbered.to)) log.textLength -= textLengthOf(gone);
  }
  log.kept.push(numbered);
  log.textLength += textLengthOf(numbered);
  if (log.kept.length > log.capacity * SLACK || log.textLength > log.textLimit * SLACK) trim(log);
  return numbered;
}

/** The events still kept, oldest first, at most `capacity`. */
export function eventsOf(log: TraceLog): TraceEvent[] {
  return log.kept.slice(keptFrom(log));
}

/** The oldest of `eventsOf`; undefined when there is none. */
export function firstOf(log: TraceLog): TraceEvent | undefined {
  return log.kept[keptFrom(log)];
}

/** Where in `log.kept` the events begin that are still kept: for readings that are made too often to copy the log for each. */
export function keptFrom({ kept, capacity }: TraceLog): number {
  return Math.max(0, kept.length - capacity);
}

/** The kept events numbered above `seq`: what a reader that has seen `seq` has missed. */
export function eventsSince(log: TraceLog, seq: number): TraceEvent[] {
  const lastSeen = log.kept.findLastIndex((event) => event.seq <= seq);
  return log.kept.slice(Math.max(lastSeen + 1, keptFrom(log)));
}

/** Removes from the end of `events` those numbered above `seq`, and returns them. */
export function dropAfter(events: TraceEvent[], seq: number): TraceEvent[] {
  return events.splice(events.findLastIndex((event) => event.seq <= seq) + 1);
}

/** Drops the oldest events until both bounds hold. */
function trim(log: TraceLog): void {
  let from = 0;
  for (const event of log.kept.slice(0, -1)) {
    if (log.kept.length - from <= log.capacity && log.textLength <= log.textLimit) break;
    log.textLength -= textLengthOf(event);
    from += 1;
  }
  log.kept = log.kept.slice(from);
}

/** Characters of raw requests, responses and values in it. */
export function textLengthOf(event: TraceEvent): number {
  let length = 0;
  if ("raw" in event) length += event.raw.length;
  if ("value" in event) length += event.value.length;
  if ("message" in event) length += event.message.length;
  return length;
}
