/**
 * Gates: the commands that must succeed before anything is called done.
 *
 * A gate is a command, or a test run that also writes how many of its tests passed. `runGates` runs them in order, goes
 * on after a failure (so that one run tells everything), and ends with the line `N passed, N failed`, in which a test
 * counts as one and a plain command counts as one.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A command that passes when it exits with 0. */
export function command(name, file, args, environment = {}) {
  return { name, run: async () => tally((await runCommand(file, args, environment)) === 0) };
}

/** A vitest run; counts tests. */
export function vitest(name, args = []) {
  return {
    name,
    run: () =>
      withReport(async (report) => {
        const code = await runCommand("npx", [
          "vitest",
          "run",
          ...args,
          "--reporter=default",
          "--reporter=json",
          `--outputFile.json=${report}`,
        ]);
        return readCounts(code, report, (json) => ({
          passed: json.numPassedTests,
          failed: json.numFailedTests + failedSuitesWithoutTests(json),
        }));
      }),
  };
}

/** A Playwright run; counts tests. A flaky test counts as failed: retries are no cure. */
export function playwright(name, args = []) {
  return {
    name,
    run: () =>
      withReport(async (report) => {
        const code = await runCommand("npx", ["playwright", "test", ...args, "--reporter=list,json"], {
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        });
        return readCounts(code, report, ({ stats }) => ({
          passed: stats.expected,
          failed: stats.unexpected + stats.flaky,
        }));
      }),
  };
}

/** Runs every gate, prints the summary, and exits with 1 if anything failed. */
export async function runGates(gates) {
  const results = [];
  for (const gate of gates) {
    console.log(`\n── ${gate.name}`);
    results.push({ name: gate.name, ...(await gate.run()) });
  }
  console.log("");
  for (const { name, passed, failed } of results) {
    console.log(`${failed === 0 ? "✓" : "✗"} ${name}: ${passed} passed, ${failed} failed`);
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function tally(ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/** Inherits our output; resolves with the exit code. */
export function runCommand(file, args, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: "inherit", env: { ...process.env, ...environment } });
    child.on("error", (error) => {
      console.error(`Failed to run ${file}: ${error.message}.`);
      resolve(1);
    });
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

async function withReport(use) {
  const folder = mkdtempSync(join(tmpdir(), "gate-"));
  try {
    return await use(join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A runner that failed without naming a failed test (or wrote no report) is itself one failure. */
function readCounts(code, report, read) {
  let counts;
  try {
    counts = read(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const silentFailure = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return silentFailure ? { ...counts, failed: 1 } : counts;
}

function failedSuitesWithoutTests(json) {
  return json.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0)
    .length;
}
