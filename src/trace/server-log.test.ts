import { expect, test } from "vitest";
import type { EventBody, TraceEvent } from "./events.ts";
import { levelOf, readServerLog } from "./server-log.ts";

const logOf = (...bodies: EventBody[]): TraceEvent[] =>
  bodies.map((body, at) => ({ seq: at + 1, time: at, ...body }));

test("the server's log has starts and stops, options, messages and failed scripts, and nothing of traffic", () => {
  const events = logOf(
    { kind: "server-started", server: "cgi", persistent: false },
    { kind: "log", level: "warning", message: "beware" },
    { kind: "request", method: "GET", url: "http://localhost/", raw: "", bytes: 0 },
    { kind: "session-closed", session: "s", attributes: [] },
    { kind: "script-error", exception: "NameError", message: "name 'x' is not defined" },
    { kind: "configuration-changed", name: "processes", value: "5" },
    { kind: "file-changed", path: "a.html", change: "edited" },
    { kind: "server-stopped", sessionsLost: 0 },
  );
  expect(readServerLog(events).map(({ seq }) => seq)).toEqual([1, 2, 5, 6, 8]);
});

test("a message has its own level, a failed script is an error, the rest is information", () => {
  const levels = readServerLog(
    logOf(
      { kind: "log", level: "error", message: "" },
      { kind: "script-error", exception: "", message: "" },
      { kind: "server-stopped", sessionsLost: 1 },
      { kind: "server-started", server: "cgi", persistent: false },
    ),
  ).map(levelOf);
  expect(levels).toEqual(["error", "error", "info", "info"]);
});
