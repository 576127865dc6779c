/** Firefox through puppeteer and WebDriver BiDi; no geckodriver needed. */
import puppeteer from "puppeteer-core";
import { findCommand, installPackages } from "../../scripts/find-browser.mjs";

export const name = "Firefox";

const find = () => process.env.FIREFOX_PATH ?? findCommand("firefox-esr") ?? findCommand("firefox");

/** Starts the browser; throws with the reason when there is none. */
export async function start() {
  if (find() === null) installPackages(["firefox-esr"]);
  const executablePath = find();
  if (executablePath === null) throw new Error("there is no Firefox here and none could be installed");
  const browser = await puppeteer.launch({
    browser: "firefox",
    protocol: "webDriverBiDi",
    executablePath,
    headless: true,
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "app.update.enabled": false,
      "services.settings.server": "http://127.0.0.1:9/",
    },
  });
  const page = await browser.newPage();
  return {
    version: (await browser.version()).replace(/^firefox\//i, ""),
    open: (url) => page.goto(url),
    evaluate: (call, ...words) => page.evaluate(call, ...words),
    key: (name) => page.keyboard.press(name),
    point: (x, y) => page.mouse.click(x, y),
    look: () => page.screenshot(),
    reload: () => page.reload(),
    close: () => browser.close(),
  };
}
