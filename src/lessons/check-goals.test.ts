import fc from "fast-check";
import { expect, test } from "vitest";
import { checkGoal, MOST_PROGRESSES, namesOf } from "./check-goals.ts";
import { nowKinds } from "./facts.ts";
import type { Fact, FactPattern, FieldPattern, GoalCheck, GoalStep } from "./goals.ts";

test("steps are met in their order, with anything in between", () => {
  const log = facts("open s=1", "read s=1", "page s=1");
  expect(checkGoal(goal("open", "page"), log)).toBe(true);
  expect(checkGoal(goal("page", "open"), log)).toBe(false);
});

test("one fact is not two steps", () => {
  expect(checkGoal(goal("page", "page"), facts("page"))).toBe(false);
  expect(checkGoal(goal("page", "page"), facts("page", "page"))).toBe(true);
});

test("a name stands for the same value wherever it occurs", () => {
  const check = goal("open s=$s", "page s=$s");
  expect(checkGoal(check, facts("open s=1", "page s=2"))).toBe(false);
  expect(checkGoal(check, facts("open s=1", "open s=2", "page s=1"))).toBe(true);
  expect(checkGoal(goal("page a=$x b=$x"), facts("page a=1 b=2"))).toBe(false);
});

test("what must not have come in between is asked of the gap alone", () => {
  const check = goal("open s=$s", "none close s=$s", "page s=$s");
  expect(checkGoal(check, facts("open s=1", "close s=1", "page s=1"))).toBe(false);
  expect(checkGoal(check, facts("open s=1", "close s=2", "page s=1"))).toBe(true);
  expect(checkGoal(check, facts("close s=1", "open s=1", "page s=1", "close s=1"))).toBe(true);
  expect(checkGoal(check, facts("open s=1", "close s=1", "open s=1", "page s=1"))).toBe(true);
});

test("what must not have come before the first step must not have come at all by then", () => {
  const check = goal("none error", "page");
  expect(checkGoal(check, facts("error", "page"))).toBe(false);
  expect(checkGoal(check, facts("page", "error"))).toBe(true);
});

test("what must not have come since the last step unmeets the goal", () => {
  const check = goal("open s=$s", "none close s=$s");
  expect(checkGoal(check, facts("open s=1"))).toBe(true);
  expect(checkGoal(check, facts("open s=1", "close s=1"))).toBe(false);
  expect(checkGoal(check, facts("open s=1", "close s=1", "open s=2"))).toBe(true);
});

test("a name without a value in what must not come stands for anything", () => {
  const check = goal("open", "none close s=$any", "page");
  expect(checkGoal(check, facts("open", "close s=7", "page"))).toBe(false);
});

test("what is so now may stand anywhere in the goal", () => {
  for (const check of [goal("sessions n=$n", "page n=$n"), goal("page n=$n", "sessions n=$n")]) {
    expect(checkGoal(check, facts("page n=3", "sessions n=3"))).toBe(true);
    expect(checkGoal(check, facts("page n=2", "sessions n=3"))).toBe(false);
  }
  expect(checkGoal(goal("page", "none sessions n=0"), facts("page", "sessions n=0"))).toBe(false);
});

test("fields can have, be like, be at least, at most, or anything else", () => {
  expect(fits({ has: "oë" }, "Zoë")).toBe(true);
  expect(fits({ has: "x" }, "Zoë")).toBe(false);
  expect(fits({ like: "^Z.ë$" }, "Zoë")).toBe(true);
  expect(fits({ like: "(" }, "(")).toBe(false);
  expect(fits({ least: 2 }, 2)).toBe(true);
  expect(fits({ least: 2 }, 1)).toBe(false);
  expect(fits({ most: 2 }, "2")).toBe(true);
  expect(fits({ most: 2 }, "'two'")).toBe(false);
  expect(fits({ most: 2 }, "")).toBe(false);
  expect(fits({ not: 200 }, 500)).toBe(true);
  expect(fits({ not: 200 }, 200)).toBe(false);
  expect(fits(3, "3")).toBe(true);
  expect(fits(true, "true")).toBe(true);
});

