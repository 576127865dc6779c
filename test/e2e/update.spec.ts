/** A new version of the app is published while tabs are open: no tab ever talks to a server of another version. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { openPlayground, playgroundOf } from "./playground.ts";

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

let folder: string;
let site: Server;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "biscuiterie-update-"));
  cpSync("node_modules/.cache/e2e/root", folder, { recursive: true });
  site = createServer(({ url = "/" }, response) => {
    const path = new URL(url, "http://localhost").pathname;
    const file = path === "/" ? "/index.html" : path;
    try {
      const content = readFileSync(join(folder, file));
      response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
      response.end(content);
    } catch {
      response.statusCode = 404;
      response.end("no such file");
    }
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
});

test.afterEach(() => {
  site.close();
  rmSync(folder, { recursive: true });
});

/** Publishes a build that differs from the last one: another worker under another name, and pages that name it. */
function publishNewVersion(): void {
  const worker = readdirSync(folder).find((name) => name.startsWith("sw-")) ?? "";
  const [, buildId = ""] = /^sw-(\w+)\.js$/.exec(worker) ?? [];
  writeFileSync(join(folder, worker), `${readFileSync(join(folder, worker), "utf8")}\n// newer`);
  renameSync(join(folder, worker), join(folder, "sw-abcdefabcdef.js"));
  for (const name of readdirSync(join(folder, "assets")).filter((name) => name.endsWith(".js"))) {
    const path = join(folder, "assets", name);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(buildId, "abcdefabcdef"));
  }
}

test("an old tab keeps its server; a new one waits until it is alone, then works", async ({
  page,
  context,
}) => {
  const address = `http://localhost:${(site.address() as AddressInfo).port}/`;
  const old = await openPlayground(page, address);
  publishNewVersion();
  const newer = await context.newPage();
  await newer.goto(address);
  await expect(newer.getByText("Other tabs of this page still run an older version")).toBeVisible();
  await old.write({ "a.html": "<p>still here" });
  await old.visit("/a.html");
  await expect(old.shown.locator("body")).toContainText("still here");
  await page.close();
  await newer.reload();
  await expect(playgroundOf(newer).shown.getByText("Qui êtes-vous ?")).toBeVisible();
});

test("a reload of the only tab takes the new version, and keeps the learner's files", async ({ page }) => {
  const address = `http://localhost:${(site.address() as AddressInfo).port}/`;
  const playground = await openPlayground(page, address);
  await playground.write({ "a.html": "<p>still here" });
  publishNewVersion();
  await page.reload();
  await expect(playground.shown.getByText("Qui êtes-vous ?")).toBeVisible();
  const script = await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL);
  expect(script).toContain("sw-abcdefabcdef.js");
  await playground.visit("/a.html");
  await expect(playground.shown.locator("body")).toContainText("still here");
});
