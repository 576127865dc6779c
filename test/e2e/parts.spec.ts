/** The parts of the page: folded, unfolded, in another language, and those that arrive after the first paint. */
import { expect, test } from "@playwright/test";
import { openPlayground, sendForm } from "./playground.ts";

test("a folded part keeps what it holds", async ({ page }) => {
  const playground = await openPlayground(page);
  await sendForm(playground);
  await playground.press("Fold: Browser");
  await expect(playground.shown.locator("body")).toBeHidden();
  await playground.press("Fold: Code");
  await expect(page.getByRole("tab", { name: "index.html" })).toBeHidden();
  await playground.press("Unfold: Browser");
  await expect(playground.shown.locator("body")).toContainText("Müller");
  await playground.press("Fold: Inspector");
  await playground.openTab("Sessions");
  await expect(page.getByRole("heading", { name: "Sessions on the server" })).toBeVisible();
});

test("a change of language keeps the page shown and what was typed, and lasts", async ({ page }) => {
  const playground = await openPlayground(page);
  await sendForm(playground);
  await page.getByRole("textbox", { name: "Text of index.html" }).focus();
  await page.keyboard.type("<!-- mine -->");
  await playground.press("FR");
  await expect(page.getByRole("button", { name: "Redémarrer le serveur" })).toBeVisible();
  await expect(page.frameLocator('iframe[title="Navigateur A"]').locator("body")).toContainText("Müller");
  await expect(page.getByText("<!-- mine -->").first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Redémarrer le serveur" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
});

test("a part that is wanted before it has come says so in its place, and then comes", async ({ page }) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/assets/later-*.js", async (route) => {
    await held;
    await route.continue();
  });
  const playground = await openPlayground(page);
  await playground.openTab("Sessions");
  await playground.press("Keyboard");
  await expect(page.getByText("this part is still being loaded").first()).toBeVisible();
  letGo();
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Sessions on the server" })).toBeVisible();
  await expect(page.getByRole("tab", { name: "Requests" })).toContainText("1");
});

test("who types in the plain editor goes on in the full one when it comes, losing no key", async ({
  page,
}) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/assets/monaco-island-*.js", async (route) => {
    await held;
    await route.continue();
  });
  await openPlayground(page);
  const editor = page.getByRole("textbox", { name: "Text of index.html" });
  await editor.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("<p>one ");
  letGo();
  // Typing goes on while the editors change places.
  for (let key = 0; key < 30; key++) await page.keyboard.type("x");
  await expect(page.locator(".monaco-editor")).toBeVisible();
  await page.keyboard.type(" two</p>");
  await expect(page.getByText(`<p>one ${"x".repeat(30)} two</p>`).first()).toBeVisible();
});
