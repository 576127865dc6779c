/**
 * `npm run test:engines`: the manual's walk, held requests and hostile pages in Chromium, Firefox and WebKitGTK. Installs Debian's packages where
 * it can, and says plainly which engines ran: an engine that could not run is a failure. Names on the command line choose engines; `HOLD_SECONDS`
 * says how long requests are held (75 outlasts what Firefox and WebKit give one request, 310 what Chromium does).
 */
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { build, preview } from "vite";
import * as chromium from "../test/engines/chromium.mjs";
import * as firefox from "../test/engines/firefox.mjs";
import { walkRace } from "../test/engines/race-walk.mjs";
import { meetHostilePages, showParts, walkManual } from "../test/engines/walk.mjs";
import * as webkit from "../test/engines/webkit.mjs";

const wanted = process.argv.slice(2).map((word) => word.toLowerCase());
const engines = [chromium, firefox, webkit].filter(
  ({ name }) => wanted.length === 0 || wanted.some((word) => name.toLowerCase().startsWith(word)),
);

const outDir = "node_modules/.cache/engines";
await build({ base: "/", logLevel: "warn", build: { outDir, emptyOutDir: true } });
const server = await preview({
  base: "/",
  logLevel: "silent",
  build: { outDir },
  preview: { host: "127.0.0.1", port: 0, strictPort: false },
});
// By name: `localhost` is a secure context in all three engines, and the host of the static server must answer to it.
const url = `http://localhost:${server.httpServer.address().port}/`;

/** Another site, which nothing may reach. */
let requests = 0;
const other = createServer((_request, response) => {
  requests++;
  response.end("elsewhere");
}).listen(0, "127.0.0.1");
await once(other, "listening");
const elsewhere = `http://localhost:${other.address().port}/`;

const holdSeconds = Number(process.env.HOLD_SECONDS ?? 3);
const walks = [
  { title: "the manual's walk", walk: (driver) => walkManual(driver, url) },
  { title: "a page's style, picture and frame", walk: (driver) => showParts(driver, url) },
  {
    title: "hostile pages",
    walk: (driver) => {
      requests = 0;
      return meetHostilePages(driver, url, { elsewhere, asked: () => requests });
    },
  },
  {
    title: `held requests, stepped and taken back, and answered after ${holdSeconds} s`,
    walk: (driver) => walkRace(driver, url, holdSeconds),
  },
];

let passed = 0;
let failed = 0;
for (const engine of engines) await run(engine);
await server.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Walks in one engine and says how it went. */
async function run({ name, start }) {
  let driver;
  try {
    driver = await start();
  } catch (error) {
    failed += walks.length;
    console.log(`✗ ${name} did not run: ${error.message}`);
    return;
  }
  for (const { title, walk } of walks) {
    const began = performance.now();
    try {
      await walk(driver);
      passed++;
      console.log(
        `✓ ${name} ${driver.version}: ${title} (${Math.round((performance.now() - began) / 1000)} s)`,
      );
    } catch (error) {
      failed++;
      console.log(`✗ ${name} ${driver.version}: ${title}: ${error.message}`);
      await keepPicture(driver, name);
    }
  }
  await driver.close();
}

/** What the engine showed when it failed. */
async function keepPicture(driver, name) {
  const path = `${outDir}-failed/${name}.png`;
  await mkdir(`${outDir}-failed`, { recursive: true });
  await driver
    .look()
    .then((picture) => writeFile(path, picture))
    .then(() => console.log(`  It showed ${path}.`))
    .catch((error) => console.log(`  No picture of it could be taken: ${error.message}`));
}
