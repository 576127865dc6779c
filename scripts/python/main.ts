/**
 * Runs a Python program as `python2.7` would: the same standard output, a traceback on standard error, exit status 1 on an
 * exception.
 *
 *     npm run --silent python -- FILE [ARGS…]
 *     npm run --silent python -- -c 'print 1' [ARGS…]
 *     npm run --silent python -- - [ARGS…]              the program is what comes from standard input
 */
import { existsSync, readFileSync, readSync, statSync } from "node:fs";
import { libraryWithSqlite } from "../../test/sqlite-library.ts";
import { startFile } from "./run-file.ts";

/** Says why nothing is run, and ends. */
function refuse(message: string, status: number): never {
  console.error(message);
  process.exit(status);
}

/** What there is to run: a file, or a text that is in none. */
function program([first, ...rest]: string[]): { filename: string; source?: string; argv: string[] } {
  const usage = "Usage: npm run --silent python -- FILE [ARGS…]";
  if (first === undefined && process.stdin.isTTY)
    refuse(`Failed to run a Python file: none was named. ${usage}`, 2);
  if (first === undefined || first === "-")
    return { filename: "<stdin>", source: readFileSync(0, "latin1"), argv: [first ?? "", ...rest] };
  if (first === "-c" && rest[0] !== undefined) {
    const source = `${Buffer.from(rest[0]).toString("latin1")}\n`;
    return { filename: "<string>", source, argv: ["-c", ...rest.slice(1)] };
  }
  if (first.startsWith("-")) refuse(`Unknown option: ${first}\n${usage}`, 2);
  if (!existsSync(first))
    refuse(`python2.7: can't open file '${first}': [Errno 2] No such file or directory`, 2);
  if (statSync(first).isDirectory()) refuse(`python2.7: can't find '__main__' module in '${first}'`, 1);
  return { filename: first, argv: [first, ...rest] };
}

const buffer = Buffer.alloc(65536);

/** Waits for a line, or for what there is of a file. While it waits Ctrl-C ends the program as it ends any other. */
function read(): string {
  process.off("SIGINT", onInterrupt);
  try {
    return buffer.toString("latin1", 0, readSync(0, buffer));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EOF") return "";
    if (code !== "EAGAIN") throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    return read();
  } finally {
    process.on("SIGINT", onInterrupt);
  }
}

let isInterrupted = false;
function onInterrupt(): void {
  isInterrupted = true;
}

// Whoever reads our output may have read enough.
process.stdout.on("error", () => process.exit(1));
process.on("SIGINT", onInterrupt);
const run = startFile({
  ...program(process.argv.slice(2)),
  library: await libraryWithSqlite(),
  write: (stream, text) => {
    if (text !== "")
      (stream === "output" ? process.stdout : process.stderr).write(Buffer.from(text, "latin1"));
  },
  read,
});
while (!run.advance()) {
  await new Promise(setImmediate);
  if (isInterrupted) run.interrupt();
  isInterrupted = false;
}
process.off("SIGINT", onInterrupt);
// Only for people: what reads our errors through a pipe wants what python2.7 writes.
const hint = process.stderr.isTTY ? run.hint() : null;
if (hint !== null) process.stderr.write(Buffer.from(`\n${hint}\n`, "latin1"));
process.exitCode = run.exitStatus();
