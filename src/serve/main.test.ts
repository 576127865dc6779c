import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bundle } from "../../scripts/bundle-ts.mjs";
import { zipSite } from "../share/index.ts";
import { cookieOf, temporaryFolder } from "./test-service.ts";

const program = bundle("src/serve/main.ts");
const count = "session = Session()\nsession.n = getattr(session, 'n', 0) + 1\nprint 'n is', session.n";
const endless = "import sys\nprint >>sys.stderr, 'begun'\nwhile True: pass";

/** A running program, what it says, and how it ended: a status, or the signal that ended it. */
interface Child {
  process: ChildProcess;
  /** Resolves with all output as soon as it matches. */
  said(pattern: RegExp): Promise<string>;
  ended: Promise<number | NodeJS.Signals | null>;
}

function run(args: string[]): Child {
  const process = spawn("node", args, { env: { ...globalThis.process.env, INIT_CWD: "" } });
  onTestFinished(() => void process.kill("SIGKILL"));
  let output = "";
  const waiting: (() => void)[] = [];
  const hear = (text: Buffer) => {
    output += text.toString();
    for (const check of waiting) check();
  };
  process.stdout.on("data", hear);
  process.stderr.on("data", hear);
  const said = (pattern: RegExp) =>
    new Promise<string>((resolve) => {
      const check = () => pattern.test(output) && resolve(output);
      waiting.push(check);
      check();
    });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    process.on("close", (code, signal) => resolve(signal ?? code));
  });
  return { process, said, ended };
}

/** Serves the folder `site` in `folder`, sessions on disk. */
async function startServing(folder: string, ...options: string[]): Promise<Child & { address: string }> {
  const child = run([await program, join(folder, "site"), "--port", "0", "--persistent", ...options]);
  const [, address = ""] = /at (http:\S+)/.exec(await child.said(/at http:\S+/)) ?? [];
  return { ...child, address };
}

function folderOf(pages: Record<string, string>): string {
  const files = Object.entries(pages).map(([name, code]) => [`site/${name}`, `<%\n${code}\n%>`]);
  return temporaryFolder(Object.fromEntries(files));
}

test("killed in the middle of a request, the server loses that request and nothing else", async () => {
  const folder = folderOf({ "count.pih": count, "slow.pih": `${count}\n${endless}` });
  const first = await startServing(folder);
  const cookie = cookieOf(await fetch(`${first.address}count.pih`));
  const headers = { Cookie: cookie };
  expect(await (await fetch(`${first.address}count.pih`, { headers })).text()).toContain("n is 2");
  const lost = fetch(`${first.address}slow.pih`, { headers }).catch(() => "lost");
  await first.said(/begun/);
  first.process.kill("SIGKILL");
  expect(await first.ended).toBe("SIGKILL");
  expect(await lost).toBe("lost");
  const second = await startServing(folder);
  expect(await (await fetch(`${second.address}count.pih`, { headers })).text()).toContain("n is 3");
}, 30_000);

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s lets the request under way end, and then the server, well",
  async (signal) => {
    const { address, process, said, ended } = await startServing(folderOf({ "a.pih": endless }));
    const answer = fetch(`${address}a.pih`).then((response) => response.text());
    await said(/begun/);
    process.kill(signal);
    expect(await answer).toContain("was stopped");
    expect(await ended).toBe(0);
  },
  30_000,
);

test("a zip of the playground is served as it is, and leaves nothing behind", async () => {
  const folder = temporaryFolder();
  const zip = join(folder, "site.zip");
  writeFileSync(
    zip,
    zipSite(
      new Map([
        ["count.pih", `<%\n${count}\n%>`],
        ["server.ini", "[server]\nserver = cgi\n"],
      ]),
    ),
  );
  const { said, process, ended } = run([await program, zip, "--port", "0", "--persistent"]);
  const [, pages = "", address = ""] = /Serving (\S+) at (http:\S+)/.exec(await said(/Ctrl-C/)) ?? [];
  expect(await said(/Server/)).toContain(`Server: cgi, sessions in ${zip.replace(".zip", "-sessions")}`);
  expect(await (await fetch(`${address}count.pih`)).text()).toContain("n is 1");
  process.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(existsSync(pages)).toBe(false);
}, 30_000);

test("a command line that cannot be followed ends with status 2 and a sentence", async () => {
  const { said, ended } = run([await program, "/nowhere/at/all"]);
  expect(await ended).toBe(2);
  expect(await said(/./)).toBe(
    "There is no folder “/nowhere/at/all”. Name the folder that holds the pages.\nTry npm run serve -- --help\n",
  );
}, 30_000);

test("a port that is taken is told", async () => {
  const folder = folderOf({ "a.pih": count });
  const { address } = await startServing(folder);
  const { said, ended } = run([await program, join(folder, "site"), "--port", new URL(address).port]);
  expect(await ended).toBe(2);
  expect(await said(/./)).toContain("EADDRINUSE");
}, 30_000);

test("the script of npm run serve explains itself", async () => {
  const { said, ended } = run(["scripts/serve.mjs", "--help"]);
  expect(await said(/Ctrl-C/)).toContain("Usage: npm run serve -- DIR [options]");
  expect(await ended).toBe(0);
}, 30_000);

test("a second Ctrl-C ends the server at once", async () => {
  const site = folderOf({ "a.pih": endless });
  const { address, process, said, ended } = await startServing(site, "--server", "multithread");
  const ask = () =>
    fetch(`${address}a.pih`).then(
      () => "answered",
      () => "lost",
    );
  const answers = Array.from({ length: 100 }, ask);
  // All are at work, with many times the work that the pause below lasts: one alone could be over by then.
  await said(/(?:begun(?:(?!begun)[\s\S])*){100}/);
  process.kill("SIGINT");
  await said(/under way/);
  // Two signals at the same moment are one key press, which npm has passed on.
  await new Promise((resolve) => setTimeout(resolve, 300));
  process.kill("SIGINT");
  expect(await ended).toBe(1);
  expect(await Promise.all(answers)).toContain("lost");
}, 30_000);
