import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeFromWorker } from "./decode-from-worker.ts";

const workspace = "0123456789abcdef0123456789abcdef";
const boot = { bootId: "x", buildId: "b" };

test.each([
  { kind: "reply", id: 1, ...boot, ok: false, problem: "failed", reason: "" },
  { kind: "update", workspace, ...boot, events: [], state: {} },
  { kind: "result", workspace, ...boot, request: 1, waitingUrl: "", resultUrl: "" },
  { kind: "taken-back", workspace, ...boot, request: 1, waitingUrl: "", resultUrl: "" },
])("reads the message %o", (message) => {
  expect(decodeFromWorker(message)).toBe(message);
});

test.each([
  null,
  "reply",
  { kind: "result" },
  { kind: "reply", id: "1", ...boot },
  { kind: "update", ...boot },
  { kind: "update", workspace, bootId: "x" },
  { kind: "ping", id: 1, workspace, ...boot },
  { kind: "constructor", id: 1, workspace, ...boot },
])("takes %o for no message of the worker", (data) => {
  expect(decodeFromWorker(data)).toBeNull();
});

test("never throws, whatever arrives", () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withMap: true }), (data) => {
      decodeFromWorker(data);
    }),
  );
});
