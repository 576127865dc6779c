import { signal } from "@preact/signals";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Command, Notice, Reply, WorkspaceState } from "../protocol/index.ts";
import { createConnection, type Wire } from "./connection.ts";

const workspace = "0123456789abcdef0123456789abcdef";

test("a command gets the reply with its number", async () => {
  const wire = fakeWire((command) => reply(command.id));
  const connection = open(wire);
  expect(connection.status.value).toBe("starting");
  expect(await connection.send({ kind: "ping" })).toMatchObject({ ok: true, id: 1 });
  expect(await connection.send({ kind: "ping" })).toMatchObject({ ok: true, id: 2 });
  expect(connection.status.value).toBe("open");
});

test("a command that nobody answers is sent once more, then the server counts as lost", async () => {
  const wire = fakeWire(() => null);
  const connection = open(wire);
  expect(await connection.send({ kind: "ping" })).toEqual({ ok: false, reason: "", silent: true });
  expect(wire.sent.map(({ id }) => id)).toEqual([1, 1]);
  expect(connection.status.value).toBe("lost");
});

test("a worker that wakes up for the second attempt is not lost", async () => {
  let attempts = 0;
  const wire = fakeWire((command) => {
    attempts += 1;
    return attempts === 1 ? null : reply(command.id);
  });
  const connection = open(wire);
  expect((await connection.send({ kind: "ping" })).ok).toBe(true);
  expect(connection.status.value).toBe("open");
});

test("a refusal carries the worker's sentence", async () => {
  const wire = fakeWire(({ id }) => refusal(id, "refused"));
  expect(await open(wire).send({ kind: "ping" })).toEqual({ ok: false, reason: "No.", silent: false });
});

test("a new boot id, in a reply or a notice, calls for opening again", async () => {
  let bootId = "one";
  const wire = fakeWire(({ id }) => ({ ...reply(id), bootId }));
  const connection = open(wire);
  const rebooted = vi.fn();
  connection.onReboot(rebooted);
  await connection.send({ kind: "ping" });
  await connection.send({ kind: "ping" });
  expect(rebooted).not.toHaveBeenCalled();
  bootId = "two";
  await connection.send({ kind: "ping" });
  expect(rebooted).toHaveBeenCalledTimes(1);
  wire.receive({ ...result, bootId: "three" });
  expect(rebooted).toHaveBeenCalledTimes(2);
});

test("of a new run of the worker one hears before one hears what it tells", async () => {
  const wire = fakeWire(({ id }) => reply(id));
  const connection = open(wire);
  await connection.send({ kind: "ping" });
  const heard: string[] = [];
  connection.onNotice(() => heard.push("notice"));
  connection.onReboot(() => heard.push("reboot"));
  wire.receive({ ...result, bootId: "two" });
  expect(heard).toEqual(["reboot", "notice"]);
});

test("what was told right before a reply is heard after it, and before what comes later", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const told = (request: number) => ({ ...result, request });
  const wire = fakeWire(({ id }) => ({ ...reply(id), notices: [told(1), told(2)] }));
  const connection = open(wire);
  const heard: unknown[] = [];
  connection.onNotice((notice) => heard.push(notice.kind === "result" && notice.request));
  await connection.send({ kind: "ping" }).then(() => heard.push("reply"));
  expect(heard).toEqual(["reply"]);
  vi.runAllTimers();
  expect(heard).toEqual(["reply", 1, 2]);
  await connection.send({ kind: "ping" });
  wire.receive(told(3));
  vi.runAllTimers();
  expect(heard).toEqual(["reply", 1, 2, 1, 2, 3]);
});

test("what has happened is heard a frame later, together, and before what was taken back of it", () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const wire = fakeWire(() => null);
  const connection = open(wire);
  const heard: string[] = [];
  connection.onNotice(({ kind }) => heard.push(kind));
  wire.receive(update);
  wire.receive(update);
  expect(heard).toEqual([]);
  vi.runAllTimers();
  expect(heard).toEqual(["update", "update"]);
  wire.receive(update);
  wire.receive(takenBack);
  expect(heard).toEqual(["update", "update", "update", "taken-back"]);
  vi.runAllTimers();
  expect(heard).toHaveLength(4);
});

test("an answer that a frame waits for is heard at once, before what has happened", () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const wire = fakeWire(() => null);
  const connection = open(wire);
  const heard: string[] = [];
  connection.onNotice(({ kind }) => heard.push(kind));
  wire.receive(update);
  wire.receive(result);
  expect(heard).toEqual(["result"]);
  vi.runAllTimers();
  expect(heard).toEqual(["result", "update"]);
});

