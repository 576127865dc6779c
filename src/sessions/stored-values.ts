/**
 * What a persistent session can hold: None, bool, int, long, float, complex, str, unicode, and tuple, list, dict, set and
 * frozenset of such, nested, shared or cyclic. The manual: "on ne peut stocker que des types intégrés Python".
 *
 * The same walk answers two questions: is there anything else inside (and where), and which containers are met more than
 * once, so that the pickle must name them.
 */
import {
  complexType,
  dictType,
  floatType,
  frozensetType,
  listType,
  PyComplex,
  PyDict,
  PyFloat,
  PyInt,
  PyList,
  PyObject,
  PyOldInstance,
  PySet,
  PyTuple,
  type PyType,
  PyUnicode,
  raiseError,
  setType,
  type Table,
  tupleType,
  unicodeType,
  type Value,
  type VM,
} from "../python/index.ts";

/** Deepest nesting that is stored; CPython's own pickle gives up at about this depth. */
const MAX_NESTING = 300;

/** A value inside that cannot be stored: where, what it is, and the sentence to show. */
export interface Obstacle {
  /** As a page would write it, beginning with the attribute: `panier[2].proprietaire`. */
  path: string;
  type: string;
  message: string;
}

/** What the walk over an attribute's value found. */
export interface Survey {
  obstacle: Obstacle | undefined;
  /** Containers that are met more than once, or on a way round. */
  shared: Set<PyObject>;
  /** All containers and unicode strings that were met. */
  met: Set<PyObject>;
  /** How many values were visited. */
  visited: number;
}

const plainTypes: ReadonlySet<PyType> = new Set([
  floatType,
  complexType,
  unicodeType,
  tupleType,
  listType,
  dictType,
  setType,
  frozensetType,
]);

/** Raises TypeError when `value` may not become the attribute `name` of a persistent session. */
export function checkStorable(vm: VM, name: string, value: Value): void {
  if (!(value instanceof PyObject)) return;
  const { obstacle, visited } = survey(name, value);
  vm.charge(visited);
  if (obstacle !== undefined) raiseError("TypeError", obstacle.message);
}

/** Walks `value`, the attribute `name`, to the first thing that cannot be stored. */
export function survey(name: string, value: Value): Survey {
  const walk = new Walk();
  walk.visit(value);
  const obstacle = walk.found === null ? undefined : obstacleAt(name, walk.found, walk.steps);
  return { obstacle, shared: walk.shared, met: walk.met, visited: walk.visited };
}

class Walk {
  /** The type of what cannot be stored, or "nesting"; null as long as there is none. */
  found: string | null = null;
  /** The way from the attribute to what was found; filled on the way back, innermost step first. */
  steps: string[] = [];
  shared = new Set<PyObject>();
  met = new Set<PyObject>();
  visited = 0;
  /** The containers we are inside of, outermost first. */
  private way: PyObject[] = [];

  /** True when the walk may go on. */
  visit(value: Value): boolean {
    this.visited += 1;
    if (!(value instanceof PyObject) || value instanceof PyInt) return true;
    if (!plainTypes.has(value.type)) this.found = kindOf(value);
    else if (this.met.has(value)) this.share(value);
    else if (this.way.length >= MAX_NESTING) this.found = "nesting";
    else this.enter(value);
    return this.found === null;
  }

  /** Met again: the value is shared, and so is everything on a way round to it. */
  private share(value: PyObject): void {
    this.shared.add(value);
    const at = this.way.indexOf(value);
    if (at >= 0) for (const container of this.way.slice(at)) this.shared.add(container);
  }

  private enter(value: PyObject): void {
    if (value instanceof PyFloat || value instanceof PyComplex) return;
    this.met.add(value);
    this.way.push(value);
    if (value instanceof PyTuple || value instanceof PyList) this.visitItems(value.items);
    else if (value instanceof PySet) this.visitKeys(value.table.keys, " (an element)");
    else if (value instanceof PyDict) this.visitEntries(value.table);
    this.way.pop();
  }

  private visitItems(items: Value[]): void {
    const at = items.findIndex((item) => !this.visit(item));
    if (at >= 0) this.steps.push(`[${at}]`);
  }

  private visitKeys(keys: (Value | undefined)[], step: string): boolean {
    const isStorable = keys.every((key) => key === undefined || this.visit(key));
    if (!isStorable) this.steps.push(step);
    return isStorable;
  }

  private visitEntries({ keys, values }: Table): void {
    if (!this.visitKeys(keys, " (a key)")) return;
    const at = values.findIndex((value) => value !== undefined && !this.visit(value));
    if (at >= 0) this.steps.push(keyStep(keys[at] ?? null));
  }
}

function obstacleAt(attribute: string, type: string, steps: string[]): Obstacle {
  const path = attribute + steps.reverse().join("");
  if (type === "nesting") {
    const message = `the session attribute '${attribute}' cannot be stored on disk: it is nested more than ${MAX_NESTING} deep`;
    return { path, type, message };
  }
  const where = path === attribute ? "" : ` (${path})`;
  const message = `the session attribute '${attribute}'${where} cannot be stored on disk: it holds ${article(type)}. A persistent session takes only built-in types: None, bool, int, long, float, complex, str, unicode, tuple, list, dict, set, frozenset`;
  return { path, type, message };
}

/** Keys that are names are shown behind a dot, which reads better in a sentence. */
function keyStep(key: Value): string {
  if (typeof key === "string") return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `['${key}']`;
  if (typeof key === "number" || typeof key === "bigint") return `[${key}]`;
  return key instanceof PyUnicode ? `[u'${key.value}']` : "[…]";
}

/** What a learner would call the type of `value`. */
function kindOf(value: PyObject): string {
  if (value instanceof PyOldInstance) return `instance of ${value.cls.name}`;
  return value.type.builtin ? value.type.name : `instance of ${value.type.name}`;
}

function article(type: string): string {
  return /^[aeiou]/i.test(type) ? `an ${type}` : `a ${type}`;
}
