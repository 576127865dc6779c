/** The playground served under a sub-path, as on a project's pages. */
import { expect, test } from "@playwright/test";
import { openPlayground, sendForm } from "./playground.ts";

test("the manual's walk under a sub-path", async ({ page }) => {
  const playground = await openPlayground(page, process.env.E2E_SUBPATH_URL);
  await sendForm(playground);
  await playground.shown.getByRole("link", { name: "Suivant..." }).click();
  await expect(playground.shown.locator("body")).toContainText("Zoë");
  await playground.write({ "a.html": '<a href="/b.html">go</a>', "b.html": "<p>arrived" });
  await playground.visit("/a.html");
  await playground.shown.getByRole("link", { name: "go" }).click();
  await expect(playground.shown.locator("body")).toContainText("arrived");
});
