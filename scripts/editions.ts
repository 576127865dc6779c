/**
 * `npm run editions`: keeps the lessons' sites as they are now, so that links which stand upon them live as long as the format.
 * Run it when lessons are published; what was published is never removed.
 */
import { presentEditions, storedEditions, writeEdition } from "./editions-folder.ts";
import { readTutorials } from "./tutorials-folder.ts";

const kept = new Set(storedEditions().map(({ name }) => name));
const missing = readTutorials()
  .lessons.flatMap(({ lesson }) => presentEditions(lesson))
  .filter(({ name }) => !kept.has(name));
for (const edition of missing) writeEdition(edition);
console.log(
  `${missing.length} written, ${kept.size} were there: ${missing.map(({ name }) => name).join(", ") || "nothing is missing"}.`,
);
