/** Code: instructions, names and lines of the samples must be CPython 2.7's own (see code-shapes.py). */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import shapes from "../../../test/python/front/code-shapes.json" with { type: "json" };
import { Op } from "../bytecode.ts";
import { CO_FUTURE_DIVISION, PyCode } from "../objects/frame.ts";
import { compile, disassemble } from "./index.ts";

const samples = new URL("../../../test/python/front/samples/", import.meta.url);

/** `code` and the code among its constants, outermost first. */
function blocksOf(code: PyCode): PyCode[] {
  return [code, ...code.constants.filter((constant) => constant instanceof PyCode).flatMap(blocksOf)];
}

/** The instructions of a disassembly as "line NAME argument", of the kinds that occur in `kinds`. */
function instructionsOf(code: PyCode, kinds: ReadonlySet<string>): string[] {
  const own = disassemble(code)
    .split("\n")
    .slice(1, 1 + code.lines.length);
  return own
    .map((row, index) => {
      const [own = "", argument] = row.slice(10).split(" ");
      const name = own.replace("LOAD_METHOD", "LOAD_ATTR").replace("CALL_METHOD", "CALL_FUNCTION");
      const suffix = /^(STORE_|DELETE_)?SLICE$/.test(name) ? "+0" : "";
      return { name: name + suffix, argument, line: code.lines[index] };
    })
    .filter(({ name }) => kinds.has(name))
    .map(({ name, argument, line }) => `${line} ${name}${argument === undefined ? "" : ` ${argument}`}`);
}

const kindOf = (instruction: string) => instruction.split(" ")[1] ?? "";
const allKinds = new Set(
  Object.values(shapes)
    .flat()
    .flatMap(({ instructions }) => instructions.map(kindOf)),
);
const jumping = new Set(["FOR_ITER", "SETUP_EXCEPT", "SETUP_FINALLY", "SETUP_WITH"]);

test.each(Object.entries(shapes))("compiles %s to CPython's code", (name, expected) => {
  const code = compile(readFileSync(new URL(name, samples), "latin1"), name, "exec");
  const found = blocksOf(code).map((block) => ({
    name: block.name,
    argcount: block.argcount,
    flags: block.flags,
    varnames: block.varnames,
    cellvars: block.cellvars.toSorted(),
    freevars: block.freevars.toSorted(),
    instructions: instructionsOf(block, allKinds).map((text) =>
      jumping.has(kindOf(text)) ? text.split(" ").slice(0, 2).join(" ") : text,
    ),
  }));
  expect(found).toEqual(expected);
});

/** The names of the instructions of `source`, without their arguments. */
function opsOf(source: string): string[] {
  const { instructions } = compile(source, "?", "exec");
  const names = new Map<number, string>(Object.entries(Op).map(([name, op]) => [op, name]));
  return instructions.filter((_, index) => index % 2 === 0).map((op) => names.get(op) ?? String(op));
}

test("puts STATEMENT with its line before every statement", () => {
  const { instructions } = compile("a\nif b:\n  pass\nelse: c; d\n", "?", "exec");
  const steps = instructions.filter(
    (_, index) => index % 2 === 1 && instructions[index - 1] === Op.STATEMENT,
  );
  expect(steps).toEqual([1, 2, 3, 4, 4]);
});

test("steps on every test of a while, and once on the head of `while 1`", () => {
  const backTo = (source: string) => {
    const { instructions } = compile(source, "?", "exec");
    const jump = instructions.lastIndexOf(Op.JUMP_ABSOLUTE);
    const target = instructions[jump + 1] ?? -1;
    return { op: instructions[target], line: instructions[target + 1] };
  };
  expect(backTo("while a:\n  b")).toEqual({ op: Op.STATEMENT, line: 1 });
  expect(backTo("while 1:\n  b")).toEqual({ op: Op.STATEMENT, line: 2 });
});

