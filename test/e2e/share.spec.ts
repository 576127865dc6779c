/** A link carries a site to somebody else, who sees what it is before anything runs. */
import { expect, type Page } from "@playwright/test";
import { makeLink as forge, linkOfBody } from "../share/hand-made.ts";
import { violations } from "./axe.ts";
import { command, counter, openPlayground, playgroundOf, sendForm } from "./playground.ts";
import { home, keptState, makeLink, openLink, openWorks, test } from "./work-steps.ts";

test("a link made in one profile opens in a fresh one, and the site does the same there", async ({
  page,
  freshPage,
}) => {
  const playground = await openPlayground(page);
  await playground.write({ "counter.pih": counter });
  const link = await makeLink(page);
  const other = await freshPage();
  await openLink(other, link);
  expect(new URL(other.url()).hash).toBe("");
  const theirs = playgroundOf(other);
  await sendForm(theirs);
  await theirs.shown.getByRole("link", { name: "Suivant..." }).click();
  await expect(theirs.shown.locator("body")).toContainText("Zoë");
  await theirs.visit("/counter.pih");
  await expect(theirs.shown.locator("body")).toContainText("visit 1");
  expect(((await keptState(other)) as { files: unknown }).files).toEqual(
    ((await keptState(page)) as { files: unknown }).files,
  );
});

test("on request the cookies and the sessions on disk go along, and the session goes on", async ({
  page,
  freshPage,
}) => {
  const playground = await openPlayground(page);
  await page.getByRole("switch", { name: "Persistent sessions" }).click();
  await playground.write({ "counter.pih": counter });
  await playground.visit("/counter.pih");
  await expect(playground.shown.locator("body")).toContainText("visit 1");
  const link = await makeLink(page, /^Cookies/, /on disk/);
  const other = await freshPage();
  await other.goto(link);
  const dialog = other.getByRole("dialog", { name: "A site from a link" });
  await expect(dialog).toContainText("persistent_session = on");
  await expect(dialog).toContainText("Cookies of browser A: sessionId");
  await expect(dialog).toContainText("1 session on disk");
  await other.getByRole("button", { name: "Open as a new work" }).click();
  await playgroundOf(other).visit("/counter.pih");
  await expect(playgroundOf(other).shown.locator("body")).toContainText("visit 2");
});

test("a race goes along with its order, and is replayed to the same end", async ({ page, freshPage }) => {
  const playground = await openPlayground(page);
  await command(page, { kind: "configure", changes: { server: "multithread", persistent_session: true } });
  const frames = `<frameset cols="50%,50%"><frame src="/one.pih"><frame src="/two.pih"></frameset>`;
  await playground.write({ "one.pih": counter, "two.pih": counter, "set.html": `<html>${frames}</html>` });
  await playground.visit("/one.pih");
  await expect(playground.shown.getByText("visit 1")).toBeVisible();
  await playground.visit("/set.html");
  await expect(playground.shown.frameLocator("frame >> nth=1").getByText(/visit/)).toBeVisible();
  await page.getByRole("tab", { name: "Race" }).click();
  await page.getByRole("button", { name: "All orders", exact: true }).click();
  await playground.press("Explore all orders");
  const lost = page.getByRole("listitem").filter({ hasText: "loses something" }).first();
  await lost.getByRole("button", { name: /^Replay outcome/ }).click();
  await expect(page.getByRole("region", { name: "Replay" })).toBeVisible();
  const link = await makeLink(page, /^Cookies/, /on disk/, /^The race/);

  const other = await freshPage();
  await other.goto(link);
  await expect(other.getByRole("dialog")).toContainText("A race of 2 requests, in the order");
  await other.getByRole("button", { name: "Open as a new work" }).click();
  const replay = other.getByRole("region", { name: "Replay" });
  await expect(replay).toContainText(/0 of \d+ done/);
  await other.getByRole("button", { name: "Run the rest" }).click();
  await expect(replay).toContainText("Lost update");
});

test("before the learner has agreed nothing runs and nothing is written", async ({ page, freshPage }) => {
  const playground = await openPlayground(page);
  await playground.write({ "counter.pih": counter });
  const link = await makeLink(page);
  const other = await freshPage();
  await other.goto(link);
  const dialog = other.getByRole("dialog", { name: "A site from a link" });
  await dialog.getByText("counter.pih").click();
  await expect(dialog.getByText("session = Session()")).toBeVisible();
  expect(await traces(other)).toEqual({ workers: 0, databases: 0, frames: 0, workspace: null });
  await dialog.getByRole("button", { name: "Leave" }).click();
  await expect(playgroundOf(other).shown.getByText("Qui êtes-vous ?")).toBeVisible();
  await expect(other.getByRole("tab", { name: "counter.pih" })).toHaveCount(0);
  expect(new URL(other.url()).hash).toBe("");
});

test("an untouched lesson opens without a question, and again the same work", async ({ page }) => {
  await page.goto(`${home()}#1m`);
  const playground = playgroundOf(page);
  await expect(playground.shown.getByText("Qui êtes-vous ?")).toBeVisible();
  await expect(page.getByRole("heading", { name: /The manual’s example/ }).first()).toBeVisible();
  await playground.write({ "mine.html": "mine" });
  await page.goto("about:blank");
  await page.goto(`${home()}#1m`);
  await expect(page.getByRole("tab", { name: "mine.html" })).toBeVisible();
});