test("a fact without the field fits no pattern of it", () => {
  expect(checkGoal(step({ s: { not: 1 } }), facts("page"))).toBe(false);
  expect(checkGoal(step({ s: "$s" }), facts("page"))).toBe(false);
});

test("a name can be asked for in what a text has, and in what a value is not", () => {
  const other = goal("open b=$b s=$s", "page b=!$b text=~$s");
  expect(checkGoal(other, facts("open b=A s=k3Xz", "page b=B text=key-k3Xz"))).toBe(true);
  expect(checkGoal(other, facts("open b=A s=k3Xz", "page b=A text=key-k3Xz"))).toBe(false);
  expect(checkGoal(other, facts("open b=A s=k3Xz", "page b=B text=key-Qw7e"))).toBe(false);
});

test("the work grows with the log, not faster, also where every fact might be the beginning", () => {
  const check = goal("a x=$x", "b y=$y", "a x=!$x", "b y=!$y", "none b y=$y", "c x=$x y=$y", "c y=$x x=$y");
  const work = (size: number) => {
    const log = Array.from({ length: size }, (_, at) =>
      factOf(["a x=", "b y=", "c y=x x="][at % 3] + String(at), at),
    );
    let count = 0;
    expect(checkGoal(check, log, () => count++)).toBe(false);
    return count;
  };
  const large = work(5_000);
  expect(large).toBeLessThan(2.2 * work(2_500));
  expect(large).toBeLessThan(5_000 * MOST_PROGRESSES);
});

test("brute force comes to the same", () => {
  fc.assert(
    fc.property(someCheck, someFacts, (check, log) => {
      expect(checkGoal(check, log)).toBe(isMetByBruteForce(check, log));
    }),
    { numRuns: 2_000 },
  );
});

test("what happens later never unmeets a goal that says nothing of the end", () => {
  fc.assert(
    fc.property(someCheck, someFacts, someFacts, (check, log, more) => {
      const isOfEnd = (pattern: FactPattern) => nowKinds.has(pattern.kind);
      fc.pre(check.after.length === 0 && !check.steps.some(({ fact }) => isOfEnd(fact)));
      fc.pre(checkGoal(check, log));
      expect(checkGoal(check, [...log, ...more])).toBe(true);
    }),
    { numRuns: 300 },
  );
});

// A small notation: `kind field=value`, in patterns also `field=$name`, `field=!$name` (not) and `field=~$name` (has).

function facts(...lines: string[]): Fact[] {
  return lines.map(factOf);
}

function factOf(line: string, at: number): Fact {
  const { kind, fields } = patternOf(line);
  return { seq: at + 1, kind, fields: fields as Fact["fields"] };
}

function patternOf(line: string): FactPattern {
  const [kind = "", ...pairs] = line.split(" ");
  const fields = pairs.map((pair): [string, FieldPattern] => {
    const [name = "", text = ""] = pair.split("=");
    if (text.startsWith("!")) return [name, { not: text.slice(1) }];
    return [name, text.startsWith("~") ? { has: text.slice(1) } : text];
  });
  return { kind, fields: Object.fromEntries(fields) };
}

/** Lines that begin with `none` are what must not come before the next, or since the last. */
function goal(...lines: string[]): GoalCheck {
  const steps: GoalStep[] = [];
  let none: FactPattern[] = [];
  for (const line of lines) {
    if (line.startsWith("none ")) none.push(patternOf(line.slice(5)));
    else {
      steps.push({ fact: patternOf(line), none });
      none = [];
    }
  }
  return { id: "goal", steps, after: none };
}

function step(fields: FactPattern["fields"]): GoalCheck {
  return { id: "goal", steps: [{ fact: { kind: "page", fields }, none: [] }], after: [] };
}

function fits(pattern: FieldPattern, value: string | number): boolean {
  return checkGoal(step({ value: pattern }), [{ seq: 1, kind: "page", fields: { value } }]);
}

// Random goals and logs, and the plain meaning of a goal

