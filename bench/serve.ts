/**
 * What the engine costs on a real port: requests a second for the manual's second page by `npm run serve`, sessions in memory and
 * on disk, against a bare Node `http` server that answers the same bytes. Each server is a process of its own; this one asks, over
 * a few connections that stay open, and asks all three in turns.
 *
 * The page is `suiteEssaiSession.pih` without its last line, `session.close()`: with it only the first request could be answered.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "../scripts/bundle-ts.mjs";
import { MANUAL_EXAMPLE_FOLDER } from "../src/project/index.ts";
import { median } from "./median.ts";

const CONNECTIONS = 8;
/** Requests to each server: before the rounds, in each round, and after them, to see whether the server grows. */
const WARM_UP = 10_000;
const ROUNDS = 20;
const ROUND = 2_000;
const REST = 50_000;

interface Subject {
  name: string;
  process: ChildProcess;
  port: number;
  /** What is asked, again and again. */
  request: string;
  answered: number;
  /** Requests a second in each round, and milliseconds of each request. */
  rates: number[];
  times: number[];
  /** How large it was, and after how many requests. */
  sizes: string[];
}

/** Prints ratios to the bare server, the 99th percentile of the times, and what the processes hold. */
export async function serve(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "biscuiterie-serve-"));
  const subjects: Subject[] = [];
  try {
    const program = await bundle("src/serve/main.ts");
    const site = writeSite(folder);
    const memory = await startOurs("memory", program, [site]);
    subjects.push(memory);
    const disk = await startOurs("persistent", program, [site, "--sessions", join(folder, "sessions")]);
    subjects.push(disk);
    const bare = await startBare(memory);
    subjects.push(bare);
    await compare(subjects);
    for (const subject of [memory, disk]) report(subject, bare, subject === memory ? 0.35 : 0.15);
    for (const subject of [memory, disk]) {
      await loadAndWeigh(subject, REST);
      console.log(`serve, ${subject.name}: ${subject.sizes.join(", ")}`);
    }
  } finally {
    for (const { process } of subjects) process.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeSite(folder: string): string {
  const site = join(folder, "site");
  mkdirSync(site);
  cpSync(resolve(MANUAL_EXAMPLE_FOLDER), site, { recursive: true });
  const page = readFileSync(join(site, "suiteEssaiSession.pih"), "utf8");
  writeFileSync(join(site, "suiteEssaiSession.pih"), page.replace("session.close()\n", ""));
  return site;
}

async function startOurs(name: string, program: string, args: string[]): Promise<Subject> {
  const started = await start(name, [program, ...args, "--port", "0"]);
  const base = `http://127.0.0.1:${started.port}/`;
  const first = await fetch(`${base}debutEssaiSession.pih?monnom=Dupont&prenom=Jean`);
  const cookie = first.headers.get("set-cookie")?.split(";")[0] ?? "";
  const request = `GET /suiteEssaiSession.pih HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\n\r\n`;
  return { ...started, request };
}

/** The bare server, which answers what `ours` answers. */
async function startBare(ours: Subject): Promise<Subject> {
  const [head = "", body = ""] = (await askOnce(ours)).split("\r\n\r\n");
  if (!body.includes("Jean")) throw new Error(`Failed to measure: the page answered ${body}`);
  const lines = head
    .split("\r\n")
    .slice(1)
    .filter((line) => !/^(?:connection|keep-alive):/i.test(line));
  const fields = lines.flatMap((line) => line.split(": "));
  const started = await start("bare", ["bench/serve-bare.mjs", JSON.stringify({ fields, body })]);
  return { ...started, request: ours.request };
}

function start(name: string, args: string[]): Promise<Subject> {
  const node = ["--expose-gc", "--import", pathToFileURL(resolve("bench/serve-weigh.mjs")).href];
  const child = spawn(process.execPath, [...node, ...args], { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`Failed to measure ${name}: it ended with ${code}.`)));
    child.stdout?.on("data", (text) => {
      const port = /at http:\/\/[\d.]+:(\d+)/.exec(String(text))?.[1];
      if (port === undefined) return;
      resolve({
        name,
        process: child,
        port: Number(port),
        request: "",
        answered: 0,
        rates: [],
        times: [],
        sizes: [],
      });
    });
  });
}

function askOnce({ port, request }: Subject): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("data", (data) => {
      socket.destroy();
      resolve(data.toString("latin1"));
    });
    socket.once("error", reject);
    socket.write(request);
  });
}

async function compare(subjects: Subject[]): Promise<void> {
  for (const subject of subjects) await loadAndWeigh(subject, WARM_UP);
  for (let round = 0; round < ROUNDS; round++) {
    for (const subject of subjects) {
      const start = performance.now();
      subject.times.push(...(await load(subject, ROUND)));
      subject.rates.push((ROUND / (performance.now() - start)) * 1000);
    }
  }
  for (const subject of subjects) await weigh(subject);
}

async function loadAndWeigh(subject: Subject, count: number): Promise<void> {
  await load(subject, count);
  await weigh(subject);
}

/** Asks the process what it still holds when all garbage is gone. */
async function weigh({ process, answered, sizes }: Subject): Promise<void> {
  process.send?.("weigh");
  const [bytes] = await once(process, "message");
  sizes.push(`${(Number(bytes) / 1e6).toFixed(1)} MB after ${answered} requests`);
}

/** Asks `count` times, over all connections at once. Gives the milliseconds that each request took. */
async function load(subject: Subject, count: number): Promise<number[]> {
  const length = Buffer.byteLength(await askOnce(subject), "latin1");
  const times: number[] = [];
  const share = Math.ceil(count / CONNECTIONS);
  await Promise.all(Array.from({ length: CONNECTIONS }, () => askAll(subject, length, share, times)));
  subject.answered += times.length;
  return times;
}

/** One connection: each request follows the answer before it. All answers have the same length. */
function askAll({ port, request }: Subject, length: number, count: number, times: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let sent = 0;
    let received = 0;
    let start = 0;
    const socket: Socket = connect(port, "127.0.0.1", () => ask());
    const ask = () => {
      sent += 1;
      start = performance.now();
      socket.write(request);
    };
    socket.setNoDelay(true);
    socket.on("error", reject);
    socket.on("data", (data: Buffer) => {
      received += data.length;
      if (received > sent * length)
        reject(new Error(`Failed to measure: an answer was not like the first:\n${data}`));
      if (received < sent * length) return;
      times.push(performance.now() - start);
      if (sent < count) ask();
      else socket.end(() => resolve());
    });
  });
}

function report(ours: Subject, bare: Subject, least: number): void {
  const ratio = median(ours.rates.map((rate, round) => rate / (bare.rates[round] ?? Number.NaN)));
  const rates = `${median(ours.rates).toFixed(0)} a second, bare ${median(bare.rates).toFixed(0)}`;
  const late = `p99 ${percentile99(ours.times)} ms, bare ${percentile99(bare.times)} ms`;
  console.log(`serve, ${ours.name}: ${rates}, ratio ${ratio.toFixed(2)} (at least ${least}); ${late}`);
}

function percentile99(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN).toFixed(2);
}
