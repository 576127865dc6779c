/**
 * The two natives that a generated program writes by. They are called with names no learner would choose, and leave no
 * trace in a traceback: a failing `<%= %>` cites its own line of the page.
 */
import {
  defineFunctions,
  encodeUtf8,
  type NativeFunction,
  type PyNative,
  PyUnicode,
  str,
  type Value,
} from "../python/index.ts";
import { WRITE_TEXT, WRITE_VALUE } from "./page-names.ts";

const writeText: NativeFunction = (vm, args) => {
  const text = args[0];
  if (typeof text === "string") vm.write(text);
  return null;
};

/** `<%= value %>`: its `str()`, without a newline; unicode goes out as UTF-8, which is what our pages are. */
const writeValue: NativeFunction = (vm, args) => {
  const value: Value = args[0] ?? null;
  vm.write(value instanceof PyUnicode ? encodeUtf8(value.value) : str(vm, value));
  return null;
};

/** The names every page's namespace needs, with their values. */
export const pageNatives: ReadonlyMap<string, PyNative> = defineFunctions("", {
  [WRITE_TEXT]: writeText,
  [WRITE_VALUE]: writeValue,
});
