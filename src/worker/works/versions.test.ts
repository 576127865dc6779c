/** What is put in the place of a work can be undone. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { CommandBody, VersionView, WorkspaceState } from "../../protocol/index.ts";
import { createMemoryStorage, type Storage } from "../storage.ts";
import { openSite, type TestSite } from "../test-site.ts";
import { EDITS_APART, VERSIONS_KEPT } from "./versions.ts";

const counter = `<%
session = Session()
if not hasattr(session, 'n'): session.n = 0
session.n = session.n + 1
print session.n
%>`;
const files = { "n.pih": counter, "a.html": "first" };

async function stateOf(site: TestSite, body: CommandBody = { kind: "ping" }): Promise<WorkspaceState> {
  const result = await site.command(body);
  if (!result.ok) throw new Error(result.reason);
  return result.state;
}

async function versionsOf(site: TestSite): Promise<VersionView[]> {
  const result = await site.command({ kind: "list-versions" });
  if (!result.ok) throw new Error(result.reason);
  return result.versions ?? [];
}

async function keptBy(site: TestSite, body: CommandBody): Promise<number> {
  const result = await site.command(body);
  if (!result.ok || result.kept === undefined) throw new Error("no version was kept");
  return result.kept;
}

/** What storage has of the work: the image of its world, its log and its answers. */
async function storedOf({ storage, workspace }: TestSite) {
  const stored = await storage.load(workspace);
  if (stored === null) throw new Error("nothing is stored");
  const answers = stored.answers.toSorted((a, b) => a.request - b.request);
  return { ...stored, answers };
}

test("a work that began again goes back to what it was: sessions, cookies, log and answers", async () => {
  const site = await openSite(files);
  await site.visit("/n.pih");
  const before = await storedOf(site);
  const version = await keptBy(site, { kind: "begin-again", files, reason: "reset" });
  expect((await stateOf(site)).sessionCount).toBe(0);
  const state = await stateOf(site, { kind: "restore-version", version });
  expect(state.sessionCount).toBe(1);
  expect(state.events).toEqual(before.events);
  expect(await storedOf(site)).toEqual(before);
  expect((await site.read("/n.pih")).trim()).toBe("2");
});

test("going back is a version itself, and outlives the worker", async () => {
  const site = await openSite(files);
  await site.visit("/n.pih");
  const first = await keptBy(site, { kind: "begin-again", files: { "b.html": "other" }, reason: "reset" });
  await site.visit("/b.html");
  const second = await keptBy(site, { kind: "restore-version", version: first });
  site.kill();
  const state = await stateOf(site, { kind: "restore-version", version: second });
  expect(Object.keys(state.files)).toEqual(["b.html", "server.ini"]);
  expect(state.sessionCount).toBe(0);
  expect((await versionsOf(site)).map(({ reason, whole }) => [reason, whole])).toEqual([
    ["restore", true],
    ["restore", true],
    ["reset", true],
  ]);
});

test("no request gets the number of another, however often the work goes back", async () => {
  const site = await openSite(files);
  const version = await keptBy(site, { kind: "begin-again", files, reason: "reset" });
  await site.visit("/n.pih");
  await site.visit("/n.pih");
  await stateOf(site, { kind: "restore-version", version });
  site.notices.length = 0;
  await site.visit("/n.pih");
  expect(site.events().find(({ kind }) => kind === "request")?.request).toBe(3);
});

test("files are replaced with a version kept; cookies and sessions stay, and the configuration follows", async () => {
  const site = await openSite(files);
  await site.visit("/n.pih");
  const solution = { "n.pih": counter, "b.html": "new", "server.ini": "[server]\nmax_sessions = 7\n" };
  const version = await keptBy(site, { kind: "replace-files", files: solution, reason: "solution" });
  const state = await stateOf(site);
  expect(Object.keys(state.files)).toEqual(["n.pih", "b.html", "server.ini"]);
  expect(state.configuration.max_sessions).toBe(7);
  expect(state.sessionCount).toBe(1);
  const result = await site.command({ kind: "read-version", version });
  expect(result).toMatchObject({ ok: true, versionFiles: files });
});

