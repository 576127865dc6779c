/**
 * `npm run lessons`: reads all lessons and prints what is wrong with them, a problem a line.
 * `npm run lessons -- --tables` writes the tables of `tutorials/README.md` anew.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withTables } from "../src/lessons/reading/format-tables.ts";
import { printProblems } from "../src/lessons/reading/problems.ts";
import { readTutorials, TUTORIALS } from "./tutorials-folder.ts";

if (process.argv.includes("--tables")) {
  const readme = join(TUTORIALS, "README.md");
  writeFileSync(readme, withTables(readFileSync(readme, "utf8")));
}
const { lessons, problems } = readTutorials();
if (problems.length > 0) console.error(printProblems(problems, TUTORIALS));
const { length } = problems;
console.log(`${lessons.length} lessons read, ${length === 0 ? "nothing" : length} to mend.`);
process.exitCode = length === 0 ? 0 : 1;
