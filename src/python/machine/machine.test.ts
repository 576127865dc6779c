/** Stepping, stops and budgets; what programs print is tested in `test/python`. */
import { expect, test } from "vitest";
import { compile } from "../front/index.ts";
import { Thread } from "../objects/frame.ts";
import { defineFunctions } from "../objects/natives.ts";
import type { Operation } from "../objects/slots.ts";
import { builtinType } from "../objects/type.ts";
import { PyObject } from "../objects/values.ts";
import { type RunOptions, runPython } from "../run-program.ts";
import { createModule } from "./imports.ts";
import { defaultLimits } from "./limits.ts";
import { createInterpreter, Machine } from "./machine.ts";
import type { StepUntil, Stop } from "./stops.ts";

const host = { now: () => 0, random: () => 0.5 };

function begin(source: string) {
  const interpreter = createInterpreter();
  const machine = new Machine(interpreter, host);
  const thread = new Thread();
  const { dict } = createModule(interpreter, "__main__");
  machine.start(thread, compile(source, "page.py", "exec"), dict);
  return { interpreter, machine, thread, dict };
}

function stopsOf(source: string, until: StepUntil): Stop[] {
  const { machine, thread } = begin(source);
  const stops = [machine.run(thread, until)];
  while (thread.frame !== null) stops.push(machine.run(thread, until));
  return stops;
}

function lines(stops: Stop[]): (number | string)[] {
  return stops.map((stop) => (stop.kind === "statement" ? stop.line : stop.kind));
}

test("a run stops before every statement, also inside functions", () => {
  const stops = stopsOf("x = 1\ndef f(a):\n    b = a\n    return b\ny = f(x)\nprint y\n", {
    kind: "statement",
  });
  expect(lines(stops)).toEqual([1, 2, 5, 3, 4, 6, "returned"]);
});

test("generators driven by for and by next are stepped inside", () => {
  const source = "def g():\n    yield 1\n    yield 2\nfor i in g():\n    pass\nh = g()\nh.next()\n";
  expect(lines(stopsOf(source, { kind: "statement" }))).toEqual([1, 4, 2, 5, 3, 5, 6, 7, 2, "returned"]);
});

test("a new machine goes on where another stopped", () => {
  const { interpreter, thread } = begin("for i in range(4):\n    print i,\n");
  while (thread.frame !== null) new Machine(interpreter, host).run(thread, { kind: "statement" });
  expect(thread.output.join("")).toBe("0 1 2 3");
});

test("a slice gives control back after so many steps", () => {
  const stops = stopsOf("i = 0\nwhile i < 100:\n    i += 1\n", { kind: "end", slice: 50 });
  expect(stops.length).toBeGreaterThan(3);
  expect(new Set(stops.slice(0, -1).map(({ kind }) => kind))).toEqual(new Set(["slice"]));
  expect(stops.at(-1)?.kind).toBe("returned");
});

const cupboardType = builtinType("Cupboard");
class Cupboard extends PyObject {
  constructor() {
    super(cupboardType);
    this.attributes = null;
  }
}
cupboardType.slots = {
  getAttribute: (_vm, _self: Cupboard, name) => (name === "sugar" ? 7 : undefined),
  setAttribute: () => true,
  visible: (_vm, _self: Cupboard, access): Operation | undefined =>
    access.kind === "call" ? undefined : { kind: access.kind, object: "cupboard", name: access.name },
};
defineFunctions("machine-test", { makeCupboard: () => new Cupboard() });

test("a run stops before each visible operation and performs it on the next run", () => {
  const source = "x = c.sugar\nc.salt = x\ny = getattr(c, 'sugar')\nprint x, y\n";
  const { machine, thread, dict } = begin(source);
  dict.set("c", "c", new Cupboard());
  const seen: unknown[] = [];
  for (;;) {
    const stop = machine.run(thread, { kind: "operation" });
    seen.push(
      stop.kind === "operation" ? `${stop.line} ${stop.operation.kind} ${stop.operation.name}` : stop.kind,
    );
    if (thread.frame === null) break;
  }
  expect(seen).toEqual(["1 read sugar", "2 write salt", "3 read sugar", "returned"]);
  expect(thread.output.join("")).toBe("7 7\n");
});

function errorOf(source: string, options: RunOptions = {}): string {
  return runPython(source, { filename: "page.py", ...options }).error;
}

test("a loop without end is stopped, and except does not see it", () => {
  const source = "try:\n    while 1:\n        pass\nexcept:\n    print 'seen'\nfinally:\n    print 'seen'\n";
  const result = runPython(source, { limits: { steps: 1000 } });
  expect(result.error).toMatch(/^Stopped at line [23]: it used its 1,000 steps/);
  expect(result.output).toBe("");
});

test.each(["x = 'a' * 10 ** 9", "x = range(10 ** 9)", "x = [0] * 10 ** 9"])("%s is stopped", (source) => {
  expect(errorOf(source)).toMatch(/^Stopped at line 1: it asked for/);
});

test("a long page may be built by adding to a string", () => {
  const source = "s = ''\nfor i in xrange(50000):\n    s += 'x'\nprint len(s)\n";
  expect(runPython(source).output).toBe("50000\n");
});

test("too much output is stopped", () => {
  expect(errorOf("while 1: print 'x' * 1000")).toMatch(/^Stopped at line 1: it printed more than 1 MB/);
});

test("endless recursion is CPython's RuntimeError, and can be caught", () => {
  const source = "def f(): return f()\ntry:\n    f()\nexcept RuntimeError, e:\n    print e\n";
  expect(runPython(source).output).toBe("maximum recursion depth exceeded\n");
});

test.each([
  "class A(object):\n    def __repr__(self): return repr(self)\nrepr(A())\n",
  "class A(object):\n    def __getattr__(self, n): return getattr(self, n + 'x')\nA().a\n",
  "class A(object):\n    def __add__(self, o): return self + o\nA() + 1\n",
  "def f(x): return map(f, [x])\nf(1)\n",
  "x = []\nfor i in range(100000): x = [x]\nrepr(x)\n",
  "def f(x): return sorted([1, 2], key=f)\nf(1)\n",
])("recursion through natives ends in a RuntimeError: %s", (source) => {
  expect(errorOf(source)).toMatch(/RuntimeError: maximum recursion depth exceeded/);
});

test("budgets hold in nested calls", () => {
  const source = "def f(x):\n    while 1: pass\nmap(f, [1])\n";
  expect(errorOf(source, { limits: { steps: 1000 } })).toMatch(/1,000 steps/);
});

test("the limits of a run can be read", () => {
  expect(defaultLimits.steps).toBe(5_000_000);
});
