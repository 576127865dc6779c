import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { defaultConfiguration } from "../../project/index.ts";
import { type CommandBody, noRace, type WorkspaceState } from "../../protocol/index.ts";
import type { Answer, Connection } from "../connection.ts";
import { en } from "../words/en.ts";
import { createFilesModel, mergeFiles } from "./files.ts";
import { createNotices } from "./notices.ts";
import type { WorkspaceModel } from "./workspace.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("typing reaches the server once, a moment after the last key", async () => {
  const { files, sent } = openFiles({ "a.pih": "" });
  files.edit("a.pih", "h");
  files.edit("a.pih", "hello");
  expect(sent).toEqual([]);
  expect([...files.unsaved.value]).toEqual(["a.pih"]);
  await vi.runAllTimersAsync();
  expect(sent).toEqual([{ kind: "write-file", path: "a.pih", content: "hello" }]);
  expect(files.unsaved.value.size).toBe(0);
});

test("saving writes at once", async () => {
  const { files, sent } = openFiles({ "a.pih": "" });
  files.edit("a.pih", "x");
  expect(await files.save()).toBe(true);
  expect(sent).toHaveLength(1);
});

test("a text that could not be written stays unsaved and is said", async () => {
  const { files, notices, server } = openFiles({ "a.pih": "" });
  server.refuses = true;
  files.edit("a.pih", "x");
  expect(await files.save()).toBe(false);
  expect([...files.unsaved.value]).toEqual(["a.pih"]);
  expect(notices.list.value.map(({ text }) => text)).toEqual(["a.pih could not be saved. The disk is full."]);
});

test("the server's older text never overwrites what is being typed", () => {
  const { files, tell } = openFiles({ "a.pih": "old", "b.pih": "b" });
  files.edit("a.pih", "new");
  tell({ "a.pih": "old", "b.pih": "changed elsewhere" });
  expect(files.files.value.get("a.pih")).toBe("new");
  expect(files.files.value.get("b.pih")).toBe("changed elsewhere");
});

test("a deleted file comes back by Undo, with its text", async () => {
  const { files, notices } = openFiles({ "a.pih": "a", "b.pih": "b" });
  files.active.value = "a.pih";
  await files.remove("a.pih");
  expect(files.paths.value).toEqual(["b.pih"]);
  expect(files.active.value).toBe("b.pih");
  notices.list.value[0]?.action?.run();
  expect(files.files.value.get("a.pih")).toBe("a");
  expect(files.active.value).toBe("a.pih");
});

test("a renamed file is written first and stays open", async () => {
  const { files, sent } = openFiles({ "a.pih": "a" });
  files.edit("a.pih", "newer");
  await files.rename("a.pih", "c.pih");
  expect(sent.map(({ kind }) => kind)).toEqual(["write-file", "rename-file"]);
  expect([...files.files.value]).toEqual([["c.pih", "newer"]]);
  expect(files.active.value).toBe("c.pih");
});

test("the page's last words are sent without waiting", () => {
  const { files, forgotten } = openFiles({ "a.pih": "" });
  files.edit("a.pih", "last");
  files.flush();
  expect(forgotten).toEqual([{ kind: "write-file", path: "a.pih", content: "last" }]);
});

test("merging keeps the order of the tabs, puts new files last and changes nothing without need", () => {
  const ours = new Map([
    ["b", "1"],
    ["a", "2"],
  ]);
  expect(mergeFiles(ours, { a: "2", b: "1" }, new Set())).toBe(ours);
  expect([...mergeFiles(ours, { a: "2", b: "1", c: "3" }, new Set()).keys()]).toEqual(["b", "a", "c"]);
  expect([...mergeFiles(ours, { c: "3" }, new Set(["a"]))]).toEqual([
    ["a", "2"],
    ["c", "3"],
  ]);
});

test("server.ini is the last tab, whatever is added, and no page of the site", () => {
  const { files } = openFiles({ "server.ini": "", "a.pih": "" });
  files.edit("b.pih", "");
  expect(files.paths.value).toEqual(["a.pih", "b.pih", "server.ini"]);
  expect(files.pages.value).toEqual(["a.pih", "b.pih"]);
});

test("half a number typed into server.ini is not written, as half a word of a page is", async () => {
  const { files, sent } = openFiles({ "server.ini": "" });
  files.edit("server.ini", "[server]\nprocesses = 1");
  await vi.advanceTimersByTimeAsync(400);
  expect(sent).toEqual([]);
  files.edit("server.ini", "[server]\nprocesses = 12");
  await vi.runAllTimersAsync();
  expect(sent).toEqual([{ kind: "write-file", path: "server.ini", content: "[server]\nprocesses = 12" }]);
});

test("a file that is not text has a tab, and comes back with all files when its deletion is undone", async () => {
  const { files, sent, notices, server, tell } = openFiles({ "a.pih": "a", "server.ini": "" });
  server.binaries = { "dot.gif": 43 };
  tell(server.files);
  expect(files.paths.value).toEqual(["a.pih", "dot.gif", "server.ini"]);
  files.active.value = "dot.gif";
  await files.remove("dot.gif");
  expect(sent.map(({ kind }) => kind)).toEqual(["read-files", "delete-file"]);
  notices.list.value[0]?.action?.run();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.at(-1)).toMatchObject({
    kind: "replace-files",
    files: { "a.pih": "a", "dot.gif": Uint8Array.of(7) },
  });
});

function openFiles(initial: Record<string, string>) {
  const sent: CommandBody[] = [];
  const forgotten: CommandBody[] = [];
  const server: { files: Record<string, string>; binaries?: Record<string, number>; refuses: boolean } = {
    files: { ...initial },
    refuses: false,
  };
  const state = signal<WorkspaceState | null>(null);
  const stateOf = (files: Record<string, string>): WorkspaceState => ({
    files,
    ...(server.binaries && { binaries: server.binaries }),
    configuration: defaultConfiguration,
    browsers: [],
    sessions: [],
    revision: 1,
    sessionCount: 0,
    events: [],
    running: [],
    race: noRace,
  });
  const send = async (body: CommandBody): Promise<Answer> => {
    sent.push(body);
    if (server.refuses) return { ok: false, reason: "The disk is full.", silent: false };
    if (body.kind === "write-file") server.files = { ...server.files, [body.path]: body.content };
    if (body.kind === "delete-file" || body.kind === "rename-file") {
      const { [body.path]: text = "", ...rest } = server.files;
      server.files = body.kind === "rename-file" ? { ...rest, [body.to]: text } : rest;
    }
    const bytes = { ...server.files, "dot.gif": Uint8Array.of(7) };
    const siteFiles = body.kind === "read-files" ? { siteFiles: bytes } : {};
    return {
      kind: "reply",
      id: 1,
      bootId: "b",
      buildId: "v",
      ok: true,
      state: stateOf(server.files),
      ...siteFiles,
    };
  };
  const connection = {
    status: signal("open"),
    send,
    sendAndForget: (body: CommandBody) => forgotten.push(body),
  } as unknown as Connection;
  const tell = (files: Record<string, string>) => {
    state.value = stateOf(files);
  };
  const workspace = {
    state,
    accept: (next: WorkspaceState) => {
      state.value = next;
    },
  } as unknown as WorkspaceModel;
  const notices = createNotices();
  const preferences = { words: signal(en) };
  const files = createFilesModel({ connection, workspace, notices, preferences, initial });
  return { files, sent, forgotten, notices, server, tell };
}
