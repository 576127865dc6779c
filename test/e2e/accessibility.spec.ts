/** Everyone can use it: no violations that axe can find, in either theme, and after a walk that fills the panels. */
import { expect, test } from "@playwright/test";
import { violations } from "./axe.ts";
import { openPlayground, sendForm } from "./playground.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`the main screen has no axe violations, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const playground = await openPlayground(page);
    expect(await violations(page)).toEqual([]);
    await sendForm(playground);
    for (const tab of ["Cookies", "Sessions", "Requests"] as const) {
      await playground.openTab(tab);
      expect(await violations(page)).toEqual([]);
    }
  });
}
