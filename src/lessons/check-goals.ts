/**
 * Is a goal met? A goal is a list of patterns; facts must fit them in this order, with anything in between, and `$names` must stand for the
 * same value everywhere (see `goals.ts`).
 *
 * The facts are gone through once. For each step it is kept which values the names may have had when the goal had come so far, and the
 * latest fact at which it had: a later one is as good as an earlier one for whatever is to come, and better where something must not
 * have come since. Names that no later step speaks of are forgotten, so that there is seldom more than a handful.
 *
 *     session-opened { session: $s } · page { session: $s }      after 3 facts: step 1 — $s: k3Xz at 2, Qw7e at 3
 *
 * What is so now (`nowKinds`) has no place in this order: it must be so in the end, wherever the goal says so.
 */
import { nowKinds } from "./facts.ts";
import type { Fact, FactPattern, FieldPattern, GoalCheck, GoalStep } from "./goals.ts";

type Scalar = string | number | boolean;
/** What the names stand for, as text: `3` and `"3"` are the same. */
type Bindings = Readonly<Record<string, string>>;

/** How far a goal has come: the place among the facts of the latest one that fitted, and what the names stand for. */
interface Progress {
  at: number;
  bindings: Bindings;
}

/** So many different values of the names are kept for a step; of more the older half is forgotten. Goals are asked as things happen. */
export const MOST_PROGRESSES = 200;

/**
 * Do `facts` (as `readFacts` gives them) meet `check`? `count` is called for each fact that is held against a pattern, for whoever wants
 * to know the work.
 */
export function checkGoal(check: GoalCheck, facts: readonly Fact[], count: () => void = () => {}): boolean {
  return new Checking(planOf(check), facts, count).isMet();
}

// Patterns

const namePattern = /^\$[a-z][\w-]*$/i;

/** Is this the name of a value, such as `$s`? */
function isName(pattern: unknown): pattern is string {
  return typeof pattern === "string" && namePattern.test(pattern);
}

/** The names of `pattern`: those that it gives a value, and those that it only asks for. */
export function namesOf({ fields }: FactPattern): { given: string[]; asked: string[] } {
  const patterns = Object.values(fields);
  const given = patterns.filter(isName);
  const asked = patterns.flatMap((pattern) =>
    typeof pattern === "object" ? Object.values(pattern).filter(isName) : [],
  );
  return { given, asked };
}

/** A pattern, taken apart once: which fields must have a value, which give a name one, and which ask for the value of a name. */
interface Taken {
  kind: string;
  fixed: readonly (readonly [field: string, pattern: FieldPattern])[];
  given: readonly (readonly [field: string, name: string])[];
  asking: readonly (readonly [field: string, pattern: FieldPattern])[];
}

function takeApart(pattern: FactPattern): Taken {
  const fields = Object.entries(pattern.fields);
  const asks = (field: FieldPattern) => typeof field === "object" && Object.values(field).some(isName);
  return {
    kind: pattern.kind,
    fixed: fields.filter(([, field]) => !isName(field) && !asks(field)),
    given: fields.filter((field): field is [string, string] => isName(field[1])),
    asking: fields.filter(([, field]) => asks(field)),
  };
}

/** What the names stand for once `fact` has fitted; null if it does not. A name without a value yet takes that of the fact. */
function bind({ kind, fixed, given, asking }: Taken, fact: Fact, bindings: Bindings): Bindings | null {
  if (fact.kind !== kind) return null;
  for (const [field, pattern] of fixed) if (!fitsField(pattern, fact.fields[field], bindings)) return null;
  let bound = bindings;
  for (const [field, name] of given) {
    const value = fact.fields[field];
    if (value === undefined) return null;
    const stands = bound[name];
    if (stands === undefined) bound = { ...bound, [name]: String(value) };
    else if (stands !== String(value)) return null;
  }
  for (const [field, pattern] of asking) if (!fitsField(pattern, fact.fields[field], bound)) return null;
  return bound;
}

/** A name that stands for nothing yet is no hindrance. */
function fitsField(pattern: FieldPattern, value: Scalar | undefined, bindings: Bindings): boolean {
  if (value === undefined) return false;
  if (typeof pattern !== "object") return String(value) === String(pattern);
  if ("like" in pattern) return regularExpression(pattern.like)?.test(String(value)) ?? false;
  if ("least" in pattern) return numberOf(value) >= pattern.least;
  if ("most" in pattern) return numberOf(value) <= pattern.most;
  const wanted = "has" in pattern ? pattern.has : pattern.not;
  const text = isName(wanted) ? bindings[wanted] : String(wanted);
  if (text === undefined) return true;
  return "has" in pattern ? String(value).includes(text) : String(value) !== text;
}

/** Values of attributes are texts: `"3"` is a number too. Anything else is neither more nor less than a number. */
function numberOf(value: Scalar): number {
  return typeof value === "boolean" || value === "" ? Number.NaN : Number(value);
}

const expressions = new Map<string, RegExp | null>();

