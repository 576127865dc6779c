import { expect, test } from "vitest";
import { openSite } from "./test-site.ts";

const counter = `<%
session = Session()
if not hasattr(session, 'n'): session.n = 0
session.n = session.n + 1
print session.n
%>`;
const loop = "<%\nn = 0\nwhile True: n = n + 1\n%>";
/** Long enough to outlast any patience of a millisecond, short enough for a step budget. */
const slow = "<%\nfor i in range(300000): pass\nprint 'done'\n%>";

test("a slow page is answered by the waiting page first, and by its own address later", async () => {
  const site = await openSite({ "slow.pih": slow }, { patience: 1 });
  const waiting = await (await site.visit("/slow.pih?x=1")).text();
  expect(waiting).toMatch(/^<!--biscuiterie waiting 1-->/);
  const result = await untilResult(site.notices);
  expect(result.waitingUrl).toBe(`${new URL(site.address("/slow.pih?x=1")).pathname}?x=1`);
  const answer = await (await fetch(new URL(result.resultUrl, site.address("/")))).text();
  expect(answer).toMatch(/^<!--biscuiterie answer 1-->\s*done/);
});

test("reloading a result runs the page again; going Back to it does not", async () => {
  const site = await openSite({ "slow.pih": slow }, { patience: 1 });
  await site.visit("/slow.pih");
  const { resultUrl } = await untilResult(site.notices);
  const open = async (cache: RequestCache) =>
    (await (await fetch(new URL(resultUrl, site.address("/")), { cache })).text()).slice(0, 32);
  expect(await open("default")).toMatch(/answer 1-/);
  expect(await open("force-cache")).toMatch(/answer 1-/);
  expect(await open("reload")).toMatch(/waiting 2-/);
});

test("an endless page can be stopped, and the next one works", async () => {
  const site = await openSite({ "loop.pih": loop, "a.html": "fine" }, { patience: 1 });
  await site.visit("/loop.pih");
  expect(await site.command({ kind: "stop-request", request: 1 })).toMatchObject({ ok: true });
  const { resultUrl } = await untilResult(site.notices);
  expect(await (await fetch(new URL(resultUrl, site.address("/")))).text()).toContain("stopped");
  expect(await site.read("/a.html")).toBe("fine");
});

test("sessions, cookies and files outlive the worker", async () => {
  const site = await openSite({ "n.pih": counter });
  await site.read("/n.pih");
  site.kill();
  expect((await site.read("/n.pih")).trim()).toBe("2");
});

test("the log goes on with its numbers after the worker was stopped", async () => {
  const site = await openSite({ "n.pih": counter });
  await site.read("/n.pih");
  site.kill();
  const reply = await site.command({ kind: "open", files: {} });
  await site.read("/n.pih");
  const known = reply.ok ? reply.state.events : [];
  expect(known.some(({ kind }) => kind === "session-opened")).toBe(true);
  const all = [...known, ...site.events().slice(-3)];
  expect(new Set(all.map(({ seq }) => seq)).size).toBeGreaterThanOrEqual(known.length);
});

test("a page that knew the worker before it was stopped takes the next one's states for newer", async () => {
  const clock = { now: 0 };
  const site = await openSite({ "n.pih": counter }, { now: () => clock.now });
  for (let time = 0; time < 5; time++) await site.command({ kind: "ping" });
  const before = await site.command({ kind: "ping" });
  site.kill();
  clock.now = 1_000;
  const after = await site.command({ kind: "open-browser", browser: "B" });
  if (!before.ok || !after.ok) throw new Error("refused");
  expect(after.state.revision).toBeGreaterThan(before.state.revision);
});

test("a request at work when the worker is stopped goes on in the next one", async () => {
  const site = await openSite({ "slow.pih": slow }, { patience: 1 });
  await site.visit("/slow.pih");
  site.kill();
  site.notices.length = 0;
  await site.command({ kind: "ping" });
  expect((await untilResult(site.notices)).request).toBe(1);
});

test("an image that cannot be read costs sessions, never files", async () => {
  const site = await openSite({ "n.pih": counter });
  await site.command({ kind: "write-file", path: "new.html", content: "mine" });
  const { load } = site.storage;
  site.storage.load = async (id) => {
    const stored = await load(id);
    return stored === null ? null : { ...stored, image: new Uint8Array([1, 2, 3]) };
  };
  site.kill();
  expect(await site.read("/new.html")).toBe("mine");
});