test("an answer is not heard before the one that was taken back", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const wire = fakeWire(({ id }) => ({ ...reply(id), notices: [update, takenBack] }));
  const connection = open(wire);
  const heard: string[] = [];
  connection.onNotice(({ kind }) => heard.push(kind));
  await connection.send({ kind: "ping" });
  wire.receive(result);
  expect(heard).toEqual(["update", "taken-back", "result"]);
});

test("what happens closely one after the other is heard together, but not too late", () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const wire = fakeWire(() => null);
  const connection = open(wire);
  const heard: number[] = [];
  const start = performance.now();
  connection.onNotice(() => heard.push(performance.now() - start));
  for (let at = 0; at < 40; at += 10) {
    wire.receive(update);
    vi.advanceTimersByTime(10);
  }
  expect(heard).toEqual([]);
  vi.runAllTimers();
  expect(heard).toEqual([46, 46, 46, 46]);
  for (let at = 0; at < 100; at += 10) {
    wire.receive(update);
    vi.advanceTimersByTime(10);
  }
  expect(new Set(heard.slice(4))).toEqual(new Set([96, 146]));
});

test("what is heard together is read once", () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const wire = fakeWire(() => null);
  const connection = open(wire);
  const heard = signal(0);
  const read: number[] = [];
  connection.onNotice(() => {
    heard.value += 1;
  });
  heard.subscribe((count) => read.push(count));
  wire.receive(update);
  wire.receive(update);
  wire.receive(update);
  vi.runAllTimers();
  expect(read).toEqual([0, 3]);
});

test("what a run of the worker has told last is heard before the next run is heard of", async () => {
  let bootId = "one";
  const wire = fakeWire(({ id }) => ({ ...reply(id), bootId }));
  const connection = open(wire);
  await connection.send({ kind: "ping" });
  const heard: string[] = [];
  connection.onNotice(() => heard.push("notice"));
  connection.onReboot(() => heard.push("reboot"));
  wire.receive(update);
  bootId = "two";
  await connection.send({ kind: "ping" });
  expect(heard).toEqual(["notice", "reboot"]);
});

test("a workspace that the worker does not know is opened again", async () => {
  const wire = fakeWire(({ id }) => refusal(id, "no-workspace"));
  const connection = open(wire);
  const rebooted = vi.fn();
  connection.onReboot(rebooted);
  await connection.send({ kind: "restart-server" });
  expect(rebooted).toHaveBeenCalledOnce();
});

test("a worker of another version is told apart", async () => {
  const wire = fakeWire(({ id }) => ({ ...refusal(id, "other-build"), buildId: "v2" }));
  const connection = open(wire);
  const other = vi.fn();
  connection.onOtherBuild(other);
  await connection.send({ kind: "ping" });
  expect(other).toHaveBeenCalledOnce();
});

test("notices of other workspaces, other versions, and strangers' messages are dropped", () => {
  const wire = fakeWire(() => null);
  const connection = open(wire);
  const noticed = vi.fn();
  connection.onNotice(noticed);
  wire.receive({ ...result, workspace: "f".repeat(32) });
  wire.receive({ ...result, buildId: "v2" });
  wire.receive({ hello: "world" });
  wire.receive("text");
  expect(noticed).not.toHaveBeenCalled();
  wire.receive(result);
  expect(noticed).toHaveBeenCalledOnce();
});

const result: Notice = {
  kind: "result",
  workspace,
  bootId: "one",
  buildId: "v1",
  request: 1,
  waitingUrl: "w",
  resultUrl: "r",
};

const takenBack: Notice = { ...result, kind: "taken-back" };

const update: Notice = {
  kind: "update",
  workspace,
  bootId: "one",
  buildId: "v1",
  events: [],
  state: { files: {}, browsers: [], sessions: [], events: [], running: [] } as unknown as WorkspaceState,
};

function open(wire: Wire) {
  return createConnection(wire, { workspace, buildId: "v1", patience: 5 });
}

function reply(id: number): Extract<Reply, { ok: true }> {
  const state = { files: {}, browsers: [], sessions: [], events: [], running: [] };
  return { kind: "reply", id, bootId: "one", buildId: "v1", ok: true, state } as unknown as Extract<
    Reply,
    { ok: true }
  >;
}

function refusal(id: number, problem: Extract<Reply, { ok: false }>["problem"]): Reply {
  return { kind: "reply", id, bootId: "one", buildId: "v1", ok: false, problem, reason: "No." };
}

/** A wire whose worker answers with what `answer` makes of a command; null is silence. */
function fakeWire(answer: (command: Command) => Reply | null) {
  const sent: Command[] = [];
  let receive = (_data: unknown) => {};
  return {
    sent,
    receive: (data: unknown) => receive(data),
    post(command: Command) {
      sent.push(command);
      const back = answer(command);
      if (back !== null) queueMicrotask(() => receive(back));
      return true;
    },
    listen(listener: (data: unknown) => void) {
      receive = listener;
      return () => {};
    },
  };
}
