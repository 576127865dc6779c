/** Trees: those of the samples must be CPython 2.7's own (see ast-dump.py). */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import dumps from "../../../test/python/front/ast-dumps.json" with { type: "json" };
import { SourceError } from "../source-error.ts";
import { dumpTree } from "./ast-dump.ts";
import { parse, parseModule, SourceText } from "./index.ts";

const samples = new URL("../../../test/python/front/samples/", import.meta.url);

test.each(Object.entries(dumps))("parses %s to CPython's tree", (name, expected) => {
  const source = readFileSync(new URL(name, samples), "latin1");
  expect(dumpTree(parseModule(source, name))).toBe(expected);
});

test("parses chains of 5,000 operators, trailers and elifs", () => {
  const chain = `x = a${" + a".repeat(5000)}\n`;
  const trailers = `y = a${".b()[c]".repeat(2000)}\n`;
  const elifs = `if a: b\n${"elif c: d\n".repeat(5000)}`;
  expect(parseModule(chain + trailers + elifs, "long.py").body).toHaveLength(3);
});

test("parses 98 nested brackets and refuses 99, as CPython does", () => {
  const nested = (depth: number) => `${"(".repeat(depth)}1${")".repeat(depth)}`;
  expect(parseModule(nested(98), "deep.py").body).toHaveLength(1);
  expect(() => parseModule(nested(99), "deep.py")).toThrow(/too many nested parentheses/);
});

test.each(["not ", "- ", "lambda: ", "a if b else ", "a ** ", "[", "{1: ", "f(", "x[", "`"])(
  "refuses ten thousand times %j without overflowing the host's stack",
  (opening) => {
    expect(() => parseModule(`${opening.repeat(10_000)}1`, "deep.py")).toThrow(SourceError);
  },
);

test.each([" for a in b", " if c"])("refuses ten thousand times %j in a comprehension", (clause) => {
  expect(() => parseModule(`[a for a in b${clause.repeat(10_000)}]`, "deep.py")).toThrow(/parser stack/);
});

test("counts columns in bytes of UTF-8", () => {
  const [statement] = parseModule("'\xc3\xa9'; x\n", "bytes.py").body.slice(1);
  expect(statement?.col_offset).toBe(6);
});

test("reads one expression, with or without a last newline", () => {
  for (const source of ["a + 1", "a + 1\n\n"])
    expect(parse(new SourceText(source, "?", "eval"), "eval", 0)).toMatchObject({
      kind: "Expression",
      body: { kind: "BinOp", op: "Add" },
    });
});

test("refuses a statement where an expression is wanted", () => {
  expect(() => parse(new SourceText("x = 1", "?", "eval"), "eval", 0)).toThrow("invalid syntax");
});

test("reads one interactive statement", () => {
  const parsed = parse(new SourceText("for x in y:\n  print x\n", "?", "single"), "single", 0);
  expect(parsed).toMatchObject({ kind: "Interactive", body: [{ kind: "For" }] });
});

test("names an encoding it does not know", () => {
  expect(() => parseModule("# coding: klingon\n", "k.py")).toThrow("unknown encoding: klingon");
});

test("refuses an encoding that the byte order mark contradicts", () => {
  const marked = (name: string) => () => parseModule(`\xef\xbb\xbf# coding: ${name}\n`, "k.py");
  expect(marked("latin-1")).toThrow("encoding problem: iso-8859-1 with BOM");
  expect(marked("klingon")).toThrow("encoding problem: klingon with BOM");
  expect(marked("utf-8")).not.toThrow();
});

test("keeps to ASCII where a coding line says so", () => {
  expect(() => parseModule('#coding: ascii\nx="\xe9"', "a.py")).toThrow(
    "'ascii' codec can't decode byte 0xe9 in position 18: ordinal not in range(128)",
  );
});
