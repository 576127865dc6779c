/** Programs that CPython 2.7 refuses: type, message, line, offset and text must be its own (see syntax-errors.py). */
import { expect, test } from "vitest";
import refusals from "../../../test/python/front/syntax-errors.json" with { type: "json" };
import { SourceError } from "../source-error.ts";
import { compile } from "./index.ts";

function refusalOf(source: string) {
  try {
    compile(source, "page.py", "exec");
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return error;
  }
  throw new Error("It compiles.");
}

test.each(refusals.map((refusal) => [refusal.source, refusal] as const))("refuses %j", (source, expected) => {
  const { kind, message, span, offset, text } = refusalOf(source);
  expect(kind).toBe(expected.type);
  if (kind !== "MemoryError") expect(message).toBe(expected.msg);
  if (expected.lineno === undefined || expected.lineno === null) return;
  expect({ lineno: span.line, offset }).toEqual({ lineno: expected.lineno, offset: expected.offset });
  if (expected.text !== null) expect(text).toBe(expected.text);
});
