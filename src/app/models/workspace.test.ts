import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { defaultConfiguration } from "../../project/index.ts";
import {
  type CommandBody,
  type LaneView,
  type Notice,
  noRace,
  type WorkspaceState,
} from "../../protocol/index.ts";
import { readTraffic, type TraceEvent } from "../../trace/index.ts";
import type { Answer, Connection } from "../connection.ts";
import { en } from "../words/en.ts";
import { enLater } from "../words/en-later.ts";
import { createNotices } from "./notices.ts";
import { keepRows, type Readings, readings } from "./readings.ts";
import { readSessionFacts } from "./relations.ts";
import { createWorkspaceModel } from "./workspace.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("opening brings the state and the whole log", async () => {
  const { workspace, sent } = openWorkspace();
  expect(await workspace.open({ "a.pih": "" }, sandbox)).toBe(true);
  expect(sent).toEqual([{ kind: "open", files: { "a.pih": "" }, sandbox }]);
  expect(workspace.traffic.value.map(({ request }) => request)).toEqual([1]);
});

test("an update adds its events and tells who listens", async () => {
  const { workspace, update } = openWorkspace();
  await workspace.open({}, sandbox);
  const heard = vi.fn();
  workspace.onEvents(heard);
  update([visit(2)]);
  expect(workspace.traffic.value.map(({ request }) => request)).toEqual([1, 2]);
  expect(heard).toHaveBeenCalledWith([visit(2)]);
});

test("an older state that comes late does not take the place of a newer one", async () => {
  const { workspace, update } = openWorkspace();
  await workspace.open({}, sandbox);
  const opened = workspace.state.value;
  if (opened === null) throw new Error("not open");
  workspace.accept({ ...opened, events: [], revision: 9, sessionCount: 1 });
  update([visit(2)], { revision: 8, sessionCount: 0 });
  expect(workspace.state.value?.sessionCount).toBe(1);
  expect(workspace.traffic.value.map(({ request }) => request)).toEqual([1, 2]);
  await workspace.open({}, sandbox);
  expect(workspace.state.value?.revision).toBe(1);
});

test("what an earlier log told last, and is heard late, is not in the log that took its place", async () => {
  const { workspace, update } = openWorkspace();
  await workspace.open({}, sandbox);
  const opened = workspace.state.value;
  if (opened === null) throw new Error("not open");
  workspace.accept({ ...opened, revision: 9, events: [visit(1)] });
  update([visit(7)], { revision: 8 });
  expect(workspace.traffic.value.map(({ request }) => request)).toEqual([1]);
  update([visit(2)], { revision: 10 });
  expect(workspace.traffic.value.map(({ request }) => request)).toEqual([1, 2]);
});

test("what has just changed is fresh for a moment", async () => {
  const { workspace, update } = openWorkspace();
  await workspace.open({}, sandbox);
  expect(workspace.fresh.value.size).toBe(0);
  update([visit(2)]);
  expect(workspace.fresh.value.has("request:2")).toBe(true);
  vi.runAllTimers();
  expect(workspace.fresh.value.size).toBe(0);
});

test("a restart says what was lost", () => {
  const { notices, update } = openWorkspace();
  update([{ seq: 2, time: 0, kind: "server-stopped", sessionsLost: 2 }]);
  expect(notices.list.value.map(({ text }) => text)).toEqual([
    "Server restarted: 2 sessions in memory were lost.",
  ]);
});

test("what happens before the readings of the log have come is told when they come", () => {
  const { workspace, notices, update, known } = openWorkspace();
  known.value = null;
  update([visit(2), { seq: 3, time: 0, kind: "server-stopped", sessionsLost: 0 }]);
  expect(workspace.traffic.value).toEqual([]);
  expect(notices.list.value).toEqual([]);
  known.value = readings;
  expect(workspace.traffic.value.map(({ request }) => request)).toEqual([2]);
  expect(workspace.fresh.value.has("request:2")).toBe(true);
  expect(notices.list.value).toHaveLength(1);
});

