import { expect, test } from "vitest";
import { hexLines } from "./hex.ts";

test("sixteen bytes a line, in two groups, with their offset and their characters", () => {
  expect(hexLines("(dS'nom'\nS'\xe9'\ns.")).toEqual([
    {
      offset: "000000",
      bytes: "28 64 53 27 6e 6f 6d 27  0a 53 27 e9 27 0a 73 2e",
      text: "(dS'nom'·S'·'·s.",
    },
  ]);
});

test("a short last line is as wide as the others", () => {
  const [first, last] = hexLines("x".repeat(17));
  expect(last).toMatchObject({ offset: "000010", text: "x" });
  expect(last?.bytes.length).toBe(first?.bytes.length);
});

test("eight bytes a line where there is less room", () => {
  const [first, last] = hexLines("abcdefghi", 8);
  expect(first).toEqual({ offset: "000000", bytes: "61 62 63 64 65 66 67 68", text: "abcdefgh" });
  expect(last?.offset).toBe("000008");
  expect(last?.bytes.length).toBe(first?.bytes.length);
});

test("nothing has no lines", () => {
  expect(hexLines("")).toEqual([]);
});
