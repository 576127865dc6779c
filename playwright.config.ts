/**
 * End-to-end tests: the built app in a real Chromium. One file per thing a learner does; no retries, no waiting for a time.
 *
 * Each run builds into a folder of its own and serves it on a free port (`test/e2e/serve.ts`), so that runs never meet.
 */
import { defineConfig } from "@playwright/test";
import { chromiumArguments, findChromium } from "./scripts/find-browser.mjs";

export default defineConfig({
  testDir: "test/e2e",
  testMatch: "*.spec.ts",
  globalSetup: "./test/e2e/serve.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  outputDir: "node_modules/.cache/e2e-results",
  use: {
    launchOptions: { ...executable(), args: [...chromiumArguments] },
    viewport: { width: 1440, height: 900 },
    serviceWorkers: "allow",
    trace: "off",
  },
});

/** Playwright's own browser when we know of no other. */
function executable(): { executablePath?: string } {
  const executablePath = findChromium();
  return executablePath === null ? {} : { executablePath };
}
