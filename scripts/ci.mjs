/**
 * Continuous integration: the README's two commands, word for word, then the checks that are not tests.
 * Uses nothing but Node's own modules, because it begins before `npm ci`.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

const readme = readFileSync("README.md", "utf8");
const startCommand = quoted("npm ci && npm start");
const testCommand = quoted("npm ci && npm test");

let passed = 0;
let failed = 0;
await gate(`${startCommand} serves the page`, () => servesThePage(startCommand));
await tests(testCommand);
await tests("npm run check -- --no-tests");
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** The command, if the README really says it; CI must not drift from what we tell people. */
function quoted(command) {
  if (!readme.includes(command)) {
    console.error(`README.md no longer says "${command}". Mend the README or scripts/ci.mjs.`);
    process.exit(1);
  }
  return command;
}

async function gate(name, run) {
  console.log(`\n══ ${name}`);
  const ok = await run();
  if (ok) passed++;
  else failed++;
  console.log(`${ok ? "✓" : "✗"} ${name}`);
}

/** Runs a command that ends with its own `N passed, N failed` and adds its counts to ours. */
async function tests(command) {
  console.log(`\n══ ${command}`);
  const { code, output } = await run(command);
  const counts = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  passed += Number(counts?.[1] ?? 0);
  failed += Number(counts?.[2] ?? 0);
  if (counts === undefined || (code !== 0 && counts[2] === "0")) failed++;
}

/** Streams the output through and keeps it. */
function run(command) {
  return new Promise((resolve) => {
    const child = spawn("bash", ["-c", command], { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** Starts the app as the README says, waits for the address it prints, and asks for the page and the worker. */
function servesThePage(command) {
  return new Promise((resolve) => {
    const child = spawn("bash", ["-c", command], { stdio: ["ignore", "pipe", "inherit"], detached: true });
    let output = "";
    const finish = (ok) => {
      try {
        process.kill(-child.pid, "SIGTERM");
      } catch {
        // It has already ended.
      }
      resolve(ok);
    };
    child.stdout.on("data", async (chunk) => {
      const seen = output.includes("is open at");
      output += chunk;
      process.stdout.write(chunk);
      const address = /is open at (http\S+)/.exec(output)?.[1];
      if (seen || address === undefined) return;
      finish(await answersWithTheApp(address));
    });
    child.on("close", () => resolve(false));
  });
}

async function answersWithTheApp(address) {
  try {
    const page = await fetch(address);
    return page.ok && (await page.text()).includes("Biscuiterie");
  } catch (error) {
    console.error(`Failed to open ${address}: ${error.message}.`);
    return false;
  }
}
