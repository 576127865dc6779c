/**
 * What a visitor downloads, in gzip, from the build in `dist`. Each file is counted once, in the first group that needs it:
 *
 *  - *first*: everything needed for the first paint and the first page in the preview: `index.html`, what it loads before
 *    any `import()`, and the service worker's own script;
 *  - *worker*: the service worker's part of that;
 *  - *late*: the late part of the worker, fetched after the first page;
 *  - *engine*: *worker* and *late* together;
 *  - *natives*: what the standard modules are built upon, fetched when a page first imports one;
 *  - *lab*: the race lab of the worker, fetched when something is first asked of it;
 *  - *editor*: Monaco and its languages, loaded after the first paint;
 *  - *later*: the panels and dialogs of the page, loaded when it is idle, French, and the list of files to keep for times without a network;
 *  - *lesson*: the Lesson part and the table of contents, loaded when the page is idle;
 *  - *text*: the largest of the lessons, each of which is loaded when it is opened;
 *  - *open*: what opens a link or a lesson, and what stands in a frame of another site;
 *  - *edition*: the largest of the older editions of lessons' sites, each of which is loaded when a link stands upon it;
 *  - *work*: sharing and keeping works, loaded when one of their dialogs is opened;
 *  - *race*: the panel of the race lab, loaded when it is first opened;
 *  - *list*: the list of more sessions than a panel can show at once, with its virtualiser;
 *  - *library*: the largest of the standard modules written in Python with all that it imports; each file is fetched when a page first imports it;
 *  - *sqlite*: SQLite and what runs it, fetched when a page first imports `sqlite3`.
 *
 * A file that no group needs is a mistake, and so is a group without files. `--check` exits with 1 when a budget is passed. kB are 1,000 bytes.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";

const budgets = {
  first: 160,
  worker: 80,
  late: 128,
  engine: 200,
  natives: 16,
  lab: 20,
  editor: 750,
  later: 45,
  lesson: 32,
  text: 6,
  open: 35,
  edition: 6,
  work: 12,
  race: 42,
  list: 15,
  // `unicodedata` has a line for every character; the others stay under 40.
  library: 140,
  sqlite: 400,
};
const dist = process.env.OUT_DIR ?? "dist";
const manifest = readFileSync("src/python/library/manifest.ts", "utf8");

// Licences are published, and nobody downloads them.
const all = filesUnder(dist).filter((file) => !file.endsWith(".txt"));
const workers = named(/^sw-[\w-]+\.js$/);
const lessonNames = readdirSync("tutorials", { recursive: true })
  .map(String)
  .flatMap((folder) => /(^|[\\/])\d\d-[\w-]+[\\/]\d\d-([\w-]+)$/.exec(folder)?.[2] ?? []);

/** In the order in which they are downloaded: what two of them need comes with the earlier one. */
const needs = {
  first: [...workers, ...reachable("index.html")],
  late: withNeeds(/^late-[\w-]+\.js$/),
  natives: withNeeds(/^natives-[\w-]+\.js$/),
  lab: withNeeds(/^lab-[\w-]+\.js$/),
  editor: named(/^assets\/((monaco-island|css|html|ini|javascript|python)-[\w-]+\.(js|css)|.*\.ttf)$/),
  later: [...part(/^assets\/(later|fr|complete)-[\w-]+\.js$/), ...named(/^offline\.json$/)],
  lesson: part(/^assets\/lesson-part-[\w-]+\.js$/),
  text: all.filter((file) => lessonNames.some((name) => file.startsWith(`assets/${name}-`))),
  open: part(/^assets\/link-part-[\w-]+\.js$/),
  edition: named(/^assets\/\w+\.(en|fr)-[\w-]+\.js$/),
  work: part(/^assets\/work-part-[\w-]+\.js$/),
  race: part(/^assets\/race-part-[\w-]+\.js$/),
  list: part(/^assets\/session-list-[\w-]+\.js$/),
  library: named(/^lib\/.*\.py$/),
  sqlite: named(/^lib\/.*\/sqlite\.(js|wasm)$/),
};
const counted = new Set();
const groups = { worker: workers };
for (const [name, files] of Object.entries(needs)) {
  groups[name] = [...new Set(files)].filter((file) => !counted.has(file));
  for (const file of groups[name]) counted.add(file);
}

