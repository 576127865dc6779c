/** Where no server can run the page says so in plain words, with what to do about it. */
import { expect, test } from "@playwright/test";

test.use({ serviceWorkers: "block" });

test("a browser whose service workers are blocked is told so, in both languages", async ({ page }) => {
  await page.goto(process.env.E2E_URL ?? "");
  await expect(page.getByRole("heading", { name: "Your browser cannot run a server here" })).toBeVisible();
  await expect(page.getByText("keeps service workers from starting on this site")).toBeVisible();
  await expect(page.getByText("Allow service workers here")).toBeVisible();
  await page.getByRole("button", { name: "En français" }).click();
  await expect(page.getByText("Autorisez les service workers ici")).toBeVisible();
});
