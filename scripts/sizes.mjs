/**
 * What a visitor downloads, in gzip, from the build in `dist`:
 *
 *  - *first*: everything needed for the first paint and the first page in the preview: `index.html`, what it loads before
 *    any `import()`, and the service worker's own script;
 *  - *worker*: the service worker's part of that;
 *  - *late*: the late part of the worker, fetched after the first page;
 *  - *editor*: Monaco and its languages, loaded after the first paint;
 *  - *later*: the panels and dialogs of the page, loaded when it is idle, and French;
 *  - *lesson*: the Lesson part and the table of contents, loaded when the page is idle;
 *  - *text*: the largest of the lessons, each of which is loaded when it is opened;
 *  - *work*: sharing, opening links and keeping works, loaded when one of these is wanted;
 *  - *race*: the panel of the race lab, loaded when it is first opened;
 *  - *list*: the list of more sessions than a panel can show at once, with its virtualiser;
 *  - *library*: the standard modules written in Python, each fetched when a page first imports it;
 *  - *sqlite*: SQLite and what runs it, fetched when a page first imports `sqlite3`.
 *
 * `--check` exits with 1 when a budget is passed. kB are 1,000 bytes.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";

const budgets = {
  first: 160,
  worker: 150,
  late: 40,
  editor: 750,
  later: 45,
  lesson: 23,
  text: 6,
  work: 40,
  race: 42,
  list: 15,
  library: 40,
  sqlite: 400,
};
const dist = process.env.OUT_DIR ?? "dist";

const all = filesUnder(dist).filter((file) =>
  /\.(html|js|css|py|svg|ttf|woff2?|png|ico|webmanifest|wasm)$/.test(file),
);
const workers = all.filter((file) => /(^|\/)sw-[\w-]+\.js$/.test(file));
const library = all.filter((file) => file.endsWith(".py"));
const first = new Set([...workers, ...reachable("index.html")]);
const sqlite = all.filter((file) => /(^|\/)sqlite\.(js|wasm)$/.test(file));
const list = all.filter((file) => /(^|\/)session-list-[\w-]+\.js$/.test(file));
const late = all.filter((file) => /^late-[\w-]+\.js$/.test(file));
const race = all.filter((file) => /(^|\/)race-part-[\w-]+\.(js|css)$/.test(file));
const lesson = all.filter((file) => /(^|\/)lesson-part-[\w-]+\.(js|css)$/.test(file));
const work = all.filter((file) => /(^|\/)((work|link)-part|open-lesson)-[\w-]+\.(js|css)$/.test(file));
const lessonNames = readdirSync("tutorials", { recursive: true })
  .map(String)
  .flatMap((folder) => /(^|[\\/])\d\d-[\w-]+[\\/]\d\d-([\w-]+)$/.exec(folder)?.[2] ?? []);
const texts = all.filter((file) => lessonNames.some((name) => file.includes(`assets/${name}-`)));
const apart = new Set([
  ...[first, late, library, sqlite, list, race, lesson, work, texts].flatMap((files) => [...files]),
]);
const later = all.filter((file) => !apart.has(file));
const editor = later.filter(isEditor);
const sizes = {
  first: total([...first]),
  worker: total(workers),
  late: total(late),
  editor: total(editor),
  later: total(later.filter((file) => !editor.includes(file))),
  lesson: total(lesson),
  text: Math.max(...texts.map((file) => total([file]))),
  work: total(work),
  race: total(race),
  list: total(list),
  library: total(library),
  sqlite: total(sqlite),
};

if (workers.length !== 1) fail(`Expected exactly one worker script in ${dist}, found ${workers.length}.`);
for (const [name, files] of Object.entries({ late, race, list, lesson, work, texts }))
  if (files.length === 0) fail(`Expected a file of the group "${name}" in ${dist}, found none.`);
for (const [name, size] of Object.entries(sizes)) {
  console.log(`${name}: ${size.toFixed(1)} kB gzip of at most ${budgets[name]}`);
}
const over = Object.keys(budgets).filter((name) => sizes[name] > budgets[name]);
if (process.argv.includes("--check") && over.length > 0) fail(`Over budget: ${over.join(", ")}.`);

/** Monaco's own chunk and sheet, and the small chunks of languages that it loads. */
function isEditor(file) {
  return /\/(monaco-island|css|html|ini|javascript|python)-[\w-]+\.(js|css)$|\.ttf$/.test(file);
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => statSync(join(folder, file)).isFile());
}

/** A page or script and everything it loads without being asked to: `src`, `href`, static imports, preloads. */
function reachable(start, seen = new Set()) {
  if (seen.has(start) || !all.includes(start)) return seen;
  seen.add(start);
  const text = readFileSync(join(dist, start), "utf8");
  for (const reference of references(start, text)) reachable(reference, seen);
  return seen;
}

function references(file, text) {
  const pattern = file.endsWith(".html")
    ? /<(?:script|link)\b[^>]*?(?:src|href)="([^"]+)"/g
    : /(?:\bfrom|\bimport)\s*"(\.[^"]+)"/g;
  return [...text.matchAll(pattern)].map(([, path]) =>
    path.startsWith("/") ? path.slice(1) : relative(dist, join(dist, dirname(file), path)),
  );
}

function total(files) {
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
  return bytes / 1000;
}
