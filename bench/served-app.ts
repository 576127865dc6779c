/** The app, built as it would ship, served on a free port and open in Chromium: what benchmarks of the worker ask of the page. */
import { resolve } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { build, preview } from "vite";
import { chromiumArguments } from "../scripts/find-browser.mjs";

export interface ServedApp {
  context: BrowserContext;
  /** Opens the app in a tab of its own, which is a workspace of its own, and waits for its first page. */
  openTab(): Promise<Page>;
  close(): Promise<void>;
}

/** Builds and serves the app, and starts the browser at the path `executable`. Close it when done. */
export async function serveApp(executable: string): Promise<ServedApp> {
  const outDir = resolve("node_modules/.cache/bench/site");
  await build({ logLevel: "error", build: { outDir, emptyOutDir: true } });
  const server = await preview({
    logLevel: "silent",
    build: { outDir },
    preview: { host: "localhost", port: 0 },
  });
  const browser = await chromium.launch({ executablePath: executable, args: [...chromiumArguments] });
  const context = await browser.newContext();
  return {
    context,
    async openTab() {
      const page = await context.newPage();
      await page.goto(server.resolvedUrls?.local[0] ?? "");
      await page.frameLocator('iframe[title="Browser A"]').getByRole("button", { name: "Ok" }).waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
