/** What a learner made is still there: after a reload, a restart of the server, a stopped worker, a hard reload. */
import { expect, test } from "@playwright/test";
import { counter, killWorker, openPlayground, playgroundOf, sendForm } from "./playground.ts";

test("a reload of the page loses nothing", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write({ "n.pih": counter });
  await playground.visit("/n.pih");
  await expect(playground.shown.locator("body")).toContainText("visit 1");
  await page.reload();
  await expect(page.getByRole("tab", { name: "n.pih", exact: true })).toBeVisible();
  await playground.visit("/n.pih");
  await expect(playground.shown.locator("body")).toContainText("visit 2");
});

test("a restart of the server loses sessions in memory, and says how many", async ({ page }) => {
  const playground = await openPlayground(page);
  await sendForm(playground);
  await playground.press("Restart server");
  await expect(page.getByText("1 session in memory was lost").first()).toBeVisible();
  await playground.shown.getByRole("link", { name: "Suivant..." }).click();
  await expect(playground.shown.locator("body")).toContainText("has no attribute 'prenom'");
});

test("a restart of the server keeps persistent sessions", async ({ page }) => {
  const playground = await openPlayground(page);
  await page.getByRole("switch", { name: "Persistent sessions" }).click();
  await expect(page.getByRole("switch", { name: "Persistent sessions" })).toBeChecked();
  await sendForm(playground);
  await playground.press("Restart server");
  await playground.shown.getByRole("link", { name: "Suivant..." }).click();
  await expect(playground.shown.locator("body")).toContainText("Zoë");
});

test("a worker stopped by the browser comes back with everything", async ({ page }) => {
  const playground = await openPlayground(page);
  await sendForm(playground);
  await killWorker(page);
  await playground.shown.getByRole("link", { name: "Suivant..." }).click();
  await expect(playground.shown.locator("body")).toContainText("Zoë");
  await killWorker(page);
  await playground.press("Back");
  await expect(playground.shown.locator("body")).toContainText("Müller");
  await playground.shown.getByRole("link", { name: "Suivant..." }).click();
  await expect(playground.shown.locator("body")).toContainText("has no attribute 'prenom'");
});

test("a hard reload, which goes round the worker, is healed", async ({ page }) => {
  const playground = await openPlayground(page);
  await sendForm(playground);
  const session = await page.context().newCDPSession(page);
  await session.send("Page.reload", { ignoreCache: true });
  await expect(playground.shown.getByText("Qui êtes-vous ?")).toBeVisible();
  await playground.visit("/suiteEssaiSession.pih");
  await expect(playground.shown.locator("body")).toContainText("Zoë");
});

test("two tabs are two sites, and one duplicated from another gets its own", async ({ page, context }) => {
  const one = await openPlayground(page);
  await one.write({ "n.pih": counter });
  await one.visit("/n.pih");
  await expect(one.shown.locator("body")).toContainText("visit 1");
  const other = await openPlayground(await context.newPage());
  await other.write({ "n.pih": counter });
  await other.visit("/n.pih");
  await expect(other.shown.locator("body")).toContainText("visit 1");
  await one.press("Reload");
  await expect(one.shown.locator("body")).toContainText("visit 2");
  await expect(other.shown.locator("body")).toContainText("visit 1");
});

test("the playground refuses to run inside another page", async ({ page }) => {
  await openPlayground(page);
  await page.evaluate(() => {
    const frame = document.createElement("iframe");
    frame.src = location.href;
    frame.title = "Thief";
    document.body.append(frame);
  });
  const inside = page.frameLocator('iframe[title="Thief"]');
  await expect(inside.locator("iframe")).toHaveCount(0);
  expect(playgroundOf(page).page).toBe(page);
});
