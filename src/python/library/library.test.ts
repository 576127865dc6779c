import { expect, test } from "vitest";
import { compile } from "../front/index.ts";
import { runPython } from "../run-program.ts";
import { importedNames } from "./imported-names.ts";
import { Library } from "./library.ts";
import { libraryModules, requiredModules } from "./manifest.ts";
import { wholeLibrary } from "./whole-library.ts";

const library = wholeLibrary();

test("the imports of a page are found in its functions and classes too", () => {
  const source = "import os.path\ndef f():\n  class A:\n    from random import choice\nexec 'import json'\n";
  expect(importedNames(compile(source, "p.py", "exec")).sort()).toEqual([
    "os.path",
    "random",
    "random.choice",
  ]);
});

test("a module is required with the modules that it imports itself", () => {
  expect(requiredModules(["os.path", "sys", "collections.deque"])).toEqual([
    "_abcoll",
    "_collections",
    "abc",
    "collections",
    "errno",
    "os",
    "posix",
    "posixpath",
    "types",
  ]);
});

test("names that every JavaScript object has are no modules", () => {
  expect(requiredModules(["constructor", "__proto__"])).toEqual([]);
});

test("a literal that names characters asks for their names", () => {
  const found = (source: string) => importedNames(compile(source, "p.py", "exec"));
  expect(found("def f():\n    return u'\\N{EURO SIGN}'")).toEqual(["unicodedata"]);
  expect(found("x = '\\N{EURO SIGN}', ur'\\N{EURO SIGN}'")).toEqual([]);
});

test.each(libraryModules())("the manifest lists what %s imports from the library", (name) => {
  const code = library.code(name);
  const imported = code === undefined ? [] : requiredModules(importedNames(code));
  expect([...new Set([name, ...imported])].sort()).toEqual(requiredModules([name]));
});

test("every text of the library is listed, and is ASCII, so that bytes and text are the same", () => {
  const listed = libraryModules().map((name) => library.source(name) ?? "");
  expect(listed.every((source) => source !== "" && /^[\n -~]*$/.test(source))).toBe(true);
  expect(Object.keys(import.meta.glob("../lib/*.py"))).toHaveLength(libraryModules().length);
});

test("a module that nobody brought says how it would be", () => {
  const { error } = runPython("name = 'json'\n__import__(name)\n", { host: { library: new Library() } });
  expect(error).toMatch(/ImportError: No module named json here yet: write "import json" in the page/);
});

test("a traceback through the library quotes it", () => {
  const { error } = runPython("import random\nrandom.randrange(0)\n");
  expect(error).toMatch(
    /^Traceback \(most recent call last\):\n {2}File "program.py", line 2, in <module>\n {4}random.randrange\(0\)\n {2}File "\/lib\/random.py", line \d+, in randrange\n {4}raise ValueError\('empty range for randrange\(\)'\)\nValueError: empty range for randrange\(\)\n$/,
  );
});

test("a traceback through what CPython writes in C does not show it", () => {
  const source = "import itertools\ndef f(x):\n  return 1 / x\nprint list(itertools.imap(f, [0]))\n";
  expect(runPython(source).error).toBe(`Traceback (most recent call last):
  File "program.py", line 4, in <module>
    print list(itertools.imap(f, [0]))
  File "program.py", line 3, in f
    return 1 / x
ZeroDivisionError: integer division or modulo by zero
`);
});

test("a budget that is used up in the library is told at the learner's line", () => {
  const source = "import itertools\nx = 1\nmax(itertools.count())\n";
  expect(runPython(source, { limits: { steps: 5000 } }).error).toMatch(/^Stopped at line 3: /);
});
