/**
 * What a browser decides about sessions: which cookie travels when, what Back shows, and what happens when the frames of one
 * page ask at the same time. Where a test begins with a number it is that of Karrigell's own list of behaviours.
 *
 * Frames really are under way together, and no clock is asked. Their pages import `os`, and the test holds that module back until
 * the server has both requests; from there they run by steps, and each waits for the file by which the other says that it has
 * opened the session.
 */
import { writeFile } from "node:fs/promises";
import { expect, type FrameLocator, type Locator, type Page, test } from "@playwright/test";
import type { Configuration } from "../../src/project/index.ts";
import type { WorkspaceState } from "../../src/protocol/index.ts";
import { command, counter, openPlayground, type Playground, sendForm } from "./playground.ts";

/** Says in a file that `name` is here, and waits for `other`; in a server that runs one request at a time, in vain. */
const meet = (name: string, other: string) => `open('${name}', 'w').close()
for turn in range(50000):
    if os.path.exists('${other}'): break`;

/** So many steps that the other has come to its end meanwhile. */
const dawdle = "for turn in range(2000): pass";

/** One of two frames: it counts the visits, and leaves its name. */
const framed = (name: string, other: string, last = "") => `<%
import os
session = Session()
start = getattr(session, 'start', 'not seen')
n = getattr(session, 'n', 0)
${meet(name, other)}
session.n = n + 1
session.${name} = 1
${last}
%><p>start: <%= start %></p><b><%= session.sessionId %></b>`;

/** Of the other frame: it closes the session when `left` has opened it too. */
const closing = `<%
import os
session = Session()
for turn in range(50000):
    if os.path.exists('left'): break
session.close()
open('right', 'w').close()
%><p>closed</p><b></b>`;

const site = {
  "start.pih": "<% Session().start = 1 %><p>started",
  "pair.html":
    '<frameset cols="50%,50%"><frame name="left" src="left.pih"><frame name="right" src="right.pih"></frameset>',
  "left.pih": framed("left", "right"),
  "right.pih": framed("right", "left", dawdle),
  "show.pih": `<%
session = Session()
for name in ('start', 'n', 'left', 'right'):
    print name, getattr(session, name, 'lost')
%>`,
};

test("8. a page lists the cookies it got, its form sets a value of the session, its link reads it", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  const { shown } = playground;
  await playground.write({
    "list.pih":
      "<p>cookies: <%= ' '.join(COOKIE.keys()) or 'none' %></p><form action=set.pih><input name=value><button>Set</button></form>",
    "set.pih": "<% Session().value = _value %><a href=read.pih>read</a>",
    "read.pih": "<p>value: <%= Session().value %></p><a href=list.pih>list</a>",
  });
  await playground.visit("/list.pih");
  await expect(shown.locator("p")).toHaveText("cookies: none");
  await shown.locator("[name=value]").fill("l'été à 20 °C");
  await shown.getByRole("button", { name: "Set" }).click();
  await shown.getByRole("link", { name: "read" }).click();
  await expect(shown.locator("p")).toHaveText("value: l'été à 20 °C");
  await shown.getByRole("link", { name: "list" }).click();
  await expect(shown.locator("p")).toHaveText("cookies: sessionId");
});

test("9. an uploaded file is echoed, with the type that the browser guessed", async ({ page }, testInfo) => {
  const playground = await openPlayground(page);
  const { shown } = playground;
  await playground.write({
    "form.html":
      '<form method="post" enctype="multipart/form-data" action="take.pih"><input type="file" name="doc"><button>Send</button></form>',
    "take.pih": "<p><%= _doc.filename %>, <%= _doc.type %></p><pre><%= _doc.file.read() %></pre>",
  });
  const echoed = async (name: string, text: string) => {
    const path = testInfo.outputPath(name);
    await writeFile(path, text);
    await playground.visit("/form.html");
    await shown.locator("[name=doc]").setInputFiles(path);
    await shown.getByRole("button", { name: "Send" }).click();
  };
  await echoed("style.css", "p { color: red }");
  await expect(shown.locator("p")).toHaveText("style.css, text/css");
  await expect(shown.locator("pre")).toHaveText("p { color: red }");
  await echoed("données", "Zoë");
  await expect(shown.locator("p")).toHaveText("données, application/octet-stream");
  await expect(shown.locator("pre")).toHaveText("Zoë");
});