test("wrong files are refused, and no version is kept", async () => {
  const site = await openSite(files);
  for (const kind of ["begin-again", "replace-files"] as const)
    expect(await site.command({ kind, files: { "../x": "" }, reason: "reset" })).toMatchObject({ ok: false });
  expect(await versionsOf(site)).toEqual([]);
});

test("a message that is sent once more, because its answer was not heard, is done once", async () => {
  const site = await openSite(files);
  await site.visit("/n.pih");
  const body: CommandBody = { kind: "begin-again", files: { "b.html": "" }, reason: "reset" };
  const first = await keptBy(site, body);
  expect(await keptBy(site, body)).toBe(first);
  expect(await versionsOf(site)).toHaveLength(1);
  await site.visit("/b.html");
  expect(await keptBy(site, body)).toBe(first + 1);
});

test("a version that is not kept is refused in a sentence", async () => {
  const site = await openSite(files);
  for (const kind of ["restore-version", "read-version"] as const)
    expect(await site.command({ kind, version: 9 })).toMatchObject({ ok: false, reason: /no longer kept/ });
});

test("the first edit keeps the files as they were, and the next ones only after some minutes", async () => {
  const clock = { now: 1_000_000 };
  const site = await openSite(files, { now: () => clock.now });
  const edit = (content: string) => stateOf(site, { kind: "write-file", path: "a.html", content });
  await edit("second");
  await edit("third");
  clock.now += EDITS_APART;
  await edit("fourth");
  const [last, first, ...more] = await versionsOf(site);
  expect(more).toEqual([]);
  expect([last, first].map((version) => [version?.reason, version?.whole])).toEqual([
    ["edited", false],
    ["edited", false],
  ]);
  const textOf = async (version = 0) => {
    const result = await site.command({ kind: "read-version", version });
    return result.ok ? result.versionFiles?.["a.html"] : result.reason;
  };
  expect(await textOf(first?.id)).toBe("first");
  expect(await textOf(last?.id)).toBe("third");
});

test("an edit that changes nothing keeps nothing, and a worker that was stopped remembers when it last kept one", async () => {
  const site = await openSite(files, { now: () => 1_000_000 });
  await stateOf(site, { kind: "write-file", path: "a.html", content: "first" });
  expect(await versionsOf(site)).toEqual([]);
  await stateOf(site, { kind: "write-file", path: "a.html", content: "second" });
  expect(await versionsOf(site)).toHaveLength(1);
  site.kill();
  await stateOf(site, { kind: "write-file", path: "a.html", content: "third" });
  expect(await versionsOf(site)).toHaveLength(1);
});

test("going back to edited files leaves cookies and sessions alone", async () => {
  const site = await openSite(files);
  await stateOf(site, { kind: "write-file", path: "a.html", content: "second" });
  const [edited] = await versionsOf(site);
  await site.visit("/n.pih");
  const state = await stateOf(site, { kind: "restore-version", version: edited?.id ?? 0 });
  expect(state.files["a.html"]).toBe("first");
  expect(state.sessionCount).toBe(1);
});

test("of too many versions the oldest edited ones go first, with what is in them", async () => {
  const clock = { now: 1_000_000 };
  const site = await openSite(files, { now: () => clock.now });
  await keptBy(site, { kind: "begin-again", files, reason: "reset" });
  for (let edits = 0; edits < VERSIONS_KEPT + 2; edits++) {
    clock.now += EDITS_APART;
    await stateOf(site, { kind: "write-file", path: "a.html", content: String(edits) });
    await versionsOf(site);
  }
  const versions = await versionsOf(site);
  expect(versions).toHaveLength(VERSIONS_KEPT);
  expect(versions.at(-1)?.reason).toBe("reset");
  const contents = await site.storage.readRows("contents", site.workspace);
  expect(contents.map(({ id }) => id)).toEqual(versions.map(({ id }) => id).reverse());
});

