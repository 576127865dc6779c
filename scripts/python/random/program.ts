/** A random program: a text made of pieces, each of which may be left out without making it no Python. */
import { Chance } from "./chance.ts";
import { randomClass } from "./classes.ts";
import { Expressions } from "./expressions.ts";
import type { Kind } from "./grammar.ts";
import { endings, nested, templateWords, tried } from "./templates.ts";

/** How every program begins: what shows a value without its order or its address, and tells an exception. */
const prelude = `# -*- coding: utf-8 -*-
import sys
def show(v, depth=0):
    kind = type(v)
    if depth > 6: return '...'
    if kind is dict: return '{%s}' % ', '.join(sorted(show(k, depth + 1) + ': ' + show(v[k], depth + 1) for k in v))
    if kind in (set, frozenset): return '%s(%s)' % (kind.__name__, ', '.join(sorted(show(k, depth + 1) for k in v)))
    if kind is list: return '[%s]' % ', '.join([show(k, depth + 1) for k in v])
    if kind is tuple: return '(%s)' % ', '.join([show(k, depth + 1) for k in v])
    if kind.__name__ in 'NoneType int long float complex bool str unicode bytearray slice xrange'.split(): return repr(v)
    return '<%s>' % getattr(v, '__class__', kind).__name__
def told(e):
    print 'E', type(e).__name__, show(getattr(e, 'args', None))
def apply_twice(f):
    return lambda *p, **q: [f(*p, **q), f(*p, **q)]`;

/** The kinds of variables that programs keep. */
const kept: readonly Kind[] = [
  "int",
  "float",
  "str",
  "unicode",
  "list",
  "ints",
  "strs",
  "tuple",
  "dict",
  "set",
  "bool",
  "any",
];

class Writer {
  readonly #chance: Chance;
  readonly #expressions: Expressions;
  #names = 0;

  constructor(seed: number) {
    this.#chance = new Chance(seed);
    this.#expressions = new Expressions(this.#chance);
  }

  program(): string[] {
    const pieces = [prelude];
    const count = 10 + this.#chance.below(15);
    for (let left = count; left > 0; left--) pieces.push(...this.#pieces());
    if (this.#chance.happens(0.3)) pieces.push(this.#fill(this.#chance.pick(endings)));
    return pieces;
  }

  #pieces(): string[] {
    const turn = this.#chance.next();
    if (turn < 0.2) return [this.#assignment()];
    if (turn < 0.65) return [this.#tried()];
    if (turn < 0.9) return [guarded(this.#fill(this.#chance.pick(nested)))];
    return this.#class();
  }

  /** A variable of its own, whatever happens. */
  #assignment(): string {
    const kind = this.#chance.pick(kept);
    const name = `v${this.#names++}`;
    const text = `try:\n    ${name} = ${this.#expressions.make(kind)}\nexcept Exception, e:\n    told(e)\n    ${name} = ${this.#expressions.literal(kind)}`;
    this.#expressions.variables.push({ name, kind });
    return text;
  }

  #tried(): string {
    return guarded(this.#fill(this.#chance.pick(tried)));
  }

  #class(): string[] {
    const { definition, uses } = randomClass(this.#chance);
    const names = new Map<string, string>();
    return [this.#fill(definition, names), ...uses.map((use) => guarded(this.#fill(use, names)))];
  }

  /** Fills all holes of a template; `names` are those it has by now. */
  #fill(template: string, names = new Map<string, string>()): string {
    const named = template
      .replace(/#([A-Za-z])/g, (_, letter: string) => {
        const known = names.get(letter) ?? `${letter}${this.#names++}`;
        names.set(letter, known);
        return known;
      })
      .replace(/\$=?(error|raisable|ending|module|member)\b/g, (_, word: string) =>
        this.#chance.pick(templateWords[word] ?? []),
      );
    return named
      .split("\n")
      .map((line) => (line.trim() === "&" ? this.#inner(line.length - 1) : this.#expressions.fill(line)))
      .join("\n");
  }

  /** One or two statements, so deep; those in a loop or a function keep no variable. */
  #inner(depth: number): string {
    const texts = Array.from({ length: 1 + this.#chance.below(2) }, () =>
      this.#chance.happens(0.3)
        ? this.#fill(
            this.#chance.pick(tried.filter((text) => !text.includes("global") && !text.includes("exec"))),
          )
        : this.#chance.pick([
            "pass",
            `print ${this.#expressions.make("int", 1)}`,
            `print show(${this.#expressions.make("any", 1)})`,
          ]),
    );
    return indent(texts.map(guarded).join("\n"), depth);
  }
}

function guarded(text: string): string {
  return `try:\n${indent(text, 4)}\nexcept Exception, e:\n    told(e)`;
}

function indent(text: string, depth: number): string {
  return text.replace(/^/gm, " ".repeat(depth));
}

/** The pieces of the program of this seed; each but the first may be left out. */
export function randomProgram(seed: number): string[] {
  return new Writer(seed).program();
}
