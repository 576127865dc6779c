import { expect, test } from "vitest";
import {
  appendEvent,
  createTraceLog,
  eventsOf,
  eventsSince,
  type NewEvent,
  readCookieOrigins,
  readLastRequest,
  readSessionHistory,
  readTraffic,
  type TraceEvent,
} from "./index.ts";

/** A log of `events`, one a millisecond. */
function traceOf(...events: NewEvent[]): TraceEvent[] {
  const log = createTraceLog();
  for (const [time, event] of events.entries()) appendEvent(log, event, time);
  return eventsOf(log);
}

const info = (message: string): NewEvent => ({ kind: "log", level: "info", message });

const visit = (request: number, url: string, browser = "A"): NewEvent => ({
  kind: "request",
  request,
  browser,
  method: "GET",
  url,
  raw: `GET ${url} HTTP/1.1\r\n\r\n`,
  bytes: 0,
});

const answer = (request: number, status = 200): NewEvent => ({
  kind: "response",
  request,
  browser: "A",
  process: 1,
  thread: 1,
  status,
  statusText: "OK",
  raw: "HTTP/1.1 200 OK\r\n\r\n",
  bytes: 12,
  mediaType: "text/html",
});

const setCookie = (request: number, value: string, stored = true): NewEvent => ({
  kind: "set-cookie",
  request,
  browser: "A",
  name: "sessionId",
  value,
  field: `sessionId=${value}; Path=/`,
  stored,
});

const opened = (request: number, session: string, storage: "memory" | "disk" = "memory"): NewEvent => ({
  kind: "session-opened",
  request,
  session,
  origin: "new",
  storage,
});

const wrote = (request: number, session: string, name: string, value: string): NewEvent => ({
  kind: "attribute-written",
  request,
  session,
  name,
  value,
  file: "debut.pih",
  line: 4,
});

const closed = (request: number, session: string): NewEvent => ({
  kind: "session-closed",
  request,
  session,
  attributes: ["nom"],
  file: "suite.pih",
  line: 5,
});

test("numbers events from 1 without gaps and stamps them", () => {
  expect(traceOf(info("a"), info("b")).map(({ seq, time }) => [seq, time])).toEqual([
    [1, 0],
    [2, 1],
  ]);
});

test("keeps the newest events and their numbers", () => {
  const log = createTraceLog({ capacity: 10 });
  for (let turn = 0; turn < 100; turn++) {
    appendEvent(log, info(`event ${turn}`), turn);
    expect(eventsOf(log).length).toBe(Math.min(turn + 1, 10));
    expect(log.kept.length).toBeLessThanOrEqual(13);
  }
  expect(eventsOf(log).map(({ seq }) => seq)).toEqual([91, 92, 93, 94, 95, 96, 97, 98, 99, 100]);
});

test("keeps a bounded amount of text, and the newest event whatever its length", () => {
  const log = createTraceLog({ textLimit: 1_000 });
  for (let turn = 0; turn < 50; turn++) appendEvent(log, info("x".repeat(100)), turn);
  expect(log.textLength).toBeLessThanOrEqual(1_250);
  expect(log.textLength).toBe(eventsOf(log).length * 100);
  appendEvent(log, info("x".repeat(5_000)), 50);
  expect(eventsOf(log).map(({ seq }) => seq)).toEqual([51]);
});

test("gives what a reader has missed", () => {
  const log = createTraceLog({ capacity: 4 });
  for (let turn = 0; turn < 6; turn++) appendEvent(log, info("x"), turn);
  expect(eventsSince(log, 4).map(({ seq }) => seq)).toEqual([5, 6]);
  expect(eventsSince(log, 6)).toEqual([]);
  expect(eventsSince(log, 0)).toEqual(eventsOf(log));
});

test("an empty log has no events", () => {
  expect(eventsSince(createTraceLog(), 0)).toEqual([]);
});

test("reads one row per request, in order of arrival", () => {
  const rows = readTraffic(traceOf(visit(1, "/a"), visit(2, "/b"), answer(2), answer(1, 404)));
  expect(rows.map(({ url, response }) => [url, response?.status])).toEqual([
    ["/a", 404],
    ["/b", 200],
  ]);
});

test("a running request has a row without response", () => {
  expect(readTraffic(traceOf(visit(1, "/a")))[0]).not.toHaveProperty("response");
});

test("a row tells which cookies went, stayed and came", () => {
  const [row] = readTraffic(
    traceOf(
      visit(1, "/a"),
      { kind: "cookie-sent", request: 1, name: "a", value: "1" },
      { kind: "cookie-withheld", request: 1, name: "b", reason: "path" },
      setCookie(1, "abc", false),
      answer(1),
    ),
  );
  expect(row?.cookiesSent).toEqual([{ name: "a", value: "1" }]);
  expect(row?.cookiesWithheld).toEqual([{ name: "b", reason: "path" }]);
  expect(row?.setCookies).toEqual([
    { name: "sessionId", value: "abc", field: "sessionId=abc; Path=/", stored: false },
  ]);
});

