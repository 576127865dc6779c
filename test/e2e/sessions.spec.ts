/** The *Sessions* panel: what a session is made of, where it is, and what happens to a thousand of them. */
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { command, counter, killWorker, openPlayground, type Playground, sendForm } from "./playground.ts";

const cart = `<%
session = Session()
session.nom = 'Dupont'
session.panier = [{'titre': u'Caf\\xe9'}]
session.nom = 'Durand'
%>`;

/** Opens the panel with one session that `page` made, kept on disk. */
async function openOnDisk(page: Page, source = cart): Promise<{ playground: Playground; id: string }> {
  const playground = await openPlayground(page);
  await page.getByRole("switch", { name: "Persistent sessions" }).click();
  await expect(page.getByRole("switch", { name: "Persistent sessions" })).toBeChecked();
  await playground.write({ "cart.pih": source });
  await playground.visit("/cart.pih");
  await playground.openTab("Sessions");
  const badge = page.locator(".session .badge.is-session");
  await expect(badge).toHaveText(/^[a-zA-Z0-9]{16}$/);
  return { playground, id: (await badge.textContent()) ?? "" };
}

async function sendCrowd(page: Page, count: number): Promise<void> {
  await page.getByRole("button", { name: "Create many sessions" }).click();
  await page.getByRole("spinbutton", { name: "How many browsers" }).fill(String(count));
  await page.getByRole("button", { name: /^Create \d+ sessions?$/ }).click();
}

test("a session on disk as attributes, history, pickle and hex, and as a file", async ({ page }) => {
  const { id } = await openOnDisk(page);
  const session = page.locator(".session");
  await expect(session.getByRole("row", { name: "nom 'Durand' str Request 2" })).toBeVisible();
  await expect(session).toContainText("file on disk");
  await session.getByRole("button", { name: "What is inside of panier" }).click();
  await session.getByText("[0] {'titre': u'Caf\\xe9'}").click();
  await expect(session.getByText("'titre' u'Caf\\xe9'")).toBeVisible();

  await session.getByRole("button", { name: "History" }).click();
  await expect(session.locator(".session-story")).toContainText(/'Dupont'.*line 3.*'Durand'.*line 5/s);
  await session.getByRole("button", { name: "Pickle" }).click();
  const pickle = session.locator("pre");
  await expect(pickle).toContainText("S'nom'");
  const text = await pickle.textContent();
  await session.getByRole("button", { name: "Hex" }).click();
  await expect(session.locator("pre.hex")).toContainText(/^000000 28 64 53 27 6e 6f 6d 27/);
  await expect(session.locator("pre.hex")).toContainText("(dS'nom'");

  const downloading = page.waitForEvent("download");
  await session.getByRole("button", { name: "Download" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(id);
  expect(await readFile(await download.path(), "latin1")).toBe(text);
});

test("a damaged file is marked with what is wrong, and can be deleted", async ({ page }) => {
  const { playground } = await openOnDisk(page);
  const session = page.locator(".session");
  await session.getByRole("button", { name: "Pickle" }).click();
  await session.getByRole("button", { name: "Edit the file" }).click();
  await session.getByRole("textbox", { name: "File of session" }).fill("(dS'nom'\nX");
  await session.getByRole("button", { name: "Save the file" }).click();
  await expect(session.getByText("This file cannot be read: line 2 of the pickle")).toBeVisible();
  await playground.press("Reload");
  await expect(playground.shown.locator("body")).toContainText("damaged");
  await session.getByRole("button", { name: "Delete this file" }).click();
  await expect(session).toHaveCount(0);
  await expect(page.getByText("Browser A still holds the key")).toBeVisible();
  await playground.press("Reload");
  await expect(session.getByRole("row", { name: /nom 'Durand'/ })).toBeVisible();
});

test("after session.close() the panel says who closed it, and that the key is still there", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await sendForm(playground);
  await playground.openTab("Sessions");
  await playground.shown.getByRole("link", { name: "Suivant..." }).click();
  await expect(page.getByText("Browser A still holds the key")).toBeVisible();
  await expect(page.locator(".lost-keys")).toContainText("Request 3 closed its session.");
  await expect(page.locator(".lost-keys")).toContainText("suiteEssaiSession.pih, line 5");
});

test("a thousand sessions: the oldest was browser A's, who is told; few rows are drawn, and all can be reached", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await playground.write({ "n.pih": counter });
  await sendForm(playground);
  await playground.openTab("Sessions");
  await sendCrowd(page, 1000);
  await expect(page.getByText("1000 visits: 1000 sessions created, 1 evicted.")).toBeVisible();
  await expect(page.getByText("Browser A’s session was evicted").first()).toBeVisible();
  await expect(page.locator(".lost-keys")).toContainText(
    "Its session was evicted: the server keeps 1000, and this one was the oldest.",
  );
  const rows = page.locator(".session");
  await expect(rows.first()).toContainText("nom = 'monnom1', prenom = 'prenom1'");
  expect(await rows.count()).toBeLessThan(60);

  await page.locator("#inspector-panel").evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
  await expect(page.getByText("nom = 'monnom1000'")).toBeVisible();
  expect(await rows.count()).toBeLessThan(60);

  await page.getByRole("searchbox", { name: "Filter the sessions" }).fill("monnom77");
  await expect(page.getByText("11 of 1000")).toBeVisible();
  await expect(rows).toHaveCount(11);

  await page.getByRole("searchbox").fill("");
  await playground.visit("/n.pih");
  await expect(playground.shown.locator("body")).toContainText("visit 1");
  await expect(page.locator(".lost-keys")).toHaveCount(0);
});

test("the list of many sessions by keyboard", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.openTab("Sessions");
  await sendCrowd(page, 300);
  await expect(page.getByText("300 visits: 300 sessions created, 0 evicted.")).toBeVisible();
  const toggle = (n: number) => page.locator(`[aria-posinset="${n}"] .session-toggle`);
  // Rows that are asked for and not here yet cannot be entered: Tab would go past them.
  await expect(toggle(1)).toBeVisible();
  await page.getByRole("button", { name: "Create many sessions" }).focus();
  await page.keyboard.press("Tab");
  await expect(toggle(1)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(toggle(2)).toBeFocused();
  await page.keyboard.press("End");
  await expect(toggle(300)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { name: "nom 'monnom300'" })).toBeVisible();
  await page.keyboard.press("Home");
  await expect(toggle(1)).toBeFocused();
});

test("visitors on their way can be stopped, and go on when the browser stops the worker", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await playground.openTab("Sessions");
  await sendCrowd(page, 20_000);
  await expect(page.getByText(/^\d+ of 20000$/)).toBeVisible();
  await killWorker(page);
  await command(page, { kind: "ping" });
  await expect(page.getByText(/^\d+ of 20000$/)).toBeVisible();
  await page.getByRole("button", { name: "Stop the visits" }).click();
  await expect(page.getByText(/Stopped: \d+ did not come/)).toBeVisible();
});
