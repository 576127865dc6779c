/** The built app in a folder of its own behind a server of its own: to publish something else there, or to take it from the network. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

export interface StaticSite {
  /** Ends with a slash. */
  address: string;
  folder: string;
  /** From now on no request is ever answered. */
  hang(): void;
  /** Nobody is there any more: connections are refused. */
  stop(): Promise<void>;
  /** The same, and the folder is gone. */
  remove(): Promise<void>;
}

/** Serves a copy of the build for `base`, as a static host does. */
export async function openStaticSite(base = "/"): Promise<StaticSite> {
  const folder = mkdtempSync(join(tmpdir(), "biscuiterie-site-"));
  cpSync(`node_modules/.cache/e2e/${base === "/" ? "root" : "subpath"}`, folder, { recursive: true });
  let isHanging = false;
  const server = createServer(({ url = "/" }, response) => {
    if (isHanging) return;
    const { pathname } = new URL(url, "http://localhost");
    const file = pathname === base ? "index.html" : pathname.slice(base.length);
    try {
      const content = readFileSync(join(folder, file));
      response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
      response.end(content);
    } catch {
      response.statusCode = 404;
      response.end("no such file");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}${base}`,
    folder,
    hang() {
      isHanging = true;
    },
    stop,
    async remove() {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}
