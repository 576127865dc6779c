import { expect, test } from "vitest";
import type { TraceEvent } from "../../trace/index.ts";
import { en } from "../words/en.ts";
import { tellings } from "./changes.ts";

const evicted: TraceEvent = { seq: 1, time: 0, kind: "session-evicted", session: "key", cap: 1000 };
const cookie = {
  name: "sessionId",
  path: "/",
  domain: "localhost",
  hostOnly: true,
  httpOnly: false,
  secure: false,
};

test("an eviction is told to the browsers that hold the key, and to nobody else", () => {
  const browsers = [
    { id: "A", cookies: [{ ...cookie, value: "key" }] },
    { id: "B", cookies: [{ ...cookie, value: "other" }] },
  ];
  expect(tellings([evicted], en, browsers)).toEqual([
    "Browser A’s session was evicted: the server keeps 1000, and it was the oldest.",
  ]);
  expect(tellings([evicted], en)).toEqual([]);
});