test("a link that is opened in a page at work asks first, and opens beside that work", async ({
  page,
  freshPage,
}) => {
  const first = await freshPage();
  const theirs = await openPlayground(first);
  await theirs.write({ "theirs.html": "from afar" });
  const link = await makeLink(first);

  const playground = await openPlayground(page);
  await playground.write({ "mine.html": "mine" });
  await sendForm(playground);
  const before = await keptState(page);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(link).hash);
  await page.getByRole("button", { name: "Leave" }).click();
  expect(await keptState(page)).toEqual(before);
  await expect(playground.shown.locator("body")).toContainText("Müller");
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(link).hash);
  await page.getByRole("button", { name: "Open as a new work" }).click();
  await expect(page.getByRole("tab", { name: "theirs.html" })).toBeVisible();
  await expect(page.getByRole("tab", { name: "mine.html" })).toHaveCount(0);

  const works = await openWorks(page);
  await works.getByRole("button", { name: "Open The manual’s example" }).click();
  await expect(page.getByRole("tab", { name: "mine.html" })).toBeVisible();
  await expect(playground.shown.getByText("Qui êtes-vous ?")).toBeVisible();
  expect(withoutTimes(await keptState(page))).toEqual(withoutTimes(before));
});

const bomb = () => linkOfBody("\0".repeat(64_000_000));
const wrong: Record<string, { fragment: (link: string) => string; says: string }> = {
  "cut off": { fragment: (link) => link.slice(0, -7), says: "It is not whole" },
  changed: {
    fragment: (link) => link.replace(/.(?=.{9}$)/, (c) => (c === "A" ? "B" : "A")),
    says: "It is not whole",
  },
  "of the future": { fragment: (link) => link.replace("1", "2"), says: "newer Biscuiterie" },
  "of a lesson that is not there": { fragment: () => "1zzz", says: "a lesson, “zzz”" },
  "a bomb": { fragment: bomb, says: "more than a site may have" },
  "packed nonsense": { fragment: () => forge("1.", Uint8Array.of(7, 7, 7, 7)), says: "It is not whole" },
};

for (const [name, { fragment, says }] of Object.entries(wrong)) {
  test(`a link that is ${name} says so, and nothing else changes`, async ({ page }) => {
    const playground = await openPlayground(page);
    await playground.write({ "mine.html": "mine" });
    await sendForm(playground);
    const link = new URL(await makeLink(page)).hash.slice(1);
    const before = await keptState(page);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, fragment(link));
    const dialog = page.getByRole("dialog", { name: "This link cannot be opened" });
    await expect(dialog).toContainText(says);
    await dialog.getByRole("button", { name: "Go on with my own work" }).click();
    await expect(dialog).toBeHidden();
    expect(new URL(page.url()).hash).toBe("");
    expect(await keptState(page)).toEqual(before);
  });
}

test("a wrong link in a fresh tab leads to the learner's own work", async ({ page }) => {
  await page.goto(`${home()}#1.broken`);
  await page.getByRole("button", { name: "Go on with my own work" }).press("Enter");
  await expect(playgroundOf(page).shown.getByText("Qui êtes-vous ?")).toBeVisible();
});

test("a page that never ends, from a link, is stopped as any page is", async ({ page, freshPage }) => {
  const playground = await openPlayground(page);
  await playground.write({
    "index.html": "<a href=endless.pih>on</a>",
    "endless.pih": "<% while 1: pass %>",
  });
  const link = await makeLink(page);
  const other = await freshPage();
  await openLink(other, link, "on");
  const theirs = playgroundOf(other);
  await theirs.visit("/endless.pih");
  await expect(theirs.shown.getByText("This page was stopped")).toBeVisible();
  await theirs.visit("/index.html");
  await expect(theirs.shown.getByRole("link", { name: "on" })).toBeVisible();
});

test("the link, the Markdown and the frame are copied", async ({ freshPage }) => {
  const page = await freshPage({ permissions: ["clipboard-read", "clipboard-write"] });
  await openPlayground(page);
  const link = await makeLink(page);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share this site" });
  const copied = async (name: string) => {
    await dialog.getByRole("button", { name }).click();
    await expect(dialog.getByText("Copied.")).toBeVisible();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copied("Copy link")).toBe(link);
  expect(await copied("Copy as Markdown")).toBe(`[The manual’s example](${link})`);
  expect(await copied("Copy <iframe>")).toContain(
    `?embed&amp;parts=code,browser,inspector${new URL(link).hash}"`,
  );
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in the dialogs of sharing and opening, ${colorScheme}, in both languages`, async ({
    page,
    freshPage,
  }) => {
    const look = { colorScheme, reducedMotion: "reduce" } as const;
    await page.emulateMedia(look);
    const playground = await openPlayground(page);
    await sendForm(playground);
    const link = await makeLink(page, /^Cookies/);
    await page.getByRole("button", { name: "FR" }).click();
    await page.getByRole("button", { name: "Partager", exact: true }).click();
    await expect(page.getByText(/caractères : /)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    const other = await freshPage(look);
    for (const address of [link, `${home()}#1.broken`]) {
      await other.goto("about:blank");
      await other.goto(address);
      const dialog = other.getByRole("dialog");
      await dialog.getByRole("button", { name: /En français|In English/ }).click();
      expect(await violations(other)).toEqual([]);
      if (address === link) await dialog.getByText("index.html").click();
      expect(await violations(other)).toEqual([]);
    }
  });
}

/** What a page has left in a profile that nobody has used. */
function traces(page: Page): Promise<unknown> {
  return page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).length,
    frames: document.querySelectorAll("iframe").length,
    workspace: sessionStorage.getItem("biscuiterie-workspace"),
  }));
}

/** Opening a page anew asks for it anew: what a state says of when is another. */
function withoutTimes(state: unknown): unknown {
  return JSON.parse(JSON.stringify(state, (key, value) => (key === "lastUsed" ? undefined : value)));
}
