/** An integer has at most `mostBits`, whatever makes it and in whichever engine; what would have more ends as the memory budget does. */
import { expect, test } from "vitest";
import { libraryWithSqlite } from "../../../test/sqlite-library.ts";
import { mostBits } from "../objects/values.ts";
import { runPython } from "../run-program.ts";

const library = await libraryWithSqlite();
const generous = { steps: 2_000_000_000, memory: 1024 ** 3, objectMemory: 256 * 1024 ** 2 };

const modules = "cPickle fractions itertools marshal math operator pickle random struct".split(" ");

/** `top` has as many bits as there may be, `low` is half as long, `digits` are as many decimals as always fit. */
const start = `
M = ${mostBits}
top = (1 << M - 1) - 1 + (1 << M - 1)
low = top >> M // 2
digits = '9' * ${Math.floor(mostBits * Math.log10(2))}
class Index(object):
    def __index__(self): return top
def assign(x, change):
    exec change
    return x
`;

/** Runs statements after `start`, with the modules that they name. */
function run(statements: string): ReturnType<typeof runPython> {
  const imports = modules.filter((name) => statements.includes(`${name}.`)).map((name) => `import ${name}\n`);
  return runPython(`${start}${imports.join("")}${statements}\n`, { limits: generous, host: { library } });
}

/** Whether the value of `expression` has no more than `mostBits`, and whether it has nearly so many; or what stops it. */
function outcome(expression: string): string {
  const { output, stop } = run(`x = ${expression}\nprint (abs(x) >> M) == 0, abs(x) > top >> 8`);
  return stop?.kind === "limit" ? `${stop.limit}: ${stop.message}` : output;
}

/** Twice the same operation: with a result of nearly `mostBits`, and with one of a few bits more. */
test.each([
  ["1 << M - 1", "1 << M"],
  ["-1 << M - 1", "-1 << M"],
  ["low << M - M // 2", "low << M - M // 2 + 1"],
  ["operator.lshift(1, M - 1)", "operator.lshift(1, M)"],
  ["(1).__lshift__(M - 1)", "(1).__lshift__(M)"],
  ["(1L).__lshift__(M - 1)", "(1L).__lshift__(M)"],
  ["(M - 1).__rlshift__(1)", "M.__rlshift__(1)"],
  ["assign(1, 'x <<= M - 1')", "assign(1, 'x <<= M')"],
  [
    "reduce(operator.lshift, [1000] * (M // 1000 - 1), 1) << 999",
    "reduce(operator.lshift, [1000] * (M // 1000), 1)",
  ],
  ["top - 1 + 1", "top + 1"],
  ["1 + (top - 1)", "top + top"],
  ["-top", "-top - 1"],
  ["top - 5", "top - -5"],
  ["assign(top - 1, 'x += 1')", "assign(top, 'x += 1')"],
  ["sum([top // 2, top // 2])", "sum([top, top])"],
  ["reduce(operator.add, [low, top - low])", "reduce(operator.add, [top] * 3)"],
  ["~(top - 1)", "~top"],
  ["(top - 1).__invert__()", "top.__invert__()"],
  ["top & -8", "-top & -2"],
  ["-(top - 1) | 5", "-top & ~1"],
  ["top ^ 5", "top ^ -1"],
  ["low * low", "low * low * 4"],
  ["(top // 3) * 3", "top * 2"],
  ["top // 1000 * 1000L", "top * 1.0.as_integer_ratio()[0] * 3"],
  ["int.__mul__(1, 1) * (1 << M - 1)", "3 * (1 << M - 1)"],
  ["assign(low, 'x *= x')", "assign(low, 'x *= x * 7')"],
  ["2 ** (M - 1)", "2 ** M"],
  ["2L ** (M - 1)", "2L ** M"],
  ["pow(2, M - 1)", "pow(2, M)"],
  ["3 ** int((M - 1) / math.log(3, 2))", "3 ** int((M + 1) / math.log(3, 2) + 1)"],
  ["10 ** len(digits)", "10 ** (len(digits) + 1)"],
  ["(-7) ** int((M - 1) / math.log(7, 2))", "(-7) ** int((M + 1) / math.log(7, 2) + 1)"],
  ["low ** 2", "low ** 3"],
  ["(2 ** 1000 - 1) ** (M // 1000)", "(2 ** 1000 + 1) ** (M // 1000)"],
  ["operator.pow(4, M // 2 - 1)", "operator.pow(4, M // 2)"],
  ["assign(2, 'x **= M - 1')", "assign(2, 'x **= M')"],
  ["pow(2, M - 1, top)", "pow(top - 2, 2, top)"],
  ["int(digits)", "int(digits + '99')"],
  ["long(digits + 'L')", "long(digits + '99L')"],
  ["int(u'-' + digits)", "int(u'-9' + digits + '9')"],
  ["int('0' * 1000000 + digits)", "int('00' + digits + '99')"],
  ["int('f' * (M // 4), 16)", "int('1' + '0' * (M // 4), 16)"],
  ["int('0x' + 'f' * (M // 4), 0)", "int('0x' + 'f' * (M // 4 + 1), 0)"],
  ["int('7' * (M // 3), 8)", "int('7' * (M // 3 + 1), 8)"],
  ["long('1' * M, 2)", "long('1' * (M + 1), 2)"],
  ["eval(digits)", "eval('0') or 1 << M"],
  ["pickle.loads('I' + digits + '\\n.')", "pickle.loads('I' + digits + '99\\n.')"],
  ["pickle.loads('L' + digits + 'L\\n.')", "pickle.loads('L' + digits + '99L\\n.')"],
  [
    "cPickle.loads(cPickle.dumps(top, 2))",
    "cPickle.loads('\\x8b' + struct.pack('<i', M // 8 + 1) + 'a' * (M // 8 + 1) + '.')",
  ],
  [
    "marshal.loads(marshal.dumps(top))",
    "marshal.loads('l' + struct.pack('<i', M // 15 + 2) + 'aa' * (M // 15 + 2))",
  ],
  ["random.getrandbits(M) | 1 << M - 1", "random.getrandbits(M + 9000)"],
  ["fractions.Fraction(top, 1).numerator", "(fractions.Fraction(top, 1) * 3).numerator"],
  ["divmod(top, 2)[0] * 2", "divmod(top, 2)[0] * 5"],
  ["next(itertools.count(top - 2))", "list(itertools.islice(itertools.count(top - 2), 4))[3]"],
  ["math.trunc(top)", "math.trunc(top) + 1"],
  ["operator.index(Index())", "operator.index(Index()) + 1"],
])("%s is made, %s is not", (fits, exceeds) => {
  expect(outcome(fits)).toBe("True True\n");
  expect(outcome(exceeds)).toMatch(/^memory: it asked for an integer of more than 1,040,000 bits/);
});