if (workers.length !== 1) fail(`Expected exactly one worker script in ${dist}, found ${workers.length}.`);
const mayBeEmpty = new Set(["edition"]);
for (const [name, files] of Object.entries(groups))
  if (files.length === 0 && !mayBeEmpty.has(name))
    fail(`Expected a file of the group "${name}" in ${dist}, found none.`);
for (const file of all)
  if (!counted.has(file))
    fail(`Expected ${file} in a group, found it in none. Say in "needs" when it is loaded.`);
const sizes = Object.fromEntries(Object.entries(groups).map(([name, files]) => [name, sizeOf(name, files)]));
sizes.engine = sizes.worker + sizes.late;
for (const [name, budget] of Object.entries(budgets))
  console.log(`${name}: ${sizes[name].toFixed(1)} kB gzip of at most ${budget}`);
const largest = groups.library
  .map((file) => ({ file, size: total(closureOf(file)) }))
  .sort((a, b) => b.size - a.size);
console.log(
  `The largest standard modules with what they import: ${largest
    .slice(0, 5)
    .map(({ file, size }) => `${file.replace(/^.*\//, "")} ${size.toFixed(1)} kB`)
    .join(", ")}; all together ${total(groups.library).toFixed(1)} kB`,
);
const over = Object.keys(budgets).filter((name) => sizes[name] > budgets[name]);
if (process.argv.includes("--check") && over.length > 0) fail(`Over budget: ${over.join(", ")}.`);

/** Of lessons and editions one is loaded at a time, and of the library what a module needs. */
function sizeOf(name, files) {
  if (name === "library") return Math.max(...files.map((file) => total(closureOf(file))));
  if (name !== "text" && name !== "edition") return total(files);
  return Math.max(0, ...files.map((file) => total([file])));
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true })
    .map((file) => String(file).replaceAll("\\", "/"))
    .filter((file) => statSync(join(folder, file)).isFile());
}

function named(pattern) {
  return all.filter((file) => pattern.test(file));
}

/** A late part of the worker, and the parts that it requires. */
function withNeeds(pattern) {
  return named(pattern).flatMap((file) => {
    const [, needs = ""] = /needs:\[([^\]]*)\]/.exec(readFileSync(join(dist, file), "utf8")) ?? [];
    return [file, ...[...needs.matchAll(/[\w-]+\.js/g)].map(([name]) => name)];
  });
}

/** A standard module, and those that it imports, as `manifest.ts` lists them. */
function closureOf(file, seen = new Set()) {
  if (seen.has(file) || !all.includes(file)) return seen;
  seen.add(file);
  const name = file.replace(/^.*\/|\.py$/g, "");
  const [, imported = ""] = new RegExp(`^${name}:(.*)`, "m").exec(manifest) ?? [];
  for (const [, other] of imported.matchAll(/(\w+)/g)) closureOf(`${dirname(file)}/${other}.py`, seen);
  return seen;
}

/** What the `import()` of a chunk whose name fits downloads: the chunk, what it imports, and the sheets that Vite names beside the `import()`. */
function part(pattern) {
  return named(pattern).flatMap((chunk) => [...reachable(chunk), ...listedBeside(chunk)]);
}

function listedBeside(chunk) {
  for (const file of all.filter((name) => name.endsWith(".js"))) {
    const text = readFileSync(join(dist, file), "utf8");
    const call = `import\\(["'\`][^"'\`]*${chunk.split("/").at(-1)}["'\`]\\)`;
    const [, places] = new RegExp(`${call}[^[\\]]*__vite__mapDeps\\(\\[([\\d,]*)\\]`).exec(text) ?? [];
    const [, table] = /m\.f=(\[[^\]]*\])/.exec(text) ?? [];
    if (places !== undefined && table !== undefined)
      return places.split(",").map((place) => JSON.parse(table)[Number(place)]);
  }
  return [];
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
    path.startsWith("/")
      ? path.slice(1)
      : relative(dist, join(dist, dirname(file), path)).replaceAll("\\", "/"),
  );
}

function total(files) {
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
  return bytes / 1000;
}
