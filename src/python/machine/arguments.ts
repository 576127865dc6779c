/**
 * Binding arguments to parameters: CPython 2.7's `PyEval_EvalCodeEx`, step by step, with its messages.
 *
 * Parameters come first in `varnames`, then `*args`, then `**kw`.
 */
import { isHiddenFile } from "../library/manifest.ts";
import { PyDict, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import {
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  PyCell,
  type PyCode,
  PyFrame,
  type PyFunction,
} from "../objects/frame.ts";
import { raiseError } from "../objects/raise.ts";
import type { Keywords } from "../objects/slots.ts";
import { Table } from "../objects/table.ts";
import type { Value } from "../objects/values.ts";
import { typeName } from "../operations/type-of.ts";

/** The frame of a call of `fn`, its parameters bound; TypeError when the arguments do not fit. */
export function bindArguments(fn: PyFunction, args: Value[], keywords: Keywords): PyFrame {
  const code = fn.code;
  const names = (code.flags & CO_OPTIMIZED) === 0 ? new Table() : null;
  const hasCells = code.cellvars.length > 0;
  const frame = new PyFrame(code, fn.globals, names, hasCells ? [] : fn.closure);
  const simple =
    keywords === null && args.length === code.argcount && (code.flags & (CO_VARARGS | CO_VARKEYWORDS)) === 0;
  if (simple) for (let i = 0; i < args.length; i++) frame.fast[i] = args[i];
  else bindAll(fn, frame.fast, args, keywords);
  if (hasCells) makeCells(fn, frame);
  return frame;
}

/** A fresh cell for each local that inner functions see, a parameter's value in it; then the cells of outer functions. */
function makeCells(fn: PyFunction, frame: PyFrame): void {
  const { cellvars, varnames } = fn.code;
  for (const name of cellvars) {
    const at = varnames.indexOf(name);
    frame.cells.push(new PyCell(at === -1 ? undefined : frame.fast[at]));
  }
  frame.cells.push(...fn.closure);
}

function bindAll(fn: PyFunction, fast: (Value | undefined)[], args: Value[], keywords: Keywords): void {
  const { argcount, flags } = fn.code;
  const hasRest = (flags & CO_VARARGS) !== 0;
  const keywordCount = keywords?.size ?? 0;
  const hasNamed = (flags & CO_VARKEYWORDS) !== 0;
  if (argcount === 0 && !hasRest && !hasNamed && args.length + keywordCount > 0)
    raiseError("TypeError", `${fn.code.name}() takes no arguments (${args.length + keywordCount} given)`);
  if (args.length > argcount && !hasRest) raiseTooMany(fn, args.length + keywordCount, args[0]);
  for (let i = 0; i < argcount && i < args.length; i++) fast[i] = args[i];
  if (hasRest) fast[argcount] = new PyTuple(args.slice(argcount));
  const named = hasNamed ? new PyDict() : null;
  if (named !== null) fast[argcount + (hasRest ? 1 : 0)] = named;
  if (keywords !== null) for (const [name, value] of keywords) bindKeyword(fn.code, fast, named, name, value);
  if (args.length < argcount) fillDefaults(fn, fast);
}

function bindKeyword(
  code: PyCode,
  fast: (Value | undefined)[],
  named: PyDict | null,
  name: string,
  value: Value,
): void {
  const at = code.varnames.indexOf(name);
  if (at === -1 || at >= code.argcount) {
    if (named === null)
      raiseError("TypeError", `${code.name}() got an unexpected keyword argument '${name}'`);
    named.table.set(name, name, value);
    return;
  }
  if (fast[at] !== undefined)
    raiseError("TypeError", `${code.name}() got multiple values for keyword argument '${name}'`);
  fast[at] = value;
}

function fillDefaults(fn: PyFunction, fast: (Value | undefined)[]): void {
  const { argcount, flags } = fn.code;
  const required = argcount - fn.defaults.length;
  for (let i = 0; i < required; i++) if (fast[i] === undefined) raiseTooFew(fn, required, fast, flags);
  for (let i = Math.max(required, 0); i < argcount; i++)
    if (fast[i] === undefined) fast[i] = fn.defaults[i - required];
}

function plural(count: number): string {
  return `${count} argument${count === 1 ? "" : "s"}`;
}

/** The wordings of C functions, for the library's modules that CPython writes in C: `METH_NOARGS`, `METH_O`, `PyArg_UnpackTuple`. */
function raiseAsC({ code, defaults }: PyFunction, given: number, receiver: Value | undefined): never {
  const receivers = code.varnames[0] === "self" || code.varnames[0] === "cls" ? 1 : 0;
  const most = code.argcount - receivers;
  const least = most - defaults.length;
  const count = given - receivers;
  // What fails to make an instance is called by the name of its type.
  const isMaking = code.name === "__init__" && receiver !== undefined;
  const name = isMaking ? typeName(receiver).replace(/.*\./, "") : code.name;
  if (most === 0) raiseError("TypeError", `${name}() takes no arguments (${count} given)`);
  if (least === 1 && most === 1 && !isMaking)
    raiseError("TypeError", `${name}() takes exactly one argument (${count} given)`);
  const much = least === most ? "" : count < least ? "at least " : "at most ";
  const bound = count < least ? least : most;
  raiseError("TypeError", `${name} expected ${much}${bound} arguments, got ${count}`);
}

function raiseTooMany(fn: PyFunction, given: number, receiver: Value | undefined): never {
  if (isHiddenFile(fn.code.filename)) raiseAsC(fn, given, receiver);
  const bound = fn.defaults.length > 0 ? "at most" : "exactly";
  return raiseError(
    "TypeError",
    `${fn.code.name}() takes ${bound} ${plural(fn.code.argcount)} (${given} given)`,
  );
}

function raiseTooFew(fn: PyFunction, required: number, fast: (Value | undefined)[], flags: number): never {
  const bound = (flags & CO_VARARGS) !== 0 || fn.defaults.length > 0 ? "at least" : "exactly";
  let given = 0;
  for (let i = 0; i < fn.code.argcount; i++) if (fast[i] !== undefined) given++;
  if (isHiddenFile(fn.code.filename)) raiseAsC(fn, given, fast[0]);
  return raiseError("TypeError", `${fn.code.name}() takes ${bound} ${plural(required)} (${given} given)`);
}

/** The name of a keyword argument as CALL_FUNCTION has it on the stack. */
export function keywordName(name: unknown, what: string): string {
  if (typeof name === "string") return name;
  if (name instanceof PyUnicode) return name.value;
  return raiseError("TypeError", `${what}() keywords must be strings`);
}
