/** Random expressions: forms of the grammar, their holes filled with smaller ones, down to literals and variables. */
import type { Chance } from "./chance.ts";
import { forms, type Kind, literals, words } from "./grammar.ts";

/** A name that an expression may use, and the kind of what it holds. */
export interface Variable {
  name: string;
  kind: Kind;
}

/** How large an expression becomes: how many forms stand inside one another. */
const usualDepth = 3;

/** How often a hole is filled with a value of another kind. */
const surprise = 0.04;

/** `$int`, `$!int`, `$=int`, `$~int`, `$each:int`. See `grammar.ts`. */
const hole = /\$([!=~]?)([a-z]+)(?::([a-z]+))?/g;

/** What a comprehension walks, with the kinds of its variables. */
const walked: readonly (readonly [target: string, source: Kind, kinds: readonly Kind[]])[] = [
  ["p", "ints", ["int"]],
  ["p", "strs", ["str"]],
  ["p", "str", ["str"]],
  ["p", "floats", ["float"]],
  ["p", "iter", ["any"]],
];

export class Expressions {
  readonly #chance: Chance;
  /** The names in sight, innermost last. */
  readonly variables: Variable[] = [];

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** An expression of about this kind. */
  make(kind: Kind, depth = usualDepth): string {
    return this.#expression(kind, this.#chance.below(depth + 1), false);
  }

  /** A literal of this kind. */
  literal(kind: Kind): string {
    return this.#leaf(kind, false);
  }

  /** `template` with its holes filled. */
  fill(template: string, depth = usualDepth): string {
    return this.#fill(template, this.#chance.below(depth + 1), false);
  }

  #expression(kind: Kind, depth: number, isSure: boolean): string {
    if (!isSure && this.#chance.happens(surprise)) return this.#expression("any", Math.min(depth, 1), true);
    const known = this.variables.filter((each) => each.kind === kind);
    if (known.length > 0 && this.#chance.happens(0.3)) return this.#chance.pick(known).name;
    const choices: readonly string[] = forms[kind];
    if (choices.length === 0 || (depth <= 0 && kind in literals)) return this.#leaf(kind, isSure);
    const form = this.#chance.pick(choices);
    return parenthesised(this.#fill(form, depth - 1, isSure), this.#chance.happens(0.25) && isPlain(form));
  }

  #leaf(kind: Kind, isSure: boolean): string {
    if (kind in literals) return this.#chance.pick<string>(literals[kind as keyof typeof literals]);
    const simple = forms[kind].filter((form) => /^\$=?[a-z]+$/.test(form) || !form.includes("$"));
    return this.#fill(this.#chance.pick(simple), -1, isSure);
  }

  #fill(template: string, depth: number, isSure: boolean): string {
    return template.replace(hole, (whole, sign: string, name: string, of: string | undefined, at: number) => {
      if (name === "each") return this.#each(of as Kind, depth, isSure);
      if (name === "percent") return this.#percent();
      if (name === "format") return this.#format();
      const choices = words[name];
      if (choices !== undefined) return this.#chance.pick(choices);
      const kind = name as Kind;
      if (sign === "~") return quoted(this.#expression(kind, depth, true));
      const text =
        sign === "=" ? this.#leaf(kind, true) : this.#expression(kind, depth, isSure || sign === "!");
      return template[at + whole.length] === "." && /(?<![\w.])\d+$/.test(text) ? `(${text})` : text;
    });
  }

  /** `EXPRESSION for p in SOURCE if CONDITION`. */
  #each(kind: Kind, depth: number, isSure: boolean): string {
    const [target, source, kinds] = this.#chance.pick(walked);
    const from = this.#expression(source, depth, isSure);
    const before = this.variables.length;
    kinds.forEach((each) => {
      this.variables.push({ name: target, kind: each });
    });
    const value = this.#expression(kind, depth, isSure);
    const condition = this.#chance.happens(0.4) ? ` if ${this.#expression("bool", depth, isSure)}` : "";
    this.variables.length = before;
    return `${value} for ${target} in ${from}${condition}`;
  }

  #percent(): string {
    return `'${this.#several(words["piece"] ?? [], " ")}'`;
  }

  #format(): string {
    return `'${this.#several(words["field"] ?? [], "-")}'`;
  }

  #several(choices: readonly string[], between: string): string {
    return Array.from({ length: 1 + this.#chance.below(2) }, () => this.#chance.pick(choices)).join(between);
  }
}

/**
 * May the form stand in another without parentheses? Operators do not mind; what would be no Python, or another program, does. `<<` and `**`
 * mind too: `1 << 2 * n` and `2 ** 8 ** 8` are numbers that no machine holds.
 */
function isPlain(form: string): boolean {
  return /^\S+ [-+*/%&|^<>]+ \S+$/.test(form) && !/ (<<|\*\*) /.test(form);
}

function parenthesised(text: string, isBare: boolean): string {
  return isBare || isClosed(text) ? text : `(${text})`;
}

/** Is the text one name, call, subscription or display, that no operator can take apart? */
function isClosed(text: string): boolean {
  return /^\w*$/.test(text) || (/^[\w.]*[([{]/.test(text) && closesAtEnd(text));
}

/** Does the first bracket close where the text ends? Texts with quotes are not looked into. */
function closesAtEnd(text: string): boolean {
  if (/['"`]/.test(text)) return false;
  let open = 0;
  for (const [at, character] of [...text].entries()) {
    if ("([{".includes(character)) open++;
    if (")]}".includes(character) && --open === 0) return at === text.length - 1;
  }
  return false;
}

/** The text as a Python string literal. */
function quoted(text: string): string {
  return `'${text.replace(/\\/g, "\\\\").replace(/'/g, "\\'")}'`;
}
