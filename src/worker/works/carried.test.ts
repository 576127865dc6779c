/** Cookies and sessions that come with a link, and files that are not text. */
import { expect, test } from "vitest";
import type { CarriedState, WorkspaceState } from "../../protocol/index.ts";
import { openSite, type TestSite } from "../test-site.ts";

const page = `<%
session = Session()
print getattr(session, 'name', 'nobody')
%>`;
const files = { "a.pih": page, "server.ini": "[server]\npersistent_session = true\n" };
const cookie = { value: "Ab3dE5gH1jK2mN4p", path: "/", httpOnly: false, secure: false };
/** What CPython 2.7's `pickle.dumps({'name': 'Zoe'})` gives. */
const pickle = "(dp0\nS'name'\np1\nS'Zoe'\np2\ns.";

async function openWith(carried: CarriedState): Promise<{ site: TestSite; state: WorkspaceState }> {
  const site = await openSite(files, { beginning: { carried } });
  const result = await site.command({ kind: "open", files: {} });
  if (!result.ok) throw new Error(result.reason);
  return { site, state: result.state };
}

test("cookies and sessions of a link are there before the first request", async () => {
  const jars = [{ browser: "B", cookies: [{ name: "sessionId", ...cookie }] }];
  const { site, state } = await openWith({ jars, sessions: [{ id: cookie.value, pickle }] });
  expect(state.browsers.map(({ id, cookies }) => [id, cookies.length])).toEqual([
    ["A", 0],
    ["B", 1],
  ]);
  expect(state.sessions).toMatchObject([
    { id: cookie.value, attributes: [{ name: "name", value: "'Zoe'" }] },
  ]);
  expect((await site.read("/a.pih", {}, "B")).trim()).toBe("Zoe");
  site.kill();
  expect((await site.read("/a.pih", {}, "B")).trim()).toBe("Zoe");
});

test("what may not be is left out, and the log says what and how many", async () => {
  const strange = { name: "a b", ...cookie };
  const { state } = await openWith({
    jars: [{ browser: "A", cookies: [strange, { name: "fine", ...cookie }, { ...strange, name: "c;d" }] }],
    sessions: [{ id: "x", pickle: "€" }],
  });
  expect(state.browsers[0]?.cookies.map(({ name }) => name)).toEqual(["fine"]);
  expect(state.sessionCount).toBe(0);
  const told = state.events.filter((event) => event.kind === "log").map((event) => event.message);
  expect(told).toEqual([
    expect.stringMatching(/^The cookie “a b” of the link was left out: .* 2 more were left out\.$/),
  ]);
});

test("more browsers than can be open are left out with their cookies", async () => {
  const jars = [..."ABCDEFGH"].map((browser) => ({ browser, cookies: [{ name: "x", ...cookie }] }));
  const { state } = await openWith({ jars, sessions: [] });
  expect(state.browsers.map(({ id }) => id)).toEqual([..."ABCDEF"]);
});

test("the id of a session leads nowhere but into the folder of sessions", async () => {
  const { state } = await openWith({ jars: [], sessions: [{ id: "../../etc/passwd", pickle }] });
  expect(state.sessions).toMatchObject([{ id: "../../etc/passwd", storage: "disk" }]);
});

test("a file that is not text is served as it is, told by its length, and read back byte for byte", async () => {
  const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0);
  const site = await openSite({ "a.html": "x", "p.png": picture });
  expect(new Uint8Array(await (await site.visit("/p.png")).arrayBuffer())).toEqual(picture);
  site.kill();
  const result = await site.command({ kind: "read-files" });
  if (!result.ok) throw new Error(result.reason);
  expect(result.siteFiles).toMatchObject({ "a.html": "x", "p.png": picture });
  expect(Object.keys(result.state.files)).toEqual(["a.html", "server.ini"]);
  expect(result.state.binaries).toEqual({ "p.png": 6 });
});

test("a picture outlives a work that begins again, and comes back with a version", async () => {
  const picture = Uint8Array.of(1, 2, 255);
  const site = await openSite({ "p.png": picture });
  const result = await site.command({ kind: "begin-again", files: {}, reason: "import" });
  const version = result.ok ? (result.kept ?? 0) : 0;
  const read = await site.command({ kind: "read-version", version });
  expect(read).toMatchObject({ ok: true, versionFiles: { "p.png": picture } });
  await site.command({ kind: "restore-version", version });
  expect(new Uint8Array(await (await site.visit("/p.png")).arrayBuffer())).toEqual(picture);
});
