/**
 * When something in a world is not data, and where it is.
 *
 * The fast walks of this room do not know where they are. They throw a bare `Refusal`, and only then is the world walked
 * a second time, slowly and breadth first, to name the shortest path to a thing that cannot be copied.
 */
import type { Catalogue, Plan, TypedArray } from "./catalogue.ts";
import { hasItsFields, Refusal } from "./refusal.ts";

/** A world holds something that is not data: a mistake of the program, never of the learner. */
export class ImageError extends Error {
  override readonly name = "ImageError";
}

/** Runs `work`, which walks `root`; turns a refusal into the error that says where and what. */
export function refusing<T>(operation: string, root: unknown, catalogue: Catalogue, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) throw explain(operation, root, catalogue);
    throw error;
  }
}

interface Step {
  value: unknown;
  parent: Step | null;
  label: string;
}

function explain(operation: string, root: unknown, catalogue: Catalogue): ImageError {
  const start: Step = { value: root, parent: null, label: "$" };
  const queue: Step[] = [start];
  const seen = new Set<unknown>();
  for (const step of queue) {
    const trouble = troubleWith(step.value, catalogue);
    if (trouble !== null)
      return new ImageError(`Failed to ${operation} the world: ${pathTo(step)} ${trouble.sentence}`);
    if (isPrimitive(step.value) || seen.has(step.value)) continue;
    seen.add(step.value);
    if (catalogue.names.has(step.value)) continue;
    for (const [label, value] of edges(step.value, catalogue.planOf(step.value)))
      queue.push({ value, parent: step, label });
  }
  return new ImageError(
    `Failed to ${operation} the world: it changed while it was being walked. Stop it first.`,
  );
}

function pathTo(step: Step): string {
  const labels: string[] = [];
  for (let at: Step | null = step; at !== null; at = at.parent) labels.push(at.label);
  return labels.reverse().join("");
}

/** Whether `value` is data by itself. */
export function isPrimitive(value: unknown): value is null | undefined | boolean | number | bigint | string {
  return (
    value === null || (typeof value !== "object" && typeof value !== "function" && typeof value !== "symbol")
  );
}

const onlyData =
  "Only primitives, arrays, maps, sets, typed arrays, plain objects and the catalogue's classes are data.";

function troubleWith(value: unknown, catalogue: Catalogue): { sentence: string } | null {
  if (isPrimitive(value)) return null;
  if (typeof value === "symbol")
    return { sentence: `is a symbol (${String(value.description)}). ${onlyData} Use a string instead.` };
  if (catalogue.names.has(value)) return null;
  if (typeof value === "function")
    return {
      sentence: `is a function (${value.name || "anonymous"}). ${onlyData} Refer to it by a name, as natives are.`,
    };
  const plan = catalogue.planOf(value);
  if (plan === undefined)
    return {
      sentence: `is ${withArticle(className(value))}. ${onlyData} List its class as a shape of the catalogue.`,
    };
  return strangeField(value, plan);
}

function strangeField(value: object, plan: Plan): { sentence: string } | null {
  if (plan.kind !== "instance" || hasItsFields(value, plan)) return null;
  return {
    sentence: `is ${withArticle(plan.name)} that ${fieldFinding(value, plan)}. Set every field in the constructor.`,
  };
}

function fieldFinding(value: object, plan: Plan): string {
  const extra = Object.keys(value).find((field) => !plan.allFields.includes(field));
  if (extra !== undefined) return `has a field '${extra}' that blank() does not make`;
  const missing = plan.allFields.find((field) => !Object.hasOwn(value, field));
  if (missing !== undefined) return `lacks the field '${missing}' that blank() makes`;
  return "has its fields in another order than blank() makes them";
}

/** "a Cell", "an Array". */
export function withArticle(name: string): string {
  return `${/^[AEIOU]/i.test(name) ? "an" : "a"} ${name}`;
}

function className(value: object): string {
  const tag = Object.prototype.toString.call(value).slice("[object ".length, -1);
  const made = (value as { constructor?: unknown }).constructor;
  return typeof made === "function" && made.name !== "" && made !== Object ? made.name : tag;
}

/** What lies directly in `value`, each with the step of the path that leads to it. */
export function* edges(value: unknown, plan: Plan | undefined): Iterable<[string, unknown]> {
  if (Array.isArray(value)) for (const [at, item] of value.entries()) yield [`[${at}]`, item];
  else if (value instanceof Map) yield* mapEdges(value);
  else if (value instanceof Set) for (const [at, item] of [...value].entries()) yield [`<item ${at}>`, item];
  else if (plan?.kind === "instance") yield* fieldEdges(value as object, plan.fields);
  else if (plan?.kind === "bytes") yield* bytesEdges(value as TypedArray);
  else yield* fieldEdges(value as object, Object.keys(value as object));
}

function* bytesEdges(array: TypedArray): Iterable<[string, unknown]> {
  for (let at = 0; at < array.length; at++) yield [`[${at}]`, array[at]];
}

function* mapEdges(map: Map<unknown, unknown>): Iterable<[string, unknown]> {
  let at = 0;
  for (const [key, value] of map) {
    yield [`<key ${at}>`, key];
    yield [typeof key === "string" ? `.get(${JSON.stringify(key)})` : `<value ${at}>`, value];
    at++;
  }
}

function* fieldEdges(value: object, fields: readonly string[]): Iterable<[string, unknown]> {
  const record = value as Record<string, unknown>;
  for (const field of fields)
    yield [/^[A-Za-z_$][\w$]*$/.test(field) ? `.${field}` : `[${JSON.stringify(field)}]`, record[field]];
}
