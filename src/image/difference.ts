/**
 * Where two worlds differ. A fingerprint says that they do; this says where first, for people who must find out why.
 */
import type { Catalogue } from "./catalogue.ts";
import { edges, isPrimitive, withArticle } from "./explanation.ts";

interface Pair {
  left: unknown;
  right: unknown;
  path: string;
}

/**
 * The path to the first difference, breadth first, and what is found on both sides: "$.thread.steps: 3 and 4"; null when
 * the worlds are equal as `fingerprint` understands it. What is one and the same object in both is not looked into.
 */
export function difference(left: unknown, right: unknown, catalogue: Catalogue): string | null {
  const queue: Pair[] = [{ left, right, path: "$" }];
  const partners = new Map<unknown, unknown>();
  const taken = new Set<unknown>();
  for (const pair of queue) {
    if (Object.is(pair.left, pair.right)) continue;
    if (isPrimitive(pair.left) || isPrimitive(pair.right) || catalogue.names.has(pair.left as object)) {
      return differing(pair, catalogue);
    } else if (partners.has(pair.left) || taken.has(pair.right)) {
      if (partners.get(pair.left) !== pair.right) return `${pair.path}: shared with different objects`;
    } else {
      partners.set(pair.left, pair.right);
      taken.add(pair.right);
      const inside = insides(pair, catalogue);
      if (inside === null) return differing(pair, catalogue);
      queue.push(...inside);
    }
  }
  return null;
}

/** What lies in the two objects, pair by pair; null when they are not of one kind and size. */
function insides({ left, right, path }: Pair, catalogue: Catalogue): Pair[] | null {
  const plan = catalogue.planOf(left as object);
  if (plan !== catalogue.planOf(right as object)) return null;
  const lefts = [...edges(left, plan)];
  const rights = [...edges(right, plan)];
  if (lefts.length !== rights.length) return null;
  const pairs: Pair[] = [];
  for (const [at, [label, value]] of lefts.entries()) {
    const [otherLabel, other] = rights[at] ?? [];
    if (label !== otherLabel) return null;
    pairs.push({ left: value, right: other, path: path + label });
  }
  return pairs;
}

function differing({ left, right, path }: Pair, catalogue: Catalogue): string {
  return `${path}: ${sketch(left, catalogue)} and ${sketch(right, catalogue)}`;
}

function sketch(value: unknown, catalogue: Catalogue): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (isPrimitive(value)) return Object.is(value, -0) ? "-0" : String(value);
  const name = catalogue.names.get(value as object);
  if (name !== undefined) return `the ${name}`;
  const plan = typeof value === "object" ? catalogue.planOf(value) : undefined;
  return `${withArticle(plan?.name ?? typeof value)} of ${[...edges(value, plan)].length}`;
}
