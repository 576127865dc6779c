import { expect, test } from "vitest";
import { openSite } from "./test-site.ts";

const text = "; my server\n[server]\nprocesses = 3\n";
const page = "<%\nsession = Session()\nsession.n = 1\n%>";

test("a new site has a server.ini, last of its files, that says the configuration in force", async () => {
  const site = await openSite({ "b.html": "", "a.html": "" });
  const state = await stateOf(site);
  expect(Object.keys(state.files)).toEqual(["b.html", "a.html", "server.ini"]);
  expect(state.files["server.ini"]).toContain("[server]\npersistent_session = off\nserver = monoprocess\n");
});

test("writing server.ini changes the configuration", async () => {
  const site = await openSite({ "server.ini": text });
  await write(site, `${text}persistent_session = on\n`);
  expect((await stateOf(site)).configuration).toMatchObject({ persistent_session: true, processes: 3 });
});

test("while a line is wrong the text is kept and nothing changes on the server", async () => {
  const site = await openSite({ "n.pih": page, "server.ini": text });
  await site.visit("/n.pih");
  await write(site, "[server]\nserver = cg\nprocesses = 9\n");
  const state = await stateOf(site);
  expect(state.files["server.ini"]).toBe("[server]\nserver = cg\nprocesses = 9\n");
  expect(state.configuration).toMatchObject({ server: "monoprocess", processes: 3 });
  expect(state.sessions).toHaveLength(1);
  expect(site.events().some(({ kind }) => kind === "server-stopped")).toBe(false);
});

test("a control rewrites one line of the text", async () => {
  const site = await openSite({ "server.ini": text });
  await site.command({ kind: "configure", changes: { processes: 5, error_status: 500 } });
  const state = await stateOf(site);
  expect(state.files["server.ini"]).toBe("; my server\n[server]\nprocesses = 5\nerror_status = 500\n");
  expect(state.configuration).toMatchObject({ processes: 5, error_status: 500 });
});

test("a control mends its own line, and is refused while another one is wrong", async () => {
  const site = await openSite({ "server.ini": "[server]\nprocesses = many\n" });
  expect(await site.command({ kind: "configure", changes: { error_status: 500 } })).toEqual({
    ok: false,
    reason:
      "Line 2 of server.ini has to be corrected first: “processes” cannot be “many”. Write a whole number from 1 to 16.",
  });
  expect(await site.command({ kind: "configure", changes: { processes: 3 } })).toMatchObject({
    state: { files: { "server.ini": "[server]\nprocesses = 3\n" } },
  });
});

test("text and configuration outlive the worker, and an image that cannot be read", async () => {
  const site = await openSite({ "a.html": "" });
  await write(site, `${text}session_lock = non\n`);
  site.kill();
  expect((await stateOf(site)).files["server.ini"]).toBe(`${text}session_lock = non\n`);
  await write(site, `${text}server = cgi\n`);
  const { load } = site.storage;
  site.storage.load = async (id) => {
    const stored = await load(id);
    return stored === null ? null : { ...stored, image: new Uint8Array([1, 2, 3]) };
  };
  site.kill();
  const state = await stateOf(site);
  expect(state.files["server.ini"]).toBe(`${text}server = cgi\n`);
  expect(state.configuration.server).toBe("cgi");
});

test("no URL leads to server.ini, and it cannot be renamed, deleted or replaced", async () => {
  const site = await openSite({ "a.html": "" });
  expect((await site.visit("/server.ini")).status).toBe(404);
  const refused = { ok: false, reason: expect.stringContaining("server.ini is the configuration") };
  expect(await site.command({ kind: "delete-file", path: "server.ini" })).toEqual(refused);
  expect(await site.command({ kind: "rename-file", path: "server.ini", to: "b" })).toEqual(refused);
  expect(await site.command({ kind: "rename-file", path: "a.html", to: "server.ini" })).toEqual(refused);
});

test("a reset brings the server.ini that it is given, or the default one", async () => {
  const site = await openSite({ "a.html": "" });
  await site.command({ kind: "reset", files: { "server.ini": "[server]\nserver = cgi\n" } });
  expect((await stateOf(site)).configuration.server).toBe("cgi");
  await site.command({ kind: "reset", files: {} });
  expect((await stateOf(site)).files["server.ini"]).toContain("server = monoprocess");
});

type Site = Awaited<ReturnType<typeof openSite>>;

async function stateOf(site: Site) {
  const reply = await site.command({ kind: "ping" });
  if (!reply.ok) throw new Error(`Failed to read the state: ${reply.reason}`);
  return reply.state;
}

async function write(site: Site, content: string): Promise<void> {
  expect(await site.command({ kind: "write-file", path: "server.ini", content })).toMatchObject({ ok: true });
}