test("where nothing can be stored the work begins again all the same, and says that there is no way back", async () => {
  const memory = createMemoryStorage();
  let isFull = false;
  const storage: Storage = {
    ...memory,
    commit: (...args) => (isFull ? Promise.resolve(false) : memory.commit(...args)),
    problem: () => (isFull ? "The storage is full." : null),
  };
  const site = await openSite(files, { storage });
  isFull = true;
  const result = await site.command({ kind: "begin-again", files, reason: "reset" });
  expect(result).toMatchObject({ ok: true });
  expect(result).not.toHaveProperty("kept");
  isFull = false;
  expect(await versionsOf(site)).toEqual([]);
});

test("a request that was held when the work began again waits again after going back", async () => {
  const site = await openSite(files);
  await stateOf(site, { kind: "hold", on: true });
  await site.visit("/n.pih");
  const version = await keptBy(site, { kind: "begin-again", files, reason: "reset" });
  expect((await stateOf(site)).running).toEqual([]);
  site.notices.length = 0;
  const state = await stateOf(site, { kind: "restore-version", version });
  expect(state.race.lanes).toHaveLength(1);
  await site.command({ kind: "list-versions" });
  expect(site.notices.some(({ kind }) => kind === "taken-back")).toBe(true);
  await stateOf(site, { kind: "race-run-all" });
  expect((await stateOf(site, { kind: "hold", on: false })).sessionCount).toBe(1);
});

test("an image that cannot be read any more costs cookies and sessions, never the files, and the log says so", async () => {
  const site = await openSite(files);
  await site.visit("/n.pih");
  const version = await keptBy(site, { kind: "begin-again", files: { "b.html": "" }, reason: "reset" });
  const [content] = await site.storage.readRows("contents", site.workspace, version);
  if (content?.rest === undefined) throw new Error("not whole");
  const rest = { ...content.rest, image: new Uint8Array(3) };
  await site.storage.writeRows([{ store: "contents", put: { ...content, rest } }]);
  const state = await stateOf(site, { kind: "restore-version", version });
  expect(state.files["a.html"]).toBe("first");
  expect(state.events.some((event) => event.kind === "log" && /cannot be read/.test(event.message))).toBe(
    true,
  );
});

type Deed = (site: TestSite) => Promise<unknown>;
const commandDeed =
  (body: CommandBody): Deed =>
  (site) =>
    site.command(body);
const deeds: Deed[] = [
  (site) => site.visit("/n.pih"),
  (site) => site.visit("/n.pih", {}, "B"),
  (site) => site.visit("/a.html"),
  (site) => site.visit("/nothing"),
  (site) => site.visit("/n.pih", { method: "POST", body: "x=1" }),
  async (site) => site.kill(),
  commandDeed({ kind: "write-file", path: "a.html", content: "other" }),
  commandDeed({ kind: "delete-file", path: "a.html" }),
  commandDeed({ kind: "write-file", path: "server.ini", content: "[server]\nserver = nonsense\n" }),
  commandDeed({ kind: "configure", changes: { persistent_session: true } }),
  commandDeed({ kind: "configure", changes: { server: "multiprocess", processes: 2 } }),
  commandDeed({ kind: "restart-server" }),
  commandDeed({ kind: "open-browser", browser: "B" }),
  commandDeed({ kind: "close-browser", browser: "A" }),
  commandDeed({ kind: "delete-cookie", browser: "A" }),
  commandDeed({ kind: "hold", on: true }),
  commandDeed({ kind: "hold", on: false }),
  commandDeed({ kind: "log-in", browser: "A", user: "a", password: "b" }),
];

test("beginning again and going back is exact, whatever has happened before", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...deeds), { maxLength: 8 }), async (history) => {
      const site = await openSite(files, { now: () => 1_000_000 });
      for (const deed of history) await deed(site);
      await site.command({ kind: "open", files: {} });
      const before = await storedOf(site);
      const state = await stateOf(site, { kind: "open", files: {} });
      const version = await keptBy(site, { kind: "begin-again", files: { "b.html": "" }, reason: "reset" });
      const restored = await stateOf(site, { kind: "restore-version", version });
      expect(await storedOf(site)).toEqual(before);
      expect({ ...restored, revision: 0 }).toEqual({ ...state, revision: 0 });
    }),
    { numRuns: 60 },
  );
});
