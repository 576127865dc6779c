/** The worked example of the manual, both ways, by mouse and by keyboard. */
import { expect, type FrameLocator, type Locator, type Page, test } from "@playwright/test";
import { openPlayground, sendForm } from "./playground.ts";

test("the manual's example: the session is closed, so going Back and on again is an error at line 4", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  const { shown } = playground;
  await sendForm(playground);
  await shown.getByRole("link", { name: "Suivant..." }).click();
  await expect(shown.locator("body")).toContainText("Zoë");
  await playground.press("Back");
  await expect(shown.locator("body")).toContainText("Müller");
  await shown.getByRole("link", { name: "Suivant..." }).click();
  await expect(shown.locator("body")).toContainText("'SessionObject' object has no attribute 'prenom'");
  await expect(shown.locator("body")).toContainText("suiteEssaiSession.pih");
  await expect(shown.locator("body")).toContainText("line 4");
  await playground.expectAddress("http://localhost/suiteEssaiSession.pih");
});

test("with session.close() commented out in the editor it works, for ever", async ({ page }) => {
  const playground = await openPlayground(page);
  const { shown } = playground;
  await page.getByRole("tab", { name: "suiteEssaiSession.pih" }).click();
  const editor = page.getByRole("textbox", { name: "Text of suiteEssaiSession.pih" });
  await editor.focus();
  await page.keyboard.press("Control+Home");
  for (let line = 1; line < 5; line++) await page.keyboard.press("ArrowDown");
  await page.keyboard.type("# ");
  // Ctrl+S also reloads the browser: what stands in its form goes, and only then can it be filled in.
  await shown.locator("[name=monnom]").evaluate((field: HTMLInputElement) => {
    field.value = "before the reload";
  });
  await page.keyboard.press("Control+s");
  await expect(shown.locator("[name=monnom]")).toHaveValue("");
  await sendForm(playground);
  await shown.getByRole("link", { name: "Suivant..." }).click();
  await expect(shown.locator("body")).toContainText("Zoë");
  await playground.press("Back");
  await expect(shown.locator("body")).toContainText("Müller");
  await shown.getByRole("link", { name: "Suivant..." }).click();
  await expect(shown.locator("h3")).toContainText("L'essai de session continue");
  await expect(shown.locator("body")).toContainText("Zoë");
});

test("the panels show the cookie, the session and the requests as they happen", async ({ page }) => {
  const playground = await openPlayground(page);
  await sendForm(playground);
  await playground.openTab("Cookies");
  await expect(page.getByText("sessionId").first()).toBeVisible();
  await playground.openTab("Sessions");
  await expect(page.getByText("'M\\xc3\\xbcller'").first()).toBeVisible();
  await playground.openTab("Requests");
  await expect(page.getByText(/debutEssaiSession\.pih\?monnom=M/).first()).toBeVisible();
});

test("the walk by keyboard alone, both ways", async ({ page }) => {
  const { shown } = await openPlayground(page);
  const keys = keyboardOf(page);

  await keys.press("Control+Enter");
  await expect(page.getByRole("textbox", { name: "Address" })).toBeFocused();
  await keys.tabTo(shown.locator("[name=monnom]"));
  await keys.type("Curie");
  await keys.tabTo(shown.locator("[name=prenom]"));
  await keys.type("Marie");
  await keys.press("Enter");
  await expect(shown.locator("body")).toContainText("Curie");
  await followNext(keys, shown);
  await expect(shown.locator("body")).toContainText("Marie");
  await goBack(keys, page, shown);
  await followNext(keys, shown);
  await expect(shown.locator("body")).toContainText("'SessionObject' object has no attribute 'prenom'");

  // The plain editor and the full one are left by the same keys, but not half by those of one and half by those of the other.
  await expect(page.locator(".island[data-ready=true]")).toBeVisible();
  await keys.press("Control+Enter");
  await keys.press("Shift+F6");
  await expect(page.getByRole("textbox", { name: "Text of index.html" })).toBeFocused();
  await keys.press("Escape");
  await keys.tabTo(page.getByRole("tab", { name: "index.html" }), "Shift+Tab");
  await keys.press("End");
  await keys.press("ArrowLeft");
  await expect(page.getByRole("tab", { name: "suiteEssaiSession.pih" })).toBeFocused();
  await keys.press("Enter");
  await keys.tabTo(page.getByRole("textbox", { name: "Text of suiteEssaiSession.pih" }));
  await keys.press("Control+Home");
  for (let line = 1; line < 5; line++) await keys.press("ArrowDown");
  await keys.type("# ");
  await keys.press("Control+s");

  await keys.press("Control+Enter");
  await expect(page.getByRole("textbox", { name: "Address" })).toBeFocused();
  await keys.type("http://localhost/debutEssaiSession.pih?monnom=Curie&prenom=Irene");
  await keys.press("Enter");
  await expect(shown.locator("body")).toContainText("Curie");
  await followNext(keys, shown);
  await expect(shown.locator("body")).toContainText("Irene");
  await goBack(keys, page, shown);
  await followNext(keys, shown);
  await expect(shown.locator("body")).toContainText("Irene");
});

interface Keys {
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses Tab (or `key`) until `target` has the focus. */
  tabTo(target: Locator, key?: string): Promise<void>;
}

/** The keyboard and nothing else. */
function keyboardOf(page: Page): Keys {
  const press = (key: string) => page.keyboard.press(key);
  return {
    press,
    type: (text) => page.keyboard.type(text),
    async tabTo(target, key = "Tab") {
      for (let presses = 0; presses < 60; presses++) {
        if (await target.evaluate((element) => element.ownerDocument.activeElement === element)) return;
        await press(key);
      }
      throw new Error(`Failed to reach ${target}: ${key} never led there.`);
    },
  };
}

async function followNext(keys: Keys, shown: FrameLocator): Promise<void> {
  await expect(shown.getByRole("link", { name: "Suivant..." })).toBeVisible();
  await keys.press("Control+Enter");
  await keys.tabTo(shown.getByRole("link", { name: "Suivant..." }));
  await keys.press("Enter");
  await expect(shown.getByText("Suivant...")).toHaveCount(0);
}

async function goBack(keys: Keys, page: Page, shown: FrameLocator): Promise<void> {
  await keys.press("Control+Enter");
  await keys.tabTo(page.getByTitle("Back", { exact: true }), "Shift+Tab");
  await keys.press("Enter");
  await expect(shown.getByRole("link", { name: "Suivant..." })).toBeVisible();
}
