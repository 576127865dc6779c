/** The log of a workspace that was stored, and what still holds of events that were collected one by one. */
import type { TraceEvent } from "./events.ts";
import { createTraceLog, dropAfter, type TraceLog, textLengthOf } from "./log.ts";

/** The log that kept `events`, whole or as stored with those that were taken back later. */
export function restoreTraceLog(events: readonly TraceEvent[]): TraceLog {
  const log = createTraceLog();
  log.nextSeq = (events.at(-1)?.seq ?? 0) + 1;
  log.kept = withoutTakenBack(events);
  for (const event of log.kept) log.textLength += textLengthOf(event);
  return log;
}

/**
 * The events that still hold, for whoever has collected them one by one: each `stepped-back` stays, and takes those after its
 * `to` with it.
 */
export function withoutTakenBack(events: readonly TraceEvent[]): TraceEvent[] {
  const holding: TraceEvent[] = [];
  for (const event of events) {
    if (event.kind === "stepped-back") dropAfter(holding, event.to);
    holding.push(event);
  }
  return holding;
}