test("switching the storage and what the restart lost are said in one notice, and the next takes its place", () => {
  const { notices, update } = openWorkspace();
  update([
    { seq: 2, time: 0, kind: "configuration-changed", name: "persistent_session", value: "true" },
    { seq: 3, time: 0, kind: "server-stopped", sessionsLost: 1 },
  ]);
  expect(notices.list.value.map(({ text }) => text)).toEqual([
    `${enLater.nowPersistent} Server restarted: 1 session in memory was lost.`,
  ]);
  update([{ seq: 4, time: 0, kind: "server-stopped", sessionsLost: 0 }]);
  expect(notices.list.value.map(({ text }) => text)).toEqual([enLater.restartedNothingLost]);
});

test("a failed command is said with its reason, and stays until dismissed", async () => {
  const { workspace, notices, answers } = openWorkspace();
  answers.refusal = "It is too busy.";
  await workspace.restart();
  vi.runAllTimers();
  const [notice] = notices.list.value;
  expect(notice?.text).toBe("The server could not be restarted. It is too busy.");
  notices.dismiss(notice?.id ?? 0);
  expect(notices.list.value).toEqual([]);
});

test("Stop stops every request that runs", async () => {
  const { workspace, sent, update } = openWorkspace();
  update([], { running: [running(3), running(4)] });
  await workspace.stop();
  expect(sent).toEqual([
    { kind: "stop-request", request: 3 },
    { kind: "stop-request", request: 4 },
  ]);
});

test("a page that answers at once never looks busy, a slow one does", () => {
  const { workspace, update } = openWorkspace();
  update([], { running: [running(3)] });
  expect(workspace.isBusy.value).toBe(false);
  update([], { running: [], race: noRace });
  vi.runAllTimers();
  expect(workspace.isBusy.value).toBe(false);
  update([], { running: [running(4)] });
  vi.runAllTimers();
  expect(workspace.isBusy.value).toBe(true);
  update([], { running: [], race: noRace });
  expect(workspace.isBusy.value).toBe(false);
});

test("a held request waits for the learner: it keeps nobody busy, until holding is over", () => {
  const { workspace, update } = openWorkspace();
  const lane = { state: "ready", request: 3 } as LaneView;
  update([], { running: [running(3)], race: { ...noRace, holding: true, lanes: [lane] } });
  vi.runAllTimers();
  expect(workspace.held.value).toEqual([3]);
  expect(workspace.isBusy.value).toBe(false);
  update([], { running: [running(3)], race: { ...noRace, lanes: [lane] } });
  vi.runAllTimers();
  expect(workspace.held.value).toEqual([]);
  expect(workspace.isBusy.value).toBe(true);
});

test("rows of requests to which nothing was added stay the same objects", () => {
  const log = [visit(1), visit(2)];
  const before = readTraffic(log);
  const after = keepRows(before, readTraffic([...log, answer(2), visit(5)]));
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  expect(after[1]?.response?.status).toBe(200);
  expect(after).toHaveLength(3);
});

test("what was taken back is forgotten, and a row that lost as many events as it gained is another", async () => {
  const { workspace, update } = openWorkspace();
  await workspace.open({}, sandbox);
  update([visit(2), answer(2)]);
  const [, before] = workspace.traffic.value;
  const again: TraceEvent = { ...answer(2), seq: 23, time: 9 };
  update([{ seq: 22, time: 1, kind: "stepped-back", to: 20 }, again]);
  expect(workspace.events.value.map(({ seq }) => seq)).toEqual([10, 20, 22, 23]);
  const [, after] = workspace.traffic.value;
  expect(after).not.toBe(before);
  expect(after?.response?.finished).toBe(9);
});

test("a row of a log that another worker has begun anew is another, though it ends with the same number", async () => {
  const { workspace, update } = openWorkspace();
  await workspace.open({}, sandbox);
  const opened = workspace.state.value;
  if (opened === null) throw new Error("not open");
  update([visit(2), answer(2)]);
  const [, before] = workspace.traffic.value;
  workspace.adopt({ ...opened, events: [visit(1), visit(2), { ...answer(2), time: 9 }] });
  const [, after] = workspace.traffic.value;
  expect(after).not.toBe(before);
  expect(after?.response?.finished).toBe(9);
});

