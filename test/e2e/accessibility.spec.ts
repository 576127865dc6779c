/** Everyone can use it: no violations that axe can find, in either theme, and after a walk that fills the panels. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import { openPlayground, sendForm } from "./playground.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on the app's own page; the learner's pages are theirs. */
async function violations(page: Page): Promise<unknown> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, { iframes: false });
    return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(" ")) }));
  });
}

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
