import { expect, test } from "vitest";
import { solutionSite } from "./solution-site.ts";

const start = { "a.pih": "1", "server.ini": "[server]\n" };
const mine = new Map([
  ["a.pih", "mine"],
  ["server.ini", "[server]\nserver = cgi\n"],
]);
const solve = (solution: Record<string, string>) =>
  solutionSite({ site: { en: start, fr: start }, solution: { en: solution, fr: solution } }, "en", mine);

test("options of the server that the solution leaves as they were stay the learner's", () => {
  expect(solve({ ...start, "a.pih": "2" })).toEqual({
    "a.pih": "2",
    "server.ini": "[server]\nserver = cgi\n",
  });
});

test("options that are the solution take the place of the learner's", () => {
  const solution = { ...start, "server.ini": "[server]\nsession_lock = request\n" };
  expect(solve(solution)).toEqual(solution);
});

test("a lesson with nothing to mend has no solution", () => {
  expect(solutionSite({ site: { en: start, fr: start }, solution: null }, "en", mine)).toBeNull();
});
