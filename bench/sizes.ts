/** What a visitor downloads, against its budgets: a fresh build, measured by `scripts/sizes.mjs`. */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { build } from "vite";

/** Prints each part in kB of gzip. */
export async function sizes(): Promise<void> {
  const outDir = resolve("node_modules/.cache/bench/sizes");
  await build({ logLevel: "error", build: { outDir, emptyOutDir: true } });
  spawnSync(process.execPath, ["scripts/sizes.mjs"], {
    stdio: "inherit",
    env: { ...process.env, OUT_DIR: outDir },
  });
}
