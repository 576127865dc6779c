/** A new version of the app is published while tabs are open: no tab ever talks to a server of another version. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { keepFiles, openPlayground, playgroundOf } from "./playground.ts";
import { openStaticSite, type StaticSite } from "./static-site.ts";

let site: StaticSite;

test.beforeEach(async () => {
  site = await openStaticSite();
});

test.afterEach(() => site.remove());

/**
 * Publishes a build that differs from the last one: another worker under another name, and a page and files that name it, under other
 * names too, as what is named by its content has.
 */
function publishNewVersion(): void {
  const { folder } = site;
  const worker = readdirSync(folder).find((name) => name.startsWith("sw-")) ?? "";
  const [, buildId = ""] = /^sw-(\w+)\.js$/.exec(worker) ?? [];
  writeFileSync(join(folder, worker), `${readFileSync(join(folder, worker), "utf8")}\n// newer`);
  renameSync(join(folder, worker), join(folder, "sw-abcdefabcdef.js"));
  const assets = readdirSync(join(folder, "assets"));
  const renew = (text: string) =>
    assets
      .reduce((renewed, name) => renewed.replaceAll(name, newName(name)), text)
      .replaceAll(buildId, "abcdefabcdef");
  const paths = [
    ...assets.filter((name) => /\.(js|css)$/.test(name)).map((name) => `assets/${name}`),
    "index.html",
  ];
  for (const path of paths.map((path) => join(folder, path)))
    writeFileSync(path, renew(readFileSync(path, "utf8")));
  for (const name of assets) renameSync(join(folder, "assets", name), join(folder, "assets", newName(name)));
  const list = JSON.parse(renew(readFileSync(join(folder, "offline.json"), "utf8")));
  list.page = createHash("sha256")
    .update(readFileSync(join(folder, "index.html")))
    .digest("hex");
  writeFileSync(join(folder, "offline.json"), JSON.stringify(list));
}

function newName(name: string): string {
  return name.replace(/(\.\w+)$/, "-newer$1");
}

test("an old tab keeps its server; a new one waits until it is alone, then works", async ({
  page,
  context,
}) => {
  const old = await openPlayground(page, site.address);
  expect(await keepFiles(page)).toBe(true);
  publishNewVersion();
  const newer = await context.newPage();
  await newer.goto(site.address);
  await expect(newer.getByText("Other tabs of this page still run an older version")).toBeVisible();
  await old.write({ "a.html": "<p>still here" });
  await old.visit("/a.html");
  await expect(old.shown.locator("body")).toContainText("still here");
  await page.close();
  await newer.reload();
  await expect(playgroundOf(newer).shown.getByText("Qui êtes-vous ?")).toBeVisible();
});

test("a reload of the only tab takes the new version, and keeps the learner's files", async ({ page }) => {
  const playground = await openPlayground(page, site.address);
  await playground.write({ "a.html": "<p>still here" });
  expect(await keepFiles(page)).toBe(true);
  publishNewVersion();
  await page.reload();
  await expect(playground.shown.getByText("Qui êtes-vous ?")).toBeVisible();
  const script = await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL);
  expect(script).toContain("sw-abcdefabcdef.js");
  await playground.visit("/a.html");
  await expect(playground.shown.locator("body")).toContainText("still here");
});

test("what an old version kept for times without a network goes with it", async ({ page }) => {
  await openPlayground(page, site.address);
  expect(await keepFiles(page)).toBe(true);
  publishNewVersion();
  await page.reload();
  await expect(playgroundOf(page).shown.getByText("Qui êtes-vous ?")).toBeVisible();
  expect(await keepFiles(page)).toBe(true);
  const kept = await page.evaluate(async () => {
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    return (await Promise.all(stores.map((store) => store.keys()))).flat().map(({ url }) => url);
  });
  const assets = kept.filter((url) => url.includes("/assets/"));
  expect(assets.length).toBeGreaterThan(5);
  expect(assets.filter((url) => !/-newer\.\w+$/.test(url))).toEqual([]);
});