for (const persistent_session of [false, true]) {
  test(`11. the manual's walk, sessions ${persistent_session ? "on disk" : "in memory"}: Back runs nothing, the closed session is an error at line 4, and no cookie is new`, async ({
    page,
  }) => {
    const playground = await openPlayground(page);
    const { shown } = playground;
    await configure(page, { persistent_session });
    await sendForm(playground);
    const id = await cookieOf(page);
    expect(id).toMatch(/^[a-zA-Z0-9]{16}$/);
    await shown.getByRole("link", { name: "Suivant..." }).click();
    await expect(shown.locator("body")).toContainText("Zoë");
    const before = await requestsOf(page);
    await playground.press("Back");
    await expect(shown.locator("body")).toContainText("Müller");
    expect(await requestsOf(page)).toEqual(before);
    await shown.getByRole("link", { name: "Suivant..." }).click();
    await expect(shown.locator("body")).toContainText("'SessionObject' object has no attribute 'prenom'");
    await expect(shown.locator("body")).toContainText("suiteEssaiSession.pih, line 4");
    expect(await requestsOf(page)).toEqual([...before, "/suiteEssaiSession.pih"]);
    expect(await cookieOf(page)).toBe(id);
    expect(await cookiesSet(page)).toEqual([id]);
  });
}

test("11. the manual's walk without close(): the second page prints the first name, for ever", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  const { shown } = playground;
  const files = (await stateOf(page)).files;
  const open = String(files["suiteEssaiSession.pih"]).replace("session.close()\n", "");
  await playground.write({ "suiteEssaiSession.pih": open });
  await sendForm(playground);
  for (let round = 0; round < 3; round++) {
    await shown.getByRole("link", { name: "Suivant..." }).click();
    await expect(shown.locator("body")).toContainText("Zoë");
    await playground.press("Back");
    await expect(shown.locator("body")).toContainText("Müller");
  }
  expect(await requestsOf(page)).toHaveLength(4);
});

test("14. the cookie comes in the first reply only, and goes with every request from then on", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  const { shown } = playground;
  await playground.write({
    "n.pih": `<p><%= HEADERS.get('cookie', 'no cookie') %></p>${counter}<a href="deep/n.pih">deeper</a>`,
    "deep/n.pih": `<p><%= HEADERS.get('cookie', 'no cookie') %></p>${counter}`,
  });
  await playground.visit("/n.pih");
  await expect(shown.locator("body")).toContainText("visit 1");
  await expect(shown.locator("p")).toHaveText("no cookie");
  const id = await cookieOf(page);
  await playground.press("Reload");
  await expect(shown.locator("body")).toContainText("visit 2");
  await expect(shown.locator("p")).toHaveText(`sessionId=${id}`);
  await shown.getByRole("link", { name: "deeper" }).click();
  await expect(shown.locator("body")).toContainText("visit 3");
  await expect(shown.locator("p")).toHaveText(`sessionId=${id}`);
  expect(await cookiesSet(page)).toEqual([id]);
});

test("15. a forged id is adopted without a new cookie; with strict_session_ids it is refused for a fresh one", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  const { shown } = playground;
  await playground.write({ "n.pih": counter });
  await forge(page, "forged");
  await playground.visit("/n.pih");
  await expect(shown.locator("body")).toContainText("visit 1");
  await playground.press("Reload");
  await expect(shown.locator("body")).toContainText("visit 2");
  expect(await cookieOf(page)).toBe("forged");
  expect(await cookiesSet(page)).toEqual([]);

  await configure(page, { strict_session_ids: true });
  await forge(page, "forgedAgain", { was: { name: "sessionId", domain: "localhost", path: "/" } });
  await playground.press("Reload");
  await expect(shown.locator("body")).toContainText("visit 1");
  const fresh = await cookieOf(page);
  expect(fresh).toMatch(/^[a-zA-Z0-9]{16}$/);
  expect(await cookiesSet(page)).toEqual([fresh]);
  await playground.press("Reload");
  await expect(shown.locator("body")).toContainText("visit 2");
});

