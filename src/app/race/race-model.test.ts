import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { defaultConfiguration } from "../../project/index.ts";
import {
  type CommandBody,
  type LaneView,
  type Notice,
  noRace,
  type RaceView,
  type WorkspaceState,
} from "../../protocol/index.ts";
import type { TraceEvent } from "../../trace/index.ts";
import { createAppModel } from "../app-model.ts";
import type { Answer, Connection } from "../connection.ts";
import type { Preferences } from "../models/preferences.ts";
import type { PreviewFrame } from "../models/preview-frame.ts";
import { en } from "../words/en.ts";
import { createRaceModel } from "./race-model.ts";
import { fakeDocument, sentTo } from "./test-frames.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("the first lane that can go on is open, until the learner chooses", async () => {
  const { model, tell } = openRace();
  tell({ lanes: [lane(1, 4, { state: "answered" }), lane(2, 5), lane(3, 6)] });
  expect(model.open.value).toBe(5);
  await model.move(6, "operation");
  expect(model.open.value).toBe(6);
  model.toggle(6);
  expect(model.open.value).toBeNull();
});

test("a move is asked of the worker; a refusal is said in its words", async () => {
  const { model, sent, answers, app } = openRace();
  await model.move(4, "step");
  expect(sent).toEqual([{ kind: "race-move", request: 4, length: "step" }]);
  answers.refusal = "Request 4 waits for request 5.";
  await model.move(4, "step");
  expect(app.notices.list.value.map(({ text }) => text)).toEqual([
    "The race stays as it is. Request 4 waits for request 5.",
  ]);
});

test("a replay shows its own lines, and opens the page of the lane whose turn is next", () => {
  const { model, app, tell } = openRace();
  const place = (file: string) => ({ place: { file, line: 2, source: "x" } });
  const replay = {
    of: { kind: "outcome" as const, outcome: 0 },
    lanes: [lane(1, 8, place("a.pih")), lane(2, 9, place("b.pih"))],
    events: [],
    schedule: "AB",
    position: 1,
    followed: true,
    back: 1,
  };
  tell({ lanes: [lane(1, 4, place("a.pih"))], replay });
  expect(app.inspector.laneLines.value.map(({ request }) => request)).toEqual([4]);
  model.section.value = "replay";
  expect(app.inspector.laneLines.value.map(({ request, isOpen }) => [request, isOpen])).toEqual([
    [8, false],
    [9, true],
  ]);
  expect(app.files.active.value).toBe("b.pih");
});

test("keys step a lane, with Shift to its next operation, and step back", () => {
  const { press, sent, tell } = openRace();
  tell({ holding: true, lanes: [lane(1, 4), lane(2, 5)] });
  expect(press({ code: "Digit2", key: "2" })).toBe(true);
  // The same key on an AZERTY keyboard, without Shift and with it.
  expect(press({ code: "Digit1", key: "&" })).toBe(true);
  expect(press({ code: "Digit1", key: "1", shiftKey: true })).toBe(true);
  expect(press({ code: "ArrowLeft", key: "ArrowLeft" })).toBe(true);
  expect(sent).toEqual([
    { kind: "race-move", request: 5, length: "step" },
    { kind: "race-move", request: 4, length: "step" },
    { kind: "race-move", request: 4, length: "operation" },
    { kind: "race-back" },
  ]);
});

test("keys are left alone where there is no lane, no race, or where they mean something else", () => {
  const { press, tell, app } = openRace();
  expect(press({ code: "Digit1", key: "1" })).toBe(false);
  tell({ holding: true, lanes: [lane(1, 4)] });
  expect(press({ code: "Digit2", key: "2" })).toBe(false);
  expect(press({ code: "Digit1", key: "1", ctrlKey: true })).toBe(false);
  expect(press({ code: "ArrowLeft", key: "ArrowLeft", altKey: true })).toBe(false);
  expect(press({ code: "Numpad1", key: "End" })).toBe(false);
  const inTabs = {
    closest: (selector: string) => (selector.includes("[role=tablist]") ? {} : null),
  } as unknown as EventTarget;
  expect(press({ code: "ArrowLeft", key: "ArrowLeft", target: inTabs })).toBe(false);
  expect(press({ code: "Digit1", key: "1", target: inTabs })).toBe(true);
  const wide = { closest: () => null, scrollWidth: 900, clientWidth: 300, tagName: "DIV" };
  expect(press({ code: "ArrowLeft", key: "ArrowLeft", target: wide as unknown as EventTarget })).toBe(false);
  // Nothing is held, and another tab is open.
  tell({ lanes: [lane(1, 4, { state: "answered" })] });
  expect(press({ code: "ArrowLeft", key: "ArrowLeft" })).toBe(false);
  app.inspector.tab.value = "race";
  expect(press({ code: "ArrowLeft", key: "ArrowLeft" })).toBe(true);
});

