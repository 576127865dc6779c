import fc from "fast-check";
import { expect, test } from "vitest";
import {
  appendEvent,
  createTraceLog,
  eventsOf,
  type NewEvent,
  readSessionHistory,
  readWriters,
} from "./index.ts";

const names = ["a", "b"];

function logOf(...events: NewEvent[]) {
  const log = createTraceLog();
  for (const event of events) appendEvent(log, event, 0);
  return log;
}

const write = (request: number, session: string, name: string): NewEvent => ({
  kind: "attribute-written",
  request,
  session,
  name,
  value: "1",
});
const remove = (request: number, session: string, name: string): NewEvent => ({
  kind: "attribute-deleted",
  request,
  session,
  name,
});

const request = fc.integer({ min: 1, max: 3 });
const session = fc.constantFrom("S", "T");
const name = fc.constantFrom(...names);
const event: fc.Arbitrary<NewEvent> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(request, session, name).map((all) => write(...all)) },
  { weight: 2, arbitrary: fc.tuple(request, session, name).map((all) => remove(...all)) },
  fc.record({ kind: fc.constant("session-closed" as const), session, attributes: fc.constant<string[]>([]) }),
  fc.record({ kind: fc.constant("session-evicted" as const), session, cap: fc.constant(2) }),
);

test("who wrote what is there now is the same, read backwards from the end or told as a history from the beginning", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (story) => {
      const log = logOf(...story);
      const writers = readWriters(log, new Map([["S", names]]));
      const history = readSessionHistory(eventsOf(log), "S").attributes;
      for (const each of names) {
        const { gone, written = [] } = history.get(each) ?? {};
        expect(writers.get("S")?.get(each)).toBe(gone === undefined ? written.at(-1)?.request : undefined);
      }
    }),
    { numRuns: 500 },
  );
});

test("what a request did to a copy that was not saved does not count", () => {
  const log = logOf(
    write(1, "S", "a"),
    write(1, "S", "b"),
    write(2, "S", "a"),
    remove(2, "S", "b"),
    write(2, "T", "a"),
    { kind: "session-discarded", request: 2, session: "S", reason: "the page failed" },
  );
  const writers = readWriters(
    log,
    new Map([
      ["S", names],
      ["T", names],
    ]),
  );
  expect(writers.get("S")).toEqual(new Map(names.map((each) => [each, 1])));
  expect(writers.get("T")).toEqual(new Map([["a", 2]]));
});

test("only what is asked for is told", () => {
  const log = logOf(write(1, "S", "a"), write(1, "T", "a"));
  expect(readWriters(log, new Map([["S", ["b"]]]))).toEqual(new Map([["S", new Map()]]));
});

test("an event that is no longer kept tells nothing", () => {
  const log = createTraceLog({ capacity: 8 });
  for (const name of ["a", "b"]) appendEvent(log, write(1, "S", name), 0);
  for (let more = 0; more < 7; more++) appendEvent(log, { kind: "log", level: "info", message: "" }, 0);
  expect(log.kept.length).toBeGreaterThan(log.capacity);
  expect(readWriters(log, new Map([["S", names]]))).toEqual(new Map([["S", new Map([["b", 1]])]]));
});
