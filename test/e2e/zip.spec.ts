/** A site goes out as a zip and comes in as a new work, pictures and all. */
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { zipSync } from "fflate";
import { counter, openPlayground, playgroundOf } from "./playground.ts";
import { openWorks, test } from "./work-steps.ts";

/** One transparent pixel. */
const pixel = Uint8Array.from(
  Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64"),
);
const bytes = (text: string) => new TextEncoder().encode(text);

test("a site is downloaded as a zip, and imported somewhere else", async ({ page, freshPage }) => {
  const playground = await openPlayground(page);
  await playground.write({ "counter.pih": counter });
  const zip = await download(page);
  const other = await freshPage();
  await openPlayground(other);
  await importZip(other, "shop.zip", zip);
  const dialog = other.getByRole("dialog", { name: "The site in shop.zip" });
  await dialog.getByText("counter.pih").click();
  await expect(dialog.getByText("session = Session()")).toBeVisible();
  await dialog.getByRole("button", { name: "Open as a new work" }).click();
  await expect(other.getByRole("tab", { name: "counter.pih" })).toBeVisible();
  await playgroundOf(other).visit("/counter.pih");
  await expect(playgroundOf(other).shown.locator("body")).toContainText("visit 1");
  const works = await openWorks(other);
  await expect(works.getByText("shop", { exact: true })).toBeVisible();
});

test("a picture comes in, is served, is not to be edited, and goes out again", async ({ page }) => {
  await openPlayground(page);
  const site = { "index.html": bytes("<h1>A picture</h1><img src=dot.gif alt=dot>"), "dot.gif": pixel };
  await importZip(page, "picture.zip", zipSync(site));
  await page.getByRole("button", { name: "Open as a new work" }).click();
  const { shown } = playgroundOf(page);
  await expect(shown.getByRole("heading", { name: "A picture" })).toBeVisible();
  await expect
    .poll(() => shown.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(1);
  await page.getByRole("tab", { name: "dot.gif" }).click();
  await expect(page.getByText(`${pixel.length} bytes that are not text`)).toBeVisible();
  await page.getByLabel("Rename or delete this file").click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByRole("tab", { name: "dot.gif" })).toHaveCount(0);
  await page.locator(".notices").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("tab", { name: "dot.gif" })).toBeVisible();
  const zip = await download(page);
  expect(Buffer.from(zip).includes(Buffer.from("dot.gif"))).toBe(true);
});

const wrong: Record<string, [file: Uint8Array, says: string]> = {
  "no zip": [bytes("hello"), "It is not a .zip file."],
  empty: [zipSync({}), "There is no file in it"],
  "with a name that climbs out": [
    zipSync({ "../evil.pih": bytes("x"), "b.pih": bytes("y") }),
    "“../evil.pih”",
  ],
  "with too many files": [
    zipSync(Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`${n}.txt`, bytes("x")]))),
    "more than 64 files",
  ],
  "a bomb": [zipSync({ "a.txt": new Uint8Array(20_000_000) }), "larger than 256 kB"],
};

for (const [name, [file, says]] of Object.entries(wrong)) {
  test(`a file that is ${name} is not opened, and the page says why`, async ({ page }) => {
    const playground = await openPlayground(page);
    await importZip(page, "x.zip", file);
    const dialog = page.getByRole("dialog", { name: "This .zip cannot be opened" });
    await expect(dialog).toContainText(says);
    await dialog.getByRole("button", { name: "Go on with my own work" }).click();
    await expect(dialog).toBeHidden();
    await expect(playground.shown.getByText("Qui êtes-vous ?")).toBeVisible();
  });
}

async function download(page: Page): Promise<Uint8Array> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share this site" });
  const started = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download as .zip" }).click();
  const file = await (await started).path();
  await page.keyboard.press("Escape");
  return readFileSync(file);
}

async function importZip(page: Page, name: string, content: Uint8Array): Promise<void> {
  const works = await openWorks(page);
  const chosen = page.waitForEvent("filechooser");
  await works.getByRole("button", { name: "Import a .zip" }).click();
  await (await chosen).setFiles({ name, mimeType: "application/zip", buffer: Buffer.from(content) });
}