test("where a replay is shown, keys step the replay", () => {
  const { model, press, sent, tell, app } = openRace();
  const of = { kind: "outcome", outcome: 0 } as const;
  const replay = { of, lanes: [lane(1, 9)], events: [], schedule: "", position: 0, followed: true, back: 0 };
  tell({ lanes: [lane(1, 4)], replay });
  app.inspector.tab.value = "race";
  model.section.value = "replay";
  press({ code: "Digit1", key: "1" });
  press({ code: "ArrowLeft", key: "ArrowLeft" });
  expect(sent).toEqual([{ kind: "replay-move", request: 9, length: "step" }, { kind: "replay-back" }]);
});

test("a request that no frame waits for any more is waited for by nobody, after a little patience", () => {
  const { model, tell, documents } = openRace();
  documents.push(fakeDocument("waiting 4", "/a.pih"));
  tell({ lanes: [lane(1, 4), lane(2, 5), lane(3, 6, { waitingShown: false })] });
  vi.advanceTimersByTime(400);
  expect([...model.unwatched.value]).toEqual([]);
  vi.advanceTimersByTime(3000);
  expect([...model.unwatched.value]).toEqual([5]);
  expect(model.places.value.get(4)).toEqual({ browser: "A", position: 0, outer: null });
  documents.push(fakeDocument("waiting 5", "/b.pih"));
  vi.advanceTimersByTime(400);
  expect([...model.unwatched.value]).toEqual([]);
});

test("frames follow when an answer is taken back", () => {
  const { tell, documents, notify } = openRace();
  const page = fakeDocument("answer 4", "/a.pih");
  documents.push(page);
  tell({ lanes: [lane(1, 4)] }, [
    { seq: 1, time: 0, request: 4, kind: "request", method: "GET", url: "", raw: "", bytes: 0 },
  ]);
  notify({ kind: "taken-back", ...ids, request: 4, waitingUrl: "/w", resultUrl: "/r" });
  expect(sentTo(page)).toEqual(["/r"]);
});

test("the editor learns where the lanes stand, unless a lane runs a text that is no more", () => {
  const { tell, app } = openRace();
  const place = { file: "a.pih", line: 3, source: "n = 1" };
  tell({
    lanes: [lane(1, 4, { place }), lane(2, 5, { place: { ...place, text: "old" } }), lane(3, 6)],
  });
  expect(app.inspector.laneLines.value).toEqual([
    { file: "a.pih", line: 3, lane: 1, request: 4, isOpen: true, note: "1: request 4" },
  ]);
});

test("a move brings the page that the lane runs into the editor, if the site still has it", async () => {
  const { model, tell, app } = openRace();
  const at = (file: string) => ({ place: { file, line: 1, source: "" } });
  tell({ lanes: [lane(1, 4, at("b.pih")), lane(2, 5, at("gone.pih"))] });
  expect(app.files.active.value).toBe("a.pih");
  await model.move(4, "step");
  expect(app.files.active.value).toBe("b.pih");
  await model.move(5, "step");
  expect(app.files.active.value).toBe("b.pih");
});

const ids = { workspace: "w", bootId: "b", buildId: "v" };

function lane(number: number, request: number, more: Partial<LaneView> = {}): LaneView {
  return {
    lane: number,
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
    ...more,
  };
}

function openRace() {
  const sent: CommandBody[] = [];
  const answers: { refusal?: string } = {};
  const listeners: ((notice: Notice) => void)[] = [];
  let state: WorkspaceState = {
    files: { "a.pih": "", "b.pih": "" },
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
    files: { "a.pih": "", "b.pih": "" },
    readings: signal(null),
  });
  const documents: Document[] = [];
  const frame = { documents: () => documents, onChange: () => () => {}, look: () => null };
  app.browsers.current.value.attach(frame as unknown as PreviewFrame);
  const model = createRaceModel(app, "/");
  const notify = (notice: Notice) => {
    for (const listener of listeners) listener(notice);
  };
  const tell = (race: Partial<RaceView>, events: TraceEvent[] = []) => {
    state = { ...state, revision: state.revision + 1, race: { ...noRace, ...race } };
    notify({ kind: "update", ...ids, events, state });
  };
  const press = (event: Partial<KeyboardEvent>) => {
    const plain = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, target: null };
    const action = model.findKey({ ...plain, ...event } as KeyboardEvent);
    action?.();
    return action !== null;
  };
  return { app, model, sent, answers, tell, notify, press, documents };
}
