/** The panel's model against a worker that answers when told to. */
import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import type { CommandBody, SessionView, WorkspaceState } from "../../protocol/index.ts";
import type { Answer } from "../connection.ts";
import { createSessionsModel } from "./sessions.ts";

function session(n: number): SessionView {
  return { id: `s${n}`, storage: "memory", process: 1, created: n, lastUsed: n, attributes: [] };
}

function stateOf(sessionCount: number, sessions: SessionView[] = []): WorkspaceState {
  return { sessionCount, sessions, browsers: [], running: [], events: [] } as unknown as WorkspaceState;
}

function openModel(count: number) {
  const sent: CommandBody[] = [];
  const state = signal<WorkspaceState | null>(stateOf(count));
  let all = Array.from({ length: count }, (_, n) => session(n));
  const send = async (body: CommandBody): Promise<Answer> => {
    sent.push(body);
    const answer = {
      kind: "reply",
      id: 1,
      bootId: "",
      buildId: "",
      ok: true,
      state: stateOf(count),
    } as const;
    if (body.kind !== "list-sessions") return { ...answer, session: null };
    const fitting = all.filter(({ id }) => id.includes(body.filter));
    const rows = fitting.slice(body.from, body.from + body.count);
    return { ...answer, sessions: { from: body.from, total: fitting.length, rows } };
  };
  const model = createSessionsModel({
    connection: { send } as never,
    workspace: { state, accept: () => {} } as never,
  });
  return {
    model,
    sent,
    state,
    lists: () => sent.flatMap((body) => (body.kind === "list-sessions" ? [[body.filter, body.from]] : [])),
    replace(sessions: SessionView[]) {
      all = sessions;
      state.value = stateOf(sessions.length);
    },
  };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

test("a few sessions are in the state: nothing is asked", async () => {
  const { model, sent } = openModel(50);
  model.show({ from: 0, to: 10 });
  await turn();
  expect(model.isWhole.value).toBe(true);
  expect(sent).toEqual([]);
});

test("of many, only the windows in sight are brought", async () => {
  const { model, lists } = openModel(1000);
  model.show({ from: 95, to: 110 });
  await turn();
  expect(lists()).toEqual([
    ["", 50],
    ["", 100],
  ]);
  expect(model.rowAt(99)?.id).toBe("s99");
  expect(model.rowAt(100)?.id).toBe("s100");
  expect(model.rowAt(0)).toBeUndefined();
  expect(model.total.value).toBe(1000);
});

test("what is in sight is brought again when something happened, and nothing once the panel is closed", async () => {
  const { model, lists, replace } = openModel(1000);
  model.show({ from: 0, to: 10 });
  await turn();
  replace(Array.from({ length: 1000 }, (_, n) => session(n + 1)));
  await turn();
  expect(model.rowAt(0)?.id).toBe("s1");
  const asked = lists().length;
  model.show(null);
  replace([]);
  await turn();
  expect(lists().length).toBe(asked);
});

test("a filter asks the worker, and rows of another filter are gone at once", async () => {
  const { model } = openModel(1000);
  model.show({ from: 0, to: 10 });
  await turn();
  model.filter.value = "s99";
  expect(model.rowAt(0)).toBeUndefined();
  await turn();
  expect(model.total.value).toBe(11);
  expect(model.rowAt(1)?.id).toBe("s990");
});

test("what the worker refuses is told, and a silent worker too", async () => {
  const connection = {
    send: async ({ kind }: CommandBody): Promise<Answer> =>
      kind === "write-session"
        ? { ok: false, reason: "no such file", silent: false }
        : { ok: false, reason: "", silent: true },
  };
  const model = createSessionsModel({
    connection: connection as never,
    workspace: { state: signal(stateOf(1)), accept: () => {} } as never,
  });
  expect(await model.write(session(1), "text")).toBe("no such file");
  expect(await model.delete(session(1))).toBe("");
});

test("sessions are open while few and folded when many, until the learner says otherwise", () => {
  const few = openModel(3).model;
  expect(few.isOpen(session(1))).toBe(true);
  few.toggle(session(1));
  expect([few.isOpen(session(1)), few.isOpen(session(2))]).toEqual([false, true]);
  const many = openModel(300).model;
  expect(many.isOpen(session(1))).toBe(false);
  many.toggle(session(1));
  expect(many.isOpen(session(1))).toBe(true);
});