function regularExpression(text: string): RegExp | null {
  const known = expressions.get(text);
  if (known !== undefined) return known;
  let expression: RegExp | null = null;
  try {
    expression = new RegExp(text, "u");
  } catch {
    // The reading of lessons has told its author; nothing fits it.
  }
  expressions.set(text, expression);
  return expression;
}

// Plans

/** A step of what happened, and what is known of its names before any fact is seen. */
interface PlannedStep {
  fact: Taken;
  /** Names that have a value before this step and that its fact must have too. */
  joined: readonly string[];
  none: readonly PlannedNone[];
  /** Names that are spoken of later. */
  live: readonly string[];
  /** What comes of it does not depend on where it comes from. */
  isFree: boolean;
}

interface PlannedNone {
  pattern: Taken;
  /** Names that have a value when it is asked. */
  joined: readonly string[];
}

interface Plan {
  steps: readonly PlannedStep[];
  /** Of what is so now, in the order of the goal. */
  now: readonly Taken[];
  /** What must not have come since the last step. */
  after: readonly Taken[];
}

const plans = new WeakMap<GoalCheck, Plan>();

function planOf(check: GoalCheck): Plan {
  const plan = plans.get(check) ?? makePlan(check);
  plans.set(check, plan);
  return plan;
}

/** What is so now is taken out of the order; what must not have come before it, must not have before the step behind it. */
function makePlan({ steps, after }: GoalCheck): Plan {
  const happened: GoalStep[] = [];
  const now: FactPattern[] = [];
  let none: readonly FactPattern[] = [];
  for (const step of steps) {
    none = [...none, ...step.none];
    if (nowKinds.has(step.fact.kind)) now.push(step.fact);
    else {
      happened.push({ fact: step.fact, none });
      none = [];
    }
  }
  const since = [...none, ...after];
  const bound = new Set<string>();
  const planned = happened.map(({ fact, none }, at): PlannedStep => {
    const joined = namesOf(fact).given.filter((name) => bound.has(name));
    for (const name of namesOf(fact).given) bound.add(name);
    const later = happened.slice(at + 1).flatMap((step) => [step.fact, ...step.none]);
    const spoken = new Set([...later, ...now, ...since].flatMap(allNames));
    const live = [...bound].filter((name) => spoken.has(name));
    const own = new Set(namesOf(fact).given);
    return {
      fact: takeApart(fact),
      joined: [...new Set(joined)],
      none: none.map((pattern) => ({
        pattern: takeApart(pattern),
        joined: [...new Set(namesOf(pattern).given.filter((name) => bound.has(name)))],
      })),
      live,
      isFree: live.every((name) => own.has(name)),
    };
  });
  return { steps: planned, now: now.map(takeApart), after: since.map(takeApart) };
}

function allNames(pattern: FactPattern): string[] {
  const { given, asked } = namesOf(pattern);
  return [...given, ...asked];
}

// Checking

/** The values of `names`, as one text. */
function keyOf(names: readonly string[], bindings: Bindings): string {
  let key = "";
  for (const name of names) key += `${bindings[name]}\0`;
  return key;
}

/** How a goal has come as far as one step: by the values that the next step asks for, and then by all that still matter. */
class Level {
  readonly #joined: readonly string[];
  readonly #live: readonly string[];
  readonly #buckets = new Map<string, Map<string, Progress>>();
  /** Oldest first. */
  readonly #all = new Map<string, Progress>();

  constructor(live: readonly string[], joined: readonly string[]) {
    this.#live = live;
    this.#joined = joined;
  }