test("gives a loop a block only where break or continue must unwind", () => {
  expect(opsOf("for a in b:\n  if a: break\n  continue")).not.toContain("SETUP_LOOP");
  const guarded = opsOf("for a in b:\n  try: break\n  finally: c");
  expect(guarded).toContain("SETUP_LOOP");
  expect(guarded).toContain("BREAK_LOOP");
});

test("takes the iterator away when a break jumps out of a for", () => {
  const ops = opsOf("for a in b: break");
  expect(ops.slice(ops.indexOf("FOR_ITER"))).toEqual([
    "FOR_ITER",
    "STORE_NAME",
    "STATEMENT",
    "POP_TOP",
    "JUMP_ABSOLUTE",
    "JUMP_ABSOLUTE",
    "LOAD_CONST",
    "RETURN_VALUE",
  ]);
});

test("makes constant tuples once and swaps without a tuple", () => {
  expect(opsOf("x = (1, 'a', (None, 2L))")).not.toContain("BUILD_TUPLE");
  expect(opsOf("a, b = b, a")).not.toContain("UNPACK_SEQUENCE");
});

test("knows constants apart by type and sign", () => {
  const { constants } = compile(
    "1; x = 1, y; 1.0, y; 1L, y; 0.0, y; -0.0, y; 0, y; '1', y; u'1', y",
    "?",
    "exec",
  );
  expect(constants).toHaveLength(9);
});

test("keeps a function's docstring as its first constant", () => {
  const [, documented, bare] = blocksOf(compile("def f(): 'doc'\ndef g(): x = 'no doc'\n", "?", "exec"));
  expect(documented?.constants[0]).toBe("doc");
  expect(bare?.constants[0]).toBeNull();
});

test("compiles under future statements given from outside", () => {
  const code = compile("a / b", "?", "eval", CO_FUTURE_DIVISION);
  expect(code.instructions).toContain(Op.BINARY_TRUE_DIVIDE);
  expect(code.flags & CO_FUTURE_DIVISION).not.toBe(0);
});

test("prints the value of an interactive expression, but not within a function", () => {
  const [outer, inner] = blocksOf(compile("def f(): x\n", "?", "single"));
  expect(compile("x", "?", "single").instructions).toContain(Op.PRINT_EXPR);
  expect(outer?.instructions).not.toContain(Op.PRINT_EXPR);
  expect(inner?.instructions).toContain(Op.POP_TOP);
});

test("compiles chains of 5,000 operators, trailers and elifs", () => {
  const chain = `x = a${" + a".repeat(5000)}\n`;
  const trailers = `y = a${".b()[c]".repeat(2000)}\n`;
  const elifs = `for x in y:\n  if a: b\n${"  elif c: d\n".repeat(5000)}`;
  expect(compile(chain + trailers + elifs, "long.py", "exec").stackSize).toBeLessThan(10);
});

test.each([
  ["not ", 1400],
  ["- ", 1400],
  ["lambda: ", 700],
  ["a if b else ", 1400],
  ["a ** ", 700],
  ["(", 98],
])("compiles %j as deep as the parser lets it get", (opening, depth) => {
  const source = `${opening.repeat(depth)}a${opening === "(" ? ")".repeat(depth) : ""}`;
  expect(() => compile(source, "deep.py", "exec")).not.toThrow();
});

test.each([
  ["a + b * (c + d * (e + f))", 6],
  ["f(a, b, c=d)", 5],
  ["[x for x in y for z in w]", 4],
  ["a < b < c", 3],
  ["{a: b}", 3],
])("needs for %s a stack of %i", (source, depth) => {
  expect(compile(source, "?", "eval").stackSize).toBe(depth);
});

test("disassembles to a readable listing", () => {
  expect(disassemble(compile("x = a.b(1)\n", "?", "exec"))).toBe(
    [
      "<module>:",
      "   1    0 STATEMENT 1",
      "        2 LOAD_NAME a",
      "        4 LOAD_METHOD b",
      "        6 LOAD_CONST 1",
      "        8 CALL_METHOD 1",
      "       10 STORE_NAME x",
      "       12 LOAD_CONST None",
      "       14 RETURN_VALUE",
    ].join("\n"),
  );
});
