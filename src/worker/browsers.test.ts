import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import type { BrowserView, CookieDraft } from "../protocol/index.ts";
import { createStickyStorage, openSite, type TestSite } from "./test-site.ts";

const counter = `<%
session = Session()
if not hasattr(session, 'n'): session.n = 0
session.n = session.n + 1
print session.n
%>`;
const slow = "<%\nfor i in range(300000): pass\nprint 'done'\n%>";
const setter = "<%\nSET_COOKIE['long'] = '1'\nSET_COOKIE['long']['max-age'] = 600\nSession().n = 1\n%>";
const key = { name: "sessionId", domain: "localhost", path: "/" };
const draft: CookieDraft = { name: "sessionId", value: "chosen", path: "/", httpOnly: false, secure: false };

test("each browser has its own key and so its own session", async () => {
  const site = await openSite({ "n.pih": counter });
  await site.command({ kind: "open-browser", browser: "B" });
  expect((await site.read("/n.pih")).trim()).toBe("1");
  expect((await site.read("/n.pih", {}, "B")).trim()).toBe("1");
  expect((await site.read("/n.pih", {}, "B")).trim()).toBe("2");
  const [a, b] = await browsers(site);
  expect(a?.cookies[0]?.value).not.toBe(b?.cookies[0]?.value);
});

test("browsers that ask at once are answered in the order of their requests, each with its own session", async () => {
  const site = await openSite({ "slow.pih": `${slow}${counter}` });
  await site.command({ kind: "open-browser", browser: "B" });
  const texts = await Promise.all([site.read("/slow.pih"), site.read("/slow.pih", {}, "B")]);
  expect(texts.map((text) => text.replace(/\s+/g, " ").trim())).toEqual(["done 1", "done 1"]);
  const answered = site.events().filter(({ kind }) => kind === "response");
  expect(answered.map(({ browser }) => browser)).toEqual(["A", "B"]);
});

test("with threads two browsers are served in turns", async () => {
  const site = await openSite({ "slow.pih": `${counter}${slow}` });
  await site.command({ kind: "configure", changes: { server: "multithread" } });
  await site.command({ kind: "open-browser", browser: "B" });
  await Promise.all([site.read("/slow.pih"), site.read("/slow.pih", {}, "B")]);
  const order = site
    .events()
    .filter(({ kind }) => kind === "session-opened" || kind === "response")
    .map(({ kind }) => kind);
  expect(order).toEqual(["session-opened", "session-opened", "response", "response"]);
});

test("frames of one browser share its jar", async () => {
  const site = await openSite({ "n.pih": counter });
  await site.read("/n.pih", {}, "B");
  const frames = await Promise.all([site.read("/n.pih", {}, "B"), site.read("/n.pih", {}, "B")]);
  expect(frames.map((text) => text.trim()).sort()).toEqual(["2", "3"]);
});

test("a browser that closes forgets its key; the session stays, held by nobody", async () => {
  const site = await openSite({ "set.pih": setter, "n.pih": counter });
  await site.command({ kind: "open-browser", browser: "B" });
  await site.read("/set.pih", {}, "B");
  const closed = await site.command({ kind: "close-browser", browser: "B" });
  expect(closed).toMatchObject({
    state: { browsers: [{ id: "A" }], sessions: [{ attributes: [{ name: "n" }] }] },
  });
  expect(site.events().at(-1)).toMatchObject({
    kind: "browser-closed",
    browser: "B",
    cookies: ["sessionId"],
  });
  await site.command({ kind: "open-browser", browser: "B" });
  expect((await browsers(site))[1]?.cookies.map(({ name }) => name)).toEqual(["long"]);
  expect((await site.read("/n.pih", {}, "B")).trim()).toBe("1");
});

