import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Action, Lesson } from "../../lessons/index.ts";
import type { TraceEvent } from "../../trace/index.ts";
import type { AppModel } from "../app-model.ts";
import { createProgress } from "../models/progress.ts";
import { createLessonModel } from "./lesson-model.ts";
import { freshNotes } from "./lesson-notes.ts";

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test("goals are met by what happens, and told; the first look at a log tells nothing", async () => {
  const { model, happen, lookAgain, said } = await openLesson();
  happen(restart(1));
  lookAgain();
  expect([model.notes.value.met, model.told.value]).toEqual([["restarted"], ""]);
  happen(log(2, "hello"));
  lookAgain();
  expect(model.notes.value.met).toEqual(["restarted", "greeted"]);
  expect(model.told.value).toBe("Goal met: Say hello. Every goal of this lesson is met.");
  expect(said).toEqual([]);
});

test("the log is read once for all that happened before the page had time", async () => {
  const { happen, waiting } = await openLesson();
  happen(restart(1));
  happen(log(2, "hello"));
  expect(waiting()).toBe(1);
});

test("who does not see the lesson hears of a goal by a notice", async () => {
  const { happen, lookAgain, folded, said } = await openLesson();
  lookAgain();
  folded.value = new Set(["lesson"]);
  happen(restart(1));
  lookAgain();
  expect(said).toEqual(["Goal met: Restart the server."]);
});

test("a goal stays met when the log has forgotten what met it, until the lesson is begun again", async () => {
  const { model, happen, lookAgain, events, progress } = await openLesson();
  happen(restart(1));
  lookAgain();
  events.value = [];
  lookAgain();
  expect(model.notes.value.met).toEqual(["restarted"]);
  model.turnTo(freshNotes("once"));
  expect(model.notes.value.met).toEqual([]);
  expect(Object.keys(progress.file.value.lessons["once"] ?? {})).toEqual(["restarted"]);
});

test("ticks, hints and answers are those of the work, and there again after a reload", async () => {
  const entries = new Map<string, string>();
  const { model, happen, lookAgain } = await openLesson({ entries });
  happen(restart(1));
  lookAgain();
  model.unfoldHint();
  model.answer("which", 2);
  model.answer("which", 0);
  const expected = { lesson: "once", met: ["restarted"], hints: 1, answers: { which: 2 } };
  expect((await openLesson({ entries })).model.notes.value).toEqual(expected);
  expect((await openLesson({ entries, work: "b" })).model.notes.value).toEqual(freshNotes("once"));
});

test.each(["nonsense", "{}", '[["a",{"lesson":"once","met":[7]}]]', "null"])(
  "damaged notes count as none: %s",
  async (text) => {
    const { model } = await openLesson({ entries: new Map([["biscuiterie-lesson-notes", text]]) });
    expect(model.notes.value).toEqual(freshNotes("once"));
  },
);

test("one step runs at a time, and can be stopped", async () => {
  const { model, runs } = await openLesson();
  const first = model.run("go");
  await model.run("go");
  await model.run("nowhere");
  expect([model.running.value, runs.length]).toEqual(["go", 1]);
  model.stop();
  await first;
  expect(model.running.value).toBeNull();
});

test("a lesson that could not be fetched is asked for again", async () => {
  const { model, answers } = await openLesson({ fails: true });
  expect([model.hasFailed.value, model.lesson.value]).toEqual([true, null]);
  answers.fails = false;
  model.retry();
  await settle();
  expect([model.hasFailed.value, model.lesson.value?.id]).toEqual([false, "once"]);
});

const text = (text: string) => [{ kind: "text", text } as const];
const outline = {
  id: "once",
  number: 1,
  link: "o",
  title: { en: "Once", fr: "Une fois" },
  summary: { en: "", fr: "" },
  goals: ["restarted", "greeted"],
};
const words = {
  title: "Once",
  summary: "",
  goals: [
    { id: "restarted", text: text("Restart the server.") },
    { id: "greeted", text: text("Say hello.") },
  ],
  hints: [text("…")],
  body: [],
};
const check = (id: string, kind: string, fields: Record<string, string> = {}) => ({
  id,
  steps: [{ fact: { kind, fields }, none: [] }],
  after: [],
});
const lesson: Lesson = {
  ...outline,
  text: { en: words, fr: words },
  checks: [check("restarted", "server-started"), check("greeted", "log", { message: "hello" })],
  site: { en: {}, fr: {} },
  solution: null,
  steps: { go: [{ kind: "restart" }] },
  marks: { en: {}, fr: {} },
  opens: "a.pih",
  templates: [],
};

function restart(seq: number): TraceEvent {
  return { seq, time: 0, kind: "server-started" } as unknown as TraceEvent;
}

function log(seq: number, message: string): TraceEvent {
  return { seq, time: 0, kind: "log", level: "info", message };
}

async function openLesson({ entries = new Map<string, string>(), work = "a", fails = false } = {}) {
  const events = signal<readonly TraceEvent[]>([]);
  const folded = signal<ReadonlySet<string>>(new Set());
  const said: string[] = [];
  const state = {
    configuration: {},
    browsers: [],
    sessions: [],
    sessionCount: 0,
    race: { holding: false, lanes: [] },
  };
  const app = {
    workspaceId: work,
    lesson: signal("once"),
    workspace: { state: signal(state), events },
    preferences: { language: signal("en") },
    notices: { say: (sentence: string) => said.push(sentence) },
    layout: { part: signal("lesson"), maximised: signal(null), folded },
  } as unknown as AppModel;
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  };
  const progress = createProgress(storage, () => new Date(0));
  const looks: (() => void)[] = [];
  const runs: (readonly Action[])[] = [];
  const answers = { fails };
  const model = createLessonModel(app, {
    course: { parts: [{ id: "p", title: { en: "", fr: "" }, lessons: [outline] }] },
    load: async () => (answers.fails ? Promise.reject(new Error("offline")) : lesson),
    run: (_app, actions, signal) => {
      runs.push(actions);
      return new Promise((resolve) => signal.addEventListener("abort", resolve));
    },
    storage,
    progress,
    whenIdle: (work) => void looks.push(work),
  });
  await settle();
  const lookAgain = () => {
    for (const look of looks.splice(0)) look();
  };
  return {
    model,
    progress,
    events,
    folded,
    said,
    runs,
    answers,
    lookAgain,
    waiting: () => looks.length,
    happen(event: TraceEvent) {
      events.value = [...events.value, event];
    },
  };
}

/** Until promises that are settled have been heard. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}
