/** Many visits by browsers that are forgotten, and what a page hears of a thousand sessions. */
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import type { CrowdView, WorkspaceState } from "../protocol/index.ts";
import { createStickyStorage, openSite, type TestSite } from "./test-site.ts";
import type { CommandResult } from "./workspace.ts";

const hello = "<% session = Session()\nsession.name = _name %>";
const show = "<% session = Session()\nprint getattr(session, 'name', 'nobody') %>";
const site = () => openSite({ "hello.pih": hello, "show.pih": show });

function stateOf(result: CommandResult): WorkspaceState {
  if (!result.ok) throw new Error(result.reason);
  return result.state;
}

async function state({ command }: TestSite): Promise<WorkspaceState> {
  return stateOf(await command({ kind: "ping" }));
}

/** Sends a crowd and waits for its end. */
async function visitMany(site: TestSite, count: number, path = "/hello.pih?name=v{n}"): Promise<CrowdView> {
  expect(await site.command({ kind: "visit-many", count, path })).toMatchObject({ ok: true });
  return untilOver(site);
}

async function untilOver(site: TestSite): Promise<CrowdView> {
  for (;;) {
    const { crowd } = await state(site);
    if (crowd !== undefined && crowd.state !== "running") return crowd;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const list = (filter = "", from = 0, count = 50) => ({ kind: "list-sessions", filter, from, count }) as const;

async function names(site: TestSite, filter: string, from = 0): Promise<unknown[]> {
  const result = await site.command(list(filter, from));
  if (!result.ok || result.sessions === undefined) throw new Error("no list");
  return result.sessions.rows.map(({ attributes }) => attributes[0]?.value);
}

test("a crowd of visitors makes as many sessions, and nothing else of theirs stays", async () => {
  const opened = await site();
  expect(await visitMany(opened, 120)).toMatchObject({
    done: 120,
    created: 120,
    evicted: 0,
    failed: 0,
    state: "done",
  });
  const { sessionCount, browsers, sessions, running } = await state(opened);
  expect({ sessionCount, browsers, sessions, running }).toEqual({
    sessionCount: 120,
    browsers: [{ id: "A", cookies: [] }],
    sessions: [],
    running: [],
  });
  expect(opened.events().filter(({ kind }) => kind === "request" || kind === "session-opened")).toEqual([]);
  expect(opened.events().filter(({ kind }) => kind === "log")).toMatchObject([
    { message: "120 visits of /hello.pih?name=v{n} by fresh browsers: 120 sessions created, 0 evicted." },
  ]);
});

test.each([false, true])(
  "at the cap the oldest goes by name, and its browser comes back to an empty session (persistent: %s)",
  async (persistent_session) => {
    const opened = await site();
    await opened.command({ kind: "configure", changes: { max_sessions: 30, persistent_session } });
    await opened.read("/hello.pih?name=Ada");
    const [key] = (await state(opened)).browsers[0]?.cookies ?? [];
    expect(await visitMany(opened, 40)).toMatchObject({ created: 40, evicted: 11 });
    expect((await state(opened)).sessionCount).toBe(30);
    expect(opened.events().filter(({ kind }) => kind === "session-evicted")).toMatchObject([
      { session: key?.value, cap: 30 },
    ]);
    expect(await names(opened, "", 0)).toEqual(Array.from({ length: 30 }, (_, at) => `'v${at + 11}'`));
    expect((await opened.read("/show.pih")).trim()).toBe("nobody");
  },
);

test("a window of the list, and a filter by value, id and browser", async () => {
  const opened = await site();
  await opened.read("/hello.pih?name=Ada");
  await visitMany(opened, 300);
  const { sessions, sessionCount } = await state(opened);
  expect(sessionCount).toBe(301);
  // Of many, only what a browser holds the key of.
  expect(sessions).toMatchObject([{ attributes: [{ name: "name", value: "'Ada'", writtenBy: 1 }] }]);
  expect(await opened.command(list("", 298))).toMatchObject({ sessions: { from: 298, total: 301 } });
  expect(await names(opened, "", 298)).toEqual(["'v298'", "'v299'", "'v300'"]);
  expect(await names(opened, "V29", 1)).toEqual([..."0123456789"].map((digit) => `'v29${digit}'`));
  expect(await names(opened, "A")).toEqual(["'Ada'"]);
  expect(await names(opened, sessions[0]?.id ?? "")).toEqual(["'Ada'"]);
  expect(await names(opened, "nowhere")).toEqual([]);
});

test("an event with a thousand sessions says little of them", async () => {
  const opened = await site();
  await visitMany(opened, 1000);
  opened.notices.length = 0;
  await opened.read("/show.pih");
  const [notice] = opened.notices.filter(({ kind }) => kind === "update");
  expect(JSON.stringify(notice).length).toBeLessThan(5_000);
});

test("stopped visitors stop, and the rest is told", async () => {
  const opened = await site();
  await opened.command({ kind: "visit-many", count: 100_000, path: "/hello.pih?name=v{n}" });
  await opened.command({ kind: "stop-visits" });
  const crowd = await untilOver(opened);
  expect(crowd).toMatchObject({ state: "stopped", failed: 0 });
  expect(crowd.done).toBeLessThan(100_000);
  expect(await visitMany(opened, 3)).toMatchObject({ done: 3, state: "done" });
});

test("visitors on their way when the worker is stopped go on in the next one", async () => {
  const opened = await site();
  await opened.command({ kind: "visit-many", count: 400, path: "/hello.pih?name=v{n}" });
  await opened.read("/show.pih");
  opened.kill();
  expect(await untilOver(opened)).toMatchObject({ done: 400, created: 400, state: "done" });
  expect((await state(opened)).sessionCount).toBe(401);
});

test("a crowd that a page has heard of outlives the worker, however slow the disk is", async () => {
  const { storage, disk } = createStickyStorage();
  const opened = await openSite({ "hello.pih": hello }, { storage });
  disk.isStuck = true;
  void opened.command({ kind: "visit-many", count: 400, path: "/hello.pih?name=v{n}" });
  for (let turn = 0; turn < 20; turn++) await setImmediate();
  const told = opened.notices.filter(
    (notice) => notice.kind === "update" && notice.state.crowd !== undefined,
  );
  expect(told).toEqual([]);
});

test("real browsers are answered in between", async () => {
  const opened = await site();
  await opened.command({ kind: "visit-many", count: 100_000, path: "/hello.pih?name=v{n}" });
  expect((await opened.read("/show.pih")).trim()).toBe("nobody");
  expect((await state(opened)).crowd?.state).toBe("running");
  await opened.command({ kind: "stop-visits" });
  await untilOver(opened);
});

test("visits that fail are counted, once each", async () => {
  const opened = await site();
  expect(await visitMany(opened, 5, "/hello.pih")).toMatchObject({ done: 5, failed: 5 });
  await opened.command({ kind: "configure", changes: { error_status: 500 } });
  expect(await visitMany(opened, 5, "/hello.pih")).toMatchObject({ done: 5, failed: 5 });
  expect(await visitMany(opened, 5, "/nothing.pih")).toMatchObject({ created: 0, failed: 5 });
});

test.each(["hello.pih", "//elsewhere.example/", "http://elsewhere.example/"])(
  "refuses visits of %s",
  async (path) => {
    const opened = await site();
    expect(await opened.command({ kind: "visit-many", count: 1, path })).toMatchObject({
      ok: false,
      reason: expect.stringContaining("is not a page of this site"),
    });
  },
);

test("one crowd at a time, and the same one twice is one", async () => {
  const opened = await site();
  const crowd = { kind: "visit-many", count: 5000, path: "/hello.pih?name=x" } as const;
  expect(await opened.command(crowd)).toMatchObject({ ok: true });
  expect(await opened.command(crowd)).toMatchObject({ ok: true });
  expect(await opened.command({ ...crowd, count: 6 })).toMatchObject({ ok: false });
  await opened.command({ kind: "stop-visits" });
  await untilOver(opened);
});

test("a reset sends the crowd home", async () => {
  const opened = await site();
  await opened.command({ kind: "visit-many", count: 5000, path: "/hello.pih?name=x" });
  expect(stateOf(await opened.command({ kind: "reset", files: { "show.pih": show } }))).toMatchObject({
    sessionCount: 0,
  });
  expect((await state(opened)).crowd).toBeUndefined();
});

const cart = "<% session = Session()\nsession.cart = [1, {'title': u'caf\\xe9', 'tags': ('a',)}] %>";

test("one session in full: its file, and what is inside of its values", async () => {
  const opened = await openSite({ "cart.pih": cart });
  await opened.command({ kind: "configure", changes: { persistent_session: true } });
  await opened.read("/cart.pih");
  const [session] = (await state(opened)).sessions;
  expect(session).not.toHaveProperty("pickle");
  const place = { session: session?.id ?? "", storage: "disk" } as const;
  expect(await opened.command({ kind: "read-session", ...place })).toMatchObject({
    session: {
      pickle: expect.stringMatching(/^\(dS'cart'\n/),
      attributes: [
        {
          name: "cart",
          type: "list",
          parts: [
            { name: "[0]", value: "1" },
            {
              name: "[1]",
              parts: [
                { name: "'title'", value: "u'caf\\xe9'" },
                { name: "'tags'", parts: [{ name: "[0]", value: "'a'" }] },
              ],
            },
          ],
        },
      ],
    },
  });
  expect(await opened.command({ kind: "read-session", ...place, session: "x" })).toMatchObject({
    session: null,
  });
});

test.each([false, true])("a session can be deleted (persistent: %s)", async (persistent_session) => {
  const opened = await site();
  await opened.command({ kind: "configure", changes: { persistent_session } });
  await opened.read("/hello.pih?name=Ada");
  const [session] = (await state(opened)).sessions;
  const { id = "", storage = "memory", process } = session ?? {};
  const place = { session: id, storage, ...(process !== undefined && { process }) };
  expect(await opened.command({ kind: "delete-session", ...place })).toMatchObject({
    state: { sessions: [] },
  });
  expect(await opened.command({ kind: "delete-session", ...place })).toMatchObject({
    ok: false,
    reason: expect.stringContaining("is gone already"),
  });
  expect((await opened.read("/show.pih")).trim()).toBe("nobody");
});

test("a session's file can be written by hand: right, or damaged", async () => {
  const opened = await site();
  await opened.command({ kind: "configure", changes: { persistent_session: true } });
  await opened.read("/hello.pih?name=Ada");
  const session = (await state(opened)).sessions[0]?.id ?? "";
  const write = (content: string) => opened.command({ kind: "write-session", session, content });
  expect(await write("(dS'name'\nS'Eve'\ns.")).toMatchObject({
    state: { sessions: [{ bytes: 19, attributes: [{ name: "name", value: "'Eve'" }] }] },
  });
  expect((await opened.read("/show.pih")).trim()).toBe("Eve");
  expect(await write("(dS'name'\nS'Eve'")).toMatchObject({
    state: { sessions: [{ attributes: [], damaged: expect.stringContaining("line 2") }] },
  });
  expect(await write("\u20ac")).toMatchObject({
    ok: false,
    reason: expect.stringContaining("is not a byte"),
  });
  expect(await opened.command({ kind: "write-session", session: "x", content: "." })).toMatchObject({
    ok: false,
    reason: "There is no file sessions/x on the disk any more.",
  });
});

test.each(["multithread", "multiprocess", "cgi"] as const)("a crowd on a %s server", async (server) => {
  const opened = await site();
  await opened.command({ kind: "configure", changes: { server, persistent_session: true } });
  expect(await visitMany(opened, 60)).toMatchObject({ done: 60, created: 60, failed: 0 });
  expect((await state(opened)).sessionCount).toBe(60);
});

test("sessions in the memories of several processes are listed one process after the other", async () => {
  const opened = await site();
  await opened.command({ kind: "configure", changes: { server: "multiprocess", processes: 3 } });
  await visitMany(opened, 90);
  const result = await opened.command(list("", 0, 90));
  const processes = result.ok ? (result.sessions?.rows.map(({ process }) => process) ?? []) : [];
  expect(processes).toHaveLength(90);
  expect(processes).toEqual(processes.toSorted());
  expect(new Set(processes).size).toBe(3);
});

test("visitors of a page with a standard module wait for it like anyone", async () => {
  const opened = await openSite({
    "m.pih": "<% import json\nsession = Session()\nsession.x = json.dumps([1]) %>",
  });
  expect(await visitMany(opened, 20, "/m.pih")).toMatchObject({ done: 20, created: 20, failed: 0 });
});

test("visitors go on when the server is restarted under them", async () => {
  const opened = await site();
  await opened.command({ kind: "visit-many", count: 500, path: "/hello.pih?name=v{n}" });
  await opened.command({ kind: "restart-server" });
  expect(await untilOver(opened)).toMatchObject({ done: 500, state: "done" });
});