test("18. who has not logged in is led to the form by hasattr and a redirect, and then let in", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  const { shown } = playground;
  await playground.write({
    "home.pih":
      "<%\nsession = Session()\nif not hasattr(session, 'user'): raise HTTP_REDIRECTION, 'login.html'\n%><p>hello <%= session.user %></p>",
    "login.html": '<form method="post" action="login.pih"><input name="user"><button>Log in</button></form>',
    "login.pih": "<%\nSession().user = _user\nraise HTTP_REDIRECTION, 'home.pih'\n%>",
  });
  await playground.visit("/home.pih");
  await shown.locator("[name=user]").fill("Zoë");
  await playground.expectAddress("http://localhost/login.html");
  await shown.getByRole("button", { name: "Log in" }).click();
  await expect(shown.locator("p")).toHaveText("hello Zoë");
  await playground.expectAddress("http://localhost/home.pih");
  // The redirect that began the session carried its cookie.
  expect(await cookiesSet(page)).toEqual([await cookieOf(page)]);
});

test("22. with a thousand sessions the oldest stays, with one more it goes; its browser comes back with its old id to an empty one", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  const { shown } = playground;
  await playground.write({ "n.pih": counter });
  await playground.visit("/n.pih");
  await expect(shown.locator("body")).toContainText("visit 1");
  const id = await cookieOf(page);
  await sendCrowd(page, 999);
  await playground.press("Reload");
  await expect(shown.locator("body")).toContainText("visit 2");
  await sendCrowd(page, 1);
  expect((await stateOf(page)).sessionCount).toBe(1000);
  expect(await cookieOf(page)).toBe(id);
  await playground.press("Reload");
  await expect(shown.locator("body")).toContainText("visit 1");
  expect(await cookieOf(page)).toBe(id);
  expect(await cookiesSet(page)).toEqual([id]);
});

for (const server of ["multithread", "multiprocess", "cgi"] as const) {
  test(`24. two frames, ${server}, sessions on disk: both load, then save; what the first wrote is lost`, async ({
    page,
  }) => {
    const frames = await openPair(page, { server, persistent_session: true });
    await frames.run();
    await expectShown(frames.playground, "start 1 n 1 left lost right 1");
  });
}

test("24. two frames, sessions on disk: a close() in one is undone by the other's save", async ({ page }) => {
  const frames = await openPair(page, { server: "multithread", persistent_session: true });
  await frames.playground.write({ "left.pih": framed("left", "right", dawdle), "right.pih": closing });
  await frames.run();
  await expect(frames.right.locator("p")).toHaveText("closed");
  await expectShown(frames.playground, "start 1 n 1 left 1 right lost");
});

test("24. two frames, threads, sessions in memory: both read, then write; one of the two is not counted", async ({
  page,
}) => {
  const frames = await openPair(page, { server: "multithread" });
  await frames.run();
  // The object is one: what only one of them writes stays.
  await expectShown(frames.playground, "start 1 n 1 left 1 right 1");
});

test("24. two frames, threads, sessions in memory: a close() in one empties the object under the other", async ({
  page,
}) => {
  const frames = await openPair(page, { server: "multithread" });
  const reading = `<%\nimport os\nsession = Session()\nfirst = session.start\n${meet("left", "right")}\nprint session.start\n%>`;
  await frames.playground.write({ "left.pih": reading, "right.pih": closing });
  await frames.start();
  await expect(frames.right.locator("p")).toHaveText("closed");
  await expect(frames.left.locator("body")).toContainText("object has no attribute 'start'");
  await expect(frames.left.locator("body")).toContainText("left.pih, line 8");
  await expect(frames.left.locator("body")).toContainText("print session.start");
});

for (const persistent_session of [false, true]) {
  test(`25. two frames, one process, sessions ${persistent_session ? "on disk" : "in memory"}: nothing is lost`, async ({
    page,
  }) => {
    const frames = await openPair(page, { persistent_session });
    await frames.run();
    await expectShown(frames.playground, "start 1 n 2 left 1 right 1");
  });
}

