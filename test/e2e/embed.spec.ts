/** A course page shows a lesson or a site in a frame; our own previews show the playground never. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type FrameLocator, type Page, test } from "@playwright/test";
import { violations } from "./axe.ts";
import { command, openPlayground } from "./playground.ts";
import { home, makeLink, openWorks } from "./work-steps.ts";

/** A page of another origin whose body is `body`. */
let course: Server;
let body = "";

test.beforeEach(async () => {
  course = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<!doctype html><title>A course</title>${body}`);
  });
  await new Promise<void>((resolve) => course.listen(0, resolve));
});

test.afterEach(() => {
  course.close();
});

test("a lesson is embedded with the parts that were chosen, and begins at once", async ({ page }) => {
  const frame = await embed(page, "?embed&parts=lesson,browser#1m");
  await expect(siteOf(frame).getByText("Qui êtes-vous ?")).toBeVisible();
  await expect(frame.getByRole("region", { name: "Lesson", exact: true })).toBeVisible();
  await expect(frame.getByRole("region", { name: "Code" })).toBeHidden();
  await expect(frame.getByRole("region", { name: "Inspector" })).toBeHidden();
  await expect(frame.getByRole("button", { name: "Share" })).toHaveCount(0);
});

test("a site of somebody's own waits for a click, keeps its state over a reload, and is reset", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await playground.write({ "note.html": "a note" });
  const { hash } = new URL(await makeLink(page));
  const frame = await embed(page, `?embed&parts=code,browser,inspector&panel=sessions${hash}`);
  await expect(frame.getByRole("region", { name: "A site from a link" })).toContainText("note.html");
  await expect(frame.getByRole("button", { name: "Leave" })).toHaveCount(0);
  await frame.getByRole("button", { name: "Start" }).click();
  await expect(siteOf(frame).getByText("Qui êtes-vous ?")).toBeVisible();
  await expect(frame.getByRole("tab", { name: "Sessions", selected: true })).toBeVisible();
  await send(frame);
  await expect(frame.getByRole("tabpanel", { name: "Sessions" })).toContainText("'Ada'");
  await page.reload();
  await expect(siteOf(frame).getByText("Qui êtes-vous ?")).toBeVisible();
  await expect(frame.getByRole("tabpanel", { name: "Sessions" })).toContainText("'Ada'");
  await frame.getByRole("button", { name: "Reset" }).click();
  await expect(frame.getByRole("tabpanel", { name: "Sessions" })).not.toContainText("'Ada'");
});

test("a frame speaks the language of its link, whatever the learner has chosen elsewhere", async ({
  page,
}) => {
  await openPlayground(page);
  const frame = await embed(page, "?embed&parts=lesson,browser#1m-fr");
  const reset = frame.getByRole("banner").getByRole("button", { name: "Réinitialiser" });
  await expect(reset).toBeVisible();
  await page.reload();
  await expect(reset).toBeVisible();
  await page.goto(home());
  await expect(page.getByRole("button", { name: "Share", exact: true })).toBeVisible();
});

test("the way out opens the same in a tab, and an embedded site is none of the learner's works", async ({
  page,
  context,
}) => {
  const frame = await embed(page, "?embed&parts=browser#1m");
  await expect(siteOf(frame).getByText("Qui êtes-vous ?")).toBeVisible();
  const opened = context.waitForEvent("page");
  await frame.getByRole("link", { name: "Open in Biscuiterie" }).click();
  const tab = await opened;
  await expect(tab.frameLocator('iframe[title="Browser A"]').getByText("Qui êtes-vous ?")).toBeVisible();
  const works = await openWorks(tab);
  await expect(works.getByText("There is no other work yet.")).toBeVisible();
});

test("the next lesson opens in a tab: the frame stays what it was put there for", async ({
  page,
  context,
}) => {
  const frame = await embed(page, "?embed&parts=lesson,browser#1m");
  await expect(siteOf(frame).getByText("Qui êtes-vous ?")).toBeVisible();
  const opened = context.waitForEvent("page");
  await frame.getByRole("button", { name: /4\. / }).click();
  await expect((await opened).getByRole("button", { name: /^4\. / }).first()).toBeVisible();
  await expect(siteOf(frame).getByText("Qui êtes-vous ?")).toBeVisible();
});

test("axe finds nothing in what a frame shows, in either theme", async ({ page }) => {
  await openPlayground(page);
  await command(page, { kind: "write-file", path: "note.html", content: "a note" });
  await expect(page.getByRole("tab", { name: "note.html" })).toBeVisible();
  const { hash } = new URL(await makeLink(page));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto(`${home()}?embed&panel=${colorScheme === "light" ? "cookies" : "log"}${hash}`);
    await expect(page.getByRole("button", { name: "Start" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Start" }).click();
    await expect(page.getByTitle("Begins again with the site as it was")).toBeVisible();
    expect(await violations(page)).toEqual([]);
  }
});

test("two frames of one page are two sites", async ({ page }) => {
  body = `<iframe id=a width=900 height=500 src="${home()}?embed&parts=browser,inspector&panel=sessions#1m"></iframe>
    <iframe id=b width=900 height=500 src="${home()}?embed&parts=inspector,browser&panel=sessions#1m"></iframe>`;
  await page.goto(address());
  const [a, b] = [page.frameLocator("#a"), page.frameLocator("#b")];
  await expect(siteOf(b).getByText("Qui êtes-vous ?")).toBeVisible();
  await expect(siteOf(a).getByText("Qui êtes-vous ?")).toBeVisible();
  await send(a);
  await expect(a.getByRole("tabpanel", { name: "Sessions" })).toContainText("'Ada'");
  await expect(b.getByRole("tabpanel", { name: "Sessions" })).not.toContainText("'Ada'");
});

test("in a frame where the browser gives no storage the page says so, with a way out", async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    };
    if (window.top !== window.self) Object.defineProperty(window, "sessionStorage", { get: refuse });
  });
  const frame = await embed(page, "?embed#1m");
  await expect(frame.getByText("This page was opened inside another page")).toBeVisible();
  await expect(frame.getByRole("link", { name: "Open in a tab" })).toHaveAttribute("href", /#1m$/);
});

test("without being asked for, the app does not run in a frame", async ({ page }) => {
  body = `<iframe width=900 height=500 src="${home()}"></iframe>`;
  await page.goto(address());
  await expect(page.frameLocator("iframe").getByText("does not run there")).toBeVisible();
});

for (const target of ["?embed", "?embed&parts=browser#1m"]) {
  test(`a preview that goes to ${target} does not get the playground`, async ({ page }) => {
    const playground = await openPlayground(page);
    await playground.write({
      "evil.html": `<a href="${home()}${target}" rel=noreferrer>go</a><iframe src="${home()}${target}"></iframe>`,
    });
    await playground.visit("/evil.html");
    const inner = playground.shown.frameLocator("iframe");
    await expect(playground.shown.getByRole("link", { name: "go" })).toBeVisible();
    await expect(inner.getByRole("button", { name: "Reset" })).toHaveCount(0);
    await playground.shown.getByRole("link", { name: "go" }).click();
    await expect(playground.shown.getByRole("link", { name: "go" })).toBeHidden();
    await expect(playground.shown.getByRole("button", { name: "Reset" })).toHaveCount(0);
    await expect(playground.shown.locator("iframe")).toHaveCount(0);
  });
}

function address(): string {
  return `http://localhost:${(course.address() as AddressInfo).port}/`;
}

async function embed(page: Page, target: string): Promise<FrameLocator> {
  body = `<h1>A course</h1><iframe width=1100 height=640 src="${(home() + target).replaceAll("&", "&amp;")}"></iframe>`;
  await page.goto(address());
  return page.frameLocator("iframe");
}

function siteOf(frame: FrameLocator): FrameLocator {
  return frame.frameLocator('iframe[title="Browser A"]');
}

async function send(frame: FrameLocator): Promise<void> {
  const shown = siteOf(frame);
  await shown.locator("[name=monnom]").fill("Lovelace");
  await shown.locator("[name=prenom]").fill("Ada");
  await shown.getByRole("button", { name: "Ok" }).click();
  await expect(shown.locator("body")).toContainText("Lovelace");
}
