/**
 * How long the bombs of `test/python/bombs.txt` take with a page's own budgets, the slowest first, and which end otherwise than is written there:
 *
 *     node scripts/run-ts.mjs scripts/python/bombs.ts [TEXT]      those whose source has TEXT in it
 *
 * Each runs twice, as it is and in a loop that swallows errors, in a thread with about the stack of a browser's worker (`STACK` in
 * megabytes), which is ended when it does not end by itself (`PATIENCE` in milliseconds). Every run has a new thread, in which nothing is
 * compiled yet, or with `WARM=1` one that has run the ones before. `FROM=100` leaves the first hundred out; `FILE` names
 * other bombs than those; `ALL=1` prints every run.
 *
 * Times are those of the processor for the whole process, collector and compilers of the host included, however busy the machine is; behind
 * them, in parentheses, those of the clock. What a thread takes until it can run a program is said apart.
 */
import { once } from "node:events";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { defaultLimits } from "../../src/python/index.ts";
import { endingOf, readBombs, swallowing } from "../../test/python/bombs.ts";
import { libraryWithSqlite } from "../../test/sqlite-library.ts";

const { STACK = "0.5", PATIENCE = "10000", FROM = "0", FILE, WARM, ALL } = process.env;

/** What no run may take. */
const most = 1000;

/** What became of one run. */
interface Outcome {
  ending: string;
  /** Of the processor. */
  milliseconds: number;
  /** By the clock. */
  elapsed: number;
}

async function main(): Promise<void> {
  const bombs = readBombs(FILE).filter(({ name }) => name.includes(process.argv[2] ?? ""));
  const lines: Line[] = [];
  let wrong = 0;
  for (const bomb of bombs.slice(Number(FROM)))
    for (const isLooped of [false, true]) {
      const { ending, milliseconds, elapsed } = await run(isLooped ? swallowing(bomb.source) : bomb.source);
      const isRight = isLooped ? defaultLimits[ending as "steps"] !== undefined : ending === bomb.ending;
      if (!isRight) wrong++;
      const times = `${Math.round(milliseconds)} ms\t(${Math.round(elapsed)})`;
      const text = `${times}\t${isLooped ? "loop" : "once"}\t${ending}\t${bomb.name}`;
      if (!isRight) console.log(`wrong (${bomb.ending} is expected):\t${text}`);
      else if (ALL) console.log(text);
      lines.push({ milliseconds, elapsed, text });
    }
  report(lines, wrong);
}

interface Line {
  milliseconds: number;
  elapsed: number;
  text: string;
}

function report(lines: Line[], wrong: number): never {
  lines.sort((a, b) => b.milliseconds - a.milliseconds);
  const total = lines.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const long = lines.filter(({ milliseconds }) => milliseconds > most);
  console.log(`\nThe slowest of ${lines.length} runs:`);
  for (const { text } of lines.slice(0, Math.max(30, long.length))) console.log(text);
  console.log(`
${lines.length} runs, ${Math.round(total / 1000)} s of the processor; ${long.length} took more than ${most} ms, ${lines.filter(({ elapsed }) => elapsed > most).length} by the clock.
Start-up is not in it: ${Math.round(startUp.total / startUp.threads)} ms for each of ${startUp.threads} threads.
${wrong} ended otherwise than expected.`);
  process.exit(wrong === 0 ? 0 : 1);
}

/** Milliseconds of the processor since `before`. */
function spent(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The thread that can run a program. */
let thread: Worker | undefined;
const startUp = { total: 0, threads: 0 };

/** A thread that has said that it is ready. */
async function start(): Promise<Worker> {
  const before = process.cpuUsage();
  const started = new Worker(new URL(import.meta.url), { resourceLimits: { stackSizeMb: Number(STACK) } });
  await once(started, "message");
  startUp.total += spent(before);
  startUp.threads++;
  return started;
}

/** Runs `source` in a thread. */
async function run(source: string): Promise<Outcome> {
  thread ??= await start();
  const current = thread;
  const before = process.cpuUsage();
  const began = performance.now();
  const ending = await new Promise<string>((resolve) => {
    const timer = setInterval(() => {
      if (spent(before) > Number(PATIENCE)) done("it hangs");
    }, 100);
    const done = (said: string) => {
      clearInterval(timer);
      current.off("message", done);
      current.off("error", failed);
      resolve(said);
    };
    const failed = (error: unknown) => done(String(error));
    current.on("message", done);
    current.on("error", failed);
    current.postMessage(source);
  });
  const [milliseconds, elapsed] = [spent(before), performance.now() - began];
  if (!WARM || ending.includes(" ")) {
    thread = undefined;
    current.on("error", () => {});
    await current.terminate();
  }
  return { ending, milliseconds, elapsed };
}

/** The thread's side: a source comes in, its ending goes out; an error of the host has blanks in it. */
async function serve(): Promise<void> {
  const library = await libraryWithSqlite();
  parentPort?.on("message", (source: string) => {
    parentPort?.postMessage(ending(source));
  });
  parentPort?.postMessage("ready");

  function ending(source: string): string {
    try {
      return endingOf(source, { limits: defaultLimits, host: { library } });
    } catch (error) {
      const stack =
        error instanceof Error
          ? error.stack
              ?.split("\n")
              .slice(1, 4)
              .map((l) => l.trim().split(" ")[1])
              .join(" < ")
          : "";
      return `host error: ${String(error).slice(0, 200)} ${stack}`;
    }
  }
}

await (isMainThread ? main() : serve());
