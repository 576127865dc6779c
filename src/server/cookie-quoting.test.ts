import { expect, test } from "vitest";
import { quoteValue, unquoteValue } from "./cookie-quoting.ts";

// Made by CPython 2.7.18: c = Cookie.SimpleCookie(); c['a'] = value; c['a'].coded_value
test.each([
  ["plain", "plain"],
  ["a b", '"a b"'],
  ["a;b", '"a\\073b"'],
  ["a,b", '"a\\054b"'],
  ['q"uote', '"q\\"uote"'],
  ["back\\slash", '"back\\\\slash"'],
  ["x=y", '"x=y"'],
  ["\u00c3\u00a9", '"\\303\\251"'],
  ["", ""],
  ["tab\t", '"tab\\011"'],
  [":", '":"'],
  ["\u007f", '"\\177"'],
  ["{}@?<>", '"{}@?<>"'],
])("%j is written as CPython 2.7 writes it, and read back", (value, coded) => {
  expect(quoteValue(value)).toBe(coded);
  expect(unquoteValue(coded)).toBe(value);
});

test("what is not quoted is taken as it is", () => {
  expect(unquoteValue('"')).toBe('"');
  expect(unquoteValue('a"b')).toBe('a"b');
});
