/**
 * The variables of a paused page: those of the innermost frame of its own code, in the order in which they were first bound. What the
 * server put there, and what only stands for code, is left out: a learner looks for what the page has made.
 */
import type { VariableView } from "../../protocol/index.ts";
import {
  Op,
  ownFrame,
  PyClass,
  type PyFrame,
  PyFunction,
  PyModule,
  PyNative,
  PyType,
  type Table,
  type Value,
} from "../../python/index.ts";
import { serverNames, type Task } from "../../server/index.ts";
import { displayType, displayValue } from "../../sessions/index.ts";

/** More are not shown. */
const VARIABLES_SHOWN = 40;

type Binding = [name: string, value: Value];

/** Local variables first, then global ones; none before the script is open and after it has ended. */
export function viewVariables({ python, phase }: Task): VariableView[] {
  if (phase !== "run" || python === null || python.frame === null) return [];
  const frame = ownFrame(python.frame);
  const kept = changedNames(frame);
  const globals = tableBindings(frame.globals).filter(([name]) => !serverNames.has(name) || kept.has(name));
  const locals = frame.names === frame.globals ? [] : localBindings(frame);
  const view = (bindings: Binding[], scope: VariableView["scope"]) =>
    bindings
      .filter((binding) => isWorthShowing(binding, frame))
      .map(([name, value]) => viewVariable(name, value, scope));
  return [...view(locals, "local"), ...view(globals, "global")].slice(0, VARIABLES_SHOWN);
}

function viewVariable(name: string, value: Value, scope: VariableView["scope"]): VariableView {
  return { name, scope, value: textOf(value), type: displayType(value) };
}

function textOf(value: Value): string {
  if (value instanceof PyFunction) return `<function ${value.name}>`;
  return isClass(value) ? `<class ${value.name}>` : displayValue(value);
}

function isClass(value: Value): value is PyType | PyClass {
  return value instanceof PyType || value instanceof PyClass;
}

/** Of functions and classes only those that were made in the same file. */
function isWorthShowing([name, value]: Binding, { globals }: PyFrame): boolean {
  if (name.startsWith("__") || name.startsWith(".")) return false;
  if (value instanceof PyFunction) return value.globals === globals;
  if (value instanceof PyType && value.builtin) return false;
  if (isClass(value)) return value.dict.get("__module__") === globals.get("__name__");
  return !(value instanceof PyModule || value instanceof PyNative);
}

function tableBindings({ keys, values }: Table): Binding[] {
  const bindings: Binding[] = [];
  for (const [at, name] of keys.entries()) {
    const value = values[at];
    if (typeof name === "string" && value !== undefined) bindings.push([name, value]);
  }
  return bindings;
}

/** Of a function: its parameters, its other variables, those it shares with functions inside and around it. */
function localBindings({ names, fast, cells, code }: PyFrame): Binding[] {
  if (names !== null) return tableBindings(names);
  const bind = (name: string, value: Value | undefined): Binding[] =>
    value === undefined ? [] : [[name, value]];
  return [
    ...code.varnames.flatMap((name, at) => bind(name, fast[at])),
    ...[...code.cellvars, ...code.freevars].flatMap((name, at) => bind(name, cells[at]?.value)),
  ];
}

/** The names that the page itself assigns at its top level. */
function changedNames(frame: PyFrame): Set<string> {
  let top = frame;
  while (top.back !== null) top = top.back;
  const { instructions, names } = top.code;
  const changed = new Set<string>();
  for (let at = 0; at < instructions.length; at += 2)
    if (instructions[at] === Op.STORE_NAME) changed.add(names[instructions[at + 1] ?? 0] ?? "");
  return changed;
}
