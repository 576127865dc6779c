/** `__future__`: the compiler obeys the statement; the module exists so that its import succeeds. */
import type { PyModule } from "../objects/builtin-objects.ts";
import { makeModule } from "./define.ts";

const features = [
  "absolute_import",
  "division",
  "generators",
  "nested_scopes",
  "print_function",
  "unicode_literals",
  "with_statement",
];

/** The module for one interpreter. NOT-PYTHON: the features are True here, not `_Feature` records. */
export function makeFuture(): PyModule {
  return makeModule(
    "__future__",
    features.map((name) => [name, true] as const),
  );
}
