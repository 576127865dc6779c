import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import type { BrowserView } from "../../protocol/index.ts";
import type { TraceEvent } from "../../trace/index.ts";
import { readTraffic } from "../../trace/index.ts";
import { changeKeys } from "./changes.ts";
import { browserHue, createInspectorModel } from "./inspector.ts";
import { relatives } from "./relations.ts";
import { appendEvents, type WorkspaceModel } from "./workspace.ts";

const events: TraceEvent[] = (
  [
    {
      kind: "request",
      request: 1,
      browser: "A",
      method: "GET",
      url: "http://localhost/debut.pih",
      raw: "",
      bytes: 0,
    },
    { kind: "session-opened", request: 1, browser: "A", session: "abcd", origin: "new", storage: "memory" },
    { kind: "attribute-written", request: 1, browser: "A", session: "abcd", name: "nom", value: "'A'" },
    {
      kind: "set-cookie",
      request: 1,
      browser: "A",
      name: "sessionId",
      value: "abcd",
      field: "",
      stored: true,
    },
    {
      kind: "request",
      request: 2,
      browser: "A",
      method: "GET",
      url: "http://localhost/suite.pih",
      raw: "",
      bytes: 0,
    },
    { kind: "cookie-sent", request: 2, browser: "A", name: "sessionId", value: "abcd" },
    {
      kind: "request",
      request: 3,
      browser: "A",
      method: "GET",
      url: "http://localhost/x.png",
      raw: "",
      bytes: 0,
    },
  ] as const
).map((event, index) => ({ seq: index + 1, time: index, ...event }));
const browsers = [{ id: "A", cookies: [{ name: "sessionId", value: "abcd" }] }] as unknown as BrowserView[];
const lit = (key: string) => [...relatives(key, readTraffic(events), browsers)].sort();

test("a request lights the cookie it set and the session it opened, and no other request", () => {
  expect(lit("request:1")).toEqual(["cookie:A:sessionId", "request:1", "session:abcd"]);
  expect(lit("request:3")).toEqual(["request:3"]);
});

test("a cookie lights its session and every request that carried or set it", () => {
  expect(lit("cookie:A:sessionId")).toEqual(["cookie:A:sessionId", "request:1", "request:2", "session:abcd"]);
});

test("a session lights its key and its requests", () => {
  expect(lit("session:abcd")).toEqual(["cookie:A:sessionId", "request:1", "session:abcd"]);
});

test("pointing at nothing lights nothing", () => {
  expect(relatives(null, readTraffic(events), browsers).size).toBe(0);
});

test("events that are known already are not taken twice", () => {
  const known = events.slice(0, 3);
  expect(appendEvents(known, events.slice(1, 5)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  expect(appendEvents(known, events.slice(0, 2))).toBe(known);
});

test("an event names what it changes on the page", () => {
  expect(events.flatMap(changeKeys)).toEqual(
    expect.arrayContaining(["request:1", "session:abcd", "attribute:abcd:nom", "cookie:A:sessionId"]),
  );
});

test("neighbouring browsers have hues far apart", () => {
  expect(Math.abs(browserHue("A") - browserHue("B"))).toBeGreaterThan(60);
});

test("a warning or an error is new until the log is opened, and never while it is open", () => {
  let tell = (_events: readonly TraceEvent[]) => {};
  const onEvents = (listener: typeof tell) => {
    tell = listener;
  };
  const workspace = { onEvents, state: signal(null) } as unknown as WorkspaceModel;
  const inspector = createInspectorModel(workspace, signal(null));
  const failure = { seq: 1, time: 0, kind: "script-error", exception: "NameError", message: "" } as const;
  tell([{ seq: 1, time: 0, kind: "log", level: "info", message: "" }]);
  expect(inspector.hasNewTrouble.value).toBe(false);
  tell([failure]);
  expect(inspector.hasNewTrouble.value).toBe(true);
  inspector.tab.value = "log";
  expect(inspector.hasNewTrouble.value).toBe(false);
  tell([failure]);
  expect(inspector.hasNewTrouble.value).toBe(false);
});
