/**
 * Runs a Python file as `python2.7 FILE` would: the same standard output, a traceback on standard error, exit status 1 on an
 * exception.
 *
 *     npm run --silent python -- FILE [ARGS…]
 */
import { existsSync } from "node:fs";
import { libraryWithSqlite } from "../../test/sqlite-library.ts";
import { runFile } from "./run-file.ts";

const [filename, ...args] = process.argv.slice(2);
if (filename === undefined || !existsSync(filename)) {
  console.error(
    filename === undefined
      ? "Failed to run a Python file: none was named. Usage: npm run --silent python -- FILE [ARGS…]"
      : `Failed to run ${filename}: there is no such file.`,
  );
  process.exit(2);
}
const writeError = (text: string) => void process.stderr.write(Buffer.from(text, "latin1"));
const { output, error, exitStatus } = runFile({
  filename,
  args,
  library: await libraryWithSqlite(),
  writeError,
});
process.stdout.write(Buffer.from(output, "latin1"));
process.stderr.write(Buffer.from(error, "latin1"));
process.exitCode = exitStatus;
