/** My work: what a learner has begun is there, by name, with its earlier versions. */
import { expect, test } from "@playwright/test";
import { violations } from "./axe.ts";
import { openPlayground, playgroundOf, sendForm } from "./playground.ts";
import { home, keptState, openWorks } from "./work-steps.ts";

test("a work is renamed, left for another, gone back to and deleted", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write({ "mine.html": "mine" });
  let works = await openWorks(page);
  await works.getByRole("button", { name: "Rename The manual’s example" }).click();
  await page.keyboard.type("My own <b>site</b>");
  await page.keyboard.press("Enter");
  await expect(works.getByText("My own <b>site</b>")).toBeVisible();
  await expect(works.getByText(/shown here.* 5 files/)).toBeVisible();

  await page.evaluate(() => sessionStorage.removeItem("biscuiterie-workspace"));
  await page.reload();
  await expect(playground.shown.getByText("Qui êtes-vous ?")).toBeVisible();
  await expect(page.getByRole("tab", { name: "mine.html" })).toHaveCount(0);
  works = await openWorks(page);
  await works.getByRole("button", { name: "Open My own <b>site</b>" }).click();
  await expect(page.getByRole("tab", { name: "mine.html" })).toBeVisible();

  works = await openWorks(page);
  await expect(works.getByRole("button", { name: "Delete My own <b>site</b>" })).toBeDisabled();
  await works.getByRole("button", { name: "Delete The manual’s example" }).click();
  await works.getByRole("button", { name: "Keep it" }).press("Enter");
  await works.getByRole("button", { name: "Delete The manual’s example" }).click();
  await works.getByRole("button", { name: "Delete for good" }).click();
  await expect(works.getByText("There is no other work yet.")).toBeVisible();
});

test("a work that another tab shows is neither opened nor deleted here", async ({ page, context }) => {
  await openPlayground(page);
  const other = await context.newPage();
  await openPlayground(other);
  const works = await openWorks(other);
  await expect(works.getByText("open in another tab")).toBeVisible();
  await expect(works.getByRole("button", { name: /^Open / })).toBeDisabled();
  for (const button of await works.getByRole("button", { name: /^Delete/ }).all())
    await expect(button).toBeDisabled();
});

test("an earlier version is looked at, gone back to, and that undone", async ({ page }) => {
  const playground = await openPlayground(page);
  await sendForm(playground);
  await playground.write({ "index.html": "<h1>Changed</h1>\n" });
  const before = await keptState(page);
  const works = await openWorks(page);
  await works.getByRole("button", { name: "Restore…" }).click();
  await works.getByRole("button", { name: /while you were writing/ }).click();
  const change = works.getByRole("region", { name: "index.html", exact: true });
  await expect(change).toContainText("−<h1>Changed</h1>");
  await expect(change).toContainText("+<h3>Qui êtes-vous ?</h3>");
  await works.getByRole("button", { name: "Go back to this version" }).click();
  await expect
    .poll(async () => ((await keptState(page)) as { files: Record<string, string> }).files["index.html"])
    .toContain("Qui êtes-vous ?");
  await page.locator(".notices").getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => keptState(page)).toEqual(before);
});

test("a new tab of somebody who was here before begins anew, and their works are in the list", async ({
  page,
  context,
}) => {
  const playground = await openPlayground(page);
  await playground.write({ "mine.html": "mine" });
  await page.close();
  const other = await context.newPage();
  await openPlayground(other);
  const works = await openWorks(other);
  await expect(works.getByRole("button", { name: "Open The manual’s example" })).toBeEnabled();
});

test("by keyboard alone: to the list, a new name, an earlier version, and out", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write({ "index.html": "<h1>Changed</h1>" });
  await page.getByRole("button", { name: "My work" }).focus();
  await page.keyboard.press("Enter");
  const works = page.getByRole("dialog");
  await expect(works.getByRole("button", { name: "Restore…" })).toBeVisible();
  await works.getByRole("button", { name: /^Rename/ }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("By hand");
  await page.keyboard.press("Escape");
  await expect(works.getByText("The manual’s example")).toBeVisible();
  await expect(works.getByRole("button", { name: "Restore…" })).toBeFocused();
  await page.keyboard.press("Enter");
  await works.getByRole("button", { name: /while you were writing/ }).press("Enter");
  await expect(works.getByRole("button", { name: "Go back to this version" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(works).toBeHidden();
  await expect(page.getByRole("button", { name: "My work" })).toBeFocused();
});

test("axe finds nothing in the lists, in both languages and themes, nor on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(home());
  const playground = playgroundOf(page);
  await expect(page.getByRole("button", { name: "My work" })).toBeVisible();
  await page.getByRole("button", { name: "Browser", exact: true }).click();
  await expect(playground.shown.getByText("Qui êtes-vous ?")).toBeVisible();
  await playground.write({ "index.html": "<h1>Changed</h1>\n" });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const works = await openWorks(page);
    await expect(works.getByRole("button", { name: "Restore…" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await works.getByRole("button", { name: "Restore…" }).click();
    await works.getByRole("button", { name: /while you were writing/ }).click();
    await expect(works.getByRole("button", { name: "Go back to this version" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
  }
  await page.getByRole("button", { name: "FR" }).click();
  await page.getByRole("button", { name: "Mes travaux" }).click();
  await page.getByRole("button", { name: "Restaurer…" }).click();
  expect(await violations(page)).toEqual([]);
});
