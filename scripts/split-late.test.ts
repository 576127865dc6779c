/** Scripts that are split, put together again and run: the two parts must do what the whole did. */
import { expect, test } from "vitest";
import { splitLate } from "./split-late.ts";

type Exports = Record<string, (...given: unknown[]) => unknown>;

/** `code` in two parts, and what it exports before and after the late one has come. Functions of `late.ts` are late; `listen` keeps what it is given. */
function split(code: string): { own: string; late: string; before: () => Exports; after: () => Exports } {
  const isLate = (module: string, name: string) => module === "late.ts" && name !== "first";
  const { own, late } = splitLate(code, isLate);
  const notYet = () => {
    throw new Error("not yet");
  };
  const lend = new Function("notYet", "listen", `${own}\nreturn lend();`);
  const before = () => lend(notYet, () => {}) as Exports;
  const after = () => {
    const main = before();
    new Function("main", late)(main);
    return main;
  };
  return { own, late, before, after };
}

const calling = `// main.ts
const factor = 2;
function twice(n) { return double(n); }
// late.ts
function double(n) { return n * factor; }
listen(twice);
exports.twice = twice;
exports.double = double;`;

test("a late function is called through a name that stays, once its part has come", () => {
  const { own, late, before, after } = split(calling);
  expect(own).not.toContain("n * factor");
  expect(late).not.toContain("function twice");
  expect(() => before()["twice"]?.(4)).toThrow("not yet");
  expect([after()["twice"]?.(4), after()["double"]?.(5)]).toEqual([8, 10]);
});

test("it sees what stays, and what stays sees the same function in all its parts", () => {
  const { after } = split(`// main.ts
const seen = [];
class Base { name() { return "base"; } }
function make() { return create(); }
// late.ts
class Derived extends Base { name() { return seen.push(1) + super.name(); } }
function create() { return new Derived(); }
listen(make);
exports.make = make;
exports.Derived = Derived;`);
  const { make, Derived } = after();
  const made = make?.();
  expect(made).toBeInstanceOf(Derived);
  expect((made as { name(): string }).name()).toBe("1base");
});

test.each([
  ["is had as a value", "const table = { run: work };\nlisten(table);\nexports.run = () => table.run();"],
  ["is had as a value by what is called at once", "[1].map(work);\nexports.run = work;"],
  [
    "is called at once, by what is no function",
    "const kept = first();\nfunction first() { return 1; }\nexports.run = work;",
  ],
])("a function that %s works", (_what, rest) => {
  const { after } = split(`// late.ts\nfunction work() { return 7; }\n${rest}`);
  expect(after()["run"]?.()).toBe(7);
});

test.each([
  ["assigns", "function work() { count += 1; return count; }"],
  ["reads", "function work() { return count; }"],
  ["counts up", "function work() { return ++count; }"],
  ["takes apart into", "function work() { [count] = [5]; return count; }"],
])("a function that %s a variable that others assign stays with it", (_what, work) => {
  const code = `let count = 1;\nfunction step() { count = 3; return work(); }\nlisten(step);\nexports.step = step;\n// late.ts\n${work}`;
  const { late, before, after } = split(`// main.ts\n${code}`);
  expect(late).not.toContain("function work");
  expect(before()["step"]?.()).toEqual(expect.any(Number));
  expect(after()["step"]?.()).toEqual(before()["step"]?.());
});

test("a variable that only late functions assign goes with them", () => {
  const { own, after } = split(`// late.ts
let count = 0;
function work() { count++; return count; }
function read() { return count; }
exports.work = work;
exports.read = read;`);
  expect(own).not.toContain("count");
  const { work, read } = after();
  work?.();
  expect([work?.(), read?.()]).toEqual([2, 2]);
});

test("inner variables are not taken for those of the script", () => {
  const { own } = split(`// main.ts
let order = 1;
function change() { order = 2; return value(); }
// late.ts
function value() {
  const one = (order) => { order += 1; return order; };
  for (const order of [1]) one(order);
  try { one(1); } catch ({ order = 3 }) { return order; }
  switch (one(1)) { case 2: { let order = 4; order++; return order; } }
  return 0;
}
listen(change);
exports.change = change;`);
  expect(own).not.toContain("one(order)");
});

test("an outer variable behind an inner one of its name is seen", () => {
  const { late } = split(`// main.ts
let order = 1;
function change() { order = 2; return value(); }
// late.ts
function value() { if (order > 1) { const order = 3; return order; } return order; }
listen(change);
exports.change = change;`);
  expect(late).not.toContain("function value");
});

test("what fetches late parts, or has the exports, stays", () => {
  const { late } = split(`// late.ts
function bring() { return require("./more.js"); }
function all() { return exports; }
exports.bring = bring;
exports.all = all;`);
  expect(late).not.toMatch(/function (bring|all)/);
});

test("what is exported by a getter is read when it is asked for", () => {
  const { after } = split(`// main.ts
let compile = () => 1;
function set(other) { compile = other; }
listen(set);
exports.set = set;
Object.defineProperty(exports, "compile", { get: function() { return compile; } });
// late.ts
function unused() {}
exports.unused = unused;`);
  const main = after();
  main["set"]?.(() => 2);
  expect(main["compile"]?.()).toBe(2);
  expect(main["unused"]?.()).toBeUndefined();
});
