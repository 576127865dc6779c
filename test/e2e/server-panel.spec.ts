/** The server's options as text and as controls, always in step, and the server's log. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import { counter, openPlayground, type Playground } from "./playground.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

test("a control rewrites one line of server.ini, and a line of server.ini moves the control", async ({
  page,
}) => {
  await openPlayground(page);
  await page.getByRole("tab", { name: "server.ini" }).click();
  const text = textOf(page);
  await expect(text).toContainText("server = monoprocess");
  const panel = await openPanel(page);
  await panel.getByRole("radio", { name: /several processes/ }).click();
  await expect(text).toContainText("server = multiprocess");
  await panel.getByRole("spinbutton", { name: "How many processes" }).fill("5");
  await page.keyboard.press("Enter");
  await expect(text).toContainText("processes = 5");
  await panel.getByRole("checkbox", { name: "Refuse unknown ids" }).check();
  await expect(text).toContainText("strict_session_ids = on");
  await panel.getByRole("radio", { name: /on disk/ }).click();
  await expect(text).toContainText("persistent_session = on");
  await expect(page.getByRole("switch", { name: "Persistent sessions" })).toBeChecked();

  await page.keyboard.press("Escape");
  await writeIni(page, "[server]\nserver = cgi\nmax_sessions = 7 ; few\nerror_status = 500\n");
  await openPanel(page);
  await expect(panel.getByRole("radio", { name: /CGI/ })).toBeChecked();
  await expect(panel.getByRole("spinbutton", { name: "Most sessions" })).toHaveValue("7");
  await expect(panel.getByRole("radio", { name: /500/ })).toBeChecked();
  await expect(panel.getByRole("checkbox", { name: "Refuse unknown ids" })).not.toBeChecked();
  await expect(page.getByRole("switch", { name: "Persistent sessions" })).not.toBeChecked();
});

test("a control used while the text is still being typed changes that very text", async ({ page }) => {
  await openPlayground(page);
  await page.getByRole("tab", { name: "server.ini" }).click();
  await writeIni(page, "; mine\n[server]\nprocesses = 4\n");
  await page.getByRole("switch", { name: "Persistent sessions" }).click();
  await expect(textOf(page)).toContainText("; mine[server]processes = 4persistent_session = on");
});

test("on a phone the lines that are wrong are listed below the plain editor, in French too", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openPlayground(page);
  await page.getByRole("button", { name: "Code", exact: true }).click();
  await page.getByRole("tab", { name: "server.ini" }).click();
  const text = page.getByRole("textbox", { name: "Text of server.ini" });
  await text.fill("[server]\nprocesses = 0\n");
  await expect(page.getByRole("listitem").filter({ hasText: "Line 2" })).toContainText(
    "“processes” cannot be “0”. Write a whole number from 1 to 16.",
  );
  await page.getByRole("button", { name: "FR" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Ligne 2" })).toContainText(
    "« processes » ne peut pas être « 0 ». Écrivez un nombre entier de 1 à 16.",
  );
});

test("the panel leads to server.ini, and a click beside it closes it", async ({ page }) => {
  await openPlayground(page);
  const panel = await openPanel(page);
  await panel.getByRole("button", { name: "server.ini" }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByRole("tab", { name: "server.ini" })).toBeFocused();
  await openPanel(page);
  await page.getByRole("heading", { name: "Biscuiterie" }).click();
  await expect(panel).toBeHidden();
});

test("a wrong line is marked and told, and nothing restarts until it is corrected", async ({ page }) => {
  const playground = await openPlayground(page);
  await visitTwice(playground);
  await page.getByRole("tab", { name: "server.ini" }).click();
  await writeIni(page, "[server]\nserver = apache\n");
  await expect(page.getByText("1 line has to be corrected.")).toBeVisible();
  await expect(page.getByText(/Line 2: “server” cannot be “apache”/)).toBeVisible();
  await expect(page.locator(".squiggly-error")).not.toHaveCount(0);
  await playground.visit("/n.pih");
  await expect(playground.shown.locator("body")).toContainText("visit 3");
  const panel = await openPanel(page);
  await expect(panel.getByRole("alert")).toContainText("Line 2");
  await panel.getByRole("checkbox", { name: "Refuse unknown ids" }).click();
  await expect(page.getByText(/Line 2 of server\.ini has to be corrected first/)).toBeVisible();
  await expect(panel.getByRole("checkbox", { name: "Refuse unknown ids" })).not.toBeChecked();
  await page.keyboard.press("Escape");
  await writeIni(page, "[server]\nserver = cgi\n");
  await expect(page.getByText("No mistake: the server follows this text.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Server: CGI, sessions in memory" })).toBeVisible();
});

test("the kind of server is chosen by keyboard, and Escape brings the focus back to the button", async ({
  page,
}) => {
  await openPlayground(page);
  const button = page.getByRole("button", { name: "Server: one process, sessions in memory" });
  await button.focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "Options of the server" });
  await expect(panel.getByRole("radio", { name: /one process/ })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(panel.getByRole("radio", { name: /one process/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(panel.getByRole("radio", { name: /threads/ })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(page.getByRole("button", { name: "Server: threads, sessions in memory" })).toBeFocused();
});

test("server.ini is no file of the site: it is not served, renamed or deleted", async ({ page }) => {
  const playground = await openPlayground(page);
  await page.getByRole("tab", { name: "server.ini" }).click();
  await expect(page.getByLabel("Rename or delete this file")).toHaveCount(0);
  await playground.visit("/server.ini");
  await expect(playground.shown.locator("body")).toContainText("404");
});

test("the log shows Karrigell's warning and a failed script, and a dot says that they are new", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  const tab = page.getByRole("tab", { name: "Log" });
  await expect(tab).toHaveAccessibleName("Log");
  const panel = await openPanel(page);
  await panel.getByRole("radio", { name: /threads/ }).click();
  await expect(tab).toHaveAccessibleName("Log a new warning or error");
  await page.keyboard.press("Escape");
  await tab.click();
  const log = page.getByRole("tabpanel", { name: "Log" });
  await expect(tab).toHaveAccessibleName("Log");
  await expect(log.getByRole("row", { name: /warning/ })).toHaveCount(1);
  await playground.write({ "bad.pih": "<p>\n<% print nothing %>" });
  await playground.visit("/bad.pih");
  const row = log.getByRole("row", { name: /error NameError: name 'nothing' is not defined/ });
  await expect(row).toContainText("bad.pih, line 2");
  await expect(row).toContainText("process 1, thread");
  await row.getByRole("button", { name: /^Request \d+$/ }).click();
  await expect(page.getByRole("tab", { name: "Requests" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("region", { name: /^Request \d+$/ })).toContainText(/process 1, thread \d/);
});

test("each request says which process answered it, where there is more than one", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write({ "one.html": "/one.html", "two.html": "/two.html" });
  await playground.openTab("Requests");
  const requests = page.getByRole("tabpanel", { name: "Requests" });
  await expect(requests.getByRole("row")).toHaveCount(2);
  await expect(requests.getByText(/process \d/)).toHaveCount(0);
  const panel = await openPanel(page);
  await panel.getByRole("radio", { name: /CGI/ }).click();
  await page.keyboard.press("Escape");
  // A page that is still on its way would be given up for the next.
  for (const path of ["/one.html", "/two.html"]) {
    await playground.visit(path);
    await expect(playground.shown.locator("body")).toContainText(path);
  }
  await expect(requests.getByRole("cell", { name: /^process \d+$/ })).toHaveCount(3);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the panel, the log and a wrong server.ini have no axe violations, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const playground = await openPlayground(page);
    await playground.write({ "bad.pih": "<% print nothing %>" });
    await playground.visit("/bad.pih");
    await page.getByRole("tab", { name: "Log" }).click();
    await page.getByRole("tab", { name: "server.ini" }).click();
    await writeIni(page, "[server]\nserver = apache\n");
    await expect(page.getByText("1 line has to be corrected.")).toBeVisible();
    await openPanel(page);
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run(document, { iframes: false });
      return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(" ")) }));
    });
    expect(found).toEqual([]);
  });
}

async function openPanel(page: Page) {
  await page.getByRole("button", { name: /^Server: / }).click();
  const panel = page.getByRole("dialog", { name: "Options of the server" });
  await expect(panel.getByRole("radio").first()).toBeVisible();
  return panel;
}

/** The lines that the editor shows. */
function textOf(page: Page) {
  return page.locator(".view-lines");
}

/** Replaces the text of the file that is open. */
async function writeIni(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Text of server.ini" }).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}

async function visitTwice(playground: Playground): Promise<void> {
  await playground.write({ "n.pih": counter });
  for (const n of [1, 2]) {
    await playground.visit("/n.pih");
    await expect(playground.shown.locator("body")).toContainText(`visit ${n}`);
  }
}
