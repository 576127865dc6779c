/** Marks that take little to happen and much to make: told event by event. What real runs give is in `test/server/timeline.test.ts`. */
import { expect, test } from "vitest";
import { type NewEvent, readTimeline, type TraceEvent } from "./index.ts";

/** The kinds of marks in what `events` tell. */
function marksOf(...events: NewEvent[]): string[] {
  const told: TraceEvent[] = events.map((event, at) => ({ ...event, seq: at + 1, time: 0 }));
  return readTimeline(told).marks.map(({ kind }) => kind);
}

const session = "k3Xz";
const arrival = (request: number, browser: string): NewEvent => {
  return {
    kind: "request",
    request,
    browser,
    process: 1,
    method: "GET",
    url: "http://localhost/",
    raw: "",
    bytes: 0,
  };
};
const opened = (request: number, process = 1): NewEvent => {
  return { kind: "session-opened", request, process, session, origin: "found", storage: "memory" };
};
const read = (request: number, process = 1): NewEvent => {
  return { kind: "attribute-read", request, process, session, name: "n", value: "0" };
};
const wrote = (request: number, process = 1): NewEvent => {
  return { kind: "attribute-written", request, process, session, name: "n", value: "1" };
};
const closed = (request: number): NewEvent => {
  return { kind: "session-closed", request, process: 1, session, attributes: ["n"] };
};
const begin = [arrival(1, "A"), arrival(2, "B"), opened(1), opened(2), read(1)];

test("a value that vanishes is a mark while its reader is at work", () => {
  expect(marksOf(...begin, closed(2))).toEqual(["vanishing-read"]);
});

test("a request whose browser was closed reads no more, so nothing vanishes under it", () => {
  expect(marksOf(...begin, { kind: "browser-closed", browser: "A", cookies: [] }, closed(2))).toEqual([]);
});

test("sessions of one id in the memories of two processes are two", () => {
  const apart = [
    arrival(1, "A"),
    arrival(2, "A"),
    opened(1, 1),
    opened(2, 2),
    read(1, 1),
    wrote(2, 2),
    wrote(1, 1),
  ];
  const together = [arrival(1, "A"), arrival(2, "A"), opened(1), opened(2), read(1), wrote(2), wrote(1)];
  expect(marksOf(...apart)).toEqual([]);
  expect(marksOf(...together)).toEqual(["lost-update"]);
});

test("what was in memory before a restart is no other's any more", () => {
  const stopped: NewEvent = { kind: "server-stopped", sessionsLost: 1 };
  expect(marksOf(...begin, wrote(2), stopped, wrote(1))).toEqual([]);
});

test("a session that is closed after another's write was read over loses that write", () => {
  expect(marksOf(...begin, wrote(2), closed(1))).toEqual(["lost-update"]);
});

test("requests that wait for each other are drawn from the first to the last of them", () => {
  const deadlock: NewEvent = { kind: "deadlock", request: 2, requests: [2, 1] };
  const told: TraceEvent[] = [arrival(1, "A"), arrival(2, "A"), deadlock].map((event, at) => {
    return { ...event, seq: at + 1, time: 0 };
  });
  const { rows } = readTimeline(told);
  expect(rows.at(-1)).toMatchObject({ from: "request:1", to: "request:2" });
});
