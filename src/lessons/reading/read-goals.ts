/**
 * Goals as authors write them: a list of objects with one key each, the kind of a fact; `none` says what must not come between its neighbours and
 * becomes part of the step after it, or of the goal's end.
 */
import * as v from "valibot";
import { namesOf } from "../check-goals.ts";
import type { FactKind } from "../fact-kinds.ts";
import type { FactPattern, FieldPattern, GoalCheck, GoalStep } from "../goals.ts";
import { listNames, type Tell } from "./problems.ts";
import { readAs, type YamlFile } from "./yaml-file.ts";

type Path = readonly (string | number)[];

/** Which facts there are, by kind. */
export type FactKinds = Readonly<Record<string, Pick<FactKind, "isNow" | "fields">>>;

const literal = v.union([v.string(), v.number(), v.boolean()]);
const regex = v.pipe(
  v.string(),
  v.check(isRegex, "This is not a regular expression of JavaScript. Look at its brackets and backslashes."),
);

/** What a field of a pattern may be besides a value. */
export const fieldForms = {
  has: { schema: v.string(), description: "A text that contains this one." },
  like: { schema: regex, description: "A text that fits this regular expression." },
  least: { schema: v.number(), description: "A number, this one or more." },
  most: { schema: v.number(), description: "A number, this one or less." },
  not: { schema: literal, description: "Anything else." },
} as const;

/** The check of the goal `id`, whose list stands at `path` of the file. */
export function readGoal(
  id: string,
  list: readonly unknown[],
  { path, file, tell, kinds }: { path: Path; file: YamlFile; tell: Tell; kinds: FactKinds },
): GoalCheck {
  const steps: GoalStep[] = [];
  let none: FactPattern[] = [];
  for (const [index, entry] of list.entries()) {
    const at = [...path, index];
    const found = oneKey(entry);
    if (found === null) {
      tell(
        file.lineOf(at),
        "A pattern is an object with one key.",
        "Write for instance “page: { path: /index.html }”.",
      );
    } else if (found.key === "none") {
      const several: unknown[] = Array.isArray(found.value) ? found.value : [found.value];
      none.push(...several.flatMap((value) => readPattern(value, [...at, "none"], { file, tell, kinds })));
    } else {
      for (const fact of readPattern(entry, at, { file, tell, kinds })) steps.push({ fact, none });
      none = [];
    }
  }
  if (list.every((entry) => oneKey(entry)?.key === "none"))
    tell(
      file.lineOf(path),
      `The goal “${id}” says only what must not happen.`,
      "Add the fact that meets it.",
    );
  const check = { id, steps, after: none };
  tellOrder(check, file.lineOf(path), { tell, kinds });
  tellNames(check, file.lineOf(path), tell);
  return check;
}

/** What is so now stands behind all that happened. */
function tellOrder(
  { id, steps }: GoalCheck,
  line: number,
  { tell, kinds }: { tell: Tell; kinds: FactKinds },
): void {
  const isNow = steps.map(({ fact }) => kinds[fact.kind]?.isNow === true);
  const first = isNow.indexOf(true);
  const behind = first < 0 ? -1 : isNow.indexOf(false, first);
  if (behind < 0) return;
  const [now, before] = [steps[first], steps[behind]];
  tell(
    line,
    `In the goal “${id}” stands “${now?.fact.kind}”, which tells what is so now, before “${before?.fact.kind}”, which has happened by then.`,
    "Put what is so now behind all that must have happened.",
  );
}

/** A name that is only asked for stands for nothing, and then anything is right. */
function tellNames({ id, steps, after }: GoalCheck, line: number, tell: Tell): void {
  const names = steps
    .flatMap(({ fact, none }) => [fact, ...none])
    .concat(after)
    .map(namesOf);
  const given = new Set(names.flatMap((pattern) => pattern.given));
  const lost = names.flatMap(({ asked }) => asked).find((name) => !given.has(name));
  if (lost !== undefined)
    tell(
      line,
      `“${lost}” has no value in the goal “${id}”.`,
      `Write “${lost}” alone as the value of a field, which gives it one.`,
    );
}

function readPattern(
  value: unknown,
  path: Path,
  { file, tell, kinds }: { file: YamlFile; tell: Tell; kinds: FactKinds },
): FactPattern[] {
  const found = oneKey(value);
  if (found === null) {
    tell(
      file.lineOf(path),
      "A pattern is an object with one key.",
      "Write for instance “page: { path: /index.html }”.",
    );
    return [];
  }
  const kind = found.key;
  const known = Object.hasOwn(kinds, kind) ? kinds[kind]?.fields : undefined;
  if (known === undefined) {
    tell(
      file.lineOf([...path, kind]),
      `“${kind}” is not a kind of fact.`,
      `There are: ${listNames(Object.keys(kinds))}.`,
    );
    return [];
  }
  const fields =
    readAs(v.nullable(v.record(v.string(), v.unknown())), found.value, file, tell, [...path, kind]) ?? {};
  const read = Object.entries(fields).flatMap(([name, field]): [string, FieldPattern][] => {
    const at = [...path, kind, name];
    if (!Object.hasOwn(known, name)) {
      tell(
        file.lineOf(at),
        `A fact “${kind}” has no field “${name}”.`,
        `It has: ${listNames(Object.keys(known))}.`,
      );
      return [];
    }
    const pattern = readField(field, at, file, tell);
    return pattern === null ? [] : [[name, pattern]];
  });
  return [{ kind, fields: Object.fromEntries(read) }];
}

function readField(value: unknown, path: Path, file: YamlFile, tell: Tell): FieldPattern | null {
  if (typeof value !== "object" || value === null) return readAs(literal, value, file, tell, path);
  const found = oneKey(value);
  const remedy = `Write a value, $name, or one of ${Object.keys(fieldForms).join(", ")}: { has: text }.`;
  if (found === null) {
    tell(file.lineOf(path), `“${path.at(-1)}” is not a pattern of a field.`, remedy);
    return null;
  }
  const { key } = found;
  const at = [...path, key];
  switch (key) {
    case "has": {
      const has = readAs(fieldForms.has.schema, found.value, file, tell, at);
      return has === null ? null : { has };
    }
    case "like": {
      const like = readAs(fieldForms.like.schema, found.value, file, tell, at);
      return like === null ? null : { like };
    }
    case "least": {
      const least = readAs(fieldForms.least.schema, found.value, file, tell, at);
      return least === null ? null : { least };
    }
    case "most": {
      const most = readAs(fieldForms.most.schema, found.value, file, tell, at);
      return most === null ? null : { most };
    }
    case "not": {
      const not = readAs(fieldForms.not.schema, found.value, file, tell, at);
      return not === null ? null : { not };
    }
    default:
      tell(file.lineOf(at), `“${key}” is not a pattern of a field.`, remedy);
      return null;
  }
}

function oneKey(value: unknown): { key: string; value: unknown } | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const [entry, ...more] = Object.entries(value);
  return entry === undefined || more.length > 0 ? null : { key: entry[0], value: entry[1] };
}

function isRegex(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
