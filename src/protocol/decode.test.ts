import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeCommand } from "./decode.ts";
import { decodeFirstCommand, decodeTakeOver } from "./decode-first.ts";

const envelope = { workspace: "0123456789abcdef0123456789abcdef", id: 1, buildId: "b" };

test.each([
  { kind: "open", files: { "index.html": "x" } },
  { kind: "open", files: {}, sandbox: "allow-same-origin allow-forms" },
  { kind: "write-file", path: "a.pih", content: "" },
  { kind: "rename-file", path: "a.pih", to: "b.pih" },
  { kind: "delete-file", path: "a.pih" },
  { kind: "configure", changes: { persistent_session: true, max_sessions: 3 } },
  { kind: "restart-server" },
  { kind: "reset", files: {} },
  { kind: "ping" },
  { kind: "stop-request", request: 4 },
  { kind: "history-navigation", browser: "A", phase: "begin" },
  { kind: "history-navigation", browser: "B", phase: "begin", requests: [1, 2] },
  { kind: "visit-many", count: 1000, path: "/n.pih?x={n}" },
  { kind: "stop-visits" },
  { kind: "list-sessions", filter: "", from: 0, count: 50 },
  { kind: "read-session", session: "Ab3", storage: "memory", process: 2 },
  { kind: "delete-session", session: "", storage: "disk" },
  { kind: "write-session", session: "Ab3", content: "(d." },
  { kind: "open-browser", browser: "B" },
  { kind: "close-browser", browser: "B" },
  { kind: "delete-cookie", browser: "B" },
  { kind: "open", files: {}, work: { name: "", origin: "link", language: "fr", embedded: true } },
  { kind: "open", files: {}, carried: { jars: [], sessions: [{ id: "a", pickle: "N." }] } },
  { kind: "begin-again", files: { "p.png": Uint8Array.of(1) }, reason: "reset" },
  { kind: "replace-files", files: { "a.pih": "" }, reason: "solution" },
  { kind: "restore-version", version: 1 },
  { kind: "rename-work", work: "0123456789abcdef0123456789abcdef", name: "Mine" },
  { kind: "replay", of: { kind: "schedule", from: { kind: "held" }, schedule: "ABBA" } },
  { kind: "copy-cookie", browser: "A", cookie: { name: "a", domain: "localhost", path: "/" }, to: "B" },
  { kind: "log-in", browser: "A", user: "jean", password: "" },
  {
    kind: "set-cookie",
    browser: "A",
    was: { name: "a", domain: "localhost", path: "/" },
    cookie: { name: "a", value: "1", path: "/", httpOnly: true, secure: false, sameSite: "lax" },
  },
])("reads the command %o", (body) => {
  const command = { ...envelope, ...body };
  expect(decodeCommand(command)).toEqual({ ok: true, value: command });
});

test.each([
  [null, /object/i],
  [{ ...envelope, kind: "format-disk" }, /kind/],
  [{ ...envelope, kind: "ping", workspace: "../x" }, /32 hex digits/],
  [{ ...envelope, kind: "write-file", path: "", content: "" }, /path/],
  [{ ...envelope, kind: "configure", changes: { processes: 0 } }, /processes/],
  [{ ...envelope, kind: "configure", changes: { unknown: 1 } }, /unknown/],
  [{ ...envelope, kind: "open", files: { a: 1 } }, /files/],
  [{ ...envelope, kind: "open", files: {}, work: { name: "", origin: "moon", language: "en" } }, /origin/],
  [{ ...envelope, kind: "delete-work", work: "../x" }, /32 hex digits/],
  [{ ...envelope, kind: "rename-work", work: "0".repeat(32), name: "x".repeat(81) }, /name/],
  [
    { ...envelope, kind: "replay", of: { kind: "schedule", from: { kind: "held" }, schedule: "Z" } },
    /A to J/,
  ],
  [{ ...envelope, kind: "visit-many", count: 0, path: "/" }, /count/],
  [{ ...envelope, kind: "visit-many", count: 1e9, path: "/" }, /count/],
  [{ ...envelope, kind: "list-sessions", filter: "", from: 0, count: 1e6 }, /count/],
  [{ ...envelope, kind: "read-session", session: "a", storage: "tape" }, /storage/],
])("refuses %o and says why", (data, reason) => {
  const result = decodeCommand(data);
  expect(result).toMatchObject({ ok: false });
  expect(result.ok ? "" : result.reason).toMatch(reason);
});

test("never throws, whatever arrives", () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withMap: true }), (data) => {
      decodeCommand(data);
      decodeTakeOver(data);
      decodeFirstCommand(data);
    }),
  );
});

test("tells the message that lets a waiting worker take over from anything else", () => {
  expect(decodeTakeOver({ kind: "take-over", force: true })).toEqual({ kind: "take-over", force: true });
  expect(decodeTakeOver({ kind: "ping" })).toBeNull();
});

test("what begins a conversation is decoded as the schemas would, or left to them", () => {
  expect(decodeFirstCommand({ ...envelope, kind: "open", files: { "a.pih": "" } })).not.toBeNull();
  expect(decodeFirstCommand({ ...envelope, kind: "ping" })).not.toBeNull();
  const work = { name: "", origin: "lesson", lesson: "sessions", language: "en" };
  expect(decodeFirstCommand({ ...envelope, kind: "open", files: {}, work })).not.toBeNull();
  const messages = fc.oneof(
    fc.record({
      kind: fc.constantFrom("open", "ping", "reset"),
      files: fc.dictionary(fc.string(), fc.string()),
    }),
    fc.record({ kind: fc.constant("open"), files: fc.anything() }),
    fc.record({
      kind: fc.constant("open"),
      files: fc.constant({ "a.pih": "", "b.png": new Uint8Array(2) }),
      work: fc.record(
        {
          name: fc.oneof(fc.string(), fc.constant("x".repeat(81))),
          origin: fc.constantFrom("zip", "moon"),
          lesson: fc.constantFrom("", "sessions", undefined),
          language: fc.constantFrom("en", "de"),
          embedded: fc.constantFrom(true, false),
          other: fc.constant(1),
        },
        { requiredKeys: ["name", "origin", "language"] },
      ),
    }),
    fc.record({
      kind: fc.constant("open"),
      files: fc.constant({ "a.pih": "" }),
      sandbox: fc.constantFrom("allow-same-origin allow-forms", "allow-scripts", 1),
    }),
  );
  fc.assert(
    fc.property(messages, (message) => {
      const first = decodeFirstCommand({ ...envelope, ...message });
      const whole = decodeCommand({ ...envelope, ...message });
      if (first !== null) expect(whole).toEqual({ ok: true, value: first });
    }),
  );
});
