/** The names of the built-in functions are here from the first, what they do comes late: the two must agree. */
import { expect, test } from "vitest";
import "../late.ts";
import { nativeImplementation, sharedNatives } from "../objects/natives.ts";
import { createBuiltins } from "./index.ts";

const functions = sharedNatives.filter(({ key }) => !key.includes("."));

test.each(functions)("$name is a name of __builtin__, and does something", (native) => {
  expect(createBuiltins().get(native.name)).toBe(native);
  expect(nativeImplementation(native.key)).toBeTypeOf("function");
});