test("storage that fails is told, and the site works on", async () => {
  const site = await openSite({ "n.pih": counter });
  site.storage.problem = () => "The disk is full.";
  await site.read("/n.pih");
  expect((await site.read("/n.pih")).trim()).toBe("2");
  expect(site.notices.at(-1)).toMatchObject({ state: { storageProblem: "The disk is full." } });
});

test("edits, renames and deletes files, and refuses what cannot be", async () => {
  const site = await openSite({ "a.html": "1" });
  expect(await site.command({ kind: "write-file", path: "a.html", content: "2" })).toMatchObject({
    ok: true,
  });
  expect(await site.read("/a.html")).toBe("2");
  await site.command({ kind: "rename-file", path: "a.html", to: "b.html" });
  expect((await site.visit("/a.html")).status).toBe(404);
  await site.command({ kind: "delete-file", path: "b.html" });
  expect((await site.visit("/b.html")).status).toBe(404);
  const refused = await site.command({ kind: "write-file", path: "../x", content: "" });
  expect(refused).toMatchObject({ ok: false });
});

test("restarting the server loses memory, and the state says so", async () => {
  const site = await openSite({ "n.pih": counter });
  await site.read("/n.pih");
  const before = await site.command({ kind: "ping" });
  expect(before).toMatchObject({ state: { sessions: [{ storage: "memory", process: 1 }] } });
  const after = await site.command({ kind: "restart-server" });
  expect(after).toMatchObject({ state: { sessions: [] } });
  expect((await site.read("/n.pih")).trim()).toBe("1");
});

test("persistent sessions are on the disk, survive a restart, and name their writer", async () => {
  const site = await openSite({ "n.pih": counter });
  await site.command({ kind: "configure", changes: { persistent_session: true } });
  await site.read("/n.pih");
  const state = await site.command({ kind: "restart-server" });
  expect(state).toMatchObject({
    state: {
      sessions: [{ storage: "disk", attributes: [{ name: "n", value: "1", type: "int", writtenBy: 1 }] }],
    },
  });
  expect((await site.read("/n.pih")).trim()).toBe("2");
});

test("a reset forgets files, cookies and sessions, and numbers requests on", async () => {
  const site = await openSite({ "n.pih": counter });
  await site.read("/n.pih");
  const reply = await site.command({ kind: "reset", files: { "n.pih": counter } });
  expect(reply).toMatchObject({ state: { browsers: [{ id: "A", cookies: [] }], sessions: [] } });
  const response = await site.visit("/n.pih");
  expect(await response.text()).toMatch(/^<!--biscuiterie answer 2-->/);
});

test("a server that begins, or begins again, says so, with its warning", async () => {
  const ini = "[server]\nserver = multithread\n";
  const site = await openSite({ "n.pih": counter, "server.ini": ini });
  const told = () =>
    site
      .events()
      .flatMap((event) =>
        event.kind === "log" ? [event.level] : event.kind === "server-started" ? [event.server] : [],
      );
  expect(told()).toEqual(["multithread", "warning"]);
  await site.command({ kind: "reset", files: { "n.pih": counter, "server.ini": ini } });
  expect(told().slice(2)).toEqual(["info", "multithread", "warning"]);
});

test("events are numbered without gaps and start with the server", async () => {
  const site = await openSite({ "n.pih": counter });
  await site.read("/n.pih");
  const events = site.events();
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
  expect(events[0]?.kind).toBe("server-started");
  expect(events.filter(({ kind }) => kind === "request")).toHaveLength(1);
});

interface Result {
  request: number;
  waitingUrl: string;
  resultUrl: string;
}

/** The first `result` notice, as soon as there is one. */
async function untilResult(notices: readonly { kind: string }[]): Promise<Result> {
  for (;;) {
    const result = notices.find(({ kind }) => kind === "result");
    if (result !== undefined) return result as Result & { kind: string };
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test("what a page has changed among the built-in names outlives the worker, as what it has not changed does", async () => {
  const site = await openSite({
    "change.pih": "<% import __builtin__\n__builtin__.answer = 42\ndel __builtin__.len %>",
    "look.pih": "<% print answer, len, max %>",
  });
  expect(await site.read("/look.pih")).toMatch(/name .*answer.* is not defined/);
  await site.read("/change.pih");
  site.kill();
  expect(await site.read("/look.pih")).toMatch(/name .*len.* is not defined/);
  await site.command({ kind: "write-file", path: "look.pih", content: "<% print answer, max %>" });
  expect(await site.read("/look.pih")).toContain("42 <built-in function max>");
});
