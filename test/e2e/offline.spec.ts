/** After the first visit the app works without a network, and without a host. */
import { expect, test } from "@playwright/test";
import { keepFiles, killWorker, openPlayground, playgroundOf, sendForm } from "./playground.ts";
import { openStaticSite, type StaticSite } from "./static-site.ts";
import { makeLink, openLink } from "./work-steps.ts";

let site: StaticSite;

test.afterEach(() => site.remove());

for (const base of ["/", "/sub/path/"]) {
  test(`without a network, under ${base}, the page opens again with everything it has`, async ({
    page,
    context,
  }) => {
    site = await openStaticSite(base);
    const playground = await openPlayground(page, site.address);
    await sendForm(playground);
    expect(await keepFiles(page)).toBe(true);
    await context.setOffline(true);
    await site.stop();
    await killWorker(page);
    await page.reload();
    await expect(playground.shown.getByText("Qui êtes-vous ?")).toBeVisible();
    await playground.visit("/suiteEssaiSession.pih");
    await expect(playground.shown.locator("body")).toContainText("Zoë");
    await expect(page.locator(".monaco-editor").first()).toBeVisible();
  });
}

test("a tab that is opened without a network works: another language, the race lab, modules and SQLite", async ({
  page,
  context,
}) => {
  site = await openStaticSite();
  await openPlayground(page, site.address);
  expect(await keepFiles(page)).toBe(true);
  await context.setOffline(true);
  await site.stop();
  const other = await context.newPage();
  const playground = await openPlayground(other, site.address);
  await playground.write({
    "m.pih":
      "<% import json, sqlite3\nc = sqlite3.connect(':memory:')\nprint json.dumps(list(c.execute('select 6 * 7'))) %>",
  });
  await playground.visit("/m.pih");
  await expect(playground.shown.locator("body")).toContainText("[[42]]");
  await other.getByRole("tab", { name: "Race" }).click();
  await expect(other.getByRole("tabpanel", { name: "Race" })).toBeVisible();
});

test("links open without a network: to a lesson that was never opened, and to somebody's site", async ({
  page,
  context,
}) => {
  site = await openStaticSite();
  const playground = await openPlayground(page, site.address);
  await playground.write({ "shared.html": "<p>from a link" });
  const link = await makeLink(page);
  expect(await keepFiles(page)).toBe(true);
  await context.setOffline(true);
  await site.stop();
  const other = await context.newPage();
  await other.goto(`${site.address}#1s`);
  await expect(other.getByRole("heading", { name: /The session/ }).first()).toBeVisible();
  await expect(other.getByRole("tab", { name: "hello.pih", exact: true })).toBeVisible();
  const another = await context.newPage();
  await openLink(another, link);
  await expect(another.getByRole("tab", { name: "shared.html", exact: true })).toBeVisible();
});

test("a slow host does not keep the page waiting", async ({ page }) => {
  site = await openStaticSite();
  await openPlayground(page, site.address);
  expect(await keepFiles(page)).toBe(true);
  site.hang();
  await page.reload();
  await expect(playgroundOf(page).shown.getByText("Qui êtes-vous ?")).toBeVisible();
});
