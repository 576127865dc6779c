/** Chromium through Playwright. */
import { chromium } from "@playwright/test";
import { chromiumArguments, ensureChromium } from "../../scripts/find-browser.mjs";

export const name = "Chromium";

/** Starts the browser; null, with the reason, when there is none. */
export async function start() {
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArguments });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  return {
    version: browser.version(),
    open: (url) => page.goto(url),
    // As one expression: the page's own policy forbids it to make functions from text.
    evaluate: (call, ...words) => page.evaluate(`(${call}).apply(null, ${JSON.stringify(words)})`),
    key: (name) => page.keyboard.press(name),
    point: (x, y) => page.mouse.click(x, y),
    look: () => page.screenshot(),
    reload: () => page.reload(),
    close: () => browser.close(),
  };
}
