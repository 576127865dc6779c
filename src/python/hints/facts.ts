/**
 * What a hint may know of an error: the line, the names in sight, and what the names on the line mean.
 *
 * Only data is looked at (namespaces, classes along their mro), so no `__getattr__` and no property of the learner runs. Lists
 * are cut at `mostNames`, as CPython 3.12 does for its suggestions.
 */
import { isLibraryFile, libraryModules } from "../library/manifest.ts";
import type { Sources } from "../machine/traceback.ts";
import { builtinModules } from "../modules/index.ts";
import { PyClass, PyModule, PyOldInstance, PyStaticMethod, PyTuple } from "../objects/builtin-objects.ts";
import type { PyException } from "../objects/exception.ts";
import { type PyCode, type PyFrame, PyFunction, PyMethod, type PyTraceback } from "../objects/frame.ts";
import type { Table } from "../objects/table.ts";
import { PyType } from "../objects/type.ts";
import { PyObject, type Value } from "../objects/values.ts";
import { oldOrder } from "../operations/classes.ts";
import { typeName, typeOf } from "../operations/index.ts";
import type { Puzzle } from "./index.ts";

const mostNames = 750;
const linesBefore = 30;

/** A tree of plain values, as `_hints.sentence` takes it. */
export type Fact = string | number | null | Fact[];

/** The arguments of `_hints.sentence`. */
export function factsOf(puzzle: Puzzle): Fact[] {
  const exception = puzzle.exception as PyException;
  const level = ownLevel(puzzle.traceback);
  const frame = level?.frame ?? null;
  const place = syntaxPlace(puzzle, exception) ?? runPlace(puzzle);
  const message = exception.args[0];
  return [
    exception.type.name,
    messageOf(exception) ?? (typeof message === "string" ? message : ""),
    place,
    [frame === null ? [] : localNames(frame), namesOf(frame?.globals), namesOf(puzzle.interpreter.builtins)],
    frame === null ? [] : meanings(String(place[0]), frame, puzzle),
    [...builtinModules.keys(), ...libraryModules()].filter((name) => !name.startsWith("_")),
  ];
}

/** The deepest level in the learner's own code, or of that the deepest which suits. */
function ownLevel(traceback: PyTraceback | null, suits = (_: PyCode) => true): PyTraceback | null {
  let found: PyTraceback | null = null;
  for (let level = traceback; level !== null; level = level.next) {
    const { code } = level.frame;
    if (!isLibraryFile(code.filename) && suits(code)) found = level;
  }
  return found;
}

/** The text of the errors that have more than one argument. */
function messageOf({ args }: PyException): string | null {
  const [codec, text] = args;
  if (typeof codec !== "string" || args.length !== 5) return null;
  return `'${codec}' codec can't ${typeof text === "string" ? "decode byte" : "encode character"}`;
}

/** The line that was being executed, which has no offset, and what stands before it. A text for `eval` has none: then where that was called. */
function runPlace({ traceback, sources }: Puzzle): Fact[] {
  const level = ownLevel(traceback, ({ filename }) => sources(filename) !== undefined);
  if (level === null) return ["", 0, 0, [], 0];
  const { line, frame } = level;
  const lines = linesOf(sources, frame.code.filename);
  return [lines[line - 1] ?? "", 0, line, linesTo(lines, line), ownLevel(traceback)?.next === null ? 1 : 0];
}

function linesOf(sources: Sources, filename: string): string[] {
  return sources(filename)?.split("\n") ?? [];
}

/** The lines before line `line`. */
function linesTo(lines: string[], line: number): string[] {
  return lines.slice(Math.max(line - 1 - linesBefore, 0), line - 1);
}

/** Where a SyntaxError says that it is; null for other errors. */
function syntaxPlace({ sources }: Puzzle, { args }: PyException): Fact[] | null {
  const items = args[1] instanceof PyTuple ? args[1].items : [];
  const [file, line, offset, text] = items;
  if (typeof file !== "string" || typeof line !== "number") return null;
  const lines = linesOf(sources, file);
  const quoted = typeof text === "string" ? text : (lines[line - 1] ?? "");
  return [quoted, typeof offset === "number" ? offset : 0, line, linesTo(lines, line), 1];
}

