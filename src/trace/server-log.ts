/**
 * The log read as a server's own log: what pages wrote to it, scripts that failed, starts and stops, changed options.
 *
 * A request in it is a number: what the request was is in `traffic.ts`. Pure: the same events give the same rows.
 */
import type { TraceEvent } from "./events.ts";

const loggedKinds = [
  "log",
  "script-error",
  "server-started",
  "server-stopped",
  "configuration-changed",
] as const;

/** An event that belongs in the server's log. */
export type ServerLogEvent = Extract<TraceEvent, { kind: (typeof loggedKinds)[number] }>;

/** The events of the server's log, oldest first. */
export function readServerLog(events: readonly TraceEvent[]): ServerLogEvent[] {
  return events.filter((event) => isLogged(event));
}

/** How grave an event of the log is. */
export function levelOf(event: ServerLogEvent): "info" | "warning" | "error" {
  if (event.kind === "log") return event.level;
  return event.kind === "script-error" ? "error" : "info";
}

function isLogged(event: TraceEvent): event is ServerLogEvent {
  return loggedKinds.some((kind) => kind === event.kind);
}
