/** `_source`: the texts of programs, for `linecache.py`. */
import { libraryModuleOf } from "../library/manifest.ts";
import type { PyModule } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import type { Value } from "../objects/values.ts";
import { functions, one, unpacked } from "../types/define.ts";
import { makeModule } from "./define.ts";

function textOf({ host }: VM, filename: Value): string | undefined {
  const name = libraryModuleOf(String(filename));
  return name === undefined ? host.source?.(String(filename)) : host.library?.source(name);
}

const sourceFunctions = functions("_source", {
  // The text of the program, module or page called so; None when there is none.
  text: [one, (vm, filename: Value) => textOf(vm, filename) ?? null],
  // Its line `number` with a newline, "" when there is none: no other line comes into the heap.
  line: [
    unpacked(2),
    (vm, filename: Value, number: Value) => {
      const text = textOf(vm, filename) ?? "";
      vm.charge(text.length >> 10);
      const line = text.split(/\r\n?|\n/)[Number(number) - 1];
      return line === undefined ? "" : `${line}\n`;
    },
  ],
});

/** The module for one interpreter. */
export function makeSource(): PyModule {
  return makeModule("_source", sourceFunctions);
}