/** The names that have a value in the function, class or module. */
function localNames({ code, fast, cells, names, globals }: PyFrame): string[] {
  const own = code.varnames.filter((_, at) => fast[at] !== undefined);
  const shared = [...code.cellvars, ...code.freevars].filter((_, at) => cells[at]?.value !== undefined);
  return [...own, ...shared, ...(names === null || names === globals ? [] : namesOf(names))].slice(
    0,
    mostNames,
  );
}

function namesOf(table: Table | null | undefined): string[] {
  const keys = table?.keys ?? [];
  return keys.filter((key) => typeof key === "string").slice(0, mostNames);
}

/** What each name on the line means, and each beginning of a dotted name: see `_hints.sentence`. */
function meanings(line: string, frame: PyFrame, puzzle: Puzzle): Fact[] {
  const found = new Map<string, Fact>();
  const importing = /^\s*(?:from|import)\b/.test(line);
  const chains = line.match(/[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/g) ?? [];
  for (const chain of [...chains.slice(0, 40), "self"]) {
    const parts = chain.split(".");
    let holder: Value | undefined;
    let value = importing ? puzzle.interpreter.modules.get(chain) : meaningIn(parts[0] ?? "", frame, puzzle);
    if (importing && value !== undefined) found.set(chain, [chain, ...meaningOf(value, undefined)]);
    for (let at = 1; !importing && value !== undefined && at <= parts.length && found.size < 60; at++) {
      const name = parts.slice(0, at).join(".");
      found.set(name, [name, ...meaningOf(value, holder)]);
      holder = value;
      value = attributeOf(value, parts[at] ?? "");
    }
  }
  return [...found.values()];
}

function meaningIn(
  name: string,
  { code, fast, cells, names, globals }: PyFrame,
  puzzle: Puzzle,
): Value | undefined {
  const shared = [...code.cellvars, ...code.freevars].indexOf(name);
  const own = [fast[code.varnames.indexOf(name)], cells[shared]?.value];
  const outer = [names, globals, puzzle.interpreter.builtins].map((table) => table?.get(name));
  // None is null: it is a value like any other.
  return [...own, ...outer].find((value) => value !== undefined);
}

/** Sort, type, attributes, parameters, name of a module, file of a module of the learner's. */
function meaningOf(value: Value, holder: Value | undefined): Fact[] {
  const isMember = holder !== undefined && !(holder instanceof PyModule);
  if (value instanceof PyModule) {
    const file = value.dict.get("__file__");
    const own = typeof file === "string" && !isLibraryFile(file) ? file : "";
    return ["module", "module", namesOf(value.dict), null, value.name, own];
  }
  if (value instanceof PyClass || value instanceof PyType)
    return ["class", value.name, attributesOf(value), parametersOf(attributeOf(value, "__init__")), "", ""];
  const sort = value instanceof PyOldInstance || typeOf(value).builtin === false ? "instance" : "value";
  const parameters = parametersOf(value);
  const type =
    value instanceof PyOldInstance ? value.cls.name : isMember ? memberType(value, holder) : typeName(value);
  return [
    parameters === null ? sort : isMember ? "method" : "function",
    type,
    attributesOf(value),
    parameters,
    "",
    "",
  ];
}

/** The type of a member as it comes out of its object: a function as a method. */
function memberType(value: Value, holder: Value): string {
  if (value instanceof PyFunction) return "instancemethod";
  const name = typeName(value);
  return name === "method_descriptor" && !(holder instanceof PyType) ? "builtin_function_or_method" : name;
}

function parametersOf(value: Value | undefined): string[] | null {
  const called = value instanceof PyMethod || value instanceof PyStaticMethod ? value.func : value;
  return called instanceof PyFunction ? called.code.varnames.slice(0, called.code.argcount) : null;
}

/** The namespaces in which an attribute of `value` is looked up, nearest first. */
function namespacesOf(value: Value): (Table | null)[] {
  if (value instanceof PyModule) return [value.dict];
  if (value instanceof PyType) return value.mro.map(({ dict }) => dict);
  if (value instanceof PyClass) return oldOrder(value).map(({ dict }) => dict);
  const own = value instanceof PyObject ? value.attributes : null;
  return [own, ...namespacesOf(value instanceof PyOldInstance ? value.cls : typeOf(value))];
}

function attributesOf(value: Value): string[] {
  return [...new Set(namespacesOf(value).flatMap(namesOf))].slice(0, mostNames);
}

function attributeOf(value: Value, name: string): Value | undefined {
  for (const table of namespacesOf(value)) {
    const found = table?.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}
