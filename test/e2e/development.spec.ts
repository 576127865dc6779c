/** `npm run dev`: page and worker straight from source. */
import { expect, test } from "@playwright/test";
import { createServer, type ViteDevServer } from "vite";
import { openPlayground, sendForm } from "./playground.ts";

let server: ViteDevServer;

test.beforeAll(async () => {
  server = await createServer({
    cacheDir: "node_modules/.cache/e2e/development",
    logLevel: "silent",
    server: { host: "localhost", port: 0 },
  });
  await server.listen();
});

test.afterAll(() => server.close());

test("the manual's walk in development", async ({ page }) => {
  const playground = await openPlayground(page, server.resolvedUrls?.local[0]);
  await sendForm(playground);
  await playground.shown.getByRole("link", { name: "Suivant..." }).click();
  await expect(playground.shown.locator("body")).toContainText("Zoë");
});
