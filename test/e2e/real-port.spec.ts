import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { MANUAL_EXAMPLE_FOLDER } from "../../src/project/index.ts";

/** Runs `npm run serve` with the manual's pages, sessions on disk, for as long as `visit` takes. */
async function withServer(visit: (address: string) => Promise<void>): Promise<void> {
  const sessions = mkdtempSync(join(tmpdir(), "biscuiterie-e2e-"));
  const args = ["scripts/serve.mjs", resolve(MANUAL_EXAMPLE_FOLDER), "--port", "0", "--sessions", sessions];
  const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  try {
    await visit(await addressOf(server));
  } finally {
    server.kill("SIGTERM");
    rmSync(sessions, { recursive: true, force: true });
  }
}

function addressOf({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    stdout?.on("data", (text) => {
      const address = /at (http:\S+)/.exec(String(text))?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}

test("the manual's walk on a real port, with the browser's own cookies, Back and links", async ({
  page,
  context,
}) => {
  await withServer(async (address) => {
    await page.goto(address);
    await page.locator("[name=monnom]").fill("Dupont");
    await page.locator("[name=prenom]").fill("Jean");
    await page.getByRole("button", { name: "Ok" }).click();
    await expect(page.locator("body")).toContainText("Dupont");
    expect(await context.cookies()).toMatchObject([{ name: "sessionId", path: "/", expires: -1 }]);
    await page.getByRole("link", { name: "Suivant" }).click();
    await expect(page.locator("body")).toContainText("Jean");
    await page.goBack();
    await page.getByRole("link", { name: "Suivant" }).click();
    await expect(page.locator("body")).toContainText("'SessionObject' object has no attribute 'prenom'");
    await expect(page.locator("body")).toContainText("suiteEssaiSession.pih, line 4");
  });
});
