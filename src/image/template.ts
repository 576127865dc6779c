/**
 * Objects that are usually as they were made: of such a one an image has no more than the name, from which the reader makes another.
 */
import type { Plan } from "./catalogue.ts";
import { hasItsFields } from "./refusal.ts";

/** A name, and an object as it is made under it. */
export interface Template {
  readonly name: string;
  readonly sample: object;
}

type Fields = Record<string, unknown>;

/** The template of which `object` is still a faithful copy; undefined when there is none. */
export function templateOf(object: object, plan: Plan): Template | undefined {
  return plan.templates.find(
    ({ sample }) =>
      plan.fields.every((field) => isAlike((object as Fields)[field], (sample as Fields)[field])) &&
      hasItsFields(object, plan),
  );
}

/** What is in arrays and maps is compared by identity: a template holds nothing but primitives and named objects. */
function isAlike(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return areSameItems(one, other);
  if (one instanceof Map && other instanceof Map) return areSameEntries(one, other);
  return Object.is(one, other);
}

function areSameItems(some: readonly unknown[], others: readonly unknown[]): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at++) if (!Object.is(some[at], others[at])) return false;
  return true;
}

function areSameEntries(one: ReadonlyMap<unknown, unknown>, other: ReadonlyMap<unknown, unknown>): boolean {
  if (one.size !== other.size) return false;
  const keys = other.keys();
  for (const [key, value] of one)
    if (!Object.is(key, keys.next().value) || !Object.is(value, other.get(key))) return false;
  return true;
}
