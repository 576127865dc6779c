/**
 * Tracebacks as CPython 2.7 prints them: `PyTraceBack_Print` and `PyErr_Display` of `pythonrun.c`.
 *
 *   Traceback (most recent call last):
 *     File "page.pih", line 4, in <module>
 *       print session.prenom
 *   AttributeError: 'SessionObject' object has no attribute 'prenom'
 */
import { isHiddenFile, libraryModuleOf } from "../library/manifest.ts";
import { PyModule, PyOldInstance, PyTuple } from "../objects/builtin-objects.ts";
import { exceptionType, PyException, type Throwable } from "../objects/exception.ts";
import type { PyTraceback } from "../objects/frame.ts";
import { LimitReached, Raised, type VM } from "../objects/machine.ts";
import type { Value } from "../objects/values.ts";
import { str } from "../operations/index.ts";
import type { SourceError } from "../source-error.ts";
import { syntaxError } from "./exceptions.ts";

/** The text of the source called `filename`, or undefined when there is none to quote. */
export type Sources = (filename: string) => string | undefined;

/** What was raised and where it has been: a final `Stop`, a `Raised`, or an exception alone. */
export interface RaisedThere {
  exception: Throwable;
  traceback: PyTraceback | null;
}

/** One level of a traceback as data, outermost first; for pages that show tracebacks their own way. */
export interface TracebackEntry {
  filename: string;
  line: number;
  /** The function's name, or `<module>`. */
  name: string;
}

/** The levels of a traceback, outermost first, without those that CPython would not have: calls of what it writes in C. */
export function tracebackEntries(traceback: PyTraceback | null): TracebackEntry[] {
  const entries: TracebackEntry[] = [];
  for (let level = traceback; level !== null; level = level.next) {
    const { filename, name } = level.frame.code;
    if (!isHiddenFile(filename)) entries.push({ filename, line: level.line, name });
  }
  return entries;
}

/**
 * The whole traceback with its heading and last line, ending in a newline; the text is bytes. Calls the exception's
 * `__str__`, in the thread that `vm` ran last; that may fail, and then says so as CPython does.
 */
export function formatTraceback(vm: VM, raised: RaisedThere, sources: Sources = () => undefined): string {
  const lineOf = quoter((filename) => sources(filename) ?? knownSource(vm, filename));
  const levels = limited(vm, tracebackEntries(raised.traceback)).map((entry) =>
    formatEntry(entry, lineOf(entry)),
  );
  const heading = levels.length === 0 ? "" : "Traceback (most recent call last):\n";
  return heading + levels.join("") + formatException(vm, raised.exception);
}

/** The innermost levels, as many as `sys.tracebacklimit` says. */
function limited(vm: VM, entries: TracebackEntry[]): TracebackEntry[] {
  const sys = vm.interpreter.modules.get("sys");
  const limit = sys instanceof PyModule ? sys.dict.get("tracebacklimit") : undefined;
  return typeof limit === "number"
    ? entries.slice(Math.max(0, entries.length - Math.max(0, limit)))
    : entries;
}

function knownSource(vm: VM, filename: string): string | undefined {
  const name = libraryModuleOf(filename);
  return name === undefined ? vm.host.source?.(filename) : vm.host.library?.source(name);
}

/** The traceback of a text that could not be compiled: the place with its caret, no levels. */
export function formatSourceError(error: SourceError): string {
  const exception = syntaxError(error);
  const [message] = exception.args;
  const other =
    typeof message === "string" ? `${exception.type.name}: ${message}\n` : `${exception.type.name}\n`;
  return formatSyntaxError(exception) ?? other;
}

function formatEntry({ filename, line, name }: TracebackEntry, text: string): string {
  return `  File "${filename}", line ${line}, in ${name}\n${text === "" ? "" : `    ${text}\n`}`;
}

/** Finds the line of a source, without its indentation; splits each source once. */
function quoter(sources: Sources): (entry: TracebackEntry) => string {
  const known = new Map<string, string[]>();
  return ({ filename, line }) => {
    const lines = known.get(filename) ?? sources(filename)?.split("\n") ?? [];
    known.set(filename, lines);
    return lines[line - 1]?.trim() ?? "";
  };
}

/** The last lines: `Type: message`; for a SyntaxError its place and caret first. Ends in a newline. */
export function formatException(vm: VM, exception: Throwable): string {
  const syntax = exception instanceof PyException ? formatSyntaxError(exception) : undefined;
  if (syntax !== undefined) return syntax;
  const name = qualifiedName(exception);
  const message = messageOf(vm, exception);
  if (message === undefined) return `${name}: <exception str() failed>\n`;
  return message === "" ? `${name}\n` : `${name}: ${message}\n`;
}

/** `str(exception)`; undefined when that fails. */
function messageOf(vm: VM, exception: Throwable): string | undefined {
  try {
    return str(vm, exception);
  } catch (error) {
    if (error instanceof Raised || error instanceof LimitReached) return undefined;
    throw error;
  }
}

/** Learners' classes are named with their module, the built-in ones without `exceptions.`. */
function qualifiedName(exception: Throwable): string {
  const [name, dict] =
    exception instanceof PyOldInstance
      ? [exception.cls.name, exception.cls.dict]
      : [exception.type.name, exception.type.builtin ? undefined : exception.type.dict];
  const module = dict?.get("__module__");
  return typeof module === "string" && module !== "exceptions" ? `${module}.${name}` : name;
}

/** A SyntaxError that knows its place; undefined for anything else. */
function formatSyntaxError(exception: PyException): string | undefined {
  if (!exception.type.mro.includes(exceptionType("SyntaxError"))) return undefined;
  const [message, place] = exception.args;
  if (!(place instanceof PyTuple)) return undefined;
  const [filename, line, offset, text] = place.items;
  const shown = typeof filename === "string" ? filename : "<string>";
  const quoted = typeof text === "string" ? quoteWithCaret(text, offset) : "";
  return `  File "${shown}", line ${line}\n${quoted}${qualifiedName(exception)}: ${messageText(message)}\n`;
}

function messageText(message: Value | undefined): string {
  return typeof message === "string" ? message : "None";
}

/** CPython's `print_error_text`: the line that holds the offset, without its indentation, a caret under the place. */
function quoteWithCaret(text: string, offset: Value | undefined): string {
  if (typeof offset !== "number" || offset < 0) return `    ${text.replace(/\n?$/, "\n")}`;
  let at = offset > 0 && offset === text.length && text.endsWith("\n") ? offset - 1 : offset;
  let line = text;
  for (let end = line.indexOf("\n"); end !== -1 && end < at; end = line.indexOf("\n")) {
    at -= end + 1;
    line = line.slice(end + 1);
  }
  const shown = line.replace(/^[ \t]+/, "");
  at -= line.length - shown.length;
  return `    ${shown.replace(/\n?$/, "\n")}    ${" ".repeat(Math.max(at - 1, 0))}^\n`;
}
