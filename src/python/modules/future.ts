/** `__future__` for code that is made while a page runs (`exec`): the compiler obeys the statement, and its import must succeed. */
import type { PyModule } from "../objects/builtin-objects.ts";
import { makeModule } from "./define.ts";
import { registerBuiltinModule } from "./index.ts";

const features = [
  "absolute_import",
  "division",
  "generators",
  "nested_scopes",
  "print_function",
  "unicode_literals",
  "with_statement",
];

/** The module for one interpreter. NOT-PYTHON: the features are True here; the library's text has the `_Feature` records. */
function makeFuture(): PyModule {
  return makeModule(
    "__future__",
    features.map((name) => [name, true] as const),
  );
}

registerBuiltinModule("__future__", makeFuture);
