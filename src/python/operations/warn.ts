/** Warnings that CPython issues by itself: the library's module `warnings` says them, where it is at hand. */
import { PyTuple } from "../objects/builtin-objects.ts";
import { exceptionType } from "../objects/exception.ts";
import type { VM } from "../objects/machine.ts";
import { caught, raiseWith } from "../objects/raise.ts";
import { getAttribute } from "./attributes.ts";

/** Where a text that is compiled has something to be warned of. */
export type WarningSink = (message: string, line: number) => void;

/**
 * Issues a warning at the line that runs, or at the line of a file that is named. What the filters make an error is raised.
 * NOT-PYTHON: a page that does not import `warnings` is not warned.
 */
export function warn(vm: VM, category: string, message: string, filename?: string, line?: number): void {
  if (vm.host.library?.code("_warnings") === undefined) return;
  const place = filename === undefined ? [] : [filename, line ?? 1];
  vm.call(getAttribute(vm, vm.import("_warnings"), "_issue"), [message, exceptionType(category), ...place]);
}

/** Issues what there is to be said of the text called `filename`; what the filters make an error is a SyntaxError, but of an `assert`. */
export function syntaxWarnings(vm: VM, filename: string): WarningSink {
  return (message, line) => {
    try {
      warn(vm, "SyntaxWarning", message, filename, line);
    } catch (error) {
      if (!caught(error, "SyntaxWarning") || message.startsWith("assertion")) throw error;
      raiseWith("SyntaxError", [message, new PyTuple([filename, line, null, null])]);
    }
  };
}
