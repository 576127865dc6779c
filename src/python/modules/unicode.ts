/** `_unicode`: normal forms of text and a search through the tables, for `unicodedata.py`. */
import { type PyModule, PyUnicode } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { functions, unpacked } from "../types/define.ts";
import { makeModule } from "./define.ts";

const unicodeFunctions = functions("_unicode", {
  // Where `what` stands in the text of a module of the library, or -1.
  find: [
    unpacked(2),
    (vm: VM, module: string, what: string) => {
      const text = vm.host.library?.source(module) ?? "";
      vm.charge(text.length >> 10);
      return text.indexOf(what);
    },
  ],
  // No character becomes more than 18 units of text.
  normalize: [
    unpacked(2),
    (vm, form: string, { value }: PyUnicode) => {
      vm.charge(value.length >> 2);
      // The host sorts marks that follow one another by comparing each with each.
      if (value.length > 64)
        for (const [marks] of value.matchAll(/\p{M}{32,}/gu)) vm.charge(Math.floor(marks.length ** 2 / 400));
      vm.allocate(value.length * 36);
      return new PyUnicode(value.normalize(form));
    },
  ],
});

/** The module for one interpreter. */
export function makeUnicode(): PyModule {
  return makeModule("_unicode", unicodeFunctions);
}