  add(at: number, bindings: Bindings): void {
    const kept: Record<string, string> = {};
    for (const name of this.#live) {
      const value = bindings[name];
      if (value !== undefined) kept[name] = value;
    }
    const key = keyOf(this.#live, kept);
    this.#remove(key);
    if (this.#all.size >= MOST_PROGRESSES)
      for (const old of [...this.#all.keys()].slice(0, MOST_PROGRESSES / 2)) this.#remove(old);
    const progress = { at, bindings: kept };
    this.#all.set(key, progress);
    const place = keyOf(this.#joined, kept);
    const bucket = this.#buckets.get(place) ?? new Map<string, Progress>();
    bucket.set(key, progress);
    this.#buckets.set(place, bucket);
  }

  /** Those in which the names that the next step asks for stand for the values of `bindings`, newest first. */
  fitting(bindings: Bindings): Progress[] {
    return [...(this.#buckets.get(keyOf(this.#joined, bindings))?.values() ?? [])].reverse();
  }

  all(): Iterable<Progress> {
    return this.#all.values();
  }

  get isReached(): boolean {
    return this.#all.size > 0;
  }

  #remove(key: string): void {
    const progress = this.#all.get(key);
    if (progress === undefined) return;
    this.#all.delete(key);
    this.#buckets.get(keyOf(this.#joined, progress.bindings))?.delete(key);
  }
}

/** Facts that must not have come, so far: by the values that will be asked for, the places of those that fit. */
class Forbidden {
  readonly #none: PlannedNone;
  readonly #places = new Map<string, { at: number; fact: Fact }[]>();
  readonly #count: () => void;

  constructor(none: PlannedNone, count: () => void) {
    this.#none = none;
    this.#count = count;
  }

  get kind(): string {
    return this.#none.pattern.kind;
  }

  note(at: number, fact: Fact): void {
    const { pattern, joined } = this.#none;
    this.#count();
    const bindings = bind(pattern, fact, {});
    if (bindings === null) return;
    const key = keyOf(joined, bindings);
    const places = this.#places.get(key);
    if (places === undefined) this.#places.set(key, [{ at, fact }]);
    else places.push({ at, fact });
  }

  hasComeSince(at: number, bindings: Bindings): boolean {
    const { pattern, joined } = this.#none;
    const places = this.#places.get(keyOf(joined, bindings)) ?? [];
    for (let index = places.length - 1; index >= 0; index--) {
      const place = places[index];
      if (place === undefined || place.at <= at) return false;
      this.#count();
      if (bind(pattern, place.fact, bindings) !== null) return true;
    }
    return false;
  }
}

/** A step, where it comes from, where it leads, and what must not have come on the way. */
interface Stage {
  step: PlannedStep;
  from: Level;
  to: Level;
  forbidden: readonly Forbidden[];
}

class Checking {
  readonly #plan: Plan;
  readonly #happened: readonly Fact[];
  readonly #now: readonly Fact[];
  readonly #count: () => void;

  constructor(plan: Plan, facts: readonly Fact[], count: () => void) {
    this.#plan = plan;
    this.#happened = facts.filter(({ kind }) => !nowKinds.has(kind));
    this.#now = facts.filter(({ kind }) => nowKinds.has(kind));
    this.#count = count;
  }

  isMet(): boolean {
    for (const { at, bindings } of this.#ends())
      if (this.#endsWell(this.#plan.now, at, bindings)) return true;
    return false;
  }

  /** How the steps of what happened can have been met. */
  #ends(): Iterable<Progress> {
    const { steps, now, after } = this.#plan;
    const isEnough = now.length === 0 && after.length === 0;
    const levels = [
      new Level([], steps[0]?.joined ?? []),
      ...steps.map(({ live }, at) => new Level(live, steps[at + 1]?.joined ?? [])),
    ];
    levels[0]?.add(-1, {});
    const stages = steps.flatMap((step, index): Stage[] => {
      const [from, to] = [levels[index], levels[index + 1]];
      const forbidden = step.none.map((none) => new Forbidden(none, this.#count));
      return from === undefined || to === undefined ? [] : [{ step, from, to, forbidden }];
    });
    // From the last one back: no fact is two steps.
    const byKind = groupBy(stages.toReversed(), ({ step }) => step.fact.kind);
    const forbidden = groupBy(
      stages.flatMap((stage) => stage.forbidden),
      ({ kind }) => kind,
    );
    const last = levels.at(-1);
    for (const [at, fact] of this.#happened.entries()) {
      for (const stage of byKind.get(fact.kind) ?? []) this.#advance(stage, at, fact);
      if (isEnough && last?.isReached === true) break;
      for (const each of forbidden.get(fact.kind) ?? []) each.note(at, fact);
    }
    return last?.all() ?? [];
  }

  #advance({ step, from, to, forbidden }: Stage, at: number, fact: Fact): void {
    this.#count();
    const own = bind(step.fact, fact, {});
    if (own === null) return;
    for (const progress of from.fitting(own)) {
      this.#count();
      const bindings = bind(step.fact, fact, progress.bindings);
      if (bindings === null) continue;
      if (forbidden.some((each) => each.hasComeSince(progress.at, bindings))) continue;
      to.add(at, bindings);
      if (step.isFree) return;
    }
  }

  /** Is so now what `patterns` say, and has nothing come since `at` that must not have? */
  #endsWell([pattern, ...rest]: readonly Taken[], at: number, bindings: Bindings): boolean {
    if (pattern === undefined)
      return !this.#plan.after.some((none) => this.#hasComeSince(none, at, bindings));
    return this.#now.some((fact) => {
      if (fact.kind !== pattern.kind) return false;
      this.#count();
      const bound = bind(pattern, fact, bindings);
      return bound !== null && this.#endsWell(rest, at, bound);
    });
  }

  #hasComeSince(pattern: Taken, at: number, bindings: Bindings): boolean {
    const isForbidden = (fact: Fact) => {
      if (fact.kind !== pattern.kind) return false;
      this.#count();
      return bind(pattern, fact, bindings) !== null;
    };
    if (nowKinds.has(pattern.kind)) return this.#now.some(isForbidden);
    for (let index = this.#happened.length - 1; index > at; index--) {
      const fact = this.#happened[index];
      if (fact !== undefined && isForbidden(fact)) return true;
    }
    return false;
  }
}

function groupBy<Item>(items: readonly Item[], keyOfItem: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOfItem(item));
    if (group === undefined) groups.set(keyOfItem(item), [item]);
    else group.push(item);
  }
  return groups;
}
