/** The page with the traceback: its links lead to the line in the editor and to the request that is to blame. */
import { expect, type Page, test } from "@playwright/test";
import { openPlayground, type Playground, sendForm } from "./playground.ts";

/** The manual's walk to its error: the session was closed by request 3, on line 5. */
async function walkToError(playground: Playground): Promise<void> {
  const { shown } = playground;
  await sendForm(playground);
  await shown.getByRole("link", { name: "Suivant..." }).click();
  await expect(shown.locator("body")).toContainText("Zoë");
  await playground.press("Back");
  await shown.getByRole("link", { name: "Suivant..." }).click();
  await expect(shown.locator("pre.traceback")).toBeVisible();
}

const editorOf = (page: Page) => page.getByRole("textbox", { name: "Text of suiteEssaiSession.pih" });

/** In the page: pixels between the line that reads `prenom` and the first mark; null while one of the two is not drawn. */
function distanceToMark(): number | null {
  const mark = document.querySelector(".line-caused");
  const lines = [...document.querySelectorAll(".view-line")];
  const line = lines.find(({ textContent }) => textContent?.includes("session.prenom"));
  if (mark === null || line === undefined) return null;
  return Math.round(line.getBoundingClientRect().y) - Math.round(mark.getBoundingClientRect().y);
}

/** Line 4 is marked, and the caret stands in it. */
async function expectLine4(page: Page): Promise<void> {
  await expect(editorOf(page)).toBeFocused();
  // Monaco draws marks and lines anew while it settles: neither is a fixed element to be measured once.
  await expect.poll(() => page.evaluate(distanceToMark)).toBe(0);
  await expect(page.locator(".line-caused-note")).toContainText("Request 4, line 4");
  await page.keyboard.type("here ");
  await expect(page.locator(".view-line", { hasText: "here" })).toContainText("here print session.prenom");
}

test("a line of the traceback leads to that line in the editor", async ({ page }) => {
  const playground = await openPlayground(page);
  await walkToError(playground);
  await expect(page.getByRole("tab", { name: "index.html" })).toHaveAttribute("aria-selected", "true");
  const links = playground.shown.getByRole("link", { name: 'File "suiteEssaiSession.pih", line 4' });
  await links.click();
  await expect(page.getByRole("tab", { name: "suiteEssaiSession.pih" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await playground.expectAddress("http://localhost/suiteEssaiSession.pih");
  await expectLine4(page);
});

test("the same by keyboard; the mark goes when the page is another", async ({ page }) => {
  const playground = await openPlayground(page);
  await walkToError(playground);
  await playground.shown.getByRole("link", { name: "suiteEssaiSession.pih, line 4", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(editorOf(page)).toBeFocused();
  await expect(page.locator(".line-caused-note")).toContainText("Request 4, line 4");
  await playground.visit("/index.html");
  await expect(page.locator(".line-caused")).toHaveCount(0);
});

test("a sentence says who closed the session, and “Show me” lights that request", async ({ page }) => {
  const playground = await openPlayground(page);
  await walkToError(playground);
  await expect(playground.shown.locator("main")).toContainText(
    "prenom was in this session until request 3, when line 5 of suiteEssaiSession.pih closed it. Show me",
  );
  await playground.shown.getByRole("link", { name: "Show me" }).focus();
  await page.keyboard.press("Enter");
  const row = page.getByRole("row", { name: /suiteEssaiSession\.pih/ }).first();
  await expect(row).toHaveClass(/is-selected/);
  await expect(row).toHaveClass(/is-lit/);
  await expect(row.getByRole("button")).toBeFocused();
  await expect(page.getByRole("region", { name: "Request 3" })).toContainText(
    "closed the session: nom, prenom gone",
  );
});

test("a link in a frame of a page works too", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write({ "set.html": '<iframe src="suiteEssaiSession.pih"></iframe>' });
  await playground.visit("/set.html");
  const inner = playground.shown.frameLocator("iframe");
  await expect(inner.locator("main")).toContainText("Nobody has stored prenom in this session.");
  await inner.getByRole("link", { name: "suiteEssaiSession.pih, line 4", exact: true }).click();
  await expect(editorOf(page)).toBeFocused();
});

test("on a phone the line is selected in the plain editor", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const playground = await openPlayground(page);
  await playground.visit("/suiteEssaiSession.pih");
  await playground.shown.getByRole("link", { name: 'File "suiteEssaiSession.pih", line 4' }).click();
  await expect(editorOf(page)).toBeFocused();
  const selected = await editorOf(page).evaluate((editor: HTMLTextAreaElement) =>
    editor.value.slice(editor.selectionStart, editor.selectionEnd),
  );
  expect(selected).toBe("print session.prenom");
});
