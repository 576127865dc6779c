/** `npm test`: unit and behaviour tests in Node, then the page in a real Chromium. Needs nothing installed by hand. */
import { ensureChromium } from "./find-browser.mjs";
import { playwright, runGates, vitest } from "./gates.mjs";

process.env.CHROMIUM_PATH = await ensureChromium();
await runGates([vitest("unit and behaviour tests"), playwright("end-to-end tests in Chromium")]);
