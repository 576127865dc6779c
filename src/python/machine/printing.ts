/**
 * The print statement, with Python 2's `softspace`: whether a blank is due before the next item.
 *
 * The page is the thread's output. A program that puts another object in `sys.stdout`, or prints `>>` somewhere, gets
 * its `write` method called instead; that object carries its own `softspace`.
 */

import { PyFile, PyModule, PyUnicode } from "../objects/builtin-objects.ts";
import type { Thread } from "../objects/frame.ts";
import type { Interpreter } from "../objects/interpreter.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError, raiseWith } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { encodeUtf8 } from "../operations/coding.ts";
import { findAttribute, getAttribute, repr, setAttribute, str } from "../operations/index.ts";

/** A machine that can append to its page. */
interface Printer extends VM {
  readonly interpreter: Interpreter;
  readonly thread: Thread;
  emit(text: string): void;
}

/** Where print goes: null is the thread's own page. */
function standardOutput(machine: Printer): Value {
  const sys = machine.interpreter.modules.get("sys");
  if (!(sys instanceof PyModule)) return null;
  const stdout = sys.dict.get("stdout");
  if (stdout === undefined) raiseError("RuntimeError", "lost sys.stdout");
  return stdout === sys.dict.get("__stdout__") ? null : stdout;
}

/** The object of `print >>target`: null when that is the page after all. */
function resolve(machine: Printer, target: Value): Value {
  if (target === null) return standardOutput(machine);
  const sys = machine.interpreter.modules.get("sys");
  return sys instanceof PyModule && target === sys.dict.get("__stdout__") ? null : target;
}

/** `sys.stdout.write(text)`. */
export function writeOut(machine: Printer, text: string): void {
  const file = standardOutput(machine);
  if (file === null) machine.emit(text);
  else writeTo(machine, file, text);
}

/** PRINT_ITEM and PRINT_ITEM_TO; `target` null prints to `sys.stdout`. */
export function printItem(machine: Printer, target: Value, item: Value): void {
  const file = resolve(machine, target);
  if (takeSoftspace(machine, file)) write(machine, file, " ");
  const text = file !== null && item instanceof PyUnicode ? item : printed(machine, item);
  write(machine, file, text);
  const ends = text instanceof PyUnicode ? text.value : text;
  setSoftspace(
    machine,
    file,
    typeof item === "string" || item instanceof PyUnicode ? wantsSpace(ends) : true,
  );
}

/** PRINT_EXPR: `sys.displayhook(value)`; until somebody names that, what it would do. */
export function printExpression(machine: Printer, value: Value): void {
  const { modules, builtins } = machine.interpreter;
  const sys = modules.get("sys");
  const hook = sys instanceof PyModule ? sys.dict.get("displayhook") : undefined;
  if (hook !== undefined) machine.call(hook, [value]);
  if (hook !== undefined || value === null) return;
  printItem(machine, null, repr(machine, value));
  printNewline(machine, null);
  builtins.set("_", "_", value);
}

/** PRINT_NEWLINE and PRINT_NEWLINE_TO. */
export function printNewline(machine: Printer, target: Value): void {
  const file = resolve(machine, target);
  write(machine, file, "\n");
  setSoftspace(machine, file, false);
}

/**
 * The bytes of an item. NOT-PYTHON: unicode goes out as UTF-8, as on a UTF-8 terminal; CPython refuses what is not ASCII
 * when standard output is not a terminal.
 */
function printed(machine: Printer, item: Value): string {
  if (typeof item === "string") return item;
  return item instanceof PyUnicode ? encodeUtf8(item.value) : str(machine, item);
}

/** No blank after a text that ends with white space other than a blank. */
function wantsSpace(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return !(last >= 9 && last <= 13);
}

function write(machine: Printer, file: Value, text: string | PyUnicode): void {
  if (file !== null) writeTo(machine, file, text);
  else machine.emit(typeof text === "string" ? text : encodeUtf8(text.value));
}

function writeTo(machine: Printer, file: Value, text: Value): void {
  // To a file CPython writes without asking its `write`.
  if (file instanceof PyFile && !file.closed && !/[wa+]/.test(file.mode))
    raiseWith("IOError", [9, "Bad file descriptor"]);
  machine.call(getAttribute(machine, file, "write"), [text]);
}

function takeSoftspace(machine: Printer, file: Value): boolean {
  if (file === null) {
    const due = machine.thread.softspace;
    machine.thread.softspace = false;
    return due;
  }
  const due = findAttribute(machine, file, "softspace");
  return due === true || (typeof due === "number" && due !== 0);
}

/** Objects that cannot carry `softspace` simply do without, as in CPython's `PyFile_SoftSpace`. */
function setSoftspace(machine: Printer, file: Value, due: boolean): void {
  if (file === null) {
    machine.thread.softspace = due;
    return;
  }
  if (file instanceof PyFile) file.softspace = due ? 1 : 0;
  else if (typeof file === "object" && file.attributes !== null)
    setAttribute(machine, file, "softspace", due ? 1 : 0);
}
