import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Action } from "../../lessons/index.ts";
import { defaultConfiguration } from "../../project/index.ts";
import { type CommandBody, type Notice, noRace, type WorkspaceState } from "../../protocol/index.ts";
import type { EventBase, EventBody } from "../../trace/index.ts";
import { createAppModel } from "../app-model.ts";
import type { Answer, Connection } from "../connection.ts";
import type { Preferences } from "../models/preferences.ts";
import type { PreviewFrame } from "../models/preview-frame.ts";
import { fakeDocument } from "../race/test-frames.ts";
import { en } from "../words/en.ts";
import { runActions } from "./run-actions.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("what was typed is saved first, then the actions follow each other", async () => {
  const { app, sent, run } = openApp();
  app.files.edit("a.pih", "new");
  const changes = { server: "cgi" } as const;
  expect(await run({ kind: "configure", changes }, { kind: "restart" }, { kind: "hold", on: true })).toBe(
    true,
  );
  expect(sent).toEqual([
    { kind: "write-file", path: "a.pih", content: "new" },
    { kind: "configure", changes },
    { kind: "restart-server" },
    { kind: "hold", on: true },
  ]);
});

test("a refusal ends the step, and a notice says why", async () => {
  const { sent, answers, run, said } = openApp();
  answers.refusal = "6 browsers are open already.";
  expect(await run({ kind: "open-browser", browser: "G" }, { kind: "restart" })).toBe(false);
  expect(sent.map(({ kind }) => kind)).toEqual(["open-browser"]);
  expect(said()).toEqual(["This step could not be done. 6 browsers are open already."]);
});

test.each<[Action, string]>([
  [{ kind: "open-file", path: "b.pih" }, "The site has no file b.pih."],
  [
    { kind: "delete-cookie", browser: "A", name: "x" },
    "Browser A has no cookie x. Visit a page that sets it first.",
  ],
  [
    { kind: "move", lane: 2, length: "step" },
    "No request waits in lane 2. Hold requests and load the pages first.",
  ],
])("what is not there is said: %j", async (action, reason) => {
  const { sent, run, said } = openApp();
  expect(await run(action)).toBe(false);
  expect(said()).toEqual([`This step could not be done. ${reason}`]);
  expect(sent).toEqual([]);
});

test("a page is waited for until its browser shows it", async () => {
  const { start, happen, documents, opened } = openApp();
  const done = start({ kind: "visit", path: "/a.pih?x=1", browser: "A" });
  expect(await isDone(done)).toBe(false);
  expect(opened).toEqual([`/~/0123456789abcdef0123456789abcdef/A/a.pih?x=1`]);
  happen(asked(1, "/a.pih?x=1"));
  happen(answered(1, 200));
  expect(await isDone(done)).toBe(false);
  documents.push(fakeDocument("answer 1", "/a.pih"));
  expect(await isDone(done)).toBe(true);
});

test("a redirect is followed to its page", async () => {
  const { start, happen, documents } = openApp();
  const done = start({ kind: "visit", path: "/a.pih", browser: "A" });
  expect(await isDone(done)).toBe(false);
  happen(asked(1, "/a.pih"), answered(1, 302));
  expect(await isDone(done)).toBe(false);
  happen(asked(2, "/b.pih"), answered(2, 200));
  documents.push(fakeDocument("answer 2", "/b.pih"));
  expect(await isDone(done)).toBe(true);
});

test("a page that is held is there once its waiting page is", async () => {
  const { start, happen, hold, documents } = openApp();
  const done = start({ kind: "visit", path: "/a.pih", browser: "A" });
  expect(await isDone(done)).toBe(false);
  happen(asked(1, "/a.pih"));
  hold(1);
  expect(await isDone(done)).toBe(false);
  documents.push(fakeDocument("waiting 1", "/a.pih"));
  expect(await isDone(done)).toBe(true);
});

test("what another browser asks for is not this one's page", async () => {
  const { start, happen, documents } = openApp();
  const done = start({ kind: "visit", path: "/a.pih", browser: "A" });
  expect(await isDone(done)).toBe(false);
  documents.push(fakeDocument("answer 1", "/a.pih"));
  happen({ ...asked(1, "/a.pih"), browser: "B" }, { ...answered(1, 200), browser: "B" });
  expect(await isDone(done)).toBe(false);
});

test("the learner stops a step that waits", async () => {
  const { start, stop, sent, said } = openApp();
  const done = start({ kind: "visit", path: "/a.pih", browser: "A" }, { kind: "restart" });
  expect(await isDone(done)).toBe(false);
  stop();
  expect(await done).toBe(false);
  expect(sent).toEqual([]);
  expect(said()).toEqual([]);
});

test("a browser whose page never comes ends the step", async () => {
  const { start, said } = openApp();
  const done = start({ kind: "visit", path: "/a.pih", browser: "A" });
  await vi.advanceTimersByTimeAsync(6_000);
  expect(await done).toBe(false);
  expect(said()).toEqual([
    "This step could not be done. Browser A shows no page. Look at it, then try again.",
  ]);
});

