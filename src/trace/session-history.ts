/**
 * The log read as the life of one session: who opened it, who wrote, read and deleted each attribute, who closed or
 * evicted it. This is what lets the error page of `prenom` say "it was in this session until request 3, when line 5 of
 * suiteEssaiSession.pih closed it".
 */
import type { RequestId, TraceEvent } from "./events.ts";

const sessionKinds = [
  "session-opened",
  "session-loaded",
  "attribute-read",
  "attribute-missing",
  "attribute-written",
  "attribute-deleted",
  "session-closed",
  "session-saved",
  "session-discarded",
  "session-evicted",
  "session-waiting",
  "session-locked",
  "session-unlocked",
  "session-conflict",
] as const;

/** An event about one session. */
export type SessionEvent = Extract<TraceEvent, { kind: (typeof sessionKinds)[number] }>;

/** Where something happened: the request and, when a page did it, the file and line. */
interface Cause {
  seq: number;
  time: number;
  request?: RequestId;
  file?: string;
  line?: number;
}

/** What is known of one attribute; `value` is Python's repr, absent when the attribute is gone. */
interface AttributeHistory {
  name: string;
  value?: string;
  written: (Cause & { value: string })[];
  /** How it went away, when it did: `del`, `close()`, eviction, a restart or changes that were not saved. */
  gone?: Cause & { how: "deleted" | "closed" | "evicted" | "restarted" | "discarded" };
}

/** The life of a session, oldest event first. */
export interface SessionHistory {
  session: string;
  events: SessionEvent[];
  /** In order of the first assignment. */
  attributes: Map<string, AttributeHistory>;
  opened?: Cause & { origin: "new" | "found" | "adopted" };
  closed?: Cause;
  evicted?: Cause;
}

/** True when `event` is about a session. */
export function isSessionEvent(event: TraceEvent): event is SessionEvent {
  return (sessionKinds as readonly string[]).includes(event.kind);
}

/** Everything that `events` tell about the session `id`. A session never seen has an empty history. */
export function readSessionHistory(events: readonly TraceEvent[], id: string): SessionHistory {
  const history: SessionHistory = { session: id, events: [], attributes: new Map() };
  let storage: "memory" | "disk" | undefined;
  for (const event of events) {
    if (event.kind === "server-stopped" && storage === "memory") endAll(history, event, "restarted");
    if (!isSessionEvent(event) || event.session !== id) continue;
    if (event.kind === "session-opened") storage = event.storage;
    history.events.push(event);
    addToHistory(history, event);
  }
  return history;
}

function addToHistory(history: SessionHistory, event: SessionEvent): void {
  switch (event.kind) {
    case "session-opened":
      history.opened ??= { ...causeOf(event), origin: event.origin };
      break;
    case "attribute-written":
      recordWrite(history, event);
      break;
    case "attribute-deleted":
      endAttribute(history.attributes.get(event.name), causeOf(event), "deleted");
      break;
    case "session-closed":
      history.closed = causeOf(event);
      endAll(history, event, "closed");
      break;
    case "session-evicted":
      history.evicted = causeOf(event);
      endAll(history, event, "evicted");
      break;
    case "session-discarded":
      discardWrites(history, event);
      break;
  }
}

function recordWrite(history: SessionHistory, event: SessionEvent & { kind: "attribute-written" }): void {
  const known = history.attributes.get(event.name);
  const attribute = known ?? { name: event.name, written: [] };
  attribute.value = event.value;
  attribute.written.push({ ...causeOf(event), value: event.value });
  delete attribute.gone;
  history.attributes.set(event.name, attribute);
}

function endAll(history: SessionHistory, event: TraceEvent, how: "closed" | "evicted" | "restarted"): void {
  for (const attribute of history.attributes.values()) endAttribute(attribute, causeOf(event), how);
}

function endAttribute(
  attribute: AttributeHistory | undefined,
  cause: Cause,
  how: NonNullable<AttributeHistory["gone"]>["how"],
): void {
  if (attribute === undefined || attribute.gone !== undefined) return;
  delete attribute.value;
  attribute.gone = { ...cause, how };
}

/** The page failed before its session was saved: what that request wrote never reached the disk. */
function discardWrites(history: SessionHistory, event: SessionEvent): void {
  for (const attribute of history.attributes.values()) {
    if (attribute.written.at(-1)?.request !== event.request) continue;
    const kept = attribute.written.findLast((write) => write.request !== event.request);
    if (kept !== undefined && attribute.gone === undefined) attribute.value = kept.value;
    else endAttribute(attribute, causeOf(event), "discarded");
  }
}

function causeOf(event: TraceEvent): Cause {
  return {
    seq: event.seq,
    time: event.time,
    ...(event.request !== undefined && { request: event.request }),
    ...(event.file !== undefined && { file: event.file }),
    ...(event.line !== undefined && { line: event.line }),
  };
}