test("26. a first visit with two frames makes two sessions; the cookie that comes last stays, the other is an orphan", async ({
  page,
}) => {
  const { playground, left, right, open } = await openPair(page);
  await open("/pair.html");
  const ids = await textsOf([left, right], "b");
  expect(new Set(ids).size).toBe(2);
  const { sessions } = await stateOf(page);
  expect(sessions.map(({ id }) => id).sort()).toEqual([...ids].sort());
  const set = await cookiesSet(page);
  expect([...set].sort()).toEqual([...ids].sort());
  expect(await cookieOf(page)).toBe(set[1]);
  await expectShown(playground, `start lost n 1 left ${set[1] === ids[0] ? "1 right lost" : "lost right 1"}`);
  await playground.openTab("Sessions");
  await expect(page.getByText("no browser holds its key")).toHaveCount(1);
});

test("26. frames in a page that opens the session itself have one session from the beginning", async ({
  page,
}) => {
  const { playground, left, right, open } = await openPair(page);
  await playground.write({ "pair.pih": `<% Session() %>${site["pair.html"]}` });
  await open("/pair.pih");
  const id = await cookieOf(page);
  expect(await textsOf([left, right], "b")).toEqual([id, id]);
  expect((await stateOf(page)).sessions).toHaveLength(1);
  await expectShown(playground, "start lost n 2 left 1 right 1");
});

test("27. several processes, sessions in memory: of two frames at once, one sees the value and the other does not", async ({
  page,
}) => {
  const frames = await openPair(page, { server: "multiprocess", processes: 2 });
  await frames.run();
  const seen = await textsOf([frames.left, frames.right], "p");
  expect(seen.sort()).toEqual(["start: 1", "start: not seen"]);
  const id = await cookieOf(page);
  expect((await stateOf(page)).sessions).toMatchObject([
    { id, process: 1 },
    { id, process: 2 },
  ]);
});

test("27. CGI, sessions in memory: no frame sees the value, though each sends the same id", async ({
  page,
}) => {
  const frames = await openPair(page, { server: "cgi" });
  await frames.run();
  const id = await cookieOf(page);
  expect(await textsOf([frames.left, frames.right], "p")).toEqual(["start: not seen", "start: not seen"]);
  expect(await textsOf([frames.left, frames.right], "b")).toEqual([id, id]);
  await expectShown(frames.playground, "start lost n lost left lost right lost");
});

test("two frames with session_lock = request: the second waits at its Session(), and nothing is lost", async ({
  page,
}) => {
  const lock = { server: "multithread", persistent_session: true, session_lock: "request" } as const;
  const frames = await openPair(page, lock);
  await frames.run();
  const { events } = await stateOf(page);
  expect(events.filter(({ kind }) => kind === "session-waiting")).toHaveLength(1);
  await expectShown(frames.playground, "start 1 n 2 left 1 right 1");
});

test("two frames with session_lock = version: the second save is refused with 409", async ({ page }) => {
  const lock = { server: "multithread", persistent_session: true, session_lock: "version" } as const;
  const frames = await openPair(page, lock);
  await frames.start();
  await expect(frames.left.locator("p")).toHaveText("start: 1");
  await expect(frames.right.locator("body")).toContainText("409");
  await expectShown(frames.playground, "start 1 n 1 left 1 right lost");
});

test("Back in one frame, and Back to a page of frames, show what was there; no page runs again", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  const { shown } = playground;
  await playground.write({
    "set.html": '<iframe name="left" src="n.pih"></iframe><iframe name="right" src="n.pih?again"></iframe>',
    "n.pih": `${counter}<a href="n.pih?next">next</a>`,
    "other.html": "<p>other page",
  });
  const left = shown.frameLocator("iframe[name=left]").locator("body");
  const right = shown.frameLocator("iframe[name=right]").locator("body");
  await playground.visit("/set.html");
  await expect(left).toContainText(/visit [12]/);
  await expect(right).toContainText(/visit [12]/);
  const [first, beside] = [await textOf(left), await textOf(right)];
  await left.getByRole("link", { name: "next" }).click();
  await expect(left).toContainText(/visit [23]/);
  await expect(left).not.toHaveText(first);
  const next = await textOf(left);
  await playground.press("Back");
  await expect(left).toHaveText(first);
  await playground.press("Forward");
  await expect(left).toHaveText(next);
  await playground.visit("/other.html");
  await expect(shown.locator("p")).toHaveText("other page");
  const requests = await requestsOf(page);
  await playground.press("Back");
  await expect(left).toHaveText(next);
  await expect(right).toHaveText(beside);
  await playground.press("Back");
  await expect(left).toHaveText(first);
  await expect(right).toHaveText(beside);
  expect(await requestsOf(page)).toEqual(requests);
});