const someValue = fc.constantFrom(1, 2);
const someKind = fc.constantFrom("a", "a", "b", "b", "sessions");
const someFields = fc.dictionary(fc.constantFrom("x", "y"), someValue, { noNullPrototype: true });
const someFieldPattern: fc.Arbitrary<FieldPattern> = fc.oneof(
  someValue,
  fc.constantFrom("$p", "$q"),
  fc.constantFrom("$p", "$q").map((name) => ({ not: name })),
  someValue.map((value) => ({ not: value })),
);
const somePattern: fc.Arbitrary<FactPattern> = fc.record({
  kind: someKind,
  fields: fc.dictionary(fc.constantFrom("x", "y"), someFieldPattern, { noNullPrototype: true }),
});
const someNone = fc.array(somePattern, { maxLength: 1 });
const someCheck: fc.Arbitrary<GoalCheck> = fc.record({
  id: fc.constant("goal"),
  steps: fc.array(fc.record({ fact: somePattern, none: someNone }), { minLength: 1, maxLength: 4 }),
  after: someNone,
});
const someFacts: fc.Arbitrary<Fact[]> = fc
  .array(fc.record({ kind: someKind, fields: someFields }), { maxLength: 8 })
  .map((list) => list.map((fact, at) => ({ seq: at + 1, ...fact })));

type Names = ReadonlyMap<string, string>;

/** Tries every choice of facts. */
function isMetByBruteForce(check: GoalCheck, all: readonly Fact[]): boolean {
  const log = all.filter(({ kind }) => !nowKinds.has(kind));
  const state = all.filter(({ kind }) => nowKinds.has(kind));
  const choose = (
    steps: readonly GoalStep[],
    last: number,
    names: Names,
    none: readonly FactPattern[],
  ): boolean => {
    const [next, ...rest] = steps;
    if (next === undefined)
      return chooseNow(check.steps.map(({ fact }) => fact).filter(isNow), last, names, none);
    const forbidden = [...none, ...next.none];
    if (isNow(next.fact)) return choose(rest, last, names, forbidden);
    return log.some((fact, at) => {
      const given = at <= last ? null : fitBy(next.fact, fact, names);
      if (given === null) return false;
      const gap = log.slice(last + 1, at);
      return !hasOne(gap, forbidden, given) && choose(rest, at, given, []);
    });
  };
  const chooseNow = (
    patterns: readonly FactPattern[],
    last: number,
    names: Names,
    none: readonly FactPattern[],
  ): boolean => {
    const [pattern, ...rest] = patterns;
    const since = [...log.slice(last + 1), ...state];
    if (pattern === undefined) return !hasOne(since, [...none, ...check.after], names);
    return state.some((fact) => {
      const given = fitBy(pattern, fact, names);
      return given !== null && chooseNow(rest, last, given, none);
    });
  };
  return choose(check.steps, -1, new Map(), []);
}

function isNow({ kind }: FactPattern): boolean {
  return nowKinds.has(kind);
}

function hasOne(log: readonly Fact[], patterns: readonly FactPattern[], names: Names): boolean {
  return log.some((fact) => patterns.some((pattern) => fitBy(pattern, fact, names) !== null));
}

function fitBy(pattern: FactPattern, fact: Fact, names: Names): Names | null {
  if (pattern.kind !== fact.kind) return null;
  const { given } = namesOf(pattern);
  const values = new Map(names);
  for (const [field, wanted] of Object.entries(pattern.fields)) {
    const value = fact.fields[field];
    if (value === undefined) return null;
    if (typeof wanted === "string" && given.includes(wanted) && !values.has(wanted))
      values.set(wanted, String(value));
  }
  const isRight = Object.entries(pattern.fields).every(([field, wanted]) => {
    const value = String(fact.fields[field]);
    if (typeof wanted !== "object") return value === (values.get(String(wanted)) ?? String(wanted));
    if (!("not" in wanted)) throw new Error("The plain meaning knows only values, names and what is not.");
    const name = String(wanted.not);
    return name.startsWith("$") && !values.has(name) ? true : value !== (values.get(name) ?? name);
  });
  return isRight ? values : null;
}
