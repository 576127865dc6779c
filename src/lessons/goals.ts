/**
 * How a goal is checked: a list of patterns, which facts must fit in this order, with anything in between.
 *
 *     - session-opened: { origin: new, browser: $b, session: $s }
 *     - none: { session-closed: { session: $s } }
 *     - page: { path: /suite.pih, browser: $b, text: { has: Zoë } }
 *
 * A `$name` stands for the same value wherever it occurs. Which facts there are, and their fields, is in `facts.ts`.
 */

/** A value of a field: `has`: a string that contains it, `like`: that fits the regular expression, `least` and `most`: a number, `not`: anything else. */
export type FieldPattern =
  | string
  | number
  | boolean
  | { has: string }
  | { like: string }
  | { least: number }
  | { most: number }
  | { not: string | number | boolean };

export interface FactPattern {
  kind: string;
  fields: Readonly<Record<string, FieldPattern>>;
}

/** A fact to come, and what must not have come since the one before. */
export interface GoalStep {
  fact: FactPattern;
  none: readonly FactPattern[];
}

/** Steps in order; `none` at the end of the list is in `after`: what must not have come since. */
export interface GoalCheck {
  id: string;
  steps: readonly GoalStep[];
  after: readonly FactPattern[];
}

/** Something that happened, as goals see it: the number of the event where it did, its kind, and what is known of it. */
export interface Fact {
  seq: number;
  kind: string;
  fields: Readonly<Record<string, string | number | boolean>>;
}
