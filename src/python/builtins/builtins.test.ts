/** The names of the built-in functions are here from the first, what they do comes late: the two must agree. */
import { expect, test } from "vitest";
import "../late.ts";
import { nativeImplementation, sharedNatives } from "../objects/natives.ts";
import { builtinNames } from "./index.ts";

const functions = [...sharedNatives.keys()].filter((key) => !key.includes("."));

test.each(functions)("%s is a name of __builtin__, and does something", (name) => {
  expect(builtinNames.get(name)).toBe(sharedNatives.get(name));
  expect(nativeImplementation(name)).toBeTypeOf("function");
});