test("what came and was taken back in one update does not glow", async () => {
  const { workspace, update } = openWorkspace();
  await workspace.open({}, sandbox);
  update([visit(2), { seq: 21, time: 0, kind: "stepped-back", to: 10 }]);
  expect(workspace.fresh.value.size).toBe(0);
});

test("a session knows who opened and who closed it, until someone writes again", () => {
  const events: TraceEvent[] = [
    { seq: 1, time: 0, request: 1, kind: "session-opened", session: "s", origin: "new", storage: "memory" },
    { seq: 2, time: 0, request: 2, kind: "session-opened", session: "s", origin: "found", storage: "memory" },
    {
      seq: 3,
      time: 0,
      request: 2,
      kind: "session-closed",
      session: "s",
      attributes: ["nom"],
      file: "suite.pih",
      line: 5,
    },
  ];
  expect(readSessionFacts(events).get("s")).toEqual({
    opened: 1,
    ended: { how: "closed", request: 2, file: "suite.pih", line: 5 },
  });
  const written: TraceEvent = {
    seq: 4,
    time: 0,
    request: 3,
    kind: "attribute-written",
    session: "s",
    name: "x",
    value: "1",
  };
  expect(readSessionFacts([...events, written]).get("s")).toEqual({ opened: 1 });
});

const sandbox = "allow-same-origin allow-forms";

function visit(request: number): TraceEvent {
  const url = "http://localhost/index.html";
  return {
    seq: request * 10,
    time: 0,
    request,
    browser: "A",
    kind: "request",
    method: "GET",
    url,
    raw: "",
    bytes: 0,
  };
}

function answer(request: number): TraceEvent {
  const body = {
    kind: "response",
    status: 200,
    statusText: "OK",
    raw: "",
    bytes: 0,
    mediaType: "text/html",
  } as const;
  return { seq: request * 10 + 1, time: 1, request, browser: "A", ...body };
}

function running(id: number) {
  return { id, browser: "A", method: "GET", url: "http://localhost/", waiting: true };
}

function openWorkspace() {
  const state: WorkspaceState = {
    files: {},
    configuration: defaultConfiguration,
    browsers: [],
    sessions: [],
    revision: 1,
    sessionCount: 0,
    events: [visit(1)],
    running: [],
    race: noRace,
  };
  const sent: CommandBody[] = [];
  const answers: { refusal?: string } = {};
  let notify = (_notice: Notice) => {};
  const connection = {
    async send(body: CommandBody): Promise<Answer> {
      sent.push(body);
      if (answers.refusal !== undefined) return { ok: false, reason: answers.refusal, silent: false };
      return { kind: "reply", id: 1, bootId: "b", buildId: "v", ok: true, state };
    },
    onNotice(listener: (notice: Notice) => void) {
      notify = listener;
      return () => {};
    },
  } as unknown as Connection;
  const notices = createNotices();
  const known = signal<Readings | null>(readings);
  const workspace = createWorkspaceModel({
    connection,
    notices,
    preferences: { words: signal(en) },
    readings: known,
  });
  let { revision } = state;
  const update = (events: TraceEvent[], changes: Partial<WorkspaceState> = {}) =>
    notify({
      kind: "update",
      workspace: "w",
      bootId: "b",
      buildId: "v",
      events,
      state: { ...state, revision: ++revision, events: [], ...changes },
    });
  return { workspace, notices, sent, answers, update, known };
}

test("a session knows how it ended: evicted, or lost with the server's memory", () => {
  const opened = (seq: number, id: string, storage: "memory" | "disk"): TraceEvent => ({
    seq,
    time: 0,
    request: seq,
    kind: "session-opened",
    session: id,
    origin: "new",
    storage,
  });
  const facts = readSessionFacts([
    opened(1, "a", "memory"),
    opened(2, "b", "disk"),
    opened(3, "c", "memory"),
    { seq: 4, time: 0, kind: "session-evicted", session: "a", cap: 2 },
    { seq: 5, time: 0, kind: "server-stopped", sessionsLost: 1 },
  ]);
  expect(facts.get("a")).toEqual({ opened: 1, ended: { how: "evicted", cap: 2 } });
  expect(facts.get("b")).toEqual({ opened: 2 });
  expect(facts.get("c")).toEqual({ opened: 3, ended: { how: "lost" } });
});