test("a row tells who answered, what it did to its session, and how it failed", () => {
  const [row] = readTraffic(
    traceOf(visit(1, "/a"), opened(1, "S"), wrote(1, "S", "nom", "'x'"), {
      kind: "script-error",
      request: 1,
      process: 2,
      thread: 3,
      exception: "AttributeError",
      message: "no",
      file: "suite.pih",
      line: 4,
    }),
  );
  expect(row).toMatchObject({ process: 2, thread: 3 });
  expect(row?.session.map(({ kind }) => kind)).toEqual(["session-opened", "attribute-written"]);
  expect(row?.error).toEqual({ exception: "AttributeError", message: "no", file: "suite.pih", line: 4 });
});

test("a request whose beginning was dropped from the log has no row", () => {
  expect(readTraffic(traceOf(answer(1)))).toEqual([]);
});

test("finds the newest request of a browser", () => {
  const events = traceOf(visit(1, "/a"), visit(2, "/b"), visit(3, "/c", "B"));
  expect(readLastRequest(events, "A")?.request).toBe(2);
  expect(readLastRequest(events, "C")).toBeUndefined();
});

test("a cookie's origin is the newest reply whose Set-Cookie was stored", () => {
  const events = traceOf(
    opened(1, "abc"),
    setCookie(1, "old"),
    setCookie(2, "abc"),
    setCookie(3, "no", false),
  );
  expect(readCookieOrigins(events)).toMatchObject([
    { browser: "A", name: "sessionId", value: "abc", request: 2, session: "abc" },
  ]);
});

test("a session's history tells who wrote and who closed", () => {
  const history = readSessionHistory(
    traceOf(opened(1, "S"), wrote(1, "S", "nom", "'B'"), wrote(2, "T", "nom", "'C'"), closed(3, "S")),
    "S",
  );
  expect(history.opened).toMatchObject({ request: 1, origin: "new" });
  expect(history.closed).toMatchObject({ request: 3, file: "suite.pih", line: 5 });
  const nom = history.attributes.get("nom");
  expect(nom?.written).toMatchObject([{ request: 1, value: "'B'", file: "debut.pih", line: 4 }]);
  expect(nom?.gone).toMatchObject({ how: "closed", request: 3, line: 5 });
  expect(nom).not.toHaveProperty("value");
});

test("an attribute written again after close is there again", () => {
  const history = readSessionHistory(
    traceOf(wrote(1, "S", "nom", "1"), closed(2, "S"), wrote(3, "S", "nom", "2")),
    "S",
  );
  expect(history.attributes.get("nom")).toMatchObject({ value: "2" });
  expect(history.attributes.get("nom")).not.toHaveProperty("gone");
});

test("a restart ends what was in memory and leaves what was on disk", () => {
  const stop: NewEvent = { kind: "server-stopped", sessionsLost: 1 };
  const inMemory = traceOf(opened(1, "S"), wrote(1, "S", "nom", "1"), stop);
  const onDisk = traceOf(opened(1, "S", "disk"), wrote(1, "S", "nom", "1"), stop);
  expect(readSessionHistory(inMemory, "S").attributes.get("nom")?.gone).toMatchObject({ how: "restarted" });
  expect(readSessionHistory(onDisk, "S").attributes.get("nom")).not.toHaveProperty("gone");
});

test("what a failed request wrote is discarded, what was there before stays", () => {
  const failed: NewEvent = { kind: "session-discarded", request: 2, session: "S", reason: "an exception" };
  const history = readSessionHistory(
    traceOf(wrote(1, "S", "a", "1"), wrote(2, "S", "a", "2"), wrote(2, "S", "b", "2"), failed),
    "S",
  );
  expect(history.attributes.get("a")).toMatchObject({ value: "1" });
  expect(history.attributes.get("b")?.gone).toMatchObject({ how: "discarded", request: 2 });
});

test("an evicted session loses everything, and deletion takes one attribute", () => {
  const evicted: NewEvent = { kind: "session-evicted", session: "S", cap: 2, request: 9 };
  const deleted: NewEvent = { kind: "attribute-deleted", session: "S", name: "a", request: 2 };
  const history = readSessionHistory(
    traceOf(wrote(1, "S", "a", "1"), wrote(1, "S", "b", "1"), deleted, evicted),
    "S",
  );
  expect(history.attributes.get("a")?.gone).toMatchObject({ how: "deleted", request: 2 });
  expect(history.attributes.get("b")?.gone).toMatchObject({ how: "evicted", request: 9 });
});

test("a session nobody has seen has an empty history", () => {
  expect(readSessionHistory([], "S")).toEqual({ session: "S", events: [], attributes: new Map() });
});
