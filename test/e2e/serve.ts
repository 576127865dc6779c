/**
 * Builds the app twice, for `/` and for a sub-path, and serves both on free ports while the tests run. `E2E_REUSE=1` takes the
 * last build, for repeated runs while writing a test.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { build, type PreviewServer, preview } from "vite";

const sites = [
  { variable: "E2E_URL", base: "/", folder: "node_modules/.cache/e2e/root" },
  { variable: "E2E_SUBPATH_URL", base: "/sub/path/", folder: "node_modules/.cache/e2e/subpath" },
];

export default async function serve(): Promise<() => Promise<void>> {
  const servers: PreviewServer[] = [];
  for (const { variable, base, folder } of sites) {
    const outDir = resolve(folder);
    if (!(process.env.E2E_REUSE === "1" && existsSync(outDir))) {
      await build({ base, logLevel: "warn", build: { outDir, emptyOutDir: true } });
    }
    const server = await preview({
      base,
      logLevel: "silent",
      build: { outDir },
      preview: { host: "localhost", port: 0, strictPort: false },
    });
    servers.push(server);
    process.env[variable] = addressOf(server, base);
  }
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
  };
}

function addressOf({ httpServer }: PreviewServer, base: string): string {
  const address = httpServer.address();
  if (address === null || typeof address === "string")
    throw new Error("Failed to serve the app: no port was given.");
  return `http://localhost:${address.port}${base}`;
}
