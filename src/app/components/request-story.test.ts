import { expect, test } from "vitest";
import { readTraffic, type TraceEvent } from "../../trace/index.ts";
import { en } from "../words/en.ts";
import { enLater } from "../words/en-later.ts";
import { fr } from "../words/fr.ts";
import { tellStory } from "./request-story.ts";

const place = { request: 4, browser: "A", file: "suiteEssaiSession.pih" };
const events: TraceEvent[] = [
  {
    seq: 1,
    time: 0,
    request: 4,
    browser: "A",
    kind: "request",
    method: "GET",
    url: "http://localhost/",
    raw: "",
    bytes: 0,
  },
  { seq: 2, time: 0, request: 4, browser: "A", kind: "cookie-sent", name: "sessionId", value: "abcd" },
  { seq: 3, time: 0, request: 4, browser: "A", kind: "cookie-withheld", name: "shop", reason: "path" },
  {
    seq: 4,
    time: 0,
    ...place,
    line: 3,
    kind: "session-opened",
    session: "abcd",
    origin: "found",
    storage: "memory",
  },
  { seq: 5, time: 0, ...place, line: 4, kind: "attribute-missing", session: "abcd", name: "prenom" },
  {
    seq: 6,
    time: 0,
    ...place,
    line: 4,
    kind: "script-error",
    exception: "AttributeError",
    message: "no prenom",
  },
];
const [row] = readTraffic(events);

test("the story tells cookies out, what the page did, and the error, each with its line", () => {
  const steps = row === undefined ? [] : tellStory(row, { ...en, ...enLater });
  expect(steps.map(({ text, line }) => [text, line])).toEqual([
    ["the browser sent the cookie sessionId", undefined],
    ["the browser kept back the cookie shop because its path does not cover this page", undefined],
    ["found session abcd", 3],
    ["looked for prenom, which is not there", 4],
    ["the script failed: AttributeError: no prenom", 4],
  ]);
  expect(steps.filter(({ isBad }) => isBad)).toHaveLength(2);
});

test("the story is told in French as well", () => {
  const steps = row === undefined ? [] : tellStory(row, fr);
  expect(steps[2]?.text).toBe("a retrouvé la session abcd");
});