test.each([
  [
    "divided",
    "1.0 * (top // (top >> 10)), top.__truediv__(top), (top >> 1).__truediv__(top), (1).__truediv__(top)",
  ],
  ["compared with a float", "top > 1e308, -top < 1e308, top == 1e308, cmp(top, 1.5)"],
  [
    "shown",
    "len(repr(top)), len('%x' % top), len('%d' % -top), len(hex(-top)), len(bin(top)), len('{:,}'.format(top))",
  ],
  [
    "taken apart",
    "top.bit_length(), top % 10, -top % 10, divmod(-top, 7)[1], top >> M - 1, hash(top) == hash(top + 0)",
  ],
  ["counted", "len(xrange(5)), len(range(top - 3, top)), range(-top, 3 - top)[2] + top"],
])("the longest integer can be %s", (_what, expressions) => {
  const { stop, error } = run(`print ${expressions}`);
  expect([stop?.kind, error]).toEqual(["returned", ""]);
});

test("a literal of too many digits is one text too large", () => {
  const tried = "try: eval(text)\nexcept MemoryError: print 'too many'\nelse: print 'read'\n";
  const outputs = [
    "digits",
    "digits + '99'",
    "'-' + digits + '99L'",
    "hex(top)",
    "'0x1' + '0' * (M // 4)",
    "'0777' * 86667",
    "'0b' + '1' * M + '1'",
    "'1' * 400000 + '.'",
  ].map((text) => run(`text = ${text}\n${tried}`).output.trim());
  expect(outputs).toEqual([
    "read",
    "too many",
    "too many",
    "read",
    "too many",
    "too many",
    "too many",
    "read",
  ]);
});
