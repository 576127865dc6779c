/** What authors read is what is checked. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatTables, tablesIn, withTables } from "../../src/lessons/reading/format-tables.ts";
import { problemsWith } from "./trees.ts";

const readme = readFileSync("tutorials/README.md", "utf8");

test("the tables of the authors' guide are those of the schemas", () => {
  expect(tablesIn(readme)).toEqual(expect.arrayContaining(Object.keys(formatTables)));
  expect(readme, "run npm run lessons -- --tables").toBe(withTables(readme));
});

test("every field is described", () => {
  for (const [name, table] of Object.entries(formatTables))
    expect(table, name).not.toMatch(/\| {2}\||: {2}\||undefined/);
});

test("the guide's own examples have no problems", () => {
  const [yaml = "", markdown = ""] = [...readme.matchAll(/^(`{3,4})(?:yaml|markdown)\n(.*?)^\1$/gms)].map(
    ([, , text = ""]) => text,
  );
  expect(
    problemsWith({
      "lesson.yaml": yaml,
      "lesson.en.md": markdown,
      "lesson.fr.md": markdown,
      "files/debutEssaiSession.pih": "sessionObj=Session()\nsessionObj.prenom=_prenom\n",
    }),
  ).toEqual([]);
});
