/** Standard modules arrive when a page first imports them. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { openPlayground } from "./playground.ts";
import { openStaticSite } from "./static-site.ts";

const files = {
  "dice.pih": "<% import random\nrandom.seed(1) %><p>thrown: <%= random.randint(1, 100) %></p>",
  "data.pih": "<% import json\nfrom collections import Counter %><%= json.dumps(Counter('aab')) %>",
};

for (const variable of ["E2E_URL", "E2E_SUBPATH_URL"]) {
  test(`pages import standard modules (${variable})`, async ({ page }) => {
    const playground = await openPlayground(page, process.env[variable]);
    await playground.write(files);
    await playground.visit("/dice.pih");
    await expect(playground.shown.locator("body")).toContainText("thrown: 14");
    await playground.visit("/data.pih");
    await expect(playground.shown.locator("body")).toContainText('{"a": 2, "b": 1}');
  });
}

test("without a network, modules used before are there, and others are named on a page that says what to do", async ({
  page,
  context,
}) => {
  const site = await openStaticSite();
  // Without the list of its files nothing is kept before it is used.
  rmSync(join(site.folder, "offline.json"));
  const playground = await openPlayground(page, site.address);
  await playground.write(files);
  await playground.visit("/dice.pih");
  await expect(playground.shown.locator("body")).toContainText("thrown: 14");
  await context.setOffline(true);
  await playground.press("Reload");
  await expect(playground.shown.locator("body")).toContainText("thrown: 14");
  await playground.visit("/data.pih");
  await expect(playground.shown.locator("body")).toContainText("could not be loaded");
  await expect(playground.shown.locator("body")).toContainText("Check the connection, then reload the page.");
  await context.setOffline(false);
  await playground.press("Reload");
  await expect(playground.shown.locator("body")).toContainText('{"a": 2, "b": 1}');
  await site.remove();
});