test("a request of a browser that is closed is finished and its answer dropped", async () => {
  const site = await openSite({ "slow.pih": `${slow}${counter}` }, { patience: 1 });
  await site.command({ kind: "open-browser", browser: "B" });
  await site.visit("/slow.pih", {}, "B");
  await site.command({ kind: "close-browser", browser: "B" });
  await expect.poll(() => site.events().at(-1)?.kind).toBe("response");
  await site.command({ kind: "ping" });
  expect(site.events().some(({ kind }) => kind === "set-cookie")).toBe(false);
  expect(site.notices.some(({ kind }) => kind === "result")).toBe(false);
  await site.command({ kind: "open-browser", browser: "B" });
  expect((await browsers(site))[1]?.cookies).toEqual([]);
});

test("a closed browser is served nothing, and going Back in it later finds nothing", async () => {
  const site = await openSite({ "n.pih": counter });
  await site.read("/n.pih", {}, "B");
  await site.command({ kind: "close-browser", browser: "B" });
  expect((await site.visit("/n.pih", {}, "B")).status).toBe(410);
  await site.command({ kind: "open-browser", browser: "B" });
  const back = await site.visit("/n.pih", { cache: "force-cache" }, "B");
  expect(await back.text()).toMatch(/answer 2-/);
});

test("a browser that closes forgets the password it was given", async () => {
  const site = await openSite({ "a.html": "a" });
  await site.command({ kind: "open-browser", browser: "B" });
  await site.command({ kind: "log-in", browser: "B", user: "jean", password: "secret" });
  const sendsPassword = async () => {
    await site.read("/a.html", {}, "B");
    const request = site.events().findLast((event) => event.kind === "request");
    return request?.raw.includes("Authorization");
  };
  expect(await sendsPassword()).toBe(true);
  await site.command({ kind: "close-browser", browser: "B" });
  await site.command({ kind: "open-browser", browser: "B" });
  expect(await sendsPassword()).toBe(false);
});

test("the last browser stays open, a seventh is not opened, and asking twice changes nothing", async () => {
  const site = await openSite({});
  expect(await site.command({ kind: "close-browser", browser: "A" })).toMatchObject({ ok: false });
  for (const browser of ["B", "C", "D", "E", "F", "F"])
    expect(await site.command({ kind: "open-browser", browser })).toMatchObject({ ok: true });
  expect(await site.command({ kind: "open-browser", browser: "G" })).toMatchObject({ ok: false });
  await site.command({ kind: "close-browser", browser: "A" });
  expect(await site.command({ kind: "close-browser", browser: "A" })).toMatchObject({ ok: true });
  expect((await browsers(site)).map(({ id }) => id)).toEqual(["B", "C", "D", "E", "F"]);
});

test("a browser is stored before a page hears that it is open, however slow the disk is", async () => {
  const { storage, disk } = createStickyStorage();
  const site = await openSite({}, { storage });
  disk.isStuck = true;
  void site.command({ kind: "open-browser", browser: "B" });
  for (let turn = 0; turn < 20; turn++) await setImmediate();
  const told = site.notices.filter(
    (notice) => notice.kind === "update" && notice.state.browsers.some(({ id }) => id === "B"),
  );
  expect(told).toEqual([]);
});

test("open browsers and their jars outlive the worker and a reset", async () => {
  const site = await openSite({ "n.pih": counter });
  await site.command({ kind: "open-browser", browser: "B" });
  await site.read("/n.pih", {}, "B");
  await site.command({ kind: "close-browser", browser: "A" });
  site.kill();
  expect(await browsers(site)).toMatchObject([{ id: "B", cookies: [{ name: "sessionId" }] }]);
  const reset = await site.command({ kind: "reset", files: { "n.pih": counter } });
  expect(reset).toMatchObject({ state: { browsers: [{ id: "B", cookies: [] }] } });
});

test("an id written by hand is adopted by the server, and nobody's reply has set it", async () => {
  const site = await openSite({ "n.pih": counter });
  await site.command({ kind: "set-cookie", browser: "A", cookie: { ...draft, value: "chosenByMe" } });
  expect(site.events().at(-1)).toMatchObject({
    kind: "cookie-edited",
    browser: "A",
    change: "added",
    name: "sessionId",
    value: "chosenByMe",
  });
  await site.read("/n.pih");
  expect(site.events()).toContainEqual(
    expect.objectContaining({ kind: "session-opened", session: "chosenByMe", origin: "adopted" }),
  );
  expect((await browsers(site))[0]?.cookies[0]).not.toHaveProperty("setBy");
});

