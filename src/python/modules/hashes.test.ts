import { expect, test } from "vitest";
import { runPython } from "../run-program.ts";

/** The exception or the used-up budget that a program ends with: the last line it writes to standard error. */
function lastError(source: string): string {
  return runPython(source).error.trimEnd().split("\n").pop() ?? "";
}

test("hashing much counts before it is done", () => {
  for (const call of ["hashlib.sha512", "hashlib.md5", "zlib.crc32", "zlib.adler32"])
    expect(lastError(`import hashlib, zlib\ns = 'x' * 15000000\nwhile 1: ${call}(s)\n`)).toMatch(
      /^Stopped at line 3/,
    );
});

test("hashes of less than a megabyte stay far from the budget", () => {
  const source =
    "import hashlib\nfor name in hashlib.algorithms:\n  print hashlib.new(name, 'x' * 100000).hexdigest()[:8]\n";
  const { error, output, thread } = runPython(source);
  expect(error).toBe("");
  expect(output.split("\n")).toHaveLength(7);
  expect(thread.steps).toBeLessThan(1_000_000);
});

test("what the library gives the block functions must be strings", () => {
  expect(lastError("import hashlib\nh = hashlib.md5()\nh._state = 5\nh.digest()\n")).toBe(
    "TypeError: a string is required",
  );
  expect(lastError("import hashlib\nh = hashlib.md5()\nh._state = ''\nh.digest()\n")).toBe(
    "ValueError: unsupported hash type",
  );
});