/** The site with two frames. */
interface Pair {
  playground: Playground;
  left: FrameLocator;
  right: FrameLocator;
  /** Goes to the page with the frames, and lets them run when the server has the requests of both. */
  open(path: string): Promise<void>;
  /** The same after a visit of its own that begins the session. Afterwards the frames have not necessarily been answered. */
  start(): Promise<void>;
  /** `start`, and waits until both have been answered. */
  run(): Promise<void>;
}

async function openPair(page: Page, configuration: Partial<Configuration> = {}): Promise<Pair> {
  const release = await hold(page, "os");
  const playground = await openPlayground(page);
  await playground.write(site);
  await configure(page, configuration);
  const { shown } = playground;
  const left = shown.frameLocator("frame[name=left]");
  const right = shown.frameLocator("frame[name=right]");
  const ask = async (path: string) => {
    await playground.visit(path);
    await expect
      .poll(async () => (await stateOf(page)).running.map(({ url }) => new URL(url).pathname).sort())
      .toEqual(["/left.pih", "/right.pih"]);
    release();
  };
  const answered = async () => {
    for (const frame of [left, right]) await expect(frame.locator("b")).toHaveCount(1);
  };
  const start = async () => {
    await playground.visit("/start.pih");
    await expect(shown.locator("p")).toHaveText("started");
    await ask("/pair.html");
  };
  return {
    playground,
    left,
    right,
    start,
    async open(path) {
      await ask(path);
      await answered();
    },
    async run() {
      await start();
      await answered();
    },
  };
}

/** Keeps the standard module `name` from the server until the function that it gives is called. */
async function hold(page: Page, name: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.context().route(`**/${name}.py`, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

/** The text of the element `name` of each frame. */
function textsOf(frames: FrameLocator[], name: string): Promise<(string | null)[]> {
  return Promise.all(frames.map((frame) => frame.locator(name).textContent()));
}

async function textOf(locator: Locator): Promise<string> {
  return (await locator.textContent()) ?? "";
}

/** What the session of browser A holds, as a page of it prints. */
async function expectShown(playground: Playground, text: string): Promise<void> {
  await playground.visit("/show.pih");
  await expect(playground.shown.locator("body")).toHaveText(text);
}

async function configure(page: Page, changes: Partial<Configuration>): Promise<void> {
  expect(await command(page, { kind: "configure", changes })).toMatchObject({ ok: true });
}

/** Puts an id of our own into the jar of browser A: a new cookie, or in the place of `was`. */
async function forge(page: Page, value: string, was: object = {}): Promise<void> {
  const cookie = { name: "sessionId", value, path: "/", httpOnly: false, secure: false };
  expect(await command(page, { kind: "set-cookie", browser: "A", cookie, ...was })).toMatchObject({
    ok: true,
  });
}

/** `count` visits, each of a fresh browser. */
async function sendCrowd(page: Page, count: number): Promise<void> {
  expect(await command(page, { kind: "visit-many", count, path: "/n.pih" })).toMatchObject({ ok: true });
  await expect.poll(async () => (await stateOf(page)).crowd).toMatchObject({ state: "done", done: count });
}

async function stateOf(page: Page): Promise<WorkspaceState> {
  const reply = await command(page, { kind: "open", files: {} });
  return (reply as { state: WorkspaceState }).state;
}

/** The key in the jar of browser A. */
async function cookieOf(page: Page): Promise<string | undefined> {
  const { browsers } = await stateOf(page);
  return browsers[0]?.cookies.find(({ name }) => name === "sessionId")?.value;
}

/** The ids that the server has sent in `Set-Cookie` fields to browser A, in their order. */
async function cookiesSet(page: Page): Promise<string[]> {
  const { events } = await stateOf(page);
  return events.flatMap((event) => (event.kind === "set-cookie" ? [event.value] : []));
}

/** The paths that the server was asked for since the first page, without queries. */
async function requestsOf(page: Page): Promise<string[]> {
  const { events } = await stateOf(page);
  return events.flatMap((event) => (event.kind === "request" ? [new URL(event.url).pathname] : [])).slice(1);
}
