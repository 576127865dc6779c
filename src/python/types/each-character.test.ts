import { expect, test } from "vitest";
import { eachCharacter } from "./each-character.ts";

test("every character once, whole surrogate pairs, whatever the length", () => {
  for (const length of [0, 1, 31, 32, 255, 256, 257, 1000])
    for (const head of ["", "x"]) {
      const text = head + "\u{1f600}".repeat(length);
      expect(eachCharacter(text, (c) => `<${c}>`)).toBe([...text].map((c) => `<${c}>`).join(""));
    }
});

test("half a pair is a character of its own", () => {
  const text = `${"x".repeat(255)}\ud83d${"y".repeat(300)}\ud83d`;
  expect(eachCharacter(text, (c) => (c === "x" ? "" : `${c}.`))).toBe(
    [...text.slice(255)].map((c) => `${c}.`).join(""),
  );
});
