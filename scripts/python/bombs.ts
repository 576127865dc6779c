/**
 * How long the bombs of `test/python/bombs.txt` take with a page's own budgets, the slowest first, and which end otherwise than is written there:
 *
 *     node scripts/run-ts.mjs scripts/python/bombs.ts [TEXT]      those whose source has TEXT in it
 *
 * Each runs twice, as it is and in a loop that swallows errors, in a thread with about the stack of a browser's worker (`STACK` in
 * megabytes), which is ended when it does not end by itself. Times are those of the processor.
 */
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { defaultLimits } from "../../src/python/index.ts";
import { endingOf, readBombs, swallowing } from "../../test/python/bombs.ts";
import { libraryWithSqlite } from "../../test/sqlite-library.ts";

const { STACK = "0.5", PATIENCE = "10000", FROM = "0" } = process.env;

/** What became of one run. */
interface Outcome {
  ending: string;
  milliseconds: number;
}

async function main(): Promise<void> {
  const bombs = readBombs().filter(({ name }) => name.includes(process.argv[2] ?? ""));
  const lines: { milliseconds: number; text: string }[] = [];
  let wrong = 0;
  for (const bomb of bombs.slice(Number(FROM)))
    for (const isLooped of [false, true]) {
      const { ending, milliseconds } = await run(isLooped ? swallowing(bomb.source) : bomb.source);
      const isRight = isLooped ? defaultLimits[ending as "steps"] !== undefined : ending === bomb.ending;
      if (!isRight) wrong++;
      const text = `${Math.round(milliseconds)} ms\t${isLooped ? "loop" : "once"}\t${ending}\t${bomb.name}`;
      if (!isRight) console.log(`wrong (${bomb.ending} is expected):\t${text}`);
      else if (process.env["ALL"]) console.log(text);
      lines.push({ milliseconds, text });
    }
  lines.sort((a, b) => b.milliseconds - a.milliseconds);
  const total = lines.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  console.log(`\nThe slowest of ${lines.length} runs of ${bombs.length} bombs:`);
  for (const { text } of lines.slice(0, 30)) console.log(text);
  console.log(`\n${Math.round(total / 1000)} s in all; ${wrong} ended otherwise than expected.`);
  process.exit(wrong === 0 ? 0 : 1);
}

let thread: Worker | undefined;

/** Runs `source` in the thread; a new one when the last did not come back. */
async function run(source: string): Promise<Outcome> {
  thread ??= new Worker(new URL(import.meta.url), { resourceLimits: { stackSizeMb: Number(STACK) } });
  const current = thread;
  const before = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const ending = await new Promise<string>((resolve) => {
    const timer = setInterval(() => {
      if (spent() > Number(PATIENCE)) done("it hangs");
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
  const milliseconds = spent();
  if (ending.includes(" ")) {
    thread = undefined;
    current.on("error", () => {});
    await current.terminate();
  }
  return { ending, milliseconds };
}

/** The thread's side: a source comes in, its ending goes out; an error of the host has blanks in it. */
async function serve(): Promise<void> {
  const library = await libraryWithSqlite();
  parentPort?.on("message", (source: string) => {
    parentPort?.postMessage(ending(source));
  });

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
