import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  cookieOf,
  openService,
  type TestOptions,
  type TestService,
  temporaryFolder,
} from "./test-service.ts";

const write = "<%\nsession = Session()\nsession.prenom = _prenom\nprint session.prenom\n%>";
const read = "<% print getattr(Session(), 'prenom', 'nobody') %>";
const close = "<% Session().close() %>";

function openPersistent({ configuration = {}, ...options }: TestOptions = {}): Promise<TestService> {
  const files = { "write.pih": write, "read.pih": read, "close.pih": close };
  return openService(files, { ...options, configuration: { persistent_session: true, ...configuration } });
}

/** A visit that stores a first name; gives the cookie and the session's id. */
async function visit({ address }: TestService, prenom: string): Promise<{ cookie: string; id: string }> {
  const cookie = cookieOf(await fetch(`${address}write.pih?prenom=${prenom}`));
  return { cookie, id: cookie.replace("sessionId=", "") };
}

test("a session is one file, a pickle of protocol 0", async () => {
  const service = await openPersistent();
  const { id } = await visit(service, "Jean");
  expect(readdirSync(service.sessions)).toEqual([id]);
  // python2.7 -c "import pickle; print pickle.loads(\"(dS'prenom'\nS'Jean'\ns.\")" prints {'prenom': 'Jean'}
  expect(readFileSync(join(service.sessions, id), "latin1")).toBe("(dS'prenom'\nS'Jean'\ns.");
});

test("sessions outlive the server", async () => {
  const folder = temporaryFolder();
  const first = await openPersistent({ folder });
  const { cookie } = await visit(first, "Jean");
  await first.close();
  const second = await openPersistent({ folder });
  expect(await second.get("/read.pih", cookie)).toContain("Jean");
});

test("a file that was changed from outside is what the next request reads", async () => {
  const service = await openPersistent();
  const { cookie, id } = await visit(service, "Jean");
  writeFileSync(join(service.sessions, id), "(dS'prenom'\nS'Zo\\xc3\\xa9'\ns.");
  expect(await service.get("/read.pih", cookie)).toContain("Zoé");
});

test("a file that was put there from outside is a session", async () => {
  const service = await openPersistent();
  writeFileSync(join(service.sessions, "dehors"), "(dp0\nS'prenom'\np1\nS'Jean'\np2\ns.");
  expect(await service.get("/read.pih", "sessionId=dehors")).toContain("Jean");
});

test("a session whose file was deleted from outside is empty", async () => {
  const service = await openPersistent();
  const { cookie, id } = await visit(service, "Jean");
  rmSync(join(service.sessions, id));
  expect(await service.get("/read.pih", cookie)).toContain("nobody");
});

test("a damaged file gives its own request an error page and leaves the others alone", async () => {
  const service = await openPersistent();
  const [damaged, other] = [await visit(service, "Jean"), await visit(service, "Zoe")];
  writeFileSync(join(service.sessions, damaged.id), "(dS'prenom'\nS'Je");
  const page = await service.get("/read.pih", damaged.cookie);
  expect(page).toContain("Error in read.pih");
  expect(page).toContain(damaged.id);
  expect(await service.get("/read.pih", other.cookie)).toContain("Zoe");
  expect(readFileSync(join(service.sessions, damaged.id), "latin1")).toBe("(dS'prenom'\nS'Je");
});

test("close() erases the file", async () => {
  const service = await openPersistent();
  const { cookie } = await visit(service, "Jean");
  await service.get("/close.pih", cookie);
  expect(readdirSync(service.sessions)).toEqual([]);
});

test("a page that only looks leaves the file as it is", async () => {
  const service = await openPersistent();
  const { cookie, id } = await visit(service, "Jean");
  const before = statSync(join(service.sessions, id));
  await service.get("/read.pih", cookie);
  expect(statSync(join(service.sessions, id))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
});

test("beyond the cap the oldest session's file goes", async () => {
  const service = await openPersistent({ configuration: { max_sessions: 2 } });
  const [first, second, third] = [
    await visit(service, "A"),
    await visit(service, "B"),
    await visit(service, "C"),
  ];
  expect(readdirSync(service.sessions).sort()).toEqual([second.id, third.id].sort());
  expect(service.errors()).toContain(`Session ${first.id} had to go`);
});

test("after a restart the session that was written first is the oldest", async () => {
  const folder = temporaryFolder();
  const first = await openPersistent({ folder });
  const [a, b] = [await visit(first, "A"), await visit(first, "B")];
  await first.close();
  utimesSync(join(first.sessions, b.id), 1_000, 1_000);
  const second = await openPersistent({ folder, configuration: { max_sessions: 2 } });
  const c = await visit(second, "C");
  expect(readdirSync(second.sessions).sort()).toEqual([a.id, c.id].sort());
});

test.each(["../../outside", "/tmp/outside", "..", "a/b", "a%2fb", "%", "~", "con", "x".repeat(300)])(
  "the id %j is adopted, and names no file",
  async (id) => {
    const folder = temporaryFolder();
    const service = await openPersistent({ folder });
    const cookie = `sessionId=${id}`;
    await service.get("/write.pih?prenom=Jean", cookie);
    expect(await service.get("/read.pih", cookie)).toContain("Jean");
    expect(readdirSync(service.sessions)).toEqual([expect.stringMatching(/^~[0-9a-f]{64}$/)]);
    expect(readdirSync(folder).sort()).toEqual(["sessions", "site"]);
  },
);

test("a file that was half written when the server was killed is cleared away", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "sessions"));
  writeFileSync(join(folder, "sessions/.3f.tmp"), "(dS'pre");
  writeFileSync(join(folder, "sessions/README.md"), "mine");
  await openPersistent({ folder });
  expect(readdirSync(join(folder, "sessions"))).toEqual(["README.md"]);
});

test("a disk that refuses is an IOError of the page, not the end of the server", async () => {
  const service = await openPersistent();
  const { cookie } = await visit(service, "Jean");
  rmSync(service.sessions, { recursive: true });
  const page = await service.get("/write.pih?prenom=Zoe", cookie);
  expect(page).toContain("IOError");
  expect(existsSync(service.sessions)).toBe(false);
  mkdirSync(service.sessions);
  expect(await service.get("/write.pih?prenom=Zoe", cookie)).toContain("Zoe");
});

test("a folder that cannot be used is told at the start", async () => {
  const folder = temporaryFolder({ sessions: "a file" });
  await expect(openPersistent({ folder })).rejects.toThrow("sessions");
});
