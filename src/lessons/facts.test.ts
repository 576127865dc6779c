import { expect, test } from "vitest";
import { defaultConfiguration } from "../project/index.ts";
import type { EventBase, EventBody, TraceEvent } from "../trace/index.ts";
import { factKinds } from "./fact-kinds.ts";
import { type FactState, nowKinds, readFacts } from "./facts.ts";

test("an event is a fact with its fields; lists are joined", () => {
  const saved: EventBody = {
    kind: "session-saved",
    session: "k3Xz",
    attributes: ["nom", "panier"],
    bytes: 40,
  };
  expect(readFacts(log({ ...saved, request: 3, browser: "A", file: "a.pih", line: 2 }), null)).toEqual([
    {
      seq: 1,
      kind: "session-saved",
      fields: {
        session: "k3Xz",
        attributes: "nom, panier",
        bytes: 40,
        request: 3,
        browser: "A",
        file: "a.pih",
        line: 2,
      },
    },
  ]);
});

test("a request has its path, and the fields of its address and of its form, as a person writes them", () => {
  const form =
    "POST /caf%C3%A9.pih?x=%C3%A9t%C3%A9 HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nnom=Zo%C3%AB&mot=a+b";
  const url = "http://localhost/caf%C3%A9.pih?x=%C3%A9t%C3%A9";
  const [fact] = readFacts(
    log({ kind: "request", request: 1, method: "POST", url, raw: form, bytes: 20 }),
    null,
  );
  expect(fact?.fields).toMatchObject({ path: "/café.pih", query: "x=été", form: "nom=Zoë&mot=a b" });
});

test("a path that is no UTF-8 stays as it is", () => {
  const [fact] = readFacts(log(asked(1, "/%ff.pih")), null);
  expect(fact?.fields).toMatchObject({ path: "/%ff.pih", query: "", form: "" });
});

test("an answer is a page, told with what was asked, the session it opened, and whether it failed", () => {
  const opened = { kind: "session-opened", session: "k3Xz", origin: "new", storage: "memory" } as const;
  const failed = {
    kind: "script-error",
    exception: "NameError",
    message: "name 'x' is not defined",
  } as const;
  const facts = readFacts(
    log(
      asked(1, "/a.pih?x=1"),
      { ...opened, request: 1 },
      { ...failed, request: 1 },
      answered(1, "<p>oh&nbsp;no</p>"),
    ),
    null,
  );
  expect(facts.map(({ kind }) => kind)).toEqual([
    "request",
    "session-opened",
    "script-error",
    "response",
    "page",
  ]);
  expect(facts.at(-1)).toEqual({
    seq: 4,
    kind: "page",
    fields: {
      request: 1,
      browser: "A",
      method: "GET",
      path: "/a.pih",
      query: "x=1",
      form: "",
      status: 200,
      mediaType: "text/html",
      text: "oh no",
      failed: true,
      session: "k3Xz",
    },
  });
});

test("plain text is read as it is, pictures are not read", () => {
  expect(pageText("a <b>\n c", "text/plain")).toBe("a <b> c");
  expect(pageText("GIF89a", "image/gif")).toBe("");
});

test("what was taken back is no fact", () => {
  const facts = readFacts(log(asked(1, "/a.pih"), answered(1, "a"), { kind: "stepped-back", to: 1 }), null);
  expect(facts.map(({ kind }) => kind)).toEqual(["request", "stepped-back"]);
});

test("conflicts of requests are facts at the event that made them", () => {
  const read = { kind: "attribute-read", session: "k3Xz", name: "n", value: "0" } as const;
  const written = { kind: "attribute-written", session: "k3Xz", name: "n", value: "1" } as const;
  const opened = { kind: "session-opened", session: "k3Xz", origin: "found", storage: "memory" } as const;
  const facts = readFacts(
    log(
      ...[
        asked(1, "/a.pih"),
        asked(2, "/b.pih"),
        { ...opened, request: 1, browser: "A" },
        { ...opened, request: 2, browser: "A" },
      ],
      ...[
        { ...read, request: 1, browser: "A" },
        { ...read, request: 2, browser: "A" },
        { ...written, request: 2, browser: "A" },
        { ...written, request: 1, browser: "A" },
      ],
    ),
    null,
  );
  expect(facts.filter(({ kind }) => kind === "conflict")).toEqual([
    {
      seq: 8,
      kind: "conflict",
      fields: {
        what: "lost-update",
        session: "k3Xz",
        name: "n",
        mine: 1,
        theirs: 2,
        request: 1,
        browser: "A",
      },
    },
  ]);
});