test("a copied key opens the session of the browser it was copied from", async () => {
  const site = await openSite({ "n.pih": counter });
  await site.command({ kind: "open-browser", browser: "B" });
  await site.read("/n.pih");
  await site.command({ kind: "copy-cookie", browser: "A", cookie: key, to: "B" });
  expect(site.events().at(-1)).toMatchObject({
    kind: "cookie-edited",
    browser: "B",
    change: "copied",
    from: "A",
  });
  expect((await site.read("/n.pih", {}, "B")).trim()).toBe("2");
});

test("a deleted cookie does not go with the next request", async () => {
  const site = await openSite({ "n.pih": counter });
  await site.read("/n.pih");
  await site.command({ kind: "delete-cookie", browser: "A", cookie: key });
  expect(site.events().at(-1)).toMatchObject({ kind: "cookie-edited", change: "deleted", name: "sessionId" });
  expect((await site.read("/n.pih")).trim()).toBe("1");
  await site.command({ kind: "delete-cookie", browser: "A" });
  expect((await browsers(site))[0]?.cookies).toEqual([]);
});

test("a cookie that breaks a rule is refused by its name, in a sentence, and nothing changes", async () => {
  const site = await openSite({});
  const bad = { ...draft, value: "a;b" };
  expect(await site.command({ kind: "set-cookie", browser: "A", cookie: bad })).toMatchObject({
    ok: false,
    rule: "value",
    reason: expect.stringContaining("RFC 6265"),
  });
  expect(await site.command({ kind: "copy-cookie", browser: "A", cookie: key, to: "C" })).toMatchObject({
    ok: false,
    reason: "Browser C is not open. Open it first.",
  });
  expect((await browsers(site))[0]?.cookies).toEqual([]);
});

test("each cookie that stays behind says why, for each browser", async () => {
  let now = 1_000_000;
  const site = await openSite({ "a.html": "a", "demo/b.html": "b" }, { now: () => now });
  await site.command({ kind: "open-browser", browser: "B" });
  const add = (changes: Partial<CookieDraft>) =>
    site.command({ kind: "set-cookie", browser: "B", cookie: { ...draft, ...changes } });
  await add({ name: "deep", path: "/demo" });
  await add({ name: "safe", secure: true });
  await add({ name: "short", expires: new Date(now + 1000).toISOString() });
  await add({ name: "plain" });
  now += 2000;
  await site.read("/a.html", {}, "B");
  const withheld = site.events().flatMap((event) => (event.kind === "cookie-withheld" ? [event] : []));
  expect(withheld.map(({ browser, name, reason }) => `${browser} ${name} ${reason}`)).toEqual([
    "B deep path",
    "B safe secure",
    "B short expired",
  ]);
});

test("a step of the history known by its answer shows that answer, also of a form sent to the page's own address", async () => {
  const site = await openSite({ "f.pih": "<% print QUERY %>" });
  await site.read("/f.pih");
  await site.visit("/f.pih", { method: "POST", body: new URLSearchParams({ a: "1" }) });
  await site.read("/f.pih");
  const go = async (request: number) => {
    await site.command({ kind: "history-navigation", browser: "A", phase: "begin", requests: [request] });
    const shown = (await (await site.visit("/f.pih")).text()).slice(0, 24);
    await site.command({ kind: "history-navigation", browser: "A", phase: "end" });
    return shown;
  };
  expect(await go(2)).toContain("answer 2");
  expect(await go(1)).toContain("answer 1");
});

async function browsers(site: TestSite): Promise<BrowserView[]> {
  const result = await site.command({ kind: "ping" });
  return result.ok ? result.state.browsers : [];
}
