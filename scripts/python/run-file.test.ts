import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { wholeLibrary } from "../../src/python/index.ts";
import { type FileRun, startFile } from "./run-file.ts";

const library = wholeLibrary();

/** A file with this program, beside others. */
function fileWith(program: string, others: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "python-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(others)) writeFileSync(join(folder, name), text);
  const filename = join(folder, "program.py");
  writeFileSync(filename, program);
  return filename;
}

/** Runs a program to its end; what it wrote, in the order in which it came. */
function run(file: Partial<FileRun> & Pick<FileRun, "filename">, typed: string[] = []) {
  const written: string[] = [];
  const started = startFile({
    argv: [file.filename],
    library,
    write: (stream, text) => {
      if (text !== "") written.push(`${stream}: ${text}`);
    },
    read: () => {
      written.push("(reads)");
      return typed.shift() ?? "";
    },
    ...file,
  });
  while (!started.advance());
  return { written, exitStatus: started.exitStatus() };
}

test("both streams come in the order in which they were written", () => {
  const filename = fileWith("import sys\nprint 1\nprint >>sys.stderr, 2\nprint 3\n");
  expect(run({ filename }).written).toEqual(["output: 1\n", "error: 2", "error: \n", "output: 3\n"]);
});

test("standard input is read a line at a time, after the prompt is seen", () => {
  const filename = fileWith("import sys\nprint raw_input('? ')\nprint sys.stdin.readlines()\n");
  expect(run({ filename }, ["a\n", "b\nc"]).written).toEqual([
    "output: ? ",
    "(reads)",
    "output: a\n",
    "(reads)",
    "(reads)",
    "output: ['b\\n', 'c']\n",
  ]);
});

test("the end of standard input is CPython's EOFError, without advice for pages", () => {
  const { written, exitStatus } = run({ filename: fileWith("raw_input()\n") });
  expect(written.at(-1)).toMatch(/\nEOFError: EOF when reading a line\n$/);
  expect(exitStatus).toBe(1);
});

test.each([
  ["sys.exit()", 0, []],
  ["sys.exit(3)", 3, []],
  ["sys.exit(-1)", 255, []],
  ["sys.exit(True)", 1, []],
  ["sys.exit(2 ** 70)", 255, []],
  ["sys.exit('m')", 1, ["error: m\n"]],
  ["sys.exit(u'\\xe9')", 1, ["error: \xc3\xa9\n"]],
  ["sys.exit((1, 2))", 1, ["error: (1, 2)\n"]],
  ["sys.exitfunc = lambda: sys.stdout.write('bye'); sys.exit(4)", 4, ["output: bye"]],
])("%s", (statement, status, written) => {
  expect(run({ filename: fileWith(`import sys\n${statement}\n`) })).toEqual({ exitStatus: status, written });
});

test("a text that is in no file is quoted in no traceback", () => {
  const filename = "<string>";
  const { written } = run({
    filename,
    source: "import sys\nprint sys.argv, __name__\n1 / 0\n",
    argv: ["-c", "a"],
  });
  expect(written).toEqual([
    "output: ['-c', 'a'] __main__\n",
    'error: Traceback (most recent call last):\n  File "<string>", line 3, in <module>\nZeroDivisionError: integer division or modulo by zero\n',
  ]);
});

test("modules beside the program are found, and quoted", () => {
  const filename = fileWith("import other\nother.f()\n", { "other.py": "def f():\n    return missing\n" });
  expect(run({ filename }).written.join("")).toMatch(
    /File ".*other\.py", line 2, in f\n {4}return missing\nNameError/,
  );
});

test("Ctrl-C raises KeyboardInterrupt where the program is", () => {
  const filename = fileWith(
    "try:\n    while 1: pass\nexcept KeyboardInterrupt:\n    print 'caught'\nwhile 1: pass\n",
  );
  const written: string[] = [];
  const started = startFile({
    filename,
    argv: [filename],
    library,
    write: (_stream, text) => void written.push(text),
    read: () => "",
  });
  started.advance();
  started.interrupt();
  started.advance();
  started.interrupt();
  expect(started.advance()).toBe(true);
  expect(written.join("")).toMatch(
    /^caught\nTraceback .*\n {2}File .*, line 5, in <module>\n {4}.*\nKeyboardInterrupt\n$/,
  );
  expect(started.exitStatus()).toBe(1);
});
