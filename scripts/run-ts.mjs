/**
 * Runs a TypeScript file under Node 20: `node scripts/run-ts.mjs path/to/file.ts args…`.
 * The file sees `process.argv` as if Node had run it directly, and its exit status is ours.
 */
import { rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle-ts.mjs";

const [entry, ...args] = process.argv.slice(2);
if (entry === undefined) {
  console.error(
    "Failed to run a TypeScript file: none was named. Usage: node scripts/run-ts.mjs FILE.ts [ARGS…]",
  );
  process.exit(2);
}
const bundled = await bundle(entry);
process.on("exit", () => rmSync(dirname(bundled), { recursive: true, force: true }));
process.argv = [process.argv[0] ?? "node", resolve(entry), ...args];
await import(pathToFileURL(bundled).href);
