/** `npm run check`: everything that must hold, in the order that fails fastest. */
import { ensureChromium } from "./find-browser.mjs";
import { command, playwright, runGates, vitest } from "./gates.mjs";

const withTests = !process.argv.includes("--no-tests");
if (withTests) process.env.CHROMIUM_PATH = await ensureChromium();

await runGates([
  command("format, lint and walls between rooms", "npx", ["biome", "ci", "--error-on-warnings"]),
  command("walls hold a wrong import back", "node", ["scripts/check-walls.mjs"]),
  command("types", "npx", ["tsc", "--noEmit"]),
  command("unused code", "npx", ["knip"]),
  command("build", "npx", ["vite", "build"]),
  ...(withTests ? [vitest("unit and behaviour tests"), playwright("end-to-end tests in Chromium")] : []),
]);