test("what is so now comes last", () => {
  const facts = readFacts(log(asked(1, "/a.pih")), state);
  expect(facts.map(({ seq, kind }) => `${seq} ${kind}`)).toEqual([
    "1 request",
    "2 configuration",
    "2 sessions",
    "2 session-now",
    "2 session-now",
    "2 browser-now",
    "2 cookie-now",
    "2 race",
    "2 crowd",
    "2 explored",
  ]);
  expect(facts.find(({ kind }) => kind === "explored")?.fields).toEqual({
    complete: true,
    random: false,
    requests: 2,
    paths: "/a.pih /b.pih",
    server: "multithread",
    orders: 70,
    outcomes: 2,
    serialisable: false,
    lost: 0.25,
    stuck: true,
    refused: false,
    failed: true,
  });
});

test.each([
  ["running", { state: "running" }],
  ["outdated", { outdated: true }],
])("of an exploration that is %s nothing is told", (_, changes) => {
  expect(explored(changes)).toBeUndefined();
});

test.each([
  ["not every order was tried", { state: "limited" }],
  ["serial orders were not tried", { judged: false }],
  ["only some outcomes are listed", { outcomeCount: 900 }],
])("whether all is serialisable is not known where %s", (_, changes) => {
  expect(explored(changes)).not.toHaveProperty("serialisable");
  expect(explored(changes)).not.toHaveProperty("lost");
});

test("every kind and field that is read is described, and what is described as of now is of now", () => {
  const facts = readFacts(
    log(asked(1, "/a.pih"), { kind: "deadlock", requests: [1, 2] }, answered(1, "a"), {
      kind: "browser-closed",
      browser: "B",
      cookies: [],
    }),
    state,
  );
  for (const { kind, fields } of facts)
    expect(Object.keys(factKinds[kind]?.fields ?? {})).toEqual(expect.arrayContaining(Object.keys(fields)));
  const described = Object.entries(factKinds).filter(([, { isNow }]) => isNow);
  expect(described.map(([kind]) => kind).sort()).toEqual([...nowKinds].sort());
});

function log(...events: (EventBody & Partial<EventBase>)[]): TraceEvent[] {
  return events.map((event, at) => ({ ...event, seq: at + 1, time: at }));
}

function asked(request: number, target: string): EventBody & Partial<EventBase> {
  const raw = `GET ${target} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
  return {
    kind: "request",
    request,
    browser: "A",
    method: "GET",
    url: `http://localhost${target}`,
    raw,
    bytes: 0,
  };
}

function answered(request: number, body: string, mediaType = "text/html"): EventBody & Partial<EventBase> {
  const raw = `HTTP/1.1 200 OK\r\nContent-Type: ${mediaType}\r\n\r\n${body}`;
  return {
    kind: "response",
    request,
    browser: "A",
    status: 200,
    statusText: "OK",
    raw,
    bytes: body.length,
    mediaType,
  };
}

function pageText(body: string, mediaType: string) {
  return readFacts(log(asked(1, "/a"), answered(1, body, mediaType)), null).at(-1)?.fields["text"];
}

const exploration = {
  state: "complete",
  requests: [{ url: "http://localhost/a.pih?x=1" }, { url: "http://localhost/b.pih" }],
  server: "multithread",
  orders: "70",
  outcomes: [
    { share: 0.75, serial: true, pages: [{ refused: false }] },
    { share: 0.25, serial: false, pages: [{ refused: false, failed: true }], deadlock: { waits: [] } },
  ],
  judged: true,
};

const state: FactState = {
  configuration: defaultConfiguration,
  browsers: [{ id: "A", cookies: [{ name: "sessionId", value: "k3Xz", path: "/", httpOnly: false }] }],
  sessions: [
    { id: "k3Xz", storage: "memory", process: 1, attributes: [{ name: "n", value: "3", type: "int" }] },
    { id: "Qw7e", storage: "disk", attributes: [] },
  ],
  sessionCount: 2,
  crowd: { path: "/a.pih", count: 9, done: 9, state: "done", created: 9, evicted: 0, failed: 0 },
  race: { holding: true, lanes: [{ state: "ready" }, { state: "answered" }], exploration },
};

function explored(changes: object) {
  const race = { ...state.race, exploration: { ...exploration, ...changes } };
  return readFacts([], { ...state, race }).find(({ kind }) => kind === "explored")?.fields;
}
