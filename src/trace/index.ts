/** The door of the trace room: the events, the log that keeps them, and the log's readings. */
export { readCookieOrigins } from "./cookie-origins.ts";
export type {
  BrowserId,
  EventBase,
  EventBody,
  NewEvent,
  RequestId,
  TraceEvent,
  WithheldReason,
} from "./events.ts";
export {
  appendEvent,
  createTraceLog,
  eventsOf,
  eventsSince,
  firstOf,
  TRACE_CAPACITY,
  TraceLog,
} from "./log.ts";
export { restoreTraceLog, withoutTakenBack } from "./restored-log.ts";
export { levelOf, readServerLog, type ServerLogEvent } from "./server-log.ts";
export {
  readSessionHistory,
  type SessionEvent,
} from "./session-history.ts";
export {
  type Mark,
  type Participant,
  type ParticipantId,
  readTimeline,
  type Timeline,
  type TimelineRow,
} from "./timeline.ts";
export { readMarks } from "./timeline-marks.ts";
export {
  readLastRequest,
  readTraffic,
  type TrafficRow,
} from "./traffic.ts";
export { readWriters } from "./writers.ts";
