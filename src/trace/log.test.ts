/** Stepping back: what the log forgets, and whoever has collected its events. The rest of the log is in `trace.test.ts`. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  appendEvent,
  createTraceLog,
  eventsOf,
  eventsSince,
  type NewEvent,
  readCookieOrigins,
  readTraffic,
  restoreTraceLog,
  type TraceEvent,
  withoutTakenBack,
} from "./index.ts";

const info = (message: string): NewEvent => ({ kind: "log", level: "info", message });
const back = (to: number): NewEvent => ({ kind: "stepped-back", to });

/** A log that was told `events`, and everything it ever gave back. */
function logOf(...events: NewEvent[]) {
  const log = createTraceLog();
  const told: TraceEvent[] = events.map((event, time) => appendEvent(log, event, time));
  return { log, told };
}

const numbers = (events: readonly TraceEvent[]) => events.map(({ seq }) => seq);

test("stepping back takes the newest events away, and no number is given twice", () => {
  const { log } = logOf(info("a"), info("b"), info("c"), back(1), info("d"));
  expect(numbers(eventsOf(log))).toEqual([1, 4, 5]);
});

test("a step back from before an earlier step back takes that away too", () => {
  const { log } = logOf(info("a"), info("b"), back(1), info("c"), back(1));
  expect(numbers(eventsOf(log))).toEqual([1, 5]);
});

test("a step back over everything leaves itself", () => {
  expect(numbers(eventsOf(logOf(info("a"), back(0)).log))).toEqual([2]);
});

test("what a reader has missed begins after a gap where the rest was taken back", () => {
  const { log } = logOf(info("a"), info("b"), info("c"), back(1), info("d"));
  expect(numbers(eventsSince(log, 1))).toEqual([4, 5]);
  expect(numbers(eventsSince(log, 3))).toEqual([4, 5]);
  expect(numbers(eventsSince(log, 4))).toEqual([5]);
});

test("text that was taken back no longer counts against the log's bound", () => {
  const { log } = logOf(info("12345"), info("1234567"), back(1));
  expect(log.textLength).toBe(5);
});

test("a log restored from its rows is the log that was stored", () => {
  const { log, told } = logOf(info("12345"), info("taken back"), back(1), info("on"));
  const { kept, nextSeq, textLength } = restoreTraceLog(told);
  expect({ kept, nextSeq, textLength }).toEqual({
    kept: log.kept,
    nextSeq: log.nextSeq,
    textLength: log.textLength,
  });
});

test("whoever collects events one by one ends with what the log holds, wherever steps back fall", () => {
  const turn = fc.oneof({ weight: 4, arbitrary: fc.constant("on") }, fc.nat(20));
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 40 }), (turns) => {
      const log = createTraceLog({ capacity: 12 });
      const told: TraceEvent[] = [];
      let collected: TraceEvent[] = [];
      for (const each of turns) {
        const event = typeof each === "number" ? back(Math.max(0, log.nextSeq - each)) : info("x");
        told.push(appendEvent(log, event, 0));
        collected = withoutTakenBack([...collected, ...told.slice(-1)]);
      }
      expect(collected).toEqual(withoutTakenBack(told));
      const held = eventsOf(log);
      if (held.length > 0) expect(collected.slice(-held.length)).toEqual(held);
    }),
  );
});

test("readings never see a request or a cookie that was taken back", () => {
  const { log } = logOf(
    info("a"),
    { kind: "request", request: 1, browser: "A", method: "GET", url: "http://localhost/", raw: "", bytes: 0 },
    {
      kind: "set-cookie",
      request: 1,
      browser: "A",
      name: "sessionId",
      value: "abc",
      field: "",
      stored: true,
    },
    back(1),
  );
  expect(readTraffic(eventsOf(log))).toEqual([]);
  expect(readCookieOrigins(eventsOf(log))).toEqual([]);
});
