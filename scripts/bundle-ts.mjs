/**
 * Node 20 cannot run TypeScript, so scripts and benchmarks are bundled by Vite (which we have anyway) into one
 * module under `node_modules/.cache/run-ts` and imported from there. Packages stay outside the bundle and load as usual.
 */
import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { relative, resolve } from "node:path";
import { build } from "vite";

/**
 * Bundles one TypeScript entry.
 *
 * @param {string} entry Path of the entry, relative to the working directory.
 * @param {{ minify?: boolean, format?: "es" | "cjs" }} [options] `minify` makes the bundle as small as a shipped one;
 *   an ES module unless `format` says otherwise.
 * @returns {Promise<string>} Absolute path of the bundle, alone in a folder of its own.
 */
export async function bundle(entry, options = {}) {
  const source = resolve(entry);
  const name = relative(process.cwd(), source).replace(/[^\w-]+/g, "_");
  const tag = createHash("sha256")
    .update(`${source} ${JSON.stringify(options)} ${process.pid}`)
    .digest("hex")
    .slice(0, 8);
  const format = options.format ?? "es";
  const directory = resolve("node_modules/.cache/run-ts", `${name}-${tag}`);
  const extension = (/** @type {string} */ base) => `${base}.${format === "es" ? "mjs" : "cjs"}`;
  mkdirSync(directory, { recursive: true });
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      ssr: source,
      target: "node20",
      outDir: directory,
      emptyOutDir: true,
      minify: options.minify ?? false,
      rolldownOptions: {
        output: { format, entryFileNames: extension("main"), chunkFileNames: extension("[name]") },
      },
    },
  });
  return resolve(directory, extension("main"));
}
