/**
 * Finds a Chromium to test in: named by the environment, Playwright's own, or the system's; installs one if there is none.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

const commands = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Flags that make a test run quiet, offline and possible in a container. */
export const chromiumArguments = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The path of a Chromium, or null. `CHROMIUM_PATH` and `PLAYWRIGHT_CHROMIUM` come first. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH ?? process.env.PLAYWRIGHT_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`Failed to find the browser: CHROMIUM_PATH names ${named}, and there is no such file.`);
  }
  return (
    [playwrightChromium(), ...commands.map(findCommand), ...applications].find(
      (path) => path !== null && existsSync(path),
    ) ?? null
  );
}

/** The path of the program `name`, or null. */
export function findCommand(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** The path of a Chromium; installs one, saying so, if there is none. Throws with what to do when that fails. */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  console.log("No Chromium found. Installing Playwright's (npx playwright install chromium)…");
  run("npx", ["playwright", "install", "chromium"]);
  if (findChromium() === null) {
    console.log("That did not work. Installing Debian's package chromium…");
    installPackages(["chromium"]);
  }
  const installed = findChromium();
  if (installed !== null) return installed;
  throw new Error(
    "Failed to find a browser: there is no Chromium and none could be installed. Install one, or set CHROMIUM_PATH.",
  );
}

/** Installs Debian packages where that is possible; true when it worked. */
export function installPackages(names) {
  if (findCommand("apt-get") === null) return false;
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...words) => run(...first([...prefix, "apt-get", ...words]));
  const install = () => apt("install", "-y", "--no-install-recommends", ...names);
  return install() || (apt("update") && install());
}

function first([file, ...words]) {
  return [file, words];
}

function run(file, words) {
  return (
    spawnSync(file, words, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } })
      .status === 0
  );
}

function playwrightChromium() {
  try {
    return createRequire(import.meta.url)("@playwright/test").chromium.executablePath();
  } catch {
    return null;
  }
}