test("a crowd is waited for until it is done", async () => {
  const { start, tell } = openApp();
  const crowd = { path: "/a.pih", count: 9, done: 0, created: 0, evicted: 0, failed: 0 };
  tell({ crowd: { ...crowd, state: "running" } });
  const done = start({ kind: "crowd", count: 9, path: "/a.pih" });
  expect(await isDone(done)).toBe(false);
  tell({ crowd: { ...crowd, state: "done" } });
  expect(await isDone(done)).toBe(true);
});

test("a cookie of that name is written over, another one added", async () => {
  const { run, sent, tell } = openApp();
  const there = {
    name: "x",
    value: "1",
    path: "/p",
    domain: "localhost",
    hostOnly: true,
    httpOnly: false,
    secure: false,
  };
  tell({ browsers: [{ id: "A", cookies: [there] }] });
  await run({ kind: "set-cookie", browser: "A", name: "x", value: "2" });
  await run({ kind: "set-cookie", browser: "A", name: "y", value: "3" });
  const draft = { httpOnly: false, secure: false };
  expect(sent).toEqual([
    {
      kind: "set-cookie",
      browser: "A",
      cookie: { name: "x", value: "2", path: "/p", ...draft },
      was: { name: "x", domain: "localhost", path: "/p" },
    },
    { kind: "set-cookie", browser: "A", cookie: { name: "y", value: "3", path: "/", ...draft } },
  ]);
});

test("places are brought into sight", async () => {
  const { app, run } = openApp();
  app.layout.toggleFolded("inspector");
  await run({ kind: "show", target: "sessions" }, { kind: "open-file", path: "a.pih" });
  expect(app.inspector.tab.value).toBe("sessions");
  expect([...app.layout.folded.value]).toEqual([]);
  expect(app.files.active.value).toBe("a.pih");
});

const ids = { workspace: "w", bootId: "b", buildId: "v" };

function asked(request: number, target: string): EventBody & Partial<EventBase> {
  const url = `http://localhost${target}`;
  return { kind: "request", request, browser: "A", method: "GET", url, raw: "", bytes: 0 };
}

function answered(request: number, status: number): EventBody & Partial<EventBase> {
  return {
    kind: "response",
    request,
    browser: "A",
    status,
    statusText: "",
    raw: "",
    bytes: 0,
    mediaType: "text/html",
  };
}

/** After a look at the frames. */
async function isDone(done: Promise<boolean>): Promise<boolean> {
  let isSo = false;
  void done.then(() => {
    isSo = true;
  });
  await vi.advanceTimersByTimeAsync(100);
  return isSo;
}

function openApp() {
  const sent: CommandBody[] = [];
  const answers: { refusal?: string } = {};
  const listeners: ((notice: Notice) => void)[] = [];
  const documents: Document[] = [];
  const opened: string[] = [];
  let seq = 0;
  let state: WorkspaceState = {
    files: { "a.pih": "" },
    configuration: defaultConfiguration,
    browsers: [{ id: "A", cookies: [] }],
    sessions: [],
    revision: 1,
    sessionCount: 0,
    events: [],
    running: [],
    race: noRace,
  };
  const connection = {
    status: signal("open"),
    async send(body: CommandBody): Promise<Answer> {
      sent.push(body);
      if (answers.refusal !== undefined) return { ok: false, reason: answers.refusal, silent: false };
      return { kind: "reply", id: 1, bootId: "b", buildId: "v", ok: true, state };
    },
    sendAndForget() {},
    onNotice(listener: (notice: Notice) => void) {
      listeners.push(listener);
      return () => {};
    },
  } as unknown as Connection;
  const preferences = { words: signal(en), language: signal("en") } as unknown as Preferences;
  const app = createAppModel({
    connection,
    preferences,
    base: "/",
    workspace: "0123456789abcdef0123456789abcdef",
    files: { "a.pih": "" },
    readings: signal(null),
  });
  const frame = {
    documents: () => documents,
    onChange: () => () => {},
    look: () => null,
    open: (path: string) => opened.push(path),
  };
  app.browsers.current.value.attach(frame as unknown as PreviewFrame);
  const tell = (changes: Partial<WorkspaceState>, events: (EventBody & Partial<EventBase>)[] = []) => {
    state = { ...state, revision: state.revision + 1, ...changes };
    const numbered = events.map((event) => ({ ...event, seq: ++seq, time: 0 }));
    for (const listener of listeners) listener({ kind: "update", ...ids, events: numbered, state });
  };
  tell({});
  const stopper = new AbortController();
  const start = (...actions: Action[]) => runActions(app, actions, stopper.signal);
  return {
    app,
    sent,
    answers,
    documents,
    opened,
    tell,
    start,
    run: start,
    stop: () => stopper.abort(),
    said: () => app.notices.list.value.map(({ text }) => text),
    happen: (...events: (EventBody & Partial<EventBase>)[]) => tell({}, events),
    hold: (request: number) => tell({ race: { ...noRace, holding: true, lanes: [laneOf(request)] } }),
  };
}

function laneOf(request: number): WorkspaceState["race"]["lanes"][number] {
  return {
    lane: 1,
    request,
    browser: "A",
    method: "GET",
    url: "http://localhost/a.pih",
    process: 1,
    thread: 1,
    state: "ready",
    variables: [],
    operations: 0,
    waitingShown: true,
    abandoned: false,
  };
}
