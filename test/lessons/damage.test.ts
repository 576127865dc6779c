/** Whatever is done to the files of a lesson, what is wrong is told with a place that exists, and nothing breaks. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { factKinds } from "../../src/lessons/index.ts";
import { readCourse } from "../../src/lessons/reading/read-course.ts";
import { rightCourse } from "./trees.ts";

/** Lines that are in the way everywhere. */
const strangeLines = [
  "",
  "---",
  "```",
  "```predict count",
  "- x: [",
  "  *a",
  "&a [*a, *a]",
  "__proto__: { page: 1 }",
  "constructor: toString",
  "  - toString",
  "? [a, b]",
  "goals: 3",
  "walk: { a: b }",
  "text: [1]",
  "<b>",
  "\t",
  "![x][y]",
  "> - 1. a",
];

const paths = Object.keys(rightCourse);
const damage = fc.record({
  path: fc.constantFrom(...paths),
  at: fc.nat(40),
  kind: fc.constantFrom("remove", "double", "replace", "insert", "cut"),
  line: fc.oneof(fc.constantFrom(...strangeLines), fc.string({ maxLength: 12 })),
});

test("a damaged lesson is told, or read as something that is right", () => {
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
      const files = new Map(Object.entries(rightCourse));
      for (const { path, at, kind, line } of damages) {
        const lines = (files.get(path) ?? "").split("\n");
        const place = Math.min(at, lines.length - 1);
        const there = lines[place] ?? "";
        if (kind === "remove") lines.splice(place, 1);
        if (kind === "double") lines.splice(place, 0, there);
        if (kind === "replace") lines[place] = line;
        if (kind === "insert") lines.splice(place, 0, line);
        if (kind === "cut") lines[place] = there.slice(0, there.length / 2);
        files.set(path, lines.join("\n"));
      }
      const { lessons, problems } = readCourse(files, factKinds);
      if (problems.length === 0) expect(lessons.length).toBe(1);
      for (const { file, line, message, remedy } of problems) {
        expect(message.length * remedy.length).toBeGreaterThan(0);
        const text = files.get(file);
        if (text !== undefined) expect(line).toBeLessThanOrEqual(text.split("\n").length);
        expect(line).toBeGreaterThan(0);
      }
    }),
    { numRuns: 400 },
  );
});
